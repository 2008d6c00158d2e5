//! Sheets such as a cooperative prints, for tests.

use domain::sheet::{Cell, Column, Content, Fact, Label, Row, RowKind, Sheet};
use domain::voucher::VoucherNumber;
use domain::{Money, Month, Quantity};
use jiff::civil::date;

use super::SheetFrame;

pub(super) fn label(zh: &str) -> Label {
    Label::new(zh, "-")
}

pub(super) fn column(group: Option<&str>, heading: &str, content: Content) -> Column {
    Column { group: group.map(label), heading: label(heading), content }
}

fn money(yuan: &str) -> Cell {
    Cell::Money(Money::read(yuan).unwrap())
}

fn said(zh: &str) -> Cell {
    Cell::Label(label(zh))
}

pub(super) fn text(words: &str) -> Cell {
    Cell::Text(words.to_owned())
}

pub(super) fn sheet(title: &str, columns: Vec<Column>, rows: Vec<Row>) -> Sheet {
    Sheet {
        title: label(title),
        form: None,
        notes: Vec::new(),
        entity: "东河镇幸福鹅养殖农民专业合作社".to_owned(),
        period: label("2025 年 3 月"),
        facts: Vec::new(),
        columns,
        rows,
    }
}

pub(super) fn foot() -> SheetFrame {
    SheetFrame {
        preparer: Some("制表员".to_owned()),
        made_on: date(2025, 4, 2),
        check_code: Some("7f3a 91c2 04de b6a8".to_owned()),
    }
}

/// Accounts of a chart, each with its level.
const ACCOUNTS: [(&str, &str, u8); 20] = [
    ("101", "库存现金", 0),
    ("102", "银行存款", 0),
    ("102-01", "农商银行东河支行", 1),
    ("113", "应收款", 0),
    ("114", "成员往来", 0),
    ("121", "产品物资", 0),
    ("121-01", "饲料", 1),
    ("121-01-01", "玉米", 2),
    ("141", "消耗性生物资产", 0),
    ("142", "生产性生物资产", 0),
    ("143", "生产性生物资产累计折旧", 0),
    ("151", "固定资产", 0),
    ("152", "累计折旧", 0),
    ("211", "应付款", 0),
    ("235", "专项应付款", 0),
    ("301", "股金", 0),
    ("311", "专项基金", 0),
    ("332", "盈余分配", 0),
    ("501", "经营收入", 0),
    ("521", "经营支出", 0),
];

/// The chart with a year's opening, two turnovers and the closing, in twelve columns of amounts.
pub(super) fn trial_balance() -> Sheet {
    let mut columns =
        vec![column(None, "科目编码", Content::Code), column(None, "科目名称", Content::Text)];
    for group in ["年初余额", "期初余额", "本期发生额", "本年累计发生额", "期末余额", "其中：成员"]
    {
        columns.push(column(Some(group), "借方", Content::Money));
        columns.push(column(Some(group), "贷方", Content::Money));
    }
    let mut rows: Vec<Row> = ACCOUNTS
        .iter()
        .zip(1_i64..)
        .map(|(&(code, name, level), n)| {
            let mut cells = vec![text(code), text(name)];
            for side in 0..12_i64 {
                let fen = (n * 7_919_333 + side * 104_729) % 160_000_000;
                let fen = if n == 14 && side == 5 { -fen } else { fen };
                let empty = (n + side) % 2 == 0;
                cells.push(if empty { Cell::Empty } else { Cell::Money(Money::from_fen(fen)) });
            }
            Row::new(RowKind::Line, cells).at_level(level)
        })
        .collect();
    let mut total = vec![Cell::Empty, said("合计")];
    total.extend((0..12).map(|side| {
        let of_row = |row: &Row| match row.cells[side + 2] {
            Cell::Money(amount) => amount,
            _ => Money::ZERO,
        };
        Cell::Money(rows.iter().filter(|row| row.level == 0).map(of_row).sum())
    }));
    rows.push(Row::new(RowKind::Total, total));
    sheet("科目余额表", columns, rows)
}

/// A row of a ledger; an amount of zero is left out.
fn entry(kind: RowKind, day: Cell, voucher: Cell, words: Cell, amounts: [Money; 3]) -> Row {
    let [debit, credit, balance] = amounts;
    let shown = |amount| if amount == Money::ZERO { Cell::Empty } else { Cell::Money(amount) };
    let (debit, credit) = (shown(debit), shown(credit));
    Row::new(kind, vec![day, voucher, words, debit, credit, said("借"), Cell::Money(balance)])
}

