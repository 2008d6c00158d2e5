//! A mistake of ours must not leave the page waiting for ever: it becomes a sentence as well.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use app::Problem;
use app::view::Text;

/// What `work` answers; when it panics, a [`Problem`] that says so, with the panic's own words to
/// pass on.
///
/// The book is as it was before: what was begun was not committed.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    // The desk outlives the panic: it puts back what its lock protects before it answers again.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(fault(panic.as_ref())))
}

fn fault(panic: &(dyn Any + Send)) -> Problem {
    let words = panic
        .downcast_ref::<&str>()
        .map(|words| (*words).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    Problem::failed(
        "program.fault",
        Text::new(
            "程序自身出错，这一步没有做成，账套没有改动。关闭账套再打开后重做；\
             再出现时，把下面一行交给程序的维护者。",
            "The program made a mistake. Nothing was done and the book is unchanged. \
             Close the book, open it and try again; if it returns, pass on the line below.",
        ),
    )
    .with_details(vec![Text::new(words.clone(), words)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_a_sentence_with_its_own_words() {
        let parts = 3;
        let problem = guarded::<()>(|| panic!("{parts} parts do not add up")).unwrap_err();
        assert_eq!(problem.code, "program.fault");
        assert_eq!(problem.details, [Text::new("3 parts do not add up", "3 parts do not add up")]);
    }

    #[test]
    fn an_answer_and_a_refusal_pass_unchanged() {
        let refusal =
            Problem::refused("book.none", Text::new("没有打开账套。", "No book is open."));
        assert_eq!(guarded(|| Ok(1)), Ok(1));
        assert_eq!(guarded::<()>(|| Err(refusal.clone())), Err(refusal));
    }
}
