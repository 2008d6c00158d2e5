//! The district's year: targets and awards.

use app::view::district::{DistrictView, DistrictWinner};

use super::{Chosen, Failure, open};
use crate::args::Targets;
use crate::output::{Output, table};

pub fn run(command: &Targets, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    match *command {
        Targets::Check { year } => output.show(&book.district(year)?, |view| checked(view, output)),
        Targets::Awards { year } => {
            output.show(&book.district(year)?, |view| awarded(view, output))
        }
    }
}

fn checked(view: &DistrictView, output: &Output) -> String {
    let DistrictView { year, reached, missed, .. } = view;
    let (target, shortfall) = (view.target.0.grouped(), view.shortfall.0.grouped());
    let mut text = output
        .say(
            &format!("{year} 年：目标每村 {target} 元，达标 {reached} 村，未达标 {missed} 村，尚差 {shortfall} 元\n"),
            &format!(
                "{year}: target {target} a village, reached by {reached}, missed by {missed}, \
                 short by {shortfall} in all\n"
            ),
        )
        .to_owned();
    let columns = [
        output.words("编号", "code"),
        output.words("村", "village"),
        output.words("乡镇", "township"),
        output.figures("收入", "income"),
        output.words("达标", "reached"),
        output.figures("尚差", "short by"),
        output.figures("扣绩效", "pay cut"),
    ];
    let rows = view.villages.iter().map(|village| {
        let reached = if village.reached {
            output.say("达标", "yes")
        } else {
            output.say("未达标", "no")
        };
        vec![
            village.code.clone(),
            village.name.clone(),
            village.township.clone(),
            village.income.0.grouped(),
            reached.to_owned(),
            village.shortfall.0.grouped(),
            village.pay_cut.0.grouped(),
        ]
    });
    text += &table(&columns, rows);
    let columns = [
        output.words("乡镇", "township"),
        output.figures("村", "villages"),
        output.figures("达标", "reached"),
        output.words("可评“好”", "may be rated good"),
    ];
    let rows = view.townships.iter().map(|township| {
        let eligible = if township.eligible_for_good {
            output.say("可以", "yes")
        } else {
            output.say("不能", "no")
        };
        vec![
            township.name.clone(),
            township.villages.to_string(),
            township.reached.to_string(),
            eligible.to_owned(),
        ]
    });
    text + &table(&columns, rows)
}

fn awarded(view: &DistrictView, output: &Output) -> String {
    let awards = &view.awards;
    let lists = [
        (output.say("产业示范村", "Model industry villages"), &awards.model_industry),
        (output.say("标杆引领村", "Benchmark villages"), &awards.benchmark),
        (output.say("后发崛起村", "Late risers"), &awards.late_riser),
    ];
    let mut text = String::new();
    for (name, winners) in lists {
        text += &format!("{name}\n{}", list(winners, output));
    }
    let total = view.prize_total.0.grouped();
    let (zh, en) = (format!("奖金合计 {total} 元\n"), format!("prizes in all {total}\n"));
    text + output.say(&zh, &en)
}

fn list(winners: &[DistrictWinner], output: &Output) -> String {
    let columns = [
        output.figures("名次", "place"),
        output.words("编号", "code"),
        output.words("村", "village"),
        output.figures("奖金", "prize"),
        output.figures("班子", "team"),
        output.figures("村集体", "to the village"),
    ];
    let rows = winners.iter().map(|winner| {
        vec![
            winner.rank.to_string(),
            winner.code.clone(),
            winner.name.clone(),
            winner.prize.0.grouped(),
            winner.team.0.grouped(),
            winner.village.0.grouped(),
        ]
    });
    table(&columns, rows)
}
