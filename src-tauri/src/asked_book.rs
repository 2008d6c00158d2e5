//! The book named on the command line: `baotuan-desktop FILE.baotuan`.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// The book that the program was started with, until the page asks for it.
pub struct AskedBook(Mutex<Option<PathBuf>>);

impl AskedBook {
    /// The first argument, if there is one: a desktop hands over the file that was double-clicked.
    pub fn from_arguments(arguments: impl Iterator<Item = OsString>) -> Self {
        let path = arguments.skip(1).find(|argument| !argument.is_empty());
        AskedBook(Mutex::new(path.and_then(|path| std::path::absolute(path).ok())))
    }

    /// The book's path, the first time; nothing after that, so that a page loaded again shows the
    /// book that is open by then.
    pub fn take(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(arguments: &[&str]) -> AskedBook {
        AskedBook::from_arguments(arguments.iter().map(OsString::from))
    }

    #[test]
    fn the_book_that_was_double_clicked_is_opened_once() {
        let asked = asked(&["baotuan-desktop", "/books/东河镇.baotuan"]);
        assert_eq!(asked.take(), Some(PathBuf::from("/books/东河镇.baotuan")));
        assert_eq!(asked.take(), None);
    }

    #[test]
    fn a_name_without_a_folder_is_looked_for_where_the_program_was_started() {
        let here = std::env::current_dir().unwrap();
        assert_eq!(asked(&["baotuan-desktop", "a.baotuan"]).take(), Some(here.join("a.baotuan")));
    }

    #[test]
    fn without_a_name_the_start_screen_is_shown() {
        assert_eq!(asked(&["baotuan-desktop"]).take(), None);
    }
}
