//! The dividend of a year.

use std::borrow::Cow;
use std::collections::HashSet;

use domain::appropriation::{Appropriation, Take};
use domain::distribution::{
    CapitalWeighting, Distribution, DistributionError, Facts, Figure, MemberFacts, Scheme,
    distribute,
};
use domain::finding::{self, Severity as Grave};
use domain::member::MemberKind;
use domain::share::{CapitalError, Contribution};
use domain::{FiscalYear, Money, Quantity, Rate};
use jiff::civil::Date;
use serde::{Deserialize, Serialize, Serializer};

use super::CalcRefusal;
use super::input::{
    self, Object, Word, amount, day, list, quantity, rate, required, text, unsigned, word, year,
};
use crate::finding_text;
use crate::view::Yuan;
use crate::view::dividend::{FindingView, Severity};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input<'a> {
    #[serde(default, borrow, deserialize_with = "text")]
    cooperative: Option<Cow<'a, str>>,
    #[serde(default, deserialize_with = "year")]
    year: Option<FiscalYear>,
    #[serde(default, deserialize_with = "amount")]
    surplus: Option<Money>,
    #[serde(default, deserialize_with = "unsigned")]
    opening_deficit: Option<Money>,
    #[serde(default, deserialize_with = "unsigned")]
    opening_undistributed: Option<Money>,
    #[serde(default, deserialize_with = "list")]
    appropriations: Option<Vec<AppropriationInput>>,
    #[serde(default, deserialize_with = "unsigned")]
    retained: Option<Money>,
    #[serde(default, deserialize_with = "rate")]
    patronage_share: Option<Rate>,
    #[serde(default, deserialize_with = "rate")]
    guaranteed_rate: Option<Rate>,
    #[serde(default, deserialize_with = "word")]
    capital_weighting: Option<CapitalWeighting>,
    #[serde(default, borrow, deserialize_with = "list")]
    members: Option<Vec<MemberInput<'a>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AppropriationInput {
    #[serde(default, deserialize_with = "input::owned_text")]
    fund: Option<String>,
    #[serde(default, deserialize_with = "rate")]
    rate: Option<Rate>,
    #[serde(default, deserialize_with = "unsigned")]
    amount: Option<Money>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MemberInput<'a> {
    #[serde(default, borrow, deserialize_with = "text")]
    id: Option<Cow<'a, str>>,
    #[serde(default, borrow, deserialize_with = "text")]
    name: Option<Cow<'a, str>>,
    #[serde(default, deserialize_with = "word")]
    kind: Option<MemberKind>,
    #[serde(default, deserialize_with = "list")]
    contributions: Option<Vec<ContributionInput>>,
    #[serde(default, deserialize_with = "unsigned")]
    reserve: Option<Money>,
    #[serde(default, deserialize_with = "unsigned")]
    subsidy: Option<Money>,
    #[serde(default, deserialize_with = "unsigned")]
    donation: Option<Money>,
    #[serde(default, deserialize_with = "quantity")]
    patronage: Option<Quantity>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContributionInput {
    #[serde(default, deserialize_with = "day")]
    on: Option<Date>,
    #[serde(default, deserialize_with = "amount")]
    amount: Option<Money>,
}

impl Word for CapitalWeighting {
    const WORDS: &[(&str, Self)] =
        &[("year_end", CapitalWeighting::YearEnd), ("days_held", CapitalWeighting::DaysHeld)];
}

impl Word for MemberKind {
    const WORDS: &[(&str, Self)] = &[
        (MemberKind::VillageCollective.word(), MemberKind::VillageCollective),
        (MemberKind::Household.word(), MemberKind::Household),
        (MemberKind::Enterprise.word(), MemberKind::Enterprise),
    ];
}

