//! What is refused of a batch, with the figures and a way on.

use domain::flock::{self, Move, MoveError, MoveKind};
use store::{FlockRecord, MoveRecord};

use crate::problem::Problem;
use crate::view::Text;
use crate::voucher::written;

pub(super) fn impossible(batch: &str, kind: MoveKind, error: &MoveError) -> Problem {
    let (field, text) = match error {
        MoveError::NotAlive { on, living, birds } => {
            let what = super::views::word(kind);
            (
                "birds",
                Text::new(
                    format!(
                        "{batch} {on} 存栏只有 {living} 只，{} {birds} 只多了 {} 只。核对只数和\
                         日期。",
                        what.zh,
                        birds - living
                    ),
                    format!(
                        "{batch} has {living} birds on {on}; {birds} {} are {} too many. Check \
                         number and day.",
                        what.en,
                        birds - living
                    ),
                ),
            )
        }
        MoveError::NotAll { living, birds } => (
            "birds",
            Text::new(
                format!(
                    "{batch} 存栏 {living} 只，转为产蛋 {birds} 只。整批一起转：不转的先转出到\
                     另一批次，再转其余的。"
                ),
                format!(
                    "{batch} has {living} birds and {birds} would become layers. All go together: \
                     move the others to another batch first."
                ),
            ),
        ),
        MoveError::ForMeat => (
            "kind",
            Text::new(
                format!("{batch} 是肉用批次，不转产蛋，也不产蛋。产蛋的另建一个批次。"),
                format!("{batch} is kept for meat and lays no eggs. Begin another for layers."),
            ),
        ),
        MoveError::GrownBefore { since } => (
            "kind",
            Text::new(
                format!("{batch} 已在 {since} 转为产蛋，不再转。"),
                format!("{batch} became layers on {since} already."),
            ),
        ),
        MoveError::NotGrown { on } => (
            "on",
            Text::new(
                format!("{batch} 到 {on} 还没有转为产蛋。先记“转为产蛋”，再记产蛋。"),
                format!("{batch} is not grown by {on}. Note first that the birds are layers."),
            ),
        ),
        MoveError::GoslingsAmongLayers { on, since } => (
            "on",
            Text::new(
                format!("{batch} 从 {since} 起是产蛋鹅，{on} 购入的另建一个批次。"),
                format!("{batch} is layers since {since}; begin another batch for {on}."),
            ),
        ),
    };
    Problem::refused("flock.impossible", text).about(field)
}

/// What came by mistake may not be the birds that died or were sold since.
pub(super) fn refuse_resting(
    record: &FlockRecord,
    made: &MoveRecord,
    others: &[Move],
) -> Result<(), Problem> {
    let days = others.iter().map(|one| one.on).filter(|day| *day >= made.what.on);
    let short = days.map(|day| (day, flock::living_on(others, day))).find(|(_, left)| *left < 0);
    let laid =
        made.what.kind == MoveKind::Matured && others.iter().any(|one| one.kind == MoveKind::Laid);
    let (name, on) = (&record.what.name, made.what.on);
    let text = match short {
        Some((day, living)) => Text::new(
            format!(
                "作废后 {name} {day} 存栏会是 {living} 只。先作废以后的死亡、出售，再作废 {on} 的\
                 这一笔。"
            ),
            format!("{name} would have {living} birds on {day}. Void what came later first."),
        ),
        None if laid => Text::new(
            format!("{name} 转为产蛋后已经记了产蛋。先作废产蛋记录。"),
            format!("{name} has laid eggs since. Void these first."),
        ),
        None => return Ok(()),
    };
    Err(Problem::refused("flock.rests", text).about("id"))
}

pub(super) fn taken(name: &str) -> Problem {
    let text = Text::new(
        format!("批次“{name}”已经有了。换一个名称，例如加上年份和栋舍。"),
        format!("There is a batch “{name}” already. Choose another name."),
    );
    Problem::refused("flock.taken", text).about("name")
}

pub(super) fn unknown_batch(name: &str) -> Problem {
    let text = Text::new(
        format!("没有叫“{name}”的批次。从列表里选一个，或先建批次。"),
        format!("There is no batch “{name}”. Choose one of the list, or begin it first."),
    );
    Problem::refused("flock.unknown", text).about("flock")
}

pub(super) fn unknown_move() -> Problem {
    let text = Text::new(
        "批次里没有这一笔，或已经作废。重新打开列表。",
        "The batch has no such entry, or it was voided. Open the list again.",
    );
    Problem::refused("flock.unknown_move", text).about("id")
}

pub(super) fn draft_made(made: &MoveRecord) -> Problem {
    let text = match (written(made.voucher.clone()), made.draft) {
        (Some(number), _) => Text::new(
            format!("这一笔已经做成凭证 {number}。要改的，先冲销它。"),
            format!("Voucher {number} was made of this. Reverse it first."),
        ),
        (None, draft) => {
            let id = draft.map_or(0, |draft| draft.number());
            Text::new(
                format!("这一笔已经有草稿 {id}。接着填它，或先放弃它。"),
                format!("Draft {id} was made of this. Go on with it, or drop it first."),
            )
        }
    };
    Problem::refused("flock.drafted", text).about("id")
}

pub(super) fn no_voucher() -> Problem {
    let text =
        Text::new("这一笔不做凭证，只记数量。", "This makes no voucher; it is counted only.");
    Problem::refused("flock.no_voucher", text).about("id")
}

pub(super) fn no_number(field: &str, zh: &str, said: Text) -> Problem {
    let text = Text::new(format!("{zh}{}。", said.zh), format!("{}.", said.en));
    Problem::input("flock.number", text).about(field)
}
