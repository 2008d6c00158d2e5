//! Imports: a file, whole or not at all.

use app::import::{ImportKind, ImportView};

use super::{Chosen, Failure, open};
use crate::args::{Import, ImportWord};
use crate::output::Output;

pub fn run(import: &Import, book: Chosen, output: &Output) -> Result<(), Failure> {
    let kind = match import.kind {
        ImportWord::Villages => ImportKind::Villages,
        ImportWord::Cooperatives => ImportKind::Cooperatives,
        ImportWord::Members => ImportKind::Members,
        ImportWord::Contributions => ImportKind::Contributions,
        ImportWord::Yields => ImportKind::Yields,
        ImportWord::Deliveries => ImportKind::Deliveries,
        ImportWord::Incomes => ImportKind::Incomes,
        ImportWord::Accounts => ImportKind::Accounts,
        ImportWord::Vouchers => ImportKind::Vouchers,
    };
    let coop = import.coop.as_deref();
    let view = open(book)?.import(kind, &import.file, coop, import.dry_run)?;
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
