//! Files that prove vouchers, and vouchers as the paper that is bound with them.

use app::Printed;
use app::view::voucher::VoucherInput;

use crate::drafts::{as_operator, sale};
use crate::kit::Trial;

fn draft(trial: &Trial) -> i64 {
    trial.book().save_draft("C1", None, &sale()).unwrap().id
}

#[test]
fn a_receipt_goes_with_its_voucher_into_the_book_and_comes_out_as_it_went_in() {
    let trial = Trial::small();
    // The draft's row and its voucher's are not the same.
    let other = draft(&trial);
    let id = draft(&trial);
    trial.book().discard_draft(other).unwrap();
    std::fs::write(trial.beside("收据 1.PDF"), b"%PDF-1.7 \x00\xff").unwrap();
    std::fs::write(trial.beside("照片.jpg"), b"\xff\xd8").unwrap();
    trial.book().add_attachment(id, &trial.beside("收据 1.PDF")).unwrap();
    let view = trial.book().add_attachment(id, &trial.beside("照片.jpg")).unwrap();
    let named: Vec<_> =
        view.attachments.iter().map(|file| (file.name.as_str(), file.size)).collect();
    assert_eq!(named, [("收据 1.PDF", 11), ("照片.jpg", 2)]);
    let (receipt, photo) = (view.attachments[0].id, view.attachments[1].id);
    assert_eq!(trial.book().drop_attachment(photo).unwrap().attachments.len(), 1);
    // The file itself may be gone by now.
    std::fs::remove_file(trial.beside("收据 1.PDF")).unwrap();
    let posted = trial.book().post_draft(id).unwrap();
    assert_eq!(posted.attachments.len(), 1);
    let out = trial.beside("看");
    std::fs::create_dir(&out).unwrap();
    let opened = trial.book().save_attachment(receipt, &out).unwrap();
    assert_eq!(std::fs::read(opened.path).unwrap(), b"%PDF-1.7 \x00\xff");
    let kept = trial.book().drop_attachment(receipt).unwrap_err();
    assert_eq!(kept.code, "attachment.posted");
    assert_eq!(trial.book().save_attachment(photo, &out).unwrap_err().code, "attachment.unknown");
    assert!(trial.book().check(None).unwrap().holds);
}

#[test]
fn whoever_adds_or_takes_away_what_proves_a_voucher_has_prepared_it() {
    let trial = Trial::small();
    trial.book().set_review(true).unwrap();
    let id = draft(&trial);
    std::fs::write(trial.beside("收据.pdf"), b"%PDF").unwrap();
    let mut chief = as_operator(&trial, "理事长");
    let view = chief.add_attachment(id, &trial.beside("收据.pdf")).unwrap();
    assert_eq!(view.preparer, "理事长");
    assert_eq!(chief.review_draft(id).unwrap_err().code, "draft.own_review");
    let view = trial.book().drop_attachment(view.attachments[0].id).unwrap();
    assert_eq!(view.preparer, "会计");
    chief = as_operator(&trial, "理事长");
    chief.review_draft(id).unwrap();
}

#[test]
fn a_file_that_was_changed_in_the_book_is_found_and_not_shown() {
    let trial = Trial::small();
    let id = draft(&trial);
    std::fs::write(trial.beside("收据.pdf"), b"%PDF").unwrap();
    let view = trial.book().add_attachment(id, &trial.beside("收据.pdf")).unwrap();
    trial.book().post_draft(id).unwrap();
    trial.change_behind_its_back("attachment_stays", "UPDATE attachment SET content = x'00'");
    let answer = trial.book().save_attachment(view.attachments[0].id, &trial.beside(""));
    assert_eq!(answer.unwrap_err().code, "book.bad_value");
    assert!(!trial.book().check(None).unwrap().holds);
}

#[test]
fn what_cannot_be_kept_is_said_with_what_to_do() {
    let trial = Trial::small();
    let id = draft(&trial);
    std::fs::write(trial.beside("空.pdf"), b"").unwrap();
    std::fs::write(trial.beside("程序.exe"), b"MZ").unwrap();
    std::fs::write(trial.beside("大.pdf"), vec![0; 20 * 1024 * 1024 + 1]).unwrap();
    std::fs::write(trial.beside("正好.pdf"), vec![0; 20 * 1024 * 1024]).unwrap();
    for (name, code) in [
        ("没有.pdf", "attachment.missing"),
        ("没有", "attachment.missing"),
        ("空.pdf", "attachment.empty"),
        ("程序.exe", "attachment.kind"),
        ("大.pdf", "attachment.too_large"),
        ("", "attachment.folder"),
    ] {
        let problem = trial.book().add_attachment(id, &trial.beside(name)).unwrap_err();
        assert_eq!(problem.code, code, "{problem:#?}");
    }
    trial.book().add_attachment(id, &trial.beside("正好.pdf")).unwrap();
}

#[test]
fn vouchers_are_printed_by_number_and_by_days() {
    let trial = Trial::small();
    for date in ["2025-03-01", "2025-03-31", "2025-04-01"] {
        let coop = Some("C1".to_owned());
        let typed = VoucherInput { coop, date: Some(date.to_owned()), ..sale() };
        trial.book().post_voucher(&typed).unwrap();
    }
    let numbers = ["2025-03/2".to_owned()];
    let one = trial.book().vouchers_pdf("C1", Printed::Numbers(&numbers)).unwrap();
    assert!(one.starts_with(b"%PDF"));
    assert_eq!(trial.book().vouchers_pdf("C1", Printed::Numbers(&numbers)).unwrap(), one);
    let out = trial.beside("凭证.pdf");
    let days = Printed::Days(Some("2025-03-01"), None);
    let view = trial.book().vouchers_save("C1", days, &out).unwrap();
    assert_eq!((view.vouchers, view.pages), (3, 2));
    assert_eq!(u64::from(view.bytes), std::fs::metadata(out).unwrap().len());
    // The same vouchers line by line, with a sum for each and one of all.
    let book = trial.beside("凭证.xlsx");
    let view = trial.book().vouchers_save("C1", days, &book).unwrap();
    assert_eq!((view.vouchers, view.pages), (3, 0));
    let mut book = calamine::open_workbook_auto(book).unwrap();
    let range = calamine::Reader::worksheet_range_at(&mut book, 0).unwrap().unwrap();
    let sums = range.rows().filter(|row| row.iter().any(|cell| *cell == *"合计"));
    assert_eq!(sums.count(), 3);
    let total = range.rows().find(|row| row.iter().any(|cell| *cell == *"总计")).unwrap();
    assert!(total.iter().any(|cell| *cell == 3600.0), "{total:?}");
    let doc = trial.book().vouchers_save("C1", days, &trial.beside("凭证.doc"));
    assert_eq!(doc.unwrap_err().code, "ledger.ending");
    let none = Printed::Days(Some("2026-01-01"), None);
    assert_eq!(trial.book().vouchers_pdf("C1", none).unwrap_err().code, "vouchers.none");
    let unknown = ["2025-03/9".to_owned()];
    let unknown = Printed::Numbers(&unknown);
    assert_eq!(trial.book().vouchers_pdf("C1", unknown).unwrap_err().code, "voucher.unknown");
    let answer = trial.book().vouchers_save("C1", days, &trial.path());
    assert_eq!(answer.unwrap_err().code, "paper.over_book");
}
