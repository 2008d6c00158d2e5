//! What the books refuse: charts, vouchers and their lines.

use crate::kit::{refused, taken};

refused! {
    a_voucher_that_does_not_balance_is_not_posted: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (2, 3, 1, 20250105, 1, 0);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);"
        => "voucher.unbalanced";
    a_voucher_without_lines_is_not_posted: "
        DELETE FROM voucher_line WHERE voucher_id = 2;
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);"
        => "voucher.unbalanced";
    a_number_is_not_left_out: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 3, '卖蛋', 1);"
        => "voucher.number_gap";
    a_number_is_not_given_twice: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 1, '卖蛋', 1);"
        => "voucher.number_gap";
    a_voucher_comes_with_its_number: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', '没编号', 1);"
        => "NOT NULL constraint failed: voucher.number";
    a_voucher_comes_after_its_lines: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (3, 1, 20250301, '记', 1, '没有分录', 1);"
        => "voucher.unbalanced";
    a_voucher_before_the_books_begin_is_not_posted: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (3, 1, 1, 20241231, 5, 0), (3, 2, 3, 20241231, 0, 5);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (3, 1, 20241231, '记', 1, '早了', 1);"
        => "voucher.before_books";
    a_posted_voucher_is_not_changed: "
        UPDATE voucher SET summary = '改' WHERE id = 1;"
        => "voucher.posted_is_final";
    a_posted_voucher_keeps_its_number: "
        UPDATE voucher SET number = NULL WHERE id = 1;"
        => "voucher.posted_is_final";
    a_posted_voucher_is_not_deleted: "
        DELETE FROM voucher WHERE id = 1;"
        => "voucher.posted_is_final";
    a_posted_voucher_is_not_replaced: "
        INSERT OR REPLACE INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, preparer_id
        )
        VALUES (1, 1, 20250102, '记', 1, '换掉', 1);"
        => "voucher.posted_is_final";
    a_posted_voucher_is_not_pushed_aside: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);
        UPDATE OR REPLACE voucher SET id = 1 WHERE id = 2;"
        => "voucher.posted_is_final";
    a_posted_line_is_not_changed: "
        UPDATE voucher_line SET debit_fen = 100001 WHERE voucher_id = 1 AND line = 1;"
        => "voucher.posted_is_final";
    a_posted_line_is_not_deleted: "
        DELETE FROM voucher_line WHERE voucher_id = 1 AND line = 1;"
        => "voucher.posted_is_final";
    a_posted_line_is_not_replaced: "
        INSERT OR REPLACE INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (1, 1, 1, 20250102, 99999, 0);"
        => "voucher.posted_is_final";
    a_posted_voucher_gets_no_more_lines: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (1, 3, 1, 20250102, 5, 0);"
        => "voucher.posted_is_final";
    a_voucher_does_not_move_to_another_day: "
        UPDATE voucher SET dated_on = 20250205 WHERE id = 1;"
        => "voucher.posted_is_final";
    a_line_stands_on_its_voucher_s_day: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (2, 3, 1, 20250106, 5, 0);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);"
        => "voucher.foreign_day";
    nothing_is_posted_in_a_closed_month: "
        INSERT INTO month_change (cooperative_id, month, closed) VALUES (1, 202501, 1);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);"
        => "voucher.closed_month";
    a_month_is_not_closed_twice: "
        INSERT INTO month_change (cooperative_id, month, closed) VALUES (1, 202501, 1);
        INSERT INTO month_change (cooperative_id, month, closed) VALUES (1, 202501, 1);"
        => "month.unchanged";
    an_open_month_is_not_reopened: "
        INSERT INTO month_change (cooperative_id, month, closed, reason)
        VALUES (2, 202501, 0, '漏记');"
        => "month.unchanged";
    a_month_is_reopened_for_a_reason: "
        INSERT INTO month_change (cooperative_id, month, closed) VALUES (2, 202501, 1);
        INSERT INTO month_change (cooperative_id, month, closed) VALUES (2, 202501, 0);"
        => "CHECK constraint failed: (closed = 0) = (reason IS NOT NULL)";
    a_month_before_the_books_begin_is_not_closed: "
        INSERT INTO month_change (cooperative_id, month, closed) VALUES (1, 202412, 1);"
        => "month.before_books";
    a_close_stays_on_record: "
        INSERT INTO month_change (cooperative_id, month, closed) VALUES (1, 202501, 1);
        DELETE FROM month_change;"
        => "month.final";
    a_voucher_is_reviewed_by_another_person_where_the_book_demands_it: "
        UPDATE book SET reviewed_by_another = 1;
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, preparer_id, reviewer_id
        )
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1, 1);"
        => "voucher.not_reviewed";
    a_line_stands_on_no_account_that_is_switched_off: "
        UPDATE account SET active = 0 WHERE id = 3;
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (2, 3, 3, 20250105, 0, 5);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);"
        => "voucher.account_is_off";
    opening_balances_lie_before_the_books_begin: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (3, 1, 1, 20250105, 5, 0), (3, 2, 5, 20250105, 0, 5);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, opening, preparer_id
        )
        VALUES (3, 1, 20250105, '期初', 1, '期初余额', 1, 1);"
        => "voucher.before_books";
    an_ordinary_voucher_does_not_take_the_word_of_the_opening_balances: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '期初', 1, '卖蛋', 1);"
        => "voucher.reserved_word";
    opening_balances_have_no_income_or_cost: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (3, 1, 1, 20241231, 5, 0), (3, 2, 3, 20241231, 0, 5);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, opening, preparer_id
        )
        VALUES (3, 1, 20241231, '期初', 1, '期初余额', 1, 1);"
        => "opening.result_account";
    the_chain_does_not_change: "
        INSERT INTO chain (seq, kind, subject_id, made_at, hash)
        VALUES ((SELECT max(seq) + 1 FROM chain), 1, 1, 0, zeroblob(20));
        UPDATE chain SET made_at = 5 WHERE seq = 1;"
        => "chain.final";
    the_chain_loses_nothing: "
        DELETE FROM chain WHERE seq = (SELECT max(seq) FROM chain);"
        => "chain.final";
    the_chain_has_no_gap: "
        INSERT INTO chain (seq, kind, subject_id, made_at, hash)
        VALUES ((SELECT max(seq) + 2 FROM chain), 1, 1, 0, zeroblob(20));"
        => "chain.gap";
    a_voucher_does_not_move_to_another_cooperative: "
        UPDATE voucher SET cooperative_id = 2 WHERE id = 1;"
        => "voucher.posted_is_final";
    books_with_vouchers_do_not_begin_in_another_month: "
        UPDATE cooperative SET starts_month = 202601 WHERE id = 1;"
        => "cooperative.stays";
    a_line_is_not_moved_to_a_posted_voucher: "
        UPDATE voucher_line SET voucher_id = 1, line = 3 WHERE voucher_id = 2 AND line = 1;"
        => "voucher.line_is_final";
    a_line_is_not_bent_before_its_voucher_comes: "
        UPDATE voucher_line SET account_id = 6 WHERE voucher_id = 2 AND line = 1;"
        => "voucher.line_is_final";
    a_line_stands_on_no_account_that_has_sub_accounts: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (2, 3, 4, 20250105, 5, 0);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);"
        => "voucher.account_has_sub_accounts";
    a_line_stands_on_no_account_of_another_cooperative: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (2, 3, 6, 20250105, 5, 0);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);"
        => "voucher.foreign_account";
    a_line_on_share_capital_names_its_member: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (2, 3, 2, 20250105, 0, 5);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);"
        => "voucher.member_demanded";
    a_line_names_no_member_of_another_cooperative: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (2, 3, 2, 20250105, 0, 5, 3);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);"
        => "voucher.foreign_member";
    a_line_names_no_member_that_does_not_exist: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (2, 3, 2, 20250105, 0, 5, 99);"
        => "FOREIGN KEY constraint failed";
    a_line_has_one_side_and_not_both: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (2, 3, 1, 20250105, 5, 5);"
        => "CHECK constraint failed: (debit_fen = 0) <> (credit_fen = 0)";
    a_line_has_one_side_and_not_neither: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (2, 3, 1, 20250105, 0, 0);"
        => "CHECK constraint failed: (debit_fen = 0) <> (credit_fen = 0)";
    a_line_goes_to_nine_trillion_yuan_and_no_further: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (2, 3, 1, 20250105, 900000000000001, 0);"
        => "CHECK constraint failed: debit_fen BETWEEN";
    an_amount_is_a_whole_number_of_fen: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (2, 3, 1, 20250105, 0.5, 0);"
        => "cannot store REAL value in INTEGER column voucher_line.debit_fen";
    a_voucher_is_dated_by_the_calendar: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (3, 1, 1, 20250229, 5, 0), (3, 2, 3, 20250229, 0, 5);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (3, 1, 20250229, '记', 1, '没有这一天', 1);"
        => "CHECK constraint failed: printf(";
    a_voucher_is_dated_in_one_of_twelve_months: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (3, 1, 1, 20251301, 5, 0), (3, 2, 3, 20251301, 0, 5);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (3, 1, 20251301, '记', 1, '没有这个月', 1);"
        => "CHECK constraint failed: printf(";
    a_voucher_belongs_to_a_cooperative_of_the_book: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 99, 20250105, '记', 1, '无主', 1);"
        => "voucher.foreign_account";
    an_account_with_lines_gets_no_sub_account: "
        INSERT INTO account (cooperative_id, code, name, parent_id, side)
        VALUES (1, '102-01', '农商行', 1, 'debit');"
        => "account.parent_in_use";
    an_account_has_no_parent_in_another_chart: "
        INSERT INTO account (cooperative_id, code, name, parent_id, side)
        VALUES (2, '121-01', '饲料', 4, 'debit');"
        => "account.foreign_parent";
    a_sub_account_s_code_begins_with_its_parent_s: "
        INSERT INTO account (cooperative_id, code, name, parent_id, side)
        VALUES (1, '501-01', '挂错', 4, 'debit');"
        => "account.foreign_code";
    a_sub_account_s_code_is_longer_than_its_parent_s: "
        INSERT INTO account (id, cooperative_id, code, name, parent_id, side)
        VALUES (7, 1, '12', '太短', 4, 'debit');"
        => "account.foreign_code";
    an_account_with_lines_does_not_change_whether_it_demands_members: "
        UPDATE account SET detail = NULL WHERE id = 2;"
        => "account.stays";
    an_account_does_not_change_its_code: "
        UPDATE account SET code = '521' WHERE id = 3;"
        => "account.stays";
    an_account_does_not_move_below_another: "
        UPDATE account SET parent_id = 4 WHERE id = 3;"
        => "account.stays";
    an_account_is_switched_off_and_not_deleted: "
        DELETE FROM account WHERE id = 5;"
        => "account.stays";
    a_code_stands_once_in_a_chart: "
        INSERT INTO account (cooperative_id, code, name, side) VALUES (1, '102', '再一次', 'debit');"
        => "UNIQUE constraint failed: account.cooperative_id, account.code";
    an_account_is_of_one_of_five_classes: "
        INSERT INTO account (cooperative_id, code, name, side) VALUES (1, '602', '表外', 'debit');"
        => "CHECK constraint failed: code GLOB";
}

