//! Closing (结账): which vouchers carry income and cost to 331 本年盈余, that to 332 盈余分配, and
//! what the members' meeting resolved to 322, 221 and 222 (37号, accounts 331 and 332).
//!
//! Everything is carried by what stands: a month or a year that is closed once more after it was
//! opened again carries what has been added since, and nothing twice.

use jiff::civil::Date;

use crate::money::Money;
use crate::period::FiscalYear;
use crate::voucher::{Entry, Line, Voucher, VoucherError};

/// A step of closing, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClosingStep {
    /// What stands on the credit side of 501 to 531, to 331 (结转收入).
    Income,
    /// What stands on their debit side, from 331 (结转成本费用).
    Cost,
    /// 331 to 332-未分配盈余 (结转本年盈余).
    YearEnd,
    /// A loss covered from the reserve: 322 to 332-未分配盈余 (盈余公积弥补亏损).
    LossCover,
    /// 332-各项分配 to 322 (提取盈余公积).
    Appropriation,
    /// 332-各项分配 to 221, by member (盈余返还).
    Patronage,
    /// 332-各项分配 to 222, by member (剩余盈余分配).
    Residual,
    /// 332-各项分配 to 332-未分配盈余, which then is what is kept (结转各项分配).
    Clearing,
}

impl ClosingStep {
    /// Every step, in order.
    pub const ALL: [ClosingStep; 8] = [
        ClosingStep::Income,
        ClosingStep::Cost,
        ClosingStep::YearEnd,
        ClosingStep::LossCover,
        ClosingStep::Appropriation,
        ClosingStep::Patronage,
        ClosingStep::Residual,
        ClosingStep::Clearing,
    ];

    /// The word that files use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            ClosingStep::Income => "income",
            ClosingStep::Cost => "cost",
            ClosingStep::YearEnd => "year_end",
            ClosingStep::LossCover => "loss_cover",
            ClosingStep::Appropriation => "appropriation",
            ClosingStep::Patronage => "patronage",
            ClosingStep::Residual => "residual",
            ClosingStep::Clearing => "clearing",
        }
    }

    /// The step of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.word() == word)
    }

    /// What its voucher is for, as its summary says it.
    #[must_use]
    pub const fn summary(self) -> &'static str {
        match self {
            ClosingStep::Income => "结转收入",
            ClosingStep::Cost => "结转成本费用",
            ClosingStep::YearEnd => "结转本年盈余",
            ClosingStep::LossCover => "盈余公积弥补亏损",
            ClosingStep::Appropriation => "提取盈余公积",
            ClosingStep::Patronage => "盈余返还",
            ClosingStep::Residual => "剩余盈余分配",
            ClosingStep::Clearing => "结转各项分配",
        }
    }
}

/// How far a year is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum YearState {
    /// Its months are used and closed one by one.
    #[default]
    Open,
    /// Income and cost stand on 332; the distribution dated 31 December is still to come (结账中).
    Closing,
    /// Nothing of it changes any more (已年结).
    Closed,
}

impl YearState {
    /// Every state.
    pub const ALL: [YearState; 3] = [YearState::Open, YearState::Closing, YearState::Closed];

    /// The word that files use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            YearState::Open => "open",
            YearState::Closing => "closing",
            YearState::Closed => "closed",
        }
    }

    /// The state of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// When a year's distribution is dated: the resolution usually comes after the year's end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PostingDate {
    /// 31 December: the year waits for it, and its form 02 shows it.
    #[default]
    YearEnd,
    /// The day of the resolution or later: the year is closed at once, and form 02 of the next year
    /// shows it.
    Resolution,
}

impl PostingDate {
    /// Both.
    pub const ALL: [PostingDate; 2] = [PostingDate::YearEnd, PostingDate::Resolution];

    /// The word that files use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            PostingDate::YearEnd => "year_end",
            PostingDate::Resolution => "resolution",
        }
    }

    /// The way of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }
}

/// What stands on an account that takes lines; debit is above zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The account's code.
    pub account: String,
    /// Its balance.
    pub balance: Money,
}

/// What one member gets of a distribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberPart {
    /// The member's code.
    pub member: String,
    /// How much; nothing is written for zero.
    pub amount: Money,
}

/// A step with the voucher that it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosingVoucher {
    /// The step.
    pub step: ClosingStep,
    /// The voucher.
    pub voucher: Voucher,
}

