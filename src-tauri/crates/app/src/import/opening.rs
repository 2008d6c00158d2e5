//! The import of opening balances: one voucher, dated the day before the books begin.

use store::NewVoucher;

use super::fields::{Column, Faults, Fields, Layout, optional, required};
use super::{ImportFile, Known, Taken};
use crate::opening::{OpeningRows, TypedBalance, refuse_late};
use crate::problem::Problem;
use crate::voucher::checks::Chart;

pub(super) const COLUMNS: &[Column] = &[
    required("account", &["科目", "科目编码", "科目代码"]),
    required("debit", &["借方", "借方余额", "借方金额"]),
    required("credit", &["贷方", "贷方余额", "贷方金额"]),
    optional("member", &["成员", "成员编号"]),
    optional("counterparty", &["往来单位", "对方单位"]),
];

pub(super) fn balances(file: &ImportFile<'_>, faults: &mut Faults) -> Result<Taken, Problem> {
    let layout = Layout::of(file.table, COLUMNS)?;
    // Which cooperative it is was asked before.
    let Some(cooperative) = file.chosen else { return Ok(Taken::default()) };
    refuse_late(file.work, cooperative)?;
    let chart = Chart::of(file.work, cooperative)?;
    let mut known = Known::of(file.work)?;
    let members = known.members_of(file.work, cooperative)?;
    let mut rows = OpeningRows::default();
    for row in &file.table.rows {
        let mut fields = Fields::new(&layout, row, faults);
        let Some(account) = fields.text("account") else { continue };
        let typed = TypedBalance {
            account: &account,
            debit: fields.optional("debit"),
            credit: fields.optional("credit"),
            member: fields.optional("member"),
            counterparty: fields.optional("counterparty"),
        };
        if let Err(refusal) = rows.add(&typed, &chart, members) {
            if refusal.unreadable {
                fields.unreadable(refusal.field, &refusal.text);
            } else {
                fields.refuse(&refusal.text);
            }
        }
    }
    if !faults.is_empty() {
        return Ok(Taken::default());
    }
    match rows.voucher(chart.starts) {
        Err(text) => faults.refused_whole(text),
        Ok((voucher, places)) => {
            let new = NewVoucher {
                role: store::VoucherRole::Opening,
                batch: Some(file.batch),
                ..NewVoucher::plain(&voucher, &places)
            };
            file.work.post_voucher(cooperative, &new)?;
        }
    }
    Ok(Taken { vouchers: Some(1), ..Taken::default() })
}
