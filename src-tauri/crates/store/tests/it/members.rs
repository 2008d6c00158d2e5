//! What the book refuses of changes of members and of moves of capital.

use crate::kit::{refused, taken};

refused! {
    a_member_changes_only_on_record: "
        UPDATE member SET name = '别人' WHERE id = 2;"
        => "member.not_on_record";
    a_number_is_not_wiped_without_record: "
        INSERT INTO member_change (member_id, made_on, field, before, after, reason)
        VALUES (2, 20250301, 'bank_account', NULL, '6222', '开户');
        UPDATE member SET bank_account = '6223' WHERE id = 2;"
        => "member.not_on_record";
    a_change_says_what_was: "
        INSERT INTO member_change (member_id, made_on, field, before, after, reason)
        VALUES (2, 20250301, 'name', '村民009', '村民010', '改名');"
        => "member.was_other";
    a_change_beside_the_register_says_what_was: "
        INSERT INTO member_change (member_id, made_on, field, before, after, reason)
        VALUES (2, 20250301, 'head', NULL, '王五', '登记'), (2, 20250401, 'head', NULL, '王六', '变更');"
        => "member.was_other";
    a_change_stays: "
        INSERT INTO member_change (id, member_id, made_on, field, before, after, reason)
        VALUES (1, 2, 20250301, 'head', NULL, '王五', '登记');
        UPDATE member_change SET after = '王六' WHERE id = 1;"
        => "member.change_is_final";
    a_change_is_not_removed: "
        INSERT INTO member_change (id, member_id, made_on, field, before, after, reason)
        VALUES (1, 2, 20250301, 'head', NULL, '王五', '登记');
        DELETE FROM member_change WHERE id = 1;"
        => "member.change_is_final";
    two_members_have_no_vote_beyond_the_first: "
        INSERT INTO member_change (member_id, made_on, field, before, after, reason)
        VALUES (2, 20250301, 'extra_votes', NULL, '1', '大会决议');"
        => "member.too_many_votes";
    who_has_left_has_no_vote: "
        INSERT INTO member (cooperative_id, code, name, kind)
        VALUES (1, 'H2', '村民003', 'household'), (1, 'H3', '村民004', 'household'),
            (1, 'H4', '村民005', 'household');
        INSERT INTO contribution (member_id, made_on, amount_fen) VALUES (1, 20251001, -45000);
        INSERT INTO member_change (member_id, made_on, field, before, after, reason)
        VALUES (2, 20251001, 'extra_votes', NULL, '1', '大会决议');"
        => "member.too_many_votes";
    a_move_comes_to_its_contributions: "
        INSERT INTO contribution (id, member_id, made_on, amount_fen) VALUES (9, 2, 20250301, 500);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (9, 1);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (1, 'put_in', 20250301, 2, NULL, 501, 0, 0, 0, NULL, NULL);"
        => "share.does_not_add_up";
    a_move_is_of_its_day: "
        INSERT INTO contribution (id, member_id, made_on, amount_fen) VALUES (9, 2, 20250302, 500);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (9, 1);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (1, 'put_in', 20250301, 2, NULL, 500, 0, 0, 0, NULL, NULL);"
        => "share.does_not_add_up";
    what_passes_comes_to_both_sides: "
        INSERT INTO contribution (id, member_id, made_on, amount_fen)
        VALUES (9, 1, 20250901, -500), (10, 2, 20250901, 400);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (9, 1), (10, 1);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (1, 'passed', 20250901, 1, 2, 500, 0, 0, 0, '继承', NULL);"
        => "share.does_not_add_up";
    nothing_passes_to_another_cooperative: "
        INSERT INTO contribution (id, member_id, made_on, amount_fen)
        VALUES (9, 1, 20250901, -500), (10, 3, 20250901, 500);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (9, 1), (10, 1);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (1, 'passed', 20250901, 1, 3, 500, 0, 0, 0, '继承', NULL);"
        => "share.foreign";
    who_leaves_has_nothing_left: "
        INSERT INTO contribution (id, member_id, made_on, amount_fen)
        VALUES (9, 1, 20250901, -500);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (9, 1);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (1, 'left', 20250901, 1, NULL, 500, 0, 0, 0, '退社', NULL);"
        => "share.not_all";
    a_loss_is_at_most_what_is_paid_back: "
        INSERT INTO contribution (id, member_id, made_on, amount_fen)
        VALUES (9, 1, 20250901, -45000);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (9, 1);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (1, 'left', 20250901, 1, NULL, 45000, 0, 0, 45001, '退社', NULL);"
        => "CHECK constraint failed: loss_fen";
    a_move_stays: "
        INSERT INTO contribution (id, member_id, made_on, amount_fen) VALUES (9, 2, 20250301, 500);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (9, 1);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (1, 'put_in', 20250301, 2, NULL, 500, 0, 0, 0, NULL, NULL);
        UPDATE share_move SET premium_fen = 1 WHERE id = 1;"
        => "share.final";
    a_move_gets_no_more_contributions: "
        INSERT INTO contribution (id, member_id, made_on, amount_fen)
        VALUES (9, 2, 20250301, 500), (10, 2, 20250301, 500);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (9, 1);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (1, 'put_in', 20250301, 2, NULL, 500, 0, 0, 0, NULL, NULL);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (10, 1);"
        => "share.final";
    a_move_of_which_a_draft_was_made_is_not_taken_back: "
        INSERT INTO contribution (id, member_id, made_on, amount_fen)
        VALUES (9, 2, 20250301, 500), (10, 2, 20250301, -500);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (9, 1), (10, 2);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (1, 'put_in', 20250301, 2, NULL, 500, 0, 0, 0, NULL, NULL);
        INSERT INTO draft (id, cooperative_id, entry, preparer_id, changed_at)
        VALUES (9, 1, '{}', 1, 0);
        INSERT INTO voucher_source (draft_id, contribution_id) VALUES (9, 9);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (2, 'put_in', 20250301, 2, NULL, 500, 0, 0, 0, '记错', 1);"
        => "share.in_use";
    only_the_same_move_is_taken_back: "
        INSERT INTO contribution (id, member_id, made_on, amount_fen)
        VALUES (9, 2, 20250301, 500), (10, 2, 20250301, -400);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (9, 1), (10, 2);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (1, 'put_in', 20250301, 2, NULL, 500, 0, 0, 0, NULL, NULL);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (2, 'put_in', 20250301, 2, NULL, 400, 0, 0, 0, '记错', 1);"
        => "share.other_move";
    nobody_has_less_than_nothing_of_the_reserve: "
        INSERT INTO reserve_share (member_id, made_on, amount_fen, reason)
        VALUES (1, 20250301, 500, '量化'), (1, 20250302, -501, '冲减');"
        => "reserve.below_zero";
    a_share_of_the_reserve_stays: "
        INSERT INTO reserve_share (id, member_id, made_on, amount_fen, reason)
        VALUES (1, 1, 20250301, 500, '量化');
        UPDATE reserve_share SET amount_fen = 501 WHERE id = 1;"
        => "reserve.final";
    what_goes_with_a_move_is_what_the_move_says: "
        INSERT INTO reserve_share (member_id, made_on, amount_fen, reason)
        VALUES (1, 20250301, 500, '量化');
        INSERT INTO contribution (id, member_id, made_on, amount_fen)
        VALUES (9, 1, 20250901, -45000);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (9, 1);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (1, 'left', 20250901, 1, NULL, 45000, 0, 500, 0, '退社', NULL);
        INSERT INTO reserve_share (member_id, made_on, amount_fen, reason, share_move_id)
        VALUES (1, 20250901, -499, '退社', 1);"
        => "reserve.other_move";
    what_was_taken_back_makes_no_voucher: "
        INSERT INTO contribution (id, member_id, made_on, amount_fen)
        VALUES (9, 2, 20250301, 500), (10, 2, 20250301, -500);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (9, 1), (10, 2);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (1, 'put_in', 20250301, 2, NULL, 500, 0, 0, 0, NULL, NULL);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (2, 'put_in', 20250301, 2, NULL, 500, 0, 0, 0, '记错', 1);
        INSERT INTO draft (id, cooperative_id, entry, preparer_id, changed_at)
        VALUES (9, 1, '{}', 1, 0);
        INSERT INTO voucher_source (draft_id, contribution_id) VALUES (9, 9);"
        => "share.taken_back";
}

