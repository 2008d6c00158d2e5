//! The three statutory forms, from the books and as sheets.

use std::collections::BTreeMap;

use domain::account::AccountClass;
use domain::forms::{
    BalanceSheet, EquityChange, EquityColumn, EquityRow, EquityTable, Position, SheetLine,
    SurplusFigures, SurplusForm,
};
use domain::sheet::{Cell, Column, Content, Label, Row, RowKind};
use domain::statement::AccountTurnover;
use domain::{Money, Month, Term};
use store::Detail;

use super::{Asked, Made, Use, shared};
use crate::problem::Problem;
use crate::view::Yuan;
use crate::view::statement::StatementRow;

/// The three forms of a year, since each is checked against the others.
pub(super) struct Forms {
    pub sheet: BalanceSheet,
    pub surplus: SurplusForm,
    pub equity: EquityTable,
    pub change: EquityChange,
    pub moved: Vec<AccountTurnover>,
}

impl Forms {
    pub fn of(asked: &Asked<'_>) -> Result<Self, Problem> {
        let (closing, opening) = positions(asked, asked.last)?;
        let sheet = BalanceSheet::of(&closing, &opening);
        let (this_year, change, moved) = figures(asked, asked.last, &opening)?;
        let same_month = Month::from_number(asked.last.number() - 100);
        let last_year = match same_month {
            Some(last) if last.year() >= asked.coop.what.starts.year() => {
                let (_, opening) = positions(asked, last)?;
                Some(figures(asked, last, &opening)?.0)
            }
            _ => None,
        };
        let at_start = [
            -opening.of("301"),
            -opening.of("311"),
            -opening.of("321"),
            -opening.of("322"),
            undistributed(&opening),
        ];
        let equity = EquityTable::of(at_start, this_year.line(12), &change);
        Ok(Forms { sheet, surplus: SurplusForm { this_year, last_year }, equity, change, moved })
    }
}

/// What stands on 331, 332 and not carried there yet; a loss below zero.
fn undistributed(position: &Position) -> Money {
    -(position.of("331") + position.of("332") + position.not_carried())
}

/// What the books stand at at the end of a month, and at the start of its year.
fn positions(asked: &Asked<'_>, last: Month) -> Result<(Position, Position), Problem> {
    let term = Term { first: last.year().first_day(), last: last.last_day() };
    let (mut closing, mut opening) = (Position::default(), Position::default());
    for turnover in asked.reading.turnovers(asked.coop.id, term)? {
        opening.accounts.push((turnover.code.clone(), turnover.opening));
        closing.accounts.push((turnover.code.clone(), turnover.closing()));
    }
    let chart = asked.reading.chart(asked.coop.id)?;
    let of_members = chart.iter().find(|account| account.what.code == "114");
    if let Some(account) = of_members {
        let mut sums: BTreeMap<String, (Money, Money)> = BTreeMap::new();
        let found = asked.reading.sums_by_detail(
            asked.coop.id,
            Detail::Member,
            Some(account.id),
            None,
            term,
        )?;
        for sum in found {
            let at = sums.entry(sum.member.unwrap_or_default()).or_default();
            at.0 += sum.opening;
            at.1 += sum.opening + sum.debit - sum.credit;
        }
        opening.members = sums.values().map(|sum| sum.0).collect();
        closing.members = sums.values().map(|sum| sum.1).collect();
    }
    Ok((closing, opening))
}

type Year = (SurplusFigures, EquityChange, Vec<AccountTurnover>);

/// Form 02 of a year through a month, and what its vouchers did to equity.
fn figures(asked: &Asked<'_>, last: Month, opening: &Position) -> Result<Year, Problem> {
    let (coop, year) = (asked.coop.id, last.year());
    let months = (year.first_month(), last);
    let moved = asked.reading.turnovers_before_closing_of(coop, months)?;
    let term = Term { first: year.first_day(), last: last.last_day() };
    let touching = asked.reading.touching_equity(coop, term)?;
    let change = EquityChange::of(&touching);
    let figures = SurplusFigures::of(&moved, undistributed(opening), &change);
    Ok((figures, change, moved))
}

fn label(zh: &str, en: &str) -> Label {
    Label::new(zh, en)
}

fn column(zh: &str, en: &str, content: Content) -> Column {
    Column { group: None, heading: label(zh, en), content }
}

fn number(number: u8) -> Cell {
    Cell::Label(Label::same(number.to_string()))
}

