//! The rules of the house, held by looking at the sources: who may use whom, how long a file may be, what is left over.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A text file of the project, with its path from the project's root.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// The part of `src` it belongs to: `load` for `src/load/yaml.rs` and `src/load.rs`.
    fn module(&self) -> &str {
        let inside = self.path.trim_start_matches("src/");
        inside.split(['/', '.']).next().unwrap_or_default()
    }

    /// The lines that count: without comments, and without unit tests, at the end or in a file of their own.
    fn code(&self) -> String {
        if self.path.ends_with("/tests.rs") {
            return String::new();
        }
        let text = self.text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Asked while running: a build folder shared by two checkouts may hold the other's path.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| ".".into(), PathBuf::from)
}

/// All text files below a folder of the project, in order.
fn sources(folder: &str) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    collect(&root.join(folder), &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).ok()?;
        let path = path.strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/");
        Some(Source { path, text })
    };
    found.into_iter().filter_map(read).collect()
}

fn collect(path: &Path, found: &mut Vec<PathBuf>) {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if [".git", "target", "out"].contains(&&*name) {
        return;
    }
    match std::fs::read_dir(path) {
        Ok(entries) => entries.flatten().for_each(|entry| collect(&entry.path(), found)),
        Err(_) if path.is_file() => found.push(path.to_owned()),
        Err(_) => {}
    }
}

/// What each module may use, read from the table in the crate's own documentation.
fn table() -> BTreeMap<String, BTreeSet<String>> {
    let doc = std::fs::read_to_string(root().join("src/lib.rs")).expect("the crate has a root");
    let rows = doc.lines().filter_map(|line| line.strip_prefix("//! | `")?.split_once("` | "));
    rows.map(|(module, may)| (module.to_owned(), may.split('`').skip(1).step_by(2).map(str::to_owned).collect()))
        .collect()
}

/// The modules named after each `crate::`, also in a group in braces.
fn used(code: &str) -> BTreeSet<String> {
    let name =
        |text: &str| text.trim_start().split(|c: char| !c.is_alphanumeric() && c != '_').next().map(str::to_owned);
    let mut names = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            Some(group) => names.extend(top_level(group).into_iter().filter_map(name)),
            None => names.extend(name(after)),
        }
    }
    names
}

