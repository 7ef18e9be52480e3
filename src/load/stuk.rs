//! Reads the folder of one document: the document, what differs per gemeente, images and annexes.

use std::sync::Arc;

use super::beeld::{self, is_image};
use super::{Loader, RawStuk, csv, vreemd, yaml};
use crate::diag::codes::{G133, G368};
use crate::diag::{Fatal, Note, Noted, Sources, Span};

impl Loader {
    pub(super) fn stuk(&mut self, map: &str, jaar: i32) -> Result<(), Fatal> {
        let mut stuk = RawStuk { jaar, map: map.to_string(), ..RawStuk::default() };
        let (mut seen, mut vreemden) = (false, Vec::new());
        for path in self.disk.files_below(map, &mut self.notes)? {
            let name = &path[map.len() + 1..];
            if name == "document.yaml" {
                seen = true;
                stuk.value = self.author_yaml(&path)?;
            } else if name.starts_with("lokaal/") || name.to_lowercase().starts_with("lokaal.") {
                self.lokaal(&path, name, &mut stuk)?;
            } else if vreemd::is_yaml(name) {
                vreemden.push(path);
            } else {
                let Some(bytes) = self.read(&path) else { continue };
                let bytes: Arc<[u8]> = bytes.into();
                let fout = is_image(name).then(|| beeld::keur(&path, &bytes, &mut self.raw.sources)).flatten();
                self.notes.extend(fout.clone());
                if is_image(name) && fout.is_none() {
                    let below = map.strip_prefix("content").unwrap_or(map);
                    self.raw.beelden.insert(format!("/beeld{below}/{name}"), Arc::clone(&bytes));
                }
                stuk.bestanden.insert(name.to_string(), bytes);
            }
        }
        if seen {
            let hint = "In de map van een document staat één YAML-bestand: `document.yaml`";
            vreemden.iter().for_each(|path| self.unexpected(path, hint));
        } else {
            let note = self.zonder_document(map, &vreemden, &stuk);
            self.notes.push(note);
        }
        if stuk.value.is_some() && !stuk.bestanden.is_empty() {
            self.ongenoemd(map, &stuk);
        }
        self.raw.stukken.push(stuk);
        Ok(())
    }

    /// Files that nothing of the document mentions: an annex that was put in the folder and then forgotten would
    /// silently stay behind.
    fn ongenoemd(&mut self, map: &str, stuk: &RawStuk) {
        let eigen = format!("{map}/");
        let teksten = self.raw.sources.files().iter().filter(|file| file.path.starts_with(&eigen));
        let teksten: Vec<&str> = teksten.map(|file| file.text.as_str()).collect();
        let noemt = |naam: &str| teksten.iter().any(|tekst| noemt(tekst, naam));
        let over: Vec<&String> = stuk.bestanden.keys().filter(|naam| !noemt(naam)).collect();
        for naam in over {
            let place = Span::new(self.raw.sources.add(format!("{map}/{naam}"), ""), 0..0);
            let note =
                Note::at(G368, place, format!("niets in dit stuk noemt het bestand `{naam}`, dus het gaat niet mee"));
            let hint =
                "Is het een bijlage, noem het dan bij `bijlagen`; hoort het er niet bij, zet het buiten het project";
            self.notes.push(note.hint(hint));
        }
    }

    /// A folder without its document; a file with nearly that name is most likely what was meant.
    fn zonder_document(&mut self, map: &str, vreemden: &[String], stuk: &RawStuk) -> Note {
        let message = format!("in de map `{map}` staat geen `document.yaml`");
        if let Some((eerste, rest)) = vreemden.split_first() {
            let place = |path: &String, sources: &mut Sources| Span::new(sources.add(path, ""), 0..0);
            let naam = &eerste[map.len() + 1..];
            let note = Note::at(G133, place(eerste, &mut self.raw.sources), format!("{message}, wel `{naam}`"));
            let sources = &mut self.raw.sources;
            let note = rest.iter().fold(note, |note, path| note.also(place(path, sources), "en dit bestand"));
            return note.hint(
                "Noem het bestand met het document `document.yaml`, in kleine letters, en zet het in de map zelf",
            );
        }
        let note = Note::at(G133, Span::new(self.raw.sources.add(format!("{map}/document.yaml"), ""), 0..0), message);
        if stuk.bestanden.keys().any(|name| name.starts_with("document.yaml/")) {
            return note.hint("Wat zo heet, is een map; maak er een bestand van");
        }
        match stuk.bestanden.keys().find(|name| name.to_lowercase().ends_with(".docx")) {
            Some(word) => note.hint(format!("Griffel leest geen Word: zet de tekst van `{word}` in `document.yaml`")),
            None => note.hint("Zet het document in `document.yaml`, of haal de map weg"),
        }
    }

    /// What differs per gemeente: a file each, and one table. Its notes are kept with it too, since a gemeente whose
    /// deviations cannot be read must not get the common version.
    fn lokaal(&mut self, path: &str, name: &str, stuk: &mut RawStuk) -> Result<(), Fatal> {
        let slug = name.strip_prefix("lokaal/").and_then(|name| name.strip_suffix(".yaml"));
        if let Some(slug) = slug.filter(|slug| !slug.contains('/')) {
            let gelezen = match self.disk.read(path) {
                Ok(bytes) => yaml::parse(&bytes, path, &mut self.raw.sources),
                Err(why) => Noted { value: None, notes: vec![self.unreadable(path, &why)] },
            };
            self.notes.extend(gelezen.notes.iter().cloned());
            stuk.lokaal.insert(slug.to_string(), gelezen);
        } else if name == "lokaal.csv" {
            let gelezen = match self.disk.read(path) {
                Ok(bytes) => csv::parse(&bytes, path, &mut self.raw.sources),
                Err(why) => Noted { value: None, notes: vec![self.unreadable(path, &why)] },
            };
            self.notes.extend(gelezen.notes.iter().cloned());
            stuk.tabel = Some(gelezen);
        } else {
            self.unexpected(path, "Wat per gemeente anders is, staat in `lokaal/<gemeente>.yaml` of in `lokaal.csv`");
        }
        Ok(())
    }
}

/// Whether a text mentions a file by its whole name: `begroting.pdf` is not meant by `meerjarenbegroting.pdf`.
fn noemt(tekst: &str, naam: &str) -> bool {
    let deel = |c: char| c.is_alphanumeric() || "-_.".contains(c);
    tekst.match_indices(naam).any(|(at, _)| !tekst[..at].ends_with(deel) && !tekst[at + naam.len()..].starts_with(deel))
}
