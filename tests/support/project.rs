//! Small projects in a temporary folder, and running the program on them.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::pdf::Pdf;

/// A PDF that says of itself all that an annex should.
pub const BIJLAGE: &[u8] = include_bytes!("../cases/bijlage-pdf/in/2022/goed/bijlagen/goed.pdf");

/// The root of the repository. Asked while running: a build folder shared by two checkouts may hold the other's path.
pub fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| ".".into(), PathBuf::from)
}

/// A project of its own, gone when it is dropped.
pub struct Project {
    folder: tempfile::TempDir,
}

/// What one run of the program left.
#[derive(Debug)]
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    /// The exit code; -1 when the program was killed.
    pub code: i32,
}

impl Project {
    /// Templates and fonts of the repository, without any content.
    pub fn empty() -> Self {
        let project = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        project.copied(&root().join("templates"), "templates").copied(&root().join("fonts"), "fonts")
    }

    /// An invented region of five gemeenten (`tests/regio`), without documents.
    pub fn regio() -> Self {
        Self::empty().copied(&root().join("tests/regio"), "content")
    }

    /// The project of the repository itself, with all its content.
    pub fn real() -> Self {
        Self::empty().copied(&root().join("content"), "content")
    }

    /// With a second project of the invented region in a folder of this one.
    pub fn beside(self, folder: &str) -> Self {
        let to = |name: &str| format!("{folder}/{name}");
        let with = self.copied(&root().join("templates"), &to("templates")).copied(&root().join("fonts"), &to("fonts"));
        with.copied(&root().join("tests/regio"), &to("content"))
    }

    /// With a file at this path, over whatever stood there.
    pub fn with(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.write(path, text);
        self
    }

    /// With a copy of a folder.
    pub fn copied(self, from: &Path, to: &str) -> Self {
        copy(from, &self.path(to));
        self
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// A path in the project.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Writes a file; what stood there is replaced, never changed in place.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().expect("a file in the project")).expect("a folder");
        let _ = std::fs::remove_file(&path);
        std::fs::write(&path, text).expect("a file that can be written");
    }

    pub fn read(&self, path: &str) -> Vec<u8> {
        std::fs::read(self.path(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.read(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    /// Replaces a piece of a file that must be in it.
    pub fn change(&self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{path} does not hold {from:?}");
        self.write(path, text.replacen(from, to, 1));
    }

    pub fn remove(&self, path: &str) {
        let path = self.path(path);
        let gone = if path.is_dir() { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
        gone.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    }

    /// Runs the command in this process, as if it stood in the project folder: what Typst has laid out for one test
    /// serves the next. `diff` asks for versions by paths, so it is a process of its own.
    pub fn run(&self, args: &[&str]) -> Run {
        if args.first() == Some(&"diff") {
            return self.start(args);
        }
        let all = std::iter::once("griffel").chain(args.iter().copied()).map(OsString::from);
        let left = griffel::cli::run_in(self.root(), all);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program says text");
        Run { stdout: text(left.uit), stderr: text(left.fout), code: left.code.into() }
    }

    /// Starts the program as a person would, in the project folder: for what only a process shows.
    pub fn start(&self, args: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_griffel"));
        let output = command.args(args).current_dir(self.root()).env_remove("NO_COLOR").output();
        Run::of(&output.expect("the program starts"))
    }

    /// `griffel build`, which must go well.
    pub fn build(&self) -> Run {
        let run = self.run(&["build"]);
        assert_eq!(run.code, 0, "{}\n{}", run.stderr, run.stdout);
        run
    }

    /// Everything in `out`, sorted: path and bytes.
    pub fn out(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.path("out"))
    }

    /// The paths in `out`, without those that only serve the program.
    pub fn files(&self) -> Vec<String> {
        self.out().into_keys().filter(|path| !path.starts_with('.')).collect()
    }

    /// The PDFs of our own, not the annexes.
    pub fn pdfs(&self) -> Vec<String> {
        self.files().into_iter().filter(|path| path.ends_with(".pdf") && !path.contains("/bijlagen/")).collect()
    }

    /// One PDF of `out`, read.
    pub fn pdf(&self, path: &str) -> Pdf {
        Pdf::open(self.read(&format!("out/{path}")))
    }

    /// The one PDF of `out` whose path holds all these words.
    pub fn one(&self, words: &[&str]) -> Pdf {
        let found: Vec<String> =
            self.pdfs().into_iter().filter(|path| words.iter().all(|word| path.contains(word))).collect();
        assert_eq!(found.len(), 1, "{words:?}: {found:?} of {:?}", self.pdfs());
        self.pdf(&found[0])
    }
}

impl Run {
    /// What a process left that has ended.
    pub fn of(output: &Output) -> Self {
        Self {
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
            code: output.status.code().unwrap_or(-1),
        }
    }

    /// Both streams and the code, for the message of an assertion.
    pub fn all(&self) -> String {
        format!("{}\n{}\nexit {}", self.stdout, self.stderr, self.code)
    }
}

/// Everything below a folder, by path relative to it.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    collect(folder, "", &mut found);
    found
}

fn collect(folder: &Path, prefix: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), found);
        } else if let Ok(bytes) = std::fs::read(entry.path()) {
            found.insert(name, bytes);
        }
    }
}

/// Copies a folder over another.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    let entries = std::fs::read_dir(from).unwrap_or_else(|e| panic!("{}: {e}", from.display()));
    for entry in entries.flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            let _ = std::fs::remove_file(&to);
            std::fs::copy(&from, &to).unwrap_or_else(|e| panic!("{}: {e}", from.display()));
        }
    }
}
