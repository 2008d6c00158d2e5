//! The accountant's cases in tests/scenarios/books: one for each entry of the rules and each step
//! of closing. What was done stands above, the vouchers, balances and forms that come of it below.
//!
//! A file is told to a real book from top to bottom. What stands below a line that begins with
//! `expect` is worked out anew and must be what stands there; UPDATE_EXPECT=1 writes it.

use std::path::{Path, PathBuf};

use app::Problem;
use app::view::asset::{
    AssetInput, AssetKindView, EggCostView, FlockInput, MoveInput, MoveKindView, PurposeView,
    UnitsInput,
};
use app::view::bank::CashInput;
use app::view::closing::{PostingDateView, YearCloseInput};
use app::view::draft::VoucherState;
use app::view::register::{CooperativeInput, MemberInput, MemberKindView, VillageInput};
use app::view::statement::{StatementKind, StatementQuery};
use app::view::voucher::{VoucherInput, VoucherLineInput, VoucherLineView, VoucherView};
use domain::Money;

use crate::kit::Trial;
use crate::scenarios::{number, plain, scheme, wide};

macro_rules! told {
    ($($name:ident),* $(,)?) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];
        $(
            #[test]
            fn $name() {
                told_and_compared(stringify!($name));
            }
        )*
    };
}

told![
    a_bad_debt_and_a_share_in_an_alliance,
    a_distribution_of_the_year_itself,
    a_distribution_resolved_the_year_after,
    a_loss_is_covered_by_the_reserve,
    a_loss_that_stays,
    assets_by_month_and_by_output,
    capital_with_a_premium,
    cash_that_is_short,
    exit_and_transfer,
    gifts_and_a_nominal_value,
    interest_and_taxes,
    layers_as_a_cost_of_the_month,
    layers_whose_cost_goes_into_the_eggs,
    meat_geese_from_goslings_to_sale,
    produce_on_commission,
    subsidies_and_what_they_are_spent_on,
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/scenarios/books")
}

#[test]
fn every_case_is_told() {
    let files = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<String> =
        files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    found.sort();
    assert_eq!(found, NAMES);
}

#[track_caller]
fn told_and_compared(name: &str) {
    let path = folder().join(format!("{name}.txt"));
    let text = std::fs::read_to_string(&path).unwrap();
    let told = Teller { trial: Trial::new(), members: Vec::new(), refused: None }.tell(&text);
    expect_test::expect_file![path].assert_eq(&told);
}

const COOP: &str = "C1";

struct Teller {
    trial: Trial,
    members: Vec<String>,
    refused: Option<Problem>,
}

impl Teller {
    fn tell(&mut self, text: &str) -> String {
        let (prose, facts) = text.split_once("\n\n").unwrap();
        let mut told = format!("{prose}\n");
        for block in facts.split("\n\n") {
            let (head, lines) = block.trim_end().split_once('\n').unwrap_or((block.trim_end(), ""));
            let words: Vec<&str> = head.split_whitespace().collect();
            told += &format!("\n{head}\n");
            if let ["expect", asked @ ..] = words.as_slice() {
                told += &self.expect(asked);
            } else {
                assert!(self.refused.is_none(), "{head}: {:#?}", self.refused);
                let done = self.block(&words, lines);
                self.refused = done.err();
                told += &lines.lines().map(|line| format!("{line}\n")).collect::<String>();
            }
        }
        assert!(self.refused.is_none(), "{:#?}", self.refused);
        // Whatever was done, the book holds.
        let check = self.trial.book().check(None).unwrap();
        assert!(check.holds, "{check:?}");
        told
    }

