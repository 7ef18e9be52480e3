//! One folder to write in: atomically, inside it, and through no symbolic link.

#![expect(clippy::disallowed_methods, reason = "the one module that writes below out")]

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::bezig::{HALF, Lijst};
use crate::compile::sha256;
use crate::diag::{Fatal, codes};

/// What writing a file came down to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// The file is new.
    Made,
    /// The file had other content.
    Changed,
    /// The file had this content already and was not touched.
    Unchanged,
}

/// The folder that results go to. Paths in it are relative, with forward slashes, as in the manifest.
#[derive(Clone, Debug)]
pub struct Out {
    root: PathBuf,
    typed: PathBuf,
    lijst: Option<Lijst>,
}

impl Out {
    /// Opens the folder, makes it when it is not there. The folder itself may be a symbolic link;
    /// nothing below it may.
    pub fn open(typed: &Path) -> Result<Self, Fatal> {
        fs::create_dir_all(typed).map_err(|error| Fatal::io("map maken", typed, &error))?;
        let root = typed.canonicalize().map_err(|error| Fatal::io("openen", typed, &error))?;
        Ok(Self { root, typed: typed.to_path_buf(), lijst: None })
    }

    /// Writes a file: beside its target first, on the disk, then renamed over it. A reader sees the
    /// old content or the new, nothing between. Equal content is not written again.
    pub fn write(&self, pad: &str, bytes: &[u8]) -> Result<Written, Fatal> {
        let target = self.checked(pad)?;
        let written = match self.read(pad)? {
            Some(old) if old == bytes => return Ok(Written::Unchanged),
            Some(_) => Written::Changed,
            None => Written::Made,
        };
        self.make_folders(pad)?;
        if let Some(lijst) = &self.lijst {
            lijst.meld(pad, &sha256(bytes)).map_err(|error| Fatal::io("schrijven", self.typed.join(pad), &error))?;
        }
        replace(&target, bytes).map_err(|error| Fatal::io("schrijven", self.typed.join(pad), &error))?;
        Ok(written)
    }

    /// The content of a file; `None` when there is none.
    pub fn read(&self, pad: &str) -> Result<Option<Vec<u8>>, Fatal> {
        match fs::read(self.checked(pad)?) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(Fatal::io("lezen", self.typed.join(pad), &error)),
        }
    }

    /// The SHA-256 of a file; `None` when there is none.
    pub fn sha256(&self, pad: &str) -> Result<Option<String>, Fatal> {
        Ok(self.read(pad)?.map(|bytes| sha256(&bytes)))
    }

    /// Removes a file, and the folders above it that are empty then.
    pub fn remove(&self, pad: &str) -> Result<(), Fatal> {
        let target = self.checked(pad)?;
        match fs::remove_file(&target) {
            Err(error) if !is_absent(&error) => Err(Fatal::io("verwijderen", self.typed.join(pad), &error)),
            _ => {
                let folders = target.ancestors().skip(1).take_while(|folder| *folder != self.root);
                // `remove_dir` refuses a folder that is not empty; that ends the walk.
                let _emptied = folders.take_while(|folder| fs::remove_dir(folder).is_ok()).count();
                Ok(())
            }
        }
    }

    /// The folder as the user typed it, for messages.
    pub fn typed(&self) -> &Path {
        &self.typed
    }

    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// The same folder, with a list of what is written in it.
    pub(super) fn met_lijst(&self, lijst: Lijst) -> Self {
        Self { lijst: Some(lijst), ..self.clone() }
    }

    /// The real path of `pad`, proved to lie in this folder and behind no symbolic link. Somebody
    /// who swaps folders during the run is not kept out: that takes another user's cooperation.
    pub(super) fn checked(&self, pad: &str) -> Result<PathBuf, Fatal> {
        if !is_inside(pad) {
            return Err(self.refusal(pad, "ligt buiten de uitvoermap"));
        }
        let mut path = self.root.clone();
        for part in Path::new(pad) {
            path.push(part);
            match fs::symlink_metadata(&path) {
                Ok(found) if found.is_symlink() => {
                    return Err(self.refusal(pad, "loopt door een symbolische koppeling; daar schrijft griffel niet"));
                }
                Ok(_) => {}
                Err(error) if is_absent(&error) => break,
                Err(error) => return Err(Fatal::io("openen", self.typed.join(pad), &error)),
            }
        }
        Ok(self.root.join(pad))
    }

    fn make_folders(&self, pad: &str) -> Result<(), Fatal> {
        let folder = Path::new(pad).parent().unwrap_or(Path::new(""));
        fs::create_dir_all(self.root.join(folder))
            .map_err(|error| Fatal::io("map maken", self.typed.join(folder), &error))
    }

    fn refusal(&self, pad: &str, reason: &str) -> Fatal {
        let path = self.typed.join(pad);
        Fatal { code: codes::G708, message: format!("`{}` {reason}", path.display()), path: Some(path) }
    }
}

/// Whether a path as the manifest has it stays in its folder, on every system.
pub(super) fn is_inside(pad: &str) -> bool {
    let named = |part: &str| !matches!(part, "" | "." | "..");
    pad.split('/').all(named) && !pad.contains(['\\', '\0', ':'])
}

