//! A bank's statement as a file: where its columns stand, what each line says, and which way round
//! it goes. Banks put lines about the account above the column heads, write what came in as 贷方, and
//! many begin with the latest line.

use domain::Money;
use domain::bank::Movement;
use jiff::civil::Date;
use store::NewBankLine;

use crate::day;
use crate::import::read_money;
use crate::import::refused_rows;
use crate::import::table::TableRow;
use crate::problem::Problem;
use crate::view::Text;

/// What a file says.
#[derive(Debug)]
pub(super) struct Read {
    /// Its lines, the earliest first.
    pub lines: Vec<NewBankLine>,
    /// What is worth a look.
    pub warnings: Vec<Text>,
}

/// Where the columns stand.
#[derive(Debug, Default)]
struct Columns {
    date: Option<usize>,
    came_in: Option<usize>,
    went_out: Option<usize>,
    amount: Option<usize>,
    side: Option<usize>,
    balance: Option<usize>,
    said: Vec<usize>,
}

const DATE: &[&str] = &["日期", "交易日期", "记账日期", "入账日期", "交易时间", "记账时间", "date"];
const CAME_IN: &[&str] = &[
    "收入",
    "收入金额",
    "贷方",
    "贷方金额",
    "贷方发生额",
    "存入",
    "存入金额",
    "转入金额",
    "收方金额",
    "credit",
    "in",
];
const WENT_OUT: &[&str] = &[
    "支出",
    "支出金额",
    "借方",
    "借方金额",
    "借方发生额",
    "支取",
    "支取金额",
    "转出金额",
    "付方金额",
    "debit",
    "out",
];
const AMOUNT: &[&str] = &["金额", "发生额", "交易金额", "发生金额", "amount"];
const SIDE: &[&str] =
    &["借贷", "借贷标志", "借贷方向", "收支", "收/支", "借/贷", "收支标志", "方向", "side"];
const BALANCE: &[&str] = &["余额", "账户余额", "本次余额", "联机余额", "balance"];
const SAID: &[&str] = &[
    "摘要",
    "用途",
    "附言",
    "备注",
    "交易摘要",
    "对方户名",
    "对方名称",
    "对方账户名",
    "对方单位",
    "summary",
];

/// Reads the rows of a file.
pub(super) fn read(file_name: &str, rows: &[TableRow]) -> Result<Read, Problem> {
    let found = rows.iter().enumerate().find_map(|(place, row)| Some((place, columns(row)?)));
    let Some((head, columns)) = found else { return Err(no_columns(file_name)) };
    let (mut lines, mut faults) = (Vec::new(), Vec::new());
    for row in rows.iter().skip(head + 1).filter(|row| !row.cells.are_empty()) {
        match line(row, &columns) {
            Ok(Some(line)) => lines.push((row.number, line)),
            Ok(None) => {}
            Err(said) => {
                let number = row.number;
                let zh = format!("第 {number} 行：{}", said.zh);
                faults.push(Text::new(zh, format!("row {number}: {}", said.en)));
            }
        }
    }
    if !faults.is_empty() {
        return Err(refused_rows(file_name, faults, true));
    }
    if lines.is_empty() {
        return Err(no_lines(file_name));
    }
    if is_backwards(&lines) {
        lines.reverse();
    }
    let warnings = broken(&lines);
    Ok(Read { lines: lines.into_iter().map(|(_, line)| line).collect(), warnings })
}

/// Where the columns stand, where this row names them.
fn columns(row: &TableRow) -> Option<Columns> {
    let mut found = Columns::default();
    for (place, cell) in row.cells.iter().enumerate() {
        let word: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
        let word = word.to_lowercase();
        let word = word.split(['(', '（']).next().unwrap_or_default();
        let is = |names: &[&str]| names.contains(&word);
        let first = |slot: &mut Option<usize>| {
            slot.get_or_insert(place);
        };
        if is(DATE) {
            first(&mut found.date);
        } else if is(CAME_IN) {
            first(&mut found.came_in);
        } else if is(WENT_OUT) {
            first(&mut found.went_out);
        } else if is(AMOUNT) {
            first(&mut found.amount);
        } else if is(SIDE) {
            first(&mut found.side);
        } else if is(BALANCE) {
            first(&mut found.balance);
        } else if is(SAID) {
            found.said.push(place);
        }
    }
    let both = found.came_in.is_some() && found.went_out.is_some();
    (found.date.is_some() && (both || found.amount.is_some())).then_some(found)
}

