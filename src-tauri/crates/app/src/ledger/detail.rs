//! What stands by member (成员), project (项目) and other party (往来单位): all of them as a list of
//! balances, or the lines of one. Lines that name none though the chart wants one are 未分明细.

use domain::Money;
use domain::account::Account;
use domain::id::AccountId;
use domain::sheet::{Cell, Content, Fact, Label, Row, RowKind, Sheet};
use store::{Detail, DetailSum, Kept, LedgerLine};

use super::Asked;
use super::account::{fact, line_row};
use super::words::{column, label, line_columns, money, named_row, sides, text, two_sides};
use crate::problem::Problem;
use crate::typed::filled;
use crate::view::Text;

/// What lines without the detail are called.
const UNNAMED: (&str, &str) = ("未分明细", "Without detail");

pub(super) fn by_member(
    asked: &Asked<'_>,
    account: Option<&str>,
    member: Option<&str>,
) -> Result<Sheet, Problem> {
    let title = label("成员明细账", "Ledger by member");
    let account = chosen(asked, account)?;
    let Some(code) = member.filter(|code| !code.is_empty()) else {
        return list(asked, title, Detail::Member, account);
    };
    let members = asked.reading.members(asked.coop.id)?;
    let Some(known) = members.iter().find(|member| member.what.code == code) else {
        let text = Text::new(
            format!("这家合作社没有编号为“{code}”的成员。从成员名册里选一位。"),
            format!("This cooperative has no member “{code}”. Choose one of its register."),
        );
        return Err(Problem::refused("ledger.member", text).about("member"));
    };
    let name = Label::same(format!("{code} {}", known.what.name));
    let mut facts = vec![Fact { name: label("成员", "Member"), value: name }];
    facts.extend(account.map(fact));
    let (reading, coop, term) = (asked.reading, asked.coop.id, asked.term());
    let id = account.map(|account| account.id);
    let sums = reading.sums_by_detail(coop, Detail::Member, id, Some(code), term)?;
    let lines = reading.lines_of_member(coop, code, term)?;
    Ok(lines_of(asked.sheet(title, facts), &sums, &lines))
}

pub(super) fn by_project(
    asked: &Asked<'_>,
    account: Option<&str>,
    project: Option<&str>,
) -> Result<Sheet, Problem> {
    let title = label("项目明细账", "Ledger by project");
    of_name(asked, title, Detail::Project, account, project)
}

pub(super) fn by_counterparty(
    asked: &Asked<'_>,
    account: Option<&str>,
    party: Option<&str>,
) -> Result<Sheet, Problem> {
    let title = label("往来单位明细账", "Ledger by other party");
    of_name(asked, title, Detail::Counterparty, account, party)
}

fn of_name(
    asked: &Asked<'_>,
    title: Label,
    detail: Detail,
    account: Option<&str>,
    name: Option<&str>,
) -> Result<Sheet, Problem> {
    let account = chosen(asked, account)?;
    let Some(name) = name else { return list(asked, title, detail, account) };
    let (reading, coop, term) = (asked.reading, asked.coop.id, asked.term());
    let id = account.map(|account| account.id);
    let sums = reading.sums_by_detail(coop, detail, id, None, term)?;
    let sums: Vec<DetailSum> = sums.into_iter().filter(|sum| sum.name == name).collect();
    let lines = reading.lines_of_detail(coop, detail, name, term)?;
    let head = match detail {
        Detail::Project => label("项目", "Project"),
        Detail::Member | Detail::Counterparty => label("往来单位", "Other party"),
    };
    let mut facts = vec![Fact { name: head, value: shown(name) }];
    facts.extend(account.map(fact));
    Ok(lines_of(asked.sheet(title, facts), &sums, &lines))
}

/// How a member, project or party is called.
fn shown(name: &str) -> Label {
    if name.is_empty() { label(UNNAMED.0, UNNAMED.1) } else { Label::same(name) }
}

/// The account to which a ledger is limited, if any.
fn chosen<'a>(
    asked: &'a Asked<'_>,
    account: Option<&str>,
) -> Result<Option<&'a Kept<AccountId, Account>>, Problem> {
    let chosen = filled(account);
    chosen.map(|code| asked.account(Some(code))).transpose()
}

