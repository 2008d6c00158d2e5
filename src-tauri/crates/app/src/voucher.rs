//! Vouchers one by one: posted and shown. How they are judged, listed, found and taken back stands
//! in the modules below; drafts have a module of their own.

pub(crate) mod checks;
pub(crate) mod judge;
mod listed;
mod paper;
pub(crate) mod reversal;
mod search;
mod sheet;

use domain::cooperative::Cooperative;
use domain::id::CooperativeId;
use domain::voucher::VoucherNumber;
use domain::{Money, Month};
use store::{Kept, NewVoucher, PostedLine, Reading, StoreError, VoucherRecord, VoucherRole, Work};

use crate::book::Book;
use crate::problem::Problem;
use crate::typed::filled;
use crate::view::draft::VoucherState;
use crate::view::voucher::{VoucherInput, VoucherLineView, VoucherView};
use crate::view::{Named, QuantityText, Text};
use crate::{attachment, day, origin, register, source};
pub use paper::Printed;

use judge::{Books, judge, not_posted};

impl Book {
    /// Posts a voucher: it gets the next number of its cooperative, month and word.
    ///
    /// # Errors
    /// A cooperative, account or member that is not known, a field that is missing or cannot be
    /// read, sides that differ, a day before the books begin or in a closed month, a book whose
    /// vouchers are reviewed first, or one that cannot be written.
    pub fn post_voucher(&mut self, input: &VoucherInput) -> Result<VoucherView, Problem> {
        let code = filled(input.coop.as_deref()).ok_or_else(no_cooperative)?;
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, code)?;
        let judged = judge(input, &Books::of(&work, coop.id)?);
        let sound = judged.sound.ok_or_else(|| not_posted(&judged.faults))?;
        if work.reviewed_by_another()? {
            return Err(review_first());
        }
        let new = NewVoucher::plain(&sound.voucher, &sound.places);
        let number = post(&work, coop.id, &NewVoucher { papers: sound.papers, ..new })?;
        let view = shown(&work, &coop, &number)?;
        work.commit()?;
        Ok(view)
    }

    /// One posted voucher by its number, written `2025-03 记-031` or `2025-03/31`.
    ///
    /// # Errors
    /// A cooperative or number that is not known, or a damaged book.
    pub fn voucher(&mut self, coop: &str, number: &str) -> Result<VoucherView, Problem> {
        let reading = self.store.read()?;
        let coop = register::cooperative(&reading, coop)?;
        shown(&reading, &coop, &read_number(number)?)
    }
}

/// Posts a voucher, and how it is named then. What a voucher was made of goes to the draft that
/// puts it right as soon as it is taken back.
pub(crate) fn post(
    work: &Work<'_>,
    coop: CooperativeId,
    new: &NewVoucher<'_>,
) -> Result<VoucherNumber, StoreError> {
    let (_, number) = work.post_voucher(coop, new)?;
    if let VoucherRole::Reverses(original) = new.role {
        work.hand_on_sources(original)?;
        work.hand_on_origins(original)?;
    }
    let (month, word) = (Month::of(new.voucher.date()), new.voucher.word().to_owned());
    Ok(VoucherNumber { month, word, number })
}

/// A voucher's number as it was typed.
pub(crate) fn read_number(text: &str) -> Result<VoucherNumber, Problem> {
    VoucherNumber::read(text).ok_or_else(|| {
        let text = Text::new(
            format!("“{text}”不是凭证号。写成 2025-03 记-031 或 2025-03/记-31 的样子。"),
            format!(
                "“{text}” is no voucher number. Write it like 2025-03 记-031 or 2025-03/记-31."
            ),
        );
        Problem::input("voucher.number", text).about("number")
    })
}

/// The posted voucher of this number.
pub(crate) fn posted(
    reading: &Reading<'_>,
    coop: CooperativeId,
    number: &VoucherNumber,
) -> Result<VoucherRecord, Problem> {
    reading.posted_voucher(coop, number)?.ok_or_else(|| {
        let text = Text::new(
            format!("这家合作社没有凭证 {number}。核对月份、字和号。"),
            format!("This cooperative has no voucher {number}. Check month, word and number."),
        );
        Problem::refused("voucher.unknown", text).about("number")
    })
}

/// A posted voucher as it is looked at.
pub(crate) fn shown(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    number: &VoucherNumber,
) -> Result<VoucherView, Problem> {
    let VoucherRecord { head, lines } = posted(reading, coop.id, number)?;
    let posting = reading.posted_by(head.id)?;
    let debit = lines.iter().map(|posted| posted.line.entry.debit()).sum::<Money>();
    let credit = lines.iter().map(|posted| posted.line.entry.credit()).sum::<Money>();
    let line_view = |line| voucher_line(line, &head.summary);
    let attachments = reading.attachments_of_voucher(head.id)?;
    Ok(VoucherView {
        coop: named(coop),
        number: head.number.to_string(),
        date: head.date.to_string(),
        lines: lines.into_iter().map(line_view).collect(),
        debit: debit.into(),
        credit: credit.into(),
        reverses: written(head.reverses),
        reason: head.reason,
        reversed_by: written(head.reversed_by),
        corrects: written(head.corrects),
        corrected_by: written(head.corrected_by),
        state: VoucherState::Posted,
        preparer: head.preparer,
        reviewer: head.reviewer,
        poster: posting.operator.unwrap_or_default(),
        posted_at: day::clock(posting.made_at),
        seq: posting.seq,
        papers: head.papers,
        attachments: attachments.into_iter().map(attachment::row).collect(),
        sources: source::links(reading, coop.id, &reading.sources_of_voucher(head.id)?)?,
        origins: origin::of_voucher(reading, coop.id, head.id)?,
        summary: head.summary,
    })
}

/// Code and name of a cooperative.
pub(crate) fn named(coop: &Kept<CooperativeId, Cooperative>) -> Named {
    Named { code: coop.what.code.clone(), name: coop.what.name.clone() }
}

/// The number of a linked voucher as it is shown.
pub(crate) fn written(number: Option<VoucherNumber>) -> Option<String> {
    number.map(|number| number.to_string())
}

fn voucher_line(posted: PostedLine, of_voucher: &str) -> VoucherLineView {
    let line = posted.line;
    let member = line.member.zip(posted.member_name);
    VoucherLineView {
        summary: line.summary.unwrap_or_else(|| of_voucher.to_owned()),
        account: line.account,
        name: posted.account_name,
        debit: line.entry.debit().into(),
        credit: line.entry.credit().into(),
        member: member.map(|(code, name)| Named { code, name }),
        counterparty: line.counterparty,
        project: line.project,
        quantity: line.quantity.map(QuantityText),
        price: line.price.map(QuantityText),
    }
}

/// A voucher that names no cooperative.
pub(crate) fn no_cooperative() -> Problem {
    let text = Text::new(
        "没有写明合作社。写上它的编号再试，例如 \"coop\": \"C01\"。",
        "The cooperative is missing. Give its code and try again, such as \"coop\": \"C01\".",
    );
    Problem::input("voucher.input", text).about("coop")
}

fn review_first() -> Problem {
    let text = Text::new(
        "这个账套的凭证要由制单人以外的人审核后才能记账。先存成草稿，由另一人审核，再记账。",
        "In this book somebody else reviews a voucher before it is posted. Save it as a draft, \
         have it reviewed, then post it.",
    );
    Problem::refused("voucher.review_first", text)
}
