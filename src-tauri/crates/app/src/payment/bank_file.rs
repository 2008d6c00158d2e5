//! The file by which a bank pays many at once (批量代发): number, name, account, amount, purpose,
//! and a line that sums them up. Account numbers stay texts, so that no zero in front is lost.

use std::path::Path;

use domain::Money;
use domain::sheet::{Cell, Column, Content, Label, Row, RowKind, Sheet};

use super::refused::nobody_with_account;
use super::state::{Owed, State};
use crate::book::Book;
use crate::ledger;
use crate::paper::{count, ending, put, refuse_over_book};
use crate::problem::Problem;
use crate::view::Named;
use crate::view::payment::BankFileView;

impl Book {
    /// Writes what is still to be paid as a file for the bank, xlsx or csv by the file's ending.
    ///
    /// # Errors
    /// As [`Book::payments`]; nobody with a bank account to whom anything is owed, an ending that
    /// is neither, or a file that cannot be written.
    pub fn save_bank_file(
        &mut self,
        coop: &str,
        year: i64,
        path: &Path,
    ) -> Result<BankFileView, Problem> {
        refuse_over_book(path, self.store.path(), "xlsx")?;
        let ending = ending(path);
        let operator = self.store.operator().to_owned();
        let reading = self.store.read()?;
        let state = State::of(&reading, coop, Some(year))?;
        let owed: Vec<&Owed> =
            state.members.iter().filter(|member| member.left() > Money::ZERO).collect();
        let (with, without): (Vec<&Owed>, Vec<&Owed>) =
            owed.into_iter().partition(|member| member.bank_account.is_some());
        if with.is_empty() {
            return Err(nobody_with_account(state.year));
        }
        let amount = with.iter().map(|member| member.left()).sum::<Money>();
        let bytes = match ending.as_str() {
            "csv" => csv(&state, &with)?,
            "xlsx" => ledger::written(&reading, &sheet(&state, &with), "xlsx", operator)?,
            other => return Err(ledger::wrong_ending(other)),
        };
        let saved = put(path, &bytes)?;
        Ok(BankFileView {
            path: saved.path,
            payments: count(with.len()),
            amount: amount.into(),
            without_account: without
                .into_iter()
                .map(|member| Named { code: member.code.clone(), name: member.name.clone() })
                .collect(),
        })
    }
}

const HEADS: [(&str, &str); 6] = [
    ("序号", "No."),
    ("户名", "Name"),
    ("账号", "Account"),
    ("开户行", "Bank"),
    ("金额", "Amount"),
    ("用途", "Purpose"),
];

fn purpose(state: &State) -> String {
    format!("{}年盈余分配", state.year)
}

fn sheet(state: &State, members: &[&Owed]) -> Sheet {
    let title = Label::new("批量代发明细", "Payments by the bank");
    let period = Label::new(format!("{} 年度盈余分配", state.year), state.year.to_string());
    let mut sheet = Sheet::new(title, &state.coop.what.name, period);
    let contents =
        [Content::Code, Content::Text, Content::Text, Content::Text, Content::Money, Content::Text];
    sheet.columns = HEADS
        .iter()
        .zip(contents)
        .map(|((zh, en), content)| Column { group: None, heading: Label::new(*zh, *en), content })
        .collect();
    let purpose = purpose(state);
    for (number, member) in (1_u32..).zip(members) {
        let account = member.bank_account.clone().unwrap_or_default();
        sheet.rows.push(Row::new(
            RowKind::Line,
            vec![
                Cell::Text(number.to_string()),
                Cell::Text(member.name.clone()),
                Cell::Text(account),
                Cell::Text(member.bank_name.clone().unwrap_or_default()),
                Cell::Money(member.left()),
                Cell::Text(purpose.clone()),
            ],
        ));
    }
    let all = members.iter().map(|member| member.left()).sum();
    let said =
        Label::new(format!("合计 {} 笔", members.len()), format!("{} in all", members.len()));
    let amount = Cell::Money(all);
    let total = vec![Cell::Empty, Cell::Label(said), Cell::Empty, Cell::Empty, amount, Cell::Empty];
    sheet.rows.push(Row::new(RowKind::Total, total));
    sheet
}

/// UTF-8 with a mark, by which a spreadsheet knows it.
fn csv(state: &State, members: &[&Owed]) -> Result<Vec<u8>, Problem> {
    let mut out = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    let purpose = purpose(state);
    let mut write = |cells: [&str; 6]| {
        out.write_record(cells).map_err(|error| {
            let said = error.to_string();
            Problem::failed("payment.csv", crate::view::Text::new(said.clone(), said))
        })
    };
    write(HEADS.map(|(zh, _)| zh))?;
    for (number, member) in (1_u32..).zip(members) {
        let account = member.bank_account.as_deref().unwrap_or_default();
        let (number, amount) = (number.to_string(), member.left().to_string());
        let bank = member.bank_name.as_deref().unwrap_or_default();
        write([&number, &member.name, account, bank, &amount, &purpose])?;
    }
    let (many, all) = (
        format!("合计 {} 笔", members.len()),
        members.iter().map(|member| member.left()).sum::<Money>(),
    );
    write(["", &many, "", "", &all.to_string(), ""])?;
    out.into_inner().map_err(|error| {
        let said = error.to_string();
        Problem::failed("payment.csv", crate::view::Text::new(said.clone(), said))
    })
}
