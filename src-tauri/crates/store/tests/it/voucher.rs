//! What the books refuse: charts, vouchers and their lines.

use crate::kit::{refused, taken};

refused! {
    a_voucher_that_does_not_balance_is_not_posted: "
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (2, 3, 1, 1, 0);
        UPDATE voucher SET number = 2 WHERE id = 2;"
        => "voucher.unbalanced";
    a_voucher_without_lines_is_not_posted: "
        DELETE FROM voucher_line WHERE voucher_id = 2;
        UPDATE voucher SET number = 2 WHERE id = 2;"
        => "voucher.unbalanced";
    a_number_is_not_left_out: "
        UPDATE voucher SET number = 3 WHERE id = 2;"
        => "voucher.number_gap";
    a_number_is_not_given_twice: "
        UPDATE voucher SET number = 1 WHERE id = 2;"
        => "voucher.number_gap";
    a_voucher_does_not_come_with_a_number: "
        INSERT INTO voucher (cooperative_id, dated_on, word, number, summary)
        VALUES (1, 20250301, '记', 1, '先编号');"
        => "voucher.number_before_posting";
    a_voucher_before_the_books_begin_is_not_posted: "
        UPDATE voucher SET dated_on = 20241231 WHERE id = 2;
        UPDATE voucher SET number = 1 WHERE id = 2;"
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
        INSERT OR REPLACE INTO voucher (id, cooperative_id, dated_on, word, summary)
        VALUES (1, 1, 20250102, '记', '换掉');"
        => "voucher.posted_is_final";
    a_posted_voucher_is_not_pushed_aside: "
        UPDATE OR REPLACE voucher SET id = 1 WHERE id = 2;"
        => "voucher.posted_is_final";
    a_posted_line_is_not_changed: "
        UPDATE voucher_line SET debit_fen = 100001 WHERE voucher_id = 1 AND line = 1;"
        => "voucher.posted_is_final";
    a_posted_line_is_not_deleted: "
        DELETE FROM voucher_line WHERE voucher_id = 1 AND line = 1;"
        => "voucher.posted_is_final";
    a_posted_line_is_not_replaced: "
        INSERT OR REPLACE INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (1, 1, 1, 99999, 0);"
        => "voucher.posted_is_final";
    a_posted_voucher_gets_no_more_lines: "
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (1, 3, 1, 5, 0);"
        => "voucher.posted_is_final";
    a_draft_does_not_move_to_another_cooperative: "
        UPDATE voucher SET cooperative_id = 2 WHERE id = 2;"
        => "voucher.stays";
    books_with_vouchers_do_not_begin_in_another_month: "
        UPDATE cooperative SET starts_month = 202601 WHERE id = 1;"
        => "cooperative.stays";
    a_line_is_not_moved_to_a_posted_voucher: "
        UPDATE voucher_line SET voucher_id = 1, line = 3 WHERE voucher_id = 2 AND line = 1;"
        => "voucher.line_is_final";
    a_line_of_a_draft_is_not_bent_past_the_checks: "
        UPDATE voucher_line SET account_id = 6 WHERE voucher_id = 2 AND line = 1;"
        => "voucher.line_is_final";
    a_line_stands_on_no_account_that_has_sub_accounts: "
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (2, 3, 4, 5, 0);"
        => "voucher.account_has_sub_accounts";
    a_line_stands_on_no_account_of_another_cooperative: "
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (2, 3, 6, 5, 0);"
        => "voucher.foreign_account";
    a_line_on_share_capital_names_its_member: "
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (2, 3, 2, 0, 5);"
        => "voucher.member_demanded";
    a_line_names_no_member_of_another_cooperative: "
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen, member_id)
        VALUES (2, 3, 2, 0, 5, 3);"
        => "voucher.foreign_member";
    a_line_names_no_member_that_does_not_exist: "
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen, member_id)
        VALUES (2, 3, 2, 0, 5, 99);"
        => "voucher.foreign_member";
    a_line_has_one_side_and_not_both: "
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (2, 3, 1, 5, 5);"
        => "CHECK constraint failed: (debit_fen = 0) <> (credit_fen = 0)";
    a_line_has_one_side_and_not_neither: "
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (2, 3, 1, 0, 0);"
        => "CHECK constraint failed: (debit_fen = 0) <> (credit_fen = 0)";
    a_line_goes_to_nine_trillion_yuan_and_no_further: "
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (2, 3, 1, 900000000000001, 0);"
        => "CHECK constraint failed: debit_fen BETWEEN";
    an_amount_is_a_whole_number_of_fen: "
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (2, 3, 1, 0.5, 0);"
        => "cannot store REAL value in INTEGER column voucher_line.debit_fen";
    a_voucher_is_dated_by_the_calendar: "
        INSERT INTO voucher (cooperative_id, dated_on, word, summary)
        VALUES (1, 20250229, '记', '没有这一天');"
        => "CHECK constraint failed: printf(";
    a_voucher_is_dated_in_one_of_twelve_months: "
        INSERT INTO voucher (cooperative_id, dated_on, word, summary)
        VALUES (1, 20251301, '记', '没有这个月');"
        => "CHECK constraint failed: printf(";
    a_voucher_belongs_to_a_cooperative_of_the_book: "
        INSERT INTO voucher (cooperative_id, dated_on, word, summary)
        VALUES (99, 20250301, '记', '无主');"
        => "FOREIGN KEY constraint failed";
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
        DELETE FROM account WHERE id = 5;
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
    an_account_with_lines_is_not_deleted: "
        DELETE FROM account WHERE id = 1;"
        => "FOREIGN KEY constraint failed";
    a_code_stands_once_in_a_chart: "
        INSERT INTO account (cooperative_id, code, name, side) VALUES (1, '102', '再一次', 'debit');"
        => "UNIQUE constraint failed: account.cooperative_id, account.code";
    an_account_is_of_one_of_five_classes: "
        INSERT INTO account (cooperative_id, code, name, side) VALUES (1, '602', '表外', 'debit');"
        => "CHECK constraint failed: code GLOB";
}

