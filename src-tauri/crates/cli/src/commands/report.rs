//! Reports from the books.

use std::path::{Path, PathBuf};

use app::view::Text;
use app::view::books::TrialBalanceView;
use app::view::ledger::{
    CellView, ContentView, LedgerKind, LedgerQuery, SavedView, SheetColumn, SheetView,
};
use app::view::statement::{StatementKind, StatementQuery, StatementReport};
use app::view::voucher::{RegisterRow, RegisterView};
use app::{Book, Problem};
use serde::Serialize;

use super::{Chosen, Failure, open};
use crate::args::{Format, Ledger, LedgerWord, Report, Save, Statement};
use crate::output::{Column, Output, json_of, print, side, table};

pub fn run(command: Report, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    match command {
        Report::TrialBalance { coop, at, from, recount, save } => {
            let view = book.trial_balance(&coop, &at, from.as_deref(), recount)?;
            let text = |view: &TrialBalanceView| readable(view, output);
            deliver(&mut book, &save, output, &view, text, |book, path| {
                book.trial_balance_save(&coop, (&at, from.as_deref()), recount, path)
            })
        }
        Report::Account { which, account, save } => {
            let view = book.account_register(&which.coop, &account, which.year)?;
            let text = |view: &RegisterView| register(view, output);
            deliver(&mut book, &save, output, &view, text, |book, path| {
                book.register_save(&which.coop, &account, which.year, path)
            })
        }
        Report::Ledger(asked) => {
            let (kind, query) = (kind(asked.kind), query(&asked));
            let view = book.ledger(&asked.coop, kind, &query)?;
            let text = |view: &SheetView| sheet(view, output);
            deliver(&mut book, &asked.save, output, &view, text, |book, path| {
                book.ledger_save(&asked.coop, kind, &query, path)
            })
        }
        Report::BalanceSheet(asked) => {
            statement(&mut book, StatementKind::BalanceSheet, &asked, None, output)
        }
        Report::Surplus(asked) => {
            statement(&mut book, StatementKind::Surplus, &asked, None, output)
        }
        Report::Equity(asked) => statement(&mut book, StatementKind::Equity, &asked, None, output),
        Report::MemberAccount { member, statement: asked } => {
            statement(&mut book, StatementKind::MemberAccount, &asked, member, output)
        }
        Report::IncomeDetail(asked) => {
            statement(&mut book, StatementKind::IncomeDetail, &asked, None, output)
        }
    }
}

fn statement(
    book: &mut Book,
    kind: StatementKind,
    asked: &Statement,
    member: Option<String>,
    output: &Output,
) -> Result<(), Failure> {
    let (coop, year) = (&asked.which.coop, asked.which.year);
    let query = StatementQuery { year, month: asked.month.clone(), member };
    let report = book.statement_report(coop, kind, &query)?;
    let shown = book.statement(coop, kind, &query)?;
    let text = |_: &StatementReport| {
        let mut text = sheet(&shown.sheet, output);
        for check in &shown.checks {
            let what = output.sentence(&check.what);
            text += &match check.holds {
                true => format!("{} {what}\n", output.say("[相符]", "[ok]")),
                false => format!(
                    "{} {what}：{} {}\n",
                    output.say("[不符]", "[differs]"),
                    output.say("差", "by"),
                    check.difference.0.grouped()
                ),
            };
        }
        for note in &shown.notes {
            text += &format!("{}\n", output.sentence(note));
        }
        text
    };
    deliver(book, &asked.save, output, &report, text, |book, path| {
        book.statement_save(coop, kind, &query, path)
    })
}

