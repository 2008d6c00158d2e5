//! The checklist (结账检查) of a month: what stands in the way of closing it, and what is only worth
//! a look.

use std::collections::{BTreeMap, HashMap};

use domain::id::MemberId;
use domain::{Money, Month, Term};
use store::{Detail, DetailSum, Reading, StoreError};

use super::steps::Closer;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::closing::{CheckItem, CheckState};
use crate::{asset, draft, recurring};

/// Everything that is looked at, in order.
pub(crate) fn check(
    reading: &Reading<'_>,
    closer: &Closer<'_>,
    month: Month,
) -> Result<Vec<CheckItem>, Problem> {
    Ok(vec![
        earlier_months(reading, closer, month)?,
        drafts(reading, closer, month)?,
        numbers(reading, closer, month)?,
        pending(reading, closer, month)?,
        below_zero(reading, closer, month)?,
        charges(reading, closer, month)?,
        recurring_vouchers(reading, closer, month)?,
        bank(reading, closer, month)?,
        capital(reading, closer, month)?,
        undivided(reading, closer, month)?,
    ])
}

/// Whether anything stands in the way.
pub(crate) fn is_barred(items: &[CheckItem]) -> bool {
    items.iter().any(|item| item.state == CheckState::Bar)
}

/// Every sentence and line of the things that stand so.
pub(crate) fn details_of(items: &[CheckItem], state: CheckState) -> Vec<Text> {
    let items = items.iter().filter(|item| item.state == state);
    items
        .flat_map(|item| {
            // A thing with lines says no more by itself than they do.
            let own = item.details.is_empty().then(|| item.text.clone());
            own.into_iter().chain(item.details.iter().cloned())
        })
        .collect()
}

fn item(code: &str, state: CheckState, text: Text, details: Vec<Text>) -> CheckItem {
    CheckItem { code: code.to_owned(), state, text, details }
}

/// The item: one sentence where it holds, another with its lines where it does not.
fn found(
    code: &str,
    otherwise: CheckState,
    holds: (&str, &str),
    details: Vec<Text>,
    fails: impl FnOnce(usize) -> Text,
) -> CheckItem {
    if details.is_empty() {
        item(code, CheckState::Ok, Text::new(holds.0, holds.1), details)
    } else {
        item(code, otherwise, fails(details.len()), details)
    }
}

fn earlier_months(
    reading: &Reading<'_>,
    closer: &Closer<'_>,
    month: Month,
) -> Result<CheckItem, StoreError> {
    let closed = reading.closed_months(closer.coop.id)?;
    let mut at = Some(closer.coop.what.starts);
    let mut open = Vec::new();
    while let Some(earlier) = at.filter(|earlier| *earlier < month) {
        if !closed.contains(&earlier) {
            open.push(Text::new(format!("{earlier} 未结账"), format!("{earlier} is open")));
        }
        at = earlier.next();
    }
    let first = open.first().map(|text| text.zh[..7].to_owned()).unwrap_or_default();
    Ok(found(
        "earlier_months",
        CheckState::Bar,
        ("以前的月份都已结账", "All earlier months are closed"),
        open,
        |count| {
            Text::new(
                format!("以前还有 {count} 个月没有结账，从 {first} 起逐月结"),
                format!("Earlier months open: {count}; close them from {first} on"),
            )
        },
    ))
}

fn drafts(
    reading: &Reading<'_>,
    closer: &Closer<'_>,
    month: Month,
) -> Result<CheckItem, StoreError> {
    let left = draft::left_in(reading, closer.coop.id, month)?;
    Ok(found(
        "drafts",
        CheckState::Bar,
        ("没有留下的凭证草稿", "No voucher drafts are left"),
        left,
        |count| {
            Text::new(
                format!("还有 {count} 张凭证草稿，先记账，或者删除、改到别的月份"),
                format!("Voucher drafts left: {count}; post, discard or date them elsewhere"),
            )
        },
    ))
}

fn numbers(
    reading: &Reading<'_>,
    closer: &Closer<'_>,
    month: Month,
) -> Result<CheckItem, StoreError> {
    let gaps = reading.number_gaps_in(closer.coop.id, month)?.into_iter();
    let gaps = gaps.map(|(word, missing)| {
        Text::new(format!("{word}字缺 {missing} 个号"), format!("{missing} missing of {word}"))
    });
    Ok(found(
        "numbers",
        CheckState::Bar,
        ("凭证号连续，没有断号", "Voucher numbers have no gaps"),
        gaps.collect(),
        |_| {
            Text::new(
                "凭证号有断号，账套可能被别的程序改过，运行账套检查",
                "Voucher numbers have gaps; another program may have changed the book, check it",
            )
        },
    ))
}

