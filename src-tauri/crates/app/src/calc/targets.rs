//! The district's year: targets, pay cuts and awards.

use domain::target::{
    self, AwardResult, Awards, Figure, GrowthAward, PayCut, Policy, Prize, Ranking, TargetError,
    TargetYear, VillageFacts,
};
use domain::{FiscalYear, Money, Rate};
use serde::{Deserialize, Serialize};

use super::CalcRefusal;
use super::input::{
    self, Keyed, Object, Unsigned, Word, count, flag, keyed, list, object, owned_text, positive,
    rate, required, unsigned, word, year,
};
use crate::view::Yuan;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    #[serde(default, deserialize_with = "year")]
    year: Option<FiscalYear>,
    #[serde(default, deserialize_with = "object")]
    policy: Option<PolicyInput>,
    #[serde(default, deserialize_with = "list")]
    villages: Option<Vec<VillageInput>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyInput {
    #[serde(default, deserialize_with = "positive")]
    target: Option<Money>,
    #[serde(default, deserialize_with = "list")]
    pay_cuts: Option<Vec<PayCutInput>>,
    #[serde(default, deserialize_with = "rate")]
    township_share: Option<Rate>,
    #[serde(default, deserialize_with = "object")]
    awards: Option<AwardsInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PayCutInput {
    #[serde(default, deserialize_with = "rate")]
    completion_below: Option<Rate>,
    #[serde(default, deserialize_with = "rate")]
    cut: Option<Rate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AwardsInput {
    #[serde(default, deserialize_with = "object")]
    model_industry: Option<AwardInput>,
    #[serde(default, deserialize_with = "object")]
    benchmark: Option<AwardInput>,
    #[serde(default, deserialize_with = "object")]
    late_riser: Option<LateRiserInput>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AwardInput {
    #[serde(default, deserialize_with = "count")]
    places: Option<u32>,
    #[serde(default, deserialize_with = "unsigned")]
    prize: Option<Money>,
    #[serde(default, deserialize_with = "rate")]
    team_share: Option<Rate>,
    /// Model villages are ranked by their industry alone, whatever stands here.
    #[serde(default, deserialize_with = "word")]
    ranking: Option<Ranking>,
}

/// The same, and what is weak.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LateRiserInput {
    #[serde(default, deserialize_with = "count")]
    places: Option<u32>,
    #[serde(default, deserialize_with = "unsigned")]
    prize: Option<Money>,
    #[serde(default, deserialize_with = "rate")]
    team_share: Option<Rate>,
    #[serde(default, deserialize_with = "word")]
    ranking: Option<Ranking>,
    #[serde(default, deserialize_with = "unsigned")]
    weak_below: Option<Money>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VillageInput {
    #[serde(default, deserialize_with = "owned_text")]
    id: Option<String>,
    #[serde(default, deserialize_with = "owned_text")]
    name: Option<String>,
    #[serde(default, deserialize_with = "owned_text")]
    township: Option<String>,
    #[serde(default, deserialize_with = "keyed")]
    income: Option<Keyed<Keyed<Unsigned>>>,
    #[serde(default, deserialize_with = "flag")]
    joint: Option<bool>,
    #[serde(default, deserialize_with = "unsigned")]
    industry_income: Option<Money>,
    #[serde(default, deserialize_with = "unsigned")]
    performance_pay: Option<Money>,
}

impl Word for Ranking {
    const WORDS: &[(&str, Self)] = &[("amount", Ranking::Amount), ("rate", Ranking::Rate)];
}

/// Checks the year.
pub(super) fn calc(json: &[u8]) -> Result<String, CalcRefusal> {
    let Object(input) = input::read::<Object<Input>>(json)?;
    let year = required(input.year, "year")?;
    let policy = policy(required(input.policy, "policy")?)?;
    let villages = required(input.villages, "villages")?.into_iter().enumerate();
    let villages: Vec<VillageFacts> =
        villages.map(|(index, input)| village(index, input, year)).collect::<Result<_, _>>()?;
    let result = target::check(&villages, &policy).map_err(|error| refusal(&error))?;
    Ok(super::written(&Output::of(&villages, &result)))
}

fn policy(input: PolicyInput) -> Result<Policy, CalcRefusal> {
    let pay_cut = |(index, input): (usize, PayCutInput)| {
        let path = |field| input::At { list: "policy.pay_cuts", index, field };
        Ok(PayCut {
            completion_below: required(input.completion_below, path("completion_below"))?,
            cut: required(input.cut, path("cut"))?,
        })
    };
    let pay_cuts = input.pay_cuts.unwrap_or_default().into_iter().enumerate();
    Ok(Policy {
        target: required(input.target, "policy.target")?,
        pay_cuts: pay_cuts.map(pay_cut).collect::<Result<_, CalcRefusal>>()?,
        township_share: input.township_share.unwrap_or(Rate::ONE),
        awards: awards(required(input.awards, "policy.awards")?)?,
    })
}

fn awards(input: AwardsInput) -> Result<Awards, CalcRefusal> {
    let model_industry = required(input.model_industry, "policy.awards.model_industry")?;
    let benchmark = required(input.benchmark, "policy.awards.benchmark")?;
    let late = required(input.late_riser, "policy.awards.late_riser")?;
    let weak_below = required(late.weak_below, "policy.awards.late_riser.weak_below")?;
    let late_riser = AwardInput {
        places: late.places,
        prize: late.prize,
        team_share: late.team_share,
        ranking: late.ranking,
    };
    Ok(Awards {
        model_industry: model_industry.prize("model_industry")?,
        benchmark: GrowthAward {
            ranking: benchmark.ranking.unwrap_or(Ranking::Amount),
            prize: benchmark.prize("benchmark")?,
        },
        late_riser: GrowthAward {
            ranking: late_riser.ranking.unwrap_or(Ranking::Rate),
            prize: late_riser.prize("late_riser")?,
        },
        weak_below,
    })
}

impl AwardInput {
    fn prize(&self, award: &str) -> Result<Prize, CalcRefusal> {
        Ok(Prize {
            places: required(self.places, format_args!("policy.awards.{award}.places"))?,
            amount: required(self.prize, format_args!("policy.awards.{award}.prize"))?,
            team_share: self.team_share.unwrap_or_default(),
        })
    }
}

fn village(
    index: usize,
    input: VillageInput,
    year: FiscalYear,
) -> Result<VillageFacts, CalcRefusal> {
    let path = |field| input::At { list: "villages", index, field };
    let id = required(input.id, path("id"))?;
    required(input.name, path("name"))?;
    let (mut income, mut income_before) = (Money::ZERO, Money::ZERO);
    for (key, kinds) in input.income.map_or(Vec::new(), |Keyed(years)| years) {
        let path = || format!("villages[{index}].income.{key}");
        let total = kinds
            .0
            .into_iter()
            .try_fold(Money::ZERO, |sum, (_, Unsigned(amount))| sum.checked_add(amount));
        let total = total.ok_or_else(|| {
            CalcRefusal::new(
                path(),
                "合计超出可以计算的范围",
                "adds up to more than can be counted",
            )
        })?;
        let of =
            input::year_of(&key).map_err(|text| CalcRefusal { path: path(), message: text })?;
        if of == year {
            income = total;
        } else if of == year.before() {
            income_before = total;
        }
    }
    Ok(VillageFacts {
        id,
        township: required(input.township, path("township"))?,
        income,
        income_before,
        joint: input.joint.unwrap_or_default(),
        industry_income: input.industry_income.unwrap_or_default(),
        performance_pay: input.performance_pay.unwrap_or_default(),
    })
}

/// Why the year cannot be checked, with the field that is to blame.
fn refusal(error: &TargetError) -> CalcRefusal {
    match error {
        TargetError::TargetNotAboveZero(target) => CalcRefusal::new(
            "policy.target",
            format!("{target} 必须大于零"),
            format!("{target} must be above zero"),
        ),
        TargetError::EqualTiers { tier, completion_below } => CalcRefusal::new(
            format!("policy.pay_cuts[{tier}].completion_below"),
            format!("前面已有一档是低于 {completion_below}"),
            format!("an earlier step is below {completion_below} too"),
        ),
        TargetError::RepeatedVillage { village, id } => CalcRefusal::new(
            format!("villages[{village}].id"),
            format!("前面已有村 {id}"),
            format!("{id} is the id of an earlier village"),
        ),
        TargetError::Negative { figure, amount } => CalcRefusal::new(
            path(*figure),
            format!("{amount} 不能是负数"),
            format!("{amount} may not be negative"),
        ),
        TargetError::PrizesTooLarge => CalcRefusal::new(
            "policy.awards",
            "奖金合计超出可以计算的范围",
            "the prizes add up to more than can be counted",
        ),
    }
}

fn path(figure: Figure) -> String {
    match figure {
        Figure::WeakBelow => "policy.awards.late_riser.weak_below".to_owned(),
        Figure::ModelIndustryPrize => "policy.awards.model_industry.prize".to_owned(),
        Figure::BenchmarkPrize => "policy.awards.benchmark.prize".to_owned(),
        Figure::LateRiserPrize => "policy.awards.late_riser.prize".to_owned(),
        Figure::Income(village) | Figure::IncomeBefore(village) => {
            format!("villages[{village}].income")
        }
        Figure::IndustryIncome(village) => format!("villages[{village}].industry_income"),
        Figure::PerformancePay(village) => format!("villages[{village}].performance_pay"),
    }
}

#[derive(Serialize)]
struct Output<'a> {
    villages: Vec<VillageOutput<'a>>,
    townships: Vec<TownshipOutput<'a>>,
    awards: AwardsOutput<'a>,
    prize_total: Yuan,
}

#[derive(Serialize)]
struct VillageOutput<'a> {
    id: &'a str,
    income: Yuan,
    reached: bool,
    shortfall: Yuan,
    pay_cut: Yuan,
}

#[derive(Serialize)]
struct TownshipOutput<'a> {
    name: &'a str,
    villages: usize,
    reached: usize,
    eligible_for_good: bool,
}

