//! What changed of members in the register, kept as it was before.

use domain::id::{CooperativeId, MemberId, VillageId};
use domain::member::{Member, MemberField};
use jiff::civil::Date;
use rusqlite::named_params;

use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// One field of a member that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberChange {
    /// Whose it is.
    pub member: MemberId,
    /// The day from which it holds.
    pub on: Date,
    /// What changed.
    pub field: MemberField,
    /// What it was; a day as the number that it is stored as.
    pub before: Option<String>,
    /// What it is since.
    pub after: Option<String>,
    /// Why.
    pub reason: String,
}

impl Reading<'_> {
    /// What changed of the members of a cooperative, in the order in which it was noted.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn member_changes(
        &self,
        cooperative: CooperativeId,
    ) -> Result<Vec<MemberChange>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("member_changes.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let changes = statement.query_and_then(values, |row| {
            Ok(MemberChange {
                member: MemberId::new(row.get("member_id")?),
                on: row::day(row, "made_on")?,
                field: row::word(row, "field", MemberField::of_word)?,
                before: row.get("before")?,
                after: row.get("after")?,
                reason: row.get("reason")?,
            })
        })?;
        changes.collect()
    }
}

impl Work<'_> {
    /// Changes a member to what it is now, with every change on record; `village` is the row of
    /// the village that `member.village` names.
    ///
    /// # Errors
    /// The changes do not say what was before, more extra votes than there may be, or the book
    /// cannot be written.
    pub fn change_member(
        &self,
        id: MemberId,
        member: &Member,
        village: Option<VillageId>,
        changes: &[MemberChange],
    ) -> Result<(), StoreError> {
        let mut add = self.db.prepare_cached(include_str!("add_member_change.sql"))?;
        for change in changes {
            self.kept(add.execute(named_params! {
                ":member_id": id.number(),
                ":made_on": row::day_number(change.on),
                ":field": change.field.word(),
                ":before": change.before,
                ":after": change.after,
                ":reason": change.reason,
            }))?;
            self.is_final(FinalKind::MemberChange, self.db.last_insert_rowid())?;
        }
        self.changes(FinalKind::Member, id.number(), || {
            let mut statement = self.db.prepare_cached(include_str!("change_member.sql"))?;
            self.kept(statement.execute(named_params! {
                ":id": id.number(),
                ":name": member.name,
                ":village_id": village.map(VillageId::number),
                ":joined_on": member.joined_on.map(row::day_number),
                ":id_number": member.id_number,
                ":bank_account": member.bank_account,
            }))?;
            Ok(())
        })
    }
}
