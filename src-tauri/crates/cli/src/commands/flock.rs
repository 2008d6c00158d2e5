//! Batches of birds.

use app::view::asset::{
    EggCostView, FlockInput, FlockRow, FlocksView, MoveInput, MoveKindView, PurposeView,
};

use super::draft::readable as draft;
use super::{Chosen, Failure, open};
use crate::args::{EggCostWord, Flock, MoveWord, PurposeWord};
use crate::output::{Output, table};

pub fn run(command: Flock, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    let view = match command {
        Flock::Begin { coop, name, purpose, egg_cost, note } => {
            let purpose = match purpose {
                PurposeWord::Meat => PurposeView::Meat,
                PurposeWord::Layer => PurposeView::Layer,
            };
            let egg_cost = match egg_cost {
                EggCostWord::Cost => EggCostView::Cost,
                EggCostWord::Expense => EggCostView::Expense,
            };
            book.add_flock(&coop, &FlockInput { name, purpose, egg_cost, note })?
        }
        Flock::List { coop } => book.flocks(&coop)?,
        Flock::Note { coop, name, kind, on, birds, weight, amount, note } => {
            let input = MoveInput { on, kind: move_kind(kind), birds, weight, amount, note };
            let view = book.add_flock_move(&coop, &name, &input)?;
            return output.show(&view, |view| {
                let made = view.draft.as_ref().map(|made| draft(made, output));
                let own = view.flocks.rows.iter().filter(|row| row.name == name);
                made.unwrap_or_default() + &own.map(|row| moves(row, output)).collect::<String>()
            });
        }
        Flock::Draft { coop, id } => {
            let view = book.flock_move_draft(&coop, id)?;
            return output.show(&view, |view| draft(view, output));
        }
        Flock::Void { coop, id, reason } => book.void_flock_move(&coop, id, &reason)?,
    };
    output.show(&view, |view| listed(view, output))
}

fn move_kind(word: MoveWord) -> MoveKindView {
    match word {
        MoveWord::Bought => MoveKindView::Bought,
        MoveWord::Fed => MoveKindView::Fed,
        MoveWord::Spent => MoveKindView::Spent,
        MoveWord::Died => MoveKindView::Died,
        MoveWord::Matured => MoveKindView::Matured,
        MoveWord::Culled => MoveKindView::Culled,
        MoveWord::Sold => MoveKindView::Sold,
        MoveWord::Laid => MoveKindView::Laid,
    }
}

fn listed(view: &FlocksView, output: &Output) -> String {
    let columns = [
        output.words("批次", "batch"),
        output.figures("购入", "bought"),
        output.figures("死亡", "died"),
        output.figures("转出", "moved out"),
        output.figures("出售", "sold"),
        output.figures("存栏", "living"),
        output.figures("饲料(斤)", "feed (斤)"),
        output.figures("蛋(斤)", "eggs (斤)"),
        output.figures("在账", "standing"),
        output.figures("每只", "per bird"),
        output.figures("每斤蛋", "per 斤"),
    ];
    let rows = view.rows.iter().map(|row| {
        let FlockRow { bought, died, culled, sold, living, .. } = row;
        let birds = [bought, died, culled, sold, living].map(ToString::to_string);
        let per = [&row.cost_per_bird, &row.cost_per_egg];
        let per = per.map(|cost| cost.as_ref().map(|cost| cost.0.to_string()).unwrap_or_default());
        let weights = [row.feed.0.to_string(), row.eggs.0.to_string()];
        let own = [row.name.clone()].into_iter().chain(birds).chain(weights);
        own.chain([row.standing.0.grouped()]).chain(per).collect()
    });
    format!("{}\n{}", view.coop.name, table(&columns, rows))
}

fn moves(row: &FlockRow, output: &Output) -> String {
    let columns = [
        output.figures("序号", "entry"),
        output.words("日期", "day"),
        output.words("事项", "what"),
        output.figures("金额", "amount"),
        output.words("凭证", "voucher"),
    ];
    let rows = row.moves.iter().map(|one| {
        let made = match (&one.voucher, one.draft) {
            (Some(number), _) => number.clone(),
            (None, Some(id)) => format!("{} {id}", output.say("草稿", "draft")),
            (None, None) if one.no_voucher => "—".to_owned(),
            (None, None) => String::new(),
        };
        vec![
            one.id.to_string(),
            one.on.clone(),
            output.sentence(&one.text).to_owned(),
            one.amount.map(|amount| amount.0.grouped()).unwrap_or_default(),
            made,
        ]
    });
    let living = output.say("存栏", "living");
    format!("{}　{living} {}\n{}", row.name, row.living, table(&columns, rows))
}
