//! Files taken into the book, and taking them back.

use std::path::PathBuf;

use clap::{Args as Group, Subcommand, ValueEnum};

#[derive(Debug, Group)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Import {
    /// The imports that there were, and taking one back.
    #[command(subcommand)]
    pub history: Option<ImportHistory>,
    #[command(flatten)]
    pub file: ImportFile,
}

/// The imports that there were.
#[derive(Debug, Subcommand)]
pub enum ImportHistory {
    /// Take an import back 撤销: the book says again what it said before.
    Undo {
        /// The number of its batch.
        batch: i64,
    },
    /// Every import, the latest first 历次导入.
    List,
}

/// A file to take.
#[derive(Debug, Group)]
pub struct ImportFile {
    /// What the file brings.
    #[arg(value_enum, required = true)]
    pub kind: Option<ImportWord>,
    /// The file: csv (UTF-8 or GB18030), xlsx or xls.
    #[arg(required = true)]
    pub file: Option<PathBuf>,
    /// The cooperative, for files without a column of it.
    #[arg(long)]
    pub coop: Option<String>,
    /// Only say what the file would bring and what is wrong with it.
    #[arg(long)]
    pub dry_run: bool,
}

/// What a file can bring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ImportWord {
    /// `code,name,township[,performance_pay,joint]` 村.
    Villages,
    /// `code,name,starts[,credit_code,alliance,line]` 合作社.
    Cooperatives,
    /// `coop,code,name,kind[,village,joined,id_number,bank_account]` 成员.
    Members,
    /// `coop,member,date,amount[,form,class]` 出资.
    Contributions,
    /// `coop,date,product,quantity,unit[,batch,note]` 产量.
    Yields,
    /// `coop,member,date,product,quantity,unit,amount` 交易.
    Deliveries,
    /// `village,year,kind,amount[,evidence]` 各村收入.
    Incomes,
    /// `coop,code,name,parent` 明细科目.
    Accounts,
    /// `account,debit,credit[,member,counterparty]` 期初余额; needs --coop.
    OpeningBalances,
    /// `voucher,date,summary,account,debit,credit[,member,…]` 凭证.
    Vouchers,
}
