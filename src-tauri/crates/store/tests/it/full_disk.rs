//! A disk that is full while the book is written, met by a limit on the pages of the file.

use std::fs;

use domain::Money;
use domain::village::Village;
use store::{Clock, Hold, Store, StoreError};

/// Fills the book with villages until the limit refuses one.
fn fill(store: &mut Store) -> StoreError {
    let work = store.begin().unwrap();
    for number in 0.. {
        let village = Village {
            code: format!("V{number}"),
            name: "甲".repeat(200),
            township: "东河镇".to_owned(),
            performance_pay: Money::ZERO,
            joint: false,
        };
        if let Err(error) = work.add_village(&village, None) {
            return error;
        }
    }
    unreachable!("the limit is reached")
}

#[test]
fn a_full_disk_is_said_and_the_book_is_as_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("示范区.baotuan");
    let mut store = Store::create(&path, "示范区", Clock::At(0)).unwrap();
    let pages = fs::metadata(&path).unwrap().len() / 4096;
    store.limit_pages(u32::try_from(pages).unwrap() + 4).unwrap();
    let error = fill(&mut store);
    assert!(matches!(error, StoreError::DiskFull(at) if at == path));
    assert_eq!(store.read().unwrap().villages().unwrap(), []);
    drop(store);

    let mut store = Store::open(&path, Hold::Brief).unwrap();
    let reading = store.read().unwrap();
    assert_eq!(reading.villages().unwrap(), []);
    assert_eq!(reading.faults(None).unwrap(), []);
    drop(reading);
    drop(store);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "one file at rest");
}

#[test]
fn work_goes_on_once_there_is_room_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("示范区.baotuan");
    let mut store = Store::create(&path, "示范区", Clock::At(0)).unwrap();
    let pages = u32::try_from(fs::metadata(&path).unwrap().len() / 4096).unwrap();
    store.limit_pages(pages + 1).unwrap();
    fill(&mut store);
    store.limit_pages(pages + 100).unwrap();
    let work = store.begin().unwrap();
    let village = Village {
        code: "V01".to_owned(),
        name: "甲子村".to_owned(),
        township: "东河镇".to_owned(),
        performance_pay: Money::ZERO,
        joint: false,
    };
    work.add_village(&village, None).unwrap();
    work.commit().unwrap();
    assert_eq!(store.read().unwrap().villages().unwrap().len(), 1);
}
