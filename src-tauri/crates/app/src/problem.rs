//! What the window and the command line get when something cannot be done.

use serde::Serialize;
use ts_rs::TS;

use crate::view::Text;

/// A refusal or failure: a stable code, a sentence with the figures and the way on, and the field
/// that it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Problem {
    /// Stable, such as `voucher.unbalanced`.
    pub code: &'static str,
    /// One sentence in both languages.
    pub message: Text,
    /// The input that it is about, where there is one.
    pub field: Option<String>,
    /// Further sentences: every faulty row of an import.
    pub details: Vec<Text>,
    /// Whether the books say no (exit 1), or the input cannot be read (exit 2).
    pub kind: ProblemKind,
}

/// Whose fault it is, in the sense of the command line's exit codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProblemKind {
    /// The books say no: exit 1.
    Refused,
    /// The input cannot be read or used: exit 2.
    Input,
    /// The disk or the file failed: exit 1.
    Failed,
}

impl Problem {
    /// The books say no.
    pub fn refused(code: &'static str, message: Text) -> Self {
        Self::new(ProblemKind::Refused, code, message)
    }

    /// The input cannot be read or used.
    pub fn input(code: &'static str, message: Text) -> Self {
        Self::new(ProblemKind::Input, code, message)
    }

    /// The disk or the file failed.
    pub fn failed(code: &'static str, message: Text) -> Self {
        Self::new(ProblemKind::Failed, code, message)
    }

    /// What was asked; nothing where the books say no. What failed still fails.
    pub(crate) fn unless_refused<T>(asked: Result<T, Problem>) -> Result<Option<T>, Problem> {
        match asked {
            Ok(answer) => Ok(Some(answer)),
            Err(problem) if problem.kind == ProblemKind::Failed => Err(problem),
            Err(_) => Ok(None),
        }
    }

    fn new(kind: ProblemKind, code: &'static str, message: Text) -> Self {
        Problem { code, message, field: None, details: Vec::new(), kind }
    }

    /// The same problem, about this input.
    #[must_use]
    pub fn about(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// The same problem, with further sentences.
    #[must_use]
    pub fn with_details(mut self, details: Vec<Text>) -> Self {
        self.details = details;
        self
    }
}
