//! The chart of accounts of a cooperative (会计科目): sub-accounts are added and accounts switched
//! off (停用) and on again. An account is never taken away, since a voucher may name it.

use domain::account::Account;
use domain::cooperative::Cooperative;
use domain::id::{AccountId, CooperativeId};
use domain::statement::AccountTurnover;
use domain::{FiscalYear, Money, Term};
use store::{Kept, Reading};

use crate::book::Book;
use crate::problem::Problem;
use crate::register::{self, initials};
use crate::typed::filled;
use crate::view::account::{AccountRow, ChartView, DetailKind};
use crate::view::{Named, Text, Yuan};
use crate::voucher::checks::{Chart, unknown_account};

/// A cooperative's chart and what stands on it.
pub(crate) struct Standing {
    coop: Kept<CooperativeId, Cooperative>,
    pub chart: Chart,
    /// The year of the last voucher, or that in which the books begin.
    year: FiscalYear,
    moved: Vec<AccountTurnover>,
}

impl Book {
    /// The chart of a cooperative with what stands on each account.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn chart(&mut self, coop: &str) -> Result<ChartView, Problem> {
        let reading = self.store.read()?;
        let standing = Standing::of(&reading, register::cooperative(&reading, coop)?)?;
        let accounts = standing.chart.accounts.values();
        let accounts = accounts.map(|account| standing.row(&account.what)).collect();
        let year = standing.year.number();
        let Cooperative { code, name, .. } = standing.coop.what;
        Ok(ChartView { coop: Named { code, name }, year, accounts })
    }

    /// Adds a sub-account below `parent`; without a code it gets the next free one.
    ///
    /// # Errors
    /// A cooperative or parent that is not known, a parent that is off or has lines of its own, no
    /// name or one that stands there already, a code that is taken or does not begin with the
    /// parent's, or a book that cannot be written.
    pub fn add_account(
        &mut self,
        coop: &str,
        parent: &str,
        name: &str,
        code: Option<&str>,
    ) -> Result<AccountRow, Problem> {
        let work = self.store.begin()?;
        let standing = Standing::of(&work, register::cooperative(&work, coop)?)?;
        let above = standing.account(parent, "parent")?;
        let name = name.trim();
        if name.is_empty() {
            let text = Text::new(
                "明细科目没有名称。填上名称再试。",
                "The sub-account has no name. Give it one and try again.",
            );
            return Err(Problem::input("account.name", text).about("name"));
        }
        let code = match filled(code) {
            Some(code) => code.to_owned(),
            None => standing.next_below(parent),
        };
        standing.may_be_added(&above.what, &code, name)?;
        let account = Account {
            code,
            name: name.to_owned(),
            parent: Some(parent.to_owned()),
            active: true,
            ..above.what.clone()
        };
        work.add_account(standing.coop.id, &account, Some(above.id), None)?;
        work.commit()?;
        Ok(standing.row(&account))
    }

    /// Switches an account off, so that it takes no new lines, or on again.
    ///
    /// # Errors
    /// A cooperative or account that is not known, an account that is so already, has sub-accounts
    /// or a balance, or a book that cannot be written.
    pub fn switch_account(
        &mut self,
        coop: &str,
        code: &str,
        active: bool,
    ) -> Result<AccountRow, Problem> {
        let work = self.store.begin()?;
        let standing = Standing::of(&work, register::cooperative(&work, coop)?)?;
        let kept = standing.account(code, "account")?;
        standing.may_switch(&kept.what, active)?;
        work.switch_account(kept.id, active)?;
        work.commit()?;
        Ok(standing.row(&Account { active, ..kept.what.clone() }))
    }
}

impl Standing {
    /// The chart of a cooperative and what stands on it now.
    pub fn of(
        reading: &Reading<'_>,
        coop: Kept<CooperativeId, Cooperative>,
    ) -> Result<Self, Problem> {
        let chart = Chart::of(reading, coop.id)?;
        let last = reading.months_with_vouchers(coop.id)?.map_or(chart.starts, |(_, last)| last);
        let year = FiscalYear::of(last.first_day());
        let term = Term { first: year.first_day(), last: last.last_day() };
        let moved = reading.turnovers(coop.id, term)?;
        Ok(Standing { coop, chart, year, moved })
    }

    fn account(&self, code: &str, field: &str) -> Result<&Kept<AccountId, Account>, Problem> {
        self.chart.accounts.get(code).ok_or_else(|| {
            let Text { zh, en } = unknown_account(code);
            let text = Text::new(
                format!("{zh}。从科目表里选一个。"),
                format!("In this chart {en}. Choose one of it."),
            );
            Problem::refused("account.unknown", text).about(field)
        })
    }

    /// What stands on an account and below it.
    fn balance(&self, code: &str) -> Money {
        let within = |row: &&AccountTurnover| {
            row.code == code || self.chart.direct_below(code, &row.code).is_some()
        };
        let rows = self.moved.iter().filter(within);
        rows.map(|row| row.opening + row.debit - row.credit).sum()
    }

