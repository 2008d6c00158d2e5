//! Imports of the registers.

use std::collections::{HashMap, HashSet};

use domain::cooperative::{Cooperative, credit_code_holds};
use domain::id::{CooperativeId, MemberId, VillageId};
use domain::member::{Member, MemberKind, id_number_holds};
use domain::share::{CapitalError, Contribution, check_capital};
use domain::village::{IncomeKind, Village, VillageIncome};
use domain::yields::{Delivery, Yield};
use domain::{FiscalYear, Money};
use store::{ContributionRecord, IncomeRecord};

use super::fields::{Column, Faults, Fields, Layout, optional, required};
use super::{ImportFile, Known, Taken};
use crate::chart;
use crate::problem::Problem;
use crate::register::{contributions_by_member, wrong_id_number};
use crate::view::Text;

const VILLAGE_CODE: Column = required("code", &["编号", "代码", "编码", "村编号"]);
const COOP_CODE: Column = required("code", &["编号", "代码", "编码", "合作社编号"]);
const MEMBER_CODE: Column = required("code", &["编号", "代码", "编码", "成员编号"]);
const COOP: Column = required("coop", &["合作社", "合作社编号"]);
const MEMBER: Column = required("member", &["成员", "成员编号"]);
const DATE: Column = required("date", &["日期"]);
const PRODUCT: Column = required("product", &["产品", "品名"]);
const QUANTITY: Column = required("quantity", &["数量"]);
const UNIT: Column = required("unit", &["单位", "计量单位"]);
const AMOUNT: Column = required("amount", &["金额"]);

pub(super) const VILLAGES: &[Column] = &[
    VILLAGE_CODE,
    required("name", &["村", "村名", "名称"]),
    required("township", &["乡镇", "镇", "乡"]),
    optional("performance_pay", &["绩效", "绩效工资", "书记绩效"]),
    optional("joint", &["抱团", "是否抱团"]),
];

pub(super) fn villages(file: &ImportFile<'_>, faults: &mut Faults) -> Result<Taken, Problem> {
    let layout = Layout::of(file.table, VILLAGES)?;
    let mut known = Known::of(file.work)?;
    for row in &file.table.rows {
        let mut fields = Fields::new(&layout, row, faults);
        let (code, name) = (fields.text("code"), fields.text("name"));
        let township = fields.text("township");
        let performance_pay = match fields.optional("performance_pay") {
            Some(_) => fields.unsigned_money("performance_pay"),
            None => Some(Money::ZERO),
        };
        let joint = fields.flag("joint");
        let all = (code, name, township, performance_pay);
        let (Some(code), Some(name), Some(township), Some(performance_pay)) = all else { continue };
        if known.villages.contains_key(&code) {
            fields.refuse(&twice(&code));
            continue;
        }
        let village = Village { code: code.clone(), name, township, performance_pay, joint };
        let kept = file.work.add_village(&village, Some(file.batch));
        if let Some(id) = ImportFile::keep(faults, row.number, kept)? {
            known.villages.insert(code, id);
        }
    }
    Ok(Taken::default())
}

pub(super) const COOPERATIVES: &[Column] = &[
    COOP_CODE,
    required("name", &["合作社", "名称", "合作社名称"]),
    required("starts", &["启用月份", "建账月份", "启用"]),
    optional("credit_code", &["信用代码", "统一社会信用代码"]),
    optional("alliance", &["联盟", "联盟基地"]),
    optional("line", &["行业", "产业"]),
];

pub(super) fn cooperatives(file: &ImportFile<'_>, faults: &mut Faults) -> Result<Taken, Problem> {
    let layout = Layout::of(file.table, COOPERATIVES)?;
    let mut known = Known::of(file.work)?;
    let mut taken = Taken::default();
    for row in &file.table.rows {
        let mut fields = Fields::new(&layout, row, faults);
        let all = (fields.text("code"), fields.text("name"), fields.month("starts"));
        let (Some(code), Some(name), Some(starts)) = all else { continue };
        if known.cooperatives.contains_key(&code) {
            fields.refuse(&twice(&code));
            continue;
        }
        let cooperative = Cooperative {
            code: code.clone(),
            name,
            credit_code: fields.optional_text("credit_code"),
            alliance: fields.optional_text("alliance"),
            line: fields.optional_text("line"),
            starts,
        };
        if let Some(text) = wrong_credit_code(&cooperative) {
            taken.warnings.push(of_row(row.number, &text));
        }
        let kept = file.work.add_cooperative(&cooperative, Some(file.batch));
        if let Some(id) = ImportFile::keep(faults, row.number, kept)? {
            chart::add_standard(file.work, id, Some(file.batch))?;
            known.cooperatives.insert(code, id);
        }
    }
    Ok(taken)
}

