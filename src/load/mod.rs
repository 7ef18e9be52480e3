//! Reads the project into memory, from the disk or from a revision of git; the only stage that looks there.

mod beeld;
pub mod csv;
mod disk;
pub mod git;
pub mod node;
mod sjablonen;
mod stuk;
mod vreemd;
pub mod yaml;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::diag::codes::{G131, G137, G138};
use crate::diag::{Fatal, FileNr, Note, Noted, Sources, Span};
use csv::Tabel;
use disk::{Disk, Item};
use yaml::Value;

/// The project as it stands on disk: texts with their places, bytes as they are.
#[derive(Debug, Default)]
pub struct Raw {
    /// All text files, so that notes can be shown.
    pub sources: Sources,
    /// `content/griffel.yaml`.
    pub instellingen: Option<Value>,
    /// `content/organisaties/*.yaml` by file name without ending.
    pub organisaties: BTreeMap<String, Value>,
    /// `content/gemeenten/*.yaml` by file name without ending.
    pub gemeenten: BTreeMap<String, Value>,
    /// The document folders under `content/<jaar>/`, ordered by path.
    pub stukken: Vec<RawStuk>,
    /// The kinds under `templates/` by folder name.
    pub soorten: BTreeMap<String, RawSoort>,
    /// Shared Tera parts by file name.
    pub delen: BTreeMap<String, FileNr>,
    /// HTML templates and their style by name (`html/brief.html.tera`).
    pub html: BTreeMap<String, FileNr>,
    /// Typst modules by virtual path (`/stijl/brief.typ`).
    pub stijl: BTreeMap<String, FileNr>,
    /// Images by virtual path (`/beeld/2023/regioagenda/kaart.svg`).
    pub beelden: BTreeMap<String, Arc<[u8]>>,
    /// Font files by name.
    pub fonts: BTreeMap<String, Arc<[u8]>>,
}

/// A document's folder.
#[derive(Debug, Default)]
pub struct RawStuk {
    /// The year folder.
    pub jaar: i32,
    /// The folder, relative to the project.
    pub map: String,
    /// `document.yaml`; absent when it could not be read.
    pub value: Option<Value>,
    /// `lokaal/<slug>.yaml` by slug, with the notes that reading gave; no value when it could not be read.
    pub lokaal: BTreeMap<String, Noted<Option<Value>>>,
    /// `lokaal.csv`, when it is there; the same.
    pub tabel: Option<Noted<Option<Tabel>>>,
    /// The other files of the folder, by path relative to it.
    pub bestanden: BTreeMap<String, Arc<[u8]>>,
}

/// The folder of a kind.
#[derive(Debug, Default)]
pub struct RawSoort {
    /// `soort.yaml`.
    pub declaratie: Option<FileNr>,
    /// Tera templates by file name.
    pub sjablonen: BTreeMap<String, FileNr>,
    /// HTML templates by file name, for a kind with a page of its own.
    pub paginas: BTreeMap<String, FileNr>,
    /// `voorbeeld.yaml`.
    pub voorbeeld: Option<Value>,
}

/// Whether a folder holds a project.
pub fn is_project(path: &Path) -> bool {
    path.join("content").is_dir()
}

/// Reads the project under `root`.
///
/// # Errors
/// When `root` is no readable folder or the machine fails while reading.
pub fn load(root: &Path) -> Result<Noted<Raw>, Fatal> {
    let disk = Disk::open(root)?;
    if !disk.has("content") {
        let message = format!("in `{}` staat geen map `content`; geef de projectmap met --project", root.display());
        return Err(Fatal { code: G138, message, path: Some(root.to_path_buf()) });
    }
    lees(disk)
}

/// Reads the project as it stood in a revision.
///
/// # Errors
/// When the revision holds no project.
pub fn load_revisie(boom: git::Boom, naam: &str) -> Result<Noted<Raw>, Fatal> {
    let disk = Disk::Revisie(boom);
    if !disk.has("content") {
        let message = format!("in de versie `{naam}` staat geen map `content`");
        return Err(Fatal { code: G138, message, path: None });
    }
    lees(disk)
}

