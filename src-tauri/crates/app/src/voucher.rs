//! Vouchers one by one: posted, listed, shown, and taken back in red.

pub(crate) mod checks;
mod draft;

use domain::cooperative::Cooperative;
use domain::id::CooperativeId;
use domain::voucher::{ReversalError, VoucherNumber};
use domain::{Money, Month, Term};
use jiff::civil::{Date, date};
use store::{
    Kept, NewVoucher, PostedLine, Reading, StoreError, VoucherHead, VoucherRecord, VoucherRole,
    Work,
};

use crate::book::Book;
use crate::day;
use crate::problem::Problem;
use crate::register;
use crate::view::voucher::{VoucherInput, VoucherLineView, VoucherRow, VoucherView};
use crate::view::{Named, QuantityText, Text};
use checks::{Chart, not_open};
use draft::Draft;

impl Book {
    /// Posts a voucher: it gets the next number of its cooperative, month and word.
    ///
    /// # Errors
    /// A cooperative, account or member that is not known, a field that is missing or cannot be
    /// read, sides that differ, a day before the books begin, or a book that cannot be written.
    pub fn post_voucher(&mut self, input: &VoucherInput) -> Result<VoucherView, Problem> {
        let code = draft::required(input.coop.as_deref(), "coop")?;
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, code)?;
        let chart = Chart::of(&work, coop.id)?;
        let members = work.members(coop.id)?.into_iter();
        let members = members.map(|member| (member.what.code, member.id)).collect();
        let Draft { voucher, places } = Draft::read(input, &chart, &members)?;
        let number = post(&work, coop.id, &NewVoucher::plain(&voucher, &places))?;
        let view = shown(&work, &coop, &number)?;
        work.commit()?;
        Ok(view)
    }

    /// The posted vouchers of a cooperative from one day through another, all where none is given.
    ///
    /// # Errors
    /// A cooperative that is not known, days that cannot be read, or a damaged book.
    pub fn vouchers(
        &mut self,
        coop: &str,
        from: Option<&str>,
        to: Option<&str>,
    ) -> Result<Vec<VoucherRow>, Problem> {
        let read = |text: Option<&str>, field: &str, or: Date| {
            let day = text.map_or(Ok(or), day::read);
            day.map_err(|error| Problem::from(error).about(field))
        };
        let first = read(from, "from", date(1900, 1, 1))?;
        let last = read(to, "to", date(9999, 12, 31))?;
        if first > last {
            return Err(wrong_span(first, last));
        }
        let reading = self.store.read()?;
        let coop = register::cooperative(&reading, coop)?.id;
        let heads = reading.posted_vouchers(coop, Term { first, last })?;
        Ok(heads.into_iter().map(voucher_row).collect())
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

    /// Takes a posted voucher back: posts the red voucher with links both ways, and shows it.
    ///
    /// # Errors
    /// A voucher that is not known, is reversed already or is itself a reversal, no reason, a day
    /// before the voucher's or before the books begin, or a book that cannot be written.
    pub fn reverse_voucher(
        &mut self,
        coop: &str,
        number: &str,
        on: &str,
        reason: &str,
    ) -> Result<VoucherView, Problem> {
        let number = read_number(number)?;
        let on = day::read(on).map_err(|error| Problem::from(error).about("on"))?;
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        let original = posted(&work, coop.id, &number)?;
        if let Some(red) = &original.head.reversed_by {
            return Err(reversed_already(&number, red));
        }
        let red = original.voucher()?.reversal(on, reason);
        let red = red.map_err(|error| not_reversed(&original.head, &error))?;
        if let Some(text) = not_open(on, &Chart::of(&work, coop.id)?) {
            return Err(draft::not_posted("voucher.not_open", &text).about("on"));
        }
        let places: Vec<_> =
            original.lines.iter().map(|line| (line.account, line.member)).collect();
        let role = VoucherRole::Reverses(original.head.id);
        let new = NewVoucher { role, ..NewVoucher::plain(&red, &places) };
        let number = post(&work, coop.id, &new)?;
        let view = shown(&work, &coop, &number)?;
        work.commit()?;
        Ok(view)
    }
}

/// Posts a voucher, and how it is named then.
fn post(
    work: &Work<'_>,
    coop: CooperativeId,
    new: &NewVoucher<'_>,
) -> Result<VoucherNumber, StoreError> {
    let (_, number) = work.post_voucher(coop, new)?;
    let (month, word) = (Month::of(new.voucher.date()), new.voucher.word().to_owned());
    Ok(VoucherNumber { month, word, number })
}

fn read_number(text: &str) -> Result<VoucherNumber, Problem> {
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

fn posted(
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

fn shown(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    number: &VoucherNumber,
) -> Result<VoucherView, Problem> {
    let VoucherRecord { head, lines } = posted(reading, coop.id, number)?;
    let debit = lines.iter().map(|posted| posted.line.entry.debit()).sum::<Money>();
    let credit = lines.iter().map(|posted| posted.line.entry.credit()).sum::<Money>();
    let line_view = |line| voucher_line(line, &head.summary);
    Ok(VoucherView {
        coop: Named { code: coop.what.code.clone(), name: coop.what.name.clone() },
        number: head.number.to_string(),
        date: head.date.to_string(),
        lines: lines.into_iter().map(line_view).collect(),
        debit: debit.into(),
        credit: credit.into(),
        reverses: head.reverses.map(|number| number.to_string()),
        reason: head.reason,
        reversed_by: head.reversed_by.map(|number| number.to_string()),
        summary: head.summary,
    })
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

fn voucher_row(head: VoucherHead) -> VoucherRow {
    VoucherRow {
        number: head.number.to_string(),
        date: head.date.to_string(),
        summary: head.summary,
        amount: head.amount.into(),
        reverses: head.reverses.map(|number| number.to_string()),
        reversed_by: head.reversed_by.map(|number| number.to_string()),
    }
}

fn wrong_span(first: Date, last: Date) -> Problem {
    let text = Text::new(
        format!("起始日 {first} 在 {last} 之后。把两个日期对调。"),
        format!("The first day {first} is after {last}. Exchange the two."),
    );
    Problem::input("voucher.span", text).about("from")
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
            let text = Text::new(
                format!(
                    "冲销日期 {on} 早于凭证 {number} 的日期 {original}。改用 {original} 或以后。"
                ),
                format!("{on} is before {original}, the day of {number}. Use {original} or later."),
            );
            Problem::refused("voucher.before_original", text).about("on")
        }
    }
}
