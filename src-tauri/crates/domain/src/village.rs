//! Villages (村) of the district: each in one township, each with a target of collective income.

use crate::money::Money;

/// An administrative village (行政村).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Village {
    /// The code that files and commands use.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The township (乡镇) that it belongs to.
    pub township: String,
    /// The secretary's performance pay of a year, which a missed target cuts.
    pub performance_pay: Money,
    /// Whether it works in a joint project (抱团): asked of a late riser.
    pub joint: bool,
}

/// One source of a village's collective income in a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VillageIncome {
    /// What kind of income it is.
    pub kind: IncomeKind,
    /// How much.
    pub amount: Money,
    /// Where it can be looked up: a contract, a voucher of the village's books.
    pub evidence: Option<String>,
}

/// A kind of collective income (集体收入类别). Which kinds count is policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IncomeKind {
    /// 抱团分红: dividends of joint cooperatives.
    Dividend,
    /// 项目工资租金: wages and rents that a joint project pays in the village.
    Project,
    /// 发包租赁: land and property let out.
    Lease,
    /// 资产经营: what the village runs itself.
    Operation,
    /// 服务: services.
    Service,
    /// 其他: other income.
    Other,
    /// 补助: subsidies; by the seed's policy they do not count.
    Subsidy,
}

impl IncomeKind {
    /// Every kind, in the order of statements.
    pub const ALL: [IncomeKind; 7] = [
        IncomeKind::Dividend,
        IncomeKind::Project,
        IncomeKind::Lease,
        IncomeKind::Operation,
        IncomeKind::Service,
        IncomeKind::Other,
        IncomeKind::Subsidy,
    ];

    /// The word that files use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            IncomeKind::Dividend => "dividend",
            IncomeKind::Project => "project",
            IncomeKind::Lease => "lease",
            IncomeKind::Operation => "operation",
            IncomeKind::Service => "service",
            IncomeKind::Other => "other",
            IncomeKind::Subsidy => "subsidy",
        }
    }

    /// The Chinese name, which files may use as well.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            IncomeKind::Dividend => "抱团分红",
            IncomeKind::Project => "项目工资租金",
            IncomeKind::Lease => "发包租赁",
            IncomeKind::Operation => "资产经营",
            IncomeKind::Service => "服务",
            IncomeKind::Other => "其他",
            IncomeKind::Subsidy => "补助",
        }
    }

    /// The kind of this word or Chinese name; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word || kind.name() == word)
    }

    /// Whether it comes from joint industry (产业收入), by which model villages are ranked.
    #[must_use]
    pub const fn is_industry(self) -> bool {
        match self {
            IncomeKind::Dividend | IncomeKind::Project => true,
            IncomeKind::Lease
            | IncomeKind::Operation
            | IncomeKind::Service
            | IncomeKind::Other
            | IncomeKind::Subsidy => false,
        }
    }
}
