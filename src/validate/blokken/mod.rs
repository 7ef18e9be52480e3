//! Rich text: Markdown strings and typed blocks to the text tree.

mod parameters;
mod soorten;

use std::collections::BTreeMap;

use super::markdown;
use crate::diag::codes::{G204, G231, G251, G255, G256};
use crate::diag::{Note, Span, kies};
use crate::load::RawStuk;
use crate::load::node::{Node, Notes};
use crate::load::yaml::{Kind, Value};
use crate::model::gemeente::Gemeente;
use crate::model::tekst::{Blok, BlokSoort, Doelgroep, Inline, Knoop, Regel, Tekst};
use parameters::vul_parameters;
use soorten::SOORTEN;

/// What readers of text look things up in.
pub struct Omgeving<'a> {
    /// Where notes go.
    pub notes: &'a Notes,
    /// Standard texts by id, from `content/griffel.yaml`.
    pub standaardteksten: Option<&'a Value>,
    /// Known gemeenten.
    pub gemeenten: &'a BTreeMap<String, Gemeente>,
    /// The document's folder, for images.
    pub stuk: Option<&'a RawStuk>,
}

impl Omgeving<'_> {
    /// One line of rich text.
    pub fn regel(&self, node: &Node<'_>) -> Option<Regel> {
        if node.is_onbekend() {
            return Some(vec![onbekend(node)]);
        }
        let scalar = match &node.value().kind {
            Kind::Scalar(scalar) => scalar,
            _ => {
                node.as_text();
                return None;
            }
        };
        let mut notes = Vec::new();
        let regel = markdown::regel(&scalar.text, &|range| node.locate(range), &mut notes);
        notes.into_iter().for_each(|note| self.notes.push(note));
        Some(regel)
    }

    /// A field that holds one line of rich text.
    pub fn regel_veld(&self, node: &Node<'_>, key: &str) -> Option<Regel> {
        self.regel(&node.child(key)?)
    }

    /// A field that must hold one line of rich text.
    pub fn verplichte_regel(&self, node: &Node<'_>, key: &str) -> Option<Regel> {
        self.regel(&node.required(key)?)
    }

    /// Rich text: a Markdown string, one typed block, or a list of both.
    pub fn tekst(&self, node: &Node<'_>) -> Tekst {
        let mut tekst = Tekst::default();
        match &node.value().kind {
            _ if node.is_onbekend() => tekst.blokken.push(los(BlokSoort::Alinea(vec![onbekend(node)]), node)),
            Kind::List(_) => node.as_list().iter().for_each(|item| self.deel(item, &mut tekst)),
            _ => self.deel(node, &mut tekst),
        }
        tekst
    }

    /// A string or a typed block.
    fn deel(&self, node: &Node<'_>, tekst: &mut Tekst) {
        match &node.value().kind {
            Kind::Scalar(scalar) => {
                let mut notes = Vec::new();
                let mut gelezen = markdown::tekst(&scalar.text, &|range| node.locate(range), &mut notes);
                notes.into_iter().for_each(|note| self.notes.push(note));
                self.beelden(&mut gelezen.blokken);
                tekst.blokken.extend(gelezen.blokken);
            }
            Kind::Map(_) => self.blok(node, tekst),
            Kind::Onleesbaar => {}
            Kind::List(_) | Kind::Leeg => {
                self.notes.push(
                    Note::at(G204, node.span(), format!("{} moet tekst zijn of een blok", node.name()))
                        .hint("Schrijf de tekst achter `|` op nieuwe regels, of begin een blok met `blok: ...`"),
                );
            }
        }
    }

    /// A typed block; what every block may carry is read here.
    fn blok(&self, node: &Node<'_>, tekst: &mut Tekst) {
        let Some(soort) = node.required_text("blok") else { return };
        let id = node.slug("id").map(|id| id.text);
        let voor = self.doelgroep(node);
        let bijeenhouden = node.bool("bijeenhouden").unwrap_or(false);
        let first = tekst.blokken.len();
        if soort.text == "standaardtekst" {
            tekst.blokken.extend(self.standaardtekst(node).blokken);
        } else {
            if let Some(intro) = self.regel_veld(node, "intro") {
                tekst.blokken.push(los(BlokSoort::Alinea(intro), node));
            }
            let Some(lezer) = SOORTEN.iter().find(|(naam, _)| *naam == soort.text) else {
                let note = Note::at(G251, soort.span, format!("`{}` is geen bekend blok", soort.text));
                self.notes.push(note.bedoeld(
                    &soort.text,
                    SOORTEN.iter().map(|(naam, _)| *naam),
                    kies(
                        "Kies uit",
                        &soort.text,
                        SOORTEN.iter().map(|(naam, _)| *naam),
                        "alle blokken staan in de handleiding",
                    ),
                ));
                return;
            };
            let gelezen = lezer.1(self, node, tekst);
            tekst.blokken.extend(gelezen.map(|soort| los(soort, node)));
        }
        node.finish();
        for blok in &mut tekst.blokken[first..] {
            blok.voor = samen(&blok.voor, &voor);
            blok.bijeenhouden |= bijeenhouden;
        }
        if let (Some(laatste), Some(id)) = (tekst.blokken[first..].last_mut(), id) {
            laatste.id = Some(id);
        }
    }

    /// `alleen` and `behalve`: slugs of known gemeenten.
    pub fn doelgroep(&self, node: &Node<'_>) -> Doelgroep {
        let slugs = |key: &str| node.list(key).iter().filter_map(|item| self.gemeente(item)).collect();
        Doelgroep { alleen: slugs("alleen"), behalve: slugs("behalve") }
    }

    /// A known gemeente by slug.
    pub fn gemeente(&self, node: &Node<'_>) -> Option<String> {
        let slug = node.as_slug()?;
        if self.gemeenten.contains_key(&slug.text) {
            return Some(slug.text);
        }
        let note = Note::at(G231, slug.span, format!("de gemeente `{}` is niet bekend", slug.text));
        self.notes.push(note.bedoeld(
            &slug.text,
            self.gemeenten.keys().map(String::as_str),
            "Gebruik de naam van een bestand in `content/gemeenten`",
        ));
        None
    }

    /// A text that the region uses more often, with its parameters filled in.
    fn standaardtekst(&self, node: &Node<'_>) -> Tekst {
        let Some(id) = node.required_text("id") else { return Tekst::default() };
        let mut parameters = BTreeMap::new();
        for (key, waarde) in node.child("parameters").map(|p| p.entries()).unwrap_or_default() {
            if let Some(regel) = self.regel(&waarde) {
                parameters.insert(key.text.clone(), regel);
            }
        }
        let gevonden = self.standaardteksten.and_then(|teksten| teksten.get(&id.text));
        let Some(entry) = gevonden else {
            let known = self.standaardteksten.and_then(Value::entries).unwrap_or_default();
            let note = Note::at(G256, id.span, format!("er is geen standaardtekst `{}`", id.text));
            self.notes.push(note.bedoeld(
                &id.text,
                known.iter().map(|entry| entry.key.text.as_str()),
                "Zet de tekst bij `standaardteksten` in `content/griffel.yaml`",
            ));
            return Tekst::default();
        };
        let mut tekst = self.tekst(&Node::new(&entry.value, self.notes));
        tekst.blokken.iter_mut().for_each(|blok| vul_parameters(&mut blok.soort, &parameters));
        tekst
    }

    fn tekst_veld(&self, node: &Node<'_>, key: &str) -> Vec<Blok> {
        node.child(key).map(|tekst| self.tekst(&tekst).blokken).unwrap_or_default()
    }

    fn knoop(&self, node: &Node<'_>) -> Option<Knoop> {
        let naam = self.verplichte_regel(node, "naam");
        let rol = self.regel_veld(node, "rol");
        let onder = node.list("onder").iter().filter_map(|knoop| self.knoop(knoop)).collect();
        node.finish();
        Some(Knoop { naam: naam?, rol, onder })
    }
}

