//! The chart: listed, a sub-account added, accounts switched off and on.

use app::view::books::{AccountRow, AccountsView};

use super::{Chosen, Failure, open};
use crate::args::Account;
use crate::output::{Output, table};

pub fn run(command: Account, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    let view = match command {
        Account::List { coop } => book.accounts(&coop)?,
        Account::Add { coop, parent, code, name } => {
            book.add_account(&coop, &parent, &code, &name)?
        }
        Account::Off { coop, code } => book.switch_account(&coop, &code, false)?,
        Account::On { coop, code } => book.switch_account(&coop, &code, true)?,
    };
    output.show(&view, |view| readable(view, output))
}

fn readable(view: &AccountsView, output: &Output) -> String {
    let columns = [
        output.words("科目", "account"),
        output.words("名称", "name"),
        output.words("明细", "detail"),
        output.words("状态", "state"),
        output.figures("余额", "balance"),
    ];
    let row = |row: &AccountRow| {
        let state = match (row.active, row.used) {
            (false, _) => output.say("停用", "off"),
            (true, true) => output.say("在用", "in use"),
            (true, false) => "",
        };
        let detail = row.detail.clone().unwrap_or_default();
        let balance = if row.used { row.balance.0.grouped() } else { String::new() };
        vec![row.code.clone(), row.name.clone(), detail, state.to_owned(), balance]
    };
    format!("{}\n{}", view.coop.name, table(&columns, view.rows.iter().map(row)))
}
