//! Recurring vouchers.

use app::view::asset::{RecurringInput, RecurringView};

use super::voucher::read;
use super::{Chosen, Failure, open};
use crate::args::Recurring;
use crate::output::{Output, table};

pub fn run(command: Recurring, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    let view = match command {
        Recurring::Add { file, coop, name, first, last, every, on_day } => {
            let entry = read(&file, coop)?;
            let coop = entry.coop.clone().unwrap_or_default();
            let input = RecurringInput { name, entry, first, last, every, on_day };
            book.add_recurring(&coop, &input)?
        }
        Recurring::List { coop, month } => book.recurring(&coop, &month)?,
        Recurring::End { coop, name, last } => book.end_recurring(&coop, &name, &last)?,
        Recurring::Make { coop, month } => {
            let view = book.make_recurring(&coop, &month)?;
            return output.show(&view, |view| {
                let said = output.say("已生成草稿", "drafts");
                let ids: Vec<String> = view.drafts.iter().map(ToString::to_string).collect();
                format!("{} {} {said} {}\n", view.coop.name, view.month, ids.join(", "))
            });
        }
    };
    output.show(&view, |view| listed(view, output))
}

fn listed(view: &RecurringView, output: &Output) -> String {
    let columns = [
        output.words("名称", "name"),
        output.words("从", "from"),
        output.words("到", "to"),
        output.figures("间隔月数", "months"),
        output.figures("日", "day"),
        output.words(&view.month, &view.month),
    ];
    let rows = view.rows.iter().map(|row| {
        let state = match (row.due, row.made) {
            (_, true) => output.say("已生成", "made"),
            (true, false) => output.say("待生成", "due"),
            (false, false) => "",
        };
        vec![
            row.name.clone(),
            row.first.clone(),
            row.last.clone().unwrap_or_default(),
            row.every.to_string(),
            row.on_day.to_string(),
            state.to_owned(),
        ]
    });
    format!("{}\n{}", view.coop.name, table(&columns, rows))
}
