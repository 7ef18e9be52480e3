//! Rules for what a document says: dates, references, sums, spelling, privacy, plain words.
//!
//! A rule is a function over one version of a document ([`Blad`]) that gives notes at the words they are about. The
//! versions of a document share most of their text, so a note that all have is one note, and a note that only some
//! gemeenten have names them. A project may change the severity of a rule, and a document may allow a note, both in
//! `instellingen`.

mod besluit;
mod bouw;
mod data;
mod instellingen;
mod invulplek;
mod kenmerk;
mod leesbaar;
mod lezer;
mod lijdend;
mod links;
mod noten;
mod passage;
mod persoon;
mod privacy;
mod schrijfwijze;
mod sommen;
mod stelling;
mod taal;
mod tekens;
mod titels;
mod verwijzing;
mod woorden;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::diag::codes::G878;
use crate::diag::{Code, Note, Noted, Sources};
use crate::model::project::Project;
use crate::model::stuk::Inhoud;
use crate::model::tekst::{Blok, Tabel};
pub use instellingen::{keurwijzer, toegestaan};
pub use kenmerk::dubbele_kenmerken;
pub use noten::ongebruikt as ongebruikte_noten;
use passage::Passage;
use woorden::kort;

/// A version of a document with all that it prints.
struct Blad<'a> {
    inhoud: &'a Inhoud,
    project: &'a Project,
    sources: &'a Sources,
    passages: Vec<Passage<'a>>,
    teksten: Vec<&'a [Blok]>,
    tabellen: Vec<&'a Tabel>,
}

impl Blad<'_> {
    /// A note at characters of a passage.
    fn note(
        &self,
        code: &'static Code,
        passage: &Passage<'_>,
        bereik: Range<usize>,
        message: impl Into<String>,
    ) -> Note {
        let plek = passage.plek(bereik, self.sources).unwrap_or_else(|| self.inhoud.onderwerp_span.clone());
        Note::at(code, plek, message)
    }
}

