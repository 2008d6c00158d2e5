//! Closing: years and how far they are, the vouchers of closing, and what the checklist of a month
//! and the statutory forms ask of the books.

use domain::closing::{ClosingStep, PostingDate, YearState};
use domain::forms::Touching;
use domain::id::{AccountId, CooperativeId, DistributionId, VoucherId};
use domain::voucher::VoucherNumber;
use domain::{FiscalYear, Money, Month, Term};
use jiff::civil::Date;
use rusqlite::{Row, named_params};

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// A year that is not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearRecord {
    /// The year.
    pub year: FiscalYear,
    /// How far it is.
    pub state: YearState,
    /// When its distribution is dated.
    pub posting_date: PostingDate,
}

/// A voucher of closing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRecord {
    /// The voucher's row.
    pub id: VoucherId,
    /// Its number.
    pub voucher: VoucherNumber,
    /// Its day.
    pub on: Date,
    /// Which step it is.
    pub step: ClosingStep,
    /// The distribution whose step it is.
    pub distribution: Option<DistributionId>,
    /// The sum of its debit side.
    pub amount: Money,
    /// Whether it was taken back in red.
    pub taken_back: bool,
}

/// A day at whose end an account of cash or bank stood below zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BelowZero {
    /// The account's code.
    pub account: String,
    /// Its name.
    pub name: String,
    /// The first such day of the term.
    pub on: Date,
    /// What it stood at then.
    pub balance: Money,
    /// How many such days there are in the term.
    pub days: u32,
}

/// Why a year changes.
#[derive(Debug, Clone, Copy)]
pub struct YearChange<'a> {
    /// The year.
    pub year: FiscalYear,
    /// How far it is from now on.
    pub state: YearState,
    /// When its distribution is dated; nothing of a year that is opened again.
    pub posting_date: Option<PostingDate>,
    /// Why it is opened again, or closed without a distribution.
    pub reason: Option<&'a str>,
}

