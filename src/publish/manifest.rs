//! `manifest.json`: what lies in the out folder, where it came from, and whether it is still true.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::notes::SavedNote;
use super::out::is_inside;
use super::{Out, Written};
use crate::diag::{Fatal, Note, Noted, codes};
use crate::model::pdf::PdfFeiten;

/// Where the manifest lies.
pub const FILE: &str = "manifest.json";

/// The form of the manifest; raised when an older griffel could misread it.
const VORM: u64 = 1;

/// Everything that griffel owns in the out folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// One entry for each PDF.
    pub stukken: Vec<Entry>,
}

/// The manifest as it is written; the fields keep this order.
#[derive(Serialize)]
struct Form<'a> {
    vorm: u64,
    griffel: &'a str,
    stukken: Vec<&'a Entry>,
}

/// One PDF with all that belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The path of the PDF in the out folder.
    pub pad: String,
    /// The id of the document.
    pub document: String,
    /// The kind of document.
    pub soort: String,
    /// The output of that kind.
    pub uitvoer: String,
    /// The slug of the gemeente, when the PDF is for one.
    #[serde(default)]
    pub gemeente: Option<String>,
    /// The name of that gemeente on the day of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub naam: Option<String>,
    /// The subject as plain text.
    pub onderwerp: String,
    /// The reference, when known.
    #[serde(default)]
    pub kenmerk: Option<String>,
    /// The status of the document.
    pub status: String,
    /// The SHA-256 of the PDF.
    pub sha256: String,
    /// The size of the PDF.
    pub bytes: u64,
    /// The cache key that the PDF was made under.
    pub sleutel: String,
    /// The YAML file of the document, relative to the project.
    pub bron: String,
    /// The annexes that lie beside it.
    #[serde(default)]
    pub bijlagen: Vec<Bijlage>,
    /// Other files that go with it: sidecars, Typst sources.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overig: Vec<Bestand>,
    /// The words of the PDF, for comparing; never published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub afdruk: Option<Bestand>,
    /// Fields that are still unknown.
    #[serde(default)]
    pub open: Vec<String>,
    /// The document has a fault now, so this PDF is older than its content.
    #[serde(default)]
    pub verouderd: bool,
    /// This PDF is for the organisation itself and is never published.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub intern: bool,
    /// What compiling had to say, to be repeated when the PDF is taken from the cache.
    #[serde(default)]
    pub notes: Vec<SavedNote>,
}

/// An annex in the out folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bijlage {
    /// Its path in the out folder.
    pub pad: String,
    /// Its SHA-256.
    pub sha256: String,
    /// Its title.
    pub titel: String,
    /// Its number in the list of annexes.
    pub nummer: String,
    /// What it says of itself, when it is a PDF.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pdf: Option<PdfFeiten>,
}

/// Any other file in the out folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bestand {
    /// Its path in the out folder.
    pub pad: String,
    /// Its SHA-256.
    pub sha256: String,
}

/// What becomes of an entry of the previous run that this run did not make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lot {
    /// Not part of this run: stays as it is.
    Blijft,
    /// Its document has a fault now: the file stays and is called outdated.
    Verouderd,
    /// Nothing in the content asks for it any more: the file goes.
    Wees,
}

impl Entry {
    /// The PDF and all files with it, as (path, SHA-256).
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        let pdf = std::iter::once((self.pad.as_str(), self.sha256.as_str()));
        let bijlagen = self.bijlagen.iter().map(|one| (one.pad.as_str(), one.sha256.as_str()));
        let overig = self.overig.iter().map(|one| (one.pad.as_str(), one.sha256.as_str()));
        let afdruk = self.afdruk.iter().map(|one| (one.pad.as_str(), one.sha256.as_str()));
        pdf.chain(bijlagen).chain(overig).chain(afdruk)
    }
}

/// Whether the PDF of this entry and all files with it are on the disk as they were written.
pub fn intact(entry: &Entry, out: &Out) -> bool {
    entry.files().all(|(pad, sha256)| out.sha256(pad).is_ok_and(|found| found.as_deref() == Some(sha256)))
}

