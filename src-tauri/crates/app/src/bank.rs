//! Bank reconciliation (银行对账): the bank's statement is taken from a file, its lines are found
//! in the books, and what is open between the two explains the two balances (37号 account 102:
//! monthly).

mod file;
mod sheet;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use domain::account::Account;
use domain::bank::{self, Movement, Reconciliation};
use domain::cooperative::Cooperative;
use domain::id::{AccountId, CooperativeId, StatementId};
use domain::{Money, Month};
use jiff::civil::Date;
use store::{
    BankLine, BankPlace, BookLine, BookPlace, Kept, NewBankLine, Reading, ReconciliationRecord,
    StoreError, Voided, Work,
};

use crate::book::Book;
use crate::import::{read_money, table};
use crate::ledger;
use crate::paper::{put, refuse_over_book};
use crate::problem::Problem;
use crate::view::bank::{
    BankRow, BankStatementRow, BankTakenView, BankView, BookRow, MatchedRow, ReconciliationView,
};
use crate::view::ledger::SavedView;
use crate::view::{Named, Text};
use crate::voucher::checks::Chart;
use crate::voucher::named;
use crate::{closing, month, register};

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
        let (new, known) = without_known(&work, &asked, lines)?;
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
            lines: crate::paper::count(new.len()),
            known: crate::paper::count(known),
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
        let typed = balance.map(str::trim).filter(|text| !text.is_empty());
        let typed = typed.map(read_money).transpose().map_err(|said| {
            let text = Text::new(format!("银行余额{}。", said.zh), format!("{}.", said.en));
            Problem::input("bank.balance", text).about("balance")
        })?;
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
    /// As [`Book::bank`]; no balance of the bank, an ending that is neither, a character that
    /// cannot be printed, or a file that cannot be written.
    pub fn save_reconciliation(
        &mut self,
        (coop, account, month): (&str, &str, &str),
        balance: Option<&str>,
        path: &Path,
    ) -> Result<SavedView, Problem> {
        refuse_over_book(path, self.store.path(), "pdf")?;
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let operator = self.store.operator().to_owned();
        let reading = self.store.read()?;
        let asked = Asked::of(&reading, coop, Some(account))?;
        let month = month::read(month)?;
        let typed = balance.and_then(|text| read_money(text.trim()).ok());
        let state = State::of(&reading, asked.account.id, month, typed)?;
        let sheet = sheet::of(&asked, month, &state).ok_or_else(|| no_balance(month))?;
        let bytes = ledger::written(&reading, &sheet, &ending, operator)?;
        put(path, &bytes)
    }
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
        let wanted = account.map(str::trim).filter(|code| !code.is_empty());
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
        if let Some(text) = named.map(str::trim).filter(|text| !text.is_empty()) {
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

/// Both sides of an account at the end of a month.
struct State {
    bank: Option<Money>,
    book: Money,
    bank_open: Vec<BankLine>,
    book_open: Vec<BookLine>,
    matched: Vec<(i64, Vec<BankLine>, Vec<BookLine>)>,
}

impl State {
    fn of(
        reading: &Reading<'_>,
        account: AccountId,
        month: Month,
        typed: Option<Money>,
    ) -> Result<Self, Problem> {
        let (first, last) = (month.first_day(), month.last_day());
        let bank = reading.bank_lines(account, Date::MAX)?;
        let book = reading.book_lines(account, Date::MAX)?;
        // A group is whole at the month's end where none of its lines comes later.
        let mut latest: BTreeMap<i64, Date> = BTreeMap::new();
        let days = bank.iter().map(|line| (line.group, line.line.movement.on));
        for (group, on) in days.chain(book.iter().map(|line| (line.group, line.movement.on))) {
            if let Some(group) = group {
                let latest = latest.entry(group).or_insert(on);
                *latest = on.max(*latest);
            }
        }
        let open = |group: Option<i64>, on: Date| {
            on <= last && group.is_none_or(|group| latest.get(&group).is_none_or(|on| *on > last))
        };
        let next = last.tomorrow().unwrap_or(last);
        let said = bank.iter().rev().filter(|line| line.line.movement.on <= last);
        let said = said.map(|line| line.line.balance).find(Option::is_some).flatten();
        let mut groups: BTreeMap<i64, (Vec<BankLine>, Vec<BookLine>)> = BTreeMap::new();
        let shown = |group: i64| latest.get(&group).is_some_and(|on| *on >= first && *on <= last);
        for line in &bank {
            if let Some(group) = line.group.filter(|group| shown(*group)) {
                groups.entry(group).or_default().0.push(line.clone());
            }
        }
        for line in &book {
            if let Some(group) = line.group.filter(|group| shown(*group)) {
                groups.entry(group).or_default().1.push(line.clone());
            }
        }
        Ok(State {
            bank: typed.or(said),
            book: reading.balance_before(account, next)?,
            bank_open: bank
                .into_iter()
                .filter(|line| open(line.group, line.line.movement.on))
                .collect(),
            book_open: book.into_iter().filter(|line| open(line.group, line.movement.on)).collect(),
            matched: groups.into_iter().map(|(group, (bank, book))| (group, bank, book)).collect(),
        })
    }

    fn reconciliation(&self) -> Option<Reconciliation> {
        let bank = self.bank_open.iter().map(|line| line.line.movement.amount);
        let book = self.book_open.iter().map(|line| line.movement.amount);
        Some(Reconciliation::of(self.bank?, self.book, bank, book))
    }

    fn view(&self) -> ReconciliationView {
        let bank = self.bank_open.iter().map(|line| line.line.movement.amount);
        let book = self.book_open.iter().map(|line| line.movement.amount);
        let of = Reconciliation::of(self.bank.unwrap_or_default(), self.book, bank, book);
        let known = self.bank.is_some();
        let view = reconciliation_view(&of);
        ReconciliationView {
            bank: view.bank.filter(|_| known),
            bank_adjusted: view.bank_adjusted.filter(|_| known),
            difference: view.difference.filter(|_| known),
            ..view
        }
    }
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

/// Lines that no earlier statement has, and how many were passed over: files of a bank overlap.
fn without_known(
    reading: &Reading<'_>,
    asked: &Asked,
    lines: Vec<NewBankLine>,
) -> Result<(Vec<NewBankLine>, usize), Problem> {
    let mut there: Vec<NewBankLine> =
        reading.bank_lines(asked.account.id, Date::MAX)?.into_iter().map(|one| one.line).collect();
    let all = lines.len();
    let mut new = Vec::with_capacity(all);
    for line in lines {
        match there.iter().position(|known| *known == line) {
            Some(place) => drop(there.swap_remove(place)),
            None => new.push(line),
        }
    }
    let known = all - new.len();
    Ok((new, known))
}

/// Finds the lines that are open on both sides and the same by amount and day; a red voucher and
/// the one that it takes back are found by themselves. Returns how many lines of the bank were.
fn match_by_itself(work: &Work<'_>, account: AccountId) -> Result<u32, Problem> {
    let book = work.book_lines(account, Date::MAX)?;
    let book: Vec<BookLine> = book.into_iter().filter(|line| line.group.is_none()).collect();
    let mut gone: BTreeSet<BookPlace> = BTreeSet::new();
    for red in book.iter().filter(|line| line.reverses.is_some()) {
        let is_original = |line: &&BookLine| {
            Some(line.place.voucher) == red.reverses
                && line.movement.amount == -red.movement.amount
                && !gone.contains(&line.place)
        };
        if let Some(original) = book.iter().find(is_original) {
            let pair = BTreeSet::from([red.place, original.place]);
            work.match_lines(account, &BTreeSet::new(), &pair)?;
            gone.extend(pair);
        }
    }
    let book: Vec<&BookLine> = book.iter().filter(|line| !gone.contains(&line.place)).collect();
    let bank = work.bank_lines(account, Date::MAX)?;
    let bank: Vec<BankLine> = bank.into_iter().filter(|line| line.group.is_none()).collect();
    let of_bank: Vec<Movement> = bank.iter().map(|line| line.line.movement).collect();
    let of_book: Vec<Movement> = book.iter().map(|line| line.movement).collect();
    let pairs = bank::matched(&of_bank, &of_book);
    for &(at, place) in &pairs {
        let (bank, book) = (bank[at].place, book[place].place);
        work.match_lines(account, &BTreeSet::from([bank]), &BTreeSet::from([book]))?;
    }
    Ok(crate::paper::count(pairs.len()))
}

fn taken_before(file_name: &str, account: &Account) -> Problem {
    let (code, name) = (&account.code, &account.name);
    let text = Text::new(
        format!("{file_name} 已经取进 {code} {name}，没有再取一次。"),
        format!("{file_name} was taken for {code} {name} before and was not taken again."),
    );
    Problem::refused("bank.taken_before", text).about("path")
}

fn all_known(file_name: &str, known: usize) -> Problem {
    let text = Text::new(
        format!("{file_name} 的 {known} 笔都在以前取的对账单里，没有新的。"),
        format!("All {known} lines of {file_name} are in earlier statements; nothing is new."),
    );
    Problem::refused("bank.all_known", text).about("path")
}

fn unknown_account(code: &str) -> Problem {
    let text = Text::new(
        format!("{code} 不是银行账户。选 102 银行存款下的科目。"),
        format!("{code} is no bank account. Choose one at or below 102."),
    );
    Problem::refused("bank.account", text).about("account")
}

fn unknown_line() -> Problem {
    let text = Text::new(
        "这一笔已经不在，或已经核对上。重新打开对账页。",
        "That line is not there any more, or is matched already. Open the page again.",
    );
    Problem::refused("bank.unknown_line", text).about("lines")
}

fn too_few() -> Problem {
    let text = Text::new(
        "要选两笔以上：银行一边和账上一边，金额合计相等。",
        "Choose two lines or more: of the bank and of the books, coming to the same.",
    );
    Problem::refused("bank.too_few", text).about("lines")
}

fn not_the_same(bank: Money, book: Money) -> Problem {
    let (bank, book, off) = (bank.grouped(), book.grouped(), (bank - book).grouped());
    let text = Text::new(
        format!("银行一边合计 {bank}，账上一边合计 {book}，差 {off}，没有核对。选金额相等的。"),
        format!("The bank's lines come to {bank}, those of the books to {book}: {off} apart."),
    );
    Problem::refused("bank.not_the_same", text).about("lines")
}

fn no_balance(month: Month) -> Problem {
    let last = month.last_day();
    let text = Text::new(
        format!("没有 {last} 的银行余额：先取对账单，或填上银行余额。"),
        format!("The bank's balance on {last} is not known: take its statement, or type it."),
    );
    Problem::refused("bank.no_balance", text).about("balance")
}

fn unexplained(what: &Reconciliation) -> Problem {
    let (bank, book) = (what.bank_adjusted().grouped(), what.book_adjusted().grouped());
    let off = what.difference().grouped();
    let text = Text::new(
        format!(
            "调节后银行余额 {bank}，账上余额 {book}，还差 {off}，没有确认。查对银行余额和未达账项。"
        ),
        format!(
            "With what is open the bank stands at {bank} and the books at {book}: {off} is not \
             explained. Check the bank's balance and the open lines."
        ),
    );
    Problem::refused("bank.unexplained", text).about("balance")
}

fn matched_lines(file_name: &str, matched: u32) -> Problem {
    let text = Text::new(
        format!("{file_name} 有 {matched} 笔已经核对上，没有作废。先取消这些核对。"),
        format!("{matched} lines of {file_name} are matched; take them apart first."),
    );
    Problem::refused("bank.matched", text).about("id")
}
