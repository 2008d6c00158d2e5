//! What drafts say that are not posted yet, line by line: what they take stands there once.

use domain::Money;
use domain::id::{CooperativeId, DraftId};
use jiff::civil::Date;
use store::{Reading, StoreError};

use super::entry;
use crate::day;
use crate::import::read_money;
use crate::typed::{filled, optional};
use crate::view::voucher::VoucherInput;

/// A line of a draft, as far as it can be read.
#[derive(Debug, Clone)]
pub(crate) struct WaitingLine {
    /// The draft that it stands in.
    pub draft: DraftId,
    /// The day of the draft.
    pub on: Option<Date>,
    /// Its account.
    pub account: String,
    /// The member that it names.
    pub member: Option<String>,
    /// The project that it names.
    pub project: Option<String>,
    /// Its debit.
    pub debit: Money,
    /// Its credit.
    pub credit: Money,
}

/// The lines of all drafts of a cooperative that name an account.
pub(crate) fn lines(
    reading: &Reading<'_>,
    coop: CooperativeId,
) -> Result<Vec<WaitingLine>, StoreError> {
    let mut lines = Vec::new();
    for record in reading.drafts(coop)? {
        let entry = entry(&record)?;
        let on = day_of(&entry);
        for line in entry.lines.unwrap_or_default() {
            let Some(account) = optional(line.account.as_deref()) else { continue };
            lines.push(WaitingLine {
                draft: record.id,
                on,
                account,
                member: optional(line.member.as_deref()),
                project: optional(line.project.as_deref()),
                debit: amount(line.debit.as_deref()),
                credit: amount(line.credit.as_deref()),
            });
        }
    }
    Ok(lines)
}

/// The sum of amounts; one that no book can hold is left out, and is refused where it is posted.
pub(crate) fn sum(amounts: impl IntoIterator<Item = Money>) -> Money {
    amounts.into_iter().fold(Money::ZERO, |sum, amount| sum.checked_add(amount).unwrap_or(sum))
}

/// The day that was typed, where it is one.
pub(crate) fn day_of(entry: &VoucherInput) -> Option<Date> {
    filled(entry.date.as_deref()).and_then(|text| day::read(text).ok())
}

/// The amount that was typed; zero where it is none.
pub(crate) fn amount(text: Option<&str>) -> Money {
    filled(text).and_then(|text| read_money(text).ok()).unwrap_or_default()
}
