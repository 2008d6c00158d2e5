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
        => "CHECK constraint failed: (status IN ('draft', 'presented')) = (resolution IS NULL)";
    what_is_put_before_the_meeting_adds_up: "
        INSERT INTO approved_result VALUES (2, 1000, 0, 0, 0, 0, 100, 900, 0, 540, 360, 0);
        INSERT INTO distribution_event (distribution_id, kind, made_on)
        VALUES (2, 'presented', 20270110);
        UPDATE distribution SET status = 'presented' WHERE id = 2;"
        => "distribution.does_not_add_up";
    nothing_is_put_before_the_meeting_off_the_record: "
        INSERT INTO approved_result VALUES (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        UPDATE distribution SET status = 'presented' WHERE id = 2;"
        => "distribution.other_state";
    a_year_is_put_before_the_meeting_after_its_end: "
        INSERT INTO distribution_event (distribution_id, kind, made_on)
        VALUES (2, 'presented', 20261231);"
        => "distribution.year_runs";
    what_was_put_before_the_meeting_stays_as_it_was: "
        INSERT INTO approved_result VALUES (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        INSERT INTO distribution_event (distribution_id, kind, made_on)
        VALUES (2, 'presented', 20270110);
        UPDATE distribution SET status = 'presented' WHERE id = 2;
        UPDATE distribution SET retain_fen = 1 WHERE id = 2;"
        => "distribution.approved_is_final";
    the_figures_put_before_the_meeting_stay: "
        INSERT INTO approved_result VALUES (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        INSERT INTO distribution_event (distribution_id, kind, made_on)
        VALUES (2, 'presented', 20270110);
        UPDATE distribution SET status = 'presented' WHERE id = 2;
        DELETE FROM approved_result WHERE distribution_id = 2;"
        => "distribution.approved_is_final";
    what_was_put_before_the_meeting_is_withdrawn_on_record: "
        INSERT INTO approved_result VALUES (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        INSERT INTO distribution_event (distribution_id, kind, made_on)
        VALUES (2, 'presented', 20270110);
        UPDATE distribution SET status = 'presented' WHERE id = 2;
        UPDATE distribution SET status = 'draft' WHERE id = 2;"
        => "distribution.other_state";
    a_draft_is_not_reversed: "
        INSERT INTO distribution_event (distribution_id, kind, made_on, reason)
        VALUES (2, 'reversed', 20270110, '算错');"
        => "distribution.other_state";
    what_is_reversed_has_a_reason: "
        INSERT INTO distribution_event (distribution_id, kind, made_on)
        VALUES (1, 'reversed', 20260201);"
        => "CHECK constraint failed: (kind = 'presented')";
    nothing_is_reversed_off_the_record: "
        UPDATE distribution SET status = 'reversed' WHERE id = 1;"
        => "distribution.other_state";
    a_posted_distribution_is_not_reversed_while_its_vouchers_stand: "
        INSERT INTO account (id, cooperative_id, code, name, side, detail)
        VALUES
        (81, 1, '332', '盈余分配', 'both', NULL), (82, 1, '221', '应付盈余返还', 'credit', 'member');
        INSERT INTO closing_step (id, step, distribution_id) VALUES (8, 'patronage', 1);
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen, member_id
        )
        VALUES (8, 1, 81, 20260201, 5, 0, NULL), (8, 2, 82, 20260201, 0, 5, 2);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (8, 1, 20260201, '结', 1, '盈余返还', 1);
        INSERT INTO distribution_event (distribution_id, kind, made_on, reason)
        VALUES (1, 'reversed', 20260202, '算错');"
        => "distribution.is_posted";
    what_was_put_before_the_meeting_is_not_resolved_on_earlier: "
        INSERT INTO approved_result VALUES (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        INSERT INTO distribution_event (distribution_id, kind, made_on)
        VALUES (2, 'presented', 20270110);
        UPDATE distribution SET status = 'presented' WHERE id = 2;
        UPDATE distribution SET status = 'approved', resolution = '2号', approved_on = 20270109
        WHERE id = 2;"
        => "distribution.too_early";
    a_plan_is_not_taken_back_before_it_was_laid_open: "
        INSERT INTO approved_result VALUES (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        INSERT INTO distribution_event (distribution_id, kind, made_on)
        VALUES (2, 'presented', 20270110);
        UPDATE distribution SET status = 'presented' WHERE id = 2;
        INSERT INTO distribution_event (distribution_id, kind, made_on, reason)
        VALUES (2, 'withdrawn', 20270109, '改方案');"
        => "distribution.too_early";
    nothing_is_reversed_before_it_was_resolved_on: "
        INSERT INTO distribution_event (distribution_id, kind, made_on, reason)
        VALUES (1, 'reversed', 20260101, '算错');"
        => "distribution.too_early";
    what_happened_to_a_distribution_stays: "
        INSERT INTO distribution_event (id, distribution_id, kind, made_on, reason)
        VALUES (1, 1, 'reversed', 20260201, '算错');
        UPDATE distribution_event SET reason = '别的' WHERE id = 1;"
        => "distribution.event_is_final";
    a_reversed_distribution_is_not_revived: "
        INSERT INTO distribution_event (distribution_id, kind, made_on, reason)
        VALUES (1, 'reversed', 20260201, '算错');
        UPDATE distribution SET status = 'reversed' WHERE id = 1;
        UPDATE distribution SET status = 'approved' WHERE id = 1;"
        => "distribution.approved_is_final";
    the_figures_of_a_reversed_distribution_stay: "
        INSERT INTO distribution_event (distribution_id, kind, made_on, reason)
        VALUES (1, 'reversed', 20260201, '算错');
        UPDATE distribution SET status = 'reversed' WHERE id = 1;
        UPDATE approved_member SET residual_dividend_fen = 1 WHERE distribution_id = 1;"
        => "distribution.approved_is_final";
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
    a_year_is_run_anew_after_a_reversal: "
        INSERT INTO distribution_event (distribution_id, kind, made_on, reason)
        VALUES (1, 'reversed', 20260201, '算错');
        UPDATE distribution SET status = 'reversed' WHERE id = 1;
        INSERT INTO distribution (
            cooperative_id, year, run, status, patronage_share_millionths, capital_weighting,
            retain_fen
        ) VALUES (1, 2025, 2, 'draft', 600000, 'year_end', 0);";
    what_was_put_before_the_meeting_is_withdrawn: "
        INSERT INTO approved_result VALUES (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        INSERT INTO distribution_event (distribution_id, kind, made_on)
        VALUES (2, 'presented', 20270110);
        UPDATE distribution SET status = 'presented' WHERE id = 2;
        INSERT INTO distribution_event (distribution_id, kind, made_on, reason)
        VALUES (2, 'withdrawn', 20270111, '改方案');
        UPDATE distribution SET status = 'draft' WHERE id = 2;
        DELETE FROM approved_result WHERE distribution_id = 2;
        UPDATE distribution SET retain_fen = 1 WHERE id = 2;";
    what_was_put_before_the_meeting_is_approved: "
        INSERT INTO approved_result VALUES (2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        INSERT INTO distribution_event (distribution_id, kind, made_on, meeting_on)
        VALUES (2, 'presented', 20270110, 20270125);
        UPDATE distribution SET status = 'presented' WHERE id = 2;
        UPDATE distribution SET status = 'approved', resolution = '2号', approved_on = 20270125
        WHERE id = 2;";
}
