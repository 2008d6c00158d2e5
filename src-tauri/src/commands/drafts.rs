//! Vouchers before they are posted: typed, reviewed, posted; templates, attachments, sources.

use std::path::PathBuf;

use app::view::draft::{
    DiscardedView, DraftView, EntryView, OpenedView, SourceKind, SourcesView, TemplateView,
};
use app::view::voucher::{VoucherInput, VoucherView};
use app::{Desk, Problem};
use tauri::State;

use crate::guard::guarded;
use crate::viewer::Viewer;

/// What the form for a new voucher needs to know.
#[tauri::command(async)]
pub fn voucher_entry(desk: State<'_, Desk>, coop: &str) -> Result<EntryView, Problem> {
    guarded(|| desk.voucher_entry(coop))
}

/// Keeps what was typed, whole or not.
#[tauri::command(async)]
pub fn draft_save(
    desk: State<'_, Desk>,
    coop: &str,
    id: Option<i64>,
    entry: VoucherInput,
) -> Result<DraftView, Problem> {
    guarded(|| desk.draft_save(coop, id, &entry))
}

/// One draft, with everything that stands in the way of posting it.
#[tauri::command(async)]
pub fn draft(desk: State<'_, Desk>, id: i64) -> Result<DraftView, Problem> {
    guarded(|| desk.draft(id))
}

/// Lets a draft go.
#[tauri::command(async)]
pub fn draft_discard(desk: State<'_, Desk>, id: i64) -> Result<DiscardedView, Problem> {
    guarded(|| desk.draft_discard(id))
}

/// Says that a draft was looked over.
#[tauri::command(async)]
pub fn draft_review(desk: State<'_, Desk>, id: i64) -> Result<DraftView, Problem> {
    guarded(|| desk.draft_review(id))
}

/// Takes a review back.
#[tauri::command(async)]
pub fn draft_unreview(desk: State<'_, Desk>, id: i64) -> Result<DraftView, Problem> {
    guarded(|| desk.draft_unreview(id))
}

/// Posts a draft.
#[tauri::command(async)]
pub fn draft_post(desk: State<'_, Desk>, id: i64) -> Result<VoucherView, Problem> {
    guarded(|| desk.draft_post(id))
}

/// Keeps a voucher to be filled again, under a name.
#[tauri::command(async)]
pub fn template_save(
    desk: State<'_, Desk>,
    coop: &str,
    name: &str,
    entry: VoucherInput,
) -> Result<Vec<TemplateView>, Problem> {
    guarded(|| desk.template_save(coop, name, &entry))
}

/// Keeps a template no longer.
#[tauri::command(async)]
pub fn template_drop(desk: State<'_, Desk>, id: i64) -> Result<Vec<TemplateView>, Problem> {
    guarded(|| desk.template_drop(id))
}

/// Takes a file into the book beside a draft.
#[tauri::command(async)]
pub fn attachment_add(
    desk: State<'_, Desk>,
    draft: i64,
    path: PathBuf,
) -> Result<DraftView, Problem> {
    guarded(|| desk.attachment_add(draft, &path))
}

/// Takes a file away from its draft.
#[tauri::command(async)]
pub fn attachment_drop(desk: State<'_, Desk>, id: i64) -> Result<DraftView, Problem> {
    guarded(|| desk.attachment_drop(id))
}

/// Opens a kept file in the system's viewer.
#[tauri::command(async)]
pub fn attachment_open(
    desk: State<'_, Desk>,
    viewer: State<'_, Viewer>,
    id: i64,
) -> Result<OpenedView, Problem> {
    guarded(|| {
        let opened = desk.attachment_save(id, &viewer.new_folder("attachment-")?)?;
        viewer.show(opened.path.as_ref())?;
        Ok(opened)
    })
}

/// What vouchers can be made of in a year.
#[tauri::command(async)]
pub fn sources(
    desk: State<'_, Desk>,
    coop: &str,
    year: i64,
    kind: SourceKind,
) -> Result<SourcesView, Problem> {
    guarded(|| desk.sources(coop, year, kind))
}

/// Makes a draft of something in the registers.
#[tauri::command(async)]
pub fn source_draft(
    desk: State<'_, Desk>,
    coop: &str,
    kind: SourceKind,
    id: i64,
) -> Result<DraftView, Problem> {
    guarded(|| desk.source_draft(coop, kind, id))
}
