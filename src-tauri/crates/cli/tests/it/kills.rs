//! The program killed at every write of a close, of a backup and of an upgrade: afterwards the book
//! is as it was before or as it is after, its check is clean, and nothing beside it looks like a
//! book that is none.
//!
//! strace ends the program as it enters its n-th call that changes a disk: every one that settles,
//! removes or renames something, and of the plain writes between them one in so many; every single
//! one with BAOTUAN_EVERY_WRITE=1, which takes minutes. Where a system lets no program trace
//! another, the moments are spread over the time that the whole takes.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use crate::kit::{PROGRAM, Place};

/// The calls that settle, remove or rename what lies on a disk; each is counted by itself.
const SETTLING: [&str; 8] =
    ["fsync", "fdatasync", "ftruncate", "unlink", "linkat", "rename", "renameat2", "mkdir"];

/// The plain writes between them, and one in how many of them is tried.
const PLAIN: (&str, usize) = ("pwrite64", 61);

/// Whether a program may be traced here.
static CAN_TRACE: LazyLock<bool> = LazyLock::new(|| {
    let answer = Place::new().bash("strace -o /dev/null -e trace=none true");
    answer.exit == Some(0)
});

/// How many moments are tried where no program may be traced.
const MOMENTS: u32 = 40;

/// A book with a voucher, made once.
static SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let place = Place::new();
    place.run("book new 账.baotuan --name 示范").done();
    place.run("--book 账.baotuan coop add --code C1 --name 鹅社 --starts 2025-01").done();
    place.write(
        "凭证.csv",
        "voucher,date,summary,account,debit,credit\n1,2025-01-05,卖鹅,102,100.00,\n\
         1,2025-01-05,卖鹅,501,,100.00\n",
    );
    place.run("--book 账.baotuan import vouchers 凭证.csv --coop C1").done();
    fs::read(place.path("账.baotuan")).unwrap()
});

/// Runs the command on copies of `book` and kills it later and later, until it gets through; each
/// time `holds` looks at what is left. Returns how often it was killed.
#[track_caller]
fn killed_everywhere(book: &[u8], arguments: &str, holds: impl Fn(&Place, u32)) -> u32 {
    let whole = Instant::now();
    let place = with(book);
    place.run(arguments).done();
    let whole = whole.elapsed();
    let mut killed = 0;
    if !*CAN_TRACE {
        for at in 0..MOMENTS {
            let place = with(book);
            killed += u32::from(killed_after(&place, arguments, whole * at / MOMENTS));
            holds(&place, at);
        }
        return killed;
    }
    let every = std::env::var_os("BAOTUAN_EVERY_WRITE").is_some();
    let plain = (PLAIN.0, if every { 1 } else { PLAIN.1 });
    for (call, step) in SETTLING.map(|call| (call, 1)).into_iter().chain([plain]) {
        for at in (1..).step_by(step) {
            let place = with(book);
            if !killed_at_call(&place, arguments, call, at) {
                break;
            }
            killed += 1;
            holds(&place, at);
        }
    }
    killed
}

fn with(book: &[u8]) -> Place {
    let place = Place::new();
    fs::write(place.path("账.baotuan"), book).unwrap();
    place
}

fn killed_at_call(place: &Place, arguments: &str, call: &str, at: u32) -> bool {
    let script = format!(
        "strace -qq -o /dev/null -e trace={call} -e inject={call}:signal=KILL:when={at} \
         {PROGRAM} {arguments} > /dev/null"
    );
    // The shell says 128 and the signal's number of what was killed.
    place.bash(&script).exit != Some(0)
}

fn killed_after(place: &Place, arguments: &str, time: Duration) -> bool {
    let seconds = time.as_secs_f64();
    let script = format!("timeout -s KILL {seconds:.4} {PROGRAM} {arguments} > /dev/null");
    place.bash(&script).exit != Some(0)
}

/// Every book in a folder is whole: half of one has another name.
#[track_caller]
fn all_books_are_whole(place: &Place, folder: &Path, at: u32) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|ending| ending == "baotuan") {
            fs::copy(&path, place.path("看.baotuan")).unwrap();
            let answer = place.run("book check --book 看.baotuan");
            assert_eq!((answer.exit, answer.err.as_str()), (Some(0), ""), "{at}: {path:?}");
            fs::remove_file(place.path("看.baotuan")).unwrap();
        }
    }
}

#[test]
fn a_close_that_is_killed_is_done_or_not() {
    let close = "--book 账.baotuan period close --coop C1 2025-01";
    let (mut open, mut closed) = (0, 0);
    let counts = std::cell::RefCell::new((&mut open, &mut closed));
    let killed = killed_everywhere(&SMALL, close, |place, at| {
        place.run("book check --book 账.baotuan").done();
        let view = place.run("--book 账.baotuan period list --coop C1 --year 2025 --json").json();
        let month = &view["months"][0];
        let vouchers = month["vouchers"].as_u64().unwrap();
        // The voucher of the close stands with it, or neither does.
        let is_closed = month["closed"].as_bool().unwrap();
        assert_eq!(vouchers, if is_closed { 2 } else { 1 }, "{at}");
        let mut counts = counts.borrow_mut();
        *if is_closed { &mut *counts.1 } else { &mut *counts.0 } += 1;
        all_books_are_whole(place, &place.folder().join("../备份"), at);
        // The next thing that is done works, and leaves nothing beside the book.
        let next = if is_closed { "village add --code V1 --name 村 --township 镇" } else { "" };
        let next = if is_closed { format!("--book 账.baotuan {next}") } else { close.to_owned() };
        place.run(&next).done();
        assert_eq!(place.files(), ["账.baotuan"], "{at}");
    });
    assert!(killed > 10, "{killed}");
    assert!(0 < open && (closed > 0 || !*CAN_TRACE), "{open} open, {closed} closed");
}

