//! A year of a cooperative and of the district: dividends, targets, and the papers of both.

use std::path::PathBuf;

use clap::{Args as Group, Subcommand, ValueEnum};

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
    /// Put the draft before the members' meeting; from then on its figures stay 提交成员大会.
    Present {
        #[command(flatten)]
        which: Which,
        /// The day from which it lies open to the members; 15 days before the meeting at least.
        #[arg(long)]
        on: String,
        /// The day of the meeting, where it is known.
        #[arg(long)]
        meeting: Option<String>,
    },
    /// Take the plan back from the meeting; it is a draft again 撤回方案.
    Withdraw {
        #[command(flatten)]
        which: Which,
        /// Why; it stays on record.
        #[arg(long)]
        reason: String,
    },
    /// Reverse an approved distribution with its vouchers, in red; then run the year anew 冲销分配.
    Reverse {
        #[command(flatten)]
        which: Which,
        /// The day of the red vouchers.
        #[arg(long)]
        on: String,
        /// Why; it stays on record.
        #[arg(long)]
        reason: String,
    },
    /// What a posted distribution gave the members, and what of it is paid 发放情况.
    Payments {
        /// The cooperative's code.
        #[arg(long)]
        coop: String,
        /// The year of the distribution; the latest posted one by default.
        #[arg(long)]
        year: Option<i64>,
        /// Also write what is still to be paid as a file for the bank, a .xlsx or .csv 批量代发文件.
        #[arg(long, value_name = "FILE")]
        bank_file: Option<PathBuf>,
        /// Also write the sheet on which members sign, a .pdf or .xlsx 领款登记表.
        #[arg(long, value_name = "FILE", conflicts_with = "bank_file")]
        sheet: Option<PathBuf>,
    },
    /// Pay members what they are owed: all, some, or one of them a part 发放.
    Pay {
        #[command(flatten)]
        which: Which,
        /// The day.
        #[arg(long)]
        on: String,
        /// A member's code; once for each, all by default.
        #[arg(long = "member", value_name = "CODE")]
        members: Vec<String>,
        /// How much, in yuan, of one member.
        #[arg(long)]
        amount: Option<String>,
        /// The account that is paid from; the first at or below 102 by default.
        #[arg(long)]
        account: Option<String>,
    },
    /// Make the vouchers of an approved distribution 记账.
    ///
    /// Of a year that is closing they are dated 31 December and close it; of a closed one on --on.
    Post {
        #[command(flatten)]
        which: Which,
        /// The day, where the year is closed; that of the resolution by default.
        #[arg(long)]
        on: Option<String>,
        /// Show them only 只看不记.
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Debug, Group)]
pub struct Draft {
    #[command(flatten)]
    pub which: Which,
    /// The scheme to begin with; what else is given changes it 方案样板.
    #[arg(long, value_enum, default_value = "law")]
    pub preset: PresetName,
    /// The part that goes by patronage, 0 to 1; the law wants at least 0.60.
    #[arg(long)]
    pub patronage_share: Option<String>,
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

/// The schemes that most charters come down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PresetName {
    /// 60 % by patronage, the rest by the members' accounts 六成按交易量.
    Law,
    /// By shares only 全部按份额.
    Shares,
    /// 5 % on capital first, then the law's 保底加二次分配.
    Guaranteed,
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
    /// The plan of a distribution, to lie open to the members 分配方案表.
    Plan {
        #[command(flatten)]
        which: Which,
        /// The file to write, a .pdf or .xlsx.
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
        /// The file to write, a .pdf or .xlsx.
        #[arg(long)]
        out: PathBuf,
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
