//! Vouchers on their way to the books: the list with its states, what the entry form needs to know,
//! drafts with what stands in their way, what they are made of, templates and attachments.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::voucher::{VoucherInput, VoucherView};
use super::{Named, Text, Yuan};

/// How far a voucher has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VoucherState {
    /// Typed, whole or not (草稿).
    Draft,
    /// Looked over (已审核).
    Reviewed,
    /// In the books (已记账).
    Posted,
}

/// Which vouchers of a year are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VouchersAsked {
    /// Only those that have come so far.
    pub state: Option<VoucherState>,
    /// Only those of this month, `2025-03`.
    pub month: Option<String>,
    /// Only those that say this, or have this number, account, member or amount.
    pub text: Option<String>,
    /// At most so many; 200 where nothing is said.
    pub limit: Option<u32>,
    /// Only those after the row of this key.
    pub before: Option<String>,
}

/// The vouchers of a cooperative and year: drafts first, then the posted ones, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VouchersView {
    /// The cooperative.
    pub coop: Named,
    /// The year.
    pub year: i16,
    /// The years that can be looked at, earliest first.
    pub years: Vec<i16>,
    /// The month in which the books begin, `2025-01`.
    pub starts: String,
    /// The months that are closed.
    pub closed: Vec<String>,
    /// The vouchers.
    pub rows: Vec<VoucherListRow>,
    /// Whether older ones follow.
    pub more: bool,
    /// How many there are of each state in the year and month, whatever else was asked.
    pub counts: VoucherCounts,
}

/// How many vouchers there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct VoucherCounts {
    /// Drafts that nobody reviewed yet.
    pub draft: u32,
    /// Reviewed drafts.
    pub reviewed: u32,
    /// Posted ones.
    pub posted: u32,
}

/// A voucher in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VoucherListRow {
    /// What names it: `draft:12`, or its number.
    pub key: String,
    /// How far it has come.
    pub state: VoucherState,
    /// Month, word and number of a posted one, `2025-03 记-031`.
    pub number: Option<String>,
    /// The id of a draft.
    #[ts(type = "number | null")]
    pub draft: Option<i64>,
    /// The day; nothing in a draft that has none yet.
    pub date: Option<String>,
    /// The word before the number.
    pub word: String,
    /// What it is for.
    pub summary: String,
    /// The sum of the debit side; below zero in red. Of a draft as far as it can be read.
    pub amount: Yuan,
    /// The names of the first account on each side: `银行存款 / 经营收入`.
    pub accounts: String,
    /// The first member that it concerns.
    pub member: Option<String>,
    /// How many papers belong to it.
    pub papers: u32,
    /// How many files are kept with it.
    pub attachments: u32,
    /// Who prepared it.
    pub preparer: String,
    /// Who reviewed it.
    pub reviewer: Option<String>,
    /// The number of the voucher that it takes back.
    pub reverses: Option<String>,
    /// The number of the red voucher that takes it back.
    pub reversed_by: Option<String>,
    /// The number of the voucher that it puts right.
    pub corrects: Option<String>,
    /// The number of the voucher that puts it right.
    pub corrected_by: Option<String>,
    /// Whether it takes another one back in red.
    pub red: bool,
}

/// What the form for a new voucher needs to know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryView {
    /// The cooperative.
    pub coop: Named,
    /// The month in which the books begin.
    pub starts: String,
    /// The months that are closed.
    pub closed: Vec<String>,
    /// Who works at this window.
    pub operator: String,
    /// Whether somebody else reviews a voucher before it is posted.
    pub review: bool,
    /// The accounts that take lines: switched on and with none below them, by code.
    pub accounts: Vec<EntryAccount>,
    /// The members, in the order of the register.
    pub members: Vec<EntryMember>,
    /// The words before the number, those in use first.
    pub words: Vec<String>,
    /// What vouchers and lines are for, the most used first.
    pub summaries: Vec<Suggestion>,
    /// Other parties, the most used first.
    pub counterparties: Vec<Suggestion>,
    /// Projects and batches, the most used first.
    pub projects: Vec<Suggestion>,
    /// What is kept to be filled again, by name.
    pub templates: Vec<TemplateView>,
    /// The day of the last posted voucher.
    pub last_date: Option<String>,
}

/// An account to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryAccount {
    /// Its code.
    pub code: String,
    /// Its name, after that of the account above it: `待处理财产损溢—流动资产`.
    pub name: String,
    /// The initials of its name in pinyin: `yhck`.
    pub initials: String,
    /// What its lines name besides the amount.
    pub detail: Option<AccountDetailView>,
    /// What it stands at; credit is negative.
    pub balance: Yuan,
}

/// What the lines of an account name besides the amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AccountDetailView {
    /// A member, without whom the line is refused.
    Member,
    /// Another party, which may be left out.
    Counterparty,
    /// A project or batch, which may be left out.
    Project,
    /// A bank, a lender or the like, which may be left out.
    Other,
}

/// A member to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EntryMember {
    /// The member's code.
    pub code: String,
    /// The member's name.
    pub name: String,
    /// The initials of the name in pinyin.
    pub initials: String,
}

/// Something that was typed before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Suggestion {
    /// What was typed.
    pub text: String,
    /// Its initials in pinyin.
    pub initials: String,
}

