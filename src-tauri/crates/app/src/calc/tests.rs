//! Every case of `tests/cases/calc.jsonl`, from a separate exact calculation of the same contract,
//! and what is refused, with the line that says why.

use expect_test::expect_file;
use serde_json::{Value, json};

use super::*;

const CASES: &str = include_str!("../../../../../tests/cases/calc.jsonl");

fn kind(word: &str) -> CalcKind {
    match word {
        "distribution" => CalcKind::Distribution,
        "targets" => CalcKind::Targets,
        "capitals" => CalcKind::Capitals,
        word => panic!("no kind {word}"),
    }
}

#[test]
fn every_case_of_the_contract_is_answered_or_refused_as_it_says() {
    let (mut answered, mut refused) = (0, 0);
    for (index, line) in CASES.lines().enumerate() {
        let mut case: Value = serde_json::from_str(line).unwrap();
        let input = case["case"].to_string();
        match calc(kind(case["kind"].as_str().unwrap()), input.as_bytes()) {
            Ok(output) => {
                let mut output: Value = serde_json::from_str(&output).unwrap();
                output.as_object_mut().unwrap().remove("findings");
                assert_eq!(output, case["answer"].take(), "case {index}");
                answered += 1;
            }
            Err(refusal) => {
                let path =
                    case["error"].as_str().unwrap_or_else(|| panic!("case {index}: {refusal}"));
                assert!(refusal.to_string().starts_with(&format!("{path}: ")), "case {index}");
                refused += 1;
            }
        }
    }
    println!("{answered} cases answered, {refused} refused");
    assert_eq!((answered, refused), (115, 26));
}

#[test]
fn an_answer_has_the_fields_of_the_contract_and_findings_that_call_for_a_look() {
    let input = json!({
        "cooperative": "幸福鹅", "year": 2025, "surplus": "1600000.00",
        "members": [
            {"id": "1", "name": "甲村", "kind": "village_collective",
             "contributions": [{"on": "2024-03-01", "amount": "125000.00"}]},
            {"id": "2", "name": "乙村", "kind": "village_collective",
             "contributions": [{"on": "2024-03-01", "amount": "125000.00"}]},
        ],
    });
    let output = calc(CalcKind::Distribution, input.to_string().as_bytes()).unwrap();
    expect_file!["tests/answer.json"].assert_eq(&(output + "\n"));
}

/// A distribution that is in order, with one thing changed.
fn distribution(path: &str, value: Value) -> String {
    let mut input = json!({
        "cooperative": "甲", "year": 2025, "surplus": "100.00",
        "appropriations": [{"fund": "盈余公积", "rate": "0.1"}],
        "members": [
            {"id": "1", "name": "甲", "kind": "household",
             "contributions": [{"on": "2021-03-01", "amount": "1.00"}]},
            {"id": "2", "name": "乙", "kind": "household", "patronage": "1"},
        ],
    });
    change(&mut input, path, value);
    input.to_string()
}

/// A year of targets that is in order, with one thing changed.
fn targets(path: &str, value: Value) -> String {
    let mut input = json!({
        "year": 2025,
        "policy": {
            "target": "100000.00",
            "pay_cuts": [{"completion_below": "1", "cut": "0.1"}],
            "awards": {
                "model_industry": {"places": 1, "prize": "1.00"},
                "benchmark": {"places": 1, "prize": "1.00"},
                "late_riser": {"places": 1, "prize": "1.00", "weak_below": "1.00"},
            },
        },
        "villages": [{"id": "1", "name": "甲村", "township": "东镇",
                      "income": {"2025": {"other": "1.00"}}}],
    });
    change(&mut input, path, value);
    input.to_string()
}

/// Puts `value` at `path`; null takes away what stands there.
fn change(input: &mut Value, path: &str, value: Value) {
    let (parent, key) = path.rsplit_once('/').unwrap();
    let parent = input.pointer_mut(parent).unwrap();
    match parent {
        Value::Object(fields) if value.is_null() => drop(fields.remove(key)),
        Value::Object(fields) => drop(fields.insert(key.to_owned(), value)),
        Value::Array(items) => items.push(value),
        _ => panic!("no place {path}"),
    }
}

