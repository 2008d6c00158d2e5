//! A voucher as it was typed, judged against the chart and the members of its cooperative:
//! everything that stands in the way of posting it, not only the first thing.

use std::collections::HashMap;

use domain::Money;
use domain::id::{AccountId, CooperativeId, MemberId};
use domain::voucher::{Entry, Line, Voucher, VoucherError};
use jiff::civil::Date;
use store::Reading;

use super::checks::{
    Chart, Side, not_open, own_summary, side_filled, unprintable, voucher_text, wrong_word,
};
use crate::calc::input::{self, Object};
use crate::day;
use crate::failure::period_text;
use crate::import::{read_money, read_quantity};
use crate::problem::{Problem, ProblemKind};
use crate::typed::filled;
use crate::view::Text;
use crate::view::voucher::{VoucherInput, VoucherLineInput};

/// The most papers that a voucher can have.
const MOST_PAPERS: u32 = 100_000;

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
                let place = if refusal.is_whole() { "文件" } else { path };
                let text = Text::new(
                    format!("{place}：{}。没有保存，改好再试。", said.zh),
                    format!("{path}: {}. Nothing was saved; mend it and try again.", said.en),
                );
                Err(Problem::input("voucher.input", text).about(path))
            }
        }
    }
}

/// What a cooperative's vouchers are judged against.
pub(crate) struct Books {
    pub(crate) chart: Chart,
    /// The members by their codes.
    pub(crate) members: HashMap<String, KnownMember>,
}

/// A member's row and name.
pub(crate) struct KnownMember {
    pub(crate) id: MemberId,
    pub(crate) name: String,
}

impl Books {
    /// The chart and the members of a cooperative.
    pub(crate) fn of(reading: &Reading<'_>, coop: CooperativeId) -> Result<Self, Problem> {
        let members = reading.members(coop)?.into_iter().map(|member| {
            let name = member.what.name;
            (member.what.code, KnownMember { id: member.id, name })
        });
        Ok(Books { chart: Chart::of(reading, coop)?, members: members.collect() })
    }

    /// The row of the member with this code.
    fn id_of(&self, code: &str) -> Option<MemberId> {
        self.members.get(code).map(|member| member.id)
    }

    /// The name of the member with this code.
    pub(crate) fn name_of(&self, code: &str) -> Option<&str> {
        self.members.get(code).map(|member| member.name.as_str())
    }
}

/// A voucher that can be posted, with the rows of the account and member of each line.
pub(crate) struct Sound {
    pub(crate) voucher: Voucher,
    pub(crate) places: Vec<(AccountId, Option<MemberId>)>,
    pub(crate) papers: u32,
}

/// What there is to say about what was typed.
pub(crate) struct Judged {
    /// What can be posted; nothing where there are faults.
    pub(crate) sound: Option<Sound>,
    /// Everything that stands in the way.
    pub(crate) faults: Vec<Fault>,
}

/// Something that stands in the way of posting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    kind: ProblemKind,
    code: &'static str,
    place: Place,
    text: Text,
}

