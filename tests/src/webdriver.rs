//! A WebDriver client of what the window's tests need: <https://www.w3.org/TR/webdriver2/>.
//!
//! It talks to `WebKitWebDriver` itself. A refusal of the driver ends the test with its words.

use std::io::{Error, ErrorKind};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use ureq::Agent;

/// How long the driver may take to answer before the test fails.
const LIMIT: Duration = Duration::from_secs(30);

/// What the WebDriver standard calls an element's id in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A running driver with one session: one window of the program.
pub struct Session {
    driver: Child,
    agent: Agent,
    url: String,
}

/// An element of the page.
#[derive(Debug, Clone)]
pub struct Element(String);

impl Session {
    /// Starts the driver through `command`, whose environment the program inherits, and the
    /// program at `binary` through it.
    ///
    /// # Panics
    /// When there is no driver, or the program shows no window in time.
    pub fn start(mut command: Command, binary: &str, arguments: &[&str]) -> Self {
        let port = free_port().expect("a free port");
        let driver = command.arg(format!("--port={port}")).stdout(Stdio::null()).spawn();
        let driver = driver.unwrap_or_else(|error| panic!("WebKitWebDriver: {error}"));
        let config =
            Agent::config_builder().timeout_global(Some(LIMIT)).http_status_as_error(false);
        let agent = config.build().new_agent();
        let url = format!("http://127.0.0.1:{port}/session");
        let mut session = Session { driver, agent, url };
        wait_for_port(port).expect("the driver listens");

        let options = json!({"binary": binary, "args": arguments});
        let wanted = json!({"alwaysMatch": {"webkitgtk:browserOptions": options}});
        let answer = session.post("", json!({"capabilities": wanted}));
        let id = answer["sessionId"].as_str().expect("a session has an id").to_owned();
        session.url = format!("{}/{id}", session.url);
        session
    }

    /// Runs `script` in the page as the body of a function; `arguments[0]` is `argument`.
    pub fn run(&self, script: &str, argument: Value) -> Value {
        self.post("/execute/sync", json!({"script": script, "args": [argument]}))
    }

    /// Runs the expression `promise` in the page, where `argument` is what is given, and waits for
    /// what it resolves to.
    ///
    /// # Panics
    /// When the promise is rejected.
    pub fn ask(&self, promise: &str, argument: Value) -> Value {
        let script = format!(
            "const [argument, done] = arguments;
            const words = (e) => e?.stack ? `${{e}} ${{e.stack}}` : JSON.stringify(e);
            Promise.resolve().then(() => ({promise}))
                .then((value) => done({{ value }}), (e) => done({{ error: words(e) }}));"
        );
        let answer = self.post("/execute/async", json!({"script": script, "args": [argument]}));
        assert!(answer["error"].is_null(), "{promise}: {}", answer["error"]);
        answer["value"].clone()
    }

    /// The element that the script returns; nothing where it returns none.
    pub fn element(&self, script: &str, argument: Value) -> Option<Element> {
        let found = self.run(script, argument);
        found[ELEMENT].as_str().map(|id| Element(id.to_owned()))
    }

    /// Clicks as a person does: an element that is hidden or covered is refused.
    pub fn click(&self, element: &Element) {
        self.post(&format!("/element/{}/click", element.0), json!({}));
    }

    /// Empties a field and types into it.
    pub fn fill(&self, element: &Element, text: &str) {
        self.post(&format!("/element/{}/clear", element.0), json!({}));
        self.post(&format!("/element/{}/value", element.0), json!({"text": text}));
    }

    /// Presses the keys together, in this order, and lets them go.
    pub fn press(&self, keys: &[&str]) {
        let down = keys.iter().map(|key| json!({"type": "keyDown", "value": key}));
        let up = keys.iter().rev().map(|key| json!({"type": "keyUp", "value": key}));
        let actions: Vec<Value> = down.chain(up).collect();
        let keyboard = json!({"type": "key", "id": "keyboard", "actions": actions});
        self.post("/actions", json!({"actions": [keyboard]}));
    }

    /// The window as a PNG in base64. Wait for a frame first: the last one painted is shown.
    pub fn screenshot(&self) -> String {
        let url = format!("{}/screenshot", self.url);
        let mut response = self.agent.get(url).call().expect("a screenshot");
        let answer: Value = response.body_mut().read_json().expect("JSON");
        answer["value"].as_str().expect("a picture").to_owned()
    }

    fn post(&self, path: &str, body: Value) -> Value {
        let url = format!("{}{path}", self.url);
        let response = self.agent.post(&url).send_json(&body);
        let mut response = response.unwrap_or_else(|error| panic!("{path}: {error}"));
        let status = response.status();
        let mut answer: Value = response.body_mut().read_json().expect("JSON");
        assert!(status.is_success(), "{path} {body}: {answer}");
        answer["value"].take()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The program closes with its session; the driver is ours to end. Either may be gone.
        let _ = self.agent.delete(&self.url).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

fn free_port() -> Result<u16, Error> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

fn wait_for_port(port: u16) -> Result<(), Error> {
    let begun = Instant::now();
    while begun.elapsed() < LIMIT {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(10));
    }
    Err(Error::from(ErrorKind::TimedOut))
}
