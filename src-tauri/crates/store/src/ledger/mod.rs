//! What ledgers are made of: lines of an account, a member, a project or another party, and sums of
//! them.

use std::collections::HashMap;
use std::sync::Arc;

use domain::id::{AccountId, CooperativeId};
use domain::voucher::{Entry, VoucherNumber};
use domain::{Money, Month, Quantity, Term};
use jiff::civil::Date;
use rusqlite::{Row, ToSql, named_params};

use crate::voucher::entry_of;
use crate::{Reading, StoreError, row};

/// A line as a ledger shows it. Of lines that only stand against those asked for, no more is told
/// than account and amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerLine {
    /// The voucher's number.
    pub voucher: VoucherNumber,
    /// Its day.
    pub date: Date,
    /// Its place in the voucher.
    pub line: u32,
    /// What the line is for.
    pub summary: String,
    /// The code of its account.
    pub account: Arc<str>,
    /// The account's name.
    pub account_name: Arc<str>,
    /// On which side, how much.
    pub entry: Entry,
    /// The code and name of its member.
    pub member: Option<(String, String)>,
    /// Another party.
    pub counterparty: Option<String>,
    /// A project.
    pub project: Option<String>,
    /// How much.
    pub quantity: Option<Quantity>,
    /// The unit price.
    pub price: Option<Quantity>,
    /// Whether it is what was asked for, or stands in the same voucher.
    pub own: bool,
}

/// Which detail a sum is by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// By member (成员).
    Member,
    /// By project (项目).
    Project,
    /// By another party (往来单位).
    Counterparty,
}

impl Detail {
    /// How the chart words it.
    const fn word(self) -> &'static str {
        match self {
            Detail::Member => "member",
            Detail::Project => "project",
            Detail::Counterparty => "counterparty",
        }
    }
}

/// What stands and moved on an account by one member, project or other party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DetailSum {
    /// The account's code.
    pub account: String,
    /// Its name.
    pub account_name: String,
    /// The member's code.
    pub member: Option<String>,
    /// The name of the member, project or party; empty where the lines name none (未分明细).
    pub name: String,
    /// Before the term.
    pub opening: Money,
    /// Debits within the term.
    pub debit: Money,
    /// Credits within the term.
    pub credit: Money,
}

/// What moved on an account in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthSum {
    /// The month.
    pub month: Month,
    /// All debits.
    pub debit: Money,
    /// All credits.
    pub credit: Money,
}

