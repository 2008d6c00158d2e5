//! Imports: a file of villages, cooperatives, members, contributions, yields, deliveries, incomes,
//! accounts or vouchers, taken whole or not at all, every faulty row named.

mod books;
mod fields;
mod registers;
pub(crate) mod table;

use std::collections::HashMap;
use std::path::Path;

use domain::id::{CooperativeId, MemberId, VillageId};
use store::{NewBatch, Reading, Work};
use table::Table;

use crate::book::Book;
use crate::problem::Problem;
use crate::view::Text;
pub use crate::view::book::ImportView;
use fields::Faults;
pub(crate) use fields::{read_money, read_quantity};
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
    /// 凭证.
    Vouchers,
}

impl ImportKind {
    /// Every kind.
    pub const ALL: [ImportKind; 9] = [
        ImportKind::Villages,
        ImportKind::Cooperatives,
        ImportKind::Members,
        ImportKind::Contributions,
        ImportKind::Yields,
        ImportKind::Deliveries,
        ImportKind::Incomes,
        ImportKind::Accounts,
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
        refuse_needless_cooperative(kind, cooperative)?;
        let work = self.store.begin()?;
        let chosen = cooperative.map(|code| crate::register::cooperative(&work, code));
        let chosen = chosen.transpose()?.map(|cooperative| cooperative.id);
        let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
        let batch = NewBatch {
            kind: kind.word(),
            file_name: &table.file_name,
            file_hash: &table.hash,
            cooperative: chosen,
            rows,
        };
        if let Some(earlier) = work.batch_of_file(&batch)? {
            return Err(taken_before(&table.file_name, earlier.number()));
        }
        let id = work.add_batch(&batch)?;
        let file = ImportFile { work: &work, table, chosen, batch: id };
        let mut faults = Faults::default();
        for &row in &table.sums {
            faults.refused(row, &sum_row());
        }
        let taken = take(kind, &file, &mut faults);
        if !faults.is_empty() {
            let unreadable = faults.unreadable;
            return Err(refused_rows(&table.file_name, faults.in_order(), unreadable));
        }
        let taken = taken?;
        work.finish_batch(id)?;
        if !dry_run {
            work.commit()?;
        }
        Ok(ImportView {
            batch: (!dry_run).then(|| id.number()),
            kind: kind.word(),
            rows,
            vouchers: taken.vouchers,
            warnings: taken.warnings,
        })
    }
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
        ImportKind::Vouchers => books::vouchers(file, faults),
    }
}

/// A file on its way into the book.
struct ImportFile<'a> {
    work: &'a Work<'a>,
    table: &'a Table,
    /// The cooperative that the user named, for files without a column of it.
    chosen: Option<CooperativeId>,
    batch: domain::id::BatchId,
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
fn refused_rows(file_name: &str, faults: Vec<Text>, unreadable: bool) -> Problem {
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

/// Villages, cooperatives and incomes belong to no cooperative.
fn refuse_needless_cooperative(kind: ImportKind, named: Option<&str>) -> Result<(), Problem> {
    let belongs = match kind {
        ImportKind::Villages | ImportKind::Cooperatives | ImportKind::Incomes => false,
        ImportKind::Members
        | ImportKind::Contributions
        | ImportKind::Yields
        | ImportKind::Deliveries
        | ImportKind::Accounts
        | ImportKind::Vouchers => true,
    };
    let (false, Some(code)) = (belongs, named) else { return Ok(()) };
    let word = kind.word();
    let text = Text::new(
        format!("{word} 不分合作社，不要指定合作社 {code}。"),
        format!("{word} belong to no cooperative; leave out {code}."),
    );
    Err(Problem::input("import.needless_cooperative", text).about("coop"))
}

fn sum_row() -> Text {
    Text::new("像是合计行，删去再导入", "this looks like a row of sums; delete it and import again")
}

fn taken_before(file_name: &str, batch: i64) -> Problem {
    let text = Text::new(
        format!("{file_name} 已经作为第 {batch} 批导入过，没有再导入一次。"),
        format!("{file_name} was imported before, as batch {batch}; it was not taken again."),
    );
    Problem::refused("import.taken_before", text)
}
