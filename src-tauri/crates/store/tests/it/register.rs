//! What the registers and the district refuse.

use crate::kit::{refused, taken};

refused! {
    nobody_takes_out_more_than_was_put_in: "
        INSERT INTO contribution (member_id, made_on, amount_fen) VALUES (1, 20251001, -45001);"
        => "contribution.below_zero";
    nobody_takes_out_earlier_than_the_money_was_there: "
        INSERT INTO contribution (member_id, made_on, amount_fen) VALUES (1, 20250301, -40001);"
        => "contribution.below_zero";
    what_was_taken_out_later_is_not_left_hanging: "
        INSERT INTO import_batch (
            id, kind, file_name, file_hash, row_count, first_seq
        )
        VALUES (2, 'contributions', '出资.csv', printf('%064d', 2), 1, 9);
        INSERT INTO contribution (id, member_id, made_on, amount_fen, import_batch_id)
        VALUES (4, 1, 20250801, 100, 2), (5, 1, 20250802, -45100, NULL);
        INSERT INTO import_undo (batch_id, last_seq) VALUES (2, 9);
        DELETE FROM contribution WHERE id = 4;"
        => "contribution.below_zero";
    a_contribution_that_stands_is_not_removed: "
        DELETE FROM contribution WHERE id = 3;"
        => "contribution.final";
    a_village_that_stands_is_not_removed: "
        DELETE FROM village WHERE id = 2;"
        => "register.final";
    an_import_that_stands_is_not_removed: "
        DELETE FROM import_batch WHERE id = 1;"
        => "import.final";
    a_contribution_is_not_changed: "
        UPDATE contribution SET amount_fen = 1 WHERE id = 1;"
        => "contribution.final";
    a_contribution_is_not_replaced: "
        INSERT OR REPLACE INTO contribution (id, member_id, made_on, amount_fen)
        VALUES (1, 1, 20250102, 1);"
        => "contribution.final";
    a_contribution_of_nothing_is_none: "
        INSERT INTO contribution (member_id, made_on, amount_fen) VALUES (1, 20251001, 0);"
        => "CHECK constraint failed: amount_fen <> 0";
    a_contribution_is_made_in_one_of_twelve_months: "
        INSERT INTO contribution (member_id, made_on, amount_fen) VALUES (1, 20251301, 5);"
        => "CHECK constraint failed: printf(";
    a_contribution_is_made_on_a_day_of_its_month: "
        INSERT INTO contribution (member_id, made_on, amount_fen) VALUES (1, 20250931, 5);"
        => "CHECK constraint failed: printf(";
    a_yield_is_dated_by_the_calendar: "
        INSERT INTO yield (cooperative_id, made_on, product, quantity_millionths, unit)
        VALUES (1, 20250600, '鹅蛋', 1, '斤');"
        => "CHECK constraint failed: printf(";
    a_village_is_one_member_and_not_two: "
        INSERT INTO member (cooperative_id, code, name, kind, village_id)
        VALUES (1, 'A2', '甲村', 'village_collective', 1);"
        => "UNIQUE constraint failed: member.cooperative_id, member.village_id";
    a_village_collective_says_which_village_it_is: "
        INSERT INTO member (cooperative_id, code, name, kind)
        VALUES (1, 'A2', '某村', 'village_collective');"
        => "CHECK constraint failed: kind <> 'village_collective' OR village_id IS NOT NULL";
    a_member_is_of_a_known_kind: "
        INSERT INTO member (cooperative_id, code, name, kind) VALUES (1, 'B1', '某', 'person');"
        => "CHECK constraint failed: kind IN";
    a_code_stands_once_in_a_cooperative: "
        INSERT INTO member (cooperative_id, code, name, kind) VALUES (1, 'H1', '某', 'household');"
        => "UNIQUE constraint failed: member.cooperative_id, member.code";
    a_member_needs_a_name: "
        INSERT INTO member (cooperative_id, code, name, kind) VALUES (1, 'H2', ' ', 'household');"
        => "CHECK constraint failed: trim(name) <> ''";
    a_member_joins_on_a_day_of_the_calendar: "
        INSERT INTO member (cooperative_id, code, name, kind, joined_on)
        VALUES (1, 'H2', '某', 'household', 20251432);"
        => "CHECK constraint failed: joined_on IS NULL";
    a_member_does_not_move_to_another_cooperative: "
        UPDATE member SET cooperative_id = 2, code = 'H9' WHERE id = 2;"
        => "member.stays";
    a_member_with_money_in_it_is_not_deleted: "
        DELETE FROM member WHERE id = 1;"
        => "register.final";
    a_cooperative_begins_in_a_month: "
        INSERT INTO cooperative (code, name, starts_month) VALUES ('C3', '三号', 202513);"
        => "CHECK constraint failed: starts_month BETWEEN";
    a_cooperative_s_code_stands_once: "
        INSERT INTO cooperative (code, name, starts_month) VALUES ('C1', '三号', 202501);"
        => "UNIQUE constraint failed: cooperative.code";
    a_village_s_code_stands_once: "
        INSERT INTO village (code, name, township_id, performance_pay_fen, joint)
        VALUES ('V1', '丙村', 1, 0, 0);"
        => "UNIQUE constraint failed: village.code";
    a_village_lies_in_a_township_of_the_book: "
        INSERT INTO village (code, name, township_id, performance_pay_fen, joint)
        VALUES ('V3', '丙村', 99, 0, 0);"
        => "FOREIGN KEY constraint failed";
    performance_pay_is_not_below_zero: "
        INSERT INTO village (code, name, township_id, performance_pay_fen, joint)
        VALUES ('V3', '丙村', 1, -1, 0);"
        => "CHECK constraint failed: performance_pay_fen BETWEEN";
    a_yield_is_above_zero: "
        INSERT INTO yield (cooperative_id, made_on, product, quantity_millionths, unit)
        VALUES (1, 20250601, '鹅蛋', 0, '斤');"
        => "CHECK constraint failed: quantity_millionths > 0";
    a_delivery_is_not_settled_below_zero: "
        INSERT INTO delivery (member_id, made_on, product, quantity_millionths, unit, amount_fen)
        VALUES (2, 20250601, '羊', 1000000, '只', -1);"
        => "CHECK constraint failed: amount_fen BETWEEN 0";
    a_delivery_is_dated_by_the_calendar: "
        INSERT INTO delivery (member_id, made_on, product, quantity_millionths, unit, amount_fen)
        VALUES (2, 20250099, '羊', 1000000, '只', 5);"
        => "CHECK constraint failed: printf(";
    an_income_is_of_a_known_kind: "
        INSERT INTO village_income (village_id, year, kind, amount_fen)
        VALUES (1, 2025, 'lottery', 5);"
        => "FOREIGN KEY constraint failed";
    an_income_is_not_below_zero: "
        INSERT INTO village_income (village_id, year, kind, amount_fen)
        VALUES (1, 2025, 'lease', -1);"
        => "CHECK constraint failed: amount_fen BETWEEN 0";
    an_income_is_of_a_year: "
        INSERT INTO village_income (village_id, year, kind, amount_fen)
        VALUES (1, 25, 'lease', 1);"
        => "CHECK constraint failed: year BETWEEN";
    a_target_is_above_zero: "
        INSERT INTO policy (from_year, target_fen, township_share_millionths)
        VALUES (2026, 0, 1000000);"
        => "CHECK constraint failed: target_fen BETWEEN 1";
    one_policy_begins_in_a_year: "
        INSERT INTO policy (from_year, target_fen, township_share_millionths)
        VALUES (2025, 5, 1000000);"
        => "UNIQUE constraint failed: policy.from_year";
    a_pay_cut_takes_at_most_all: "
        INSERT INTO policy_tier (from_year, completion_below_millionths, cut_millionths)
        VALUES (2025, 500000, 1000001);"
        => "CHECK constraint failed: cut_millionths BETWEEN";
    only_the_late_riser_has_a_line_below_which_a_village_is_weak: "
        INSERT INTO policy_award (
            from_year, award, places, prize_fen, team_share_millionths, ranking, weak_below_fen
        ) VALUES (2025, 'benchmark', 10, 5000000, 200000, 'amount', 1);"
        => "CHECK constraint failed: (award = 'late_riser') = (weak_below_fen IS NOT NULL)";
    model_industry_is_ranked_by_industry_alone: "
        INSERT INTO policy_award (
            from_year, award, places, prize_fen, team_share_millionths, ranking
        ) VALUES (2025, 'model_industry', 10, 5000000, 200000, 'rate');"
        => "CHECK constraint failed: (award = 'model_industry') = (ranking IS NULL)";
    a_file_is_imported_once: "
        INSERT INTO import_batch (kind, file_name, file_hash, row_count, first_seq)
        VALUES ('yields', '另一个名字.csv', printf('%064d', 1), 1, 9);"
        => "import.taken_before";
    an_import_is_not_rewritten: "
        UPDATE import_batch SET row_count = 2 WHERE id = 1;"
        => "import.final";
    a_book_is_kept_for_somebody: "
        UPDATE book SET name = ' ';"
        => "CHECK constraint failed: trim(name) <> ''";
    a_book_is_one_book: "
        INSERT INTO book (id, name) VALUES (2, '另一本');"
        => "CHECK constraint failed: id = 1";
}

taken! {
    all_of_it_may_be_taken_out: "
        INSERT INTO contribution (member_id, made_on, amount_fen) VALUES (1, 20251001, -45000);";
    the_same_file_serves_another_purpose: "
        INSERT INTO import_batch (kind, file_name, file_hash, row_count, first_seq)
        VALUES ('deliveries', '产量.csv', printf('%064d', 1), 1, 9);";
    a_file_is_imported_again_once_that_was_taken_back: "
        INSERT INTO import_undo (batch_id, last_seq) VALUES (1, 9);
        INSERT INTO import_batch (kind, file_name, file_hash, row_count, first_seq)
        VALUES ('yields', '产量.csv', printf('%064d', 1), 1, 10);";
    a_village_is_a_member_of_two_cooperatives: "
        INSERT INTO member (cooperative_id, code, name, kind, village_id)
        VALUES (2, 'A1', '甲村', 'village_collective', 1);";
    a_leap_day_is_a_day: "
        INSERT INTO contribution (member_id, made_on, amount_fen) VALUES (1, 20280229, 5);";
}
