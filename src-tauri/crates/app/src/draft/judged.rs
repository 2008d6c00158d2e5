//! A draft is judged as a voucher, and by what it is for: a red one says exactly what it takes
//! back, one that puts another right waits until that was taken back.

use domain::cooperative::Cooperative;
use domain::id::{CooperativeId, VoucherId};
use domain::voucher::{ReversalError, Voucher};
use domain::{Money, Quantity};
use store::{DraftRecord, Kept, Reading, StoreError};

use crate::import::{read_money, read_quantity};
use crate::problem::Problem;
use crate::typed::filled;
use crate::view::Text;
use crate::view::voucher::{VoucherInput, VoucherLineInput};
use crate::voucher::checks::not_open;
use crate::voucher::judge::{
    Books, Fault, Judged, Sound, judge, read_date, read_papers, typed, written_lines,
};
use crate::voucher::reversal::before_original;

/// Judges what a draft says.
pub(crate) fn judged(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    draft: &DraftRecord,
    entry: &VoucherInput,
) -> Result<Judged, Problem> {
    let books = Books::of(reading, coop.id)?;
    if let Some(original) = draft.reverses {
        let reason = draft.reason.as_deref().unwrap_or_default();
        return Ok(reversal(reading, original, reason, entry, &books)?);
    }
    let mut judged = judge(entry, &books);
    if let Some(wrong) = draft.corrects {
        judged.faults.extend(correction(reading, wrong)?);
    }
    let sound = judged.sound.filter(|_| judged.faults.is_empty());
    Ok(Judged { sound, faults: judged.faults })
}

/// Why another voucher cannot be put right yet, or any more.
fn correction(reading: &Reading<'_>, wrong: VoucherId) -> Result<Option<Fault>, StoreError> {
    let head = reading.voucher_head(wrong)?;
    let number = &head.number;
    let fault = |code, text| Some(Fault::whole(code, "corrects", text));
    Ok(match (&head.reversed_by, &head.corrected_by) {
        (_, Some(right)) => fault(
            "voucher.corrected_already",
            Text::new(
                format!("要更正的 {number} 已由 {right} 更正，放弃这张草稿"),
                format!("{number} was put right by {right} already; drop this draft"),
            ),
        ),
        (None, None) => fault(
            "voucher.corrects_standing",
            Text::new(
                format!("要更正的 {number} 还没有冲销，先审核它的红字凭证并记账，或先冲销它"),
                format!("{number} is not taken back yet; post its red voucher first"),
            ),
        ),
        (Some(_), None) => None,
    })
}

/// A red voucher is what the one that it takes back makes it; only its day and papers are typed.
fn reversal(
    reading: &Reading<'_>,
    original: VoucherId,
    reason: &str,
    entry: &VoucherInput,
    books: &Books,
) -> Result<Judged, StoreError> {
    let original = reading.voucher_record(original)?;
    let number = &original.head.number;
    let mut faults = Vec::new();
    if let Some(red) = &original.head.reversed_by {
        let text = Text::new(
            format!("要冲销的 {number} 已由 {red} 冲销，放弃这张草稿"),
            format!("{number} was reversed by {red} already; drop this draft"),
        );
        faults.push(Fault::whole("voucher.reversed_already", "reverses", text));
    }
    let papers = read_papers(entry, &mut faults);
    let Some(on) = read_date(entry, &mut faults) else {
        return Ok(Judged { sound: None, faults });
    };
    if let Some(text) = not_open(on, &books.chart) {
        faults.push(Fault::whole("voucher.not_open", "date", text));
    }
    let red = match original.voucher()?.reversal(on, reason) {
        Ok(red) => Some(red),
        Err(ReversalError::BeforeOriginal { original, on }) => {
            faults.push(Fault::dated(before_original(number, original, on)));
            None
        }
        Err(error @ (ReversalError::IsReversal | ReversalError::NoReason)) => {
            return Err(StoreError::BadValue { column: "reverses_id", value: error.to_string() });
        }
    };
    let says_the_same = red.as_ref().is_none_or(|red| same(entry, &typed(red, "", 0)));
    if !says_the_same {
        let text = Text::new(
            format!("是 {number} 的红字冲销，要逐行照它，不能另改。放弃这张草稿，再冲销一次"),
            format!("it takes {number} back line by line; drop this draft and reverse it again"),
        );
        faults.push(Fault::whole("voucher.reversal_differs", "lines", text));
    }
    let places = original.lines.iter().map(|line| (line.account, line.member)).collect();
    let papers = papers.unwrap_or_default();
    let sound = red.map(|voucher| Sound { voucher, places, papers });
    Ok(Judged { sound: sound.filter(|_| faults.is_empty()), faults })
}

/// Whether two vouchers are typed alike but for day and papers.
fn same(one: &VoucherInput, other: &VoucherInput) -> bool {
    let head = |input: &VoucherInput| {
        let word = filled(input.word.as_deref()).unwrap_or(Voucher::WORD).to_owned();
        (word, filled(input.summary.as_deref()).map(str::to_owned))
    };
    head(one) == head(other) && told(one) == told(other)
}

/// The words, the amounts, and the quantity and price of a line.
type Told<'a> = ([Option<&'a str>; 5], [Option<Money>; 2], [Option<Quantity>; 2]);

/// What the lines say, however it is written.
fn told(input: &VoucherInput) -> Vec<Told<'_>> {
    let of_voucher = filled(input.summary.as_deref());
    let amount = |text: &Option<String>| {
        let amount = filled(text.as_deref()).and_then(|text| read_money(text).ok());
        amount.filter(|&amount| amount != Money::ZERO)
    };
    let count =
        |text: &Option<String>| filled(text.as_deref()).and_then(|text| read_quantity(text).ok());
    let lines = written_lines(input).map(|(_, line)| {
        let summary = filled(line.summary.as_deref()).filter(|&text| Some(text) != of_voucher);
        let VoucherLineInput { account, member, counterparty, project, .. } = line;
        let VoucherLineInput { quantity, price, debit, credit, .. } = line;
        let [account, member, counterparty, project] =
            [account, member, counterparty, project].map(|text| filled(text.as_deref()));
        let words = [summary, account, member, counterparty, project];
        (words, [amount(debit), amount(credit)], [count(quantity), count(price)])
    });
    lines.collect()
}
