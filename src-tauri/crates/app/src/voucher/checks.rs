//! What every voucher is asked before it is kept, whether it comes from a file or one by one.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use documents::font;
use domain::Month;
use domain::account::{Account, AccountDetail};
use domain::id::{AccountId, CooperativeId, MemberId};
use domain::voucher::{Line, Voucher, VoucherError};
use jiff::civil::Date;
use store::{Kept, Reading};

use crate::book::today;
use crate::problem::Problem;
use crate::view::Text;

/// One cooperative's chart by code, and the month in which its books begin.
pub(crate) struct Chart {
    pub accounts: BTreeMap<String, Kept<AccountId, Account>>,
    pub starts: Month,
    pub closed: BTreeSet<Month>,
    /// The last year in which anything is dated: the next one.
    pub last_year: i16,
}

/// Why a line cannot stand where it says.
#[derive(Debug)]
pub(crate) struct PlaceRefusal {
    /// `account` or `member`.
    pub field: &'static str,
    /// Half a sentence with what to do.
    pub text: Text,
}

impl Chart {
    /// The chart of a cooperative.
    pub fn of(reading: &Reading<'_>, cooperative: CooperativeId) -> Result<Self, Problem> {
        let starts = crate::register::starts(reading, cooperative)?;
        let accounts = reading.chart(cooperative)?.into_iter();
        let accounts = accounts.map(|account| (account.what.code.clone(), account)).collect();
        let closed = reading.closed_months(cooperative)?;
        Ok(Chart { accounts, starts, closed, last_year: today().year() + 1 })
    }

    /// The account and member of a line: the account is in the chart and has none below it, the
    /// member is there, and named where the account demands one.
    pub fn place(
        &self,
        member_of: impl Fn(&str) -> Option<MemberId>,
        account: &str,
        member: Option<&str>,
    ) -> Result<(AccountId, Option<MemberId>), PlaceRefusal> {
        let of_account = |text| PlaceRefusal { field: "account", text };
        let of_member = |text| PlaceRefusal { field: "member", text };
        let known = self.accounts.get(account);
        let known = known.ok_or_else(|| of_account(unknown_account(account)))?;
        if !known.what.active {
            return Err(of_account(Text::new(
                format!("科目“{account}”已停用，换一个科目，或先启用它"),
                format!("the account “{account}” is switched off; use another, or switch it on"),
            )));
        }
        if let Some(sub) = self.first_below(account) {
            return Err(of_account(Text::new(
                format!("科目“{account}”有下级科目，用明细科目，例如 {sub}"),
                format!("the account “{account}” has sub-accounts; use one of them, such as {sub}"),
            )));
        }
        match (member.map(|code| (code, member_of(code))), known.what.wants()) {
            (Some((code, None)), _) => Err(of_member(Text::new(
                format!("没有编号为“{code}”的成员"),
                format!("there is no member with the code “{code}”"),
            ))),
            (None, AccountDetail::Member) => Err(of_member(Text::new(
                format!("科目“{account}”要写明成员"),
                format!("the account “{account}” demands a member"),
            ))),
            (Some((_, Some(member))), _) => Ok((known.id, Some(member))),
            (None, AccountDetail::None | AccountDetail::Other) => Ok((known.id, None)),
        }
    }

    /// How many accounts stand above one.
    pub fn depth(&self, account: &Account) -> usize {
        let mut depth = 0;
        let mut above = account.parent.as_deref();
        while let Some(parent) = above {
            depth += 1;
            above = self.accounts.get(parent).and_then(|account| account.what.parent.as_deref());
        }
        depth
    }

    /// Whether any account stands below one.
    pub fn has_below(&self, code: &str) -> bool {
        self.first_below(code).is_some()
    }

    /// The account of the standard chart that one is or stands below.
    pub fn top_of<'a>(&'a self, account: &'a Account) -> &'a Account {
        let parent = account.parent.as_deref().and_then(|code| self.accounts.get(code));
        parent.map_or(account, |parent| self.top_of(&parent.what))
    }

    /// The account directly below `top` that `code` is or stands below; nothing where `code` is
    /// `top` itself or stands elsewhere.
    pub fn direct_below(&self, top: &str, code: &str) -> Option<&str> {
        let (mut at, mut account) = self.accounts.get_key_value(code)?;
        loop {
            let parent = account.what.parent.as_deref()?;
            if parent == top {
                return Some(at);
            }
            (at, account) = self.accounts.get_key_value(parent)?;
        }
    }

    /// The accounts that take lines, by code: switched on and with none below them.
    pub fn leaves(&self) -> impl Iterator<Item = &Account> {
        let accounts = self.accounts.values().map(|account| &account.what);
        accounts.filter(|account| account.active && self.first_below(&account.code).is_none())
    }

