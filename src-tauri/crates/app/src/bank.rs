//! Bank reconciliation (银行对账): the bank's statement is taken from a file, its lines are found
//! in the books, and what is open between the two explains the two balances (37号 account 102:
//! monthly).

mod file;
mod found;
mod refused;
mod sheet;
mod state;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use domain::account::Account;
use domain::bank::Reconciliation;
use domain::cooperative::Cooperative;
use domain::id::{AccountId, CooperativeId, StatementId};
use domain::{Money, Month};
use jiff::civil::Date;
use store::{
    BankLine, BankPlace, BookLine, BookPlace, Kept, Reading, ReconciliationRecord, StoreError,
    Voided,
};

use crate::book::Book;
use crate::import::{read_money, table};
use crate::ledger;
use crate::paper::{count, ending, put, refuse_over_book};
use crate::problem::Problem;
use crate::typed::filled;
use crate::view::Named;
use crate::view::bank::{
    BankRow, BankStatementRow, BankTakenView, BankView, BookRow, MatchedRow, ReconciliationView,
};
use crate::view::ledger::SavedView;
use crate::voucher::checks::Chart;
use crate::voucher::named;
use crate::{closing, month, register};
use found::{match_by_itself, without_known};
use refused::{
    all_known, matched_lines, no_amount, no_balance, not_the_same, taken_before, too_few,
    unexplained, unknown_account, unknown_line,
};
use state::State;

impl Book {
    /// A bank account at the end of a month, beside what the bank says: the first one and the first
    /// month that is not reconciled where nothing is said.
    ///
    /// # Errors
    /// A cooperative, account or month that is not known, or a damaged book.
    pub fn bank(
        &mut self,
        coop: &str,
        account: Option<&str>,
        month: Option<&str>,
    ) -> Result<BankView, Problem> {
        let reading = self.store.read()?;
        let asked = Asked::of(&reading, coop, account)?;
        let month = asked.month(&reading, month)?;
        view(&reading, &asked, month, None)
    }

    /// Takes a statement of the bank from a file; what is found in the books by amount and day is
    /// matched by itself.
    ///
    /// # Errors
    /// A cooperative or account that is not known, a file that cannot be read, names no columns, or
    /// was taken before, any faulty row, or a book that cannot be written.
    pub fn take_bank_statement(
        &mut self,
        coop: &str,
        account: Option<&str>,
        path: &Path,
    ) -> Result<BankTakenView, Problem> {
        let (file_name, rows) = table::read_rows(path)?;
        let file::Read { lines, warnings } = file::read(&file_name, &rows)?;
        let hash = table::hash(&rows);
        let work = self.store.begin()?;
        let asked = Asked::of(&work, coop, account)?;
        let hash = table::hash_again(&hash, work.voided_statements(asked.account.id)?);
        if work.has_statement(asked.account.id, &hash)? {
            return Err(taken_before(&file_name, &asked.account.what));
        }
        let (new, known) = without_known(&work, asked.account.id, lines)?;
        if new.is_empty() {
            return Err(all_known(&file_name, known));
        }
        let months: BTreeSet<Month> = new.iter().map(|line| Month::of(line.movement.on)).collect();
        work.add_statement((asked.coop.id, asked.account.id), (&file_name, &hash), &new)?;
        let matched = match_by_itself(&work, asked.account.id)?;
        work.commit()?;
        let amounts = || new.iter().map(|line| line.movement.amount);
        Ok(BankTakenView {
            account: account_named(&asked.account),
            lines: count(new.len()),
            known: count(known),
            matched,
            came_in: amounts().map(Money::or_zero).sum::<Money>().into(),
            went_out: amounts().map(|amount| (-amount).or_zero()).sum::<Money>().into(),
            balance: new.iter().rev().find_map(|line| line.balance).map(Into::into),
            months: months.into_iter().map(|month| month.to_string()).collect(),
            warnings,
        })
    }

    /// Says that lines of the bank and of the books are the same money.
    ///
    /// # Errors
    /// A cooperative, account or line that is not known, lines that do not come to the same or are
    /// matched already, or a book that cannot be written.
    pub fn match_bank(
        &mut self,
        (coop, account, month): (&str, &str, &str),
        bank: &[String],
        book: &[String],
    ) -> Result<BankView, Problem> {
        let work = self.store.begin()?;
        let asked = Asked::of(&work, coop, Some(account))?;
        let month = month::read(month)?;
        let id = asked.account.id;
        let (bank_lines, book_lines) =
            (work.bank_lines(id, Date::MAX)?, work.book_lines(id, Date::MAX)?);
        let mut sums = (Money::ZERO, Money::ZERO);
        let (mut bank_places, mut book_places) = (BTreeSet::new(), BTreeSet::new());
        for key in bank {
            let line = bank_lines.iter().find(|line| bank_key(line.place) == *key);
            let line = line.filter(|line| line.group.is_none()).ok_or_else(unknown_line)?;
            if bank_places.insert(line.place) {
                sums.0 += line.line.movement.amount;
            }
        }
        for key in book {
            let line = book_lines.iter().find(|line| book_key(line.place) == *key);
            let line = line.filter(|line| line.group.is_none()).ok_or_else(unknown_line)?;
            if book_places.insert(line.place) {
                sums.1 += line.movement.amount;
            }
        }
        if bank_places.len() + book_places.len() < 2 {
            return Err(too_few());
        }
        if sums.0 != sums.1 {
            return Err(not_the_same(sums.0, sums.1));
        }
        work.match_lines(id, &bank_places, &book_places)?;
        let view = view(&work, &asked, month, None)?;
        work.commit()?;
        Ok(view)
    }

