//! The members' accounts (成员账户): what each member put in, its shares of reserve, subsidy and
//! gifts, what it delivered, and what it got back, by the form of 37号; one page for each.

use std::collections::BTreeMap;

use domain::forms::FormCheck;
use domain::id::MemberId;
use domain::member::Member;
use domain::sheet::{Cell, Column, Content, Fact, Label, Row, RowKind, Sheet};
use domain::{Money, Quantity, Term};
use jiff::civil::Date;
use store::{Kept, SourceFact, SourceKind};

use super::{Asked, Made, Use, no_members};
use crate::closing;
use crate::dividend::Case;
use crate::failure::unknown;
use crate::problem::Problem;
use crate::register::change;
use crate::typed::filled;
use crate::view::statement::StatementRow;
use crate::view::{Named, Text, Yuan};

/// The columns of amounts in their order, as the command line names them.
const KEYS: [&str; 5] = ["capital_relief", "capital", "reserve", "subsidy", "donation"];

/// A line of an account.
#[derive(Debug, Clone, Default)]
struct Entry {
    on: Option<Date>,
    summary: String,
    /// Capital from relief projects, other capital, reserve, subsidy and donation shares.
    shares: [Money; 5],
    /// What was delivered, by product.
    delivered: BTreeMap<String, (Quantity, Money)>,
    refund: Money,
    dividend: Money,
}

/// What was delivered on a day: product with its unit, how much, for how much.
struct Delivered {
    on: Date,
    product: String,
    quantity: Quantity,
    amount: Money,
}

/// What the accounts of a year are made from, read once for all members.
struct Facts {
    contributions: BTreeMap<MemberId, Vec<(Date, Money, bool)>>,
    deliveries: BTreeMap<String, Vec<Delivered>>,
    /// Changes of the share of the reserve: day, amount and why.
    reserve: BTreeMap<MemberId, Vec<(Date, Money, String)>>,
    /// Shares of subsidy and donation at the start and at the end of the year.
    before: BTreeMap<MemberId, [Money; 2]>,
    after: BTreeMap<MemberId, [Money; 2]>,
}

pub(super) fn accounts(asked: &Asked<'_>, member: Option<&str>, to: Use) -> Result<Made, Problem> {
    let members = asked.reading.members(asked.coop.id)?;
    let code = filled(member);
    let chosen: Vec<&Kept<MemberId, Member>> = match (code, to) {
        (Some(code), _) => {
            let found = members.iter().find(|member| member.what.code == code);
            let what = || unknown(Text::new("成员", "member"), code).about("member");
            vec![found.ok_or_else(what)?]
        }
        (None, Use::Paper) => members.iter().collect(),
        (None, Use::Screen) => members.iter().take(1).collect(),
    };
    let Some(first) = chosen.first() else { return Err(no_members(asked)) };
    let facts = facts(asked)?;
    let mut sheets = Vec::new();
    let mut rows = Vec::new();
    let villages = asked.reading.villages()?;
    let beside = change::beside(&asked.reading.member_changes(asked.coop.id)?);
    let village_of = |member: &Member| {
        let code = member.village.as_deref()?;
        let village = villages.iter().find(|village| village.what.code == code)?;
        Some(format!("{} {}", village.what.township, village.what.name))
    };
    for member in &chosen {
        let entries = entries(asked, &facts, member)?;
        if to == Use::Screen {
            rows = report_rows(&entries);
        }
        let noted = beside.get(&member.id).and_then(|known| known.address.clone());
        let address = noted.or_else(|| village_of(&member.what));
        sheets.push(sheet(asked, member, address.as_deref(), &entries));
    }
    let Member { code, name, .. } = &first.what;
    let member = (to == Use::Screen).then(|| Named { code: code.clone(), name: name.clone() });
    Ok(Made { sheets, rows, checks: checks(asked, &facts)?, notes: Vec::new(), member })
}

