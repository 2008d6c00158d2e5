//! What is refused of a move of capital, with the figures and a way on.

use domain::share::CapitalError;
use domain::share_move::{ShareMove, ShareMoveError, ShareMoveKind};
use domain::{Money, Month};
use jiff::civil::Date;
use store::ShareMoveRecord;

use super::views::word;
use crate::problem::Problem;
use crate::view::Text;
use crate::voucher::written;

pub(super) fn impossible(name: &str, kind: ShareMoveKind, error: &ShareMoveError) -> Problem {
    let what = word(kind);
    let (field, text) = match error {
        ShareMoveError::MoreThanHeld { wanted, held } => {
            let (wanted, held) = (wanted.grouped(), held.grouped());
            let text = Text::new(
                format!(
                    "{name} 可动的股金只有 {held}，{} {wanted} 多了。核对金额和股份种类。",
                    what.zh
                ),
                format!("{name} has {held}; {wanted} are more. Check amount and share class."),
            );
            ("amount", text)
        }
        ShareMoveError::NotAll { wanted, held } => {
            let (wanted, held) = (wanted.grouped(), held.grouped());
            let text = Text::new(
                format!("{name} 有股金 {held}，退社要全部退，不是 {wanted}。只退一部分的记减资。"),
                format!("{name} has {held}; who leaves takes all of it. Note a part as taken out."),
            );
            ("amount", text)
        }
        ShareMoveError::LossBeyond { loss, paid_back } => {
            let (loss, paid_back) = (loss.grouped(), paid_back.grouped());
            let text = Text::new(
                format!(
                    "分担亏损 {loss} 超过应退的 {paid_back}。成员以其出资和份额为限承担，改小。"
                ),
                format!("A loss of {loss} is more than the {paid_back} paid back. Make it less."),
            );
            ("loss", text)
        }
        ShareMoveError::Capital(CapitalError::BelowZero { on, capital }) => {
            let capital = capital.grouped();
            let text = Text::new(
                format!(
                    "这样 {name} 在 {on} 的股金会是 {capital}。核对日期：以后还有股金退出或转出。"
                ),
                format!(
                    "{name} would have {capital} on {on}. Check the day: more moved out later."
                ),
            );
            ("on", text)
        }
        ShareMoveError::Capital(CapitalError::TooLarge) => {
            let text = Text::new(
                format!("{name} 的股金合计超出可以计算的范围，核对金额。"),
                format!("The capital of {name} is beyond what can be counted; check the amount."),
            );
            ("amount", text)
        }
    };
    Problem::refused("share.impossible", text).about(field)
}

/// Nobody takes more of the reserve along than its share.
pub(super) fn refuse_reserve(name: &str, what: &ShareMove, held: Money) -> Result<(), Problem> {
    if what.reserve <= held {
        return Ok(());
    }
    let (wanted, held) = (what.reserve.grouped(), held.grouped());
    let text = Text::new(
        format!(
            "{name} 的公积金份额只有 {held}，{wanted} 多了。改小；还没有量化的，先在成员页量化公积金。"
        ),
        format!(
            "{name} has {held} of the reserve; {wanted} is more. Take less, or split the reserve \
             among the members first."
        ),
    );
    Err(Problem::refused("share.reserve", text).about("reserve"))
}

pub(super) fn no_amount(text: &str, field: &str) -> Problem {
    let said = Text::new(
        format!("“{text}”不是金额，填 0 或以上的数，最多两位小数。"),
        format!("“{text}” is no amount; write a number from 0, with two decimals at most."),
    );
    Problem::input("share.amount", said).about(field)
}

pub(super) fn nothing_moves(kind: ShareMoveKind) -> Problem {
    let text = match kind {
        ShareMoveKind::Left => Text::new(
            "这名成员没有股金，没有可退的。",
            "This member has no capital; there is nothing to pay back.",
        ),
        ShareMoveKind::PutIn | ShareMoveKind::TakenOut | ShareMoveKind::Passed => {
            Text::new("金额是 0，填大于 0 的金额。", "The amount is 0; write more than that.")
        }
    };
    Problem::refused("share.nothing", text).about("amount")
}

pub(super) fn same_member(name: &str) -> Problem {
    let text = Text::new(
        format!("{name} 不能转给自己。选另一名成员；新成员先登记。"),
        format!("{name} passes nothing on to itself. Choose another; add a new member first."),
    );
    Problem::refused("share.same_member", text).about("to")
}

pub(super) fn no_account(code: &str) -> Problem {
    let text = Text::new(
        format!("科目“{code}”没有、停用了，或有下级。选一个明细科目，例如 102 下的银行。"),
        format!("The account “{code}” takes no lines. Choose one that does, such as the bank."),
    );
    Problem::refused("share.account", text).about("account")
}

pub(super) fn too_late(on: Date) -> Problem {
    let text = Text::new(
        format!("日期 {on} 太远，多半是年份写错了。改成实际的日期。"),
        format!("{on} is far ahead; the year is most likely mistyped. Write the real day."),
    );
    Problem::refused("share.too_late", text).about("on")
}

pub(super) fn unknown_move() -> Problem {
    let text = Text::new(
        "登记簿里没有这笔股金变动。重新打开成员页。",
        "The register has no such move of capital. Open the member's page again.",
    );
    Problem::refused("share.unknown", text).about("id")
}

pub(super) fn taken_back() -> Problem {
    let text = Text::new(
        "这笔股金变动已经撤回。要记的，另记一笔。",
        "This move of capital was taken back. Note another one.",
    );
    Problem::refused("share.taken_back", text).about("id")
}

pub(super) fn before_books(starts: Month) -> Problem {
    let text = Text::new(
        format!("这笔在建账月份 {starts} 以前，余额在期初里，不做凭证。"),
        format!("This was before the books began in {starts}; the opening balances hold it."),
    );
    Problem::refused("share.before_books", text).about("id")
}

/// Its draft or voucher, as a sentence that ends in what to do.
fn stands(record: &ShareMoveRecord, zh: &str, en: &str) -> Text {
    match (written(record.voucher.clone()), record.draft) {
        (Some(number), _) => Text::new(
            format!("这笔变动已做成凭证 {number}。先冲销它{zh}。"),
            format!("Voucher {number} was made of this. Reverse it first{en}."),
        ),
        (None, draft) => {
            let id = draft.map_or(0, |draft| draft.number());
            Text::new(
                format!("这笔变动有草稿 {id}。先放弃它{zh}。"),
                format!("Draft {id} was made of this. Drop it first{en}."),
            )
        }
    }
}

pub(super) fn drafted(record: &ShareMoveRecord) -> Problem {
    let text = stands(record, "，再重做", ", then make another");
    Problem::refused("share.drafted", text).about("id")
}

pub(super) fn in_use(record: &ShareMoveRecord) -> Problem {
    let text = stands(record, "，再撤回", ", then take this back");
    Problem::refused("share.in_use", text).about("id")
}
