//! Leads what Typst reports home: to the author's YAML when it can, to the template otherwise.

mod kop;
mod naam;

use std::ops::Range;

use typst::diag::SourceDiagnostic;
use typst::syntax::DiagSpan;
use typst::{World, WorldExt};

use super::wording::{self, Wording};
use super::world::DocWorld;
use super::{Bron, BronFile, Shelf, pdf};
use crate::diag::{Note, Sources, Span, codes, ordered};

/// A place in Typst source that no author wrote.
struct Sjabloon {
    /// The virtual path of the source.
    path: String,
    /// The line, from 1.
    regel: usize,
    /// The text of that line.
    tekst: String,
    /// Which bytes of the source are meant, and where the line begins.
    range: Range<usize>,
    begin: usize,
}

/// Turns diagnostics into notes, in reading order and without doubles.
pub fn notes(shelf: &Shelf, world: &DocWorld, bron: &Bron, found: &[SourceDiagnostic], teksten: &Sources) -> Vec<Note> {
    ordered(found.iter().flat_map(|one| lead_home(shelf, world, bron, one, teksten)).collect())
}

fn lead_home(shelf: &Shelf, world: &DocWorld, bron: &Bron, found: &SourceDiagnostic, teksten: &Sources) -> Vec<Note> {
    let wording = wording::dutch(found);
    if wording.code == codes::G606 {
        let broken = broken_images(shelf, world, found.span);
        if !broken.is_empty() {
            return broken.iter().map(|path| image_note(bron, path, &wording)).collect();
        }
    }
    let (teken, onbekend) = (wording.teken, wording.naam.clone());
    let mut note = note(shelf, world, bron, found, wording);
    if let (Some(teken), Some(label)) = (teken, note.labels.first_mut()) {
        label.span = op_het_teken(&label.span, teken, teksten);
    }
    vec![match onbekend {
        Some(naam) => naam::bedoeld((shelf, world, bron), in_template(world, bron, found.span), &naam, note),
        None => note,
    }]
}

/// The character itself within the piece of text around it; the piece when the author wrote it in another way.
fn op_het_teken(stuk: &Span, teken: char, teksten: &Sources) -> Span {
    let file = teksten.files().get(stuk.file.0 as usize);
    let at = file.and_then(|file| file.text.get(stuk.range())?.find(teken));
    at.map_or_else(|| stuk.clone(), |at| Span::new(stuk.file, stuk.start + at..stuk.start + at + teken.len_utf8()))
}

fn note(shelf: &Shelf, world: &DocWorld, bron: &Bron, found: &SourceDiagnostic, wording: Wording) -> Note {
    let Wording { code, message, mut hints, .. } = wording;
    let sjabloon = in_template(world, bron, found.span);
    let kop = || if code == codes::G603 { kop::sprong(bron) } else { None };
    let herkomst = author(world, bron, found).or_else(kop);
    let geschreven = sjabloon.as_ref().and_then(|place| place.geschreven(shelf, bron));
    let note = match (herkomst, geschreven, sjabloon) {
        (Some(author), Some(place), _) => Note::at(code, author, message).also(place, "hier gaat het mis"),
        (Some(author), None, Some(place)) => {
            hints.push(format!("het gaat mis in {}", place.name(bron)));
            Note::at(code, author, message)
        }
        (Some(author), None, None) => Note::at(code, author, message),
        (None, Some(place), _) => {
            let note = Note::at(code, place, message);
            match &bron.owner {
                Some(owner) => note.also(owner.clone(), format!("bij dit stuk, met `templates/{}`", bron.template)),
                None => note.hint(format!("Dit gebeurt bij `{}`", bron.titel)),
            }
        }
        (None, None, Some(place)) => {
            at(bron, None, Note::without_place(code, format!("{message}, in {}", place.name(bron))))
        }
        (None, None, None) => at(bron, None, Note::without_place(code, format!("{message}, in `{}`", bron.titel))),
    };
    hints.into_iter().fold(note, Note::hint)
}

/// Where the author wrote what stands at this place in the sources, or somewhere in the same piece of text.
pub(super) fn herkomst(world: &DocWorld, bron: &Bron, span: typst::syntax::Span) -> Option<Span> {
    let (file, range) = generated(world, bron, span.into())?;
    file.herkomst(range).or_else(|| whole(bron, file))
}

/// The note at `place`, or else at the owner of the document.
pub(super) fn at(bron: &Bron, place: Option<Span>, note: Note) -> Note {
    match place.or_else(|| bron.owner.clone()) {
        Some(span) => Note { hints: note.hints, ..Note::at(note.code, span, note.message) },
        None => note,
    }
}

