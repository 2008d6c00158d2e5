//! Reports from the books: the trial balance (科目余额表) and the register of an account (明细账).

use std::collections::HashMap;

use domain::id::CooperativeId;
use domain::{FiscalYear, Money, Month, Term};
use jiff::civil::Date;
use store::{LedgerLine, Reading};

use crate::book::Book;
use crate::day;
use crate::ledger::other_side;
use crate::month::refuse_before_books;
use crate::problem::Problem;
use crate::register;
use crate::view::books::{TrialBalanceRow, TrialBalanceTotals, TrialBalanceView};
use crate::view::voucher::{CounterLine, RegisterRow, RegisterView};
use crate::view::{Named, Text, Yuan};
use crate::voucher::checks::{Chart, unknown_account};

impl Book {
    /// The trial balance of a cooperative at the end of a day, from the kept month balances, or
    /// with `recount` from every line. The turnover begins on 1 January, or on `from`; what stood
    /// before it is the opening. On a day before the books begin it is empty.
    ///
    /// # Errors
    /// A cooperative that is not known, days in the wrong order, or a damaged book.
    pub fn trial_balance(
        &mut self,
        coop: &str,
        at: &str,
        from: Option<&str>,
        recount: bool,
    ) -> Result<TrialBalanceView, Problem> {
        trial_balance(&self.store.read()?, coop, (at, from), recount)
    }

    /// The register of an account for a year: what it stood at, every line with the lines on the
    /// other side and the running balance, and what it stands at then. The lines of the accounts
    /// below it are among them.
    ///
    /// # Errors
    /// A cooperative, account or year that is not known, a year before the books begin, or a
    /// damaged book.
    pub fn account_register(
        &mut self,
        coop: &str,
        account: &str,
        year: i64,
    ) -> Result<RegisterView, Problem> {
        account_register(&self.store.read()?, coop, account, year)
    }
}

/// See [`Book::trial_balance`]; the days are the last one and the first of the turnover.
pub(crate) fn trial_balance(
    reading: &Reading<'_>,
    coop: &str,
    (at, from): (&str, Option<&str>),
    recount: bool,
) -> Result<TrialBalanceView, Problem> {
    let at = day::read(at).map_err(|error| Problem::from(error).about("at"))?;
    let from = from.map(day::read).transpose();
    let from = from.map_err(|error| Problem::from(error).about("from"))?;
    let first = from.unwrap_or_else(|| jiff::civil::date(at.year(), 1, 1));
    if first > at || first.year() != at.year() {
        return Err(wrong_span(first, at));
    }
    let kept = register::cooperative(reading, coop)?;
    let term = Term { first, last: at };
    // What the books open with stands on no account before they begin.
    let turnovers = if Month::of(at) < kept.what.starts {
        Vec::new()
    } else if recount {
        reading.turnovers_recounted(kept.id, term)?
    } else {
        reading.turnovers(kept.id, term)?
    };
    let total = |of: &dyn Fn(&TrialBalanceRow) -> Yuan, rows: &[TrialBalanceRow]| -> Yuan {
        rows.iter().map(|row| of(row).0).sum::<Money>().into()
    };
    let moved_before = moved_before(reading, kept.id, first, recount)?;
    let rows: Vec<TrialBalanceRow> = turnovers
        .into_iter()
        .map(|turnover| {
            let moved = moved_before.get(&turnover.code).copied().unwrap_or_default();
            TrialBalanceRow {
                opening: (turnover.opening + moved).into(),
                debit: turnover.debit.into(),
                credit: turnover.credit.into(),
                closing: (turnover.closing() + moved).into(),
                account: turnover.code,
                name: turnover.name,
            }
        })
        .collect();
    Ok(TrialBalanceView {
        coop: Named { code: kept.what.code, name: kept.what.name },
        from: first.to_string(),
        at: at.to_string(),
        totals: TrialBalanceTotals {
            opening: total(&|row| row.opening, &rows),
            debit: total(&|row| row.debit, &rows),
            credit: total(&|row| row.credit, &rows),
            closing: total(&|row| row.closing, &rows),
        },
        rows,
    })
}

