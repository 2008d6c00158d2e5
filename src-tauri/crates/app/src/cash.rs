//! Counts of cash (现金盘点): what is in the box at the end of a day, beside what the books say. A
//! difference makes a draft by way of 181 (37号 account 101: daily).

use domain::id::{AccountId, CooperativeId};
use domain::{Money, account::Account};
use jiff::civil::Date;
use store::{CashCountRecord, Kept, NewCashCount, Origin, Reading, Work};

use crate::book::Book;
use crate::import::read_money;
use crate::made_line::{below, credit, debit, on};
use crate::problem::Problem;
use crate::typed::optional;
use crate::view::Text;
use crate::view::bank::{CashAccount, CashInput, CashMadeView, CashRow, CashView};
use crate::view::draft::DraftView;
use crate::view::voucher::VoucherInput;
use crate::voucher::checks::Chart;
use crate::voucher::{named, written};
use crate::{day, draft, register};

impl Book {
    /// The counts of cash of a cooperative.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn cash(&mut self, coop: &str) -> Result<CashView, Problem> {
        let reading = self.store.read()?;
        view(&reading, coop)
    }

    /// Keeps a count of cash; a difference makes a draft.
    ///
    /// # Errors
    /// A cooperative or account that is not known, a day or amount that cannot be read, notes and
    /// coins that do not come to what was counted, or a book that cannot be written.
    pub fn count_cash(&mut self, coop: &str, input: &CashInput) -> Result<CashMadeView, Problem> {
        let day = day::read(&input.on).map_err(|error| Problem::from(error).about("on"))?;
        let (counted, pieces) = counted(input)?;
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        let chart = Chart::of(&work, kept.id)?;
        let account = account(&chart, input.account.as_deref())?;
        crate::month::refuse_before_books(&kept.what, domain::Month::of(day), "on")?;
        let book = balance(&work, account.id, day)?;
        let note = optional(input.note.as_deref());
        let new = NewCashCount { account: account.id, on: day, counted, book, pieces, note };
        let id = work.add_cash_count(kept.id, &new)?;
        let entry = entry(&chart, &account.what, &kept.what.code, &new);
        let drafted = match entry {
            None => None,
            Some(entry) => {
                let made = draft::made_of(&work, kept.id, &entry, Origin::CashCount(id))?;
                Some(draft::shown(&work, made)?)
            }
        };
        let made = CashMadeView { cash: view(&work, coop)?, draft: drafted };
        work.commit()?;
        Ok(made)
    }

    /// Makes the draft again of a count whose draft was let go.
    ///
    /// # Errors
    /// A cooperative or count that is not known, one without a difference, one with a draft or
    /// voucher already, or a book that cannot be written.
    pub fn cash_draft(&mut self, coop: &str, id: i64) -> Result<DraftView, Problem> {
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        let record = known(&work, kept.id, id)?;
        let chart = Chart::of(&work, kept.id)?;
        let account = account(&chart, Some(&record.account_code))?;
        let entry = entry(&chart, &account.what, &kept.what.code, &record.what);
        let entry = entry.filter(|_| record.draft.is_none() && record.voucher.is_none());
        let entry = entry.ok_or_else(nothing_to_draft)?;
        let made = draft::made_of(&work, kept.id, &entry, Origin::CashCount(record.id))?;
        let view = draft::shown(&work, made)?;
        work.commit()?;
        Ok(view)
    }
}

fn view(reading: &Reading<'_>, coop: &str) -> Result<CashView, Problem> {
    let kept = register::cooperative(reading, coop)?;
    let chart = Chart::of(reading, kept.id)?;
    let mut accounts = Vec::new();
    for (code, name) in below(&chart, "101") {
        if let Some(account) = chart.accounts.get(code) {
            let balance = balance(reading, account.id, Date::MAX)?.into();
            accounts.push(CashAccount { code: code.to_owned(), name: name.to_owned(), balance });
        }
    }
    Ok(CashView {
        coop: named(&kept),
        cooperatives: reading.cooperatives()?.iter().map(named).collect(),
        accounts,
        rows: reading.cash_counts(kept.id)?.into_iter().map(row).collect(),
    })
}

fn row(record: CashCountRecord) -> CashRow {
    let what = record.what;
    CashRow {
        id: record.id.number(),
        on: what.on.to_string(),
        account: record.account_code,
        counted: what.counted.into(),
        book: what.book.into(),
        difference: (what.counted - what.book).into(),
        pieces: what.pieces,
        note: what.note,
        voucher: written(record.voucher),
        draft: record.draft.map(|draft| draft.number()),
    }
}

fn balance(reading: &Reading<'_>, account: AccountId, day: Date) -> Result<Money, Problem> {
    let next = day.tomorrow().unwrap_or(Date::MAX);
    Ok(reading.balance_before(account, next)?)
}

