//! The chain: whoever changes, deletes or reorders what is final is found, in every table.

use domain::check_code::CheckCode;
use store::{BookFault, ChainFault, Store};

use crate::kit::{book_with, small_book};

/// Every table that holds final rows, one of its rows, and a column that can be changed.
const TABLES: &[(&str, &str, &str)] = &[
    ("book", "id = 1", "name = '别的账套'"),
    ("schema_version", "id = (SELECT max(id) FROM schema_version)", "program = '9.9.9'"),
    ("operator", "id = 1", "name = '别人'"),
    ("township", "id = 1", "name = '西山镇'"),
    ("village", "id = 1", "performance_pay_fen = 1"),
    ("cooperative", "id = 1", "name = '别的合作社'"),
    ("account", "id = 3", "name = '别的科目'"),
    ("member", "id = 1", "bank_account = '6222'"),
    ("contribution", "id = 1", "amount_fen = 100001"),
    ("yield", "id = 1", "quantity_millionths = 2"),
    ("delivery", "id = 1", "amount_fen = 2"),
    ("village_income", "id = 1", "amount_fen = 2100001"),
    ("policy", "from_year = 2025", "target_fen = 9000000"),
    ("policy_kind", "kind = 'lease'", "kind = 'project'"),
    ("policy_tier", "cut_millionths = 50000", "cut_millionths = 40000"),
    ("policy_award", "award = 'benchmark'", "prize_fen = 1"),
    ("import_batch", "id = 1", "file_name = '别的.csv'"),
    ("import_undo", "batch_id = 2", "last_seq = 1"),
    ("voucher", "id = 1", "summary = '别的摘要'"),
    ("voucher_line", "voucher_id = 1 AND line = 1", "debit_fen = 100001"),
    ("voucher_line", "voucher_id = 1 AND line = 2", "member_id = 2"),
    ("attachment", "voucher_id = 1", "content = x'00'"),
    ("voucher_source", "voucher_id = 1", "contribution_id = 3"),
    ("month_change", "id = 1", "month = 202504"),
    ("alliance", "id = 1", "name = '别的联盟'"),
    ("distribution", "id = 1", "resolution = '社〔2026〕9号'"),
    ("distribution_appropriation", "distribution_id = 1", "rate_millionths = 50000"),
    ("approved_result", "distribution_id = 1", "surplus_fen = 1001"),
    ("approved_member", "distribution_id = 1 AND place = 2", "residual_dividend_fen = 101"),
    ("approved_contribution", "distribution_id = 1", "amount_fen = 100001"),
    ("year_change", "id = 1", "reason = '别的原因'"),
    ("closing_step", "id = 1", "step = 'cost'"),
    ("asset", "id = 1", "cost_fen = 240001"),
    ("asset_charge", "id = 1", "amount_fen = 2"),
    ("recurring", "id = 1", "on_day = 2"),
    ("flock", "id = 1", "purpose = 'layer'"),
    ("flock_move", "id = 1", "birds = 9"),
    ("bank_statement", "id = 1", "file_name = '别的.csv'"),
    ("bank_line", "statement_id = 1", "amount_fen = 99999"),
    ("bank_reconciliation", "id = 1", "month = 202502"),
    ("cash_count", "id = 1", "counted_fen = 1"),
    ("voucher_origin", "id = 1", "flock_move_id = NULL"),
    ("voided", "id = 1", "reason = '别的原因'"),
    ("distribution_event", "id = 1", "made_on = 20270111"),
    ("reserve_share", "id = 1", "amount_fen = 6"),
    ("member_change", "id = 1", "reason = '别的原因'"),
    ("share_move", "id = 1", "premium_fen = 1"),
    ("share_move_part", "share_move_id = 1", "contribution_id = 2"),
    ("chain", "seq = 5", "made_at = 7"),
    ("chain", "seq = 6", "operator_id = NULL"),
    ("chain", "seq = 7", "subject_id = 99"),
];

/// The small book with a row in every table.
fn full_book() -> Store {
    book_with(&[OF_THE_BOOKS, OF_THE_MEMBERS].concat())
}

