//! The plan on paper (盈余分配方案表), as it lies open to the members before their meeting: from the
//! surplus to the pools, what each member takes part with and gets, and what was found about it.

use std::path::Path;

use domain::Money;
use domain::distribution::CapitalWeighting;
use domain::finding::Severity;
use domain::sheet::{Cell, Column, Content, Fact, Label, Row, RowKind, Sheet};
use domain::{FiscalYear, Quantity};
use store::DistributionState;

use super::refused::no_draft;
use super::{Case, life};
use crate::book::Book;
use crate::paper::{ending, put, refuse_over_book};
use crate::problem::Problem;
use crate::view::ledger::SavedView;
use crate::{finding_text, ledger};

impl Book {
    /// Writes the plan of a year as PDF or workbook: a draft says that it is one, what was put
    /// before the meeting or approved bears its day.
    ///
    /// # Errors
    /// A cooperative that is not known, no draft, an ending that is neither, a path over the book
    /// or one that cannot be written.
    pub fn save_plan(&mut self, coop: &str, year: i64, path: &Path) -> Result<SavedView, Problem> {
        let ending = ending(path);
        refuse_over_book(path, self.store.path(), &ending)?;
        let operator = self.store.operator().to_owned();
        let reading = self.store.read()?;
        let year = FiscalYear::new(year)?;
        let mut case = Case::load(&reading, coop, year)?;
        if case.state.is_none() {
            return Err(no_draft(year));
        }
        life::tell(&reading, &mut case)?;
        let bytes = ledger::written(&reading, &sheet(&case), &ending, operator)?;
        put(path, &bytes)
    }
}

fn sheet(case: &Case) -> Sheet {
    let title = Label::new("盈余分配方案表", "Plan of the distribution");
    let period = Label::new(format!("{} 年度", case.year), case.year.to_string());
    let mut sheet = Sheet::new(title, &case.cooperative.name, period);
    sheet.facts = facts(case);
    let column =
        |zh: &str, en: &str, content| Column { group: None, heading: Label::new(zh, en), content };
    sheet.columns = vec![
        column("编号", "Code", Content::Code),
        column("成员", "Member", Content::Text),
        column("年末股金", "Capital", Content::Money),
        column("其他份额", "Other shares", Content::Money),
        column("交易额", "Patronage", Content::Money),
        column("盈余返还", "Refund", Content::Money),
        column("保底", "Guaranteed", Content::Money),
        column("剩余盈余", "Residual", Content::Money),
        column("应得合计", "Total", Content::Money),
    ];
    let mut totals = [Money::ZERO; 7];
    let members = case.basis.members.iter().zip(&case.basis.facts.members);
    for ((head, facts), share) in members.zip(case.distribution.members()) {
        let amounts = [
            share.capital,
            facts.reserve + facts.subsidy + facts.donation,
            Quantity::as_money(facts.patronage).unwrap_or_default(),
            share.patronage.part.amount,
            share.guaranteed.part.amount,
            share.residual.part.amount,
            share.total(),
        ];
        for (total, amount) in totals.iter_mut().zip(amounts) {
            *total += amount;
        }
        let names = [Cell::Text(head.code.clone()), Cell::Text(head.name.clone())];
        let cells = names.into_iter().chain(amounts.map(Cell::Money)).collect();
        sheet.rows.push(Row::new(RowKind::Line, cells));
    }
    let count = case.basis.members.len();
    let said = Label::new(format!("合计 {count} 名"), format!("{count} in all"));
    let names = [Cell::Empty, Cell::Label(said)];
    let cells = names.into_iter().chain(totals.map(Cell::Money)).collect();
    sheet.rows.push(Row::new(RowKind::Total, cells));
    sheet.notes = notes(case);
    sheet
}

/// From the surplus to the pools.
fn facts(case: &Case) -> Vec<Fact> {
    let fact = |zh: &str, en: &str, value: String| Fact {
        name: Label::new(zh, en),
        value: Label::same(value),
    };
    let (given, made) = (&case.basis.facts, &case.distribution);
    let mut facts = vec![
        fact("本年盈余", "Surplus", given.surplus.grouped()),
        fact("弥补亏损", "Losses made up", made.losses_made_up.grouped()),
    ];
    for fund in &made.appropriations {
        facts.push(fact(&format!("提取{}", fund.fund), &fund.fund, fund.amount.grouped()));
    }
    if given.opening_undistributed != Money::ZERO {
        let opening = given.opening_undistributed.grouped();
        facts.push(fact("年初未分配", "Brought forward", opening));
    }
    facts.extend([
        fact("可分配盈余", "Distributable", made.distributable.grouped()),
        fact("留存下年", "Retained", made.retained.grouped()),
        fact(
            &format!("盈余返还（{} %）", case.scheme.patronage_share.percent()),
            "Patronage refund",
            made.patronage.amount.grouped(),
        ),
    ]);
    if let Some(rate) = case.scheme.guaranteed_rate {
        let name = format!("保底（股金的 {} %）", rate.percent());
        facts.push(fact(&name, "Guaranteed", made.guaranteed.amount.grouped()));
    }
    facts.push(fact("剩余盈余", "Residual", made.residual.amount.grouped()));
    let weighting = match case.scheme.capital_weighting {
        CapitalWeighting::YearEnd => Label::new("按年末数", "at the year's end"),
        CapitalWeighting::DaysHeld => Label::new("按天数", "by days"),
    };
    facts.push(Fact { name: Label::new("股金计算", "Capital counts"), value: weighting });
    facts
}

/// How far it is, and what was found that does not simply hold.
fn notes(case: &Case) -> Vec<Label> {
    let state = match &case.state {
        Some(DistributionState::Approved(resolution)) => {
            let (number, on) = (&resolution.number, resolution.on);
            Label::new(
                format!("决议 {number}，{on} 成员大会通过。"),
                format!("Approved by {number} on {on}."),
            )
        }
        Some(DistributionState::Presented(presentation)) => {
            let on = presentation.on;
            Label::new(
                format!("{on} 提交成员大会，供成员查阅；数字不再改动。"),
                format!("Laid open to the members on {on}; the figures stay."),
            )
        }
        Some(DistributionState::Draft) | None => {
            Label::new("草案，还没有提交成员大会。", "A draft, not before the meeting yet.")
        }
    };
    let findings = case.findings().into_iter();
    let open = findings
        .filter(|finding| matches!(finding.severity(), Severity::Error | Severity::Warning));
    let told = open.map(|finding| {
        let view = finding_text::view(&finding);
        Label::new(
            format!("{}：{}", view.article.zh, view.message.zh),
            format!("{}: {}", view.article.en, view.message.en),
        )
    });
    std::iter::once(state).chain(told).collect()
}
