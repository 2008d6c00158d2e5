//! Words that may not stand in the code, and names that belong to another trade.

use super::{File, Findings, written};

/// What is left for later, forgotten from a search for a fault, or open to injected markup.
const NOT_IN_CODE: &[(&str, &str)] = &[
    ("TODO", "do it, or file it"),
    ("FIXME", "fix it"),
    ("XXX", "say what is meant"),
    ("todo!", "write it"),
    ("unimplemented!", "write it"),
    ("dbg!", "left over"),
    ("console.log", "left over"),
    ("debugger", "left over"),
    ("#[ignore", "a test that does not run says nothing"),
    ("#[allow(", "use expect with a reason: it fails when it is no longer needed"),
    ("thread::sleep", "wait for the thing itself"),
    ("innerHTML", "text goes through textContent"),
    ("outerHTML", "text goes through textContent"),
    ("insertAdjacentHTML", "text goes through textContent"),
    ("unsafeHTML", "text goes through textContent"),
    ("document.write", "text goes through textContent"),
];

#[test]
fn nothing_is_left_over_in_the_code() {
    let mut findings = Findings::with(&[
        ("tests/it/tidy/words.rs", "names the words"),
        ("tests/src/webdriver.rs", "the driver has no way to say that it is ready"),
    ]);
    for file in written(&["rs", "js", "mjs", "css", "sql", "html", "sh"]) {
        let text = file.text().unwrap_or_default();
        for (word, way_on) in NOT_IN_CODE.iter().filter(|(word, _)| has_word(text, word)) {
            findings.add(&file.path, format!("{word}: {way_on}"));
        }
    }
    findings.none();
}

#[test]
fn money_meets_no_floats() {
    let mut findings = Findings::with(&[
        ("src-tauri/crates/documents/", "millimetres on paper"),
        ("tests/it/tidy/words.rs", "names the words"),
    ]);
    for file in written(&["rs", "sql"]) {
        for (number, line) in file.text().unwrap_or_default().lines().enumerate() {
            let code = line.split("//").next().unwrap_or_default();
            let words: &[&str] =
                if file.is(&["sql"]) { &["REAL", "FLOAT"] } else { &["f32", "f64"] };
            if words.iter().any(|word| has_word(code, word)) {
                findings.add(&file.path, format!("line {}: {}", number + 1, line.trim()));
            }
        }
    }
    findings.none();
}

/// Words of other trades, and what is said here instead.
const NOT_OURS: &[(&str, &str)] = &[
    ("bonus", "distribution"),
    ("client", "member, or the page"),
    ("customer", "member"),
    ("gap", "shortfall"),
    ("goal", "target"),
    ("journal", "vouchers"),
    ("kpi", "target"),
    ("payout", "distribution"),
    ("profit", "surplus"),
    ("split", "line"),
    ("stock", "share"),
    ("transaction", "voucher"),
];

/// Names that say nothing.
const EMPTY: &[&str] =
    &["common", "handler", "helper", "helpers", "manager", "misc", "service", "types", "utils"];

#[test]
fn types_tables_and_files_are_named_in_the_words_of_the_trade() {
    let mut findings = Findings::with(&[
        ("ui/api/client.js", "the side of the window that asks"),
        ("ui/api/types.d.ts", "what the language calls it"),
    ]);
    for file in written(&["rs", "sql", "js", "mjs", "ts"]) {
        let mut names = vec![file.stem().to_owned()];
        names.extend(defined_in(&file));
        for word in names.iter().flat_map(|name| parts(name)) {
            if let Some((_, ours)) = NOT_OURS.iter().find(|(other, _)| *other == word) {
                findings.add(&file.path, format!("{word}: here it is {ours}"));
            }
            if EMPTY.contains(&word.as_str()) {
                findings.add(&file.path, format!("{word} says nothing"));
            }
        }
    }
    findings.none();
}

/// Words that the window and the command line never say to a person.
const NOT_TO_PEOPLE: &[&str] =
    &["successfully", "please", "payout", "profit", "oops", "成功地", "亲"];

#[test]
fn what_people_read_is_short_and_calm() {
    let mut findings = Findings::new();
    for file in written(&["js"]).iter().filter(|file| file.path.starts_with("ui/lib/text")) {
        let text = file.text().unwrap_or_default().to_lowercase();
        for word in NOT_TO_PEOPLE.iter().filter(|word| text.contains(**word)) {
            findings.add(&file.path, format!("says {word}"));
        }
        if text.contains('！') || text.contains("!\"") {
            findings.add(&file.path, "shouts");
        }
    }
    findings.none();
}

/// Types of a Rust file, tables and columns of a statement.
fn defined_in(file: &File) -> Vec<String> {
    let text = file.text().unwrap_or_default();
    let keywords: &[&str] = if file.is(&["rs"]) {
        &["struct", "enum", "trait", "type", "mod"]
    } else if file.is(&["sql"]) {
        &["TABLE", "VIEW", "INDEX", "TRIGGER", "AS"]
    } else {
        &["class"]
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let pairs = words.windows(2).filter(|pair| keywords.contains(&pair[0]));
    let names = pairs.map(|pair| pair[1].chars().take_while(|c| is_part_of_name(*c)).collect());
    names.filter(|name: &String| !name.is_empty()).collect()
}

/// `VoucherLine`, `voucher_line` and `voucher-line` are `voucher` and `line`.
fn parts(name: &str) -> Vec<String> {
    let mut spaced = String::new();
    for c in name.chars() {
        if c.is_uppercase() {
            spaced.push(' ');
        }
        spaced.extend(c.to_lowercase());
    }
    let parts = spaced.split([' ', '_', '-']).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether `text` has `word` with no letter before or after it; `2f64` has `f64`.
pub fn has_word(text: &str, word: &str) -> bool {
    let starts_as_name = word.starts_with(is_part_of_name);
    let ends_as_name = word.ends_with(is_part_of_name);
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let goes_before = starts_as_name && before.is_some_and(|c| c.is_alphabetic() || c == '_');
        let goes_after = ends_as_name && after.is_some_and(is_part_of_name);
        !goes_before && !goes_after
    })
}

#[test]
fn a_word_is_found_whole() {
    assert!(has_word("let a = 1.5f64;", "f64"));
    assert!(!has_word("let f64s = pdf64();", "f64"));
    assert_eq!(parts("VoucherLine-by_day"), ["voucher", "line", "by", "day"]);
}
