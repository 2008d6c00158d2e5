//! The accountant's cases in tests/scenarios: facts above, what is expected of them below.
//!
//! A file is told to a real book from top to bottom. What stands below a line that begins with
//! `expect` is worked out anew and must be what stands there; UPDATE_EXPECT=1 writes it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use app::import::ImportKind;
use app::view::district::{AwardList, DistrictVillage};
use app::view::dividend::{
    AppropriationInput, CapitalWeightingView, DividendMember, DividendView, SchemeInput, Severity,
};
use app::view::register::{CooperativeInput, MemberInput, MemberKindView, VillageInput};
use app::{Book, Hold, Problem};
use domain::{Money, Rate};
use store::Store;

use crate::kit::{Trial, plain_scheme};

macro_rules! scenarios {
    ($($name:ident),* $(,)?) => {
        const NAMES: &[&str] = &[$(stringify!($name)),*];
        $(
            #[test]
            fn $name() {
                told_and_compared(stringify!($name));
            }
        )*
    };
}

scenarios![
    a_day_s_capital_counts_for_the_days_it_stood,
    a_goose_year_is_shared_by_capital_alone,
    a_guaranteed_part_comes_before_the_second_distribution,
    a_loss_brought_forward_is_made_up_first,
    a_sheep_year_gives_sixty_per_cent_by_patronage,
    a_village_below_its_target,
    a_year_of_loss_shares_out_nothing,
    awards_go_by_growth_and_by_industry,
    what_was_approved_does_not_follow_the_books,
    what_was_not_shared_out_is_there_the_next_year,
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/scenarios")
}

#[test]
fn every_scenario_is_told() {
    let files = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.is_file());
    let mut found: Vec<String> =
        files.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    found.sort();
    assert_eq!(found, NAMES);
}

#[track_caller]
fn told_and_compared(name: &str) {
    let path = folder().join(format!("{name}.txt"));
    let text = std::fs::read_to_string(&path).unwrap();
    expect_test::expect_file![path].assert_eq(&Teller::new().tell(&text));
}

const COOP: &str = "C1";

/// Tells a scenario to a book.
struct Teller {
    trial: Trial,
    villages: BTreeMap<String, String>,
    members: BTreeMap<String, String>,
    /// How many small files were imported: no two are the same.
    files: usize,
    refused: Option<Problem>,
}

impl Teller {
    fn new() -> Self {
        let (villages, members) = (BTreeMap::new(), BTreeMap::new());
        Teller { trial: Trial::new(), villages, members, files: 0, refused: None }
    }

    /// The scenario with what it expects worked out anew.
    fn tell(&mut self, text: &str) -> String {
        let (prose, facts) = text.split_once("\n\n").unwrap();
        let mut told = format!("{prose}\n");
        for block in facts.split("\n\n") {
            let (head, lines) = block.trim_end().split_once('\n').unwrap_or((block.trim_end(), ""));
            let words: Vec<&str> = head.split_whitespace().collect();
            told += &format!("\n{head}\n");
            match words.as_slice() {
                ["expect", asked, "of", year] => told += &self.expect(asked, number(year)),
                _ => {
                    self.block(&words, lines);
                    told += &lines.lines().map(|line| format!("{line}\n")).collect::<String>();
                }
            }
        }
        told
    }

    fn block(&mut self, head: &[&str], lines: &str) {
        let lines: Vec<Vec<&str>> =
            lines.lines().map(|line| line.split_whitespace().collect()).collect();
        match head {
            ["policy", "from", year] => self.policy(number(year), &lines),
            ["village", name, "of", township, rest @ ..] => {
                self.village(name, township, rest == ["joint"], &lines);
            }
            ["cooperative", name, "from", month] => {
                self.cooperative(name, month);
                lines.iter().for_each(|line| self.member(line));
            }
            ["register"] => lines.iter().for_each(|line| self.member(line)),
            ["books", "of", year] => lines.iter().for_each(|line| self.entry(number(year), line)),
            ["scheme", "of", year] => {
                let saved = self.book().dividend_save(COOP, number(year), &scheme(&lines));
                self.refused = saved.err();
            }
            ["approved", year, "by", resolution, "on", day] => {
                let approved = self.book().dividend_approve(COOP, number(year), resolution, day);
                self.refused = approved.err();
            }
            other => panic!("not understood: {other:?}"),
        }
    }

    fn book(&self) -> Book {
        self.trial.book()
    }

