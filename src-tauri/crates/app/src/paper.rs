//! Papers: the slips of an approved distribution. Printing changes nothing in the book, and the
//! same book gives the same bytes.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use documents::slips::{SlipOptions, missing_glyphs, pdf};
use documents::{DocumentError, MissingGlyph as Missing};
use domain::cooperative::Cooperative;
use domain::id::VillageId;
use domain::slip::{Issuer, Recipient, Slip};
use domain::{FiscalYear, Money, working};
use store::{DistributionState, Reading};

use crate::book::{Book, is_same_file};
use crate::dividend::{Case, status_view};
use crate::failure::file_failed;
use crate::growing;
use crate::problem::Problem;
use crate::register;
use crate::view::Text;
use crate::view::ledger::SavedView;
use crate::view::paper::{MissingGlyph, PrintView, PrintVillage, PrintedView};

/// Slips that stand on one A4 sheet.
const PER_PAGE: usize = 3;

/// How a file's name ends, in small letters, which says what is written into it.
pub(crate) fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

impl Book {
    /// What can be printed for a cooperative and year.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn print_choices(&mut self, coop: &str, year: i64) -> Result<PrintView, Problem> {
        let reading = self.store.read()?;
        let case = Case::load(&reading, coop, FiscalYear::new(year)?)?;
        let cooperative = register::cooperative(&reading, coop)?.what;
        let slips = approved_slips(&case, &cooperative, None).unwrap_or_default();
        let missing = missing_glyphs(&slips, &SlipOptions::default());
        Ok(PrintView {
            cooperative: case.cooperative.clone(),
            year: case.year.number(),
            years: reading.years()?,
            status: status_view(case.state.as_ref()),
            slips: count(slips.len()),
            pages: count(slips.len().div_ceil(PER_PAGE)),
            total: slips.iter().map(Slip::total).sum::<Money>().into(),
            villages: if slips.is_empty() { Vec::new() } else { villages(&case) },
            missing: missing_views(&missing),
        })
    }

    /// The slips as PDF: of all members, or of one village and those who live there.
    ///
    /// # Errors
    /// A distribution that is not approved, a village without slips, a name that cannot be printed,
    /// or a damaged book.
    pub fn slips_pdf(
        &mut self,
        coop: &str,
        year: i64,
        village: Option<&str>,
    ) -> Result<Vec<u8>, Problem> {
        let reading = self.store.read()?;
        let slips = slips(&reading, coop, year, village)?;
        Ok(pdf(&slips, &options(&reading)?)?)
    }

    /// Writes the slips to a file; one that is there already is replaced.
    ///
    /// # Errors
    /// As [`Book::slips_pdf`], and a file that cannot be written.
    pub fn slips_save(
        &mut self,
        coop: &str,
        year: i64,
        village: Option<&str>,
        path: &Path,
    ) -> Result<PrintedView, Problem> {
        refuse_over_book(path, self.store.path(), "pdf")?;
        let reading = self.store.read()?;
        let slips = slips(&reading, coop, year, village)?;
        let bytes = pdf(&slips, &options(&reading)?)?;
        let SavedView { path, bytes } = put(path, &bytes)?;
        let pages = count(slips.len().div_ceil(PER_PAGE));
        Ok(PrintedView { path, slips: count(slips.len()), pages, bytes })
    }
}

/// With the check code of the book as it is: what was final when they were printed.
fn options(reading: &Reading<'_>) -> Result<SlipOptions, Problem> {
    let check_code = reading.check_code()?.map(|code| code.to_string());
    Ok(SlipOptions { check_code, ..SlipOptions::default() })
}

pub(crate) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Nothing that is written out takes the place of a book; `ending` is what its name should have.
pub(crate) fn refuse_over_book(path: &Path, open: &Path, ending: &str) -> Result<(), Problem> {
    let named = path.extension().is_some_and(|own| own.eq_ignore_ascii_case("baotuan"));
    if !named && !is_same_file(path, open) {
        return Ok(());
    }
    let shown = path.display();
    let text = Text::new(
        format!("{shown} 是账套文件，没有写。换一个以 .{ending} 结尾的文件名。"),
        format!("{shown} is a book and was not written over. Choose a name ending in .{ending}."),
    );
    Err(Problem::input("paper.over_book", text).about("out"))
}

fn slips(
    reading: &Reading<'_>,
    coop: &str,
    year: i64,
    village: Option<&str>,
) -> Result<Vec<Slip>, Problem> {
    let case = Case::load(reading, coop, FiscalYear::new(year)?)?;
    let cooperative = register::cooperative(reading, coop)?.what;
    let slips = approved_slips(&case, &cooperative, village).ok_or_else(|| not_approved(&case))?;
    match village {
        Some(code) if slips.is_empty() => Err(no_slips_of(code)),
        None if slips.is_empty() => Err(nothing_shared_out(&case)),
        Some(_) | None => Ok(slips),
    }
}

