//! Posted vouchers taken back in red, and put right: what was posted stays, and links lead both
//! ways.

use domain::cooperative::Cooperative;
use domain::id::{CooperativeId, DraftId};
use domain::voucher::{ReversalError, Voucher, VoucherNumber};
use jiff::civil::Date;
use store::{
    DraftRecord, Kept, NewDraft, NewVoucher, Reading, VoucherHead, VoucherRecord, VoucherRole, Work,
};

use super::checks::{Chart, not_open, unprintable};
use super::judge::{Fault, not_posted, typed};
use super::{post, posted, read_number, shown};
use crate::book::Book;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::draft::{CorrectedView, ReversedView};
use crate::{day, draft, register};

impl Book {
    /// Takes a posted voucher back in red, with links both ways. Where somebody else reviews
    /// vouchers, the red one is a draft that awaits that.
    ///
    /// # Errors
    /// A voucher that is not known, is reversed already, is itself a reversal or the opening
    /// balances, no reason, a day before the voucher's or before the books begin, or a book that
    /// cannot be written.
    pub fn reverse_voucher(
        &mut self,
        coop: &str,
        number: &str,
        on: &str,
        reason: &str,
    ) -> Result<ReversedView, Problem> {
        let number = read_number(number)?;
        let on = read_day(on)?;
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        let original = posted(&work, coop.id, &number)?;
        let view = match take_back(&work, &coop, &original, on, reason)? {
            Red::Posted(number) => {
                ReversedView { voucher: Some(shown(&work, &coop, &number)?), draft: None }
            }
            Red::Drafted(id) => {
                ReversedView { voucher: None, draft: Some(draft::shown(&work, id)?) }
            }
        };
        work.commit()?;
        Ok(view)
    }

    /// Takes a posted voucher back in red, unless it was before, and opens a draft with the same
    /// lines that puts it right.
    ///
    /// # Errors
    /// As [`Book::reverse_voucher`], and a voucher that was put right already.
    pub fn correct_voucher(
        &mut self,
        coop: &str,
        number: &str,
        on: &str,
        reason: &str,
    ) -> Result<CorrectedView, Problem> {
        let number = read_number(number)?;
        let on = read_day(on)?;
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        let wrong = posted(&work, coop.id, &number)?;
        refuse_corrected(&work, &wrong.head)?;
        let red = match &wrong.head.reversed_by {
            Some(_) => None,
            None => Some(take_back(&work, &coop, &wrong, on, reason)?),
        };
        let code = &coop.what.code;
        let mut entry = typed(&wrong.voucher()?, code, wrong.head.papers);
        entry.date = Some(on.to_string());
        let new =
            NewDraft { entry: &draft::json(&entry), reverses: None, corrects: Some(wrong.head.id) };
        let id = work.add_draft(coop.id, &new)?;
        let (mut red_voucher, mut red_draft) = (None, None);
        match red {
            Some(Red::Drafted(id)) => red_draft = Some(draft::shown(&work, id)?),
            Some(Red::Posted(number)) => red_voucher = Some(shown(&work, &coop, &number)?),
            None => {}
        }
        if red_draft.is_none() {
            work.hand_on_sources(wrong.head.id)?;
            work.hand_on_origins(wrong.head.id)?;
        }
        let view = CorrectedView { red: red_voucher, red_draft, draft: draft::shown(&work, id)? };
        work.commit()?;
        Ok(view)
    }
}

/// Takes back in red a voucher that the program made itself, within a larger work.
///
/// # Errors
/// As [`Book::reverse_voucher`].
pub(crate) fn take_back_by_number(
    work: &Work<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    number: &str,
    on: Date,
    reason: &str,
) -> Result<(), Problem> {
    let original = posted(work, coop.id, &read_number(number)?)?;
    take_back(work, coop, &original, on, reason).map(drop)
}

/// The red voucher, posted or drafted.
enum Red {
    Posted(VoucherNumber),
    Drafted(DraftId),
}

fn take_back(
    work: &Work<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    original: &VoucherRecord,
    on: Date,
    reason: &str,
) -> Result<Red, Problem> {
    let head = &original.head;
    if let Some(red) = &head.reversed_by {
        return Err(reversed_already(&head.number, red));
    }
    if head.opening {
        return Err(is_opening(&head.number));
    }
    let drafted = work.drafts_about(head.id)?;
    if let Some(drafted) = drafted.iter().find(|draft| draft.reverses == Some(head.id)) {
        return Err(drafted_already(&head.number, drafted));
    }
    if let Some(text) = unprintable(reason) {
        let text = Text::new(
            format!("理由{}。没有冲销。", text.zh),
            format!("The reason {}. Nothing was posted.", text.en),
        );
        return Err(Problem::input("voucher.reason", text).about("reason"));
    }
    let red = reversal_of(original, on, reason)?;
    if let Some(text) = not_open(on, &Chart::of(work, coop.id)?) {
        let fault = Fault::whole("voucher.not_open", "on", text);
        return Err(not_posted(&[fault]));
    }
    if work.reviewed_by_another()? {
        let entry = draft::json(&typed(&red, &coop.what.code, 0));
        let reason = red.reason().unwrap_or_default();
        let new = NewDraft { entry: &entry, reverses: Some((head.id, reason)), corrects: None };
        return Ok(Red::Drafted(work.add_draft(coop.id, &new)?));
    }
    let places: Vec<_> = original.lines.iter().map(|line| (line.account, line.member)).collect();
    let role = VoucherRole::Reverses(head.id);
    let new = NewVoucher { role, ..NewVoucher::plain(&red, &places) };
    let number = post(work, coop.id, &new)?;
    Ok(Red::Posted(number))
}