    fn import(&mut self, kind: ImportKind, csv: &str) {
        self.files += 1;
        let name = format!("{}.csv", self.files);
        // Blank lines at the end make the same rows another file.
        let csv = format!("{csv}{}", "\n".repeat(self.files));
        self.trial.import(kind, &name, csv.as_bytes()).unwrap();
    }

    /// The seed's policy with another target or number of places.
    fn policy(&mut self, year: i64, lines: &[Vec<&str>]) {
        let year = domain::FiscalYear::new(year).unwrap();
        let mut store = Store::open(&self.trial.path(), Hold::Brief).unwrap();
        let mut record = store.read().unwrap().policy(year).unwrap().unwrap();
        drop(store);
        record.from_year = year.number();
        for line in lines {
            let awards = &mut record.policy.awards;
            match line.as_slice() {
                ["target", amount] => record.policy.target = money(amount),
                ["places", places] => {
                    let places = places.parse().unwrap();
                    awards.model_industry.places = places;
                    awards.benchmark.prize.places = places;
                    awards.late_riser.prize.places = places;
                }
                other => panic!("not understood: {other:?}"),
            }
        }
        self.book().add_policy(&record).unwrap();
    }

    fn village(&mut self, name: &str, township: &str, joint: bool, lines: &[Vec<&str>]) {
        let code = format!("V{:02}", self.villages.len() + 1);
        let mut performance_pay = "0".to_owned();
        let mut incomes = String::new();
        for line in lines {
            match line.as_slice() {
                ["performance", "pay", amount] => performance_pay = plain(amount),
                [year, kind, amount] => {
                    incomes += &format!("{code},{year},{kind},{}\n", plain(amount));
                }
                other => panic!("not understood: {other:?}"),
            }
        }
        let (name, township) = (name.to_owned(), township.to_owned());
        self.villages.insert(name.clone(), code.clone());
        let village = VillageInput { code, name, township, performance_pay, joint };
        self.book().add_village(village).unwrap();
        if !incomes.is_empty() {
            self.import(ImportKind::Incomes, &format!("village,year,kind,amount\n{incomes}"));
        }
    }

    fn cooperative(&mut self, name: &str, starts: &str) {
        let cooperative = CooperativeInput {
            code: COOP.to_owned(),
            name: name.to_owned(),
            starts: starts.to_owned(),
            credit_code: None,
            alliance: None,
            line: None,
        };
        self.book().add_cooperative(cooperative).unwrap();
    }

    fn member(&mut self, line: &[&str]) {
        match line {
            [count, kind, "put", "in", amount, "each", "on", day] => {
                self.many(number(count), kind.strip_suffix('s').unwrap(), amount, day);
            }
            [kind @ ("village" | "household" | "enterprise"), name, rest @ ..] => {
                self.join(kind, name);
                if !rest.is_empty() {
                    self.deal(name, rest);
                }
            }
            [name, rest @ ..] => self.deal(name, rest),
            [] => {}
        }
    }

    /// Many members alike: 村1, 村2 … or 户1, 户2 …
    fn many(&mut self, count: i64, kind: &str, amount: &str, day: &str) {
        let (word, of, mark) = match kind {
            "village" => ("village_collective", "村", "V"),
            _ => ("household", "户", "H"),
        };
        let mut villages = "code,name,township\n".to_owned();
        let mut members = "coop,code,name,kind,village\n".to_owned();
        let mut contributions = "coop,member,date,amount\n".to_owned();
        for place in 1..=count {
            let (code, name) = (format!("{mark}{place:03}"), format!("{of}{place}"));
            villages += &format!("{code},{name},示范镇\n");
            let village = if mark == "V" { &*code } else { "" };
            members += &format!("{COOP},{code},{name},{word},{village}\n");
            contributions += &format!("{COOP},{code},{day},{}\n", plain(amount));
            self.members.insert(name, code);
        }
        if mark == "V" {
            self.import(ImportKind::Villages, &villages);
        }
        self.import(ImportKind::Members, &members);
        self.import(ImportKind::Contributions, &contributions);
    }

