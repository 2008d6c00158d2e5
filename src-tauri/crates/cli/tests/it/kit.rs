//! Runs the command in a folder of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;
use tempfile::TempDir;

/// The program that is tested.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_baotuan");

/// The demo district, made once by the command itself.
static DEMO: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let place = Place::new();
    place.run("demo 示范区.baotuan").done();
    fs::read(place.path("示范区.baotuan")).unwrap()
});

/// A folder to run the command in, within one that also takes the copies that it makes by itself.
pub struct Place {
    outer: TempDir,
}

/// What the command answered.
#[derive(Debug)]
pub struct Answer {
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
    /// The exit code.
    pub exit: Option<i32>,
}

impl Place {
    /// An empty folder.
    pub fn new() -> Self {
        let outer = tempfile::tempdir().unwrap();
        fs::create_dir(outer.path().join("账")).unwrap();
        Place { outer }
    }

    /// A folder with the demo district in `示范区.baotuan`.
    pub fn with_demo() -> Self {
        let place = Place::new();
        fs::write(place.path("示范区.baotuan"), &*DEMO).unwrap();
        place
    }

    /// Where a file of this name lies.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    /// The folder that the command runs in.
    pub fn folder(&self) -> PathBuf {
        self.outer.path().join("账")
    }

    /// The copies that the program made by itself.
    pub fn backups(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.outer.path().join("备份")).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = files.map(|file| file.path()).collect();
        files.sort();
        files
    }

    /// Writes a file.
    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// The names of the files in the folder.
    pub fn files(&self) -> Vec<String> {
        let files = fs::read_dir(self.folder()).unwrap().map(|entry| entry.unwrap());
        let mut names: Vec<String> =
            files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    /// Runs the command with these arguments, separated by blanks.
    pub fn run(&self, arguments: &str) -> Answer {
        self.run_with(arguments, &[])
    }

    /// Runs the command on the demo district.
    pub fn demo(&self, arguments: &str) -> Answer {
        self.run_with(arguments, &[("BAOTUAN_BOOK", "示范区.baotuan")])
    }

    /// Runs the command on the demo district and reads the object that it prints.
    #[track_caller]
    pub fn demo_json(&self, arguments: &str) -> Value {
        self.demo(&format!("{arguments} --json")).json()
    }

    /// Runs the command with these variables set, and none of ours or of the language otherwise.
    pub fn run_with(&self, arguments: &str, variables: &[(&str, &str)]) -> Answer {
        let mut command = Command::new(PROGRAM);
        command.args(arguments.split_whitespace());
        answer(&mut command, &self.folder(), variables)
    }

    /// Runs a script of the shell.
    pub fn bash(&self, script: &str) -> Answer {
        answer(Command::new("bash").args(["-c", script]), &self.folder(), &[])
    }
}

fn answer(command: &mut Command, folder: &Path, variables: &[(&str, &str)]) -> Answer {
    let unset =
        ["BAOTUAN_BOOK", "BAOTUAN_OPERATOR", "BAOTUAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
    for name in unset {
        command.env_remove(name);
    }
    // What the program copies away by itself lies beside the folder, not in it.
    command.env("BAOTUAN_BACKUPS", folder.join("../备份"));
    let output = command.current_dir(folder).envs(variables.iter().copied()).output().unwrap();
    Answer {
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
        exit: output.status.code(),
    }
}

impl Answer {
    /// The command did what was asked, without a word of complaint.
    #[track_caller]
    pub fn done(self) -> String {
        assert_eq!((self.exit, self.err.as_str()), (Some(0), ""), "{}", self.out);
        self.out
    }

    /// The one JSON object that was printed.
    #[track_caller]
    pub fn json(self) -> Value {
        let value: Value = serde_json::from_str(&self.done()).unwrap();
        assert!(value.is_object());
        value
    }

    /// The command did not: one line on standard error, nothing on standard output.
    #[track_caller]
    pub fn refused(self, exit: i32) -> String {
        assert_eq!((self.exit, self.out.as_str()), (Some(exit), ""), "{}", self.err);
        assert_eq!(self.err.lines().count(), 1, "{}", self.err);
        self.err
    }
}

/// The keys of an object, sorted.
pub fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object().unwrap_or_else(|| panic!("{value} is no object"));
    let mut keys: Vec<&str> = object.keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}
