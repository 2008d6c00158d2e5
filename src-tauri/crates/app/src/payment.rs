//! Payments (发放): what distributions gave the members stands on 221 and 222 and is paid, member
//! by member or many at once. What is paid is read from the books, so that any voucher that moves
//! 221 or 222 counts, and the oldest is paid first.

mod bank_file;
mod refused;
mod sheet;
mod state;

use domain::payment::split;
use domain::{FiscalYear, Money};
use store::{NewVoucher, Reading, Work};

use crate::book::Book;
use crate::day;
use crate::import::read_money;
use crate::made_line::{below, credit, debit, on};
use crate::paper::count;
use crate::problem::Problem;
use crate::typed::filled;
use crate::view::payment::{PaidView, PaymentInput, PaymentSums, PaymentsView};
use crate::view::voucher::{VoucherInput, VoucherLineInput};
use crate::voucher::judge::{Books, judge, not_posted};
use crate::{draft, voucher};
use refused::{
    NOT_POSTED, before_posting, no_account, no_amount, nothing_left, one_member, paid_already,
    too_much, unknown_member,
};
use state::{Owed, State};

impl Book {
    /// What the distribution of a year gave the members, and what of it is paid; of the latest
    /// posted one where no year is named.
    ///
    /// # Errors
    /// A cooperative that is not known, a distribution that is not posted, or a damaged book.
    pub fn payments(&mut self, coop: &str, year: Option<i64>) -> Result<PaymentsView, Problem> {
        let reading = self.store.read()?;
        Ok(State::of(&reading, coop, year)?.view())
    }

    /// Pays members what they are owed: all of them, some, or one of them a part. One voucher, or
    /// its draft where somebody else reviews vouchers.
    ///
    /// # Errors
    /// A cooperative, member or account that is not known, a distribution that is not posted, a day
    /// before it or that is not open, an amount that cannot be read or is more than is owed, nobody
    /// to whom anything is owed, or a book that cannot be written.
    pub fn pay(
        &mut self,
        coop: &str,
        year: i64,
        input: &PaymentInput,
    ) -> Result<PaidView, Problem> {
        let work = self.store.begin()?;
        let state = State::of(&work, coop, Some(year))?;
        let paid_on = day::read(&input.on).map_err(|error| Problem::from(error).about("on"))?;
        if paid_on < state.posted_on {
            return Err(before_posting(paid_on, state.posted_on));
        }
        let parts = parts(&state, input)?;
        let entry = entry(&state, input, &parts)?;
        let (number, drafted) = posted_or_drafted(&work, &state, &entry)?;
        let amount = parts.iter().map(|part| part.refund + part.dividend).sum::<Money>();
        let view = PaidView {
            payments: State::of(&work, coop, Some(year))?.view(),
            members: count(parts.len()),
            amount: amount.into(),
            voucher: number,
            draft: drafted,
        };
        work.commit()?;
        Ok(view)
    }
}

/// What a member is paid.
struct Part<'a> {
    member: &'a Owed,
    refund: Money,
    dividend: Money,
}

fn parts<'a>(state: &'a State, input: &PaymentInput) -> Result<Vec<Part<'a>>, Problem> {
    let chosen: Vec<&Owed> = if input.members.is_empty() {
        state.members.iter().filter(|member| member.left() > Money::ZERO).collect()
    } else {
        let mut chosen: Vec<&Owed> = Vec::new();
        for code in &input.members {
            let member = state.members.iter().find(|member| member.code == code.trim());
            let member = member.ok_or_else(|| unknown_member(code, state.year))?;
            if !chosen.iter().any(|known| known.code == member.code) {
                chosen.push(member);
            }
        }
        chosen
    };
    let typed = filled(input.amount.as_deref());
    let Some(text) = typed else {
        if let Some(member) = chosen.iter().find(|member| member.left() <= Money::ZERO) {
            return Err(paid_already(member));
        }
        if chosen.is_empty() {
            return Err(nothing_left(state.year));
        }
        let all = |member: &'a Owed| Part {
            refund: Owed::left_of(&member.refund),
            dividend: Owed::left_of(&member.dividend),
            member,
        };
        return Ok(chosen.into_iter().map(all).collect());
    };
    let amount = read_money(text).map_err(no_amount)?;
    let [member] = chosen.as_slice() else { return Err(one_member()) };
    let (refund, dividend) = (Owed::left_of(&member.refund), Owed::left_of(&member.dividend));
    if member.left() <= Money::ZERO {
        return Err(paid_already(member));
    }
    let (refund, dividend) =
        split(amount, refund, dividend).ok_or_else(|| too_much(member, amount))?;
    Ok(vec![Part { member, refund, dividend }])
}

