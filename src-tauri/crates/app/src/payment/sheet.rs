//! The sheet on which members sign for what they are paid in cash (领款登记表): what each is owed, what
//! of it is paid, what is to be paid, and room for a name and a day.

use std::path::Path;

use domain::Money;
use domain::sheet::{Cell, Column, Content, Label, Row, RowKind, Sheet};

use super::refused::nothing_left;
use super::state::{Owed, State};
use crate::book::Book;
use crate::ledger;
use crate::paper::{ending, put, refuse_over_book};
use crate::problem::Problem;
use crate::view::ledger::SavedView;

impl Book {
    /// Writes the sheet for the signatures of all members to whom something is owed, as PDF or
    /// workbook.
    ///
    /// # Errors
    /// A cooperative that is not known, a distribution that is not posted, nobody to whom anything
    /// is owed, an ending that is neither, a path over the book or one that cannot be written.
    pub fn save_payment_sheet(
        &mut self,
        coop: &str,
        year: i64,
        path: &Path,
    ) -> Result<SavedView, Problem> {
        let ending = ending(path);
        refuse_over_book(path, self.store.path(), &ending)?;
        let operator = self.store.operator().to_owned();
        let reading = self.store.read()?;
        let state = State::of(&reading, coop, Some(year))?;
        let owed: Vec<&Owed> =
            state.members.iter().filter(|member| member.left() > Money::ZERO).collect();
        if owed.is_empty() {
            return Err(nothing_left(state.year));
        }
        let bytes = ledger::written(&reading, &sheet(&state, &owed), &ending, operator)?;
        put(path, &bytes)
    }
}

/// Room to sign: blanks keep the column as wide as a name and a thumb need.
const ROOM: &str = "　　　　　　　　";

fn sheet(state: &State, owed: &[&Owed]) -> Sheet {
    let title = Label::new("盈余分配领款登记表", "Payments signed for");
    let period = Label::new(format!("{} 年度盈余分配", state.year), state.year.to_string());
    let mut sheet = Sheet::new(title, &state.coop.what.name, period);
    let column =
        |zh: &str, en: &str, content| Column { group: None, heading: Label::new(zh, en), content };
    sheet.columns = vec![
        column("序号", "No.", Content::Code),
        column("编号", "Code", Content::Code),
        column("户名", "Name", Content::Text),
        column("盈余返还", "Refund", Content::Money),
        column("剩余盈余", "Dividend", Content::Money),
        column("已发", "Paid", Content::Money),
        column("本次应发", "To pay", Content::Money),
        column("领款人签名、日期", "Signature, day", Content::Text),
    ];
    let mut totals = [Money::ZERO; 4];
    for (number, member) in (1_u32..).zip(owed) {
        let sums = member.sums();
        let amounts = [sums.refund.0, sums.dividend.0, sums.paid.0, member.left()];
        for (total, amount) in totals.iter_mut().zip(amounts) {
            *total += amount;
        }
        let mut cells = vec![
            Cell::Text(number.to_string()),
            Cell::Text(member.code.clone()),
            Cell::Text(member.name.clone()),
        ];
        cells.extend(amounts.map(Cell::Money));
        cells.push(Cell::Text(ROOM.to_owned()));
        sheet.rows.push(Row::new(RowKind::Line, cells));
    }
    let said = Label::new(format!("合计 {} 人", owed.len()), format!("{} in all", owed.len()));
    let mut cells = vec![Cell::Empty, Cell::Empty, Cell::Label(said)];
    cells.extend(totals.map(Cell::Money));
    cells.push(Cell::Empty);
    sheet.rows.push(Row::new(RowKind::Total, cells));
    sheet
}
