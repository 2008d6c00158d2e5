//! Vouchers that are typed again and again, kept under a name to be filled (模板).

use domain::id::{CooperativeId, TemplateId};
use store::Reading;

use crate::book::Book;
use crate::draft::{json, read_entry};
use crate::problem::Problem;
use crate::register;
use crate::view::Text;
use crate::view::draft::TemplateView;
use crate::view::voucher::VoucherInput;

impl Book {
    /// Keeps a voucher to be filled again; one of that name is replaced. The day is left out.
    ///
    /// # Errors
    /// A cooperative that is not known, no name, or a book that cannot be written.
    pub fn save_template(
        &mut self,
        coop: &str,
        name: &str,
        entry: &VoucherInput,
    ) -> Result<Vec<TemplateView>, Problem> {
        let name = name.trim();
        if name.is_empty() {
            let text = Text::new(
                "模板要有名称，例如“每月工资”。填上名称再存。",
                "A template needs a name, such as “monthly wages”. Write it and save it again.",
            );
            return Err(Problem::input("template.name", text).about("name"));
        }
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        let entry =
            VoucherInput { coop: Some(coop.what.code), date: None, papers: None, ..entry.clone() };
        work.save_template(coop.id, name, &json(&entry))?;
        let templates = list(&work, coop.id)?;
        work.commit()?;
        Ok(templates)
    }

    /// Keeps a template no longer.
    ///
    /// # Errors
    /// A template that is not known, or a book that cannot be written.
    pub fn drop_template(&mut self, id: i64) -> Result<Vec<TemplateView>, Problem> {
        let work = self.store.begin()?;
        let coop = work.drop_template(TemplateId::new(id))?.ok_or_else(|| {
            let text = Text::new(
                "这个模板已经删掉了。重新打开模板列表。",
                "The template is gone already. Open the list of templates again.",
            );
            Problem::refused("template.unknown", text).about("id")
        })?;
        let templates = list(&work, coop)?;
        work.commit()?;
        Ok(templates)
    }
}

/// A cooperative's templates, by name.
pub(crate) fn list(
    reading: &Reading<'_>,
    coop: CooperativeId,
) -> Result<Vec<TemplateView>, Problem> {
    let templates = reading.templates(coop)?.into_iter().map(|template| {
        Ok(TemplateView {
            id: template.id.number(),
            name: template.name,
            entry: read_entry(&template.entry)?,
        })
    });
    templates.collect()
}