/// What a row says; nothing where it is a sum or a remark.
fn line(row: &TableRow, columns: &Columns) -> Result<Option<NewBankLine>, Text> {
    let cell = |place: Option<usize>| {
        let cell = place.and_then(|place| row.cells.get(place)).unwrap_or_default();
        Some(cell).filter(|cell| !cell.is_empty() && *cell != "-" && *cell != "--")
    };
    let first = row.cells.iter().find(|cell| !cell.is_empty()).unwrap_or_default();
    let is_sum = ["合计", "总计", "小计", "本页", "累计", "承前", "过次", "期初", "期末"];
    let figures = [columns.came_in, columns.went_out, columns.amount];
    if is_sum.iter().any(|word| first.starts_with(word)) {
        return Ok(None);
    }
    if cell(columns.date).is_none() && figures.iter().all(|&place| cell(place).is_none()) {
        return Ok(None);
    }
    let on = on(cell(columns.date).unwrap_or_default())?;
    let amount = amount(cell, columns)?;
    if amount == Money::ZERO {
        return Ok(None);
    }
    let balance = cell(columns.balance).map(money).transpose()?;
    let mut said: Vec<&str> = Vec::new();
    for words in columns.said.iter().filter_map(|&place| cell(Some(place))) {
        if !said.contains(&words) {
            said.push(words);
        }
    }
    let summary = said.join(" ");
    Ok(Some(NewBankLine { movement: Movement { on, amount }, balance, summary }))
}

fn on(text: &str) -> Result<Date, Text> {
    // Banks write the time behind the day, with a blank or without.
    let day = text.split([' ', 'T']).next().unwrap_or_default();
    let day =
        if day.len() == 14 && day.bytes().all(|b| b.is_ascii_digit()) { &day[..8] } else { day };
    day::read(day).map_err(|_| {
        Text::new(
            format!("日期“{text}”看不懂，写成 2025-03-31 的样子"),
            format!("“{text}” is no date; write it like 2025-03-31"),
        )
    })
}

/// What came in above zero, what went out below.
fn amount<'a>(
    cell: impl Fn(Option<usize>) -> Option<&'a str>,
    columns: &Columns,
) -> Result<Money, Text> {
    if columns.came_in.is_some() && columns.went_out.is_some() {
        let read = |place| cell(place).map(money).transpose().map(Option::unwrap_or_default);
        let (came_in, went_out) = (read(columns.came_in)?, read(columns.went_out)?);
        if came_in != Money::ZERO && went_out != Money::ZERO {
            return Err(Text::new("收入和支出都填了", "both in and out are filled"));
        }
        return Ok(came_in - went_out);
    }
    let amount = cell(columns.amount).map(money).transpose()?.unwrap_or_default();
    match cell(columns.side) {
        None => Ok(amount),
        Some("借" | "借方" | "支" | "支出" | "付" | "转出" | "D" | "Dr") => {
            Ok(-amount.abs())
        }
        Some("贷" | "贷方" | "收" | "收入" | "转入" | "C" | "Cr") => Ok(amount.abs()),
        Some(other) => Err(Text::new(
            format!("收支“{other}”看不懂，写成 收 或 支"),
            format!("“{other}” is neither in nor out; write 收 or 支"),
        )),
    }
}

fn money(text: &str) -> Result<Money, Text> {
    read_money(text.trim_start_matches('+'))
        .map_err(|said| Text::new(format!("金额{}", said.zh), format!("the amount: {}", said.en)))
}

