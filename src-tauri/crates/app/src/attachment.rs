//! Files that prove vouchers (附件): taken into the book, taken away again, written out to be seen.
//!
//! Scans, pictures and documents are taken, programs are not: what is opened from a book that came
//! by mail must not run.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use domain::id::AttachmentId;
use store::{AttachmentRecord, Reading};

use crate::book::Book;
use crate::draft;
use crate::paper::put;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::draft::{AttachmentRow, DraftView, OpenedView};
use crate::view::ledger::SavedView;

/// The largest file that is taken.
const LARGEST_MIB: u64 = 20;
const LARGEST: u64 = LARGEST_MIB * 1024 * 1024;

/// What files are taken, by the ending of their names.
const ENDINGS: &[&str] = &[
    "pdf", "ofd", "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "doc", "docx",
    "xls", "xlsx", "wps", "et", "csv", "txt", "xml", "eml", "zip",
];

impl Book {
    /// Keeps a file with a draft.
    ///
    /// # Errors
    /// A draft that is not known or is reviewed, a file that is missing, empty, too large or no
    /// document, or a book that cannot be written.
    pub fn add_attachment(&mut self, draft: i64, path: &Path) -> Result<DraftView, Problem> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        let file = opened(path)?;
        refuse_programs(&name)?;
        let content = read(file, path, &name)?;
        let work = self.store.begin()?;
        let record = draft::known(&work, draft)?;
        draft::refuse_reviewed(&record)?;
        work.add_attachment(record.id, &name, &content)?;
        // Whoever adds what proves it has prepared it.
        work.change_draft(record.id, &record.entry)?;
        let view = draft::shown(&work, record.id)?;
        work.commit()?;
        Ok(view)
    }

    /// Takes a file away from its draft.
    ///
    /// # Errors
    /// A file that is not known, a draft that is reviewed, a voucher that is posted, or a book that
    /// cannot be written.
    pub fn drop_attachment(&mut self, id: i64) -> Result<DraftView, Problem> {
        let work = self.store.begin()?;
        let attachment = known(&work, id)?;
        let Some(draft) = attachment.draft else { return Err(of_posted(&attachment)) };
        let draft = draft::known(&work, draft.number())?;
        draft::refuse_reviewed(&draft)?;
        work.drop_attachment(attachment.id)?;
        work.change_draft(draft.id, &draft.entry)?;
        let view = draft::shown(&work, draft.id)?;
        work.commit()?;
        Ok(view)
    }

    /// Writes a file that is kept into a folder, under its own name.
    ///
    /// # Errors
    /// A file that is not known or is a program, or a place that cannot be written.
    pub fn save_attachment(&mut self, id: i64, folder: &Path) -> Result<OpenedView, Problem> {
        let reading = self.store.read()?;
        let attachment = known(&reading, id)?;
        refuse_programs(&attachment.name)?;
        let content = reading.attachment_content(attachment.id)?;
        let path = folder.join(file_name(&attachment.name));
        let SavedView { path, .. } = put(&path, &content)?;
        Ok(OpenedView { path })
    }
}

/// A file that is kept, as it is listed.
pub(crate) fn row(record: AttachmentRecord) -> AttachmentRow {
    AttachmentRow { id: record.id.number(), name: record.name, size: record.size }
}

fn known(reading: &Reading<'_>, id: i64) -> Result<AttachmentRecord, Problem> {
    reading.attachment(AttachmentId::new(id))?.ok_or_else(|| {
        let text = Text::new(
            "这个附件已经不在了。重新打开凭证看看。",
            "The attachment is gone. Open the voucher again.",
        );
        Problem::refused("attachment.unknown", text).about("id")
    })
}

/// A name that stays within its folder, whatever the book says.
fn file_name(name: &str) -> String {
    let part = |c: char| if matches!(c, '/' | '\\' | ':' | '\0'..='\u{1f}') { '_' } else { c };
    name.chars().map(part).collect::<String>().trim_start_matches('.').to_owned()
}

fn refuse_programs(name: &str) -> Result<(), Problem> {
    let ending = Path::new(name).extension().map(|ending| ending.to_string_lossy().to_lowercase());
    if ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
        return Ok(());
    }
    let endings = ENDINGS.join("、");
    let text = Text::new(
        format!("附件“{name}”不是单据、图片或文档，没有处理。可以用的文件：{endings}。"),
        format!(
            "“{name}” is no document or picture; nothing was done. Files that can be kept: {}.",
            ENDINGS.join(", ")
        ),
    );
    Err(Problem::input("attachment.kind", text).about("path"))
}

/// The file, where there is one: what is missing has no kind that could be wrong.
fn opened(path: &Path) -> Result<File, Problem> {
    if path.is_dir() {
        let shown = path.display();
        let text = Text::new(
            format!("{shown} 是文件夹，没有加进来。选里面的一个文件。"),
            format!("{shown} is a folder and was not taken. Choose a file in it."),
        );
        return Err(Problem::input("attachment.folder", text).about("path"));
    }
    File::open(path).map_err(|error| cannot_read(path, &error))
}

fn cannot_read(path: &Path, error: &std::io::Error) -> Problem {
    let shown = path.display();
    let text = Text::new(
        format!("附件 {shown} 读不出来（{error}）。看看文件是否还在、U 盘是否还插着。"),
        format!("{shown} cannot be read ({error}). See whether it is still there."),
    );
    Problem::input("attachment.missing", text).about("path")
}

fn read(file: File, path: &Path, name: &str) -> Result<Vec<u8>, Problem> {
    let mut content = Vec::new();
    let all = file.take(LARGEST + 1).read_to_end(&mut content);
    all.map_err(|error| cannot_read(path, &error))?;
    if content.is_empty() {
        let text = Text::new(
            format!("附件“{name}”是空文件，没有加进来。换一个文件。"),
            format!("“{name}” is empty and was not taken. Choose another file."),
        );
        return Err(Problem::input("attachment.empty", text).about("path"));
    }
    if content.len() as u64 > LARGEST {
        let text = Text::new(
            format!(
                "附件“{name}”超过 {LARGEST_MIB} MiB，没有加进来。扫描时降低分辨率，或分成几个。"
            ),
            format!(
                "“{name}” is larger than {LARGEST_MIB} MiB and was not taken. Scan it smaller."
            ),
        );
        return Err(Problem::input("attachment.too_large", text).about("path"));
    }
    Ok(content)
}

fn of_posted(attachment: &AttachmentRecord) -> Problem {
    let name = &attachment.name;
    let text = Text::new(
        format!("附件“{name}”的凭证已经记账，附件不能再拿走。"),
        format!("The voucher of “{name}” is posted; its attachments stay."),
    );
    Problem::refused("attachment.posted", text).about("id")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_from_a_book_cannot_leave_its_folder() {
        assert_eq!(file_name("../../发票.pdf"), "_.._发票.pdf");
        assert_eq!(file_name("C:\\票\\1.pdf"), "C__票_1.pdf");
    }

    #[test]
    fn a_program_is_no_attachment_whatever_its_case() {
        for name in ["发票.PDF", "a.b.jpg"] {
            assert_eq!(refuse_programs(name), Ok(()), "{name}");
        }
        for name in ["发票.pdf.exe", "a.desktop", "run", ".pdf", "a.html"] {
            assert_eq!(refuse_programs(name).unwrap_err().code, "attachment.kind", "{name}");
        }
    }
}
