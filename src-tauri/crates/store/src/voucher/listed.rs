//! Which posted vouchers stand in a list: those of some days, and those that concern something.

use std::collections::HashSet;
use std::ops::ControlFlow;

use domain::id::{AccountId, CooperativeId, MemberId, VoucherId};
use domain::{Month, Term};
use jiff::civil::Date;
use rusqlite::{Params, ToSql, named_params};

use crate::{Reading, StoreError, row};

/// Which posted vouchers a list shows.
#[derive(Debug, Clone, Copy)]
pub struct Listed<'a> {
    /// From which day through which.
    pub term: Term,
    /// Only those after this one, with its day.
    pub after: Option<(Date, VoucherId)>,
    /// Only these.
    pub only: Option<&'a HashSet<VoucherId>>,
}

impl Reading<'_> {
    /// The posted vouchers of these days, the latest first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn listed(
        &self,
        cooperative: CooperativeId,
        term: Term,
    ) -> Result<Vec<VoucherId>, StoreError> {
        let mut ids = Vec::new();
        self.visit_listed(cooperative, &Listed { term, after: None, only: None }, |id| {
            ids.push(id);
            Ok::<_, StoreError>(ControlFlow::Continue(()))
        })?;
        Ok(ids)
    }

    /// Shows posted vouchers one by one, the latest first, until `visit` has seen enough.
    ///
    /// # Errors
    /// The book is damaged, or what `visit` says.
    pub fn visit_listed<E: From<StoreError>>(
        &self,
        cooperative: CooperativeId,
        listed: &Listed<'_>,
        mut visit: impl FnMut(VoucherId) -> Result<ControlFlow<()>, E>,
    ) -> Result<(), E> {
        let (day, id) = listed
            .after
            .map_or((i64::MAX, i64::MAX), |(day, id)| (row::day_number(day), id.number()));
        let sql = match listed.only {
            None => include_str!("listed.sql"),
            Some(_) => include_str!("listed_of.sql"),
        };
        let only = listed.only.map(|only| list(only.iter().map(|id| id.number())));
        let (first, last) = (listed.term.first, listed.term.last);
        let mut values: Vec<(&str, &dyn ToSql)> = Vec::new();
        let (cooperative, first, last) =
            (cooperative.number(), row::day_number(first), row::day_number(last));
        values.extend([
            (":cooperative_id", &cooperative as &dyn ToSql),
            (":first_day", &first),
            (":last_day", &last),
            (":before_day", &day),
            (":before_id", &id),
        ]);
        if only.is_some() {
            values.push((":only", &only));
        }
        let mut statement = self.db.prepare_cached(sql).map_err(StoreError::from)?;
        let mut rows = statement.query(values.as_slice()).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let id = VoucherId::new(row.get("id").map_err(StoreError::from)?);
            if visit(id)?.is_break() {
                break;
            }
        }
        Ok(())
    }

    /// How many vouchers are posted from one month through another.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn posted_count(
        &self,
        cooperative: CooperativeId,
        first: Month,
        last: Month,
    ) -> Result<u32, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("count.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":first_month": first.number(),
            ":last_month": last.number(),
        };
        Ok(statement.query_row(values, |row| row.get(0))?)
    }

    /// The years in which a cooperative has posted vouchers, earliest first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn voucher_years(&self, cooperative: CooperativeId) -> Result<Vec<i16>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("years.sql"))?;
        let years = statement.query_map([cooperative.number()], |row| row.get("year"))?;
        Ok(years.collect::<Result<_, _>>()?)
    }

    /// The posted vouchers of a year, or part of it, with this number, of this word where one is
    /// named.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn numbered(
        &self,
        cooperative: CooperativeId,
        (first, last): (Month, Month),
        word: Option<&str>,
        number: u32,
    ) -> Result<Vec<VoucherId>, StoreError> {
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":first_month": first.number(),
            ":last_month": last.number(),
            ":word": word,
            ":number": number,
        };
        self.ids(include_str!("numbered.sql"), values)
    }

    /// The vouchers with a line on one of these accounts, or for one of these members.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn touching(
        &self,
        accounts: &[AccountId],
        members: &[MemberId],
        term: Term,
    ) -> Result<HashSet<VoucherId>, StoreError> {
        let (first, last) = (row::day_number(term.first), row::day_number(term.last));
        let accounts = list(accounts.iter().map(|account| account.number()));
        let values =
            named_params! { ":accounts": accounts, ":first_day": first, ":last_day": last };
        let mut found: HashSet<_> =
            self.ids(include_str!("on_accounts.sql"), values)?.into_iter().collect();
        let members = list(members.iter().map(|member| member.number()));
        let values = named_params! { ":members": members, ":first_day": first, ":last_day": last };
        found.extend(self.ids(include_str!("of_members.sql"), values)?);
        Ok(found)
    }

    fn ids(&self, sql: &'static str, values: impl Params) -> Result<Vec<VoucherId>, StoreError> {
        let mut statement = self.db.prepare_cached(sql)?;
        let ids = statement.query_map(values, |row| Ok(VoucherId::new(row.get(0)?)))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }
}

/// Numbers as a JSON list, which a statement takes as one value.
fn list(numbers: impl Iterator<Item = i64>) -> String {
    let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
    format!("[{}]", numbers.join(","))
}
