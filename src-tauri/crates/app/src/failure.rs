//! What went wrong below, as one sentence each, in both languages.

mod rules;

use domain::NumberError;
use domain::period::PeriodError;
use store::StoreError;

use crate::problem::Problem;
use crate::view::Text;

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Missing(path) => Problem::refused("book.missing", missing(&path.display())),
            StoreError::Exists(path) => Problem::refused("book.exists", exists(&path.display())),
            StoreError::NotABook(path) => {
                Problem::refused("book.not_a_book", not_a_book(&path.display()))
            }
            StoreError::Newer { path, found, known } => {
                Problem::refused("book.newer", newer(&path.display(), found, known))
            }
            StoreError::Damaged { path, cause } => {
                Problem::failed("book.damaged", damaged(&path.display(), &cause))
            }
            StoreError::DamagedInside(cause) => {
                Problem::failed("book.damaged", damaged_inside(&cause))
            }
            StoreError::BeingWritten => Problem::refused("book.in_use", being_written()),
            StoreError::InUse(path) => Problem::refused("book.in_use", in_use(&path.display())),
            StoreError::ReadOnly(path) => {
                Problem::failed("book.read_only", read_only(&path.display()))
            }
            StoreError::DiskFull(path) => {
                Problem::failed("book.disk_full", disk_full(&path.display()))
            }
            StoreError::Rule(rule) => Problem::refused("book.rule", refused(&rule)),
            StoreError::BadValue { column, value } => {
                Problem::failed("book.bad_value", bad_value(column, &value))
            }
            StoreError::Io { path, source } => {
                Problem::failed("book.io", io(&path.display(), &source))
            }
            StoreError::Sql(error) => Problem::failed("book.sql", sql(&error)),
        }
    }
}

type Shown<'a> = &'a dyn std::fmt::Display;

fn missing(path: Shown<'_>) -> Text {
    Text::new(
        format!("没有找到 {path}。看看文件是否移走或改名，再打开。"),
        format!("{path} is not there. See whether it was moved or renamed, then open it again."),
    )
}

fn exists(path: Shown<'_>) -> Text {
    Text::new(
        format!("{path} 已经存在，没有覆盖。换一个文件名，或先打开它看看。"),
        format!("{path} exists and was not overwritten. Choose another name, or open it first."),
    )
}

fn not_a_book(path: Shown<'_>) -> Text {
    Text::new(
        format!("{path} 不是抱团账的账套，没有改动它。选 .baotuan 文件。"),
        format!("{path} is not a Baotuan book and was not touched. Choose a .baotuan file."),
    )
}

fn newer(path: Shown<'_>, found: u32, known: u32) -> Text {
    Text::new(
        format!(
            "{path} 由较新的版本写成（格式 {found}，本程序认识到 {known}），没有改动它。先升级程序。"
        ),
        format!(
            "{path} was written by a newer version (format {found}, this program knows {known}) \
             and was not touched. Upgrade the program first."
        ),
    )
}

fn damaged(path: Shown<'_>, cause: Shown<'_>) -> Text {
    Text::new(
        format!("{path} 已损坏（{cause}），没有改动它。用最近的备份。"),
        format!("{path} is damaged ({cause}) and was not touched. Use the latest backup."),
    )
}

fn damaged_inside(cause: Shown<'_>) -> Text {
    Text::new(
        format!("账套文件里有损坏的地方（{cause}），没有改动它。用最近的备份。"),
        format!("The book is damaged inside ({cause}) and was not touched. Use the latest backup."),
    )
}

fn being_written() -> Text {
    Text::new(
        "另一个程序正在写这个账套。等它写完，再试一次。",
        "Another program is writing this book. Wait until it has finished and try again.",
    )
}

fn in_use(path: Shown<'_>) -> Text {
    Text::new(
        format!("{path} 正在另一个程序里打开。先在那边关闭，再试一次。"),
        format!("{path} is open in another program. Close it there and try again."),
    )
}

fn read_only(path: Shown<'_>) -> Text {
    Text::new(
        format!("{path} 不能写入。看看文件夹是否存在、磁盘或 U 盘是否写保护，或换一个位置。"),
        format!(
            "{path} cannot be written. See whether its folder exists and the disk is not write \
             protected, or choose another place."
        ),
    )
}