/// The slips of an approved distribution in the order of the register; nothing for a draft.
///
/// A slip's number follows from the cooperative, the year and the member's place in the register,
/// so that one village's slips carry the same numbers as all of them together.
fn approved_slips(
    case: &Case,
    cooperative: &Cooperative,
    village: Option<&str>,
) -> Option<Vec<Slip>> {
    let Some(DistributionState::Approved(resolution)) = &case.state else { return None };
    let lines = case.basis.members.iter().zip(&case.basis.facts.members);
    let lines = (1..).zip(lines).zip(case.distribution.members());
    let slips = lines.filter_map(|((place, (head, facts)), share)| {
        let home = head.village.and_then(|id| case.villages.get(&id));
        let here = village.is_none_or(|code| home.is_some_and(|home| home.code == code));
        // Nobody signs for nothing.
        let wanted = here && share.total() > Money::ZERO;
        wanted.then(|| Slip {
            serial_number: format!("{}-{}-{place:03}", cooperative.code, case.year),
            cooperative: Issuer {
                name: cooperative.name.clone(),
                credit_code: cooperative.credit_code.clone(),
                alliance: cooperative.alliance.clone(),
            },
            member: Recipient {
                name: head.name.clone(),
                code: head.code.clone(),
                kind: facts.kind,
                village: home.map(|home| home.name.clone()),
                township: home.map(|home| home.township.clone()),
            },
            year: case.year,
            resolution: domain::slip::Resolution {
                number: resolution.number.clone(),
                passed_on: resolution.on,
            },
            issued_on: None,
            rows: working::rows(&case.distribution, &case.scheme, facts, &share),
        })
    });
    Some(slips.collect())
}

/// The villages of the members that have slips, in the order of their codes.
fn villages(case: &Case) -> Vec<PrintVillage> {
    let mut by_village: HashMap<VillageId, (u32, Money)> = HashMap::new();
    for (head, share) in case.basis.members.iter().zip(case.distribution.members()) {
        let Some(village) = head.village.filter(|_| share.total() > Money::ZERO) else { continue };
        let (slips, total) = by_village.entry(village).or_default();
        *slips += 1;
        *total += share.total();
    }
    let rows = by_village.into_iter().filter_map(|(id, (slips, total))| {
        let village = case.villages.get(&id)?;
        Some(PrintVillage {
            code: village.code.clone(),
            name: village.name.clone(),
            township: village.township.clone(),
            slips,
            total: total.into(),
        })
    });
    let mut rows: Vec<PrintVillage> = rows.collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    rows
}

fn missing_views(missing: &[Missing]) -> Vec<MissingGlyph> {
    let mut by_character: BTreeMap<char, Vec<String>> = BTreeMap::new();
    for glyph in missing {
        let names = by_character.entry(glyph.character).or_default();
        if !names.contains(&glyph.words) {
            names.push(glyph.words.clone());
        }
    }
    let view = |(character, names): (char, _)| MissingGlyph { character: character.into(), names };
    by_character.into_iter().map(view).collect()
}

/// Writes a whole file in place of the one that may be there.
pub(crate) fn put(path: &Path, bytes: &[u8]) -> Result<SavedView, Problem> {
    growing::replace(path, bytes).map_err(|error| not_written(path, &error))?;
    Ok(SavedView { path: path.to_string_lossy().into_owned(), bytes: count(bytes.len()) })
}

/// A file that could not be written; a folder that is not there is named as such.
fn not_written(path: &Path, error: &std::io::Error) -> Problem {
    if error.kind() != std::io::ErrorKind::NotFound {
        return file_failed(path, error);
    }
    let folder = path.parent().unwrap_or(path).display();
    let text = Text::new(
        format!("文件夹 {folder} 不存在，没有写成。先建好文件夹，或换一个位置。"),
        format!("The folder {folder} does not exist; nothing was written. Choose another place."),
    );
    Problem::failed("file.no_folder", text).about("path")
}

fn not_approved(case: &Case) -> Problem {
    let (name, year) = (&case.cooperative.name, case.year);
    let text = Text::new(
        format!("{name} {year} 年的分配还没有通过，不能打印分红单。先通过分配方案。"),
        format!("The distribution of {name} for {year} is not approved yet; approve it first."),
    );
    Problem::refused("slips.not_approved", text)
}

fn nothing_shared_out(case: &Case) -> Problem {
    let (name, year) = (&case.cooperative.name, case.year);
    let text = Text::new(
        format!("{name} {year} 年没有可分的盈余，没有分红单可打印。"),
        format!("{name} shares out nothing for {year}; there are no slips."),
    );
    Problem::refused("slips.nothing_shared_out", text)
}

