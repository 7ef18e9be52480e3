//! Images of pages with a spot marked: a folder that holds those of the last run and no others.

use std::collections::BTreeMap;
use std::path::Path;

use super::Out;
use crate::compile::sha256;
use crate::diag::Fatal;

/// What was written there, with checksums: only that is ever removed.
const LIJST: &str = ".gemarkeerd.json";

/// Writes these images, by file name, and removes those of the run before that are not among them.
pub fn gemarkeerd(map: &Path, beelden: &[(String, Vec<u8>)]) -> Result<(), Fatal> {
    if beelden.is_empty() && !map.is_dir() {
        return Ok(());
    }
    let out = Out::open(map)?;
    let eerder: BTreeMap<String, String> =
        out.read(LIJST)?.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    let mut nu = BTreeMap::new();
    for (naam, bytes) in beelden {
        out.write(naam, bytes)?;
        nu.insert(naam.clone(), sha256(bytes));
    }
    for (naam, som) in &eerder {
        // What somebody changed since is theirs.
        if !nu.contains_key(naam) && out.sha256(naam)?.as_ref() == Some(som) {
            out.remove(naam)?;
        }
    }
    if nu.is_empty() {
        return out.remove(LIJST);
    }
    let mut text = serde_json::to_string_pretty(&nu).expect("texts always become JSON");
    text.push('\n');
    out.write(LIJST, text.as_bytes())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_holds_the_images_of_the_last_run_and_what_others_put_there() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let map = folder.path().join("beeld");
        let namen = || {
            let out = Out::open(&map).expect("a folder");
            ["a.png", "b.png", "c.png", "van-mij.png"].map(|naam| out.read(naam).expect("read").is_some())
        };
        gemarkeerd(&map, &[]).expect("nothing to do");
        assert!(!map.exists(), "nothing to show leaves no folder");
        let png = |naam: &str| (naam.to_string(), naam.as_bytes().to_vec());
        gemarkeerd(&map, &[png("a.png"), png("b.png"), png("c.png")]).expect("written");
        let out = Out::open(&map).expect("a folder");
        out.write("van-mij.png", b"eigen").expect("written");
        out.write("b.png", b"bewerkt").expect("written");
        gemarkeerd(&map, &[png("c.png")]).expect("written");
        assert_eq!(namen(), [false, true, true, true]);
        gemarkeerd(&map, &[]).expect("cleared");
        assert_eq!(namen(), [false, true, false, true]);
    }
}
