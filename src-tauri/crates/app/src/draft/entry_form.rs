//! What the form for a new voucher needs to know, so that it can offer accounts, members and what
//! was typed before at the first key.

use std::collections::HashMap;

use domain::account::{Account, AccountDetail};
use domain::id::CooperativeId;
use domain::voucher::Voucher;
use domain::{Money, Term};
use jiff::civil::date;
use store::Reading;

use crate::book::Book;
use crate::problem::Problem;
use crate::register::{self, initials};
use crate::template;
use crate::view::draft::{AccountDetailView, EntryAccount, EntryMember, EntryView, Suggestion};
use crate::voucher::checks::Chart;
use crate::voucher::named;

/// The words that vouchers usually have: for anything, for what comes in, for what goes out, and
/// for what only moves.
const WORDS: [&str; 4] = [Voucher::WORD, "收", "付", "转"];

impl Book {
    /// What the form for a new voucher needs to know.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn voucher_entry(&mut self, coop: &str) -> Result<EntryView, Problem> {
        let operator = self.store.operator().to_owned();
        let reading = self.store.read()?;
        let coop = register::cooperative(&reading, coop)?;
        let chart = Chart::of(&reading, coop.id)?;
        let typed = reading.typed(coop.id)?;
        let mut words = typed.words;
        for word in WORDS {
            if !words.iter().any(|used| used == word) {
                words.push(word.to_owned());
            }
        }
        let members = reading.members(coop.id)?.into_iter().map(|member| EntryMember {
            initials: initials(&member.what.name),
            code: member.what.code,
            name: member.what.name,
        });
        Ok(EntryView {
            coop: named(&coop),
            starts: chart.starts.to_string(),
            closed: chart.closed.iter().map(ToString::to_string).collect(),
            operator,
            review: reading.reviewed_by_another()?,
            accounts: accounts(&reading, coop.id, &chart)?,
            members: members.collect(),
            words,
            summaries: suggestions(typed.summaries),
            counterparties: suggestions(typed.counterparties),
            projects: suggestions(typed.projects),
            templates: template::list(&reading, coop.id)?,
            last_date: typed.last_day.map(|day| day.to_string()),
        })
    }
}

fn suggestions(texts: Vec<String>) -> Vec<Suggestion> {
    texts.into_iter().map(|text| Suggestion { initials: initials(&text), text }).collect()
}

/// The accounts that take lines, with what they stand at.
fn accounts(
    reading: &Reading<'_>,
    coop: CooperativeId,
    chart: &Chart,
) -> Result<Vec<EntryAccount>, Problem> {
    // Everything before the last year that there is, and what lies in it.
    let always = Term { first: date(9999, 1, 1), last: date(9999, 12, 31) };
    let turnovers = reading.turnovers(coop, always)?.into_iter();
    let balances: HashMap<String, Money> =
        turnovers.map(|moved| (moved.code, moved.opening + moved.debit - moved.credit)).collect();
    let open = chart.leaves().map(|account| {
        let name = full_name(account, chart);
        EntryAccount {
            initials: initials(&name).replace('—', ""),
            name,
            detail: match (account.wants(), account.detail.as_deref()) {
                (AccountDetail::None, _) => None,
                (AccountDetail::Member, _) => Some(AccountDetailView::Member),
                (AccountDetail::Other, Some("counterparty")) => {
                    Some(AccountDetailView::Counterparty)
                }
                (AccountDetail::Other, Some("project")) => Some(AccountDetailView::Project),
                (AccountDetail::Other, _) => Some(AccountDetailView::Other),
            },
            balance: balances.get(&account.code).copied().unwrap_or_default().into(),
            code: account.code.clone(),
        }
    });
    Ok(open.collect())
}

/// The name of an account after those of the accounts above it: 银行存款—农商行.
pub(crate) fn full_name(account: &Account, chart: &Chart) -> String {
    let mut name = account.name.clone();
    let mut above = account.parent.as_ref();
    while let Some(parent) = above.and_then(|code| chart.accounts.get(code)) {
        name = format!("{}—{name}", parent.what.name);
        above = parent.what.parent.as_ref();
    }
    name
}
