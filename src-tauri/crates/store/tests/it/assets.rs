//! What the book refuses of cards, batches of birds, origins, bank and cash.

use crate::kit::{refused, taken};

refused! {
    a_card_stands_on_the_accounts_of_its_kind: "
        INSERT INTO asset (
            cooperative_id, code, name, kind, account_id, gathered_id, charged_id, in_use_on,
            cost_fen, salvage_fen, before_fen, before_month, life_months, nominal, relief
        )
        VALUES (1, 'G1', '鹅舍', 'fixed', 1, 2, 3, 20250102, 9, 0, 0, 202501, 240, 0, 0);"
        => "asset.other_account";
    a_card_has_a_life: "
        INSERT INTO account (id, cooperative_id, code, name, side)
        VALUES (51, 1, '151', '固定资产', 'debit'), (52, 1, '152', '累计折旧', 'credit');
        INSERT INTO asset (
            cooperative_id, code, name, kind, account_id, gathered_id, charged_id, in_use_on,
            cost_fen, salvage_fen, before_fen, before_month, life_months, nominal, relief
        )
        VALUES (1, 'G1', '鹅舍', 'fixed', 51, 52, 3, 20250102, 9, 0, 0, 202501, 0, 0, 0);"
        => "CHECK constraint failed: life_months";
    a_card_stays_as_it_is: "
        INSERT INTO account (id, cooperative_id, code, name, side)
        VALUES (51, 1, '151', '固定资产', 'debit'), (52, 1, '152', '累计折旧', 'credit');
        INSERT INTO asset (
            id, cooperative_id, code, name, kind, account_id, gathered_id, charged_id, in_use_on,
            cost_fen, salvage_fen, before_fen, before_month, life_months, nominal, relief
        )
        VALUES (1, 1, 'G1', '鹅舍', 'fixed', 51, 52, 3, 20250102, 9, 0, 0, 202501, 12, 0, 0);
        UPDATE asset SET cost_fen = 8 WHERE id = 1;"
        => "asset.final";
    the_month_in_which_it_leaves_is_charged_first: "
        INSERT INTO account (id, cooperative_id, code, name, side)
        VALUES (51, 1, '151', '固定资产', 'debit'), (52, 1, '152', '累计折旧', 'credit');
        INSERT INTO asset (
            id, cooperative_id, code, name, kind, account_id, gathered_id, charged_id, in_use_on,
            cost_fen, salvage_fen, before_fen, before_month, life_months, nominal, relief
        )
        VALUES (1, 1, 'G1', '鹅舍', 'fixed', 51, 52, 3, 20250102, 9, 0, 0, 202501, 12, 0, 0);
        UPDATE asset SET gone_on = 20250201, gone_for = '出售' WHERE id = 1;"
        => "asset.not_charged";
    an_asset_stays_gone_while_its_draft_stands: "
        INSERT INTO account (id, cooperative_id, code, name, side)
        VALUES (51, 1, '151', '固定资产', 'debit'), (52, 1, '152', '累计折旧', 'credit');
        INSERT INTO asset (
            id, cooperative_id, code, name, kind, account_id, gathered_id, charged_id, in_use_on,
            cost_fen, salvage_fen, before_fen, before_month, life_months, nominal, relief
        )
        VALUES (1, 1, 'G1', '鹅舍', 'fixed', 51, 52, 3, 20250102, 9, 0, 0, 202501, 12, 0, 0);
        UPDATE asset SET gone_on = 20250131, gone_for = '出售' WHERE id = 1;
        INSERT INTO draft (id, cooperative_id, entry, preparer_id, changed_at)
        VALUES (9, 1, '{}', 1, 0);
        INSERT INTO voucher_origin (draft_id, asset_id) VALUES (9, 1);
        UPDATE asset SET gone_on = NULL, gone_for = NULL WHERE id = 1;"
        => "asset.has_left";
    a_day_on_which_it_left_is_not_changed: "
        INSERT INTO account (id, cooperative_id, code, name, side)
        VALUES (51, 1, '151', '固定资产', 'debit'), (52, 1, '152', '累计折旧', 'credit');
        INSERT INTO asset (
            id, cooperative_id, code, name, kind, account_id, gathered_id, charged_id, in_use_on,
            cost_fen, salvage_fen, before_fen, before_month, life_months, nominal, relief
        )
        VALUES (1, 1, 'G1', '鹅舍', 'fixed', 51, 52, 3, 20250102, 9, 0, 0, 202501, 12, 0, 0);
        UPDATE asset SET gone_on = 20250131, gone_for = '出售' WHERE id = 1;
        UPDATE asset SET gone_on = 20250130 WHERE id = 1;"
        => "asset.final";
    a_month_is_charged_once: "
        INSERT INTO account (id, cooperative_id, code, name, side)
        VALUES (51, 1, '151', '固定资产', 'debit'), (52, 1, '152', '累计折旧', 'credit');
        INSERT INTO asset (
            id, cooperative_id, code, name, kind, account_id, gathered_id, charged_id, in_use_on,
            cost_fen, salvage_fen, before_fen, before_month, life_months, nominal, relief
        )
        VALUES (1, 1, 'G1', '鹅舍', 'fixed', 51, 52, 3, 20250102, 9, 0, 0, 202501, 12, 0, 0);
        INSERT INTO asset_charge (asset_id, month, amount_fen, voucher_id)
        VALUES (1, 202503, 1, 7), (1, 202502, 1, 8);"
        => "asset.charged";
    the_month_in_which_it_came_is_not_charged: "
        INSERT INTO account (id, cooperative_id, code, name, side)
        VALUES (51, 1, '151', '固定资产', 'debit'), (52, 1, '152', '累计折旧', 'credit');
        INSERT INTO asset (
            id, cooperative_id, code, name, kind, account_id, gathered_id, charged_id, in_use_on,
            cost_fen, salvage_fen, before_fen, before_month, life_months, nominal, relief
        )
        VALUES (1, 1, 'G1', '鹅舍', 'fixed', 51, 52, 3, 20250102, 9, 0, 0, 202501, 12, 0, 0);
        INSERT INTO asset_charge (asset_id, month, amount_fen, voucher_id)
        VALUES (1, 202501, 1, 7);"
        => "asset.too_early";
    no_more_is_charged_than_it_is_worth: "
        INSERT INTO account (id, cooperative_id, code, name, side)
        VALUES (51, 1, '151', '固定资产', 'debit'), (52, 1, '152', '累计折旧', 'credit');
        INSERT INTO asset (
            id, cooperative_id, code, name, kind, account_id, gathered_id, charged_id, in_use_on,
            cost_fen, salvage_fen, before_fen, before_month, life_months, nominal, relief
        )
        VALUES (1, 1, 'G1', '鹅舍', 'fixed', 51, 52, 3, 20250102, 9, 2, 3, 202501, 12, 0, 0);
        INSERT INTO asset_charge (asset_id, month, amount_fen, voucher_id)
        VALUES (1, 202502, 5, 7);"
        => "asset.beyond_worth";
    a_voucher_says_what_it_charges: "
        INSERT INTO account (id, cooperative_id, code, name, side)
        VALUES (51, 1, '151', '固定资产', 'debit'), (52, 1, '152', '累计折旧', 'credit');
        INSERT INTO asset (
            id, cooperative_id, code, name, kind, account_id, gathered_id, charged_id, in_use_on,
            cost_fen, salvage_fen, before_fen, before_month, life_months, nominal, relief
        )
        VALUES (1, 1, 'G1', '鹅舍', 'fixed', 51, 52, 3, 20241202, 9, 0, 0, 202412, 12, 0, 0);
        INSERT INTO asset_charge (asset_id, month, amount_fen, voucher_id)
        VALUES (1, 202501, 1, 2);
        INSERT INTO voucher (id, cooperative_id, dated_on, word, number, summary, preparer_id)
        VALUES (2, 1, 20250105, '记', 2, '折旧', 1);"
        => "asset.other_amount";
    no_more_birds_die_than_live: "
        INSERT INTO flock (id, cooperative_id, name, purpose, egg_cost)
        VALUES (1, 1, '春一批', 'meat', 'cost');
        INSERT INTO flock_move (flock_id, made_on, kind, birds, amount_fen)
        VALUES (1, 20250103, 'bought', 10, 100);
        INSERT INTO flock_move (flock_id, made_on, kind, birds) VALUES (1, 20250104, 'died', 11);"
        => "flock.not_alive";
    none_dies_before_it_came: "
        INSERT INTO flock (id, cooperative_id, name, purpose, egg_cost)
        VALUES (1, 1, '春一批', 'meat', 'cost');
        INSERT INTO flock_move (flock_id, made_on, kind, birds, amount_fen)
        VALUES (1, 20250103, 'bought', 10, 100);
        INSERT INTO flock_move (flock_id, made_on, kind, birds) VALUES (1, 20250102, 'died', 1);"
        => "flock.not_alive";
    what_happened_to_a_batch_stays: "
        INSERT INTO flock (id, cooperative_id, name, purpose, egg_cost)
        VALUES (1, 1, '春一批', 'meat', 'cost');
        INSERT INTO flock_move (id, flock_id, made_on, kind, birds, amount_fen)
        VALUES (1, 1, 20250103, 'bought', 10, 100);
        UPDATE flock_move SET birds = 11 WHERE id = 1;"
        => "flock.final";
    a_recurring_voucher_makes_one_of_a_month: "
        INSERT INTO recurring (
            id, cooperative_id, name, entry, first_month, every_months, on_day
        )
        VALUES (1, 1, '房租', '{}', 202501, 1, 31);
        INSERT INTO voucher_origin (draft_id, recurring_id, month) VALUES (1, 1, 202501);
        INSERT INTO voucher_origin (draft_id, recurring_id, month) VALUES (1, 1, 202501);"
        => "source.used";
    an_origin_is_of_the_same_cooperative: "
        INSERT INTO recurring (
            id, cooperative_id, name, entry, first_month, every_months, on_day
        )
        VALUES (1, 2, '房租', '{}', 202501, 1, 31);
        INSERT INTO voucher_origin (draft_id, recurring_id, month) VALUES (1, 1, 202501);"
        => "source.foreign";
    a_reconciliation_adds_up: "
        INSERT INTO bank_reconciliation (
            account_id, month, bank_fen, book_fen, book_in_fen, book_out_fen, bank_in_fen,
            bank_out_fen
        )
        VALUES (1, 202501, 100, 90, 0, 0, 0, 0);"
        => "CHECK constraint failed: bank_fen";
    a_line_of_the_bank_is_matched_once: "
        INSERT INTO bank_statement (id, cooperative_id, account_id, file_name, file_hash)
        VALUES (1, 1, 1, '一月.csv', printf('%064d', 1));
        INSERT INTO bank_line (statement_id, line, dated_on, amount_fen, summary)
        VALUES (1, 1, 20250102, 100000, '股金');
        INSERT INTO bank_match (account_id, group_number, statement_id, bank_line)
        VALUES (1, 1, 1, 1), (1, 2, 1, 1);"
        => "UNIQUE constraint failed";
    a_statement_stays: "
        INSERT INTO bank_statement (id, cooperative_id, account_id, file_name, file_hash)
        VALUES (1, 1, 1, '一月.csv', printf('%064d', 1));
        DELETE FROM bank_statement;"
        => "bank.final";
    what_is_voided_makes_no_voucher: "
        INSERT INTO flock (id, cooperative_id, name, purpose, egg_cost)
        VALUES (1, 1, '春一批', 'meat', 'cost');
        INSERT INTO flock_move (id, flock_id, made_on, kind, birds, amount_fen)
        VALUES (1, 1, 20250103, 'bought', 10, 100);
        INSERT INTO voided (flock_move_id, reason) VALUES (1, '只数错了');
        INSERT INTO voucher_origin (draft_id, flock_move_id) VALUES (1, 1);"
        => "voided.final";
    birds_that_died_had_come: "
        INSERT INTO flock (id, cooperative_id, name, purpose, egg_cost)
        VALUES (1, 1, '春一批', 'meat', 'cost');
        INSERT INTO flock_move (id, flock_id, made_on, kind, birds, amount_fen)
        VALUES (1, 1, 20250103, 'bought', 10, 100);
        INSERT INTO flock_move (flock_id, made_on, kind, birds) VALUES (1, 20250104, 'died', 1);
        INSERT INTO voided (flock_move_id, reason) VALUES (1, '只数错了');"
        => "flock.not_alive";
    a_matched_statement_is_not_voided: "
        INSERT INTO bank_statement (id, cooperative_id, account_id, file_name, file_hash)
        VALUES (1, 1, 1, '一月.csv', printf('%064d', 1));
        INSERT INTO bank_line (statement_id, line, dated_on, amount_fen, summary)
        VALUES (1, 1, 20250102, 100000, '股金');
        INSERT INTO bank_match (account_id, group_number, statement_id, bank_line)
        VALUES (1, 1, 1, 1);
        INSERT INTO voided (statement_id, reason) VALUES (1, '取错了账户');"
        => "voided.in_use";
    what_is_voided_says_why: "
        INSERT INTO bank_statement (id, cooperative_id, account_id, file_name, file_hash)
        VALUES (1, 1, 1, '一月.csv', printf('%064d', 1));
        INSERT INTO voided (statement_id, reason) VALUES (1, ' ');"
        => "CHECK constraint failed: trim(reason)";
    a_count_of_cash_stays: "
        INSERT INTO cash_count (cooperative_id, account_id, counted_on, counted_fen, book_fen)
        VALUES (1, 1, 20250131, 5, 5);
        UPDATE cash_count SET counted_fen = 6;"
        => "cash.final";
}

