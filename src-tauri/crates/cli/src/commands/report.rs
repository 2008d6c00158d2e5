//! Reports from the books.

use app::view::books::TrialBalanceView;
use app::view::voucher::{RegisterRow, RegisterView};

use super::{Chosen, Failure, open};
use crate::args::Report;
use crate::output::{Output, side, table};

pub fn run(command: Report, book: Chosen, output: &Output) -> Result<(), Failure> {
    match command {
        Report::TrialBalance { coop, at, from, recount } => {
            let view = open(book)?.trial_balance(&coop, &at, from.as_deref(), recount)?;
            output.show(&view, |view| readable(view, output))
        }
        Report::Account { which, account } => {
            let view = open(book)?.account_register(&which.coop, &account, which.year)?;
            output.show(&view, |view| register(view, output))
        }
    }
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
