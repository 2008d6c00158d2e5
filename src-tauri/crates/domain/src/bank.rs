//! Bank reconciliation (银行对账): which lines of the bank's statement and of the books are the same
//! money, and what is open between them (未达账项).

use std::collections::HashMap;

use jiff::civil::Date;

use crate::money::Money;

/// How many days a payment is on its way at most between the books and the bank, to be taken for
/// the same by itself.
pub const DAYS_APART: i32 = 10;

/// A movement of an account: into it above zero, out of it below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Movement {
    /// The day.
    pub on: Date,
    /// How much.
    pub amount: Money,
}

/// Which movements of the bank and of the books are the same, by amount and day: pairs of their
/// places. The nearest days go together first, earlier ones before later ones among equals, and at
/// most [`DAYS_APART`].
#[must_use]
pub fn matched(bank: &[Movement], book: &[Movement]) -> Vec<(usize, usize)> {
    let mut of_amount: HashMap<Money, Vec<usize>> = HashMap::new();
    for (place, movement) in book.iter().enumerate() {
        of_amount.entry(movement.amount).or_default().push(place);
    }
    let mut near: Vec<(i32, usize, usize)> = Vec::new();
    for (at, movement) in bank.iter().enumerate() {
        for &place in of_amount.get(&movement.amount).into_iter().flatten() {
            let apart = days_apart(movement.on, book[place].on);
            if apart <= DAYS_APART {
                near.push((apart, at, place));
            }
        }
    }
    near.sort_unstable();
    let (mut bank_taken, mut book_taken) = (vec![false; bank.len()], vec![false; book.len()]);
    let mut pairs = Vec::new();
    for (_, at, place) in near {
        if !bank_taken[at] && !book_taken[place] {
            (bank_taken[at], book_taken[place]) = (true, true);
            pairs.push((at, place));
        }
    }
    pairs.sort_unstable();
    pairs
}

fn days_apart(one: Date, other: Date) -> i32 {
    one.until(other).map_or(i32::MAX, |span| span.get_days().abs())
}

/// The two balances with what is open between them (银行存款余额调节表).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reconciliation {
    /// What the bank says.
    pub bank: Money,
    /// What the books say.
    pub book: Money,
    /// In the books and not at the bank yet: in (企业已收、银行未收) and out, both above zero.
    pub book_in: Money,
    /// Out.
    pub book_out: Money,
    /// At the bank and not in the books yet: in (银行已收、企业未收) and out, both above zero.
    pub bank_in: Money,
    /// Out.
    pub bank_out: Money,
}

impl Reconciliation {
    /// The two balances, and the movements that are open on either side.
    #[must_use]
    pub fn of(
        bank: Money,
        book: Money,
        open_in_bank: impl IntoIterator<Item = Money>,
        open_in_book: impl IntoIterator<Item = Money>,
    ) -> Self {
        let mut of = Reconciliation { bank, book, ..Reconciliation::default() };
        for amount in open_in_bank {
            of.bank_in += amount.or_zero();
            of.bank_out += (-amount).or_zero();
        }
        for amount in open_in_book {
            of.book_in += amount.or_zero();
            of.book_out += (-amount).or_zero();
        }
        of
    }

    /// What the bank would say with what is on its way (调节后余额).
    #[must_use]
    pub fn bank_adjusted(&self) -> Money {
        self.bank + self.book_in - self.book_out
    }

    /// What the books would say with what only the bank knows.
    #[must_use]
    pub fn book_adjusted(&self) -> Money {
        self.book + self.bank_in - self.bank_out
    }

    /// What is left unexplained; zero where the account is reconciled.
    #[must_use]
    pub fn difference(&self) -> Money {
        self.bank_adjusted() - self.book_adjusted()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn moved(day: i8, fen: i64) -> Movement {
        Movement { on: date(2025, 1, day), amount: Money::from_fen(fen) }
    }

    #[test]
    fn the_nearest_days_of_one_amount_go_together() {
        let bank = [moved(3, 500), moved(9, 500), moved(20, -80)];
        let book = [moved(8, 500), moved(3, 500), moved(31, -80), moved(3, -500)];
        // The last two lie eleven days apart, or on opposite sides.
        assert_eq!(matched(&bank, &book), [(0, 1), (1, 0)]);
    }

    #[test]
    fn what_is_on_its_way_explains_the_two_balances() {
        let fen = Money::from_fen;
        let of =
            Reconciliation::of(fen(900), fen(1_000), [fen(30), fen(-10)], [fen(200), fen(-80)]);
        assert_eq!((of.bank_adjusted(), of.book_adjusted()), (fen(1_020), fen(1_020)));
        assert_eq!(of.difference(), Money::ZERO);
    }

    proptest! {
        /// Nothing goes together twice, and only what is the same amount.
        #[test]
        fn pairs_are_one_to_one(
            bank in prop::collection::vec((1_i8..28, -5_i64..5), 0..30),
            book in prop::collection::vec((1_i8..28, -5_i64..5), 0..30),
        ) {
            let of = |moves: Vec<(i8, i64)>| -> Vec<Movement> {
                moves.into_iter().map(|(day, fen)| moved(day, fen)).collect()
            };
            let (bank, book) = (of(bank), of(book));
            let pairs = matched(&bank, &book);
            let once = |places: Vec<usize>| {
                let count = places.len();
                let mut places = places;
                places.sort_unstable();
                places.dedup();
                places.len() == count
            };
            prop_assert!(once(pairs.iter().map(|pair| pair.0).collect()));
            prop_assert!(once(pairs.iter().map(|pair| pair.1).collect()));
            for (at, place) in pairs {
                prop_assert_eq!(bank[at].amount, book[place].amount);
            }
        }
    }
}
