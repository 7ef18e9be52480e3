//! Documents: the shared version and, with local values laid over it, the version of each gemeente that has them.

use std::collections::BTreeMap;

use super::blokken::Omgeving;
use super::lokaal::{Lokaal, leg_over, lokaal};
use super::{envelop, keuring};
use crate::diag::codes::{G203, G235, G236, G243, G266};
use crate::diag::{Note, Noted, kies};
use crate::load::node::{Node, Notes};
use crate::load::yaml::Value;
use crate::load::{Raw, RawStuk};
use crate::model::bekend::Bekend;
use crate::model::pdf::{PdfFeiten, PdfFout};
use crate::model::project::Project;
use crate::model::soort::{Soort, Verspreiding};
use crate::model::stuk::{Inhoud, Stuk};

/// Reads all documents.
pub fn stukken(raw: &Raw, project: &Project, notes: &Notes) -> Vec<Stuk> {
    let mut found: Vec<Stuk> = Vec::new();
    for bron in &raw.stukken {
        let Some(value) = &bron.value else { continue };
        if let Some(stuk) = stuk(bron, value, raw, project, notes) {
            dubbel(&found, &stuk, notes);
            found.push(stuk);
        }
    }
    keuring::dubbele_kenmerken(&mut found, project);
    found
}

/// The example of every kind as a document, for the gemeente `voorbeeld`.
pub fn voorbeelden(raw: &Raw, project: &Project, notes: &Notes) -> Vec<Stuk> {
    let mut found = Vec::new();
    for (soort, bron) in &raw.soorten {
        let Some(value) = &bron.voorbeeld else { continue };
        let datum = value.get("datum").and_then(|entry| entry.value.scalar()).map_or("", |scalar| scalar.text.as_str());
        let jaar = datum.get(..4).and_then(|jaar| jaar.parse().ok()).unwrap_or_default();
        let map = format!("templates/{soort}");
        let bron = RawStuk { jaar, map, ..RawStuk::default() };
        found.extend(stuk(&bron, value, raw, project, notes));
    }
    found
}

/// An id is unique within its kind and year.
fn dubbel(eerdere: &[Stuk], stuk: &Stuk, notes: &Notes) {
    let zelfde = |s: &&Stuk| s.id == stuk.id && s.soort == stuk.soort && s.jaar == stuk.jaar;
    if let Some(eerste) = eerdere.iter().find(zelfde) {
        notes.push(
            Note::at(G236, stuk.span.clone(), format!("het id `{}` is al van een ander stuk", stuk.id))
                .also(eerste.span.clone(), "het andere stuk")
                .hint("Geef een van beide een ander id"),
        );
    }
}

fn stuk(bron: &RawStuk, value: &Value, raw: &Raw, project: &Project, notes: &Notes) -> Option<Stuk> {
    let node = Node::new(value, notes);
    let (soort, id) = (node.required_text("soort"), node.required("id").and_then(|id| id.as_slug()));
    let soort = soort?;
    let Some(kind) = project.soorten.get(&soort.text) else {
        // A kind whose own files are faulty has been noted there.
        if !raw.soorten.contains_key(&soort.text) {
            let note = Note::at(G235, soort.span, format!("de soort `{}` bestaat niet", soort.text));
            notes.push(note.bedoeld(
                &soort.text,
                raw.soorten.keys().map(String::as_str),
                kies(
                    "Kies uit",
                    &soort.text,
                    raw.soorten.keys().map(String::as_str),
                    "elke soort is een map in `templates`",
                ),
            ));
        }
        return None;
    };
    let id = id?;
    let lees = |value: &Value| versie(bron, value, kind, raw, project);
    let anders = lokaal(bron, value, &project.gemeenten, &|value| lees(value).notes);
    let mut basis = lees(value);
    basis.notes.extend(anders.notes.iter().cloned());
    samen_voor_allen(&anders, value, kind, &mut basis);
    let lokaal_spans = anders.per_gemeente.iter().map(|(slug, eigen)| (slug.clone(), eigen.span.clone())).collect();
    let lokaal = anders.per_gemeente.into_iter().map(|(slug, eigen)| {
        let mut vooraf = anders.notes.clone();
        vooraf.extend(eigen.notes);
        let value = leg_over(value, &eigen.value, &slug, &mut vooraf);
        let mut versie = lees(&value);
        bedoeld(&mut versie.notes, || lees(&eigen.value).notes);
        versie.notes.extend(vooraf);
        // A fault keeps its PDF from being made; the plan still has to know that there should be one.
        versie.value = versie.value.or_else(|| basis.value.clone());
        (slug, versie)
    });
    let mut lokaal = lokaal.collect();
    keuring::keur(project, &raw.sources, &mut basis, &mut lokaal);
    keuring::ongebruikte_noten(&bron.map, &raw.sources, &mut basis, &mut lokaal);
    Some(Stuk {
        id: id.text,
        soort: soort.text,
        jaar: bron.jaar,
        map: bron.map.clone(),
        bron: raw.sources.get(value.span.file).path.clone(),
        span: id.span,
        basis,
        lokaal,
        lokaal_spans,
        bestanden: bron.bestanden.clone(),
        pdfs: pdfs(bron),
    })
}

