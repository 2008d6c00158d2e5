//! What a slip (分红单) says: the paper by which a cooperative tells a village collective, a household
//! or an enterprise what it gets of the year's surplus, and how that amount came about.
//!
//! Data only, without fonts and millimetres: how a slip looks is decided where papers are made. One
//! surprising thing: a slip keeps no total and no capitals of its own. Both follow from its rows,
//! so that the paper cannot contradict itself.

use jiff::civil::Date;

use crate::capitals::capitals;
use crate::member::MemberKind;
use crate::money::{self, Money, Part};
use crate::period::FiscalYear;
use crate::rate::Rate;

/// One slip: who gives, who gets, by which resolution, and a row for each pool taken part in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The number under which the slip is kept, such as `E-2025-001`. Given by the caller.
    pub serial_number: String,
    /// The cooperative that gives.
    pub cooperative: Issuer,
    /// The member that gets.
    pub member: Recipient,
    /// The year whose surplus is shared out.
    pub year: FiscalYear,
    /// The members' resolution that fixed the distribution.
    pub resolution: Resolution,
    /// The day of issue, where the caller gives one. Never today's date by itself.
    pub issued_on: Option<Date>,
    /// One row for each pool that the member takes part in, in the order of the calculation.
    pub rows: Vec<Row>,
}

impl Slip {
    /// What the member gets: the sum of all rows.
    #[must_use]
    pub fn total(&self) -> Money {
        self.rows.iter().map(Row::amount).sum()
    }

    /// The total in capitals.
    #[must_use]
    pub fn capitals(&self) -> String {
        capitals(self.total())
    }
}

/// The cooperative that a slip comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// The full registered name.
    pub name: String,
    /// The unified social credit code (统一社会信用代码), where the cooperative has one on record.
    pub credit_code: Option<String>,
    /// The alliance (联盟基地) that it belongs to, if any.
    pub alliance: Option<String>,
}

/// The member that a slip goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The member's name.
    pub name: String,
    /// The member's number in the cooperative's register.
    pub code: String,
    /// Village collective, household or enterprise: decides who signs and how.
    pub kind: MemberKind,
    /// The village that the member is or belongs to, if any.
    pub village: Option<String>,
    /// The township of that village.
    pub township: Option<String>,
}

/// The resolution of the members' meeting that a distribution rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// Its number, as the cooperative writes it.
    pub number: String,
    /// The day it was passed.
    pub passed_on: Date,
}

/// The pool of a distribution that a row comes from (农民专业合作社法 art. 44).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pool {
    /// Refund by patronage (交易量返还).
    Patronage,
    /// The guaranteed part on capital (保底).
    Guaranteed,
    /// The rest, by the shares that stand in the members' accounts (按成员账户份额).
    Residual,
}

/// One row: a pool, what the member has to take part in it by, and what comes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which pool.
    pub pool: Pool,
    /// What the member takes part by.
    pub base: Base,
    /// How the amount follows from the base.
    pub working: Working,
}

/// What a member takes part in a pool by: one part, or several added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// What the parts are counted in; the same for all of them.
    pub measure: Measure,
    /// The parts, in the order in which they are shown.
    pub parts: Vec<BasePart>,
}

impl Base {
    /// The sum of the parts.
    #[must_use]
    pub fn total(&self) -> u128 {
        self.parts.iter().map(|part| part.amount).sum()
    }
}

/// One part of a base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BasePart {
    /// What it is.
    pub of: BaseItem,
    /// How much, in the base's measure.
    pub amount: u128,
}

/// What a part of a base is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BaseItem {
    /// Capital (股金), all of it or that of one class of shares (集体股, 土地股).
    Capital {
        /// The class, where capital is shown class by class.
        class: Option<String>,
    },
    /// The member's share of the reserve (公积金份额).
    Reserve,
    /// The member's equal share of property from state subsidy (国家补助).
    Subsidy,
    /// The member's equal share of donated property (捐赠).
    Donation,
    /// What the member delivered (交易量), all of it or one product.
    Deliveries {
        /// The product, where deliveries are shown one by one.
        product: Option<String>,
    },
    /// The guaranteed part that the member would get if the pool reached.
    GuaranteedClaim,
}

/// What a base is counted in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// Whole fen.
    Fen,
    /// Whole fen times days (积数), where capital counts for the days on which it stood.
    FenDays {
        /// The days of the year: what stands all year counts so many times.
        days_in_year: u16,
    },
    /// Millionths of a unit of quantity, as [`crate::Quantity`] counts them.
    Quantity {
        /// The unit, such as 公斤.
        unit: String,
    },
}

