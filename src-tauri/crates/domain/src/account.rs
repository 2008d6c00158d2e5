//! The chart of accounts (会计科目) of 财会〔2021〕37号: codes, names, sides and what detail each wants.

/// On which side an account usually stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountSide {
    /// 借方: assets and costs.
    Debit,
    /// 贷方: liabilities, equity and income.
    Credit,
    /// Either: 114 成员往来, 331 本年盈余 …
    Both,
}

impl AccountSide {
    /// Every side.
    pub const ALL: [AccountSide; 3] = [AccountSide::Debit, AccountSide::Credit, AccountSide::Both];

    /// The word that files use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            AccountSide::Debit => "debit",
            AccountSide::Credit => "credit",
            AccountSide::Both => "both",
        }
    }

    /// The side of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.word() == word)
    }
}

/// What an account is about (科目类别), by the first digit of its code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountClass {
    /// 资产类, 1xx.
    Asset,
    /// 负债类, 2xx.
    Liability,
    /// 所有者权益类, 3xx.
    Equity,
    /// 成本类, 4xx.
    Cost,
    /// 损益类, 5xx: what makes the year's surplus.
    ProfitLoss,
}

impl AccountClass {
    /// The class of this account code; nothing where the first digit names none.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        match code.as_bytes().first()? {
            b'1' => Some(AccountClass::Asset),
            b'2' => Some(AccountClass::Liability),
            b'3' => Some(AccountClass::Equity),
            b'4' => Some(AccountClass::Cost),
            b'5' => Some(AccountClass::ProfitLoss),
            _ => None,
        }
    }
}

/// What every line on an account must or may name besides its amount (明细).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountDetail {
    /// Nothing.
    None,
    /// A member, without whom the line is refused: 114, 221, 222, 301.
    Member,
    /// Anything else that the rules ask for; a line without it goes to 未分明细.
    Other,
}

/// An account of a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its code, such as `501` or `501-01`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The code of the account above it, if it is a sub-account.
    pub parent: Option<String>,
    /// The side on which it usually stands.
    pub side: AccountSide,
    /// The detail that its lines want, as the chart's file words it; `member` demands one.
    pub detail: Option<String>,
    /// Whether it takes new lines; switched off (停用) it keeps what it has.
    pub active: bool,
}

impl Account {
    /// Whether its lines must or may name a detail.
    #[must_use]
    pub fn wants(&self) -> AccountDetail {
        match self.detail.as_deref() {
            None => AccountDetail::None,
            Some("member") => AccountDetail::Member,
            Some(_) => AccountDetail::Other,
        }
    }
}
