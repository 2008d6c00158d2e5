//! Bare programs that do the least that could be called the same work: rows in SQLite without any
//! rule, search or chain, and bytes that are brought to the disk.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use rusqlite::{Connection, params};

/// Reads the csv and keeps vouchers and lines as rows with an index by account.
pub fn import(path: &Path, csv: &[u8]) -> rusqlite::Result<()> {
    let mut db = Connection::open(path)?;
    db.execute_batch(
        "CREATE TABLE voucher (id INTEGER PRIMARY KEY, day TEXT, summary TEXT);
         CREATE TABLE line (
             voucher INTEGER, number INTEGER, account TEXT, debit INTEGER, credit INTEGER,
             PRIMARY KEY (voucher, number)
         ) WITHOUT ROWID;",
    )?;
    let work = db.transaction()?;
    {
        let mut head = work.prepare("INSERT INTO voucher VALUES (?1, ?2, ?3)")?;
        let mut line = work.prepare("INSERT INTO line VALUES (?1, ?2, ?3, ?4, ?5)")?;
        let mut reader = csv::Reader::from_reader(csv);
        let (mut last, mut number) = (0, 0);
        for record in reader.records() {
            let record = record.expect("the csv was just made");
            let cell = |place: usize| record.get(place).unwrap_or_default();
            let voucher: i64 = cell(0).parse().unwrap_or_default();
            if voucher != last {
                head.execute(params![voucher, cell(1), cell(2)])?;
                (last, number) = (voucher, 0);
            }
            number += 1;
            line.execute(params![voucher, number, cell(3), fen(cell(4)), fen(cell(5))])?;
        }
    }
    work.execute_batch("CREATE INDEX line_account ON line (account)")?;
    work.commit()
}

fn fen(yuan: &str) -> i64 {
    yuan.replace('.', "").parse().unwrap_or_default()
}

/// Writes a page and brings it to the disk.
pub fn write_and_sync(file: &mut File) -> std::io::Result<()> {
    file.write_all(&[0x5a; 4096])?;
    file.sync_all()
}
