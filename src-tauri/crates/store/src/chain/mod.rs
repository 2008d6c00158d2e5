//! The chain (校验链): everything that became final, in order, each entry bound to the one before.
//!
//! An entry's hash is over the hash before it, its own place, kind, row, moment and operator, and
//! the digest of what the row says. Where a row is changed or taken back by a use case, its entry
//! keeps the digest of what it said, so that the chain stays whole and the change stands in it.

mod content;
mod undo;
mod walk;

use std::cell::Cell;

use domain::check_code::CheckCode;
use domain::id::OperatorId;
use rusqlite::{CachedStatement, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::{Reading, StoreError, Work, row};
pub use content::FinalKind;
pub(crate) use content::{Hash, Said};
pub use walk::ChainFault;

/// The last entry of a chain, or its beginning.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tip {
    pub(crate) seq: i64,
    pub(crate) hash: Link,
}

/// The hash of an entry: the first 160 bits of a SHA-256, since there is one for each voucher.
pub(crate) type Link = [u8; 20];

impl Tip {
    const BEGINNING: Tip = Tip { seq: 0, hash: [0; 20] };

    /// The entry that follows.
    fn next(self, entry: &Entry) -> Tip {
        let mut hash = Sha256::new();
        hash.update(self.hash);
        hash.update(entry.seq.to_be_bytes());
        hash.update([entry.kind.number()]);
        hash.update(entry.subject.to_be_bytes());
        hash.update(entry.made_at.to_be_bytes());
        hash.update(entry.operator.map_or(0, OperatorId::number).to_be_bytes());
        hash.update(entry.digest);
        let whole: Hash = hash.finalize().into();
        let mut hash: Link = [0; 20];
        hash.copy_from_slice(&whole[..20]);
        Tip { seq: entry.seq, hash }
    }
}

/// An entry of the chain without its hash.
struct Entry {
    seq: i64,
    kind: FinalKind,
    subject: i64,
    made_at: i64,
    operator: Option<OperatorId>,
    digest: Hash,
}

/// What a work knows of the chain and of who works, read when it is first asked for.
#[derive(Debug, Default)]
pub(crate) struct ChainState {
    tip: Cell<Option<Tip>>,
    operator: Cell<Option<OperatorId>>,
}

/// An entry of the log (操作日志).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// Its place, from 1.
    pub seq: i64,
    /// What became final.
    pub kind: FinalKind,
    /// Its row.
    pub subject: i64,
    /// When, in seconds since 1970.
    pub made_at: i64,
    /// Who, where it was somebody.
    pub operator: Option<String>,
}

impl Reading<'_> {
    pub(crate) fn tip(&self) -> Result<Tip, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("tip.sql"))?;
        let tip = statement.query_row([], |row| Ok(Tip { seq: row.get(0)?, hash: row.get(1)? }));
        Ok(tip.optional()?.unwrap_or(Tip::BEGINNING))
    }

    /// The check code of the book as it is; nothing of a book in which nothing is final.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn check_code(&self) -> Result<Option<CheckCode>, StoreError> {
        let tip = self.tip()?;
        Ok((tip.seq > 0).then(|| CheckCode::new(tip.seq, &tip.hash)))
    }

    /// At most so many entries before one, the latest first.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn log(&self, before: i64, most: u32) -> Result<Vec<LogEntry>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("log.sql"))?;
        let entries = statement.query_and_then(params![before, most], |row| {
            let kind: i64 = row.get("kind")?;
            Ok(LogEntry {
                seq: row.get("seq")?,
                kind: FinalKind::of_number(kind)
                    .ok_or_else(|| row::bad("kind", &kind.to_string()))?,
                subject: row.get("subject_id")?,
                made_at: row.get("made_at")?,
                operator: row.get("operator")?,
            })
        })?;
        entries.collect()
    }
}

/// Adds entries to the chain.
pub(crate) struct Appender<'w> {
    work: &'w Work<'w>,
    statement: CachedStatement<'w>,
}

impl Appender<'_> {
    /// Adds the entry of a row that says what has this digest.
    pub(crate) fn append(
        &mut self,
        kind: FinalKind,
        subject: i64,
        digest: Hash,
    ) -> Result<(), StoreError> {
        let work = self.work;
        let operator = match kind {
            // The book makes itself, and nobody is there before the first operator; who changes it
            // later is known.
            FinalKind::Book if work.last_tip()?.seq == 0 => None,
            FinalKind::SchemaVersion | FinalKind::Operator => None,
            _ => Some(work.operator()?),
        };
        let tip = work.last_tip()?;
        let (seq, made_at) = (tip.seq + 1, work.moment());
        let tip = tip.next(&Entry { seq, kind, subject, made_at, operator, digest });
        work.kept(self.statement.execute(params![
            seq,
            kind.number(),
            subject,
            made_at,
            operator.map(OperatorId::number),
            tip.hash.as_slice(),
        ]))?;
        work.chain.tip.set(Some(tip));
        Ok(())
    }
}

