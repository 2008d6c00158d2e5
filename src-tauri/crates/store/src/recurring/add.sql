INSERT INTO recurring (
    cooperative_id, name, entry, first_month, last_month, every_months, on_day
)
VALUES (:cooperative_id, :name, :entry, :first_month, :last_month, :every_months, :on_day);
