//! Imports of the books: sub-accounts and vouchers.

use std::borrow::Cow;
use std::collections::hash_map::Entry as Place;
use std::collections::{HashMap, HashSet};

use domain::Month;
use domain::account::Account;
use domain::id::{AccountId, CooperativeId, MemberId};
use domain::voucher::{Entry, Line, Voucher};
use jiff::civil::Date;
use store::{Kept, NewVoucher};

use super::fields::{Column, Faults, Fields, Layout, optional, required};
use super::registers::{cooperative_of, layout_for};
use super::table::TableRow;
use super::{ImportFile, Known, Taken};
use crate::account::Standing;
use crate::draft;
use crate::problem::Problem;
use crate::view::Text;
use crate::voucher::checks::{
    Chart, Side, not_open, own_summary, side_filled, unknown_account, unprintable, voucher_text,
    wrong_word,
};

pub(super) const ACCOUNTS: &[Column] = &[
    required("coop", &["合作社", "合作社编号"]),
    required("code", &["科目编码", "编码", "科目代码"]),
    required("name", &["科目名称", "名称"]),
    required("parent", &["上级科目", "上级"]),
];

pub(super) fn accounts(file: &ImportFile<'_>, faults: &mut Faults) -> Result<Taken, Problem> {
    let (layout, known) = (layout_for(file, ACCOUNTS)?, Known::of(file.work)?);
    let mut standing: HashMap<CooperativeId, Standing> = HashMap::new();
    for row in &file.table.rows {
        let mut fields = Fields::new(&layout, row, faults);
        let cooperative = cooperative_of(file, &known, &mut fields);
        let all = (cooperative, fields.text("code"), fields.text("name"), fields.text("parent"));
        let (Some(cooperative), Some(code), Some(name), Some(parent)) = all else { continue };
        let standing = match standing.entry(cooperative) {
            Place::Occupied(known) => known.into_mut(),
            Place::Vacant(place) => {
                let coop = draft::cooperative(file.work, cooperative)?;
                place.insert(Standing::of(file.work, coop)?)
            }
        };
        let Some(above) = standing.chart.accounts.get(&parent) else {
            fields.refuse(&unknown_account(&parent));
            continue;
        };
        if let Err(problem) = standing.may_be_added(&above.what, &code, &name) {
            fields.refuse(&without_end(&problem.message));
            continue;
        }
        let (side, detail) = (above.what.side, above.what.detail.clone());
        let above = above.id;
        let parent = Some(parent);
        let account = Account { code: code.clone(), name, parent, side, detail, active: true };
        let kept = file.work.add_account(cooperative, &account, Some(above), Some(file.batch));
        if let Some(id) = ImportFile::keep(faults, row.number, kept)? {
            standing.chart.accounts.insert(code, Kept { id, what: account });
        }
    }
    Ok(Taken::default())
}

/// A sentence that goes on behind the number of its row.
fn without_end(sentence: &Text) -> Text {
    Text::new(sentence.zh.trim_end_matches('。'), sentence.en.trim_end_matches('.'))
}

pub(super) const VOUCHERS: &[Column] = &[
    required("coop", &["合作社", "合作社编号"]),
    required("voucher", &["凭证号", "凭证"]),
    required("date", &["日期"]),
    required("summary", &["摘要"]),
    required("account", &["科目", "科目编码"]),
    required("debit", &["借方", "借方金额"]),
    required("credit", &["贷方", "贷方金额"]),
    optional("member", &["成员", "成员编号"]),
    optional("word", &["凭证字", "字"]),
    optional("counterparty", &["往来单位", "对方单位"]),
    optional("project", &["项目", "批次"]),
    optional("quantity", &["数量"]),
    optional("price", &["单价"]),
];

