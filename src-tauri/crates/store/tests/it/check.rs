//! What a check of the whole book finds where somebody got past its rules.

use store::{BookFault, Store};

use crate::kit::small_book;

/// Drops a trigger, changes something behind its back, and puts the trigger back.
fn faults_after(trigger: &str, change: &str) -> Vec<BookFault> {
    let mut store = small_book();
    let book = store.plain_sql();
    let named = format!("'{trigger}'");
    let sql: String = book
        .query_row(&format!("SELECT sql FROM sqlite_schema WHERE name = {named}"), [], |row| {
            row.get(0)
        })
        .unwrap();
    book.execute_batch(&format!("DROP TRIGGER {trigger}; {change}; {sql}")).unwrap();
    store.read().unwrap().faults(None).unwrap()
}

#[test]
fn a_book_that_holds_has_no_faults() {
    let mut store = small_book();
    let reading = store.read().unwrap();
    assert_eq!(reading.faults(None).unwrap(), []);
    let counts = reading.checked_counts().unwrap();
    assert_eq!((counts.vouchers, counts.lines, counts.distributions), (1, 2, 2));
    assert_eq!(Store::in_memory().unwrap().read().unwrap().faults(None).unwrap(), []);
}

#[test]
fn one_fen_moved_in_a_posted_line_is_found() {
    let faults = faults_after(
        "voucher_line_is_final",
        "UPDATE voucher_line SET debit_fen = 100001 WHERE voucher_id = 1 AND line = 1",
    );
    let unbalanced = BookFault::Unbalanced {
        cooperative: "C1".to_owned(),
        voucher: "2025-01 记-001".to_owned(),
        difference_fen: 1,
    };
    assert!(faults.contains(&unbalanced), "{faults:?}");
}

#[test]
fn a_posted_voucher_without_its_lines_is_found() {
    let faults =
        faults_after("voucher_line_stays", "DELETE FROM voucher_line WHERE voucher_id = 1");
    assert!(matches!(faults.first(), Some(BookFault::Unbalanced { .. })), "{faults:?}");
}

#[test]
fn a_voucher_that_was_taken_out_is_missed() {
    let faults = faults_after(
        "voucher_stays",
        "BEGIN;
         INSERT INTO voucher_line (voucher_id, line, account_id, dated_on, debit_fen, credit_fen)
         VALUES (2, 1, 1, 20250105, 50000, 0), (2, 2, 3, 20250105, 0, 50000);
         INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
         VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);
         COMMIT;
         PRAGMA foreign_keys = OFF;
         DELETE FROM voucher WHERE id = 1",
    );
    let gap = BookFault::NumberGap {
        cooperative: "C1".to_owned(),
        series: "2025-01 记".to_owned(),
        missing: 1,
    };
    assert!(faults.contains(&gap), "{faults:?}");
    assert!(faults.contains(&BookFault::Dangling("voucher_line".to_owned())), "{faults:?}");
}

#[test]
fn a_rule_that_was_taken_out_or_bent_or_added_is_found() {
    let mut store = small_book();
    let change = "
        DROP TRIGGER voucher_is_final;
        DROP TRIGGER distribution_is_frozen;
        CREATE TRIGGER distribution_is_frozen BEFORE UPDATE ON distribution BEGIN SELECT 1; END;
        CREATE TRIGGER quiet AFTER INSERT ON voucher BEGIN SELECT 1; END;";
    store.plain_sql().execute_batch(change).unwrap();
    let faults = store.read().unwrap().faults(None).unwrap();
    let names = ["distribution_is_frozen", "quiet", "voucher_is_final"];
    assert_eq!(faults, names.map(|name| BookFault::Schema(name.to_owned())));
}

#[test]
fn a_word_more_in_a_list_that_comes_with_the_program_is_found() {
    for (change, list) in [
        ("INSERT INTO income_kind (word) VALUES ('bribe')", "income_kind"),
        ("INSERT INTO chain_kind (id, word) VALUES (99, 'quiet')", "chain_kind"),
    ] {
        let mut store = small_book();
        store.plain_sql().execute_batch(change).unwrap();
        let faults = store.read().unwrap().faults(None).unwrap();
        assert!(faults.contains(&BookFault::Schema(list.to_owned())), "{change}: {faults:?}");
    }
}
