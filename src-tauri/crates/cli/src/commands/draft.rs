//! Vouchers before they are posted: kept, listed, looked over, posted, let go.

use app::view::Rows;
use app::view::draft::{DraftView, VoucherListRow, VoucherState};
use app::view::voucher::VoucherLineInput;

use super::voucher::{list, posted, read};
use super::{Chosen, Failure, open};
use crate::args::Unposted;
use crate::output::{Output, table};

pub fn run(command: Unposted, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    let view = match command {
        Unposted::Draft { file, coop, id } => {
            let entry = read(&file, coop)?;
            let coop = entry.coop.clone().unwrap_or_default();
            book.save_draft(&coop, id, &entry)?
        }
        Unposted::Drafts { coop } => {
            let mut rows: Vec<VoucherListRow> = Vec::new();
            for state in [VoucherState::Draft, VoucherState::Reviewed] {
                rows.extend(book.vouchers_between(&coop, (None, None), state, None)?);
            }
            rows.sort_by_key(|row| row.draft);
            return output.show(&Rows { rows }, |view| match view.rows.as_slice() {
                [] => format!("{}\n", output.say("没有草稿。", "There are no drafts.")),
                rows => list(rows, output),
            });
        }
        Unposted::ShowDraft(which) => book.draft(which.id)?,
        Unposted::Review(which) => book.review_draft(which.id)?,
        Unposted::Unreview(which) => book.unreview_draft(which.id)?,
        Unposted::Attach { which, file } => book.add_attachment(which.id, &file)?,
        Unposted::PostDraft(which) => {
            let view = book.post_draft(which.id)?;
            return output.show(&view, |view| posted(view, output));
        }
        Unposted::Discard(which) => {
            let view = book.discard_draft(which.id)?;
            return output.show(&view, |view| {
                let said = output.say("已放弃草稿", "Let go: draft");
                format!("{said} {}\n", view.discarded)
            });
        }
    };
    output.show(&view, |view| readable(view, output))
}

/// What a draft is called by: `草稿 12`.
pub fn named(id: i64, state: VoucherState, output: &Output) -> String {
    let said = match state {
        VoucherState::Draft => output.say("草稿", "draft"),
        VoucherState::Reviewed => output.say("已审核", "reviewed"),
        VoucherState::Posted => output.say("已记账", "posted"),
    };
    format!("{said} {id}")
}

/// What a red voucher takes back, and why.
pub fn red(original: &str, reason: Option<&str>, output: &Output) -> String {
    let said = output.say("红字，冲销", "Red, reverses");
    let why = output.say("，理由：", ": ");
    format!("{said} {original}{why}{}\n", reason.unwrap_or_default())
}

/// A draft with its lines, as they were typed, and what stands in its way.
pub fn readable(view: &DraftView, output: &Output) -> String {
    let columns = [
        output.words("摘要", "summary"),
        output.words("科目", "account"),
        output.words("辅助", "detail"),
        output.figures("借方", "debit"),
        output.figures("贷方", "credit"),
    ];
    let summary = view.entry.summary.as_deref().unwrap_or_default();
    let rows = view.entry.lines.iter().flatten().map(|line| {
        let VoucherLineInput { account, debit, credit, .. } = line;
        let member = line.member.clone().or_else(|| line.project.clone());
        let own = line.summary.clone().unwrap_or_else(|| summary.to_owned());
        let typed = [account, &member, debit, credit].map(|text| text.clone().unwrap_or_default());
        [own].into_iter().chain(typed).collect::<Vec<_>>()
    });
    let total = [output.say("合计", "total"), "", ""].map(str::to_owned).into_iter();
    let total = total.chain([view.debit, view.credit].map(|figure| figure.0.grouped()));
    let date = view.entry.date.as_deref().unwrap_or_default();
    let mut text = format!("{}　{}　{date}\n", view.coop.name, named(view.id, view.state, output));
    if let Some(original) = &view.reverses {
        text += &red(original, view.reason.as_deref(), output);
    }
    if let Some(wrong) = &view.corrects {
        text += &format!("{} {wrong}\n", output.say("更正", "Corrects"));
    }
    text += &table(&columns, rows.chain([total.collect()]));
    for attachment in &view.attachments {
        text += &format!("{} {}\n", output.say("附件", "attached:"), attachment.name);
    }
    for note in &view.notes {
        text += &format!("{}{}\n", output.say("提醒：", "note: "), output.sentence(note));
    }
    for fault in &view.faults {
        text += &format!("{}\n", output.sentence(&fault.text));
    }
    text
}