/// Not there, or below something that is a file.
fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn replace(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = target.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let name = target.file_name().and_then(OsStr::to_str).ok_or(io::ErrorKind::InvalidInput)?;
    // A fixed name, so that what a killed run left behind is cleared by the next.
    let beside = format!(".{name}{HALF}");
    match fs::remove_file(folder.join(&beside)) {
        Err(error) if !is_absent(&error) => return Err(error),
        _ => {}
    }
    let mut file = tempfile::Builder::new().prefix(&beside).rand_bytes(0).tempfile_in(folder)?;
    file.write_all(bytes)?;
    readable_by_all(file.as_file())?;
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(unix)]
fn readable_by_all(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_all(_: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn out() -> (tempfile::TempDir, Out) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = Out::open(&folder.path().join("uit")).expect("an out folder");
        (folder, out)
    }

    #[test]
    fn writing_says_whether_anything_changed() {
        let (folder, out) = out();
        assert_eq!(out.write("2021/brief/a.pdf", b"een").expect("written"), Written::Made);
        let file = folder.path().join("uit/2021/brief/a.pdf");
        let before = fs::metadata(&file).expect("there").modified().expect("a time");
        assert_eq!(out.write("2021/brief/a.pdf", b"een").expect("written"), Written::Unchanged);
        assert_eq!(fs::metadata(&file).expect("there").modified().expect("a time"), before);
        assert_eq!(out.write("2021/brief/a.pdf", b"twee").expect("written"), Written::Changed);
        assert_eq!(fs::read(&file).expect("there"), b"twee");
        assert_eq!(fs::read_dir(file.parent().expect("a folder")).expect("there").count(), 1);
    }

    #[test]
    fn a_path_out_of_the_folder_is_refused() {
        let (folder, out) = out();
        for pad in ["../a", "a/../../b", "/etc/x", "", "a//b", "a/", "a\\b", "c:x", ".", "./a", "a/./b"] {
            assert!(out.write(pad, b"x").is_err(), "{pad}");
            assert!(out.remove(pad).is_err(), "{pad}");
        }
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 1);
    }

    #[test]
    fn what_a_killed_run_left_is_cleared() {
        let (folder, out) = out();
        fs::write(folder.path().join("uit/.a.pdf.deel"), "half").expect("written");
        out.write("a.pdf", b"heel").expect("written");
        assert_eq!(fs::read_dir(folder.path().join("uit")).expect("there").count(), 1);
    }

    #[test]
    fn a_folder_in_the_way_is_the_machines_fault() {
        let (folder, out) = out();
        fs::create_dir(folder.path().join("uit/a.pdf")).expect("made");
        assert!(out.write("a.pdf", b"x").is_err());
        fs::write(folder.path().join("uit/b"), "x").expect("written");
        assert!(out.write("b/c.pdf", b"x").is_err());
    }

    #[test]
    fn removing_clears_empty_folders_and_leaves_others() {
        let (folder, out) = out();
        out.write("2021/a/x.pdf", b"x").expect("written");
        out.write("2021/y.pdf", b"y").expect("written");
        out.remove("2021/a/x.pdf").expect("removed");
        out.remove("2021/a/x.pdf").expect("removed twice");
        assert!(!folder.path().join("uit/2021/a").exists());
        out.remove("2021/y.pdf").expect("removed");
        assert_eq!(fs::read_dir(folder.path().join("uit")).expect("kept").count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn symbolic_links_below_the_folder_are_refused() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let (folder, out) = out();
        let uit = folder.path().join("uit");
        fs::create_dir(folder.path().join("elders")).expect("made");
        fs::write(folder.path().join("elders/a.pdf"), "van een ander").expect("written");
        symlink(folder.path().join("elders"), uit.join("map")).expect("linked");
        symlink(folder.path().join("elders/a.pdf"), uit.join("a.pdf")).expect("linked");
        symlink(folder.path().join("elders/nieuw"), uit.join("los.pdf")).expect("linked");
        for pad in ["map/a.pdf", "a.pdf", "los.pdf"] {
            assert!(out.write(pad, b"x").is_err(), "{pad}");
            assert!(out.remove(pad).is_err(), "{pad}");
        }
        assert_eq!(fs::read(folder.path().join("elders/a.pdf")).expect("there"), b"van een ander");
        assert!(!folder.path().join("elders/nieuw").exists());

        // A link where the temporary file comes is removed, not followed.
        symlink(folder.path().join("elders/a.pdf"), uit.join(".b.pdf.deel")).expect("linked");
        out.write("b.pdf", b"x").expect("written");
        assert_eq!(fs::read(folder.path().join("elders/a.pdf")).expect("there"), b"van een ander");
        let mode = fs::metadata(uit.join("b.pdf")).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o644);
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_itself_may_be_a_link() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("echt")).expect("made");
        std::os::unix::fs::symlink(folder.path().join("echt"), folder.path().join("uit")).expect("linked");
        let out = Out::open(&folder.path().join("uit")).expect("an out folder");
        assert_eq!(out.write("a.pdf", b"x").expect("written"), Written::Made);
        assert!(folder.path().join("echt/a.pdf").exists());
    }
}
