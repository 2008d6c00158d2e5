//! The real window, seen and used as a person would: by what stands on the page.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::repository;
use crate::webdriver::{Element, Session};

/// The path of the built program; nothing where none was named.
///
/// # Panics
/// In CI, where the window must not go untested.
pub fn desktop() -> Option<PathBuf> {
    let named = env::var_os("BAOTUAN_DESKTOP").map(PathBuf::from);
    if named.is_none() {
        assert!(env::var_os("CI").is_none(), "BAOTUAN_DESKTOP names no program to test");
        println!("the window is tested by tests/run.sh, which builds it and names it");
    }
    named
}

/// A window of the program, with folders of its own, so that nothing of the user's is touched.
pub struct Window {
    session: Session,
    home: TempDir,
    started_ms: u128,
    // Windows that lie over each other are slow to paint: one at a time, in whatever process.
    _turn: File,
}

impl Window {
    /// Starts the program and waits until its page stands.
    ///
    /// # Panics
    /// When there is no display, no driver, or no window.
    pub fn open(desktop: &Path, arguments: &[&str]) -> Self {
        let target = repository().join("target");
        fs::create_dir_all(&target).expect("the target folder");
        let turn = File::create(target.join("window.lock")).expect("a lock file");
        turn.lock().expect("our turn");
        let home = tempfile::tempdir().expect("a folder");
        // The program's processes outlive the session for a moment; they get no stream of the test.
        let log = File::create(target.join("window.log")).expect("a log");
        let mut driver = Command::new("WebKitWebDriver");
        driver
            .stderr(log)
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("BAOTUAN_HOME", home.path())
            .env("PATH", path_with_viewer(home.path()))
            .env("NO_AT_BRIDGE", "1")
            // With either of these set a screenshot never comes.
            .env_remove("WEBKIT_DISABLE_DMABUF_RENDERER")
            .env_remove("WEBKIT_DISABLE_COMPOSITING_MODE");
        let started_ms = now_ms();
        let binary = desktop.to_str().expect("the program's path is UTF-8");
        let session = Session::start(driver, binary, arguments);
        let window = Window { session, home, started_ms, _turn: turn };
        window.watch_policy();
        window
    }

    /// The folder that the program takes for its user's own.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The documents that were handed to the system's viewer, in order.
    pub fn viewed(&self) -> Vec<PathBuf> {
        let list = fs::read_to_string(self.home().join("viewed.txt")).unwrap_or_default();
        list.lines().map(PathBuf::from).collect()
    }

    /// Runs `script` in the page as the body of a function of `arguments[0]`.
    pub fn run(&self, script: &str, argument: Value) -> Value {
        self.session.run(script, argument)
    }

    /// What the expression `promise` resolves to in the page.
    pub fn ask(&self, promise: &str, argument: Value) -> Value {
        self.session.ask(promise, argument)
    }