/// 181 has no line on form 01: it is cleared before a close.
fn pending(reading: &Reading<'_>, closer: &Closer<'_>, month: Month) -> Result<CheckItem, Problem> {
    let standing =
        super::steps::standing(reading, closer.coop.id, month, |code| code.starts_with("181"))?;
    let mut open = Vec::new();
    for one in standing.into_iter().filter(|one| one.balance != Money::ZERO) {
        let name = closer.books.chart.accounts.get(&one.account);
        let name = name.map(|account| account.what.name.clone()).unwrap_or_default();
        let (account, amount) = (&one.account, one.balance.abs().grouped());
        let lines = open_lines(reading, closer, &one.account, month)?;
        open.push(if one.balance > Money::ZERO {
            Text::new(
                format!(
                    "{account} {name} 借方 {amount}{}：批准后借 529 其他支出（保险赔款借 113，成员赔款借 114）、贷 {account}",
                    lines.zh
                ),
                format!(
                    "{account} {name}, debit {amount}{}: once approved, debit 529 (an insurer's \
                     part 113, a member's 114), credit {account}",
                    lines.en
                ),
            )
        } else {
            Text::new(
                format!(
                    "{account} {name} 贷方 {amount}{}：批准后借 {account}、贷 502 其他收入",
                    lines.zh
                ),
                format!(
                    "{account} {name}, credit {amount}{}: once approved, debit {account}, credit \
                     502",
                    lines.en
                ),
            )
        });
    }
    Ok(found(
        "pending",
        CheckState::Bar,
        ("181 待处理财产损溢为零", "181 is zero"),
        open,
        |_| {
            Text::new(
                "181 待处理财产损溢不为零，会农社01表没有它的行次。查明批准后转出",
                "181 is not zero and form 01 has no line for it; clear it once approved",
            )
        },
    ))
}

/// The last few lines on an account, which its balance is made of.
fn open_lines(
    reading: &Reading<'_>,
    closer: &Closer<'_>,
    account: &str,
    month: Month,
) -> Result<Text, StoreError> {
    const SHOWN: usize = 3;
    let Some(kept) = closer.books.chart.accounts.get(account) else {
        return Ok(Text::new("", ""));
    };
    let term = Term { first: closer.coop.what.starts.first_day(), last: month.last_day() };
    let lines = reading.lines_of_account(kept.id, term)?;
    let own: Vec<String> = lines
        .iter()
        .rev()
        .filter(|line| line.own)
        .take(SHOWN)
        .map(|line| format!("{} {}", line.voucher, line.summary))
        .collect();
    if own.is_empty() {
        return Ok(Text::new("", ""));
    }
    let told = own.join("；");
    Ok(Text::new(format!("（{told}）"), format!(" ({told})")))
}

/// Cash and bank below zero at the end of a day: a slip of the pen most often, and never a bar.
fn below_zero(
    reading: &Reading<'_>,
    closer: &Closer<'_>,
    month: Month,
) -> Result<CheckItem, StoreError> {
    let term = Term { first: month.first_day(), last: month.last_day() };
    let days = reading.below_zero(closer.coop.id, term)?.into_iter();
    let days = days.map(|day| {
        let (account, name, on) = (&day.account, &day.name, day.on);
        let (balance, days) = (day.balance.grouped(), day.days);
        Text::new(
            format!("{account} {name} {on} 日终为 {balance}，本月共 {days} 天为负。"),
            format!(
                "{account} {name} stood at {balance} on {on}, {days} days of the month in all."
            ),
        )
    });
    Ok(found(
        "below_zero",
        CheckState::Note,
        ("现金、银行每天都不为负", "Cash and bank are never below zero"),
        days.collect(),
        |_| {
            Text::new(
                "现金或银行存款有的日子为负，看看是否漏记收款或记错日期",
                "Cash or bank is below zero on some day; see whether money in was left out",
            )
        },
    ))
}

fn charges(reading: &Reading<'_>, closer: &Closer<'_>, month: Month) -> Result<CheckItem, Problem> {
    let due = asset::due(reading, closer.coop.id, &closer.books.chart, month)?;
    Ok(found(
        "charges",
        CheckState::Bar,
        ("折旧、摊销已计提，或没有要提的", "Depreciation and amortisation are charged"),
        due,
        |count| {
            Text::new(
                format!("还有 {count} 张资产卡片本月没有计提折旧或摊销，到“资产”里计提"),
                format!("Asset cards not charged for the month: {count}; do it under Assets"),
            )
        },
    ))
}

fn recurring_vouchers(
    reading: &Reading<'_>,
    closer: &Closer<'_>,
    month: Month,
) -> Result<CheckItem, Problem> {
    let due = recurring::due(reading, closer.coop.id, month)?;
    Ok(found(
        "recurring",
        CheckState::Note,
        ("周期凭证都已生成", "Recurring vouchers are made"),
        due,
        |count| {
            Text::new(
                format!("{count} 张周期凭证本月还没有生成"),
                format!("Recurring vouchers not made yet: {count}"),
            )
        },
    ))
}

