//! How code is set: lines that fit beside each other on a screen, functions that fit on one,
//! modules that say what they are about.

use super::{Findings, written};

const COLUMNS: usize = 100;
const FUNCTION_LINES: usize = 70;

#[test]
fn lines_are_at_most_100_columns() {
    let mut findings = Findings::new();
    for file in written(&["rs", "js", "mjs", "css", "sql", "html", "sh", "toml"]) {
        for (number, line) in file.text().unwrap_or_default().lines().enumerate() {
            let columns = line.chars().count();
            if COLUMNS < columns {
                findings.add(&file.path, format!("line {} has {columns} columns", number + 1));
            }
        }
    }
    findings.none();
}

#[test]
fn functions_are_at_most_70_lines() {
    let mut findings = Findings::new();
    for file in written(&["rs", "js", "mjs"]) {
        let text = file.text().unwrap_or_default();
        for function in functions(text, file.is(&["rs"])) {
            if FUNCTION_LINES < function.lines {
                let Function { opening, line, lines, .. } = function;
                findings.add(&file.path, format!("line {line}: {lines} lines: {opening}"));
            }
        }
    }
    findings.none();
}

#[test]
fn modules_begin_with_what_they_are_about() {
    let mut findings = Findings::new();
    // What `tests.rs` is about, the module says that it belongs to.
    for file in written(&["rs"]).iter().filter(|file| file.stem() != "tests") {
        if !file.text().unwrap_or_default().starts_with("//! ") {
            findings.add(&file.path, "does not begin with //!");
        }
    }
    findings.none();
}

/// A function of a source file.
pub struct Function<'a> {
    /// Its first line, trimmed.
    pub opening: &'a str,
    /// Where it begins, from 1.
    pub line: usize,
    /// How many lines it has, from the name to the closing brace.
    pub lines: usize,
    /// How many of them lie between its braces.
    pub body: usize,
    /// The line above it, trimmed: an attribute, where there is one.
    pub above: &'a str,
}

/// The functions of a file, by its layout: one ends at the first closing brace that stands as far
/// in as its name does. `cargo fmt` sees to that in Rust, and we do in JavaScript.
pub fn functions(text: &str, is_rust: bool) -> Vec<Function<'_>> {
    let lines: Vec<&str> = text.lines().collect();
    let opens = if is_rust { opens_rust } else { opens_script };
    let begins = (0..lines.len()).filter(|&at| opens(lines[at].trim_start()));
    begins.filter_map(|at| function(&lines, at)).collect()
}

fn function<'a>(lines: &[&'a str], at: usize) -> Option<Function<'a>> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let brace = (at..lines.len()).find(|&i| lines[i].ends_with(['{', '}', ';']))?;
    if !lines[brace].ends_with('{') {
        return None;
    }
    let closes = |line: &str| {
        indent(line) == indent(lines[at])
            && line.trim_start().starts_with('}')
            && !line.ends_with('{')
    };
    let end = (brace + 1..lines.len()).find(|&i| closes(lines[i]))?;
    Some(Function {
        opening: lines[at].trim(),
        line: at + 1,
        lines: end - at + 1,
        body: end - brace - 1,
        above: at.checked_sub(1).map_or("", |above| lines[above].trim()),
    })
}

fn opens_rust(line: &str) -> bool {
    const BEFORE: [&str; 6] = ["pub", "pub(crate)", "pub(super)", "const", "async", "extern"];
    let mut words = line.split(' ').skip_while(|word| BEFORE.contains(word));
    words.next() == Some("fn")
}

fn opens_script(line: &str) -> bool {
    const NOT: [&str; 6] = ["if", "for", "while", "switch", "catch", "with"];
    let head = line.trim_start_matches("export ").trim_start_matches("default ");
    let head = head.trim_start_matches("static ").trim_start_matches("async ");
    let name = head.split('(').next().unwrap_or_default();
    let is_name = |c: char| c.is_alphanumeric() || "_$#".contains(c);
    let is_method =
        !name.is_empty() && name.chars().all(is_name) && !NOT.contains(&name) && head.contains('(');
    let is_function = head.starts_with("function ") || head.starts_with("function*");
    is_function || line.ends_with("=> {") || (is_method && line.ends_with(") {"))
}

#[cfg(test)]
mod tests {
    use super::functions;

    #[track_caller]
    fn check(text: &str, is_rust: bool, expected: &[(&str, usize, usize)]) {
        let found = functions(text, is_rust);
        let found: Vec<_> = found.iter().map(|f| (f.opening, f.lines, f.body)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_rust_function_ends_where_its_brace_closes() {
        let text = "impl A {\n  pub fn a(\n    b: B,\n  ) -> C {\n    if d {\n    }\n  }\n}";
        check(text, true, &[("pub fn a(", 6, 2)]);
        check("trait A {\n    fn a();\n}\nconst fn b() {}\n", true, &[]);
    }

    #[test]
    fn a_script_function_is_named_or_a_method_or_an_arrow() {
        let text = "export async function a({\n  b,\n}) {\n  c();\n}\nif (d) {\n}\n";
        check(text, false, &[("export async function a({", 5, 3)]);
        check("on(form, (e) => {\n  a();\n});\n", false, &[("on(form, (e) => {", 3, 1)]);
        check("  render(a) {\n    b();\n  }\n", false, &[("render(a) {", 3, 1)]);
    }
}