/// Whether the accounts of all members add up to what the books say of them: 301, 322 and 311.
fn checks(asked: &Asked<'_>, facts: &Facts) -> Result<Vec<FormCheck>, Problem> {
    let last = asked.last.last_day();
    let made = facts.contributions.values().flatten().filter(|(on, ..)| *on <= last);
    let capital: Money = made.map(|(_, amount, _)| *amount).sum();
    let shares = facts.reserve.values().flatten().filter(|(on, ..)| *on <= last);
    let reserve: Money = shares.map(|(_, amount, _)| *amount).sum();
    let property: Money = facts.after.values().flatten().copied().sum();
    let stands = |top: &str| closing::credit_of(asked.reading, asked.coop.id, asked.last, top);
    let check = |zh: &str, en: &str, one: Money, other: Money| FormCheck {
        what: Label::new(zh, en),
        one,
        other,
    };
    let mut checks = vec![
        check(
            "各成员出资合计等于 301 股金",
            "capital of all members, 301",
            capital,
            stands("301")?,
        ),
        check(
            "各成员公积金份额合计等于 322 盈余公积（差的在成员页量化）",
            "reserve shares of all members, 322",
            reserve,
            stands("322")?,
        ),
    ];
    // Subsidies and gifts are shared out by heads at the year's end (art. 44).
    if asked.last == asked.year.last_month() {
        let (zh, en) =
            ("各成员补助、捐赠份额合计等于 311 专项基金", "special fund of all members, 311");
        checks.push(check(zh, en, property, stands("311")?));
    }
    Ok(checks)
}

fn facts(asked: &Asked<'_>) -> Result<Facts, Problem> {
    let mut contributions: BTreeMap<MemberId, Vec<(Date, Money, bool)>> = BTreeMap::new();
    for record in asked.reading.contributions(asked.coop.id)? {
        let class = record.share_class.as_deref().unwrap_or_default();
        let of_relief = class.contains("扶贫") || class.contains("衔接");
        let made = (record.contribution.made_on, record.contribution.amount, of_relief);
        contributions.entry(record.member).or_default().push(made);
    }
    let term = Term { first: asked.year.first_day(), last: asked.last.last_day() };
    let mut deliveries: BTreeMap<String, Vec<Delivered>> = BTreeMap::new();
    for record in asked.reading.sources(asked.coop.id, SourceKind::Delivery, term)? {
        if let SourceFact::Delivery { member, delivery, .. } = record.fact {
            deliveries.entry(member).or_default().push(Delivered {
                on: record.on,
                product: format!("{}（{}）", delivery.product, delivery.unit),
                quantity: delivery.quantity,
                amount: delivery.amount,
            });
        }
    }
    let shares_of = |year| {
        let case = Case::load(asked.reading, &asked.coop.what.code, year);
        Problem::unless_refused(case).map(|case| shares(&case))
    };
    let after = shares_of(asked.year)?;
    let before = match asked.year.before() {
        before if before >= asked.coop.what.starts.year() => shares_of(before)?,
        _ => BTreeMap::new(),
    };
    let mut reserve: BTreeMap<MemberId, Vec<(Date, Money, String)>> = BTreeMap::new();
    for share in asked.reading.reserve_shares(asked.coop.id)? {
        let change = (share.on, share.amount, share.reason);
        reserve.entry(share.member).or_default().push(change);
    }
    Ok(Facts { contributions, deliveries, reserve, before, after })
}

/// Each member's shares of subsidy and donation; a year that cannot be worked out, such as one
/// without members, has none.
fn shares(case: &Option<Case>) -> BTreeMap<MemberId, [Money; 2]> {
    let Some(case) = case else { return BTreeMap::new() };
    let members = case.basis.members.iter().zip(&case.basis.facts.members);
    members.map(|(head, facts)| (head.id, [facts.subsidy, facts.donation])).collect()
}

