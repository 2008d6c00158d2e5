//! Slips: what can be printed, the pages to look at, the file to keep or to print.

use std::path::PathBuf;

use app::view::paper::{PrintView, PrintedView};
use app::{Desk, Problem};
use tauri::State;
use tauri::ipc::Response;

use crate::guard::guarded;
use crate::viewer::Viewer;

/// What can be printed for a cooperative and year.
#[tauri::command(async)]
pub fn print_choices(desk: State<'_, Desk>, coop: &str, year: i64) -> Result<PrintView, Problem> {
    guarded(|| desk.print_choices(coop, year))
}

/// The slips as the bytes of a PDF, for the preview.
#[tauri::command(async)]
pub fn slips_pdf(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    village: Option<&str>,
) -> Result<Response, Problem> {
    guarded(|| desk.slips_pdf(coop, year, village).map(Response::new))
}

/// Writes the slips to a file.
#[tauri::command(async)]
pub fn slips_save(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    village: Option<&str>,
    path: PathBuf,
) -> Result<PrintedView, Problem> {
    guarded(|| desk.slips_save(coop, year, village, &path))
}

/// Opens the slips in the system's viewer, to be printed from there.
#[tauri::command(async)]
pub fn slips_open(
    desk: State<'_, Desk>,
    viewer: State<'_, Viewer>,
    coop: &str,
    year: i64,
    village: Option<&str>,
) -> Result<PrintedView, Problem> {
    guarded(|| {
        let path = viewer.slips_path(coop, year)?;
        let printed = desk.slips_save(coop, year, village, &path)?;
        viewer.show(&path)?;
        Ok(printed)
    })
}
