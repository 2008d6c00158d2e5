UPDATE book SET reviewed_by_another = :reviewed_by_another;
