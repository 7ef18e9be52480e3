//! Amendments on the points of one gemeente: judged first, so that no two of them get in each other's way, then done.

use std::collections::{BTreeMap, BTreeSet};

use super::zelfde::zelfde;
use crate::diag::codes::{G241, G461, G462, G463, G464, G466};
use crate::diag::{Note, Span, kies};
use crate::model::besluitvorming::{Amendement, Daad, Ingreep, Plek};
use crate::model::stuk::Beslispunt;
use crate::model::tekst::Regel;

/// How many levels of points there are: 1, a, i.
const LAGEN: usize = 3;

/// One change of the points.
#[derive(Clone, Debug)]
pub struct Wijziging<'p> {
    /// By which amendment.
    pub amendement: &'p Amendement,
    /// What it does.
    pub ingreep: &'p Ingreep,
    /// The point as it was proposed; `None` for a new one.
    pub oud: Option<&'p Beslispunt>,
}

/// The points with what changed.
pub(super) struct Aangepast<'p> {
    pub punten: Vec<Beslispunt>,
    pub wijzigingen: Vec<Wijziging<'p>>,
}

/// Does what the amendments say, as far as it can be done; the rest is noted.
pub(super) fn pas_toe<'p>(
    punten: &'p [Beslispunt],
    amendementen: &'p [Amendement],
    gemeente: Option<&str>,
    notes: &mut Vec<Note>,
) -> Aangepast<'p> {
    let mut keuring = Keuring { punten, gemeente, per_id: BTreeMap::new(), geraakt: BTreeMap::new(), notes };
    keuring.plaats(punten, &[]);
    let mut wijzigingen = Vec::new();
    for amendement in amendementen {
        for ingreep in &amendement.ingrepen {
            wijzigingen.extend(keuring.keur(amendement, ingreep));
        }
    }
    keuring.bij_vervallen(&mut wijzigingen);
    let daden = Daden::van(&wijzigingen);
    let nieuw = daden.lijst(punten, gemeente, true);
    if let (Some(laatste), true) = (wijzigingen.last(), nieuw.is_empty()) {
        keuring.notes.push(
            Note::at(G466, laatste.ingreep.span.clone(), "na de amendementen blijft er geen beslispunt over")
                .hint("Nam de raad niets van het voorstel aan, dan is de uitkomst `verworpen`"),
        );
    }
    Aangepast { punten: nieuw, wijzigingen }
}

/// A point of the proposal, with the ids of the points above it.
struct Plaats<'p> {
    punt: &'p Beslispunt,
    boven: Vec<&'p str>,
    orgaan: Option<&'p str>,
}

/// Judges what amendments do.
struct Keuring<'p, 'n> {
    punten: &'p [Beslispunt],
    gemeente: Option<&'n str>,
    /// The points that this gemeente has, by id; new ones of amendments come in as they pass.
    per_id: BTreeMap<&'p str, Plaats<'p>>,
    /// Which amendment changes or drops a point, and where.
    geraakt: BTreeMap<&'p str, (&'p Amendement, &'p Span, bool)>,
    notes: &'n mut Vec<Note>,
}

