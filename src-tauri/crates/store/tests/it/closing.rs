//! What the book refuses of closing: months and years out of order, vouchers that are not the step
//! that they say.

use crate::kit::{refused, taken};

refused! {
    a_month_is_not_closed_before_the_one_before_it: "
        INSERT INTO month_change (cooperative_id, month, closed) VALUES (2, 202502, 1);"
        => "month.earlier_open";
    a_month_is_not_opened_again_under_a_closed_one: "
        INSERT INTO month_change (cooperative_id, month, closed)
        VALUES (2, 202501, 1), (2, 202502, 1);
        INSERT INTO month_change (cooperative_id, month, closed, reason)
        VALUES (2, 202501, 0, '漏记');"
        => "month.later_closed";
    a_month_that_a_distribution_rests_on_is_not_opened_again: "
        INSERT INTO month_change (cooperative_id, month, closed) VALUES (1, 202501, 1);
        INSERT INTO month_change (cooperative_id, month, closed, reason)
        VALUES (1, 202501, 0, '漏记');"
        => "month.distribution";
    a_month_of_a_closed_year_is_not_opened_again: "
        INSERT INTO month_change (cooperative_id, month, closed)
        WITH RECURSIVE month (n) AS (
            VALUES (202501) UNION ALL SELECT n + 1 FROM month WHERE n < 202512
        )
        SELECT 2, n, 1 FROM month;
        INSERT INTO year_change (cooperative_id, year, state, posting_date)
        VALUES (2, 2025, 'closing', 'year_end');
        INSERT INTO month_change (cooperative_id, month, closed, reason)
        VALUES (2, 202512, 0, '漏记');"
        => "month.year_closed";
    a_year_is_not_closed_with_an_open_december: "
        INSERT INTO year_change (cooperative_id, year, state, posting_date)
        VALUES (2, 2025, 'closed', 'resolution');"
        => "year.december_open";
    a_year_is_not_closed_before_the_one_before_it: "
        INSERT INTO year_change (cooperative_id, year, state, posting_date)
        VALUES (2, 2026, 'closed', 'resolution');"
        => "year.earlier_open";
    a_year_before_the_books_begin_is_not_closed: "
        INSERT INTO year_change (cooperative_id, year, state, posting_date)
        VALUES (2, 2024, 'closed', 'resolution');"
        => "year.before_books";
    a_year_is_not_closed_while_its_income_is_not_carried: "
        INSERT INTO month_change (cooperative_id, month, closed)
        WITH RECURSIVE month (n) AS (
            VALUES (202501) UNION ALL SELECT n + 1 FROM month WHERE n < 202512
        )
        SELECT 1, n, 1 FROM month WHERE n = 1;
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);
        INSERT INTO month_change (cooperative_id, month, closed)
        WITH RECURSIVE month (n) AS (
            VALUES (202501) UNION ALL SELECT n + 1 FROM month WHERE n < 202512
        )
        SELECT 1, n, 1 FROM month;
        INSERT INTO year_change (cooperative_id, year, state, posting_date)
        VALUES (1, 2025, 'closed', 'resolution');"
        => "year.not_carried";
    a_year_is_opened_again_for_a_reason: "
        INSERT INTO year_change (cooperative_id, year, state) VALUES (2, 2025, 'open');"
        => "year.unchanged";
    what_happened_to_a_year_stays: "
        INSERT INTO month_change (cooperative_id, month, closed)
        WITH RECURSIVE month (n) AS (
            VALUES (202501) UNION ALL SELECT n + 1 FROM month WHERE n < 202512
        )
        SELECT 2, n, 1 FROM month;
        INSERT INTO year_change (cooperative_id, year, state, posting_date)
        VALUES (2, 2025, 'closing', 'year_end');
        DELETE FROM year_change;"
        => "year.final";
    a_step_stands_on_its_own_accounts: "
        INSERT INTO closing_step (id, step) VALUES (2, 'income');
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);"
        => "closing.other_step";
    a_posted_voucher_becomes_no_step: "
        INSERT INTO closing_step (id, step) VALUES (1, 'income');"
        => "voucher.posted_is_final";
    a_step_of_a_distribution_names_it: "
        INSERT INTO closing_step (id, step) VALUES (2, 'patronage');"
        => "CHECK constraint failed";
    a_step_does_not_open_a_closed_month: "
        INSERT INTO account (id, cooperative_id, code, name, side)
        VALUES (31, 1, '331', '本年盈余', 'both');
        DELETE FROM voucher_line WHERE voucher_id = 2;
        INSERT INTO voucher_line (voucher_id, line, account_id, dated_on, debit_fen, credit_fen)
        VALUES (2, 1, 3, 20250131, 5, 0), (2, 2, 31, 20250131, 0, 5);
        INSERT INTO closing_step (id, step) VALUES (2, 'income');
        INSERT INTO month_change (cooperative_id, month, closed) VALUES (1, 202501, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, closing, preparer_id
        )
        VALUES (2, 1, 20250131, '记', 2, '结转收入', 1, 1);"
        => "voucher.closed_month";
}

taken! {
    months_are_closed_one_after_the_other_and_opened_from_the_last: "
        INSERT INTO month_change (cooperative_id, month, closed)
        VALUES (2, 202501, 1), (2, 202502, 1);
        INSERT INTO month_change (cooperative_id, month, closed, reason)
        VALUES (2, 202502, 0, '漏记'), (2, 202501, 0, '漏记');";
    january_follows_december: "
        INSERT INTO month_change (cooperative_id, month, closed)
        WITH RECURSIVE month (n) AS (
            VALUES (202501)
            UNION ALL
            SELECT n + iif(n % 100 = 12, 89, 1) FROM month WHERE n < 202602
        )
        SELECT 2, n, 1 FROM month;";
    a_year_is_closing_closed_and_opened_again: "
        INSERT INTO month_change (cooperative_id, month, closed)
        WITH RECURSIVE month (n) AS (
            VALUES (202501) UNION ALL SELECT n + 1 FROM month WHERE n < 202512
        )
        SELECT 2, n, 1 FROM month;
        INSERT INTO year_change (cooperative_id, year, state, posting_date, reason)
        VALUES
        (2, 2025, 'closing', 'year_end', NULL),
        (2, 2025, 'closed', 'year_end', '不分配'),
        (2, 2025, 'open', NULL, '漏记'),
        (2, 2025, 'closed', 'resolution', NULL);";
    a_step_needs_no_review: "
        UPDATE book SET reviewed_by_another = 1;
        INSERT INTO account (id, cooperative_id, code, name, side)
        VALUES (31, 1, '331', '本年盈余', 'both');
        DELETE FROM voucher_line WHERE voucher_id = 2;
        INSERT INTO voucher_line (voucher_id, line, account_id, dated_on, debit_fen, credit_fen)
        VALUES (2, 1, 3, 20250131, 5, 0), (2, 2, 31, 20250131, 0, 5);
        INSERT INTO closing_step (id, step) VALUES (2, 'income');
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, closing, preparer_id
        )
        VALUES (2, 1, 20250131, '记', 2, '结转收入', 1, 1);";
}
