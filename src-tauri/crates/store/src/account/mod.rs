//! Each cooperative's chart of accounts, and what moved on it.

use domain::Term;
use domain::account::{Account, AccountSide};
use domain::id::{AccountId, CooperativeId};
use domain::statement::AccountTurnover;
use rusqlite::named_params;

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
        self.turnovers_by(include_str!("turnovers.sql"), cooperative, term)
    }

    /// The same without the vouchers that carry income and cost to 331: what a surplus is made of.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn turnovers_before_closing(
        &self,
        cooperative: CooperativeId,
        term: Term,
    ) -> Result<Vec<AccountTurnover>, StoreError> {
        self.turnovers_by(include_str!("turnovers_before_closing.sql"), cooperative, term)
    }

    fn turnovers_by(
        &self,
        sql: &'static str,
        cooperative: CooperativeId,
        term: Term,
    ) -> Result<Vec<AccountTurnover>, StoreError> {
        let mut statement = self.db.prepare_cached(sql)?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":year_begins": i64::from(term.last.year()) * 10_000,
            ":first_day": row::day_number(term.first),
            ":last_day": row::day_number(term.last),
        };
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
    ) -> Result<AccountId, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":code": account.code,
            ":name": account.name,
            ":parent_id": parent.map(AccountId::number),
            ":side": account.side.word(),
            ":detail": account.detail,
        }))?;
        Ok(AccountId::new(self.db.last_insert_rowid()))
    }
}
