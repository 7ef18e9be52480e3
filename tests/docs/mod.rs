//! The manuals keep their word: every example can be made, every field, block, function and flag is explained,
//! and every path and code they name is there.
//!
//! A ```` ```yaml ```` block is a whole document (it has `soort`), fields laid over a letter, or a list of blocks for
//! its `inhoud`. One word behind `yaml` says otherwise: `raadsvoorstel` (fields of that kind), `gemeente`,
//! `organisatie`, `instellingen`, `soort` (files of their own), `los` (only read) and `fout` (must give a fault).

mod lezers;
mod meldingen;
mod voorbeelden;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::Command;

use griffel::diag::Sources;
use griffel::diag::codes;
use griffel::load::yaml;
use griffel::model::soort::{Soort, VeldDef};
use griffel::validate::veld::FUNCTIES;

const HANDLEIDING: &str = "docs/handleiding.md";
const README: &str = "README.md";
const ARCHITECTURE: &str = "docs/architecture.md";

/// Asked while running: a build folder shared by two checkouts may hold the other's path.
fn root() -> PathBuf {
    std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| ".".into(), PathBuf::from)
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A code block of a manual.
struct Blok {
    /// Where it stands, as `docs/handleiding.md:120`.
    plaats: String,
    /// What stands behind the opening fence.
    soort: String,
    tekst: String,
}

fn blokken(path: &str) -> Vec<Blok> {
    let mut found: Vec<Blok> = Vec::new();
    let mut open = false;
    for (nr, line) in read(path).lines().enumerate() {
        match line.strip_prefix("```") {
            Some(_) if open => open = false,
            Some(soort) => {
                open = true;
                let plaats = format!("{path}:{}", nr + 1);
                found.push(Blok { plaats, soort: soort.to_string(), tekst: String::new() });
            }
            None if open => {
                let blok = found.last_mut().expect("an open block has been found");
                blok.tekst += &format!("{line}\n");
            }
            None => {}
        }
    }
    assert!(!open, "{path}: a code block is not closed");
    found
}

/// The YAML examples of both manuals, each with the word behind `yaml`.
fn yaml_blokken() -> Vec<Blok> {
    let all = [HANDLEIDING, README].into_iter().flat_map(blokken);
    let yaml: Vec<Blok> = all
        .filter_map(|blok| {
            let soort = blok.soort.strip_prefix("yaml")?.trim().to_string();
            Some(Blok { soort, ..blok })
        })
        .collect();
    assert!(yaml.len() > 20, "the examples were not found");
    yaml
}

/// The words of a manual: what is written as a field, a flag or a name.
fn woorden(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).collect()
}