impl<'p> Keuring<'p, '_> {
    fn plaats(&mut self, punten: &'p [Beslispunt], boven: &[&'p str]) {
        let gemeente = self.gemeente;
        for punt in punten.iter().filter(|punt| punt.voor.bevat(gemeente)) {
            let orgaan = match boven.first().and_then(|id| self.per_id.get(id)) {
                Some(hoofd) => hoofd.orgaan,
                None => punt.orgaan.as_deref(),
            };
            let mut dieper = boven.to_vec();
            if let Some(id) = &punt.id {
                self.per_id.insert(id, Plaats { punt, boven: boven.to_vec(), orgaan });
                dieper.push(id);
            } else {
                dieper.push("");
            }
            self.plaats(&punt.sub, &dieper);
        }
    }

    fn keur(&mut self, amendement: &'p Amendement, ingreep: &'p Ingreep) -> Option<Wijziging<'p>> {
        let oud = match &ingreep.daad {
            Daad::Vervang(id, tekst) => Some(self.bestaand(amendement, ingreep, id, Some(tekst))?),
            Daad::LaatWeg(id) => Some(self.bestaand(amendement, ingreep, id, None)?),
            Daad::VoegToe(plek, punt) => {
                self.nieuw(plek, punt, ingreep)?;
                None
            }
        };
        Some(Wijziging { amendement, ingreep, oud })
    }

    /// A point of the proposal that is changed, or dropped when there are no new words.
    fn bestaand(
        &mut self,
        amendement: &'p Amendement,
        ingreep: &'p Ingreep,
        id: &'p str,
        tekst: Option<&Regel>,
    ) -> Option<&'p Beslispunt> {
        let Some(plaats) = self.per_id.get(id) else {
            self.onbekend(id, ingreep);
            return None;
        };
        let punt = plaats.punt;
        if plaats.orgaan == Some("college") {
            let message = format!("over beslispunt `{id}` besluit het college, dus de raad kan het niet wijzigen");
            let note = Note::at(G461, ingreep.span.clone(), message).also(punt.span.clone(), "het beslispunt");
            self.notes.push(note.hint("Haal dit weg, of maak het een punt van de raad met `orgaan: raad`"));
            return None;
        }
        if let Some((eerder, waar, _)) = self.geraakt.get(id) {
            let message =
                format!("amendement `{}` raakt beslispunt `{id}`, net als `{}`", amendement.nummer, eerder.nummer);
            let note = Note::at(G462, ingreep.span.clone(), message).also((*waar).clone(), "hier ook");
            self.notes.push(note.hint("Schrijf bij één amendement wat het punt uiteindelijk werd"));
            return None;
        }
        if tekst.is_some_and(|tekst| zelfde(tekst, &punt.tekst)) {
            let message = format!("amendement `{}` geeft beslispunt `{id}` de tekst die het al had", amendement.nummer);
            let note =
                Note::at(G464, ingreep.span.clone(), message).also(punt.span.clone(), "zo stond het in het voorstel");
            self.notes.push(note.hint("Schrijf de tekst zoals de raad haar vaststelde, of haal deze wijziging weg"));
            return None;
        }
        self.geraakt.insert(id, (amendement, &ingreep.span, tekst.is_none()));
        Some(punt)
    }

    /// A new point: its place is there, its ids are new, and it does not lie too deep.
    fn nieuw(&mut self, plek: &'p Plek, punt: &'p Beslispunt, ingreep: &'p Ingreep) -> Option<()> {
        let mut boven: Vec<&'p str> = Vec::new();
        if let Some(bij) = plek.id() {
            let Some(plaats) = self.per_id.get(bij) else {
                self.onbekend(bij, ingreep);
                return None;
            };
            boven.clone_from(&plaats.boven);
            if matches!(plek, Plek::Onder(_)) {
                boven.push(bij);
            }
        }
        if boven.len() + lagen(punt) > LAGEN {
            let note = Note::at(G466, ingreep.span.clone(), "dit nieuwe beslispunt ligt dieper dan drie lagen");
            self.notes.push(note.hint("Maak er een eigen beslispunt van, of zet het bij een hoofdpunt"));
            return None;
        }
        let mut dubbel = false;
        for (id, eigen) in ids(punt) {
            if let Some(eerder) = self.per_id.get(id) {
                let note = Note::at(G241, eigen.span.clone(), format!("het id `{id}` is al gebruikt"));
                let note = note.also(eerder.punt.span.clone(), "hier voor het eerst");
                self.notes.push(
                    note.hint(
                        "Wijzigt het amendement dit punt, gebruik dan `vervang`; geef een nieuw punt een ander id",
                    ),
                );
                dubbel = true;
            }
        }
        if dubbel {
            return None;
        }
        // A part of a point of the college would be a point of the college.
        let orgaan = boven.first().and_then(|hoofd| self.per_id.get(hoofd)).and_then(|hoofd| hoofd.orgaan);
        if orgaan == Some("college") || punt.orgaan.as_deref() == Some("college") {
            let note = Note::at(G461, ingreep.span.clone(), "een amendement voegt geen beslispunt van het college toe");
            self.notes.push(note.hint("De raad besluit alleen over zijn eigen punten"));
            return None;
        }
        if let Some(id) = &punt.id {
            self.per_id.insert(id, Plaats { punt, boven: boven.clone(), orgaan });
            boven.push(id);
        }
        self.plaats(&punt.sub, &boven);
        Some(())
    }

    fn onbekend(&mut self, id: &str, ingreep: &Ingreep) {
        let ander = vind(self.punten, id);
        let note = match ander {
            Some(punt) => {
                let message = format!("beslispunt `{id}` staat niet in het voorstel aan deze gemeente");
                Note::at(G461, ingreep.span.clone(), message).also(punt.span.clone(), "het is voor andere gemeenten")
            }
            None => Note::at(G461, ingreep.span.clone(), format!("in het voorstel staat geen beslispunt `{id}`")),
        };
        let bekend: Vec<&str> = self.per_id.keys().copied().collect();
        let keuze = match bekend.is_empty() {
            true => "Geef de beslispunten in het voorstel een `id`".to_string(),
            false => kies("Kies uit", id, bekend.iter().copied(), "de andere staan in het voorstel"),
        };
        // A repair goes where the id itself is pointed at; a new point is pointed at by its own id.
        let eigen_plek = !matches!(ingreep.daad, Daad::VoegToe(..));
        self.notes.push(match eigen_plek && ander.is_none() {
            true => note.bedoeld(id, bekend.iter().copied(), keuze),
            false => note.hint(keuze),
        });
    }

    /// What other amendments do beside or below a point that one of them drops.
    fn bij_vervallen(&mut self, wijzigingen: &mut Vec<Wijziging<'p>>) {
        let vervallen = |id: &str| self.geraakt.get(id).filter(|(_, _, weg)| *weg);
        let mut fouten = Vec::new();
        wijzigingen.retain(|wijziging| {
            let (id, zelf) = match &wijziging.ingreep.daad {
                Daad::Vervang(id, _) | Daad::LaatWeg(id) => (id.as_str(), false),
                Daad::VoegToe(plek, _) => match plek.id() {
                    Some(id) => (id, true),
                    None => return true,
                },
            };
            let boven = self.per_id.get(id).map(|plaats| plaats.boven.as_slice()).unwrap_or_default();
            let mut geraakt = boven.iter().copied().chain(zelf.then_some(id));
            let Some((weg, (eerder, waar, _))) = geraakt.find_map(|id| Some((id, vervallen(id)?))) else { return true };
            let message = format!(
                "amendement `{}` raakt beslispunt `{id}`, maar `{weg}` vervalt door amendement `{}`",
                wijziging.amendement.nummer, eerder.nummer
            );
            let note =
                Note::at(G463, wijziging.ingreep.span.clone(), message).also((*waar).clone(), "hier vervalt het");
            fouten.push(note.hint(if zelf {
                "Noem bij `na` of `voor` een beslispunt dat blijft"
            } else {
                "Haal een van de twee weg: met een beslispunt vervallen ook zijn onderdelen"
            }));
            false
        });
        self.notes.append(&mut fouten);
    }
}

