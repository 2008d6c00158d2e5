//! Each cooperative's chart of accounts, and what moved on it.

use domain::account::{Account, AccountSide};
use domain::id::{AccountId, BatchId, CooperativeId};
use domain::period::TermParts;
use domain::statement::AccountTurnover;
use domain::{FiscalYear, Money, Month, Term};
use jiff::civil::Date;
use rusqlite::{ToSql, named_params};

use crate::chain::FinalKind;
use crate::register::Kept;
use crate::{Reading, StoreError, Work, row};

impl Reading<'_> {
    /// A cooperative's chart in the order of its codes.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn chart(
        &self,
        cooperative: CooperativeId,
    ) -> Result<Vec<Kept<AccountId, Account>>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("chart.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let accounts = statement.query_and_then(values, |row| {
            let account = Account {
                code: row.get("code")?,
                name: row.get("name")?,
                parent: row.get("parent")?,
                side: row::word(row, "side", AccountSide::of_word)?,
                detail: row.get("detail")?,
                active: row.get("active")?,
            };
            Ok(Kept { id: AccountId::new(row.get("id")?), what: account })
        })?;
        accounts.collect()
    }

    /// What every account with lines of its own stood at on 1 January of the term's last year, and
    /// what moved from the term's first through its last day, in chart order.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn turnovers(
        &self,
        cooperative: CooperativeId,
        term: Term,
    ) -> Result<Vec<AccountTurnover>, StoreError> {
        let TermParts { months, days } = term.parts();
        let (first_month, last_month) =
            months.map_or((0, -1), |(first, last)| (first.number(), last.number()));
        let mut stretches = days.into_iter();
        let mut stretch = || {
            let days = stretches.next();
            days.map_or((0, -1), |days| (row::day_number(days.first), row::day_number(days.last)))
        };
        let ((head_first, head_last), (tail_first, tail_last)) = (stretch(), stretch());
        let year_begins = FiscalYear::of(term.last).first_month().number();
        self.turnovers_by(
            include_str!("turnovers.sql"),
            named_params! {
                ":cooperative_id": cooperative.number(),
                ":year_begins": year_begins,
                ":first_month": first_month,
                ":last_month": last_month,
                ":last_kept": last_month.max(year_begins - 1),
                ":head_first": head_first,
                ":head_last": head_last,
                ":tail_first": tail_first,
                ":tail_last": tail_last,
            },
        )
    }

    /// The same counted from every line, not from what is kept.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn turnovers_recounted(
        &self,
        cooperative: CooperativeId,
        term: Term,
    ) -> Result<Vec<AccountTurnover>, StoreError> {
        self.turnovers_by(
            include_str!("turnovers_recounted.sql"),
            named_params! {
                ":cooperative_id": cooperative.number(),
                ":year_begins": FiscalYear::of(term.last).first_month().number(),
                ":first_day": row::day_number(term.first),
                ":last_day": row::day_number(term.last),
            },
        )
    }

    /// What moved in a year without the vouchers that carry income and cost to 331: what a surplus
    /// is made of.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn turnovers_before_closing(
        &self,
        cooperative: CooperativeId,
        year: FiscalYear,
    ) -> Result<Vec<AccountTurnover>, StoreError> {
        let months = (year.first_month(), year.last_month());
        self.turnovers_before_closing_of(cooperative, months)
    }

    /// The same from the first through the last of these months.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn turnovers_before_closing_of(
        &self,
        cooperative: CooperativeId,
        (first, last): (Month, Month),
    ) -> Result<Vec<AccountTurnover>, StoreError> {
        self.turnovers_by(
            include_str!("turnovers_before_closing.sql"),
            named_params! {
                ":cooperative_id": cooperative.number(),
                ":first_month": first.number(),
                ":last_month": last.number(),
            },
        )
    }

    /// What an account, with those below it, stood at before a day; credit is below zero.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn balance_before(&self, account: AccountId, day: Date) -> Result<Money, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("opening.sql"))?;
        let values = named_params! {
            ":account_id": account.number(),
            ":first_day": row::day_number(day),
        };
        let mut balances =
            statement.query_and_then(values, |row| row::money(row, "opening_fen"))?;
        balances.next().unwrap_or(Ok(Money::ZERO))
    }

    /// What the lines of a project on an account come to through a day; credit is below zero.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn project_balance(
        &self,
        account: AccountId,
        project: &str,
        through: Date,
    ) -> Result<Money, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("project_balance.sql"))?;
        let values = named_params! {
            ":account_id": account.number(),
            ":project": project,
            ":last_day": row::day_number(through),
        };
        let mut sums = statement.query_and_then(values, |row| row::money(row, "balance_fen"))?;
        sums.next().unwrap_or(Ok(Money::ZERO))
    }

    /// Whether an account is kept by projects or batches: whether any of its lines names one.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn has_projects(&self, account: AccountId) -> Result<bool, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("has_projects.sql"))?;
        Ok(statement.query_row([account.number()], |row| row.get("has_projects"))?)
    }

    fn turnovers_by(
        &self,
        sql: &'static str,
        values: &[(&str, &dyn ToSql)],
    ) -> Result<Vec<AccountTurnover>, StoreError> {
        let mut statement = self.db.prepare_cached(sql)?;
        let turnovers = statement.query_and_then(values, |row| {
            Ok(AccountTurnover {
                code: row.get("code")?,
                name: row.get("name")?,
                opening: row::money(row, "opening_fen")?,
                debit: row::money(row, "debit_fen")?,
                credit: row::money(row, "credit_fen")?,
            })
        })?;
        turnovers.collect()
    }
}

impl Work<'_> {
    /// Adds an account to a cooperative's chart; `parent` is the row of the account above it.
    ///
    /// # Errors
    /// An account of that code exists, the parent has lines of its own, or the book cannot be
    /// written.
    pub fn add_account(
        &self,
        cooperative: CooperativeId,
        account: &Account,
        parent: Option<AccountId>,
        batch: Option<BatchId>,
    ) -> Result<AccountId, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":code": account.code,
            ":name": account.name,
            ":parent_id": parent.map(AccountId::number),
            ":side": account.side.word(),
            ":detail": account.detail,
            ":import_batch_id": batch.map(BatchId::number),
        }))?;
        let id = self.db.last_insert_rowid();
        self.is_final(FinalKind::Account, id)?;
        Ok(AccountId::new(id))
    }

    /// Switches an account off (停用) or on again: what it holds stays, new lines are refused.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn switch_account(&self, account: AccountId, active: bool) -> Result<(), StoreError> {
        self.changes(FinalKind::Account, account.number(), || {
            let mut statement = self.db.prepare_cached(include_str!("switch.sql"))?;
            let values = named_params! { ":id": account.number(), ":active": active };
            self.kept(statement.execute(values))?;
            Ok(())
        })
    }
}
