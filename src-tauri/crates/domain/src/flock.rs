//! Batches of birds (批次) from goslings to sale: how many live, and what they cost.
//!
//! What a batch costs stands in the books, on the lines that name it as their project. Birds that
//! die, are sold or become layers take their part of it along: that part is worked out here.

use jiff::civil::Date;
use thiserror::Error;

use crate::money::{Money, round_half_up};
use crate::quantity::Quantity;

/// What a batch is kept for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Meat: its cost stands on 141 until it is sold.
    Meat,
    /// Eggs: its cost moves to 142 when the birds are grown.
    Layer,
}

impl Purpose {
    /// Both.
    pub const ALL: [Purpose; 2] = [Purpose::Meat, Purpose::Layer];

    /// The word that files use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Purpose::Meat => "meat",
            Purpose::Layer => "layer",
        }
    }

    /// The purpose of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.word() == word)
    }
}

/// Where what grown layers cost goes: a policy of the cooperative, kept with each batch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EggCost {
    /// Through 401 into the eggs: Dr 121 / Cr 401 when they are stored.
    #[default]
    Cost,
    /// Into the cost of the month, 521; eggs are counted and make no voucher.
    Expense,
}

impl EggCost {
    /// Both.
    pub const ALL: [EggCost; 2] = [EggCost::Cost, EggCost::Expense];

    /// The word that files use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            EggCost::Cost => "cost",
            EggCost::Expense => "expense",
        }
    }

    /// The policy of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|policy| policy.word() == word)
    }
}

/// What can happen to a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveKind {
    /// Goslings bought or hatched (购入).
    Bought,
    /// Feed given (饲料).
    Fed,
    /// Wages, medicine, heat and the like (其他费用).
    Spent,
    /// Birds that died (死亡).
    Died,
    /// Young birds that became layers (转为产蛋).
    Matured,
    /// Layers that went to the meat flock (淘汰).
    Culled,
    /// Birds sold (出售).
    Sold,
    /// Eggs laid (产蛋).
    Laid,
}

impl MoveKind {
    /// Every kind.
    pub const ALL: [MoveKind; 8] = [
        MoveKind::Bought,
        MoveKind::Fed,
        MoveKind::Spent,
        MoveKind::Died,
        MoveKind::Matured,
        MoveKind::Culled,
        MoveKind::Sold,
        MoveKind::Laid,
    ];

    /// The word that files use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            MoveKind::Bought => "bought",
            MoveKind::Fed => "fed",
            MoveKind::Spent => "spent",
            MoveKind::Died => "died",
            MoveKind::Matured => "matured",
            MoveKind::Culled => "culled",
            MoveKind::Sold => "sold",
            MoveKind::Laid => "laid",
        }
    }

    /// The kind of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether it is about a number of birds.
    #[must_use]
    pub const fn has_birds(self) -> bool {
        !matches!(self, MoveKind::Fed | MoveKind::Spent | MoveKind::Laid)
    }

    /// Whether it is about an amount that is typed.
    #[must_use]
    pub const fn has_amount(self) -> bool {
        matches!(self, MoveKind::Bought | MoveKind::Fed | MoveKind::Spent | MoveKind::Sold)
    }

    /// How many of so many birds more or less live after it.
    #[must_use]
    pub const fn living(self, birds: i64) -> i64 {
        match self {
            MoveKind::Bought => birds,
            MoveKind::Died | MoveKind::Culled | MoveKind::Sold => -birds,
            MoveKind::Fed | MoveKind::Spent | MoveKind::Matured | MoveKind::Laid => 0,
        }
    }
}

/// Something that happened to a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The day.
    pub on: Date,
    /// What happened.
    pub kind: MoveKind,
    /// To how many birds; 0 where it is about none.
    pub birds: u32,
    /// 斤 of feed, of birds sold or of eggs.
    pub weight: Option<Quantity>,
    /// What was paid, spent or taken in.
    pub amount: Option<Money>,
    /// What else there is to say.
    pub note: Option<String>,
}

/// What a batch comes to so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Birds bought.
    pub bought: i64,
    /// Birds that died.
    pub died: i64,
    /// Birds that became layers.
    pub matured: i64,
    /// Layers that went to the meat flock.
    pub culled: i64,
    /// Birds sold.
    pub sold: i64,
    /// 斤 of feed.
    pub feed: Quantity,
    /// 斤 of birds sold.
    pub sold_weight: Quantity,
    /// 斤 of eggs.
    pub eggs: Quantity,
    /// What sales brought in.
    pub taken_in: Money,
}