pub(super) const MEMBERS: &[Column] = &[
    COOP,
    MEMBER_CODE,
    required("name", &["姓名", "名称", "成员", "成员名称"]),
    required("kind", &["类别", "成员类别", "类型"]),
    optional("village", &["村", "村编号"]),
    optional("joined", &["入社日期", "加入日期"]),
    optional("id_number", &["身份证号", "身份证号码", "公民身份号码"]),
    optional("bank_account", &["银行账号", "账号"]),
];

pub(super) fn members(file: &ImportFile<'_>, faults: &mut Faults) -> Result<Taken, Problem> {
    let (layout, mut known) = (layout_for(file, MEMBERS)?, Known::of(file.work)?);
    let mut taken = Taken::default();
    let mut villages_in: HashSet<_> = file.work.village_memberships()?.into_iter().collect();
    let kinds = Text::new("村集体、农户、企业", "village_collective, household, enterprise");
    for row in &file.table.rows {
        let mut fields = Fields::new(&layout, row, faults);
        let cooperative = cooperative_of(file, &known, &mut fields);
        let (code, name) = (fields.text("code"), fields.text("name"));
        let kind = fields.word("kind", kind_of_word, &kinds);
        let joined_on = fields.optional_date("joined");
        let village = fields.optional_text("village");
        let all = (cooperative, code, name, kind);
        let (Some(cooperative), Some(code), Some(name), Some(kind)) = all else { continue };
        let village_id = village.as_ref().map(|village| known.villages.get(village).copied());
        if village_id == Some(None) {
            fields.refuse(&unknown_village(village.as_deref().unwrap_or_default()));
            continue;
        }
        let village_id = village_id.flatten();
        let members = known.members_of(file.work, cooperative)?;
        if members.contains_key(&code) {
            fields.refuse(&twice(&code));
            continue;
        }
        if kind == MemberKind::VillageCollective
            && let Some(text) =
                refused_village(village_id.map(|id| villages_in.insert((id, cooperative))), &name)
        {
            fields.refuse(&text);
            continue;
        }
        let id_number = fields.optional_code("id_number");
        if let Some(number) = &id_number
            && !id_number_holds(number)
        {
            taken.warnings.push(of_row(row.number, &wrong_id_number(&name)));
        }
        let bank_account = fields.optional_code("bank_account");
        let member =
            Member { code: code.clone(), name, kind, village, joined_on, id_number, bank_account };
        let kept = file.work.add_member(cooperative, &member, village_id, Some(file.batch));
        if let Some(id) = ImportFile::keep(faults, row.number, kept)? {
            members.insert(code, id);
        }
    }
    Ok(taken)
}

/// Why a village collective cannot join: its village is missing, or is a member already.
fn refused_village(first: Option<bool>, name: &str) -> Option<Text> {
    match first {
        Some(true) => None,
        Some(false) => Some(Text::new(
            format!("“{name}”的村在这家合作社里已是成员"),
            format!("the village of “{name}” is a member of this cooperative already"),
        )),
        None => Some(Text::new(
            format!("村集体“{name}”要写明村编号"),
            format!("the village collective “{name}” needs the code of its village"),
        )),
    }
}

pub(super) const CONTRIBUTIONS: &[Column] = &[
    COOP,
    MEMBER,
    DATE,
    AMOUNT,
    optional("form", &["出资方式", "方式", "形式"]),
    optional("class", &["股份类别", "股别", "类别"]),
];

