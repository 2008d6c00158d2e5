//! The words for vouchers, before and after they are posted.

use std::path::PathBuf;

use clap::{Args as Group, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum Voucher {
    /// Post one voucher from a JSON file 记账.
    ///
    /// The file holds one object: {"coop": "C1", "date": "2025-03-31", "word": "记",
    /// "summary": "收蛋款", "lines": [{"account": "102", "debit": "1200.00"},
    /// {"account": "501", "credit": "1200.00"}]}. A line may have its own summary, member,
    /// counterparty, project, quantity and price. The word is 记 where it is missing; papers is
    /// how many papers belong to it.
    Post {
        /// The JSON file, or `-` for standard input.
        file: PathBuf,
        /// The cooperative, where the file names none.
        #[arg(long)]
        coop: Option<String>,
    },
    /// List posted vouchers, or drafts 列出.
    List {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The first day, such as 2025-03-01.
        #[arg(long)]
        from: Option<String>,
        /// The last day.
        #[arg(long)]
        to: Option<String>,
        /// Only those that say this, or have this amount, number, account or member.
        #[arg(long, value_name = "TEXT")]
        find: Option<String>,
        /// Those that have come so far.
        #[arg(long, value_enum, default_value = "posted")]
        state: StateWord,
    },
    /// One voucher with its lines 查看.
    Show(WhichVoucher),
    /// Take a posted voucher back by a red one 红字冲销.
    Reverse {
        #[command(flatten)]
        which: WhichVoucher,
        /// The day of the red voucher, not before that of the voucher.
        #[arg(long)]
        on: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Take a posted voucher back and open a draft that puts it right 更正.
    Correct {
        #[command(flatten)]
        which: WhichVoucher,
        /// The day of the red voucher and of the draft.
        #[arg(long)]
        on: String,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    #[command(flatten)]
    Unposted(Unposted),
}

/// A voucher before it is posted.
#[derive(Debug, Subcommand)]
pub enum Unposted {
    /// Keep a voucher as a draft, whole or not 存草稿.
    Draft {
        /// The JSON file, as for `post`, or `-` for standard input.
        file: PathBuf,
        /// The cooperative, where the file names none.
        #[arg(long)]
        coop: Option<String>,
        /// The draft that it takes the place of.
        #[arg(long)]
        id: Option<i64>,
    },
    /// List the drafts of a cooperative 草稿.
    Drafts {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
    },
    /// One draft, with what stands in its way 看草稿.
    ShowDraft(WhichDraft),
    /// Say that a draft was looked over 审核.
    Review(WhichDraft),
    /// Take a review back 取消审核.
    Unreview(WhichDraft),
    /// Post a draft 草稿记账.
    PostDraft(WhichDraft),
    /// Let a draft go 放弃草稿.
    Discard(WhichDraft),
    /// Keep a file with a draft 附件.
    Attach {
        #[command(flatten)]
        which: WhichDraft,
        /// A scan, picture or document of at most 20 MiB.
        file: PathBuf,
    },
}

/// A posted voucher.
#[derive(Debug, Group)]
pub struct WhichVoucher {
    /// The cooperative's code.
    #[arg(long)]
    pub coop: String,
    /// Month, word and number as the list prints them: 2025-03 记-031. In one word:
    /// 2025-03/记-31, or 2025-03/31 where the word is 记.
    #[arg(required = true, num_args = 1..=2)]
    pub number: Vec<String>,
}

/// A draft.
#[derive(Debug, Group)]
pub struct WhichDraft {
    /// Its number, as `drafts` prints it.
    pub id: i64,
}

/// How far a voucher has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StateWord {
    /// Typed 草稿.
    Draft,
    /// Looked over 已审核.
    Reviewed,
    /// In the books 已记账.
    Posted,
}
