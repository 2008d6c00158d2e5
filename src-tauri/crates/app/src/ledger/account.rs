//! One account: by months (总账), by lines (明细账), by sub-accounts (多栏账), by quantity
//! (数量金额账), and cash and bank day by day (日记账).

use std::collections::BTreeMap;

use domain::account::Account;
use domain::id::AccountId;
use domain::sheet::{Cell, Column, Content, Fact, Label, Row, RowKind, Sheet};
use domain::voucher::Entry;
use domain::{FiscalYear, Money, Month};
use jiff::civil::Date;
use store::{Kept, LedgerLine};

use super::Asked;
use super::words::{
    balance_columns, column, label, line_columns, money, moved, named_row, quantity, text,
};
use crate::problem::Problem;
use crate::typed::filled;
use crate::view::Text;

/// What moved since the month, and since the year, began.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    debit: Money,
    credit: Money,
}

impl Sums {
    fn add(&mut self, debit: Money, credit: Money) {
        self.debit += debit;
        self.credit += credit;
    }
}

/// Which account a ledger is of.
pub(super) fn fact(account: &Kept<AccountId, Account>) -> Fact {
    let value = Label::same(format!("{} {}", account.what.code, account.what.name));
    Fact { name: label("科目", "Account"), value }
}

fn opening_row(opening: Money) -> Row {
    let cells = moved(Money::ZERO, Money::ZERO, opening);
    named_row(RowKind::Opening, label("期初余额", "Opening"), cells)
}

/// The general ledger: what moved in each month and in the year so far.
pub(super) fn general(asked: &Asked<'_>, code: Option<&str>) -> Result<Sheet, Problem> {
    let account = asked.account(code)?;
    let opening = asked.reading.balance_before(account.id, asked.first.first_day())?;
    let months = asked.reading.months_of_account(account.id, asked.first, asked.last)?;
    let mut year = year_before(asked, account.id)?;
    let mut sheet = asked.sheet(label("总账", "General ledger"), vec![fact(account)]);
    sheet.columns =
        vec![column("月份", "Month", Content::Code), column("摘要", "Summary", Content::Text)];
    sheet.columns.extend(balance_columns());
    let row = |kind, month: Cell, name: Label, cells: [Cell; 4]| {
        Row::new(kind, [month, Cell::Label(name)].into_iter().chain(cells).collect())
    };
    let brought = moved(Money::ZERO, Money::ZERO, opening);
    let name = label("期初余额", "Opening");
    sheet.rows.push(row(RowKind::Opening, Cell::Empty, name, brought));
    let mut balance = opening;
    let mut of_year = asked.first.year();
    for sum in months {
        if sum.month.year() != of_year {
            (year, of_year) = (Sums::default(), sum.month.year());
        }
        year.add(sum.debit, sum.credit);
        balance += sum.debit - sum.credit;
        let month = Cell::Text(sum.month.to_string());
        let cells = moved(sum.debit, sum.credit, balance);
        sheet.rows.push(row(RowKind::Line, month, label("本月合计", "Month"), cells));
        let cells = moved(year.debit, year.credit, balance);
        let name = label("本年累计", "Year to date");
        sheet.rows.push(row(RowKind::Subtotal, Cell::Empty, name, cells));
    }
    Ok(sheet)
}

/// What moved in the year before the first month asked for.
fn year_before(asked: &Asked<'_>, account: AccountId) -> Result<Sums, Problem> {
    let mut year = Sums::default();
    let first = asked.first.year().first_month();
    if let Some(before) = asked.first.previous().filter(|&before| first <= before) {
        for sum in asked.reading.months_of_account(account, first, before)? {
            year.add(sum.debit, sum.credit);
        }
    }
    Ok(year)
}