    fn block(&mut self, head: &[&str], lines: &str) -> Result<(), Problem> {
        let lines: Vec<Vec<&str>> =
            lines.lines().map(|line| line.split_whitespace().collect()).collect();
        let mut book = self.trial.book();
        match head {
            ["cooperative", name, "from", month] => {
                self.cooperative(name, month, &lines);
                Ok(())
            }
            ["voucher", on, summary] => {
                book.post_voucher(&self.voucher(on, summary, &lines)).map(drop)
            }
            ["batch", name, rest @ ..] => self.batch(name, rest, &lines),
            ["card", code, name, kind, "charged", "on", charged, rest @ ..] => {
                let card = card((code, name, kind, charged), rest);
                book.add_asset(COOP, &card).map(drop)
            }
            ["charge", month, units @ ..] => {
                let units = units.iter().map(|unit| unit.split_once('=').unwrap());
                let units: Vec<UnitsInput> = units
                    .map(|(code, units)| UnitsInput { code: code.into(), units: units.into() })
                    .collect();
                book.charge_assets(COOP, month, &units).map(drop)
            }
            ["gone", code, "on", day, why] => {
                let draft = book.dispose_asset(COOP, code, day, why)?;
                book.post_draft(draft.id).map(drop)
            }
            ["deliveries"] => {
                let mut csv = "coop,member,date,product,quantity,unit,amount\n".to_owned();
                for line in &lines {
                    let [name, day, amount] = line.as_slice() else { panic!("{line:?}") };
                    let place = self.members.iter().position(|member| member == name).unwrap();
                    let code = format!("M{:03}", place + 1);
                    csv += &format!("{COOP},{code},{day},羊,1,只,{}\n", plain(amount));
                }
                let kind = app::import::ImportKind::Deliveries;
                self.trial.import(kind, "deliveries.csv", csv.as_bytes()).map(drop)
            }
            ["counted", amount, "on", day] => {
                let input = CashInput {
                    on: (*day).to_owned(),
                    account: None,
                    counted: Some(plain(amount)),
                    pieces: Vec::new(),
                    note: None,
                };
                let made = book.count_cash(COOP, &input)?;
                made.draft.map_or(Ok(()), |draft| book.post_draft(draft.id).map(drop))
            }
            _ => self.close(head, &lines),
        }
    }

    /// Months and years, and the distribution.
    fn close(&mut self, head: &[&str], lines: &[Vec<&str>]) -> Result<(), Problem> {
        let mut book = self.trial.book();
        match head {
            ["close", first, "to", last] => {
                let mut at = domain::Month::read(first).unwrap();
                while at <= domain::Month::read(last).unwrap() {
                    book.close_month(COOP, &at.to_string())?;
                    at = at.next().unwrap();
                }
                Ok(())
            }
            ["close", "year", year, rest @ ..] => {
                let (posting_date, cover) = match rest {
                    [] => (PostingDateView::YearEnd, None),
                    ["resolution"] => (PostingDateView::Resolution, None),
                    ["covering", amount] => (PostingDateView::YearEnd, Some(plain(amount))),
                    other => panic!("not understood: {other:?}"),
                };
                let input = YearCloseInput { posting_date, cover };
                book.close_year(COOP, number(year), &input).map(drop)
            }
            ["waive", year, why] => book.waive_distribution(COOP, number(year), why).map(drop),
            ["reopen", "year", year, why] => book.reopen_year(COOP, number(year), why).map(drop),
            ["scheme", "of", year, "by", resolution, "on", day] => {
                book.dividend_save(COOP, number(year), &scheme(lines))?;
                book.dividend_approve(COOP, number(year), resolution, day).map(drop)
            }
            ["distribute", year] => book.post_distribution(COOP, number(year), None).map(drop),
            ["distribute", year, "on", day] => {
                book.post_distribution(COOP, number(year), Some(day)).map(drop)
            }
            other => panic!("not understood: {other:?}"),
        }
    }

    fn cooperative(&mut self, name: &str, starts: &str, members: &[Vec<&str>]) {
        let mut book = self.trial.book();
        let cooperative = CooperativeInput {
            code: COOP.to_owned(),
            name: name.to_owned(),
            starts: starts.to_owned(),
            credit_code: None,
            alliance: None,
            line: None,
        };
        book.add_cooperative(cooperative).unwrap();
        for (place, line) in members.iter().enumerate() {
            let [kind, name, rest @ ..] = line.as_slice() else { panic!("{line:?}") };
            let code = format!("M{:03}", place + 1);
            let village = (*kind == "village").then(|| format!("V{:02}", place + 1));
            if let Some(code) = village.clone() {
                let (township, performance_pay) = ("示范镇".to_owned(), "0".to_owned());
                let name = (*name).to_owned();
                let village = VillageInput { code, name, township, performance_pay, joint: true };
                book.add_village(village).unwrap();
            }
            let kind = match *kind {
                "village" => MemberKindView::VillageCollective,
                _ => MemberKindView::Household,
            };
            let (joined, id_number, bank_account) = (None, None, None);
            let member = MemberInput {
                code: code.clone(),
                name: (*name).to_owned(),
                kind,
                village,
                joined,
                id_number,
                bank_account,
            };
            book.add_member(COOP, member).unwrap();
            self.members.push((*name).to_owned());
            if let ["with", amount, "on", day] = rest {
                let csv =
                    format!("coop,member,date,amount\n{COOP},{code},{day},{}\n", plain(amount));
                let (kind, name) = (app::import::ImportKind::Contributions, format!("{code}.csv"));
                self.trial.import(kind, &name, csv.as_bytes()).unwrap();
            }
        }
    }

    fn voucher(&self, on: &str, summary: &str, lines: &[Vec<&str>]) -> VoucherInput {
        VoucherInput {
            coop: Some(COOP.to_owned()),
            date: Some(on.to_owned()),
            word: None,
            summary: Some(summary.to_owned()),
            papers: None,
            lines: Some(lines.iter().map(|line| self.line(line)).collect()),
        }
    }