    /// Takes lines that were matched apart again.
    ///
    /// # Errors
    /// A cooperative, account or group that is not known, or a book that cannot be written.
    pub fn unmatch_bank(
        &mut self,
        (coop, account, month): (&str, &str, &str),
        group: i64,
    ) -> Result<BankView, Problem> {
        let work = self.store.begin()?;
        let asked = Asked::of(&work, coop, Some(account))?;
        let month = month::read(month)?;
        if work.unmatch(asked.account.id, group)? == 0 {
            return Err(unknown_line());
        }
        let view = view(&work, &asked, month, None)?;
        work.commit()?;
        Ok(view)
    }

    /// Reconciles an account at the end of a month: keeps both balances and what is open.
    ///
    /// # Errors
    /// A cooperative, account or month that is not known, an earlier reconciliation of the same
    /// figures, no balance of the bank, balances that the open lines do not explain, or a book that
    /// cannot be written.
    pub fn reconcile_bank(
        &mut self,
        (coop, account, month): (&str, &str, &str),
        balance: Option<&str>,
    ) -> Result<BankView, Problem> {
        let typed = read_balance(balance)?;
        let work = self.store.begin()?;
        let asked = Asked::of(&work, coop, Some(account))?;
        let month = month::read(month)?;
        month::refuse_before_books(&asked.coop.what, month, "month")?;
        let state = State::of(&work, asked.account.id, month, typed)?;
        let Some(what) = state.reconciliation() else { return Err(no_balance(month)) };
        if what.difference() != Money::ZERO {
            return Err(unexplained(&what));
        }
        work.add_reconciliation(&ReconciliationRecord { account: asked.account.id, month, what })?;
        let view = view(&work, &asked, month, typed)?;
        work.commit()?;
        Ok(view)
    }

    /// Voids a statement of the bank that was taken by mistake, with a reason.
    ///
    /// # Errors
    /// A cooperative, account or statement that is not known, one with lines that are matched, no
    /// reason, or a book that cannot be written.
    pub fn void_bank_statement(
        &mut self,
        (coop, account): (&str, &str),
        id: i64,
        why: &str,
    ) -> Result<BankView, Problem> {
        let why = closing::read_reason(why, "作废", "Voiding")?;
        let work = self.store.begin()?;
        let asked = Asked::of(&work, coop, Some(account))?;
        let id = StatementId::new(id);
        let taken = work.bank_statements(asked.account.id)?.into_iter().find(|one| one.id == id);
        let taken = taken.ok_or_else(unknown_line)?;
        if taken.matched > 0 {
            return Err(matched_lines(&taken.file_name, taken.matched));
        }
        work.void(Voided::Statement(id), &why)?;
        let month = asked.month(&work, None)?;
        let view = view(&work, &asked, month, None)?;
        work.commit()?;
        Ok(view)
    }

    /// Writes 银行存款余额调节表 of an account and month, as PDF or as a workbook.
    ///
    /// # Errors
    /// As [`Book::bank`]; a balance of the bank that cannot be read, or none, an ending that is
    /// neither, a character that cannot be printed, or a file that cannot be written.
    pub fn save_reconciliation(
        &mut self,
        (coop, account, month): (&str, &str, &str),
        balance: Option<&str>,
        path: &Path,
    ) -> Result<SavedView, Problem> {
        refuse_over_book(path, self.store.path(), "pdf")?;
        let ending = ending(path);
        let operator = self.store.operator().to_owned();
        let reading = self.store.read()?;
        let asked = Asked::of(&reading, coop, Some(account))?;
        let month = month::read(month)?;
        let typed = read_balance(balance)?;
        let state = State::of(&reading, asked.account.id, month, typed)?;
        let sheet = sheet::of(&asked, month, &state).ok_or_else(|| no_balance(month))?;
        let bytes = ledger::written(&reading, &sheet, &ending, operator)?;
        put(path, &bytes)
    }
}

/// The bank's balance as it is typed; nothing where it is left to the statement.
fn read_balance(typed: Option<&str>) -> Result<Option<Money>, Problem> {
    filled(typed).map(|text| read_money(text).map_err(no_amount)).transpose()
}

/// What is asked about.
struct Asked {
    coop: Kept<CooperativeId, Cooperative>,
    cooperatives: Vec<Named>,
    accounts: Vec<Kept<AccountId, Account>>,
    account: Kept<AccountId, Account>,
}

