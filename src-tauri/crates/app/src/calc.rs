//! The calculator: one JSON object in, one out, for the dividend, the targets and amounts in
//! capitals. It touches no book, and decides nothing that the domain does not decide.
//!
//! One surprising thing: a refused input is read a second time, slowly, to find out where the fault
//! is. An input that is in order never pays for that.

mod distribution;
pub(crate) mod input;
mod targets;

use std::fmt;

use domain::capitals;
use serde::{Deserialize, Serialize};

use crate::view::Text;
use input::{Object, amount, required};

/// What is calculated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalcKind {
    /// What each member gets of a year's surplus.
    Distribution,
    /// The district's year: targets, pay cuts, awards.
    Targets,
    /// An amount in capitals (大写).
    Capitals,
}

/// Why an input is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalcRefusal {
    /// The field that it is about, such as `members[0].patronage`; `input` where it is the whole.
    pub path: String,
    /// What is wrong with it.
    pub message: Text,
}

impl CalcRefusal {
    /// What stands for the whole input where a field would.
    const WHOLE: &'static str = "input";

    /// Whether it is about the whole input and no field of it.
    pub(crate) fn is_whole(&self) -> bool {
        self.path == Self::WHOLE
    }

    fn new(path: impl Into<String>, zh: impl Into<String>, en: impl Into<String>) -> Self {
        CalcRefusal { path: path.into(), message: Text::new(zh, en) }
    }
}

impl fmt::Display for CalcRefusal {
    /// One line, whatever the input said: `members[0].patronage: 中文 / English`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = format!("{}: {} / {}", self.path, self.message.zh, self.message.en);
        let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        f.write_str(&line.replace(breaks, " "))
    }
}

impl std::error::Error for CalcRefusal {}

/// Reads one JSON object, calculates, and writes one JSON object on one line.
///
/// # Errors
/// [`CalcRefusal`]: no JSON, an unknown, repeated or missing field, or a figure that cannot be.
pub fn calc(kind: CalcKind, json: &[u8]) -> Result<String, CalcRefusal> {
    match kind {
        CalcKind::Distribution => distribution::calc(json),
        CalcKind::Targets => targets::calc(json),
        CalcKind::Capitals => capitals(json),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CapitalsInput {
    #[serde(default, deserialize_with = "amount")]
    amount: Option<domain::Money>,
}

#[derive(Serialize)]
struct CapitalsOutput {
    capitals: String,
}

fn capitals(json: &[u8]) -> Result<String, CalcRefusal> {
    let Object(CapitalsInput { amount }) = input::read(json)?;
    let amount = required(amount, "amount")?;
    Ok(written(&CapitalsOutput { capitals: capitals::capitals(amount) }))
}

/// An output as JSON.
#[expect(clippy::expect_used, reason = "our outputs are lists and objects with text keys")]
fn written(output: &impl Serialize) -> String {
    serde_json::to_string(output).expect("an output can be written")
}

#[cfg(test)]
mod tests;
