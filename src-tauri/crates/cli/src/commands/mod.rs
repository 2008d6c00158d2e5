//! One module for each group of commands.

pub mod account;
pub mod asset;
pub mod bank;
pub mod book;
pub mod calc;
pub mod cash;
pub mod distribution;
pub mod draft;
pub mod export;
pub mod flock;
pub mod import;
pub mod member;
pub mod payments;
pub mod period;
pub mod print;
pub mod recurring;
pub mod register;
pub mod report;
pub mod targets;
pub mod voucher;
pub mod year;

use std::io::Read;
use std::path::{Path, PathBuf};

use app::view::Text;
use app::{Book, Hold, Problem};
use clap::CommandFactory;
use clap_complete::Shell;

use crate::args::Args;
use crate::output::print;

/// The book that a command is about, and who works on it.
pub struct Chosen {
    /// What `--book` or `BAOTUAN_BOOK` names.
    pub book: Option<PathBuf>,
    /// What `--operator` or `BAOTUAN_OPERATOR` names.
    pub operator: Option<String>,
    /// What `--backups` names.
    pub backups: Option<PathBuf>,
}

impl Chosen {
    /// Where copies go by themselves; nowhere for a user without a home.
    pub fn backups(&self) -> Option<PathBuf> {
        // Not by the arguments' own way, which would show it in every line of usage.
        let set = || std::env::var_os("BAOTUAN_BACKUPS").map(PathBuf::from);
        let own = || Some(dirs::data_dir()?.join("baotuan").join("backups"));
        self.backups.clone().or_else(set).or_else(own)
    }
}

/// Why a command did not do what was asked.
pub enum Failure {
    /// A problem that is still to be told.
    Problem(Problem),
    /// Everything was said already; only the exit code is left.
    Told {
        /// The exit code.
        exit: u8,
    },
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Failure::Problem(problem)
    }
}

impl Failure {
    /// The answer could not be written.
    pub fn cannot_print(error: &dyn std::fmt::Display) -> Self {
        let text = Text::new(format!("结果写不出来：{error}"), format!("cannot print: {error}"));
        Failure::Problem(Problem::failed("output", text))
    }
}

/// Reads a file, or standard input where it is `-`.
fn input(file: &Path) -> std::io::Result<Vec<u8>> {
    if file.as_os_str() == "-" {
        let mut input = Vec::new();
        std::io::stdin().read_to_end(&mut input).map(|_| input)
    } else {
        std::fs::read(file)
    }
}

/// Opens the book that `--book` or `BAOTUAN_BOOK` names.
fn open(chosen: Chosen) -> Result<Book, Failure> {
    let backups = chosen.backups();
    let Some(path) = chosen.book else {
        let text = Text::new(
            "没有指定账套。用 --book FILE 或环境变量 BAOTUAN_BOOK 指定。",
            "No book is named. Name one by --book FILE or BAOTUAN_BOOK.",
        );
        return Err(Problem::input("book.not_named", text).into());
    };
    let mut book = Book::open_keeping(&path, Hold::Brief, backups.as_deref())?;
    if let Some(operator) = chosen.operator {
        book.act_as(&operator)?;
    }
    Ok(book)
}

/// Prints the completions of a shell.
pub fn completions(shell: Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "baotuan", &mut script);
    print(&String::from_utf8_lossy(&script))
}