/// The detailed ledger: every line with what stands against it, months and year summed.
pub(super) fn detailed(asked: &Asked<'_>, code: Option<&str>) -> Result<Sheet, Problem> {
    let account = asked.account(code)?;
    let mut running = Running::begin(asked, account, label("明细账", "Detailed ledger"))?;
    let mut year = year_before(asked, account.id)?;
    let mut of_year = asked.first.year();
    let lines = asked.reading.lines_of_account(account.id, asked.term())?;
    for month in lines.chunk_by(|one, next| Month::of(one.date) == Month::of(next.date)) {
        let sums = running.lines(month);
        let year_now = month.first().map_or(of_year, |line| FiscalYear::of(line.date));
        if year_now != of_year {
            (year, of_year) = (Sums::default(), year_now);
        }
        year.add(sums.debit, sums.credit);
        running.sum(RowKind::Subtotal, label("本月合计", "Month"), sums);
        running.sum(RowKind::Subtotal, label("本年累计", "Year to date"), year);
    }
    Ok(running.sheet)
}

/// The lines of an account one after the other, each with what stands against it and the balance
/// after it.
struct Running {
    sheet: Sheet,
    balance: Money,
}

impl Running {
    /// The sheet with what was brought forward.
    fn begin(
        asked: &Asked<'_>,
        account: &Kept<AccountId, Account>,
        title: Label,
    ) -> Result<Self, Problem> {
        let balance = asked.reading.balance_before(account.id, asked.term().first)?;
        let mut sheet = asked.sheet(title, vec![fact(account)]);
        sheet.columns = line_columns().into();
        sheet.columns.push(column("对方科目", "Against", Content::Text));
        sheet.columns.extend(balance_columns());
        let mut opening = opening_row(balance);
        opening.cells.insert(3, Cell::Empty);
        sheet.rows.push(opening);
        Ok(Running { sheet, balance })
    }

    /// Adds the account's own lines of some vouchers; what they move.
    fn lines(&mut self, lines: &[LedgerLine]) -> Sums {
        let mut sums = Sums::default();
        for voucher in lines.chunk_by(|one, next| one.voucher == next.voucher) {
            for line in voucher.iter().filter(|line| line.own) {
                let (debit, credit) = (line.entry.debit(), line.entry.credit());
                sums.add(debit, credit);
                self.balance += debit - credit;
                let cells = moved(debit, credit, self.balance);
                let cells = [text(&against(line, voucher))].into_iter().chain(cells);
                self.sheet.rows.push(line_row(line, cells));
            }
        }
        sums
    }

    /// Adds a sum with the balance so far.
    fn sum(&mut self, kind: RowKind, name: Label, sums: Sums) {
        let cells = moved(sums.debit, sums.credit, self.balance);
        let cells = [Cell::Empty].into_iter().chain(cells);
        self.sheet.rows.push(named_row(kind, name, cells));
    }
}

/// A line with its day, voucher and summary.
pub(super) fn line_row(line: &LedgerLine, cells: impl IntoIterator<Item = Cell>) -> Row {
    let before = [Cell::Day(line.date), Cell::Voucher(line.voucher.clone()), text(&line.summary)];
    Row::new(RowKind::Line, before.into_iter().chain(cells).collect())
}

/// The lines of a voucher on the other side than one of them.
pub(crate) fn other_side<'a>(
    line: &'a LedgerLine,
    voucher: &'a [LedgerLine],
) -> impl Iterator<Item = &'a LedgerLine> {
    let is_debit = |line: &LedgerLine| matches!(line.entry, Entry::Debit(_));
    voucher.iter().filter(move |other| is_debit(other) != is_debit(line))
}

/// The accounts of a voucher on the other side than the line, each once.
fn against(line: &LedgerLine, voucher: &[LedgerLine]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for other in other_side(line, voucher) {
        if !names.contains(&&*other.account_name) {
            names.push(&other.account_name);
        }
    }
    names.join("、")
}

