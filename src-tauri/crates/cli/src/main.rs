//! `baotuan`: the same use cases as the window, for scripts, for support and for tests. It needs no
//! display and no web view, and only translates: arguments in, tables or JSON out.

mod args;
mod commands;
mod output;

use std::process::ExitCode;

use app::ProblemKind;
use clap::Parser;

use args::{Args, Command};
use commands::Failure;
use output::Output;

fn main() -> ExitCode {
    let args = Args::parse();
    let output = Output::new(args.json, args.lang);
    match run(args, &output) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Told { exit }) => ExitCode::from(exit),
        Err(Failure::Problem(problem)) => {
            output.problem(&problem);
            ExitCode::from(match problem.kind {
                ProblemKind::Refused | ProblemKind::Failed => 1,
                ProblemKind::Input => 2,
            })
        }
    }
}

fn run(args: Args, output: &Output) -> Result<(), Failure> {
    let book = args.book;
    match args.command {
        Command::Calc(calc) => commands::calc::run(&calc),
        Command::Demo { file } => commands::book::demo(&file, output),
        Command::Book(command) => commands::book::run(command, book, output),
        Command::Village(command) => commands::register::village(command, book, output),
        Command::Coop(command) => commands::register::coop(command, book, output),
        Command::Member(command) => commands::register::member(command, book, output),
        Command::Import(import) => commands::import::run(&import, book, output),
        Command::Distribution(command) => commands::distribution::run(command, book, output),
        Command::Targets(command) => commands::targets::run(&command, book, output),
        Command::Print(command) => commands::print::run(command, book, output),
        Command::Report(command) => commands::report::run(command, book, output),
        Command::Completions { shell } => {
            commands::completions(shell);
            Ok(())
        }
    }
}