taken! {
    all_birds_of_a_batch_may_be_sold: "
        INSERT INTO flock (id, cooperative_id, name, purpose, egg_cost)
        VALUES (1, 1, '春一批', 'meat', 'cost');
        INSERT INTO flock_move (flock_id, made_on, kind, birds, amount_fen)
        VALUES (1, 20250103, 'bought', 10, 100), (1, 20250601, 'sold', 9, 900);
        INSERT INTO flock_move (flock_id, made_on, kind, birds) VALUES (1, 20250601, 'died', 1);";
    birds_that_died_by_mistake_live_again: "
        INSERT INTO flock (id, cooperative_id, name, purpose, egg_cost)
        VALUES (1, 1, '春一批', 'meat', 'cost');
        INSERT INTO flock_move (id, flock_id, made_on, kind, birds, amount_fen)
        VALUES (1, 1, 20250103, 'bought', 10, 100);
        INSERT INTO flock_move (id, flock_id, made_on, kind, birds)
        VALUES (2, 1, 20250104, 'died', 9);
        INSERT INTO voided (flock_move_id, reason) VALUES (2, '应为 1 只');
        INSERT INTO flock_move (flock_id, made_on, kind, birds) VALUES (1, 20250104, 'died', 10);";
    two_lines_of_the_books_may_be_one_of_the_bank: "
        INSERT INTO bank_statement (id, cooperative_id, account_id, file_name, file_hash)
        VALUES (1, 1, 1, '一月.csv', printf('%064d', 1));
        INSERT INTO bank_line (statement_id, line, dated_on, amount_fen, summary)
        VALUES (1, 1, 20250102, 100000, '股金');
        INSERT INTO bank_match (account_id, group_number, statement_id, bank_line)
        VALUES (1, 1, 1, 1);
        INSERT INTO bank_match (account_id, group_number, voucher_id, voucher_line)
        VALUES (1, 1, 1, 1), (1, 1, 1, 2);";
}
