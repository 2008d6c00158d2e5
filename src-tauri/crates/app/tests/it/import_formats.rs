//! The same registers in every format that a spreadsheet writes come to the same book.

use std::sync::LazyLock;

use app::Hold;
use app::import::ImportKind;
use calamine::Data;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use store::Store;

use crate::kit::Trial;

/// One file: what it brings, its headers in English and Chinese, and its rows.
struct Sheet {
    kind: ImportKind,
    english: &'static str,
    chinese: &'static str,
    rows: &'static [&'static str],
}

const SHEETS: [Sheet; 9] = [
    Sheet {
        kind: ImportKind::Villages,
        english: "code,name,township,performance_pay,joint",
        chinese: "编号,村名,乡镇,绩效工资,是否抱团",
        rows: &["V1,甲子村,东河镇,18800.5,是", "V2,乙丑村,西岭镇,,0"],
    },
    Sheet {
        kind: ImportKind::Cooperatives,
        english: "code,name,starts,credit_code,alliance,line",
        chinese: "编号,合作社,启用月份,统一社会信用代码,联盟基地,行业",
        rows: &["C1,幸福鹅养殖,2025-01,,东河联盟,养鹅", "C2,青山湖羊,2025-02,,,"],
    },
    Sheet {
        kind: ImportKind::Accounts,
        english: "coop,code,name,parent",
        chinese: "合作社,科目编码,科目名称,上级科目",
        rows: &["C1,501-01,鹅蛋,501"],
    },
    Sheet {
        kind: ImportKind::Members,
        english: "coop,code,name,kind,village,joined,id_number,bank_account",
        chinese: "合作社,编号,姓名,成员类别,村编号,入社日期,身份证号,银行账号",
        rows: &[
            "C1,A1,甲子村,村集体,V1,2025-01-02,,",
            "C1,H1,村民䶮,农户,V1,2025-01-03,11010519491231002X,",
            "C1,E1,某公司,企业,,,,",
        ],
    },
    Sheet {
        kind: ImportKind::Contributions,
        english: "coop,member,date,amount,form,class",
        chinese: "合作社,成员,日期,金额,出资方式,股份类别",
        rows: &["C1,A1,2025-01-02,125000,货币,集体股", "C1,A1,2025-12-01,-0.3,货币,集体股"],
    },
    Sheet {
        kind: ImportKind::Yields,
        english: "coop,date,product,quantity,unit,batch,note",
        chinese: "合作社,日期,产品,数量,单位,batch,note",
        rows: &["C1,2025-02-20,鹅蛋,17581.25,斤,2025-02批,中旬"],
    },
    Sheet {
        kind: ImportKind::Deliveries,
        english: "coop,member,date,product,quantity,unit,amount",
        chinese: "合作社,成员,日期,品名,数量,计量单位,金额",
        rows: &["C1,H1,2025-02-18,鹅苗,15,只,12196.8"],
    },
    Sheet {
        kind: ImportKind::Vouchers,
        english: "coop,voucher,date,summary,account,debit,credit,member",
        chinese: "合作社,凭证号,日期,摘要,科目,借方,贷方,成员",
        rows: &[
            "C1,a,2025-01-02,收股金,102,125000,0,",
            "C1,a,2025-01-02,收股金,301,,125000,A1",
            "C1,b,2025-01-01,卖蛋,102,99.5,,",
            "C1,b,2025-01-01,卖鹅蛋,501-01,0.00,99.5,",
        ],
    },
    Sheet {
        kind: ImportKind::Incomes,
        english: "village,year,kind,amount,evidence",
        chinese: "村,年度,类别,金额,依据",
        rows: &["V1,2025,lease,21000,合同1号", "V1,2025,补助,500.25,"],
    },
];

/// Imports every sheet, written by `write`, into a new book and gives the book's content.
fn content(ending: &str, write: impl Fn(&Sheet) -> Vec<u8>) -> String {
    let trial = Trial::new();
    for sheet in &SHEETS {
        let name = format!("{}.{ending}", sheet.kind.word());
        let taken = trial.import(sheet.kind, &name, &write(sheet));
        let taken = taken.unwrap_or_else(|problem| panic!("{name}: {problem:#?}"));
        assert_eq!(taken.rows as usize, sheet.rows.len(), "{name}");
        assert_eq!(taken.warnings, [], "{name}");
    }
    dump(&trial)
}

/// Every row of every table, but for the files that the rows came from.
fn dump(trial: &Trial) -> String {
    let store = Store::open(&trial.path(), Hold::Brief).unwrap();
    let book = store.plain_sql();
    let wanted = "
        SELECT name FROM sqlite_schema
        WHERE
            type = 'table'
            AND name NOT IN ('import_batch', 'account', 'chain')
            AND name NOT GLOB 'voucher_search*'
        ORDER BY name";
    let mut tables = book.prepare(wanted).unwrap();
    let tables = tables.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let mut text = String::new();
    for table in tables.map(Result::unwrap) {
        let mut rows = book.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = rows.column_count();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            text += &table;
            for column in 0..columns {
                text += &format!(" {:?}", row.get_ref(column).unwrap());
            }
            text += "\n";
        }
    }
    text
}

fn csv(sheet: &Sheet) -> String {
    format!("{}\n{}\n", sheet.english, sheet.rows.join("\n"))
}

