//! The demo district against the independent calculation in tests/cases/demo-expected.json.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use app::Book;
use app::view::Yuan;
use app::view::district::{DistributionStatus, DistrictWinner};
use domain::Money;
use serde_json::Value;

use crate::kit::Trial;

static EXPECTED: LazyLock<Value> = LazyLock::new(|| {
    let file = include_str!("../../../../../tests/cases/demo-expected.json");
    serde_json::from_str(file).unwrap()
});

fn expected_cooperatives() -> impl Iterator<Item = (&'static String, &'static Value)> {
    EXPECTED["cooperatives"].as_object().unwrap().iter()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

fn amounts<'a>(rows: impl Iterator<Item = (&'a str, Yuan)>) -> BTreeMap<String, String> {
    rows.map(|(code, amount)| (code.to_owned(), amount.0.to_string())).collect()
}

fn expected_amounts(map: &Value) -> BTreeMap<String, String> {
    let entries = map.as_object().unwrap().iter();
    entries.map(|(code, amount)| (code.clone(), text(amount).to_owned())).collect()
}

#[test]
fn every_cooperative_has_the_surplus_and_the_state_that_were_calculated() {
    let trial = Trial::demo();
    let view = trial.book().cooperatives(Some(2025)).unwrap();
    let found: Vec<_> = view
        .rows
        .iter()
        .map(|row| (row.code.as_str(), row.surplus.0.to_string(), status(row.status)))
        .collect();
    let expected: Vec<_> = expected_cooperatives()
        .map(|(code, it)| (code.as_str(), text(&it["surplus"]).to_owned(), text(&it["status"])))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(found.len(), 32);
}

fn status(status: DistributionStatus) -> &'static str {
    match status {
        DistributionStatus::None => "none",
        DistributionStatus::Draft => "draft",
        DistributionStatus::Presented => "presented",
        DistributionStatus::Approved => "approved",
    }
}

#[test]
fn every_dividend_has_the_pools_and_the_totals_that_were_calculated() {
    let trial = Trial::demo();
    let mut book = trial.book();
    let mut members = 0;
    for (code, expected) in expected_cooperatives().filter(|(_, it)| it["members"].is_object()) {
        let view = book.dividend(code, 2025).unwrap();
        let pools = [
            ("surplus", view.surplus),
            ("reserve", view.appropriated),
            ("distributable", view.distributable),
            ("retained", view.retained),
            ("patronage_pool", view.patronage_pool),
            ("residual_pool", view.residual_pool),
            ("guaranteed", view.guaranteed_pool),
            ("to_villages", view.to_villages),
        ];
        for (key, amount) in pools {
            assert_eq!(amount.0.to_string(), text(&expected[key]), "{code} {key}");
        }
        let rows = view.members.iter().map(|member| (member.code.as_str(), member.total));
        assert_eq!(amounts(rows), expected_amounts(&expected["members"]), "{code}");
        let all: Money = view.members.iter().map(|member| member.total.0).sum();
        assert_eq!(all, view.pool.0, "{code}: the parts add up to the pool");
        members += view.members.len();
    }
    assert_eq!(members, 1264, "all but those of the two that made a loss");
}

#[test]
fn the_goose_cooperative_pays_eight_villages_and_152_households_to_the_fen() {
    let view = Trial::demo().book().dividend("C01", 2025).unwrap();
    let villages = &view.members[..8];
    assert!(villages.iter().all(|village| village.total.0.to_string() == "197005.52"));
    let households = &view.members[8..];
    let more = households.iter().filter(|one| one.total.0.to_string() == "157.61").count();
    let less = households.iter().filter(|one| one.total.0.to_string() == "157.60").count();
    assert_eq!((villages.len(), more, less), (8, 64, 88));
    assert_eq!(view.pool.0.to_string(), "1600000.00");
    assert!(!view.has_patronage);
    assert_eq!(view.resolution.as_deref(), Some("鹅社〔2026〕1号"));
}

#[test]
fn every_account_stands_where_it_was_calculated_to_stand() {
    let trial = Trial::demo();
    let mut book = trial.book();
    for (code, expected) in expected_cooperatives() {
        let view = book.trial_balance(code, "2025-12-31", None, false).unwrap();
        assert_eq!(view.totals.debit.0.to_string(), text(&expected["turnover"]), "{code}");
        assert_eq!(view.totals.credit, view.totals.debit, "{code}");
        assert_eq!(view.totals.closing.0, Money::ZERO, "{code}");
        if expected["trial_balance"].is_object() {
            let rows = view.rows.iter().map(|row| (row.account.as_str(), row.closing));
            assert_eq!(amounts(rows), expected_amounts(&expected["trial_balance"]), "{code}");
        }
    }
}

