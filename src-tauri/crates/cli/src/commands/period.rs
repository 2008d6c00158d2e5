//! Months: looked over, closed and reopened.

use app::view::books::MonthView;
use app::view::closing::{CheckState, ClosingView, MonthCheckView, ProposedVoucher, YearStateView};
use app::view::voucher::VoucherLineView;

use super::{Chosen, Failure, open};
use crate::args::Period;
use crate::output::{Output, side, table};

pub fn run(command: Period, book: Chosen, output: &Output) -> Result<(), Failure> {
    let backups = book.backups();
    let mut book = open(book)?;
    let view = match command {
        Period::Check { coop, month } => {
            let view = book.check_month(&coop, &month)?;
            return output.show(&view, |view| checked(view, output));
        }
        Period::List { coop, year } => {
            let view = book.closing(&coop, year)?;
            return output.show(&view, |view| months(view, output));
        }
        Period::Clear { coop, month } => {
            let view = book.clear_pending(&coop, &month)?;
            return output.show(&view, |view| {
                let said = output.say("已生成草稿", "drafts");
                let ids: Vec<String> = view.drafts.iter().map(ToString::to_string).collect();
                format!("{} {} {said} {}\n", view.coop.name, view.month, ids.join(", "))
            });
        }
        Period::Close { coop, month } => {
            let mut view = book.close_month(&coop, &month)?;
            view.backup = Some(book.back_up_after(backups.as_deref()));
            view
        }
        Period::Reopen { coop, month, reason } => book.reopen_month(&coop, &month, &reason)?,
    };
    output.show(&view, |view| readable(view, output))
}

fn readable(view: &MonthView, output: &Output) -> String {
    let MonthView { coop, month, closed, notes, vouchers, backup } = view;
    let (zh, en) = if *closed { ("已结账", "closed") } else { ("已反结账", "reopened") };
    let mut text = format!("{coop} {month} {}\n", output.say(zh, en));
    if !vouchers.is_empty() {
        let said = output.say("结转凭证", "vouchers");
        text += &format!("  {said} {}\n", vouchers.join(output.say("、", ", ")));
    }
    if let Some(backup) = backup {
        text += &format!("  {}\n", output.sentence(backup));
    }
    for note in notes {
        text += &format!("  {}\n", output.sentence(note));
    }
    text
}

fn checked(view: &MonthCheckView, output: &Output) -> String {
    let said = match (view.closed, view.may_close) {
        (true, _) => output.say("已结账", "closed"),
        (false, true) => output.say("可以结账", "may be closed"),
        (false, false) => output.say("还不能结账", "cannot be closed yet"),
    };
    let mut text = format!("{} {} {said}\n", view.coop.name, view.month);
    for item in &view.items {
        let mark = match item.state {
            CheckState::Ok => output.say("相符", "ok"),
            CheckState::Note => output.say("提醒", "note"),
            CheckState::Bar => output.say("要办", "to do"),
        };
        text += &format!("[{mark}] {}\n", output.sentence(&item.text));
        for detail in &item.details {
            text += &format!("  {}\n", output.sentence(detail));
        }
    }
    text + &proposed(&view.vouchers, output)
}

fn months(view: &ClosingView, output: &Output) -> String {
    let columns = [
        output.words("月份", "month"),
        output.words("状态", "state"),
        output.figures("凭证", "vouchers"),
        output.figures("草稿", "drafts"),
    ];
    let rows = view.months.iter().map(|month| {
        let state = match (month.before, month.closed) {
            (true, _) => output.say("未建账", "before the books"),
            (false, true) => output.say("已结账", "closed"),
            (false, false) => output.say("未结账", "open"),
        };
        vec![
            month.month.clone(),
            state.to_owned(),
            month.vouchers.to_string(),
            month.drafts.to_string(),
        ]
    });
    let state = year_state(view.state, output);
    format!("{} {} {state}\n{}", view.coop.name, view.year, table(&columns, rows))
}

/// How far a year is, in words.
pub fn year_state(state: YearStateView, output: &Output) -> &str {
    match state {
        YearStateView::Open => output.say("未年结", "open"),
        YearStateView::Closing => output.say("结账中", "closing"),
        YearStateView::Closed => output.say("已年结", "closed"),
    }
}

/// Vouchers as they would be made, or were.
pub fn proposed(vouchers: &[ProposedVoucher], output: &Output) -> String {
    let columns = [
        output.words("科目", "account"),
        output.words("名称", "name"),
        output.words("明细", "detail"),
        output.figures("借方", "debit"),
        output.figures("贷方", "credit"),
    ];
    let row = |line: &VoucherLineView| {
        let member = line.member.as_ref().map(|member| format!("{} {}", member.code, member.name));
        let detail = member.or_else(|| line.project.clone()).unwrap_or_default();
        let words = [line.account.clone(), line.name.clone(), detail];
        words.into_iter().chain([side(line.debit), side(line.credit)]).collect()
    };
    let mut text = String::new();
    for voucher in vouchers {
        let step = output.sentence(&voucher.step);
        text += &format!("\n{step}　{}　{}\n", voucher.date, voucher.amount.0.grouped());
        text += &table(&columns, voucher.lines.iter().map(row));
    }
    text
}
