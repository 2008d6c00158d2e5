//! Vouchers: posted from JSON, listed, shown, taken back in red.

use std::path::Path;

use app::Problem;
use app::view::draft::{CorrectedView, VoucherListRow, VoucherState};
use app::view::voucher::{VoucherInput, VoucherLineView, VoucherView};
use app::view::{Rows, Text};

use super::{Chosen, Failure, draft, input, open};
use crate::args::{StateWord, Voucher};
use crate::output::{Output, side, table};

pub fn run(command: Voucher, book: Chosen, output: &Output) -> Result<(), Failure> {
    match command {
        Voucher::Post { file, coop } => {
            let voucher = read(&file, coop)?;
            let view = open(book)?.post_voucher(&voucher)?;
            output.show(&view, |view| posted(view, output))
        }
        Voucher::List { coop, from, to, find, state } => {
            let days = (from.as_deref(), to.as_deref());
            let rows = open(book)?.vouchers_between(&coop, days, state.into(), find.as_deref())?;
            output.show(&Rows { rows }, |view| list(&view.rows, output))
        }
        Voucher::Show(which) => {
            let view = open(book)?.voucher(&which.coop, &which.number.join(" "))?;
            output.show(&view, |view| readable(view, output))
        }
        Voucher::Reverse { which, on, reason } => {
            let number = which.number.join(" ");
            let view = open(book)?.reverse_voucher(&which.coop, &number, &on, &reason)?;
            match (&view.voucher, &view.draft) {
                (Some(red), _) => output.show(red, |red| posted(red, output)),
                (None, Some(red)) => output.show(red, |red| draft::readable(red, output)),
                (None, None) => Ok(()),
            }
        }
        Voucher::Correct { which, on, reason } => {
            let number = which.number.join(" ");
            let view = open(book)?.correct_voucher(&which.coop, &number, &on, &reason)?;
            output.show(&view, |view| corrected(view, output))
        }
        Voucher::Unposted(command) => draft::run(command, book, output),
    }
}

impl From<StateWord> for VoucherState {
    fn from(word: StateWord) -> Self {
        match word {
            StateWord::Draft => VoucherState::Draft,
            StateWord::Reviewed => VoucherState::Reviewed,
            StateWord::Posted => VoucherState::Posted,
        }
    }
}

/// The voucher of a file, for the cooperative named beside it where it names none itself.
pub fn read(file: &Path, coop: Option<String>) -> Result<VoucherInput, Problem> {
    let json = input(file).map_err(|error| {
        let name = file.display();
        let text = Text::new(
            format!("{name} 读不出来：{error}。看看文件名和位置。"),
            format!("{name} cannot be read: {error}. See whether name and place are right."),
        );
        Problem::input("voucher.file", text).about("file")
    })?;
    let voucher = VoucherInput::read(&json)?;
    match (&voucher.coop, &coop) {
        (Some(inside), Some(beside)) if inside != beside => {
            let text = Text::new(
                format!(
                    "凭证写的是合作社 {inside}，--coop 却是 {beside}。没有记账，去掉一个再记。"
                ),
                format!(
                    "The voucher says {inside}, --coop says {beside}. Not posted; leave one out \
                     and post it again."
                ),
            );
            Err(Problem::input("voucher.two_cooperatives", text).about("coop"))
        }
        (Some(_), _) => Ok(voucher),
        (None, _) => Ok(VoucherInput { coop, ..voucher }),
    }
}

pub fn posted(view: &VoucherView, output: &Output) -> String {
    let said = output.say("已记账。", "posted.");
    format!("{} {said}\n\n{}", view.number, readable(view, output))
}

