//! The sheet of opening balances as the window shows it: every account that may hold one, what was
//! typed, and what it adds up to.

use std::collections::{BTreeMap, HashMap};

use domain::Money;
use domain::account::{Account, AccountClass, AccountDetail};
use domain::id::{CooperativeId, MemberId};
use domain::voucher::Entry;
use store::{OpeningDraft, Reading};

use super::{Coop, OpeningRows, TypedBalance, locked};
use crate::problem::Problem;
use crate::typed::filled;
use crate::view::opening::{
    OpeningAccount, OpeningFault, OpeningLine, OpeningRowInput, OpeningView,
};
use crate::view::{Named, Text};
use crate::voucher::checks::Chart;

/// What was typed, read.
pub(super) struct Sheet {
    typed: Vec<OpeningRowInput>,
    pub(super) rows: OpeningRows,
    pub(super) faults: Vec<OpeningFault>,
}

/// What was typed, as the book keeps it.
pub(super) fn written(rows: &[OpeningRowInput]) -> Result<String, Problem> {
    serde_json::to_string(rows).map_err(|error| {
        let text = Text::new(
            format!("期初余额存不下：{error}。"),
            format!("The opening balances cannot be kept: {error}."),
        );
        Problem::failed("opening.written", text)
    })
}

impl Sheet {
    /// Reads the sheet that was typed; where nothing was, it is empty.
    pub(super) fn of(
        reading: &Reading<'_>,
        cooperative: CooperativeId,
        draft: Option<&OpeningDraft>,
    ) -> Result<Self, Problem> {
        let entry = draft.map_or("[]", |draft| draft.entry.as_str());
        let typed: Vec<OpeningRowInput> =
            serde_json::from_str(entry).map_err(|error| unreadable(&error))?;
        let chart = Chart::of(reading, cooperative)?;
        let members = reading.members(cooperative)?.into_iter();
        let members: HashMap<String, MemberId> =
            members.map(|member| (member.what.code, member.id)).collect();
        let (mut rows, mut faults) = (OpeningRows::default(), Vec::new());
        for row in &typed {
            let [debit, credit] = [&row.debit, &row.credit].map(|text| filled(Some(text)));
            if debit.is_none() && credit.is_none() {
                continue;
            }
            let balance = TypedBalance {
                account: row.account.trim(),
                debit,
                credit,
                member: filled(row.member.as_deref()),
                counterparty: filled(row.counterparty.as_deref()),
            };
            if let Err(refusal) = rows.add(&balance, &chart, &members) {
                faults.push(fault(row, refusal.field, &refusal.text));
            }
        }
        Ok(Sheet { typed, rows, faults })
    }
}

fn fault(row: &OpeningRowInput, field: &'static str, text: &Text) -> OpeningFault {
    let (account, member) = (&row.account, row.member.as_deref());
    let zh = member.map(|member| format!("成员 {member} ")).unwrap_or_default();
    let en = member.map(|member| format!(", member {member}")).unwrap_or_default();
    // A text about the account names it already.
    let (zh, en) = match field {
        "account" => (text.zh.clone(), text.en.clone()),
        _ => (
            format!("科目 {account} {zh}{}", text.zh),
            format!("account {account}{en}: {}", text.en),
        ),
    };
    OpeningFault {
        account: account.clone(),
        member: row.member.clone(),
        text: Text::new(zh + "。", en + "."),
    }
}

