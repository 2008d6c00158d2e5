//! Reports from the books.

use std::path::PathBuf;

use app::view::books::TrialBalanceView;

use super::{Failure, open};
use crate::args::Report;
use crate::output::{Output, table};

pub fn run(command: Report, book: Option<PathBuf>, output: &Output) -> Result<(), Failure> {
    let Report::TrialBalance { coop, at, from, recount: _ } = command;
    let view = open(book)?.trial_balance(&coop, &at, from.as_deref())?;
    output.show(&view, |view| readable(view, output))
}

fn readable(view: &TrialBalanceView, output: &Output) -> String {
    let columns = [
        output.words("科目", "account"),
        output.words("名称", "name"),
        output.figures("年初余额", "opening"),
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
