//! Who may use whom: `ui → shell → app → {store, documents} → domain`, and each package from
//! elsewhere with the reason why it is here. The manifests are the proof.

use std::collections::BTreeSet;

use toml::{Table, Value};

use super::{Findings, written};

/// Our own crates, and which of them each may use.
const LAYERS: &[(&str, &[&str])] = &[
    ("baotuan-app", &["documents", "domain", "store"]),
    ("baotuan-cli", &["app"]),
    ("baotuan-desktop", &["app"]),
    ("baotuan-documents", &["domain"]),
    ("baotuan-domain", &[]),
    ("baotuan-store", &["domain"]),
    ("baotuan-tests", &["app", "documents", "domain", "store"]),
];

/// Packages from elsewhere: who may use each, and what for.
const PACKAGES: &[(&str, &[&str], &str)] = &[
    ("base64", &["tests"], "a screenshot arrives as text"),
    ("calamine", &["app", "documents"], "reads workbooks"),
    ("clap", &["cli"], "the command line and its help"),
    ("clap_complete", &["cli"], "completions for the shells"),
    ("comfy-table", &["cli"], "tables where Chinese is two columns wide"),
    ("csv", &["app"], "reads and writes lists"),
    ("dirs", &["cli"], "where a user's own files go on each system"),
    ("encoding_rs", &["app"], "reads GB18030"),
    ("expect-test", &["app", "cli", "documents", "domain", "store"], "snapshots beside the test"),
    ("flate2", &["documents"], "packs the streams of a PDF"),
    ("jiff", &["app", "documents", "domain", "store"], "dates of the calendar"),
    ("lopdf", &["documents"], "the objects of a PDF, written and read back"),
    ("num-bigint", &["domain"], "whole numbers of the exact fractions that judge a dividend"),
    ("num-rational", &["domain"], "the exact fractions that judge a dividend"),
    ("num-traits", &["domain"], "zero and signs of both"),
    ("open", &["desktop"], "hands a PDF to the system's viewer"),
    ("pdf-writer", &["documents"], "the bare program that the bench compares with"),
    ("pinyin", &["app"], "initials to find a name by"),
    ("printpdf", &["documents"], "writes PDF"),
    ("proptest", &["app", "documents", "domain"], "laws that hold for every input"),
    ("rusqlite", &["app", "store"], "SQLite, bundled: a book, and what a bench compares it with"),
    ("rusqlite_migration", &["store"], "numbered changes of the schema"),
    ("rust_decimal", &["domain"], "rates, quantities and prices"),
    ("rust_xlsxwriter", &["app", "documents"], "writes workbooks, and those that tests import"),
    ("serde", &["app", "cli"], "what the window and the command line see"),
    ("serde_json", &["app", "cli", "tests"], "the same as JSON"),
    ("serde_path_to_error", &["app"], "names the field that cannot be read"),
    ("sha2", &["app", "documents", "store", "tests"], "hashes of what must not change"),
    ("signal-hook", &["cli"], "a limit for files fails a write instead of killing the program"),
    ("subsetter", &["documents"], "embeds only the glyphs that a document uses"),
    ("tauri", &["desktop"], "the window"),
    ("tauri-build", &["desktop"], "a permission for each command"),
    ("tauri-plugin-dialog", &["desktop"], "the file dialogs"),
    ("tauri-plugin-window-state", &["desktop"], "the window opens where it was closed"),
    ("tempfile", &["app", "cli", "desktop", "store", "tests"], "folders that remove themselves"),
    ("thiserror", &["app", "documents", "domain", "store"], "errors that hold their figures"),
    ("toml", &["tests"], "reads these manifests"),
    ("ts-rs", &["app"], "writes the window's types from the views"),
    ("ttf-parser", &["documents"], "measures glyphs"),
    ("ureq", &["tests"], "talks to the WebDriver"),
];

#[test]
fn each_crate_uses_only_the_layers_below_and_packages_with_a_reason() {
    let mut findings = Findings::new();
    let mut seen = BTreeSet::new();
    for (path, manifest) in manifests() {
        let package = name(&manifest);
        let layer = LAYERS.iter().find(|(layer, _)| *layer == package);
        let Some((_, below)) = layer else {
            findings.add(&path, format!("{package} is no known layer"));
            continue;
        };
        let user = package.trim_start_matches("baotuan-");
        for (dependency, _) in dependencies(&manifest) {
            let allowed = PACKAGES
                .iter()
                .any(|(name, users, _)| *name == dependency && users.contains(&user));
            if !allowed && !below.contains(&dependency.as_str()) {
                findings.add(&path, format!("may not use {dependency}"));
            }
            seen.insert((dependency, user.to_owned()));
        }
    }
    for (name, users, reason) in PACKAGES {
        assert!(!reason.is_empty(), "{name} has no reason");
        for user in *users {
            if !seen.contains(&((*name).to_owned(), (*user).to_owned())) {
                findings.add("tests/it/tidy/layers.rs", format!("{user} does not use {name}"));
            }
        }
    }
    findings.none();
}

#[test]
fn versions_lints_and_edition_stand_in_the_workspace_only() {
    let mut findings = Findings::new();
    for (path, manifest) in manifests() {
        for (dependency, value) in dependencies(&manifest) {
            if value.get("workspace").and_then(Value::as_bool) != Some(true) {
                findings.add(&path, format!("{dependency} is not taken from the workspace"));
            }
        }
        let lints = manifest.get("lints").and_then(|lints| lints.get("workspace"));
        let edition =
            manifest["package"].get("edition").and_then(|edition| edition.get("workspace"));
        if lints.is_none() || edition.is_none() {
            findings.add(&path, "lints or edition are not those of the workspace");
        }
    }
    findings.none();
}

/// The manifests of all members with their paths.
fn manifests() -> Vec<(String, Table)> {
    let files = written(&["toml"]);
    let members = files.iter().filter(|file| file.path.ends_with("/Cargo.toml"));
    members
        .map(|file| {
            let text = file.text().expect("a manifest is text");
            let table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.path));
            (file.path.clone(), table)
        })
        .collect()
}

fn name(manifest: &Table) -> String {
    manifest["package"]["name"].as_str().expect("a package has a name").to_owned()
}

/// Everything that a manifest asks for: to run, to build, to test, on any system.
fn dependencies(manifest: &Table) -> Vec<(String, Value)> {
    const KINDS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];
    let systems = manifest.get("target").and_then(Value::as_table).into_iter();
    let systems = systems.flat_map(Table::values).filter_map(Value::as_table);
    let tables = std::iter::once(manifest).chain(systems);
    let lists = tables.flat_map(|table| KINDS.iter().filter_map(|kind| table.get(*kind)));
    let entries = lists.filter_map(Value::as_table).flat_map(Table::iter);
    entries.map(|(name, value)| (name.clone(), value.clone())).collect()
}