impl Omgeving<'_> {
    /// The virtual path of an image in the document's folder.
    pub fn beeld(&self, pad: &str) -> Option<String> {
        let stuk = self.stuk?;
        stuk.bestanden.get(pad)?;
        let below = stuk.map.strip_prefix("content").unwrap_or(&stuk.map);
        Some(format!("/beeld{below}/{pad}"))
    }

    /// Why a file is no image of this document: of another sort, or not there.
    pub fn geen_beeld(&self, pad: &str, span: Span) -> Note {
        let klein = pad.to_lowercase();
        if klein.ends_with(".heic") || klein.ends_with(".heif") {
            return Note::at(
                G255,
                span,
                format!("`{pad}` is een foto in de vorm van een iPhone; die is hier niet te tonen"),
            )
            .hint("Bewaar de foto als JPG (op de telefoon of in een fotoprogramma) en zet die in de map");
        }
        if ![".svg", ".png", ".jpg", ".jpeg"].iter().any(|einde| klein.ends_with(einde)) {
            return Note::at(G255, span, format!("`{pad}` is geen svg-, png- of jpg-bestand"))
                .hint("Bewaar het beeld in een van die vormen en zet het in de map van dit stuk");
        }
        let bestanden = self.stuk.map(|stuk| stuk.bestanden.keys().map(String::as_str).collect()).unwrap_or_default();
        let bestanden: Vec<&str> = bestanden;
        let note = Note::at(G255, span, format!("het beeld `{pad}` staat niet in de map van dit stuk"));
        note.bedoeld(pad, bestanden, "Zet een svg-, png- of jpg-bestand in de map en schrijf het pad vanaf die map")
    }

    /// Gives images in Markdown their virtual path, as a block `afbeelding` has it.
    fn beelden(&self, blokken: &mut [Blok]) {
        for Blok { soort, span, .. } in blokken {
            match soort {
                BlokSoort::Afbeelding { bestand, .. } => match self.beeld(bestand) {
                    Some(beeld) => *bestand = beeld,
                    None => {
                        self.notes.push(self.geen_beeld(bestand, span.clone()));
                    }
                },
                BlokSoort::Lijst { items, .. } => items.iter_mut().for_each(|item| self.beelden(item)),
                BlokSoort::Citaat { inhoud, .. } => self.beelden(inhoud),
                _ => {}
            }
        }
    }
}

/// A visible blank, called after the field (or the list) in which the author wrote `onbekend`.
fn onbekend(node: &Node<'_>) -> Inline {
    let veld = node.name().rsplit('`').nth(1).unwrap_or("gegeven");
    Inline::Onbekend { naam: veld.replace('_', " "), span: node.span() }
}

fn los(soort: BlokSoort, node: &Node<'_>) -> Blok {
    Blok { soort, span: node.span(), id: None, voor: Doelgroep::default(), bijeenhouden: false }
}

/// Both restrictions hold: of two lists of `alleen` what stands in both, of `behalve` what stands in either.
fn samen(een: &Doelgroep, twee: &Doelgroep) -> Doelgroep {
    let alleen = match (een.alleen.is_empty(), twee.alleen.is_empty()) {
        (true, _) => twee.alleen.clone(),
        (_, true) => een.alleen.clone(),
        _ => een.alleen.iter().filter(|slug| twee.alleen.contains(slug)).cloned().collect(),
    };
    Doelgroep { alleen, behalve: een.behalve.iter().chain(&twee.behalve).cloned().collect() }
}