#[test]
fn every_village_earned_what_was_calculated_in_three_years() {
    let trial = Trial::demo();
    let mut book = trial.book();
    for year in [2023, 2024, 2025] {
        let view = book.district(Some(year)).unwrap();
        assert_eq!(view.villages.len(), 72);
        for village in &view.villages {
            let expected = &EXPECTED["villages"][&village.code][year.to_string()];
            let at = format!("{} in {year}", village.code);
            assert_eq!(village.income.0.to_string(), text(&expected["income"]), "{at}");
            assert_eq!(village.reached, expected["reached"].as_bool().unwrap(), "{at}");
            assert_eq!(village.shortfall.0.to_string(), text(&expected["shortfall"]), "{at}");
            assert_eq!(village.pay_cut.0.to_string(), text(&expected["pay_cut"]), "{at}");
        }
    }
}

#[test]
fn every_village_s_dividend_of_2025_comes_from_the_approved_distributions() {
    let view = Trial::demo().book().overview(Some(2025)).unwrap();
    assert_eq!(view.villages.len(), 72);
    for village in &view.villages {
        let expected = &EXPECTED["villages"][&village.code]["dividend_2025"];
        assert_eq!(village.dividend.0.to_string(), text(expected), "{}", village.code);
        assert_eq!(village.dividend.0 + village.other.0, village.income.0, "{}", village.code);
    }
}

#[test]
fn the_district_s_years_have_the_sums_that_were_calculated() {
    let trial = Trial::demo();
    let mut book = trial.book();
    for (number, expected) in EXPECTED["years"].as_object().unwrap() {
        let year = Some(number.parse().unwrap());
        let (district, targets) = (book.district(year).unwrap(), book.targets(year).unwrap());
        let overview = book.overview(year).unwrap();
        let sums = [
            ("income", overview.income),
            ("shortfall", district.shortfall),
            ("pay_cut", targets.pay_cut_total),
            ("prize_total", district.prize_total),
        ];
        for (key, amount) in sums {
            assert_eq!(amount.0.to_string(), text(&expected[key]), "{number} {key}");
        }
        let counts = (u64::from(district.reached), u64::from(district.missed));
        let wanted = (expected["reached"].as_u64().unwrap(), expected["missed"].as_u64().unwrap());
        assert_eq!(counts, wanted, "{number}");
        let townships = serde_json::to_value(&district.townships).unwrap();
        assert_eq!(townships, expected["townships"], "{number}");
    }
}

#[test]
fn the_awards_go_to_the_villages_that_were_calculated() {
    let trial = Trial::demo();
    let mut book = trial.book();
    for (number, expected) in EXPECTED["awards"].as_object().unwrap() {
        let awards = book.district(Some(number.parse().unwrap())).unwrap().awards;
        let lists = [
            ("benchmark", awards.benchmark),
            ("late_riser", awards.late_riser),
            ("model_industry", awards.model_industry),
        ];
        for (key, winners) in lists {
            let found: Vec<Value> = winners.iter().map(winner).collect();
            assert_eq!(&found, expected[key].as_array().unwrap(), "{number} {key}");
        }
    }
}

/// A winner without the names, which the calculation does not have.
fn winner(winner: &DistrictWinner) -> Value {
    let DistrictWinner { rank, id, prize, team, village, .. } = winner;
    serde_json::json!({ "rank": rank, "id": id, "prize": prize, "team": team, "village": village })
}

#[test]
fn approving_the_figs_lifts_the_village_that_waits_for_it() {
    let trial = Trial::demo();
    let mut book = trial.book();
    let before = book.district(Some(2025)).unwrap();
    assert_eq!(before.missed, 9);
    book.dividend_approve("C03", 2025, "果社〔2026〕1号", "2026-02-01").unwrap();
    let after = book.district(Some(2025)).unwrap();
    let village = after.villages.iter().find(|village| village.code == "V44").unwrap();
    assert_eq!((after.missed, village.income.0.to_string()), (8, "118144.21".to_owned()));
}

#[test]
fn the_demo_is_always_the_same() {
    let (one, other) = (Trial::demo(), tempfile::tempdir().unwrap());
    let path = other.path().join("又一次.baotuan");
    Book::make_demo(&path).unwrap();
    assert!(one.bytes() == std::fs::read(path).unwrap(), "two makings give different bytes");
}

#[test]
fn the_demo_holds_and_says_what_it_holds() {
    let trial = Trial::demo();
    let mut book = trial.book();
    let check = book.check(None).unwrap();
    assert!(check.holds, "{:#?}", check.faults);
    assert_eq!((check.vouchers, check.distributions), (1155, 30));
    let info = book.info().unwrap();
    let held = (info.townships, info.villages, info.cooperatives, info.members);
    assert_eq!(held, (4, 72, 32, 1300));
    assert_eq!(info.years, [2023, 2024, 2025]);
    drop(book);
    assert_eq!(trial.files(), 1);
}
