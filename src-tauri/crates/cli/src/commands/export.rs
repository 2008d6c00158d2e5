//! The books for other programs.

use super::{Chosen, Failure, open};
use crate::args::Export;
use crate::output::Output;

pub fn run(command: Export, book: Chosen, output: &Output) -> Result<(), Failure> {
    let Export::Hledger { coop, out } = command;
    let mut book = open(book)?;
    let Some(out) = out else {
        let view = book.hledger(&coop)?;
        return output.show(&view, |view| view.text.clone());
    };
    let view = book.hledger_save(&coop, &out)?;
    output.show(&view, |view| {
        let (vouchers, path) = (view.vouchers, &view.path);
        let zh = format!("{vouchers} 张凭证：{path}\n");
        let en = format!("vouchers {vouchers}: {path}\n");
        output.say(&zh, &en).to_owned()
    })
}