impl Reading<'_> {
    /// The years of a cooperative that are closing or closed, earliest first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn closed_years(&self, cooperative: CooperativeId) -> Result<Vec<YearRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("years.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let years = statement.query_and_then(values, |row| {
            Ok(YearRecord {
                year: year(row)?,
                state: row::word(row, "state", YearState::of_word)?,
                posting_date: row::word(row, "posting_date", PostingDate::of_word)?,
            })
        })?;
        years.collect()
    }

    /// The vouchers of closing that are dated in a term, in the order of their days.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn closing_vouchers(
        &self,
        cooperative: CooperativeId,
        term: Term,
    ) -> Result<Vec<StepRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("vouchers.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":first_day": row::day_number(term.first),
            ":last_day": row::day_number(term.last),
        };
        let steps = statement.query_and_then(values, step)?;
        steps.collect()
    }

    /// The vouchers of a distribution, in the order in which they were posted.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn vouchers_of_distribution(
        &self,
        distribution: DistributionId,
    ) -> Result<Vec<StepRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("of_distribution.sql"))?;
        let values = named_params! { ":distribution_id": distribution.number() };
        let steps = statement.query_and_then(values, step)?;
        steps.collect()
    }

    /// Which step of closing a voucher is, if any.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn closing_step(&self, voucher: VoucherId) -> Result<Option<ClosingStep>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("step.sql"))?;
        let mut found = statement.query_and_then([voucher.number()], |row| {
            row::word(row, "step", ClosingStep::of_word)
        })?;
        found.next().transpose()
    }

    /// The first day in a term at whose end each account of cash and bank stood below zero.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn below_zero(
        &self,
        cooperative: CooperativeId,
        term: Term,
    ) -> Result<Vec<BelowZero>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("below_zero.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":first_day": row::day_number(term.first),
            ":last_day": row::day_number(term.last),
        };
        let days = statement.query_and_then(values, |row| {
            Ok(BelowZero {
                account: row.get("account")?,
                name: row.get("name")?,
                on: row::day(row, "dated_on")?,
                balance: row::money(row, "balance_fen")?,
                days: row.get("days")?,
            })
        })?;
        days.collect()
    }

    /// The words of a month whose numbers have gaps, each with how many are missing.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn number_gaps_in(
        &self,
        cooperative: CooperativeId,
        month: Month,
    ) -> Result<Vec<(String, u32)>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("number_gaps.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":month": month.number(),
        };
        let gaps =
            statement.query_map(values, |row| Ok((row.get("word")?, row.get("missing")?)))?;
        Ok(gaps.collect::<Result<_, _>>()?)
    }

    /// The vouchers of a term that touch equity (301, 311, 321, 322, 331, 332), those left out that
    /// carry income and cost to 331 and the one that the books opened with.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn touching_equity(
        &self,
        cooperative: CooperativeId,
        term: Term,
    ) -> Result<Vec<Touching>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("touching.sql"))?;
        let mut rows = statement.query(named_params! {
            ":cooperative_id": cooperative.number(),
            ":first_day": row::day_number(term.first),
            ":last_day": row::day_number(term.last),
        })?;
        let (mut vouchers, mut last): (Vec<Touching>, Option<i64>) = (Vec::new(), None);
        while let Some(row) = rows.next()? {
            let id = row.get("voucher_id")?;
            if last != Some(id) {
                vouchers.push(Touching { red: row.get("red")?, lines: Vec::new() });
                last = Some(id);
            }
            let line = (row.get("account")?, row.get("name")?, row::money(row, "amount_fen")?);
            if let Some(voucher) = vouchers.last_mut() {
                voucher.lines.push(line);
            }
        }
        Ok(vouchers)
    }

    /// Whether anything moved on an account in a month.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn moved_in_month(&self, account: AccountId, month: Month) -> Result<bool, StoreError> {
        let sums = self.months_of_account(account, month, month)?;
        Ok(sums.iter().any(|sum| sum.debit != Money::ZERO || sum.credit != Money::ZERO))
    }
}

fn year(row: &Row<'_>) -> Result<FiscalYear, StoreError> {
    let number: i64 = row.get("year")?;
    FiscalYear::new(number).map_err(|_| row::bad("year", &number.to_string()))
}

fn step(row: &Row<'_>) -> Result<StepRecord, StoreError> {
    let on = row::day(row, "dated_on")?;
    Ok(StepRecord {
        id: VoucherId::new(row.get("id")?),
        voucher: VoucherNumber {
            month: Month::of(on),
            word: row.get("word")?,
            number: row.get("number")?,
        },
        on,
        step: row::word(row, "step", ClosingStep::of_word)?,
        distribution: row.get::<_, Option<i64>>("distribution_id")?.map(DistributionId::new),
        amount: row::money(row, "amount_fen")?,
        taken_back: row.get("taken_back")?,
    })
}

impl Work<'_> {
    /// A year closes, or is opened again.
    ///
    /// # Errors
    /// It is so already, an earlier year is open or a later one closed, its December is open,
    /// something is not carried yet, a distribution rests on it, or the book cannot be written.
    pub fn change_year(
        &self,
        cooperative: CooperativeId,
        change: &YearChange<'_>,
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("change_year.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":year": change.year.number(),
            ":state": change.state.word(),
            ":posting_date": change.posting_date.map(PostingDate::word),
            ":reason": change.reason,
        }))?;
        self.is_final(FinalKind::YearChange, self.db.last_insert_rowid())
    }

    /// Says of a voucher that is about to be posted which step of closing it is.
    pub(crate) fn add_closing_step(
        &self,
        voucher: VoucherId,
        (step, distribution): (ClosingStep, Option<DistributionId>),
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_step.sql"))?;
        self.kept(statement.execute(named_params! {
            ":id": voucher.number(),
            ":step": step.word(),
            ":distribution_id": distribution.map(DistributionId::number),
        }))?;
        Ok(())
    }
}
