//! Imports: a file of villages, cooperatives, members, contributions, yields, deliveries, incomes,
//! accounts, opening balances or vouchers, taken whole or not at all, every faulty row named.

mod books;
mod cells;
mod fields;
mod history;
mod kinds;
mod obstacle;
mod opening;
mod preview;
mod registers;
pub(crate) mod table;

use std::collections::HashMap;
use std::path::Path;

use domain::id::{BatchId, CooperativeId, MemberId, VillageId};
use store::{NewBatch, Reading, Work};
use table::Table;

use crate::book::Book;
use crate::problem::Problem;
use crate::view::Text;
pub use crate::view::import::ImportView;
use fields::Faults;
pub(crate) use fields::{read_money, read_quantity};
pub use kinds::kinds;
pub(crate) use registers::{capital_text, wrong_credit_code};

/// What a file brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportKind {
    /// 村.
    Villages,
    /// 合作社.
    Cooperatives,
    /// 成员.
    Members,
    /// 出资.
    Contributions,
    /// 产量.
    Yields,
    /// 交易.
    Deliveries,
    /// 各村收入.
    Incomes,
    /// 明细科目.
    Accounts,
    /// 期初余额.
    OpeningBalances,
    /// 凭证.
    Vouchers,
}

impl ImportKind {
    /// Every kind.
    pub const ALL: [ImportKind; 10] = [
        ImportKind::Villages,
        ImportKind::Cooperatives,
        ImportKind::Members,
        ImportKind::Contributions,
        ImportKind::Yields,
        ImportKind::Deliveries,
        ImportKind::Incomes,
        ImportKind::Accounts,
        ImportKind::OpeningBalances,
        ImportKind::Vouchers,
    ];

    /// The word that commands use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            ImportKind::Villages => "villages",
            ImportKind::Cooperatives => "cooperatives",
            ImportKind::Members => "members",
            ImportKind::Contributions => "contributions",
            ImportKind::Yields => "yields",
            ImportKind::Deliveries => "deliveries",
            ImportKind::Incomes => "incomes",
            ImportKind::Accounts => "accounts",
            ImportKind::OpeningBalances => "opening-balances",
            ImportKind::Vouchers => "vouchers",
        }
    }

    /// The kind of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl Book {
    /// Takes a file into the book, or with `dry_run` only says what it would bring.
    ///
    /// # Errors
    /// A file that cannot be read, was taken before, or has any faulty row: nothing is taken then.
    pub fn import(
        &mut self,
        kind: ImportKind,
        path: &Path,
        cooperative: Option<&str>,
        dry_run: bool,
    ) -> Result<ImportView, Problem> {
        let table = table::read(path)?;
        self.import_table(kind, &table, cooperative, dry_run)
    }

    pub(crate) fn import_table(
        &mut self,
        kind: ImportKind,
        table: &Table,
        cooperative: Option<&str>,
        dry_run: bool,
    ) -> Result<ImportView, Problem> {
        let work = self.store.begin()?;
        let file_name = &table.file_name;
        let (id, taken, faults) = match try_table(&work, kind, table, cooperative)? {
            Tried::Before(earlier) => return Err(taken_before(file_name, earlier.number())),
            Tried::Now { batch, taken, faults } => (batch, taken, faults),
        };
        if !faults.is_empty() {
            let unreadable = faults.unreadable;
            return Err(refused_rows(file_name, faults.sentences(), unreadable));
        }
        let taken = taken?;
        work.finish_batch(id)?;
        if !dry_run {
            work.commit()?;
        }
        Ok(ImportView {
            batch: (!dry_run).then(|| id.number()),
            kind: kind.word(),
            rows: rows_of(table),
            vouchers: taken.vouchers,
            warnings: taken.warnings,
        })
    }
}

/// What came of a file, before anybody decides whether it is saved.
enum Tried {
    /// The same rows were taken before, by this import.
    Before(BatchId),
    /// They were put into the work.
    Now { batch: BatchId, taken: Result<Taken, Problem>, faults: Faults },
}

/// Puts a file into a work, and notes every fault.
fn try_table(
    work: &Work<'_>,
    kind: ImportKind,
    table: &Table,
    cooperative: Option<&str>,
) -> Result<Tried, Problem> {
    kinds::check_cooperative(kind, cooperative)?;
    let chosen = cooperative.map(|code| crate::register::cooperative(work, code)).transpose()?;
    let batch = NewBatch {
        kind: kind.word(),
        file_name: &table.file_name,
        file_hash: &table.hash,
        cooperative,
        rows: rows_of(table),
    };
    if let Some(earlier) = work.batch_of_file(&batch)? {
        return Ok(Tried::Before(earlier));
    }
    let batch = work.add_batch(&batch)?;
    let file = ImportFile { work, table, chosen: chosen.map(|coop| coop.id), batch };
    let mut faults = Faults::default();
    for row in &table.sums {
        faults.refused(row.number, &sum_row());
    }
    let taken = take(kind, &file, &mut faults);
    Ok(Tried::Now { batch, taken, faults })
}

