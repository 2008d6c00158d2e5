//! Asset cards (资产卡片): fixed assets, productive biological assets and intangible assets, and how
//! they are charged off (折旧、摊销): in a straight line or by units of output, monthly, from the
//! month after the one in which they came into use (37号, accounts 143, 152, 162).
//!
//! What is charged in a month is what should be gathered by its end less what is gathered already,
//! so that roundings never add up and a month that was left out is made up for by the next.

use jiff::civil::Date;
use thiserror::Error;

use crate::money::{Money, round_half_up};
use crate::period::Month;
use crate::quantity::Quantity;

/// What kind of asset a card is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AssetKind {
    /// 固定资产: 151, charged off through 152.
    Fixed,
    /// 生产性生物资产: 142, through 143.
    Biological,
    /// 无形资产: 161, through 162.
    Intangible,
}

impl AssetKind {
    /// Every kind.
    pub const ALL: [AssetKind; 3] =
        [AssetKind::Fixed, AssetKind::Biological, AssetKind::Intangible];

    /// The word that files use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            AssetKind::Fixed => "fixed",
            AssetKind::Biological => "biological",
            AssetKind::Intangible => "intangible",
        }
    }

    /// The kind of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// The account on which the cost of such assets stands.
    #[must_use]
    pub const fn account(self) -> &'static str {
        match self {
            AssetKind::Fixed => "151",
            AssetKind::Biological => "142",
            AssetKind::Intangible => "161",
        }
    }

    /// The account on which what was charged off is gathered.
    #[must_use]
    pub const fn gathered(self) -> &'static str {
        match self {
            AssetKind::Fixed => "152",
            AssetKind::Biological => "143",
            AssetKind::Intangible => "162",
        }
    }
}

/// How an asset is charged off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Life {
    /// In equal parts over so many months (年限平均法).
    Months(u32),
    /// By what it puts out, of so much in all (工作量法、产量法).
    Units {
        /// All that it will put out.
        whole: Quantity,
        /// What is counted: 斤, 小时, 公里.
        unit: String,
    },
}

/// What a card says of the asset's worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// The day from which it was in use.
    pub in_use_on: Date,
    /// What it cost.
    pub cost: Money,
    /// What will be left at the end (预计净残值).
    pub salvage: Money,
    /// What was charged off before the card was made.
    pub before: Money,
    /// The last month that is charged in `before`; that in which it came into use where it is new.
    pub before_through: Month,
    /// How it is charged off.
    pub life: Life,
    /// The day on which it was gone, which is charged for the last time in its month.
    pub gone_on: Option<Date>,
}

/// Why there is no such card.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WorthError {
    /// A life of nothing.
    #[error("a life of zero")]
    NoLife,
    /// Charged before it came into use.
    #[error("charged through {through}, in use from {in_use}")]
    BeforeUse {
        /// The last month charged before.
        through: Month,
        /// The month in which it came into use.
        in_use: Month,
    },
    /// More is left at the end than it cost.
    #[error("salvage {salvage} of a cost of {cost}")]
    Salvage {
        /// The cost.
        cost: Money,
        /// What would be left.
        salvage: Money,
    },
    /// More was charged off before than there is to charge off.
    #[error("{before} charged off of {base}")]
    Before {
        /// What there is to charge off.
        base: Money,
        /// What was.
        before: Money,
    },
    /// It cost nothing.
    #[error("a cost of {0}")]
    NoCost(Money),
}

impl Worth {
    /// All that is ever charged off: the cost less what is left at the end.
    #[must_use]
    pub fn base(&self) -> Money {
        self.cost - self.salvage
    }

    /// The same card, where it makes sense.
    ///
    /// # Errors
    /// A cost of nothing or below, more salvage than cost, more charged off before than there is, a
    /// life of nothing.
    pub fn checked(self) -> Result<Self, WorthError> {
        let base = self.cost.fen().checked_sub(self.salvage.fen()).map(Money::from_fen);
        if self.cost <= Money::ZERO {
            return Err(WorthError::NoCost(self.cost));
        }
        let Some(base) = base.filter(|base| *base >= Money::ZERO && self.salvage >= Money::ZERO)
        else {
            return Err(WorthError::Salvage { cost: self.cost, salvage: self.salvage });
        };
        if self.before < Money::ZERO || self.before > base {
            return Err(WorthError::Before { base, before: self.before });
        }
        let (through, in_use) = (self.before_through, Month::of(self.in_use_on));
        if through < in_use {
            return Err(WorthError::BeforeUse { through, in_use });
        }
        match &self.life {
            Life::Months(0) => Err(WorthError::NoLife),
            Life::Units { whole, .. } if *whole == Quantity::ZERO => Err(WorthError::NoLife),
            Life::Months(_) | Life::Units { .. } => Ok(self),
        }
    }