    /// Waits until the expression `condition` is true in the page. It is looked at before each
    /// frame, so no time is lost.
    ///
    /// # Panics
    /// After ten seconds, with what stands on the page.
    pub fn wait_for(&self, condition: &str) {
        let promise = format!(
            "new Promise((met, failed) => {{
                const end = performance.now() + 10000;
                const look = () => {{
                    if ({condition}) met(true);
                    else if (end < performance.now()) failed({{ page: document.body.innerText }});
                    else requestAnimationFrame(look);
                }};
                look();
            }})"
        );
        self.ask(&promise, Value::Null);
    }

    /// Waits until `text` stands somewhere on the page.
    pub fn wait_for_text(&self, text: &str) {
        self.wait_for(&format!("document.body.innerText.includes({})", json!(text)));
    }

    /// The first element of the selector that is shown and whose text, label or title holds `text`.
    ///
    /// # Panics
    /// When there is none within ten seconds.
    pub fn find(&self, selector: &str, text: &str) -> Element {
        let found = format!(
            "[...document.querySelectorAll({})].find((e) => e.checkVisibility()
                && `${{e.textContent}} ${{e.ariaLabel ?? ''}} ${{e.title}}`.includes({}))",
            json!(selector),
            json!(text)
        );
        self.wait_for(&found);
        let element = self.session.element(&format!("return {found}"), Value::Null);
        element.unwrap_or_else(|| panic!("{selector} with {text:?} went away"))
    }

    /// Clicks the element that [`Window::find`] finds.
    pub fn click(&self, selector: &str, text: &str) {
        self.session.click(&self.find(selector, text));
    }

    /// Types into the field that the selector names, after emptying it.
    pub fn fill(&self, selector: &str, text: &str) {
        self.session.fill(&self.find(selector, ""), text);
    }

    /// Presses keys together, such as `Control`, `Enter`, `F8`, `3`.
    pub fn press(&self, keys: &[&str]) {
        self.session.press(&keys.iter().map(|key| code(key)).collect::<Vec<_>>());
    }

    /// The text of the first element of the selector.
    pub fn text(&self, selector: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.textContent ?? null";
        let text = self.run(script, json!(selector));
        text.as_str().unwrap_or_else(|| panic!("no {selector} on the page")).trim().to_owned()
    }

    /// One column of a table, from the top: the key of each row with the text of its cell. The sum
    /// row has the key `total`.
    ///
    /// # Panics
    /// When a row has no such column.
    pub fn column(&self, table: &str, column: &str) -> Vec<(String, String)> {
        let script = "const { table, column } = arguments[0];
            return [...document.querySelectorAll(`#${table} tr:is([data-row], [data-total])`)].map(
                (row) => [row.dataset.row ?? 'total',
                    row.querySelector(`[data-column=${column}]`)?.textContent.trim() ?? null])";
        let rows = self.run(script, json!({"table": table, "column": column}));
        let rows = rows.as_array().expect("rows").iter();
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let cells = rows.map(|row| text(&row[0]).zip(text(&row[1])));
        cells.map(|cell| cell.unwrap_or_else(|| panic!("#{table} has no {column}"))).collect()
    }

    /// Goes to an address of the page, such as `#/dividend/C03/2025`, and waits until it stands.
    pub fn go(&self, address: &str) {
        self.run("location.hash = arguments[0]", json!(address));
        let page = address.trim_start_matches("#/").split('/').next().unwrap_or_default();
        self.wait_for(&format!("document.querySelector('#main > .page-{page}')"));
        self.frame();
    }

    /// Waits until what the page shows now has been painted.
    pub fn frame(&self) {
        self.ask(
            "new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(() => r())))",
            Value::Null,
        );
    }

    /// Takes a picture of the window into `target/looks`, for looking at.
    pub fn look(&self, name: &str) {
        self.frame();
        let folder = repository().join("target/looks");
        fs::create_dir_all(&folder).expect("a folder for pictures");
        let picture = BASE64_STANDARD.decode(self.session.screenshot()).expect("base64");
        fs::write(folder.join(format!("{name}.png")), picture).expect("the picture is written");
    }

    /// What axe-core finds wrong on the page, one line for each rule and element.
    pub fn barriers(&self) -> Vec<String> {
        if self.run("return typeof axe", Value::Null) == "undefined" {
            let path = repository().join("target/ui/node_modules/axe-core/axe.min.js");
            let axe = fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error}; tests/run.sh has it", path.display()));
            self.run(&axe, Value::Null);
        }
        let found = self.ask(
            "axe.run(document).then((r) => r.violations.flatMap((v) =>
                v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 200)} ${n.failureSummary}`)))",
            Value::Null,
        );
        strings(&found)
    }

    /// What the content security policy stopped since the window was opened. What `index.html` says
    /// itself comes before; a tidy test reads that.
    pub fn policy_violations(&self) -> Vec<String> {
        strings(&self.run("return window.policyViolations", Value::Null))
    }

    /// Milliseconds from starting the program to its first painted content.
    pub fn first_paint_ms(&self) -> u128 {
        const PAINT: &str = "performance.getEntriesByName('first-contentful-paint')[0]";
        self.wait_for(PAINT);
        let script = &format!("return Math.round(performance.timeOrigin + {PAINT}.startTime)");
        let painted = self.run(script, Value::Null).as_u64().expect("a time");
        u128::from(painted).saturating_sub(self.started_ms)
    }

    fn watch_policy(&self) {
        let script = "window.policyViolations = [];
            document.addEventListener('securitypolicyviolation', (e) =>
                window.policyViolations.push([e.effectiveDirective, e.blockedURI, e.sourceFile,
                    e.lineNumber].join(' ')));";
        self.run(script, Value::Null);
    }
}

/// A viewer that only writes down what it is asked to show.
fn path_with_viewer(home: &Path) -> String {
    let folder = home.join("bin");
    fs::create_dir_all(&folder).expect("a folder for the viewer");
    let viewer = folder.join("xdg-open");
    let list = home.join("viewed.txt");
    let script = format!("#!/bin/sh\nprintf '%s\\n' \"$1\" >> '{}'\n", list.display());
    fs::write(&viewer, script).expect("the viewer is written");
    let done = Command::new("chmod").arg("755").arg(&viewer).status().expect("chmod");
    assert!(done.success(), "chmod: {done}");
    format!("{}:{}", folder.display(), env::var("PATH").unwrap_or_default())
}

/// What the WebDriver standard calls a key.
fn code(key: &str) -> &str {
    match key {
        "Control" => "\u{e009}",
        "Alt" => "\u{e00a}",
        "Shift" => "\u{e008}",
        "Enter" => "\u{e007}",
        "Escape" => "\u{e00c}",
        "Tab" => "\u{e004}",
        "Up" => "\u{e013}",
        "Down" => "\u{e015}",
        "F6" => "\u{e036}",
        "F7" => "\u{e037}",
        "F8" => "\u{e038}",
        "F9" => "\u{e039}",
        letter => letter,
    }
}

fn strings(list: &Value) -> Vec<String> {
    let list = list.as_array().expect("a list");
    list.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
}

fn now_ms() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970").as_millis()
}
