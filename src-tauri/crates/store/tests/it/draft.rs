//! What the book refuses before a voucher is posted: drafts, their files, what they are made of,
//! templates. A reviewed draft stays as it was looked over.

use crate::kit::{refused, taken};

refused! {
    what_was_typed_is_kept_as_json: "
        UPDATE draft SET entry = '收股金' WHERE id = 1;"
        => "CHECK constraint failed: json_valid(entry)";
    a_draft_does_not_begin_reviewed: "
        INSERT INTO draft (cooperative_id, entry, preparer_id, reviewer_id, changed_at)
        VALUES (1, '{}', 1, 2, 0);"
        => "draft.reviewed_before";
    a_draft_is_not_replaced: "
        INSERT OR REPLACE INTO draft (id, cooperative_id, entry, preparer_id, changed_at)
        VALUES (2, 1, '{}', 1, 0);"
        => "draft.stays";
    a_draft_stays_in_its_cooperative: "
        UPDATE draft SET cooperative_id = 2 WHERE id = 1;"
        => "draft.stays";
    a_draft_does_not_become_a_reversal: "
        UPDATE draft SET reverses_id = 1, reason = '重复' WHERE id = 1;"
        => "draft.stays";
    a_reviewed_draft_is_not_changed: "
        UPDATE draft SET entry = '{}' WHERE id = 2;"
        => "draft.reviewed";
    a_reviewed_draft_keeps_its_preparer: "
        UPDATE draft SET preparer_id = 2 WHERE id = 2;"
        => "draft.reviewed";
    nobody_reviews_a_draft_of_their_own_where_another_has_to: "
        UPDATE book SET reviewed_by_another = 1;
        UPDATE draft SET reviewer_id = 1 WHERE id = 1;"
        => "draft.own_review";
    a_reversal_that_is_drafted_has_a_reason: "
        INSERT INTO draft (cooperative_id, entry, preparer_id, reverses_id, changed_at)
        VALUES (1, '{}', 1, 1, 0);"
        => "CHECK constraint failed: (reverses_id IS NULL) = (reason IS NULL)";
    a_voucher_is_taken_back_by_one_draft: "
        INSERT INTO draft (cooperative_id, entry, preparer_id, reverses_id, reason, changed_at)
        VALUES (1, '{}', 1, 1, '重复', 0), (1, '{}', 1, 1, '再冲', 0);"
        => "UNIQUE constraint failed: draft.reverses_id";
    a_voucher_is_put_right_by_one_draft: "
        INSERT INTO draft (cooperative_id, entry, preparer_id, corrects_id, changed_at)
        VALUES (1, '{}', 1, 1, 0), (1, '{}', 1, 1, 0);"
        => "UNIQUE constraint failed: draft.corrects_id";
    a_voucher_of_another_cooperative_is_not_put_right: "
        INSERT INTO draft (cooperative_id, entry, preparer_id, corrects_id, changed_at)
        VALUES (2, '{}', 1, 1, 0);"
        => "draft.foreign_voucher";
    a_voucher_that_is_not_there_is_not_put_right: "
        INSERT INTO draft (cooperative_id, entry, preparer_id, corrects_id, changed_at)
        VALUES (1, '{}', 1, 2, 0);"
        => "FOREIGN KEY constraint failed";
    a_voucher_that_stands_is_not_put_right: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (3, 1, 1, 20250103, 5, 0), (3, 2, 3, 20250103, 0, 5);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, corrects_id, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '更正', 1, 1);"
        => "voucher.corrects_standing";
    a_file_is_of_a_draft_or_a_voucher_not_of_both: "
        INSERT INTO attachment (draft_id, voucher_id, name, sha256, content)
        VALUES (1, 2, '收据.pdf', zeroblob(32), x'25');"
        => "CHECK constraint failed: (draft_id IS NULL) <> (voucher_id IS NULL)";
    a_posted_voucher_gets_no_more_files: "
        INSERT INTO attachment (voucher_id, name, sha256, content)
        VALUES (1, '收据.pdf', zeroblob(32), x'25');"
        => "voucher.posted_is_final";
    a_reviewed_draft_gets_no_more_files: "
        INSERT INTO attachment (draft_id, name, sha256, content)
        VALUES (2, '收据.pdf', zeroblob(32), x'25');"
        => "draft.reviewed";
    a_reviewed_draft_loses_no_file: "
        DELETE FROM attachment WHERE id = 2;"
        => "draft.reviewed";
    a_file_is_not_changed: "
        UPDATE attachment SET content = x'26' WHERE id = 1;"
        => "voucher.posted_is_final";
    a_file_does_not_move_to_another_draft: "
        UPDATE attachment SET draft_id = 2 WHERE id = 1;"
        => "voucher.posted_is_final";
    a_file_does_not_move_to_a_posted_voucher: "
        UPDATE attachment SET draft_id = NULL, voucher_id = 1 WHERE id = 1;"
        => "voucher.posted_is_final";
    a_file_of_a_posted_voucher_stays: "
        UPDATE attachment SET draft_id = NULL, voucher_id = 2 WHERE id = 1;
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);
        DELETE FROM attachment WHERE id = 1;"
        => "voucher.posted_is_final";
    a_file_of_a_posted_voucher_is_not_replaced: "
        UPDATE attachment SET draft_id = NULL, voucher_id = 2 WHERE id = 1;
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);
        INSERT OR REPLACE INTO attachment (id, draft_id, name, sha256, content)
        VALUES (1, 1, '收据.pdf', zeroblob(32), x'26');"
        => "voucher.posted_is_final";
    a_contribution_makes_one_draft: "
        INSERT INTO voucher_source (draft_id, contribution_id) VALUES (2, 1);"
        => "source.used";
    a_contribution_makes_one_voucher: "
        UPDATE voucher_source SET draft_id = NULL, voucher_id = 2 WHERE id = 1;
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);
        INSERT INTO voucher_source (draft_id, contribution_id) VALUES (2, 1);"
        => "source.used";
    a_draft_is_made_of_nothing_of_another_cooperative: "
        INSERT INTO draft (id, cooperative_id, entry, preparer_id, changed_at)
        VALUES (3, 2, '{}', 1, 0);
        INSERT INTO voucher_source (draft_id, contribution_id) VALUES (3, 2);"
        => "source.foreign";
    a_source_names_one_thing: "
        INSERT INTO voucher_source (draft_id, contribution_id, yield_id) VALUES (2, 2, 1);"
        => "CHECK constraint failed";
    a_source_is_not_changed: "
        UPDATE voucher_source SET contribution_id = 2 WHERE id = 1;"
        => "voucher.posted_is_final";
    what_a_posted_voucher_was_made_of_stays: "
        UPDATE voucher_source SET draft_id = NULL, voucher_id = 2 WHERE id = 1;
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);
        DELETE FROM voucher_source WHERE id = 1;"
        => "voucher.posted_is_final";
    a_contribution_that_made_a_draft_stays: "
        DELETE FROM contribution WHERE id = 1;"
        => "contribution.final";
    a_template_has_a_name: "
        INSERT INTO voucher_template (cooperative_id, name, entry) VALUES (1, ' ', '{}');"
        => "CHECK constraint failed: trim(name) <> ''";
    a_template_has_a_name_of_its_own: "
        INSERT INTO voucher_template (cooperative_id, name, entry) VALUES (1, '工资', '{}');"
        => "UNIQUE constraint failed: voucher_template.cooperative_id, voucher_template.name";
    a_template_is_kept_as_json: "
        UPDATE voucher_template SET entry = '工资' WHERE id = 1;"
        => "CHECK constraint failed: json_valid(entry)";
}

