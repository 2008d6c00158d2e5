//! What was approved: the frozen facts, and the figures that the members' meeting resolved.

use domain::distribution::MemberFacts;
use domain::id::{DistributionId, MemberId, VillageId};
use domain::member::MemberKind;
use domain::share::Contribution;
use domain::{FiscalYear, Money, Quantity};
use rusqlite::named_params;

use super::Resolution;
use crate::chain::FinalKind;
use crate::{Reading, StoreError, Work, row};

/// The frozen figures of a distribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ApprovedResult {
    /// The year's surplus; a loss is below zero.
    pub surplus: Money,
    /// Loss brought forward.
    pub opening_deficit: Money,
    /// Undistributed surplus brought forward.
    pub opening_undistributed: Money,
    /// Loss made up out of the surplus.
    pub losses_made_up: Money,
    /// Loss carried to the next year.
    pub deficit_carried: Money,
    /// What all funds take together.
    pub appropriated: Money,
    /// What could be distributed.
    pub distributable: Money,
    /// What is carried to the next year.
    pub retained: Money,
    /// Shared out by patronage.
    pub patronage_pool: Money,
    /// The rest.
    pub residual_pool: Money,
    /// Reserve brought forward that no member had a share of.
    pub reserve_not_quantified: Money,
}

/// One member as it was when the distribution was approved, and what it gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApprovedMember {
    /// Its row in the register.
    pub member: MemberId,
    /// Its code in the register, which does not change.
    pub code: String,
    /// Its name on that day.
    pub name: String,
    /// The village that it was or lived in.
    pub village: Option<VillageId>,
    /// What it took part with. Patronage is the amount of its deliveries.
    pub facts: MemberFacts,
    /// Refund by patronage.
    pub patronage_refund: Money,
    /// Guaranteed part.
    pub guaranteed: Money,
    /// Residual dividend.
    pub residual_dividend: Money,
}

/// What a village collective got from one cooperative's approved distribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VillageDividend {
    /// The village.
    pub village: VillageId,
    /// The fiscal year whose surplus it came from.
    pub year: i16,
    /// The cooperative's name.
    pub cooperative: String,
    /// All parts together.
    pub amount: Money,
}

impl Reading<'_> {
    /// The frozen figures of an approved distribution.
    ///
    /// # Errors
    /// There are none, or the book is damaged.
    pub fn approved_result(&self, id: DistributionId) -> Result<ApprovedResult, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("result.sql"))?;
        let values = named_params! { ":distribution_id": id.number() };
        let mut rows = statement.query_and_then(values, |row| {
            Ok::<_, StoreError>(ApprovedResult {
                surplus: row::money(row, "surplus_fen")?,
                opening_deficit: row::money(row, "opening_deficit_fen")?,
                opening_undistributed: row::money(row, "opening_undistributed_fen")?,
                losses_made_up: row::money(row, "losses_made_up_fen")?,
                deficit_carried: row::money(row, "deficit_carried_fen")?,
                appropriated: row::money(row, "appropriated_fen")?,
                distributable: row::money(row, "distributable_fen")?,
                retained: row::money(row, "retained_fen")?,
                patronage_pool: row::money(row, "patronage_pool_fen")?,
                residual_pool: row::money(row, "residual_pool_fen")?,
                reserve_not_quantified: row::money(row, "reserve_not_quantified_fen")?,
            })
        })?;
        rows.next().unwrap_or(Err(rusqlite::Error::QueryReturnedNoRows.into()))
    }

    /// The members of an approved distribution with their frozen facts, in the order of the
    /// register on that day.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn approved_members(&self, id: DistributionId) -> Result<Vec<ApprovedMember>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("members.sql"))?;
        let values = named_params! { ":distribution_id": id.number() };
        let members = statement.query_and_then(values, read_member)?;
        let mut members: Vec<ApprovedMember> = members.collect::<Result<_, _>>()?;

        let mut statement = self.db.prepare_cached(include_str!("contributions.sql"))?;
        let contributions = statement.query_and_then(values, |row| {
            let place: u32 = row.get("place")?;
            let made_on = row::day(row, "made_on")?;
            let amount = row::money(row, "amount_fen")?;
            Ok::<_, StoreError>((place, Contribution { made_on, amount }))
        })?;
        for contribution in contributions {
            let (place, contribution) = contribution?;
            let index = place.checked_sub(1).and_then(|index| usize::try_from(index).ok());
            let member = index.and_then(|index| members.get_mut(index));
            let member = member.ok_or_else(|| row::bad("place", &place.to_string()))?;
            member.facts.contributions.push(contribution);
        }
        Ok(members)
    }

    /// What an approved distribution gives to village collectives together.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn approved_to_villages(&self, id: DistributionId) -> Result<Money, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("approved_to_villages.sql"))?;
        let values = named_params! { ":distribution_id": id.number() };
        let mut rows = statement.query_and_then(values, |row| row::money(row, "amount_fen"))?;
        rows.next().unwrap_or(Ok(Money::ZERO))
    }

    /// What village collectives got from approved distributions of the years from `first` to
    /// `last`.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn village_dividends(
        &self,
        first: FiscalYear,
        last: FiscalYear,
    ) -> Result<Vec<VillageDividend>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("village_dividends.sql"))?;
        let values = named_params! { ":first": first.number(), ":last": last.number() };
        let dividends = statement.query_and_then(values, |row| {
            Ok(VillageDividend {
                village: VillageId::new(row.get("village_id")?),
                year: row.get("year")?,
                cooperative: row.get("cooperative")?,
                amount: row::money(row, "amount_fen")?,
            })
        })?;
        dividends.collect()
    }
}