fn bank(reading: &Reading<'_>, closer: &Closer<'_>, month: Month) -> Result<CheckItem, StoreError> {
    let made = reading.reconciliations(closer.coop.id)?;
    let mut open = Vec::new();
    for account in closer.books.chart.leaves() {
        let is_bank = account.code.starts_with("102") || account.code.starts_with("109");
        let Some(kept) = closer.books.chart.accounts.get(&account.code).filter(|_| is_bank) else {
            continue;
        };
        let is_done = made.iter().any(|made| made.account == kept.id && made.month == month);
        if !is_done && reading.moved_in_month(kept.id, month)? {
            let (code, name) = (&account.code, &account.name);
            open.push(Text::new(
                format!("{code} {name}本月没有和银行对账。"),
                format!("{code} {name} is not reconciled with the bank for the month."),
            ));
        }
    }
    Ok(found(
        "bank",
        CheckState::Note,
        ("银行存款已对账，或本月没有发生", "The bank is reconciled, or did not move"),
        open,
        |count| {
            Text::new(
                format!("{count} 个银行账户本月还没有对账"),
                format!("Bank accounts not reconciled for the month: {count}"),
            )
        },
    ))
}

/// How many members are named at most.
const MOST_MEMBERS: usize = 12;

/// What the register of contributions says of a member beside what 301 says of it: a move of
/// capital whose voucher is not posted, or a voucher that the register knows nothing of.
fn capital(
    reading: &Reading<'_>,
    closer: &Closer<'_>,
    month: Month,
) -> Result<CheckItem, StoreError> {
    let coop = closer.coop.id;
    let members = reading.members(coop)?;
    let codes: HashMap<MemberId, &str> =
        members.iter().map(|member| (member.id, member.what.code.as_str())).collect();
    // By code: what the register says, and what the books say.
    let mut both: BTreeMap<&str, (Money, Money)> = BTreeMap::new();
    for record in reading.contributions(coop)? {
        let made = record.contribution;
        if let Some(code) = codes.get(&record.member)
            && made.made_on <= month.last_day()
        {
            both.entry(code).or_default().0 += made.amount;
        }
    }
    let term = Term { first: month.first_day(), last: month.last_day() };
    let sums = reading.sums_by_detail(coop, Detail::Member, None, None, term)?;
    for sum in sums.iter().filter(|sum| sum.account.starts_with("301")) {
        if let Some(code) = sum.member.as_deref() {
            both.entry(code).or_default().1 += sum.credit - sum.debit - sum.opening;
        }
    }
    let differing: Vec<_> = both.into_iter().filter(|(_, (one, other))| one != other).collect();
    let count = differing.len();
    let told = differing.into_iter().take(MOST_MEMBERS).map(|(code, (register, books))| {
        let (register, books) = (register.grouped(), books.grouped());
        Text::new(
            format!("{code} 出资登记 {register}，301 账上 {books}"),
            format!("{code}: {register} in the register, {books} on 301"),
        )
    });
    Ok(found(
        "capital",
        CheckState::Note,
        ("出资登记和 301 股金一致", "The register of contributions agrees with 301"),
        told.collect(),
        |_| {
            Text::new(
                format!(
                    "{count} 名成员的出资登记和 301 不一致：没记账的变动先记账，没登记的补登出资"
                ),
                format!(
                    "Members whose contributions differ from 301: {count}. Post what moved, and \
                     note what was only posted"
                ),
            )
        },
    ))
}

/// What moved in the month without the project or other party that its account wants (未分明细).
fn undivided(
    reading: &Reading<'_>,
    closer: &Closer<'_>,
    month: Month,
) -> Result<CheckItem, StoreError> {
    let term = Term { first: month.first_day(), last: month.last_day() };
    let details =
        [(Detail::Project, "项目", "project"), (Detail::Counterparty, "往来单位", "other party")];
    let mut notes = Vec::new();
    for (detail, zh, en) in details {
        for sum in reading.sums_by_detail(closer.coop.id, detail, None, None, term)? {
            let DetailSum { account, account_name, name, debit, credit, .. } = sum;
            if !name.is_empty() || (debit, credit) == (Money::ZERO, Money::ZERO) {
                continue;
            }
            let (debit, credit) = (debit.grouped(), credit.grouped());
            notes.push(Text::new(
                format!(
                    "{account} {account_name} 借 {debit}、贷 {credit} 没有写{zh}（未分明细）。"
                ),
                format!(
                    "{account} {account_name}: debit {debit} and credit {credit} name no {en}."
                ),
            ));
        }
    }
    Ok(found(
        "undivided",
        CheckState::Note,
        ("要分明细的科目都写了明细", "Lines name the detail that their accounts want"),
        notes,
        |count| {
            Text::new(
                format!("{count} 个科目有没写明细的发生额（未分明细）"),
                format!("Accounts that moved without their detail: {count}"),
            )
        },
    ))
}