pub(super) fn vouchers(file: &ImportFile<'_>, faults: &mut Faults) -> Result<Taken, Problem> {
    let (layout, mut known) = (layout_for(file, VOUCHERS)?, Known::of(file.work)?);
    let mut charts = Charts::default();
    let mut groups = Groups::default();
    let rows = filled_down(&layout, &file.table.rows);
    for row in &rows {
        let mut fields = Fields::new(&layout, row, faults);
        let cooperative = cooperative_of(file, &known, &mut fields);
        let (key, date) = (fields.filled("voucher"), fields.date("date"));
        let summary = fields.filled("summary");
        let entry = entry(&mut fields);
        let line = match cooperative {
            Some(cooperative) => {
                let chart = charts.of(file, cooperative)?;
                let members = known.members_of(file.work, cooperative)?;
                line(&mut fields, chart, members, entry)
            }
            None => None,
        };
        let word = fields.optional("word").unwrap_or(Voucher::WORD);
        look_over(&mut fields, word);
        let (Some(cooperative), Some(key)) = (cooperative, key) else { continue };
        let month = date.map(Month::of);
        let key = GroupKey { cooperative, key, word, month };
        match (date, summary) {
            (Some(date), Some(summary)) => groups.add(&mut fields, key, (date, summary), line),
            (None, _) | (_, None) => groups.leave_unjudged(key),
        }
    }
    file.work.expect_lines(u32::try_from(file.table.rows.len()).unwrap_or(u32::MAX))?;
    let posted = post(file, &mut charts, groups, faults)?;
    Ok(Taken { vouchers: Some(posted), warnings: Vec::new() })
}

/// What a row says beside its figures: the word before the number, and texts that papers print.
fn look_over(fields: &mut Fields<'_, '_>, word: &str) {
    if let Some(text) = wrong_word(word) {
        fields.unreadable("word", &text);
    }
    for column in ["summary", "counterparty", "project"] {
        if let Some(text) = fields.optional(column).and_then(unprintable) {
            fields.unreadable(column, &text);
        }
    }
}

/// Rows as the accountant sees them: where number, date and summary stand only in a voucher's first
/// row (merged cells), the rows below it belong to it.
fn filled_down<'a>(layout: &Layout, rows: &'a [TableRow]) -> Vec<Cow<'a, TableRow>> {
    let columns = ["coop", "word", "voucher", "date", "summary"];
    let places: Vec<usize> = columns.iter().filter_map(|column| layout.place(column)).collect();
    let voucher = layout.place("voucher");
    let mut filled: Vec<Cow<'a, TableRow>> = Vec::with_capacity(rows.len());
    for row in rows {
        let mut row = Cow::Borrowed(row);
        let belongs = voucher.is_some_and(|place| row.cells.get(place).is_some_and(str::is_empty));
        if let Some(above) = filled.last().filter(|_| belongs) {
            let cells = row.cells.iter().enumerate().map(|(place, cell)| {
                let said = above.cells.get(place).filter(|_| places.contains(&place));
                said.filter(|_| cell.is_empty()).unwrap_or(cell)
            });
            row = Cow::Owned(TableRow { number: row.number, cells: cells.collect() });
        }
        filled.push(row);
    }
    filled
}

/// The debit or credit of a row: exactly one of the two is filled.
fn entry(fields: &mut Fields<'_, '_>) -> Option<Entry> {
    match side_filled(fields.optional("debit"), fields.optional("credit")) {
        Ok(Side::Debit) => fields.money("debit").map(Entry::Debit),
        Ok(Side::Credit) => fields.money("credit").map(Entry::Credit),
        Err(text) => {
            fields.unreadable("debit", &text);
            None
        }
    }
}

/// What a row says of its line: account, member, detail.
fn line(
    fields: &mut Fields<'_, '_>,
    chart: &Chart,
    members: &HashMap<String, MemberId>,
    entry: Option<Entry>,
) -> Option<ReadLine> {
    let code = fields.filled("account");
    let (quantity, price) =
        (fields.optional_quantity("quantity"), fields.optional_quantity("price"));
    let code = code?;
    let member = fields.optional("member");
    let (account, member_id) = match chart.place(|code| members.get(code).copied(), code, member) {
        Ok(place) => place,
        Err(refusal) => {
            fields.refuse(&refusal.text);
            return None;
        }
    };
    let line = Line {
        summary: fields.optional_text("summary"),
        account: code.to_owned(),
        entry: entry?,
        member: member.map(str::to_owned),
        counterparty: fields.optional_text("counterparty"),
        project: fields.optional_text("project"),
        quantity,
        price,
    };
    Some(ReadLine { line, account, member: member_id })
}

/// A line with the rows of the account and member that it names.
struct ReadLine {
    line: Line,
    account: AccountId,
    member: Option<MemberId>,
}

/// Rows with the same key make one voucher. Numbers begin anew in every month.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct GroupKey<'row> {
    cooperative: CooperativeId,
    key: &'row str,
    word: &'row str,
    month: Option<Month>,
}