#[derive(Serialize)]
struct AwardsOutput<'a> {
    benchmark: Vec<WinnerOutput<'a>>,
    late_riser: Vec<WinnerOutput<'a>>,
    model_industry: Vec<WinnerOutput<'a>>,
}

#[derive(Serialize)]
struct WinnerOutput<'a> {
    rank: usize,
    id: &'a str,
    prize: Yuan,
    team: Yuan,
    village: Yuan,
}

impl<'a> Output<'a> {
    fn of(villages: &'a [VillageFacts], result: &'a TargetYear) -> Self {
        let years = villages.iter().zip(&result.villages);
        let winners = |award: &AwardResult| winners(villages, award);
        Output {
            villages: years
                .map(|(village, year)| VillageOutput {
                    id: &village.id,
                    income: year.income.into(),
                    reached: year.reached,
                    shortfall: year.shortfall.into(),
                    pay_cut: year.pay_cut.into(),
                })
                .collect(),
            townships: result
                .townships
                .iter()
                .map(|township| TownshipOutput {
                    name: &township.name,
                    villages: township.villages,
                    reached: township.reached,
                    eligible_for_good: township.eligible_for_good,
                })
                .collect(),
            awards: AwardsOutput {
                benchmark: winners(&result.benchmark),
                late_riser: winners(&result.late_riser),
                model_industry: winners(&result.model_industry),
            },
            prize_total: result.prize_total.into(),
        }
    }
}

fn winners<'a>(villages: &'a [VillageFacts], award: &AwardResult) -> Vec<WinnerOutput<'a>> {
    let winner = |(index, standing): (usize, &target::Standing)| WinnerOutput {
        rank: index + 1,
        id: &villages[standing.village].id,
        prize: award.prize.into(),
        team: award.team.into(),
        village: award.village.into(),
    };
    award.winners().iter().enumerate().map(winner).collect()
}
