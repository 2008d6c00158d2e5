//! The house rules: properties of the code itself that a reviewer would otherwise have to watch.
//!
//! Only tracked files count: what lies about in a working tree is nobody's business. An exception
//! is listed with its reason beside the rule, and fails when it is no longer needed.

mod layers;
mod shell;
mod source;
mod tree;
mod words;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A tracked file.
pub struct File {
    /// Below the repository, with `/`.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    /// The file as text; nothing where it is none, such as a picture.
    pub fn text(&self) -> Option<&str> {
        str::from_utf8(&self.bytes).ok()
    }

    /// Its name without folders and without what follows the first dot.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.split('.').next().unwrap_or(name)
    }

    /// Whether its name ends with one of `extensions`.
    pub fn is(&self, extensions: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
    }

    /// Whether it was written by somebody else: pinned libraries and fonts.
    pub fn is_foreign(&self) -> bool {
        self.path.starts_with("ui/vendor/") || self.path.starts_with("assets/fonts/")
    }
}

/// Every tracked file that is still there.
pub fn tracked() -> Vec<File> {
    let root = tests::repository();
    // In CI the clone may belong to another user; listing its files is harmless.
    let output = Command::new("git")
        .args(["-c", "safe.directory=*", "ls-files", "-z"])
        .current_dir(&root)
        .output()
        .expect("git lists the tracked files");
    assert!(output.status.success(), "git: {}", String::from_utf8_lossy(&output.stderr));
    let list = String::from_utf8(output.stdout).expect("paths are UTF-8");
    let paths = list.split_terminator('\0').filter(|path| root.join(path).is_file());
    paths.map(|path| File { path: path.to_owned(), bytes: read(&root.join(path)) }).collect()
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Tracked files that people write by hand, of these kinds.
pub fn written(extensions: &[&str]) -> Vec<File> {
    let mut files = tracked();
    files.retain(|file| file.is(extensions) && !file.is_foreign());
    files
}

/// What breaks a rule, less the exceptions to it.
pub struct Findings {
    exceptions: &'static [(&'static str, &'static str)],
    needed: BTreeSet<&'static str>,
    faults: Vec<String>,
}

impl Findings {
    /// A rule with its exceptions: a path, or the beginning of one, and the reason.
    pub fn with(exceptions: &'static [(&'static str, &'static str)]) -> Self {
        Findings { exceptions, needed: BTreeSet::new(), faults: Vec::new() }
    }

    /// A rule without exceptions.
    pub fn new() -> Self {
        Findings::with(&[])
    }

    /// Notes that `path` breaks the rule.
    pub fn add(&mut self, path: &str, fault: impl AsRef<str>) {
        let excused: Vec<_> = self
            .exceptions
            .iter()
            .map(|(start, _)| *start)
            .filter(|s| path.starts_with(s))
            .collect();
        if excused.is_empty() {
            self.faults.push(format!("{path}: {}", fault.as_ref()));
        }
        self.needed.extend(excused);
    }

    /// Fails with everything that was noted, and with the exceptions that nothing needed.
    #[track_caller]
    pub fn none(mut self) {
        let idle = self.exceptions.iter().filter(|(start, _)| !self.needed.contains(start));
        self.faults.extend(idle.map(|(start, _)| format!("{start}: needs no exception any more")));
        assert!(self.faults.is_empty(), "\n{}\n", self.faults.join("\n"));
    }
}

#[test]
#[should_panic(expected = "b.rs: needs no exception any more")]
fn an_exception_that_nothing_needs_is_a_fault() {
    let mut findings = Findings::with(&[("a.rs", "written before the rule"), ("b.rs", "likewise")]);
    findings.add("a.rs", "too long");
    findings.none();
}
