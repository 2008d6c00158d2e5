//! What is refused of an asset card, with the figures and a way on.

use domain::Month;
use domain::asset::{AssetKind, WorthError};
use jiff::civil::Date;
use store::{AssetRecord, FlockRecord};

use super::part::NOT_POSTED;
use crate::flock::{is_card_of, is_layers_of};
use crate::problem::Problem;
use crate::view::Text;

pub(super) fn worth_problem(error: &WorthError) -> Problem {
    let (field, text) = match error {
        WorthError::NoLife => (
            "months",
            Text::new(
                "使用月数（或总产量）为 0，折旧提不出来。填大于 0 的数，例如 20 年填 240 个月。",
                "A life of zero charges nothing off. Write how many months (or units), above 0.",
            ),
        ),
        WorthError::NoCost(cost) => {
            let cost = cost.grouped();
            (
                "cost",
                Text::new(
                    format!("原值 {cost} 不对，要大于 0。没有凭据又估不出价的，按名义金额 1.00。"),
                    format!("A cost of {cost} is none. Without evidence use the nominal 1.00."),
                ),
            )
        }
        WorthError::Salvage { cost, salvage } => {
            let (cost, salvage) = (cost.grouped(), salvage.grouped());
            (
                "salvage",
                Text::new(
                    format!("预计净残值 {salvage} 超过原值 {cost}。填 0 到原值之间的数。"),
                    format!("A salvage of {salvage} is above the cost of {cost}."),
                ),
            )
        }
        WorthError::Before { base, before } => {
            let (base, before) = (base.grouped(), before.grouped());
            (
                "before",
                Text::new(
                    format!("已提折旧 {before} 超过应提总额 {base}（原值减残值）。核对后再填。"),
                    format!("{before} was charged of only {base}, cost less salvage."),
                ),
            )
        }
        WorthError::BeforeUse { through, in_use } => (
            "before_through",
            Text::new(
                format!("已提到的月份 {through} 早于启用月份 {in_use}。填 {in_use} 或以后的月份。"),
                format!("It was charged through {through}, before it came into use in {in_use}."),
            ),
        ),
    };
    Problem::refused("asset.worth", text).about(field)
}

pub(super) fn unknown_card(code: &str) -> Problem {
    let text = Text::new(
        format!("没有编号为 {code} 的资产卡片。核对编号，或先增加卡片。"),
        format!("There is no asset card {code}. Check the code, or add the card first."),
    );
    Problem::refused("asset.unknown", text).about("code")
}

pub(super) fn card_in_use(record: &AssetRecord) -> Problem {
    let (code, name) = (&record.card.code, &record.card.name);
    let text = match record.charged_through {
        Some(through) => Text::new(
            format!("{code} {name} 已提到 {through}，不能作废。先冲销它的折旧凭证，或记资产减少。"),
            format!("{code} {name} is charged through {through}. Reverse that first."),
        ),
        None => Text::new(
            format!("{code} {name} 已经减少，不能作废。先撤回减少。"),
            format!("{code} {name} is gone and is not voided. Take that back first."),
        ),
    };
    Problem::refused("asset.in_use", text).about("code")
}

pub(super) fn units_missing(record: &AssetRecord, unit: &str) -> Problem {
    let (code, name) = (&record.card.code, &record.card.name);
    let text = Text::new(
        format!("{code} {name} 按产量提折旧，本月产量没有填。填上本月多少{unit}，没有产出填 0。"),
        format!("{code} {name} is charged by output. Say how many {unit} it put out; 0 for none."),
    );
    Problem::input("asset.units", text).about("units")
}

pub(super) fn charged_later(record: &AssetRecord, month: Month, through: Month) -> Problem {
    let (code, name) = (&record.card.code, &record.card.name);
    let text = Text::new(
        format!(
            "{code} {name} 已提到 {through}，不能再补提 {month}。要改，先冲销 {through} 的折旧凭证。"
        ),
        format!(
            "{code} {name} is charged through {through}; {month} comes before. Reverse the voucher \
             of {through} first."
        ),
    );
    Problem::refused("asset.charged_later", text).about("month")
}

pub(super) fn nothing_to_charge(month: Month) -> Problem {
    let text = Text::new(
        format!("{month} 没有要计提的资产：都提过了，或者还没到计提的月份。"),
        format!("Nothing is to be charged for {month}: it is done, or not due yet."),
    );
    Problem::refused("asset.nothing", text).about("month")
}

/// A batch has one card for its layers.
pub(super) fn refuse_second(
    cards: &[AssetRecord],
    kind: AssetKind,
    project: Option<&str>,
    batches: &[FlockRecord],
) -> Result<(), Problem> {
    let Some(project) = project.filter(|_| kind == AssetKind::Biological) else { return Ok(()) };
    let is_batch = batches.iter().any(|batch| batch.what.name == project);
    match cards.iter().find(|card| is_batch && is_card_of(card, project)) {
        None => Ok(()),
        Some(card) => {
            let code = &card.card.code;
            let text = Text::new(
                format!("批次 {project} 已经有卡片 {code}。一个批次只用一张卡片。"),
                format!("Batch {project} has the card {code}; a batch has one card."),
            );
            Err(Problem::refused("asset.batch_has_card", text).about("project"))
        }
    }
}