/// The multi-column ledger: what each account below moved, in a column of its own, on the side on
/// which the account usually stands.
pub(super) fn multi_column(asked: &Asked<'_>, code: Option<&str>) -> Result<Sheet, Problem> {
    let account = asked.account(code)?;
    let lines = asked.reading.lines_of_account(account.id, asked.term())?;
    let mut below: BTreeMap<&str, &str> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.own) {
        let direct = asked.chart.direct_below(&account.what.code, &line.account);
        let known = direct.and_then(|code| asked.chart.accounts.get_key_value(code));
        if let Some((code, sub)) = known {
            below.insert(code, &sub.what.name);
        }
    }
    let mut sheet = asked.sheet(label("多栏账", "Multi-column ledger"), vec![fact(account)]);
    sheet.columns = line_columns().into();
    sheet.columns.extend(balance_columns());
    let group = label("其中：借方为正", "Of which, debit above zero");
    let sub_column = |name: &str| Column {
        group: Some(group.clone()),
        heading: Label::same(name),
        content: Content::Money,
    };
    sheet.columns.extend(below.values().map(|name| sub_column(name)));
    let mut balance = asked.reading.balance_before(account.id, asked.term().first)?;
    let mut opening = opening_row(balance);
    opening.cells.resize(sheet.columns.len(), Cell::Empty);
    sheet.rows.push(opening);
    let mut whole = Sums::default();
    let mut sums: Vec<Money> = vec![Money::ZERO; below.len()];
    for line in lines.iter().filter(|line| line.own) {
        let (debit, credit) = (line.entry.debit(), line.entry.credit());
        whole.add(debit, credit);
        balance += debit - credit;
        let direct = asked.chart.direct_below(&account.what.code, &line.account);
        let place = below.keys().position(|&code| Some(code) == direct);
        let mut columns = vec![Cell::Empty; below.len()];
        if let Some(place) = place {
            columns[place] = money(debit - credit);
            sums[place] += debit - credit;
        }
        let cells = moved(debit, credit, balance).into_iter().chain(columns);
        sheet.rows.push(line_row(line, cells));
    }
    let cells = moved(whole.debit, whole.credit, balance).into_iter();
    let cells = cells.chain(sums.into_iter().map(Cell::Money));
    sheet.rows.push(named_row(RowKind::Total, label("合计", "Total"), cells));
    Ok(sheet)
}

/// The quantity-and-amount ledger: what came in and went out, with price and amount.
pub(super) fn by_quantity(asked: &Asked<'_>, code: Option<&str>) -> Result<Sheet, Problem> {
    let account = asked.account(code)?;
    let mut sheet = asked.sheet(label("数量金额账", "Quantity and amount"), vec![fact(account)]);
    sheet.columns = line_columns().into();
    for (zh, en) in [("收入", "In"), ("发出", "Out")] {
        let of = |(zh_head, en_head), content| Column {
            group: Some(label(zh, en)),
            heading: label(zh_head, en_head),
            content,
        };
        sheet.columns.push(of(("数量", "Quantity"), Content::Quantity));
        sheet.columns.push(of(("单价", "Price"), Content::Quantity));
        sheet.columns.push(of(("金额", "Amount"), Content::Money));
    }
    sheet.columns.push(column("结存数量", "Quantity left", Content::Quantity));
    sheet.columns.push(column("结存金额", "Amount left", Content::Money));
    let before = jiff::civil::date(1900, 1, 1);
    let until = asked.term().first.yesterday().unwrap_or(before);
    let earlier = domain::Term { first: before, last: until };
    let mut on_hand = OnHand::default();
    for line in asked.reading.lines_of_account(account.id, earlier)? {
        if line.own {
            on_hand.take(&line);
        }
    }
    on_hand.amount = asked.reading.balance_before(account.id, asked.term().first)?;
    let empty = vec![Cell::Empty; 6];
    let left = empty.iter().cloned().chain(on_hand.cells());
    sheet.rows.push(named_row(RowKind::Opening, label("期初结存", "Brought forward"), left));
    let mut sums = Sums::default();
    for line in asked.reading.lines_of_account(account.id, asked.term())? {
        if !line.own {
            continue;
        }
        let (debit, credit) = (line.entry.debit(), line.entry.credit());
        sums.add(debit, credit);
        on_hand.amount += debit - credit;
        on_hand.take(&line);
        sheet.rows.push(line_row(&line, in_and_out(&line).into_iter().chain(on_hand.cells())));
    }
    let cells = [Cell::Empty, Cell::Empty, money(sums.debit)].into_iter();
    let cells = cells.chain([Cell::Empty, Cell::Empty, money(sums.credit)]).chain(on_hand.cells());
    sheet.rows.push(named_row(RowKind::Total, label("合计", "Total"), cells));
    Ok(sheet)
}

