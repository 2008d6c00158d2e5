//! The words of the command line. `--book`, `--json` and `--lang` stand before or after the
//! command.

mod voucher;

use std::path::PathBuf;

use clap::{Args as Group, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
pub use voucher::{StateWord, Unposted, Voucher};

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

#[derive(Debug, Group)]
pub struct Calc {
    /// What to calculate.
    #[arg(value_enum)]
    pub kind: CalcWord,
    /// The JSON file, or `-` for standard input.
    #[arg(default_value = "-")]
    pub file: PathBuf,
}

/// Whether something is so from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SwitchWord {
    /// It is 开.
    On,
    /// It is not 关.
    Off,
}

/// What can be calculated without a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CalcWord {
    /// From surplus to what each member gets 分红.
    Distribution,
    /// Targets, pay cuts and awards of a district 目标与奖励.
    Targets,
    /// An amount in capitals 金额大写.
    Capitals,
}

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
    /// Recount the whole book; exit 1 where anything does not hold 检查.
    Check {
        /// A check code from a paper: whether the book once had that state 校验码.
        #[arg(long, value_name = "CODE")]
        against: Option<String>,
    },
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

#[derive(Debug, Subcommand)]
pub enum Period {
    /// Close a month: nothing is posted in it any more 结账.
    Close {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The month, such as 2025-03.
        month: String,
    },
    /// Reopen a closed month 反结账.
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

/// A cooperative and a year.
#[derive(Debug, Group)]
pub struct Which {
    /// The cooperative's code.
    #[arg(long)]
    pub coop: String,
    /// The fiscal year.
    #[arg(long)]
    pub year: i64,
}

#[derive(Debug, Subcommand)]
pub enum Distribution {
    /// Save a scheme as the year's draft and show what it gives 存草案.
    Draft(Draft),
    /// Show the saved distribution, or what the default scheme would give 查看.
    Show {
        #[command(flatten)]
        which: Which,
        /// Leave out the members 不列成员.
        #[arg(long)]
        brief: bool,
    },
    /// Freeze the draft by the members' resolution 通过.
    Approve {
        #[command(flatten)]
        which: Which,
        /// The resolution's number.
        #[arg(long)]
        resolution: String,
        /// The day of the meeting, after the year's end.
        #[arg(long)]
        on: String,
    },
}

#[derive(Debug, Group)]
pub struct Draft {
    #[command(flatten)]
    pub which: Which,
    /// The part that goes by patronage, 0 to 1; the law wants at least 0.60.
    #[arg(long, default_value = "0.60")]
    pub patronage_share: String,
    /// The part of the surplus set aside as reserve 盈余公积, 0 to 1.
    #[arg(long)]
    pub reserve_rate: Option<String>,
    /// Something else set aside, as FUND=0.05 (a rate) or FUND=5000.00元 (an amount); in order.
    #[arg(long = "appropriation", value_name = "FUND=RATE|FUND=AMOUNT元")]
    pub appropriations: Vec<String>,
    /// The guaranteed rate on capital, 0 to 1.
    #[arg(long)]
    pub guaranteed_rate: Option<String>,
    /// What is carried to the next year, in yuan.
    #[arg(long, default_value = "0")]
    pub retained: String,
    /// How capital counts.
    #[arg(long, value_enum, default_value = "year_end")]
    pub capital_weighting: WeightingWord,
}

/// How capital counts within the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum WeightingWord {
    /// What stands on 31 December.
    YearEnd,
    /// By the days on which it stood.
    DaysHeld,
}

#[derive(Debug, Subcommand)]
pub enum Targets {
    /// Every village and township against the target 考核.
    Check {
        /// The year; the latest by default.
        #[arg(long)]
        year: Option<i64>,
    },
    /// The three lists of awards 奖励.
    Awards {
        /// The year; the latest by default.
        #[arg(long)]
        year: Option<i64>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Print {
    /// The slips of an approved distribution, three to a page 分红单.
    Slips {
        #[command(flatten)]
        which: Which,
        /// Only this village and those who live there.
        #[arg(long)]
        village: Option<String>,
        /// The PDF to write.
        #[arg(long)]
        out: PathBuf,
    },
    /// Posted vouchers, two to a page 凭证.
    Vouchers {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The first day, such as 2025-03-01.
        #[arg(long)]
        from: Option<String>,
        /// The last day.
        #[arg(long)]
        to: Option<String>,
        /// The PDF to write.
        #[arg(long)]
        out: PathBuf,
    },
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
