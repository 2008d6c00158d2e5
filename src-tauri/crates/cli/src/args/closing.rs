//! Months and years closed and opened again.

use clap::{Args as Group, Subcommand, ValueEnum};

use super::Which;

#[derive(Debug, Subcommand)]
pub enum Period {
    /// What stands in the way of closing a month, and the vouchers that closing makes 结账检查.
    Check {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The month, such as 2025-03.
        month: String,
    },
    /// The months of a year and which are closed 月份.
    List {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The year; that of the month that is closed next by default.
        #[arg(long)]
        year: Option<i64>,
    },
    /// Make drafts that clear what waits on 181 转出待处理财产损溢.
    Clear {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The month, such as 2025-03.
        month: String,
    },
    /// Close a month: income and cost go to 331, and nothing is posted in it any more 结账.
    Close {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The month, such as 2025-03.
        month: String,
    },
    /// Reopen the last closed month 反结账.
    Reopen {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The month, such as 2025-03.
        month: String,
        /// Why; it stays on record.
        #[arg(long)]
        reason: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Year {
    /// The vouchers that closing a year would make; nothing is saved 年结检查.
    Check {
        #[command(flatten)]
        close: YearClose,
    },
    /// Close a year: the year's result goes to 332-未分配盈余 年结.
    ///
    /// With a distribution dated 31 December the year is closing until that is posted or waived.
    Close {
        #[command(flatten)]
        close: YearClose,
    },
    /// Close a year without a distribution 不分配.
    Waive {
        #[command(flatten)]
        which: Which,
        /// Why; it stays on record.
        #[arg(long)]
        reason: String,
    },
    /// Open a closed year again 取消年结.
    Reopen {
        #[command(flatten)]
        which: Which,
        /// Why; it stays on record.
        #[arg(long)]
        reason: String,
    },
}

/// How a year is closed.
#[derive(Debug, Group)]
pub struct YearClose {
    #[command(flatten)]
    pub which: Which,
    /// When the distribution is dated.
    #[arg(long, value_enum, default_value = "year_end")]
    pub posting_date: PostingWord,
    /// How much of a loss the reserve covers, in yuan 盈余公积弥补亏损.
    #[arg(long)]
    pub cover_loss: Option<String>,
}

/// When a distribution is dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum PostingWord {
    /// On 31 December of its year.
    YearEnd,
    /// On the day of the resolution or later.
    Resolution,
}
