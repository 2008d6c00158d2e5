//! Files that prove vouchers (附件), kept in the book itself so that they go where it goes.

use domain::id::{AttachmentId, DraftId, VoucherId};
use rusqlite::{OptionalExtension, Row, named_params};
use sha2::{Digest, Sha256};

use crate::{Reading, StoreError, Work, row};

/// A file that is kept, without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachmentRecord {
    /// Its row.
    pub id: AttachmentId,
    /// The name of the file.
    pub name: String,
    /// How large it is, in bytes.
    pub size: u32,
    /// The draft that it belongs to; nothing where that is posted.
    pub draft: Option<DraftId>,
}

impl Reading<'_> {
    /// The files of a draft, in the order in which they came.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn attachments_of_draft(
        &self,
        draft: DraftId,
    ) -> Result<Vec<AttachmentRecord>, StoreError> {
        self.attachments(include_str!("of_draft.sql"), draft.number())
    }

    /// The files of a posted voucher, in the order in which they came.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn attachments_of_voucher(
        &self,
        voucher: VoucherId,
    ) -> Result<Vec<AttachmentRecord>, StoreError> {
        self.attachments(include_str!("of_voucher.sql"), voucher.number())
    }

    fn attachments(
        &self,
        sql: &'static str,
        owner: i64,
    ) -> Result<Vec<AttachmentRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(sql)?;
        let found = statement.query_map([owner], record)?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// A file that is kept; nothing where there is none.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn attachment(&self, id: AttachmentId) -> Result<Option<AttachmentRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("find.sql"))?;
        Ok(statement.query_row([id.number()], record).optional()?)
    }

    /// What is in a file, checked against the hash that was taken when it came.
    ///
    /// # Errors
    /// There is none, it is not what it was, or the book is damaged.
    pub fn attachment_content(&self, id: AttachmentId) -> Result<Vec<u8>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("content.sql"))?;
        let (sha256, content): (Vec<u8>, Vec<u8>) = statement
            .query_row([id.number()], |row| Ok((row.get("sha256")?, row.get("content")?)))?;
        if Sha256::digest(&content).as_slice() != sha256 {
            return Err(row::bad("content", &format!("attachment {}", id.number())));
        }
        Ok(content)
    }
}

fn record(row: &Row<'_>) -> rusqlite::Result<AttachmentRecord> {
    Ok(AttachmentRecord {
        id: AttachmentId::new(row.get("id")?),
        name: row.get("name")?,
        size: row.get("size")?,
        draft: row.get::<_, Option<i64>>("draft_id")?.map(DraftId::new),
    })
}

impl Work<'_> {
    /// Keeps a file with a draft.
    ///
    /// # Errors
    /// The draft is reviewed, or the book cannot be written.
    pub fn add_attachment(
        &self,
        draft: DraftId,
        name: &str,
        content: &[u8],
    ) -> Result<AttachmentId, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(named_params! {
            ":draft_id": draft.number(),
            ":name": name,
            ":sha256": Sha256::digest(content).as_slice(),
            ":content": content,
        }))?;
        Ok(AttachmentId::new(self.db.last_insert_rowid()))
    }

    /// Keeps a file no longer.
    ///
    /// # Errors
    /// Its voucher is reviewed or posted, or the book cannot be written.
    pub fn drop_attachment(&self, id: AttachmentId) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("drop.sql"))?;
        self.kept(statement.execute([id.number()]))?;
        Ok(())
    }
}
