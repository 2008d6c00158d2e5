//! The chart of a cooperative (科目表): what stands on every account, sub-accounts added, accounts
//! that are not needed switched off. What was used is never deleted.

use domain::account::Account;
use domain::cooperative::Cooperative;
use domain::id::{AccountId, CooperativeId};
use domain::{Money, Term};
use jiff::civil::date;
use store::{Kept, Reading};

use crate::book::Book;
use crate::problem::Problem;
use crate::register;
use crate::view::books::{AccountRow, AccountsView};
use crate::view::{Named, Text};
use crate::voucher::checks::{Chart, unknown_account};

impl Book {
    /// The chart of a cooperative, with what stands on every account now.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn accounts(&mut self, coop: &str) -> Result<AccountsView, Problem> {
        let reading = self.store.read()?;
        let coop = register::cooperative(&reading, coop)?;
        shown(&reading, &coop)
    }

    /// Adds a sub-account: it stands on the side and wants the detail of the one above it.
    ///
    /// # Errors
    /// A cooperative or account that is not known, a code that is taken or does not begin with the
    /// one above, an account above that has lines of its own, or a book that cannot be written.
    pub fn add_account(
        &mut self,
        coop: &str,
        parent: &str,
        code: &str,
        name: &str,
    ) -> Result<AccountsView, Problem> {
        let (code, name) = (code.trim(), name.trim());
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        let chart = Chart::of(&work, coop.id)?;
        let above = known(&chart, parent, "parent")?;
        refuse_code(&chart, &above.what, code)?;
        if name.is_empty() {
            let text = Text::new(
                format!("科目 {code} 要有名称。填上名称再加。"),
                format!("The account {code} needs a name. Write it and add it again."),
            );
            return Err(Problem::input("account.name", text).about("name"));
        }
        let account = Account {
            code: code.to_owned(),
            name: name.to_owned(),
            parent: Some(above.what.code.clone()),
            side: above.what.side,
            detail: above.what.detail.clone(),
            active: true,
        };
        work.add_account(coop.id, &account, Some(above.id), None)?;
        let view = shown(&work, &coop)?;
        work.commit()?;
        Ok(view)
    }

    /// Switches an account off (停用) or on again. Off it takes no new lines; it has to stand at
    /// zero, with those below it, so that nothing is forgotten on it.
    ///
    /// # Errors
    /// A cooperative or account that is not known, an account that does not stand at zero, or a
    /// book that cannot be written.
    pub fn switch_account(
        &mut self,
        coop: &str,
        code: &str,
        active: bool,
    ) -> Result<AccountsView, Problem> {
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        let chart = Chart::of(&work, coop.id)?;
        let account = known(&chart, code, "account")?;
        if account.what.active == active {
            return shown(&work, &coop);
        }
        let balance = work.balance_before(account.id, date(9999, 12, 31))?;
        if !active && balance != Money::ZERO {
            let amount = balance.abs().grouped();
            let text = Text::new(
                format!("科目 {code} 还有余额 {amount} 元，不能停用。先用凭证结清，再停用。"),
                format!(
                    "The account {code} still stands at {amount}. Clear it by a voucher first, \
                     then switch it off."
                ),
            );
            return Err(Problem::refused("account.balance", text).about("account"));
        }
        work.switch_account(account.id, active)?;
        let view = shown(&work, &coop)?;
        work.commit()?;
        Ok(view)
    }
}

fn known<'a>(
    chart: &'a Chart,
    code: &str,
    field: &str,
) -> Result<&'a Kept<AccountId, Account>, Problem> {
    chart.accounts.get(code.trim()).ok_or_else(|| {
        let text = unknown_account(code);
        let text = Text::new(
            format!("这家合作社{}。从科目表里选一个。", text.zh),
            format!("In this cooperative {}. Choose one of its chart.", text.en),
        );
        Problem::refused("account.unknown", text).about(field)
    })
}

fn refuse_code(chart: &Chart, above: &Account, code: &str) -> Result<(), Problem> {
    let parent = &above.code;
    if chart.accounts.contains_key(code) {
        let text = Text::new(
            format!("科目 {code} 已经有了。换一个编码。"),
            format!("The account {code} exists already. Choose another code."),
        );
        return Err(Problem::refused("account.exists", text).about("code"));
    }
    if !(code.starts_with(parent.as_str()) && code.len() > parent.len()) {
        let text = Text::new(
            format!("明细科目的编码要以上级编码 {parent} 开头，例如 {parent}-01。"),
            format!("A sub-account's code begins with {parent}, such as {parent}-01."),
        );
        return Err(Problem::input("account.code", text).about("code"));
    }
    Ok(())
}

fn shown(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
) -> Result<AccountsView, Problem> {
    let chart = Chart::of(reading, coop.id)?;
    let whole = Term { first: date(1900, 1, 1), last: date(9999, 12, 31) };
    let turnovers = reading.turnovers(coop.id, whole)?;
    let rows = chart.accounts.values().map(|Kept { what: account, .. }| {
        let own = turnovers.iter().find(|turnover| turnover.code == account.code);
        AccountRow {
            code: account.code.clone(),
            name: account.name.clone(),
            parent: account.parent.clone(),
            side: account.side.word(),
            detail: account.detail.clone(),
            active: account.active,
            used: own.is_some(),
            balance: own.map_or(Money::ZERO, |turnover| turnover.closing()).into(),
        }
    });
    Ok(AccountsView {
        coop: Named { code: coop.what.code.clone(), name: coop.what.name.clone() },
        rows: rows.collect(),
    })
}