pub(super) fn contributions(file: &ImportFile<'_>, faults: &mut Faults) -> Result<Taken, Problem> {
    let (layout, mut known) = (layout_for(file, CONTRIBUTIONS)?, Known::of(file.work)?);
    let mut records: Vec<(u32, ContributionRecord)> = Vec::new();
    // Whose capital cannot be judged, since one of their rows cannot be read.
    let mut unsure: HashSet<MemberId> = HashSet::new();
    for row in &file.table.rows {
        let mut fields = Fields::new(&layout, row, faults);
        let cooperative = cooperative_of(file, &known, &mut fields);
        let member = match cooperative {
            Some(cooperative) => member_of(file, &mut known, cooperative, &mut fields)?,
            None => None,
        };
        let (made_on, amount) = (fields.date("date"), fields.money("amount"));
        if amount == Some(Money::ZERO) {
            fields.unreadable("amount", &Text::new("不能为零", "may not be zero"));
            continue;
        }
        let (Some(member), Some(made_on), Some(amount)) = (member, made_on, amount) else {
            unsure.extend(member);
            continue;
        };
        let record = ContributionRecord {
            member,
            contribution: Contribution { made_on, amount },
            form: fields.optional_text("form"),
            share_class: fields.optional_text("class"),
        };
        records.push((row.number, record));
    }
    let earlier = earlier_contributions(file, &known)?;
    let judged = records.iter().filter(|(_, record)| !unsure.contains(&record.member));
    refuse_capital_below_zero(&earlier, judged, faults);
    // The book refuses a withdrawal before the money is there: all that comes in goes first.
    records.sort_by_key(|(_, record)| {
        (record.contribution.amount < Money::ZERO, record.contribution.made_on)
    });
    if faults.is_empty() {
        for (row, record) in &records {
            let kept = file.work.add_contribution(record, Some(file.batch)).map(drop);
            ImportFile::keep(faults, *row, kept)?;
        }
    }
    Ok(Taken::default())
}

/// What the members of the cooperatives in the file have put in already.
fn earlier_contributions(
    file: &ImportFile<'_>,
    known: &Known,
) -> Result<HashMap<MemberId, Vec<Contribution>>, Problem> {
    let mut earlier: HashMap<MemberId, Vec<Contribution>> = HashMap::new();
    for &cooperative in known.members.keys() {
        earlier.extend(contributions_by_member(file.work, cooperative)?);
    }
    Ok(earlier)
}

fn refuse_capital_below_zero<'a>(
    earlier: &HashMap<MemberId, Vec<Contribution>>,
    records: impl Iterator<Item = &'a (u32, ContributionRecord)>,
    faults: &mut Faults,
) {
    let mut by_member: HashMap<MemberId, (u32, Vec<Contribution>)> = HashMap::new();
    for (row, record) in records {
        let (last_row, all) = by_member
            .entry(record.member)
            .or_insert_with(|| (*row, earlier.get(&record.member).cloned().unwrap_or_default()));
        all.push(record.contribution);
        if record.contribution.amount < Money::ZERO {
            *last_row = *row;
        }
    }
    for (row, all) in by_member.into_values() {
        if let Err(error) = check_capital(&all).and_then(|()| limited(&all)) {
            faults.refused(row, &capital_text(&error));
        }
    }
}

/// What one member puts in is at most what one amount may be.
fn limited(contributions: &[Contribution]) -> Result<(), CapitalError> {
    let mut paid_in = contributions.iter().map(|contribution| contribution.amount.or_zero());
    let sum = paid_in.try_fold(Money::ZERO, |sum, amount| sum.checked_add(amount));
    sum.filter(|&sum| sum <= Money::LIMIT).map(drop).ok_or(CapitalError::TooLarge)
}

/// Why contributions cannot stand.
pub(crate) fn capital_text(error: &CapitalError) -> Text {
    match error {
        CapitalError::BelowZero { on, capital } => Text::new(
            format!("到 {on} 日终，该成员出资会是 {}，不能低于零", capital.grouped()),
            format!("at the end of {on} the member's capital would be {}", capital.grouped()),
        ),
        CapitalError::TooLarge => Text::new(
            "该成员出资合计超出可记的范围",
            "the member's contributions add up to more than can be kept",
        ),
    }
}

pub(super) const YIELDS: &[Column] = &[
    COOP,
    DATE,
    PRODUCT,
    QUANTITY,
    UNIT,
    optional("batch", &["批次"]),
    optional("note", &["备注"]),
];

pub(super) fn yields(file: &ImportFile<'_>, faults: &mut Faults) -> Result<Taken, Problem> {
    let (layout, known) = (layout_for(file, YIELDS)?, Known::of(file.work)?);
    for row in &file.table.rows {
        let mut fields = Fields::new(&layout, row, faults);
        let cooperative = cooperative_of(file, &known, &mut fields);
        let (on, product) = (fields.date("date"), fields.text("product"));
        let (quantity, unit) = (fields.quantity("quantity"), fields.text("unit"));
        let (batch, note) = (fields.optional_text("batch"), fields.optional_text("note"));
        let all = (cooperative, on, product, quantity, unit);
        let (Some(cooperative), Some(on), Some(product), Some(quantity), Some(unit)) = all else {
            continue;
        };
        let produced = Yield { on, product, quantity, unit, batch, note };
        let kept = file.work.add_yield(cooperative, &produced, Some(file.batch));
        ImportFile::keep(faults, row.number, kept)?;
    }
    Ok(Taken::default())
}

