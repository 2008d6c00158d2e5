//! What can go wrong with the file, each with what the user needs to know to go on.

use std::path::PathBuf;

use thiserror::Error;

/// The file could not be opened, read or written, or refused what was to be written.
#[derive(Debug, Error)]
pub enum StoreError {
    /// There is no file.
    #[error("{0} does not exist")]
    Missing(PathBuf),
    /// A new book would overwrite a file.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// The file is something else.
    #[error("{0} is not a book")]
    NotABook(PathBuf),
    /// The file was written by a newer program.
    #[error("{path} has version {found}, this program knows up to {known}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// The file is a book, but parts of it are damaged.
    #[error("{path} is damaged: {cause}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        cause: String,
    },
    /// The open book turned out to be damaged while it was read.
    #[error("the open book is damaged: {0}")]
    DamagedInside(rusqlite::Error),
    /// Another program has it open.
    #[error("{0} is open in another program")]
    InUse(PathBuf),
    /// Another program was writing the open book for so long that it could not be read.
    #[error("the open book is being written by another program")]
    BeingWritten,
    /// The file or its folder cannot be written.
    #[error("{0} cannot be written")]
    ReadOnly(PathBuf),
    /// The disk is full.
    #[error("the disk is full: {0} could not be written")]
    DiskFull(PathBuf),
    /// A rule of the database refused the change; the code of the rule.
    #[error("the book refuses: {0}")]
    Rule(String),
    /// A row holds something that the program cannot have written.
    #[error("column {column} holds {value}")]
    BadValue {
        /// The column.
        column: &'static str,
        /// What it holds.
        value: String,
    },
    /// The operating system failed.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: std::io::Error,
    },
    /// Anything else that SQLite reports.
    #[error(transparent)]
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    /// The error of a statement that reads the open book.
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => StoreError::DamagedInside(error),
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => StoreError::BeingWritten,
            _ => StoreError::Sql(error),
        }
    }
}

impl StoreError {
    /// The error of `path` that SQLite's own error stands for.
    pub(crate) fn of(path: &std::path::Path, error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let path = path.to_path_buf();
        // A quota or a limit for files is a full disk to the user; SQLite says only that writing
        // failed.
        let extended = error.sqlite_error().map(|failure| failure.extended_code);
        if extended == Some(rusqlite::ffi::SQLITE_IOERR_WRITE) {
            return StoreError::DiskFull(path);
        }
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => StoreError::InUse(path),
            Some(Code::NotADatabase) => StoreError::NotABook(path),
            Some(Code::DatabaseCorrupt) => StoreError::Damaged { path, cause: error.to_string() },
            Some(Code::DiskFull) => StoreError::DiskFull(path),
            Some(Code::ReadOnly | Code::CannotOpen | Code::PermissionDenied) => {
                StoreError::ReadOnly(path)
            }
            _ => StoreError::of_rule(error),
        }
    }

    /// A rule's code where a trigger or constraint refused, otherwise the error itself.
    fn of_rule(error: rusqlite::Error) -> Self {
        match &error {
            rusqlite::Error::SqliteFailure(failure, Some(message))
                if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
            {
                StoreError::Rule(message.clone())
            }
            _ => StoreError::Sql(error),
        }
    }
}
