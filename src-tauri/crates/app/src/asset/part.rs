//! The card of the layers of a batch: birds die and are sold one by one, and take their part of the
//! cost and of what was charged off along. The card is charged for what is left of it.

use domain::asset::{Life, PartLeft};
use domain::flock;
use domain::id::CooperativeId;
use domain::{Money, Month, Quantity};
use jiff::civil::Date;
use store::{AssetRecord, Reading};

use super::refused::not_posted;
use crate::flock::is_card_of;
use crate::made_line::below;
use crate::problem::Problem;
use crate::view::Text;
use crate::voucher::checks::Chart;

/// The code of the refusal that the voucher by which a batch became layers is not posted.
pub(super) const NOT_POSTED: &str = "asset.batch_not_posted";

/// What is left of the layers that a card stands for; nothing where it is no card of layers.
pub(super) fn left(
    reading: &Reading<'_>,
    (coop, chart): (CooperativeId, &Chart),
    record: &AssetRecord,
    through: Date,
) -> Result<Option<PartLeft>, Problem> {
    let Some(project) = record.card.project.as_deref().filter(|name| is_card_of(record, name))
    else {
        return Ok(None);
    };
    let flocks = reading.flocks(coop)?;
    let Some(batch) = flocks.into_iter().find(|known| known.what.name == project) else {
        return Ok(None);
    };
    let moves = reading.flock_moves(coop)?.into_iter().filter(|one| one.flock == batch.id);
    let moves: Vec<flock::Move> = moves.map(|one| one.what).collect();
    if flock::grown_since(&moves).is_none_or(|since| since > through) {
        return Ok(None);
    }
    let standing = |top: &str| -> Result<Money, Problem> {
        let mut sum = Money::ZERO;
        for (code, _) in below(chart, top) {
            if let Some(account) = chart.accounts.get(code) {
                sum += reading.project_balance(account.id, project, through)?;
            }
        }
        Ok(sum)
    };
    let left = PartLeft { cost: standing("142")?, gathered: -standing("143")? };
    if left.cost <= Money::ZERO && flock::living_on(&moves, through) > 0 {
        return Err(not_posted(record, project));
    }
    Ok(Some(left))
}

/// Whether nothing is left to charge off before a month.
pub(super) fn is_done(record: &AssetRecord, left: Option<PartLeft>) -> bool {
    let worth = &record.card.worth;
    match left {
        None => record.gathered() >= worth.base(),
        Some(left) => {
            left.cost <= Money::ZERO
                || left.gathered >= left.cost
                || matches!(worth.life, Life::Months(_))
                    && worth.gathered_by(last_charged(record), Quantity::ZERO) >= worth.base()
        }
    }
}

/// What a month charges when so much was put out by its end.
pub(super) fn charge(
    record: &AssetRecord,
    month: Month,
    put_out: Quantity,
    left: Option<PartLeft>,
) -> Money {
    let worth = &record.card.worth;
    match left {
        None => worth.charge(month, put_out, record.gathered()),
        Some(left) => {
            let before = (last_charged(record), record.units);
            worth.charge_of_part(before, (month, put_out), left)
        }
    }
}

/// How the charge of a part comes about.
pub(super) fn working(
    record: &AssetRecord,
    (month, put_out): (Month, Quantity),
    left: PartLeft,
) -> Text {
    let worth = &record.card.worth;
    let before = worth.gathered_by(last_charged(record), record.units);
    let whole = (worth.gathered_by(month, put_out) - before).grouped();
    let (cost, stands) = (worth.cost.grouped(), left.cost.grouped());
    Text::new(
        format!(
            "全部在栏时应提 {whole}，原值 {cost} 还有 {stands} 在栏，{whole} × {stands} ÷ {cost}"
        ),
        format!("{whole} for all of them; {stands} of {cost} live: {whole} × {stands} ÷ {cost}"),
    )
}

fn last_charged(record: &AssetRecord) -> Month {
    record.charged_through.unwrap_or(record.card.worth.before_through)
}
