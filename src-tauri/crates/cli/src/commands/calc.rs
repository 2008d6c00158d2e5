//! Calculations without a book.

use app::calc::{CalcKind, calc};

use super::{Failure, input};
use crate::args::{Calc, CalcWord};
use crate::output::print;

pub fn run(command: &Calc) -> Result<(), Failure> {
    let kind = match command.kind {
        CalcWord::Distribution => CalcKind::Distribution,
        CalcWord::Targets => CalcKind::Targets,
        CalcWord::Capitals => CalcKind::Capitals,
    };
    let json = input(&command.file).map_err(|e| format!("{}: {e}", command.file.display()));
    let answer = json.and_then(|json| calc(kind, &json).map_err(|e| e.to_string()));
    match answer {
        Ok(answer) => print(&(answer + "\n")),
        Err(line) => {
            eprintln!("{line}");
            Err(Failure::Told { exit: 2 })
        }
    }
}
