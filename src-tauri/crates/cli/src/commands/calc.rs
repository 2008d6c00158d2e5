//! Calculations without a book.

use std::io::Read;

use app::calc::{CalcKind, calc};

use super::Failure;
use crate::args::{Calc, CalcWord};
use crate::output::print;

pub fn run(command: &Calc) -> Result<(), Failure> {
    let kind = match command.kind {
        CalcWord::Distribution => CalcKind::Distribution,
        CalcWord::Targets => CalcKind::Targets,
        CalcWord::Capitals => CalcKind::Capitals,
    };
    let answer = input(command).and_then(|json| calc(kind, &json).map_err(|e| e.to_string()));
    match answer {
        Ok(answer) => print(&(answer + "\n")),
        Err(line) => {
            eprintln!("{line}");
            Err(Failure::Told { exit: 2 })
        }
    }
}

fn input(command: &Calc) -> Result<Vec<u8>, String> {
    let mut json = Vec::new();
    let read = if command.file.as_os_str() == "-" {
        std::io::stdin().read_to_end(&mut json).map(|_| json)
    } else {
        std::fs::read(&command.file)
    };
    read.map_err(|error| format!("{}: {error}", command.file.display()))
}