/// What was refused, each with its line.
struct Refusals(String);

impl Refusals {
    fn of(&mut self, kind: CalcKind, input: &str) {
        let refusal = calc(kind, input.as_bytes()).expect_err(input).to_string();
        assert_eq!(refusal.lines().count(), 1, "{refusal}");
        self.0 += &format!("  {refusal}\n");
    }

    fn distribution(&mut self, path: &str, value: Value) {
        self.of(CalcKind::Distribution, &distribution(path, value));
    }

    fn targets(&mut self, path: &str, value: Value) {
        self.of(CalcKind::Targets, &targets(path, value));
    }

    fn head(&mut self, head: &str) {
        self.0 += &format!("\n{head}\n");
    }
}

fn missing(refusals: &mut Refusals) {
    refusals.head("A required field is missing.");
    for path in [
        "/cooperative",
        "/year",
        "/surplus",
        "/members",
        "/members/1/name",
        "/members/1/kind",
        "/members/1/id",
        "/members/0/contributions/0/on",
        "/appropriations/0/fund",
        "/appropriations/0/rate",
    ] {
        refusals.distribution(path, Value::Null);
    }
    for path in [
        "/year",
        "/policy",
        "/villages",
        "/policy/target",
        "/policy/awards",
        "/policy/awards/benchmark",
        "/policy/awards/benchmark/places",
        "/policy/awards/model_industry/prize",
        "/policy/awards/late_riser/weak_below",
        "/policy/pay_cuts/0/cut",
        "/villages/0/township",
    ] {
        refusals.targets(path, Value::Null);
    }
}