impl Asked {
    fn of(reading: &Reading<'_>, coop: &str, account: Option<&str>) -> Result<Self, Problem> {
        let coop = register::cooperative(reading, coop)?;
        let chart = Chart::of(reading, coop.id)?;
        let codes = chart.leaves().filter(|account| is_bank(&account.code));
        let accounts: Vec<_> =
            codes.filter_map(|account| chart.accounts.get(&account.code)).cloned().collect();
        let wanted = filled(account);
        let found = match wanted {
            None => accounts.first(),
            Some(code) => accounts.iter().find(|account| account.what.code == code),
        };
        let account = found.cloned().ok_or_else(|| unknown_account(wanted.unwrap_or("102")))?;
        let cooperatives = reading.cooperatives()?.iter().map(named).collect();
        Ok(Asked { coop, cooperatives, accounts, account })
    }

    /// The month that is looked at: the first that moved and is not reconciled, where none is
    /// named.
    fn month(&self, reading: &Reading<'_>, named: Option<&str>) -> Result<Month, Problem> {
        if let Some(text) = filled(named) {
            return month::read(text);
        }
        let starts = self.coop.what.starts;
        let last = reading.months_with_vouchers(self.coop.id)?.map_or(starts, |(_, last)| last);
        let made = reconciled(reading, self)?;
        let mut at = Some(starts);
        while let Some(month) = at.filter(|month| *month < last) {
            if !made.contains_key(&month) && reading.moved_in_month(self.account.id, month)? {
                return Ok(month);
            }
            at = month.next();
        }
        Ok(last)
    }
}

fn is_bank(code: &str) -> bool {
    code.starts_with("102") || code.starts_with("109")
}

fn reconciled(
    reading: &Reading<'_>,
    asked: &Asked,
) -> Result<BTreeMap<Month, Reconciliation>, StoreError> {
    let made = reading.reconciliations(asked.coop.id)?.into_iter();
    let own = made.filter(|made| made.account == asked.account.id);
    Ok(own.map(|made| (made.month, made.what)).collect())
}

fn reconciliation_view(of: &Reconciliation) -> ReconciliationView {
    ReconciliationView {
        bank: Some(of.bank.into()),
        book: of.book.into(),
        book_in: of.book_in.into(),
        book_out: of.book_out.into(),
        bank_in: of.bank_in.into(),
        bank_out: of.bank_out.into(),
        bank_adjusted: Some(of.bank_adjusted().into()),
        book_adjusted: of.book_adjusted().into(),
        difference: Some(of.difference().into()),
    }
}

fn view(
    reading: &Reading<'_>,
    asked: &Asked,
    month: Month,
    typed: Option<Money>,
) -> Result<BankView, Problem> {
    let made = reconciled(reading, asked)?;
    let state = State::of(reading, asked.account.id, month, typed)?;
    let statements = reading.bank_statements(asked.account.id)?.into_iter();
    Ok(BankView {
        coop: named(&asked.coop),
        cooperatives: asked.cooperatives.clone(),
        accounts: asked.accounts.iter().map(account_named).collect(),
        account: account_named(&asked.account),
        month: month.to_string(),
        starts: asked.coop.what.starts.to_string(),
        reconciled: made.keys().map(ToString::to_string).collect(),
        statements: statements
            .map(|one| BankStatementRow {
                id: one.id.number(),
                file: one.file_name,
                lines: one.lines,
                first: one.first.to_string(),
                last: one.last.to_string(),
                matched: one.matched,
            })
            .collect(),
        reconciliation: state.view(),
        made: made.get(&month).map(reconciliation_view),
        bank_open: state.bank_open.iter().map(bank_row).collect(),
        book_open: state.book_open.iter().map(book_row).collect(),
        matched: state
            .matched
            .iter()
            .map(|(group, bank, book)| MatchedRow {
                group: *group,
                bank: bank.iter().map(bank_row).collect(),
                book: book.iter().map(book_row).collect(),
            })
            .collect(),
    })
}

fn account_named(account: &Kept<AccountId, Account>) -> Named {
    Named { code: account.what.code.clone(), name: account.what.name.clone() }
}

fn bank_key(place: BankPlace) -> String {
    format!("{}:{}", place.statement.number(), place.line)
}

fn book_key(place: BookPlace) -> String {
    format!("{}:{}", place.voucher.number(), place.line)
}

fn bank_row(line: &BankLine) -> BankRow {
    BankRow {
        key: bank_key(line.place),
        date: line.line.movement.on.to_string(),
        amount: line.line.movement.amount.into(),
        summary: line.line.summary.clone(),
    }
}

fn book_row(line: &BookLine) -> BookRow {
    BookRow {
        key: book_key(line.place),
        date: line.movement.on.to_string(),
        amount: line.movement.amount.into(),
        voucher: line.voucher.to_string(),
        summary: line.summary.clone(),
    }
}