    /// The first sub-account of an account, by code. Sub-account codes begin with their parent's.
    fn first_below(&self, code: &str) -> Option<&str> {
        let after = (Bound::Excluded(code), Bound::Unbounded);
        let (next, account) = self.accounts.range::<str, _>(after).next()?;
        (account.what.parent.as_deref() == Some(code)).then_some(next.as_str())
    }
}

/// The side of a line that is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// 借方.
    Debit,
    /// 贷方.
    Credit,
}

/// Which side of a line is filled: exactly one. The sentence follows the name of the debit field.
pub(crate) fn side_filled(debit: Option<&str>, credit: Option<&str>) -> Result<Side, Text> {
    // Spreadsheets fill the other side with 0 or 0.00.
    let filled = |text: Option<&str>| text.is_some_and(|t| !matches!(t, "0" | "0.0" | "0.00"));
    match (filled(debit), filled(credit)) {
        (true, false) => Ok(Side::Debit),
        (false, true) => Ok(Side::Credit),
        (true, true) => Err(Text::new(
            "和贷方都填了金额，一行只能填一边",
            "this side and credit are both filled; a row has one of the two",
        )),
        (false, false) => Err(Text::new(
            "和贷方都没有金额，一行要填一边",
            "this side and credit are both empty; a row needs one of the two",
        )),
    }
}

/// A line repeats the voucher's summary more often than not; it is kept once.
pub(crate) fn own_summary(line: Line, of_voucher: &str) -> Line {
    Line { summary: line.summary.filter(|summary| summary != of_voucher), ..line }
}

/// Why nothing can be posted on a day: the books begin later, it lies so far ahead that its year
/// must be a slip of the hand, or its month is closed.
pub(crate) fn not_open(date: Date, chart: &Chart) -> Option<Text> {
    let (month, starts) = (Month::of(date), chart.starts);
    if month < starts {
        return Some(Text::new(
            format!("的日期 {date} 早于建账月份 {starts}"),
            format!("dated {date}, before the books begin in {starts}"),
        ));
    }
    if date.year() > chart.last_year {
        let last = chart.last_year;
        return Some(Text::new(
            format!("的日期 {date} 太远，最晚到 {last} 年底，看看年份是否写错"),
            format!("dated {date}, beyond {last}; see whether the year is right"),
        ));
    }
    chart.closed.contains(&month).then(|| {
        Text::new(
            format!("的日期 {date} 在已结账的 {month}，换一个未结账的日期，或先反结账"),
            format!("dated {date}, and {month} is closed; choose an open day, or reopen it"),
        )
    })
}

/// Why a word cannot stand before a voucher's number.
pub(crate) fn wrong_word(word: &str) -> Option<Text> {
    if Voucher::is_word(word) {
        return None;
    }
    Some(Text::new(
        format!("凭证字“{word}”不合适，用 1 到 4 个字，例如 记、收、付、转；期初只用于期初余额"),
        format!(
            "the word “{word}” cannot stand before a number; use 1 to 4 letters, such as 记; 期初 \
             is for the opening balances alone"
        ),
    ))
}

/// What no paper of ours could print: the first such character of a text; the sentence follows the
/// name of the field. Line breaks and tabs become blanks.
pub(crate) fn unprintable(text: &str) -> Option<Text> {
    let missing = font::missing_glyphs([text]).map(|(c, _)| c);
    let c = missing.into_iter().find(|c| !c.is_control())?;
    let code = u32::from(c);
    Some(Text::new(
        format!("里的“{c}”（U+{code:04X}）打印不出来，换一个字或删去"),
        format!("has “{c}” (U+{code:04X}), which cannot be printed; use another or leave it out"),
    ))
}

/// Why lines make no voucher.
pub(crate) fn voucher_text(error: &VoucherError) -> Text {
    match error {
        VoucherError::Unbalanced { debit, credit } => {
            let difference = (*debit - *credit).abs().grouped();
            let (debit, credit) = (debit.grouped(), credit.grouped());
            Text::new(
                format!("借方 {debit}，贷方 {credit}，差 {difference}"),
                format!("debit {debit}, credit {credit}, short by {difference}"),
            )
        }
        VoucherError::TooFewLines => Text::new(
            "只有一行，至少要一借一贷",
            "only one line, where a debit and a credit are needed",
        ),
        VoucherError::TooLarge => {
            Text::new("的金额合计超出可记的范围", "the amounts add up to more than can be kept")
        }
        VoucherError::ZeroLine { line } => {
            Text::new(format!("第 {line} 行金额为零"), format!("line {line} has an amount of zero"))
        }
    }
}

/// The chart has no account of this code.
pub(crate) fn unknown_account(code: &str) -> Text {
    Text::new(format!("没有科目“{code}”"), format!("there is no account “{code}”"))
}
