//! Counts of cash.

use app::Problem;
use app::view::Text;
use app::view::bank::{CashInput, CashRow, PieceInput};

use super::draft::readable as draft;
use super::{Chosen, Failure, open};
use crate::args::Cash;
use crate::output::{Output, table};

pub fn run(command: Cash, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    match command {
        Cash::Count { coop, on, account, counted, pieces, note } => {
            let pieces = pieces.iter().map(|text| piece(text)).collect::<Result<Vec<_>, _>>()?;
            let input = CashInput { on, account, counted, pieces, note };
            let view = book.count_cash(&coop, &input)?;
            output.show(&view, |view| {
                let made = view.draft.as_ref().map(|made| draft(made, output));
                let latest = view.cash.rows.get(..1).unwrap_or_default();
                counts(latest, output) + &made.unwrap_or_default()
            })
        }
        Cash::List { coop } => {
            let view = book.cash(&coop)?;
            output.show(&view, |view| format!("{}\n{}", view.coop.name, counts(&view.rows, output)))
        }
    }
}

/// `100=12`, a note or coin and how many of it.
fn piece(text: &str) -> Result<PieceInput, Problem> {
    let parts = text.split_once('=');
    let (worth, count) = parts.ok_or_else(|| {
        let said = Text::new(
            format!("“{text}”不是面额和张数。写成 100=12 的样子。"),
            format!("“{text}” is no note or coin with its number. Write it like 100=12."),
        );
        Problem::input("cash.pieces", said).about("pieces")
    })?;
    Ok(PieceInput { worth: worth.trim().to_owned(), count: count.trim().to_owned() })
}

fn counts(rows: &[CashRow], output: &Output) -> String {
    let columns = [
        output.words("日期", "day"),
        output.words("科目", "account"),
        output.figures("盘点", "counted"),
        output.figures("账面", "books"),
        output.figures("差额", "difference"),
        output.words("凭证", "voucher"),
    ];
    let rows = rows.iter().map(|row| {
        let draft = row.draft.map(|id| format!("{} {id}", output.say("草稿", "draft")));
        vec![
            row.on.clone(),
            row.account.clone(),
            row.counted.0.grouped(),
            row.book.0.grouped(),
            row.difference.0.grouped(),
            row.voucher.clone().or(draft).unwrap_or_default(),
        ]
    });
    table(&columns, rows)
}
