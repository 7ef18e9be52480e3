//! Files that stand where nothing reads them: what they most likely are, and what to do about them.

use crate::diag::codes::G132;
use crate::diag::{Note, Sources, Span};

/// The names of the folders and files that a project has.
const VAST: &[&str] =
    &["organisaties", "gemeenten", "griffel.yaml", "stijl", "delen", "html", "soort.yaml", "voorbeeld.yaml"];

/// What programs leave behind without being asked: hidden files, the lock of Word or Excel, what Windows keeps for itself.
pub fn is_rommel(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || ["Thumbs.db", "desktop.ini"].contains(&name)
}

/// Whether a name looks like that of a file that a writer means griffel to read.
pub fn is_yaml(name: &str) -> bool {
    let name = name.to_lowercase();
    let name = name.trim_end_matches(".txt").trim_end_matches(".bak").trim_end_matches(".old");
    name.ends_with(".yaml") || name.ends_with(".yml")
}

/// A file or folder that stands where nothing reads it, shown at `place`; `hint` says what belongs there.
pub fn note(path: &str, place: &str, hint: &str, sources: &mut Sources) -> Note {
    let place = Span::new(sources.add(place, ""), 0..0);
    let naam = path.rsplit('/').next().unwrap_or(path);
    let note = Note::at(G132, place, format!("`{path}` hoort hier niet en wordt niet gelezen"));
    let note = match vermoeden(naam) {
        Some(vermoeden) => note.hint(vermoeden),
        None => note.bedoeld(naam, VAST.iter().copied(), ""),
    };
    note.hint(hint)
}

/// What a stray file most likely is.
fn vermoeden(naam: &str) -> Option<String> {
    let klein = naam.to_lowercase();
    let kopie = ["kopie", "copy", "(1)", "(2)", "(3)", ".bak", ".old", "_oud", "-oud", " oud."];
    if klein.ends_with(".yaml.txt") {
        return Some("Het achtervoegsel `.txt` hoort er niet bij: haal het van de naam af".to_string());
    }
    if kopie.iter().any(|woord| klein.contains(woord)) {
        return Some("Dit lijkt een kopie: kies welke u houdt, en zet de andere buiten het project".to_string());
    }
    if let Some(stam) = klein.strip_suffix(".yml") {
        return Some(format!("Noem het `{stam}.yaml`: griffel leest alleen bestanden die op `.yaml` eindigen"));
    }
    if klein != naam && klein.ends_with(".yaml") {
        return Some(format!("Schrijf de naam met kleine letters: `{klein}`"));
    }
    let kantoor = [".docx", ".doc", ".odt", ".xlsx", ".xls", ".pptx", ".msg"];
    kantoor
        .iter()
        .any(|einde| klein.ends_with(einde))
        .then(|| "Griffel leest geen bestanden van Word, Excel of Outlook".to_string())
}
