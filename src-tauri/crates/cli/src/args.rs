//! The words of the command line. `--book`, `--json` and `--lang` stand before or after the
//! command.

mod book;
mod closing;
mod import;
mod making;
mod register;
mod report;
mod voucher;
mod year;

use std::path::PathBuf;

pub use book::{Account, Book, SwitchWord};
use clap::{Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
pub use closing::{Period, PostingWord, Year, YearClose};
pub use import::{Import, ImportFile, ImportHistory, ImportWord};
pub use making::{
    AddAsset, Asset, AssetWord, Bank, BankPlace, Cash, EggCostWord, Flock, MoveWord, PurposeWord,
    Recurring,
};
pub use register::{
    AddMember, ChangeMember, Coop, KindWord, Member, MoveShares, ReserveWord, Village,
};
pub use report::{Export, Format, Ledger, LedgerWord, Report, Save, Statement};
pub use voucher::{StateWord, Unposted, Voucher};
pub use year::{
    Calc, CalcWord, Distribution, Draft, PresetName, Print, Targets, WeightingWord, Which,
};

/// Baotuan 抱团账: books, dividends and targets of village cooperatives.
///
/// 村合作社的账、分红和目标考核。第一次用：`baotuan demo 示范区.baotuan` 生成示范区，
/// 再看 `baotuan --book 示范区.baotuan distribution show --coop C01 --year 2025`。
#[derive(Debug, Parser)]
#[command(name = "baotuan", version, max_term_width = 100)]
pub struct Args {
    /// The book 账套文件.
    #[arg(long, global = true, env = "BAOTUAN_BOOK", value_name = "FILE")]
    pub book: Option<PathBuf>,
    /// Who works on the book 操作员; 会计 where nobody is named.
    #[arg(long, global = true, env = "BAOTUAN_OPERATOR", value_name = "NAME")]
    pub operator: Option<String>,
    /// Where copies of the book go by themselves 自动备份文件夹: at the close of a month, and before
    /// a book of an earlier version is brought to this one.
    ///
    /// Otherwise BAOTUAN_BACKUPS, or the user's own folder.
    #[arg(long, global = true, value_name = "FOLDER")]
    pub backups: Option<PathBuf>,
    /// Print one JSON object 输出 JSON.
    #[arg(long, global = true)]
    pub json: bool,
    /// Language of tables and messages 语言; by the system's, Chinese unless that is English.
    #[arg(long, global = true, env = "BAOTUAN_LANG", value_enum)]
    pub lang: Option<Lang>,
    #[command(subcommand)]
    pub command: Command,
}

/// A language of tables and messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// 中文.
    Zh,
    /// English.
    En,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Calculate from a JSON file, without a book 单独计算.
    Calc(Calc),
    /// Make the demo district 生成示范区账套.
    Demo {
        /// The file to make; one that exists is refused.
        file: PathBuf,
    },
    /// The book itself 账套.
    #[command(subcommand)]
    Book(Book),
    /// Villages 村.
    #[command(subcommand)]
    Village(Village),
    /// Cooperatives 合作社.
    #[command(subcommand)]
    Coop(Coop),
    /// Members of a cooperative 成员.
    #[command(subcommand)]
    Member(Member),
    /// Vouchers of a cooperative 凭证.
    #[command(subcommand)]
    Voucher(Voucher),
    /// Take a csv, xlsx or xls file into the book, whole or not at all 导入.
    Import(Import),
    /// A cooperative's dividend of a year 分红.
    #[command(subcommand)]
    Distribution(Distribution),
    /// The district's year 目标与奖励.
    #[command(subcommand)]
    Targets(Targets),
    /// Papers as PDF 打印.
    #[command(subcommand)]
    Print(Print),
    /// The chart of accounts 科目表.
    #[command(subcommand)]
    Account(Account),
    /// Months 月份：结账、反结账.
    #[command(subcommand)]
    Period(Period),
    /// Years 年结.
    #[command(subcommand)]
    Year(Year),
    /// Asset cards: depreciation and amortisation 资产卡片、折旧.
    #[command(subcommand)]
    Asset(Asset),
    /// Vouchers that come again each month 周期凭证.
    #[command(subcommand)]
    Recurring(Recurring),
    /// Batches of birds from goslings to sale 批次.
    #[command(subcommand)]
    Flock(Flock),
    /// The bank's statements beside the books 银行对账.
    #[command(subcommand)]
    Bank(Bank),
    /// Counts of cash 现金盘点.
    #[command(subcommand)]
    Cash(Cash),
    /// Reports from the books 账簿报表.
    #[command(subcommand)]
    Report(Report),
    /// The books for other programs 导出.
    #[command(subcommand)]
    Export(Export),
    /// Completions for a shell, to standard output 命令补全.
    Completions {
        /// Which shell.
        shell: Shell,
    },
}
