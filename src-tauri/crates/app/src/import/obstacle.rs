//! What stands in the way of taking an import back: one sentence with the figures and what to do.

use std::collections::BTreeSet;

use domain::id::BatchId;
use store::{BatchRecord, FinalKind, LaterVoucher, Reading, Resting, RestingKind, Withdrawal};

use super::history::named;
use crate::fault_text::kind_text;
use crate::problem::Problem;
use crate::view::Text;

/// What stands in the way of taking an import back, with the figures and the way on.
pub(super) fn obstacle(
    reading: &Reading<'_>,
    record: &BatchRecord,
    rule: &str,
) -> Result<Option<(&'static str, Text)>, Problem> {
    let (id, name) = (record.id, named(record));
    Ok(match rule {
        "undo.closed_month" => reading.closed_on(id)?.map(|closed| {
            let (coop, month) = (closed.cooperative, closed.month);
            let text = Text::new(
                format!(
                    "{}没有撤销：合作社 {coop} 的 {month} 已经结账。先反结账，再撤销。",
                    name.zh
                ),
                format!(
                    "The {} was not taken back: cooperative {coop} has closed {month}. Reopen it, \
                     then take the import back.",
                    name.en
                ),
            );
            ("undo.closed_month", text)
        }),
        "undo.later_number" => {
            reading.later_than(id)?.map(|later| ("undo.later_number", later_text(&name, &later)))
        }
        "undo.approved" => reading.approved_on(id)?.map(|(coop, year, resolution)| {
            let text = Text::new(
                format!(
                    "{}没有撤销：合作社 {coop} {year} 年的分配已按它通过（{resolution}）。\
                     有错的记录用红字凭证或新登记改正。",
                    name.zh
                ),
                format!(
                    "The {} was not taken back: the distribution of cooperative {coop} for {year} \
                     was approved on it ({resolution}). Put wrong records right by red vouchers \
                     or new entries.",
                    name.en
                ),
            );
            ("undo.approved", text)
        }),
        "undo.rests" => {
            let resting = reading.rests_on(id)?;
            (!resting.is_empty()).then(|| ("undo.rests", resting_text(&name, &resting)))
        }
        "contribution.below_zero" => reading
            .withdrawn_from(id)?
            .map(|withdrawal| ("undo.withdrawn", withdrawn_text(&name, &withdrawal))),
        _ => None,
    })
}

fn withdrawn_text(name: &Text, withdrawal: &Withdrawal) -> Text {
    let Withdrawal { cooperative, member, made_on, amount, batch } = withdrawal;
    let taken = amount.abs().grouped();
    let (zh, en) = match batch.map(BatchId::number) {
        Some(batch) => (format!("先撤销第 {batch} 批"), format!("Take import {batch} back first")),
        None => (
            "这笔退出资不能撤销，这一批只能留着".to_owned(),
            "The withdrawal stays, and so does the import".to_owned(),
        ),
    };
    Text::new(
        format!(
            "{}没有撤销：合作社 {cooperative} 的成员 {member} 在 {made_on} 退出资 {taken}，\
             撤了就不够退。{zh}。",
            name.zh
        ),
        format!(
            "The {} was not taken back: member {member} of cooperative {cooperative} took out \
             {taken} on {made_on}, which needs it. {en}.",
            name.en
        ),
    )
}

fn later_text(name: &Text, later: &LaterVoucher) -> Text {
    let LaterVoucher { cooperative, number, batch } = later;
    match batch.map(BatchId::number) {
        Some(batch) => Text::new(
            format!(
                "{}没有撤销：合作社 {cooperative} 的 {number} 接着它编号，来自第 {batch} 批。\
                 先撤销第 {batch} 批。",
                name.zh
            ),
            format!(
                "The {} was not taken back: voucher {number} of cooperative {cooperative} follows \
                 its numbers and came with import {batch}. Take import {batch} back first.",
                name.en
            ),
        ),
        None => Text::new(
            format!(
                "{}没有撤销：合作社 {cooperative} 又记了 {number}，号数不能断。\
                 有错的凭证逐张红字冲销。",
                name.zh
            ),
            format!(
                "The {} was not taken back: voucher {number} of cooperative {cooperative} follows \
                 its numbers, which stay whole. Reverse the wrong vouchers one by one.",
                name.en
            ),
        ),
    }
}

