//! What a dividend refuses, above all once it is approved.

use crate::kit::{refused, taken};

refused! {
    a_distribution_begins_as_a_draft: "
        INSERT INTO distribution (
            cooperative_id, year, status, patronage_share_millionths, capital_weighting, retain_fen,
            resolution, approved_on
        ) VALUES (2, 2025, 'approved', 0, 'year_end', 0, '1号', 20260101);"
        => "distribution.begins_as_draft";
    nothing_is_approved_without_figures: "
        UPDATE distribution SET status = 'approved', resolution = '2号', approved_on = 20270118
        WHERE id = 2;"
        => "distribution.does_not_add_up";
    nothing_is_approved_that_is_a_fen_short: "
        INSERT INTO approved_result VALUES (2, 1000, 0, 0, 0, 0, 100, 900, 0, 540, 360, 0);
        INSERT INTO approved_member
        VALUES (2, 1, 1, '甲村', 'village_collective', 1, 0, 0, 0, 0, 540, 0, 359);
        UPDATE distribution SET status = 'approved', resolution = '2号', approved_on = 20270118
        WHERE id = 2;"
        => "distribution.does_not_add_up";
    nothing_is_approved_that_is_a_fen_over: "
        INSERT INTO approved_result VALUES (2, 1000, 0, 0, 0, 0, 100, 900, 0, 540, 360, 0);
        INSERT INTO approved_member
        VALUES (2, 1, 1, '甲村', 'village_collective', 1, 0, 0, 0, 0, 541, 0, 360);
        UPDATE distribution SET status = 'approved', resolution = '2号', approved_on = 20270118
        WHERE id = 2;"
        => "distribution.does_not_add_up";
    pools_add_up_to_what_can_be_distributed: "
        INSERT INTO approved_result VALUES (2, 1000, 0, 0, 0, 0, 100, 900, 1, 540, 360, 0);"
        => "CHECK constraint failed: distributable_fen";
    nobody_gets_less_than_nothing: "
        INSERT INTO approved_member
        VALUES (2, 1, 1, '甲村', 'village_collective', 1, 0, 0, 0, 0, 0, 0, -1);"
        => "CHECK constraint failed: residual_dividend_fen >= 0";
    a_member_of_another_cooperative_gets_nothing: "
        INSERT INTO approved_result VALUES (2, 1000, 0, 0, 0, 0, 100, 900, 0, 540, 360, 0);
        INSERT INTO approved_member
        VALUES (2, 1, 3, '村民002', 'household', NULL, 0, 0, 0, 0, 540, 0, 360);
        UPDATE distribution SET status = 'approved', resolution = '2号', approved_on = 20270118
        WHERE id = 2;"
        => "distribution.foreign_member";
    a_year_is_resolved_on_after_it_has_ended: "
        INSERT INTO approved_result VALUES (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        UPDATE distribution SET status = 'approved', resolution = '2号', approved_on = 20261231
        WHERE id = 2;"
        => "CHECK constraint failed: approved_on / 10000 > year";
    a_resolution_is_passed_on_a_day_of_the_calendar: "
        INSERT INTO approved_result VALUES (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        UPDATE distribution SET status = 'approved', resolution = '2号', approved_on = 20271399
        WHERE id = 2;"
        => "CHECK constraint failed: approved_on IS NULL";
    nothing_is_approved_without_a_resolution: "
        INSERT INTO approved_result VALUES (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        UPDATE distribution SET status = 'approved', approved_on = 20270118 WHERE id = 2;"
        => "CHECK constraint failed: (status = 'draft') = (resolution IS NULL)";
    a_cooperative_has_one_distribution_a_year: "
        INSERT INTO distribution (
            cooperative_id, year, status, patronage_share_millionths, capital_weighting, retain_fen
        ) VALUES (1, 2026, 'draft', 0, 'year_end', 0);"
        => "UNIQUE constraint failed: distribution.cooperative_id, distribution.year";
    a_rate_is_at_most_the_whole: "
        UPDATE distribution SET patronage_share_millionths = 1000001 WHERE id = 2;"
        => "CHECK constraint failed: patronage_share_millionths BETWEEN";
    a_fund_takes_by_rate_or_by_amount: "
        INSERT INTO distribution_appropriation VALUES (2, 2, '风险金', 50000, 100);"
        => "CHECK constraint failed: (rate_millionths IS NULL) <> (amount_fen IS NULL)";

    an_approved_distribution_is_not_changed: "
        UPDATE distribution SET retain_fen = 1 WHERE id = 1;"
        => "distribution.approved_is_final";
    an_approved_distribution_is_not_made_a_draft_again: "
        UPDATE distribution SET status = 'draft', resolution = NULL, approved_on = NULL
        WHERE id = 1;"
        => "distribution.approved_is_final";
    an_approved_distribution_is_not_deleted: "
        DELETE FROM distribution WHERE id = 1;"
        => "distribution.approved_is_final";
    an_approved_distribution_is_not_replaced: "
        INSERT OR REPLACE INTO distribution (
            id, cooperative_id, year, status, patronage_share_millionths, capital_weighting,
            retain_fen
        ) VALUES (1, 1, 2025, 'draft', 0, 'year_end', 0);"
        => "distribution.approved_is_final";
    an_approved_distribution_is_not_pushed_aside: "
        DELETE FROM distribution_appropriation WHERE distribution_id = 2;
        UPDATE OR REPLACE distribution SET id = 1 WHERE id = 2;"
        => "distribution.approved_is_final";
    an_approved_year_gets_no_other_draft: "
        INSERT INTO distribution (
            cooperative_id, year, status, patronage_share_millionths, capital_weighting, retain_fen
        ) VALUES (1, 2025, 'draft', 0, 'year_end', 0);"
        => "distribution.approved_is_final";

    an_approved_fund_is_not_changed: "
        UPDATE distribution_appropriation SET rate_millionths = 1 WHERE distribution_id = 1;"
        => "distribution.approved_is_final";
    an_approved_fund_is_not_deleted: "
        DELETE FROM distribution_appropriation WHERE distribution_id = 1;"
        => "distribution.approved_is_final";
    an_approved_distribution_gets_no_more_funds: "
        INSERT INTO distribution_appropriation VALUES (1, 2, '风险金', 50000, NULL);"
        => "distribution.approved_is_final";
    a_fund_is_not_moved_to_an_approved_distribution: "
        UPDATE distribution_appropriation SET distribution_id = 1, step = 2
        WHERE distribution_id = 2;"
        => "distribution.approved_is_final";

    an_approved_result_is_not_changed: "
        UPDATE approved_result SET surplus_fen = 1001 WHERE distribution_id = 1;"
        => "distribution.approved_is_final";
    an_approved_result_is_not_deleted: "
        DELETE FROM approved_result WHERE distribution_id = 1;"
        => "distribution.approved_is_final";
    an_approved_result_is_not_replaced: "
        INSERT OR REPLACE INTO approved_result
        VALUES (1, 1001, 0, 0, 0, 0, 100, 901, 0, 540, 361, 0);"
        => "distribution.approved_is_final";

    an_approved_member_is_not_changed: "
        UPDATE approved_member SET residual_dividend_fen = 201
        WHERE distribution_id = 1 AND place = 1;"
        => "distribution.approved_is_final";
    an_approved_member_is_not_deleted: "
        DELETE FROM approved_member WHERE distribution_id = 1 AND place = 2;"
        => "distribution.approved_is_final";
    an_approved_distribution_gets_no_more_members: "
        INSERT INTO approved_member
        VALUES (1, 3, 3, '村民002', 'household', NULL, 0, 0, 0, 0, 0, 0, 0);"
        => "distribution.approved_is_final";
    a_member_is_not_moved_to_an_approved_distribution: "
        INSERT INTO approved_member
        VALUES (2, 3, 3, '村民002', 'household', NULL, 0, 0, 0, 0, 0, 0, 0);
        UPDATE approved_member SET distribution_id = 1 WHERE distribution_id = 2;"
        => "distribution.approved_is_final";

    an_approved_contribution_is_not_changed: "
        UPDATE approved_contribution SET amount_fen = 1 WHERE distribution_id = 1;"
        => "distribution.approved_is_final";
    an_approved_contribution_is_not_deleted: "
        DELETE FROM approved_contribution WHERE distribution_id = 1;"
        => "distribution.approved_is_final";
    an_approved_distribution_gets_no_more_contributions: "
        INSERT INTO approved_contribution VALUES (1, 2, 1, 20250102, 5);"
        => "distribution.approved_is_final";
}

taken! {
    a_draft_is_changed: "
        UPDATE distribution SET retain_fen = 1 WHERE id = 2;
        DELETE FROM distribution_appropriation WHERE distribution_id = 2;
        INSERT INTO distribution_appropriation VALUES (2, 1, '风险金', NULL, 100);";
    a_draft_is_approved_when_its_parts_add_up: "
        INSERT INTO approved_result VALUES (2, 1000, 0, 0, 0, 0, 100, 900, 0, 540, 360, 0);
        INSERT INTO approved_member
        VALUES (2, 1, 1, '甲村', 'village_collective', 1, 0, 0, 0, 0, 540, 60, 300);
        UPDATE distribution SET status = 'approved', resolution = '2号', approved_on = 20270118
        WHERE id = 2;";
}