/// A rule, or rules that look at the same thing.
type Regel = fn(&Blad<'_>, &mut Vec<Note>);

/// All rules.
const REGELS: &[Regel] = &[
    data::keur,
    data::keur_velden,
    verwijzing::keur,
    bouw::keur,
    links::keur,
    schrijfwijze::termen,
    schrijfwijze::afkortingen,
    tekens::aanhaling,
    tekens::bedragen,
    invulplek::keur,
    titels::keur,
    besluit::keur,
    stelling::keur,
    sommen::keur,
    privacy::keur,
    persoon::keur,
    leesbaar::keur,
    lijdend::keur,
    taal::keur,
];

/// The versions of a document: the shared one and those of gemeenten.
type Versies = BTreeMap<String, Noted<Option<Inhoud>>>;

/// Holds the versions of a document to the rules; their notes join those of the version.
pub fn keur(project: &Project, sources: &Sources, basis: &mut Noted<Option<Inhoud>>, lokaal: &mut Versies) {
    let keur_versie = |versie: &Noted<Option<Inhoud>>| {
        versie.value.as_ref().map(|inhoud| gekeurd(inhoud, project, sources)).unwrap_or_default()
    };
    let gedeeld = keur_versie(basis);
    let eigen: BTreeMap<String, Gekeurd> = lokaal.iter().map(|(slug, v)| (slug.clone(), keur_versie(v))).collect();
    let gebruikt: BTreeSet<usize> =
        eigen.values().chain([&gedeeld]).flat_map(|gekeurd| gekeurd.gebruikt.iter().copied()).collect();
    let overbodig: Vec<Note> = basis.value.iter().flat_map(|inhoud| overbodig(inhoud, &gebruikt)).collect();
    let wie = wie(&gedeeld, &eigen);
    for (slug, gekeurd) in &eigen {
        let Some(versie) = lokaal.get_mut(slug) else { continue };
        let noten = gekeurd.notes.iter().map(|note| genoemd(note, wie.get(note), eigen.len()));
        versie.notes.extend(noten.chain(overbodig.iter().cloned()));
    }
    basis.notes.extend(gedeeld.notes.into_iter().chain(overbodig));
}

/// What the rules found in one version.
#[derive(Default)]
struct Gekeurd {
    notes: Vec<Note>,
    /// Which of its allowances were needed.
    gebruikt: BTreeSet<usize>,
}

fn gekeurd(inhoud: &Inhoud, project: &Project, sources: &Sources) -> Gekeurd {
    let gelezen = lezer::lees(inhoud);
    let lezer::Gelezen { passages, teksten, tabellen, .. } = gelezen;
    let blad = Blad { inhoud, project, sources, passages, teksten, tabellen };
    let mut notes = Vec::new();
    REGELS.iter().for_each(|regel| regel(&blad, &mut notes));
    let mut gekeurd = Gekeurd::default();
    for note in notes {
        let Some(note) = met_ernst(note, project) else { continue };
        match inhoud.toegestaan.iter().position(|mag| past(mag, &note, sources)) {
            Some(nr) => _ = gekeurd.gebruikt.insert(nr),
            None => gekeurd.notes.push(note),
        }
    }
    gekeurd
}

/// The note with the severity that the project gives its rule; none when the rule is switched off.
fn met_ernst(mut note: Note, project: &Project) -> Option<Note> {
    match project.instellingen.keurwijzer.regels.get(note.code.id) {
        None => {}
        Some(None) => return None,
        Some(Some(ernst)) => note.code = note.code.met_ernst(*ernst),
    }
    Some(note)
}

/// Whether the writer allows this note.
fn past(mag: &crate::model::keuring::Toegestaan, note: &Note, sources: &Sources) -> bool {
    let woorden = |tekst: &str| tekst.split_whitespace().collect::<Vec<_>>().join(" ");
    let hier = || note.labels.first().map(|label| woorden(sources.slice(&label.span))).unwrap_or_default();
    mag.code == note.code.id && mag.bij.as_ref().is_none_or(|bij| hier().contains(&woorden(bij)))
}

/// Allowances that no version needs.
fn overbodig(inhoud: &Inhoud, gebruikt: &BTreeSet<usize>) -> Vec<Note> {
    let over = inhoud.toegestaan.iter().enumerate().filter(|(nr, _)| !gebruikt.contains(nr));
    over.map(|(_, mag)| {
        let message = format!("`toestaan` noemt {}, maar die melding is er niet", mag.code);
        Note::at(G878, mag.span.clone(), message).hint("Haal deze uitzondering weg")
    })
    .collect()
}

/// The gemeenten that have a note which the shared version does not have.
fn wie<'n>(gedeeld: &Gekeurd, eigen: &'n BTreeMap<String, Gekeurd>) -> BTreeMap<&'n Note, Vec<&'n str>> {
    let gedeeld: BTreeSet<&Note> = gedeeld.notes.iter().collect();
    let mut wie: BTreeMap<&Note, Vec<&str>> = BTreeMap::new();
    for (slug, gekeurd) in eigen {
        for note in gekeurd.notes.iter().filter(|note| !gedeeld.contains(note)) {
            let slugs = wie.entry(note).or_default();
            if slugs.last() != Some(&slug.as_str()) {
                slugs.push(slug);
            }
        }
    }
    wie
}

/// A note that not all versions have, with the gemeenten that have it.
fn genoemd(note: &Note, wie: Option<&Vec<&str>>, versies: usize) -> Note {
    let Some(wie) = wie.filter(|wie| versies == 1 || wie.len() < versies) else { return note.clone() };
    let namen: Vec<String> = wie.iter().map(|slug| format!("`{slug}`")).collect();
    let bij = if wie.len() > 3 { format!("{} gemeenten", wie.len()) } else { namen.join(", ") };
    Note { message: format!("{} (bij {bij})", note.message), ..note.clone() }
}
