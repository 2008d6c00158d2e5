INSERT INTO bank_match (
    account_id, group_number, statement_id, bank_line, voucher_id, voucher_line
)
VALUES (:account_id, :group_number, :statement_id, :bank_line, :voucher_id, :voucher_line);