taken! {
    a_fifth_of_the_votes_may_be_extra_before_somebody_leaves: "
        INSERT INTO member (cooperative_id, code, name, kind)
        VALUES (1, 'H2', '村民003', 'household'), (1, 'H3', '村民004', 'household'),
            (1, 'H4', '村民005', 'household');
        INSERT INTO contribution (member_id, made_on, amount_fen) VALUES (1, 20251001, -45000);
        INSERT INTO member_change (member_id, made_on, field, before, after, reason)
        VALUES (2, 20250930, 'extra_votes', NULL, '1', '大会决议');";
    who_has_left_takes_the_extra_votes_along: "
        INSERT INTO member (cooperative_id, code, name, kind)
        VALUES (1, 'H2', '村民003', 'household'), (1, 'H3', '村民004', 'household'),
            (1, 'H4', '村民005', 'household');
        INSERT INTO member (cooperative_id, code, name, kind)
        VALUES (1, 'H5', '村民006', 'household');
        INSERT INTO member_change (member_id, made_on, field, before, after, reason)
        VALUES (1, 20250301, 'extra_votes', NULL, '1', '大会决议');
        INSERT INTO contribution (member_id, made_on, amount_fen) VALUES (1, 20251001, -45000);
        INSERT INTO member_change (member_id, made_on, field, before, after, reason)
        VALUES (2, 20251001, 'extra_votes', NULL, '1', '大会决议');";
    a_name_changes_with_what_it_was: "
        INSERT INTO member_change (member_id, made_on, field, before, after, reason)
        VALUES (2, 20250301, 'name', '村民001', '村民一', '改名');
        UPDATE member SET name = '村民一' WHERE id = 2;";
    a_loss_may_be_all_that_is_paid_back: "
        INSERT INTO contribution (id, member_id, made_on, amount_fen)
        VALUES (9, 1, 20250901, -45000);
        INSERT INTO share_move_part (contribution_id, share_move_id) VALUES (9, 1);
        INSERT INTO share_move (
            id, kind, made_on, member_id, to_member_id, capital_fen, premium_fen, reserve_fen,
            loss_fen, reason, reverses_id
        )
        VALUES (1, 'left', 20250901, 1, NULL, 45000, 0, 0, 45000, '退社', NULL);";
}
