SELECT
    voucher.id,
    voucher.dated_on,
    voucher.month,
    voucher.word,
    voucher.number,
    voucher.summary,
    voucher.opening,
    voucher.papers,
    voucher.reason,
    preparer.name AS preparer,
    reviewer.name AS reviewer,
    (
        SELECT sum(line.debit_fen)
        FROM voucher_line AS line
        WHERE line.voucher_id = voucher.id
    ) AS amount_fen,
    (
        SELECT account.name
        FROM voucher_line AS line
        JOIN account ON account.id = line.account_id
        WHERE line.voucher_id = voucher.id AND line.debit_fen <> 0
        ORDER BY line.line
        LIMIT 1
    ) AS debited,
    (
        SELECT account.name
        FROM voucher_line AS line
        JOIN account ON account.id = line.account_id
        WHERE line.voucher_id = voucher.id AND line.credit_fen <> 0
        ORDER BY line.line
        LIMIT 1
    ) AS credited,
    (
        SELECT member.name
        FROM voucher_line AS line
        JOIN member ON member.id = line.member_id
        WHERE line.voucher_id = voucher.id
        ORDER BY line.line
        LIMIT 1
    ) AS member,
    (
        SELECT count(*) FROM attachment WHERE attachment.voucher_id = voucher.id
    ) AS attachments,
    original.month AS reverses_month,
    original.word AS reverses_word,
    original.number AS reverses_number,
    red.month AS reversed_month,
    red.word AS reversed_word,
    red.number AS reversed_number,
    wrong.month AS corrects_month,
    wrong.word AS corrects_word,
    wrong.number AS corrects_number,
    mended.month AS corrected_month,
    mended.word AS corrected_word,
    mended.number AS corrected_number
FROM voucher
JOIN operator AS preparer ON preparer.id = voucher.preparer_id
LEFT JOIN operator AS reviewer ON reviewer.id = voucher.reviewer_id
LEFT JOIN voucher AS original ON original.id = voucher.reverses_id
LEFT JOIN voucher AS red ON red.reverses_id = voucher.id
LEFT JOIN voucher AS wrong ON wrong.id = voucher.corrects_id
LEFT JOIN voucher AS mended ON mended.corrects_id = voucher.id
WHERE voucher.id = :id;