fn readable(view: &VoucherView, output: &Output) -> String {
    let columns = [
        output.words("摘要", "summary"),
        output.words("科目", "account"),
        output.words("名称", "name"),
        output.words("辅助", "detail"),
        output.figures("借方", "debit"),
        output.figures("贷方", "credit"),
    ];
    let rows = view.lines.iter().map(|line| {
        vec![
            line.summary.clone(),
            line.account.clone(),
            line.name.clone(),
            detail(line),
            side(line.debit),
            side(line.credit),
        ]
    });
    let words = ["", "", output.say("合计", "total"), ""].map(str::to_owned);
    let figures = [view.debit, view.credit].map(|figure| figure.0.grouped());
    let total = words.into_iter().chain(figures).collect();
    let mut text = format!("{}　{}　{}\n", view.coop.name, view.number, view.date);
    if let Some(original) = &view.reverses {
        text += &draft::red(original, view.reason.as_deref(), output);
    }
    for (number, said) in [
        (&view.corrects, output.say("更正", "Corrects")),
        (&view.reversed_by, output.say("已冲销，见", "Reversed by")),
        (&view.corrected_by, output.say("已更正，见", "Corrected by")),
    ] {
        if let Some(number) = number {
            text += &format!("{said} {number}\n");
        }
    }
    text += &table(&columns, rows.chain([total]));
    for attachment in &view.attachments {
        text += &format!("{} {}\n", output.say("附件", "attached:"), attachment.name);
    }
    let hands = [
        (output.say("制单", "prepared by"), Some(&view.preparer)),
        (output.say("审核", "reviewed by"), view.reviewer.as_ref()),
        (output.say("记账", "posted by"), Some(&view.poster)),
    ];
    let hands = hands.into_iter().filter_map(|(said, who)| Some(format!("{said} {}", who?)));
    text + &hands.collect::<Vec<_>>().join(output.say("，", ", ")) + "\n"
}

/// Member, other party, project, quantity and price, as far as a line has them.
fn detail(line: &VoucherLineView) -> String {
    let member = line.member.as_ref().map(|member| format!("{} {}", member.code, member.name));
    let quantity = line.quantity.map(|quantity| match line.price {
        Some(price) => format!("{} × {}", quantity.0, price.0),
        None => quantity.0.to_string(),
    });
    let parts = [member, line.counterparty.clone(), line.project.clone(), quantity];
    parts.into_iter().flatten().collect::<Vec<_>>().join("，")
}

/// What came of putting a voucher right: the red one, and the draft.
fn corrected(view: &CorrectedView, output: &Output) -> String {
    let red = view.red.as_ref().map(|red| posted(red, output));
    let red_draft = view.red_draft.as_ref().map(|red| draft::readable(red, output));
    let right = draft::readable(&view.draft, output);
    red.into_iter().chain(red_draft).chain([right]).collect::<Vec<_>>().join("\n")
}

/// Vouchers or drafts as a table.
pub fn list(rows: &[VoucherListRow], output: &Output) -> String {
    if rows.is_empty() {
        let said = output.say("这些日子没有凭证。", "There are no vouchers of these days.");
        return format!("{said}\n");
    }
    let columns = [
        output.words("凭证", "voucher"),
        output.words("日期", "date"),
        output.words("摘要", "summary"),
        output.figures("金额", "amount"),
        output.words("冲销", "reversal"),
    ];
    let rows = rows.iter().map(|row| {
        let named = row.number.clone().or(row.draft.map(|id| draft::named(id, row.state, output)));
        let amount = row.amount.0.grouped();
        let date = row.date.clone().unwrap_or_default();
        let cells = [named.unwrap_or_default(), date, row.summary.clone(), amount];
        cells.into_iter().chain([links(row, output)]).collect()
    });
    table(&columns, rows)
}

/// What a voucher takes back or puts right, and what does so with it.
fn links(row: &VoucherListRow, output: &Output) -> String {
    let links = [
        (&row.reverses, output.say("冲销", "reverses")),
        (&row.corrects, output.say("更正", "corrects")),
        (&row.reversed_by, output.say("已由", "reversed by")),
        (&row.corrected_by, output.say("更正见", "corrected by")),
    ];
    let links = links
        .into_iter()
        .filter_map(|(number, said)| number.as_ref().map(|number| format!("{said} {number}")));
    links.collect::<Vec<_>>().join(output.say("，", ", "))
}
