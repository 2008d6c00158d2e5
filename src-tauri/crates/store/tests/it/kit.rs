//! The small book that the tests break rules with.

use store::Store;

/// A book in memory with what `small_book.sql` says.
pub fn small_book() -> Store {
    book_with("")
}

/// The small book with more that plain SQL puts into it before it is taken into the chain.
pub fn book_with(more: &str) -> Store {
    let mut store = Store::in_memory().unwrap();
    // Lines come before their voucher, which has to be there in the end.
    let whole = format!("BEGIN; {}; {more}; COMMIT", include_str!("small_book.sql"));
    store.plain_sql().execute_batch(&whole).unwrap();
    store.chain_plain_sql().unwrap();
    store
}

/// What the book says to a statement: nothing where it is done, else why it is not. The book is
/// afterwards as it was before.
pub fn refusal(sql: &str) -> Option<String> {
    let store = small_book();
    let book = store.plain_sql();
    book.execute_batch("BEGIN").unwrap();
    book.execute_batch(include_str!("being_posted.sql")).unwrap();
    let answer = book.execute_batch(sql).err().map(|error| error.to_string());
    book.execute_batch("ROLLBACK").unwrap();
    answer
}

/// Tests that the book refuses statements, each with the code of a rule or the constraint's own
/// words.
macro_rules! refused {
    ($($name:ident: $sql:literal => $code:literal;)*) => {$(
        #[test]
        fn $name() {
            let refusal = crate::kit::refusal($sql).expect("the book refuses");
            assert!(refusal.starts_with($code), "{refusal}");
        }
    )*};
}

/// Tests that the book takes statements that lie close to what it refuses.
macro_rules! taken {
    ($($name:ident: $sql:literal;)*) => {$(
        #[test]
        fn $name() {
            assert_eq!(crate::kit::refusal($sql), None);
        }
    )*};
}

pub(crate) use {refused, taken};
