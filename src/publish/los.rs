//! A single file where the user wants it, outside the out folder: an overview, a report.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::{Out, Written};
use crate::diag::{Fatal, codes};

/// Writes one file, whole or not at all, as [`Out`] does; the folder is made when it is not there.
pub fn los(path: &Path, bytes: &[u8]) -> Result<Written, Fatal> {
    let Some(naam) = path.file_name().and_then(OsStr::to_str) else {
        let message = format!("`{}` is geen naam voor een bestand", path.display());
        return Err(Fatal { code: codes::G706, message, path: Some(path.to_path_buf()) });
    };
    let map = path.parent().filter(|map| !map.as_os_str().is_empty()).map_or_else(|| PathBuf::from("."), PathBuf::from);
    Out::open(&map)?.write(naam, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_in_a_new_folder_and_only_when_it_changed() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("nieuw/overzicht.csv");
        assert_eq!(los(&path, b"een").expect("written"), Written::Made);
        assert_eq!(los(&path, b"een").expect("written"), Written::Unchanged);
        assert_eq!(los(&path, b"twee").expect("written"), Written::Changed);
        assert!(los(Path::new("/"), b"een").is_err());
    }
}
