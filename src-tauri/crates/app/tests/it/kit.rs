//! Books to try things on, each in a folder of its own.

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use app::import::{ImportKind, ImportView};
use app::view::dividend::{CapitalWeightingView, SchemeInput};
use app::{Book, Hold, Problem};
use domain::Month;
use store::Store;
use tempfile::TempDir;

/// The demo district, made once.
static DEMO: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo.baotuan");
    Book::make_demo(&path).unwrap();
    fs::read(path).unwrap()
});

/// A book with two villages and two cooperatives, made once.
static SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut trial = Trial::new();
    trial.take(ImportKind::Villages, "code,name,township\nV1,甲村,东河镇\nV2,乙村,东河镇\n");
    trial.take(
        ImportKind::Cooperatives,
        "code,name,starts\nC1,一号合作社,2025-01\nC2,二号合作社,2025-01\n",
    );
    trial.take(
        ImportKind::Members,
        "coop,code,name,kind,village\nC1,A1,甲村,village_collective,V1\n\
         C1,A2,乙村,village_collective,V2\nC1,H1,村民001,household,V1\nC2,H1,村民002,household,\n",
    );
    trial.take(
        ImportKind::Contributions,
        "coop,member,date,amount\nC1,A1,2025-01-02,300.00\nC1,A2,2025-01-02,100.00\n",
    );
    fs::read(trial.path()).unwrap()
});

/// A book in a folder of its own, opened anew for each use case, as commands do.
pub struct Trial {
    folder: TempDir,
}

impl Trial {
    /// A new, empty book.
    pub fn new() -> Self {
        let trial = Trial { folder: tempfile::tempdir().unwrap() };
        Book::create(&trial.path(), "示范区").unwrap();
        trial
    }

    /// The demo district.
    pub fn demo() -> Self {
        Self::of(&DEMO)
    }

    /// Two villages, and two cooperatives, the first with three members.
    pub fn small() -> Self {
        Self::of(&SMALL)
    }

    fn of(book: &[u8]) -> Self {
        let trial = Trial { folder: tempfile::tempdir().unwrap() };
        fs::write(trial.path(), book).unwrap();
        trial
    }

    /// Where the book lies.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("账.baotuan")
    }

    /// A place beside the book.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The open book.
    pub fn book(&self) -> Book {
        Book::open(&self.path(), Hold::Brief).unwrap()
    }

    /// The bytes of the file.
    pub fn bytes(&self) -> Vec<u8> {
        fs::read(self.path()).unwrap()
    }

    /// How many files lie in the folder.
    pub fn files(&self) -> usize {
        fs::read_dir(self.folder.path()).unwrap().count()
    }

    /// Imports a file of this name and content.
    pub fn import(&self, kind: ImportKind, name: &str, file: &[u8]) -> Result<ImportView, Problem> {
        let path = self.beside(name);
        fs::write(&path, file).unwrap();
        let taken = self.book().import(kind, &path, None, false);
        fs::remove_file(path).unwrap();
        taken
    }

    /// Imports a csv that has no faults.
    #[track_caller]
    pub fn take(&mut self, kind: ImportKind, csv: &str) -> ImportView {
        let taken = self.import(kind, "file.csv", csv.as_bytes());
        taken.unwrap_or_else(|problem| panic!("{problem:#?}"))
    }

    /// Posts sales of a cooperative, so that it has a surplus; below zero a loss.
    #[track_caller]
    pub fn earn(&mut self, coop: &str, on: &str, amount: &str) {
        let (debit, credit) = match amount.starts_with('-') {
            true => ("521", "102"),
            false => ("102", "501"),
        };
        let amount = amount.trim_start_matches('-');
        let csv = format!(
            "coop,voucher,date,summary,account,debit,credit\n\
             {coop},1,{on},收支,{debit},{amount},\n{coop},1,{on},收支,{credit},,{amount}\n"
        );
        self.take(ImportKind::Vouchers, &csv);
    }

    /// Closes the months of a cooperative from January 2025 through this one.
    #[track_caller]
    pub fn close_through(&self, coop: &str, month: &str) {
        let mut book = self.book();
        let mut at = Month::read("2025-01").unwrap();
        let last = Month::read(month).unwrap();
        while at <= last {
            book.close_month(coop, &at.to_string()).unwrap();
            at = at.next().unwrap();
        }
    }

    /// Gets past the rules of the book, as somebody with another program could: drops a trigger,
    /// changes something, and puts the trigger back.
    pub fn change_behind_its_back(&self, trigger: &str, change: &str) {
        let store = Store::open(&self.path(), Hold::Brief).unwrap();
        let book = store.plain_sql();
        let wanted = format!("SELECT sql FROM sqlite_schema WHERE name = '{trigger}'");
        let sql: String = book.query_row(&wanted, [], |row| row.get(0)).unwrap();
        book.execute_batch(&format!("DROP TRIGGER {trigger}; {change}; {sql}")).unwrap();
    }
}

/// The scheme that needs no thought: all by patronage and capital, nothing set aside.
pub fn plain_scheme() -> SchemeInput {
    SchemeInput {
        appropriations: Vec::new(),
        retained: "0".to_owned(),
        patronage_share: "0.60".to_owned(),
        guaranteed_rate: None,
        capital_weighting: CapitalWeightingView::YearEnd,
    }
}
