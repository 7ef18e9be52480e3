//! `publicatie`: how a document is published, and how an organisation does that.

use std::collections::BTreeMap;

use crate::diag::Note;
use crate::diag::codes::{G731, G732, G733};
use crate::load::node::{Node, Text};
use crate::model::publicatie::{Bekendmaking, Indeling, Kanaal, Publicatie, Uitgever, Waardering};
use crate::model::soort::Soort;
use crate::model::waardelijst::Lijst;

/// The lists that a classification chooses from, by field.
const LIJSTEN: [(&str, Lijst); 4] = [
    ("informatiecategorie", Lijst::Informatiecategorie),
    ("documentsoort", Lijst::Documentsoort),
    ("na_vaststelling", Lijst::Documentsoort),
    ("handeling", Lijst::Handeling),
];

/// What a document says of its own publication; `nee` keeps it out of every public bundle.
pub fn publicatie(node: &Node<'_>) -> Publicatie {
    let Some(child) = node.child("publicatie") else { return Publicatie::default() };
    if child.is_scalar() {
        // `ja` is what holds without the field.
        return Publicatie { nooit: child.as_bool() == Some(false), ..Publicatie::default() };
    }
    let dag = |key: &str| child.child(key).and_then(|datum| Some((datum.as_date()?, datum.span())));
    let gelezen = Publicatie {
        nooit: false,
        indeling: indeling(&child),
        datum: dag("datum"),
        datum_besluit: dag("datum_besluit"),
        omschrijving: child.text("omschrijving").map(|t| t.text),
        trefwoorden: child.list("trefwoorden").iter().filter_map(Node::as_text).map(|t| t.text).collect(),
        bekendmaking: child.child("bekendmaking").map(|groep| bekendmaking(&groep)),
    };
    child.finish();
    gelezen
}

fn bekendmaking(node: &Node<'_>) -> Bekendmaking {
    let tekst = |key: &str| node.text_or_onbekend(key).map(|feit| feit.map(|t| t.text));
    let gelezen = Bekendmaking {
        citeertitel: tekst("citeertitel"),
        inwerkingtreding: node.date_or_onbekend("inwerkingtreding"),
        grondslag: tekst("grondslag"),
        rubriek: tekst("rubriek"),
        span: node.span(),
    };
    node.finish();
    gelezen
}

/// Where and how a gemeente or organisation publishes. `bekend` are the kinds that there are.
pub fn kanaal(node: &Node<'_>, soorten: &BTreeMap<String, Soort>) -> Kanaal {
    let tooi = node.child("tooi").and_then(|tooi| tooi.text("id"));
    let code = node.child("code").filter(Node::is_scalar).and_then(|code| code.as_text());
    let namen: Vec<&str> = soorten
        .iter()
        .flat_map(|(id, soort)| {
            std::iter::once(id.as_str()).chain(soort.uitvoer.iter().map(|uitvoer| uitvoer.naam.as_str()))
        })
        .collect();
    let mut indelingen = BTreeMap::new();
    for (key, eigen) in node.child("publicatie").map(|groep| groep.entries()).unwrap_or_default() {
        let gelezen = indeling(&eigen);
        eigen.finish();
        // A kind whose own files are faulty has been noted there.
        if namen.contains(&key.text.as_str()) || namen.is_empty() {
            indelingen.insert(key.text.clone(), gelezen);
        } else {
            let note = Note::at(G732, key.span.clone(), format!("de soort of uitvoer `{}` bestaat niet", key.text));
            node.push(bedoeld(note, &key.text, &namen));
        }
    }
    let span = node.child("naam").map_or_else(|| node.span(), |naam| naam.span());
    Kanaal { basis_url: basis_url(node), tooi: code.or(tooi).map(|t| (t.text, t.span)), indelingen, span }
}

/// `basis_url`: where the files come to stand, without a slash at the end.
pub fn basis_url(node: &Node<'_>) -> Option<(String, crate::diag::Span)> {
    let Text { text, span } = node.url("basis_url")?;
    let zonder = text.trim_end_matches('/');
    if !text.starts_with("https://") || text.contains(['?', '#']) || zonder.len() <= "https://".len() {
        let message = format!("`{text}` kan geen basisadres zijn");
        node.push(Note::at(G733, span, message).hint("Schrijf een adres als `https://publicatie.gemeente.nl/stukken`"));
        return None;
    }
    Some((zonder.to_string(), span))
}

/// `themas` in the settings: the subjects that all papers of the region share.
pub fn themas(node: &Node<'_>) -> Vec<String> {
    let getypt = node.list("themas").into_iter().filter_map(|thema| thema.as_text());
    getypt.filter_map(|typed| uit_lijst(node, "themas", Lijst::Thema, typed)).collect()
}

/// A classification; every value must stand in its list.
fn indeling(node: &Node<'_>) -> Indeling {
    let [informatiecategorie, documentsoort, na_vaststelling, handeling] =
        LIJSTEN.map(|(key, lijst)| node.text(key).and_then(|typed| uit_lijst(node, key, lijst, typed)));
    Indeling {
        informatiecategorie,
        documentsoort,
        na_vaststelling,
        handeling,
        uitgever: node.choice("uitgever", Uitgever::ALLE),
        waardering: node.choice("waardering", Waardering::ALLE),
    }
}

fn uit_lijst(node: &Node<'_>, key: &str, lijst: Lijst, typed: Text) -> Option<String> {
    if lijst.zoek(&typed.text).is_none() {
        let note = Note::at(G731, typed.span, format!("`{}` staat niet in de lijst van `{key}`", typed.text));
        let labels: Vec<&str> = lijst.waarden().iter().map(|waarde| waarde.label.as_str()).collect();
        node.push(bedoeld(note, &typed.text, &labels));
        return None;
    }
    Some(typed.text)
}

fn bedoeld(note: Note, typed: &str, namen: &[&str]) -> Note {
    let anders = match namen.len() {
        ..=20 => format!("Kies uit: {}", namen.join("; ")),
        _ => "De lijst staat op standaarden.overheid.nl/diwoo/metadata".to_string(),
    };
    note.bedoeld(typed, namen.iter().copied(), anders)
}

/// What in a kind's own classification stands in no list, as (field, value).
pub fn niet_in_lijst(indeling: &Indeling) -> Vec<(&'static str, &str)> {
    let waarden =
        [&indeling.informatiecategorie, &indeling.documentsoort, &indeling.na_vaststelling, &indeling.handeling];
    let paren = LIJSTEN.into_iter().zip(waarden).filter_map(|((key, lijst), waarde)| {
        let waarde = waarde.as_deref()?;
        lijst.zoek(waarde).is_none().then_some((key, waarde))
    });
    paren.collect()
}
