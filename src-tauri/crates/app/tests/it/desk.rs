//! The accountant's desk: one book at a time, and the books that were open lately.

use app::{Book, Desk, DeskHome, Hold};

use crate::kit::Trial;

fn desk(trial: &Trial) -> Desk {
    Desk::new(DeskHome {
        config_dir: trial.beside("config"),
        documents_dir: trial.beside(""),
        backups_dir: trial.beside("backups"),
    })
}

#[test]
fn without_a_book_every_use_case_says_so() {
    let trial = Trial::small();
    let desk = desk(&trial);
    assert_eq!(desk.overview(None).unwrap_err().code, "desk.no_book");
    assert_eq!(desk.check(None).unwrap_err().code, "desk.no_book");
    assert!(desk.start().open.is_none());
}

#[test]
fn the_book_on_the_desk_is_nobody_else_s() {
    let trial = Trial::small();
    let desk = desk(&trial);
    desk.open(&trial.path()).unwrap();
    let other = Book::open(&trial.path(), Hold::Open).err().unwrap();
    assert_eq!(other.code, "book.in_use");
    desk.close();
    Book::open(&trial.path(), Hold::Open).unwrap();
}

#[test]
fn a_refused_book_leaves_the_open_one_on_the_desk() {
    let trial = Trial::small();
    let desk = desk(&trial);
    desk.open(&trial.path()).unwrap();
    assert_eq!(desk.open(&trial.beside("没有.baotuan")).unwrap_err().code, "book.missing");
    assert_eq!(desk.cooperatives(None).unwrap().rows.len(), 2);
}

#[cfg(unix)]
#[test]
fn the_same_book_by_another_way_is_the_same_book() {
    let trial = Trial::small();
    let desk = desk(&trial);
    desk.open(&trial.path()).unwrap();
    let other = trial.beside("快捷方式.baotuan");
    std::os::unix::fs::symlink(trial.path(), &other).unwrap();
    let again = desk.open(&other).unwrap();
    assert_eq!(again.cooperatives, 2);
    // Still ours alone: another opening of the file would have given the lock away.
    assert_eq!(Book::open(&trial.path(), Hold::Open).err().unwrap().code, "book.in_use");
}

#[test]
fn books_that_were_open_lately_are_listed_the_last_one_first() {
    let trial = Trial::small();
    let desk = desk(&trial);
    let second = trial.beside("第二本.baotuan");
    desk.open(&trial.path()).unwrap();
    desk.create(&second, "第二区").unwrap();
    desk.open(&trial.path()).unwrap();
    desk.close();
    std::fs::remove_file(second).unwrap();
    let recent = desk.start().recent;
    let found: Vec<_> = recent.iter().map(|book| (book.name.as_str(), book.exists)).collect();
    assert_eq!(found, [("示范区", true), ("第二区", false)]);
}

#[test]
fn who_works_at_this_window_is_known_the_next_time_and_in_every_book() {
    let trial = Trial::small();
    let first = desk(&trial);
    assert_eq!(first.operator_set("王会计").unwrap_err().code, "desk.no_book");
    first.open(&trial.path()).unwrap();
    assert_eq!(first.voucher_entry("C1").unwrap().operator, "会计");
    assert_eq!(first.operator_set(" ").unwrap_err().code, "operator.name");
    assert_eq!(first.operator_set(" 王会计 ").unwrap().operator, "王会计");
    assert_eq!(first.voucher_entry("C1").unwrap().operator, "王会计");
    assert!(first.review_set(true).unwrap().review);
    first.close();
    let next = desk(&trial);
    next.open(&trial.path()).unwrap();
    assert_eq!(next.voucher_entry("C1").unwrap().operator, "王会计");
    assert!(next.voucher_entry("C1").unwrap().review);
}
