//! The project folder, on disk or in a revision of git: nothing outside it is read, links are not followed.

use std::path::{Path, PathBuf};

use super::git::{Boom, Stukje};
use super::vreemd::is_rommel;
use crate::diag::codes::{G134, G135, G138};
use crate::diag::{Fatal, Note};

/// Largest file that is read, in bytes (64 MiB): an annex may be large, a text never is.
const MAX_BYTES: u64 = 64 << 20;

/// A project folder.
pub enum Disk {
    /// On the disk.
    Map(PathBuf),
    /// As it stood in a revision.
    Revisie(Boom),
}

/// An entry of a folder.
pub struct Item {
    /// Its name.
    pub name: String,
    /// Its path relative to the project, with forward slashes.
    pub path: String,
    /// Whether it is a folder.
    pub is_dir: bool,
}

impl Disk {
    /// Opens the project folder.
    pub fn open(root: &Path) -> Result<Self, Fatal> {
        let meta =
            std::fs::metadata(root).map_err(|error| Fatal { code: G138, ..Fatal::io("openen", root, &error) })?;
        if !meta.is_dir() {
            let message = format!("`{}` is geen map", root.display());
            return Err(Fatal { code: G138, message, path: Some(root.to_path_buf()) });
        }
        Ok(Self::Map(root.to_path_buf()))
    }

    /// Whether the project has a folder or file of this name.
    pub fn has(&self, name: &str) -> bool {
        match self {
            Self::Map(root) => root.join(name).exists(),
            Self::Revisie(boom) => boom.0.keys().any(|path| path.split('/').next() == Some(name)),
        }
    }

    /// The entries of a folder sorted by name; a folder that is not there has none.
    pub fn items(&self, folder: &str, notes: &mut Vec<Note>) -> Result<Vec<Item>, Fatal> {
        let root = match self {
            Self::Map(root) => root,
            Self::Revisie(boom) => return Ok(in_boom(boom, folder, notes)),
        };
        let path = root.join(folder);
        let fatal = |error: &std::io::Error| Fatal::io("lezen", folder, error);
        let entries = match std::fs::read_dir(&path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(fatal(&error)),
        };
        let mut items = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|error| fatal(&error))?;
            let kind = entry.file_type().map_err(|error| fatal(&error))?;
            let Ok(name) = entry.file_name().into_string() else {
                notes.push(Note::without_place(
                    G135,
                    format!("in `{folder}` staat een bestand met een onleesbare naam"),
                ));
                continue;
            };
            let path = format!("{folder}/{name}");
            if kind.is_symlink() {
                notes.push(verwijzing(&path));
            } else if !is_rommel(&name) {
                items.push(Item { name, path, is_dir: kind.is_dir() });
            }
        }
        items.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(items)
    }

    /// All files below a folder, sorted by path.
    pub fn files_below(&self, folder: &str, notes: &mut Vec<Note>) -> Result<Vec<String>, Fatal> {
        let mut files = Vec::new();
        for item in self.items(folder, notes)? {
            if item.is_dir {
                files.extend(self.files_below(&item.path, notes)?);
            } else {
                files.push(item.path);
            }
        }
        Ok(files)
    }

    /// The bytes of a file, or in Dutch why it cannot be read: a fault of that file, not of the machine.
    #[expect(clippy::disallowed_methods, reason = "load is the stage that reads the project")]
    pub fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        let root = match self {
            Self::Map(root) => root,
            Self::Revisie(boom) => {
                return match boom.0.get(path) {
                    Some(Stukje::Bestand(bytes)) => Ok(bytes.clone()),
                    _ => Err(Fatal::reason(&std::io::ErrorKind::NotFound.into())),
                };
            }
        };
        let full = root.join(path);
        // What is no plain file is not opened: reading a pipe would wait for ever.
        let meta = std::fs::symlink_metadata(&full).map_err(|error| Fatal::reason(&error))?;
        if !meta.is_file() {
            return Err("het is geen gewoon bestand".to_string());
        }
        if meta.len() > MAX_BYTES {
            return Err("het bestand is groter dan 64 MB".to_string());
        }
        std::fs::read(&full).map_err(|error| Fatal::reason(&error))
    }
}

/// The entries of a folder of a revision, sorted by name.
fn in_boom(boom: &Boom, folder: &str, notes: &mut Vec<Note>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (path, stukje) in &boom.0 {
        let Some(onder) = path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) else { continue };
        let name = onder.split('/').next().unwrap_or(onder);
        let is_dir = name.len() < onder.len();
        if *stukje == Stukje::Verwijzing && !is_dir {
            notes.push(verwijzing(path));
        } else if !is_rommel(name) && items.iter().all(|item| item.name != name) {
            items.push(Item { name: name.to_string(), path: format!("{folder}/{name}"), is_dir });
        }
    }
    items.sort_by(|a, b| a.name.cmp(&b.name));
    items
}

fn verwijzing(path: &str) -> Note {
    let message = format!("`{path}` is een verwijzing naar een andere plek en wordt niet gevolgd");
    Note::without_place(G134, message).hint("Zet het bestand zelf in de map")
}
