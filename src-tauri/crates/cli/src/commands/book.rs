//! Books: new, demo, info, check.

use std::path::Path;

use app::view::Text;
use app::view::book::{BackupView, BookView, CheckView, LogView, RestoreView};
use app::view::draft::ReviewView;
use app::{Book as OpenBook, Hold};

use super::{Chosen, Failure, open};
use crate::args::{Book, SwitchWord};
use crate::output::{Output, table};

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
        Book::Backup { folder } => {
            let view = open(book)?.back_up(&folder)?;
            output.show(&view, |view| backed_up(view, output))
        }
        Book::Restore { backup, file } => {
            let view = app::restore(&backup, &file)?;
            output.show(&view, |view| restored(view, output))
        }
        Book::Log { limit, before } => {
            let view = open(book)?.log(before, limit)?;
            output.show(&view, |view| log(view, output))
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

fn backed_up(view: &BackupView, output: &Output) -> String {
    let BackupView { path, vouchers, cooperatives, .. } = view;
    let code = view.code.as_deref().unwrap_or("—");
    let said = Text::new(
        format!(
            "已备份并核对：{path}\n{cooperatives} 家合作社，{vouchers} 张凭证，校验码 {code}\n"
        ),
        format!(
            "Backed up and checked: {path}\n{cooperatives} cooperatives, {vouchers} vouchers, \
             check code {code}\n"
        ),
    );
    output.sentence(&said).to_owned()
}

fn restored(view: &RestoreView, output: &Output) -> String {
    let RestoreView { path, from, name, cooperatives, vouchers, .. } = view;
    let last = view.last_voucher.as_deref().unwrap_or("—");
    let said = Text::new(
        format!(
            "已从 {from} 恢复到 {path}\n{name}：{cooperatives} 家合作社，{vouchers} 张凭证，最后一张 \
             {last}\n"
        ),
        format!(
            "Restored {from} to {path}\n{name}: {cooperatives} cooperatives, {vouchers} vouchers, \
             the last on {last}\n"
        ),
    );
    output.sentence(&said).to_owned()
}

fn log(view: &LogView, output: &Output) -> String {
    let columns = [
        output.figures("序号", "no."),
        output.words("时间", "time"),
        output.words("操作员", "operator"),
        output.words("内容", "what"),
        output.figures("行", "row"),
    ];
    let rows = view.rows.iter().map(|row| {
        vec![
            row.seq.to_string(),
            row.at.clone(),
            row.operator.clone().unwrap_or_default(),
            output.sentence(&row.what).to_owned(),
            row.subject.to_string(),
        ]
    });
    table(&columns, rows)
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