/// How a row's amount follows from its base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Working {
    /// `pool × base ÷ total of all bases`, split by [`money::apportion`].
    Shared {
        /// The whole pool.
        pool: Money,
        /// The bases of all members together, in the measure of the row's base.
        total_base: u128,
        /// What the split gave to this member.
        part: Part,
    },
    /// `base × rate`, rounded half up to the fen; a base in fen-days is divided by the year's days.
    ByRate {
        /// The guaranteed rate.
        rate: Rate,
    },
}

/// A share before it became whole fen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExactShare {
    /// The whole fen in it.
    pub whole: Money,
    /// What it has beyond them, in whole thousandths of a fen, the rest cut off.
    pub thousandths: u16,
}

impl Row {
    /// What the member gets from this pool.
    #[must_use]
    pub fn amount(&self) -> Money {
        let fen_moved = Money::from_fen(i64::from(self.fen_moved()));
        self.exact_share().whole + fen_moved
    }

    /// The share before it became whole fen.
    ///
    /// # Panics
    /// Where a base times a rate is beyond all money there is.
    #[must_use]
    pub fn exact_share(&self) -> ExactShare {
        match self.working {
            Working::Shared { total_base, part, .. } => {
                let moved = Money::from_fen(i64::from(part.fen_moved));
                ExactShare {
                    whole: part.amount - moved,
                    thousandths: thousandths(part.remainder, total_base),
                }
            }
            Working::ByRate { rate } => {
                let (exact, parts_per_fen) = self.by_rate(rate);
                ExactShare {
                    whole: whole_fen(exact / parts_per_fen),
                    thousandths: thousandths(exact % parts_per_fen, parts_per_fen),
                }
            }
        }
    }

    /// Whether one fen came on top of the whole fen of the exact share: one of those left over when
    /// the pool was split, or, with a rate, half a fen or more that was rounded up.
    #[must_use]
    pub fn fen_moved(&self) -> bool {
        match self.working {
            Working::Shared { part, .. } => part.fen_moved,
            Working::ByRate { rate } => {
                let (exact, parts_per_fen) = self.by_rate(rate);
                let fraction = (exact % parts_per_fen).cast_signed();
                money::round_half_up(fraction, parts_per_fen.cast_signed()) != Some(Money::ZERO)
            }
        }
    }

    /// The exact `base × rate`, and how many of its units make a fen.
    fn by_rate(&self, rate: Rate) -> (u128, u128) {
        let parts = u128::from(Rate::PARTS);
        let parts_per_fen = match &self.base.measure {
            Measure::Fen | Measure::Quantity { .. } => parts,
            Measure::FenDays { days_in_year } => parts * u128::from(*days_in_year),
        };
        (self.base.total() * u128::from(rate.millionths()), parts_per_fen)
    }
}

#[expect(clippy::expect_used, reason = "a share of money that exists fits where the money does")]
fn whole_fen(fen: u128) -> Money {
    Money::from_fen(i64::try_from(fen).expect("a share fits"))
}