impl Reading<'_> {
    /// The lines of the vouchers that touch an account, or one below it, within the term.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn lines_of_account(
        &self,
        account: AccountId,
        term: Term,
    ) -> Result<Vec<LedgerLine>, StoreError> {
        self.ledger_lines(
            include_str!("of_account.sql"),
            named_params! {
                ":account_id": account.number(),
                ":first_day": row::day_number(term.first),
                ":last_day": row::day_number(term.last),
            },
        )
    }

    /// The lines that name a member, within the term.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn lines_of_member(
        &self,
        cooperative: CooperativeId,
        member: &str,
        term: Term,
    ) -> Result<Vec<LedgerLine>, StoreError> {
        self.ledger_lines(
            include_str!("of_member.sql"),
            named_params! {
                ":cooperative_id": cooperative.number(),
                ":member": member,
                ":first_day": row::day_number(term.first),
                ":last_day": row::day_number(term.last),
            },
        )
    }

    /// The lines that name a project or party, within the term; those that name none though the
    /// chart wants one where `name` is empty.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn lines_of_detail(
        &self,
        cooperative: CooperativeId,
        detail: Detail,
        name: &str,
        term: Term,
    ) -> Result<Vec<LedgerLine>, StoreError> {
        self.ledger_lines(
            include_str!("of_detail.sql"),
            named_params! {
                ":cooperative_id": cooperative.number(),
                ":by_project": detail == Detail::Project,
                ":name": name,
                ":first_day": row::day_number(term.first),
                ":last_day": row::day_number(term.last),
            },
        )
    }

    fn ledger_lines(
        &self,
        sql: &str,
        values: &[(&str, &dyn ToSql)],
    ) -> Result<Vec<LedgerLine>, StoreError> {
        let mut names = AccountNames::default();
        let mut statement = self.db.prepare_cached(sql)?;
        let mut rows = statement.query(values)?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let account = names.of(self, row.get(5)?)?;
            lines.push(ledger_line(row, account)?);
        }
        lines.sort_unstable_by(|one, other| order(one).cmp(&order(other)));
        Ok(lines)
    }

    /// What stands and moved by a detail: on one account and those below it, or on every account
    /// that wants this detail; of one member, or of all.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn sums_by_detail(
        &self,
        cooperative: CooperativeId,
        detail: Detail,
        account: Option<AccountId>,
        member: Option<&str>,
        term: Term,
    ) -> Result<Vec<DetailSum>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("sums.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":account_id": account.map(AccountId::number),
            ":wants": detail.word(),
            ":member": member,
            ":first_day": row::day_number(term.first),
            ":last_day": row::day_number(term.last),
        };
        let sums = statement.query_and_then(values, |row| {
            Ok(DetailSum {
                account: row.get("account")?,
                account_name: row.get("account_name")?,
                member: row.get("member")?,
                name: row.get("detail_name")?,
                opening: row::money(row, "opening_fen")?,
                debit: row::money(row, "debit_fen")?,
                credit: row::money(row, "credit_fen")?,
            })
        })?;
        sums.collect()
    }

    /// What moved on an account, with those below it, in each month from one through another.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn months_of_account(
        &self,
        account: AccountId,
        first: Month,
        last: Month,
    ) -> Result<Vec<MonthSum>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("months.sql"))?;
        let values = named_params! {
            ":account_id": account.number(),
            ":first_month": first.number(),
            ":last_month": last.number(),
        };
        let months = statement.query_and_then(values, |row| {
            Ok(MonthSum {
                month: row::month(row, "month")?,
                debit: row::money(row, "debit_fen")?,
                credit: row::money(row, "credit_fen")?,
            })
        })?;
        months.collect()
    }

    /// The first and last month in which something moved; nothing in empty books.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn months_with_vouchers(
        &self,
        cooperative: CooperativeId,
    ) -> Result<Option<(Month, Month)>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("span.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let span: (Option<i64>, Option<i64>) = statement
            .query_row(values, |row| Ok((row.get("first_month")?, row.get("last_month")?)))?;
        let read = |number: Option<i64>| number.and_then(Month::from_number);
        Ok(read(span.0).zip(read(span.1)))
    }

    /// Every project that a line names.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn projects(&self, cooperative: CooperativeId) -> Result<Vec<String>, StoreError> {
        self.names(include_str!("projects.sql"), cooperative)
    }

    /// Every other party that a line names.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn counterparties(&self, cooperative: CooperativeId) -> Result<Vec<String>, StoreError> {
        self.names(include_str!("counterparties.sql"), cooperative)
    }

    fn names(&self, sql: &str, cooperative: CooperativeId) -> Result<Vec<String>, StoreError> {
        let mut statement = self.db.prepare_cached(sql)?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let names = statement.query_map(values, |row| row.get("name"))?;
        Ok(names.collect::<Result<_, _>>()?)
    }
}

/// By day, word and number, and as the voucher was written.
fn order(line: &LedgerLine) -> (Date, &str, u32, u32) {
    (line.date, &line.voucher.word, line.voucher.number, line.line)
}

/// Codes and names of accounts, each read once: a ledger has thousands of lines on a few accounts.
#[derive(Default)]
struct AccountNames(HashMap<i64, (Arc<str>, Arc<str>)>);

impl AccountNames {
    fn of(&mut self, reading: &Reading<'_>, id: i64) -> Result<(Arc<str>, Arc<str>), StoreError> {
        if let Some(known) = self.0.get(&id) {
            return Ok(known.clone());
        }
        let mut statement = reading.db.prepare_cached(include_str!("account_name.sql"))?;
        let named: (String, String) =
            statement.query_row([id], |row| Ok((row.get("code")?, row.get("name")?)))?;
        let named = (Arc::from(named.0), Arc::from(named.1));
        self.0.insert(id, named.clone());
        Ok(named)
    }
}

/// Reads a row of `of_account.sql`, `of_member.sql` and `of_detail.sql`. By place, in the order
/// that the three share: names would be looked up in each of thousands of lines.
fn ledger_line(
    row: &Row<'_>,
    (account, account_name): (Arc<str>, Arc<str>),
) -> Result<LedgerLine, StoreError> {
    let date = row::day_of("dated_on", row.get(0)?)?;
    let own = row.get(14)?;
    let line = LedgerLine {
        voucher: VoucherNumber { month: Month::of(date), word: row.get(1)?, number: row.get(2)? },
        date,
        line: row.get(3)?,
        summary: String::new(),
        account,
        account_name,
        entry: entry_of(Money::from_fen(row.get(6)?), Money::from_fen(row.get(7)?)),
        member: None,
        counterparty: None,
        project: None,
        quantity: None,
        price: None,
        own,
    };
    if !own {
        return Ok(line);
    }
    let (member, member_name): (Option<String>, Option<String>) = (row.get(8)?, row.get(9)?);
    Ok(LedgerLine {
        summary: row.get(4)?,
        member: member.zip(member_name),
        counterparty: row.get(10)?,
        project: row.get(11)?,
        quantity: row::quantity_of("quantity_millionths", row.get(12)?)?,
        price: row::quantity_of("price_millionths", row.get(13)?)?,
        ..line
    })
}