/// What a plain csv comes to.
static PLAIN: LazyLock<String> = LazyLock::new(|| content("csv", |sheet| csv(sheet).into_bytes()));

#[test]
fn a_csv_in_utf_8_with_a_mark_is_the_same() {
    assert_eq!(content("csv", |sheet| format!("\u{feff}{}", csv(sheet)).into_bytes()), *PLAIN);
}

#[test]
fn a_csv_in_gb18030_with_chinese_headers_is_the_same() {
    let found = content("csv", |sheet| {
        let text = format!("{}\r\n{}\r\n", sheet.chinese, sheet.rows.join("\r\n"));
        encoding_rs::GB18030.encode(&text).0.into_owned()
    });
    assert_eq!(found, *PLAIN);
}

#[test]
fn tabs_and_semicolons_are_the_same() {
    assert_eq!(content("txt", |sheet| csv(sheet).replace(',', "\t").into_bytes()), *PLAIN);
    assert_eq!(content("csv", |sheet| csv(sheet).replace(',', ";").into_bytes()), *PLAIN);
}

#[test]
fn quoted_cells_with_blanks_around_them_are_the_same() {
    let quoted = |line: &str| {
        let cells: Vec<String> = line.split(',').map(|cell| format!("\" {cell} \"")).collect();
        cells.join(",")
    };
    let found = content("CSV", |sheet| {
        let rows: Vec<String> = sheet.rows.iter().map(|row| quoted(row)).collect();
        format!("{}\n{}", quoted(sheet.english), rows.join("\n")).into_bytes()
    });
    assert_eq!(found, *PLAIN);
}

#[test]
fn a_workbook_of_texts_is_the_same() {
    let found = content("xlsx", |sheet| workbook(sheet.chinese, sheet.rows, false));
    assert_eq!(found, *PLAIN);
}

#[test]
fn a_workbook_with_real_numbers_and_dates_is_the_same() {
    let found = content("xlsx", |sheet| workbook(sheet.english, sheet.rows, true));
    assert_eq!(found, *PLAIN);
}

/// A workbook; with `typed` what looks like a number, a day or a month is one, as Excel makes it
/// when it is typed in.
fn workbook(headers: &str, rows: &[&str], typed: bool) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let day = Format::new().set_num_format("yyyy/m/d");
    for (row, line) in (0..).zip([headers].iter().chain(rows)) {
        for (column, cell) in (0..).zip(line.split(',')) {
            match (typed, as_date(cell), cell.parse().map(Data::Float)) {
                (true, Some(date), _) => sheet.write_with_format(row, column, &date, &day),
                (true, None, Ok(Data::Float(number))) => sheet.write_number(row, column, number),
                _ => sheet.write_string(row, column, cell),
            }
            .unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn as_date(cell: &str) -> Option<ExcelDateTime> {
    let day = if cell.len() == 7 { format!("{cell}-01") } else { cell.to_owned() };
    ExcelDateTime::parse_from_str(&day).ok().filter(|_| day.len() == 10)
}

/// `deliveries.xls` was written by another program, with numbers and dates as such.
#[test]
fn an_old_workbook_is_the_same() {
    let trial = Trial::small();
    let file = include_bytes!("../files/deliveries.xls");
    let taken = trial.import(ImportKind::Deliveries, "deliveries.xls", file).unwrap();
    assert_eq!(taken.rows, 3);
    let member = trial.book().member("C1", "H1", None).unwrap();
    let shown: Vec<_> = member
        .deliveries
        .iter()
        .map(|sum| {
            let product = &sum.product;
            let amount = product.amount.unwrap().0.to_string();
            (sum.year, product.product.clone(), product.quantity.0.to_string(), amount)
        })
        .collect();
    let row = |year, product: &str, quantity: &str, amount: &str| {
        (year, product.to_owned(), quantity.to_owned(), amount.to_owned())
    };
    assert_eq!(shown, [row(2026, "鹅苗", "3", "0.30"), row(2025, "羊", "15.5", "12196.80")]);
}

#[test]
fn a_sum_that_a_spreadsheet_shows_as_three_tenths_is_three_tenths() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in (0..).zip(["village", "year", "kind", "amount"]) {
        sheet.write_string(0, column, header).unwrap();
    }
    // What lies in the file for 0.1 + 0.2, and for the largest amount that a book holds.
    for (row, amount) in [(1, 0.300_000_000_000_000_04), (2, 8_999_999_999_999.99)] {
        sheet.write_string(row, 0, "V1").unwrap();
        sheet.write_number(row, 1, 2025).unwrap();
        sheet.write_string(row, 2, "lease").unwrap();
        sheet.write_number(row, 3, amount).unwrap();
    }
    let trial = Trial::small();
    let file = workbook.save_to_buffer().unwrap();
    trial.import(ImportKind::Incomes, "收入.xlsx", &file).unwrap();
    let view = trial.book().district(Some(2025)).unwrap();
    assert_eq!(view.villages[0].income.0.to_string(), "9000000000000.29");
}

#[test]
fn rows_and_columns_that_are_empty_are_passed_over() {
    let csv = "\n,,,\ncode,name,township,\n\nV1,甲村,东河镇,\n,,,\n\n";
    let trial = Trial::new();
    let taken = trial.import(ImportKind::Villages, "村.csv", csv.as_bytes()).unwrap();
    assert_eq!(taken.rows, 1);
}
