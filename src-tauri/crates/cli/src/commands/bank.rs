//! The bank's statements beside the books.

use app::view::bank::{BankTakenView, BankView};

use super::{Chosen, Failure, open};
use crate::args::{Bank, BankPlace};
use crate::output::{Output, table};

pub fn run(command: Bank, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    let place =
        |place: &BankPlace| (place.coop.clone(), place.account.clone(), place.month.clone());
    let view = match command {
        Bank::Import { file, coop, account } => {
            let view = book.take_bank_statement(&coop, account.as_deref(), &file)?;
            view.warnings.iter().for_each(|warning| output.warning(warning));
            return output.show(&view, |view| taken(view, output));
        }
        Bank::Show { coop, account, month } => {
            book.bank(&coop, account.as_deref(), month.as_deref())?
        }
        Bank::Match { place: at, bank, book: lines } => {
            let (coop, account, month) = place(&at);
            book.match_bank((&coop, &account, &month), &bank, &lines)?
        }
        Bank::Unmatch { place: at, group } => {
            let (coop, account, month) = place(&at);
            book.unmatch_bank((&coop, &account, &month), group)?
        }
        Bank::Reconcile { place: at, balance, out } => {
            let (coop, account, month) = place(&at);
            let at = (coop.as_str(), account.as_str(), month.as_str());
            let view = book.reconcile_bank(at, balance.as_deref())?;
            if let Some(out) = out {
                book.save_reconciliation(at, balance.as_deref(), &out)?;
            }
            view
        }
        Bank::Void { coop, account, id, reason } => {
            book.void_bank_statement((&coop, &account), id, &reason)?
        }
    };
    output.show(&view, |view| readable(view, output))
}

fn taken(view: &BankTakenView, output: &Output) -> String {
    let BankTakenView { account, lines, known, matched, .. } = view;
    let (came_in, went_out) = (view.came_in.0.grouped(), view.went_out.0.grouped());
    let balance = view.balance.map(|balance| balance.0.grouped()).unwrap_or_default();
    let months = view.months.join(" ");
    match output.say("zh", "en") {
        "zh" => format!(
            "{} {}　{months}　取进 {lines} 笔（已有 {known} 笔），核对上 {matched} 笔\n\
             收入 {came_in}　支出 {went_out}　余额 {balance}\n",
            account.code, account.name
        ),
        _ => format!(
            "{} {}, {months}: {lines} lines taken ({known} were known), {matched} found in the \
             books\nin {came_in}, out {went_out}, balance {balance}\n",
            account.code, account.name
        ),
    }
}

fn readable(view: &BankView, output: &Output) -> String {
    let of = &view.reconciliation;
    let unknown = || output.say("未知", "not known").to_owned();
    let figure =
        |amount: Option<app::view::Yuan>| amount.map_or_else(unknown, |amount| amount.0.grouped());
    let columns = [
        output.words("银行存款余额调节表", "reconciliation"),
        output.figures("银行", "bank"),
        output.figures("账面", "books"),
    ];
    let row = |zh: &str, en: &str, bank: String, book: String| {
        vec![output.say(zh, en).to_owned(), bank, book]
    };
    let rows = vec![
        row("余额", "balance", figure(of.bank), of.book.0.grouped()),
        row("加：对方未记的收入", "add: in", of.book_in.0.grouped(), of.bank_in.0.grouped()),
        row("减：对方未记的支出", "less: out", of.book_out.0.grouped(), of.bank_out.0.grouped()),
        row("调节后余额", "adjusted", figure(of.bank_adjusted), of.book_adjusted.0.grouped()),
    ];
    let state = match (&view.made, of.difference) {
        (Some(_), _) => output.say("已对账", "reconciled").to_owned(),
        (None, Some(off)) if off.0.fen() != 0 => {
            format!("{} {}", output.say("还差", "not explained:"), off.0.grouped())
        }
        (None, _) => output.say("未对账", "not reconciled").to_owned(),
    };
    let account = &view.account;
    let head =
        format!("{}　{} {}　{}　{state}\n", view.coop.name, account.code, account.name, view.month);
    head + &table(&columns, rows) + &open_lines(view, output)
}

/// What is open on either side.
fn open_lines(view: &BankView, output: &Output) -> String {
    let columns = [
        output.words("未达账项", "open"),
        output.words("日期", "day"),
        output.words("凭证", "voucher"),
        output.words("摘要", "summary"),
        output.figures("金额", "amount"),
    ];
    let bank = view.bank_open.iter().map(|line| {
        let side = output.say("银行", "bank").to_owned();
        vec![side, line.date.clone(), String::new(), line.summary.clone(), line.amount.0.grouped()]
    });
    let book = view.book_open.iter().map(|line| {
        let side = output.say("账面", "books").to_owned();
        let amount = line.amount.0.grouped();
        vec![side, line.date.clone(), line.voucher.clone(), line.summary.clone(), amount]
    });
    let rows: Vec<Vec<String>> = bank.chain(book).collect();
    if rows.is_empty() { String::new() } else { format!("\n{}", table(&columns, rows)) }
}
