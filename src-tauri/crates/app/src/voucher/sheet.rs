//! Posted vouchers as a sheet, line by line, for a workbook.

use domain::Money;
use domain::sheet::{Cell, Column, Content, Label, Row, RowKind, Sheet};
use domain::voucher_paper::VoucherPaper;

/// The vouchers as one sheet; nothing where there are none.
pub(super) fn of(papers: &[VoucherPaper]) -> Option<Sheet> {
    let first = papers.iter().map(|paper| paper.date).min()?;
    let last = papers.iter().map(|paper| paper.date).max()?;
    let period = Label::same(format!("{first} – {last}"));
    let title = Label::new("记账凭证", "Vouchers");
    let mut sheet = Sheet::new(title, &papers.first()?.entity, period);
    sheet.columns = columns();
    let mut sums = (Money::ZERO, Money::ZERO);
    for paper in papers {
        sheet.rows.extend(lines(paper));
        let (debit, credit) = (paper.debit(), paper.credit());
        sums = (sums.0 + debit, sums.1 + credit);
        sheet.rows.push(total(RowKind::Subtotal, "合计", "Together", (debit, credit)));
    }
    sheet.rows.push(total(RowKind::Total, "总计", "Total", sums));
    Some(sheet)
}

fn columns() -> Vec<Column> {
    let column =
        |zh: &str, en: &str, content| Column { group: None, heading: Label::new(zh, en), content };
    vec![
        column("凭证号", "Voucher", Content::Voucher),
        column("日期", "Day", Content::Day),
        column("摘要", "Summary", Content::Text),
        column("科目", "Account", Content::Code),
        column("科目名称", "Name", Content::Text),
        column("明细", "Detail", Content::Text),
        column("借方", "Debit", Content::Money),
        column("贷方", "Credit", Content::Money),
        column("附件", "Papers", Content::Code),
        column("制单", "Prepared by", Content::Code),
        column("审核", "Reviewed by", Content::Code),
        column("记账", "Posted by", Content::Code),
    ]
}

fn lines(paper: &VoucherPaper) -> impl Iterator<Item = Row> {
    let text = |text: &Option<String>| text.clone().map_or(Cell::Empty, Cell::Text);
    let side = |amount: Money| match amount {
        Money::ZERO => Cell::Empty,
        amount => Cell::Money(amount),
    };
    paper.lines.iter().map(move |line| {
        let signed = &paper.signatures;
        Row::new(
            RowKind::Line,
            vec![
                Cell::Voucher(paper.number.clone()),
                Cell::Day(paper.date),
                Cell::Text(line.summary.clone()),
                Cell::Text(line.account.clone()),
                Cell::Text(line.account_name.clone()),
                text(&line.detail),
                side(line.entry.debit()),
                side(line.entry.credit()),
                Cell::Text(paper.attachments.to_string()),
                text(&signed.prepared_by),
                text(&signed.reviewed_by),
                text(&signed.posted_by),
            ],
        )
    })
}

fn total(kind: RowKind, zh: &str, en: &str, (debit, credit): (Money, Money)) -> Row {
    let empty = |count| std::iter::repeat_n(Cell::Empty, count);
    let cells = empty(2)
        .chain([Cell::Label(Label::new(zh, en))])
        .chain(empty(3))
        .chain([Cell::Money(debit), Cell::Money(credit)])
        .chain(empty(4));
    Row::new(kind, cells.collect())
}