taken! {
    a_voucher_is_posted_with_the_next_number: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);";
    each_month_and_word_begins_with_one: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '转', 1, '卖蛋', 1);";
    lines_go_as_long_as_their_voucher_has_not_come: "
        DELETE FROM voucher_line WHERE voucher_id = 2;";
    red_entries_are_below_zero_on_their_own_side: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (2, 3, 1, 20250105, -5, 0), (2, 4, 3, 20250105, 0, -5);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);";
}

refused! {
    a_voucher_is_reversed_once: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES
        (3, 1, 1, 20250103, -100000, 0, NULL), (3, 2, 2, 20250103, 0, -100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '冲销', 1, '重复', 1);
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES
        (4, 1, 1, 20250103, -100000, 0, NULL), (4, 2, 2, 20250103, 0, -100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (4, 1, 20250103, '记', 3, '再冲', 1, '重复', 1);"
        => "voucher.reversed_already";
    a_reversal_is_not_replaced_by_another: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES
        (3, 1, 1, 20250103, -100000, 0, NULL), (3, 2, 2, 20250103, 0, -100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '冲销', 1, '重复', 1);
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES
        (4, 1, 1, 20250103, -100000, 0, NULL), (4, 2, 2, 20250103, 0, -100000, 1);
        INSERT OR REPLACE INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (4, 1, 20250103, '记', 3, '再冲', 1, '重复', 1);"
        => "voucher.reversed_already";
    a_voucher_does_not_become_a_reversal_afterwards: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);
        UPDATE voucher SET reverses_id = 1, reason = '重复' WHERE id = 2;"
        => "voucher.posted_is_final";
    a_reversal_says_why: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES
        (3, 1, 1, 20250103, -100000, 0, NULL), (3, 2, 2, 20250103, 0, -100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '冲销', 1, 1);"
        => "CHECK constraint failed: (reverses_id IS NULL) = (reason IS NULL)";
    a_reversal_s_reason_is_not_blank: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES
        (3, 1, 1, 20250103, -100000, 0, NULL), (3, 2, 2, 20250103, 0, -100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '冲销', 1, ' ', 1);"
        => "CHECK constraint failed: trim(reason) <> ''";
    a_reason_belongs_to_a_reversal: "
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reason, preparer_id
        )
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', '重复', 1);"
        => "CHECK constraint failed: (reverses_id IS NULL) = (reason IS NULL)";
    a_reversal_names_a_voucher_of_the_book: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES
        (3, 1, 1, 20250103, -100000, 0, NULL), (3, 2, 2, 20250103, 0, -100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '冲销', 99, '重复', 1);"
        => "FOREIGN KEY constraint failed";
    a_voucher_of_another_cooperative_is_not_reversed: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (3, 1, 6, 20250103, -5, 0), (3, 2, 6, 20250103, 0, -5);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 2, 20250103, '记', 1, '冲销', 1, '重复', 1);"
        => "voucher.reverses_foreign";
    a_voucher_is_not_reversed_before_its_day: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (3, 1, 1, 20250101, -100000, 0, NULL), (3, 2, 2, 20250101, 0, -100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250101, '记', 2, '冲销', 1, '重复', 1);"
        => "voucher.reverses_later";
    a_reversal_is_not_reversed: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (3, 1, 1, 20250103, -100000, 0, NULL), (3, 2, 2, 20250103, 0, -100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '冲销', 1, '重复', 1);
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (4, 1, 1, 20250103, 100000, 0, NULL), (4, 2, 2, 20250103, 0, 100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (4, 1, 20250103, '记', 3, '冲销', 3, '反悔', 1);"
        => "voucher.reverses_reversal";
    a_reversal_takes_back_all_of_it: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (3, 1, 1, 20250103, -99999, 0, NULL), (3, 2, 2, 20250103, 0, -99999, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '冲销', 1, '重复', 1);"
        => "voucher.reversal_differs";
    a_reversal_takes_back_the_lines_of_its_original: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (3, 1, 3, 20250103, -100000, 0, NULL), (3, 2, 2, 20250103, 0, -100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '冲销', 1, '重复', 1);"
        => "voucher.reversal_differs";
    a_reversal_is_red_and_not_a_debit_for_a_credit: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (3, 1, 1, 20250103, 0, 100000, NULL), (3, 2, 2, 20250103, 100000, 0, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '冲销', 1, '重复', 1);"
        => "voucher.reversal_differs";
    a_reversal_takes_back_nothing_more: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (3, 1, 1, 20250103, -100000, 0, NULL), (3, 2, 2, 20250103, 0, -100000, 1);
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (3, 3, 1, 20250103, 5, 0), (3, 4, 3, 20250103, 0, 5);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '冲销', 1, '重复', 1);"
        => "voucher.reversal_differs";
    a_posted_reversal_keeps_its_reason: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (3, 1, 1, 20250103, -100000, 0, NULL), (3, 2, 2, 20250103, 0, -100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '冲销', 1, '重复', 1);
        UPDATE voucher SET reason = '别的' WHERE id = 3;"
        => "voucher.posted_is_final";
}

taken! {
    a_posted_voucher_is_taken_back_in_red: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (3, 1, 1, 20250103, -100000, 0, NULL), (3, 2, 2, 20250103, 0, -100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '冲销', 1, '重复', 1);";
    a_reversal_may_stand_in_a_later_month: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (3, 1, 1, 20250401, -100000, 0, NULL), (3, 2, 2, 20250401, 0, -100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250401, '记', 1, '冲销', 1, '重复', 1);";
}
