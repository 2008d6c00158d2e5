SELECT reviewed_by_another FROM book;
