//! Recurring vouchers (周期凭证): rent, wages and the like, of which each month makes a draft.

use domain::id::CooperativeId;
use domain::{Month, Term};
use store::{NewRecurring, Origin, Reading, RecurringRecord};

use crate::book::Book;
use crate::draft::{self, json, read_entry};
use crate::month;
use crate::problem::Problem;
use crate::register;
use crate::typed::{optional, wanted};
use crate::view::Text;
use crate::view::asset::{DraftsMadeView, RecurringInput, RecurringRow, RecurringView};
use crate::view::voucher::VoucherInput;
use crate::voucher::named;

impl Book {
    /// The recurring vouchers of a cooperative, and what of a month is made.
    ///
    /// # Errors
    /// A cooperative that is not known, a month that cannot be read, or a damaged book.
    pub fn recurring(&mut self, coop: &str, month: &str) -> Result<RecurringView, Problem> {
        let month = month::read(month)?;
        let reading = self.store.read()?;
        view(&reading, coop, month)
    }

    /// Keeps a recurring voucher.
    ///
    /// # Errors
    /// A cooperative that is not known, a name that is missing or taken, months or numbers that
    /// cannot be read, no lines, or a book that cannot be written.
    pub fn add_recurring(
        &mut self,
        coop: &str,
        input: &RecurringInput,
    ) -> Result<RecurringView, Problem> {
        let new = read(input)?;
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        if work.recurring(kept.id)?.iter().any(|known| known.what.name == new.name) {
            let name = &new.name;
            let text = Text::new(
                format!("周期凭证“{name}”已经有了。换一个名称，或先停用原来的。"),
                format!("There is a recurring voucher “{name}” already. Choose another name."),
            );
            return Err(Problem::refused("recurring.taken", text).about("name"));
        }
        work.add_recurring(kept.id, &new)?;
        let view = view(&work, coop, new.first)?;
        work.commit()?;
        Ok(view)
    }

    /// A recurring voucher comes for the last time in this month.
    ///
    /// # Errors
    /// A cooperative or name that is not known, a month that cannot be read or lies before its
    /// first, or a book that cannot be written.
    pub fn end_recurring(
        &mut self,
        coop: &str,
        name: &str,
        last: &str,
    ) -> Result<RecurringView, Problem> {
        let last = month::read(last)?;
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        let known = work.recurring(kept.id)?.into_iter().find(|known| known.what.name == name);
        let known = known.ok_or_else(|| unknown(name))?;
        let first = known.what.first;
        if last < first {
            return Err(wrong_span(first, last));
        }
        work.end_recurring(known.id, last)?;
        let view = view(&work, coop, last)?;
        work.commit()?;
        Ok(view)
    }

    /// Makes drafts of the recurring vouchers that a month wants and has not.
    ///
    /// # Errors
    /// A cooperative that is not known, a month that cannot be read, none that is due, or a book
    /// that cannot be written.
    pub fn make_recurring(&mut self, coop: &str, month: &str) -> Result<DraftsMadeView, Problem> {
        let month = month::read(month)?;
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        let mut drafts = Vec::new();
        for known in work.recurring(kept.id)?.into_iter().filter(|known| is_due(known, month)) {
            let entry = VoucherInput {
                coop: Some(kept.what.code.clone()),
                date: Some(day_of(&known.what, month).to_string()),
                ..read_entry(&known.what.entry)?
            };
            let origin = Origin::Recurring(known.id, month);
            drafts.push(draft::made_of(&work, kept.id, &entry, origin)?.number());
        }
        if drafts.is_empty() {
            let text = Text::new(
                format!("{month} 没有要生成的周期凭证：都生成过了，或者这个月没有。"),
                format!("No recurring voucher is due in {month}: they are made, or none comes."),
            );
            return Err(Problem::refused("recurring.nothing", text).about("month"));
        }
        work.commit()?;
        Ok(DraftsMadeView { coop: named(&kept), month: month.to_string(), drafts })
    }
}