fn disk_full(path: Shown<'_>) -> Text {
    Text::new(
        format!("磁盘已满，{path} 没有写成。腾出空间再试；在 U 盘上的，看看它是否还插着。"),
        format!(
            "The disk is full: {path} was not written. Free some space and try again; see whether \
             a USB stick is still there."
        ),
    )
}

/// What a rule of the database itself says.
fn refused(rule: &str) -> Text {
    let known = rules::RULES.iter().find(|(code, ..)| *code == rule);
    let (zh, en) = known.map_or((rule, rule), |&(_, zh, en)| (zh, en));
    Text::new(
        format!("账套不接受这项改动：{zh}。什么也没有保存，改好再试。"),
        format!("The book refuses this change: {en}. Nothing was saved; mend it and try again."),
    )
}

fn bad_value(column: &str, value: &str) -> Text {
    Text::new(
        format!("账套里 {column} 的内容 {value} 读不懂，文件可能被别的程序改过。运行账套检查。"),
        format!(
            "{column} in the book holds {value}, which cannot be read; another program may have \
             changed the file. Run the check of the book."
        ),
    )
}

fn io(path: Shown<'_>, cause: Shown<'_>) -> Text {
    Text::new(
        format!("{path} 读写失败：{cause}。看看磁盘或 U 盘是否还在，再试一次。"),
        format!("{path} could not be read or written: {cause}. See whether the disk is there."),
    )
}

fn sql(cause: Shown<'_>) -> Text {
    Text::new(
        format!("账套读写失败：{cause}。什么也没有保存，运行账套检查。"),
        format!(
            "The book could not be read or written: {cause}. Nothing was saved; run the check."
        ),
    )
}

/// A file outside the book that could not be read or written.
pub(crate) fn file_failed(path: &std::path::Path, error: &std::io::Error) -> Problem {
    let path = path.display();
    match error.kind() {
        std::io::ErrorKind::NotFound => Problem::input("file.missing", missing(&path)),
        std::io::ErrorKind::PermissionDenied => Problem::failed("file.read_only", read_only(&path)),
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::FileTooLarge => {
            Problem::failed("file.disk_full", disk_full(&path))
        }
        _ => Problem::failed("file.io", io(&path, error)),
    }
}

/// Why a text is not the number that was asked for.
pub(crate) fn number_text(error: &NumberError) -> Text {
    match error {
        NumberError::NotPlain(text) => Text::new(
            format!("“{text}”不是数字，应写成 1200.50 的样子"),
            format!("“{text}” is no number; write it like 1200.50"),
        ),
        NumberError::TooManyPlaces { text, places } => Text::new(
            format!("“{text}”的小数超过 {places} 位"),
            format!("“{text}” has more than {places} places after the point"),
        ),
        NumberError::TooLarge { text, limit } => Text::new(
            format!("“{text}”超过上限 {limit}"),
            format!("“{text}” is beyond the limit of {limit}"),
        ),
        NumberError::Negative(text) => {
            Text::new(format!("“{text}”不能是负数"), format!("“{text}” may not be negative"))
        }
        NumberError::Zero(text) => {
            Text::new(format!("“{text}”必须大于零"), format!("“{text}” must be above zero"))
        }
    }
}

/// Why a text names no year, month or day.
pub(crate) fn period_text(error: &PeriodError) -> Text {
    match error {
        PeriodError::NoYear(year) => Text::new(
            format!("{year} 不是 1900 到 9999 之间的年份"),
            format!("{year} is no year between 1900 and 9999"),
        ),
        PeriodError::NoMonth(text) => Text::new(
            format!("“{text}”不是月份，应写成 2025-03 的样子"),
            format!("“{text}” is no month; write it like 2025-03"),
        ),
        PeriodError::NoDate(text) => Text::new(
            format!("“{text}”不是日期，应写成 2025-03-31 的样子"),
            format!("“{text}” is no date; write it like 2025-03-31"),
        ),
    }
}

impl From<PeriodError> for Problem {
    fn from(error: PeriodError) -> Self {
        let text = period_text(&error);
        Problem::input("period", Text::new(text.zh + "。", text.en + "."))
    }
}

/// Nothing in the register has this code.
pub(crate) fn unknown(what: Text, code: &str) -> Problem {
    let text = Text::new(
        format!("没有编号为 {code} 的{}。先登记，或改用登记过的编号。", what.zh),
        format!(
            "There is no {} with the code {code}. Add it first, or use one that exists.",
            what.en
        ),
    );
    Problem::refused("register.unknown", text)
}
