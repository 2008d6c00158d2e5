//! A voucher as it was typed, read against the chart and the members of its cooperative.

use std::collections::HashMap;

use domain::id::{AccountId, MemberId};
use domain::voucher::{Entry, Line, Voucher, VoucherError};

use super::checks::{Chart, Side, not_open, own_summary, side_filled, voucher_text};
use crate::calc::input::{self, Object};
use crate::day;
use crate::failure::period_text;
use crate::import::{read_money, read_quantity};
use crate::problem::Problem;
use crate::view::Text;
use crate::view::voucher::{VoucherInput, VoucherLineInput};

impl VoucherInput {
    /// Reads one JSON object.
    ///
    /// # Errors
    /// No JSON, a field that is not known or given twice, or a value that is no text.
    pub fn read(json: &[u8]) -> Result<Self, Problem> {
        match input::read(json) {
            Ok(Object(voucher)) => Ok(voucher),
            Err(refusal) => {
                let (path, said) = (&refusal.path, &refusal.message);
                let text = Text::new(
                    format!("{path}：{}。没有记账，改好再记。", said.zh),
                    format!("{path}: {}. Not posted; mend it and post it again.", said.en),
                );
                Err(Problem::input("voucher.input", text).about(path))
            }
        }
    }
}

/// A voucher with the rows of the account and member of each line.
pub(super) struct Draft {
    pub(super) voucher: Voucher,
    pub(super) places: Vec<(AccountId, Option<MemberId>)>,
}

impl Draft {
    /// Reads what was typed.
    pub(super) fn read(
        input: &VoucherInput,
        chart: &Chart,
        members: &HashMap<String, MemberId>,
    ) -> Result<Self, Problem> {
        let date = required(input.date.as_deref(), "date")?;
        let date = day::read(date).map_err(|error| unreadable("date", &period_text(&error)))?;
        let summary = required(input.summary.as_deref(), "summary")?.to_owned();
        let word = filled(input.word.as_deref()).unwrap_or(Voucher::WORD).to_owned();
        if let Some(text) = not_open(date, chart) {
            return Err(not_posted("voucher.not_open", &text).about("date"));
        }
        let typed = input.lines.as_deref().unwrap_or_default();
        if typed.is_empty() {
            return Err(unreadable("lines", &Text::new("没有填写", "is empty")));
        }
        let (mut lines, mut places) = (Vec::new(), Vec::new());
        for (index, typed) in typed.iter().enumerate() {
            let at = |(kind, field, text): Refusal| on_line(index, kind, field, &text);
            let (line, place) = line(typed, chart, members).map_err(at)?;
            lines.push(own_summary(line, &summary));
            places.push(place);
        }
        let voucher = Voucher::new(date, word, summary, lines).map_err(|error| {
            let code = match error {
                VoucherError::Unbalanced { .. } => "voucher.unbalanced",
                VoucherError::TooFewLines
                | VoucherError::TooLarge
                | VoucherError::ZeroLine { .. } => "voucher.lines",
            };
            not_posted(code, &voucher_text(&error)).about("lines")
        })?;
        Ok(Draft { voucher, places })
    }
}

/// How a problem of this code and sentence is made, the field, and half a sentence.
type Refusal = (fn(&'static str, Text) -> Problem, &'static str, Text);

/// A line, and where it stands.
fn line(
    typed: &VoucherLineInput,
    chart: &Chart,
    members: &HashMap<String, MemberId>,
) -> Result<(Line, (AccountId, Option<MemberId>)), Refusal> {
    let unreadable = |field: &'static str, text: Text| -> Refusal {
        let text = Text::new(format!("“{field}”{}", text.zh), format!("{field}: {}", text.en));
        (Problem::input, field, text)
    };
    let Some(account) = filled(typed.account.as_deref()) else {
        return Err(unreadable("account", Text::new("没有填写", "is empty")));
    };
    let member = filled(typed.member.as_deref());
    let place = chart.place(members, account, member);
    let place =
        place.map_err(|refusal| -> Refusal { (Problem::refused, refusal.field, refusal.text) })?;
    let (debit, credit) = (filled(typed.debit.as_deref()), filled(typed.credit.as_deref()));
    let side = side_filled(debit, credit).map_err(|text| unreadable("debit", text))?;
    let amount = |field, text: Option<&str>| {
        read_money(text.unwrap_or_default()).map_err(|text| unreadable(field, text))
    };
    let entry = match side {
        Side::Debit => Entry::Debit(amount("debit", debit)?),
        Side::Credit => Entry::Credit(amount("credit", credit)?),
    };
    let quantity = |field, text: &Option<String>| {
        let read = filled(text.as_deref()).map(read_quantity).transpose();
        read.map_err(|text| unreadable(field, text))
    };
    let owned = |text: &Option<String>| filled(text.as_deref()).map(str::to_owned);
    let line = Line {
        summary: owned(&typed.summary),
        account: account.to_owned(),
        entry,
        member: member.map(str::to_owned),
        counterparty: owned(&typed.counterparty),
        project: owned(&typed.project),
        quantity: quantity("quantity", &typed.quantity)?,
        price: quantity("price", &typed.price)?,
    };
    Ok((line, place))
}

/// What was typed, without blanks around it; nothing where it is empty.
fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// A field that must be filled.
pub(super) fn required<'a>(text: Option<&'a str>, field: &str) -> Result<&'a str, Problem> {
    filled(text).ok_or_else(|| unreadable(field, &Text::new("没有填写", "is empty")))
}

fn unreadable(field: &str, text: &Text) -> Problem {
    let text = Text::new(
        format!("“{field}”{}。没有记账，改好再记。", text.zh),
        format!("{field}: {}. Not posted; mend it and post it again.", text.en),
    );
    Problem::input("voucher.input", text).about(field)
}

fn on_line(
    index: usize,
    kind: fn(&'static str, Text) -> Problem,
    field: &str,
    text: &Text,
) -> Problem {
    let number = index + 1;
    let text = Text::new(
        format!("第 {number} 行：{}。没有记账，改好再记。", text.zh),
        format!("Line {number}: {}. Not posted; mend it and post it again.", text.en),
    );
    kind("voucher.line", text).about(&format!("lines[{index}].{field}"))
}

/// The books say no to the voucher as a whole.
pub(super) fn not_posted(code: &'static str, text: &Text) -> Problem {
    let text = Text::new(
        format!("凭证{}，没有记账。改好再记。", text.zh),
        format!("Not posted: {}. Mend it and post it again.", text.en),
    );
    Problem::refused(code, text)
}