impl Manifest {
    /// Reads the manifest of the previous run. No manifest is an empty one; what cannot be read is
    /// left out with a note, so that at worst everything is made again.
    pub fn read(out: &Out) -> Result<Noted<Self>, Fatal> {
        let Some(bytes) = out.read(FILE)? else { return Ok(Noted::clean(Self::default())) };
        let Some(lines) = lines(&bytes) else {
            return Ok(Noted { value: Self::default(), notes: vec![broken("is niet te lezen")] });
        };
        let total = lines.len();
        let read = |line| serde_json::from_value::<Entry>(line).ok();
        let safe = |entry: &Entry| entry.files().all(|(pad, _)| is_inside(pad));
        let stukken: Vec<Entry> = lines.into_iter().filter_map(read).filter(safe).collect();
        let lost = total - stukken.len();
        let notes = if lost == 0 { Vec::new() } else { vec![broken(&format!("bevat {lost} onleesbare regel(s)"))] };
        Ok(Noted { value: Self { stukken }, notes })
    }

    /// Writes the manifest, sorted by path.
    pub fn write(&self, out: &Out) -> Result<Written, Fatal> {
        let mut stukken: Vec<&Entry> = self.stukken.iter().collect();
        stukken.sort_by(|a, b| a.pad.cmp(&b.pad));
        let form = Form { vorm: VORM, griffel: env!("CARGO_PKG_VERSION"), stukken };
        let mut text = serde_json::to_string_pretty(&form).expect("text, numbers and lists always become JSON");
        text.push('\n');
        out.write(FILE, text.as_bytes())
    }

    /// Those files that nothing here owns.
    pub fn zonder(&self, mut bestanden: Vec<Bestand>) -> Vec<Bestand> {
        let eigen: std::collections::BTreeSet<&str> =
            self.stukken.iter().flat_map(Entry::files).map(|(pad, _)| pad).collect();
        bestanden.retain(|bestand| !eigen.contains(bestand.pad.as_str()));
        bestanden
    }

    /// The entry of the PDF at this path.
    pub fn entry(&self, pad: &str) -> Option<&Entry> {
        self.stukken.iter().find(|entry| entry.pad == pad)
    }

    /// The manifest after this run: what it made, and what `lot` decides to keep of the rest.
    pub fn next(&self, out: &Out, made: Vec<Entry>, lot: impl Fn(&Entry) -> Lot) -> Result<Noted<Self>, Fatal> {
        let mut notes = Vec::new();
        let mut stukken = made;
        let fresh: std::collections::BTreeSet<String> = stukken.iter().map(|entry| entry.pad.clone()).collect();
        for entry in self.stukken.iter().filter(|entry| !fresh.contains(&entry.pad)) {
            match lot(entry) {
                Lot::Wees => {}
                Lot::Blijft => stukken.push(entry.clone()),
                Lot::Verouderd if out.read(&entry.pad)?.is_none() => {}
                Lot::Verouderd => {
                    notes.push(outdated(entry));
                    stukken.push(Entry { verouderd: true, ..entry.clone() });
                }
            }
        }
        stukken.sort_by(|a, b| a.pad.cmp(&b.pad));
        Ok(Noted { value: Self { stukken }, notes })
    }
}

/// Whether a folder is one that griffel wrote to.
pub fn is_uitvoermap(path: &std::path::Path) -> bool {
    path.join(FILE).is_file()
}

fn lines(bytes: &[u8]) -> Option<Vec<Value>> {
    let mut value: Value = serde_json::from_slice(bytes).ok()?;
    (value.get("vorm")?.as_u64()? == VORM).then_some(())?;
    match value.get_mut("stukken")?.take() {
        Value::Array(lines) => Some(lines),
        _ => None,
    }
}

fn broken(what: &str) -> Note {
    Note::without_place(codes::G701, format!("`{FILE}` {what}; wat ontbreekt wordt opnieuw gemaakt"))
        .hint("Bestanden die daardoor van niemand meer zijn, blijven staan")
}

