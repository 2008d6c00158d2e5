//! Reports from the books: the trial balance (科目余额表).

use domain::{Money, Term};
use jiff::civil::Date;

use crate::book::Book;
use crate::day;
use crate::problem::Problem;
use crate::register;
use crate::view::books::{TrialBalanceRow, TrialBalanceTotals, TrialBalanceView};
use crate::view::{Named, Text, Yuan};

impl Book {
    /// The trial balance of a cooperative at the end of a day, from the lines of all posted
    /// vouchers. The turnover begins on 1 January, or on `from`.
    ///
    /// # Errors
    /// A cooperative that is not known, days in the wrong order, or a damaged book.
    pub fn trial_balance(
        &mut self,
        coop: &str,
        at: &str,
        from: Option<&str>,
    ) -> Result<TrialBalanceView, Problem> {
        let at = day::read(at).map_err(|error| Problem::from(error).about("at"))?;
        let from = from.map(day::read).transpose();
        let from = from.map_err(|error| Problem::from(error).about("from"))?;
        let first = from.unwrap_or_else(|| jiff::civil::date(at.year(), 1, 1));
        if first > at || first.year() != at.year() {
            return Err(wrong_span(first, at));
        }
        let reading = self.store.read()?;
        let kept = register::cooperative(&reading, coop)?;
        let turnovers = reading.turnovers(kept.id, Term { first, last: at })?;
        let total = |of: &dyn Fn(&TrialBalanceRow) -> Yuan, rows: &[TrialBalanceRow]| -> Yuan {
            rows.iter().map(|row| of(row).0).sum::<Money>().into()
        };
        let rows: Vec<TrialBalanceRow> = turnovers
            .into_iter()
            .map(|turnover| TrialBalanceRow {
                opening: turnover.opening.into(),
                debit: turnover.debit.into(),
                credit: turnover.credit.into(),
                closing: turnover.closing().into(),
                account: turnover.code,
                name: turnover.name,
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
}

fn wrong_span(first: Date, at: Date) -> Problem {
    let text = Text::new(
        format!("起始日 {first} 应在 {at} 之前，并在同一年。"),
        format!("The first day {first} must lie before {at}, in the same year."),
    );
    Problem::input("report.span", text).about("from")
}