/// The items of a group in braces, those inside deeper braces left with their head.
fn top_level(group: &str) -> Vec<&str> {
    let (mut items, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                items.push(&group[start..at]);
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&group[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items.into_iter().filter(|item| !item.trim().is_empty()).collect()
}

/// Fails with all the sentences at once.
fn none(faults: impl IntoIterator<Item = String>) {
    let faults: Vec<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn modules_use_only_whom_the_table_allows() {
    let table = table();
    assert!(table.len() >= 10, "the table in src/lib.rs was not found");
    none(sources("src").iter().filter(|s| !["lib", "main"].contains(&s.module())).flat_map(|source| {
        let own = source.module().to_owned();
        let allowed = table.get(&own);
        let wrong = move |other: &String| *other != own && allowed.is_none_or(|a| !a.contains(other));
        let path = &source.path;
        used(&source.code()).into_iter().filter(wrong).map(move |other| format!("{path} may not use crate::{other}"))
    }));
}

#[test]
fn the_table_names_every_module_and_no_other() {
    let modules: BTreeSet<String> = sources("src").iter().map(|s| s.module().to_owned()).collect();
    let named: BTreeSet<String> = table().into_keys().chain(["lib", "main"].map(str::to_owned)).collect();
    assert_eq!(modules, named);
}

#[test]
fn groups_of_imports_are_read() {
    let names =
        used("use crate::{diag::{Note, Span}, model::tekst,\n nl};\nlet x = crate::plan::job();\nuse crate::load;");
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["diag", "load", "model", "nl", "plan"]);
}

#[test]
fn only_the_command_line_prints() {
    let prints = |s: &&Source| ["println!(", "print!(", "eprint!(", "eprintln!("].iter().any(|p| s.code().contains(p));
    let sources = sources("src");
    none(sources.iter().filter(|s| s.module() != "cli").filter(prints).map(|s| format!("{} prints", s.path)));
}

#[test]
fn there_is_one_comemo() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock is kept");
    assert_eq!(lock.matches("name = \"comemo\"\n").count(), 1, "a second comemo would never be evicted");
}

#[test]
fn files_can_be_read_in_one_sitting() {
    // Lists and schemas of others are data, read by the program and not by a maintainer; so is the list of codes.
    let code = sources("src").into_iter().filter(|s| s.path.ends_with(".rs") && s.path != "src/diag/codes.rs");
    let long = code.map(|s| (s.text.lines().count(), s.path)).filter(|(lines, _)| *lines > 350);
    none(long.map(|(lines, path)| format!("{path} has {lines} lines; split it by meaning")));
}

#[test]
fn every_code_is_used() {
    const CODES: &str = "src/diag/codes.rs";
    let sources = sources("src");
    let (list, rest): (Vec<_>, Vec<_>) = sources.iter().partition(|s| s.path == CODES);
    let words = |text: &str| text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<BTreeSet<_>>();
    let is_code =
        |word: &String| word.len() == 4 && word.starts_with('G') && word[1..].bytes().all(|b| b.is_ascii_digit());
    let declared: BTreeSet<String> = list.iter().flat_map(|s| words(&s.code())).filter(is_code).collect();
    let used: BTreeSet<String> = rest.iter().flat_map(|s| words(&s.code())).filter(is_code).collect();
    none(declared.difference(&used).map(|code| format!("{code} is in {CODES} but nobody notes it")));
}

/// The numbers of codes in a text.
fn code_numbers(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let is_code =
        |word: &&str| word.len() == 4 && word.starts_with('G') && word[1..].bytes().all(|b| b.is_ascii_digit());
    words.filter(is_code).map(str::to_owned).collect()
}

#[test]
fn every_code_is_triggered_by_a_test() {
    // What stands in a folder `uit` is compared whole; in tests a code only stands to be compared with.
    let mut seen = BTreeSet::new();
    for source in sources("tests") {
        let lists = ["tests/publicatie/fouten/", "tests/mistakes/fouten/"];
        let compared = source.path.contains("/uit/") || lists.iter().any(|list| source.path.starts_with(list));
        let test = source.path.ends_with(".rs") && !source.path.starts_with("tests/house/");
        if compared || test {
            seen.extend(code_numbers(&source.text));
        }
    }
    for source in sources("src") {
        let tests = if source.path.ends_with("/tests.rs") || source.path.contains("/tests/") {
            source.text.as_str()
        } else {
            source.text.split_once("#[cfg(test)]\nmod tests {").map_or("", |(_, tests)| tests)
        };
        seen.extend(code_numbers(tests));
    }
    let declared = code_numbers(&std::fs::read_to_string(root().join("src/diag/codes.rs")).expect("the codes"));
    assert!(declared.len() > 150, "the codes were not found");
    none(declared.difference(&seen).map(|code| format!("no test triggers {code}")));
}

#[test]
fn near_names_are_asked_for_in_one_way() {
    // `Note::bedoeld` and `Note::liever` make the hint and the ready repair together.
    let words = concat!("Bedoelde ", "u");
    let allowed = ["src/diag/mod.rs", "src/cli/gebruik.rs", "src/cli/explain.rs"];
    let wrong = |s: &&Source| s.code().contains(words) && !allowed.contains(&s.path.as_str());
    none(sources("src").iter().filter(wrong).map(|s| format!("{} builds its own question", s.path)));
}

#[test]
fn nothing_is_left_over() {
    let words = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("dbg", "!("),
        concat!("to", "do!("),
        concat!("unimple", "mented!("),
    ];
    let all = ["src", "tests", "templates", ".ci"].into_iter().flat_map(sources);
    none(all.flat_map(|s| {
        words.iter().filter(|w| s.text.contains(**w)).map(|w| format!("{}: {w}", s.path)).collect::<Vec<_>>()
    }));
}

#[test]
fn nothing_names_the_machine_it_was_made_on() {
    let paths = [
        concat!("/wo", "rk/"),
        concat!("/fa", "rm/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("../sha", "red/"),
    ];
    // An address on the web may hold the same word: a path starts after something that is no letter.
    let names = |text: &str, path: &str| {
        text.match_indices(path)
            .any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric() || "-_}".contains(c)))
    };
    none(sources("").iter().flat_map(|s| {
        paths.iter().filter(|p| names(&s.text, p)).map(|p| format!("{} names {p}", s.path)).collect::<Vec<_>>()
    }));
}
