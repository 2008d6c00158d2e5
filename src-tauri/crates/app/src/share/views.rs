//! Moves of capital as they are looked at.

use std::collections::HashMap;

use domain::cooperative::Cooperative;
use domain::id::{CooperativeId, MemberId};
use domain::share_move::ShareMoveKind;
use store::{Kept, Reading, ShareMoveRecord};

use super::makes_voucher;
use crate::problem::Problem;
use crate::view::share::{ShareMoveKindView, ShareMoveRow};
use crate::view::{Named, Text};
use crate::voucher::written;

/// The moves of a cooperative, or of one of its members, the latest first.
pub(crate) fn rows_of(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    member: Option<MemberId>,
) -> Result<Vec<ShareMoveRow>, Problem> {
    let mut names: HashMap<MemberId, Named> = HashMap::new();
    for kept in reading.members(coop.id)? {
        names.insert(kept.id, Named { code: kept.what.code, name: kept.what.name });
    }
    let of_member = |record: &ShareMoveRecord| {
        member.is_none_or(|member| record.member == member || record.to == Some(member))
    };
    let records = reading.share_moves(coop.id)?.into_iter().rev().filter(of_member);
    let rows = records.map(|record| {
        let name = |id: MemberId| names.get(&id).cloned().unwrap_or_default();
        let what = record.what;
        let (paid, in_books) = (what.paid(), makes_voucher(&coop.what, &what));
        ShareMoveRow {
            id: record.id.number(),
            kind: what.kind.into(),
            on: what.on.to_string(),
            member: name(record.member),
            to: record.to.map(name),
            capital: what.capital.into(),
            premium: what.premium.into(),
            reserve: what.reserve.into(),
            loss: what.loss.into(),
            paid: paid.into(),
            evaluation: what.evaluation,
            reason: what.reason,
            voucher: written(record.voucher),
            draft: record.draft.map(|draft| draft.number()),
            takes_back: record.reverses.is_some(),
            taken_back: record.reversed_by.is_some(),
            makes_voucher: in_books && record.reverses.is_none() && record.reversed_by.is_none(),
        }
    });
    Ok(rows.collect())
}

/// What happens, as a verb.
pub(super) fn word(kind: ShareMoveKind) -> Text {
    match kind {
        ShareMoveKind::PutIn => Text::new("出资", "put in"),
        ShareMoveKind::TakenOut => Text::new("减资", "take out"),
        ShareMoveKind::Left => Text::new("退社", "leave with"),
        ShareMoveKind::Passed => Text::new("转让", "pass on"),
    }
}

impl From<ShareMoveKind> for ShareMoveKindView {
    fn from(kind: ShareMoveKind) -> Self {
        match kind {
            ShareMoveKind::PutIn => ShareMoveKindView::PutIn,
            ShareMoveKind::TakenOut => ShareMoveKindView::TakenOut,
            ShareMoveKind::Left => ShareMoveKindView::Left,
            ShareMoveKind::Passed => ShareMoveKindView::Passed,
        }
    }
}

impl From<ShareMoveKindView> for ShareMoveKind {
    fn from(kind: ShareMoveKindView) -> Self {
        match kind {
            ShareMoveKindView::PutIn => ShareMoveKind::PutIn,
            ShareMoveKindView::TakenOut => ShareMoveKind::TakenOut,
            ShareMoveKindView::Left => ShareMoveKind::Left,
            ShareMoveKindView::Passed => ShareMoveKind::Passed,
        }
    }
}