fn entry(state: &State, input: &PaymentInput, parts: &[Part<'_>]) -> Result<VoucherInput, Problem> {
    let typed = filled(input.account.as_deref());
    let mut sources = state.payable_from();
    let account = match typed {
        Some(code) => sources.find(|(known, _)| *known == code),
        None => sources.find(|(known, _)| known.starts_with("102")),
    };
    let account = account.map(|(code, _)| code.to_owned());
    let account = account.ok_or_else(|| no_account(typed.unwrap_or("102")))?;
    let owed = |top: &str, member: &Owed, amount: Money| {
        let account = below(&state.chart, top).next().map(|(code, _)| code.to_owned());
        let line = VoucherLineInput { member: Some(member.code.clone()), ..on(account, None) };
        (amount != Money::ZERO).then(|| debit(line, amount))
    };
    let mut lines = Vec::with_capacity(2 * parts.len() + 1);
    for part in parts {
        lines.extend(owed("221", part.member, part.refund));
        lines.extend(owed("222", part.member, part.dividend));
    }
    let all = parts.iter().map(|part| part.refund + part.dividend).sum();
    lines.push(credit(on(Some(account), None), all));
    let (year, whom) = (state.year, whom(parts));
    Ok(VoucherInput {
        coop: Some(state.coop.what.code.clone()),
        date: Some(input.on.trim().to_owned()),
        word: None,
        summary: Some(format!("发放 {year} 年盈余分配{whom}")),
        papers: None,
        lines: Some(lines),
    })
}

/// Whom a voucher pays: the one by name, many by their number.
fn whom(parts: &[Part<'_>]) -> String {
    match parts {
        [only] => format!("　{}", only.member.name),
        several => format!("　{} 名成员", several.len()),
    }
}

type Made = (Option<String>, Option<crate::view::draft::DraftView>);

fn posted_or_drafted(
    work: &Work<'_>,
    state: &State,
    entry: &VoucherInput,
) -> Result<Made, Problem> {
    let judged = judge(entry, &Books::of(work, state.coop.id)?);
    let sound = judged.sound.ok_or_else(|| not_posted(&judged.faults))?;
    if work.reviewed_by_another()? {
        let id = draft::made(work, state.coop.id, entry)?;
        return Ok((None, Some(draft::shown(work, id)?)));
    }
    let new = NewVoucher::plain(&sound.voucher, &sound.places);
    let number = voucher::post(work, state.coop.id, &new)?;
    Ok((Some(number.to_string()), None))
}

/// What a posted distribution gave in all, what of it is paid, in drafts and left; nothing where
/// none is posted.
pub(crate) fn sums_of(
    reading: &Reading<'_>,
    coop: &str,
    year: FiscalYear,
) -> Result<Option<PaymentSums>, Problem> {
    match State::of(reading, coop, Some(year.number().into())) {
        Ok(state) => Ok(Some(state.view().totals)),
        Err(problem) if problem.code == NOT_POSTED => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// What members took of the distribution of a year: what is paid, and what is in drafts. Where its
/// vouchers were taken back one by one, that is what was paid beyond all that stands for a member.
pub(crate) fn taken_of(
    reading: &Reading<'_>,
    coop: &str,
    year: FiscalYear,
) -> Result<(Money, Money), Problem> {
    match sums_of(reading, coop, year)? {
        Some(sums) => Ok((sums.paid.0, sums.drafted.0)),
        None => state::taken_beyond(reading, coop, year),
    }
}