/// Every member, project or party on every account, or on one, with what stands and moved.
fn list(
    asked: &Asked<'_>,
    title: Label,
    detail: Detail,
    account: Option<&Kept<AccountId, Account>>,
) -> Result<Sheet, Problem> {
    let id = account.map(|account| account.id);
    let sums = asked.reading.sums_by_detail(asked.coop.id, detail, id, None, asked.term())?;
    let mut sheet = asked.sheet(title, account.map(fact).into_iter().collect());
    sheet.columns = vec![
        column("科目", "Account", Content::Code),
        column("科目名称", "Name", Content::Text),
        column("编号", "Code", Content::Code),
        column("明细", "Detail", Content::Text),
    ];
    sheet.columns.extend(sides("期初余额", "Opening"));
    sheet.columns.extend(sides("本期发生额", "Turnover"));
    sheet.columns.extend(sides("期末余额", "Closing"));
    let mut whole = [Money::ZERO; 3];
    for sum in &sums {
        if sum.opening == Money::ZERO && sum.debit == Money::ZERO && sum.credit == Money::ZERO {
            continue;
        }
        for (sum, part) in whole.iter_mut().zip([sum.opening, sum.debit, sum.credit]) {
            *sum += part;
        }
        let named = [
            Cell::Text(sum.account.clone()),
            text(&sum.account_name),
            text(sum.member.as_deref().unwrap_or_default()),
            Cell::Label(shown(&sum.name)),
        ];
        let cells = named.into_iter().chain(figures(sum.opening, sum.debit, sum.credit));
        let row = Row::new(RowKind::Line, cells.collect()).of_account(sum.account.clone());
        sheet.rows.push(row.of_detail(match detail {
            Detail::Member => sum.member.clone(),
            Detail::Project | Detail::Counterparty => Some(sum.name.clone()),
        }));
    }
    let [opening, debit, credit] = whole;
    let named = [Cell::Empty, Cell::Empty, Cell::Empty, Cell::Label(label("合计", "Total"))];
    let cells = named.into_iter().chain(figures(opening, debit, credit));
    sheet.rows.push(Row::new(RowKind::Total, cells.collect()));
    Ok(sheet)
}

fn figures(opening: Money, debit: Money, credit: Money) -> impl Iterator<Item = Cell> {
    let closing = two_sides(opening + debit - credit);
    two_sides(opening).into_iter().chain([money(debit), money(credit)]).chain(closing)
}

/// The lines of one member, project or party, account by account with opening and closing.
fn lines_of(mut sheet: Sheet, sums: &[DetailSum], lines: &[LedgerLine]) -> Sheet {
    sheet.columns = line_columns().into();
    sheet.columns.extend(super::words::balance_columns());
    let (mut debit, mut credit, mut all) = (Money::ZERO, Money::ZERO, Money::ZERO);
    for sum in sums {
        let name = format!("{} {}", sum.account, sum.account_name);
        let brought = super::words::moved(Money::ZERO, Money::ZERO, sum.opening);
        let row = named_row(RowKind::Opening, Label::same(name), brought);
        sheet.rows.push(row.of_account(sum.account.clone()));
        let mut balance = sum.opening;
        for line in lines.iter().filter(|line| *line.account == *sum.account) {
            let (to_debit, to_credit) = (line.entry.debit(), line.entry.credit());
            balance += to_debit - to_credit;
            sheet.rows.push(line_row(line, super::words::moved(to_debit, to_credit, balance)));
        }
        let cells = super::words::moved(sum.debit, sum.credit, balance);
        sheet.rows.push(named_row(RowKind::Subtotal, label("本科目合计", "Account"), cells));
        debit += sum.debit;
        credit += sum.credit;
        all += balance;
    }
    let cells = super::words::moved(debit, credit, all);
    sheet.rows.push(named_row(RowKind::Total, label("合计", "Total"), cells));
    debug_assert!(sheet.rows.iter().all(|row| row.cells.len() == sheet.columns.len()));
    sheet
}
