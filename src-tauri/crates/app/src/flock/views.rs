//! Batches as they are looked at.

use domain::flock::{EggCost, Move, MoveKind, Purpose, Tally, cost_per, grown_since};
use domain::{Money, Quantity};
use jiff::civil::Date;
use store::{DetailSum, FlockRecord, MoveRecord, Reading};

use super::is_card_of;
use crate::problem::Problem;
use crate::register;
use crate::view::asset::{EggCostView, FlockRow, FlocksView, MoveKindView, MoveRow, PurposeView};
use crate::view::{QuantityText, Text};
use crate::voucher::{named, written};

pub(super) fn all(reading: &Reading<'_>, coop: &str) -> Result<FlocksView, Problem> {
    let kept = register::cooperative(reading, coop)?;
    let term = domain::Term { first: kept.what.starts.first_day(), last: Date::MAX };
    let sums = reading.sums_by_detail(kept.id, store::Detail::Project, None, None, term)?;
    let moves = reading.flock_moves(kept.id)?;
    let cards = reading.assets(kept.id)?;
    let rows = reading.flocks(kept.id)?.into_iter().map(|record| {
        let own: Vec<MoveRecord> =
            moves.iter().filter(|one| one.flock == record.id).cloned().collect();
        let card = cards.iter().find(|card| is_card_of(card, &record.what.name));
        let card = card.map(|card| card.card.code.clone());
        row(record, own, &sums, card)
    });
    Ok(FlocksView {
        rows: rows.collect(),
        cooperatives: reading.cooperatives()?.iter().map(named).collect(),
        coop: named(&kept),
        starts: kept.what.starts.to_string(),
    })
}

fn row(
    record: FlockRecord,
    moves: Vec<MoveRecord>,
    sums: &[DetailSum],
    card: Option<String>,
) -> FlockRow {
    let what = record.what;
    let own = |top: &str| {
        let of_batch = sums.iter().filter(|sum| sum.name == what.name);
        let top = top.to_owned();
        of_batch.filter(move |sum| sum.account.starts_with(&top))
    };
    let debits = |top: &str| own(top).map(|sum| sum.debit).sum::<Money>();
    let standing =
        |top: &str| own(top).map(|sum| sum.opening + sum.debit - sum.credit).sum::<Money>();
    let tally = Tally::of(moves.iter().map(|one| &one.what));
    let (young, cost) = (standing("141"), standing("142"));
    let gathered = -standing("143");
    let net = young + cost - gathered;
    let laying = match what.egg_cost {
        EggCost::Cost => debits("401"),
        EggCost::Expense => debits("521"),
    };
    let living = u128::try_from(tally.living()).unwrap_or(0);
    let living_quantity = Quantity::from_millionths(living * 1_000_000);
    let grown = grown_since(moves.iter().map(|one| &one.what));
    FlockRow {
        purpose: what.purpose.into(),
        egg_cost: what.egg_cost.into(),
        note: what.note,
        bought: tally.bought,
        died: tally.died,
        sold: tally.sold,
        culled: tally.culled,
        living: tally.living(),
        grown_since: grown.map(|day| day.to_string()),
        feed: QuantityText(tally.feed),
        eggs: QuantityText(tally.eggs),
        sold_weight: QuantityText(tally.sold_weight),
        taken_in: tally.taken_in.into(),
        standing: net.into(),
        raised: debits_of_batch(sums, &what.name).into(),
        laying: laying.into(),
        grown_cost: cost.into(),
        gathered: gathered.into(),
        cost_per_bird: cost_per(net, living_quantity).map(QuantityText),
        cost_per_egg: cost_per(laying, tally.eggs).map(QuantityText),
        card,
        moves: moves.into_iter().map(|one| move_row(one, what.egg_cost)).collect(),
        name: what.name,
    }
}

fn debits_of_batch(sums: &[DetailSum], name: &str) -> Money {
    let own = sums.iter().filter(|sum| sum.name == name && sum.account.starts_with("141"));
    own.map(|sum| sum.debit).sum()
}

fn move_row(made: MoveRecord, policy: EggCost) -> MoveRow {
    let what = made.what;
    let nothing = what.amount == Some(Money::ZERO);
    let no_voucher = match what.kind {
        MoveKind::Bought | MoveKind::Fed | MoveKind::Spent => nothing,
        MoveKind::Laid => policy == EggCost::Expense,
        MoveKind::Died | MoveKind::Matured | MoveKind::Culled | MoveKind::Sold => false,
    };
    MoveRow {
        id: made.id.number(),
        on: what.on.to_string(),
        kind: what.kind.into(),
        birds: what.birds,
        weight: what.weight.map(QuantityText),
        amount: what.amount.map(Into::into),
        text: said(&what),
        note: what.note,
        voucher: written(made.voucher),
        draft: made.draft.map(|draft| draft.number()),
        no_voucher,
    }
}

/// What people call what happened.
pub(super) fn word(kind: MoveKind) -> Text {
    match kind {
        MoveKind::Bought => Text::new("购入", "bought"),
        MoveKind::Fed => Text::new("饲料", "feed"),
        MoveKind::Spent => Text::new("费用", "spent"),
        MoveKind::Died => Text::new("死亡", "died"),
        MoveKind::Matured => Text::new("转为产蛋", "became layers"),
        MoveKind::Culled => Text::new("淘汰转出", "moved out"),
        MoveKind::Sold => Text::new("出售", "sold"),
        MoveKind::Laid => Text::new("产蛋", "eggs"),
    }
}

/// What happened, without day and batch: `死亡 320 只`.
pub(crate) fn said(what: &Move) -> Text {
    let Text { zh, en } = word(what.kind);
    let (mut zh, mut en) = match what.kind.has_birds() {
        true => (format!("{zh} {} 只", what.birds), format!("{} {en}", what.birds)),
        false => (zh, en),
    };
    if let Some(weight) = what.weight {
        zh += &format!(" {weight} 斤");
        en += &format!(", {weight} jin");
    }
    if let Some(note) = &what.note {
        zh += &format!("（{note}）");
        en += &format!(" ({note})");
    }
    Text::new(zh, en)
}

macro_rules! same_words {
    ($theirs:ident, $ours:ident: $($word:ident),*) => {
        impl From<$theirs> for $ours {
            fn from(word: $theirs) -> Self {
                match word { $($theirs::$word => $ours::$word),* }
            }
        }
        impl From<$ours> for $theirs {
            fn from(word: $ours) -> Self {
                match word { $($ours::$word => $theirs::$word),* }
            }
        }
    };
}

same_words!(Purpose, PurposeView: Meat, Layer);
same_words!(EggCost, EggCostView: Cost, Expense);
same_words!(MoveKind, MoveKindView: Bought, Fed, Spent, Died, Matured, Culled, Sold, Laid);