/// Works out what each member gets.
pub(super) fn calc(json: &[u8]) -> Result<String, CalcRefusal> {
    let Object(input) = input::read::<Object<Input<'_>>>(json)?;
    required(input.cooperative, "cooperative")?;
    let scheme = Scheme {
        appropriations: appropriations(input.appropriations.unwrap_or_default())?,
        retained: input.retained.unwrap_or_default(),
        patronage_share: input.patronage_share.unwrap_or(Rate::LEGAL_PATRONAGE),
        guaranteed_rate: input.guaranteed_rate,
        capital_weighting: input.capital_weighting.unwrap_or_default(),
    };
    let year = required(input.year, "year")?;
    let surplus = required(input.surplus, "surplus")?;
    let (ids, members) = members(required(input.members, "members")?)?;
    let facts = Facts {
        year,
        surplus,
        opening_deficit: input.opening_deficit.unwrap_or_default(),
        opening_undistributed: input.opening_undistributed.unwrap_or_default(),
        members,
    };
    let distribution = distribute(&facts, &scheme).map_err(|error| refusal(&error))?;
    let findings = finding::of_distribution(&facts, &scheme, &distribution);
    // What was checked and holds is for the window; here a finding is something to look at.
    let findings = findings.iter().filter(|finding| finding.severity() != Grave::Ok);
    let findings = findings.map(|finding| FindingOutput::of(finding_text::view(finding))).collect();
    Ok(super::written(&Output::of(&distribution, &ids, findings)))
}

fn appropriations(inputs: Vec<AppropriationInput>) -> Result<Vec<Appropriation>, CalcRefusal> {
    let appropriation = |(index, input): (usize, AppropriationInput)| {
        let path = format!("appropriations[{index}]");
        let take = match (input.rate, input.amount) {
            (Some(rate), None) => Take::Rate(rate),
            (None, Some(amount)) => Take::Amount(amount),
            (Some(_), Some(_)) | (None, None) => {
                let zh = "rate 和 amount 要有一个，也只能有一个";
                return Err(CalcRefusal::new(path, zh, "wants one of rate and amount, not both"));
            }
        };
        Ok(Appropriation { fund: required(input.fund, format_args!("{path}.fund"))?, take })
    };
    inputs.into_iter().enumerate().map(appropriation).collect()
}

/// The ids, for the output, and the facts, in the same order.
fn members(
    inputs: Vec<MemberInput<'_>>,
) -> Result<(Vec<Cow<'_, str>>, Vec<MemberFacts>), CalcRefusal> {
    let mut ids = Vec::with_capacity(inputs.len());
    let mut members = Vec::with_capacity(inputs.len());
    for (index, input) in inputs.into_iter().enumerate() {
        let path = |field: &'static str| input::At { list: "members", index, field };
        ids.push(required(input.id, path("id"))?);
        required(input.name, path("name"))?;
        members.push(MemberFacts {
            kind: required(input.kind, path("kind"))?,
            contributions: contributions(index, input.contributions.unwrap_or_default())?,
            reserve: input.reserve.unwrap_or_default(),
            subsidy: input.subsidy.unwrap_or_default(),
            donation: input.donation.unwrap_or_default(),
            patronage: input.patronage.unwrap_or_default(),
        });
    }
    let mut seen = HashSet::with_capacity(ids.len());
    match ids.iter().position(|id| !seen.insert(id.as_ref())) {
        None => Ok((ids, members)),
        Some(index) => Err(CalcRefusal::new(
            format!("members[{index}].id"),
            format!("前面已有成员 {}", ids[index]),
            format!("{} is the id of an earlier member", ids[index]),
        )),
    }
}

fn contributions(
    member: usize,
    inputs: Vec<ContributionInput>,
) -> Result<Vec<Contribution>, CalcRefusal> {
    let contribution = |(index, input): (usize, ContributionInput)| {
        let path = format_args!("members[{member}].contributions[{index}].on");
        let made_on = required(input.on, path)?;
        Ok(Contribution { made_on, amount: input.amount.unwrap_or_default() })
    };
    inputs.into_iter().enumerate().map(contribution).collect()
}

