//! The index of each year, after its bundles: made when all of them are asked for and whole, and else taken away.

use std::collections::BTreeSet;

use super::publiceer::{Uitgave, Uitgavelot, Uitgever};
use crate::compile;
use crate::diag::codes::{G524, G525};
use crate::diag::{Fatal, Note};
use crate::kanalen::controle::{self, Stand};
use crate::kanalen::jaaroverzicht::{self, Jaaroverzicht, PAGINA, Regel, map, pdf_naam};
use crate::kanalen::{self, Sleutel};
use crate::publish::{Bundels, Written};

/// What became of the index of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Jaaruitgave {
    /// The year.
    pub jaar: i32,
    /// What became of it.
    pub lot: Jaarlot,
}

/// What became of the index of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jaarlot {
    /// Written.
    Gemaakt,
    /// It lay there already.
    Ongewijzigd,
    /// Not all bundles of the year were asked for; those that were are as they were, so an index that is there is right.
    Deel,
    /// Nothing of the year has been published.
    Leeg,
    /// A fault keeps it from being made.
    Mislukt,
}

/// What the report on the run says of it.
pub(super) fn regel(een: &Jaaruitgave) -> controle::Regel {
    let (stand, uitleg) = match een.lot {
        Jaarlot::Gemaakt | Jaarlot::Ongewijzigd => (Stand::Goed, "gemaakt, als webpagina en als PDF"),
        Jaarlot::Deel => (Stand::LetOp, "niet gemaakt: niet alle bundels van dit jaar zijn gekozen"),
        Jaarlot::Leeg => (Stand::LetOp, "geen: van dit jaar is niets gepubliceerd"),
        Jaarlot::Mislukt => (Stand::Fout, "geen: herstel eerst de fouten hieronder"),
    };
    controle::Regel { wat: een.jaar.to_string(), stand, uitleg: uitleg.to_string(), naar: None }
}

/// The indexes of the years that have a bundle among these. `waren` are the folders that were there before the run.
pub(super) fn maak(
    werk: &Uitgever<'_>,
    (uitgaven, waren): (&[Uitgave], &BTreeSet<String>),
    vorige: &mut Bundels,
    notes: &mut Vec<Note>,
) -> Result<Vec<Jaaruitgave>, Fatal> {
    let jaren: BTreeSet<i32> = uitgaven.iter().map(|uitgave| uitgave.jaar).collect();
    let mut gedaan = Vec::new();
    for jaar in jaren {
        let van: Vec<&Uitgave> = uitgaven.iter().filter(|uitgave| uitgave.jaar == jaar).collect();
        let lot = een(werk, jaar, (&van, waren), vorige, notes)?;
        gedaan.push(Jaaruitgave { jaar, lot });
    }
    Ok(gedaan)
}

fn een(
    werk: &Uitgever<'_>,
    jaar: i32,
    (van, waren): (&[&Uitgave], &BTreeSet<String>),
    vorige: &mut Bundels,
    notes: &mut Vec<Note>,
) -> Result<Jaarlot, Fatal> {
    let alle: BTreeSet<Sleutel> =
        werk.plan.jobs.iter().map(kanalen::sleutel).filter(|(ander, _)| *ander == jaar).collect();
    if van.len() < alle.len() {
        let anders = van.iter().find(|uitgave| match uitgave.lot {
            Uitgavelot::Ongewijzigd => false,
            Uitgavelot::Gemaakt => true,
            Uitgavelot::Leeg | Uitgavelot::Mislukt => waren.contains(&format!("{}/{jaar}", uitgave.wie)),
        });
        if let Some(uitgave) = anders
            && vorige.haal_weg(werk.out, &map(jaar), notes)?
        {
            let message = format!(
                "het overzicht van {jaar} is weggehaald, want de bundel van `{}` is niet meer dezelfde",
                uitgave.wie
            );
            notes.push(
                Note::without_place(G524, message)
                    .hint(format!("Maak het opnieuw met `griffel publish --jaar {jaar}`")),
            );
        }
        return Ok(Jaarlot::Deel);
    }
    let mislukt = van.iter().any(|uitgave| uitgave.lot == Uitgavelot::Mislukt);
    let regels: Vec<Regel> = van.iter().flat_map(|uitgave| uitgave.regels.iter().cloned()).collect();
    let overzicht = jaaroverzicht::overzicht(jaar, &werk.project.instellingen.naam, &regels);
    let bestanden = match (mislukt, &overzicht) {
        (false, Some(overzicht)) => bestanden(werk, overzicht, notes),
        _ => None,
    };
    let Some(bestanden) = bestanden else {
        vorige.haal_weg(werk.out, &map(jaar), notes)?;
        return Ok(if mislukt || overzicht.is_some() { Jaarlot::Mislukt } else { Jaarlot::Leeg });
    };
    let paren: Vec<(&str, &[u8])> = bestanden.iter().map(|(pad, bytes)| (pad.as_str(), bytes.as_slice())).collect();
    Ok(match vorige.zet(werk.out, &map(jaar), &paren, None, notes)? {
        Some(Written::Unchanged) => Jaarlot::Ongewijzigd,
        Some(_) => Jaarlot::Gemaakt,
        None => Jaarlot::Mislukt,
    })
}

/// The page, the PDF and their checksums; `None` when a fault keeps one of them from being made.
fn bestanden(werk: &Uitgever<'_>, overzicht: &Jaaroverzicht, notes: &mut Vec<Note>) -> Option<Vec<(String, Vec<u8>)>> {
    let instellingen = &werk.project.instellingen;
    let Some(regio) = werk.project.gegevens(&instellingen.afzender) else {
        let message = format!(
            "het overzicht van {} is niet te maken: de vaste afzender `{}` bestaat niet",
            overzicht.jaar, instellingen.afzender
        );
        notes.push(
            Note::without_place(G525, message)
                .hint("Noem bij `afzender` in `content/griffel.yaml` een organisatie uit `content/organisaties`"),
        );
        return None;
    };
    let pagina = jaaroverzicht::html(overzicht, &regio.huisstijl, werk.paginas, &werk.raw.sources);
    let bron = jaaroverzicht::bron(overzicht, &regio.huisstijl);
    let pdf = compile::pdf(werk.shelf, &bron, overzicht.dag, &werk.raw.sources).into(notes);
    let pagina = pagina.map_err(|note| notes.push(*note)).ok();
    let mut alle = vec![(PAGINA.to_string(), pagina?.into_bytes()), (pdf_naam(overzicht.jaar), pdf?)];
    let sommen = alle.iter().map(|(pad, bytes)| format!("{}  {pad}\n", compile::sha256(bytes)));
    let sommen = sommen.collect::<String>().into_bytes();
    alle.insert(0, ("SHA256SUMS".to_string(), sommen));
    Some(alle)
}

/// The indexes of years that the content no longer has.
pub(super) fn ruim_op(
    werk: &Uitgever<'_>,
    gedaan: &[Jaaruitgave],
    vorige: &mut Bundels,
    notes: &mut Vec<Note>,
) -> Result<(), Fatal> {
    let oude: Vec<String> = vorige.bundels.iter().map(|entry| entry.map.clone()).filter(|oud| is_index(oud)).collect();
    for oud in oude.iter().filter(|oud| !gedaan.iter().any(|een| map(een.jaar) == **oud)) {
        vorige.haal_weg(werk.out, oud, notes)?;
    }
    Ok(())
}

/// Whether a folder below that of all bundles is that of an index: a bundle lies in the folder of who publishes.
pub(super) fn is_index(map: &str) -> bool {
    !map.contains('/')
}