/// `remainder / whole` in thousandths, cut off; `remainder` is below `whole`, or both are zero.
fn thousandths(remainder: u128, whole: u128) -> u16 {
    // Beyond 10^35 a thousandth of `whole` is exact enough, and the product would not fit.
    let exact = match remainder.checked_mul(1000) {
        Some(product) => product.checked_div(whole).unwrap_or(0),
        None => remainder / (whole / 1000),
    };
    u16::try_from(exact.min(999)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::money::apportion;

    fn capital(fen: u128) -> Base {
        let part = BasePart { of: BaseItem::Capital { class: None }, amount: fen };
        Base { measure: Measure::Fen, parts: vec![part] }
    }

    fn shared(pool: &str, bases: &[u128], index: usize) -> Row {
        let pool = Money::read(pool).unwrap();
        let part = apportion(pool, bases).unwrap()[index];
        let working = Working::Shared { pool, total_base: bases.iter().sum(), part };
        Row { pool: Pool::Residual, base: capital(bases[index]), working }
    }

    fn by_rate(measure: Measure, amount: u128, rate: &str) -> Row {
        let part = BasePart { of: BaseItem::Capital { class: None }, amount };
        let base = Base { measure, parts: vec![part] };
        let working = Working::ByRate { rate: Rate::read(rate).unwrap() };
        Row { pool: Pool::Guaranteed, base, working }
    }

    fn slip(rows: Vec<Row>) -> Slip {
        Slip {
            serial_number: "E-2025-001".to_owned(),
            cooperative: Issuer {
                name: "甲乙养殖专业合作社".to_owned(),
                credit_code: None,
                alliance: None,
            },
            member: Recipient {
                name: "甲村股份经济合作社".to_owned(),
                code: "001".to_owned(),
                kind: MemberKind::VillageCollective,
                village: Some("甲村".to_owned()),
                township: None,
            },
            year: FiscalYear::new(2025).unwrap(),
            resolution: Resolution { number: "1".to_owned(), passed_on: date(2026, 1, 20) },
            issued_on: None,
            rows,
        }
    }

    #[test]
    fn the_working_of_a_share_keeps_the_fen_and_what_was_beyond_it() {
        let bases = [12_500_000, 101_520_000 - 12_500_000];
        let row = shared("1379088.00", &bases, 0);
        let share = ExactShare { whole: Money::from_fen(16_980_496), thousandths: 453 };
        assert_eq!(row.exact_share(), share);
        // 1,379,088.00 × 890,200.00 ÷ 1,015,200.00 leaves 0.546 fen: the fen goes there.
        assert_eq!((row.fen_moved(), row.amount()), (false, Money::from_fen(16_980_496)));
        assert!(shared("1379088.00", &bases, 1).fen_moved());
    }

    #[test]
    fn a_guaranteed_part_is_rounded_half_up() {
        let row = by_rate(Measure::Fen, 12_500_000, "0.06");
        assert_eq!(row.amount(), Money::from_fen(750_000));
        assert_eq!(row.exact_share().thousandths, 0);
        let half = by_rate(Measure::Fen, 25, "0.06");
        assert_eq!(half.exact_share(), ExactShare { whole: Money::from_fen(1), thousandths: 500 });
        assert_eq!((half.fen_moved(), half.amount()), (true, Money::from_fen(2)));
        assert_eq!(by_rate(Measure::Fen, 24, "0.06").amount(), Money::from_fen(1));
    }

    #[test]
    fn capital_held_for_half_a_year_earns_half_the_guaranteed_part() {
        let half_a_leap_year = 12_500_000 * 183;
        let row = by_rate(Measure::FenDays { days_in_year: 366 }, half_a_leap_year, "0.06");
        assert_eq!(row.amount(), Money::from_fen(375_000));
    }

    #[test]
    fn total_and_capitals_follow_from_the_rows() {
        let rows = vec![by_rate(Measure::Fen, 12_500_000, "0.06"), shared("100.00", &[1, 2], 0)];
        let slip = slip(rows);
        assert_eq!(slip.total().to_string(), "7533.33");
        assert_eq!(slip.capitals(), "柒仟伍佰叁拾叁元叁角叁分");
        assert_eq!(self::slip(Vec::new()).capitals(), "零元整");
    }

    #[test]
    fn thousandths_are_cut_off_and_hold_for_the_largest_bases() {
        assert_eq!(thousandths(2, 3), 666);
        assert_eq!(thousandths(0, 0), 0);
        assert_eq!(thousandths(u128::MAX / 2, u128::MAX), 500);
        assert_eq!(thousandths(u128::MAX - 1, u128::MAX), 999);
    }

    proptest! {
        #[test]
        fn the_exact_share_is_the_pool_times_the_base_over_all_bases(
            pool in 0..=900_000_000_000_000_i64,
            bases in prop::collection::vec(1..=90_000_000_000_000_000_u128, 1..20),
        ) {
            let parts = apportion(Money::from_fen(pool), &bases).unwrap();
            let total_base: u128 = bases.iter().sum();
            for (&base, part) in bases.iter().zip(parts) {
                let working = Working::Shared { pool: Money::from_fen(pool), total_base, part };
                let row = Row { pool: Pool::Residual, base: capital(base), working };
                let share = row.exact_share();
                let exact = pool.cast_unsigned() as u128 * base;
                prop_assert_eq!(share.whole.fen() as u128, exact / total_base);
                prop_assert_eq!(
                    u128::from(share.thousandths), exact % total_base * 1000 / total_base
                );
                prop_assert_eq!(row.amount(), part.amount);
            }
        }
    }
}
