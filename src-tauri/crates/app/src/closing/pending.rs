//! What waits on 181 (待处理财产损溢) is cleared before a month is closed: a draft for each
//! account, with the loss on 529 or the gain on 502, to be changed where an insurer or a member
//! bears a part.

use domain::cooperative::Cooperative;
use domain::id::CooperativeId;
use domain::{Money, Month};
use store::{Kept, Work};

use super::steps::{Closer, standing};
use crate::book::Book;
use crate::draft;
use crate::made_line::{credit, debit, on};
use crate::problem::Problem;
use crate::view::Text;
use crate::view::asset::DraftsMadeView;
use crate::view::voucher::VoucherInput;
use crate::voucher::named;
use crate::{month, register};

impl Book {
    /// Makes drafts that clear what stands on 181 at the end of a month.
    ///
    /// # Errors
    /// A cooperative or month that is not known, nothing on 181, a draft of the month that moves it
    /// already, or a book that cannot be written.
    pub fn clear_pending(&mut self, coop: &str, month: &str) -> Result<DraftsMadeView, Problem> {
        let month = month::read(month)?;
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        month::refuse_before_books(&kept.what, month, "month")?;
        refuse_drafted(&work, &kept, month)?;
        let closer = Closer::new(&work, &kept)?;
        let mut drafts = Vec::new();
        for one in standing(&work, kept.id, month, |code| code.starts_with("181"))? {
            let Some(entry) = cleared(&closer, &one.account, one.balance, month)? else { continue };
            drafts.push(draft::made(&work, kept.id, &entry)?.number());
        }
        if drafts.is_empty() {
            return Err(nothing(month));
        }
        work.commit()?;
        Ok(DraftsMadeView { coop: named(&kept), month: month.to_string(), drafts })
    }
}

fn cleared(
    closer: &Closer<'_>,
    account: &str,
    balance: Money,
    month: Month,
) -> Result<Option<VoucherInput>, Problem> {
    let pending = on(Some(account.to_owned()), None);
    let lines = if balance > Money::ZERO {
        let loss = on(Some(closer.leaf("529")?), None);
        vec![debit(loss, balance), credit(pending, balance)]
    } else if balance < Money::ZERO {
        let gain = on(Some(closer.leaf("502")?), None);
        vec![debit(pending, -balance), credit(gain, -balance)]
    } else {
        return Ok(None);
    };
    Ok(Some(VoucherInput {
        coop: Some(closer.coop.what.code.clone()),
        date: Some(month.last_day().to_string()),
        word: None,
        summary: Some("转出待处理财产损溢".to_owned()),
        papers: None,
        lines: Some(lines),
    }))
}

/// A second press makes no second draft.
fn refuse_drafted(
    work: &Work<'_>,
    kept: &Kept<CooperativeId, Cooperative>,
    month: Month,
) -> Result<(), Problem> {
    let waiting = draft::waiting::lines(work, kept.id)?.into_iter();
    let mut of_month = waiting.filter(|line| line.on.map(Month::of) == Some(month));
    let Some(line) = of_month.find(|line| line.account.starts_with("181")) else { return Ok(()) };
    let id = line.draft.number();
    let text = Text::new(
        format!("草稿 {id} 已经动用 181，先接着填它，或放弃它。"),
        format!("Draft {id} moves 181 already. Go on with it, or drop it."),
    );
    Err(Problem::refused("closing.pending_drafted", text).about("month"))
}

fn nothing(month: Month) -> Problem {
    let text = Text::new(
        format!("{month} 末 181 没有余额，不用转出。"),
        format!("Nothing stands on 181 at the end of {month}."),
    );
    Problem::refused("closing.no_pending", text).about("month")
}
