//! The project folder on disk: nothing outside it is read, links are not followed.

use std::path::{Path, PathBuf};

use crate::diag::codes::{G134, G135};
use crate::diag::{Fatal, Note};

/// Largest file that is read, in bytes (64 MiB): an annex may be large, a text never is.
const MAX_BYTES: u64 = 64 << 20;

/// A project folder.
pub struct Disk {
    root: PathBuf,
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
        let meta = std::fs::metadata(root).map_err(|error| Fatal::io("openen", root, &error))?;
        if !meta.is_dir() {
            let message = format!("`{}` is geen map", root.display());
            return Err(Fatal { message, path: Some(root.to_path_buf()) });
        }
        Ok(Self { root: root.to_path_buf() })
    }

    /// Whether the project has a folder or file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.root.join(name).exists()
    }

    /// The entries of a folder sorted by name; a folder that is not there has none.
    pub fn items(&self, folder: &str, notes: &mut Vec<Note>) -> Result<Vec<Item>, Fatal> {
        let path = self.root.join(folder);
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
                let message = format!("`{path}` is een verwijzing naar een andere plek en wordt niet gevolgd");
                notes.push(Note::without_place(G134, message).hint("Zet het bestand zelf in de map"));
            } else if !name.starts_with('.') {
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
        let full = self.root.join(path);
        let bytes = std::fs::metadata(&full).and_then(|meta| match meta.len() > MAX_BYTES {
            true => Ok(None),
            false => std::fs::read(&full).map(Some),
        });
        match bytes {
            Ok(Some(bytes)) => Ok(bytes),
            Ok(None) => Err("het bestand is groter dan 64 MB".to_string()),
            Err(error) => Err(Fatal::reason(&error)),
        }
    }
}
