//! What members put in and took out.

use domain::id::{BatchId, CooperativeId, MemberId};
use domain::share::Contribution;
use rusqlite::named_params;

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// A contribution with whose it is and what it was made in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContributionRecord {
    /// Whose it is.
    pub member: MemberId,
    /// The day and the amount.
    pub contribution: Contribution,
    /// In what it was made, such as 货币, if noted.
    pub form: Option<String>,
    /// The share class, such as 集体股, if noted.
    pub share_class: Option<String>,
}

impl Reading<'_> {
    /// All contributions to a cooperative, by member in the order of the register and then by day.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn contributions(
        &self,
        cooperative: CooperativeId,
    ) -> Result<Vec<ContributionRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("contributions.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let records = statement.query_and_then(values, |row| {
            Ok(ContributionRecord {
                member: MemberId::new(row.get("member_id")?),
                contribution: Contribution {
                    made_on: row::day(row, "made_on")?,
                    amount: row::money(row, "amount_fen")?,
                },
                form: row.get("form")?,
                share_class: row.get("share_class")?,
            })
        })?;
        records.collect()
    }
}

impl Work<'_> {
    /// Adds a contribution or withdrawal, and says its row.
    ///
    /// # Errors
    /// The member's capital would be below zero on some day, or the book cannot be written.
    pub fn add_contribution(
        &self,
        record: &ContributionRecord,
        batch: Option<BatchId>,
    ) -> Result<i64, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_contribution.sql"))?;
        self.kept(statement.execute(named_params! {
            ":member_id": record.member.number(),
            ":made_on": row::day_number(record.contribution.made_on),
            ":amount_fen": record.contribution.amount.fen(),
            ":form": record.form,
            ":share_class": record.share_class,
            ":import_batch_id": batch.map(BatchId::number),
        }))?;
        let id = self.db.last_insert_rowid();
        self.is_final(FinalKind::Contribution, id)?;
        Ok(id)
    }
}
