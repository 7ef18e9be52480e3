//! Reads a bundle back: a folder or a ZIP, in memory, also one that came from elsewhere.

#![expect(clippy::disallowed_methods, reason = "reads what was published, which lies outside the project")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::uitpakken;
use crate::diag::Fatal;

/// Bytes that are read at most; ten times what the largest region makes in a year.
pub(super) const MOST: u64 = 2 << 30;

/// The files below a folder or in a ZIP.
#[derive(Debug, Default)]
pub struct Inlezing {
    /// The files by path, with forward slashes.
    pub bestanden: BTreeMap<String, Vec<u8>>,
    /// What was left out because it could do harm: the path and the reason, in Dutch.
    pub geweigerd: Vec<(String, String)>,
    /// Whether this was a ZIP.
    pub zip: bool,
}

/// Reads all of it. A ZIP is known by its first bytes, not by its name.
pub fn inlezen(path: &Path) -> Result<Inlezing, Fatal> {
    let found = fs::metadata(path).map_err(|error| Fatal::io("openen", path, &error))?;
    let mut inlezing = Inlezing::default();
    if found.is_dir() {
        let mut left = MOST;
        map(path, "", &mut inlezing, &mut left)?;
        return Ok(inlezing);
    }
    let bytes = fs::read(path).map_err(|error| Fatal::io("lezen", path, &error))?;
    if uitpakken::is_zip(&bytes) {
        return Ok(uitpakken::uitpakken(&bytes));
    }
    let naam = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    inlezing.bestanden.insert(naam, bytes);
    Ok(inlezing)
}

fn map(folder: &Path, prefix: &str, inlezing: &mut Inlezing, left: &mut u64) -> Result<(), Fatal> {
    let io = |error| Fatal::io("lezen", folder, &error);
    let mut entries: Vec<fs::DirEntry> = fs::read_dir(folder).map_err(io)?.collect::<Result<_, _>>().map_err(io)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let naam = entry.file_name().to_string_lossy().into_owned();
        let pad = if prefix.is_empty() { naam } else { format!("{prefix}/{naam}") };
        let path = entry.path();
        let found = fs::symlink_metadata(&path).map_err(|error| Fatal::io("openen", &path, &error))?;
        if found.is_symlink() {
            inlezing.geweigerd.push((pad, "is een verwijzing naar een andere plek".to_string()));
        } else if found.is_dir() {
            map(&path, &pad, inlezing, left)?;
        } else if found.len() > *left {
            inlezing.geweigerd.push((pad, "maakt het geheel groter dan 2 GiB".to_string()));
        } else {
            *left -= found.len();
            let bytes = fs::read(&path).map_err(|error| Fatal::io("lezen", &path, &error))?;
            inlezing.bestanden.insert(pad, bytes);
        }
    }
    Ok(())
}