/// What the PDFs of a folder say of themselves.
fn pdfs(bron: &RawStuk) -> BTreeMap<String, Result<PdfFeiten, PdfFout>> {
    let is_pdf = |pad: &str| pad.len() >= 4 && pad.as_bytes()[pad.len() - 4..].eq_ignore_ascii_case(b".pdf");
    let pdfs = bron.bestanden.iter().filter(|(pad, _)| is_pdf(pad));
    pdfs.map(|(pad, bytes)| (pad.clone(), super::pdf::lees(bytes))).collect()
}

/// One document for all has no room for what differs.
fn samen_voor_allen(anders: &Lokaal, value: &Value, soort: &Soort, basis: &mut Noted<Option<Inhoud>>) {
    let verspreiding = basis.value.as_ref().map(|inhoud| inhoud.verspreiding.unwrap_or(soort.verspreiding));
    if verspreiding == Some(Verspreiding::Collectief) {
        basis.notes.extend(anders.per_gemeente.iter().map(|(slug, eigen)| {
            let message = format!("dit stuk is er één voor alle gemeenten, dus de waarden voor `{slug}` doen niets");
            let note = Note::at(G266, eigen.span.clone(), message);
            let plek = value.get("verspreiding").map(|entry| entry.value.span.clone());
            let note = plek.into_iter().fold(note, |note, plek| note.also(plek, "hier wordt het één stuk voor allen"));
            note.hint("Haal ze weg, of schrijf `verspreiding: per-gemeente`")
        }));
    }
}

/// An unknown field of a deviation may be meant for one that the document has already: a reading of the deviation alone
/// suggests that too.
fn bedoeld(notes: &mut [Note], alleen: impl FnOnce() -> Vec<Note>) {
    if !notes.iter().any(|note| note.code == G203) {
        return;
    }
    let alleen = alleen();
    let zoekt = |note: &&Note| note.code == G203 && note.hints.iter().any(|hint| hint.starts_with("Bedoelde"));
    for beter in alleen.iter().filter(zoekt) {
        for note in notes.iter_mut().filter(|note| note.code == G203 && note.labels == beter.labels) {
            note.clone_from(beter);
        }
    }
}

/// The tree of a document as one gemeente gets it; without a gemeente, or without deviations of it, what is shared.
pub fn opgelost(raw: &Raw, project: &Project, map: &str, gemeente: Option<&str>) -> Option<Value> {
    let bron = raw.stukken.iter().find(|bron| bron.map == map)?;
    let value = bron.value.as_ref()?;
    let stuk = project.stukken.iter().find(|stuk| stuk.map == map)?;
    let kind = project.soorten.get(&stuk.soort)?;
    let anders = lokaal(bron, value, &project.gemeenten, &|value| versie(bron, value, kind, raw, project).notes);
    // What is wrong with a deviation has been noted when the document was read.
    let eigen = gemeente.and_then(|slug| Some((slug, anders.per_gemeente.get(slug)?)));
    Some(match eigen {
        Some((slug, eigen)) => leg_over(value, &eigen.value, slug, &mut Vec::new()),
        None => value.clone(),
    })
}

/// One version of a document, with the notes that belong to it alone.
fn versie(bron: &RawStuk, value: &Value, soort: &Soort, raw: &Raw, project: &Project) -> Noted<Option<Inhoud>> {
    let notes = Notes::new();
    let standaardteksten = raw.instellingen.as_ref().and_then(|i| i.get("standaardteksten")).map(|entry| &entry.value);
    let omgeving = Omgeving { notes: &notes, standaardteksten, gemeenten: &project.gemeenten, stuk: Some(bron) };
    let inhoud = envelop::inhoud(&omgeving, &Node::new(value, &notes), soort);
    if let Some(Inhoud { datum: Bekend::Bekend(datum), datum_span, .. }) = &inhoud
        && datum.jaar().is_some_and(|jaar| jaar != bron.jaar)
    {
        let message = format!("de datum valt niet in {}, het jaar van de map", bron.jaar);
        notes.push(
            Note::at(G243, datum_span.clone(), message)
                .hint("Kijk het jaar na, of zet het stuk in de map van zijn jaar"),
        );
    }
    Noted { value: inhoud, notes: notes.into_vec() }
}
