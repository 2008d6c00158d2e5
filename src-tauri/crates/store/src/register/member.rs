//! Members of a cooperative.

use domain::id::{BatchId, CooperativeId, MemberId, VillageId};
use domain::member::{Member, MemberKind};
use rusqlite::named_params;

use super::Kept;
use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

impl Reading<'_> {
    /// The members of a cooperative in the order of the register.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn members(
        &self,
        cooperative: CooperativeId,
    ) -> Result<Vec<Kept<MemberId, Member>>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("members.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let members = statement.query_and_then(values, |row| {
            let member = Member {
                code: row.get("code")?,
                name: row.get("name")?,
                kind: row::word(row, "kind", MemberKind::of_word)?,
                village: row.get("village")?,
                joined_on: row::day_or_none(row, "joined_on")?,
                id_number: row.get("id_number")?,
                bank_account: row.get("bank_account")?,
            };
            Ok(Kept { id: MemberId::new(row.get("id")?), what: member })
        })?;
        members.collect()
    }

    /// Which cooperatives each village's collective is a member of, by village.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn village_memberships(&self) -> Result<Vec<(VillageId, CooperativeId)>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("village_memberships.sql"))?;
        let memberships = statement.query_map([], |row| {
            let village = VillageId::new(row.get("village_id")?);
            Ok((village, CooperativeId::new(row.get("cooperative_id")?)))
        })?;
        Ok(memberships.collect::<Result<_, _>>()?)
    }
}

impl Work<'_> {
    /// Adds a member; `village` is the row of the village that `member.village` names.
    ///
    /// # Errors
    /// A member of that code exists in the cooperative, the village is a member already, or the
    /// book cannot be written.
    pub fn add_member(
        &self,
        cooperative: CooperativeId,
        member: &Member,
        village: Option<VillageId>,
        batch: Option<BatchId>,
    ) -> Result<MemberId, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_member.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":code": member.code,
            ":name": member.name,
            ":kind": member.kind.word(),
            ":village_id": village.map(VillageId::number),
            ":joined_on": member.joined_on.map(row::day_number),
            ":id_number": member.id_number,
            ":bank_account": member.bank_account,
            ":import_batch_id": batch.map(BatchId::number),
        }))?;
        let id = self.db.last_insert_rowid();
        self.is_final(FinalKind::Member, id)?;
        Ok(MemberId::new(id))
    }
}
