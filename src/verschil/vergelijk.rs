//! Two versions side by side: which PDFs came, went and differ.

use std::collections::{BTreeMap, BTreeSet};

use super::delen::{self, Los};
use super::groepen::groepen;
use super::{Bijlage, Soort, Staat, Stuk, StukVerschil, Stukje, Versie, Verslag, Wie, Wijziging};
use crate::diag::codes::{G721, G722};
use crate::diag::{Note, Noted};

/// One output of a document: year, id, name of the output.
type Sleutel<'a> = (i32, &'a str, &'a str);
/// The PDFs of one output by whom they are for.
type Exemplaren<'a> = BTreeMap<&'a str, &'a Stuk>;

/// Everything that changed from `oud` to `nieuw`.
pub fn vergelijk(oud: &Versie, nieuw: &Versie) -> Noted<Verslag> {
    let (oude, nieuwe) = (per_uitvoer(oud), per_uitvoer(nieuw));
    let sleutels: BTreeSet<Sleutel<'_>> = oude.keys().chain(nieuwe.keys()).copied().collect();
    let mut verslag = Verslag { oud: oud.naam.clone(), nieuw: nieuw.naam.clone(), ongewijzigd: 0, stukken: Vec::new() };
    let mut notes: BTreeSet<Note> = BTreeSet::new();
    let leeg = Exemplaren::new();
    for sleutel in sleutels {
        let (oude, nieuwe) = (oude.get(&sleutel).unwrap_or(&leeg), nieuwe.get(&sleutel).unwrap_or(&leeg));
        let mut per: Vec<(Wie, Vec<Los>)> = Vec::new();
        let mut pdfs = Vec::new();
        let wie: BTreeSet<&str> = oude.keys().chain(nieuwe.keys()).copied().collect();
        for slug in &wie {
            let paar = (oude.get(slug).copied(), nieuwe.get(slug).copied());
            let Some(stuk) = paar.1.or(paar.0) else { continue };
            if let Some(note) = onvergelijkbaar(paar, oud, nieuw) {
                notes.insert(note);
                continue;
            }
            let verschillen = paar_verschil(paar, &mut notes);
            if verschillen.is_empty() {
                verslag.ongewijzigd += 1;
            } else {
                per.push((Wie { slug: stuk.wie.clone(), naam: stuk.naam.clone() }, verschillen));
                pdfs.push(stuk.pad.clone());
            }
        }
        let Some(stuk) = nieuwe.values().chain(oude.values()).next().filter(|_| !per.is_empty()) else { continue };
        let (jaar, id, uitvoer) = (stuk.jaar, stuk.id.clone(), stuk.uitvoer.clone());
        let groepen = groepen(&per, wie.len());
        verslag.stukken.push(StukVerschil { jaar, id, uitvoer, onderwerp: stuk.onderwerp.clone(), pdfs, groepen });
    }
    // A document that neither can make in one piece shows up nowhere above.
    for versie in [oud, nieuw] {
        let nergens = |map: &str| versie.stukken.iter().all(|stuk| stuk.map != map);
        notes.extend(
            versie.onvolledig.iter().filter(|(map, _)| nergens(map)).map(|(map, _)| niet_te_maken(map, versie)),
        );
    }
    Noted { value: verslag, notes: notes.into_iter().collect() }
}

fn per_uitvoer(versie: &Versie) -> BTreeMap<Sleutel<'_>, Exemplaren<'_>> {
    let mut per: BTreeMap<Sleutel<'_>, Exemplaren<'_>> = BTreeMap::new();
    for stuk in &versie.stukken {
        per.entry((stuk.jaar, &stuk.id, &stuk.uitvoer)).or_default().insert(&stuk.wie, stuk);
    }
    per
}

type Paar<'a> = (Option<&'a Stuk>, Option<&'a Stuk>);

/// What one version lacks through a fault has not come or gone.
fn onvergelijkbaar(paar: Paar<'_>, oud: &Versie, nieuw: &Versie) -> Option<Note> {
    let (er, zonder) = match paar {
        (Some(er), None) => (er, nieuw),
        (None, Some(er)) => (er, oud),
        _ => return None,
    };
    let mist = |wie: Option<String>| zonder.onvolledig.contains(&(er.map.clone(), wie));
    (mist(None) || mist(Some(er.wie.clone()))).then(|| niet_te_maken(&er.map, zonder))
}

fn niet_te_maken(map: &str, versie: &Versie) -> Note {
    let message = format!("`{map}` is in {} niet (overal) te maken en daarom niet (helemaal) vergeleken", versie.naam);
    Note::without_place(G722, message).hint("`griffel check` toont in die versie wat er mis is")
}

fn paar_verschil(paar: Paar<'_>, notes: &mut BTreeSet<Note>) -> Vec<Los> {
    let (oud, nieuw) = match paar {
        (Some(oud), Some(nieuw)) => (oud, nieuw),
        (None, Some(nieuw)) => return vec![geheel(nieuw, Soort::NieuwStuk, Staat::Toegevoegd)],
        (Some(oud), None) => return vec![geheel(oud, Soort::StukVervallen, Staat::Vervallen)],
        (None, None) => return Vec::new(),
    };
    let mut uit = match (&oud.afdruk, &nieuw.afdruk) {
        (Some(oude), Some(nieuwe)) => delen::verschil(oude, nieuwe),
        _ => Vec::new(),
    };
    uit.extend(bestanden(&oud.bijlagen, &nieuw.bijlagen));
    if oud.sleutel != nieuw.sleutel && uit.is_empty() {
        let bekend = oud.afdruk.is_some() && nieuw.afdruk.is_some();
        if !bekend {
            let message = format!("van `{}` is niet bewaard welke woorden erin staan", oud.pad);
            let hint =
                "Maak de uitvoermap opnieuw met deze griffel; bij een volgende vergelijking staan de woorden er wel";
            notes.insert(Note::without_place(G721, message).hint(hint));
        }
        let soort = if bekend { Soort::Opmaak } else { Soort::Onbekend };
        uit.push(("pdf".into(), Wijziging { soort, plaats: "PDF".into(), stukjes: Vec::new(), voorbeeld: None }));
    }
    uit
}

fn geheel(stuk: &Stuk, soort: Soort, staat: Staat) -> Los {
    let stukjes = vec![Stukje { staat, tekst: stuk.onderwerp.clone() }];
    ("stuk".into(), Wijziging { soort, plaats: "stuk".into(), stukjes, voorbeeld: None })
}

/// Files with the same title and other bytes; what came and went is in the list of annexes, in words.
fn bestanden(oude: &[Bijlage], nieuwe: &[Bijlage]) -> Vec<Los> {
    let vervangen = |nieuw: &&Bijlage| {
        oude.iter().any(|oud| oud.titel == nieuw.titel && oud.sha256 != nieuw.sha256)
            && !oude.iter().any(|oud| oud.titel == nieuw.titel && oud.sha256 == nieuw.sha256)
    };
    let wijziging = |bijlage: &Bijlage| {
        let stukjes = vec![Stukje { staat: Staat::Gelijk, tekst: bijlage.titel.clone() }];
        let plaats = format!("bijlage {}", bijlage.nummer);
        Wijziging { soort: Soort::BestandVervangen, plaats, stukjes, voorbeeld: None }
    };
    nieuwe.iter().filter(vervangen).map(|b| (format!("bestand/{}", b.titel), wijziging(b))).collect()
}
