//! The entry that the rules name for what happened to a batch (37号 account texts for 141, 142, 143,
//! 181, 401): its lines name the batch as their project, and what birds take along is their part of
//! what stands on it.

use domain::Money;
use domain::flock::{self, EggCost, Move, MoveKind, Purpose};
use domain::id::CooperativeId;
use domain::yields::unit_price;
use jiff::civil::Date;
use store::{FlockRecord, MoveRecord, Reading};

use super::{Coop, is_laying, moves_of, said};
use crate::draft;
use crate::made_line::{below, credit, debit, first, named, on};
use crate::problem::Problem;
use crate::view::voucher::{VoucherInput, VoucherLineInput};
use crate::voucher::checks::Chart;

/// What would be typed for it; nothing where the rules name no entry.
pub(super) fn of(
    reading: &Reading<'_>,
    coop: &Coop,
    record: &FlockRecord,
    made: &MoveRecord,
) -> Result<Option<VoucherInput>, Problem> {
    let chart = Chart::of(reading, coop.id)?;
    let known = moves_of(reading, coop.id, record)?;
    // What was noted of the same day later comes after it.
    let before: Vec<Move> = known
        .into_iter()
        .filter(|one| (one.what.on, one.id.number()) < (made.what.on, made.id.number()))
        .map(|one| one.what)
        .collect();
    let books = Books { reading, coop: coop.id, chart: &chart, record, on: made.what.on };
    let lines = books.lines(&made.what, &before)?;
    if lines.is_empty() {
        return Ok(None);
    }
    Ok(Some(VoucherInput {
        coop: Some(coop.what.code.clone()),
        date: Some(made.what.on.to_string()),
        word: None,
        summary: Some(format!("{} {}", record.what.name, said(&made.what).zh)),
        papers: None,
        lines: Some(lines),
    }))
}

struct Books<'a> {
    reading: &'a Reading<'a>,
    coop: CooperativeId,
    chart: &'a Chart,
    record: &'a FlockRecord,
    on: Date,
}