taken! {
    a_draft_is_posted_with_the_next_number: "
        UPDATE voucher SET number = 2 WHERE id = 2;";
    each_month_and_word_begins_with_one: "
        UPDATE voucher SET dated_on = 20250205, word = '转' WHERE id = 2;
        UPDATE voucher SET number = 1 WHERE id = 2;";
    a_draft_goes_with_its_lines: "
        DELETE FROM voucher_line WHERE voucher_id = 2;
        DELETE FROM voucher WHERE id = 2;";
    red_entries_are_below_zero_on_their_own_side: "
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (2, 3, 1, -5, 0), (2, 4, 3, 0, -5);
        UPDATE voucher SET number = 2 WHERE id = 2;";
}

refused! {
    a_voucher_is_reversed_once: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 1, 20250103, '记', '冲销', 1, '重复');
        INSERT INTO voucher (cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (1, 20250103, '记', '再冲', 1, '重复');"
        => "voucher.reversed_already";
    a_reversal_is_not_replaced_by_another: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 1, 20250103, '记', '冲销', 1, '重复');
        INSERT OR REPLACE INTO voucher (
            cooperative_id, dated_on, word, summary, reverses_id, reason
        )
        VALUES (1, 20250103, '记', '再冲', 1, '重复');"
        => "voucher.reversed_already";
    a_draft_does_not_become_a_reversal_afterwards: "
        UPDATE voucher SET reverses_id = 1, reason = '重复' WHERE id = 2;"
        => "voucher.stays";
    a_reversal_says_why: "
        INSERT INTO voucher (cooperative_id, dated_on, word, summary, reverses_id)
        VALUES (1, 20250103, '记', '冲销', 1);"
        => "CHECK constraint failed: (reverses_id IS NULL) = (reason IS NULL)";
    a_reversal_s_reason_is_not_blank: "
        INSERT INTO voucher (cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (1, 20250103, '记', '冲销', 1, ' ');"
        => "CHECK constraint failed: trim(reason) <> ''";
    a_reason_belongs_to_a_reversal: "
        INSERT INTO voucher (cooperative_id, dated_on, word, summary, reason)
        VALUES (1, 20250103, '记', '冲销', '重复');"
        => "CHECK constraint failed: (reverses_id IS NULL) = (reason IS NULL)";
    a_reversal_names_a_voucher_of_the_book: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 1, 20250103, '记', '冲销', 99, '重复');"
        => "FOREIGN KEY constraint failed";
    a_voucher_of_another_cooperative_is_not_reversed: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 2, 20250103, '记', '冲销', 1, '重复');
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (3, 1, 6, -5, 0), (3, 2, 6, 0, -5);
        UPDATE voucher SET number = 1 WHERE id = 3;"
        => "voucher.reverses_foreign";
    a_draft_is_not_reversed: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 1, 20250105, '记', '冲销', 2, '重复');
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (3, 1, 1, -50000, 0), (3, 2, 3, 0, -50000);
        UPDATE voucher SET number = 2 WHERE id = 3;"
        => "voucher.reverses_draft";
    a_voucher_is_not_reversed_before_its_day: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 1, 20250101, '记', '冲销', 1, '重复');
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen, member_id)
        VALUES (3, 1, 1, -100000, 0, NULL), (3, 2, 2, 0, -100000, 1);
        UPDATE voucher SET number = 2 WHERE id = 3;"
        => "voucher.reverses_later";
    a_reversal_is_not_reversed: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 1, 20250103, '记', '冲销', 1, '重复');
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen, member_id)
        VALUES (3, 1, 1, -100000, 0, NULL), (3, 2, 2, 0, -100000, 1);
        UPDATE voucher SET number = 2 WHERE id = 3;
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (4, 1, 20250103, '记', '冲销', 3, '反悔');
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen, member_id)
        VALUES (4, 1, 1, 100000, 0, NULL), (4, 2, 2, 0, 100000, 1);
        UPDATE voucher SET number = 3 WHERE id = 4;"
        => "voucher.reverses_reversal";
    a_reversal_takes_back_all_of_it: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 1, 20250103, '记', '冲销', 1, '重复');
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen, member_id)
        VALUES (3, 1, 1, -99999, 0, NULL), (3, 2, 2, 0, -99999, 1);
        UPDATE voucher SET number = 2 WHERE id = 3;"
        => "voucher.reversal_differs";
    a_reversal_takes_back_the_lines_of_its_original: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 1, 20250103, '记', '冲销', 1, '重复');
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen, member_id)
        VALUES (3, 1, 3, -100000, 0, NULL), (3, 2, 2, 0, -100000, 1);
        UPDATE voucher SET number = 2 WHERE id = 3;"
        => "voucher.reversal_differs";
    a_reversal_is_red_and_not_a_debit_for_a_credit: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 1, 20250103, '记', '冲销', 1, '重复');
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen, member_id)
        VALUES (3, 1, 1, 0, 100000, NULL), (3, 2, 2, 100000, 0, 1);
        UPDATE voucher SET number = 2 WHERE id = 3;"
        => "voucher.reversal_differs";
    a_reversal_takes_back_nothing_more: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 1, 20250103, '记', '冲销', 1, '重复');
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen, member_id)
        VALUES (3, 1, 1, -100000, 0, NULL), (3, 2, 2, 0, -100000, 1);
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen)
        VALUES (3, 3, 1, 5, 0), (3, 4, 3, 0, 5);
        UPDATE voucher SET number = 2 WHERE id = 3;"
        => "voucher.reversal_differs";
    a_posted_reversal_keeps_its_reason: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 1, 20250103, '记', '冲销', 1, '重复');
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen, member_id)
        VALUES (3, 1, 1, -100000, 0, NULL), (3, 2, 2, 0, -100000, 1);
        UPDATE voucher SET number = 2 WHERE id = 3;
        UPDATE voucher SET reason = '别的' WHERE id = 3;"
        => "voucher.posted_is_final";
}

taken! {
    a_posted_voucher_is_taken_back_in_red: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 1, 20250103, '记', '冲销', 1, '重复');
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen, member_id)
        VALUES (3, 1, 1, -100000, 0, NULL), (3, 2, 2, 0, -100000, 1);
        UPDATE voucher SET number = 2 WHERE id = 3;";
    a_reversal_may_stand_in_a_later_month: "
        INSERT INTO voucher (id, cooperative_id, dated_on, word, summary, reverses_id, reason)
        VALUES (3, 1, 20250401, '记', '冲销', 1, '重复');
        INSERT INTO voucher_line (voucher_id, line, account_id, debit_fen, credit_fen, member_id)
        VALUES (3, 1, 1, -100000, 0, NULL), (3, 2, 2, 0, -100000, 1);
        UPDATE voucher SET number = 1 WHERE id = 3;";
}