    fn join(&mut self, kind: &str, name: &str) {
        let code = format!("M{:03}", self.members.len() + 1);
        let kind = match kind {
            "village" => MemberKindView::VillageCollective,
            "household" => MemberKindView::Household,
            _ => MemberKindView::Enterprise,
        };
        if kind == MemberKindView::VillageCollective && !self.villages.contains_key(name) {
            self.village(name, "示范镇", true, &[]);
        }
        self.members.insert(name.to_owned(), code.clone());
        let village =
            self.villages.get(name).filter(|_| kind == MemberKindView::VillageCollective).cloned();
        let (name, joined, id_number, bank_account) = (name.to_owned(), None, None, None);
        let member = MemberInput { code, name, kind, village, joined, id_number, bank_account };
        self.book().add_member(COOP, member).unwrap();
    }

    fn deal(&mut self, name: &str, words: &[&str]) {
        match words {
            ["puts", "in", amount, "on", day] => self.contribute(name, amount, day),
            ["takes", "out", amount, "on", day] => {
                self.contribute(name, &format!("-{amount}"), day)
            }
            ["delivers", amount, "on", day] => {
                let row = format!("{COOP},{},{day},羊,1,只,{}", self.members[name], plain(amount));
                let head = "coop,member,date,product,quantity,unit,amount";
                self.import(ImportKind::Deliveries, &format!("{head}\n{row}\n"));
            }
            other => panic!("not understood: {other:?}"),
        }
    }

    fn contribute(&mut self, name: &str, amount: &str, day: &str) {
        let row = format!("{COOP},{},{day},{}", self.members[name], plain(amount));
        self.import(ImportKind::Contributions, &format!("coop,member,date,amount\n{row}\n"));
    }

    /// What came in and went out, and what was brought forward from the year before.
    fn entry(&mut self, year: i64, line: &[&str]) {
        let (day, debit, credit, amount) = match line {
            ["income", amount, ..] => (format!("{year}-12-31"), "102", "501", amount),
            ["cost", amount, ..] => (format!("{year}-12-31"), "521", "102", amount),
            ["loss", "brought", "forward", amount] => {
                (format!("{}-12-31", year - 1), "332-02", "102", amount)
            }
            ["surplus", "brought", "forward", amount] => {
                (format!("{}-12-31", year - 1), "102", "332-02", amount)
            }
            other => panic!("not understood: {other:?}"),
        };
        let (head, amount) = ("coop,voucher,date,summary,account,debit,credit", plain(amount));
        let row = |account, amounts: &str| format!("{COOP},1,{day},收支,{account},{amounts}\n");
        let (debit, credit) =
            (row(debit, &format!("{amount},")), row(credit, &format!(",{amount}")));
        self.import(ImportKind::Vouchers, &format!("{head}\n{debit}{credit}"));
    }

    fn expect(&self, asked: &str, year: i64) -> String {
        if let Some(problem) = &self.refused {
            return format!("  refused  {}\n", problem.message.zh);
        }
        let mut book = self.book();
        match asked {
            "distribution" => distribution(&book.dividend(COOP, year).unwrap()),
            "targets" => {
                let view = book.district(Some(year)).unwrap();
                let mut text: String = view.villages.iter().map(target).collect();
                for township in view.townships {
                    let (name, rated) = (township.name, township.eligible_for_good);
                    let rated = if rated { "may be rated good" } else { "may not be rated good" };
                    let reached = format!("{} of {}", township.reached, township.villages);
                    text += &format!("  {}  {reached} reached  {rated}\n", wide(&name, 12));
                }
                text
            }
            "awards" => book.targets(Some(year)).unwrap().awards.iter().map(award).collect(),
            other => panic!("not understood: expect {other}"),
        }
    }
}

pub fn number(text: &str) -> i64 {
    text.parse().unwrap()
}

/// An amount as the accountant writes it, as a file has it.
pub fn plain(amount: &str) -> String {
    amount.replace(',', "")
}

fn money(amount: &str) -> Money {
    Money::read(&plain(amount)).unwrap()
}

/// `60 %` as a rate.
fn rate(per_cent: &str) -> String {
    let (whole, part) = per_cent.split_once('.').unwrap_or((per_cent, ""));
    let millionths = format!("{whole}{part:0<4}").parse().unwrap();
    Rate::from_millionths(millionths).unwrap().to_string()
}