fn in_and_out(line: &LedgerLine) -> [Cell; 6] {
    let (debit, credit) = (line.entry.debit(), line.entry.credit());
    let red = debit + credit < Money::ZERO;
    let amount = match line.quantity {
        Some(amount) if red => Cell::QuantityBelowZero(amount),
        other => quantity(other),
    };
    let entered = [amount, quantity(line.price), money(debit + credit)];
    let nothing = [Cell::Empty, Cell::Empty, Cell::Empty];
    let (incoming, outgoing) =
        if credit == Money::ZERO { (entered, nothing) } else { (nothing, entered) };
    let [a, b, c] = incoming;
    let [d, e, f] = outgoing;
    [a, b, c, d, e, f]
}

/// What is left, in millionths of a unit and in money.
#[derive(Debug, Default)]
struct OnHand {
    millionths: i128,
    amount: Money,
}

impl OnHand {
    /// Counts the quantity of a line: in on the debit side, out on the other, the other way in red.
    fn take(&mut self, line: &LedgerLine) {
        let Some(quantity) = line.quantity else { return };
        let millionths = i128::try_from(quantity.millionths()).unwrap_or(i128::MAX);
        let signed = line.entry.debit() - line.entry.credit();
        self.millionths += if signed < Money::ZERO { -millionths } else { millionths };
    }

    fn cells(&self) -> [Cell; 2] {
        let left = domain::Quantity::from_millionths(self.millionths.unsigned_abs());
        let left = match self.millionths.cmp(&0) {
            std::cmp::Ordering::Less => Cell::QuantityBelowZero(left),
            std::cmp::Ordering::Equal => Cell::Empty,
            std::cmp::Ordering::Greater => Cell::Quantity(left),
        };
        [left, Cell::Money(self.amount)]
    }
}

/// The day book of cash or bank: every line, each day summed, and days on which it was below zero
/// named above.
pub(super) fn day_book(asked: &Asked<'_>, code: Option<&str>) -> Result<Sheet, Problem> {
    let account = match filled(code) {
        Some(code) => asked.account(Some(code))?,
        None => asked.account(Some("102")).or_else(|_| asked.account(Some("101")))?,
    };
    let top = asked.chart.top_of(&account.what);
    let title = match top.code.as_str() {
        "101" => label("现金日记账", "Cash day book"),
        "102" => label("银行日记账", "Bank day book"),
        "109" => label("其他货币资金日记账", "Day book of other money"),
        _ => return Err(no_money(&account.what)),
    };
    let mut running = Running::begin(asked, account, title)?;
    let lines = asked.reading.lines_of_account(account.id, asked.term())?;
    let mut short: Vec<Date> = Vec::new();
    let mut whole = Sums::default();
    for day in lines.chunk_by(|one, next| one.date == next.date) {
        let sums = running.lines(day);
        whole.add(sums.debit, sums.credit);
        running.sum(RowKind::Subtotal, label("本日合计", "Day"), sums);
        short.extend(day.first().filter(|_| running.balance < Money::ZERO).map(|line| line.date));
    }
    running.sum(RowKind::Total, label("合计", "Total"), whole);
    running.sheet.facts.extend(below_zero(&short));
    Ok(running.sheet)
}

fn no_money(account: &Account) -> Problem {
    let Account { code, name, .. } = account;
    let text = Text::new(
        format!(
            "科目 {code} {name} 不是现金或银行，没有日记账。看它的明细账，或选 101、102、109。"
        ),
        format!(
            "{code} {name} is neither cash nor bank and has no day book. See its detailed ledger, \
             or choose 101, 102 or 109."
        ),
    );
    Problem::refused("ledger.no_money", text).about("account")
}

/// Cash in the box cannot be below zero: a voucher is missing or dated wrongly.
fn below_zero(days: &[Date]) -> Option<Fact> {
    let (first, count) = (days.first()?, days.len());
    Some(Fact {
        name: label("注意", "Note"),
        value: label(
            &format!("{count} 天日终余额为负，最早 {first}，查是否漏记或记错日期"),
            &format!(
                "below zero at the end of {count} days, first on {first}; see what is missing"
            ),
        ),
    })
}