fn resting_text(name: &Text, resting: &[Resting]) -> Text {
    // The latest import stands first, what was entered one by one last.
    let batches: BTreeSet<i64> =
        resting.iter().filter_map(|found| found.batch.map(BatchId::number)).collect();
    let by_hand: Vec<&Resting> = resting.iter().filter(|found| found.batch.is_none()).collect();
    let shown: Vec<&Resting> =
        if by_hand.is_empty() { resting.iter().collect() } else { by_hand.clone() };
    let zh: Vec<String> = shown.iter().map(|found| found_zh(found)).collect();
    let en: Vec<String> = shown.iter().map(|found| found_en(found)).collect();
    let way = match (by_hand.is_empty(), way_by_hand(&by_hand)) {
        (true, _) => Text::new(
            format!("先撤销第 {} 批", joined(&batches, "、")),
            format!("Take back import {} first", joined(&batches, ", ")),
        ),
        (false, way) => way,
    };
    Text::new(
        format!("{}没有撤销：{}用到它。{}。", name.zh, zh.join("、"), way.zh),
        format!("The {} was not taken back: {} rest on it. {}.", name.en, en.join(", "), way.en),
    )
}

/// The latest import first: that is the order in which they are taken back.
fn joined(batches: &BTreeSet<i64>, comma: &str) -> String {
    let batches: Vec<String> = batches.iter().rev().map(ToString::to_string).collect();
    batches.join(comma)
}

/// Drafts and templates can be thrown away; what is final stays, and so does the import.
fn way_by_hand(by_hand: &[&Resting]) -> Text {
    let passing = |found: &&Resting| match found.kind {
        RestingKind::Draft | RestingKind::Template => true,
        RestingKind::Final(_) => false,
    };
    if by_hand.iter().all(passing) {
        return Text::new(
            "先删去或清空它们，再撤销",
            "Discard or empty them first, then take it back",
        );
    }
    Text::new(
        "这些是单独登记的，不能撤销，这一批只能留着；有错的另行改正",
        "They were entered one by one and stay, and so does the import; put right what is wrong",
    )
}

fn found_zh(found: &Resting) -> String {
    let (count, example) = (found.found, &found.example);
    let (measure, noun) = match found.kind {
        RestingKind::Draft => ("张", "凭证草稿或期初表"),
        RestingKind::Template => ("个", "模板"),
        RestingKind::Final(FinalKind::Voucher) => ("张", "凭证"),
        RestingKind::Final(FinalKind::Member) => ("名", "成员"),
        RestingKind::Final(kind) => ("项", kind_text(kind).0),
    };
    format!("{count} {measure}{noun}（如 {example}）")
}

fn found_en(found: &Resting) -> String {
    let (count, example) = (found.found, &found.example);
    let (one, many) = match found.kind {
        RestingKind::Draft => ("draft or opening sheet", "drafts or opening sheets"),
        RestingKind::Template => ("template", "templates"),
        RestingKind::Final(kind) => nouns(kind),
    };
    format!("{count} {} (such as {example})", if count == 1 { one } else { many })
}

fn nouns(kind: FinalKind) -> (&'static str, &'static str) {
    match kind {
        FinalKind::Book => ("book", "books"),
        FinalKind::SchemaVersion => ("format version", "format versions"),
        FinalKind::Operator => ("operator", "operators"),
        FinalKind::Township => ("township", "townships"),
        FinalKind::Village => ("village", "villages"),
        FinalKind::Alliance => ("alliance", "alliances"),
        FinalKind::Cooperative => ("cooperative", "cooperatives"),
        FinalKind::Account => ("account", "accounts"),
        FinalKind::Member => ("member", "members"),
        FinalKind::Contribution => ("contribution", "contributions"),
        FinalKind::Yield => ("yield", "yields"),
        FinalKind::Delivery => ("delivery", "deliveries"),
        FinalKind::VillageIncome => ("income", "incomes"),
        FinalKind::Policy => ("policy", "policies"),
        FinalKind::ImportBatch => ("import", "imports"),
        FinalKind::ImportUndo => ("undo", "undos"),
        FinalKind::Voucher => ("voucher", "vouchers"),
        FinalKind::MonthChange => ("closed month", "closed months"),
        FinalKind::Distribution => ("distribution", "distributions"),
        FinalKind::YearChange => ("closed year", "closed years"),
        FinalKind::ClosingStep => ("closing voucher", "closing vouchers"),
        FinalKind::Asset => ("asset card", "asset cards"),
        FinalKind::AssetCharge => ("depreciation charge", "depreciation charges"),
        FinalKind::Recurring => ("recurring voucher", "recurring vouchers"),
        FinalKind::Flock => ("batch of birds", "batches of birds"),
        FinalKind::FlockMove => ("entry of a batch", "entries of batches"),
        FinalKind::BankStatement => ("bank statement", "bank statements"),
        FinalKind::BankReconciliation => ("bank reconciliation", "bank reconciliations"),
        FinalKind::CashCount => ("cash count", "cash counts"),
        FinalKind::VoucherOrigin => ("origin of a voucher", "origins of vouchers"),
        FinalKind::Voided => ("voiding", "voidings"),
        FinalKind::MemberChange => ("change of a member", "changes of members"),
        FinalKind::ShareMove => ("share move", "share moves"),
        FinalKind::ReserveShare => ("share of the reserve", "shares of the reserve"),
        FinalKind::DistributionEvent => ("step of a distribution", "steps of distributions"),
    }
}