fn no_slips_of(code: &str) -> Problem {
    let text = Text::new(
        format!("编号为 {code} 的村在这家合作社里没有分红单。换一个村，要填村的编号，不是村名。"),
        format!("No member of the village with the code {code} has a slip here. Give a code."),
    );
    Problem::refused("slips.no_members", text).about("village")
}

impl From<DocumentError> for Problem {
    fn from(error: DocumentError) -> Self {
        match error {
            DocumentError::Empty => Problem::refused(
                "document.empty",
                Text::new("没有可打印的内容。", "There is nothing to print."),
            ),
            DocumentError::MissingGlyphs(missing) => missing_glyphs_problem(&missing),
            DocumentError::Face { .. } | DocumentError::Assembly(_) => Problem::failed(
                "document.failed",
                Text::new(
                    format!("PDF 没有做成：{error}。把这句话告诉维护人员。"),
                    format!("The PDF could not be made: {error}. Report this sentence."),
                ),
            ),
        }
    }
}

fn missing_glyphs_problem(missing: &[Missing]) -> Problem {
    let details = missing.iter().map(|glyph| {
        let (character, code) = (glyph.character, u32::from(glyph.character));
        let (words, member) = (&glyph.words, &glyph.member);
        Text::new(
            format!("“{words}”（{member}）中的“{character}”（U+{code:04X}）"),
            format!("“{character}” (U+{code:04X}) in “{words}” ({member})"),
        )
    });
    let count = missing.len();
    let text = Text::new(
        format!("有 {count} 处字库里没有的字，没有打印。改用通用字，或联系维护人员补字。"),
        format!("Characters in no bundled font: {count}; nothing was printed. Change the names."),
    );
    Problem::refused("document.missing_glyphs", text).with_details(details.collect())
}

#[cfg(test)]
mod tests {
    use store::Store;

    use super::*;
    use crate::import::{ImportKind, table};
    use crate::view::dividend::{CapitalWeightingView, SchemeInput};

    /// Two villages with a household each; the first of the register lives in the second village.
    fn approved() -> Book {
        let mut book = Book { store: Store::in_memory().unwrap() };
        let files = [
            (ImportKind::Villages, "code,name,township\nV1,甲村,东河镇\nV2,乙村,东河镇\n"),
            (ImportKind::Cooperatives, "code,name,starts\nC1,一号合作社,2025-01\n"),
            (
                ImportKind::Members,
                "coop,code,name,kind,village\nC1,H1,村民001,household,V2\n\
                 C1,A1,甲村,village_collective,V1\nC1,A2,乙村,village_collective,V2\n\
                 C1,H2,村民002,household,V1\n",
            ),
            (
                ImportKind::Contributions,
                "coop,member,date,amount\nC1,A2,2025-01-02,100.00\nC1,A1,2025-01-02,100.00\n\
                 C1,H1,2025-01-02,1.00\nC1,H2,2025-01-02,1.00\n",
            ),
            (
                ImportKind::Vouchers,
                "coop,voucher,date,summary,account,debit,credit\n\
                 C1,1,2025-06-30,卖蛋,102,9.00,\nC1,1,2025-06-30,卖蛋,501,,9.00\n",
            ),
        ];
        for (kind, csv) in files {
            book.import_table(kind, &table::read_text("file.csv", csv).unwrap(), None, false)
                .unwrap();
        }
        let scheme = SchemeInput {
            appropriations: Vec::new(),
            retained: "0".to_owned(),
            patronage_share: "0.6".to_owned(),
            guaranteed_rate: None,
            capital_weighting: CapitalWeightingView::YearEnd,
        };
        book.dividend_save("C1", 2025, &scheme).unwrap();
        book.dividend_approve("C1", 2025, "1号", "2026-01-18").unwrap();
        book
    }

    fn numbers(book: &mut Book, village: Option<&str>) -> Vec<String> {
        let slips = slips(&book.store.read().unwrap(), "C1", 2025, village).unwrap();
        slips
            .into_iter()
            .map(|slip| format!("{} {}", slip.serial_number, slip.member.code))
            .collect()
    }

    #[test]
    fn a_village_s_slips_have_the_numbers_that_they_have_among_all() {
        let mut book = approved();
        let all = ["C1-2025-001 H1", "C1-2025-002 A1", "C1-2025-003 A2", "C1-2025-004 H2"];
        assert_eq!(numbers(&mut book, None), all);
        assert_eq!(numbers(&mut book, Some("V1")), [all[1], all[3]]);
        assert_eq!(numbers(&mut book, Some("V2")), [all[0], all[2]]);
    }
}
