//! A check of the whole book finds what was changed past its rules.

use app::view::book::CheckView;

use crate::kit::Trial;

/// Changes the demo behind its back and checks it.
fn checked(trigger: &str, change: &str) -> CheckView {
    let trial = Trial::demo();
    trial.change_behind_its_back(trigger, change);
    trial.book().check(None).unwrap()
}

#[track_caller]
fn finds(check: &CheckView, sentence: &str) {
    assert!(!check.holds);
    let sentences: Vec<&str> = check.faults.iter().map(|fault| fault.zh.as_str()).collect();
    assert!(sentences.iter().any(|found| found.contains(sentence)), "{sentences:#?}");
}

#[test]
fn a_fen_moved_from_one_approved_member_to_another_is_found() {
    let check = checked(
        "approved_member_is_final",
        "UPDATE approved_member SET residual_dividend_fen = residual_dividend_fen + 1
         WHERE distribution_id = 1 AND place = 1;
         UPDATE approved_member SET residual_dividend_fen = residual_dividend_fen - 1
         WHERE distribution_id = 1 AND place = 2",
    );
    finds(&check, "C01 2025 年已通过的分配");
    finds(&check, "盈余分配（行 1）被改动过");
    assert_eq!(check.faults.len(), 2);
}

#[test]
fn changed_facts_of_an_approved_member_are_found() {
    let check = checked(
        "approved_contribution_is_final",
        "UPDATE approved_contribution SET amount_fen = amount_fen + 100
         WHERE distribution_id = 2 AND place = 1 AND item = 1",
    );
    finds(&check, "C02 2025 年已通过的分配");
}

#[test]
fn every_frozen_figure_of_a_result_is_looked_at() {
    let figures = [
        "losses_made_up_fen",
        "deficit_carried_fen",
        "appropriated_fen",
        "surplus_fen",
        "opening_deficit_fen",
        "opening_undistributed_fen",
    ];
    for figure in figures {
        let change =
            format!("UPDATE approved_result SET {figure} = {figure} + 1 WHERE distribution_id = 1");
        finds(&checked("approved_result_is_final", &change), "C01 2025 年已通过的分配");
    }
}

#[test]
fn an_approved_scheme_that_was_bent_is_found() {
    let check = checked(
        "distribution_approved_is_final",
        "UPDATE distribution SET patronage_share_millionths = 0 WHERE id = 2",
    );
    finds(&check, "C02 2025 年已通过的分配");
}

#[test]
fn a_fen_in_a_posted_line_is_found() {
    let check = checked(
        "voucher_line_is_final",
        "UPDATE voucher_line SET debit_fen = debit_fen + 1 WHERE voucher_id = 1 AND line = 1",
    );
    finds(&check, "C01 凭证 2025-01 记-001 借贷不平，差 0.01 元");
    finds(&check, "C01 科目");
    finds(&check, "凭证（行 1）被改动过");
}

#[test]
fn a_missing_voucher_is_found() {
    let check = checked(
        "voucher_stays",
        "DROP TRIGGER voucher_line_stays;
         DELETE FROM voucher_line WHERE voucher_id = 2;
         DELETE FROM voucher WHERE id = 2",
    );
    finds(&check, "C01 2025-01 记 字凭证缺 1 个号");
    finds(&check, "保护规则 voucher_line_stays 被改动过");
}

#[test]
fn a_dividend_with_changed_figures_is_not_shown_as_if_it_held() {
    let trial = Trial::demo();
    trial.change_behind_its_back(
        "approved_member_is_final",
        "UPDATE approved_member SET residual_dividend_fen = residual_dividend_fen + 1
         WHERE distribution_id = 1 AND place = 1",
    );
    let mut book = trial.book();
    assert_eq!(book.dividend("C01", 2025).unwrap_err().code, "distribution.changed");
    assert_eq!(book.slips_pdf("C01", 2025, None).unwrap_err().code, "distribution.changed");
}

#[test]
fn a_damaged_book_is_searched_no_further() {
    let trial = Trial::demo();
    let mut bytes = trial.bytes();
    let middle = bytes.len() / 4096 / 2 * 4096;
    bytes[middle..middle + 4096].fill(0xa5);
    std::fs::write(trial.path(), &bytes).unwrap();
    let check = trial.book().check(None).unwrap();
    finds(&check, "文件损坏");
    assert!(trial.bytes() == bytes, "the check touched the file");
}
