//! Asset cards, recurring vouchers, batches of birds, the bank and the cash box.

use std::path::PathBuf;

use clap::{Args as Group, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum Asset {
    /// Add a card; the asset itself is bought by a voucher 增加卡片.
    Add(Box<AddAsset>),
    /// The cards, with what was charged off 列出.
    List {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
    },
    /// Charge a month: one voucher for each kind of asset 计提.
    Charge {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The month, such as 2025-03.
        month: String,
        /// What a card put out in the month, for those that are charged by it; once for each.
        #[arg(long, value_name = "CODE=AMOUNT")]
        units: Vec<String>,
        /// Only show the vouchers.
        #[arg(long)]
        dry_run: bool,
    },
    /// An asset is sold, scrapped or lost: makes a draft 减少.
    Gone {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The card's code.
        code: String,
        /// The day.
        #[arg(long)]
        on: String,
        /// Why; it stays on record.
        #[arg(long)]
        reason: String,
    },
    /// An asset that was said to be gone is there after all 撤回减少.
    Back {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The card's code.
        code: String,
    },
    /// Void a card that was added by mistake 作废.
    Void {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The card's code.
        code: String,
        /// Why; it stays on record.
        #[arg(long)]
        reason: String,
    },
}

#[derive(Debug, Group)]
pub struct AddAsset {
    /// The cooperative's code.
    #[arg(long)]
    pub coop: String,
    /// The card's code.
    #[arg(long)]
    pub code: String,
    /// What it is.
    #[arg(long)]
    pub name: String,
    /// Its kind.
    #[arg(long, value_enum)]
    pub kind: AssetWord,
    /// Where its cost stands; the first account of the kind by default.
    #[arg(long)]
    pub account: Option<String>,
    /// What the charge is a cost of: 401, 521, 523 or 529, or an account below.
    #[arg(long, value_name = "ACCOUNT")]
    pub charged: String,
    /// The project or batch that the charge names.
    #[arg(long)]
    pub project: Option<String>,
    /// The day from which it was in use; charged from the month after.
    #[arg(long, value_name = "DATE")]
    pub in_use: String,
    /// What it cost, in yuan.
    #[arg(long)]
    pub cost: String,
    /// What will be left at the end, in yuan.
    #[arg(long)]
    pub salvage: Option<String>,
    /// What was charged off before the card is made, in yuan.
    #[arg(long)]
    pub before: Option<String>,
    /// The last month of that.
    #[arg(long, value_name = "MONTH")]
    pub before_through: Option<String>,
    /// Months of use, for charging in a straight line.
    #[arg(long, required_unless_present = "units", conflicts_with = "units")]
    pub months: Option<String>,
    /// All that it will put out, for charging by units.
    #[arg(long, requires = "unit")]
    pub units: Option<String>,
    /// What is counted then, such as 斤.
    #[arg(long)]
    pub unit: Option<String>,
    /// Kept at 1 yuan for want of evidence.
    #[arg(long)]
    pub nominal: bool,
    /// From a poverty-relief project.
    #[arg(long)]
    pub relief: bool,
    /// What else there is to say.
    #[arg(long)]
    pub note: Option<String>,
}

/// Kinds of assets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AssetWord {
    /// 固定资产.
    Fixed,
    /// 生产性生物资产.
    Biological,
    /// 无形资产.
    Intangible,
}

