//! Where the program keeps what is its own: the list of recent books, the window's place and size,
//! copies of books that it makes by itself.
//!
//! With `BAOTUAN_HOME` set, all of it lies in that folder, and new books in its `documents`:
//! a program on a USB stick, or a test, then leaves nothing behind on the machine.

use std::path::PathBuf;

use app::DeskHome;
use tauri::utils::config::AppDirectoriesOverride;
use tauri::{App, Config, Manager};

/// Moves the program's own folders below `BAOTUAN_HOME`, where that is set.
pub fn apply(config: &mut Config) {
    if let Some(home) = own_home() {
        config.app.app_directories_override = Some(AppDirectoriesOverride::Root(home));
    }
}

/// The folders that the desk works with.
///
/// # Errors
/// When the system names neither a documents folder nor a home folder, or `BAOTUAN_HOME` cannot be
/// written to.
pub fn desk_home(app: &App) -> tauri::Result<DeskHome> {
    let path = app.path();
    let documents_dir = match own_home() {
        Some(home) => home.join("documents"),
        None => path.document_dir().or_else(|_| path.home_dir())?,
    };
    std::fs::create_dir_all(&documents_dir)?;
    // The same folder that the command line uses.
    let data = match own_home() {
        Some(home) => home,
        None => path.data_dir()?.join("baotuan"),
    };
    let backups_dir = data.join("backups");
    Ok(DeskHome { config_dir: path.app_config_dir()?, documents_dir, backups_dir })
}

fn own_home() -> Option<PathBuf> {
    let home = std::env::var_os("BAOTUAN_HOME").filter(|home| !home.is_empty())?;
    std::path::absolute(home).ok()
}