const OF_THE_BOOKS: &str = "
        INSERT INTO alliance (id, name) VALUES (1, '鹅联盟');
        INSERT INTO yield (id, cooperative_id, made_on, product, quantity_millionths, unit)
        VALUES (1, 1, 20250301, '鹅蛋', 1, '枚');
        INSERT INTO delivery
        (id, member_id, made_on, product, quantity_millionths, unit, amount_fen)
        VALUES (1, 2, 20250301, '鹅蛋', 1, '枚', 1);
        INSERT INTO policy (from_year, target_fen, township_share_millionths)
        VALUES (2026, 10000000, 1000000);
        INSERT INTO policy_kind (from_year, kind) VALUES (2026, 'lease');
        INSERT INTO policy_tier (from_year, completion_below_millionths, cut_millionths)
        VALUES (2026, 900000, 50000);
        INSERT INTO policy_award
        (from_year, award, places, prize_fen, team_share_millionths, ranking)
        VALUES (2026, 'benchmark', 5, 5000000, 200000, 'amount');
        INSERT INTO import_batch (id, kind, file_name, file_hash, row_count, first_seq)
        VALUES (2, 'yields', '撤了.csv', printf('%064d', 2), 1, 8);
        INSERT INTO import_undo (batch_id, last_seq) VALUES (2, 8);
        INSERT INTO month_change (id, cooperative_id, month, closed) VALUES (1, 2, 202501, 1);
        DROP TRIGGER attachment_before_posting;
        DROP TRIGGER voucher_source_fits;
        INSERT INTO attachment (id, voucher_id, name, sha256, content)
        VALUES (1, 1, '发票.pdf', zeroblob(32), x'01');
        INSERT INTO voucher_source (id, voucher_id, contribution_id) VALUES (1, 1, 1);
        DROP TRIGGER year_change_in_order;
        DROP TRIGGER closing_step_comes_first;
        DROP TRIGGER voucher_origin_fits;
        DROP TRIGGER asset_fits;
        INSERT INTO year_change (id, cooperative_id, year, state, posting_date, reason)
        VALUES (1, 2, 2025, 'closed', 'year_end', '不分配');
        INSERT INTO closing_step (id, step) VALUES (1, 'income');
        INSERT INTO asset (
            id, cooperative_id, code, name, kind, account_id, gathered_id, charged_id, in_use_on,
            cost_fen, salvage_fen, before_fen, before_month, life_months, nominal, relief
        )
        VALUES (
            1, 1, 'G1', '鹅舍', 'fixed', 1, 1, 1, 20250102, 240000, 0, 0, 202501, 240, 0, 0
        );
        INSERT INTO asset_charge (id, asset_id, month, amount_fen, voucher_id)
        VALUES (1, 1, 202502, 1000, 1);
        INSERT INTO recurring (
            id, cooperative_id, name, entry, first_month, every_months, on_day
        )
        VALUES (1, 1, '房租', '{}', 202501, 1, 31);
        INSERT INTO flock (id, cooperative_id, name, purpose, egg_cost)
        VALUES (1, 1, '春一批', 'meat', 'cost');
        INSERT INTO flock_move (id, flock_id, made_on, kind, birds, amount_fen)
        VALUES (1, 1, 20250103, 'bought', 10, 100);
        INSERT INTO bank_statement (id, cooperative_id, account_id, file_name, file_hash)
        VALUES (1, 1, 1, '一月.csv', printf('%064d', 1));
        INSERT INTO bank_line (statement_id, line, dated_on, amount_fen, summary)
        VALUES (1, 1, 20250102, 100000, '股金');
        INSERT INTO bank_reconciliation (
            id, account_id, month, bank_fen, book_fen, book_in_fen, book_out_fen, bank_in_fen,
            bank_out_fen
        )
        VALUES (1, 1, 202501, 100000, 100000, 0, 0, 0, 0);
        INSERT INTO cash_count (
            id, cooperative_id, account_id, counted_on, counted_fen, book_fen
        )
        VALUES (1, 1, 1, 20250131, 100000, 100000);
        INSERT INTO voucher_origin (id, voucher_id, flock_move_id) VALUES (1, 1, 1);
        INSERT INTO voided (id, statement_id, reason) VALUES (1, 1, '取错了账户');";

const OF_THE_MEMBERS: &str = "
        INSERT INTO member_change (id, member_id, made_on, field, before, after, reason)
        VALUES (1, 2, 20250301, 'head', NULL, '王五', '户主变更');
        INSERT INTO distribution_event (id, distribution_id, kind, made_on, meeting_on)
        VALUES (1, 2, 'presented', 20270110, 20270201);
        INSERT INTO reserve_share (id, member_id, made_on, amount_fen, reason)
        VALUES (1, 1, 20250301, 5, '量化');
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (1, 1);
        INSERT INTO share_move (
            id, kind, made_on, member_id, capital_fen, premium_fen, reserve_fen, loss_fen
        )
        VALUES (1, 'put_in', 20250102, 1, 100000, 0, 0, 0);";

/// What stands in the chain's way after plain SQL, without any rule that would refuse it.
fn found_after(store: &mut Store, sql: &str, against: Option<CheckCode>) -> Vec<ChainFault> {
    let book = store.plain_sql();
    book.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON").unwrap();
    let triggers: Vec<String> = book
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for trigger in triggers {
        book.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
    }
    book.execute_batch(sql).unwrap();
    store.read().unwrap().chain_faults(against).unwrap()
}

#[test]
fn a_chain_that_nobody_touched_holds() {
    let mut store = full_book();
    assert_eq!(found_after(&mut store, "", None), []);
}

#[test]
fn a_change_is_found_in_every_table() {
    for (table, row, change) in TABLES {
        let sql = format!("UPDATE {table} SET {change} WHERE {row}");
        let faults = found_after(&mut full_book(), &sql, None);
        assert!(!faults.is_empty(), "{sql}");
    }
}