pub(super) const DELIVERIES: &[Column] = &[COOP, MEMBER, DATE, PRODUCT, QUANTITY, UNIT, AMOUNT];

pub(super) fn deliveries(file: &ImportFile<'_>, faults: &mut Faults) -> Result<Taken, Problem> {
    let (layout, mut known) = (layout_for(file, DELIVERIES)?, Known::of(file.work)?);
    for row in &file.table.rows {
        let mut fields = Fields::new(&layout, row, faults);
        let member = match cooperative_of(file, &known, &mut fields) {
            Some(cooperative) => member_of(file, &mut known, cooperative, &mut fields)?,
            None => None,
        };
        let (on, product) = (fields.date("date"), fields.text("product"));
        let (quantity, unit) = (fields.quantity("quantity"), fields.text("unit"));
        let all = (member, on, product, quantity, unit, fields.unsigned_money("amount"));
        let (Some(member), Some(on), Some(product), Some(quantity), Some(unit), Some(amount)) = all
        else {
            continue;
        };
        let delivery = Delivery { on, product, quantity, unit, amount };
        let kept = file.work.add_delivery(member, &delivery, Some(file.batch));
        ImportFile::keep(faults, row.number, kept)?;
    }
    Ok(Taken::default())
}

pub(super) const INCOMES: &[Column] = &[
    required("village", &["村", "村编号"]),
    required("year", &["年度", "年"]),
    required("kind", &["类别", "收入类别"]),
    AMOUNT,
    optional("evidence", &["依据", "凭据"]),
];

pub(super) fn incomes(file: &ImportFile<'_>, faults: &mut Faults) -> Result<Taken, Problem> {
    let (layout, known) = (Layout::of(file.table, INCOMES)?, Known::of(file.work)?);
    let kinds = Text::new(
        IncomeKind::ALL.map(IncomeKind::name).join("、"),
        IncomeKind::ALL.map(IncomeKind::word).join(", "),
    );
    let (mut taken, mut flowing) = (Taken::default(), HashMap::new());
    for row in &file.table.rows {
        let mut fields = Fields::new(&layout, row, faults);
        let code = fields.text("village");
        let (year, kind) = (fields.year("year"), fields.word("kind", IncomeKind::of_word, &kinds));
        let amount = fields.unsigned_money("amount");
        let evidence = fields.optional_text("evidence");
        let village = code.and_then(|code| {
            let village = known.villages.get(&code).copied();
            if village.is_none() {
                fields.refuse(&unknown_village(&code));
            }
            village
        });
        let all = (village, year, kind, amount);
        let (Some(village), Some(year), Some(kind), Some(amount)) = all else { continue };
        if kind == IncomeKind::Dividend && flowing_in(file, &mut flowing, year)?.contains(&village)
        {
            taken.warnings.push(of_row(row.number, &twice_counted(year)));
        }
        let income = VillageIncome { kind, amount, evidence };
        let record = IncomeRecord { village, year: year.number(), income };
        let kept = file.work.add_income(&record, Some(file.batch));
        ImportFile::keep(faults, row.number, kept)?;
    }
    Ok(taken)
}

/// The villages that got a dividend of a year from an approved distribution in this book.
fn flowing_in<'a>(
    file: &ImportFile<'_>,
    known: &'a mut HashMap<FiscalYear, HashSet<VillageId>>,
    year: FiscalYear,
) -> Result<&'a HashSet<VillageId>, Problem> {
    use std::collections::hash_map::Entry;
    Ok(match known.entry(year) {
        Entry::Occupied(villages) => villages.into_mut(),
        Entry::Vacant(place) => {
            let dividends = file.work.village_dividends(year, year)?.into_iter();
            place.insert(dividends.map(|dividend| dividend.village).collect())
        }
    })
}

fn twice_counted(year: FiscalYear) -> Text {
    Text::new(
        format!("该村 {year} 年已有合作社分红自动计入，再录抱团分红会重复，核对"),
        format!(
            "dividends of {year} flow in from the cooperatives by themselves; look whether this \
             one is counted twice"
        ),
    )
}