/// Income and cost carried to 331: what stands on the credit side of the profit-and-loss accounts
/// in one voucher, what stands on their debit side in another. 511 goes by its side, as any account
/// does that stands on the other one.
///
/// # Errors
/// Sums that are beyond what a voucher holds.
pub fn carry_forward(
    on: Date,
    standing: &[Standing],
    result: &str,
) -> Result<Vec<ClosingVoucher>, VoucherError> {
    let side = |is_income: bool| -> Vec<&Standing> {
        let of_side = move |one: &&Standing| {
            one.balance != Money::ZERO && (one.balance < Money::ZERO) == is_income
        };
        standing.iter().filter(of_side).collect()
    };
    let steps = [(ClosingStep::Income, side(true)), (ClosingStep::Cost, side(false))];
    let vouchers = steps.into_iter().filter_map(|(step, from)| moved(on, step, &from, result));
    vouchers.collect()
}

/// What stands on 331, carried to 332-未分配盈余; a loss to its debit side.
///
/// # Errors
/// As [`carry_forward`].
pub fn year_end(
    year: FiscalYear,
    standing: &[Standing],
    undistributed: &str,
) -> Result<Option<ClosingVoucher>, VoucherError> {
    let from: Vec<&Standing> = standing.iter().collect();
    moved(year.last_day(), ClosingStep::YearEnd, &from, undistributed).transpose()
}

/// What stands on 332-各项分配, carried to 332-未分配盈余.
///
/// # Errors
/// As [`carry_forward`].
pub fn clearing(
    year: FiscalYear,
    standing: &[Standing],
    undistributed: &str,
) -> Result<Option<ClosingVoucher>, VoucherError> {
    let from: Vec<&Standing> = standing.iter().collect();
    moved(year.last_day(), ClosingStep::Clearing, &from, undistributed).transpose()
}

/// A loss covered from the reserve; `amount` is above zero.
///
/// # Errors
/// As [`carry_forward`].
pub fn loss_cover(
    year: FiscalYear,
    amount: Money,
    reserve: &str,
    undistributed: &str,
) -> Result<ClosingVoucher, VoucherError> {
    let lines =
        vec![line(reserve, Entry::Debit(amount)), line(undistributed, Entry::Credit(amount))];
    voucher(year.last_day(), ClosingStep::LossCover, lines)
}

/// What was set aside, from 332-各项分配 to the accounts of the funds; nothing where nothing was.
///
/// # Errors
/// As [`carry_forward`].
pub fn appropriation(
    on: Date,
    funds: &[(String, Money)],
    allotted: &str,
) -> Result<Option<ClosingVoucher>, VoucherError> {
    let lines = funds.iter().filter(|(_, amount)| *amount != Money::ZERO);
    let lines = lines.map(|(account, amount)| line(account, Entry::Credit(*amount)));
    paid_from(on, ClosingStep::Appropriation, lines.collect(), allotted).transpose()
}

/// What members get, from 332-各项分配 to 221 or 222 by member; nothing where nobody gets any.
///
/// # Errors
/// As [`carry_forward`].
pub fn to_members(
    on: Date,
    step: ClosingStep,
    parts: &[MemberPart],
    (owed, allotted): (&str, &str),
) -> Result<Option<ClosingVoucher>, VoucherError> {
    let parts = parts.iter().filter(|part| part.amount != Money::ZERO);
    let lines = parts.map(|part| Line {
        member: Some(part.member.clone()),
        ..line(owed, Entry::Credit(part.amount))
    });
    paid_from(on, step, lines.collect(), allotted).transpose()
}

/// The voucher that leaves nothing on the accounts `from` and puts it all on `to`.
fn moved(
    on: Date,
    step: ClosingStep,
    from: &[&Standing],
    to: &str,
) -> Option<Result<ClosingVoucher, VoucherError>> {
    let standing = from.iter().filter(|one| one.balance != Money::ZERO);
    let mut lines: Vec<Line> =
        standing.map(|one| line(&one.account, against(one.balance))).collect();
    if lines.is_empty() {
        return None;
    }
    let whole: Money = from.iter().map(|one| one.balance).sum();
    if whole != Money::ZERO {
        lines.push(line(to, against(-whole)));
    }
    // Debits stand above credits, as vouchers are written.
    lines.sort_by_key(|line| line.entry.debit() == Money::ZERO);
    Some(voucher(on, step, lines))
}

/// The voucher that takes what these credit lines come to from `allotted`.
fn paid_from(
    on: Date,
    step: ClosingStep,
    credits: Vec<Line>,
    allotted: &str,
) -> Option<Result<ClosingVoucher, VoucherError>> {
    let whole: Money = credits.iter().map(|line| line.entry.credit()).sum();
    let mut lines = vec![line(allotted, Entry::Debit(whole))];
    lines.extend(credits);
    (whole != Money::ZERO).then(|| voucher(on, step, lines))
}