/// The recurring vouchers that a month wants and has not, each in a line.
pub(crate) fn due(
    reading: &Reading<'_>,
    coop: CooperativeId,
    month: Month,
) -> Result<Vec<Text>, Problem> {
    let known = reading.recurring(coop)?.into_iter().filter(|known| is_due(known, month));
    let told = |known: RecurringRecord| {
        let name = known.what.name;
        Text::new(
            format!("周期凭证“{name}”本月还没有生成。"),
            format!("The recurring voucher “{name}” is not made for the month yet."),
        )
    };
    Ok(known.map(told).collect())
}

fn is_due(known: &RecurringRecord, month: Month) -> bool {
    known.what.comes_in(month) && !known.made.contains(&month)
}

/// Its day in a month; the last one where the month is shorter.
fn day_of(what: &NewRecurring, month: Month) -> jiff::civil::Date {
    let Term { first, last } = Term { first: month.first_day(), last: month.last_day() };
    let day = i8::try_from(what.on_day).unwrap_or(i8::MAX).min(last.day());
    first.with().day(day).build().unwrap_or(last)
}

fn view(reading: &Reading<'_>, coop: &str, month: Month) -> Result<RecurringView, Problem> {
    let kept = register::cooperative(reading, coop)?;
    let rows = reading.recurring(kept.id)?.into_iter().map(|known| {
        let made = known.made.contains(&month);
        let what = known.what;
        Ok::<_, Problem>(RecurringRow {
            due: what.comes_in(month),
            made,
            entry: read_entry(&what.entry)?,
            first: what.first.to_string(),
            last: what.last.map(|last| last.to_string()),
            every: what.every,
            on_day: what.on_day,
            name: what.name,
        })
    });
    Ok(RecurringView {
        rows: rows.collect::<Result<_, _>>()?,
        coop: named(&kept),
        month: month.to_string(),
    })
}

fn read(input: &RecurringInput) -> Result<NewRecurring, Problem> {
    let name = wanted(Some(&input.name), "name", ("名称", "The name"))?;
    let first = Month::read(input.first.trim());
    let first = first.map_err(|error| Problem::from(error).about("first"))?;
    let last = optional(input.last.as_deref()).map(|text| Month::read(&text)).transpose();
    let last = last.map_err(|error| Problem::from(error).about("last"))?;
    if let Some(last) = last.filter(|last| *last < first) {
        return Err(wrong_span(first, last));
    }
    let number =
        |text: Option<&str>, most: u32, otherwise: u32, field: &str, zh: &str, en: &str| {
            let Some(text) = optional(text) else { return Ok(otherwise) };
            text.parse().ok().filter(|number| (1..=most).contains(number)).ok_or_else(|| {
                let said = Text::new(
                    format!("{zh}“{text}”不是 1 到 {most} 的整数。"),
                    format!("{en} “{text}” is no whole number from 1 to {most}."),
                );
                Problem::input("recurring.input", said).about(field)
            })
        };
    let every = number(input.every.as_deref(), 12, 1, "every", "间隔月数", "The months")?;
    let on_day = number(input.on_day.as_deref(), 31, 31, "on_day", "日期", "The day")?;
    if input.entry.lines.as_ref().is_none_or(Vec::is_empty) {
        let text = Text::new(
            "周期凭证没有分录。先填好凭证，再存成周期凭证。",
            "A recurring voucher needs lines. Fill in the voucher, then keep it.",
        );
        return Err(Problem::input("recurring.lines", text).about("entry"));
    }
    let entry = VoucherInput { coop: None, date: None, papers: None, ..input.entry.clone() };
    Ok(NewRecurring { name, entry: json(&entry), first, last, every, on_day })
}

fn wrong_span(first: Month, last: Month) -> Problem {
    let text = Text::new(
        format!("最后一个月 {last} 早于第一个月 {first}。改成 {first} 或以后的月份。"),
        format!("The last month {last} is before the first, {first}."),
    );
    Problem::refused("recurring.span", text).about("last")
}

fn unknown(name: &str) -> Problem {
    let text = Text::new(
        format!("没有叫“{name}”的周期凭证。从列表里选一个。"),
        format!("There is no recurring voucher “{name}”. Choose one of the list."),
    );
    Problem::refused("recurring.unknown", text).about("name")
}
