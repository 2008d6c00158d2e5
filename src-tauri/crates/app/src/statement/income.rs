//! Income and cost in detail (收支明细表), for the notice board and for whoever asks what the surplus
//! is made of. No statutory form.

use std::collections::BTreeMap;

use domain::Money;
use domain::sheet::{Cell, Column, Content, Label, Row, RowKind, Sheet};

use super::forms::is_result;
use super::{Asked, Made};
use crate::problem::Problem;
use crate::view::Yuan;
use crate::view::statement::StatementRow;
use crate::voucher::checks::Chart;

/// What an account came to in the month, and in the year through it; income above zero.
#[derive(Debug, Clone, Copy, Default)]
struct Came {
    month: Money,
    year: Money,
}

impl Came {
    fn add(&mut self, other: Came) {
        self.month += other.month;
        self.year += other.year;
    }

    fn negated(self) -> Came {
        Came { month: -self.month, year: -self.year }
    }
}

pub(super) fn detail(asked: &Asked<'_>) -> Result<Made, Problem> {
    let chart = Chart::of(asked.reading, asked.coop.id)?;
    let own = own_figures(asked)?;
    let mut sheet = asked.of_a_year(Asked::label("收支明细表", "Income and cost"), None);
    let column =
        |zh: &str, en: &str, content| Column { group: None, heading: Label::new(zh, en), content };
    let month = asked.last;
    sheet.columns = vec![
        column("科目编码", "Code", Content::Code),
        column("项目", "Item", Content::Text),
        column(&format!("{month} 金额"), &month.to_string(), Content::Money),
        column("本年累计", "Year to date", Content::Money),
    ];
    let mut surplus = Came::default();
    for (is_income, zh, en) in [(true, "收入合计", "All income"), (false, "支出合计", "All cost")]
    {
        let mut sum = Came::default();
        for account in chart.accounts.values().map(|account| &account.what) {
            let top = chart.top_of(account);
            // 511 stands with the income, below zero where it is a loss.
            let of_side = is_result(&account.code)
                && ["501", "502", "511"].contains(&top.code.as_str()) == is_income;
            let mut came = Came::default();
            for (code, figures) in &own {
                let within =
                    code == &account.code || chart.direct_below(&account.code, code).is_some();
                if within {
                    came.add(*figures);
                }
            }
            let moved = came.month != Money::ZERO || came.year != Money::ZERO;
            if !of_side || !moved {
                continue;
            }
            let shown = if is_income { came } else { came.negated() };
            let level = chart.depth(account);
            if level == 0 {
                sum.add(shown);
            }
            let cells = vec![
                Cell::Text(account.code.clone()),
                Cell::Text(account.name.clone()),
                Cell::Money(shown.month),
                Cell::Money(shown.year),
            ];
            let level = u8::try_from(level).unwrap_or(u8::MAX);
            let row = Row::new(RowKind::Line, cells).at_level(level);
            sheet.rows.push(row.of_account(&account.code));
        }
        sheet.rows.push(sum_row(RowKind::Subtotal, zh, en, sum));
        surplus.add(if is_income { sum } else { sum.negated() });
    }
    sheet.rows.push(sum_row(RowKind::Total, "盈余", "Surplus", surplus));
    Ok(Made {
        rows: rows_of(&sheet, &["amount", "year_to_date"]),
        sheets: vec![sheet],
        checks: Vec::new(),
        notes: Vec::new(),
        member: None,
    })
}

fn sum_row(kind: RowKind, zh: &str, en: &str, came: Came) -> Row {
    let name = Cell::Label(Label::new(zh, en));
    Row::new(kind, vec![Cell::Empty, name, Cell::Money(came.month), Cell::Money(came.year)])
}

/// What every account of income and cost came to by itself, vouchers that carry forward left out.
fn own_figures(asked: &Asked<'_>) -> Result<BTreeMap<String, Came>, Problem> {
    let mut own: BTreeMap<String, Came> = BTreeMap::new();
    let (first, last) = (asked.year.first_month(), asked.last);
    let coop = asked.coop.id;
    for turnover in asked.reading.turnovers_before_closing_of(coop, (last, last))? {
        if is_result(&turnover.code) {
            own.entry(turnover.code).or_default().month = turnover.credit - turnover.debit;
        }
    }
    for turnover in asked.reading.turnovers_before_closing_of(coop, (first, last))? {
        if is_result(&turnover.code) {
            own.entry(turnover.code).or_default().year = turnover.credit - turnover.debit;
        }
    }
    Ok(own)
}

/// The rows of a sheet whose first columns are code and name, with the amounts of its others by
/// these keys.
pub(super) fn rows_of(sheet: &Sheet, keys: &[&'static str]) -> Vec<StatementRow> {
    let words = |cell: Option<&Cell>| match cell {
        Some(Cell::Text(text)) => Some(text.clone()),
        Some(Cell::Label(label)) => Some(label.zh.clone()),
        _ => None,
    };
    let row = |row: &Row| StatementRow {
        line: None,
        code: words(row.cells.first()),
        name: words(row.cells.get(1)).unwrap_or_default(),
        words: BTreeMap::new(),
        amounts: keys
            .iter()
            .zip(row.cells.iter().skip(2))
            .map(|(&key, cell)| match cell {
                Cell::Money(amount) => (key, Yuan(*amount)),
                _ => (key, Yuan(Money::ZERO)),
            })
            .collect(),
    };
    sheet.rows.iter().map(row).collect()
}
