//! Months: close and reopen.

use app::view::books::MonthView;

use super::{Chosen, Failure, open};
use crate::args::Period;
use crate::output::Output;

pub fn run(command: Period, book: Chosen, output: &Output) -> Result<(), Failure> {
    let view = match command {
        Period::Close { coop, month } => open(book)?.close_month(&coop, &month)?,
        Period::Reopen { coop, month, reason } => {
            open(book)?.reopen_month(&coop, &month, &reason)?
        }
    };
    output.show(&view, |view| readable(view, output))
}

fn readable(view: &MonthView, output: &Output) -> String {
    let MonthView { coop, month, closed, notes } = view;
    let (zh, en) = if *closed { ("已结账", "closed") } else { ("已反结账", "reopened") };
    let mut text = format!("{coop} {month} {}\n", output.say(zh, en));
    for note in notes {
        text += &format!("  {}\n", output.sentence(note));
    }
    text
}