/// The lines of a member's account: opening, what happened by day, closing.
fn entries(
    asked: &Asked<'_>,
    facts: &Facts,
    member: &Kept<MemberId, Member>,
) -> Result<Vec<Entry>, Problem> {
    let first = asked.year.first_day();
    let last = asked.last.last_day();
    let mut opening = Entry { summary: "年初余额".to_owned(), ..Entry::default() };
    if let Some(shares) = facts.before.get(&member.id) {
        opening.shares[3..].copy_from_slice(shares);
    }
    let mut moved: Vec<Entry> = Vec::new();
    for &(on, amount, of_relief) in facts.contributions.get(&member.id).into_iter().flatten() {
        let place = usize::from(!of_relief);
        if on < first {
            opening.shares[place] += amount;
        } else if on <= last {
            let summary = if amount < Money::ZERO { "退股" } else { "出资" };
            let mut entry = Entry { on: Some(on), ..Entry::default() };
            summary.clone_into(&mut entry.summary);
            entry.shares[place] = amount;
            moved.push(entry);
        }
    }
    for (on, amount, reason) in facts.reserve.get(&member.id).into_iter().flatten() {
        if *on < first {
            opening.shares[2] += *amount;
        } else if *on <= last {
            let mut entry = Entry { on: Some(*on), summary: reason.clone(), ..Entry::default() };
            entry.shares[2] = *amount;
            moved.push(entry);
        }
    }
    for one in facts.deliveries.get(&member.what.code).into_iter().flatten() {
        moved.push(Entry {
            on: Some(one.on),
            summary: format!("交 {}", one.product),
            delivered: BTreeMap::from([(one.product.clone(), (one.quantity, one.amount))]),
            ..Entry::default()
        });
    }
    moved.extend(given(asked, member)?);
    if let Some(shares) = facts.after.get(&member.id) {
        let mut entry = Entry { on: Some(last), ..Entry::default() };
        "年末量化份额变动".clone_into(&mut entry.summary);
        for (place, share) in shares.iter().enumerate() {
            entry.shares[place + 3] = *share - opening.shares[place + 3];
        }
        if entry.shares.iter().any(|amount| *amount != Money::ZERO) {
            moved.push(entry);
        }
    }
    moved.sort_by_key(|entry| entry.on);
    let mut closing = Entry { shares: opening.shares, ..Entry::default() };
    "年末余额（总额）".clone_into(&mut closing.summary);
    for entry in &moved {
        for (sum, amount) in closing.shares.iter_mut().zip(entry.shares) {
            *sum += amount;
        }
        for (product, (quantity, amount)) in &entry.delivered {
            let sum = closing.delivered.entry(product.clone()).or_default();
            let whole = sum.0.millionths().saturating_add(quantity.millionths());
            *sum = (Quantity::from_millionths(whole), sum.1 + *amount);
        }
        closing.refund += entry.refund;
        closing.dividend += entry.dividend;
    }
    Ok([vec![opening], moved, vec![closing]].concat())
}

/// What the books owed the member anew in the year: the credits of 221 and 222.
fn given(asked: &Asked<'_>, member: &Kept<MemberId, Member>) -> Result<Vec<Entry>, Problem> {
    let term = Term { first: asked.year.first_day(), last: asked.last.last_day() };
    let lines = asked.reading.lines_of_member(asked.coop.id, &member.what.code, term)?;
    let mut given = Vec::new();
    for line in lines.into_iter().filter(|line| line.own) {
        let amount = line.entry.credit();
        let (is_refund, is_dividend) =
            (line.account.starts_with("221"), line.account.starts_with("222"));
        if amount != Money::ZERO && (is_refund || is_dividend) {
            given.push(Entry {
                on: Some(line.date),
                summary: format!("{}　{}", line.summary, line.voucher),
                refund: if is_refund { amount } else { Money::ZERO },
                dividend: if is_dividend { amount } else { Money::ZERO },
                ..Entry::default()
            });
        }
    }
    Ok(given)
}

