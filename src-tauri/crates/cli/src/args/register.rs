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
