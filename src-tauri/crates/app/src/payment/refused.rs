//! What is refused of a payment, with the figures and a way on.

use domain::{FiscalYear, Money};
use jiff::civil::Date;

use super::state::Owed;
use crate::problem::Problem;
use crate::view::Text;

/// The code of the refusal that there is no posted distribution.
pub(super) const NOT_POSTED: &str = "payment.not_posted";

pub(super) fn not_posted(coop: &str, year: Option<FiscalYear>) -> Problem {
    let text = match year {
        Some(year) => Text::new(
            format!("{coop} {year} 年的盈余分配还没有记账，没有可发放的。先记账，再发放。"),
            format!("The distribution of {coop} for {year} is not posted. Post it, then pay."),
        ),
        None => Text::new(
            format!("{coop}还没有记账的盈余分配，没有可发放的。"),
            format!("{coop} has no distribution that is posted."),
        ),
    };
    Problem::refused(NOT_POSTED, text).about("year")
}

pub(super) fn before_posting(on: Date, posted_on: Date) -> Problem {
    let text = Text::new(
        format!("发放日期 {on} 早于分配记账的 {posted_on}。改成 {posted_on} 或以后的日期。"),
        format!("{on} is before the distribution was posted on {posted_on}. Choose a later day."),
    );
    Problem::refused("payment.before_posting", text).about("on")
}

pub(super) fn unknown_member(code: &str, year: FiscalYear) -> Problem {
    let text = Text::new(
        format!("{year} 年的分配里没有编号为 {code} 的成员。从列表里选。"),
        format!("The distribution of {year} has no member {code}. Choose one of the list."),
    );
    Problem::refused("payment.unknown", text).about("members")
}

pub(super) fn paid_already(member: &Owed) -> Problem {
    let (code, name, drafted) = (&member.code, &member.name, member.drafted());
    let text = if drafted > Money::ZERO {
        let drafted = drafted.grouped();
        Text::new(
            format!("{code} {name} 的 {drafted} 已经在草稿里，没有再发。先把草稿记账，或放弃它。"),
            format!("{drafted} of {code} {name} is in a draft already. Post or drop it first."),
        )
    } else {
        Text::new(
            format!("{code} {name} 的分配已经全部发放，没有再发。"),
            format!("{code} {name} is paid already; nothing was paid again."),
        )
    };
    Problem::refused("payment.paid", text).about("members")
}

pub(super) fn nothing_left(year: FiscalYear) -> Problem {
    let text = Text::new(
        format!("{year} 年和以前的分配都已发放，或在草稿里，没有可发的。"),
        format!("All of {year} and before is paid, or in drafts."),
    );
    Problem::refused("payment.nothing", text).about("members")
}

pub(super) fn too_much(member: &Owed, amount: Money) -> Problem {
    let (code, name) = (&member.code, &member.name);
    let (left, amount) = (member.left(), amount);
    if amount <= Money::ZERO {
        let amount = amount.grouped();
        let text = Text::new(
            format!("发放金额 {amount} 要大于零。"),
            format!("The amount {amount} must be above zero."),
        );
        return Problem::refused("payment.amount", text).about("amount");
    }
    let over = (amount - left).grouped();
    let (left, amount) = (left.grouped(), amount.grouped());
    let text = Text::new(
        format!("{code} {name} 还有 {left} 没发，要发 {amount}，多了 {over}。填不超过 {left}。"),
        format!("{code} {name} is owed {left}; {amount} is {over} too much. Pay at most {left}."),
    );
    Problem::refused("payment.too_much", text).about("amount")
}

pub(super) fn one_member() -> Problem {
    let text = Text::new(
        "填了金额的，只能发给一名成员。选一名成员，或者不填金额、全部发放。",
        "An amount is of one member. Choose one, or leave the amount out and pay all.",
    );
    Problem::input("payment.one_member", text).about("members")
}

pub(super) fn no_amount(said: Text) -> Problem {
    let text = Text::new(format!("发放金额{}。", said.zh), format!("The amount: {}.", said.en));
    Problem::input("payment.amount", text).about("amount")
}

pub(super) fn no_account(code: &str) -> Problem {
    let text = Text::new(
        format!("{code} 不是现金或银行科目。选 101、102 或 109 下的科目。"),
        format!("{code} is no account of cash or bank. Choose one below 101, 102 or 109."),
    );
    Problem::refused("payment.account", text).about("account")
}

pub(super) fn nobody_with_account(year: FiscalYear) -> Problem {
    let text = Text::new(
        format!("{year} 年还没发的成员都没有登记银行账号，没有写文件。先登记账号，或发现金。"),
        format!("Nobody who is owed anything of {year} has a bank account noted."),
    );
    Problem::refused("payment.no_accounts", text).about("members")
}
