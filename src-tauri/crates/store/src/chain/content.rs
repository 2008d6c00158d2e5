//! What each kind of final row says, told in one fixed way, so that any change of it is another
//! digest.

use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use crate::{Reading, StoreError};

/// A SHA-256.
pub(crate) type Hash = [u8; 32];

/// What became final.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum FinalKind {
    /// The book, when it was made.
    Book = 1,
    /// A version of the schema that it was brought to.
    SchemaVersion,
    /// Somebody who works on it.
    Operator,
    /// A township.
    Township,
    /// A village.
    Village,
    /// An alliance.
    Alliance,
    /// A cooperative.
    Cooperative,
    /// An account of its chart.
    Account,
    /// A member.
    Member,
    /// A contribution.
    Contribution,
    /// Something produced.
    Yield,
    /// Something handed in.
    Delivery,
    /// An income of a village.
    VillageIncome,
    /// The policy from a year on.
    Policy,
    /// An import.
    ImportBatch,
    /// An import taken back.
    ImportUndo,
    /// A posted voucher.
    Voucher,
    /// A month closed or reopened.
    MonthChange,
    /// An approved distribution.
    Distribution,
    /// A year closing, closed or opened again.
    YearChange,
    /// Which step of closing a voucher is.
    ClosingStep,
    /// An asset card.
    Asset,
    /// What was charged off for an asset in a month.
    AssetCharge,
    /// A voucher that comes again.
    Recurring,
    /// A batch of birds.
    Flock,
    /// What happened to a batch.
    FlockMove,
    /// A statement of the bank.
    BankStatement,
    /// A reconciliation with the bank.
    BankReconciliation,
    /// A count of cash.
    CashCount,
    /// What a voucher was made of.
    VoucherOrigin,
    /// What came by mistake.
    Voided,
    /// What changed in the register of a member.
    MemberChange,
    /// How capital moved.
    ShareMove,
    /// What happened to a distribution.
    DistributionEvent,
    /// What a member has of the reserve.
    ReserveShare,
}

/// A table that a final row stands in, with the statement that reads the rows that belong to it.
pub(crate) struct Part {
    /// The table.
    pub(crate) table: &'static str,
    sql: &'static str,
    /// Which of the table's rows are final; all where nothing is said.
    pub(crate) only: &'static str,
}

impl Part {
    /// A statement about a table, with the table's name and which of its rows are final.
    pub(crate) fn fill(&self, sql: &str) -> String {
        sql.replace("{table}", self.table).replace("{only}", self.only)
    }
}

macro_rules! part {
    ($table:literal, $file:literal) => {
        part!($table, $file, "true")
    };
    ($table:literal, $file:literal, $only:expr) => {
        Part { table: $table, sql: include_str!($file), only: $only }
    };
}

/// The rows of distributions that were approved, whether they stand or not: all but of drafts.
const OF_APPROVED: &str = "distribution_id NOT IN (
    SELECT id FROM distribution WHERE status IN ('draft', 'presented')
)";

