//! Posted vouchers as the paper that is signed and bound by the month.

use std::path::Path;

use documents::vouchers::{pages, pdf};
use domain::Term;
use domain::cooperative::Cooperative;
use domain::id::CooperativeId;
use domain::voucher_paper::{PaperLine, Signatures, TakenBack, VoucherPaper};
use store::{Kept, PostedLine, Reading, VoucherRecord};

use super::checks::Chart;
use super::listed::term_of;
use super::{posted, read_number, sheet};
use crate::book::Book;
use crate::draft::full_name;
use crate::ledger;
use crate::paper::{count, ending, put, refuse_over_book};
use crate::problem::Problem;
use crate::register;
use crate::view::Text;
use crate::view::ledger::SavedView;
use crate::view::paper::VouchersPrintedView;

/// Which vouchers are printed.
#[derive(Debug, Clone, Copy)]
pub enum Printed<'a> {
    /// Those of these numbers, in this order.
    Numbers(&'a [String]),
    /// All from one day through another, in the order of their numbers; every one where none is
    /// given.
    Days(Option<&'a str>, Option<&'a str>),
}

impl Book {
    /// Vouchers as PDF, two to a page.
    ///
    /// # Errors
    /// A cooperative or number that is not known, days without vouchers, a character that cannot be
    /// printed, or a damaged book.
    pub fn vouchers_pdf(&mut self, coop: &str, which: Printed<'_>) -> Result<Vec<u8>, Problem> {
        Ok(pdf(&papers(&self.store.read()?, coop, which)?)?)
    }

    /// Writes vouchers to a file, as PDF or line by line as a workbook by the file's ending; one
    /// that is there already is replaced.
    ///
    /// # Errors
    /// As [`Book::vouchers_pdf`], an ending that is neither, and a file that cannot be written.
    pub fn vouchers_save(
        &mut self,
        coop: &str,
        which: Printed<'_>,
        path: &Path,
    ) -> Result<VouchersPrintedView, Problem> {
        refuse_over_book(path, self.store.path(), "pdf")?;
        let ending = ending(path);
        let operator = self.store.operator().to_owned();
        let reading = self.store.read()?;
        let papers = papers(&reading, coop, which)?;
        let bytes = match (ending.as_str(), sheet::of(&papers)) {
            ("pdf", _) => pdf(&papers)?,
            ("xlsx", Some(sheet)) => ledger::written(&reading, &sheet, "xlsx", operator)?,
            (other, _) => return Err(ledger::wrong_ending(other)),
        };
        let SavedView { path, bytes } = put(path, &bytes)?;
        let is_paper = ending == "pdf";
        let pages = if is_paper { count(pages(&papers).count()) } else { 0 };
        let vouchers = count(papers.len());
        Ok(VouchersPrintedView { path, vouchers, pages, bytes })
    }
}

fn papers(
    reading: &Reading<'_>,
    coop: &str,
    which: Printed<'_>,
) -> Result<Vec<VoucherPaper>, Problem> {
    let coop = register::cooperative(reading, coop)?;
    let records = match which {
        Printed::Numbers(numbers) => {
            let record = |number: &String| posted(reading, coop.id, &read_number(number)?);
            numbers.iter().map(record).collect::<Result<Vec<_>, _>>()?
        }
        Printed::Days(from, to) => {
            let term = term_of(from, to)?;
            let mut records = Vec::new();
            for id in reading.listed(coop.id, term)? {
                records.push(reading.voucher_record(id)?);
            }
            records.sort_by(|one, other| one.head.number.cmp(&other.head.number));
            if records.is_empty() {
                return Err(none_of(term));
            }
            records
        }
    };
    let chart = Chart::of(reading, coop.id)?;
    let code = reading.check_code()?.map(|code| code.to_string());
    let mut papers = Vec::with_capacity(records.len());
    for record in records {
        let posted_by = reading.posted_by(record.head.id)?.operator;
        papers.push(paper(record, &coop, &chart, posted_by, code.clone()));
    }
    Ok(papers)
}

fn paper(
    VoucherRecord { head, lines }: VoucherRecord,
    coop: &Kept<CooperativeId, Cooperative>,
    chart: &Chart,
    posted_by: Option<String>,
    check_code: Option<String>,
) -> VoucherPaper {
    let summary = head.summary;
    let line = |posted: PostedLine| paper_line(posted, &summary, chart);
    VoucherPaper {
        entity: coop.what.name.clone(),
        number: head.number,
        date: head.date,
        lines: lines.into_iter().map(line).collect(),
        // Where nobody counted the papers, the files that are kept are what there is.
        attachments: if head.papers > 0 { head.papers } else { head.attachments },
        takes_back: head
            .reverses
            .zip(head.reason)
            .map(|(number, reason)| TakenBack { number, reason }),
        taken_back_by: head.reversed_by,
        signatures: Signatures {
            prepared_by: Some(head.preparer),
            reviewed_by: head.reviewer,
            posted_by,
            cashier: None,
        },
        check_code,
    }
}

fn paper_line(posted: PostedLine, of_voucher: &str, chart: &Chart) -> PaperLine {
    let PostedLine { line, account_name, member_name, .. } = posted;
    let account = chart.accounts.get(&line.account);
    let account_name = account.map_or(account_name, |account| full_name(&account.what, chart));
    let detail: Vec<String> =
        [member_name, line.counterparty, line.project].into_iter().flatten().collect();
    PaperLine {
        summary: line.summary.unwrap_or_else(|| of_voucher.to_owned()),
        account: line.account,
        account_name,
        detail: (!detail.is_empty()).then(|| detail.join("，")),
        entry: line.entry,
    }
}

fn none_of(Term { first, last }: Term) -> Problem {
    let text = Text::new(
        format!("{first} 到 {last} 没有记过账的凭证，没有打印。换一段日期。"),
        format!("No voucher was posted from {first} through {last}. Choose other days."),
    );
    Problem::refused("vouchers.none", text).about("from")
}
