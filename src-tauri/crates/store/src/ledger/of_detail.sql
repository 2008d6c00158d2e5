-- Lines of a project or with another party; the empty text asks for those that name none where the
-- chart wants one.
SELECT
    voucher.dated_on,
    voucher.word,
    voucher.number,
    line.line,
    ifnull(line.summary, voucher.summary) AS summary,
    line.account_id,
    line.debit_fen,
    line.credit_fen,
    member.code AS member,
    member.name AS member_name,
    line.counterparty,
    line.project,
    line.quantity_millionths,
    line.price_millionths,
    1 AS own
FROM account
JOIN voucher_line AS line ON line.account_id = account.id
JOIN voucher ON voucher.id = line.voucher_id
LEFT JOIN member ON member.id = line.member_id
WHERE
    account.cooperative_id = :cooperative_id
    AND line.dated_on BETWEEN :first_day AND :last_day
    AND iif(:by_project, ifnull(line.project, ''), ifnull(line.counterparty, '')) = :name
    AND (:name <> '' OR account.detail = iif(:by_project, 'project', 'counterparty'))
    AND voucher.opening = 0;
