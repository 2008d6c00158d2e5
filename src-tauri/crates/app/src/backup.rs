//! Copies of the book (备份) and going back to one (恢复). A copy counts once it was opened again,
//! checked, and found to say the same; neither ever takes the place of a file that is there.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::{Timestamp, Zoned};
use store::{Hold, Store, StoreError, Whole, verify};

use crate::book::{Book, is_same_file};
use crate::day;
use crate::failure::file_failed;
use crate::growing;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::book::{BackupFile, BackupRow, BackupView, BackupsView, BookView, RestoreView};

/// What the name of a book and of its copies ends in.
const ENDING: &str = "baotuan";

/// How many copies that the program makes by itself are kept of a book.
const AUTOMATIC: usize = 30;

/// After so many days with changes a copy is due.
const DUE_AFTER_DAYS: i64 = 7;

/// What marks a copy that the program made by itself.
const BY_ITSELF: &str = "自动";

impl Book {
    /// Copies the book, as it is now, into a new file of this folder, and looks whether the copy is
    /// whole.
    ///
    /// # Errors
    /// A folder that is not there or cannot be written, a full disk, or a book that is damaged.
    pub fn back_up(&mut self, folder: &Path) -> Result<BackupView, Problem> {
        self.back_up_as(folder, None)
    }

    fn back_up_as(&mut self, folder: &Path, mark: Option<&str>) -> Result<BackupView, Problem> {
        if !folder.is_dir() {
            return Err(no_folder(folder));
        }
        let whole = self.sound()?;
        let path = free_name(folder, self.store.path(), mark);
        growing::grow(&path, |beside| {
            self.store.copy_to(beside)?;
            Ok(verify(beside, &whole)?)
        })?;
        let bytes = fs::metadata(&path).map_err(|error| file_failed(&path, &error))?.len();
        let work = self.store.begin()?;
        work.note_backup(&path.to_string_lossy(), whole.seq)?;
        let code = work.check_code()?.map(|code| code.to_string());
        work.commit()?;
        let info = self.info()?;
        Ok(BackupView {
            path: path.to_string_lossy().into_owned(),
            bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
            vouchers: info.vouchers,
            cooperatives: info.cooperatives,
            code,
        })
    }

    /// Makes a copy by itself, at the close of a month: the latest ones are kept, older ones that
    /// the program made go.
    ///
    /// # Errors
    /// As [`Book::back_up`].
    pub fn back_up_by_itself(&mut self, folder: &Path) -> Result<BackupView, Problem> {
        fs::create_dir_all(folder).map_err(|error| file_failed(folder, &error))?;
        let view = self.back_up_as(folder, Some(BY_ITSELF))?;
        thin_out(folder, self.store.path());
        Ok(view)
    }

    /// Makes a copy by itself after a close, and says where it lies or why there is none: the close
    /// stands either way.
    #[must_use]
    pub fn back_up_after(&mut self, folder: Option<&Path>) -> Text {
        let Some(folder) = folder else {
            return Text::new(
                "没有自动备份：不知道备份到哪里。自己备份一份。",
                "No copy was made by itself, for nobody said where. Make one.",
            );
        };
        match self.back_up_by_itself(folder) {
            Ok(made) => {
                let path = made.path;
                Text::new(format!("已自动备份：{path}"), format!("Backed up: {path}"))
            }
            Err(problem) => {
                let Text { zh, en } = problem.message;
                Text::new(
                    format!("自动备份没有做成，结账不受影响。{zh}"),
                    format!("No copy was made, though the close stands. {en}"),
                )
            }
        }
    }

    /// The copies that were made of the book, the latest first, and whether one is due.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn backups(&mut self) -> Result<BackupsView, Problem> {
        const SHOWN: u32 = 50;
        let reading = self.store.read()?;
        let made = reading.backups(SHOWN)?;
        let last = made.first().map_or(0, |made| made.seq);
        let (entries, first_at) = reading.entries_after(last)?;
        let now = Timestamp::now().as_second();
        let waits = first_at.map(|at| (now - at) / 86_400);
        let rows = made.into_iter().map(|made| BackupRow {
            exists: Path::new(&made.path).is_file(),
            made_at: day::clock(made.made_at),
            path: made.path,
        });
        Ok(BackupsView {
            rows: rows.collect(),
            changes: u32::try_from(entries).unwrap_or(u32::MAX),
            due: entries > 0 && waits.is_some_and(|days| days >= DUE_AFTER_DAYS),
        })
    }

    /// What the copy is compared with: the book as it is, once nothing in it was found wrong.
    fn sound(&mut self) -> Result<Whole, Problem> {
        let reading = self.store.read()?;
        let faults = reading.faults(None)?;
        if faults.is_empty() {
            return Ok(reading.whole()?);
        }
        let text = Text::new(
            "账套检查不通过，没有备份：坏的账套备份出来还是坏的。先看检查结果，从好的备份恢复。",
            "The check of the book fails, so it was not backed up: the copy would be as bad. See \
             the check, and restore a good backup.",
        );
        let details = faults.iter().map(crate::fault_text::fault_text).collect();
        Err(Problem::failed("backup.unsound", text).with_details(details))
    }
}

