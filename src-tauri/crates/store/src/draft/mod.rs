//! Vouchers before they are posted: what was typed, who prepared it and who looked it over.

use domain::id::{CooperativeId, DraftId, OperatorId, VoucherId};
use rusqlite::{OptionalExtension, Row, named_params};

use crate::{Reading, StoreError, Work};

/// A voucher that is not posted yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRecord {
    /// Its row.
    pub id: DraftId,
    /// Whose it is.
    pub cooperative: CooperativeId,
    /// What was typed, as JSON.
    pub entry: String,
    /// The row of who prepared it.
    pub preparer_id: OperatorId,
    /// Who prepared it: who changed it last.
    pub preparer: String,
    /// The row of who reviewed it.
    pub reviewer_id: Option<OperatorId>,
    /// Who reviewed it.
    pub reviewer: Option<String>,
    /// The voucher that it takes back.
    pub reverses: Option<VoucherId>,
    /// Why it takes that back.
    pub reason: Option<String>,
    /// The voucher that it puts right.
    pub corrects: Option<VoucherId>,
    /// When it was last changed, in seconds since 1970.
    pub changed_at: i64,
    /// How many files are kept with it.
    pub attachments: u32,
}

/// A draft about to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewDraft<'a> {
    /// What was typed, as JSON.
    pub entry: &'a str,
    /// The voucher that it takes back, and why.
    pub reverses: Option<(VoucherId, &'a str)>,
    /// The voucher that it puts right.
    pub corrects: Option<VoucherId>,
}

impl Reading<'_> {
    /// A draft, but not that of the opening balances; nothing where there is none.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn draft(&self, id: DraftId) -> Result<Option<DraftRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("find.sql"))?;
        Ok(statement.query_row([id.number()], record).optional()?)
    }

    /// A cooperative's drafts, the latest first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn drafts(&self, cooperative: CooperativeId) -> Result<Vec<DraftRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("list.sql"))?;
        let ids = statement.query_map([cooperative.number()], |row| row.get("id"))?;
        let mut drafts = Vec::new();
        for id in ids {
            drafts.extend(self.draft(DraftId::new(id?))?);
        }
        Ok(drafts)
    }

    /// The drafts that take a voucher back or put it right.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn drafts_about(&self, voucher: VoucherId) -> Result<Vec<DraftRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("of_voucher.sql"))?;
        let ids = statement.query_map([voucher.number()], |row| row.get("id"))?;
        let mut drafts = Vec::new();
        for id in ids {
            drafts.extend(self.draft(DraftId::new(id?))?);
        }
        Ok(drafts)
    }
}

fn record(row: &Row<'_>) -> rusqlite::Result<DraftRecord> {
    Ok(DraftRecord {
        id: DraftId::new(row.get("id")?),
        cooperative: CooperativeId::new(row.get("cooperative_id")?),
        entry: row.get("entry")?,
        preparer_id: OperatorId::new(row.get("preparer_id")?),
        preparer: row.get("preparer")?,
        reviewer_id: row.get::<_, Option<i64>>("reviewer_id")?.map(OperatorId::new),
        reviewer: row.get("reviewer")?,
        reverses: row.get::<_, Option<i64>>("reverses_id")?.map(VoucherId::new),
        reason: row.get("reason")?,
        corrects: row.get::<_, Option<i64>>("corrects_id")?.map(VoucherId::new),
        changed_at: row.get("changed_at")?,
        attachments: row.get("attachments")?,
    })
}

impl Work<'_> {
    /// Keeps a draft; who works on the book prepared it.
    ///
    /// # Errors
    /// Another draft takes the same voucher back or puts it right, or the book cannot be written.
    pub fn add_draft(
        &self,
        cooperative: CooperativeId,
        new: &NewDraft<'_>,
    ) -> Result<DraftId, StoreError> {
        let preparer = self.operator()?;
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":entry": new.entry,
            ":preparer_id": preparer.number(),
            ":reverses_id": new.reverses.map(|(voucher, _)| voucher.number()),
            ":reason": new.reverses.map(|(_, reason)| reason),
            ":corrects_id": new.corrects.map(VoucherId::number),
            ":changed_at": self.moment(),
        }))?;
        Ok(DraftId::new(self.db.last_insert_rowid()))
    }

    /// Keeps what a draft says now; who works on the book prepared that.
    ///
    /// # Errors
    /// It is reviewed, or the book cannot be written.
    pub fn change_draft(&self, id: DraftId, entry: &str) -> Result<(), StoreError> {
        let preparer = self.operator()?;
        let mut statement = self.db.prepare_cached(include_str!("change.sql"))?;
        self.kept(statement.execute(named_params! {
            ":id": id.number(),
            ":entry": entry,
            ":preparer_id": preparer.number(),
            ":changed_at": self.moment(),
        }))?;
        Ok(())
    }

    /// Who works on the book has looked a draft over.
    ///
    /// # Errors
    /// They prepared it and the book wants somebody else, or the book cannot be written.
    pub fn review_draft(&self, id: DraftId) -> Result<(), StoreError> {
        let reviewer = self.operator()?;
        self.set_reviewer(id, Some(reviewer))
    }

    /// Takes a review back.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn unreview_draft(&self, id: DraftId) -> Result<(), StoreError> {
        self.set_reviewer(id, None)
    }

    fn set_reviewer(&self, id: DraftId, reviewer: Option<OperatorId>) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("review.sql"))?;
        self.kept(statement.execute(named_params! {
            ":id": id.number(),
            ":reviewer_id": reviewer.map(OperatorId::number),
            ":changed_at": self.moment(),
        }))?;
        Ok(())
    }

    /// Lets a draft go, with its attachments and its hold on what it was made of.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn drop_draft(&self, id: DraftId) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("drop.sql"))?;
        self.kept(statement.execute([id.number()]))?;
        Ok(())
    }
}
