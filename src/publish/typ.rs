//! The Typst sources of one document as a folder that compiles in the plain Typst tool.

use super::{Bestand, Out};
use crate::compile::{Bron, Shelf, sha256};
use crate::diag::Fatal;

/// The one command, run in the folder of the document.
const COMMAND: &str =
    "typst compile --root . --font-path ../fonts --ignore-system-fonts --pdf-standard a-2a,ua-1 --features a11y-extras";

/// Writes the sources, style modules and images of one document to `folder`, and the fonts once to
/// `fonts` beside it. Gives the files for the manifest.
pub fn emit_typ(out: &Out, folder: &str, bron: &Bron, shelf: &Shelf) -> Result<Vec<Bestand>, Fatal> {
    let mut written = Vec::new();
    let mut write = |pad: String, bytes: &[u8]| {
        out.write(&pad, bytes)?;
        written.push(Bestand { pad, sha256: sha256(bytes) });
        Ok::<(), Fatal>(())
    };
    for (nr, file) in bron.files.iter().enumerate() {
        let name = file.path.trim_start_matches('/');
        let command = if nr == 0 { format!("// {COMMAND} {name}\n") } else { String::new() };
        write(format!("{folder}/{name}"), format!("{command}{}", file.text).as_bytes())?;
    }
    for (path, text) in shelf.stijl_files() {
        write(format!("{folder}{path}"), text.as_bytes())?;
    }
    let texts: Vec<&str> = bron.files.iter().map(|file| file.text.as_str()).collect();
    for path in shelf.visible(&texts) {
        write(format!("{folder}{path}"), shelf.beeld(path).unwrap_or_default())?;
    }
    let beside = folder.rsplit_once('/').map(|(above, _)| format!("{above}/")).unwrap_or_default();
    for (path, bytes) in shelf.font_files() {
        let name = path.rsplit('/').next().unwrap_or(path);
        write(format!("{beside}fonts/{name}"), bytes)?;
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::{BronFile, pdf, proef};

    const TEKST: &str = "#heading(level: 1)[#\"Onderwerp\";]\n#afbeelding(\"/beeld/goed.svg\")";

    /// The folder read back from the disk, as the Typst tool would.
    fn read_back(out: &Out, folder: &str, bron: &Bron, written: &[Bestand]) -> (Bron, Shelf) {
        let text = |pad: &str| String::from_utf8(out.read(pad).expect("readable").expect("there")).expect("text");
        let files = bron.files.iter().map(|file| BronFile {
            path: file.path.clone(),
            text: text(&format!("{folder}{}", file.path)),
            kaart: Vec::new(),
        });
        let bytes = |pad: &str| out.read(pad).expect("readable").expect("there");
        let below =
            |prefix: String| written.iter().map(|file| file.pad.clone()).filter(move |pad| pad.starts_with(&prefix));
        let virtual_path = |pad: &String| pad[folder.len()..].to_string();
        let fonts = below("typ/fonts/".into()).map(|pad| (pad.clone(), bytes(&pad).into())).collect();
        let stijl: Vec<_> = below(format!("{folder}/stijl/")).map(|pad| (virtual_path(&pad), text(&pad))).collect();
        let beelden = below(format!("{folder}/beeld/")).map(|pad| (virtual_path(&pad), bytes(&pad).into())).collect();
        (Bron { files: files.collect(), ..bron.clone() }, Shelf::new(&fonts, &stijl, &beelden).value)
    }

    #[test]
    fn the_folder_holds_all_that_the_document_needs() {
        let temporary = tempfile::tempdir().expect("a temporary folder");
        let out = Out::open(temporary.path()).expect("an out folder");
        let (shelf, bron) = (proef::shelf(), proef::bron(TEKST));
        let written = emit_typ(&out, "typ/brief-ridderkerk", &bron, &shelf).expect("written");
        assert!(written.iter().all(|file| !file.pad.contains("kapot")));
        let (again, other) = read_back(&out, "typ/brief-ridderkerk", &bron, &written);
        let command = "// typst compile --root . --font-path ../fonts --ignore-system-fonts --pdf-standard a-2a,ua-1 --features a11y-extras main.typ";
        assert_eq!(again.files[0].text.lines().next(), Some(command));
        let first = pdf(&shelf, &bron, proef::datum(), &proef::teksten()).value;
        assert!(first.is_some());
        assert_eq!(first, pdf(&other, &again, proef::datum(), &proef::teksten()).value);
    }
}