/// Goes back to a copy: puts it, found whole, into a new file. Neither file is changed, and none
/// that is there is replaced.
///
/// # Errors
/// A copy that is missing, no book, newer than this program or damaged, a file that exists, or a
/// place that cannot be written.
pub fn restore(backup: &Path, file: &Path) -> Result<RestoreView, Problem> {
    let file = if file.is_dir() {
        let name = backup.file_name().unwrap_or_default();
        file.join(name)
    } else {
        file.to_path_buf()
    };
    if is_same_file(backup, &file) {
        let text = Text::new(
            "备份和要恢复到的文件是同一个。换一个文件名。",
            "The backup and the file to restore to are one. Choose another name.",
        );
        return Err(Problem::input("restore.same", text).about("file"));
    }
    growing::grow(&file, |beside| {
        fs::copy(backup, beside).map_err(|error| file_failed(backup, &error))?;
        // What a copy of an earlier program lacks is added here, and not in the backup.
        let mut copy = Book { store: Store::open(beside, Hold::Brief)? };
        let found = copy.check(None)?;
        if found.holds {
            return Ok(());
        }
        Err(damaged(backup, found.faults))
    })?;
    let info: BookView = Book::open(&file, Hold::Brief)?.info()?;
    Ok(RestoreView {
        path: file.to_string_lossy().into_owned(),
        from: backup.to_string_lossy().into_owned(),
        name: info.name,
        cooperatives: info.cooperatives,
        vouchers: info.vouchers,
        last_voucher: info.last_voucher,
        code: info.code,
    })
}

/// The books that lie in a folder, the latest first, for whoever looks for a copy to go back to.
///
/// # Errors
/// A folder that is not there or cannot be read.
pub fn backups_in(folder: &Path) -> Result<Vec<BackupFile>, Problem> {
    let entries = fs::read_dir(folder).map_err(|_| no_folder(folder))?;
    let mut found: Vec<(std::time::SystemTime, BackupFile)> = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        let is_book = path.extension().is_some_and(|ending| ending == ENDING);
        let Ok(data) = entry.metadata() else { continue };
        let Ok(touched) = data.modified() else { continue };
        if is_book && data.is_file() {
            let seconds = touched.duration_since(std::time::UNIX_EPOCH);
            let seconds = seconds.map_or(0, |since| since.as_secs());
            found.push((
                touched,
                BackupFile {
                    path: path.to_string_lossy().into_owned(),
                    bytes: u32::try_from(data.len()).unwrap_or(u32::MAX),
                    made_at: day::clock(i64::try_from(seconds).unwrap_or(0)),
                },
            ));
        }
    }
    found.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.path.cmp(&other.1.path)));
    Ok(found.into_iter().map(|(_, file)| file).collect())
}

/// Puts a book of an earlier version away before it is brought to this one.
pub(crate) fn keep_earlier(
    earlier: &store::Earlier<'_>,
    book: &Path,
    folder: Option<&Path>,
) -> Result<(), StoreError> {
    let Some(folder) = folder else { return Ok(()) };
    let io = |path: &Path, source| StoreError::Io { path: path.to_path_buf(), source };
    fs::create_dir_all(folder).map_err(|source| io(folder, source))?;
    let mark = format!("版本{}", earlier.version);
    let path = free_name(folder, book, Some(&mark));
    let beside = path.with_extension("making");
    drop(fs::remove_file(&beside));
    let made = earlier
        .copy_to(&beside)
        .and_then(|()| fs::rename(&beside, &path).map_err(|source| io(&path, source)));
    if made.is_err() {
        drop(fs::remove_file(&beside));
    }
    made
}

/// `示范区 2026-11-25 1032.baotuan`, or with a number where that is there already.
fn free_name(folder: &Path, book: &Path, mark: Option<&str>) -> PathBuf {
    let stem = book.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let moment = Zoned::now().strftime("%Y-%m-%d %H%M%S").to_string();
    let mark = mark.map(|mark| format!(" {mark}")).unwrap_or_default();
    let named = |number: u32| {
        let number = if number == 1 { String::new() } else { format!(" ({number})") };
        folder.join(format!("{stem} {moment}{mark}{number}.{ENDING}"))
    };
    (1..u32::MAX).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(0))
}

/// Removes the oldest of the copies that the program made of this book by itself.
fn thin_out(folder: &Path, book: &Path) {
    let begins = format!("{} ", book.file_stem().unwrap_or_default().to_string_lossy());
    let whole = format!(".{ENDING}");
    let of_ours = |name: &str| {
        name.starts_with(&begins) && name.contains(BY_ITSELF) && name.ends_with(&whole)
    };
    growing::sweep_folder(folder, &begins);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    // Names sort by the moment that stands in them.
    let mut ours: Vec<PathBuf> = entries
        .filter(|entry| of_ours(&entry.file_name().to_string_lossy()))
        .map(|entry| entry.path())
        .collect();
    ours.sort();
    let too_many = ours.len().saturating_sub(AUTOMATIC);
    for path in ours.into_iter().take(too_many) {
        drop(fs::remove_file(path));
    }
}

fn no_folder(folder: &Path) -> Problem {
    let folder = folder.display();
    let text = Text::new(
        format!("没有文件夹 {folder}。插上 U 盘或先建好文件夹，再备份。"),
        format!("There is no folder {folder}. Put the stick in or make the folder first."),
    );
    Problem::input("backup.folder", text).about("folder")
}

fn damaged(backup: &Path, faults: Vec<Text>) -> Problem {
    let backup = backup.display();
    let text = Text::new(
        format!("备份 {backup} 检查不通过，没有恢复。换一份备份。"),
        format!("The check of the backup {backup} fails; nothing was restored. Use another."),
    );
    Problem::failed("restore.damaged", text).with_details(faults)
}
