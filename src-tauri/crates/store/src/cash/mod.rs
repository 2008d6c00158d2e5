//! Counts of cash.

use domain::Money;
use domain::id::{AccountId, CashCountId, CooperativeId, DraftId};
use domain::voucher::VoucherNumber;
use jiff::civil::Date;
use rusqlite::named_params;

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// A count of cash about to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCashCount {
    /// The account of the cash box.
    pub account: AccountId,
    /// At the end of which day.
    pub on: Date,
    /// What was counted.
    pub counted: Money,
    /// What the books said.
    pub book: Money,
    /// How many notes and coins of each kind.
    pub pieces: Option<String>,
    /// What else there is to say.
    pub note: Option<String>,
}

/// A count of cash as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CashCountRecord {
    /// Its row.
    pub id: CashCountId,
    /// What it says.
    pub what: NewCashCount,
    /// The code of its account.
    pub account_code: String,
    /// The voucher of its difference that stands.
    pub voucher: Option<VoucherNumber>,
    /// The draft of it.
    pub draft: Option<DraftId>,
}

impl Reading<'_> {
    /// The counts of a cooperative, the latest first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn cash_counts(
        &self,
        cooperative: CooperativeId,
    ) -> Result<Vec<CashCountRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("list.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let counts = statement.query_and_then(values, |row| {
            Ok(CashCountRecord {
                id: CashCountId::new(row.get("id")?),
                what: NewCashCount {
                    account: AccountId::new(row.get("account_id")?),
                    on: row::day(row, "counted_on")?,
                    counted: row::money(row, "counted_fen")?,
                    book: row::money(row, "book_fen")?,
                    pieces: row.get("pieces")?,
                    note: row.get("note")?,
                },
                account_code: row.get("account")?,
                voucher: row::voucher_or_none(row)?,
                draft: row.get::<_, Option<i64>>("draft_id")?.map(DraftId::new),
            })
        })?;
        counts.collect()
    }
}

impl Work<'_> {
    /// Keeps a count of cash.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn add_cash_count(
        &self,
        cooperative: CooperativeId,
        new: &NewCashCount,
    ) -> Result<CashCountId, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":account_id": new.account.number(),
            ":counted_on": row::day_number(new.on),
            ":counted_fen": new.counted.fen(),
            ":book_fen": new.book.fen(),
            ":pieces": new.pieces,
            ":note": new.note,
        }))?;
        let id = self.db.last_insert_rowid();
        self.is_final(FinalKind::CashCount, id)?;
        Ok(CashCountId::new(id))
    }
}