fn row_of(line: Option<u8>, name: &str, amounts: &[(&'static str, Money)]) -> StatementRow {
    StatementRow {
        line,
        code: None,
        name: name.to_owned(),
        words: BTreeMap::new(),
        amounts: amounts.iter().map(|&(column, amount)| (column, Yuan(amount))).collect(),
    }
}

/// 会农社01表.
pub(super) fn balance_sheet(forms: &Forms, asked: &Asked<'_>, to: Use) -> Made {
    let title = label("资产负债表", "Balance sheet");
    let form = Some(label("会农社01表", "Form 01"));
    let mut sheet = asked.on_a_day(title, form);
    match to {
        Use::Paper => {
            let side = |zh: &str, en: &str| {
                [
                    column(zh, en, Content::Text),
                    column("行次", "Line", Content::Code),
                    column("期末余额", "Closing", Content::Money),
                    column("年初余额", "Opening", Content::Money),
                ]
            };
            sheet.columns.extend(side("资产", "Assets"));
            sheet.columns.extend(side("负债和所有者权益", "Liabilities and equity"));
            sheet.rows = side_by_side(&forms.sheet);
        }
        Use::Screen => {
            sheet.columns = vec![
                column("行次", "Line", Content::Code),
                column("项目", "Item", Content::Text),
                column("期末余额", "Closing", Content::Money),
                column("年初余额", "Opening", Content::Money),
            ];
            sheet.rows = forms.sheet.lines.iter().map(one_below_the_other).collect();
        }
    }
    let (checks, notes) = shared(forms);
    let rows = forms.sheet.lines.iter().map(|line| {
        let amounts = [("closing", line.closing), ("opening", line.opening)];
        row_of(Some(line.number), &line.name.zh, &amounts)
    });
    Made { rows: rows.collect(), sheets: vec![sheet], checks, notes, member: None }
}

fn one_below_the_other(line: &SheetLine) -> Row {
    let kind = match (line.number, line.is_sum) {
        (22 | 42, _) => RowKind::Total,
        (_, true) => RowKind::Subtotal,
        (_, false) => RowKind::Line,
    };
    let cells = vec![
        number(line.number),
        Cell::Label(line.name.clone()),
        Cell::Money(line.closing),
        Cell::Money(line.opening),
    ];
    let row = Row::new(kind, cells);
    match account_of(line.number) {
        Some(account) => row.of_account(account),
        None => row,
    }
}

/// The account that a line leads to, where it is one.
const fn account_of(line: u8) -> Option<&'static str> {
    Some(match line {
        2 => "113",
        4 => "141",
        6 => "131",
        7 => "142",
        8 => "143",
        10 => "151",
        11 => "152",
        13 => "153",
        14 => "154",
        16 => "161",
        17 => "162",
        19 => "144",
        20 => "171",
        23 => "201",
        24 => "211",
        25 => "212",
        26 => "213",
        27 => "214",
        28 => "215",
        29 => "221",
        30 => "222",
        32 => "231",
        33 => "235",
        36 => "301",
        37 => "311",
        38 => "321",
        39 => "322",
        40 => "332",
        _ => return None,
    })
}

/// What stands on the left and right of a row of the printed form: a heading, a line, or nothing.
enum Side<'a> {
    Heading(&'static str, &'static str),
    Line(&'a SheetLine),
    Nothing,
}

/// The assets on the left, liabilities and equity on the right, the two totals side by side.
fn side_by_side(form: &BalanceSheet) -> Vec<Row> {
    let lines = |numbers: std::ops::RangeInclusive<usize>| {
        form.lines[numbers.start() - 1..*numbers.end()].iter().map(Side::Line)
    };
    let mut left = vec![Side::Heading("流动资产：", "Current assets")];
    left.extend(lines(1..=5));
    left.push(Side::Heading("非流动资产：", "Non-current assets"));
    left.extend(lines(6..=22));
    let mut right = vec![Side::Heading("流动负债：", "Current liabilities")];
    right.extend(lines(23..=31));
    right.push(Side::Heading("非流动负债：", "Non-current liabilities"));
    right.extend(lines(32..=35));
    right.push(Side::Heading("所有者权益：", "Equity"));
    right.extend(lines(36..=41));
    while right.len() + 1 < left.len() {
        right.push(Side::Nothing);
    }
    right.extend(lines(42..=42));
    let count = left.len();
    let rows = left.into_iter().zip(right).zip(1..);
    rows.map(|((left, right), place)| {
        let kind = if place == count { RowKind::Total } else { RowKind::Line };
        let cells = cells_of(&left).into_iter().chain(cells_of(&right));
        Row::new(kind, cells.collect())
    })
    .collect()
}

fn cells_of(side: &Side<'_>) -> [Cell; 4] {
    match side {
        Side::Heading(zh, en) => {
            [Cell::Label(label(zh, en)), Cell::Empty, Cell::Empty, Cell::Empty]
        }
        Side::Nothing => [Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty],
        Side::Line(line) => [
            Cell::Label(indented(&line.name, line.is_sum)),
            number(line.number),
            Cell::Money(line.closing),
            Cell::Money(line.opening),
        ],
    }
}

/// A line stands in below its heading; a sum does not.
fn indented(name: &Label, is_sum: bool) -> Label {
    if is_sum { name.clone() } else { Label::new(format!("　{}", name.zh), &name.en) }
}

/// 会农社02表.
pub(super) fn surplus(forms: &Forms, asked: &Asked<'_>) -> Made {
    let title = label("盈余及盈余分配表", "Surplus and its distribution");
    let mut sheet = asked.of_a_year(title, Some(label("会农社02表", "Form 02")));
    sheet.columns = vec![
        column("项目", "Item", Content::Text),
        column("行次", "Line", Content::Code),
        column("本年金额", "This year", Content::Money),
        column("上年金额", "Last year", Content::Money),
    ];
    let lines = forms.surplus.lines();
    sheet.rows = lines
        .iter()
        .map(|line| {
            let kind = match (line.number, line.is_sum) {
                (20, _) => RowKind::Total,
                (_, true) => RowKind::Subtotal,
                (_, false) => RowKind::Line,
            };
            let stands_in = !line.is_sum && line.number != 1;
            let row = Row::new(
                kind,
                vec![
                    Cell::Label(indented(&line.name, !stands_in)),
                    number(line.number),
                    Cell::Money(line.this_year),
                    line.last_year.map_or(Cell::Empty, Cell::Money),
                ],
            );
            match surplus_account(line.number) {
                Some(account) => row.of_account(account),
                None => row,
            }
        })
        .collect();
    let (checks, notes) = shared(forms);
    let rows = lines.iter().map(|line| {
        let last = line.last_year.map(|amount| ("previous", amount));
        let amounts: Vec<_> = [("amount", line.this_year)].into_iter().chain(last).collect();
        row_of(Some(line.number), &line.name.zh, &amounts)
    });
    Made { rows: rows.collect(), sheets: vec![sheet], checks, notes, member: None }
}

const fn surplus_account(line: u8) -> Option<&'static str> {
    Some(match line {
        1 => "501",
        2 => "511",
        3 => "521",
        4 => "522",
        5 => "523",
        6 => "524",
        8 => "502",
        9 => "529",
        11 => "531",
        14 | 15 => "322",
        17 => "221",
        18 => "222",
        19 => "301",
        _ => return None,
    })
}