/// Fails with all the sentences at once.
fn none(faults: impl IntoIterator<Item = String>) {
    let faults: BTreeSet<String> = faults.into_iter().collect();
    assert!(faults.is_empty(), "\n{}\n", faults.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_yaml_example_reads_without_a_note() {
    none(yaml_blokken().iter().filter(|blok| blok.soort != "fout").flat_map(|blok| {
        let noted = yaml::parse(blok.tekst.as_bytes(), &blok.plaats, &mut Sources::default());
        noted.notes.into_iter().map(|note| format!("{}: {}", blok.plaats, note.message)).collect::<Vec<_>>()
    }));
}

#[test]
fn every_example_of_a_kind_reads_as_a_kind() {
    none(yaml_blokken().iter().filter(|blok| blok.soort == "soort").filter_map(|blok| {
        let error = serde_yaml::from_str::<Soort>(&blok.tekst).err()?;
        Some(format!("{}: {error}", blok.plaats))
    }));
}

/// The names of declared fields, those in groups and lists too.
fn namen(velden: &[VeldDef], found: &mut BTreeSet<String>) {
    for veld in velden {
        found.insert(veld.naam.clone());
        namen(&veld.velden, found);
    }
}

#[test]
fn every_field_and_section_of_every_kind_is_explained() {
    let text = read(HANDLEIDING);
    let uitgelegd = woorden(&text);
    let mut faults = Vec::new();
    for entry in std::fs::read_dir(root().join("templates")).expect("there are templates").flatten() {
        let Ok(text) = std::fs::read_to_string(entry.path().join("soort.yaml")) else { continue };
        let soort: Soort = serde_yaml::from_str(&text).expect("every kind is sound");
        let mut found: BTreeSet<String> = soort.secties.iter().map(|sectie| sectie.sleutel.clone()).collect();
        namen(&soort.velden, &mut found);
        let kind = entry.file_name().to_string_lossy().into_owned();
        let missing = found.into_iter().filter(|naam| !uitgelegd.contains(naam.as_str()));
        faults.extend(missing.map(|naam| format!("{HANDLEIDING} does not explain `{naam}` of `{kind}`")));
        if !uitgelegd.contains(kind.as_str()) {
            faults.push(format!("{HANDLEIDING} does not explain the kind `{kind}`"));
        }
    }
    none(faults);
}

/// The Rust files below a folder, unit tests in files of their own left out.
fn bronnen(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root().join(folder)).expect("a folder of the sources").flatten() {
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        match entry.path().is_dir() {
            true => found.extend(bronnen(&path)),
            false if path.ends_with(".rs") && !path.ends_with("/tests.rs") => found.push(path),
            false => {}
        }
    }
    found.sort();
    found
}

/// How the readers of validation ask for a field by name.
const VRAAGT: [&str; 19] = [
    ".child(",
    ".required(",
    ".required_text(",
    ".list(",
    ".text(",
    ".slug(",
    ".path(",
    ".choice(",
    ".bool(",
    ".integer(",
    "(node, ",
    "(&node, ",
    "(&lid, ",
    "(&link, ",
    "(&begrip, ",
    "(&rij, ",
    "regel(",
    "veld(",
    "def(",
];

/// The field names that a source file of validation asks for.
fn gevraagd(path: &str) -> BTreeSet<String> {
    let text = read(path);
    let code = text.split("#[cfg(test)]").next().unwrap_or_default().replace("def(\n            \"", "def(\"");
    let mut parts = code.split('"');
    let mut before = parts.next().unwrap_or_default();
    let mut found = BTreeSet::new();
    while let (Some(literal), Some(after)) = (parts.next(), parts.next()) {
        let is_name = !literal.is_empty() && literal.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        if is_name && VRAAGT.iter().any(|vraag| before.ends_with(vraag)) {
            found.insert(literal.to_string());
        }
        before = after;
    }
    found
}

#[test]
fn every_field_that_validation_asks_for_is_explained() {
    let text = read(HANDLEIDING);
    let uitgelegd = woorden(&text);
    let mut faults = Vec::new();
    let mut count = 0;
    for file in bronnen("src/validate").into_iter().filter(|file| !file.contains("/markdown/")) {
        let found = gevraagd(&file);
        count += found.len();
        let missing = found.into_iter().filter(|naam| !uitgelegd.contains(naam.as_str()));
        faults.extend(missing.map(|naam| format!("{HANDLEIDING} does not explain `{naam}` ({file})")));
    }
    assert!(count > 80, "the readers of validation were not understood: {count} names");
    none(faults);
}

#[test]
fn every_block_has_an_example() {
    let code: String = bronnen("src/validate/blokken").iter().map(|file| read(file)).collect();
    let table = code.split("const SOORTEN").nth(1).and_then(|rest| rest.split("];").next()).expect("the blocks");
    let names = table.lines().filter_map(|line| line.trim().strip_prefix("(\"")?.split('"').next());
    let examples: String = yaml_blokken().into_iter().map(|blok| blok.tekst).collect();
    let names: Vec<&str> = names.chain(["standaardtekst"]).collect();
    assert!(names.len() > 10, "the blocks were not found");
    none(names.into_iter().filter(|naam| !examples.contains(&format!("blok: {naam}"))).map(str::to_string));
}

#[test]
fn every_function_of_merge_fields_has_an_example() {
    let examples = read(HANDLEIDING);
    none(FUNCTIES.iter().filter(|f| !examples.contains(&format!("{{{{ {}(", f.naam))).map(|f| f.naam.to_string()));
}

#[test]
fn every_flag_of_the_command_line_is_explained() {
    let text = read(README) + &read(HANDLEIDING);
    let uitgelegd = woorden(&text);
    let mut faults = Vec::new();
    for command in [
        &["--help"][..],
        &["build", "--help"],
        &["check", "--help"],
        &["matrix", "--help"],
        &["show", "--help"],
        &["explain", "--help"],
        &["diff", "--help"],
        &["publish", "--help"],
        &["verify", "--help"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_griffel")).args(command).output().expect("griffel runs");
        let help = String::from_utf8_lossy(&output.stdout).into_owned();
        let flags = woorden(&help).into_iter().filter(|word| word.starts_with("--") && word.len() > 2);
        faults.extend(flags.filter(|flag| !uitgelegd.contains(flag)).map(|flag| format!("{flag} is not explained")));
    }
    none(faults);
}

#[test]
fn the_contents_of_the_manual_name_every_chapter_in_its_order() {
    let text = read(HANDLEIDING);
    let chapters: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let (contents, _) = text.split_once("\n## ").expect("chapters");
    let named = contents.lines().filter_map(|line| line.strip_prefix("- [")?.split_once("](#"));
    let named: Vec<(&str, &str)> = named.filter_map(|(name, rest)| Some((name, rest.split_once(')')?.0))).collect();
    assert_eq!(named.iter().map(|(name, _)| *name).collect::<Vec<_>>(), chapters);
    // The address of a heading: small letters, hyphens for spaces, no other signs.
    let address = |name: &str| -> String {
        let kept = name.to_lowercase().replace(' ', "-");
        kept.chars().filter(|c| c.is_alphanumeric() || *c == '-').collect()
    };
    none(named.into_iter().filter(|(name, to)| address(name) != *to).map(|(name, to)| format!("{name} leads to {to}")));
}

#[test]
fn every_code_that_is_named_exists() {
    let known: BTreeSet<&str> = codes::ALL.iter().map(|code| code.id).collect();
    none([HANDLEIDING, README, ARCHITECTURE].into_iter().flat_map(|path| {
        let text = read(path);
        let is_code = |word: &&str| {
            word.len() == 4 && word.starts_with('G') && word.bytes().skip(1).all(|byte| byte.is_ascii_digit())
        };
        let wrong = woorden(&text).into_iter().filter(is_code).filter(|word| !known.contains(word));
        wrong.map(|word| format!("{path} names {word}")).collect::<Vec<_>>()
    }));
}

#[test]
fn every_path_in_the_architecture_exists() {
    let text = read(ARCHITECTURE);
    let names = text.split('`').skip(1).step_by(2);
    let paths: Vec<&str> = names.filter(|name| name.contains('/') && !name.contains([' ', '<', '{', '\n'])).collect();
    assert!(paths.len() > 20, "the paths were not found");
    let outside = |path: &&str| path.starts_with('/') || path.starts_with("out/");
    none(paths.into_iter().filter(|path| !outside(path) && !root().join(path).exists()).map(str::to_string));
}

#[test]
fn the_architecture_repeats_the_table_of_who_may_use_whom() {
    let rows = |text: &str, before: &str| -> Vec<String> {
        let rows = text.lines().filter_map(|line| line.strip_prefix(before));
        rows.filter(|row| row.starts_with("| ")).map(str::to_string).collect()
    };
    let built = rows(&read("src/lib.rs"), "//! ");
    assert!(built.len() >= 10, "the table in src/lib.rs was not found");
    let told = rows(&read(ARCHITECTURE), "");
    none(built.into_iter().filter(|row| !told.contains(row)));
}

#[test]
fn every_picture_of_the_manuals_exists_and_is_small() {
    for path in [README, HANDLEIDING, ARCHITECTURE] {
        let text = read(path);
        let folder = root().join(path).parent().expect("a manual lies in a folder").to_path_buf();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = target.split('#').next().unwrap_or_default();
            if file.is_empty() || file.contains("://") || file.contains('{') || target.contains(' ') {
                continue;
            }
            let is_example = file.starts_with("beeld/") && path == HANDLEIDING;
            let size = std::fs::metadata(folder.join(file)).map(|meta| meta.len());
            assert!(is_example || size.is_ok(), "{path} leads to {file}, which is not there");
            assert!(!file.ends_with(".png") || size.is_ok_and(|size| size < 200_000) || is_example, "{file} is large");
        }
    }
}