struct Group<'row> {
    first_row: u32,
    key: GroupKey<'row>,
    date: Date,
    summary: &'row str,
    lines: Vec<ReadLine>,
}

#[derive(Default)]
struct Groups<'row> {
    places: HashMap<GroupKey<'row>, usize>,
    groups: Vec<Group<'row>>,
    /// Groups with a faulty row: whether they balance cannot be said.
    unjudged: HashSet<GroupKey<'row>>,
}

impl<'row> Groups<'row> {
    fn add(
        &mut self,
        fields: &mut Fields<'_, '_>,
        key: GroupKey<'row>,
        (date, summary): (Date, &'row str),
        line: Option<ReadLine>,
    ) {
        // The rows of a voucher mostly stand together.
        let place = match self.groups.last() {
            Some(last) if last.key == key => self.groups.len() - 1,
            _ => self.place(key, fields.number(), date, summary),
        };
        let group = &mut self.groups[place];
        if group.date != date {
            let (number, first) = (&group.key.key, group.date);
            fields.refuse(&Text::new(
                format!("凭证“{number}”有两个日期：{first} 和 {date}"),
                format!("voucher “{number}” has two dates: {first} and {date}"),
            ));
            self.unjudged.insert(key);
        }
        match line {
            Some(line) => group.lines.push(line),
            None => self.leave_unjudged(key),
        }
    }

    /// The place of a voucher's group, which begins here where there is none yet.
    fn place(
        &mut self,
        key: GroupKey<'row>,
        first_row: u32,
        date: Date,
        summary: &'row str,
    ) -> usize {
        *self.places.entry(key).or_insert_with(|| {
            self.groups.push(Group { first_row, key, date, summary, lines: Vec::new() });
            self.groups.len() - 1
        })
    }

    fn leave_unjudged(&mut self, key: GroupKey<'row>) {
        self.unjudged.insert(key);
    }
}

/// Posts the groups in order of date and file; numbers follow what is posted already.
fn post(
    file: &ImportFile<'_>,
    charts: &mut Charts,
    mut groups: Groups<'_>,
    faults: &mut Faults,
) -> Result<u32, Problem> {
    groups.groups.sort_by_key(|group| group.date);
    let mut posting = file.work.posting()?;
    let mut posted = 0;
    for group in groups.groups {
        let chart = charts.of(file, group.key.cooperative)?;
        let judged = !groups.unjudged.contains(&group.key);
        if !judged || !may_be_posted(&group, chart, faults) {
            continue;
        }
        let (places, lines): (Vec<_>, Vec<_>) =
            group.lines.into_iter().map(|read| ((read.account, read.member), read.line)).unzip();
        let lines = lines.into_iter().map(|line| own_summary(line, group.summary)).collect();
        let made =
            Voucher::new(group.date, group.key.word.to_owned(), group.summary.to_owned(), lines);
        let voucher = match made {
            Ok(voucher) => voucher,
            Err(error) => {
                let text = of_voucher(group.key.key, &voucher_text(&error));
                faults.refused(group.first_row, &text);
                continue;
            }
        };
        if faults.is_empty() {
            let new =
                NewVoucher { batch: Some(file.batch), ..NewVoucher::plain(&voucher, &places) };
            let kept = posting.post(group.key.cooperative, &new);
            posted += u32::from(ImportFile::keep(faults, group.first_row, kept)?.is_some());
        }
    }
    Ok(posted)
}

fn may_be_posted(group: &Group<'_>, chart: &Chart, faults: &mut Faults) -> bool {
    let Some(text) = not_open(group.date, chart) else { return true };
    faults.refused(group.first_row, &of_voucher(group.key.key, &text));
    false
}

/// A sentence about one voucher of the file, by the number that the file gives it.
fn of_voucher(number: &str, text: &Text) -> Text {
    Text::new(format!("凭证“{number}”{}", text.zh), format!("voucher “{number}”: {}", text.en))
}

/// The charts of the cooperatives in a file, each read once.
#[derive(Default)]
struct Charts {
    charts: HashMap<CooperativeId, Chart>,
}

impl Charts {
    fn of(
        &mut self,
        file: &ImportFile<'_>,
        cooperative: CooperativeId,
    ) -> Result<&mut Chart, Problem> {
        Ok(match self.charts.entry(cooperative) {
            Place::Occupied(chart) => chart.into_mut(),
            Place::Vacant(place) => place.insert(Chart::of(file.work, cooperative)?),
        })
    }
}
