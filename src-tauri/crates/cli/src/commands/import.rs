//! Imports: a file, whole or not at all; which there were; taking one back.

use app::import::{ImportKind, ImportView};
use app::view::Rows;
use app::view::import::BatchView;

use super::{Chosen, Failure, open};
use crate::args::{Import, ImportFile, ImportHistory, ImportWord};
use crate::output::{Output, table};

pub fn run(import: &Import, book: Chosen, output: &Output) -> Result<(), Failure> {
    match &import.history {
        Some(ImportHistory::Undo { batch }) => {
            let view = open(book)?.undo_import(*batch)?;
            output.show(&view, |view| undone(view, output))
        }
        Some(ImportHistory::List) => {
            let rows = Rows { rows: open(book)?.imports()?.rows };
            output.show(&rows, |rows| list(&rows.rows, output))
        }
        None => take(&import.file, book, output),
    }
}

fn take(asked: &ImportFile, book: Chosen, output: &Output) -> Result<(), Failure> {
    // Both are there where nothing is asked of the history: the arguments demand them.
    let (Some(word), Some(file)) = (asked.kind, &asked.file) else { return Ok(()) };
    let kind = match word {
        ImportWord::Villages => ImportKind::Villages,
        ImportWord::Cooperatives => ImportKind::Cooperatives,
        ImportWord::Members => ImportKind::Members,
        ImportWord::Contributions => ImportKind::Contributions,
        ImportWord::Yields => ImportKind::Yields,
        ImportWord::Deliveries => ImportKind::Deliveries,
        ImportWord::Incomes => ImportKind::Incomes,
        ImportWord::Accounts => ImportKind::Accounts,
        ImportWord::OpeningBalances => ImportKind::OpeningBalances,
        ImportWord::Vouchers => ImportKind::Vouchers,
    };
    let coop = asked.coop.as_deref();
    let view = open(book)?.import(kind, file, coop, asked.dry_run)?;
    for warning in &view.warnings {
        output.warning(warning);
    }
    output.show(&view, |view| taken(view, output))
}

fn taken(view: &ImportView, output: &Output) -> String {
    let rows = view.rows;
    let vouchers = view.vouchers;
    let zh = vouchers.map(|count| format!("，{count} 张凭证")).unwrap_or_default();
    let en = vouchers.map(|count| format!(", vouchers {count}")).unwrap_or_default();
    let text = match view.batch {
        Some(batch) => (
            format!("第 {batch} 批：导入 {rows} 行{zh}。\n"),
            format!("Batch {batch} imported: rows {rows}{en}.\n"),
        ),
        None => (
            format!("试导入：{rows} 行{zh}都可以导入，账套没有改动。\n"),
            format!("Trial run: rows {rows}{en}, all can be imported; the book is unchanged.\n"),
        ),
    };
    output.say(&text.0, &text.1).to_owned()
}

fn undone(view: &BatchView, output: &Output) -> String {
    let BatchView { batch, file, rows, .. } = view;
    let zh = format!("第 {batch} 批（{file}，{rows} 行）已撤销，同一个文件可以再导入。\n");
    let en = format!(
        "Batch {batch} ({file}, rows {rows}) taken back; the same file can be imported again.\n"
    );
    output.say(&zh, &en).to_owned()
}

fn list(rows: &[BatchView], output: &Output) -> String {
    let columns = [
        output.figures("批次", "batch"),
        output.words("内容", "kind"),
        output.words("文件", "file"),
        output.words("合作社", "coop"),
        output.figures("行", "rows"),
        output.figures("凭证", "vouchers"),
        output.words("操作员", "by"),
        output.words("时间", "at"),
        output.words("撤销", "taken back"),
    ];
    let rows = rows.iter().map(|row| {
        let undone = row.undone.as_ref().map(|undone| format!("{} {}", undone.who, undone.when));
        vec![
            row.batch.to_string(),
            output.sentence(&row.name).to_owned(),
            row.file.clone(),
            row.coop.clone().unwrap_or_default(),
            row.rows.to_string(),
            row.vouchers.map(|count| count.to_string()).unwrap_or_default(),
            row.who.clone(),
            row.when.clone(),
            undone.unwrap_or_default(),
        ]
    });
    table(&columns, rows)
}
