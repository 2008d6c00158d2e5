//! Asset cards and their charges.

use app::Problem;
use app::view::Text;
use app::view::asset::{AssetInput, AssetKindView, AssetRow, AssetsView, ChargeView, UnitsInput};

use super::draft::readable as draft;
use super::period::proposed;
use super::{Chosen, Failure, open};
use crate::args::{AddAsset, Asset, AssetWord};
use crate::output::{Output, table};

pub fn run(command: Asset, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    match command {
        Asset::Add(add) => {
            let coop = add.coop.clone();
            let row = book.add_asset(&coop, &input(*add))?;
            output.show(&row, |row| cards(std::slice::from_ref(row), output))
        }
        Asset::List { coop } => {
            let view = book.assets(&coop)?;
            output.show(&view, |view| listed(view, output))
        }
        Asset::Charge { coop, month, units, dry_run } => {
            let units = units.iter().map(|text| read_units(text)).collect::<Result<Vec<_>, _>>()?;
            let view = if dry_run {
                book.check_charges(&coop, &month, &units)?
            } else {
                book.charge_assets(&coop, &month, &units)?
            };
            output.show(&view, |view| charged(view, output))
        }
        Asset::Gone { coop, code, on, reason } => {
            let view = book.dispose_asset(&coop, &code, &on, &reason)?;
            output.show(&view, |view| draft(view, output))
        }
        Asset::Back { coop, code } => {
            let view = book.keep_asset(&coop, &code)?;
            output.show(&view, |view| listed(view, output))
        }
        Asset::Void { coop, code, reason } => {
            let view = book.void_asset(&coop, &code, &reason)?;
            output.show(&view, |view| listed(view, output))
        }
    }
}

fn input(add: AddAsset) -> AssetInput {
    AssetInput {
        code: add.code,
        name: add.name,
        kind: match add.kind {
            AssetWord::Fixed => AssetKindView::Fixed,
            AssetWord::Biological => AssetKindView::Biological,
            AssetWord::Intangible => AssetKindView::Intangible,
        },
        account: add.account,
        charged: add.charged,
        project: add.project,
        in_use_on: add.in_use,
        cost: add.cost,
        salvage: add.salvage,
        before: add.before,
        before_through: add.before_through,
        months: add.months,
        units: add.units,
        unit: add.unit,
        nominal: add.nominal,
        relief: add.relief,
        note: add.note,
    }
}

/// `G1=1200`, the code of a card and what it put out.
fn read_units(text: &str) -> Result<UnitsInput, Problem> {
    let parts = text.split_once('=');
    let (code, units) = parts.ok_or_else(|| {
        let said = Text::new(
            format!("“{text}”不是卡片编号和产量。写成 G1=1200 的样子。"),
            format!("“{text}” is no card with what it put out. Write it like G1=1200."),
        );
        Problem::input("asset.units", said).about("units")
    })?;
    Ok(UnitsInput { code: code.trim().to_owned(), units: units.trim().to_owned() })
}

fn listed(view: &AssetsView, output: &Output) -> String {
    let head = format!("{}　{}\n", view.coop.name, output.say("资产卡片", "asset cards"));
    if view.rows.is_empty() {
        return head + output.say("还没有卡片。\n", "There are no cards.\n");
    }
    let totals = &view.totals;
    let said = output.say("合计　原值", "in all: cost");
    let more = format!(
        "{said} {}　{} {}　{} {}\n",
        totals.cost.0.grouped(),
        output.say("已提", "charged"),
        totals.gathered.0.grouped(),
        output.say("净值", "net"),
        totals.net.0.grouped()
    );
    head + &cards(&view.rows, output) + &more
}

fn cards(rows: &[AssetRow], output: &Output) -> String {
    let columns = [
        output.words("编号", "code"),
        output.words("资产", "asset"),
        output.words("启用", "in use"),
        output.words("折旧年限", "life"),
        output.figures("原值", "cost"),
        output.figures("已提", "charged"),
        output.figures("净值", "net"),
        output.words("提到", "through"),
        output.words("减少", "gone"),
    ];
    let rows = rows.iter().map(|row| {
        vec![
            row.code.clone(),
            row.name.clone(),
            row.in_use_on.clone(),
            output.sentence(&row.life).to_owned(),
            row.cost.0.grouped(),
            row.gathered.0.grouped(),
            row.net.0.grouped(),
            row.charged_through.clone().unwrap_or_default(),
            row.gone_on.clone().unwrap_or_default(),
        ]
    });
    table(&columns, rows)
}

fn charged(view: &ChargeView, output: &Output) -> String {
    let columns = [
        output.words("编号", "code"),
        output.words("资产", "asset"),
        output.figures("本月计提", "charge"),
        output.words("算法", "working"),
    ];
    let rows = view.cards.iter().map(|card| {
        let working = match &card.wants_units {
            Some(unit) => {
                output.say("要填本月产量：", "what it put out is wanted: ").to_owned() + unit
            }
            None => output.sentence(&card.working).to_owned(),
        };
        vec![card.code.clone(), card.name.clone(), card.amount.0.grouped(), working]
    });
    let said = match view.numbers.as_slice() {
        [] => output.say("还没有记账", "not posted").to_owned(),
        numbers => numbers.join(output.say("、", ", ")),
    };
    let head = format!("{} {}　{}　{said}\n", view.coop.name, view.month, view.total.0.grouped());
    head + &table(&columns, rows) + &proposed(&view.vouchers, output)
}
