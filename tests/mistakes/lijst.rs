//! The list of mistakes as it is written in `fouten/*.yaml`, and planting them in texts.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

use serde::Deserialize;

use crate::support::project::root;

/// One mistake of a writer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Misser {
    /// What went wrong, as a colleague would tell it.
    pub naam: String,
    /// The code that must come out.
    pub code: String,
    /// One of the hints that must come with it, whole.
    pub aanwijzing: String,
    /// The change to the good project; the first `⟦..⟧` marks what must be pointed at.
    #[serde(rename = "in")]
    bestand: String,
    #[serde(default)]
    vind: Option<String>,
    #[serde(default)]
    wordt: Option<String>,
    /// More changes of the same mistake.
    #[serde(default)]
    ook: Vec<Stap>,
    /// It hides other mistakes of the same file, so together with others it gets a copy of its own.
    #[serde(default)]
    pub eigen: bool,
    /// Codes of what is said beside it: the warning that a finished document may not have.
    #[serde(default)]
    pub naast: Vec<String>,
    /// The file is saved as Windows-1252, as old editors do.
    #[serde(default)]
    pub windows: bool,
}

/// One change to one file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stap {
    /// The file, from `content/2022` on or from the project on.
    #[serde(rename = "in")]
    bestand: String,
    /// What stands there once; without it the file is written anew.
    #[serde(default)]
    vind: Option<String>,
    /// What comes in its place; without it the file goes away.
    #[serde(default)]
    wordt: Option<String>,
}

impl Stap {
    /// The path from the project on.
    pub fn pad(&self) -> String {
        let whole = self.bestand.starts_with("content/") || self.bestand.starts_with("templates/");
        if whole { self.bestand.clone() } else { format!("content/2022/{}", self.bestand) }
    }
}

impl Misser {
    /// All its changes.
    fn stappen(&self) -> Vec<Stap> {
        let Self { bestand, vind, wordt, .. } = self.clone();
        [vec![Stap { bestand, vind, wordt }], self.ook.clone()].concat()
    }

    /// What a file says is not judged before it can be read, nor planned before its fields are right: mistakes of
    /// one layer go together in a document.
    pub fn laag(&self) -> u8 {
        match self.code.as_str() {
            code if code.starts_with("G1") => 0,
            code if code.starts_with("G2") || (code.starts_with("G3") && code < "G350") => 1,
            _ => 2,
        }
    }

    /// The part of the project that it needs for itself: a document, a gemeente, a kind, or the settings.
    pub fn deel(&self) -> String {
        deel(&self.stappen()[0].pad())
    }
}

/// The folder or file of the project that stands on its own, of which a path is part.
pub fn deel(pad: &str) -> String {
    let depth = if pad.starts_with("templates/") { 2 } else { 3 };
    pad.split('/').take(depth).collect::<Vec<_>>().join("/")
}

/// The mistakes, in order.
pub fn missers() -> Vec<Misser> {
    let folder = root().join("tests/mistakes/fouten");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the mistakes are part of the repository")
        .flatten()
        .map(|e| e.path())
        .collect();
    files.sort();
    let read = |path: &PathBuf| -> Vec<Misser> {
        let text = std::fs::read_to_string(path).expect("a text");
        serde_yaml::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    };
    files.iter().flat_map(read).collect()
}

/// Where a mistake must be pointed at: file, first and last place (line and column, from 1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Plek {
    pub bestand: String,
    pub van: (usize, usize),
    pub tot: (usize, usize),
}

/// Texts in which mistakes are being planted. Marks are kept as two characters that no text has, one pair a mistake.
#[derive(Clone, Debug, Default)]
pub struct Tuin(BTreeMap<String, Option<String>>);

/// The marks of a mistake, and those of its other end.
fn marks(nr: usize) -> [char; 4] {
    [0, 1, 2, 3].map(|more| {
        let private = u32::try_from(0xF_0000 + 4 * nr + more).ok().and_then(char::from_u32);
        private.expect("a private character")
    })
}

impl Tuin {
    /// Plants mistake `nr` in the texts that `goed` gives; says what stands in its way.
    pub fn plant(&mut self, nr: usize, misser: &Misser, goed: impl Fn(&str) -> Option<String>) -> Result<(), String> {
        let mut files = self.0.clone();
        let [open, close, ander, einde] = marks(nr);
        let mut marked = false;
        for stap in misser.stappen() {
            let pad = stap.pad();
            let now = files.get(&pad).cloned().unwrap_or_else(|| goed(&pad));
            let mut wordt = stap.wordt.clone();
            if let Some(text) = wordt.as_mut().filter(|text| !marked && text.contains('⟦')) {
                *text = text.replacen('⟦', &open.to_string(), 1).replacen('⟧', &close.to_string(), 1);
                marked = true;
            }
            if let Some(text) = wordt.as_mut() {
                *text = text.replacen('⟪', &ander.to_string(), 1).replacen('⟫', &einde.to_string(), 1);
            }
            let new = match (&stap.vind, wordt) {
                (None, wordt) if !files.contains_key(&pad) => wordt,
                (None, _) => return Err(format!("{pad} is changed already")),
                (Some(vind), Some(wordt)) => {
                    let now = now.ok_or_else(|| format!("{pad} is not there"))?;
                    match now.matches(vind.as_str()).count() {
                        1 => Some(now.replacen(vind.as_str(), &wordt, 1)),
                        n => return Err(format!("`{vind}` stands {n} times in {pad}")),
                    }
                }
                (Some(_), None) => return Err("`vind` without `wordt`".to_owned()),
            };
            files.insert(pad, new);
        }
        if !marked {
            return Err("nothing is marked with ⟦ and ⟧".to_owned());
        }
        self.0 = files;
        Ok(())
    }

    /// The files without marks, `None` for one that goes away.
    pub fn files(&self) -> impl Iterator<Item = (&str, Option<String>)> {
        self.0.iter().map(|(pad, text)| (pad.as_str(), text.as_deref().map(bare)))
    }

    /// Where the mark of mistake `nr` stands.
    pub fn plek(&self, nr: usize) -> Plek {
        let [open, close, ..] = marks(nr);
        self.tussen(open, close).expect("a planted mistake is marked")
    }

    /// Where the mark of its other end stands, when it has one.
    pub fn ander_einde(&self, nr: usize) -> Option<Plek> {
        let [.., open, close] = marks(nr);
        self.tussen(open, close)
    }

    fn tussen(&self, open: char, close: char) -> Option<Plek> {
        let found = self.0.iter().find_map(|(pad, text)| {
            let text = text.as_deref()?;
            Some((pad, text, text.find(open)?..text.find(close)?))
        });
        let (pad, text, Range { start, end }) = found?;
        let place = |at: usize| {
            let before = bare(&text[..at]);
            let line = before.rsplit('\n').next().unwrap_or("");
            (before.matches('\n').count() + 1, line.chars().count() + 1)
        };
        Some(Plek { bestand: pad.clone(), van: place(start), tot: place(end) })
    }
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !('\u{F0000}'..='\u{FFFFD}').contains(c)).collect()
}

/// The bytes of a text as an old editor saves it.
pub fn windows_1252(text: &str) -> Vec<u8> {
    let byte = |c: char| match c {
        '€' => 0x80,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '–' => 0x96,
        c => u8::try_from(u32::from(c)).expect("a letter of Windows-1252"),
    };
    text.chars().map(byte).collect()
}
