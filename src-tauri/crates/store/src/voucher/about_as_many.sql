-- Near enough, and found at once: a voucher has between two and three lines.
SELECT ifnull(max(id), 0) * 3 AS lines FROM voucher;