/// The red voucher of a posted one.
fn reversal_of(original: &VoucherRecord, on: Date, reason: &str) -> Result<Voucher, Problem> {
    let red = original.voucher()?.reversal(on, reason);
    red.map_err(|error| not_reversed(&original.head, &error))
}

fn read_day(on: &str) -> Result<Date, Problem> {
    day::read(on).map_err(|error| Problem::from(error).about("on"))
}

/// A voucher is put right once, by one draft at a time.
fn refuse_corrected(reading: &Reading<'_>, wrong: &VoucherHead) -> Result<(), Problem> {
    let number = &wrong.number;
    if let Some(right) = &wrong.corrected_by {
        let text = Text::new(
            format!("凭证 {number} 已由 {right} 更正。{right} 也不对的，更正 {right}。"),
            format!(
                "Voucher {number} was put right by {right}. Correct {right} where it is wrong."
            ),
        );
        return Err(Problem::refused("voucher.corrected_already", text).about("number"));
    }
    let drafts = reading.drafts_about(wrong.id)?;
    match drafts.iter().find(|draft| draft.corrects == Some(wrong.id)) {
        None => Ok(()),
        Some(draft) => {
            let id = draft.id.number();
            let text = Text::new(
                format!("更正凭证 {number} 的草稿已经有了（草稿 {id}）。接着填它，或放弃它。"),
                format!("Draft {id} corrects voucher {number} already. Go on with it, or drop it."),
            );
            Err(Problem::refused("voucher.correction_drafted", text).about("number"))
        }
    }
}

fn drafted_already(number: &VoucherNumber, draft: &DraftRecord) -> Problem {
    let id = draft.id.number();
    let text = Text::new(
        format!("冲销凭证 {number} 的草稿已经有了（草稿 {id}）。审核后记账，或放弃它。"),
        format!("Draft {id} reverses voucher {number} already. Review and post it, or drop it."),
    );
    Problem::refused("voucher.reversal_drafted", text).about("number")
}

fn is_opening(number: &VoucherNumber) -> Problem {
    let text = Text::new(
        format!("{number} 是期初余额，不能冲销。记一张调整凭证来改。"),
        format!("{number} are the opening balances and are not reversed. Post an adjustment."),
    );
    Problem::refused("voucher.reverses_opening", text).about("number")
}

fn reversed_already(number: &VoucherNumber, red: &VoucherNumber) -> Problem {
    let text = Text::new(
        format!("凭证 {number} 已由 {red} 冲销，不再冲销。要重记的，另记一张凭证。"),
        format!("Voucher {number} was reversed by {red} already. To book it anew, post a new one."),
    );
    Problem::refused("voucher.reversed_already", text).about("number")
}

fn not_reversed(head: &VoucherHead, error: &ReversalError) -> Problem {
    let number = &head.number;
    match error {
        ReversalError::IsReversal => {
            let of = head.reverses.as_ref().map(ToString::to_string).unwrap_or_default();
            let text = Text::new(
                format!("凭证 {number} 本身是红字冲销（冲销 {of}），不能再冲销。另记一张凭证。"),
                format!(
                    "Voucher {number} is itself a reversal, of {of}. Post a new voucher instead."
                ),
            );
            Problem::refused("voucher.is_reversal", text).about("number")
        }
        ReversalError::NoReason => {
            let text = Text::new(
                format!("冲销 {number} 要写理由，例如“科目记错”。没有冲销。"),
                format!(
                    "Say why {number} is reversed, such as “wrong account”. Nothing was posted."
                ),
            );
            Problem::input("voucher.no_reason", text).about("reason")
        }
        ReversalError::BeforeOriginal { original, on } => {
            let text = before_original(number, *original, *on);
            let text = Text::new(text.zh + "。", text.en + ".");
            Problem::refused("voucher.before_original", text).about("on")
        }
    }
}

/// A red voucher does not lie before what it takes back; a sentence without its end.
pub(crate) fn before_original(number: &VoucherNumber, original: Date, on: Date) -> Text {
    Text::new(
        format!("冲销日期 {on} 早于凭证 {number} 的日期 {original}。改用 {original} 或以后"),
        format!("{on} is before {original}, the day of {number}. Use {original} or later"),
    )
}