fn sheet(
    asked: &Asked<'_>,
    member: &Kept<MemberId, Member>,
    address: Option<&str>,
    entries: &[Entry],
) -> Sheet {
    let Member { code, name, .. } = &member.what;
    let mut sheet = asked.of_a_year(Asked::label("成员账户", "Member account"), None);
    let fact = |zh: &str, en: &str, value: &str| Fact {
        name: Label::new(zh, en),
        value: Label::same(value),
    };
    sheet.facts = vec![fact("成员姓名（名称）", "Member", &format!("{code} {name}"))];
    if let Some(address) = address {
        sheet.facts.push(fact("联系地址", "Address", address));
    }
    let products: Vec<&String> =
        entries.last().map(|closing| closing.delivered.keys().collect()).unwrap_or_default();
    sheet.columns = columns(&products);
    let last = entries.len().saturating_sub(1);
    for (place, entry) in entries.iter().enumerate() {
        let kind = match place {
            0 => RowKind::Opening,
            _ if place == last => RowKind::Total,
            _ => RowKind::Line,
        };
        let is_balance = place == 0 || place == last;
        let number = if is_balance { Cell::Empty } else { label(&place.to_string()) };
        let mut cells = vec![
            number,
            entry.on.filter(|_| !is_balance).map_or(Cell::Empty, Cell::Day),
            Cell::Text(entry.summary.clone()),
        ];
        cells.extend(entry.shares.map(|amount| money(amount, is_balance)));
        let of_product = |product: &&String| entry.delivered.get(*product).copied();
        cells.extend(products.iter().map(|product| {
            of_product(product).map_or(Cell::Empty, |(quantity, _)| Cell::Quantity(quantity))
        }));
        cells.extend(products.iter().map(|product| {
            of_product(product).map_or(Cell::Empty, |(_, amount)| Cell::Money(amount))
        }));
        cells.extend([entry.refund, entry.dividend].map(|amount| money(amount, place == last)));
        sheet.rows.push(Row::new(kind, cells));
    }
    sheet
}

fn label(text: &str) -> Cell {
    Cell::Label(Label::same(text))
}

/// An amount; nothing for zero, but for balances.
fn money(amount: Money, always: bool) -> Cell {
    if amount == Money::ZERO && !always { Cell::Empty } else { Cell::Money(amount) }
}

fn columns(products: &[&String]) -> Vec<Column> {
    let plain =
        |zh: &str, en: &str, content| Column { group: None, heading: Label::new(zh, en), content };
    let of = |(group_zh, group_en): (&str, &str), zh: &str, en: &str, content| Column {
        group: Some(Label::new(group_zh, group_en)),
        heading: Label::new(zh, en),
        content,
    };
    let capital = ("成员出资", "Capital");
    let property = ("量化份额", "Shares");
    let mut columns = vec![
        plain("编号", "No.", Content::Code),
        plain("日期", "Date", Content::Day),
        plain("摘要", "Summary", Content::Text),
        of(capital, "到户类扶贫项目资产", "Relief projects", Content::Money),
        of(capital, "其他来源", "Other", Content::Money),
        of(property, "公积金", "Reserve", Content::Money),
        of(property, "国家财政直接补助", "State subsidies", Content::Money),
        of(property, "他人捐赠", "Donations", Content::Money),
    ];
    for (group, content) in
        [(("交易量", "Delivered"), Content::Quantity), (("交易额", "Amount"), Content::Money)]
    {
        columns.extend(products.iter().map(|product| of(group, product, product, content)));
    }
    columns.push(plain("盈余返还金额", "Refund", Content::Money));
    columns.push(plain("剩余盈余分配金额", "Dividend", Content::Money));
    columns
}

fn report_rows(entries: &[Entry]) -> Vec<StatementRow> {
    let row = |entry: &Entry| {
        let delivered: Money = entry.delivered.values().map(|(_, amount)| *amount).sum();
        let amounts = KEYS.into_iter().zip(entry.shares).chain([
            ("delivered", delivered),
            ("patronage_refund", entry.refund),
            ("dividend", entry.dividend),
        ]);
        StatementRow {
            line: None,
            code: None,
            name: entry.summary.clone(),
            words: entry.on.iter().map(|day| ("date", day.to_string())).collect(),
            amounts: amounts.map(|(key, amount)| (key, Yuan(amount))).collect(),
        }
    };
    entries.iter().map(row).collect()
}
