//! The list of vouchers: drafts first, then the posted ones, the latest first, a page at a time.

use std::ops::ControlFlow;

use domain::id::{CooperativeId, VoucherId};
use domain::voucher::Voucher;
use domain::{FiscalYear, Month, Term};
use jiff::civil::{Date, date};
use store::{DraftRecord, Listed, Reading, StoreError, VoucherHead};

use super::checks::{Side, side_filled};
use super::judge::{Books, Sums, read_date, read_papers, written_lines};
use super::search::{Candidates, Search};
use super::{named, read_number, written};
use crate::book::{Book, today};
use crate::problem::Problem;
use crate::typed::filled;
use crate::view::Text;
use crate::view::draft::{
    VoucherCounts, VoucherListRow, VoucherState, VouchersAsked, VouchersView,
};
use crate::view::voucher::VoucherInput;
use crate::voucher::posted;
use crate::{day, draft, month, register};

/// How many rows are listed where nothing is said.
const USUAL: u32 = 200;

impl Book {
    /// The vouchers of a cooperative and year.
    ///
    /// # Errors
    /// A cooperative that is not known, a year, month or key that cannot be read, or a damaged
    /// book.
    pub fn vouchers(
        &mut self,
        coop: &str,
        year: i64,
        asked: &VouchersAsked,
    ) -> Result<VouchersView, Problem> {
        let reading = self.store.read()?;
        let coop = register::cooperative(&reading, coop)?;
        let year = FiscalYear::new(year)?;
        let month = filled(asked.month.as_deref()).map(month::read).transpose()?;
        let books = Books::of(&reading, coop.id)?;
        let list = List { reading: &reading, coop: coop.id, books: &books };
        let term = month
            .map_or(year.term(), |month| Term { first: month.first_day(), last: month.last_day() });
        let drafts = list.drafts(term, month.is_none())?;
        let (rows, more) = list.page(&drafts, term, asked)?;
        let state = |state| drafts.iter().filter(move |draft| draft::state(&draft.record) == state);
        let months = month.map_or((year.first_month(), year.last_month()), |month| (month, month));
        Ok(VouchersView {
            coop: named(&coop),
            year: year.number(),
            years: years(&reading, coop.id, books.chart.starts, year)?,
            starts: books.chart.starts.to_string(),
            closed: books.chart.closed.iter().map(ToString::to_string).collect(),
            rows,
            more,
            counts: VoucherCounts {
                draft: crate::paper::count(state(VoucherState::Draft).count()),
                reviewed: crate::paper::count(state(VoucherState::Reviewed).count()),
                posted: reading.posted_count(coop.id, months.0, months.1)?,
            },
        })
    }

    /// The vouchers of one state from one day through another, all where none is given, the
    /// earliest first; only those that say `text`, where it is given.
    ///
    /// # Errors
    /// A cooperative that is not known, days that cannot be read, or a damaged book.
    pub fn vouchers_between(
        &mut self,
        coop: &str,
        (from, to): (Option<&str>, Option<&str>),
        state: VoucherState,
        text: Option<&str>,
    ) -> Result<Vec<VoucherListRow>, Problem> {
        let term = term_of(from, to)?;
        let reading = self.store.read()?;
        let coop = register::cooperative(&reading, coop)?.id;
        let books = Books::of(&reading, coop)?;
        let list = List { reading: &reading, coop, books: &books };
        let drafts = list.drafts(term, from.is_none() && to.is_none())?;
        let asked = VouchersAsked {
            state: Some(state),
            text: text.map(str::to_owned),
            limit: Some(u32::MAX),
            ..VouchersAsked::default()
        };
        let (mut rows, _) = list.page(&drafts, term, &asked)?;
        rows.reverse();
        Ok(rows)
    }
}

/// What a list is made from.
struct List<'a> {
    reading: &'a Reading<'a>,
    coop: CooperativeId,
    books: &'a Books,
}

/// A draft with what was typed in it.
struct TypedDraft {
    record: DraftRecord,
    entry: VoucherInput,
}

