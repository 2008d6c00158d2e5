SELECT
    charge.month,
    charge.amount_fen,
    charge.units_millionths,
    voucher.month AS made_month,
    voucher.word AS made_word,
    voucher.number AS made_number,
    EXISTS (SELECT 1 FROM voucher AS red WHERE red.reverses_id = charge.voucher_id) AS taken_back
FROM asset_charge AS charge
LEFT JOIN voucher ON voucher.id = charge.voucher_id
WHERE charge.asset_id = :asset_id
ORDER BY charge.month, charge.id;