/// The bank account line by line, 39 lines a month, each month closed.
pub(super) fn ledger(lines: u32) -> Sheet {
    let mut balance = Money::read("125000.00").unwrap();
    let (mut month, mut year) = ([Money::ZERO; 2], [Money::ZERO; 2]);
    let opening = [Money::ZERO, Money::ZERO, balance];
    let mut rows =
        vec![entry(RowKind::Opening, Cell::Empty, Cell::Empty, said("上年结转"), opening)];
    for n in 1..=lines {
        let part = |number: u32| i8::try_from(number).unwrap();
        let day = date(2025, 1 + part(n / 40), 1 + part(n % 40 * 27 / 40));
        let voucher = VoucherNumber { month: Month::of(day), word: "记".to_owned(), number: n };
        let (day, voucher) = (Cell::Day(day), Cell::Voucher(voucher));
        let amount = Money::from_fen(i64::from(n) * 12_345);
        let (side, summary) = match n % 7 {
            0 => (0, "收东河镇甲村股份经济合作社转来肉鹅标准化养殖示范基地建设款"),
            3 | 5 => (1, "付玉米款"),
            _ => (0, "收肉鹅款"),
        };
        let mut turnover = [Money::ZERO; 2];
        turnover[side] = amount;
        month[side] += amount;
        year[side] += amount;
        balance = balance + turnover[0] - turnover[1];
        let amounts = [turnover[0], turnover[1], balance];
        rows.push(entry(RowKind::Line, day.clone(), voucher, text(summary), amounts));
        if n % 40 == 39 || n == lines {
            let sums = [(RowKind::Subtotal, "本月合计", month), (RowKind::Total, "本年累计", year)];
            for (kind, words, [debit, credit]) in sums {
                let amounts = [debit, credit, balance];
                rows.push(entry(kind, day.clone(), Cell::Empty, said(words), amounts));
            }
            month = [Money::ZERO; 2];
        }
    }
    let columns = vec![
        column(None, "日期", Content::Day),
        column(None, "凭证", Content::Voucher),
        column(None, "摘要", Content::Text),
        column(None, "借方", Content::Money),
        column(None, "贷方", Content::Money),
        column(None, "方向", Content::Code),
        column(None, "余额", Content::Money),
    ];
    let facts = vec![
        Fact { name: label("科目"), value: label("102 银行存款") },
        Fact { name: label("明细"), value: label("农商银行东河支行") },
    ];
    Sheet { facts, ..sheet("明细账", columns, rows) }
}

/// Production cost of a batch with a column for each kind of cost.
pub(super) fn many_columns(kinds: usize) -> Sheet {
    const NAMES: [&str; 7] =
        ["饲料", "工资", "防疫及兽药费", "水电费", "鹅舍折旧", "运输费", "其他直接费用及损失"];
    let mut columns = vec![
        column(None, "日期", Content::Day),
        column(None, "凭证", Content::Voucher),
        column(None, "摘要", Content::Text),
        column(None, "借方", Content::Money),
        column(None, "贷方", Content::Money),
        column(None, "余额", Content::Money),
    ];
    columns.extend(
        (0..kinds).map(|kind| {
            column(Some("（借）方金额分析"), NAMES[kind % NAMES.len()], Content::Money)
        }),
    );
    let rows = (1..=30_u32).map(|n| {
        let day = date(2025, 3, i8::try_from(n).unwrap());
        let voucher = VoucherNumber { month: Month::of(day), word: "记".to_owned(), number: n };
        let fen = i64::from(n) * 123_457;
        let amount = || Cell::Money(Money::from_fen(fen));
        let mut cells = vec![
            Cell::Day(day),
            Cell::Voucher(voucher),
            text("第 2 批育雏领用饲料"),
            amount(),
            Cell::Empty,
            Cell::Money(Money::from_fen(fen * i64::from(n))),
        ];
        let own = n as usize % kinds;
        cells.extend((0..kinds).map(|kind| if kind == own { amount() } else { Cell::Empty }));
        Row::new(RowKind::Line, cells)
    });
    sheet("多栏式明细账", columns, rows.collect())
}

/// Members' accounts with a quantity, a rare name and words far too long for their column.
pub(super) fn list() -> Sheet {
    let columns = vec![
        column(None, "编号", Content::Code),
        column(None, "成员", Content::Text),
        column(None, "交售数量", Content::Quantity),
        column(None, "金额", Content::Money),
    ];
    let jin = |text: &str| Quantity::read(text).unwrap();
    let row = |code: &str, name: &str, quantity: Cell, yuan: &str| {
        Row::new(RowKind::Line, vec![text(code), text(name), quantity, money(yuan)])
    };
    let rows = vec![
        row("001", "王𠮷𬭊䶮㛃𫝋㼆𠅤", Cell::Quantity(jin("12600.5")), "9000000000000.00"),
        row("002", &"甲村".repeat(60), Cell::QuantityBelowZero(jin("1250")), "-0.05"),
        row("编号长得一栏写不下的一个成员", "=1+1", Cell::Empty, "0.00"),
    ];
    sheet("成员交售明细表", columns, rows)
}

pub(super) fn samples() -> [Sheet; 5] {
    [trial_balance(), ledger(45), many_columns(14), many_columns(24), list()]
}