impl List<'_> {
    /// The drafts of a term, the latest first; those without a day where `undated` are wanted.
    fn drafts(&self, term: Term, undated: bool) -> Result<Vec<TypedDraft>, StoreError> {
        let mut drafts = Vec::new();
        for record in self.reading.drafts(self.coop)? {
            let entry = draft::entry(&record)?;
            let day = read_date(&entry, &mut Vec::new());
            if day.map_or(undated, |day| term.first <= day && day <= term.last) {
                drafts.push(TypedDraft { record, entry });
            }
        }
        Ok(drafts)
    }

    /// The rows that are asked for, and whether more follow.
    fn page(
        &self,
        drafts: &[TypedDraft],
        term: Term,
        asked: &VouchersAsked,
    ) -> Result<(Vec<VoucherListRow>, bool), Problem> {
        let most = usize::try_from(asked.limit.unwrap_or(USUAL).max(1)).unwrap_or(usize::MAX);
        let text = filled(asked.text.as_deref());
        let search = text.map(|text| Search::of(self.reading, self.coop, self.books, text));
        let search = search.transpose()?;
        let before = filled(asked.before.as_deref()).map(|key| self.key(key)).transpose()?;
        let mut rows = Vec::new();
        for draft in
            drafts.iter().filter(|draft| before.as_ref().is_none_or(|key| key.is_before(draft)))
        {
            let wanted = asked.state.is_none_or(|state| state == draft::state(&draft.record));
            let said = search.as_ref().is_none_or(|search| search.finds(&draft.entry, self.books));
            if wanted && said {
                if rows.len() == most {
                    return Ok((rows, true));
                }
                rows.push(self.draft_row(draft)?);
            }
        }
        if asked.state.is_some_and(|state| state != VoucherState::Posted) {
            return Ok((rows, false));
        }
        let after = match before {
            Some(Key::Posted(day, id)) => Some((day, id)),
            Some(Key::Draft(_)) | None => None,
        };
        for term in stretches(term, search.as_ref().is_some_and(Search::is_common)) {
            let candidates = search.as_ref().map(|search| search.within(term)).transpose()?;
            let only = candidates.as_ref().map(Candidates::all);
            let listed = Listed { term, after, only: only.as_ref() };
            let mut more = false;
            self.reading.visit_listed(self.coop, &listed, |id| {
                if let Some((search, candidates)) = search.as_ref().zip(candidates.as_ref())
                    && !search.has(candidates, id)?
                {
                    return Ok(ControlFlow::Continue(()));
                }
                if rows.len() == most {
                    more = true;
                    return Ok(ControlFlow::Break(()));
                }
                rows.push(posted_row(self.reading.voucher_head(id)?));
                Ok::<_, StoreError>(ControlFlow::Continue(()))
            })?;
            if more {
                return Ok((rows, true));
            }
        }
        Ok((rows, false))
    }

    /// The row that a key names.
    fn key(&self, key: &str) -> Result<Key, Problem> {
        let draft = key.strip_prefix("draft:").and_then(|id| id.parse().ok());
        if let Some(id) = draft {
            return Ok(Key::Draft(id));
        }
        let found = posted(self.reading, self.coop, &read_number(key)?)?;
        Ok(Key::Posted(found.head.date, found.head.id))
    }

    fn draft_row(&self, draft: &TypedDraft) -> Result<VoucherListRow, StoreError> {
        let TypedDraft { record, entry } = draft;
        let name = |code: Option<&str>| {
            let account = code.and_then(|code| self.books.chart.accounts.get(code));
            account.map(|account| account.what.name.clone())
        };
        let first_on = |side: Side| {
            let mut lines = written_lines(entry).map(|(_, line)| line);
            let line = lines.find(|line| {
                let (debit, credit) = (line.debit.as_deref(), line.credit.as_deref());
                side_filled(filled(debit), filled(credit)) == Ok(side)
            });
            line.and_then(|line| name(filled(line.account.as_deref())))
        };
        let member = written_lines(entry).find_map(|(_, line)| filled(line.member.as_deref()));
        let owned = |text: &Option<String>| filled(text.as_deref()).map(str::to_owned);
        Ok(VoucherListRow {
            key: format!("draft:{}", record.id.number()),
            state: draft::state(record),
            number: None,
            draft: Some(record.id.number()),
            date: read_date(entry, &mut Vec::new()).map(|day| day.to_string()),
            word: owned(&entry.word).unwrap_or_else(|| Voucher::WORD.to_owned()),
            summary: owned(&entry.summary).unwrap_or_default(),
            amount: Sums::of(entry).debit.into(),
            accounts: both(first_on(Side::Debit), first_on(Side::Credit)),
            member: member.map(|code| self.books.name_of(code).unwrap_or(code).to_owned()),
            papers: read_papers(entry, &mut Vec::new()).unwrap_or_default(),
            attachments: record.attachments,
            preparer: record.preparer.clone(),
            reviewer: record.reviewer.clone(),
            reverses: self.number_of(record.reverses)?,
            reversed_by: None,
            corrects: self.number_of(record.corrects)?,
            corrected_by: None,
            red: record.reverses.is_some(),
        })
    }

    fn number_of(&self, voucher: Option<VoucherId>) -> Result<Option<String>, StoreError> {
        let head = voucher.map(|id| self.reading.voucher_head(id)).transpose()?;
        Ok(head.map(|head| head.number.to_string()))
    }
}