/// What stands in every table, by the number of the kind.
const KINDS: [(FinalKind, &[Part]); 35] = [
    (FinalKind::Book, &[part!("book", "content/book.sql")]),
    (FinalKind::SchemaVersion, &[part!("schema_version", "content/schema_version.sql")]),
    (FinalKind::Operator, &[part!("operator", "content/operator.sql")]),
    (FinalKind::Township, &[part!("township", "content/township.sql")]),
    (FinalKind::Village, &[part!("village", "content/village.sql")]),
    (FinalKind::Alliance, &[part!("alliance", "content/alliance.sql")]),
    (FinalKind::Cooperative, &[part!("cooperative", "content/cooperative.sql")]),
    (FinalKind::Account, &[part!("account", "content/account.sql")]),
    (FinalKind::Member, &[part!("member", "content/member.sql")]),
    (FinalKind::Contribution, &[part!("contribution", "content/contribution.sql")]),
    (FinalKind::Yield, &[part!("yield", "content/yield.sql")]),
    (FinalKind::Delivery, &[part!("delivery", "content/delivery.sql")]),
    (FinalKind::VillageIncome, &[part!("village_income", "content/village_income.sql")]),
    (
        FinalKind::Policy,
        &[
            part!("policy", "content/policy.sql"),
            part!("policy_kind", "content/policy_kind.sql"),
            part!("policy_tier", "content/policy_tier.sql"),
            part!("policy_award", "content/policy_award.sql"),
        ],
    ),
    (FinalKind::ImportBatch, &[part!("import_batch", "content/import_batch.sql")]),
    (FinalKind::ImportUndo, &[part!("import_undo", "content/import_undo.sql")]),
    (
        FinalKind::Voucher,
        &[
            part!("voucher", "content/voucher.sql"),
            part!("voucher_line", "content/voucher_line.sql"),
            part!("attachment", "content/attachment.sql", "voucher_id IS NOT NULL"),
            part!("voucher_source", "content/voucher_source.sql", "voucher_id IS NOT NULL"),
        ],
    ),
    (FinalKind::MonthChange, &[part!("month_change", "content/month_change.sql")]),
    (
        FinalKind::Distribution,
        &[
            part!("distribution", "content/distribution.sql", "status IN ('approved', 'reversed')"),
            part!(
                "distribution_appropriation",
                "content/distribution_appropriation.sql",
                OF_APPROVED
            ),
            part!("approved_result", "content/approved_result.sql", OF_APPROVED),
            part!("approved_member", "content/approved_member.sql", OF_APPROVED),
            part!("approved_contribution", "content/approved_contribution.sql", OF_APPROVED),
        ],
    ),
    (FinalKind::YearChange, &[part!("year_change", "content/year_change.sql")]),
    (FinalKind::ClosingStep, &[part!("closing_step", "content/closing_step.sql")]),
    (FinalKind::Asset, &[part!("asset", "content/asset.sql")]),
    (FinalKind::AssetCharge, &[part!("asset_charge", "content/asset_charge.sql")]),
    (FinalKind::Recurring, &[part!("recurring", "content/recurring.sql")]),
    (FinalKind::Flock, &[part!("flock", "content/flock.sql")]),
    (FinalKind::FlockMove, &[part!("flock_move", "content/flock_move.sql")]),
    (
        FinalKind::BankStatement,
        &[
            part!("bank_statement", "content/bank_statement.sql"),
            part!("bank_line", "content/bank_line.sql"),
        ],
    ),
    (
        FinalKind::BankReconciliation,
        &[part!("bank_reconciliation", "content/bank_reconciliation.sql")],
    ),
    (FinalKind::CashCount, &[part!("cash_count", "content/cash_count.sql")]),
    (
        FinalKind::VoucherOrigin,
        &[part!("voucher_origin", "content/voucher_origin.sql", "voucher_id IS NOT NULL")],
    ),
    (FinalKind::Voided, &[part!("voided", "content/voided.sql")]),
    (FinalKind::MemberChange, &[part!("member_change", "content/member_change.sql")]),
    (
        FinalKind::ShareMove,
        &[
            part!("share_move", "content/share_move.sql"),
            part!("share_move_part", "content/share_move_part.sql"),
        ],
    ),
    (
        FinalKind::DistributionEvent,
        &[part!("distribution_event", "content/distribution_event.sql")],
    ),
    (FinalKind::ReserveShare, &[part!("reserve_share", "content/reserve_share.sql")]),
];

impl FinalKind {
    /// The kind of this number in the chain; nothing where there is none.
    pub(crate) fn of_number(number: i64) -> Option<Self> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        KINDS.get(index).map(|(kind, _)| *kind)
    }

    /// Whether a use case may change its row: the chain then has a new entry for it.
    pub(crate) const fn may_change(self) -> bool {
        matches!(
            self,
            FinalKind::Book
                | FinalKind::Account
                | FinalKind::Member
                | FinalKind::Distribution
                | FinalKind::Asset
                | FinalKind::Recurring
        )
    }

    /// Its number in the chain.
    pub(crate) const fn number(self) -> u8 {
        self as u8
    }

    /// Its table first, then those whose rows belong to it.
    pub(crate) fn parts(self) -> &'static [Part] {
        KINDS.get(usize::from(self.number() - 1)).map_or(&[], |(_, parts)| parts)
    }

    /// The table that its row stands in: its word in the chain.
    #[must_use]
    pub fn table(self) -> &'static str {
        self.parts().first().map_or("", |part| part.table)
    }

    /// Every kind.
    pub(crate) fn all() -> impl Iterator<Item = FinalKind> {
        KINDS.iter().map(|(kind, _)| *kind)
    }
}