/// The layout of a file whose cooperative may be named by the user instead of by a column.
pub(super) fn layout_for(file: &ImportFile<'_>, columns: &[Column]) -> Result<Layout, Problem> {
    let named = |column: &Column| match (column.name, file.chosen) {
        ("coop", Some(_)) => Column { required: false, ..*column },
        _ => *column,
    };
    let columns: Vec<Column> = columns.iter().map(named).collect();
    Layout::of(file.table, &columns)
}

/// The cooperative of a row: by its column, else the one that the user named.
pub(super) fn cooperative_of(
    file: &ImportFile<'_>,
    known: &Known,
    fields: &mut Fields<'_, '_>,
) -> Option<CooperativeId> {
    let Some(code) = fields.optional("coop") else {
        if file.chosen.is_none() {
            fields.text("coop");
        }
        return file.chosen;
    };
    let found = known.cooperatives.get(code).copied();
    match (found, file.chosen) {
        (None, _) => {
            fields.refuse(&Text::new(
                format!("没有编号为“{code}”的合作社"),
                format!("there is no cooperative with the code “{code}”"),
            ));
            None
        }
        (Some(found), Some(chosen)) if found != chosen => {
            fields.refuse(&Text::new(
                format!("这一行属于合作社“{code}”，与指定的不同"),
                format!("this row belongs to the cooperative “{code}”, not to the one named"),
            ));
            None
        }
        (Some(found), _) => Some(found),
    }
}

/// The member of a row.
pub(super) fn member_of(
    file: &ImportFile<'_>,
    known: &mut Known,
    cooperative: CooperativeId,
    fields: &mut Fields<'_, '_>,
) -> Result<Option<MemberId>, Problem> {
    let Some(code) = fields.text("member") else { return Ok(None) };
    let members = known.members_of(file.work, cooperative)?;
    let found = members.get(&code).copied();
    if found.is_none()
        && let Some(meant) = without_zeros(members.keys(), &code)
    {
        fields.refuse(&zeros_lost(&code, meant));
    } else if found.is_none() {
        fields.refuse(&Text::new(
            format!("没有编号为“{code}”的成员；这里要填成员编号，不是姓名"),
            format!("there is no member with the code “{code}”; give its code, not its name"),
        ));
    }
    Ok(found)
}

/// The code that differs only by the zeros in front, which a spreadsheet drops.
fn without_zeros<'a>(codes: impl Iterator<Item = &'a String>, code: &str) -> Option<&'a String> {
    let bare = code.trim_start_matches('0');
    codes.into_iter().find(|known| known.trim_start_matches('0') == bare)
}

fn zeros_lost(code: &str, meant: &str) -> Text {
    Text::new(
        format!("没有编号“{code}”，是不是“{meant}”？Excel 去掉了前面的 0，把该列设为文本再填"),
        format!(
            "there is no code “{code}”; is “{meant}” meant? The spreadsheet dropped zeros in \
             front: format the column as text"
        ),
    )
}

fn kind_of_word(word: &str) -> Option<MemberKind> {
    match word {
        "村集体" => Some(MemberKind::VillageCollective),
        "农户" | "户" => Some(MemberKind::Household),
        "企业" | "单位" => Some(MemberKind::Enterprise),
        _ => MemberKind::of_word(word),
    }
}

fn twice(code: &str) -> Text {
    Text::new(
        format!("编号“{code}”已经有了，不能用两次"),
        format!("the code “{code}” exists already and cannot stand twice"),
    )
}

fn unknown_village(code: &str) -> Text {
    Text::new(
        format!("没有编号为“{code}”的村；这里要填村的编号，不是村名"),
        format!("there is no village with the code “{code}”; give its code, not its name"),
    )
}

/// A warning with the row that it is about.
fn of_row(row: u32, warning: &Text) -> Text {
    Text::new(format!("第 {row} 行：{}", warning.zh), format!("row {row}: {}", warning.en))
}

/// A credit code that fails its check is a warning.
pub(crate) fn wrong_credit_code(cooperative: &Cooperative) -> Option<Text> {
    let code = cooperative.credit_code.as_deref()?;
    (!credit_code_holds(code)).then(|| {
        let name = &cooperative.name;
        Text::new(
            format!("“{name}”的统一社会信用代码 {code} 校验不符，已照录，核对执照"),
            format!(
                "the credit code {code} of “{name}” fails its check; taken as it is, look it up"
            ),
        )
    })
}