#[derive(Debug, Subcommand)]
pub enum Recurring {
    /// Keep a recurring voucher, from a JSON file as for `voucher post` 增加.
    Add {
        /// The JSON file, or `-` for standard input; its date is not needed.
        file: PathBuf,
        /// The cooperative, where the file names none.
        #[arg(long)]
        coop: Option<String>,
        /// Its name.
        #[arg(long)]
        name: String,
        /// The first month.
        #[arg(long, value_name = "MONTH")]
        first: String,
        /// The last one.
        #[arg(long, value_name = "MONTH")]
        last: Option<String>,
        /// Every so many months.
        #[arg(long, value_name = "MONTHS")]
        every: Option<String>,
        /// On which day; the last of the month by default.
        #[arg(long, value_name = "DAY")]
        on_day: Option<String>,
    },
    /// The recurring vouchers, and what of a month is made 列出.
    List {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The month.
        month: String,
    },
    /// Make drafts of those that a month wants and has not 生成草稿.
    Make {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The month.
        month: String,
    },
    /// One comes for the last time in a month 停用.
    End {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// Its name.
        name: String,
        /// The last month.
        #[arg(long, value_name = "MONTH")]
        last: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Flock {
    /// Begin a batch 建批次.
    Begin {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// Its name, which the lines of its vouchers bear as their project.
        name: String,
        /// What it is kept for.
        #[arg(long, value_enum)]
        purpose: PurposeWord,
        /// Where what grown layers cost goes.
        #[arg(long, value_enum, default_value = "cost")]
        egg_cost: EggCostWord,
        /// What else there is to say.
        #[arg(long)]
        note: Option<String>,
    },
    /// The batches, with birds, feed and cost 列出.
    List {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
    },
    /// Note what happened to a batch; makes a draft where the rules name an entry 登记.
    Note {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The batch.
        name: String,
        /// What happened.
        #[arg(value_enum)]
        kind: MoveWord,
        /// The day.
        #[arg(long)]
        on: String,
        /// To how many birds.
        #[arg(long)]
        birds: Option<String>,
        /// 斤 of feed, of birds sold or of eggs.
        #[arg(long)]
        weight: Option<String>,
        /// What was paid, spent or taken in, in yuan.
        #[arg(long)]
        amount: Option<String>,
        /// What else there is to say.
        #[arg(long)]
        note: Option<String>,
    },
    /// Make the draft of an entry again 重做草稿.
    Draft {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The entry's number.
        id: i64,
    },
    /// Void an entry that was noted by mistake 作废.
    Void {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The entry's number.
        id: i64,
        /// Why; it stays on record.
        #[arg(long)]
        reason: String,
    },
}

/// What a batch is kept for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PurposeWord {
    /// 肉用.
    Meat,
    /// 产蛋.
    Layer,
}

/// Where what grown layers cost goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum EggCostWord {
    /// Through 401 into the eggs 进蛋的成本.
    Cost,
    /// Into the cost of the month, 521 当月列支.
    Expense,
}

/// What can happen to a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MoveWord {
    /// 购入.
    Bought,
    /// 饲料.
    Fed,
    /// 费用.
    Spent,
    /// 死亡.
    Died,
    /// 转为产蛋.
    Matured,
    /// 淘汰转出.
    Culled,
    /// 出售.
    Sold,
    /// 产蛋.
    Laid,
}

#[derive(Debug, Subcommand)]
pub enum Bank {
    /// Take a statement of the bank from a csv or xlsx file 取对账单.
    Import {
        /// The file.
        file: PathBuf,
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The account; the first at or below 102 by default.
        #[arg(long)]
        account: Option<String>,
    },
    /// An account at the end of a month: the two balances and what is open 查看.
    Show {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The account; the first at or below 102 by default.
        #[arg(long)]
        account: Option<String>,
        /// The month; the first that is not reconciled by default.
        #[arg(long)]
        month: Option<String>,
    },
    /// Say that lines are the same money, by their keys in `show --json` 核对.
    Match {
        #[command(flatten)]
        place: BankPlace,
        /// Keys of lines of the bank.
        #[arg(long, value_name = "KEY")]
        bank: Vec<String>,
        /// Keys of lines of the books.
        #[arg(long, value_name = "KEY")]
        book: Vec<String>,
    },
    /// Take lines apart again 取消核对.
    Unmatch {
        #[command(flatten)]
        place: BankPlace,
        /// The group's number in `show --json`.
        group: i64,
    },
    /// Reconcile the account at the month's end 确认对账.
    Reconcile {
        #[command(flatten)]
        place: BankPlace,
        /// The bank's balance, where no statement says it.
        #[arg(long)]
        balance: Option<String>,
        /// Also write 银行存款余额调节表, a .pdf or .xlsx.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Void a statement that was taken by mistake 作废对账单.
    Void {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The account.
        #[arg(long)]
        account: String,
        /// The statement's number in `show --json`.
        id: i64,
        /// Why; it stays on record.
        #[arg(long)]
        reason: String,
    },
}

/// An account and a month.
#[derive(Debug, Group)]
pub struct BankPlace {
    /// The cooperative's code.
    #[arg(long)]
    pub coop: String,
    /// The account.
    #[arg(long)]
    pub account: String,
    /// The month.
    #[arg(long)]
    pub month: String,
}

#[derive(Debug, Subcommand)]
pub enum Cash {
    /// Keep a count; a difference makes a draft 盘点.
    Count {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// At the end of which day.
        #[arg(long)]
        on: String,
        /// The account; the first at or below 101 by default.
        #[arg(long)]
        account: Option<String>,
        /// What was counted, in yuan.
        #[arg(long)]
        counted: Option<String>,
        /// How many of each note and coin, such as 100=12; once for each.
        #[arg(long, value_name = "YUAN=COUNT")]
        pieces: Vec<String>,
        /// What else there is to say.
        #[arg(long)]
        note: Option<String>,
    },
    /// The counts, the latest first 列出.
    List {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
    },
}