/// What a final row says.
pub(crate) struct Told {
    /// SHA-256 of all of it.
    pub(crate) digest: Hash,
    /// How many rows each part has.
    pub(crate) rows: Vec<u32>,
}

impl Reading<'_> {
    /// What a final row and those that belong to it say; nothing where the row is not there.
    pub(crate) fn told(&self, kind: FinalKind, subject: i64) -> Result<Option<Told>, StoreError> {
        let mut said = Said::default();
        let mut counts = Vec::with_capacity(kind.parts().len());
        for part in kind.parts() {
            let mut statement = self.db.prepare_cached(part.sql)?;
            let columns = statement.column_count();
            let mut rows = statement.query([subject])?;
            let mut count = 0_u32;
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    said.value(row.get_ref(column)?);
                }
                count += 1;
            }
            if counts.is_empty() && count == 0 {
                return Ok(None);
            }
            said.end_part(count);
            counts.push(count);
        }
        Ok(Some(Told { digest: said.digest(), rows: counts }))
    }
}

/// What rows say, put together before it is hashed: each value with its kind and length, so that no
/// two rows say the same. Many small steps of the hash would cost more than the hash.
#[derive(Debug)]
pub(crate) struct Said(Vec<u8>);

impl Default for Said {
    fn default() -> Self {
        Said(Vec::with_capacity(512))
    }
}

impl Said {
    /// One value.
    pub(crate) fn value(&mut self, value: ValueRef<'_>) {
        match value {
            ValueRef::Null => self.0.push(0),
            ValueRef::Integer(number) => self.number(number),
            ValueRef::Real(number) => self.sized(2, &number.to_be_bytes()),
            ValueRef::Text(text) => self.sized(3, text),
            ValueRef::Blob(blob) => self.sized(4, blob),
        }
    }

    /// A whole number.
    pub(crate) fn number(&mut self, number: i64) {
        self.0.push(1);
        self.0.extend(number.to_be_bytes());
    }

    /// A whole number, or none.
    pub(crate) fn number_or_none(&mut self, number: Option<i64>) {
        match number {
            Some(number) => self.number(number),
            None => self.0.push(0),
        }
    }

    /// A text.
    pub(crate) fn text(&mut self, text: &str) {
        self.sized(3, text.as_bytes());
    }

    /// A text, or none.
    pub(crate) fn text_or_none(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.text(text),
            None => self.0.push(0),
        }
    }

    fn sized(&mut self, mark: u8, bytes: &[u8]) {
        self.0.push(mark);
        self.0.extend((bytes.len() as u64).to_be_bytes());
        self.0.extend(bytes);
    }

    /// After the rows of a part, how many they were.
    pub(crate) fn end_part(&mut self, count: u32) {
        self.0.push(0xff);
        self.0.extend(count.to_be_bytes());
    }

    /// SHA-256 of all of it.
    pub(crate) fn digest(&self) -> Hash {
        Sha256::digest(&self.0).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_has_the_number_and_the_word_that_the_book_gives_it() {
        let store = crate::Store::in_memory().unwrap();
        let sql = "SELECT id, word FROM chain_kind ORDER BY id";
        let mut statement = store.plain_sql().prepare(sql).unwrap();
        let kinds = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        let kinds: Vec<(i64, String)> = kinds.map(Result::unwrap).collect();
        let ours: Vec<(i64, String)> = FinalKind::all()
            .map(|kind| (i64::from(kind.number()), kind.table().to_owned()))
            .collect();
        assert_eq!(kinds, ours);
    }
}
