//! Finding vouchers as somebody types: by what they say, their amounts, numbers, accounts and
//! members.

use std::collections::HashSet;

use domain::id::{AccountId, CooperativeId, MemberId, VoucherId};
use domain::voucher::VoucherNumber;
use domain::{Month, Term};
use store::{Reading, Sought, StoreError};

use super::judge::{Books, written_lines};
use crate::import::read_money;
use crate::register::initials;
use crate::typed::filled;
use crate::view::voucher::VoucherInput;

/// Up to so many vouchers that may say it are all looked at; of more, those of a month.
const FEW: usize = 2_000;

/// From how many digits on an account is meant by its code.
const CODE_DIGITS: usize = 3;

/// What is looked for.
pub(super) struct Search<'a> {
    reading: &'a Reading<'a>,
    coop: CooperativeId,
    text: String,
    sought: Sought,
    accounts: Vec<AccountId>,
    members: Vec<MemberId>,
    /// All that may say it, where they are few.
    few: Option<HashSet<VoucherId>>,
}

/// Which posted vouchers of some days may have it.
pub(super) struct Candidates {
    /// By number, account or member.
    sure: HashSet<VoucherId>,
    /// By what they say, if they do.
    maybe: HashSet<VoucherId>,
}

impl<'a> Search<'a> {
    pub(super) fn of(
        reading: &'a Reading<'a>,
        coop: CooperativeId,
        books: &Books,
        text: &str,
    ) -> Result<Self, StoreError> {
        let accounts = books
            .chart
            .accounts
            .values()
            .filter(|account| is_account(text, &account.what.code, &account.what.name))
            .map(|account| account.id)
            .collect();
        let members = books
            .members
            .iter()
            .filter(|(code, member)| is_member(text, code, &member.name))
            .map(|(_, member)| member.id)
            .collect();
        let found = reading.found(coop, text, FEW)?;
        let few = (found.len() < FEW).then(|| found.into_iter().collect());
        let sought = Sought::of(text);
        Ok(Search { reading, coop, text: text.to_owned(), sought, accounts, members, few })
    }

    /// Whether so many vouchers may have it that one looks at a month after the other.
    pub(super) fn is_common(&self) -> bool {
        self.few.is_none() || !self.accounts.is_empty() || !self.members.is_empty()
    }

    /// The posted vouchers of these days that have it or may have it.
    pub(super) fn within(&self, term: Term) -> Result<Candidates, StoreError> {
        let Search { reading, coop, text, .. } = self;
        let mut sure = reading.touching(&self.accounts, &self.members, term)?;
        sure.extend(numbered(reading, *coop, term, text)?);
        let months = (Month::of(term.first), Month::of(term.last));
        let maybe = match &self.few {
            Some(few) => few.clone(),
            None => reading.found_between(*coop, text, months)?.into_iter().collect(),
        };
        Ok(Candidates { sure, maybe })
    }

    /// Whether a candidate has it.
    pub(super) fn has(
        &self,
        candidates: &Candidates,
        voucher: VoucherId,
    ) -> Result<bool, StoreError> {
        let may_say = || candidates.maybe.contains(&voucher);
        let says = || self.reading.says(voucher, &self.sought);
        Ok(candidates.sure.contains(&voucher) || may_say() && says()?)
    }

    /// Whether a draft has it.
    pub(super) fn finds(&self, entry: &VoucherInput, books: &Books) -> bool {
        let Search { text, sought, .. } = self;
        let says = |said: &Option<String>| said.as_deref().is_some_and(|said| sought.is_in(said));
        let is_amount = |typed: &Option<String>| {
            let typed = filled(typed.as_deref()).and_then(|typed| read_money(typed).ok());
            typed.is_some_and(|typed| sought.is_amount(typed))
        };
        let account = |code: &Option<String>| {
            let code = filled(code.as_deref());
            let account = code.and_then(|code| books.chart.accounts.get(code));
            account.is_some_and(|account| is_account(text, &account.what.code, &account.what.name))
        };
        let member = |code: &Option<String>| {
            let code = filled(code.as_deref()).unwrap_or_default();
            books.name_of(code).is_some_and(|name| is_member(text, code, name))
        };
        says(&entry.summary)
            || written_lines(entry).any(|(_, line)| {
                [&line.summary, &line.counterparty, &line.project].into_iter().any(says)
                    || [&line.debit, &line.credit].into_iter().any(is_amount)
                    || account(&line.account)
                    || member(&line.member)
            })
    }
}

impl Candidates {
    /// All of them.
    pub(super) fn all(&self) -> HashSet<VoucherId> {
        self.sure.union(&self.maybe).copied().collect()
    }
}

/// An account is meant by the beginning of its code, by its name or by its initials.
fn is_account(text: &str, code: &str, name: &str) -> bool {
    let is_code = text.len() >= CODE_DIGITS && code.starts_with(text);
    is_code || name.contains(text) || is_initials(text, name)
}

/// A member is meant by the whole code, by the name or by its initials.
fn is_member(text: &str, code: &str, name: &str) -> bool {
    code.eq_ignore_ascii_case(text) || name.contains(text) || is_initials(text, name)
}

fn is_initials(text: &str, name: &str) -> bool {
    let letters = text.len() >= 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    letters && initials(name).starts_with(&text.to_ascii_lowercase())
}

/// The vouchers of this number: `2025-03 记-031`, `记-31`, `记31` or `31`.
fn numbered(
    reading: &Reading<'_>,
    coop: CooperativeId,
    term: Term,
    text: &str,
) -> Result<Vec<VoucherId>, StoreError> {
    if let Some(number) = VoucherNumber::read(text) {
        let found = reading.posted_voucher(coop, &number)?;
        return Ok(found.map(|found| found.head.id).into_iter().collect());
    }
    let word = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let Ok(number) = text[word.len()..].parse::<u32>() else { return Ok(Vec::new()) };
    let word = word.trim_end_matches(['-', ' ']);
    let word = (!word.is_empty()).then_some(word);
    let months = (Month::of(term.first), Month::of(term.last));
    reading.numbered(coop, months, word, number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_found_by_code_name_and_initials() {
        for text in ["102", "银行", "存款", "yhck", "YH"] {
            assert!(is_account(text, "102", "银行存款"), "{text}");
        }
        for text in ["1", "10", "02", "hck", "y"] {
            assert!(!is_account(text, "102", "银行存款"), "{text}");
        }
    }

    #[test]
    fn a_member_is_found_by_the_whole_code_not_by_a_part_of_it() {
        assert!(is_member("h001", "H001", "村民001"));
        assert!(is_member("村民", "H001", "村民001"));
        assert!(!is_member("H0", "H001", "村民001"));
    }
}
