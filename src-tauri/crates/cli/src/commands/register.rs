//! The registers: villages, cooperatives, members.

use app::view::register::{
    CooperativeInput, CooperativeRow, MemberInput, MemberKindView, MemberView, VillageInput,
    VillageRow,
};
use app::view::share::{ReserveInput, ShareMoveKindView};
use app::view::{Named, Rows, Text};

use super::distribution::findings;
use super::draft::readable as draft;
use super::member;
use super::{Chosen, Failure, open};
use crate::args::{AddMember, Coop, KindWord, Member, Village};
use crate::output::{Output, table};

pub fn village(command: Village, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    match command {
        Village::Add(add) => {
            let named = book.add_village(VillageInput {
                code: add.code,
                name: add.name,
                township: add.township,
                performance_pay: add.performance_pay,
                joint: add.joint,
            })?;
            added(&named, None, output)
        }
        Village::List => {
            let rows = Rows { rows: book.villages()? };
            output.show(&rows, |rows| villages(&rows.rows, output))
        }
    }
}

fn added(named: &Named, warning: Option<&Text>, output: &Output) -> Result<(), Failure> {
    if let Some(warning) = warning {
        output.warning(warning);
    }
    output.show(named, |Named { code, name }| {
        let (zh, en) = (format!("已登记 {code} {name}\n"), format!("{code} {name} added\n"));
        output.say(&zh, &en).to_owned()
    })
}

fn villages(rows: &[VillageRow], output: &Output) -> String {
    let columns = [
        output.words("编号", "code"),
        output.words("村", "village"),
        output.words("乡镇", "township"),
        output.figures("绩效", "pay"),
        output.words("抱团", "joint"),
    ];
    let rows = rows.iter().map(|row| {
        vec![
            row.code.clone(),
            row.name.clone(),
            row.township.clone(),
            row.performance_pay.0.grouped(),
            output
                .say(if row.joint { "是" } else { "" }, if row.joint { "yes" } else { "" })
                .into(),
        ]
    });
    table(&columns, rows)
}

pub fn coop(command: Coop, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    match command {
        Coop::Add(add) => {
            let (named, warning) = book.add_cooperative(CooperativeInput {
                code: add.code,
                name: add.name,
                starts: add.starts,
                credit_code: add.credit_code,
                alliance: add.alliance,
                line: add.line,
            })?;
            added(&named, warning.as_ref(), output)
        }
        Coop::List { year } => {
            let view = book.cooperatives(year)?;
            output.show(&view, |view| cooperatives(&view.rows, output))
        }
        Coop::Show { coop, year } => {
            let view = book.cooperative(&coop, year)?;
            output.show(&view, |view| {
                let row = cooperatives(std::slice::from_ref(&view.row), output);
                row + &findings(&view.findings, output)
            })
        }
    }
}

fn cooperatives(rows: &[CooperativeRow], output: &Output) -> String {
    let columns = [
        output.words("编号", "code"),
        output.words("合作社", "cooperative"),
        output.words("行业", "line"),
        output.figures("成员", "members"),
        output.figures("村", "villages"),
        output.figures("出资", "capital"),
        output.figures("本年盈余", "surplus"),
    ];
    let rows = rows.iter().map(|row| {
        vec![
            row.code.clone(),
            row.name.clone(),
            row.line.clone().unwrap_or_default(),
            row.members.to_string(),
            row.villages.to_string(),
            row.capital.0.grouped(),
            row.surplus.0.grouped(),
        ]
    });
    table(&columns, rows)
}