impl Tally {
    /// What these moves come to.
    #[must_use]
    pub fn of<'a>(moves: impl IntoIterator<Item = &'a Move>) -> Self {
        let mut tally = Tally::default();
        for one in moves {
            let birds = i64::from(one.birds);
            let weight = one.weight.unwrap_or_default();
            let add = |sum: &mut Quantity| {
                *sum =
                    Quantity::from_millionths(sum.millionths().saturating_add(weight.millionths()));
            };
            match one.kind {
                MoveKind::Bought => tally.bought += birds,
                MoveKind::Fed => add(&mut tally.feed),
                MoveKind::Spent => {}
                MoveKind::Died => tally.died += birds,
                MoveKind::Matured => tally.matured += birds,
                MoveKind::Culled => tally.culled += birds,
                MoveKind::Sold => {
                    tally.sold += birds;
                    add(&mut tally.sold_weight);
                    tally.taken_in += one.amount.unwrap_or_default();
                }
                MoveKind::Laid => add(&mut tally.eggs),
            }
        }
        tally
    }

    /// How many live.
    #[must_use]
    pub const fn living(&self) -> i64 {
        self.bought - self.died - self.culled - self.sold
    }
}

/// Why something cannot have happened to a batch.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MoveError {
    /// More birds are gone than live.
    #[error("{birds} birds on {on}, {living} live")]
    NotAlive {
        /// The day on which too few would live.
        on: Date,
        /// How many live then.
        living: i64,
        /// How many are said to be gone.
        birds: i64,
    },
    /// Only some become layers: those that stay young are a batch of their own.
    #[error("{birds} of {living} become layers")]
    NotAll {
        /// How many live.
        living: i64,
        /// How many would become layers.
        birds: i64,
    },
    /// A batch kept for meat neither matures nor lays.
    #[error("kept for meat")]
    ForMeat,
    /// It became layers before.
    #[error("layers since {since}")]
    GrownBefore {
        /// The day.
        since: Date,
    },
    /// Young birds lay no eggs.
    #[error("not grown by {on}")]
    NotGrown {
        /// The day.
        on: Date,
    },
    /// Goslings come before the birds are layers.
    #[error("goslings on {on}, layers since {since}")]
    GoslingsAmongLayers {
        /// The day on which they came.
        on: Date,
        /// Since when the others are layers.
        since: Date,
    },
}

/// Since when a batch is layers; nothing while it is young.
#[must_use]
pub fn grown_since<'a>(moves: impl IntoIterator<Item = &'a Move>) -> Option<Date> {
    let matured = moves.into_iter().filter(|one| one.kind == MoveKind::Matured);
    matured.map(|one| one.on).min()
}

/// How many live at the end of a day.
#[must_use]
pub fn living_on<'a>(moves: impl IntoIterator<Item = &'a Move>, day: Date) -> i64 {
    let through = moves.into_iter().filter(|one| one.on <= day);
    through.map(|one| one.kind.living(one.birds.into())).sum()
}

/// Whether this can have happened beside what is known to have.
///
/// # Errors
/// More birds would be gone than live, on that day or a later one; only some become layers, or
/// twice; eggs of young birds or of a batch kept for meat; goslings among layers.
pub fn admit(purpose: Purpose, known: &[Move], new: &Move) -> Result<(), MoveError> {
    let (on, birds) = (new.on, i64::from(new.birds));
    let grown = grown_since(known);
    let is_grown = grown.is_some_and(|since| since <= on);
    match new.kind {
        MoveKind::Matured | MoveKind::Laid if purpose == Purpose::Meat => {
            return Err(MoveError::ForMeat);
        }
        MoveKind::Matured => {
            if let Some(since) = grown {
                return Err(MoveError::GrownBefore { since });
            }
            let living = living_on(known, on);
            if living != birds {
                return Err(MoveError::NotAll { living, birds });
            }
        }
        MoveKind::Laid if !is_grown => return Err(MoveError::NotGrown { on }),
        MoveKind::Bought => {
            if let Some(since) = grown.filter(|since| *since <= on) {
                return Err(MoveError::GoslingsAmongLayers { on, since });
            }
        }
        MoveKind::Laid
        | MoveKind::Fed
        | MoveKind::Spent
        | MoveKind::Died
        | MoveKind::Culled
        | MoveKind::Sold => {}
    }
    let change = new.kind.living(birds);
    let days = known.iter().map(|one| one.on).filter(|day| *day >= on).chain([on]);
    for day in days.filter(|_| change < 0) {
        let living = living_on(known, day);
        if living + change < 0 {
            return Err(MoveError::NotAlive { on: day, living, birds });
        }
    }
    Ok(())
}

/// The part of what a batch costs that so many of its birds take along: in equal parts, rounded;
/// the last birds take all that is left.
#[must_use]
pub fn cost_of(cost: Money, birds: u32, living: i64) -> Money {
    if i64::from(birds) >= living {
        return cost;
    }
    let exact = i128::from(cost.fen()) * i128::from(birds);
    round_half_up(exact, i128::from(living)).unwrap_or(cost)
}