/// See [`Book::account_register`].
pub(crate) fn account_register(
    reading: &Reading<'_>,
    coop: &str,
    account: &str,
    year: i64,
) -> Result<RegisterView, Problem> {
    let year = FiscalYear::new(year).map_err(|error| Problem::from(error).about("year"))?;
    let kept = register::cooperative(reading, coop)?;
    refuse_before_books(&kept.what, Month::of(year.last_day()), "year")?;
    let mut chart = Chart::of(reading, kept.id)?;
    let known = chart.accounts.remove(account).ok_or_else(|| no_account(account))?;
    let opening = reading.balance_before(known.id, year.first_day())?;
    let lines = reading.lines_of_account(known.id, year.term())?;
    let rows = register_rows(opening, &lines);
    let total =
        |of: &dyn Fn(&RegisterRow) -> Yuan| -> Money { rows.iter().map(|row| of(row).0).sum() };
    let (debit, credit) = (total(&|row| row.debit), total(&|row| row.credit));
    Ok(RegisterView {
        coop: Named { code: kept.what.code, name: kept.what.name },
        account: Named { code: known.what.code, name: known.what.name },
        year: year.number(),
        opening: opening.into(),
        rows,
        debit: debit.into(),
        credit: credit.into(),
        closing: (opening + debit - credit).into(),
    })
}

/// What moved on every account from 1 January until the turnover begins: with it, what an account
/// opens with is what stood before the first day, and the closing is what stands.
fn moved_before(
    reading: &Reading<'_>,
    coop: CooperativeId,
    first: Date,
    recount: bool,
) -> Result<HashMap<String, Money>, Problem> {
    let begins = FiscalYear::of(first).first_day();
    let Some(last) = first.yesterday().ok().filter(|&last| begins <= last) else {
        return Ok(HashMap::new());
    };
    let term = Term { first: begins, last };
    let moved = if recount {
        reading.turnovers_recounted(coop, term)?
    } else {
        reading.turnovers(coop, term)?
    };
    Ok(moved.into_iter().map(|sum| (sum.code, sum.debit - sum.credit)).collect())
}

/// The account's own lines with what stands against each, and the balance after each.
fn register_rows(opening: Money, lines: &[LedgerLine]) -> Vec<RegisterRow> {
    let mut balance = opening;
    let mut rows = Vec::new();
    for voucher in lines.chunk_by(|one, next| one.voucher == next.voucher) {
        for line in voucher.iter().filter(|line| line.own) {
            let (debit, credit) = (line.entry.debit(), line.entry.credit());
            balance += debit - credit;
            rows.push(RegisterRow {
                date: line.date.to_string(),
                voucher: line.voucher.to_string(),
                summary: line.summary.clone(),
                account: Named {
                    code: line.account.to_string(),
                    name: line.account_name.to_string(),
                },
                counter: counter(line, voucher),
                debit: debit.into(),
                credit: credit.into(),
                balance: balance.into(),
            });
        }
    }
    rows
}

/// The accounts of a voucher on the other side than `line`, in the order of their lines; what
/// stands on one account by member or project is one sum here.
fn counter(line: &LedgerLine, voucher: &[LedgerLine]) -> Vec<CounterLine> {
    let mut counter: Vec<CounterLine> = Vec::new();
    for other in other_side(line, voucher) {
        let amount = other.entry.debit() + other.entry.credit();
        match counter.iter_mut().find(|known| *known.account == *other.account) {
            Some(known) => known.amount = (known.amount.0 + amount).into(),
            None => counter.push(CounterLine {
                account: other.account.to_string(),
                name: other.account_name.to_string(),
                amount: amount.into(),
            }),
        }
    }
    counter
}

fn no_account(code: &str) -> Problem {
    let text = unknown_account(code);
    let text = Text::new(
        format!("这家合作社{}。用科目表里的编码，例如 102。", text.zh),
        format!("In this cooperative {}. Use a code of its chart, such as 102.", text.en),
    );
    Problem::refused("report.account", text).about("account")
}

fn wrong_span(first: Date, at: Date) -> Problem {
    let text = Text::new(
        format!("起始日 {first} 应在 {at} 之前，并在同一年。"),
        format!("The first day {first} must lie before {at}, in the same year."),
    );
    Problem::input("report.span", text).about("from")
}