/// The entry that takes a balance away.
fn against(balance: Money) -> Entry {
    if balance < Money::ZERO { Entry::Debit(-balance) } else { Entry::Credit(balance) }
}

fn voucher(on: Date, step: ClosingStep, lines: Vec<Line>) -> Result<ClosingVoucher, VoucherError> {
    let voucher =
        Voucher::new(on, Voucher::CLOSING_WORD.to_owned(), step.summary().to_owned(), lines)?;
    Ok(ClosingVoucher { step, voucher })
}

fn line(account: &str, entry: Entry) -> Line {
    Line {
        summary: None,
        account: account.to_owned(),
        entry,
        member: None,
        counterparty: None,
        project: None,
        quantity: None,
        price: None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn standing(account: &str, fen: i64) -> Standing {
        Standing { account: account.to_owned(), balance: Money::from_fen(fen) }
    }

    fn told(voucher: &ClosingVoucher) -> Vec<(String, i64, i64)> {
        let lines = voucher.voucher.lines().iter();
        lines
            .map(|line| (line.account.clone(), line.entry.debit().fen(), line.entry.credit().fen()))
            .collect()
    }

    #[test]
    fn income_and_cost_of_a_month_go_to_331_in_two_vouchers() {
        let books = [
            standing("501-01", -90_000),
            standing("511", 700),
            standing("521", 50_000),
            standing("523", 4_000),
            standing("524", -12),
            standing("529", 0),
        ];
        let made = carry_forward(date(2025, 1, 31), &books, "331").unwrap();
        assert_eq!(made.len(), 2);
        assert_eq!(
            told(&made[0]),
            [
                ("501-01".to_owned(), 90_000, 0),
                ("524".to_owned(), 12, 0),
                ("331".to_owned(), 0, 90_012)
            ]
        );
        // A loss of an investment stands with the costs.
        assert_eq!(
            told(&made[1]),
            [
                ("331".to_owned(), 54_700, 0),
                ("511".to_owned(), 0, 700),
                ("521".to_owned(), 0, 50_000),
                ("523".to_owned(), 0, 4_000)
            ]
        );
        assert!(made.iter().all(|made| made.voucher.carries_forward()));
    }

    #[test]
    fn a_loss_goes_to_the_debit_side_of_332() {
        let year = FiscalYear::new(2025).unwrap();
        let made = year_end(year, &[standing("331", 300)], "332-02").unwrap().unwrap();
        assert_eq!(told(&made), [("332-02".to_owned(), 300, 0), ("331".to_owned(), 0, 300)]);
        assert_eq!(made.voucher.date(), date(2025, 12, 31));
        assert_eq!(year_end(year, &[standing("331", 0)], "332-02"), Ok(None));
    }

    #[test]
    fn nobody_who_gets_nothing_stands_in_the_voucher() {
        let part = |member: &str, fen| MemberPart {
            member: member.to_owned(),
            amount: Money::from_fen(fen),
        };
        let parts = [part("A1", 600), part("H1", 0), part("H2", 300)];
        let on = date(2026, 1, 18);
        let made = to_members(on, ClosingStep::Residual, &parts, ("222", "332-01"));
        let made = made.unwrap().unwrap();
        assert_eq!(
            told(&made),
            [("332-01".to_owned(), 900, 0), ("222".to_owned(), 0, 600), ("222".to_owned(), 0, 300)]
        );
        let members: Vec<_> = made.voucher.lines().iter().map(|line| line.member.clone()).collect();
        assert_eq!(members, [None, Some("A1".to_owned()), Some("H2".to_owned())]);
        let none = to_members(on, ClosingStep::Patronage, &parts[1..2], ("221", "332-01"));
        assert_eq!(none, Ok(None));
    }

    proptest! {
        /// Whatever stands, afterwards nothing does, and all of it stands on 331.
        #[test]
        fn carrying_forward_leaves_nothing_behind(
            balances in prop::collection::vec(-1_000_000_i64..1_000_000, 0..12)
        ) {
            let books: Vec<Standing> = balances
                .iter()
                .enumerate()
                .map(|(index, &fen)| standing(&format!("5{index:02}"), fen))
                .collect();
            let made = carry_forward(date(2025, 6, 30), &books, "331").unwrap();
            let mut left: std::collections::BTreeMap<String, i64> =
                books.iter().map(|one| (one.account.clone(), one.balance.fen())).collect();
            for (account, debit, credit) in made.iter().flat_map(told) {
                *left.entry(account).or_default() += debit - credit;
            }
            let result = left.remove("331").unwrap_or_default();
            prop_assert_eq!(result, balances.iter().sum::<i64>());
            prop_assert!(left.values().all(|&fen| fen == 0));
        }
    }
}
