//! Years: looked over, closed, left without a distribution, opened again.

use app::view::closing::{PostingDateView, PostingView, YearCloseInput, YearView};

use super::period::{proposed, year_state};
use super::{Chosen, Failure, open};
use crate::args::{PostingWord, Year, YearClose};
use crate::output::Output;

pub fn run(command: Year, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    let view = match command {
        Year::Check { close } => {
            book.check_year(&close.which.coop, close.which.year, &input(&close))?
        }
        Year::Close { close } => {
            book.close_year(&close.which.coop, close.which.year, &input(&close))?
        }
        Year::Waive { which, reason } => {
            book.waive_distribution(&which.coop, which.year, &reason)?
        }
        Year::Reopen { which, reason } => book.reopen_year(&which.coop, which.year, &reason)?,
    };
    output.show(&view, |view| readable(view, output))
}

fn input(close: &YearClose) -> YearCloseInput {
    YearCloseInput {
        posting_date: match close.posting_date {
            PostingWord::YearEnd => PostingDateView::YearEnd,
            PostingWord::Resolution => PostingDateView::Resolution,
        },
        cover: close.cover_loss.clone(),
    }
}

fn readable(view: &YearView, output: &Output) -> String {
    let state = year_state(view.state, output);
    let mut text = format!("{} {} {state}\n", view.coop.name, view.year);
    // A year that was waived or opened again made no voucher.
    if !view.vouchers.is_empty() {
        text += &numbers(&view.numbers, output);
    }
    let figures = [
        (output.say("未分配盈余", "undistributed"), view.undistributed),
        (output.say("盈余公积", "reserve"), view.reserve),
    ];
    for (name, amount) in figures {
        text += &format!("  {name} {}\n", amount.0.grouped());
    }
    text += &format!("  {}\n", output.sentence(&view.next));
    text + &proposed(&view.vouchers, output)
}

/// The vouchers of a distribution.
pub fn posting(view: &PostingView, output: &Output) -> String {
    let state = year_state(view.state, output);
    let mut text = format!("{} {} {state}\n", view.coop.name, view.year);
    text += &numbers(&view.numbers, output);
    text + &proposed(&view.vouchers, output)
}

fn numbers(numbers: &[String], output: &Output) -> String {
    if numbers.is_empty() {
        let said =
            output.say("只看了一遍，什么也没有保存。", "Only looked over; nothing is saved.");
        return format!("  {said}\n");
    }
    let said = output.say("凭证", "vouchers");
    format!("  {said} {}\n", numbers.join(output.say("、", ", ")))
}