/// Where a fault stands, and how its sentence begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// A field of the voucher; the text names it.
    Field(&'static str),
    /// A field of a line, counted from 0.
    Line(usize, &'static str),
    /// The voucher as a whole, shown at this field.
    Whole(&'static str),
}

impl Fault {
    /// A field of the voucher that cannot be read; the text names it.
    fn field(field: &'static str, text: Text) -> Self {
        let (kind, code) = (ProblemKind::Input, "voucher.input");
        Fault { kind, code, place: Place::Field(field), text }
    }

    fn line(kind: ProblemKind, index: usize, field: &'static str, text: Text) -> Self {
        Fault { kind, code: "voucher.line", place: Place::Line(index, field), text }
    }

    /// The books say no to the voucher as a whole; the text goes on from the word voucher.
    pub(crate) fn whole(code: &'static str, field: &'static str, text: Text) -> Self {
        Fault { kind: ProblemKind::Refused, code, place: Place::Whole(field), text }
    }

    /// The day does not fit; the text is a sentence without its end.
    pub(crate) fn dated(text: Text) -> Self {
        let (kind, code) = (ProblemKind::Refused, "voucher.before_original");
        Fault { kind, code, place: Place::Field("date"), text }
    }

    /// The field that it is about, such as `lines[1].account`.
    pub(crate) fn about(&self) -> String {
        match self.place {
            Place::Field(field) | Place::Whole(field) => field.to_owned(),
            Place::Line(index, field) => format!("lines[{index}].{field}"),
        }
    }

    /// What is wrong, as a sentence.
    pub(crate) fn sentence(&self) -> Text {
        let Text { zh, en } = &self.text;
        match self.place {
            Place::Field(_) => Text::new(format!("{zh}。"), format!("{}.", capitalised(en))),
            Place::Line(index, _) => {
                let number = index + 1;
                Text::new(format!("第 {number} 行：{zh}。"), format!("Line {number}: {en}."))
            }
            Place::Whole(_) => Text::new(format!("凭证{zh}。"), format!("Voucher: {en}.")),
        }
    }
}

/// Why a voucher with these faults is not posted; the only one in its own sentence, several each in
/// one of the details.
///
/// # Panics
/// Without a fault.
pub(crate) fn not_posted(faults: &[Fault]) -> Problem {
    let unreadable = faults.iter().find(|fault| fault.kind == ProblemKind::Input);
    let Some(first) = unreadable.or(faults.first()) else { panic!("a fault is missing") };
    let (message, details) = match faults {
        [only] => {
            let said = only.sentence();
            let zh = format!("{}没有记账，改好再记。", said.zh);
            (Text::new(zh, format!("{} Not posted; mend it and post it again.", said.en)), vec![])
        }
        several => {
            let count = several.len();
            let text = Text::new(
                format!("凭证有 {count} 处不对，没有记账。改好再记。"),
                format!("{count} faults; not posted. Mend them and post it again."),
            );
            (text, several.iter().map(Fault::sentence).collect())
        }
    };
    let problem = match first.kind {
        ProblemKind::Input => Problem::input(first.code, message),
        ProblemKind::Refused | ProblemKind::Failed => Problem::refused(first.code, message),
    };
    problem.with_details(details).about(&first.about())
}

/// Judges what was typed.
pub(crate) fn judge(input: &VoucherInput, books: &Books) -> Judged {
    let mut faults = Vec::new();
    let date = read_date(input, &mut faults);
    if let Some(text) = date.and_then(|date| not_open(date, &books.chart)) {
        faults.push(Fault::whole("voucher.not_open", "date", text));
    }
    let word = read_word(input, &mut faults);
    let summary = filled(input.summary.as_deref());
    if summary.is_none() {
        let text = Text::new("摘要没有填写", "the summary is missing");
        faults.push(Fault::field("summary", text));
    }
    if let Some(text) = summary.and_then(unprintable) {
        let (zh, en) = (format!("摘要{}", text.zh), format!("the summary {}", text.en));
        faults.push(Fault::field("summary", Text::new(zh, en)));
    }
    let papers = read_papers(input, &mut faults);
    let lines = read_lines(input, books, &mut faults);
    let (Some(date), Some(word), Some(summary), Some(lines)) = (date, word, summary, lines) else {
        return Judged { sound: None, faults };
    };
    let (lines, places): (Vec<_>, Vec<_>) =
        lines.into_iter().map(|(line, place)| (own_summary(line, summary), place)).unzip();
    let voucher = match Voucher::new(date, word, summary.to_owned(), lines) {
        Ok(voucher) => voucher,
        Err(error) => {
            faults.push(Fault::whole("voucher.lines", "lines", voucher_text(&error)));
            return Judged { sound: None, faults };
        }
    };
    let papers = papers.unwrap_or_default();
    let sound = faults.is_empty().then_some(Sound { voucher, places, papers });
    Judged { sound, faults }
}

/// The day, where it can be read.
pub(crate) fn read_date(input: &VoucherInput, faults: &mut Vec<Fault>) -> Option<Date> {
    let Some(text) = filled(input.date.as_deref()) else {
        let text = Text::new("日期没有填写", "the date is missing");
        faults.push(Fault::field("date", text));
        return None;
    };
    let read = day::read(text);
    read.map_err(|error| faults.push(Fault::field("date", period_text(&error)))).ok()
}

/// The word before the number.
fn read_word(input: &VoucherInput, faults: &mut Vec<Fault>) -> Option<String> {
    let word = filled(input.word.as_deref()).unwrap_or(Voucher::WORD);
    match wrong_word(word) {
        None => Some(word.to_owned()),
        Some(text) => {
            faults.push(Fault::field("word", text));
            None
        }
    }
}

/// How many papers, where that can be read.
pub(crate) fn read_papers(input: &VoucherInput, faults: &mut Vec<Fault>) -> Option<u32> {
    let Some(text) = filled(input.papers.as_deref()) else { return Some(0) };
    let count = text.parse().ok().filter(|&count| count <= MOST_PAPERS);
    if count.is_none() {
        let text = Text::new(
            format!("附件张数“{text}”不是 0 到 {MOST_PAPERS} 的整数"),
            format!("the papers “{text}” are no whole number from 0 to {MOST_PAPERS}"),
        );
        faults.push(Fault::field("papers", text));
    }
    count
}

type Placed = (Line, (AccountId, Option<MemberId>));

/// The lines with their places where all of them can be read and both sides are equal.
fn read_lines(input: &VoucherInput, books: &Books, faults: &mut Vec<Fault>) -> Option<Vec<Placed>> {
    let typed: Vec<_> = written_lines(input).collect();
    if typed.is_empty() {
        let text = Text::new("分录没有填写", "the lines are missing");
        faults.push(Fault::field("lines", text));
        return None;
    }
    let before = faults.len();
    let lines: Vec<Option<Placed>> =
        typed.iter().map(|&(index, typed)| line(index, typed, books, faults)).collect();
    let sums = Sums::of(input);
    let error = match (typed.as_slice(), &sums) {
        ([_], _) => Some(VoucherError::TooFewLines),
        (_, Sums { whole: false, .. }) => None,
        (_, Sums { too_large: true, .. }) => Some(VoucherError::TooLarge),
        (_, Sums { debit, credit, .. }) if debit != credit => {
            Some(VoucherError::Unbalanced { debit: *debit, credit: *credit })
        }
        _ => None,
    };
    if let Some(error) = error {
        let code = match error {
            VoucherError::Unbalanced { .. } => "voucher.unbalanced",
            VoucherError::TooFewLines | VoucherError::TooLarge | VoucherError::ZeroLine { .. } => {
                "voucher.lines"
            }
        };
        faults.push(Fault::whole(code, "lines", voucher_text(&error)));
    }
    if faults.len() == before { lines.into_iter().collect() } else { None }
}

/// A line and where it stands, or everything that is wrong with it.
fn line(
    index: usize,
    typed: &VoucherLineInput,
    books: &Books,
    faults: &mut Vec<Fault>,
) -> Option<Placed> {
    let before = faults.len();
    let unreadable = |field, text| Fault::line(ProblemKind::Input, index, field, text);
    let (account, member) = (filled(typed.account.as_deref()), filled(typed.member.as_deref()));
    let place = match account {
        None => {
            let text = Text::new("科目没有填写", "the account is missing");
            faults.push(unreadable("account", text));
            None
        }
        Some(account) => match books.chart.place(|code| books.id_of(code), account, member) {
            Ok(place) => Some(place),
            Err(refusal) => {
                let kind = ProblemKind::Refused;
                faults.push(Fault::line(kind, index, refusal.field, refusal.text));
                None
            }
        },
    };
    let entry = entry(typed).map_err(|(field, text)| faults.push(unreadable(field, text))).ok();
    let mut quantity = |field, (zh, en): (&str, &str), text: &Option<String>| {
        let read = filled(text.as_deref()).map(read_quantity).transpose();
        read.map_err(|text| {
            let text = Text::new(format!("{zh}{}", text.zh), format!("{en} {}", text.en));
            faults.push(unreadable(field, text));
        })
    };
    let amount = quantity("quantity", ("数量", "the quantity"), &typed.quantity);
    let price = quantity("price", ("单价", "the price"), &typed.price);
    let texts = [
        ("summary", "摘要", &typed.summary),
        ("counterparty", "往来单位", &typed.counterparty),
        ("project", "项目", &typed.project),
    ];
    for (field, zh, text) in texts {
        if let Some(text) = filled(text.as_deref()).and_then(unprintable) {
            let text = Text::new(format!("{zh}{}", text.zh), format!("the {field} {}", text.en));
            faults.push(Fault::line(ProblemKind::Input, index, field, text));
        }
    }
    if faults.len() > before {
        return None;
    }
    let owned = |text: &Option<String>| filled(text.as_deref()).map(str::to_owned);
    let line = Line {
        summary: owned(&typed.summary),
        account: account?.to_owned(),
        entry: entry?,
        member: member.map(str::to_owned),
        counterparty: owned(&typed.counterparty),
        project: owned(&typed.project),
        quantity: amount.ok()?,
        price: price.ok()?,
    };
    Some((line, place?))
}

/// The amount of a line on its side, or the field that is wrong and why.
fn entry(typed: &VoucherLineInput) -> Result<Entry, (&'static str, Text)> {
    let (debit, credit) = (filled(typed.debit.as_deref()), filled(typed.credit.as_deref()));
    let side = side_filled(debit, credit).map_err(|text| {
        ("debit", Text::new(format!("借方{}", text.zh), format!("debit: {}", text.en)))
    })?;
    let amount = |field, zh: &str, text: Option<&str>| {
        let amount = read_money(text.unwrap_or_default()).map_err(|text| {
            (field, Text::new(format!("{zh}{}", text.zh), format!("{field} {}", text.en)))
        })?;
        if amount == Money::ZERO {
            let text = Text::new(format!("{zh}金额为零"), format!("{field} is zero"));
            return Err((field, text));
        }
        Ok(amount)
    };
    Ok(match side {
        Side::Debit => Entry::Debit(amount("debit", "借方", debit)?),
        Side::Credit => Entry::Credit(amount("credit", "贷方", credit)?),
    })
}

/// The sums of both sides, as far as they can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sums {
    pub(crate) debit: Money,
    pub(crate) credit: Money,
    /// Whether every line has one amount that can be read.
    pub(crate) whole: bool,
    /// Whether they are beyond what can be kept; both sums are then zero.
    too_large: bool,
}

impl Sums {
    /// Of what was typed.
    pub(crate) fn of(input: &VoucherInput) -> Sums {
        let entries: Vec<_> = written_lines(input).map(|(_, line)| entry(line)).collect();
        let whole = !entries.is_empty() && entries.iter().all(Result::is_ok);
        let side = |of: fn(Entry) -> Money| {
            let amounts = entries.iter().flatten().map(|entry| of(*entry));
            let sum = amounts.into_iter().try_fold(Money::ZERO, |sum, part| sum.checked_add(part));
            sum.filter(|sum| sum.abs() <= Money::LIMIT)
        };
        match (side(Entry::debit), side(Entry::credit)) {
            (Some(debit), Some(credit)) => Sums { debit, credit, whole, too_large: false },
            _ => Sums { debit: Money::ZERO, credit: Money::ZERO, whole, too_large: true },
        }
    }

    /// Whether both sides are equal, every line has its amount and there are two at least.
    pub(crate) fn balanced(&self, input: &VoucherInput) -> bool {
        let lines = written_lines(input).count();
        self.whole && !self.too_large && lines > 1 && self.debit == self.credit
    }
}

/// The lines in which anything is typed, each with its place: a form has an empty one at its end.
pub(crate) fn written_lines(
    input: &VoucherInput,
) -> impl Iterator<Item = (usize, &VoucherLineInput)> {
    let is_written = |line: &VoucherLineInput| {
        let VoucherLineInput { summary, account, debit, credit, member, .. } = line;
        let VoucherLineInput { counterparty, project, quantity, price, .. } = line;
        let detail = [counterparty, project, quantity, price];
        let texts = [summary, account, debit, credit, member].into_iter().chain(detail);
        texts.into_iter().any(|text| filled(text.as_deref()).is_some())
    };
    let lines = input.lines.as_deref().unwrap_or_default().iter().enumerate();
    lines.filter(move |(_, line)| is_written(line))
}

/// A voucher as it would be typed.
pub(crate) fn typed(voucher: &Voucher, coop: &str, papers: u32) -> VoucherInput {
    let amount = |amount: Money| (amount != Money::ZERO).then(|| amount.to_string());
    let lines = voucher.lines().iter().map(|line| VoucherLineInput {
        summary: line.summary.clone(),
        account: Some(line.account.clone()),
        debit: amount(line.entry.debit()),
        credit: amount(line.entry.credit()),
        member: line.member.clone(),
        counterparty: line.counterparty.clone(),
        project: line.project.clone(),
        quantity: line.quantity.map(|quantity| quantity.to_string()),
        price: line.price.map(|price| price.to_string()),
    });
    VoucherInput {
        coop: Some(coop.to_owned()),
        date: Some(voucher.date().to_string()),
        word: Some(voucher.word().to_owned()),
        summary: Some(voucher.summary().to_owned()),
        papers: (papers > 0).then(|| papers.to_string()),
        lines: Some(lines.collect()),
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(characters).collect()
}
