//! An asset card as it is typed: read, with the accounts of its kind.

use domain::asset::{AssetKind, Life, Worth};
use domain::id::AccountId;
use domain::{Money, Month};
use store::NewAsset;

use super::charge::read_units;
use super::refused::worth_problem;
use crate::closing::Closer;
use crate::day;
use crate::failure::number_text;
use crate::problem::Problem;
use crate::typed::{filled, optional, wanted};
use crate::view::Text;
use crate::view::asset::AssetInput;
use crate::voucher::checks::unknown_account;

/// What a card says that is typed.
pub(super) fn read_card(closer: &Closer<'_>, input: &AssetInput) -> Result<NewAsset, Problem> {
    let kind = AssetKind::from(input.kind);
    let code = wanted(Some(&input.code), "code", ("卡片编号", "The card's code"))?;
    let name = wanted(Some(&input.name), "name", ("资产名称", "The asset's name"))?;
    let account = match optional(input.account.as_deref()) {
        Some(account) => account,
        None => closer.leaf(kind.account())?,
    };
    let (account_id, account) = of_class(closer, &account, &[kind.account()], "account")?;
    // A sub-account of 151 has its own below 152 where there is one of that name.
    let gathered = gathered_for(closer, kind, &account)?;
    let gathered_id = of_class(closer, &gathered, &[kind.gathered()], "account")?.0;
    let costs = ["401", "521", "523", "529", "141"];
    let charged_id = of_class(closer, input.charged.trim(), &costs, "charged")?.0;
    let in_use_on = day::read(input.in_use_on.trim());
    let in_use_on = in_use_on.map_err(|error| Problem::from(error).about("in_use_on"))?;
    let amount = |text: Option<&str>, field: &str, zh: &str, en: &str| -> Result<Money, Problem> {
        let text = filled(text).unwrap_or("0");
        Money::read_unsigned(text).map_err(|error| {
            let said = number_text(&error);
            let text = Text::new(format!("{zh}{}。", said.zh), format!("{en} {}.", said.en));
            Problem::input("asset.input", text).about(field)
        })
    };
    let before_through = match optional(input.before_through.as_deref()) {
        Some(text) => {
            Month::read(&text).map_err(|error| Problem::from(error).about("before_through"))?
        }
        None => Month::of(in_use_on),
    };
    let worth = Worth {
        in_use_on,
        cost: amount(Some(&input.cost), "cost", "原值", "The cost")?,
        salvage: amount(input.salvage.as_deref(), "salvage", "预计净残值", "The salvage")?,
        before: amount(input.before.as_deref(), "before", "已提折旧", "What was charged")?,
        before_through,
        life: life(input)?,
        gone_on: None,
    };
    let worth = worth.checked().map_err(|error| worth_problem(&error))?;
    Ok(NewAsset {
        code,
        name,
        kind,
        account: account_id,
        gathered: gathered_id,
        charged: charged_id,
        project: optional(input.project.as_deref()),
        worth,
        nominal: input.nominal,
        relief: input.relief,
        note: optional(input.note.as_deref()),
    })
}

/// The account that gathers what is charged off for one: that with the same ending, else the first.
fn gathered_for(closer: &Closer<'_>, kind: AssetKind, account: &str) -> Result<String, Problem> {
    let ending = account.strip_prefix(kind.account()).unwrap_or_default();
    let twin = format!("{}{ending}", kind.gathered());
    let takes_lines = closer.books.chart.leaves().any(|account| account.code == twin);
    if takes_lines { Ok(twin) } else { closer.leaf(kind.gathered()) }
}

fn life(input: &AssetInput) -> Result<Life, Problem> {
    let months = optional(input.months.as_deref());
    let units = optional(input.units.as_deref());
    match (months, units) {
        (Some(months), None) => {
            let read = months.parse().ok().filter(|&months: &u32| months <= 1200);
            read.map(Life::Months).ok_or_else(|| {
                let text = Text::new(
                    format!("使用月数“{months}”不是 1 到 1200 的整数。例如 20 年填 240。"),
                    format!("“{months}” is no whole number of months from 1 to 1200."),
                );
                Problem::input("asset.input", text).about("months")
            })
        }
        (None, Some(units)) => {
            let whole = read_units(&input.code, &units)?;
            let unit = wanted(input.unit.as_deref(), "unit", ("产量单位", "The unit"))?;
            Ok(Life::Units { whole, unit })
        }
        (None, None) | (Some(_), Some(_)) => {
            let text = Text::new(
                "使用月数和总产量填一样：按月平均提折旧填月数，按产量提的填总产量。",
                "Give either months, for charging in a straight line, or the whole output.",
            );
            Err(Problem::input("asset.input", text).about("months"))
        }
    }
}

/// An account that takes lines and stands at or below one of these.
fn of_class(
    closer: &Closer<'_>,
    code: &str,
    tops: &[&str],
    field: &str,
) -> Result<(AccountId, String), Problem> {
    let chart = &closer.books.chart;
    let known = chart.accounts.get(code).ok_or_else(|| {
        let said = unknown_account(code);
        let text = Text::new(
            format!("{}。从科目表里选一个。", said.zh),
            format!("In this chart {}. Choose one of it.", said.en),
        );
        Problem::refused("asset.account", text).about(field)
    })?;
    let fits = tops.iter().any(|top| code.starts_with(top)) && !chart.has_below(code);
    if fits && known.what.active {
        return Ok((known.id, code.to_owned()));
    }
    let wanted = tops.join("、");
    let text = Text::new(
        format!("科目 {code} 不合适：要用 {wanted} 或它们的末级明细。"),
        format!("{code} does not fit: use {wanted}, or a sub-account that takes lines."),
    );
    Err(Problem::refused("asset.account", text).about(field))
}
