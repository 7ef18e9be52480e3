//! What a run that is still busy has written, so that the next one knows what a killed run left.
//!
//! The manifest is written at the end. Until then every file is first named in `.griffel.bezig` with its checksum. A
//! run that ends well removes that file; one that finds it knows which of the files on the disk griffel made.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use super::out::is_inside;
use super::{Bestand, Out};
use crate::diag::Fatal;

/// Where it stands.
const FILE: &str = ".griffel.bezig";
/// How the name of a file ends that is being written; it begins with a dot.
pub(super) const HALF: &str = ".deel";

/// The open list; shared by the threads that write.
#[derive(Clone, Debug)]
pub(super) struct Lijst(Arc<Mutex<File>>);

impl Lijst {
    /// Names a file before it comes to stand there.
    pub(super) fn meld(&self, pad: &str, sha256: &str) -> std::io::Result<()> {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        file.write_all(format!("{sha256}  {pad}\n").as_bytes())
    }
}

impl Out {
    /// From now on names what is written, after what a killed run left.
    pub fn bezig(&self) -> Result<Self, Fatal> {
        let path = self.checked(FILE)?;
        let file = OpenOptions::new()
            .append(true)
            .create(true)
            .open(path)
            .map_err(|error| Fatal::io("openen", self.typed().join(FILE), &error))?;
        Ok(self.met_lijst(Lijst(Arc::new(Mutex::new(file)))))
    }

    /// What a killed run wrote and never put in the manifest.
    pub fn gestrand(&self) -> Result<Vec<Bestand>, Fatal> {
        let bytes = self.read(FILE)?.unwrap_or_default();
        // The last line may be half; a file that it would have named was not written yet.
        let text = String::from_utf8_lossy(&bytes);
        let lines = text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n')?.split_once("  "));
        let sound = lines.filter(|(sha256, pad)| sha256.len() == 64 && is_inside(pad));
        Ok(sound.map(|(sha256, pad)| Bestand { pad: pad.into(), sha256: sha256.into() }).collect())
    }

    /// The manifest stands: nothing is busy any more, and what nobody decided about yet is named again.
    pub fn klaar(&self, over: &[Bestand]) -> Result<(), Fatal> {
        if over.is_empty() {
            return self.remove(FILE);
        }
        let text: String = over.iter().map(|bestand| format!("{}  {}\n", bestand.sha256, bestand.pad)).collect();
        self.write(FILE, text.as_bytes()).map(|_| ())
    }

    /// Removes what a killed run was writing: files with a name that only griffel gives, never through a link.
    pub(super) fn ruim_halve_op(&self) -> Result<(), Fatal> {
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            // What cannot be read holds nothing that griffel could have written.
            for entry in fs::read_dir(self.root().join(&folder)).into_iter().flatten().flatten() {
                let Ok(name) = entry.file_name().into_string() else { continue };
                let pad = format!("{folder}{name}");
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => folders.push(format!("{pad}/")),
                    Ok(kind) if kind.is_file() && name.starts_with('.') && name.ends_with(HALF) => self.remove(&pad)?,
                    _ => {}
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests prepare an out folder by hand")]
mod tests {
    use super::*;
    use crate::compile::sha256;

    #[test]
    fn what_was_written_is_named_until_the_run_is_done() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = Out::open(folder.path()).expect("an out folder");
        let bezig = out.bezig().expect("busy");
        bezig.write("2021/a.pdf", b"een").expect("written");
        bezig.write("2021/a.pdf", b"een").expect("the same again");
        let een = Bestand { pad: "2021/a.pdf".into(), sha256: sha256(b"een") };
        assert_eq!(out.gestrand().expect("read").first(), Some(&een));
        out.bezig().expect("busy again").write("b.pdf", b"twee").expect("written");
        fs::OpenOptions::new()
            .append(true)
            .open(folder.path().join(FILE))
            .and_then(|mut file| file.write_all(b"0123  ../c.pdf\nabc"))
            .expect("a killed run writes half a line");
        assert_eq!(out.gestrand().expect("read").len(), 2);
        out.klaar(std::slice::from_ref(&een)).expect("done");
        assert_eq!(out.gestrand().expect("read"), [een]);
        out.klaar(&[]).expect("done");
        assert!(!folder.path().join(FILE).exists());
    }

    #[test]
    fn only_half_files_of_griffel_are_swept() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = Out::open(folder.path()).expect("an out folder");
        fs::create_dir_all(folder.path().join("2021/x/.map.deel")).expect("made");
        for name in ["2021/x/.a.pdf.deel", ".manifest.json.deel", "2021/a.deel", "2021/.verborgen", "2021/b.pdf"] {
            fs::write(folder.path().join(name), "half").expect("written");
        }
        out.ruim_halve_op().expect("swept");
        for (name, there) in [("2021/x/.a.pdf.deel", false), (".manifest.json.deel", false), ("2021/a.deel", true)] {
            assert_eq!(folder.path().join(name).exists(), there, "{name}");
        }
        assert!(folder.path().join("2021/.verborgen").exists() && folder.path().join("2021/b.pdf").exists());
        assert!(folder.path().join("2021/x/.map.deel").is_dir());
    }
}