#[test]
fn a_deletion_is_found_in_every_table() {
    for (table, row, _) in TABLES {
        let sql = format!("DELETE FROM {table} WHERE {row}");
        let faults = found_after(&mut full_book(), &sql, None);
        assert!(!faults.is_empty(), "{sql}");
    }
}

#[test]
fn every_table_of_the_chain_is_among_them() {
    let store = full_book();
    let mut statement = store.plain_sql().prepare("SELECT word FROM chain_kind").unwrap();
    let words = statement.query_map([], |row| row.get(0)).unwrap();
    for word in words {
        let word: String = word.unwrap();
        assert!(TABLES.iter().any(|(table, ..)| *table == word), "{word}");
    }
}

#[test]
fn rows_that_came_past_the_chain_are_found() {
    for sql in [
        "INSERT INTO township (name) VALUES ('西山镇')",
        "INSERT INTO contribution (member_id, made_on, amount_fen) VALUES (1, 20250102, 5)",
        "INSERT INTO voucher (cooperative_id, dated_on, word, number, summary, preparer_id)
         VALUES (2, 20250102, '记', 1, '混进来', 1)",
        "INSERT INTO approved_contribution VALUES (9, 2, 1, 20250102, 5)",
    ] {
        let faults = found_after(&mut full_book(), sql, None);
        assert!(matches!(faults.as_slice(), [ChainFault::NotInChain { .. }, ..]), "{faults:?}");
    }
}

#[test]
fn entries_that_changed_places_are_found() {
    let sql = "
        UPDATE chain SET seq = -1 WHERE seq = 4;
        UPDATE chain SET seq = 4 WHERE seq = 5;
        UPDATE chain SET seq = 5 WHERE seq = -1;";
    let faults = found_after(&mut full_book(), sql, None);
    assert!(matches!(faults.as_slice(), [ChainFault::Broken { seq: 4, .. }]), "{faults:?}");
}

#[test]
fn an_entry_of_no_kind_that_there_is_is_found() {
    let sql = "UPDATE chain SET kind = 999 WHERE seq = 4;";
    let faults = found_after(&mut full_book(), sql, None);
    assert_eq!(faults, [ChainFault::UnknownKind { seq: 4 }]);
}

#[test]
fn a_voucher_that_is_called_taken_back_is_found() {
    let sql = "
        DELETE FROM voucher_line WHERE voucher_id = 1;
        DELETE FROM voucher WHERE id = 1;
        UPDATE chain SET digest = zeroblob(32) WHERE kind = 17 AND subject_id = 1;";
    let faults = found_after(&mut full_book(), sql, None);
    assert!(matches!(faults.as_slice(), [ChainFault::Broken { .. }]), "{faults:?}");
}

#[test]
fn a_cut_tail_shows_against_a_code_that_was_printed_before() {
    let mut store = small_book();
    let printed = store.read().unwrap().check_code().unwrap();
    let sql = "
        DELETE FROM voucher_line WHERE voucher_id = 1;
        DELETE FROM voucher WHERE id = 1;
        DELETE FROM month_balance;
        DELETE FROM distribution_appropriation WHERE distribution_id = 1;
        DELETE FROM approved_contribution;
        DELETE FROM approved_member;
        DELETE FROM approved_result;
        DELETE FROM distribution WHERE id = 1;
        DELETE FROM chain WHERE kind IN (17, 19);";
    let before = store.read().unwrap().chain_faults(printed).unwrap();
    assert_eq!(before, []);
    assert_eq!(found_after(&mut store, sql, None), [], "the chain alone cannot know");
    let code = printed.unwrap();
    let faults = store.read().unwrap().chain_faults(Some(code)).unwrap();
    assert_eq!(faults, [ChainFault::AgainstCode { code, entries: code.seq - 2 }]);
}

#[test]
fn a_book_that_was_built_anew_shows_against_a_code() {
    let code = small_book().read().unwrap().check_code().unwrap().unwrap();
    let mut other = Store::in_memory().unwrap();
    let sql = include_str!("small_book.sql").replace("收股金", "收股款");
    other.plain_sql().execute_batch(&format!("BEGIN; {sql}; COMMIT")).unwrap();
    other.chain_plain_sql().unwrap();
    let reading = other.read().unwrap();
    assert_eq!(reading.chain_faults(None).unwrap(), []);
    let faults = reading.chain_faults(Some(code)).unwrap();
    assert_eq!(faults, [ChainFault::AgainstCode { code, entries: code.seq }]);
}

#[test]
fn a_kept_balance_that_was_bent_is_found() {
    let mut store = small_book();
    let sql = "UPDATE month_balance SET debit_fen = debit_fen + 1 WHERE account_id = 1";
    store.plain_sql().execute_batch(sql).unwrap();
    let faults = store.read().unwrap().faults(None).unwrap();
    let bent = BookFault::KeptBalance {
        cooperative: Some("C1".to_owned()),
        account: Some("102".to_owned()),
        month: 202_501,
    };
    assert_eq!(faults, [bent]);
}
