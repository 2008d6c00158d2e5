//! The chart of accounts.

use app::view::account::{AccountRow, ChartView};

use super::{Chosen, Failure, open};
use crate::args::Account;
use crate::output::{Output, table};

pub fn run(command: Account, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    let row = match command {
        Account::List { coop } => {
            return output.show(&book.chart(&coop)?, |view| readable(view, output));
        }
        Account::Add { coop, parent, name, code } => {
            book.add_account(&coop, &parent, &name, code.as_deref())?
        }
        Account::Off { coop, account } => book.switch_account(&coop, &account, false)?,
        Account::On { coop, account } => book.switch_account(&coop, &account, true)?,
    };
    output.show(&row, |row| format!("{} {}　{}\n", row.account, row.name, state(row, output)))
}

fn state<'a>(row: &AccountRow, output: &'a Output) -> &'a str {
    if row.active { output.say("启用", "on") } else { output.say("停用", "off") }
}

fn readable(view: &ChartView, output: &Output) -> String {
    let columns = [
        output.words("科目", "account"),
        output.words("名称", "name"),
        output.words("状态", "state"),
        output.figures("余额", "balance"),
    ];
    let rows = view.accounts.iter().map(|row| {
        let name = format!("{}{}", "　".repeat(row.level), row.name);
        let state = state(row, output).to_owned();
        vec![row.account.clone(), name, state, row.balance.0.grouped()]
    });
    format!("{}\n{}", view.coop.name, table(&columns, rows))
}
