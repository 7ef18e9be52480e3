//! What is printed stays on the paper, inside the margins, and off other words.

use super::super::lees::{Blad, Deel, Ding};
use super::super::maat::{in_mm, punten};
use super::{Document, Vondst, genoemd, per};
use crate::diag::codes::{G633, G634, G635};

/// Points that a letter's edge may stick out unseen.
const SPELING: f64 = 1.5;

/// Millimetres along the edge of the paper that many printers leave white.
const WITRAND: f64 = 5.0;

pub fn regels(document: &Document) -> Vec<Vondst> {
    let bladen = document.bladen.iter().enumerate();
    bladen.flat_map(|(nr, blad)| over_de_rand(nr, blad).into_iter().chain(over_elkaar(nr, blad))).collect()
}

/// What sticks out is told once for a table, a cell or a paragraph.
fn eenheid(ding: &Ding) -> (u8, usize) {
    let Deel { tabel, alinea, .. } = ding.deel;
    match (tabel, alinea) {
        (Some(nr), _) => (0, nr),
        (None, Some(nr)) => (1, nr),
        (None, None) => (2, 0),
    }
}

fn over_de_rand(nr: usize, blad: &Blad) -> Vec<Vondst> {
    let mut uit = Vec::new();
    for (_, dingen) in per(blad, |ding| Some(eenheid(ding))) {
        let ergst =
            dingen.iter().map(|ding| (*ding, rand(blad, ding))).fold(None, |ergst: Option<(&Ding, Rand)>, een| {
                if ergst.as_ref().is_some_and(|(_, rand)| rand.ernst() >= een.1.ernst()) { ergst } else { Some(een) }
            });
        let Some((ding, rand)) = ergst else { continue };
        let wat = genoemd(ding);
        uit.extend(match rand {
            Rand::Binnen => None,
            Rand::Papier(maat) => {
                let wat = format!("`{wat}` valt {} van het papier", in_mm(maat));
                Some(Vondst::over(G634, nr, &[ding], wat, hulp(ding)))
            }
            Rand::Witrand => {
                let wat = format!(
                    "`{wat}` staat binnen {WITRAND} mm van de rand van het papier; daar drukt een printer niet"
                );
                Some(Vondst::over(G633, nr, &[ding], wat, hulp(ding)))
            }
            Rand::Marge(maat, kant) => {
                let wat = format!("`{wat}` steekt {} {kant} buiten de marge", in_mm(maat));
                Some(Vondst::over(G633, nr, &[ding], wat, hulp(ding)))
            }
        });
    }
    uit
}

/// How far out something lies.
enum Rand {
    Binnen,
    Marge(f64, &'static str),
    Witrand,
    Papier(f64),
}

impl Rand {
    /// The worse, the higher.
    fn ernst(&self) -> f64 {
        match self {
            Self::Binnen => 0.0,
            Self::Marge(maat, _) => *maat,
            Self::Witrand => 1e6,
            Self::Papier(maat) => 1e9 + maat,
        }
    }
}

fn rand(blad: &Blad, ding: &Ding) -> Rand {
    // Decoration may run off the paper on purpose; words never do.
    if ding.deel.versiering && ding.tekst.is_none() {
        return Rand::Binnen;
    }
    let van_papier = ding.vak.buiten(&blad.papier);
    if van_papier > SPELING {
        return Rand::Papier(van_papier);
    }
    if ding.vak.buiten(&blad.papier.krimp(punten(WITRAND))) > SPELING {
        return Rand::Witrand;
    }
    let Some(zetspiegel) = blad.zetspiegel.filter(|_| ding.loopt()) else { return Rand::Binnen };
    // To the left and above the style hangs numbers and names on purpose; a line runs over to the right or below.
    let (rechts, onder) = (ding.vak.x1 - zetspiegel.x1, ding.vak.y1 - zetspiegel.y1);
    if rechts > SPELING && rechts >= onder {
        Rand::Marge(rechts, "rechts")
    } else if onder > SPELING {
        Rand::Marge(onder, "onder")
    } else {
        Rand::Binnen
    }
}

fn hulp(ding: &Ding) -> &'static str {
    if ding.deel.tabel.is_some() {
        "Maak de tabel smaller: minder kolommen, kortere woorden of andere breedten"
    } else if ding.tekst.is_none() {
        "Geef de afbeelding een kleinere `breedte`"
    } else {
        "Kort het lange woord in, of zet er een spatie of koppelteken in waar het mag breken"
    }
}

/// Words over words: most often one that is too long for its column.
fn over_elkaar(nr: usize, blad: &Blad) -> Vec<Vondst> {
    let mut teksten: Vec<&Ding> = blad.dingen.iter().filter(|ding| ding.tekst.is_some()).collect();
    teksten.sort_by(|a, b| a.inkt.y0.total_cmp(&b.inkt.y0));
    let mut uit: Vec<Vondst> = Vec::new();
    let mut gemeld = Vec::new();
    for (at, een) in teksten.iter().enumerate() {
        let eronder = teksten[at + 1..].iter().take_while(|ander| ander.inkt.y0 < een.inkt.y1);
        let Some(ander) = eronder.into_iter().find(|ander| raakt(een, ander)) else { continue };
        let paar = (eenheid(een), eenheid(ander));
        if gemeld.contains(&paar) {
            continue;
        }
        gemeld.push(paar);
        // The one that starts first is the one that runs on.
        let (lang, kort) = if een.vak.x0 <= ander.vak.x0 { (een, ander) } else { (ander, een) };
        let wat = format!("`{}` staat over `{}` heen", genoemd(lang), genoemd(kort));
        let hulp = "Kort het lange woord in, of geef het meer ruimte: een bredere kolom, een spatie of een koppelteken";
        uit.push(Vondst::over(G635, nr, &[lang, kort], wat, hulp));
    }
    uit
}

/// Whether two pieces of text share more ink than neighbours ever do.
fn raakt(een: &Ding, ander: &Ding) -> bool {
    let (breed, hoog) = een.inkt.samen(&ander.inkt);
    let laagst = (een.inkt.y1 - een.inkt.y0).min(ander.inkt.y1 - ander.inkt.y0);
    breed > SPELING && hoog > laagst * 0.4
}