impl Books<'_> {
    fn lines(&self, new: &Move, before: &[Move]) -> Result<Vec<VoucherLineInput>, Problem> {
        let amount = new.amount.unwrap_or_default();
        let living = flock::living_on(before, self.on);
        let laying = is_laying(self.record, before, self.on);
        let takes = |standing: Money| flock::cost_of(standing, new.birds, living);
        Ok(match new.kind {
            MoveKind::Bought | MoveKind::Fed | MoveKind::Spent if amount == Money::ZERO => {
                Vec::new()
            }
            MoveKind::Bought => {
                let bought = debit(self.named_on(self.place("141")?.0), amount);
                vec![bought, credit(on(first(self.chart, "102"), None), amount)]
            }
            MoveKind::Fed => {
                let feed = named(self.chart, "121", "饲料").or_else(|| first(self.chart, "121"));
                let feed = with_quantity(on(feed, None), new, amount);
                vec![debit(self.cost_line(laying)?, amount), credit(feed, amount)]
            }
            MoveKind::Spent => {
                let casual = new.note.as_ref().is_some_and(|note| {
                    ["劳务", "临时", "零工", "季节", "casual"]
                        .iter()
                        .any(|word| note.contains(word))
                });
                let owed = first(self.chart, if casual { "213" } else { "212" });
                vec![debit(self.cost_line(laying)?, amount), credit(on(owed, None), amount)]
            }
            MoveKind::Died if laying => self.layers_leave(new, living, Vec::new(), "181")?,
            MoveKind::Died => {
                let (young, standing) = self.place("141")?;
                let lost = debit(on(self.pending("流动"), None), takes(standing));
                vec![lost, credit(self.named_on(young), takes(standing))]
            }
            MoveKind::Matured => {
                let (young, standing) = self.place("141")?;
                let grown = debit(self.named_on(self.place("142")?.0), takes(standing));
                vec![grown, credit(self.named_on(young), takes(standing))]
            }
            MoveKind::Culled if laying => self.layers_leave(new, living, Vec::new(), "141")?,
            MoveKind::Culled => {
                let (young, standing) = self.place("141")?;
                let other = debit(on(young.clone(), None), takes(standing));
                vec![other, credit(self.named_on(young), takes(standing))]
            }
            MoveKind::Sold if laying => {
                let paid = debit(on(first(self.chart, "102"), None), amount);
                self.layers_leave(new, living, vec![paid], "502")?
            }
            MoveKind::Sold => {
                let (young, standing) = self.place("141")?;
                let sales = self.product("501").or_else(|| first(self.chart, "501"));
                let sales = with_quantity(on(sales, None), new, amount);
                let cost = self.product("521").or_else(|| first(self.chart, "521"));
                vec![
                    debit(on(first(self.chart, "102"), None), amount),
                    credit(sales, amount),
                    debit(self.named_on(cost), takes(standing)),
                    credit(self.named_on(young), takes(standing)),
                ]
            }
            MoveKind::Laid => self.eggs(new)?,
        })
    }

    /// A line that names the batch.
    fn named_on(&self, account: Option<String>) -> VoucherLineInput {
        on(account, Some(&self.record.what.name))
    }

    /// Where feed and wages go: young birds bear them on 141, layers through 401 or at once on 521
    /// by the batch's policy.
    fn cost_line(&self, laying: bool) -> Result<VoucherLineInput, Problem> {
        let top = match self.record.what.egg_cost {
            _ if !laying => "141",
            EggCost::Cost => "401",
            EggCost::Expense => "521",
        };
        Ok(self.named_on(self.place(top)?.0))
    }

    /// Layers die, are culled or sold: cost and what was charged off go out together. What is left
    /// goes to 181 or 141; of a sale it is a gain on 502 or a loss on 529.
    fn layers_leave(
        &self,
        new: &Move,
        living: i64,
        paid: Vec<VoucherLineInput>,
        top: &str,
    ) -> Result<Vec<VoucherLineInput>, Problem> {
        let takes = |standing: Money| flock::cost_of(standing, new.birds, living);
        let (grown, standing) = self.place("142")?;
        let (gathered, charged) = self.place("143")?;
        let (cost, off) = (takes(standing), takes(-charged));
        let left = cost - off;
        let mut lines = paid;
        let gain = new.amount.unwrap_or_default() - left;
        let mut after = Vec::new();
        match top {
            "181" => lines.push(debit(on(self.pending("非流动"), None), left)),
            "141" => lines.push(debit(on(first(self.chart, "141"), None), left)),
            _ if gain > Money::ZERO => after.push(credit(on(first(self.chart, "502"), None), gain)),
            _ if gain < Money::ZERO => after.push(debit(on(first(self.chart, "529"), None), -gain)),
            _ => {}
        }
        if off != Money::ZERO {
            lines.push(debit(self.named_on(gathered), off));
        }
        lines.push(credit(self.named_on(grown), cost));
        lines.extend(after);
        Ok(lines)
    }

    /// Eggs into store for all that stands on 401 for the batch; counted only, without a voucher,
    /// where what layers cost is a cost of the month.
    fn eggs(&self, new: &Move) -> Result<Vec<VoucherLineInput>, Problem> {
        if self.record.what.egg_cost == EggCost::Expense {
            return Ok(Vec::new());
        }
        let (made, standing) = self.place("401")?;
        let cost = standing.or_zero();
        let goods = named(self.chart, "121", "蛋").or_else(|| first(self.chart, "121"));
        let goods = with_quantity(on(goods, None), new, cost);
        Ok(vec![debit(goods, cost), credit(self.named_on(made), cost)])
    }

    /// The account for what the batch is kept for: 肉鹅 or 蛋 in its name.
    fn product(&self, top: &str) -> Option<String> {
        let word = match self.record.what.purpose {
            Purpose::Meat => "肉",
            Purpose::Layer => "鹅",
        };
        named(self.chart, top, &self.record.what.name)
            .filter(|code| code != top)
            .or_else(|| below(self.chart, top).find(|(_, name)| name.contains(word)).map(code_of))
    }

    fn pending(&self, kind: &str) -> Option<String> {
        // 非流动 has 流动 in it as well.
        let fits = |name: &str| name.contains(kind) && (kind != "流动" || !name.contains("非流动"));
        let found = below(self.chart, "181").find(|(_, name)| fits(name)).map(code_of);
        found.or_else(|| first(self.chart, "181"))
    }

    /// The account at or below this one on which the batch stands, and how much: in the books by
    /// the day, and in drafts that are not posted yet.
    fn place(&self, top: &str) -> Result<(Option<String>, Money), Problem> {
        let mut found: Option<(&str, Money)> = None;
        for (code, _) in below(self.chart, top) {
            let Some(account) = self.chart.accounts.get(code) else { continue };
            let name = &self.record.what.name;
            let standing = self.reading.project_balance(account.id, name, self.on)?;
            let standing = standing + self.drafted(code)?;
            if standing != Money::ZERO && found.is_none_or(|(_, most)| standing.abs() > most.abs())
            {
                found = Some((code, standing));
            }
        }
        Ok(match found {
            Some((code, standing)) => (Some(code.to_owned()), standing),
            None => (self.product(top).or_else(|| first(self.chart, top)), Money::ZERO),
        })
    }

    /// What drafts put on an account for the batch by the day.
    fn drafted(&self, account: &str) -> Result<Money, Problem> {
        let own = draft::waiting::lines(self.reading, self.coop)?.into_iter().filter(|line| {
            line.on.is_some_and(|day| day <= self.on)
                && line.account == account
                && line.project.as_deref() == Some(&self.record.what.name)
        });
        Ok(draft::waiting::sum(own.flat_map(|line| [line.debit, -line.credit])))
    }
}

fn code_of((code, _): (&str, &str)) -> String {
    code.to_owned()
}

fn with_quantity(line: VoucherLineInput, new: &Move, amount: Money) -> VoucherLineInput {
    let price = new.weight.filter(|_| amount > Money::ZERO);
    VoucherLineInput {
        quantity: new.weight.map(|weight| weight.to_string()),
        price: price.and_then(|weight| unit_price(amount, weight)).map(|price| price.to_string()),
        ..line
    }
}
