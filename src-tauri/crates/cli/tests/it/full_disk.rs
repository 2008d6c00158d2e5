//! A disk that is full while something is written, played by a limit on the size of files.

use std::fs;

use crate::kit::{PROGRAM, Place};

/// Runs the program where no file may grow beyond so many blocks of 1,024 bytes.
fn limited(place: &Place, blocks: u32, arguments: &str) -> crate::kit::Answer {
    let limit = format!("trap '' XFSZ; ulimit -f {blocks}; exec {PROGRAM} {arguments}");
    place.bash(&limit)
}

#[test]
fn the_demo_on_a_full_disk_says_so_and_leaves_nothing() {
    let place = Place::new();
    for blocks in [0, 4, 200, 1000] {
        let said = limited(&place, blocks, "demo 示范区.baotuan").refused(1);
        assert!(said.contains("磁盘已满，示范区.baotuan 没有写成"), "{blocks}: {said}");
        assert_eq!(place.files(), Vec::<String>::new(), "{blocks}");
    }
    limited(&place, 3000, "demo 示范区.baotuan").done();
}

#[test]
fn the_limit_kills_nobody_in_the_middle() {
    let place = Place::new();
    let said = place.bash(&format!("ulimit -f 200; {PROGRAM} demo 示范区.baotuan"));
    assert!(said.refused(1).contains("磁盘已满"));
    assert_eq!(place.files(), Vec::<String>::new());
}

#[test]
fn an_answer_that_cannot_be_written_is_no_success() {
    let place = Place::with_demo();
    let answer = place.bash(&format!("{PROGRAM} village list --book 示范区.baotuan > /dev/full"));
    assert_eq!(answer.exit, Some(1));
    assert!(!answer.err.is_empty());
}

#[test]
fn a_new_book_on_a_full_disk_leaves_nothing() {
    let place = Place::new();
    let said = limited(&place, 40, "book new 新.baotuan --name 新 --lang en").refused(1);
    assert!(said.contains("The disk is full: 新.baotuan was not written"), "{said}");
    assert_eq!(place.files(), Vec::<String>::new());
}

#[test]
fn slips_on_a_full_disk_leave_neither_half_a_paper_nor_a_changed_one() {
    let place = Place::with_demo();
    place.write("单.pdf", "上次的");
    let slips = "--book 示范区.baotuan print slips --coop C01 --year 2025 --out 单.pdf";
    let said = limited(&place, 40, slips).refused(1);
    assert!(said.contains("磁盘已满，单.pdf 没有写成"), "{said}");
    assert_eq!(fs::read_to_string(place.path("单.pdf")).unwrap(), "上次的");
    assert_eq!(place.files(), ["单.pdf", "示范区.baotuan"]);
}

#[test]
fn an_import_on_a_full_disk_leaves_the_book_as_it_was() {
    let place = Place::with_demo();
    let before = place.demo("book info --json").done();
    let size = fs::metadata(place.path("示范区.baotuan")).unwrap().len();
    let rows: String = (0..20_000).map(|n| format!("C01,2025-12-31,鹅蛋,{n}.5,斤\n")).collect();
    place.write("产量.csv", &format!("coop,date,product,quantity,unit\n{rows}"));
    let blocks = u32::try_from(size / 1024).unwrap() + 100;
    let import = "--book 示范区.baotuan import yields 产量.csv";
    limited(&place, blocks, import).refused(1);
    assert_eq!(fs::metadata(place.path("示范区.baotuan")).unwrap().len(), size);
    assert_eq!(place.files(), ["产量.csv", "示范区.baotuan"]);
    place.demo("book check").done();
    // The same counts and the same check code, which stands for everything that is final.
    assert_eq!(place.demo("book info --json").done(), before);
}
