//! Books named on the command line, as a desktop does when one is double-clicked.

use std::fs;

use serde_json::Value;
use tests::window::{Window, desktop};

#[test]
fn a_file_that_is_no_book_is_refused_in_the_window_with_its_name() {
    let Some(desktop) = desktop() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("工资表.baotuan");
    fs::write(&path, "no book").expect("a file");
    let window = Window::open(&desktop, &[path.to_str().expect("UTF-8")]);
    window.wait_for("document.documentElement.dataset.ready");
    window.wait_for_text("工资表.baotuan");
    window.look("refused-start");
    assert_eq!(fs::read_to_string(&path).expect("the file"), "no book", "it was not touched");
}

#[test]
fn code_from_elsewhere_does_not_run_and_the_page_cannot_be_left() {
    let Some(desktop) = desktop() else { return };
    let window = Window::open(&desktop, &[]);
    window.wait_for("document.documentElement.dataset.ready");
    let refusal = |script: &str| {
        let promise = format!("Promise.resolve().then(() => {script}).then(() => '', String)");
        window.ask(&promise, Value::Null).as_str().unwrap_or_default().to_owned()
    };
    assert!(refusal("eval('1')").contains("EvalError"));
    let close = refusal("window.__TAURI__.core.invoke('plugin:window|close')");
    assert!(close.contains("not allowed"), "{close}");

    let script = "const element = document.createElement('script');
        element.textContent = 'window.ran = true';
        document.body.append(element);
        document.body.setAttribute('style', 'color: red');
        location.href = 'https://example.org/';
        return window.ran ?? getComputedStyle(document.body).color === 'rgb(255, 0, 0)'";
    assert_eq!(window.run(script, Value::Null), false);
    window.frame();
    assert_eq!(window.run("return location.protocol", Value::Null), "tauri:");
    let stopped: Vec<String> = window.policy_violations();
    let kinds = stopped.iter().map(|line| line.split(' ').next().unwrap_or_default());
    assert_eq!(Vec::from_iter(kinds), ["script-src", "script-src-elem", "style-src-attr"]);
}
