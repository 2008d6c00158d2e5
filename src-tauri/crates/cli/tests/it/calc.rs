//! `baotuan calc` against the cases of its contract: facts of a separate exact calculation.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::kit::{PROGRAM, Place};

const CASES: &str = include_str!("../../../../../tests/cases/calc.jsonl");

/// Runs one case through standard input: exit code, standard output and standard error.
fn run(kind: &str, case: &Value) -> (Option<i32>, String, String) {
    let mut command = Command::new(PROGRAM);
    command.args(["calc", kind, "-"]).env_remove("BAOTUAN_BOOK");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(case.to_string().as_bytes()).unwrap();
    let answer = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (answer.status.code(), text(answer.stdout), text(answer.stderr))
}

#[test]
fn every_case_of_the_contract_comes_out_to_the_fen_or_is_refused_at_its_field() {
    let mut count = 0;
    for line in CASES.lines() {
        let fact: Value = serde_json::from_str(line).unwrap();
        let kind = fact["kind"].as_str().unwrap();
        let (exit, out, err) = run(kind, &fact["case"]);
        if let Some(path) = fact["error"].as_str() {
            assert_eq!((exit, out.as_str()), (Some(2), ""), "{line}");
            assert!(err.starts_with(&format!("{path}: ")), "{line}\n{err}");
            assert_eq!(err.lines().count(), 1, "{err}");
        } else {
            let mut answer: Value = serde_json::from_str(&out).unwrap();
            answer.as_object_mut().unwrap().remove("findings");
            assert_eq!((exit, &answer), (Some(0), &fact["answer"]), "{line}\n{err}");
        }
        count += 1;
    }
    assert_eq!(count, 141);
}

#[test]
fn a_file_works_as_standard_input_does() {
    let place = Place::new();
    place.write("金额.json", r#"{"amount": "1600000.00"}"#);
    let answer = place.run("calc capitals 金额.json").done();
    assert_eq!(answer, "{\"capitals\":\"壹佰陆拾万元整\"}\n");
    let missing = place.run("calc capitals 没有.json").refused(2);
    assert!(missing.starts_with("没有.json: "), "{missing}");
}