impl Work<'_> {
    /// Notes in the chain that a row is final.
    pub(crate) fn is_final(&self, kind: FinalKind, subject: i64) -> Result<(), StoreError> {
        let told = self.told(kind, subject)?;
        let told = told.ok_or_else(|| row::bad(kind.table(), &subject.to_string()))?;
        self.appender()?.append(kind, subject, told.digest)
    }

    /// Makes ready to note one or many entries.
    pub(crate) fn appender(&self) -> Result<Appender<'_>, StoreError> {
        let statement = self.db.prepare_cached(include_str!("append.sql"))?;
        Ok(Appender { work: self, statement })
    }

    /// Changes a row that was final: its earlier entry keeps the digest of what it said, and the
    /// chain gets a new one.
    pub(crate) fn changes(
        &self,
        kind: FinalKind,
        subject: i64,
        change: impl FnOnce() -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        debug_assert!(kind.may_change(), "{kind:?} never changes");
        self.is_past(kind, subject)?;
        change()?;
        self.is_final(kind, subject)
    }

    /// Keeps in this entry the digest of what its row says now, before it goes. Where the row was
    /// changed since, that is what its latest entry says.
    fn is_past_at(&self, seq: i64, kind: FinalKind, subject: i64) -> Result<(), StoreError> {
        let told = self.told(kind, subject)?;
        let told = told.ok_or_else(|| row::bad(kind.table(), &subject.to_string()))?;
        let mut statement = self.db.prepare_cached(include_str!("is_past_at.sql"))?;
        let kept = self.kept(statement.execute(params![told.digest.as_slice(), seq]))?;
        if kept == 0 { self.is_past(kind, subject) } else { Ok(()) }
    }

    /// Keeps in a row's entry the digest of what it says now, before it says something else.
    fn is_past(&self, kind: FinalKind, subject: i64) -> Result<(), StoreError> {
        let told = self.told(kind, subject)?;
        let told = told.ok_or_else(|| row::bad(kind.table(), &subject.to_string()))?;
        let mut statement = self.db.prepare_cached(include_str!("is_past.sql"))?;
        let values = params![told.digest.as_slice(), kind.number(), subject];
        self.kept(statement.execute(values))?;
        Ok(())
    }

    /// Takes every final row that is not in the chain into it.
    pub(crate) fn chain_all(&self) -> Result<(), StoreError> {
        for kind in FinalKind::all() {
            let Some(root) = kind.parts().first() else { continue };
            let sql = root.fill(include_str!("not_in_chain.sql"));
            let mut statement = self.db.prepare(&sql)?;
            let subjects = statement.query_map([kind.number()], |row| row.get("subject_id"))?;
            for subject in subjects.collect::<Result<Vec<i64>, _>>()? {
                self.is_final(kind, subject)?;
            }
        }
        Ok(())
    }

    /// The place that the next entry will have.
    pub(crate) fn next_seq(&self) -> Result<i64, StoreError> {
        Ok(self.last_tip()?.seq + 1)
    }

    fn last_tip(&self) -> Result<Tip, StoreError> {
        if let Some(tip) = self.chain.tip.get() {
            return Ok(tip);
        }
        let tip = self.tip()?;
        self.chain.tip.set(Some(tip));
        Ok(tip)
    }

    /// Who works on the book: kept in it from the first time that something becomes final through
    /// them.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn operator(&self) -> Result<OperatorId, StoreError> {
        if let Some(operator) = self.chain.operator.get() {
            return Ok(operator);
        }
        let name = self.operator_name();
        let mut find = self.db.prepare_cached(include_str!("find_operator.sql"))?;
        let found: Option<i64> = find.query_row([name], |row| row.get("id")).optional()?;
        let operator = match found {
            Some(id) => OperatorId::new(id),
            None => {
                let mut add = self.db.prepare_cached(include_str!("add_operator.sql"))?;
                self.kept(add.execute([name]))?;
                let id = self.db.last_insert_rowid();
                self.is_final(FinalKind::Operator, id)?;
                OperatorId::new(id)
            }
        };
        self.chain.operator.set(Some(operator));
        Ok(operator)
    }
}