/// The months of a year's term, the latest first, where a search finds so much that the first ones
/// fill the list; otherwise the term as it is.
fn stretches(term: Term, by_months: bool) -> Vec<Term> {
    if !by_months || term.first.year() != term.last.year() {
        return vec![term];
    }
    let months = std::iter::successors(Some(Month::of(term.last)), |month| month.previous());
    let months = months.take_while(|month| month.last_day() >= term.first);
    let within = |month: Month| Term {
        first: month.first_day().max(term.first),
        last: month.last_day().min(term.last),
    };
    months.map(within).collect()
}

/// What names a row.
enum Key {
    Draft(i64),
    Posted(Date, VoucherId),
}

impl Key {
    /// Whether a draft comes after the row; no draft comes after a posted voucher.
    fn is_before(&self, draft: &TypedDraft) -> bool {
        match self {
            Key::Draft(id) => draft.record.id.number() < *id,
            Key::Posted(..) => false,
        }
    }
}

fn posted_row(head: VoucherHead) -> VoucherListRow {
    VoucherListRow {
        key: head.number.to_string(),
        state: VoucherState::Posted,
        number: Some(head.number.to_string()),
        draft: None,
        date: Some(head.date.to_string()),
        word: head.number.word,
        summary: head.summary,
        amount: head.amount.into(),
        accounts: both(head.debited, head.credited),
        member: head.member,
        papers: head.papers,
        attachments: head.attachments,
        preparer: head.preparer,
        reviewer: head.reviewer,
        red: head.reverses.is_some(),
        reverses: written(head.reverses),
        reversed_by: written(head.reversed_by),
        corrects: written(head.corrects),
        corrected_by: written(head.corrected_by),
    }
}

/// The names of the first account on each side.
fn both(debited: Option<String>, credited: Option<String>) -> String {
    let names: Vec<String> = [debited, credited].into_iter().flatten().collect();
    names.join(" / ")
}

/// The years that can be looked at: those with vouchers, that in which the books begin, the one
/// that is looked at, and this one.
fn years(
    reading: &Reading<'_>,
    coop: CooperativeId,
    starts: Month,
    year: FiscalYear,
) -> Result<Vec<i16>, StoreError> {
    let mut years = reading.voucher_years(coop)?;
    years.extend([starts.year().number(), year.number(), today().year()]);
    years.sort_unstable();
    years.dedup();
    Ok(years)
}

/// The days from one through another; all where none is given.
pub(super) fn term_of(from: Option<&str>, to: Option<&str>) -> Result<Term, Problem> {
    let read = |text: Option<&str>, field: &str, or: Date| {
        let day = text.map_or(Ok(or), day::read);
        day.map_err(|error| Problem::from(error).about(field))
    };
    let first = read(from, "from", date(1900, 1, 1))?;
    let last = read(to, "to", date(9999, 12, 31))?;
    if first <= last { Ok(Term { first, last }) } else { Err(wrong_span(first, last)) }
}

fn wrong_span(first: Date, last: Date) -> Problem {
    let text = Text::new(
        format!("起始日 {first} 在 {last} 之后。把两个日期对调。"),
        format!("The first day {first} is after {last}. Exchange the two."),
    );
    Problem::input("voucher.span", text).about("from")
}