fn rows_of(table: &Table) -> u32 {
    u32::try_from(table.rows.len()).unwrap_or(u32::MAX)
}

/// What an import took beside its rows.
#[derive(Debug, Default)]
struct Taken {
    vouchers: Option<u32>,
    warnings: Vec<Text>,
}

fn take(kind: ImportKind, file: &ImportFile<'_>, faults: &mut Faults) -> Result<Taken, Problem> {
    match kind {
        ImportKind::Villages => registers::villages(file, faults),
        ImportKind::Cooperatives => registers::cooperatives(file, faults),
        ImportKind::Members => registers::members(file, faults),
        ImportKind::Contributions => registers::contributions(file, faults),
        ImportKind::Yields => registers::yields(file, faults),
        ImportKind::Deliveries => registers::deliveries(file, faults),
        ImportKind::Incomes => registers::incomes(file, faults),
        ImportKind::Accounts => books::accounts(file, faults),
        ImportKind::OpeningBalances => opening::balances(file, faults),
        ImportKind::Vouchers => books::vouchers(file, faults),
    }
}

/// A file on its way into the book.
struct ImportFile<'a> {
    work: &'a Work<'a>,
    table: &'a Table,
    /// The cooperative that the user named, for files without a column of it.
    chosen: Option<CooperativeId>,
    batch: BatchId,
}

impl ImportFile<'_> {
    /// Saves one row; where the book refuses it, that is a fault of the row.
    fn keep<T>(
        faults: &mut Faults,
        row: u32,
        kept: Result<T, store::StoreError>,
    ) -> Result<Option<T>, Problem> {
        match kept {
            Ok(kept) => Ok(Some(kept)),
            Err(error @ store::StoreError::Rule(_)) => {
                faults.refused(row, &Problem::from(error).message);
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// Codes of the registers, to find rows by.
struct Known {
    villages: HashMap<String, VillageId>,
    cooperatives: HashMap<String, CooperativeId>,
    members: HashMap<CooperativeId, HashMap<String, MemberId>>,
}

impl Known {
    fn of(reading: &Reading<'_>) -> Result<Self, Problem> {
        let villages = reading.villages()?.into_iter();
        let cooperatives = reading.cooperatives()?.into_iter();
        Ok(Known {
            villages: villages.map(|village| (village.what.code, village.id)).collect(),
            cooperatives: cooperatives.map(|coop| (coop.what.code, coop.id)).collect(),
            members: HashMap::new(),
        })
    }

    /// The members of a cooperative by their codes, read once.
    fn members_of(
        &mut self,
        reading: &Reading<'_>,
        cooperative: CooperativeId,
    ) -> Result<&mut HashMap<String, MemberId>, Problem> {
        use std::collections::hash_map::Entry;
        Ok(match self.members.entry(cooperative) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let members = reading.members(cooperative)?.into_iter();
                place.insert(members.map(|member| (member.what.code, member.id)).collect())
            }
        })
    }
}

/// The refusal of a whole file, with every faulty row.
pub(crate) fn refused_rows(file_name: &str, faults: Vec<Text>, unreadable: bool) -> Problem {
    let count = faults.len();
    let text = Text::new(
        format!("{file_name} 没有导入，有 {count} 处要改。改好后整个文件再导入一次。"),
        format!("{file_name} was not imported: {count} faults. Mend them and import it again."),
    );
    let problem = if unreadable {
        Problem::input("import.rows", text)
    } else {
        Problem::refused("import.rows", text)
    };
    problem.with_details(faults)
}

fn sum_row() -> Text {
    Text::new("像是合计行，删去再导入", "this looks like a row of sums; delete it and import again")
}

fn taken_before(file_name: &str, batch: i64) -> Problem {
    let text = Text::new(
        format!(
            "{file_name} 已经作为第 {batch} 批导入过，没有再导入一次。要重新导入，先撤销那一批\
             （导入页的历次导入，或 import undo {batch}）。"
        ),
        format!(
            "{file_name} was imported before, as batch {batch}, and was not taken again. To import \
             it anew, take batch {batch} back first (in the list of imports, or by import undo \
             {batch})."
        ),
    );
    Problem::refused("import.taken_before", text)
}