pub fn scheme(lines: &[Vec<&str>]) -> SchemeInput {
    let mut scheme = plain_scheme();
    for line in lines {
        match line.as_slice() {
            ["patronage", "share", share, "%"] => scheme.patronage_share = rate(share),
            ["set", "aside", share, "%", fund] => scheme.appropriations.push(AppropriationInput {
                fund: (*fund).to_owned(),
                rate: Some(rate(share)),
                amount: None,
            }),
            ["set", "aside", amount, fund] => scheme.appropriations.push(AppropriationInput {
                fund: (*fund).to_owned(),
                rate: None,
                amount: Some(plain(amount)),
            }),
            ["guaranteed", share, "%"] => scheme.guaranteed_rate = Some(rate(share)),
            ["retained", amount] => scheme.retained = plain(amount),
            ["capital", "by", "days", "held"] => {
                scheme.capital_weighting = CapitalWeightingView::DaysHeld;
            }
            other => panic!("not understood: {other:?}"),
        }
    }
    scheme
}

/// A name filled up with blanks; a Chinese character is two columns wide.
pub fn wide(name: &str, columns: usize) -> String {
    let width: usize = name.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    format!("{name}{}", " ".repeat(columns.saturating_sub(width)))
}

fn figure(name: &str, amount: Money) -> String {
    format!("  {}{:>16}\n", wide(name, 26), amount.grouped())
}

fn distribution(view: &DividendView) -> String {
    let mut text = figure("surplus", view.surplus.0);
    let unless_zero = |name, amount| match amount {
        Money::ZERO => String::new(),
        amount => figure(name, amount),
    };
    text += &unless_zero("loss brought forward", view.opening_deficit.0);
    text += &unless_zero("surplus brought forward", view.opening_undistributed.0);
    text += &unless_zero("losses made up", view.losses_made_up.0);
    for fund in &view.appropriations {
        text += &figure(&format!("set aside {}", fund.fund), fund.amount.0);
    }
    text += &figure("distributable", view.distributable.0);
    text += &unless_zero("retained", view.retained.0);
    text += &unless_zero("loss carried forward", view.deficit_carried.0);
    text += &figure("by patronage", view.patronage_pool.0);
    text += &figure("guaranteed", view.guaranteed_pool.0);
    text += &figure("by capital", view.account_pool.0);
    text += &shares(&view.members);
    text += &figure("together", view.totals.all.total.0);
    for finding in &view.findings {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
            Severity::Ok => continue,
        };
        text += &format!("  {severity}  {}  {}\n", finding.article.zh, finding.rule);
    }
    text
}

/// Members of one kind that stand together and get the same are one line.
fn shares(members: &[DividendMember]) -> String {
    let same = |a: &DividendMember, b: &DividendMember| {
        let parts = |m: &DividendMember| (m.kind, m.patronage_refund, m.guaranteed, m.total);
        parts(a) == parts(b)
    };
    let line = |group: &[DividendMember]| {
        let (first, last) = (&group[0], &group[group.len() - 1]);
        let name = match group.len() {
            1 => first.name.clone(),
            _ => format!("{} to {}, each", first.name, last.name),
        };
        let parts = [
            ("refund", first.patronage_refund),
            ("guaranteed", first.guaranteed),
            ("dividend", first.residual_dividend),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(_, amount)| amount.0 > Money::ZERO)
            .map(|(name, amount)| format!("{name} {}", amount.0.grouped()))
            .collect();
        let line = figure(&name, first.total.0);
        match parts.as_slice() {
            [] | [_] => line,
            parts => format!("{}   {}\n", line.trim_end(), parts.join(" + ")),
        }
    };
    members.chunk_by(same).map(line).collect()
}

fn target(village: &DistrictVillage) -> String {
    let name = wide(&village.name, 12);
    let income = village.income.0.grouped();
    if village.reached {
        return format!("  {name}  income {income:>14}  reached\n");
    }
    let (short, cut) = (village.shortfall.0.grouped(), village.pay_cut.0.grouped());
    format!("  {name}  income {income:>14}  short by {short}, pay cut {cut}\n")
}

fn award(list: &AwardList) -> String {
    let (prize, team) = (list.prize.0.grouped(), list.team.0.grouped());
    let mut text = format!("  {}  {prize}, of it {team} for the team\n", list.name.zh);
    for row in &list.rows {
        let growth = row.growth_percent.as_deref().unwrap_or("—");
        let (before, income) = (row.before.0.grouped(), row.income.0.grouped());
        let tied = if row.tied { ", tied" } else { "" };
        text += &format!(
            "    {} {}  {before} → {income}, growth {} ({growth} %), industry {}{tied}\n",
            row.rank,
            wide(&row.name, 8),
            row.growth.0.grouped(),
            row.industry_income.0.grouped(),
        );
    }
    text
}