taken! {
    a_draft_is_changed_until_it_is_reviewed: "
        UPDATE draft SET entry = '{}', preparer_id = 2 WHERE id = 1;";
    a_review_is_taken_back_and_the_draft_changed_again: "
        UPDATE draft SET reviewer_id = NULL WHERE id = 2;
        UPDATE draft SET entry = '{}' WHERE id = 2;";
    somebody_else_reviews_a_draft: "
        UPDATE book SET reviewed_by_another = 1;
        UPDATE draft SET reviewer_id = 2 WHERE id = 1;";
    one_reviews_a_draft_of_ones_own_where_nobody_else_has_to: "
        UPDATE draft SET reviewer_id = 1 WHERE id = 1;";
    a_draft_goes_with_its_files_and_frees_what_it_was_made_of: "
        DELETE FROM draft WHERE id = 1;
        INSERT INTO voucher_source (draft_id, contribution_id) VALUES (2, 1);";
    a_file_goes_from_its_draft: "
        DELETE FROM attachment WHERE id = 1;";
    a_contribution_whose_voucher_was_taken_back_makes_another: "
        UPDATE voucher_source SET draft_id = NULL, voucher_id = 2 WHERE id = 1;
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '卖蛋', 1);
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (3, 1, 1, 20250105, -50000, 0), (3, 2, 3, 20250105, 0, -50000);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250105, '记', 3, '冲销', 2, '重复', 1);
        INSERT INTO voucher_source (draft_id, contribution_id) VALUES (2, 1);";
    a_voucher_that_was_taken_back_is_put_right: "
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (3, 1, 1, 20250103, -100000, 0, NULL), (3, 2, 2, 20250103, 0, -100000, 1);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, reverses_id, reason, preparer_id
        )
        VALUES (3, 1, 20250103, '记', 2, '冲销', 1, '重复', 1);
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        VALUES (4, 1, 1, 20250103, 5, 0), (4, 2, 3, 20250103, 0, 5);
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, corrects_id, preparer_id
        )
        VALUES (4, 1, 20250103, '记', 3, '更正', 1, 1);";
}
