//! Members over the years: what changed in the register, and how capital moved.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::DraftView;
use super::{Named, Yuan};

/// What of a member changed, as it is typed; what is not given stays as it is, what is given empty
/// is taken away.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct MemberChangeInput {
    /// The day from which it holds.
    pub on: String,
    /// Why, such as a marriage, an inheritance, a slip of the pen.
    pub reason: String,
    /// The name.
    pub name: Option<String>,
    /// The head of the household.
    pub head: Option<String>,
    /// The code of the village.
    pub village: Option<String>,
    /// The day on which it joined.
    pub joined_on: Option<String>,
    /// Resident ID number.
    pub id_number: Option<String>,
    /// Bank account.
    pub bank_account: Option<String>,
    /// The bank and branch.
    pub bank_name: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// Votes beyond the first.
    pub extra_votes: Option<String>,
}

/// What of a member may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MemberFieldView {
    /// 名称.
    Name,
    /// 户主.
    Head,
    /// 村.
    Village,
    /// 入社日期.
    JoinedOn,
    /// 证件号码.
    IdNumber,
    /// 银行账号.
    BankAccount,
    /// 开户行.
    BankName,
    /// 地址.
    Address,
    /// 附加表决权.
    ExtraVotes,
}

/// A change of a member; numbers of papers and accounts are masked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MemberChangeRow {
    /// The day from which it holds.
    pub on: String,
    /// What changed.
    pub field: MemberFieldView,
    /// What it was.
    pub before: Option<String>,
    /// What it is since.
    pub after: Option<String>,
    /// Why.
    pub reason: String,
}

/// How capital moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ShareMoveKindView {
    /// 出资.
    PutIn,
    /// 减资.
    TakenOut,
    /// 退社.
    Left,
    /// 转让.
    Passed,
}

/// A move of capital as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ShareMoveInput {
    /// How capital moves.
    pub kind: ShareMoveKindView,
    /// Who puts in, takes out, leaves or passes on, by code.
    pub member: String,
    /// To whom it passes, by code.
    pub to: Option<String>,
    /// The day.
    pub on: String,
    /// How much capital; all of it where somebody leaves and nothing is given.
    pub amount: Option<String>,
    /// What was paid beyond the share.
    pub premium: Option<String>,
    /// The share of the reserve that is paid back to who leaves or passes along; all of it where
    /// all of the capital goes, by default.
    pub reserve: Option<String>,
    /// The loss that who leaves bears.
    pub loss: Option<String>,
    /// In what it is put in; money by default.
    pub form: Option<String>,
    /// The share class; of what moves out all classes by default.
    pub share_class: Option<String>,
    /// The account that the money comes to or goes from; the bank by default.
    pub account: Option<String>,
    /// By what things or land were valued.
    pub evaluation: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// A move of capital.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShareMoveRow {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// How capital moved.
    pub kind: ShareMoveKindView,
    /// The day.
    pub on: String,
    /// Who put in, took out, left or passed on.
    pub member: Named,
    /// To whom it passed.
    pub to: Option<Named>,
    /// How much capital.
    pub capital: Yuan,
    /// What was paid beyond the share.
    pub premium: Yuan,
    /// The share of the reserve that was paid back.
    pub reserve: Yuan,
    /// The loss that was kept back.
    pub loss: Yuan,
    /// What was paid in or out.
    pub paid: Yuan,
    /// By what it was valued.
    pub evaluation: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Its voucher.
    pub voucher: Option<String>,
    /// Its draft.
    #[ts(type = "number | null")]
    pub draft: Option<i64>,
    /// Whether it takes another one back.
    pub takes_back: bool,
    /// Whether it was taken back.
    pub taken_back: bool,
    /// Whether it makes a voucher: it does not where it was before the books began.
    pub makes_voucher: bool,
}

/// How capital moved in a cooperative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShareMovesView {
    /// The cooperative.
    pub coop: Named,
    /// The moves, the latest first.
    pub rows: Vec<ShareMoveRow>,
}

/// A move that was noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShareMoveMadeView {
    /// The move.
    pub row: ShareMoveRow,
    /// The draft of its voucher; nothing where it was before the books began.
    pub draft: Option<DraftView>,
}

/// By what the reserve is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReserveByView {
    /// 按股金.
    Capital,
    /// 按交易额.
    Patronage,
    /// 平均.
    Equal,
}

/// How the reserve is split, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields)]
pub struct ReserveInput {
    /// The year whose capital or deliveries it is split by.
    #[ts(type = "number")]
    pub year: i64,
    /// The day from which it stands in the accounts.
    pub on: String,
    /// By what.
    pub by: ReserveByView,
    /// How much; all that no member has a share of by default.
    pub amount: Option<String>,
}

/// What members get of the reserve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReserveView {
    /// The cooperative.
    pub coop: Named,
    /// The year.
    pub year: i16,
    /// The day.
    pub on: String,
    /// What stands on 322 at the end of that month.
    pub standing: Yuan,
    /// What members had of it before.
    pub quantified: Yuan,
    /// What is split now.
    pub amount: Yuan,
    /// The members that get or give something.
    pub rows: Vec<ReserveRow>,
}

/// What a member gets of the reserve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReserveRow {
    /// The member.
    pub member: Named,
    /// What it had.
    pub before: Yuan,
    /// What it gets; below zero what it gives.
    pub amount: Yuan,
    /// What it has then.
    pub after: Yuan,
}

/// A change of what a member has of the reserve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReserveChangeRow {
    /// The day.
    pub on: String,
    /// How much.
    pub amount: Yuan,
    /// What it has then.
    pub reserve: Yuan,
    /// Why.
    pub reason: String,
}