/// Where the author wrote what this is about: at the place itself, at the nearest call around it,
/// or else somewhere in the same piece of text.
fn author(world: &DocWorld, bron: &Bron, found: &SourceDiagnostic) -> Option<Span> {
    let calls = found.trace.iter().map(|call| DiagSpan::from(call.span));
    let places: Vec<_> =
        std::iter::once(found.span).chain(calls).filter_map(|span| generated(world, bron, span)).collect();
    let exact = places.iter().find_map(|(file, range)| file.herkomst(range.clone()));
    exact.or_else(|| places.iter().find_map(|(file, _)| whole(bron, file)))
}

fn generated<'a>(world: &DocWorld, bron: &'a Bron, span: DiagSpan) -> Option<(&'a BronFile, Range<usize>)> {
    let file = bron.file(span.id()?.get().vpath().get_with_slash())?;
    Some((file, world.range(span)?))
}

/// All that the author wrote in one piece of text; the main source is a template's, not a piece.
fn whole(bron: &Bron, file: &BronFile) -> Option<Span> {
    if is_main(bron, &file.path) { None } else { file.herkomst(0..file.text.len()) }
}

/// The line this is about, unless the author wrote it.
fn in_template(world: &DocWorld, bron: &Bron, span: DiagSpan) -> Option<Sjabloon> {
    if generated(world, bron, span).is_some_and(|(file, range)| file.herkomst(range).is_some()) {
        return None;
    }
    let id = span.id()?;
    let range = world.range(span)?;
    let source = world.source(id).ok()?;
    let regel = source.lines().byte_to_line(range.start)?;
    let begin = source.lines().line_to_byte(regel)?;
    let tekst = source.text()[begin..].lines().next().unwrap_or_default().to_string();
    let path = id.get().vpath().get_with_slash().to_string();
    Some(Sjabloon { path, regel: regel + 1, tekst, range, begin })
}

fn is_main(bron: &Bron, path: &str) -> bool {
    bron.files.first().is_some_and(|main| main.path == path)
}

impl Sjabloon {
    /// The place in the file that a designer wrote. Style modules are read as they are; of the main source the line is
    /// looked up in the template, for Tera leaves most lines as they were.
    fn geschreven(&self, shelf: &Shelf, bron: &Bron) -> Option<Span> {
        if bron.file(&self.path).is_none() {
            let (nr, _) = shelf.bestand(self.path.trim_start_matches('/'))?;
            return Some(Span::new(nr, self.range.clone()));
        }
        if !is_main(bron, &self.path) {
            return None;
        }
        let own = shelf.bestand(&bron.template);
        let mut files = own.into_iter().chain(shelf.delen());
        files.find_map(|(nr, text)| {
            let start = self.range.start - self.begin;
            let end = (self.range.end - self.begin).min(self.tekst.len());
            let woord = self.tekst.get(start..end)?;
            // The whole line, or else the word on a line that begins alike.
            let line = self.tekst.trim();
            let whole = text.find(line).filter(|_| !line.is_empty());
            let at = whole.map(|at| at + start - (self.tekst.len() - self.tekst.trim_start().len()));
            let kop = self.tekst.get(..start)?;
            let alike =
                || text.find(&format!("{kop}{woord}")).filter(|_| !woord.trim().is_empty()).map(|at| at + kop.len());
            let at = at.or_else(alike)?;
            Some(Span::new(nr, at..(at + woord.len()).min(text.len())))
        })
    }

    fn name(&self, bron: &Bron) -> String {
        let Self { path, regel, .. } = self;
        if is_main(bron, path) {
            format!("`templates/{}` (regel {regel} van de gemaakte bron)", bron.template)
        } else if bron.file(path).is_some() {
            format!("de gemaakte bron `{path}`, regel {regel}")
        } else {
            format!("`templates{path}`, regel {regel}")
        }
    }
}

/// The images that are to blame. Typst names the call in a style module, not the image, so each
/// image that the document can see is tried alone; only a document that fails already pays for it.
fn broken_images(shelf: &Shelf, world: &DocWorld, span: DiagSpan) -> Vec<String> {
    let path = span.id().map(|id| id.get().vpath().get_with_slash().to_string());
    match path {
        Some(path) if world.beelden().any(|beeld| beeld == path) => vec![path],
        _ => world.beelden().filter(|beeld| !pdf::image_is_fit(shelf, beeld)).map(str::to_string).collect(),
    }
}

fn image_note(bron: &Bron, path: &str, wording: &Wording) -> Note {
    let named = bron.files.iter().find_map(|file| {
        let start = file.text.find(path)?;
        Some((file, start..start + path.len()))
    });
    let place = named.and_then(|(file, range)| file.herkomst(range).or_else(|| whole(bron, file)));
    let name = path.trim_start_matches("/beeld/");
    let note = at(bron, place, Note::without_place(wording.code, format!("{}: `{name}`", wording.message)));
    wording.hints.iter().cloned().fold(note, Note::hint)
}

#[cfg(test)]
mod tests;
