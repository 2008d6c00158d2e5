//! Members over the years: changes of the register, and how capital moves.

use app::Book;
use app::view::register::MemberView;
use app::view::share::{
    MemberChangeInput, MemberFieldView, ReserveByView, ReserveView, ShareMoveInput,
    ShareMoveKindView, ShareMoveMadeView, ShareMoveRow,
};

use super::Failure;
use super::draft::readable as draft;
use crate::args::{ChangeMember, MoveShares, ReserveWord};
use crate::output::{Output, table};

pub fn change(change: ChangeMember) -> (String, String, MemberChangeInput) {
    let input = MemberChangeInput {
        on: change.on,
        reason: change.reason,
        name: change.name,
        head: change.head,
        village: change.village,
        joined_on: change.joined,
        id_number: change.id_number,
        bank_account: change.bank_account,
        bank_name: change.bank_name,
        address: change.address,
        extra_votes: change.extra_votes,
    };
    (change.coop, change.code, input)
}

pub fn put(
    book: &mut Book,
    kind: ShareMoveKindView,
    moved: MoveShares,
    output: &Output,
) -> Result<(), Failure> {
    keep(book, kind, None, moved, output)
}

pub fn pass(
    book: &mut Book,
    to: String,
    moved: MoveShares,
    output: &Output,
) -> Result<(), Failure> {
    keep(book, ShareMoveKindView::Passed, Some(to), moved, output)
}

fn keep(
    book: &mut Book,
    kind: ShareMoveKindView,
    to: Option<String>,
    moved: MoveShares,
    output: &Output,
) -> Result<(), Failure> {
    let input = ShareMoveInput {
        kind,
        member: moved.code,
        to,
        on: moved.on,
        amount: moved.amount,
        premium: moved.premium,
        reserve: moved.reserve,
        loss: moved.loss,
        form: moved.form,
        share_class: moved.class,
        account: moved.account,
        evaluation: moved.evaluation,
        reason: moved.reason,
    };
    let view = book.add_share_move(&moved.coop, &input)?;
    output.show(&view, |view| made(view, output))
}

fn made(view: &ShareMoveMadeView, output: &Output) -> String {
    let row = moves(std::slice::from_ref(&view.row), output);
    let note = || {
        output.say(
            "在建账以前，余额在期初里，不做凭证。\n",
            "Before the books began: the opening balances hold it, and no voucher is made.\n",
        )
    };
    row + &view.draft.as_ref().map_or_else(|| note().to_owned(), |view| draft(view, output))
}

/// Moves of capital as a table.
pub fn moves(rows: &[ShareMoveRow], output: &Output) -> String {
    let columns = [
        output.figures("号", "no."),
        output.words("日期", "date"),
        output.words("变动", "move"),
        output.words("成员", "member"),
        output.words("转给", "to"),
        output.figures("股金", "capital"),
        output.figures("收付", "paid"),
        output.words("凭证", "voucher"),
        output.words("原因", "reason"),
    ];
    let rows = rows.iter().map(|row| {
        let (zh, en) = kind(row);
        let made = match (&row.voucher, row.draft) {
            (Some(number), _) => number.clone(),
            (None, Some(draft)) => output.say("草稿 ", "draft ").to_owned() + &draft.to_string(),
            (None, None) => String::new(),
        };
        vec![
            row.id.to_string(),
            row.on.clone(),
            output.say(zh, en).to_owned(),
            format!("{} {}", row.member.code, row.member.name),
            row.to.as_ref().map(|to| format!("{} {}", to.code, to.name)).unwrap_or_default(),
            row.capital.0.grouped(),
            row.paid.0.grouped(),
            made,
            row.reason.clone().unwrap_or_default(),
        ]
    });
    table(&columns, rows)
}

fn kind(row: &ShareMoveRow) -> (&'static str, &'static str) {
    match (row.kind, row.takes_back) {
        (ShareMoveKindView::PutIn, false) => ("出资", "put in"),
        (ShareMoveKindView::TakenOut, false) => ("减资", "taken out"),
        (ShareMoveKindView::Left, false) => ("退社", "left"),
        (ShareMoveKindView::Passed, false) => ("转让", "passed on"),
        (ShareMoveKindView::PutIn, true) => ("撤回出资", "taken back: put in"),
        (ShareMoveKindView::TakenOut, true) => ("撤回减资", "taken back: taken out"),
        (ShareMoveKindView::Left, true) => ("撤回退社", "taken back: left"),
        (ShareMoveKindView::Passed, true) => ("撤回转让", "taken back: passed on"),
    }
}

/// The changes of a member as a table.
pub fn changes(view: &MemberView, output: &Output) -> String {
    let columns = [
        output.words("日期", "date"),
        output.words("变更", "changed"),
        output.words("变更前", "before"),
        output.words("变更后", "after"),
        output.words("原因", "reason"),
    ];
    let rows = view.changes.iter().map(|row| {
        let (zh, en) = field(row.field);
        vec![
            row.on.clone(),
            output.say(zh, en).to_owned(),
            row.before.clone().unwrap_or_default(),
            row.after.clone().unwrap_or_default(),
            row.reason.clone(),
        ]
    });
    format!("{} {}\n", view.row.code, view.row.name) + &table(&columns, rows)
}

fn field(field: MemberFieldView) -> (&'static str, &'static str) {
    match field {
        MemberFieldView::Name => ("名称", "name"),
        MemberFieldView::Head => ("户主", "head"),
        MemberFieldView::Village => ("村", "village"),
        MemberFieldView::JoinedOn => ("入社日期", "joined"),
        MemberFieldView::IdNumber => ("证件号码", "ID number"),
        MemberFieldView::BankAccount => ("银行账号", "bank account"),
        MemberFieldView::BankName => ("开户行", "bank"),
        MemberFieldView::Address => ("地址", "address"),
        MemberFieldView::ExtraVotes => ("附加表决权", "extra votes"),
    }
}

pub fn by(word: ReserveWord) -> ReserveByView {
    match word {
        ReserveWord::Capital => ReserveByView::Capital,
        ReserveWord::Patronage => ReserveByView::Patronage,
        ReserveWord::Equal => ReserveByView::Equal,
    }
}

/// What each member gets of the reserve.
pub fn reserve(view: &ReserveView, output: &Output) -> String {
    let (name, on) = (&view.coop.name, &view.on);
    let (standing, had, amount) =
        (view.standing.0.grouped(), view.quantified.0.grouped(), view.amount.0.grouped());
    let head = output
        .say(
            &format!("{name}　{on}　322 余额 {standing}，已量化 {had}，本次 {amount}\n"),
            &format!("{name}, {on}: 322 {standing}, with members {had}, now {amount}\n"),
        )
        .to_owned();
    let columns = [
        output.words("编号", "code"),
        output.words("成员", "member"),
        output.figures("原有份额", "before"),
        output.figures("本次", "now"),
        output.figures("现有份额", "after"),
    ];
    let rows = view.rows.iter().map(|row| {
        vec![
            row.member.code.clone(),
            row.member.name.clone(),
            row.before.0.grouped(),
            row.amount.0.grouped(),
            row.after.0.grouped(),
        ]
    });
    head + &table(&columns, rows)
}