/// What has to be done to the points.
#[derive(Default)]
struct Daden<'p> {
    vervang: BTreeMap<&'p str, &'p Regel>,
    weg: BTreeSet<&'p str>,
    erbij: Vec<(&'p Plek, &'p Beslispunt)>,
}

impl<'p> Daden<'p> {
    fn van(wijzigingen: &[Wijziging<'p>]) -> Self {
        let mut daden = Self::default();
        for wijziging in wijzigingen {
            match &wijziging.ingreep.daad {
                Daad::Vervang(id, tekst) => {
                    daden.vervang.insert(id, tekst);
                }
                Daad::LaatWeg(id) => {
                    daden.weg.insert(id);
                }
                Daad::VoegToe(plek, punt) => daden.erbij.push((plek, punt)),
            }
        }
        daden
    }

    /// The points of one list, changed; `hoofd` tells whether it is the list of main points.
    fn lijst(&self, punten: &[Beslispunt], gemeente: Option<&str>, hoofd: bool) -> Vec<Beslispunt> {
        let mut uit = Vec::new();
        for punt in punten.iter().filter(|punt| punt.voor.bevat(gemeente)) {
            self.zet(punt, gemeente, &mut uit);
        }
        if hoofd {
            for punt in self.op(&|plek| *plek == Plek::Einde) {
                self.zet(punt, gemeente, &mut uit);
            }
        }
        uit
    }

    /// One point with what goes before and behind it.
    fn zet(&self, punt: &Beslispunt, gemeente: Option<&str>, uit: &mut Vec<Beslispunt>) {
        let id = punt.id.as_deref().unwrap_or_default();
        if self.weg.contains(id) {
            return;
        }
        for nieuw in self.op(&|plek| *plek == Plek::Voor(id.to_string())) {
            self.zet(nieuw, gemeente, uit);
        }
        let mut eigen = punt.clone();
        if let Some(tekst) = self.vervang.get(id) {
            eigen.tekst.clone_from(tekst);
        }
        eigen.sub = self.lijst(&punt.sub, gemeente, false);
        for nieuw in self.op(&|plek| *plek == Plek::Onder(id.to_string())) {
            self.zet(nieuw, gemeente, &mut eigen.sub);
        }
        uit.push(eigen);
        for nieuw in self.op(&|plek| *plek == Plek::Na(id.to_string())) {
            self.zet(nieuw, gemeente, uit);
        }
    }

    fn op<'d>(&'d self, daar: &'d dyn Fn(&Plek) -> bool) -> impl Iterator<Item = &'p Beslispunt> + 'd {
        self.erbij.iter().filter(|(plek, _)| daar(plek)).map(|(_, punt)| *punt)
    }
}

/// How many levels a point takes with its parts.
fn lagen(punt: &Beslispunt) -> usize {
    1 + punt.sub.iter().map(lagen).max().unwrap_or(0)
}

/// The ids of a point and its parts.
fn ids(punt: &Beslispunt) -> Vec<(&str, &Beslispunt)> {
    let eigen = punt.id.as_deref().map(|id| (id, punt));
    eigen.into_iter().chain(punt.sub.iter().flat_map(ids)).collect()
}

/// A point by id, for whichever gemeente it is.
fn vind<'p>(punten: &'p [Beslispunt], id: &str) -> Option<&'p Beslispunt> {
    punten.iter().find_map(|punt| if punt.id.as_deref() == Some(id) { Some(punt) } else { vind(&punt.sub, id) })
}