fn read_member(row: &rusqlite::Row<'_>) -> Result<ApprovedMember, StoreError> {
    let village: Option<i64> = row.get("village_id")?;
    let facts = MemberFacts {
        kind: row::word(row, "kind", MemberKind::of_word)?,
        contributions: Vec::new(),
        reserve: row::money(row, "reserve_fen")?,
        subsidy: row::money(row, "subsidy_fen")?,
        donation: row::money(row, "donation_fen")?,
        patronage: Quantity::of_money(row::money(row, "patronage_fen")?),
    };
    Ok(ApprovedMember {
        member: MemberId::new(row.get("member_id")?),
        code: row.get("code")?,
        name: row.get("name")?,
        village: village.map(VillageId::new),
        facts,
        patronage_refund: row::money(row, "patronage_refund_fen")?,
        guaranteed: row::money(row, "guaranteed_fen")?,
        residual_dividend: row::money(row, "residual_dividend_fen")?,
    })
}

impl Work<'_> {
    /// Freezes the facts and figures of a draft.
    ///
    /// # Errors
    /// The distribution is frozen already, or the book cannot be written.
    pub fn freeze(
        &self,
        id: DistributionId,
        result: &ApprovedResult,
        members: &[ApprovedMember],
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add_result.sql"))?;
        self.kept(statement.execute(named_params! {
            ":distribution_id": id.number(),
            ":surplus_fen": result.surplus.fen(),
            ":opening_deficit_fen": result.opening_deficit.fen(),
            ":opening_undistributed_fen": result.opening_undistributed.fen(),
            ":losses_made_up_fen": result.losses_made_up.fen(),
            ":deficit_carried_fen": result.deficit_carried.fen(),
            ":appropriated_fen": result.appropriated.fen(),
            ":distributable_fen": result.distributable.fen(),
            ":retained_fen": result.retained.fen(),
            ":patronage_pool_fen": result.patronage_pool.fen(),
            ":residual_pool_fen": result.residual_pool.fen(),
            ":reserve_not_quantified_fen": result.reserve_not_quantified.fen(),
        }))?;
        for (place, member) in (1..).zip(members) {
            self.add_approved_member(id, place, member)?;
        }
        Ok(())
    }

    /// Approves what was frozen, by the resolution.
    ///
    /// # Errors
    /// The parts do not add up to the pools, the resolution lies within the year, the distribution
    /// is approved already, or the book cannot be written.
    pub fn approve(&self, id: DistributionId, resolution: &Resolution) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("approve.sql"))?;
        self.kept(statement.execute(named_params! {
            ":id": id.number(),
            ":resolution": resolution.number,
            ":approved_on": row::day_number(resolution.on),
        }))?;
        self.is_final(FinalKind::Distribution, id.number())
    }

    fn add_approved_member(
        &self,
        id: DistributionId,
        place: i64,
        member: &ApprovedMember,
    ) -> Result<(), StoreError> {
        let facts = &member.facts;
        let patronage = facts.patronage;
        let patronage_fen = patronage
            .as_money()
            .ok_or_else(|| row::bad("patronage_fen", &patronage.to_string()))?;
        let mut statement = self.db.prepare_cached(include_str!("add_member.sql"))?;
        self.kept(statement.execute(named_params! {
            ":distribution_id": id.number(),
            ":place": place,
            ":member_id": member.member.number(),
            ":name": member.name,
            ":kind": facts.kind.word(),
            ":village_id": member.village.map(VillageId::number),
            ":reserve_fen": facts.reserve.fen(),
            ":subsidy_fen": facts.subsidy.fen(),
            ":donation_fen": facts.donation.fen(),
            ":patronage_fen": patronage_fen.fen(),
            ":patronage_refund_fen": member.patronage_refund.fen(),
            ":guaranteed_fen": member.guaranteed.fen(),
            ":residual_dividend_fen": member.residual_dividend.fen(),
        }))?;
        let mut statement = self.db.prepare_cached(include_str!("add_contribution.sql"))?;
        for (item, contribution) in (1_i64..).zip(&facts.contributions) {
            self.kept(statement.execute(named_params! {
                ":distribution_id": id.number(),
                ":place": place,
                ":item": item,
                ":made_on": row::day_number(contribution.made_on),
                ":amount_fen": contribution.amount.fen(),
            }))?;
        }
        Ok(())
    }
}
