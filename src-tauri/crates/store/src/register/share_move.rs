//! How capital moved: each move with its rows in the register of contributions, and the voucher
//! that was made of it.

use domain::Money;
use domain::id::{AccountId, CooperativeId, DraftId, MemberId, ShareMoveId};
use domain::share::Contribution;
use domain::share_move::{ShareMove, ShareMoveKind};
use domain::voucher::VoucherNumber;
use rusqlite::{OptionalExtension, Row, named_params};

use super::ContributionRecord;
use crate::chain::FinalKind;
use crate::{Reading, SourceId, SourceKind, StoreError, Work, row};

/// A move of capital as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareMoveRecord {
    /// Its row.
    pub id: ShareMoveId,
    /// Who puts in, takes out, leaves or passes on.
    pub member: MemberId,
    /// To whom it passes.
    pub to: Option<MemberId>,
    /// What moves.
    pub what: ShareMove,
    /// The account that the money comes to or goes from, by its code.
    pub account: Option<String>,
    /// The move that it takes back.
    pub reverses: Option<ShareMoveId>,
    /// The move that takes it back.
    pub reversed_by: Option<ShareMoveId>,
    /// The voucher that was made of it and stands.
    pub voucher: Option<VoucherNumber>,
    /// The draft that was made of it.
    pub draft: Option<DraftId>,
}

/// A row of a move in the register of contributions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareMovePart {
    /// The row, of which a voucher can be made.
    pub source: SourceId,
    /// Whose it is.
    pub member: MemberId,
    /// How much; below zero where it is taken out.
    pub amount: Money,
    /// In what it was made, if noted.
    pub form: Option<String>,
    /// The share class, if noted.
    pub share_class: Option<String>,
}

/// A move of capital to be kept.
#[derive(Debug)]
pub struct NewShareMove<'a> {
    /// Who puts in, takes out, leaves or passes on.
    pub member: MemberId,
    /// To whom it passes.
    pub to: Option<MemberId>,
    /// What moves.
    pub what: &'a ShareMove,
    /// The account that the money comes to or goes from.
    pub account: Option<AccountId>,
    /// The move that it takes back.
    pub reverses: Option<ShareMoveId>,
}

impl Reading<'_> {
    /// How capital moved in a cooperative, in the order in which it was noted.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn share_moves(
        &self,
        cooperative: CooperativeId,
    ) -> Result<Vec<ShareMoveRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("share_moves.sql"))?;
        let values = named_params! { ":cooperative_id": cooperative.number() };
        let moves = statement.query_and_then(values, record)?;
        moves.collect()
    }

    /// The rows of a move in the register of contributions.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn share_move_parts(&self, id: ShareMoveId) -> Result<Vec<ShareMovePart>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("share_move_parts.sql"))?;
        let values = named_params! { ":share_move_id": id.number() };
        let parts = statement.query_and_then(values, |row| {
            Ok(ShareMovePart {
                source: SourceId { kind: SourceKind::Contribution, number: row.get("id")? },
                member: MemberId::new(row.get("member_id")?),
                amount: row::money(row, "amount_fen")?,
                form: row.get("form")?,
                share_class: row.get("share_class")?,
            })
        })?;
        parts.collect()
    }

    /// The move that a row of the register of contributions is of, if it is of one.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn share_move_of(&self, contribution: i64) -> Result<Option<ShareMoveId>, StoreError> {
        let mut statement =
            self.db.prepare_cached(include_str!("share_move_of_contribution.sql"))?;
        let values = named_params! { ":contribution_id": contribution };
        let found = statement.query_row(values, |row| row.get("share_move_id")).optional()?;
        Ok(found.map(ShareMoveId::new))
    }
}

