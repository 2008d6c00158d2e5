//! What is refused of the bank's statements, with the figures and a way on.

use domain::account::Account;
use domain::bank::Reconciliation;
use domain::{Money, Month};

use crate::problem::Problem;
use crate::view::Text;

pub(super) fn taken_before(file_name: &str, account: &Account) -> Problem {
    let (code, name) = (&account.code, &account.name);
    let text = Text::new(
        format!("{file_name} 已经取进 {code} {name}，没有再取一次。"),
        format!("{file_name} was taken for {code} {name} before and was not taken again."),
    );
    Problem::refused("bank.taken_before", text).about("path")
}

pub(super) fn all_known(file_name: &str, known: usize) -> Problem {
    let text = Text::new(
        format!("{file_name} 的 {known} 笔都在以前取的对账单里，没有新的。"),
        format!("All {known} lines of {file_name} are in earlier statements; nothing is new."),
    );
    Problem::refused("bank.all_known", text).about("path")
}

pub(super) fn unknown_account(code: &str) -> Problem {
    let text = Text::new(
        format!("{code} 不是银行账户。选 102 银行存款下的科目。"),
        format!("{code} is no bank account. Choose one at or below 102."),
    );
    Problem::refused("bank.account", text).about("account")
}

pub(super) fn unknown_line() -> Problem {
    let text = Text::new(
        "这一笔已经不在，或已经核对上。重新打开对账页。",
        "That line is not there any more, or is matched already. Open the page again.",
    );
    Problem::refused("bank.unknown_line", text).about("lines")
}

pub(super) fn too_few() -> Problem {
    let text = Text::new(
        "要选两笔以上：银行一边和账上一边，金额合计相等。",
        "Choose two lines or more: of the bank and of the books, coming to the same.",
    );
    Problem::refused("bank.too_few", text).about("lines")
}

pub(super) fn not_the_same(bank: Money, book: Money) -> Problem {
    let (bank, book, off) = (bank.grouped(), book.grouped(), (bank - book).grouped());
    let text = Text::new(
        format!("银行一边合计 {bank}，账上一边合计 {book}，差 {off}，没有核对。选金额相等的。"),
        format!("The bank's lines come to {bank}, those of the books to {book}: {off} apart."),
    );
    Problem::refused("bank.not_the_same", text).about("lines")
}

pub(super) fn no_balance(month: Month) -> Problem {
    let last = month.last_day();
    let text = Text::new(
        format!("没有 {last} 的银行余额：先取对账单，或填上银行余额。"),
        format!("The bank's balance on {last} is not known: take its statement, or type it."),
    );
    Problem::refused("bank.no_balance", text).about("balance")
}

pub(super) fn unexplained(what: &Reconciliation) -> Problem {
    let (bank, book) = (what.bank_adjusted().grouped(), what.book_adjusted().grouped());
    let off = what.difference().grouped();
    let text = Text::new(
        format!(
            "调节后银行余额 {bank}，账上余额 {book}，还差 {off}，没有确认。查对银行余额和未达账项。"
        ),
        format!(
            "With what is open the bank stands at {bank} and the books at {book}: {off} is not \
             explained. Check the bank's balance and the open lines."
        ),
    );
    Problem::refused("bank.unexplained", text).about("balance")
}

pub(super) fn matched_lines(file_name: &str, matched: u32) -> Problem {
    let text = Text::new(
        format!("{file_name} 有 {matched} 笔已经核对上，没有作废。先取消这些核对。"),
        format!("{matched} lines of {file_name} are matched; take them apart first."),
    );
    Problem::refused("bank.matched", text).about("id")
}

pub(super) fn no_amount(said: Text) -> Problem {
    let text =
        Text::new(format!("银行余额{}。", said.zh), format!("The bank's balance: {}.", said.en));
    Problem::input("bank.balance", text).about("balance")
}