pub fn member(command: Member, book: Chosen, output: &Output) -> Result<(), Failure> {
    let mut book = open(book)?;
    match command {
        Member::Add(add) => {
            let (coop, member) = member_input(add);
            let (named, warning) = book.add_member(&coop, member)?;
            added(&named, warning.as_ref(), output)
        }
        Member::List { coop, year } => {
            let view = book.members(&coop, year)?;
            output.show(&view, |view| {
                let columns = [
                    output.words("编号", "code"),
                    output.words("成员", "member"),
                    output.words("类别", "kind"),
                    output.figures("出资", "capital"),
                    output.figures("交易额", "deliveries"),
                    output.figures("分红合计", "dividend"),
                ];
                let rows = view.rows.iter().map(|row| {
                    vec![
                        row.code.clone(),
                        row.name.clone(),
                        kind(row.kind, output).to_owned(),
                        row.capital.0.grouped(),
                        row.deliveries.0.grouped(),
                        row.total.0.grouped(),
                    ]
                });
                table(&columns, rows)
            })
        }
        Member::Show { coop, code, year } => {
            let view = book.member(&coop, &code, year)?;
            output.show(&view, |view| one_member(view, output))
        }
        Member::Change(change) => {
            let (coop, code, input) = member::change(change);
            let view = book.change_member(&coop, &code, &input)?;
            view.notes.iter().for_each(|note| output.warning(note));
            output.show(&view, |view| member::changes(view, output))
        }
        Member::PutIn(moved) => member::put(&mut book, ShareMoveKindView::PutIn, moved, output),
        Member::TakeOut(moved) => {
            member::put(&mut book, ShareMoveKindView::TakenOut, moved, output)
        }
        Member::Leave(moved) => member::put(&mut book, ShareMoveKindView::Left, moved, output),
        Member::Pass { to, moved } => member::pass(&mut book, to, moved, output),
        Member::Reserve { coop, year, on, by, amount, dry_run } => {
            let input = ReserveInput { year, on, by: member::by(by), amount };
            let view = match dry_run {
                true => book.check_reserve(&coop, &input)?,
                false => book.quantify_reserve(&coop, &input)?,
            };
            output.show(&view, |view| member::reserve(view, output))
        }
        Member::Moves { coop } => {
            let view = book.share_moves(&coop)?;
            output.show(&view, |view| member::moves(&view.rows, output))
        }
        Member::MoveDraft { coop, id } => {
            let view = book.share_move_draft(&coop, id)?;
            output.show(&view, |view| draft(view, output))
        }
        Member::UndoMove { coop, id, reason } => {
            let view = book.void_share_move(&coop, id, &reason)?;
            output.show(&view, |view| member::moves(&view.rows, output))
        }
    }
}

fn member_input(add: AddMember) -> (String, MemberInput) {
    let member = MemberInput {
        code: add.code,
        name: add.name,
        kind: match add.kind {
            KindWord::VillageCollective => MemberKindView::VillageCollective,
            KindWord::Household => MemberKindView::Household,
            KindWord::Enterprise => MemberKindView::Enterprise,
        },
        village: add.village,
        joined: add.joined,
        id_number: add.id_number,
        bank_account: add.bank_account,
    };
    (add.coop, member)
}

fn kind(kind: MemberKindView, output: &Output) -> &'static str {
    match kind {
        MemberKindView::VillageCollective => output.say("村集体", "village"),
        MemberKindView::Household => output.say("农户", "household"),
        MemberKindView::Enterprise => output.say("企业", "enterprise"),
    }
}

fn one_member(view: &MemberView, output: &Output) -> String {
    let row = &view.row;
    let mut text = format!(
        "{} {}　{}　{}\n",
        row.code,
        row.name,
        kind(row.kind, output),
        view.cooperative.name
    );
    let columns = [
        output.words("日期", "date"),
        output.words("方式", "form"),
        output.figures("出资", "contribution"),
        output.figures("出资余额", "capital"),
    ];
    let rows = view.contributions.iter().map(|row| {
        let form = row.form.clone().unwrap_or_default();
        vec![row.on.clone(), form, row.amount.0.grouped(), row.capital.0.grouped()]
    });
    text += &table(&columns, rows);
    let columns = [
        output.words("年度", "year"),
        output.figures("盈余返还", "refund"),
        output.figures("保底", "guaranteed"),
        output.figures("剩余盈余", "residual"),
        output.figures("合计", "total"),
    ];
    let rows = view.distributions.iter().map(|row| {
        vec![
            row.year.to_string(),
            row.patronage_refund.0.grouped(),
            row.guaranteed.0.grouped(),
            row.residual_dividend.0.grouped(),
            row.total.0.grouped(),
        ]
    });
    text + &table(&columns, rows)
}
