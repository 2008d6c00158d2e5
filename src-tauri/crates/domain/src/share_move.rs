//! How capital moves (股金变动): a member puts in (出资), takes out a part (减资), leaves and gets all
//! back (退社), or passes its capital on to another (转让), as when villages merge or heirs follow.
//!
//! A move is a few rows in the register of contributions, by share class and form, so that what the
//! dividend is worked out from never differs from what moved.

use jiff::civil::Date;
use thiserror::Error;

use crate::money::Money;
use crate::share::{CapitalError, Contribution, check_capital};

/// A way in which capital moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ShareMoveKind {
    /// A member puts in.
    PutIn,
    /// A member takes a part out.
    TakenOut,
    /// A member leaves: all of its capital is paid back, with its share of the reserve and without
    /// the loss that it bears (农民专业合作社法 art. 28).
    Left,
    /// Capital passes on to another member; what there is of it stays.
    Passed,
}

impl ShareMoveKind {
    /// Every way.
    pub const ALL: [ShareMoveKind; 4] =
        [ShareMoveKind::PutIn, ShareMoveKind::TakenOut, ShareMoveKind::Left, ShareMoveKind::Passed];

    /// The word that files and commands use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            ShareMoveKind::PutIn => "put_in",
            ShareMoveKind::TakenOut => "taken_out",
            ShareMoveKind::Left => "left",
            ShareMoveKind::Passed => "passed",
        }
    }

    /// The way of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A move of capital.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareMove {
    /// The way.
    pub kind: ShareMoveKind,
    /// The day from which it counts.
    pub on: Date,
    /// How much capital, above zero.
    pub capital: Money,
    /// What was paid beyond the share (股金溢价); only of what is put in.
    pub premium: Money,
    /// The share of the reserve that is paid back to who leaves, or passes along.
    pub reserve: Money,
    /// The loss that who leaves bears, kept back of what is paid.
    pub loss: Money,
    /// By what things or land were valued.
    pub evaluation: Option<String>,
    /// Why: the resolution, the heirs, the merger of villages.
    pub reason: Option<String>,
}

impl ShareMove {
    /// What is paid in or out: nothing where capital only passes on.
    #[must_use]
    pub fn paid(&self) -> Money {
        match self.kind {
            ShareMoveKind::PutIn => self.capital + self.premium,
            ShareMoveKind::TakenOut => self.capital,
            ShareMoveKind::Left => self.capital + self.reserve - self.loss,
            ShareMoveKind::Passed => Money::ZERO,
        }
    }
}

/// What a member has in one share class and form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// The share class, such as 集体股, if noted.
    pub class: Option<String>,
    /// In what it was made, such as 货币, if noted.
    pub form: Option<String>,
    /// How much.
    pub capital: Money,
}

/// Why capital cannot move so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ShareMoveError {
    /// There is not so much of it.
    #[error("{wanted} of {held}")]
    MoreThanHeld {
        /// What would move.
        wanted: Money,
        /// What the member has, in the share class where one is named.
        held: Money,
    },
    /// Who leaves takes all.
    #[error("{wanted} of {held} by who leaves")]
    NotAll {
        /// What would move.
        wanted: Money,
        /// What the member has.
        held: Money,
    },
    /// The loss is more than what is paid back.
    #[error("a loss of {loss} of {paid_back}")]
    LossBeyond {
        /// The loss.
        loss: Money,
        /// Capital and share of the reserve.
        paid_back: Money,
    },
    /// On a later day more was taken out than would be there.
    #[error(transparent)]
    Capital(#[from] CapitalError),
}

/// The rows by which a move stands in the register: for whom it comes from, and for whom it goes
/// to. What is put in is one row of the class and form of `put_in`; what moves out is taken from
/// what the member holds, in its order, of one class only where `class` names it.
///
/// # Errors
/// More than the member has, less than all of who leaves, or a loss beyond what is paid back.
pub fn rows(
    moved: &ShareMove,
    held: &[Holding],
    put_in: &Holding,
    class: Option<&str>,
) -> Result<Vec<Holding>, ShareMoveError> {
    if moved.kind == ShareMoveKind::PutIn {
        return Ok(vec![Holding { capital: moved.capital, ..put_in.clone() }]);
    }
    let of_class = |holding: &&Holding| class.is_none() || holding.class.as_deref() == class;
    let there: Money = held.iter().filter(of_class).map(|holding| holding.capital).sum();
    let wanted = moved.capital;
    if wanted > there {
        return Err(ShareMoveError::MoreThanHeld { wanted, held: there });
    }
    let all: Money = held.iter().map(|holding| holding.capital).sum();
    if moved.kind == ShareMoveKind::Left && wanted != all {
        return Err(ShareMoveError::NotAll { wanted, held: all });
    }
    let paid_back = moved.capital + moved.reserve;
    if moved.loss > paid_back {
        return Err(ShareMoveError::LossBeyond { loss: moved.loss, paid_back });
    }
    let mut left = wanted;
    let mut rows = Vec::new();
    for holding in held.iter().filter(of_class) {
        let capital = holding.capital.min(left);
        if capital > Money::ZERO {
            rows.push(Holding { capital, ..holding.clone() });
            left -= capital;
        }
    }
    Ok(rows)
}