/// Whether the latest line comes first: by the balances where they follow from each other one way
/// only, else by the days.
fn is_backwards(lines: &[(u32, NewBankLine)]) -> bool {
    let (mut forwards, mut backwards) = (0, 0);
    for pair in lines.windows(2) {
        let [(_, one), (_, other)] = pair else { continue };
        if let (Some(before), Some(after)) = (one.balance, other.balance) {
            forwards += u32::from(before + other.movement.amount == after);
            backwards += u32::from(after + one.movement.amount == before);
        }
    }
    let days = lines.first().zip(lines.last());
    let later_first = days.is_some_and(|(first, last)| first.1.movement.on > last.1.movement.on);
    if forwards == backwards { later_first } else { backwards > forwards }
}

/// Balances that do not follow from the line before: a line is missing there.
fn broken(lines: &[(u32, NewBankLine)]) -> Vec<Text> {
    let mut told = Vec::new();
    for pair in lines.windows(2) {
        let [(_, one), (number, other)] = pair else { continue };
        let (Some(before), Some(after)) = (one.balance, other.balance) else { continue };
        let missing = after - other.movement.amount - before;
        if missing != Money::ZERO {
            let missing = missing.grouped();
            told.push(Text::new(
                format!("第 {number} 行的余额和上一笔接不上，差 {missing}，看看是否缺了几笔。"),
                format!("The balance of row {number} differs by {missing}; lines may be missing."),
            ));
        }
    }
    told
}

fn no_columns(file_name: &str) -> Problem {
    let text = Text::new(
        format!(
            "{file_name} 里没有找到列名。要有“日期”，还要有“收入”“支出”（或“贷方”“借方”），\
             或者“金额”。"
        ),
        format!("{file_name} names no columns: there must be a date, and in and out or an amount."),
    );
    Problem::input("bank.columns", text).about("path")
}

fn no_lines(file_name: &str) -> Problem {
    let text = Text::new(
        format!("{file_name} 里没有一笔收支。换一个文件。"),
        format!("{file_name} has no lines. Choose another file."),
    );
    Problem::input("bank.no_lines", text).about("path")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Result<Read, Problem> {
        let rows = text.lines().zip(1..).map(|(line, number)| TableRow {
            number,
            cells: line.split(',').map(str::trim).collect(),
        });
        read("对账单.csv", &rows.collect::<Vec<_>>())
    }

    fn amounts(read: &Read) -> Vec<String> {
        read.lines.iter().map(|line| line.movement.amount.to_string()).collect()
    }

    #[test]
    fn a_statement_with_heads_above_and_the_latest_line_first_is_read() {
        let read = read_text(
            "户名：幸福鹅养殖专业合作社\n账号,0123\n交易日期,摘要,借方发生额,贷方发生额,余额\n\
             2025-01-20 10:02:03,付饲料,300.00,,1200.00\n20250103,收蛋款,,500.00,1500.00\n合计,,300,500,",
        )
        .unwrap();
        assert_eq!(amounts(&read), ["500.00", "-300.00"]);
        assert_eq!(read.lines[0].movement.on.to_string(), "2025-01-03");
        assert_eq!(read.warnings, []);
    }

    #[test]
    fn an_amount_with_its_side_is_read() {
        let read =
            read_text("日期,收支,金额(元),用途\n2025-01-03,收,500,蛋款\n2025-01-04,支,20.5,手续费")
                .unwrap();
        assert_eq!(amounts(&read), ["500.00", "-20.50"]);
    }

    #[test]
    fn a_missing_line_is_told() {
        let read = read_text("日期,收入,支出,余额\n2025-01-03,5,,15\n2025-01-04,,1,13").unwrap();
        assert!(read.warnings[0].zh.contains("差 −1.00"), "{:?}", read.warnings);
    }

    #[test]
    fn what_cannot_be_read_names_its_row() {
        let problem = read_text("日期,收入,支出\n三月初,5,\n2025-01-04,5,1").unwrap_err();
        assert_eq!(problem.details.len(), 2, "{problem:?}");
        assert!(problem.details[0].zh.starts_with("第 2 行：日期“三月初”"));
        assert_eq!(read_text("甲,乙\n1,2").unwrap_err().code, "bank.columns");
        assert_eq!(read_text("日期,金额\n合计,2").unwrap_err().code, "bank.no_lines");
    }
}
