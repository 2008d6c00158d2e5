//! The book itself, its charts of accounts and its months.

use clap::{Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum Book {
    /// Make a new, empty book 新建.
    New {
        /// The file to make; one that exists is refused.
        file: PathBuf,
        /// Whom it is kept for, such as a district or township.
        #[arg(long)]
        name: String,
    },
    /// Whether somebody else reviews a voucher before it is posted 制单审核分离.
    Review {
        /// On or off.
        #[arg(value_enum)]
        state: SwitchWord,
    },
    /// What the book holds 概况.
    Info,
    /// Copy the book into a folder, open the copy and check it 备份.
    Backup {
        /// The folder, such as that of a USB stick.
        folder: PathBuf,
    },
    /// Go back to a copy: into a new file, never over one that exists 恢复.
    Restore {
        /// The copy.
        backup: PathBuf,
        /// The file to make.
        file: PathBuf,
    },
    /// Who did what when, the latest first 操作日志.
    Log {
        /// How many entries.
        #[arg(long, default_value = "50")]
        limit: u32,
        /// Those before this one.
        #[arg(long)]
        before: Option<i64>,
    },
    /// Recount the whole book; exit 1 where anything does not hold 检查.
    Check {
        /// A check code from a paper: whether the book once had that state 校验码.
        #[arg(long, value_name = "CODE")]
        against: Option<String>,
    },
}

/// Whether something is so from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SwitchWord {
    /// It is 开.
    On,
    /// It is not 关.
    Off,
}

#[derive(Debug, Subcommand)]
pub enum Account {
    /// The chart with what stands on each account 列出.
    List {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
    },
    /// Add a sub-account 增加明细科目.
    Add {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The code of the account above it.
        #[arg(long)]
        parent: String,
        /// Its name.
        #[arg(long)]
        name: String,
        /// Its code; the next free one where it is not given.
        #[arg(long)]
        code: Option<String>,
    },
    /// Switch an account off: it takes no new lines 停用.
    Off {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The account's code.
        account: String,
    },
    /// Switch an account on again 启用.
    On {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The account's code.
        account: String,
    },
}
