//! Opening balances (期初余额): what every account stood at when the books began, as one voucher that
//! is dated the day before. The sheet is kept as it is typed until it balances and is confirmed.

mod rows;
mod sheet;

use domain::cooperative::Cooperative;
use domain::id::CooperativeId;
use store::{Kept, NewVoucher, Reading, VoucherRole};

use crate::book::Book;
use crate::problem::Problem;
use crate::register;
use crate::view::Text;
use crate::view::opening::{OpeningRowInput, OpeningView};
pub(crate) use rows::{OpeningRows, TypedBalance};
use sheet::Sheet;

impl Book {
    /// The sheet of a cooperative: as it was typed, or as it was confirmed.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn opening(&mut self, coop: &str) -> Result<OpeningView, Problem> {
        let reading = self.store.read()?;
        let coop = register::cooperative(&reading, coop)?;
        sheet::view(&reading, &coop)
    }

    /// Keeps the sheet as it was typed, whatever it says.
    ///
    /// # Errors
    /// A cooperative that is not known, a sheet that was confirmed, a month that is closed, or a
    /// book that cannot be written.
    pub fn opening_save(
        &mut self,
        coop: &str,
        rows: &[OpeningRowInput],
    ) -> Result<OpeningView, Problem> {
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        refuse_late(&work, coop.id)?;
        // An empty sheet is none, and holds nothing back that an import brought.
        if rows.is_empty() {
            work.drop_opening(coop.id)?;
        } else {
            work.keep_opening(coop.id, &sheet::written(rows)?)?;
        }
        let view = sheet::view(&work, &coop)?;
        work.commit()?;
        Ok(view)
    }

    /// Confirms the sheet: it becomes the voucher that the books begin with, and is typed no more.
    ///
    /// # Errors
    /// As [`Book::opening_save`]; a balance that cannot stand, or sides that differ.
    pub fn opening_confirm(&mut self, coop: &str) -> Result<OpeningView, Problem> {
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        refuse_late(&work, coop.id)?;
        let draft = work.opening_draft(coop.id)?;
        let Sheet { rows, faults, .. } = Sheet::of(&work, coop.id, draft.as_ref())?;
        if !faults.is_empty() {
            return Err(faulty(faults.into_iter().map(|fault| fault.text).collect()));
        }
        let (voucher, places) = rows.voucher(coop.what.starts).map_err(not_confirmed)?;
        let new = NewVoucher {
            role: VoucherRole::Opening,
            draft: draft.map(|draft| draft.id),
            ..NewVoucher::plain(&voucher, &places)
        };
        work.post_voucher(coop.id, &new)?;
        let view = sheet::view(&work, &coop)?;
        work.commit()?;
        Ok(view)
    }
}

/// Opening balances come once, and before any month is closed.
///
/// # Errors
/// The cooperative has them, or has closed a month.
pub(crate) fn refuse_late(
    reading: &Reading<'_>,
    cooperative: CooperativeId,
) -> Result<(), Problem> {
    match locked(reading, cooperative)? {
        Some((code, text)) => Err(Problem::refused(code, text)),
        None => Ok(()),
    }
}

/// Why the opening balances are typed no more.
fn locked(
    reading: &Reading<'_>,
    cooperative: CooperativeId,
) -> Result<Option<(&'static str, Text)>, Problem> {
    if let Some(opening) = reading.opening_voucher(cooperative)? {
        let number = opening.number;
        let text = match opening.batch.map(domain::id::BatchId::number) {
            Some(batch) => Text::new(
                format!(
                    "期初余额已由第 {batch} 批导入确认（{number}），不能再改。撤销第 {batch} \
                     批再导入，或记一张调整凭证。"
                ),
                format!(
                    "The opening balances were confirmed by import {batch} ({number}) and are \
                     locked. Take import {batch} back, or adjust them by a voucher."
                ),
            ),
            None => Text::new(
                format!("期初余额已经确认（{number}），不能再改。要调整的，记一张调整凭证。"),
                format!(
                    "The opening balances are confirmed ({number}) and locked. Adjust them by a \
                     voucher."
                ),
            ),
        };
        return Ok(Some(("opening.confirmed", text)));
    }
    let Some(month) = reading.closed_months(cooperative)?.last().copied() else { return Ok(None) };
    let text = Text::new(
        format!("{month} 已经结账，不能再录期初余额。先反结账，或记一张调整凭证。"),
        format!(
            "{month} is closed, and opening balances come before any close. Reopen it, or adjust \
             the balances by a voucher."
        ),
    );
    Ok(Some(("opening.after_close", text)))
}

fn faulty(faults: Vec<Text>) -> Problem {
    let count = faults.len();
    let text = Text::new(
        format!("期初余额有 {count} 处要改，没有确认。改好再确认。"),
        format!("{count} of the opening balances cannot stand. Not confirmed; mend them first."),
    );
    Problem::refused("opening.faulty", text).with_details(faults)
}

fn not_confirmed(text: Text) -> Problem {
    let text = Text::new(
        format!("{}。没有确认，改好再确认。", text.zh),
        format!("Not confirmed: {}. Mend it and confirm again.", text.en),
    );
    Problem::refused("opening.unbalanced", text)
}

type Coop = Kept<CooperativeId, Cooperative>;
