//! Villages, cooperatives and their members.

use clap::{Args as Group, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum Village {
    /// Add a village 登记.
    Add(AddVillage),
    /// List all villages 列出.
    List,
}

#[derive(Debug, Group)]
pub struct AddVillage {
    /// Its code, such as V01.
    #[arg(long)]
    pub code: String,
    /// Its name.
    #[arg(long)]
    pub name: String,
    /// The township that it belongs to.
    #[arg(long)]
    pub township: String,
    /// The secretary's performance pay of a year, in yuan.
    #[arg(long, default_value = "0")]
    pub performance_pay: String,
    /// It works in a joint project 抱团.
    #[arg(long)]
    pub joint: bool,
}

#[derive(Debug, Subcommand)]
pub enum Coop {
    /// Add a cooperative with the standard chart of accounts 登记.
    Add(AddCoop),
    /// List all cooperatives 列出.
    List {
        /// The year of capital and surplus; the latest by default.
        #[arg(long)]
        year: Option<i64>,
    },
    /// One cooperative 查看.
    Show {
        /// Its code.
        #[arg(long)]
        coop: String,
        /// The year of its figures; the latest by default.
        #[arg(long)]
        year: Option<i64>,
    },
}

#[derive(Debug, Group)]
pub struct AddCoop {
    /// Its code, such as C01.
    #[arg(long)]
    pub code: String,
    /// Its registered name.
    #[arg(long)]
    pub name: String,
    /// The month from which its books are kept, such as 2025-01.
    #[arg(long)]
    pub starts: String,
    /// The alliance that it is in 联盟基地.
    #[arg(long)]
    pub alliance: Option<String>,
    /// Its line of business 行业.
    #[arg(long)]
    pub line: Option<String>,
    /// Its unified social credit code 统一社会信用代码.
    #[arg(long)]
    pub credit_code: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Member {
    /// Add a member 登记.
    Add(AddMember),
    /// List the members of a cooperative 列出.
    List {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The year of capital and dividend; the latest by default.
        #[arg(long)]
        year: Option<i64>,
    },
    /// One member 查看.
    Show {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The member's code.
        code: String,
        /// The year of capital and dividend; the latest by default.
        #[arg(long)]
        year: Option<i64>,
    },
    /// Change what the register says of a member; what it was stays on record 变更登记.
    Change(ChangeMember),
    /// A member puts in: makes a draft 出资.
    PutIn(MoveShares),
    /// A member takes a part out: makes a draft 减资.
    TakeOut(MoveShares),
    /// A member leaves and gets its capital back: makes a draft 退社.
    Leave(MoveShares),
    /// A member's capital passes to another: makes a draft 转让.
    Pass {
        /// To whom it passes, by code.
        #[arg(long, value_name = "CODE")]
        to: String,
        #[command(flatten)]
        moved: MoveShares,
    },
    /// Split the reserve among the members 公积金量化.
    Reserve {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The year whose capital or deliveries it is split by.
        #[arg(long)]
        year: i64,
        /// The day from which it stands in the members' accounts.
        #[arg(long)]
        on: String,
        /// By what; the charter says.
        #[arg(long, value_enum, default_value = "capital")]
        by: ReserveWord,
        /// How much, in yuan; all of 322 that no member has a share of by default.
        #[arg(long, allow_hyphen_values = true)]
        amount: Option<String>,
        /// Show it only 只看不记.
        #[arg(long)]
        dry_run: bool,
    },
    /// How capital moved, the latest first 股金变动.
    Moves {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
    },
    /// Make the draft of a move again, where it has none 重做草稿.
    MoveDraft {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The move's number, as `member moves` shows it.
        id: i64,
    },
    /// Take a move back that was noted by mistake 撤回.
    UndoMove {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The move's number, as `member moves` shows it.
        id: i64,
        /// Why; it stays on record.
        #[arg(long)]
        reason: String,
    },
}

/// What of a member changes; what is not given stays, what is given empty is taken away.
#[derive(Debug, Group)]
pub struct ChangeMember {
    /// The cooperative's code.
    #[arg(long)]
    pub coop: String,
    /// The member's code.
    pub code: String,
    /// The day from which it holds.
    #[arg(long)]
    pub on: String,
    /// Why; it stays on record.
    #[arg(long)]
    pub reason: String,
    /// The name.
    #[arg(long)]
    pub name: Option<String>,
    /// The head of the household 户主.
    #[arg(long)]
    pub head: Option<String>,
    /// The code of the village.
    #[arg(long)]
    pub village: Option<String>,
    /// The day on which it joined.
    #[arg(long)]
    pub joined: Option<String>,
    /// Resident ID number; shown masked.
    #[arg(long)]
    pub id_number: Option<String>,
    /// Bank account; shown masked.
    #[arg(long)]
    pub bank_account: Option<String>,
    /// The bank and branch 开户行.
    #[arg(long)]
    pub bank_name: Option<String>,
    /// The address 联系地址.
    #[arg(long)]
    pub address: Option<String>,
    /// Votes beyond the first 附加表决权; all at most 20 % of the members.
    #[arg(long)]
    pub extra_votes: Option<String>,
}

/// By what the reserve is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReserveWord {
    /// 按股金.
    Capital,
    /// 按交易额.
    Patronage,
    /// 平均.
    Equal,
}

/// A move of capital.
#[derive(Debug, Group)]
pub struct MoveShares {
    /// The cooperative's code.
    #[arg(long)]
    pub coop: String,
    /// The member's code.
    pub code: String,
    /// The day from which it counts.
    #[arg(long)]
    pub on: String,
    /// How much capital, in yuan; of who leaves all of it.
    #[arg(long)]
    pub amount: Option<String>,
    /// What was paid beyond the share 股金溢价.
    #[arg(long)]
    pub premium: Option<String>,
    /// The share of the reserve that is paid back to who leaves 公积金份额.
    #[arg(long)]
    pub reserve: Option<String>,
    /// The loss that who leaves bears 分担亏损.
    #[arg(long)]
    pub loss: Option<String>,
    /// In what it is put in, such as 货币, 实物 or 土地经营权.
    #[arg(long)]
    pub form: Option<String>,
    /// The share class, such as 集体股; of what moves out all by default.
    #[arg(long)]
    pub class: Option<String>,
    /// The account that the money comes to or goes from; the bank by default.
    #[arg(long)]
    pub account: Option<String>,
    /// By what things or land were valued 评估.
    #[arg(long)]
    pub evaluation: Option<String>,
    /// Why: the resolution, the heirs, the merger of villages.
    #[arg(long)]
    pub reason: Option<String>,
}

#[derive(Debug, Group)]
pub struct AddMember {
    /// The cooperative's code.
    #[arg(long)]
    pub coop: String,
    /// The member's code in the cooperative.
    #[arg(long)]
    pub code: String,
    /// The member's name.
    #[arg(long)]
    pub name: String,
    /// What kind of member it is.
    #[arg(long, value_enum)]
    pub kind: KindWord,
    /// The code of the village that it is, or lives in.
    #[arg(long)]
    pub village: Option<String>,
    /// The day on which it joined, such as 2025-03-31.
    #[arg(long)]
    pub joined: Option<String>,
    /// Resident ID number; shown masked.
    #[arg(long)]
    pub id_number: Option<String>,
    /// Bank account; shown masked.
    #[arg(long)]
    pub bank_account: Option<String>,
}

/// A kind of member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum KindWord {
    /// 村集体.
    VillageCollective,
    /// 农户.
    Household,
    /// 企业等单位.
    Enterprise,
}
