//! What made a voucher by itself, as it is shown beside it: a closing, a month's depreciation, a
//! recurring voucher, a batch of birds, an asset that is gone, a count of cash.

use domain::id::{CooperativeId, DraftId, VoucherId};
use store::{Origin, Reading};

use crate::closing::step_text;
use crate::flock;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::draft::{OriginKind, OriginLink};

/// What a draft was made of.
pub(crate) fn of_draft(
    reading: &Reading<'_>,
    coop: CooperativeId,
    draft: DraftId,
) -> Result<Vec<OriginLink>, Problem> {
    let origin = reading.origin_of_draft(draft)?;
    Ok(link(reading, coop, origin)?.into_iter().collect())
}

/// What a posted voucher was made of.
pub(crate) fn of_voucher(
    reading: &Reading<'_>,
    coop: CooperativeId,
    voucher: VoucherId,
) -> Result<Vec<OriginLink>, Problem> {
    let mut links = Vec::new();
    if let Some(step) = reading.closing_step(voucher)? {
        let (code, text) = (step.word().to_owned(), step_text(step));
        links.push(OriginLink { kind: OriginKind::Closing, code, text });
    }
    for (code, name) in reading.assets_charged_by(voucher)? {
        let text = Text::new(format!("计提 {code} {name}"), format!("{code} {name} is charged"));
        links.push(OriginLink { kind: OriginKind::Asset, code, text });
    }
    links.extend(link(reading, coop, reading.origin_of_voucher(voucher)?)?);
    Ok(links)
}

fn link(
    reading: &Reading<'_>,
    coop: CooperativeId,
    origin: Option<Origin>,
) -> Result<Option<OriginLink>, Problem> {
    let Some(origin) = origin else { return Ok(None) };
    Ok(match origin {
        Origin::Recurring(id, month) => {
            let known = reading.recurring(coop)?.into_iter().find(|known| known.id == id);
            known.map(|known| {
                let name = known.what.name;
                let text = Text::new(
                    format!("周期凭证“{name}” {month}"),
                    format!("recurring voucher “{name}” of {month}"),
                );
                OriginLink { kind: OriginKind::Recurring, code: name, text }
            })
        }
        Origin::FlockMove(id) => flock::told(reading, coop, id)?.map(|(code, text)| OriginLink {
            kind: OriginKind::Flock,
            code,
            text,
        }),
        Origin::Asset(id) => {
            let known = reading.assets(coop)?.into_iter().find(|known| known.id == id);
            known.map(|known| {
                let (code, name) = (known.card.code, known.card.name);
                let text =
                    Text::new(format!("{code} {name} 减少"), format!("{code} {name} is gone"));
                OriginLink { kind: OriginKind::Asset, code, text }
            })
        }
        Origin::CashCount(id) => {
            let known = reading.cash_counts(coop)?.into_iter().find(|known| known.id == id);
            known.map(|known| {
                let on = known.what.on;
                let text = Text::new(format!("{on} 现金盘点"), format!("count of cash on {on}"));
                OriginLink { kind: OriginKind::CashCount, code: on.to_string(), text }
            })
        }
    })
}
