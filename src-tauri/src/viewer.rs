//! Hands a printed document or an attached file to the program that the system has for it, which
//! sends it to the printer.
//!
//! The files hold names and amounts, so they lie in the program's own cache folder, each in a
//! folder that only its user can read, and the next start removes them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use app::Problem;
use app::view::Text;

/// The folder of documents that were opened in the viewer.
pub struct Viewer {
    folder: PathBuf,
}

impl Viewer {
    /// Starts with an empty folder. What another window still shows may stay (Windows refuses).
    pub fn new(folder: PathBuf) -> Self {
        // Nothing depends on it: a file that stays is removed by the start after the next.
        let _ = fs::remove_dir_all(&folder);
        Viewer { folder }
    }

    /// A path for a cooperative's slips, in a folder of its own: the viewer may hold an earlier
    /// one open, and two printings never meet.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn slips_path(&self, coop: &str, year: i64) -> Result<PathBuf, Problem> {
        let coop: String =
            coop.chars().map(|c| if c.is_alphanumeric() || c == '-' { c } else { '_' }).collect();
        Ok(self.new_folder("slips-")?.join(format!("分红单-{coop}-{year}.pdf")))
    }

    /// A new, empty folder.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new_folder(&self, prefix: &str) -> Result<PathBuf, Problem> {
        let folder = fs::create_dir_all(&self.folder)
            .and_then(|()| tempfile::Builder::new().prefix(prefix).tempdir_in(&self.folder))
            .map_err(|error| no_folder(&self.folder, &error))?;
        Ok(folder.keep())
    }

    /// Opens the file in the program that the system has for it.
    ///
    /// # Errors
    /// When the system has none; the sentence says where the file lies.
    pub fn show(&self, path: &Path) -> Result<(), Problem> {
        open::that_detached(path).map_err(|error| no_viewer(path, &error))
    }
}

fn no_folder(folder: &Path, error: &io::Error) -> Problem {
    let folder = folder.display();
    Problem::failed(
        "viewer.no_folder",
        Text::new(
            format!("文件夹 {folder} 建不了（{error}）。改用“保存”，把文件存到别处再打开。"),
            format!(
                "The folder {folder} cannot be made ({error}). Save the file elsewhere and open it \
                 there."
            ),
        ),
    )
}

fn no_viewer(path: &Path, error: &io::Error) -> Problem {
    let path = path.display();
    Problem::failed(
        "viewer.none",
        Text::new(
            format!("这种文件打不开（{error}）。它在 {path}，可以拷到别处打开。"),
            format!(
                "No program on this system opens such a file ({error}). It is at {path}; copy it \
                 to one that does."
            ),
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_printings_never_meet_and_a_code_cannot_leave_the_folder() {
        let home = tempfile::tempdir().unwrap();
        let viewer = Viewer::new(home.path().join("viewed"));
        let first = viewer.slips_path("../C01", 2025).unwrap();
        let second = viewer.slips_path("../C01", 2025).unwrap();
        assert_ne!(first, second);
        assert!(first.parent().unwrap().is_dir());
        assert_eq!(first.file_name().unwrap(), "分红单-___C01-2025.pdf");
    }

    #[test]
    fn a_new_start_removes_what_the_last_one_left() {
        let home = tempfile::tempdir().unwrap();
        let path = Viewer::new(home.path().join("viewed")).slips_path("C01", 2025).unwrap();
        fs::write(&path, "%PDF").unwrap();
        Viewer::new(home.path().join("viewed"));
        assert!(!path.exists());
    }
}