/// The layers of a batch leave as birds, not as a card.
pub(super) fn refuse_batch(record: &AssetRecord, batches: &[FlockRecord]) -> Result<(), Problem> {
    let project = record.card.project.as_deref().unwrap_or_default();
    if !is_card_of(record, project) || !batches.iter().any(|batch| batch.what.name == project) {
        return Ok(());
    }
    let code = &record.card.code;
    let text = Text::new(
        format!(
            "卡片 {code} 是批次 {project} 的产蛋鹅。到批次里记死亡、淘汰或出售，卡片随之减少。"
        ),
        format!(
            "Card {code} is the layers of batch {project}. Note there what died or was sold; the \
             card follows."
        ),
    );
    Err(Problem::refused("asset.is_batch", text).about("code"))
}

pub(super) fn not_posted(record: &AssetRecord, project: &str) -> Problem {
    let code = &record.card.code;
    let text = Text::new(
        format!(
            "卡片 {code} 的批次 {project} 在 142 上没有余额：转为产蛋的凭证还没有记账。先记账，\
             再计提。"
        ),
        format!(
            "Card {code}: batch {project} does not stand on 142 yet. Post the voucher by which it \
             became layers, then charge it."
        ),
    );
    Problem::refused(NOT_POSTED, text).about("code")
}

/// The number of a voided card is not given again, so that papers name one card only.
pub(super) fn code_voided(code: &str) -> Problem {
    let text = Text::new(
        format!("编号 {code} 用过，那张卡片已经作废。换一个编号，例如 {code}-1。"),
        format!("{code} was the code of a voided card. Choose another, such as {code}-1."),
    );
    Problem::refused("asset.taken", text).about("code")
}

pub(super) fn gone_already(code: &str, name: &str, gone: Date) -> Problem {
    let text = Text::new(
        format!("{code} {name} 已在 {gone} 减少，不能再减少一次。记错的，先撤回减少。"),
        format!("{code} {name} was gone on {gone} already. Take that back if it is wrong."),
    );
    Problem::refused("asset.gone", text).about("code")
}

pub(super) fn before_use(on: Date, since: Date) -> Problem {
    let text = Text::new(
        format!("减少日期 {on} 早于启用日期 {since}。改成 {since} 或以后的日期。"),
        format!("{on} is before it came into use on {since}. Choose that day or later."),
    );
    Problem::refused("asset.before_use", text).about("on")
}

/// What leaves in a month is charged in it (37号), so that all that was charged off goes along.
pub(super) fn refuse_uncharged(record: &AssetRecord, month: Month) -> Result<(), Problem> {
    let worth = &record.card.worth;
    let through = record.charged_through.unwrap_or(worth.before_through);
    if through >= month || record.gathered() >= worth.base() {
        return Ok(());
    }
    let (code, name, charged) = (&record.card.code, &record.card.name, record.gathered().grouped());
    let text = Text::new(
        format!(
            "{code} {name} 只提到 {through}（已提 {charged}），当月减少的当月照提。先计提到 \
             {month}，再记减少。"
        ),
        format!(
            "{code} {name} is charged through {through} only ({charged} so far). Charge it through \
             {month}, the month in which it leaves, first."
        ),
    );
    Err(Problem::refused("asset.not_charged", text).about("on"))
}

/// Only an asset that is gone, and of which nothing left the books, is there again.
pub(super) fn refuse_to_keep(record: &AssetRecord, batches: &[FlockRecord]) -> Result<(), Problem> {
    let (code, name) = (&record.card.code, &record.card.name);
    let refused = |zh: String, en: String| {
        Err(Problem::refused("asset.has_left", Text::new(zh, en)).about("code"))
    };
    if record.card.worth.gone_on.is_none() {
        return refused(
            format!("{code} {name} 没有减少，不用撤回。"),
            format!("{code} {name} is not gone."),
        );
    }
    if let Some(number) = &record.gone_by {
        return refused(
            format!("{code} {name} 的减少已记账，凭证 {number}。先冲销它，再撤回减少。"),
            format!("{code} {name} left by voucher {number}. Reverse that first."),
        );
    }
    if let Some(draft) = record.gone_draft {
        let id = draft.number();
        return refused(
            format!("{code} {name} 的减少还有草稿 {id}。先放弃它，再撤回减少。"),
            format!("Draft {id} takes {code} {name} out of the books. Drop it first."),
        );
    }
    let project = record.card.project.as_deref().unwrap_or_default();
    if is_layers_of(record, project) && batches.iter().any(|batch| batch.what.name == project) {
        return refused(
            format!("{code} 是批次 {project} 的产蛋鹅，随批次出清。到批次里作废最后的死亡或出售。"),
            format!("{code} is the layers of batch {project}. Void there what died or was sold."),
        );
    }
    Ok(())
}