/// Less than the books say goes to 181 as a loss to be cleared up, more as a gain.
fn entry(chart: &Chart, account: &Account, coop: &str, new: &NewCashCount) -> Option<VoucherInput> {
    let off = new.counted - new.book;
    if off == Money::ZERO {
        return None;
    }
    let current =
        below(chart, "181").find(|(_, name)| name.contains("流动") && !name.contains("非流动"));
    let pending = current.or_else(|| below(chart, "181").next()).map(|(code, _)| code.to_owned());
    let (cash, pending) = (on(Some(account.code.clone()), None), on(pending, None));
    let (summary, lines) = if off < Money::ZERO {
        ("现金盘亏，待查", vec![debit(pending, -off), credit(cash, -off)])
    } else {
        ("现金盘盈，待查", vec![debit(cash, off), credit(pending, off)])
    };
    Some(VoucherInput {
        coop: Some(coop.to_owned()),
        date: Some(new.on.to_string()),
        word: None,
        summary: Some(summary.to_owned()),
        papers: None,
        lines: Some(lines),
    })
}

fn account(chart: &Chart, code: Option<&str>) -> Result<Kept<AccountId, Account>, Problem> {
    let wanted = optional(code);
    let mut boxes = below(chart, "101").map(|(code, _)| code);
    let found = match &wanted {
        None => boxes.next(),
        Some(wanted) => boxes.find(|code| code == wanted),
    };
    let found = found.and_then(|code| chart.accounts.get(code)).cloned();
    found.ok_or_else(|| {
        let code = wanted.unwrap_or_else(|| "101".to_owned());
        let text = Text::new(
            format!("{code} 不是现金科目。选 101 库存现金下的科目。"),
            format!("{code} is no account of cash. Choose one at or below 101."),
        );
        Problem::refused("cash.account", text).about("account")
    })
}

/// What was counted, and by which notes and coins.
fn counted(input: &CashInput) -> Result<(Money, Option<String>), Problem> {
    let number = |field: &str, said: Text| {
        let text = Text::new(format!("盘点金额{}。", said.zh), format!("{}.", said.en));
        Problem::input("cash.number", text).about(field)
    };
    let typed = optional(input.counted.as_deref());
    let typed = typed.map(|text| read_money(&text)).transpose();
    let typed = typed.map_err(|said| number("counted", said))?;
    let (mut sum, mut told) = (Money::ZERO, Vec::new());
    for piece in &input.pieces {
        let Some(count) = optional(Some(&piece.count)).filter(|count| count != "0") else {
            continue;
        };
        let worth = read_money(&piece.worth).map_err(|said| number("pieces", said))?;
        let count: i64 =
            count.parse().ok().filter(|count| (0..=100_000_000).contains(count)).ok_or_else(
                || {
                    let said = Text::new(
                        format!("“{count}”不是张数"),
                        format!("“{count}” is no number of pieces"),
                    );
                    number("pieces", said)
                },
            )?;
        let worth_all = worth.fen().checked_mul(count).map(Money::from_fen);
        let too_much = || Text::new("太大", "is too large");
        let added = worth_all.and_then(|all| sum.checked_add(all));
        sum = added.ok_or_else(|| number("pieces", too_much()))?;
        told.push(format!("{worth}×{count}"));
    }
    let counted = match (typed, told.is_empty()) {
        (Some(typed), true) => typed,
        (None, false) => sum,
        (Some(typed), false) if typed == sum => typed,
        (Some(typed), false) => {
            let (typed, sum) = (typed.grouped(), sum.grouped());
            let text = Text::new(
                format!("各面额合计 {sum}，填的盘点金额是 {typed}，没有保存。核对张数。"),
                format!("Notes and coins come to {sum}, and {typed} was typed. Count again."),
            );
            return Err(Problem::input("cash.pieces", text).about("pieces"));
        }
        (None, true) => {
            let text = Text::new(
                "盘点金额没有填。填总数，或填各面额的张数。",
                "What was counted is missing. Write the sum, or the number of each note.",
            );
            return Err(Problem::input("cash.missing", text).about("counted"));
        }
    };
    if counted < Money::ZERO {
        return Err(number("counted", Text::new("不能是负数", "is below zero")));
    }
    Ok((counted, (!told.is_empty()).then(|| told.join("、"))))
}

fn known(work: &Work<'_>, coop: CooperativeId, id: i64) -> Result<CashCountRecord, Problem> {
    let found = work.cash_counts(coop)?.into_iter().find(|count| count.id.number() == id);
    found.ok_or_else(|| {
        let text = Text::new(
            "没有这一次盘点。重新打开列表。",
            "There is no such count. Open the list again.",
        );
        Problem::refused("cash.unknown", text).about("id")
    })
}

fn nothing_to_draft() -> Problem {
    let text = Text::new(
        "这次盘点没有差额，或已经做了凭证。",
        "The count has no difference, or its voucher is made.",
    );
    Problem::refused("cash.nothing", text).about("id")
}
