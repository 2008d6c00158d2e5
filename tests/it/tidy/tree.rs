//! What lies where: the few entries at the top, no large files, nothing that nobody uses, and
//! pinned files that are what they were.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::{File, Findings, tracked};

/// What people open, and what the tools insist on.
const TOP: &[&str] = &[
    ".cargo",
    ".ci",
    ".clippy.toml",
    ".gitignore",
    ".rustfmt.toml",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "assets",
    "src-tauri",
    "tests",
    "ui",
];

const LARGEST_BYTES: usize = 256 * 1024;

#[test]
fn the_top_of_the_repository_has_the_known_entries_only() {
    let files = tracked();
    let top: BTreeSet<&str> = files.iter().filter_map(|file| file.path.split('/').next()).collect();
    assert_eq!(Vec::from_iter(top), TOP);
}

#[test]
fn files_are_at_most_256_kib() {
    let mut findings = Findings::with(&[
        ("assets/", "fonts, and the vouchers of the demo district"),
        ("tests/cases/", "cases come in long lists"),
        ("ui/vendor/", "libraries as they were published"),
    ]);
    for file in tracked().iter().filter(|file| LARGEST_BYTES < file.bytes.len()) {
        findings.add(&file.path, format!("has {} bytes", file.bytes.len()));
    }
    findings.none();
}

#[test]
fn every_statement_file_is_used() {
    let files = tracked();
    let used: BTreeSet<String> =
        files.iter().filter(|file| file.is(&["rs"])).flat_map(statements_named_in).collect();
    let mut findings = Findings::new();
    for file in files.iter().filter(|file| file.is(&["sql"])) {
        if !used.contains(&file.path) {
            findings.add(&file.path, "is used by no code");
        }
    }
    findings.none();
}

#[test]
fn statements_are_in_files_of_their_own() {
    const BEGINNINGS: [&str; 6] =
        ["\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE FROM ", "\"CREATE ", "\"WITH "];
    let mut findings = Findings::with(&[("tests/it/tidy/tree.rs", "names what it looks for")]);
    // A test breaks constraints on purpose, and a bench compares with a bare program; their
    // statements are best read beside them.
    let is_test = |file: &File| {
        let folders = ["/tests/", "/benches/"];
        folders.iter().any(|folder| file.path.contains(folder)) || file.stem() == "tests"
    };
    for file in tracked().iter().filter(|file| file.is(&["rs"]) && !is_test(file)) {
        let text = file.text().unwrap_or_default();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for beginning in BEGINNINGS.iter().filter(|beginning| code.contains(**beginning)) {
            findings.add(&file.path, format!("holds a statement: {beginning}…"));
        }
    }
    findings.none();
}

#[test]
fn pinned_files_are_what_they_were() {
    let files = tracked();
    let mut findings = Findings::new();
    for sums in files.iter().filter(|file| file.path.ends_with("/SHA256SUMS")) {
        let folder = sums.path.trim_end_matches("SHA256SUMS");
        let mut listed = BTreeSet::new();
        for line in sums.text().expect("hashes are text").lines() {
            let (hash, name) = line.split_once("  ").expect("a hash and a name");
            let path = format!("{folder}{name}");
            match files.iter().find(|file| file.path == path) {
                None => findings.add(&path, "is listed, but not there"),
                Some(file) if sha256(&file.bytes) != hash => findings.add(&path, "was changed"),
                Some(_) => {}
            }
            listed.insert(path);
        }
        for file in files.iter().filter(|file| file.path.starts_with(folder)) {
            if is_pinned(file) && !listed.contains(&file.path) {
                findings.add(&file.path, "has no hash");
            }
        }
    }
    findings.none();
}

/// In the libraries' folder everything is; beside fonts lie our own notes and the script that
/// cuts them.
fn is_pinned(file: &File) -> bool {
    let is_library = file.path.starts_with("ui/vendor/") && !file.path.ends_with("/SHA256SUMS");
    is_library || file.is(&["ttf", "otf"])
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The `.sql` files that a source file names, below the repository.
fn statements_named_in(file: &File) -> Vec<String> {
    let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let text = file.text().unwrap_or_default();
    let names = text.split('"').filter(|name| name.ends_with(".sql"));
    names.map(|name| joined(folder, name)).collect()
}

fn joined(folder: &str, name: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in name.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}
