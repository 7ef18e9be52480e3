//! Documents: the shared version and, with local values laid over it, the version of each gemeente that has them.

use std::collections::BTreeMap;

use super::blokken::Omgeving;
use super::envelop;
use crate::diag::codes::{G235, G236, G243, G245};
use crate::diag::{Note, Noted, Span, closest};
use crate::load::node::{Node, Notes};
use crate::load::yaml::Value;
use crate::load::{Raw, RawStuk};
use crate::model::bekend::Bekend;
use crate::model::project::Project;
use crate::model::soort::Soort;
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
        let bron = RawStuk { jaar, map, value: None, bestanden: BTreeMap::new() };
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
            notes.push(match closest(&soort.text, raw.soorten.keys().map(String::as_str)) {
                Some(bedoeld) => note.hint(format!("Bedoelde u `{bedoeld}`?")),
                None => note.hint(format!("Kies uit: {}", raw.soorten.keys().cloned().collect::<Vec<_>>().join(", "))),
            });
        }
        return None;
    };
    let id = id?;
    let (overlays, lokaal_spans) = lokaal(&node);
    let basis = versie(bron, value, kind, raw, project);
    let lokaal = overlays
        .into_iter()
        .map(|(slug, overlay)| (slug, versie(bron, &value.overlay(&overlay), kind, raw, project)))
        .collect();
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
    })
}

/// The local values by gemeente, and where each starts.
fn lokaal(node: &Node<'_>) -> (BTreeMap<String, Value>, BTreeMap<String, Span>) {
    let (mut overlays, mut spans) = (BTreeMap::new(), BTreeMap::new());
    for (key, waarden) in node.child("lokaal").map(|lokaal| lokaal.entries()).unwrap_or_default() {
        for vast in ["soort", "id", "ontvangers", "verspreiding", "lokaal"] {
            if let Some(span) = waarden.key_span(vast) {
                let message = format!("`{vast}` kan niet per gemeente verschillen");
                waarden.push(
                    Note::at(G245, span, message).hint("Zet het bovenaan het document, voor alle gemeenten samen"),
                );
            }
        }
        if waarden.is_map() {
            overlays.insert(key.text.clone(), waarden.value().clone());
        } else {
            waarden.entries();
        }
        spans.insert(key.text.clone(), key.span.clone());
    }
    (overlays, spans)
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
