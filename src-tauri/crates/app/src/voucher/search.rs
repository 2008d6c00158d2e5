//! Finding vouchers as somebody types: by what they say, their amounts, numbers, accounts and
//! members.

use std::collections::HashSet;

use domain::id::{AccountId, CooperativeId, MemberId, VoucherId};
use domain::voucher::VoucherNumber;
use domain::{Month, Term};
use store::{Reading, StoreError};

use super::judge::{Books, filled, written_lines};
use crate::import::read_money;
use crate::register::initials;
use crate::view::voucher::VoucherInput;

/// How many vouchers are looked at that may say it.
const MOST: usize = 100_000;

/// From how many digits on an account is meant by its code.
const CODE_DIGITS: usize = 3;

/// What is looked for, and which posted vouchers have it.
pub(super) struct Search {
    text: String,
    /// By number, account or member.
    sure: HashSet<VoucherId>,
    /// By what they say, if they do.
    maybe: HashSet<VoucherId>,
}

impl Search {
    pub(super) fn of(
        reading: &Reading<'_>,
        coop: CooperativeId,
        books: &Books,
        term: Term,
        text: &str,
    ) -> Result<Search, StoreError> {
        let accounts: Vec<AccountId> = books
            .chart
            .accounts
            .values()
            .filter(|account| is_account(text, &account.what.code, &account.what.name))
            .map(|account| account.id)
            .collect();
        let members: Vec<MemberId> = books
            .members
            .iter()
            .filter(|(code, member)| is_member(text, code, &member.name))
            .map(|(_, member)| member.id)
            .collect();
        let mut sure = reading.touching(&accounts, &members, term)?;
        sure.extend(numbered(reading, coop, term, text)?);
        let maybe = reading.found(coop, text, MOST)?.into_iter().collect();
        Ok(Search { text: text.to_owned(), sure, maybe })
    }

    /// The posted vouchers that have it or may have it.
    pub(super) fn candidates(&self) -> HashSet<VoucherId> {
        self.sure.union(&self.maybe).copied().collect()
    }

    /// Whether a posted voucher has it.
    pub(super) fn has(
        &self,
        reading: &Reading<'_>,
        voucher: VoucherId,
    ) -> Result<bool, StoreError> {
        let may_say = || self.maybe.contains(&voucher);
        Ok(self.sure.contains(&voucher) || may_say() && reading.says(voucher, &self.text)?)
    }

    /// Whether a draft has it.
    pub(super) fn finds(&self, entry: &VoucherInput, books: &Books) -> bool {
        let text = self.text.to_lowercase();
        let says = |said: &Option<String>| {
            filled(said.as_deref()).is_some_and(|said| said.to_lowercase().contains(&text))
        };
        let amount = read_money(&self.text).ok().map(|amount| amount.abs());
        let is_amount = |typed: &Option<String>| {
            let typed = filled(typed.as_deref()).and_then(|typed| read_money(typed).ok());
            typed.is_some_and(|typed| Some(typed.abs()) == amount)
        };
        let account = |code: &Option<String>| {
            let code = filled(code.as_deref());
            let account = code.and_then(|code| books.chart.accounts.get(code));
            account.is_some_and(|account| is_account(&text, &account.what.code, &account.what.name))
        };
        let member = |code: &Option<String>| {
            let code = filled(code.as_deref()).unwrap_or_default();
            books.name_of(code).is_some_and(|name| is_member(&text, code, name))
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