/// A voucher that is kept to be filled again and again (模板).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TemplateView {
    /// What it is called by.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name.
    pub name: String,
    /// What it fills in.
    pub entry: VoucherInput,
}

/// A voucher that is not posted yet, and what stands in the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftView {
    /// What it is called by.
    #[ts(type = "number")]
    pub id: i64,
    /// The cooperative.
    pub coop: Named,
    /// `draft` or `reviewed`.
    pub state: VoucherState,
    /// What was typed.
    pub entry: VoucherInput,
    /// The sum of the debits that can be read.
    pub debit: Yuan,
    /// The sum of the credits that can be read.
    pub credit: Yuan,
    /// Debit less credit.
    pub difference: Yuan,
    /// Whether both sides are equal and not empty.
    pub balanced: bool,
    /// Who prepared it: who changed it last.
    pub preparer: String,
    /// Who reviewed it.
    pub reviewer: Option<String>,
    /// The number of the voucher that it takes back in red.
    pub reverses: Option<String>,
    /// Why it takes that back.
    pub reason: Option<String>,
    /// The number of the voucher that it puts right.
    pub corrects: Option<String>,
    /// How many papers belong to it, as far as that can be read.
    pub papers: u32,
    /// The files that prove it.
    pub attachments: Vec<AttachmentRow>,
    /// What it was made of.
    pub sources: Vec<SourceLink>,
    /// What made it by itself.
    pub origins: Vec<OriginLink>,
    /// Everything that stands in the way of posting; empty where it can be posted, or reviewed
    /// where somebody else has to.
    pub faults: Vec<DraftFault>,
    /// What is worth a look and stands in nothing's way, such as cash below zero.
    pub notes: Vec<Text>,
}

/// Something that stands in the way of posting a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftFault {
    /// The field that it is about, such as `date` or `lines[1].account`.
    pub about: Option<String>,
    /// What is wrong.
    pub text: Text,
}

/// A file that is kept with a voucher.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AttachmentRow {
    /// What it is called by.
    #[ts(type = "number")]
    pub id: i64,
    /// The name of the file.
    pub name: String,
    /// How large it is, in bytes.
    pub size: u32,
}

/// What a voucher was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SourceLink {
    /// What it is.
    pub kind: SourceKind,
    /// Its row in the register.
    #[ts(type = "number")]
    pub id: i64,
    /// What it says: `2025-01-02 甲村 出资 300.00`.
    pub text: Text,
}

/// What made a voucher by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OriginLink {
    /// What it is.
    pub kind: OriginKind,
    /// What it is found by: a name, the code of a card, a day, a step.
    pub code: String,
    /// What it says: `2025-03-09 春一批 死亡 320 只`.
    pub text: Text,
}

/// What can make a voucher by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OriginKind {
    /// A step of closing (结账).
    Closing,
    /// An asset card: a month's charge, or that it is gone (资产).
    Asset,
    /// A recurring voucher (周期凭证).
    Recurring,
    /// Something that happened to a batch (批次).
    Flock,
    /// A count of cash (现金盘点).
    CashCount,
}

/// What a voucher can be made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A contribution, or a withdrawal (出资).
    Contribution,
    /// Something produced (产量).
    Yield,
    /// Something that a member handed in (交易).
    Delivery,
}

/// What vouchers can be made of in a year, and which were; what has none first, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SourcesView {
    /// The cooperative.
    pub coop: Named,
    /// The year.
    pub year: i16,
    /// Which kind.
    pub kind: SourceKind,
    /// The first thousand.
    pub rows: Vec<SourceRow>,
    /// How many there are in all.
    pub count: u32,
    /// How many have neither voucher nor draft.
    pub open: u32,
}

/// Something that a voucher can be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SourceRow {
    /// What it is.
    pub kind: SourceKind,
    /// Its row in the register.
    #[ts(type = "number")]
    pub id: i64,
    /// The day.
    pub date: String,
    /// What it says, without the day.
    pub text: Text,
    /// The amount, where it has one; of a withdrawal below zero.
    pub amount: Option<Yuan>,
    /// The number of the voucher that was made of it and stands.
    pub voucher: Option<String>,
    /// The draft that was made of it.
    #[ts(type = "number | null")]
    pub draft: Option<i64>,
}

/// What came of taking a voucher back: the red voucher, or its draft where somebody else has to
/// review it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReversedView {
    /// The red voucher.
    pub voucher: Option<VoucherView>,
    /// Its draft, which awaits review.
    pub draft: Option<DraftView>,
}

/// What came of putting a voucher right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CorrectedView {
    /// The red voucher that takes the wrong one back; nothing where it was taken back before.
    pub red: Option<VoucherView>,
    /// The draft of the red voucher, where somebody else has to review it.
    pub red_draft: Option<DraftView>,
    /// The draft that puts it right, with the same lines to begin with.
    pub draft: DraftView,
}

/// A draft that was let go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct DiscardedView {
    /// The draft that there was.
    #[ts(type = "number")]
    pub discarded: i64,
}

/// A file that was opened in the system's viewer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenedView {
    /// Where it lies.
    pub path: String,
}

/// Who works at this window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OperatorView {
    /// The name.
    pub operator: String,
}

/// Whether somebody else reviews a voucher before it is posted (制单审核分离).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct ReviewView {
    /// Whether that is so.
    pub review: bool,
}