/// Prints a report or writes it to a file, as what was asked for.
fn deliver<T: Serialize>(
    book: &mut Book,
    save: &Save,
    output: &Output,
    view: &T,
    readable: impl FnOnce(&T) -> String,
    file: impl FnOnce(&mut Book, &Path) -> Result<SavedView, Problem>,
) -> Result<(), Failure> {
    let Save { format, out } = save;
    let usual = if output.is_json() { Format::Json } else { Format::Text };
    let asked = match (format, out) {
        (Some(format), _) => *format,
        (None, Some(out)) => by_ending(out)?,
        (None, None) => usual,
    };
    let text = match asked {
        Format::Json => json_of(view)?,
        Format::Text => readable(view),
        Format::Pdf | Format::Xlsx => {
            let out = out.as_deref().ok_or_else(no_file)?;
            let saved = file(book, &as_asked(out, asked)?)?;
            return output.show(&saved, |saved| format!("{}\n", saved.path));
        }
    };
    match out {
        None => print(&text),
        Some(out) => {
            let saved = book.text_save(&text, out)?;
            output.show(&saved, |saved| format!("{}\n", saved.path))
        }
    }
}

/// What a file's ending asks for.
fn by_ending(out: &Path) -> Result<Format, Failure> {
    let ending = out.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match ending.as_str() {
        "txt" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        "xlsx" => Ok(Format::Xlsx),
        "pdf" => Ok(Format::Pdf),
        _ => {
            let shown = out.display();
            let text = Text::new(
                format!(
                    "看不出 {shown} 要写成什么，没有写。用 .pdf、.xlsx、.txt 或 .json 结尾，或加 --format。"
                ),
                format!(
                    "{shown} does not say as what it is to be written, and was not. Let it end in \
                     .pdf, .xlsx, .txt or .json, or add --format."
                ),
            );
            Err(Problem::input("report.ending", text).about("out").into())
        }
    }
}

/// The file's ending says what it is; another than was asked for would mislead.
fn as_asked(out: &Path, asked: Format) -> Result<PathBuf, Failure> {
    let ending = if asked == Format::Pdf { "pdf" } else { "xlsx" };
    if out.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending)) {
        return Ok(out.to_path_buf());
    }
    let shown = out.display();
    let text = Text::new(
        format!("{shown} 不以 .{ending} 结尾，没有写。文件名改用 .{ending}。"),
        format!("{shown} does not end in .{ending} and was not written. Name it so."),
    );
    Err(Problem::input("report.ending", text).about("out").into())
}

fn no_file() -> Failure {
    let text = Text::new(
        "PDF 和 xlsx 要写到文件。用 --out FILE 指定。",
        "PDF and xlsx go to a file. Name it by --out FILE.",
    );
    Problem::input("report.out", text).about("out").into()
}

fn kind(word: LedgerWord) -> LedgerKind {
    match word {
        LedgerWord::TrialBalance => LedgerKind::TrialBalance,
        LedgerWord::General => LedgerKind::General,
        LedgerWord::Detailed => LedgerKind::Detailed,
        LedgerWord::MultiColumn => LedgerKind::MultiColumn,
        LedgerWord::Quantity => LedgerKind::Quantity,
        LedgerWord::DayBook => LedgerKind::DayBook,
        LedgerWord::Member => LedgerKind::Member,
        LedgerWord::Project => LedgerKind::Project,
        LedgerWord::Counterparty => LedgerKind::Counterparty,
    }
}

fn query(asked: &Ledger) -> LedgerQuery {
    LedgerQuery {
        from: asked.from.clone(),
        to: asked.to.clone(),
        account: asked.account.clone(),
        member: asked.member.clone(),
        project: asked.project.clone(),
        counterparty: asked.counterparty.clone(),
    }
}

/// Any ledger as a table.
fn sheet(view: &SheetView, output: &Output) -> String {
    let columns: Vec<Column> = view.columns.iter().map(|column| head(column, output)).collect();
    let cell = |cell: &Option<CellView>| match cell {
        None => String::new(),
        Some(CellView::Label(text)) => output.sentence(text).to_owned(),
        Some(CellView::Money(amount)) => amount.0.grouped(),
        Some(
            CellView::Text(text)
            | CellView::Day(text)
            | CellView::Voucher(text)
            | CellView::Quantity(text),
        ) => text.clone(),
    };
    let rows = view.rows.iter().map(|row| row.cells.iter().map(cell).collect());
    let facts = view
        .facts
        .iter()
        .map(|fact| format!("　{}：{}", output.sentence(&fact.name), output.sentence(&fact.value)));
    let facts: String = facts.collect();
    let (title, period) = (output.sentence(&view.title), output.sentence(&view.period));
    format!("{}　{title}　{period}{facts}\n{}", view.entity, table(&columns, rows))
}