/// 会农社03表.
pub(super) fn equity(forms: &Forms, asked: &Asked<'_>) -> Made {
    const KEYS: [&str; 6] = ["capital", "fund", "premium", "reserve", "undistributed", "total"];
    let title = label("成员权益变动表", "Changes in members' equity");
    let mut sheet = asked.of_a_year(title, Some(label("会农社03表", "Form 03")));
    sheet.columns = vec![column("项目", "Item", Content::Text)];
    sheet.columns.extend(EquityColumn::ALL.into_iter().map(|column| Column {
        group: None,
        heading: column.name(),
        content: Content::Money,
    }));
    for line in &forms.equity.lines {
        let (kind, level) = match line.row {
            EquityRow::Opening => (RowKind::Opening, 0),
            EquityRow::Increase | EquityRow::Decrease => (RowKind::Subtotal, 0),
            EquityRow::IncreasePart | EquityRow::DecreasePart => (RowKind::Line, 1),
            EquityRow::Closing => (RowKind::Total, 0),
        };
        let figures = line.figures.iter().map(|figure| figure.map_or(Cell::Empty, Cell::Money));
        let cells = [Cell::Label(line.name.clone())].into_iter().chain(figures).collect();
        sheet.rows.push(Row::new(kind, cells).at_level(level));
    }
    let (checks, notes) = shared(forms);
    let rows = forms.equity.lines.iter().map(|line| {
        let amounts = KEYS.into_iter().zip(line.figures);
        let amounts: Vec<_> = amounts.filter_map(|(key, figure)| Some((key, figure?))).collect();
        row_of(None, &line.name.zh, &amounts)
    });
    Made { rows: rows.collect(), sheets: vec![sheet], checks, notes, member: None }
}

/// Whether an account is one of income or cost.
pub(super) fn is_result(code: &str) -> bool {
    AccountClass::of_code(code) == Some(AccountClass::ProfitLoss)
}