    /// `借 141 鹅一批 1,200.00`: side, account, what the line names besides, amount.
    fn line(&self, words: &[&str]) -> VoucherLineInput {
        let [side, account, detail @ .., amount] = words else { panic!("{words:?}") };
        let amount = Some(plain(amount));
        let (debit, credit) = if *side == "借" { (amount, None) } else { (None, amount) };
        let mut line = VoucherLineInput {
            account: Some((*account).to_owned()),
            debit,
            credit,
            ..VoucherLineInput::default()
        };
        if let [name] = detail {
            match self.members.iter().position(|member| member == name) {
                Some(place) => line.member = Some(format!("M{:03}", place + 1)),
                None if account.starts_with("113") || account.starts_with("211") => {
                    line.counterparty = Some((*name).to_owned());
                }
                None => line.project = Some((*name).to_owned()),
            }
        }
        line
    }

    /// A batch is begun where its purpose is named; what happens to it is posted at once.
    fn batch(&mut self, name: &str, kind: &[&str], lines: &[Vec<&str>]) -> Result<(), Problem> {
        let mut book = self.trial.book();
        if let [purpose, rest @ ..] = kind {
            let flock = FlockInput {
                name: name.to_owned(),
                purpose: match *purpose {
                    "meat" => PurposeView::Meat,
                    _ => PurposeView::Layer,
                },
                egg_cost: match rest {
                    ["expense"] => EggCostView::Expense,
                    _ => EggCostView::Cost,
                },
                note: None,
            };
            book.add_flock(COOP, &flock)?;
        }
        for line in lines {
            let made = book.add_flock_move(COOP, name, &happened(line))?;
            if let Some(draft) = made.draft {
                book.post_draft(draft.id)?;
            }
        }
        Ok(())
    }

    fn expect(&mut self, asked: &[&str]) -> String {
        if asked == ["refused"] {
            let problem = self.refused.take().unwrap();
            let details = problem.details.iter().map(|detail| format!("    {}\n", detail.zh));
            return format!("  {}\n{}", problem.message.zh, details.collect::<String>());
        }
        assert!(self.refused.is_none(), "{:#?}", self.refused);
        let mut book = self.trial.book();
        match asked {
            ["vouchers", "of", month] => {
                let (first, last) = (format!("{month}-01"), last_day(month));
                let rows = book
                    .vouchers_between(COOP, (Some(&first), Some(&last)), VoucherState::Posted, None)
                    .unwrap();
                let mut numbers: Vec<String> =
                    rows.into_iter().filter_map(|row| row.number).collect();
                numbers.sort_by_key(|number| number.contains('结'));
                let shown =
                    |number: &String| voucher(&book_of(self).voucher(COOP, number).unwrap());
                numbers.iter().map(shown).collect()
            }
            ["balances", "at", day] => {
                let view = book.trial_balance(COOP, day, None, true).unwrap();
                let rows = view.rows.iter().filter(|row| row.closing.0 != Money::ZERO);
                rows.map(|row| {
                    let side = if row.closing.0 > Money::ZERO { "借" } else { "贷" };
                    let name = format!("{} {}", row.account, row.name);
                    format!("  {}{side} {:>14}\n", wide(&name, 34), row.closing.0.abs().grouped())
                })
                .collect()
            }
            ["form", form @ ("01" | "02" | "03"), "of", year] => {
                let kind = match *form {
                    "01" => StatementKind::BalanceSheet,
                    "02" => StatementKind::Surplus,
                    _ => StatementKind::Equity,
                };
                let query = StatementQuery { year: number(year), month: None, member: None };
                form_told(&book.statement_report(COOP, kind, &query).unwrap())
            }
            ["batch", name] => {
                let view = book.flocks(COOP).unwrap();
                let row = view.rows.iter().find(|row| row.name == *name).unwrap();
                let per = |cost: &Option<app::view::QuantityText>| {
                    cost.as_ref().map_or("—".to_owned(), |cost| cost.0.to_string())
                };
                format!(
                    "  存栏 {} 只　账面 {}　育成 {}　产蛋 {}　每斤蛋 {}\n",
                    row.living,
                    row.standing.0.grouped(),
                    row.raised.0.grouped(),
                    row.laying.0.grouped(),
                    per(&row.cost_per_egg)
                )
            }
            other => panic!("not understood: expect {other:?}"),
        }
    }
}

fn book_of(teller: &Teller) -> app::Book {
    teller.trial.book()
}

fn last_day(month: &str) -> String {
    domain::Month::read(month).unwrap().last_day().to_string()
}