    fn row(&self, account: &Account) -> AccountRow {
        AccountRow {
            account: account.code.clone(),
            name: account.name.clone(),
            initials: initials(&account.name),
            parent: account.parent.clone(),
            side: account.side.word(),
            detail: DetailKind::of(account),
            active: account.active,
            level: self.chart.depth(account),
            balance: Yuan(self.balance(&account.code)),
            next: self.next_below(&account.code),
            none_below: self.may_have_below(account).err().map(|problem| problem.message),
        }
    }

    /// Whether a sub-account can be added: the account above takes some, and neither code nor name
    /// is there.
    pub fn may_be_added(&self, above: &Account, code: &str, name: &str) -> Result<(), Problem> {
        self.may_have_below(above)?;
        self.is_free(&above.code, code)?;
        let beside = self.chart.accounts.values().map(|account| &account.what);
        let mut beside = beside.filter(|account| account.parent.as_deref() == Some(&above.code));
        match beside.find(|account| account.name == name) {
            None => Ok(()),
            Some(same) => {
                let text = Text::new(
                    format!("科目 {} 下已有“{name}”（{}）。换一个名称。", above.code, same.code),
                    format!(
                        "“{name}” stands below {} already ({}). Choose another name.",
                        above.code, same.code
                    ),
                );
                Err(Problem::refused("account.same_name", text).about("name"))
            }
        }
    }

    fn may_have_below(&self, above: &Account) -> Result<(), Problem> {
        let Account { code, name, .. } = above;
        if !above.active {
            let text = Text::new(
                format!("科目 {code} {name} 已停用，不能加明细。先启用它。"),
                format!("{code} {name} is switched off. Switch it on before adding below it."),
            );
            return Err(Problem::refused("account.off", text).about("parent"));
        }
        if self.moved.iter().any(|row| row.code == *code) {
            let text = Text::new(
                format!("科目 {code} {name} 已有分录，不能再加明细。在它的同级另加科目。"),
                format!("{code} {name} has lines of its own. Add an account beside it instead."),
            );
            return Err(Problem::refused("account.parent_in_use", text).about("parent"));
        }
        Ok(())
    }

    /// Whether a code can be had below an account.
    fn is_free(&self, parent: &str, code: &str) -> Result<(), Problem> {
        let proposed = self.next_below(parent);
        let below = code.strip_prefix(parent).is_some_and(|rest| !rest.is_empty());
        let taken = (below || code == parent) && self.chart.accounts.contains_key(code);
        let (kind, text) = if taken {
            let text = Text::new(
                format!("科目“{code}”已经有了。换一个编码，例如 {proposed}。"),
                format!("The account “{code}” exists. Choose another code, such as {proposed}."),
            );
            ("account.taken", text)
        } else if !below {
            let text = Text::new(
                format!("明细科目“{code}”应以上级编码“{parent}”开头，例如 {proposed}。"),
                format!("“{code}” must begin with “{parent}”, such as {proposed}."),
            );
            ("account.foreign_code", text)
        } else {
            return Ok(());
        };
        Err(Problem::refused(kind, text).about("code"))
    }

    /// The code after the last numbered one directly below an account.
    fn next_below(&self, parent: &str) -> String {
        let number = |code: &str| code.strip_prefix(parent)?.strip_prefix('-')?.parse::<u32>().ok();
        let last = self.chart.accounts.keys().filter_map(|code| number(code)).max();
        format!("{parent}-{:02}", last.unwrap_or(0).saturating_add(1))
    }

    fn may_switch(&self, account: &Account, active: bool) -> Result<(), Problem> {
        let Account { code, name, .. } = account;
        let refused = |kind, zh: String, en: String| {
            Err(Problem::refused(kind, Text::new(zh, en)).about("account"))
        };
        if account.active == active {
            let (zh, en) = if active { ("启用", "on") } else { ("停用", "off") };
            return refused(
                "account.unchanged",
                format!("科目 {code} {name} 本来就是{zh}的，不用再改。"),
                format!("{code} {name} is {en} already; there is nothing to change."),
            );
        }
        if active {
            return Ok(());
        }
        if self.chart.has_below(code) {
            return refused(
                "account.has_below",
                format!("科目 {code} {name} 有明细科目，分录只记在明细上。逐个停用明细。"),
                format!("Lines stand on the sub-accounts of {code} {name}. Switch those off."),
            );
        }
        match self.balance(code) {
            Money::ZERO => Ok(()),
            balance => {
                let balance = balance.grouped();
                refused(
                    "account.balance",
                    format!("科目 {code} {name} 还有余额 {balance}。先转平再停用。"),
                    format!("{code} {name} still holds {balance}. Clear it, then switch it off."),
                )
            }
        }
    }
}