fn lees(disk: Disk) -> Result<Noted<Raw>, Fatal> {
    let mut loader = Loader { disk, raw: Raw::default(), notes: Vec::new() };
    loader.content()?;
    loader.templates()?;
    loader.fonts()?;
    Ok(Noted { value: loader.raw, notes: loader.notes })
}

struct Loader {
    disk: Disk,
    raw: Raw,
    notes: Vec<Note>,
}

impl Loader {
    /// The entries of a folder, sorted by name; links and hidden files are not followed.
    fn items(&mut self, folder: &str) -> Result<Vec<Item>, Fatal> {
        self.disk.items(folder, &mut self.notes)
    }

    /// The bytes of a file; one that cannot be read is noted and costs only itself.
    fn read(&mut self, path: &str) -> Option<Vec<u8>> {
        let gelezen = self.disk.read(path);
        gelezen.map_err(|why| self.unreadable(path, &why)).map_err(|note| self.notes.push(note)).ok()
    }

    fn unreadable(&mut self, path: &str, why: &str) -> Note {
        let place = Span::new(self.raw.sources.add(path, ""), 0..0);
        let hint = "Kijk of u het bestand zelf kunt openen, en of het niet te groot is";
        Note::at(G137, place, format!("`{path}` is niet te lezen: {why}")).hint(hint)
    }

    fn author_yaml(&mut self, path: &str) -> Result<Option<Value>, Fatal> {
        let Some(bytes) = self.read(path) else { return Ok(None) };
        Ok(yaml::parse(&bytes, path, &mut self.raw.sources).into(&mut self.notes))
    }

    /// A text that designers write; bytes that are not UTF-8 are a fault of that file.
    fn text(&mut self, path: &str) -> Result<Option<FileNr>, Fatal> {
        let Some(bytes) = self.read(path) else { return Ok(None) };
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Some(self.raw.sources.add(path, text.trim_start_matches('\u{feff}')))),
            Err(_) => {
                self.notes.push(Note::without_place(G131, format!("`{path}` is geen tekst in UTF-8")));
                Ok(None)
            }
        }
    }

    fn content(&mut self) -> Result<(), Fatal> {
        for item in self.items("content")? {
            match (item.is_dir, item.name.as_str()) {
                (false, "griffel.yaml") => self.raw.instellingen = self.author_yaml(&item.path)?,
                (true, "organisaties") => self.raw.organisaties = self.register(&item.path)?,
                (true, "gemeenten") => self.raw.gemeenten = self.register(&item.path)?,
                (true, year) if year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) => {
                    self.year(&item.path, year.parse().unwrap_or_default())?;
                }
                _ => self.unexpected(&item.path, "Onder `content` horen `griffel.yaml`, `organisaties`, `gemeenten` en een map per jaar, zoals `2023`."),
            }
        }
        Ok(())
    }

    /// A folder with one YAML file per thing.
    fn register(&mut self, folder: &str) -> Result<BTreeMap<String, Value>, Fatal> {
        let mut found = BTreeMap::new();
        for item in self.items(folder)? {
            match item.name.strip_suffix(".yaml").filter(|_| !item.is_dir) {
                Some(stem) => {
                    let stem = stem.to_string();
                    if let Some(value) = self.author_yaml(&item.path)? {
                        found.insert(stem, value);
                    }
                }
                None => {
                    self.unexpected(&item.path, "In deze map hoort per onderdeel één bestand dat eindigt op `.yaml`.")
                }
            }
        }
        Ok(found)
    }

    fn year(&mut self, folder: &str, jaar: i32) -> Result<(), Fatal> {
        for item in self.items(folder)? {
            if item.is_dir {
                self.stuk(&item.path, jaar)?;
            } else {
                self.unexpected(&item.path, "Geef elk document een eigen map, met daarin `document.yaml`.");
            }
        }
        Ok(())
    }

    /// A file that nothing reads is a document that would silently be missing; of a folder its first file is shown.
    fn unexpected(&mut self, path: &str, hint: &str) {
        let below = self.disk.files_below(path, &mut Vec::new()).unwrap_or_default();
        let place = below.first().map_or(path, String::as_str);
        self.notes.push(vreemd::note(path, place, hint, &mut self.raw.sources));
    }
}
