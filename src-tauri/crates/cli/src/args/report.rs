//! What is read from the books: ledgers and the files that other programs read.

use std::path::PathBuf;

use clap::{Args as Group, Subcommand, ValueEnum};

use super::Which;

#[derive(Debug, Subcommand)]
pub enum Report {
    /// Every account's opening, turnover and closing 科目余额表.
    TrialBalance {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The last day, such as 2025-12-31.
        #[arg(long)]
        at: String,
        /// The first day of the turnover; 1 January by default.
        #[arg(long)]
        from: Option<String>,
        /// From every line instead of the kept balances 从分录重算.
        #[arg(long)]
        recount: bool,
        #[command(flatten)]
        save: Save,
    },
    /// Any ledger for any months 账簿.
    Ledger(Ledger),
    /// Every line of an account in a year, with its balance 明细账.
    ///
    /// The accounts below it are among the lines. A balance on the credit side is negative.
    Account {
        #[command(flatten)]
        which: Which,
        /// The account's code, such as 102.
        #[arg(long)]
        account: String,
        #[command(flatten)]
        save: Save,
    },
    /// 资产负债表, form 01.
    BalanceSheet(Statement),
    /// 盈余及盈余分配表, form 02.
    Surplus(Statement),
    /// 成员权益变动表, form 03.
    Equity(Statement),
    /// A member's account, or with --out those of all 成员账户.
    MemberAccount {
        /// The member's code; on paper all members by default.
        #[arg(long)]
        member: Option<String>,
        #[command(flatten)]
        statement: Statement,
    },
    /// Income and cost in detail 收支明细表.
    IncomeDetail(Statement),
}

/// A statement and what of it.
#[derive(Debug, Group)]
pub struct Statement {
    #[command(flatten)]
    pub which: Which,
    /// Through this month only, such as 2025-06.
    #[arg(long)]
    pub month: Option<String>,
    #[command(flatten)]
    pub save: Save,
}

/// A ledger and what of it.
#[derive(Debug, Group)]
pub struct Ledger {
    /// The cooperative's code.
    #[arg(long)]
    pub coop: String,
    /// Which ledger.
    #[arg(long, value_enum)]
    pub kind: LedgerWord,
    /// The first month, such as 2025-01.
    #[arg(long)]
    pub from: String,
    /// The last month.
    #[arg(long)]
    pub to: String,
    /// The account's code.
    #[arg(long)]
    pub account: Option<String>,
    /// The member's code.
    #[arg(long)]
    pub member: Option<String>,
    /// The project.
    #[arg(long)]
    pub project: Option<String>,
    /// The other party.
    #[arg(long)]
    pub counterparty: Option<String>,
    #[command(flatten)]
    pub save: Save,
}

/// Which ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LedgerWord {
    /// 科目余额表.
    TrialBalance,
    /// 总账.
    General,
    /// 明细账.
    Detailed,
    /// 多栏账.
    MultiColumn,
    /// 数量金额账.
    Quantity,
    /// 日记账.
    DayBook,
    /// 成员.
    Member,
    /// 项目.
    Project,
    /// 往来单位.
    Counterparty,
}

/// Where a report goes, and as what.
#[derive(Debug, Group)]
pub struct Save {
    /// How it is written; by the file's ending where there is one 格式.
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// The file to write 存到; needed for pdf and xlsx.
    #[arg(long)]
    pub out: Option<PathBuf>,
}

/// As what a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A table.
    Text,
    /// One JSON object.
    Json,
    /// A workbook.
    Xlsx,
    /// A paper.
    Pdf,
}

#[derive(Debug, Subcommand)]
pub enum Export {
    /// All posted vouchers as a journal that hledger and ledger read 导出为 hledger 日记账.
    ///
    /// Accounts are `code:name`; debits are above zero, credits below, red amounts the other way
    /// round. Members, counterparties and projects are tags.
    Hledger {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The file to write, such as C01.journal; standard output by default.
        #[arg(long)]
        out: Option<PathBuf>,
    },
}