fn card((code, name, kind, charged): (&str, &str, &str, &str), words: &[&str]) -> AssetInput {
    let after = |word: &str| {
        let place = words.iter().position(|known| *known == word)?;
        words.get(place + 1).map(|text| plain(text))
    };
    AssetInput {
        code: code.to_owned(),
        name: name.to_owned(),
        kind: match kind {
            "fixed" => AssetKindView::Fixed,
            "biological" => AssetKindView::Biological,
            _ => AssetKindView::Intangible,
        },
        account: None,
        charged: charged.to_owned(),
        project: after("of"),
        in_use_on: after("from").unwrap(),
        cost: after("cost").unwrap(),
        salvage: after("salvage"),
        before: None,
        before_through: None,
        months: after("months"),
        units: after("units"),
        unit: after("unit"),
        nominal: words.contains(&"nominal"),
        relief: false,
        note: None,
    }
}

/// `2025-01-20 sold 980 birds 8,000 斤 60,000.00 备注`.
fn happened(words: &[&str]) -> MoveInput {
    let [on, kind, rest @ ..] = words else { panic!("{words:?}") };
    let kind = match *kind {
        "bought" => MoveKindView::Bought,
        "fed" => MoveKindView::Fed,
        "spent" => MoveKindView::Spent,
        "died" => MoveKindView::Died,
        "matured" => MoveKindView::Matured,
        "culled" => MoveKindView::Culled,
        "sold" => MoveKindView::Sold,
        "laid" => MoveKindView::Laid,
        other => panic!("not understood: {other}"),
    };
    let before = |unit: &str| {
        let place = rest.iter().position(|word| *word == unit)?;
        Some(plain(rest[place - 1]))
    };
    let amount = rest.iter().find(|word| word.contains('.')).map(|text| plain(text));
    let note = rest.iter().find(|word| !word.is_ascii() && **word != "斤");
    MoveInput {
        on: (*on).to_owned(),
        kind,
        birds: before("birds"),
        weight: before("斤"),
        amount,
        note: note.map(|text| (*text).to_owned()),
    }
}

fn voucher(view: &VoucherView) -> String {
    let number = view.number.split_once(' ').map_or("", |(_, number)| number);
    let mut text = format!("  {number} {} {}\n", view.date, view.summary);
    text += &view.lines.iter().map(line_told).collect::<String>();
    for origin in &view.origins {
        text += &format!("    由来 {}\n", origin.text.zh);
    }
    text
}

fn line_told(line: &VoucherLineView) -> String {
    let member = line.member.as_ref().map(|member| member.name.clone());
    let detail = member.or_else(|| line.counterparty.clone()).or_else(|| line.project.clone());
    let name = format!("{} {} {}", line.account, line.name, detail.unwrap_or_default());
    let (side, amount) = match line.debit.0 {
        Money::ZERO => ("贷", line.credit),
        _ => ("借", line.debit),
    };
    let indent = if side == "借" { "" } else { "  " };
    format!("    {indent}{side} {}{:>14}\n", wide(name.trim(), 40), amount.0.grouped())
}

/// The columns of form 03, as people call them.
const COLUMNS: [(&str, &str); 6] = [
    ("capital", "股金"),
    ("fund", "专项基金"),
    ("premium", "资本公积"),
    ("reserve", "盈余公积"),
    ("undistributed", "未分配盈余"),
    ("total", "合计"),
];

/// The lines that say something, and whether the checks between forms hold.
fn form_told(view: &app::view::statement::StatementReport) -> String {
    let mut text = String::new();
    for row in &view.rows {
        let filled = row.amounts.iter().filter(|(_, amount)| amount.0 != Money::ZERO);
        let by_column: Vec<String> = filled
            .filter_map(|(key, amount)| {
                let (_, name) = COLUMNS.iter().find(|(known, _)| known == key)?;
                Some(format!("{name} {}", amount.0.grouped()))
            })
            .collect();
        if row.amounts.values().all(|amount| amount.0 == Money::ZERO) {
            continue;
        }
        let line = row.line.map(|line| line.to_string()).unwrap_or_default();
        let amounts = if by_column.is_empty() {
            let both = row.amounts.values().map(|amount| format!("{:>14}", amount.0.grouped()));
            both.collect::<Vec<_>>().join(" ")
        } else {
            by_column.join("　")
        };
        text += &format!("  {line:>2} {}{amounts}\n", wide(&row.name, 28));
    }
    for check in view.checks.iter().filter(|check| !check.holds) {
        text += &format!("  不符 {} 差 {}\n", check.what.zh, check.difference.0.grouped());
    }
    let held = view.checks.iter().filter(|check| check.holds).count();
    text + &format!("  核对 {held} 项相符\n")
}
