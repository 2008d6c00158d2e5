//! Books: new, demo, info, check.

use std::path::Path;

use app::view::book::{BookView, CheckView};
use app::view::draft::ReviewView;
use app::{Book as OpenBook, Hold};

use super::{Chosen, Failure, open};
use crate::args::{Book, SwitchWord};
use crate::output::Output;

pub fn run(command: Book, book: Chosen, output: &Output) -> Result<(), Failure> {
    match command {
        Book::New { file, name } => {
            let view = OpenBook::create(&file, &name)?.info()?;
            output.show(&view, |view| info(view, output))
        }
        Book::Info => {
            let view = open(book)?.info()?;
            output.show(&view, |view| info(view, output))
        }
        Book::Review { state } => {
            let view = open(book)?.set_review(state == SwitchWord::On)?;
            output.show(&view, |view| reviewed(*view, output))
        }
        Book::Check { against } => {
            let view = open(book)?.check(against.as_deref())?;
            output.show(&view, |view| checked(view, output))?;
            if view.holds { Ok(()) } else { Err(told_faults(&view, output)) }
        }
    }
}

fn reviewed(view: ReviewView, output: &Output) -> String {
    let said = match view.review {
        true => output.say(
            "凭证要由制单人以外的人审核后记账。",
            "Somebody else reviews a voucher before it is posted.",
        ),
        false => output.say("凭证不必审核就能记账。", "Vouchers are posted without a review."),
    };
    format!("{said}\n")
}

pub fn demo(file: &Path, output: &Output) -> Result<(), Failure> {
    OpenBook::make_demo(file)?;
    let view = OpenBook::open(file, Hold::Brief)?.info()?;
    output.show(&view, |view| info(view, output))
}

fn info(view: &BookView, output: &Output) -> String {
    let BookView { name, path, villages, townships, cooperatives, members, vouchers, .. } = view;
    let years: Vec<String> = view.years.iter().map(ToString::to_string).collect();
    let years = years.join(output.say("、", ", "));
    let last = view.last_voucher.as_deref().unwrap_or("—");
    output
        .say(
            &format!(
                "{name}　{path}\n{townships} 个乡镇 {villages} 村，{cooperatives} 家合作社，\
                 {members} 名成员，已记账凭证 {vouchers} 张，最后一张 {last}\n年度：{years}\n"
            ),
            &format!(
                "{name}  {path}\n{townships} townships, {villages} villages, {cooperatives} \
                 cooperatives, {members} members, {vouchers} posted vouchers, the last on {last}\n\
                 years: {years}\n"
            ),
        )
        .to_owned()
}

fn checked(view: &CheckView, output: &Output) -> String {
    let CheckView { vouchers, lines, distributions, .. } = view;
    if !view.holds {
        return String::new();
    }
    let code = view.code.as_deref().unwrap_or("—");
    output
        .say(
            &format!(
                "相符：{vouchers} 张凭证 {lines} 行、{distributions} 个分配方案，都对得上。\n\
                 校验码 {code}\n"
            ),
            &format!(
                "All holds: {vouchers} vouchers with {lines} lines, {distributions} \
                 distributions.\nCheck code {code}\n"
            ),
        )
        .to_owned()
}

fn told_faults(view: &CheckView, output: &Output) -> Failure {
    for fault in &view.faults {
        eprintln!("{}", output.sentence(fault));
    }
    Failure::Told { exit: 1 }
}