fn unknown_and_repeated(refusals: &mut Refusals) {
    refusals.head("A field is unknown, or stands where it has no place.");
    refusals.distribution("/members/1/weight", json!("1"));
    refusals.distribution("/note\n", json!("1"));
    refusals.targets("/policy/awards/benchmark/weak_below", json!("1.00"));

    refusals.head("A field or key is given twice.");
    let twice = distribution("/retained", json!("1.00"))
        .replace(r#""patronage":"1""#, r#""patronage":"1","patronage":"1""#);
    refusals.of(CalcKind::Distribution, &twice);
    refusals.of(CalcKind::Capitals, r#"{"amount": "1.00", "amount": "1.00"}"#);
    let year = targets("/year", json!(2025))
        .replace(r#""2025":{"other":"1.00"}"#, r#""2025":{"other":"1.00"},"2025":{}"#);
    refusals.of(CalcKind::Targets, &year);
    let category = targets("/year", json!(2025))
        .replace(r#""other":"1.00""#, r#""other":"1.00","other":"1.00""#);
    refusals.of(CalcKind::Targets, &category);
}

fn figures(refusals: &mut Refusals) {
    refusals.head("A figure is not written as it must be.");
    for value in [
        json!(100),
        json!(1.5),
        json!("1e5"),
        json!("+1"),
        json!(""),
        json!("1,000"),
        json!(" 1"),
        json!("0.001"),
        json!("9000000000000.01"),
        json!(true),
        json!({}),
        json!([]),
        json!("¥1"),
    ] {
        refusals.distribution("/surplus", value);
    }
    refusals
        .of(CalcKind::Distribution, &distribution("/retained", json!(0)).replace(":0", ":null"));
    for value in ["60%", "1.1", "-0.1", "0.1234567", ".6"] {
        refusals.distribution("/patronage_share", json!(value));
    }
    for value in ["-1", "1.0000001", "1000000000000000"] {
        refusals.distribution("/members/1/patronage", json!(value));
    }
    refusals.distribution("/members/1/reserve", json!("-0.01"));
    refusals.distribution("/retained", json!("-1.00"));
    refusals.targets("/villages/0/income/2025/rent", json!("-1.00"));
    refusals.targets("/villages/0/income/2024", json!({"rent": "1.001"}));
    refusals.targets("/policy/target", json!("0.00"));
    refusals.targets("/policy/target", json!("-1.00"));

    refusals.head("A word, number, day or flag is not what may stand there.");
    refusals.distribution("/members/1/kind", json!("person"));
    refusals.distribution("/capital_weighting", json!("month_end"));
    refusals.targets("/policy/awards/benchmark/ranking", json!("income"));
    for value in [json!("2025"), json!(2025.0), json!(25), json!(-1), json!(1e30)] {
        refusals.distribution("/year", value);
    }
    for value in [json!(-1), json!(1.5), json!("10")] {
        refusals.targets("/policy/awards/benchmark/places", value);
    }
    for value in ["2023-02-29", "2023-2-1", "01.02.2023"] {
        refusals.distribution("/members/0/contributions/0/on", json!(value));
    }
    refusals.targets("/villages/0/joint", json!("true"));
    refusals.targets("/villages/0/income/25", json!({}));
    refusals.targets("/villages/0/income/+2025", json!({}));
    refusals.distribution("/members/1/id", json!(7));
}

fn shapes(refusals: &mut Refusals) {
    refusals.head("An object or list is something else.");
    refusals.of(CalcKind::Capitals, "[\"1.00\"]");
    refusals.distribution("/members", json!({}));
    refusals.distribution("/members/-", json!(["3", "丙", "household"]));
    refusals.targets("/policy/awards", json!([]));
    refusals.targets("/villages/0/income", json!({"2025": "1.00"}));

    refusals.head("It is no JSON.");
    for input in ["", "{", "{\"amount\": \"1.00\"} {}", "{\"amount\": 1.00,}", "\u{feff}x"] {
        refusals.of(CalcKind::Capitals, input);
    }
    let refusal = calc(CalcKind::Capitals, b"{\"amount\": \"\xff\"}").unwrap_err();
    refusals.0 += &format!("  {refusal}\n");
}

fn facts_that_cannot_be(refusals: &mut Refusals) {
    refusals.head("Every figure is right, but not together.");
    refusals.distribution("/members", json!([]));
    refusals.distribution("/members/1/id", json!("1"));
    refusals.distribution("/appropriations/0/amount", json!("1.00"));
    let openings = distribution("/opening_deficit", json!("1.00"))
        .replace("{\"appropriations\"", "{\"opening_undistributed\":\"2.00\",\"appropriations\"");
    refusals.of(CalcKind::Distribution, &openings);
    refusals.distribution(
        "/members/0/contributions",
        json!([{"on": "2021-03-01", "amount": "1.00"}, {"on": "2026-02-01", "amount": "-1.01"}]),
    );
    refusals.distribution("/members/0/contributions", json!([]));
    refusals.targets("/villages/-", json!({"id": "1", "name": "乙村", "township": "东镇"}));
    let tier = json!({"completion_below": "1.0", "cut": "0.3"});
    refusals.targets("/policy/pay_cuts/-", tier);
}

#[test]
fn what_is_wrong_is_said_in_one_line_that_begins_with_the_field() {
    let mut refusals =
        Refusals("What the calculator refuses, and the line that says why.\n".into());
    missing(&mut refusals);
    unknown_and_repeated(&mut refusals);
    figures(&mut refusals);
    shapes(&mut refusals);
    facts_that_cannot_be(&mut refusals);
    expect_file!["tests/refusals.txt"].assert_eq(&refusals.0);
}

#[test]
fn what_may_be_left_out_is_nothing() {
    let input = json!({
        "cooperative": "甲", "year": 2025, "surplus": "0.00", "appropriations": [],
        "members": [{"id": "1", "name": "甲", "kind": "enterprise",
                     "contributions": [{"on": "2021-03-01"}]}],
    });
    assert!(calc(CalcKind::Distribution, input.to_string().as_bytes()).is_ok());
    assert!(calc(CalcKind::Targets, targets("/policy/pay_cuts", Value::Null).as_bytes()).is_ok());
    let empty = targets("/villages", json!([]));
    let answer = calc(CalcKind::Targets, empty.as_bytes()).unwrap();
    assert!(answer.starts_with(r#"{"villages":[],"townships":[],"awards":{"benchmark":[],"#));
    let marked = calc(CalcKind::Capitals, "\u{feff}{\"amount\": \"1.00\"}".as_bytes());
    assert_eq!(marked.unwrap(), r#"{"capitals":"壹元整"}"#);
}
