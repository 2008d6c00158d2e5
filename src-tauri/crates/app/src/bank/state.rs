//! Both sides of a bank account at the end of a month: the two balances, what is open between them,
//! and what is the same money.

use std::collections::BTreeMap;

use domain::bank::Reconciliation;
use domain::id::AccountId;
use domain::{Money, Month};
use jiff::civil::Date;
use store::{BankLine, BookLine, Reading};

use super::reconciliation_view;
use crate::problem::Problem;
use crate::view::bank::ReconciliationView;

/// Both sides of an account at the end of a month.
pub(super) struct State {
    bank: Option<Money>,
    book: Money,
    pub bank_open: Vec<BankLine>,
    pub book_open: Vec<BookLine>,
    pub matched: Vec<(i64, Vec<BankLine>, Vec<BookLine>)>,
}

impl State {
    pub fn of(
        reading: &Reading<'_>,
        account: AccountId,
        month: Month,
        typed: Option<Money>,
    ) -> Result<Self, Problem> {
        let (first, last) = (month.first_day(), month.last_day());
        let bank = reading.bank_lines(account, Date::MAX)?;
        let book = reading.book_lines(account, Date::MAX)?;
        // A group is whole at the month's end where none of its lines comes later.
        let mut latest: BTreeMap<i64, Date> = BTreeMap::new();
        let days = bank.iter().map(|line| (line.group, line.line.movement.on));
        for (group, on) in days.chain(book.iter().map(|line| (line.group, line.movement.on))) {
            if let Some(group) = group {
                let latest = latest.entry(group).or_insert(on);
                *latest = on.max(*latest);
            }
        }
        let open = |group: Option<i64>, on: Date| {
            on <= last && group.is_none_or(|group| latest.get(&group).is_none_or(|on| *on > last))
        };
        let next = last.tomorrow().unwrap_or(last);
        let said = bank.iter().rev().filter(|line| line.line.movement.on <= last);
        let said = said.map(|line| line.line.balance).find(Option::is_some).flatten();
        let mut groups: BTreeMap<i64, (Vec<BankLine>, Vec<BookLine>)> = BTreeMap::new();
        let shown = |group: i64| latest.get(&group).is_some_and(|on| *on >= first && *on <= last);
        for line in &bank {
            if let Some(group) = line.group.filter(|group| shown(*group)) {
                groups.entry(group).or_default().0.push(line.clone());
            }
        }
        for line in &book {
            if let Some(group) = line.group.filter(|group| shown(*group)) {
                groups.entry(group).or_default().1.push(line.clone());
            }
        }
        Ok(State {
            bank: typed.or(said),
            book: reading.balance_before(account, next)?,
            bank_open: bank
                .into_iter()
                .filter(|line| open(line.group, line.line.movement.on))
                .collect(),
            book_open: book.into_iter().filter(|line| open(line.group, line.movement.on)).collect(),
            matched: groups.into_iter().map(|(group, (bank, book))| (group, bank, book)).collect(),
        })
    }

    pub fn reconciliation(&self) -> Option<Reconciliation> {
        let bank = self.bank_open.iter().map(|line| line.line.movement.amount);
        let book = self.book_open.iter().map(|line| line.movement.amount);
        Some(Reconciliation::of(self.bank?, self.book, bank, book))
    }

    pub fn view(&self) -> ReconciliationView {
        let bank = self.bank_open.iter().map(|line| line.line.movement.amount);
        let book = self.book_open.iter().map(|line| line.movement.amount);
        let of = Reconciliation::of(self.bank.unwrap_or_default(), self.book, bank, book);
        let known = self.bank.is_some();
        let view = reconciliation_view(&of);
        ReconciliationView {
            bank: view.bank.filter(|_| known),
            bank_adjusted: view.bank_adjusted.filter(|_| known),
            difference: view.difference.filter(|_| known),
            ..view
        }
    }
}
