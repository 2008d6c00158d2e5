//! The entry that the rules name for a move of capital (37号, accounts 301, 321 and 322): what is
//! put in stands on 301, beyond the share on 321; who leaves gets capital and reserve share back,
//! and the loss that is borne stays on 332.

use domain::cooperative::Cooperative;
use domain::id::{CooperativeId, MemberId};
use domain::member::Member;
use domain::share_move::ShareMoveKind;
use store::{Kept, Reading, ShareMoveRecord};

use crate::made_line::{credit, debit, first, named, on};
use crate::problem::Problem;
use crate::view::voucher::{VoucherInput, VoucherLineInput};
use crate::voucher::checks::Chart;

/// What would be typed for it.
pub(super) fn of(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    record: &ShareMoveRecord,
) -> Result<VoucherInput, Problem> {
    let chart = Chart::of(reading, coop.id)?;
    let members = reading.members(coop.id)?;
    let known = |id: MemberId| members.iter().find(|member| member.id == id);
    let member = known(record.member);
    let name = |member: Option<&Kept<MemberId, Member>>| {
        member.map(|member| member.what.name.clone()).unwrap_or_default()
    };
    let of_member = |top: &str, member: Option<&Kept<MemberId, Member>>| VoucherLineInput {
        account: first(&chart, top),
        member: member.map(|member| member.what.code.clone()),
        ..VoucherLineInput::default()
    };
    let what = &record.what;
    let parts = reading.share_move_parts(record.id)?;
    let in_money = parts.iter().all(|part| {
        part.form.as_deref().is_none_or(|form| form.contains("货币") || form.contains("现金"))
    });
    // What is brought or taken in another form stands on an account that only the accountant knows.
    let bank = record.account.clone().or_else(|| first(&chart, "102").filter(|_| in_money));
    let paid = on(bank, None);
    let capital = of_member("301", member);
    let own = name(member);
    let undistributed = named(&chart, "332", "未分配盈余");
    let (summary, lines) = match what.kind {
        ShareMoveKind::PutIn => (
            format!("收{own}股金"),
            vec![
                debit(paid, what.paid()),
                credit(capital, what.capital),
                credit(on(first(&chart, "321"), None), what.premium),
            ],
        ),
        ShareMoveKind::TakenOut => {
            (format!("退{own}股金"), vec![debit(capital, what.capital), credit(paid, what.paid())])
        }
        ShareMoveKind::Left => (
            format!("{own}退社，退股金和公积金份额"),
            vec![
                debit(capital, what.capital),
                debit(on(first(&chart, "322"), None), what.reserve),
                credit(paid, what.paid()),
                credit(on(undistributed, None), what.loss),
            ],
        ),
        ShareMoveKind::Passed => {
            let to = record.to.and_then(known);
            (
                format!("{own}股金转给{}", name(to)),
                vec![debit(capital, what.capital), credit(of_member("301", to), what.capital)],
            )
        }
    };
    // A line without an amount is none: no premium, no loss, nothing paid.
    let has_amount = |line: &VoucherLineInput| line.debit.is_some() || line.credit.is_some();
    Ok(VoucherInput {
        coop: Some(coop.what.code.clone()),
        date: Some(what.on.to_string()),
        word: None,
        summary: Some(summary),
        papers: None,
        lines: Some(lines.into_iter().filter(has_amount).collect()),
    })
}