/// The sheet for the window.
pub(super) fn view(reading: &Reading<'_>, coop: &Coop) -> Result<OpeningView, Problem> {
    let locked = locked(reading, coop.id)?.map(|(_, text)| text);
    let opening = reading.opening_voucher(coop.id)?;
    let number = opening.as_ref().map(|opening| opening.number.to_string());
    let sheet = match &opening {
        Some(opening) => confirmed(reading, coop.id, opening)?,
        None => Sheet::of(reading, coop.id, reading.opening_draft(coop.id)?.as_ref())?,
    };
    let (debit, credit) = sums(sheet.rows.entries());
    let starts = coop.what.starts;
    let day = starts.first_day().yesterday().unwrap_or(starts.first_day());
    let members = reading.members(coop.id)?.into_iter();
    Ok(OpeningView {
        coop: named(coop.what.code.clone(), coop.what.name.clone()),
        day: day.to_string(),
        starts: starts.to_string(),
        accounts: accounts(reading, coop.id, &sheet)?,
        members: members.map(|member| named(member.what.code, member.what.name)).collect(),
        debit: debit.into(),
        credit: credit.into(),
        difference: (debit - credit).into(),
        balances: debit == credit && debit != Money::ZERO && sheet.faults.is_empty(),
        faults: sheet.faults,
        voucher: number,
        locked,
    })
}

fn named(code: String, name: String) -> Named {
    Named { code, name }
}

/// The lines of the voucher that the sheet became, as if they had been typed.
fn confirmed(
    reading: &Reading<'_>,
    cooperative: CooperativeId,
    opening: &store::OpeningVoucher,
) -> Result<Sheet, Problem> {
    let found = reading.posted_voucher(cooperative, &opening.number)?;
    let lines = found.map(|record| record.lines).unwrap_or_default();
    let (mut typed, mut rows) = (Vec::new(), OpeningRows::default());
    for posted in lines {
        let line = posted.line;
        let [debit, credit] = [line.entry.debit(), line.entry.credit()]
            .map(|amount| if amount == Money::ZERO { String::new() } else { amount.to_string() });
        typed.push(OpeningRowInput {
            account: line.account.clone(),
            member: line.member.clone(),
            counterparty: line.counterparty.clone(),
            debit,
            credit,
        });
        rows.keep(line, (posted.account, posted.member));
    }
    Ok(Sheet { typed, rows, faults: Vec::new() })
}

fn sums(entries: impl Iterator<Item = Entry>) -> (Money, Money) {
    entries.fold((Money::ZERO, Money::ZERO), |(debit, credit), entry| {
        (debit + entry.debit(), credit + entry.credit())
    })
}

/// Every account that may hold an opening balance, in chart order, with what was typed for it.
fn accounts(
    reading: &Reading<'_>,
    cooperative: CooperativeId,
    sheet: &Sheet,
) -> Result<Vec<OpeningAccount>, Problem> {
    let chart: Vec<Account> =
        reading.chart(cooperative)?.into_iter().map(|account| account.what).collect();
    let mut typed: BTreeMap<&str, Vec<&OpeningRowInput>> = BTreeMap::new();
    for row in &sheet.typed {
        typed.entry(row.account.trim()).or_default().push(row);
    }
    let holds = |account: &&Account| {
        AccountClass::of_code(&account.code) != Some(AccountClass::ProfitLoss)
            && (account.active || typed.contains_key(account.code.as_str()))
    };
    let rows = chart.iter().filter(holds).map(|account| {
        let code = account.code.as_str();
        let lines = typed.get(code).into_iter().flatten().map(|row| OpeningLine {
            member: row.member.clone(),
            counterparty: row.counterparty.clone(),
            debit: row.debit.clone(),
            credit: row.credit.clone(),
        });
        let own = sheet.rows.of_account(code);
        let (debit, credit) = sums(own);
        OpeningAccount {
            code: code.to_owned(),
            name: account.name.clone(),
            heading: chart.iter().any(|below| below.parent.as_deref() == Some(code)),
            below: account.parent.is_some(),
            by_member: account.wants() == AccountDetail::Member,
            lines: lines.collect(),
            debit: debit.into(),
            credit: credit.into(),
        }
    });
    Ok(rows.collect())
}

fn unreadable(error: &serde_json::Error) -> Problem {
    let text = Text::new(
        format!("账套里存的期初余额草稿读不懂：{error}。运行账套检查。"),
        format!("The kept sheet of opening balances cannot be read: {error}. Check the book."),
    );
    Problem::failed("opening.draft", text)
}