fn record(row: &Row<'_>) -> Result<ShareMoveRecord, StoreError> {
    let move_of = |column| -> Result<Option<ShareMoveId>, StoreError> {
        Ok(row.get::<_, Option<i64>>(column)?.map(ShareMoveId::new))
    };
    Ok(ShareMoveRecord {
        id: ShareMoveId::new(row.get("id")?),
        member: MemberId::new(row.get("member_id")?),
        to: row.get::<_, Option<i64>>("to_member_id")?.map(MemberId::new),
        what: ShareMove {
            kind: row::word(row, "kind", ShareMoveKind::of_word)?,
            on: row::day(row, "made_on")?,
            capital: row::money(row, "capital_fen")?,
            premium: row::money(row, "premium_fen")?,
            reserve: row::money(row, "reserve_fen")?,
            loss: row::money(row, "loss_fen")?,
            evaluation: row.get("evaluation")?,
            reason: row.get("reason")?,
        },
        account: row.get("account")?,
        reverses: move_of("reverses_id")?,
        reversed_by: move_of("reversed_by")?,
        voucher: row::voucher_or_none(row)?,
        draft: row.get::<_, Option<i64>>("draft_id")?.map(DraftId::new),
    })
}

impl Work<'_> {
    /// Keeps a move of capital with its rows in the register of contributions, what comes in first.
    ///
    /// # Errors
    /// The rows do not come to what moves, capital would be below zero on some day, the voucher of
    /// what is taken back stands, or the book cannot be written.
    pub fn add_share_move(
        &self,
        new: &NewShareMove<'_>,
        rows: &[ContributionRecord],
    ) -> Result<ShareMoveId, StoreError> {
        let id: i64 =
            self.db.query_row(include_str!("next_share_move.sql"), [], |row| row.get("id"))?;
        let (puts_in, takes_out): (Vec<_>, Vec<_>) =
            rows.iter().partition(|row| row.contribution.amount > Money::ZERO);
        let mut part = self.db.prepare_cached(include_str!("add_share_move_part.sql"))?;
        for row in puts_in.into_iter().chain(takes_out) {
            let contribution = self.add_contribution(row, None)?;
            self.kept(part.execute(named_params! {
                ":contribution_id": contribution,
                ":share_move_id": id,
            }))?;
        }
        let what = new.what;
        let mut statement = self.db.prepare_cached(include_str!("add_share_move.sql"))?;
        self.kept(statement.execute(named_params! {
            ":id": id,
            ":kind": what.kind.word(),
            ":made_on": row::day_number(what.on),
            ":member_id": new.member.number(),
            ":to_member_id": new.to.map(MemberId::number),
            ":capital_fen": what.capital.fen(),
            ":premium_fen": what.premium.fen(),
            ":reserve_fen": what.reserve.fen(),
            ":loss_fen": what.loss.fen(),
            ":account_id": new.account.map(AccountId::number),
            ":evaluation": what.evaluation,
            ":reason": what.reason,
            ":reverses_id": new.reverses.map(ShareMoveId::number),
        }))?;
        self.is_final(FinalKind::ShareMove, id)?;
        Ok(ShareMoveId::new(id))
    }

    /// Keeps the move that takes another one back: its rows the other way round, on the same day.
    ///
    /// # Errors
    /// As [`Work::add_share_move`].
    pub fn reverse_share_move(
        &self,
        wrong: &ShareMoveRecord,
        reason: &str,
    ) -> Result<ShareMoveId, StoreError> {
        let parts = self.share_move_parts(wrong.id)?.into_iter();
        let rows: Vec<ContributionRecord> = parts
            .map(|part| ContributionRecord {
                member: part.member,
                contribution: Contribution { made_on: wrong.what.on, amount: -part.amount },
                form: part.form,
                share_class: part.share_class,
            })
            .collect();
        let what = ShareMove { reason: Some(reason.to_owned()), ..wrong.what.clone() };
        let new = NewShareMove {
            member: wrong.member,
            to: wrong.to,
            what: &what,
            account: None,
            reverses: Some(wrong.id),
        };
        self.add_share_move(&new, &rows)
    }
}
