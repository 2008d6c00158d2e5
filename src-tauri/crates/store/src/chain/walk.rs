//! Walking the chain from its beginning: whether every final row still says what it said.

use std::collections::{HashMap, HashSet};

use domain::check_code::CheckCode;
use domain::id::OperatorId;
use rusqlite::Row;

use super::{Entry, FinalKind, Hash, Link, Tip};
use crate::{Reading, StoreError};

/// What the chain does not bear out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChainFault {
    /// The first entry that does not follow: the row of its kind says something else than when it
    /// became final, or the entry itself was changed. What follows it proves nothing.
    Broken {
        /// Its place.
        seq: i64,
        /// What became final there.
        kind: FinalKind,
        /// Its row.
        subject: i64,
    },
    /// The row that became final here is gone.
    Gone {
        /// The place of its entry.
        seq: i64,
        /// What it was.
        kind: FinalKind,
        /// Its row.
        subject: i64,
    },
    /// An entry is missing in the row of numbers.
    Missing {
        /// Its place.
        seq: i64,
    },
    /// What became final here is of no kind that there is.
    UnknownKind {
        /// Its place.
        seq: i64,
    },
    /// An entry says that its row was changed or taken back, and nothing in the book did that.
    Hidden {
        /// Its place.
        seq: i64,
        /// What became final there.
        kind: FinalKind,
    },
    /// Rows that never became final by the program, or twice.
    NotInChain {
        /// Their table.
        table: &'static str,
        /// How many the table has.
        found: i64,
        /// How many the chain knows.
        known: i64,
    },
    /// The book does not have the state that a code was printed from.
    AgainstCode {
        /// The code.
        code: CheckCode,
        /// How many entries the chain has now.
        entries: i64,
    },
}

/// What was met on the way.
#[derive(Default)]
struct Met {
    /// Rows by table.
    rows: HashMap<&'static str, i64>,
    /// Entries whose row says what it said then.
    live: HashSet<(FinalKind, i64)>,
    /// Entries whose row was changed or taken back since.
    past: Vec<(i64, FinalKind, i64)>,
}

impl Reading<'_> {
    /// Walks the whole chain, and says whether the book once had the state of a code.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn chain_faults(&self, against: Option<CheckCode>) -> Result<Vec<ChainFault>, StoreError> {
        let mut met = Met::default();
        let mut tip = Tip::BEGINNING;
        let mut had_code = false;
        let mut statement = self.db.prepare_cached(include_str!("entries.sql"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            match self.step(tip, row, &mut met)? {
                Ok(next) => tip = next,
                Err(fault) => return Ok(vec![fault]),
            }
            had_code |= against.is_some_and(|code| code.seq == tip.seq && code.is_of(&tip.hash));
        }
        let mut faults = self.hidden(&met)?;
        faults.extend(self.not_in_chain(&met)?);
        if let Some(code) = against.filter(|_| !had_code) {
            faults.push(ChainFault::AgainstCode { code, entries: tip.seq });
        }
        Ok(faults)
    }

    /// One entry further: the new end of the chain, or the first fault.
    fn step(
        &self,
        tip: Tip,
        row: &Row<'_>,
        met: &mut Met,
    ) -> Result<Result<Tip, ChainFault>, StoreError> {
        let (seq, subject) = (row.get("seq")?, row.get("subject_id")?);
        if seq != tip.seq + 1 {
            return Ok(Err(ChainFault::Missing { seq: tip.seq + 1 }));
        }
        let Some(kind) = FinalKind::of_number(row.get("kind")?) else {
            return Ok(Err(ChainFault::UnknownKind { seq }));
        };
        let past: Option<Hash> = row.get("digest")?;
        let digest = match past {
            Some(digest) => {
                met.past.push((seq, kind, subject));
                digest
            }
            None => {
                let Some(told) = self.told(kind, subject)? else {
                    return Ok(Err(ChainFault::Gone { seq, kind, subject }));
                };
                for (part, count) in kind.parts().iter().zip(told.rows) {
                    *met.rows.entry(part.table).or_default() += i64::from(count);
                }
                met.live.insert((kind, subject));
                told.digest
            }
        };
        let made_at = row.get("made_at")?;
        let operator = row.get::<_, Option<i64>>("operator_id")?.map(OperatorId::new);
        let next = tip.next(&Entry { seq, kind, subject, made_at, operator, digest });
        let follows = next.hash == row.get::<_, Link>("hash")?;
        Ok(if follows { Ok(next) } else { Err(ChainFault::Broken { seq, kind, subject }) })
    }

    /// Rows that the chain calls past although they were neither changed nor taken back.
    fn hidden(&self, met: &Met) -> Result<Vec<ChainFault>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("undone.sql"))?;
        let undone = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let undone: Vec<(i64, i64)> = undone.collect::<Result<_, _>>()?;
        let taken_back =
            |seq: i64| undone.iter().any(|&(first, last)| (first..=last).contains(&seq));
        // A row that was changed between its import and the taking back has an entry after those
        // of the import.
        let gone: HashSet<(FinalKind, i64)> = met
            .past
            .iter()
            .filter(|&&(seq, kind, _)| kind.may_change() && taken_back(seq))
            .map(|&(_, kind, subject)| (kind, subject))
            .collect();
        let explained = |&&(seq, kind, subject): &&(i64, FinalKind, i64)| {
            let row = (kind, subject);
            taken_back(seq)
                || (kind.may_change() && (met.live.contains(&row) || gone.contains(&row)))
        };
        let hidden = met.past.iter().find(|entry| !explained(entry));
        Ok(hidden.map(|&(seq, kind, _)| ChainFault::Hidden { seq, kind }).into_iter().collect())
    }

    /// Tables that have other rows than the chain knows.
    fn not_in_chain(&self, met: &Met) -> Result<Vec<ChainFault>, StoreError> {
        let mut faults = Vec::new();
        for part in FinalKind::all().flat_map(FinalKind::parts) {
            let sql = part.fill(include_str!("count_rows.sql"));
            let found: i64 = self.db.query_row(&sql, [], |row| row.get(0))?;
            let known = met.rows.get(part.table).copied().unwrap_or_default();
            if found != known {
                faults.push(ChainFault::NotInChain { table: part.table, found, known });
            }
        }
        Ok(faults)
    }
}