fn outdated(entry: &Entry) -> Note {
    let message = format!("`{}` is verouderd: `{}` bevat nu een fout", entry.pad, entry.bron);
    Note::without_place(codes::G703, message).hint("Herstel de fout en maak het document opnieuw")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn out() -> (tempfile::TempDir, Out) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = Out::open(folder.path()).expect("an out folder");
        (folder, out)
    }

    fn entry(pad: &str) -> Entry {
        Entry {
            pad: pad.into(),
            document: "brief".into(),
            bron: "content/2021/brief/document.yaml".into(),
            ..Entry::default()
        }
    }

    #[test]
    fn what_is_written_is_read_back_sorted() {
        let (_folder, out) = out();
        let manifest = Manifest { stukken: vec![entry("b.pdf"), entry("a.pdf")] };
        assert_eq!(manifest.write(&out).expect("written"), Written::Made);
        let other = Manifest { stukken: vec![entry("a.pdf"), entry("b.pdf")] };
        assert_eq!(other.write(&out).expect("written"), Written::Unchanged);
        let noted = Manifest::read(&out).expect("read");
        assert_eq!((noted.value, noted.notes), (other, vec![]));
    }

    #[test]
    fn no_manifest_is_an_empty_one() {
        let (_folder, out) = out();
        let noted = Manifest::read(&out).expect("read");
        assert_eq!((noted.value, noted.notes), (Manifest::default(), vec![]));
    }

    #[test]
    fn a_broken_manifest_is_an_empty_one_with_a_note() {
        let (_folder, out) = out();
        for text in ["", "{", "[]", "{\"vorm\": 99, \"stukken\": []}", "{\"vorm\": 1, \"stukken\": {}}", "\u{0}"] {
            out.write(FILE, text.as_bytes()).expect("written");
            let noted = Manifest::read(&out).expect("read");
            assert_eq!(noted.value, Manifest::default(), "{text}");
            assert_eq!(noted.notes[0].code, codes::G701, "{text}");
        }
    }

    #[test]
    fn a_line_that_is_broken_or_leads_outside_costs_only_itself() {
        let (_folder, out) = out();
        Manifest { stukken: vec![entry("a.pdf"), entry("../b.pdf"), entry("c.pdf")] }.write(&out).expect("written");
        let text = String::from_utf8(out.read(FILE).expect("readable").expect("there")).expect("text");
        let text = text.replace("\"pad\": \"c.pdf\"", "\"pad\": 3");
        out.write(FILE, text.as_bytes()).expect("written");
        let noted = Manifest::read(&out).expect("read");
        assert_eq!(noted.value.stukken, [entry("a.pdf")]);
        assert!(noted.notes[0].message.contains("2 onleesbare"), "{}", noted.notes[0].message);
    }

    #[test]
    fn the_rest_stays_goes_or_is_called_outdated() {
        let (_folder, out) = out();
        out.write("fout.pdf", b"x").expect("written");
        let stukken = ["elders.pdf", "fout.pdf", "weg.pdf", "nieuw.pdf", "fout-en-weg.pdf"].map(entry).to_vec();
        let made = vec![Entry { sha256: "1".into(), ..entry("nieuw.pdf") }];
        let lot = |entry: &Entry| match entry.pad.as_str() {
            "elders.pdf" => Lot::Blijft,
            "weg.pdf" => Lot::Wees,
            _ => Lot::Verouderd,
        };
        let noted = Manifest { stukken }.next(&out, made.clone(), lot).expect("decided");
        let outdated = Entry { verouderd: true, ..entry("fout.pdf") };
        assert_eq!(noted.value.stukken, [entry("elders.pdf"), outdated, made[0].clone()]);
        assert_eq!(noted.notes.iter().map(|note| note.code).collect::<Vec<_>>(), [codes::G703]);
    }

    #[test]
    fn an_entry_is_intact_as_long_as_all_its_files_are() {
        let (_folder, out) = out();
        out.write("a.pdf", b"pdf").expect("written");
        out.write("b.pdf", b"bijlage").expect("written");
        let bijlage = Bijlage { pad: "b.pdf".into(), sha256: crate::compile::sha256(b"bijlage"), ..Bijlage::default() };
        let entry = Entry { sha256: crate::compile::sha256(b"pdf"), bijlagen: vec![bijlage], ..entry("a.pdf") };
        assert!(intact(&entry, &out));
        out.write("b.pdf", b"anders").expect("written");
        assert!(!intact(&entry, &out));
        out.write("b.pdf", b"bijlage").expect("written");
        out.remove("a.pdf").expect("removed");
        assert!(!intact(&entry, &out));
    }
}