/// What one of so many costs, with four places, for lists: shown and never reckoned with.
#[must_use]
pub fn cost_per(cost: Money, of: Quantity) -> Option<Quantity> {
    let fen = u128::try_from(cost.fen()).ok()?;
    // Fen times a million squared over millionths times a hundred, cut to four places.
    let exact = fen.checked_mul(10_000_000_000)?.checked_div(of.millionths())?;
    Some(Quantity::from_millionths(exact / 100 * 100))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn happened(kind: MoveKind, birds: u32) -> Move {
        let on = date(2025, 3, 1);
        Move { on, kind, birds, weight: None, amount: None, note: None }
    }

    #[test]
    fn a_batch_is_counted_from_goslings_to_sale() {
        let moves = [
            happened(MoveKind::Bought, 10_000),
            happened(MoveKind::Died, 320),
            Move {
                weight: Some(Quantity::read("81312").unwrap()),
                amount: Some(Money::read("934108.80").unwrap()),
                ..happened(MoveKind::Sold, 9_000)
            },
            Move { weight: Some(Quantity::read("12.5").unwrap()), ..happened(MoveKind::Fed, 0) },
        ];
        let tally = Tally::of(&moves);
        assert_eq!((tally.living(), tally.died, tally.sold), (680, 320, 9_000));
        assert_eq!(tally.feed.to_string(), "12.5");
        assert_eq!(tally.taken_in.to_string(), "934108.80");
    }

    #[test]
    fn what_cannot_have_happened_is_refused() {
        let on = |day, one: Move| Move { on: date(2025, 3, day), ..one };
        let bought = on(2, happened(MoveKind::Bought, 100));
        let died = on(9, happened(MoveKind::Died, 10));
        let known = [bought.clone(), died];
        let try_it = |purpose, known: &[Move], one: Move| admit(purpose, known, &one);
        // Ninety live from the ninth on: of a hundred no more than ninety can be sold before.
        assert_eq!(
            try_it(Purpose::Meat, &known, on(5, happened(MoveKind::Sold, 91))),
            Err(MoveError::NotAlive { on: date(2025, 3, 9), living: 90, birds: 91 })
        );
        assert_eq!(try_it(Purpose::Meat, &known, on(5, happened(MoveKind::Sold, 90))), Ok(()));
        assert_eq!(
            try_it(Purpose::Meat, &known, on(1, happened(MoveKind::Died, 1))),
            Err(MoveError::NotAlive { on: date(2025, 3, 1), living: 0, birds: 1 })
        );
        let laid =
            Move { weight: Some(Quantity::from_millionths(1)), ..happened(MoveKind::Laid, 0) };
        assert_eq!(try_it(Purpose::Meat, &known, laid.clone()), Err(MoveError::ForMeat));
        let early = Err(MoveError::NotGrown { on: date(2025, 3, 20) });
        assert_eq!(try_it(Purpose::Layer, &known, on(20, laid.clone())), early);
        assert_eq!(
            try_it(Purpose::Layer, &known, on(12, happened(MoveKind::Matured, 80))),
            Err(MoveError::NotAll { living: 90, birds: 80 })
        );
        let grown = [known.to_vec(), vec![on(12, happened(MoveKind::Matured, 90))]].concat();
        assert_eq!(try_it(Purpose::Layer, &grown, on(20, laid)), Ok(()));
        let since = date(2025, 3, 12);
        assert_eq!(
            try_it(Purpose::Layer, &grown, on(13, happened(MoveKind::Matured, 90))),
            Err(MoveError::GrownBefore { since })
        );
        assert_eq!(
            try_it(Purpose::Layer, &grown, on(12, bought)),
            Err(MoveError::GoslingsAmongLayers { on: since, since })
        );
    }

    #[test]
    fn the_last_birds_take_all_that_is_left() {
        let fen = Money::from_fen;
        assert_eq!(cost_of(fen(1_000), 1, 3), fen(333));
        assert_eq!(cost_of(fen(667), 1, 2), fen(334));
        assert_eq!(cost_of(fen(333), 1, 1), fen(333));
    }

    #[test]
    fn what_a_jin_of_eggs_costs_has_four_places() {
        let cost = Money::read("47000.00").unwrap();
        let jin = Quantity::read("28360").unwrap();
        assert_eq!(cost_per(cost, jin).unwrap().to_string(), "1.6572");
        assert_eq!(cost_per(cost, Quantity::ZERO), None);
    }

    proptest! {
        /// However birds leave, together they take exactly what the batch cost.
        #[test]
        fn birds_take_all_of_the_cost_along(
            cost in 0_i64..100_000_000,
            leaving in prop::collection::vec(1_u32..500, 1..20),
        ) {
            let mut living: i64 = leaving.iter().map(|&birds| i64::from(birds)).sum();
            let mut left = Money::from_fen(cost);
            for birds in leaving {
                let taken = cost_of(left, birds, living);
                prop_assert!(taken <= left && taken >= Money::ZERO);
                left -= taken;
                living -= i64::from(birds);
            }
            prop_assert_eq!(left, Money::ZERO);
        }
    }
}
