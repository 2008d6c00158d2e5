//! The desktop shell only translates: its commands are short, each has its permission, and the
//! page reaches them through one file.

use std::collections::BTreeSet;

use serde_json::Value;

use super::source::functions;
use super::words::has_word;
use super::{File, Findings, tracked, written};

const COMMAND_LINES: usize = 10;

/// What the page may ask of the plugins.
const PLUGINS: &[&str] = &["dialog:allow-open", "dialog:allow-save"];

#[test]
fn commands_translate_in_at_most_10_lines() {
    let mut findings = Findings::new();
    for file in written(&["rs"]) {
        for function in functions(file.text().unwrap_or_default(), true) {
            if is_command(function.above) && COMMAND_LINES < function.body {
                findings.add(&file.path, format!("{}: {} lines", function.opening, function.body));
            }
        }
    }
    findings.none();
}

#[test]
fn every_command_is_allowed_by_name_and_nothing_else_is() {
    let files = tracked();
    let text = |path: &str| {
        let file = files.iter().find(|file| file.path == path);
        file.and_then(File::text).unwrap_or_else(|| panic!("{path} is not there")).to_owned()
    };
    let written = BTreeSet::from_iter(files.iter().flat_map(commands_of));
    assert!(!written.is_empty(), "no commands found");

    let build = text("src-tauri/build.rs");
    assert_eq!(BTreeSet::from_iter(quoted(&build)), written, "build.rs lists other commands");

    let main = text("src-tauri/src/main.rs");
    let registered = main.split("generate_handler![").nth(1).expect("commands are registered");
    let registered = registered.split(']').next().unwrap_or_default().split(',');
    let registered = registered.filter_map(|path| path.trim().rsplit_once("::"));
    let registered = BTreeSet::from_iter(registered.map(|(_, name)| name.to_owned()));
    assert_eq!(registered, written, "main.rs registers other commands");

    let capability: Value =
        serde_json::from_str(&text("src-tauri/capabilities/main.json")).expect("JSON");
    let allowed = capability["permissions"].as_array().expect("permissions");
    let allowed: BTreeSet<_> =
        allowed.iter().map(|name| name.as_str().unwrap_or("?").to_owned()).collect();
    let wanted = written.iter().map(|name| format!("allow-{}", name.replace('_', "-")));
    let wanted = wanted.chain(PLUGINS.iter().map(|&name| name.to_owned()));
    assert_eq!(allowed, wanted.collect(), "capabilities/main.json allows something else");
}

#[test]
fn every_command_is_called_by_the_page() {
    let files = tracked();
    let page: Vec<&str> =
        files.iter().filter(|file| is_page(file)).filter_map(File::text).collect();
    let mut findings = Findings::new();
    for command in files.iter().flat_map(commands_of) {
        let call = format!("\"{command}\"");
        if !page.iter().any(|text| text.contains(&call)) {
            findings.add("ui", format!("calls no {command}"));
        }
    }
    findings.none();
}

#[test]
fn the_page_reaches_the_shell_through_one_file() {
    let mut findings = Findings::with(&[("ui/api/client.js", "the one file")]);
    for file in tracked().iter().filter(|file| is_page(file)) {
        let text = file.text().unwrap_or_default();
        for word in ["invoke", "__TAURI__"].iter().filter(|word| has_word(text, word)) {
            findings.add(&file.path, format!("uses {word}"));
        }
    }
    findings.none();
}

#[test]
fn the_page_runs_no_code_but_its_own() {
    let files = tracked();
    let config = files.iter().find(|file| file.path == "src-tauri/tauri.conf.json");
    let config: Value =
        serde_json::from_slice(&config.expect("the shell's configuration").bytes).expect("JSON");
    let policy = &config["app"]["security"]["csp"];
    for sources in ["default-src", "script-src", "style-src", "worker-src"] {
        assert_eq!(policy[sources], "'self'", "{sources}");
    }
    assert!(!policy.to_string().contains("unsafe"), "{policy}");
}

#[test]
fn the_page_has_neither_code_nor_style_in_its_markup() {
    // The policy stops them: what is written so would silently not be there.
    const INLINE: [&str; 6] =
        [" style=", "<style", " onclick=", " oninput=", " onload=", "javascript:"];
    let mut findings = Findings::new();
    for file in tracked().iter().filter(|file| is_page(file)) {
        let text = file.text().unwrap_or_default();
        for inline in INLINE.iter().filter(|inline| text.contains(**inline)) {
            findings.add(&file.path, format!("has {inline}"));
        }
        if file.is(&["html"]) && text.contains("<script>") {
            findings.add(&file.path, "has a script in it");
        }
    }
    findings.none();
}

fn is_page(file: &File) -> bool {
    file.path.starts_with("ui/") && file.is(&["js", "html"]) && !file.is_foreign()
}

fn is_command(attribute: &str) -> bool {
    attribute.starts_with("#[tauri::command")
}

fn commands_of(file: &File) -> Vec<String> {
    if !file.path.starts_with("src-tauri/src/") || !file.is(&["rs"]) {
        return Vec::new();
    }
    let found = functions(file.text().unwrap_or_default(), true);
    let openings = found.iter().filter(|f| is_command(f.above)).map(|f| f.opening);
    let names = openings.filter_map(|opening| opening.split("fn ").nth(1)?.split('(').next());
    names.map(str::to_owned).collect()
}

/// The lines that are nothing but a quoted word and a comma.
fn quoted(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| line.starts_with('"'));
    lines.map(|line| line.trim_matches(['"', ','].as_slice()).to_owned()).collect()
}
