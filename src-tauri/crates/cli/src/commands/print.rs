//! Papers as PDF.

use app::Printed;

use super::{Chosen, Failure, open};
use crate::args::Print;
use crate::output::Output;

pub fn run(command: Print, book: Chosen, output: &Output) -> Result<(), Failure> {
    match command {
        Print::Slips { which, village, out } => {
            let mut book = open(book)?;
            let view = book.slips_save(&which.coop, which.year, village.as_deref(), &out)?;
            output.show(&view, |view| {
                let (slips, pages, path) = (view.slips, view.pages, &view.path);
                let zh = format!("分红单 {slips} 张，{pages} 页：{path}\n");
                let en = format!("slips {slips}, pages {pages}: {path}\n");
                output.say(&zh, &en).to_owned()
            })
        }
        Print::Plan { which, out } => {
            let saved = open(book)?.save_plan(&which.coop, which.year, &out)?;
            output.show(&saved, |saved| format!("{}\n", saved.path))
        }
        Print::Vouchers { coop, from, to, out } => {
            let days = Printed::Days(from.as_deref(), to.as_deref());
            let view = open(book)?.vouchers_save(&coop, days, &out)?;
            output.show(&view, |view| {
                let (vouchers, pages, path) = (view.vouchers, &view.pages, &view.path);
                // A workbook has no pages.
                let (mut zh, mut en) = (String::new(), String::new());
                if *pages > 0 {
                    (zh, en) = (format!("，{pages} 页"), format!(", pages {pages}"));
                }
                let zh = format!("凭证 {vouchers} 张{zh}：{path}\n");
                let en = format!("vouchers {vouchers}{en}: {path}\n");
                output.say(&zh, &en).to_owned()
            })
        }
    }
}
