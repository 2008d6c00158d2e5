//! Papers as PDF.

use super::{Chosen, Failure, open};
use crate::args::Print;
use crate::output::Output;

pub fn run(command: Print, book: Chosen, output: &Output) -> Result<(), Failure> {
    let Print::Slips { which, village, out } = command;
    let view = open(book)?.slips_save(&which.coop, which.year, village.as_deref(), &out)?;
    output.show(&view, |view| {
        let (slips, pages, path) = (view.slips, view.pages, &view.path);
        let zh = format!("分红单 {slips} 张，{pages} 页：{path}\n");
        let en = format!("slips {slips}, pages {pages}: {path}\n");
        output.say(&zh, &en).to_owned()
    })
}
