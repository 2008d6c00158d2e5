SELECT count(*) AS vouchers
FROM chain
WHERE kind = :voucher_kind AND seq BETWEEN :first AND :last;
