//! Making books: whole or not at all, and never over something else.

use std::fs;

use app::{Book, Hold, ProblemKind};

use crate::kit::Trial;

#[test]
fn a_new_book_has_a_name_and_a_policy_and_is_one_file() {
    let trial = Trial::new();
    let mut book = trial.book();
    let info = book.info().unwrap();
    assert_eq!((info.name.as_str(), info.villages, info.last_voucher), ("示范区", 0, None));
    assert_eq!(book.targets(Some(2025)).unwrap().target.0.to_string(), "100000.00");
    assert!(book.check(None).unwrap().holds);
    drop(book);
    assert_eq!(trial.files(), 1);
}

#[test]
fn a_book_without_a_name_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let refused = Book::create(&folder.path().join("账.baotuan"), "  ").err().unwrap();
    assert_eq!((refused.code, refused.field.as_deref()), ("book.name", Some("name")));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn neither_a_new_book_nor_the_demo_takes_another_file_s_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("重要.baotuan");
    fs::write(&path, "重要的东西").unwrap();
    let refused =
        [Book::create(&path, "示范区").err().unwrap(), Book::make_demo(&path).err().unwrap()];
    for problem in refused {
        assert_eq!((problem.code, problem.kind), ("book.exists", ProblemKind::Refused));
        assert!(problem.message.zh.contains("重要.baotuan"));
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), "重要的东西");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_place_that_does_not_exist_is_named_and_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("没有这个文件夹/账.baotuan");
    let problem = Book::create(&path, "示范区").err().unwrap();
    assert!(problem.message.zh.contains("没有这个文件夹/账.baotuan"), "{}", problem.message.zh);
    assert!(!problem.message.zh.contains(".making"), "{}", problem.message.zh);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn what_an_earlier_try_left_behind_is_in_nobody_s_way() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("账.baotuan");
    let half = format!("账.baotuan.{}.making", std::process::id());
    fs::write(folder.path().join(half), "half a book").unwrap();
    Book::create(&path, "示范区").unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_a_killed_program_left_is_swept_away_and_what_is_being_made_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(3600);
    for (name, is_old) in [
        ("账.baotuan.4000001.making", true),
        ("账.baotuan.4000001.making-journal", true),
        ("账.baotuan.4000002.making", false),
        ("别的.baotuan.4000001.making", true),
        ("账.baotuan.备份.making", true),
    ] {
        let file = fs::File::create(folder.path().join(name)).unwrap();
        if is_old {
            file.set_modified(old).unwrap();
        }
    }
    Book::create(&folder.path().join("账.baotuan"), "示范区").unwrap();
    let files = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut files: Vec<String> = files.map(|name| name.into_string().unwrap()).collect();
    files.sort();
    let kept = [
        "别的.baotuan.4000001.making",
        "账.baotuan",
        "账.baotuan.4000002.making",
        "账.baotuan.备份.making",
    ];
    assert_eq!(files, kept);
}

#[test]
fn each_file_that_is_no_book_gets_a_sentence_with_its_name_and_the_way_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("名册.xlsx");
    let opened = |path: &std::path::Path| Book::open(path, Hold::Brief).err().unwrap();
    assert_eq!(opened(&path).code, "book.missing");
    fs::write(&path, "PK\u{3}\u{4}".repeat(200)).unwrap();
    let problem = opened(&path);
    assert_eq!((problem.code, problem.kind), ("book.not_a_book", ProblemKind::Refused));
    assert!(
        problem.message.zh.ends_with("名册.xlsx 不是抱团账的账套，没有改动它。选 .baotuan 文件。")
    );
    assert!(problem.message.en.contains("was not touched"));
}

#[test]
fn a_damaged_page_is_said_to_be_damage_whatever_is_asked() {
    let trial = Trial::demo();
    let whole = trial.bytes();
    for page in (1..whole.len() / 4096).step_by(31) {
        let mut damaged = whole.clone();
        damaged[page * 4096..][..4096].fill(0xa5);
        fs::write(trial.path(), &damaged).unwrap();
        let Ok(mut book) = Book::open(&trial.path(), Hold::Brief) else { continue };
        let asked = [
            book.overview(Some(2025)).err(),
            book.members("C01", Some(2025)).err(),
            book.trial_balance("C02", "2025-12-31", None, false).err(),
            book.slips_pdf("C01", 2025, None).err(),
        ];
        for problem in asked.into_iter().flatten() {
            assert_eq!(problem.code, "book.damaged", "page {page}: {}", problem.message.en);
        }
        drop(book);
        assert!(fs::read(trial.path()).unwrap() == damaged, "page {page} was touched");
    }
}
