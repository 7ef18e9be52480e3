//! What ends a run: a machine that fails is a value too, with a code, a message and what to do about it.

use std::io::{Error, ErrorKind};
use std::path::PathBuf;

use super::codes::{G704, G705, G706, G709};
use super::{Code, Note};

/// What the machine failed at (disk full, no permission): nothing an author can repair in the content.
#[derive(Debug)]
pub struct Fatal {
    /// The rule.
    pub code: &'static Code,
    /// What went wrong, in Dutch, with the path relative to what the user typed.
    pub message: String,
    /// The file or folder concerned.
    pub path: Option<PathBuf>,
}

impl Fatal {
    /// An I/O error on `path` while doing `what` (Dutch, as in "lezen").
    pub fn io(what: &str, path: impl Into<PathBuf>, error: &Error) -> Self {
        let path = path.into();
        let message = format!("`{}`: {what} lukt niet: {}", path.display(), Self::reason(error));
        Self { code: code(error.kind()), message, path: Some(path) }
    }

    /// Why the machine refuses, in Dutch; what the system says in English reaches nobody.
    pub fn reason(error: &Error) -> String {
        let reason = match error.kind() {
            ErrorKind::NotFound => "bestaat niet",
            ErrorKind::PermissionDenied => "geen toestemming",
            ErrorKind::StorageFull => "de schijf is vol",
            ErrorKind::QuotaExceeded => "u hebt geen schijfruimte meer",
            ErrorKind::FileTooLarge => "het bestand wordt te groot voor deze schijf",
            ErrorKind::ReadOnlyFilesystem => "de schijf is alleen-lezen",
            ErrorKind::AlreadyExists => "daar staat al iets anders",
            ErrorKind::NotADirectory => "daar staat een bestand, geen map",
            ErrorKind::IsADirectory => "daar staat een map, geen bestand",
            ErrorKind::DirectoryNotEmpty => "die map is niet leeg",
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput => "de naam is te lang of niet toegestaan",
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "een ander programma gebruikt het",
            ErrorKind::OutOfMemory => "het geheugen is vol",
            ErrorKind::TimedOut => "de schijf antwoordt niet",
            _ => {
                return error.raw_os_error().map_or_else(
                    || "de computer zegt niet waarom".to_string(),
                    |nummer| format!("de computer geeft foutnummer {nummer}"),
                );
            }
        };
        reason.to_string()
    }

    /// The same as a note, so that it is shown like any other.
    pub fn note(&self) -> Note {
        let note = Note::without_place(self.code, self.message.clone());
        match self.code.id {
            "G704" => note.hint("Maak plaats op de schijf en start griffel opnieuw; wat er goed stond, staat er nog"),
            "G705" => note.hint("Vraag om toestemming voor deze map, of kies een andere map met `--out`"),
            "G706" => note.hint("Haal weg wat daar in de weg staat, of kies een andere map met `--out`"),
            "G707" => note.hint("Wacht tot de andere klaar is; een griffel die is gestopt, houdt niets tegen"),
            "G708" => note.hint("Zet op die plek een gewone map, of kies een andere map met `--out`"),
            _ => note,
        }
    }
}

/// The rule that an error of the system breaks.
fn code(kind: ErrorKind) -> &'static Code {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => G704,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => G705,
        ErrorKind::AlreadyExists
        | ErrorKind::NotADirectory
        | ErrorKind::IsADirectory
        | ErrorKind::DirectoryNotEmpty => G706,
        _ => G709,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_becomes_a_rule_and_a_dutch_reason() {
        let table = [
            (ErrorKind::StorageFull, "G704", "de schijf is vol"),
            (ErrorKind::FileTooLarge, "G704", "te groot"),
            (ErrorKind::ReadOnlyFilesystem, "G705", "alleen-lezen"),
            (ErrorKind::PermissionDenied, "G705", "geen toestemming"),
            (ErrorKind::IsADirectory, "G706", "een map, geen bestand"),
            (ErrorKind::NotADirectory, "G706", "een bestand, geen map"),
            (ErrorKind::NotFound, "G709", "bestaat niet"),
            (ErrorKind::BrokenPipe, "G709", "zegt niet waarom"),
        ];
        for (kind, id, reason) in table {
            let fatal = Fatal::io("schrijven", "out/a.pdf", &Error::from(kind));
            assert_eq!(fatal.code.id, id, "{kind:?}");
            assert!(fatal.message.starts_with("`out/a.pdf`: schrijven lukt niet: "), "{}", fatal.message);
            assert!(fatal.message.contains(reason), "{}", fatal.message);
            assert_eq!(fatal.note().code.id, id);
        }
        let raw = Fatal::io("lezen", "x", &Error::from_raw_os_error(5));
        assert_eq!(raw.message, "`x`: lezen lukt niet: de computer geeft foutnummer 5");
    }
}