    /// Whether the asset is charged for a month: from the one after it came into use, through the
    /// one in which it was gone.
    #[must_use]
    pub fn is_charged_in(&self, month: Month) -> bool {
        month > self.before_through && self.gone_on.is_none_or(|gone| month <= Month::of(gone))
    }

    /// What should be gathered by the end of `month`. For charging by units, `units` is all that
    /// was put out since the card was made, and what was charged off before stands for what was put
    /// out before.
    ///
    /// `before + (base - before) × months ÷ months left`, or `before + base × units ÷ life`,
    /// rounded once and never above the base.
    #[must_use]
    pub fn gathered_by(&self, month: Month, units: Quantity) -> Money {
        let base = self.base();
        let charged = match &self.life {
            Life::Months(life) => {
                let used = months_between(Month::of(self.in_use_on), self.before_through);
                let months = months_between(self.before_through, month);
                let left = u128::from(life.saturating_sub(used));
                part(base - self.before, u128::from(months), left)
            }
            Life::Units { whole, .. } => part(base, units.millionths(), whole.millionths()),
        };
        (charged + self.before).min(base)
    }

    /// What is charged for a month where only a part of the asset is left, such as the layers of a
    /// batch that live: the month's charge of the whole in the proportion of what is left of the
    /// cost, rounded once, and never more than is left to charge off.
    ///
    /// `before` and `now` are the months and the units put out, last charged and by now.
    #[must_use]
    pub fn charge_of_part(
        &self,
        before: (Month, Quantity),
        now: (Month, Quantity),
        left: PartLeft,
    ) -> Money {
        if !self.is_charged_in(now.0) {
            return Money::ZERO;
        }
        let whole = self.gathered_by(now.0, now.1) - self.gathered_by(before.0, before.1);
        let of_left = |amount: Money| share_of(amount, left.cost, self.cost);
        let most = left.cost - of_left(self.salvage) - left.gathered;
        of_left(whole).min(most).or_zero()
    }

    /// What is charged for a month when so much is gathered already; never below zero.
    #[must_use]
    pub fn charge(&self, month: Month, units: Quantity, gathered: Money) -> Money {
        if self.is_charged_in(month) {
            (self.gathered_by(month, units) - gathered).or_zero()
        } else {
            Money::ZERO
        }
    }
}

/// What stands in the books of an asset of which a part is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartLeft {
    /// Of its cost.
    pub cost: Money,
    /// Of what was charged off for it.
    pub gathered: Money,
}

/// `amount × part ÷ of`, rounded.
fn share_of(amount: Money, part: Money, of: Money) -> Money {
    let exact = i128::from(amount.fen()) * i128::from(part.fen());
    round_half_up(exact, i128::from(of.fen())).unwrap_or(amount)
}

/// `whole × part ÷ of`, rounded; all of it where more was put out than was thought.
fn part(whole: Money, part: u128, of: u128) -> Money {
    if part >= of {
        return whole;
    }
    // Amounts have 50 bits and what a card holds 63, so that nothing leaves 128 bits.
    let product = i128::try_from(part).ok().and_then(|part| part.checked_mul(whole.fen().into()));
    let rounded = product.zip(i128::try_from(of).ok()).and_then(|(a, b)| round_half_up(a, b));
    rounded.unwrap_or(whole)
}

