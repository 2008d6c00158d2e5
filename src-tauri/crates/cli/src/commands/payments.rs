//! Payments of what distributions gave, for people.

use app::view::payment::{BankFileView, PaidView, PaymentSums, PaymentsView};

use super::draft::readable as draft;
use crate::output::{Output, table};

/// What of a distribution is paid, member by member.
pub fn readable(view: &PaymentsView, output: &Output) -> String {
    let columns = [
        output.words("编号", "code"),
        output.words("成员", "member"),
        output.figures("盈余返还", "refund"),
        output.figures("剩余盈余", "residual"),
        output.figures("已发", "paid"),
        output.figures("草稿", "in drafts"),
        output.figures("以前欠", "earlier"),
        output.figures("未发", "left"),
        output.words("账号", "account"),
    ];
    let figures = |sums: &PaymentSums| {
        let PaymentSums { refund, dividend, paid, drafted, left, earlier } = sums;
        [refund, dividend, paid, drafted, earlier, left].map(|figure| figure.0.grouped())
    };
    let rows = view.rows.iter().map(|row| {
        let account = if row.has_account { output.say("有", "noted") } else { "" };
        let own = [row.member.code.clone(), row.member.name.clone()].into_iter();
        own.chain(figures(&row.sums)).chain([account.to_owned()]).collect()
    });
    let total = [String::new(), output.say("合计", "total").to_owned()].into_iter();
    let total: Vec<String> = total.chain(figures(&view.totals)).chain([String::new()]).collect();
    let head = format!("{} {}\n", view.coop.name, view.year);
    head + &table(&columns, rows.chain([total]))
}

/// What came of a payment.
pub fn paid(view: &PaidView, output: &Output) -> String {
    let (members, amount) = (view.members, view.amount.0.grouped());
    let left = view.payments.totals.left.0.grouped();
    match (&view.voucher, &view.draft) {
        (Some(number), _) => {
            let zh = format!("已发放 {members} 名成员 {amount}：{number}，还有 {left} 未发\n");
            let en = format!("{members} members paid {amount}: {number}; {left} is left\n");
            output.say(&zh, &en).to_owned()
        }
        (None, made) => made.as_ref().map(|made| draft(made, output)).unwrap_or_default(),
    }
}

/// The file that was written for the bank.
pub fn written(view: &BankFileView, output: &Output) -> String {
    let (payments, amount, path) = (view.payments, view.amount.0.grouped(), &view.path);
    let zh = format!("批量代发 {payments} 笔 {amount}：{path}\n");
    let en = format!("{payments} payments, {amount}: {path}\n");
    let mut text = output.say(&zh, &en).to_owned();
    for member in &view.without_account {
        let said = output.say("没有银行账号：", "no bank account: ");
        text += &format!("  {said}{} {}\n", member.code, member.name);
    }
    text
}
