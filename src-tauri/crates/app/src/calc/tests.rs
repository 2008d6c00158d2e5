//! Every case of `tests/cases/calc.jsonl`, from a separate exact calculation of the same contract,
//! and what is refused, line by line.

use expect_test::{Expect, expect};
use serde_json::Value;

use super::*;

#[derive(Deserialize)]
struct Case<'a> {
    kind: String,
    #[serde(borrow)]
    case: &'a serde_json::value::RawValue,
    answer: Option<Value>,
    error: Option<String>,
}