#[test]
fn a_backup_that_is_killed_leaves_no_half_file_that_looks_whole() {
    let killed = killed_everywhere(&SMALL, "--book 账.baotuan book backup .", |place, at| {
        place.run("book check --book 账.baotuan").done();
        all_books_are_whole(place, &place.folder(), at);
    });
    assert!(killed > 10, "{killed}");
}

/// A stick that is pulled: from some write on the disk only says that it failed.
#[test]
fn a_backup_to_a_disk_that_vanishes_leaves_no_half_file_that_looks_whole() {
    if !*CAN_TRACE {
        return;
    }
    for call in ["pwrite64", "fsync", "linkat"] {
        for at in (1..).step_by(if call == "pwrite64" { 41 } else { 1 }) {
            let place = with(&SMALL);
            fs::create_dir(place.path("U盘")).unwrap();
            let script = format!(
                "strace -qq -o /dev/null -e trace={call} -e inject={call}:error=EIO:when={at}+ \
                 {PROGRAM} --book 账.baotuan book backup U盘"
            );
            let answer = place.bash(&script);
            all_books_are_whole(&place, &place.path("U盘"), at);
            place.run("book check --book 账.baotuan").done();
            // Where a file has no second name, it is moved instead.
            if answer.exit == Some(0) {
                assert!(1 < at || call == "linkat", "{call}");
                break;
            }
            assert_eq!((answer.exit, answer.out.as_str()), (Some(1), ""), "{call} {at}");
            assert_eq!(answer.err.lines().count(), 1, "{call} {at}: {}", answer.err);
        }
    }
}

#[test]
fn a_backup_to_a_full_disk_says_so_and_leaves_nothing() {
    for blocks in [0, 40, 200] {
        let place = with(&SMALL);
        fs::create_dir(place.path("U盘")).unwrap();
        let limit = format!("trap '' XFSZ; ulimit -f {blocks}; exec {PROGRAM}");
        let answer = place.bash(&format!("{limit} --book 账.baotuan book backup U盘"));
        let said = answer.refused(1);
        assert!(said.contains("磁盘已满"), "{said}");
        assert_eq!(fs::read_dir(place.path("U盘")).unwrap().count(), 0, "{blocks}");
        place.run("book check --book 账.baotuan").done();
    }
}

/// A book as an earlier version of the format wrote it, with three vouchers.
fn earlier(version: &str) -> Vec<u8> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/cases");
    let packed = cases.join(format!("version-{version}.baotuan.gz"));
    let unpacked = Command::new("gunzip").arg("-c").arg(packed).output().unwrap();
    assert!(unpacked.status.success(), "{unpacked:?}");
    unpacked.stdout
}

#[test]
fn a_book_of_an_earlier_version_opens_and_is_kept_beside() {
    for version in ["1", "2", "3"] {
        let book = earlier(version);
        let place = with(&book);
        let view = place.run("--book 账.baotuan book info --json").json();
        assert_eq!(view["vouchers"], 3, "version {version}");
        place.run("book check --book 账.baotuan").done();
        let kept = place.backups();
        let [kept] = kept.as_slice() else { panic!("{kept:?}") };
        assert!(kept.to_string_lossy().contains(&format!("版本{version}")), "{kept:?}");
        let header = fs::read(kept).unwrap();
        assert_eq!(header[63].to_string(), version, "the copy is of that version");
        let trial =
            place.run("--book 账.baotuan report trial-balance --coop C1 --at 2025-03-31 --json");
        assert_eq!(trial.json()["totals"]["debit"], "1650.00", "version {version}");
        place.run("--book 账.baotuan period close --coop C1 2025-01").done();
    }
}

#[test]
fn an_upgrade_that_is_killed_is_done_or_not() {
    let killed = killed_everywhere(&earlier("1"), "--book 账.baotuan book info", |place, at| {
        let view = place.run("--book 账.baotuan book info --json").json();
        assert_eq!(view["vouchers"], 3, "{at}");
        place.run("book check --book 账.baotuan").done();
        // The next thing that is done works, and leaves nothing beside the book.
        place.run("--book 账.baotuan village add --code V1 --name 村 --township 镇").done();
        assert_eq!(place.files(), ["账.baotuan"], "{at}");
        all_books_are_whole(place, &place.folder().join("../备份"), at);
    });
    assert!(killed > 10, "{killed}");
}

#[test]
fn a_draft_survives_a_kill() {
    let place = with(&SMALL);
    place.write("草稿.json", r#"{"coop": "C1", "date": "2025-02-01", "summary": "没填完"}"#);
    place.run("--book 账.baotuan voucher draft 草稿.json").done();
    let script = format!("{PROGRAM} --book 账.baotuan voucher show-draft 1 & kill -KILL $!");
    drop(place.bash(&script));
    let view = place.run("--book 账.baotuan voucher show-draft 1 --json").json();
    assert_eq!(view["entry"]["summary"], "没填完");
}
