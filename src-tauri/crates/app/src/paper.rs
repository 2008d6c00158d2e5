//! Papers: the slips of an approved distribution. Printing changes nothing in the book, and the
//! same book gives the same bytes.

use std::collections::BTreeMap;
use std::path::Path;

use documents::slips::{SlipOptions, missing_glyphs, pdf};
use documents::{DocumentError, MissingGlyph as Missing};
use domain::cooperative::Cooperative;
use domain::slip::{Issuer, Recipient, Slip};
use domain::{FiscalYear, Money, working};
use store::{DistributionState, Reading};

use crate::book::{Book, is_same_file};
use crate::dividend::{Case, status_view};
use crate::failure::file_failed;
use crate::problem::Problem;
use crate::register;
use crate::view::Text;
use crate::view::paper::{MissingGlyph, PrintView, PrintVillage, PrintedView};

/// Slips that stand on one A4 sheet.
const PER_PAGE: usize = 3;

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
            villages: villages(&case, &slips),
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
        Ok(pdf(&slips, &SlipOptions::default())?)
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
        refuse_over_book(path, self.store.path())?;
        let reading = self.store.read()?;
        let slips = slips(&reading, coop, year, village)?;
        let bytes = pdf(&slips, &SlipOptions::default())?;
        write_whole(path, &bytes)?;
        Ok(PrintedView {
            path: path.to_string_lossy().into_owned(),
            slips: count(slips.len()),
            pages: count(slips.len().div_ceil(PER_PAGE)),
            bytes: count(bytes.len()),
        })
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A paper never takes the place of a book.
fn refuse_over_book(path: &Path, open: &Path) -> Result<(), Problem> {
    let named = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("baotuan"));
    if !named && !is_same_file(path, open) {
        return Ok(());
    }
    let shown = path.display();
    let text = Text::new(
        format!("{shown} 是账套文件，没有写。换一个以 .pdf 结尾的文件名。"),
        format!("{shown} is a book and was not written over. Choose a name that ends in .pdf."),
    );
    Err(Problem::input("paper.over_book", text).about("out"))
}

/// Writes a file beside its place first and moves it there, so that a full disk or a pulled stick
/// leaves no half paper that looks whole.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let beside = Path::new(&beside);
    let written = std::fs::write(beside, bytes).and_then(|()| std::fs::rename(beside, path));
    written.map_err(|error| {
        // Best effort: what cannot be written can often not be removed either.
        drop(std::fs::remove_file(beside));
        file_failed(path, &error)
    })
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
        let wanted = village.is_none_or(|code| home.is_some_and(|home| home.code == code));
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

fn villages(case: &Case, slips: &[Slip]) -> Vec<PrintVillage> {
    let mut by_name: BTreeMap<&str, (u32, Money)> = BTreeMap::new();
    for slip in slips {
        let name = slip.member.village.as_deref().unwrap_or_default();
        let (count, total) = by_name.entry(name).or_default();
        *count += 1;
        *total += slip.total();
    }
    let rows = case.villages.values().filter_map(|village| {
        let &(slips, total) = by_name.get(village.name.as_str())?;
        let (code, name) = (village.code.clone(), village.name.clone());
        Some(PrintVillage { code, name, slips, total: total.into() })
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

fn not_approved(case: &Case) -> Problem {
    let (name, year) = (&case.cooperative.name, case.year);
    let text = Text::new(
        format!("{name} {year} 年的分配还没有通过，不能打印分红单。先通过分配方案。"),
        format!("The distribution of {name} for {year} is not approved yet; approve it first."),
    );
    Problem::refused("slips.not_approved", text)
}

fn no_slips_of(code: &str) -> Problem {
    let text = Text::new(
        format!("村 {code} 在这家合作社里没有成员，没有分红单可打印。换一个村。"),
        format!("The village {code} has no members in this cooperative. Choose another village."),
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
                    format!("PDF 没有做成：{error}。请把这句话告诉维护人员。"),
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
        format!(
            "{count} characters are in no bundled font; nothing was printed. Change the names."
        ),
    );
    Problem::refused("document.missing_glyphs", text).with_details(details.collect())
}
