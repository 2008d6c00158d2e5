//! `baotuan`: the same use cases as the window, for scripts, for support and for tests. It needs no
//! display and no web view, and only translates: arguments in, tables or JSON out.

mod args;
mod commands;
mod output;
mod usage;

use std::panic::AssertUnwindSafe;
use std::process::ExitCode;
#[cfg(unix)]
use std::sync::{Arc, atomic::AtomicBool};

use app::ProblemKind;
use clap::Parser;

use args::{Args, Command};
use commands::{Chosen, Failure};
use output::Output;

fn main() -> ExitCode {
    outlive_full_disks();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return ExitCode::from(usage::explain(&error, std::env::args_os())),
    };
    let output = Output::new(args.json, args.lang);
    // A panic is our mistake: it becomes a sentence, and what was not committed is not saved.
    let done = std::panic::catch_unwind(AssertUnwindSafe(|| run(args, &output)));
    match done.unwrap_or(Err(Failure::Told { exit: 1 })) {
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

/// Where a limit for the size of files is met, writing fails and says so; without this the program
/// would be killed in the middle and leave half a file.
#[cfg(unix)]
fn outlive_full_disks() {
    let met = Arc::new(AtomicBool::new(false));
    // Where it cannot be asked for, the limit kills as it does every other program.
    drop(signal_hook::flag::register(signal_hook::consts::SIGXFSZ, met));
}

#[cfg(not(unix))]
fn outlive_full_disks() {}

fn run(args: Args, output: &Output) -> Result<(), Failure> {
    let book = Chosen { book: args.book, operator: args.operator, backups: args.backups };
    match args.command {
        Command::Calc(calc) => commands::calc::run(&calc),
        Command::Demo { file } => commands::book::demo(&file, output),
        Command::Book(command) => commands::book::run(command, book, output),
        Command::Village(command) => commands::register::village(command, book, output),
        Command::Coop(command) => commands::register::coop(command, book, output),
        Command::Member(command) => commands::register::member(command, book, output),
        Command::Voucher(command) => commands::voucher::run(command, book, output),
        Command::Import(import) => commands::import::run(&import, book, output),
        Command::Distribution(command) => commands::distribution::run(command, book, output),
        Command::Targets(command) => commands::targets::run(&command, book, output),
        Command::Print(command) => commands::print::run(command, book, output),
        Command::Account(command) => commands::account::run(command, book, output),
        Command::Period(command) => commands::period::run(command, book, output),
        Command::Year(command) => commands::year::run(command, book, output),
        Command::Asset(command) => commands::asset::run(command, book, output),
        Command::Recurring(command) => commands::recurring::run(command, book, output),
        Command::Flock(command) => commands::flock::run(command, book, output),
        Command::Bank(command) => commands::bank::run(command, book, output),
        Command::Cash(command) => commands::cash::run(command, book, output),
        Command::Report(command) => commands::report::run(command, book, output),
        Command::Export(command) => commands::export::run(command, book, output),
        Command::Completions { shell } => commands::completions(shell),
    }
}
