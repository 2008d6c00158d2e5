//! Vouchers that are typed again and again, ready to be filled (模板).

use domain::id::{CooperativeId, TemplateId};
use rusqlite::{OptionalExtension, named_params};

use crate::{Reading, StoreError, Work};

/// A template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateRecord {
    /// Its row.
    pub id: TemplateId,
    /// Its name, once in a cooperative.
    pub name: String,
    /// What it fills in, as JSON.
    pub entry: String,
}

impl Reading<'_> {
    /// A cooperative's templates, by name.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn templates(&self, cooperative: CooperativeId) -> Result<Vec<TemplateRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("list.sql"))?;
        let templates = statement.query_map([cooperative.number()], |row| {
            Ok(TemplateRecord {
                id: TemplateId::new(row.get("id")?),
                name: row.get("name")?,
                entry: row.get("entry")?,
            })
        })?;
        Ok(templates.collect::<Result<_, _>>()?)
    }
}

impl Work<'_> {
    /// Keeps a template; one of that name is replaced.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn save_template(
        &self,
        cooperative: CooperativeId,
        name: &str,
        entry: &str,
    ) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("save.sql"))?;
        self.kept(statement.execute(named_params! {
            ":cooperative_id": cooperative.number(),
            ":name": name,
            ":entry": entry,
        }))?;
        Ok(())
    }

    /// Keeps a template no longer: whose it was, or nothing where there is none.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn drop_template(&self, id: TemplateId) -> Result<Option<CooperativeId>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("drop.sql"))?;
        let dropped = statement.query_row([id.number()], |row| row.get(0)).optional();
        Ok(self.kept(dropped)?.map(CooperativeId::new))
    }
}
