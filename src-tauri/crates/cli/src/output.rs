//! Tables for people, JSON for programs, and one line for what went wrong.

use std::io::Write;

use app::Problem;
use app::view::{Text, Yuan};
use comfy_table::{CellAlignment, Table, presets};
use serde::Serialize;

use crate::args::Lang;
use crate::commands::Failure;

/// How and in which language to print.
pub struct Output {
    json: bool,
    lang: Lang,
}

/// A column of a table.
pub struct Column {
    head: String,
    right: bool,
}

impl Output {
    /// By the arguments; the language by the system's where none is given.
    pub fn new(json: bool, lang: Option<Lang>) -> Self {
        Output { json, lang: language(lang) }
    }

    /// The text in the language of the output.
    pub fn say<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// The sentence in the language of the output.
    pub fn sentence<'a>(&self, text: &'a Text) -> &'a str {
        self.say(&text.zh, &text.en)
    }

    /// A column of words.
    pub fn words(&self, zh: &str, en: &str) -> Column {
        Column { head: self.say(zh, en).to_owned(), right: false }
    }

    /// A column of figures.
    pub fn figures(&self, zh: &str, en: &str) -> Column {
        Column { head: self.say(zh, en).to_owned(), right: true }
    }

    /// Prints a view: as JSON, or as the lines that `readable` makes of it.
    pub fn show<T: Serialize>(
        &self,
        view: &T,
        readable: impl FnOnce(&T) -> String,
    ) -> Result<(), Failure> {
        if self.json { print_json(view) } else { print(&readable(view)) }
    }

    /// Whether programs read it.
    pub fn is_json(&self) -> bool {
        self.json
    }

    /// Says on standard error that something was taken, but is odd.
    pub fn warning(&self, text: &Text) {
        eprintln!("{}{}", self.say("提醒：", "note: "), self.sentence(text));
    }

    /// Says on standard error what went wrong: one line, and one for each faulty row of an import.
    pub fn problem(&self, problem: &Problem) {
        eprintln!("{}", self.sentence(&problem.message));
        for detail in &problem.details {
            eprintln!("  {}", self.sentence(detail));
        }
    }
}

/// A table: heads, then rows, figures to the right.
pub fn table(columns: &[Column], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header(columns.iter().map(|column| column.head.as_str()));
    for row in rows {
        table.add_row(row);
    }
    for (column, described) in table.column_iter_mut().zip(columns) {
        column.set_padding((0, 2));
        if described.right {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    let lines: Vec<String> =
        table.to_string().lines().map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n") + "\n"
}

/// An amount of a line: nothing on the side that is not filled, U+2212 before a red one.
pub fn side(amount: Yuan) -> String {
    if amount.0.fen() == 0 { String::new() } else { amount.0.grouped() }
}

/// One JSON object.
pub fn json_of<T: Serialize>(view: &T) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(view).map_err(|error| Failure::cannot_print(&error))?;
    Ok(text + "\n")
}

/// Prints one JSON object.
pub fn print_json<T: Serialize>(view: &T) -> Result<(), Failure> {
    print(&json_of(view)?)
}

/// Prints to standard output; a reader that has seen enough (`| head`) is no failure, a full disk
/// is.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::cannot_print(&error))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The language asked for; without one Chinese, unless the system's language is English.
pub fn language(asked: Option<Lang>) -> Lang {
    asked.unwrap_or_else(system_language)
}

fn system_language() -> Lang {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let language = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
    if language.is_some_and(|language| language.starts_with("en")) { Lang::En } else { Lang::Zh }
}
