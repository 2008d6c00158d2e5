//! What a new statement of the bank has in common with what is known: lines of earlier statements,
//! and lines of the books.

use std::collections::BTreeSet;

use domain::bank::{self, Movement};
use domain::id::AccountId;
use jiff::civil::Date;
use store::{BankLine, BookLine, BookPlace, NewBankLine, Reading, Work};

use crate::paper::count;
use crate::problem::Problem;

/// Lines that no earlier statement has, and how many were passed over: files of a bank overlap.
pub(super) fn without_known(
    reading: &Reading<'_>,
    account: AccountId,
    lines: Vec<NewBankLine>,
) -> Result<(Vec<NewBankLine>, usize), Problem> {
    let mut there: Vec<NewBankLine> =
        reading.bank_lines(account, Date::MAX)?.into_iter().map(|one| one.line).collect();
    let all = lines.len();
    let mut new = Vec::with_capacity(all);
    for line in lines {
        match there.iter().position(|known| *known == line) {
            Some(place) => drop(there.swap_remove(place)),
            None => new.push(line),
        }
    }
    let known = all - new.len();
    Ok((new, known))
}

/// Finds the lines that are open on both sides and the same by amount and day; a red voucher and
/// the one that it takes back are found by themselves. Returns how many lines of the bank were.
pub(super) fn match_by_itself(work: &Work<'_>, account: AccountId) -> Result<u32, Problem> {
    let book = work.book_lines(account, Date::MAX)?;
    let book: Vec<BookLine> = book.into_iter().filter(|line| line.group.is_none()).collect();
    let mut gone: BTreeSet<BookPlace> = BTreeSet::new();
    for red in book.iter().filter(|line| line.reverses.is_some()) {
        let is_original = |line: &&BookLine| {
            Some(line.place.voucher) == red.reverses
                && line.movement.amount == -red.movement.amount
                && !gone.contains(&line.place)
        };
        if let Some(original) = book.iter().find(is_original) {
            let pair = BTreeSet::from([red.place, original.place]);
            work.match_lines(account, &BTreeSet::new(), &pair)?;
            gone.extend(pair);
        }
    }
    let book: Vec<&BookLine> = book.iter().filter(|line| !gone.contains(&line.place)).collect();
    let bank = work.bank_lines(account, Date::MAX)?;
    let bank: Vec<BankLine> = bank.into_iter().filter(|line| line.group.is_none()).collect();
    let of_bank: Vec<Movement> = bank.iter().map(|line| line.line.movement).collect();
    let of_book: Vec<Movement> = book.iter().map(|line| line.movement).collect();
    let pairs = bank::matched(&of_bank, &of_book);
    for &(at, place) in &pairs {
        let (bank, book) = (bank[at].place, book[place].place);
        work.match_lines(account, &BTreeSet::from([bank]), &BTreeSet::from([book]))?;
    }
    Ok(count(pairs.len()))
}