/// Why the figures cannot be worked out, with the field that is to blame.
fn refusal(error: &DistributionError) -> CalcRefusal {
    let members = |zh: String, en: String| CalcRefusal::new("members", zh, en);
    match error {
        DistributionError::NoMembers => members("没有成员".into(), "there are no members".into()),
        DistributionError::TooManyMembers(count) => members(
            format!("{count} 名成员，超过 1000000 名"),
            format!("{count} members are more than 1000000"),
        ),
        DistributionError::BothOpenings { deficit, undistributed } => CalcRefusal::new(
            "opening_undistributed",
            format!("已有年初亏损 {deficit} 元，不能同时有年初未分配盈余 {undistributed} 元"),
            format!("{undistributed} cannot stand beside an opening deficit of {deficit}"),
        ),
        DistributionError::Negative { figure, amount } => CalcRefusal::new(
            path(*figure),
            format!("{amount} 不能是负数"),
            format!("{amount} may not be negative"),
        ),
        DistributionError::BeyondLimit { figure, amount } => CalcRefusal::new(
            path(*figure),
            format!("{amount} 超过上限 {}", Money::LIMIT),
            format!("{amount} is beyond the limit of {}", Money::LIMIT),
        ),
        DistributionError::Capital { member, source } => {
            let path = format!("members[{member}].contributions");
            match source {
                CapitalError::BelowZero { on, capital } => CalcRefusal::new(
                    path,
                    format!("到 {on} 日终，出资为 {capital} 元，不能低于零"),
                    format!("at the end of {on} the capital would be {capital}, below zero"),
                ),
                CapitalError::TooLarge => CalcRefusal::new(
                    path,
                    "出资合计超出可以计算的范围",
                    "the contributions add up to more than can be counted",
                ),
            }
        }
        DistributionError::NothingToShareBy { pool } => members(
            format!("有 {pool} 元可分，但没有成员有出资、公积金、补助或捐赠份额"),
            format!(
                "{pool} cannot be shared out: no member has capital, reserve, subsidy or donation"
            ),
        ),
        DistributionError::BasesTooLarge { pool } => members(
            format!("分配 {pool} 元所依据的数超出可以计算的范围"),
            format!("what {pool} would be shared out by is more than can be counted"),
        ),
    }
}

fn path(figure: Figure) -> String {
    match figure {
        Figure::Surplus => "surplus".to_owned(),
        Figure::OpeningDeficit => "opening_deficit".to_owned(),
        Figure::OpeningUndistributed => "opening_undistributed".to_owned(),
        Figure::Retained => "retained".to_owned(),
        Figure::Appropriation(index) => format!("appropriations[{index}].amount"),
        Figure::Reserve(member) => format!("members[{member}].reserve"),
        Figure::Subsidy(member) => format!("members[{member}].subsidy"),
        Figure::Donation(member) => format!("members[{member}].donation"),
    }
}

#[derive(Serialize)]
struct Output<'a> {
    losses_made_up: Yuan,
    deficit_carried: Yuan,
    appropriations: Vec<AppropriatedOutput<'a>>,
    distributable: Yuan,
    retained: Yuan,
    patronage_pool: Yuan,
    residual_pool: Yuan,
    members: MembersOutput<'a>,
    findings: Vec<FindingOutput>,
}

impl<'a> Output<'a> {
    fn of(
        distribution: &'a Distribution,
        ids: &'a [Cow<'a, str>],
        findings: Vec<FindingOutput>,
    ) -> Self {
        let funds = distribution.appropriations.iter();
        Output {
            losses_made_up: distribution.losses_made_up.into(),
            deficit_carried: distribution.deficit_carried.into(),
            appropriations: funds
                .map(|fund| AppropriatedOutput { fund: &fund.fund, amount: fund.amount.into() })
                .collect(),
            distributable: distribution.distributable.into(),
            retained: distribution.retained.into(),
            patronage_pool: distribution.patronage.amount.into(),
            residual_pool: distribution.residual_pool.into(),
            members: MembersOutput { ids, distribution },
            findings,
        }
    }
}

#[derive(Serialize)]
struct AppropriatedOutput<'a> {
    fund: &'a str,
    amount: Yuan,
}

/// A million members are written one by one and not collected first.
struct MembersOutput<'a> {
    ids: &'a [Cow<'a, str>],
    distribution: &'a Distribution,
}

impl Serialize for MembersOutput<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let members = self.ids.iter().zip(self.distribution.members());
        serializer.collect_seq(members.map(|(id, share)| MemberOutput {
            id,
            patronage_refund: share.patronage.part.amount.into(),
            guaranteed: share.guaranteed.part.amount.into(),
            residual_dividend: share.residual.part.amount.into(),
            total: share.total().into(),
        }))
    }
}

#[derive(Serialize)]
struct MemberOutput<'a> {
    id: &'a str,
    patronage_refund: Yuan,
    guaranteed: Yuan,
    residual_dividend: Yuan,
    total: Yuan,
}

#[derive(Serialize)]
struct FindingOutput {
    rule: String,
    severity: Severity,
    message: String,
}

impl FindingOutput {
    fn of(FindingView { rule, severity, article, message }: FindingView) -> Self {
        let zh = format!("{}　{}", article.zh, message.zh);
        FindingOutput { rule, severity, message: format!("{zh} / {}: {}", article.en, message.en) }
    }
}