/// A heading, with the one above it.
fn head(column: &SheetColumn, output: &Output) -> Column {
    let group = column.group.as_ref().map(|group| output.sentence(group));
    let own = output.sentence(&column.heading);
    let head = group.map_or_else(|| own.to_owned(), |group| format!("{group} {own}"));
    match column.content {
        ContentView::Money | ContentView::Quantity => output.figures(&head, &head),
        ContentView::Text | ContentView::Code | ContentView::Day | ContentView::Voucher => {
            output.words(&head, &head)
        }
    }
}

fn readable(view: &TrialBalanceView, output: &Output) -> String {
    let opening = view.opening_name();
    let columns = [
        output.words("科目", "account"),
        output.words("名称", "name"),
        output.figures(&opening.zh, &opening.en.to_lowercase()),
        output.figures("借方", "debit"),
        output.figures("贷方", "credit"),
        output.figures("期末余额", "closing"),
    ];
    let rows = view.rows.iter().map(|row| {
        let figures = [row.opening, row.debit, row.credit, row.closing];
        let words = [row.account.clone(), row.name.clone()];
        words.into_iter().chain(figures.map(|figure| figure.0.grouped())).collect()
    });
    let totals = &view.totals;
    let figures = [totals.opening, totals.debit, totals.credit, totals.closing];
    let words = [String::new(), output.say("合计", "total").to_owned()];
    let total = words.into_iter().chain(figures.map(|figure| figure.0.grouped())).collect();
    let rows: Vec<Vec<String>> = rows.chain([total]).collect();
    let (name, from, at) = (&view.coop.name, &view.from, &view.at);
    format!("{name}　{from} – {at}\n{}", table(&columns, rows))
}

fn register(view: &RegisterView, output: &Output) -> String {
    let columns = [
        output.words("日期", "date"),
        output.words("凭证", "voucher"),
        output.words("摘要", "summary"),
        output.words("科目", "account"),
        output.words("对方科目", "against"),
        output.figures("借方", "debit"),
        output.figures("贷方", "credit"),
        output.figures("余额", "balance"),
    ];
    let sum = |word: &str, figures: [String; 3]| {
        let words = ["", "", word, "", ""].map(str::to_owned);
        words.into_iter().chain(figures).collect()
    };
    let opening = sum(
        output.say("年初余额", "opening"),
        [String::new(), String::new(), view.opening.0.grouped()],
    );
    let figures = [view.debit, view.credit, view.closing].map(|figure| figure.0.grouped());
    let closing = sum(output.say("本年合计", "year"), figures);
    let rows = [opening].into_iter().chain(view.rows.iter().map(register_row)).chain([closing]);
    let (coop, account, year) = (&view.coop.name, &view.account, view.year);
    format!("{coop}　{} {}　{year}\n{}", account.code, account.name, table(&columns, rows))
}

/// Where several lines stand against one, each is shown with its amount.
fn register_row(row: &RegisterRow) -> Vec<String> {
    let against: Vec<String> = match row.counter.as_slice() {
        [only] => vec![format!("{} {}", only.account, only.name)],
        several => several
            .iter()
            .map(|line| format!("{} {} {}", line.account, line.name, line.amount.0.grouped()))
            .collect(),
    };
    vec![
        row.date.clone(),
        row.voucher.clone(),
        row.summary.clone(),
        format!("{} {}", row.account.code, row.account.name),
        against.join("、"),
        side(row.debit),
        side(row.credit),
        row.balance.0.grouped(),
    ]
}
