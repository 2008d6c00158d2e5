//! Many vouchers at once: the index of lines by account is built once at the end, in the order in
//! which it stands, where adding to it line by line would cost more and leave its pages half empty.

use crate::{StoreError, Work};

/// From so many lines on it may pay.
const MANY: u32 = 10_000;

const INDEX: &str = "voucher_line_account";

impl Work<'_> {
    /// Says how many lines are about to be added.
    ///
    /// # Errors
    /// The book cannot be written.
    pub fn expect_lines(&self, lines: u32) -> Result<(), StoreError> {
        let sql = include_str!("about_as_many.sql");
        let there: u32 = self.db.query_row(sql, [], |row| row.get("lines"))?;
        if lines < MANY || lines < there / 2 {
            return Ok(());
        }
        let sql = include_str!("index.sql");
        let made: String = self.db.query_row(sql, [INDEX], |row| row.get("sql"))?;
        self.kept(self.db.execute_batch(&format!("DROP INDEX {INDEX}")))?;
        self.left_out.set(Some(made));
        Ok(())
    }

    /// Builds the index again, word for word as it was made.
    pub(crate) fn build_left_out(&self) -> Result<(), StoreError> {
        match self.left_out.take() {
            Some(made) => self.kept(self.db.execute_batch(&made)),
            None => Ok(()),
        }
    }
}