/// Checks that at the end of no day, earlier or later, more is taken out than is there.
///
/// # Errors
/// [`CapitalError::BelowZero`] with the first such day.
pub fn check_after(
    contributions: &[Contribution],
    on: Date,
    change: Money,
) -> Result<(), ShareMoveError> {
    let mut after = contributions.to_vec();
    after.push(Contribution { made_on: on, amount: change });
    Ok(check_capital(&after)?)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn moved(kind: ShareMoveKind, fen: i64) -> ShareMove {
        ShareMove {
            kind,
            on: date(2025, 6, 1),
            capital: Money::from_fen(fen),
            premium: Money::ZERO,
            reserve: Money::ZERO,
            loss: Money::ZERO,
            evaluation: None,
            reason: None,
        }
    }

    fn holding(class: &str, fen: i64) -> Holding {
        Holding { class: Some(class.to_owned()), form: None, capital: Money::from_fen(fen) }
    }

    fn held() -> [Holding; 2] {
        [holding("个人股", 600), holding("土地股", 400)]
    }

    #[test]
    fn what_moves_out_is_taken_class_by_class() {
        let out = rows(&moved(ShareMoveKind::Passed, 700), &held(), &holding("", 0), None);
        assert_eq!(out, Ok(vec![holding("个人股", 600), holding("土地股", 100)]));
        let named =
            rows(&moved(ShareMoveKind::TakenOut, 300), &held(), &holding("", 0), Some("土地股"));
        assert_eq!(named, Ok(vec![holding("土地股", 300)]));
    }

    #[test]
    fn nobody_takes_out_more_than_a_class_holds() {
        let too_much =
            rows(&moved(ShareMoveKind::TakenOut, 401), &held(), &holding("", 0), Some("土地股"));
        let wanted = Money::from_fen(401);
        let error = ShareMoveError::MoreThanHeld { wanted, held: Money::from_fen(400) };
        assert_eq!(too_much, Err(error));
    }

    #[test]
    fn who_leaves_takes_all_and_bears_no_more_than_that() {
        let left = |fen, loss| {
            let one = ShareMove { loss: Money::from_fen(loss), ..moved(ShareMoveKind::Left, fen) };
            rows(&one, &held(), &holding("", 0), None)
        };
        assert!(matches!(left(999, 0), Err(ShareMoveError::NotAll { .. })));
        assert!(matches!(left(1000, 1001), Err(ShareMoveError::LossBeyond { .. })));
        assert_eq!(left(1000, 1000).map(|rows| rows.len()), Ok(2));
    }

    #[test]
    fn what_was_taken_out_later_bars_what_is_taken_out_before() {
        let known = [
            Contribution { made_on: date(2025, 1, 1), amount: Money::from_fen(500) },
            Contribution { made_on: date(2025, 9, 1), amount: Money::from_fen(-400) },
        ];
        assert!(check_after(&known, date(2025, 6, 1), Money::from_fen(-101)).is_err());
        assert_eq!(check_after(&known, date(2025, 6, 1), Money::from_fen(-100)), Ok(()));
    }

    proptest! {
        #[test]
        fn the_rows_come_to_what_moves_and_no_class_goes_below_zero(
            capitals in prop::collection::vec(0_i64..1_000, 1..6),
            part in 0_i64..100,
        ) {
            let held: Vec<Holding> = capitals.iter().map(|&fen| holding("股", fen)).collect();
            let all: i64 = capitals.iter().sum();
            let wanted = all * part / 100;
            prop_assume!(wanted > 0);
            let out = rows(&moved(ShareMoveKind::Passed, wanted), &held, &holding("", 0), None);
            let out = out.unwrap();
            let sum: Money = out.iter().map(|row| row.capital).sum();
            prop_assert_eq!(sum, Money::from_fen(wanted));
            prop_assert!(out.iter().all(|row| row.capital > Money::ZERO));
        }
    }
}
