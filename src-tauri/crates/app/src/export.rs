//! The books for other programs: a cooperative's vouchers as a journal of hledger and ledger, so
//! that its figures can be checked by somebody who does not trust this program.

use std::path::Path;

use documents::hledger::{Names, text};

use crate::book::Book;
use crate::paper::{count, put, refuse_over_book};
use crate::problem::Problem;
use crate::register;
use crate::view::Named;
use crate::view::books::{ExportedView, HledgerView};
use crate::view::ledger::SavedView;

impl Book {
    /// All posted vouchers of a cooperative as a journal that hledger and ledger read.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn hledger(&mut self, coop: &str) -> Result<HledgerView, Problem> {
        let reading = self.store.read()?;
        let kept = register::cooperative(&reading, coop)?;
        let chart = reading.chart(kept.id)?.into_iter();
        let members = reading.members(kept.id)?.into_iter();
        let names = Names {
            cooperative: format!("{} {}", kept.what.code, kept.what.name),
            accounts: chart.map(|account| (account.what.code, account.what.name)).collect(),
            members: members.map(|member| (member.what.code, member.what.name)).collect(),
        };
        let vouchers = reading.vouchers(kept.id)?;
        Ok(HledgerView {
            coop: Named { code: kept.what.code, name: kept.what.name },
            vouchers: count(vouchers.len()),
            text: text(&names, &vouchers),
        })
    }

    /// Writes the journal to a file; one that is there already is replaced.
    ///
    /// # Errors
    /// As [`Book::hledger`], a file that is a book, and one that cannot be written.
    pub fn hledger_save(&mut self, coop: &str, path: &Path) -> Result<ExportedView, Problem> {
        refuse_over_book(path, self.store.path(), "journal")?;
        let HledgerView { coop, vouchers, text } = self.hledger(coop)?;
        let SavedView { path, bytes } = put(path, text.as_bytes())?;
        Ok(ExportedView { coop, vouchers, path, bytes })
    }
}
