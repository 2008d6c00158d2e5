//! Printing slips: of what was approved only, always the same, and never over a book.

use std::fs;

use crate::kit::{Trial, plain_scheme};

#[test]
fn only_what_was_approved_is_printed() {
    let mut trial = Trial::small();
    trial.earn("C1", "2025-06-30", "1000.00");
    let mut book = trial.book();
    let choices = book.print_choices("C1", 2025).unwrap();
    assert_eq!((choices.slips, choices.pages), (0, 0));
    let before = book.slips_pdf("C1", 2025, None).unwrap_err();
    book.dividend_save("C1", 2025, &plain_scheme()).unwrap();
    let draft = book.slips_pdf("C1", 2025, None).unwrap_err();
    assert_eq!((before.code, draft.code), ("slips.not_approved", "slips.not_approved"));
    book.dividend_approve("C1", 2025, "1号", "2026-01-18").unwrap();
    assert!(book.slips_pdf("C1", 2025, None).unwrap().starts_with(b"%PDF"));
    let choices = book.print_choices("C1", 2025).unwrap();
    // Who gets nothing signs for nothing.
    assert_eq!((choices.slips, choices.pages), (2, 1));
}

#[test]
fn printing_repeats_its_bytes_and_does_not_change_the_book() {
    let trial = Trial::demo();
    let before = trial.bytes();
    let out = trial.beside("分红单.pdf");
    let mut book = trial.book();
    let printed = book.slips_save("C01", 2025, None, &out).unwrap();
    let again = book.slips_pdf("C01", 2025, None).unwrap();
    drop(book);
    assert!(fs::read(&out).unwrap() == again, "two printings differ");
    assert_eq!((printed.slips, printed.pages), (160, 54));
    assert_eq!(printed.bytes as usize, again.len());
    assert!(trial.bytes() == before, "printing changed the book");
    assert_eq!(trial.files(), 2);
}

#[test]
fn slips_carry_the_check_code_of_the_book_that_they_were_printed_from() {
    let trial = Trial::demo();
    let mut book = trial.book();
    let code = book.info().unwrap().code.unwrap();
    let before = book.slips_pdf("C01", 2025, None).unwrap();
    book.close_month("C01", "2025-01").unwrap();
    assert!(book.slips_pdf("C01", 2025, None).unwrap() != before, "another state, another code");
    assert!(book.check(Some(&code)).unwrap().holds, "the book still has that state behind it");
    let other = code.replace('-', "-0");
    assert_eq!(book.check(Some(&other)).unwrap_err().code, "book.code");
}

#[test]
fn a_village_s_slips_are_its_own_and_those_of_its_households() {
    let trial = Trial::demo();
    let mut book = trial.book();
    let choices = book.print_choices("C01", 2025).unwrap();
    let all: u32 = choices.villages.iter().map(|village| village.slips).sum();
    assert_eq!(all, 160, "every member lives in a village");
    let village = choices.villages.iter().find(|village| village.code == "V03").unwrap();
    let out = trial.beside("丙寅村.pdf");
    let printed = book.slips_save("C01", 2025, Some("V03"), &out).unwrap();
    assert_eq!(printed.slips, village.slips);
    let refused = book.slips_pdf("C01", 2025, Some("V12")).unwrap_err();
    assert_eq!((refused.code, refused.field.as_deref()), ("slips.no_members", Some("village")));
}

#[test]
fn a_paper_never_takes_the_place_of_a_book() {
    let trial = Trial::demo();
    let before = trial.bytes();
    let mut book = trial.book();
    let itself = book.slips_save("C01", 2025, None, &trial.path()).unwrap_err();
    let other = book.slips_save("C01", 2025, None, &trial.beside("别的.BAOTUAN")).unwrap_err();
    drop(book);
    assert_eq!((itself.code, other.code), ("paper.over_book", "paper.over_book"));
    assert!(trial.bytes() == before);

    let renamed = trial.beside("账套.pdf");
    fs::rename(trial.path(), &renamed).unwrap();
    let mut book = app::Book::open(&renamed, app::Hold::Brief).unwrap();
    let refused = book.slips_save("C01", 2025, None, &renamed).unwrap_err();
    drop(book);
    assert_eq!(refused.code, "paper.over_book");
    assert!(fs::read(renamed).unwrap() == before);
}

#[test]
fn a_paper_that_cannot_be_written_leaves_nothing() {
    let trial = Trial::demo();
    let out = trial.beside("没有/分红单.pdf");
    let problem = trial.book().slips_save("C01", 2025, None, &out).unwrap_err();
    assert_eq!(problem.code, "file.no_folder");
    assert!(problem.message.zh.contains("没有"), "{}", problem.message.zh);
    assert_eq!(trial.files(), 1);
}

#[test]
fn a_name_that_no_font_has_is_refused_with_whose_it_is() {
    let mut trial = Trial::small();
    let csv = "coop,code,name,kind\nC1,H7,村民\u{10fffd},household\n";
    trial.take(app::import::ImportKind::Members, csv);
    let csv = "coop,member,date,amount\nC1,H7,2025-01-02,100.00\n";
    trial.take(app::import::ImportKind::Contributions, csv);
    trial.earn("C1", "2025-06-30", "1000.00");
    let mut book = trial.book();
    book.dividend_save("C1", 2025, &plain_scheme()).unwrap();
    book.dividend_approve("C1", 2025, "1号", "2026-01-18").unwrap();
    let problem = book.slips_pdf("C1", 2025, None).unwrap_err();
    assert_eq!(problem.code, "document.missing_glyphs");
    assert!(problem.details[0].zh.contains("U+10FFFD"), "{}", problem.details[0].zh);
    assert_eq!(book.print_choices("C1", 2025).unwrap().missing.len(), 1);
}

#[test]
fn a_year_without_anything_to_share_has_no_slips() {
    let mut trial = Trial::small();
    trial.earn("C1", "2025-06-30", "-1000.00");
    let mut book = trial.book();
    book.dividend_save("C1", 2025, &plain_scheme()).unwrap();
    book.dividend_approve("C1", 2025, "1号", "2026-01-18").unwrap();
    let problem = book.slips_pdf("C1", 2025, None).unwrap_err();
    assert_eq!(problem.code, "slips.nothing_shared_out");
}