/// How many months lie between, the later one counted.
fn months_between(earlier: Month, later: Month) -> u32 {
    let count = |month: Month| month.number() / 100 * 12 + month.number() % 100;
    u32::try_from(count(later) - count(earlier)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn shed(cost: i64, salvage: i64, months: u32) -> Worth {
        Worth {
            in_use_on: date(2025, 1, 15),
            cost: Money::from_fen(cost),
            salvage: Money::from_fen(salvage),
            before: Money::ZERO,
            before_through: month("2025-01"),
            life: Life::Months(months),
            gone_on: None,
        }
    }

    fn month(text: &str) -> Month {
        Month::read(text).unwrap()
    }

    fn charge(card: &Worth, text: &str, gathered: i64) -> i64 {
        card.charge(month(text), Quantity::ZERO, Money::from_fen(gathered)).fen()
    }

    #[test]
    fn layers_that_died_are_charged_no_more() {
        // 1,000 layers for 60,000.00 over twelve months, 6,000.00 left at the end: 4,500.00 a
        // month. After 100 of them died, nine tenths of that.
        let card = shed(6_000_000, 600_000, 12);
        let fen = Money::from_fen;
        let charged = |cost, gathered| {
            let none = Quantity::ZERO;
            let left = PartLeft { cost: fen(cost), gathered: fen(gathered) };
            let (before, now) = ((month("2025-03"), none), (month("2025-04"), none));
            card.charge_of_part(before, now, left).fen()
        };
        assert_eq!(charged(6_000_000, 900_000), 450_000);
        assert_eq!(charged(5_400_000, 810_000), 405_000);
        // No more than is left to charge off, and nothing once they are gone.
        assert_eq!(charged(5_400_000, 4_859_900), 100);
        assert_eq!(charged(0, 0), 0);
    }

    #[test]
    fn a_goose_shed_is_charged_from_the_month_after() {
        // 240,000.00 over twenty years, 5 % left: 950.00 a month.
        let card = shed(24_000_000, 1_200_000, 240);
        assert_eq!(charge(&card, "2025-01", 0), 0);
        assert_eq!(charge(&card, "2025-02", 0), 95_000);
        assert_eq!(charge(&card, "2025-03", 95_000), 95_000);
        // February was left out: March makes up for it.
        assert_eq!(charge(&card, "2025-03", 0), 190_000);
        assert_eq!(charge(&card, "2045-01", 22_705_000), 95_000);
        assert_eq!(charge(&card, "2045-02", 22_800_000), 0);
    }

    #[test]
    fn what_is_left_of_an_old_shed_is_spread_over_the_months_that_are_left() {
        let old = Worth {
            in_use_on: date(2024, 1, 15),
            before: Money::from_fen(1_000),
            before_through: month("2024-12"),
            ..shed(12_400, 0, 12)
        };
        // Eleven of twelve months are gone, and what is left is all charged at once.
        assert_eq!(charge(&old, "2024-12", 1_000), 0);
        assert_eq!(charge(&old, "2025-01", 1_000), 11_400);
        let half = Worth { before_through: month("2024-07"), ..old };
        assert_eq!(charge(&half, "2024-08", 1_000), 1_900);
        let early = Worth { before_through: month("2023-12"), ..half };
        assert!(matches!(early.checked(), Err(WorthError::BeforeUse { .. })));
    }

    #[test]
    fn what_is_gone_is_charged_in_its_month_and_no_more() {
        let card = Worth { gone_on: Some(date(2025, 4, 2)), ..shed(12_000, 0, 12) };
        assert_eq!(charge(&card, "2025-04", 2_000), 1_000);
        assert_eq!(charge(&card, "2025-05", 3_000), 0);
    }

    #[test]
    fn layers_are_charged_by_the_eggs_that_they_lay() {
        let card = Worth {
            life: Life::Units { whole: Quantity::read("200000").unwrap(), unit: "斤".to_owned() },
            ..shed(1_000_000, 200_000, 1)
        };
        let laid = Quantity::read("50000").unwrap();
        assert_eq!(card.charge(month("2025-02"), laid, Money::ZERO).fen(), 200_000);
        let all = Quantity::read("900000").unwrap();
        assert_eq!(card.charge(month("2025-03"), all, Money::from_fen(200_000)).fen(), 600_000);
    }

    #[test]
    fn cards_that_make_no_sense_are_refused() {
        let cost = Money::from_fen(100);
        let salvage = Money::from_fen(101);
        assert_eq!(shed(100, 0, 0).checked(), Err(WorthError::NoLife));
        assert_eq!(shed(100, 101, 12).checked(), Err(WorthError::Salvage { cost, salvage }));
        assert_eq!(shed(0, 0, 12).checked(), Err(WorthError::NoCost(Money::ZERO)));
        let before = Money::from_fen(91);
        let over = Worth { before, ..shed(100, 10, 12) };
        assert_eq!(over.checked(), Err(WorthError::Before { base: Money::from_fen(90), before }));
        assert!(shed(100, 100, 12).checked().is_ok());
    }

    proptest! {
        /// Month by month, with some left out, the whole base is charged off and never more.
        #[test]
        fn a_life_charges_off_exactly_the_base(
            cost in 1_i64..1_000_000_000,
            kept in 0_i64..1_000,
            life in 1_u32..400,
            skipped in prop::collection::vec(any::<bool>(), 400),
        ) {
            let card = shed(cost, cost * kept / 1_000, life);
            let mut gathered = Money::ZERO;
            let mut at = month("2025-01");
            for skip in skipped.into_iter().take(usize::try_from(life).unwrap() - 1) {
                at = at.next().unwrap();
                if !skip {
                    gathered += card.charge(at, Quantity::ZERO, gathered);
                    prop_assert!(gathered <= card.base());
                }
            }
            at = at.next().unwrap();
            gathered += card.charge(at, Quantity::ZERO, gathered);
            prop_assert_eq!(gathered, card.base());
        }
    }
}
