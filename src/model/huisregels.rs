//! House rules: how a sender names, words and orders its papers, for all kinds and per kind.

use std::collections::BTreeMap;

use super::bekend::Bekend;
use super::soort::{Leeg, SectieDef, Soort};
use crate::diag::Span;

/// The words beside reference fields and above lists. Without a word the template has its own, which differs
/// between kinds.
pub const LABELS: &[(&str, Option<&str>)] = &[
    ("aan", Some("Aan")),
    ("agendapunt", Some("Agendapunt")),
    ("behandeling", Some("Contact")),
    ("behandelwijze", Some("Behandeling")),
    ("beslispunten", None),
    ("bijlage", Some("Bijlage")),
    ("bijlagen", Some("Bijlagen")),
    ("collegebesluit", Some("Besluit college")),
    ("commissie", Some("Commissie")),
    ("datum", Some("Datum")),
    ("email", Some("E-mail")),
    ("kenmerk", Some("Ons kenmerk")),
    ("kopie_aan", Some("Kopie aan")),
    ("onderwerp", Some("Onderwerp")),
    ("portefeuillehouder", Some("Portefeuillehouder")),
    ("raad", Some("Gemeenteraad")),
    ("soort", Some("Soort stuk")),
    ("status", Some("Status")),
    ("tav", Some("t.a.v.")),
    ("telefoon", Some("Telefoon")),
    ("uw_kenmerk", Some("Uw kenmerk")),
    ("van", Some("Van")),
    ("versie", Some("Versie")),
    ("zaaknummer", Some("Zaaknummer")),
];

/// The house rules of one sender.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Huisregels {
    /// What holds for every kind.
    pub alle: Regels,
    /// What holds for one kind, by its id.
    pub soorten: BTreeMap<String, Regels>,
}

impl Huisregels {
    /// What holds for this kind: its own rules, and for the rest those for every kind.
    pub fn voor(&self, soort: &str) -> Regels {
        let eigen = self.soorten.get(soort).cloned().unwrap_or_default();
        let alle = self.alle.clone();
        let mut labels = alle.labels;
        labels.extend(eigen.labels);
        Regels {
            naam: eigen.naam,
            secties: eigen.secties,
            labels,
            aanhef: eigen.aanhef,
            dictum: eigen.dictum.or(alle.dictum),
            overwegingen: eigen.overwegingen.or(alle.overwegingen),
            griffier: eigen.griffier.or(alle.griffier),
            kop: eigen.kop.or(alle.kop),
            slotgroet: eigen.slotgroet.or(alle.slotgroet),
            plaats: eigen.plaats.or(alle.plaats),
            paginas: eigen.paginas.or(alle.paginas),
        }
    }
}

/// Rules for one kind; what is absent is as the kind says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regels {
    /// Printed name of the document.
    pub naam: Option<Woord>,
    /// Sections that come first, in this order.
    pub secties: Vec<SectieRegel>,
    /// Words beside reference fields, by the keys of [`LABELS`].
    pub labels: BTreeMap<String, Woord>,
    /// Salutation of a document that has none of its own.
    pub aanhef: Option<Woord>,
    /// The word that decides.
    pub dictum: Option<Woord>,
    /// What ends each consideration of a besluit.
    pub overwegingen: Option<Leesteken>,
    /// Where the griffier signs.
    pub griffier: Option<Kant>,
    /// Where the reference fields stand.
    pub kop: Option<Kop>,
    /// Closing phrase of a document that has none of its own.
    pub slotgroet: Option<Woord>,
    /// Place of signing of a document that has none of its own.
    pub plaats: Option<Bekend<Woord>>,
    /// How many pages a PDF may have, and where that is said.
    pub paginas: Option<(usize, Span)>,
}

/// Words with their place, so that a fault in them leads home.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Woord {
    /// The words.
    pub tekst: String,
    /// Where they stand.
    pub span: Span,
}

/// A rule for one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectieRegel {
    /// Its key.
    pub sleutel: String,
    /// Its heading, when it differs from the kind's.
    pub kop: Option<Woord>,
    /// Its treatment when it is empty, when that differs from the kind's, and where that is said.
    pub leeg: Option<(Leeg, Span)>,
}

/// What ends a consideration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leesteken {
    /// A comma.
    Komma,
    /// A semicolon.
    #[default]
    Puntkomma,
}

impl Leesteken {
    /// The character.
    pub fn teken(self) -> &'static str {
        match self {
            Self::Komma => ",",
            Self::Puntkomma => ";",
        }
    }
}

/// One of two places on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kant {
    /// Left.
    Links,
    /// Right.
    Rechts,
}

/// Where the reference fields stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kop {
    /// In a table under the title.
    Tabel,
    /// In a column beside the text.
    Zijkolom,
    /// In a column beside the text of the besluit, in a table in the voorstel.
    ZijkolomBijBesluit,
}

impl Regels {
    /// The sections of a kind in the order of the house: those that a rule names first, then the kind's.
    pub fn secties<'a>(&'a self, soort: &'a Soort) -> Vec<(&'a SectieDef, Option<&'a SectieRegel>)> {
        let def = |sleutel: &str| soort.secties.iter().find(|def| def.sleutel == sleutel);
        let genoemd = self.secties.iter().filter_map(|regel| Some((def(&regel.sleutel)?, Some(regel))));
        let overige = soort.secties.iter().filter(|def| !self.secties.iter().any(|r| r.sleutel == def.sleutel));
        genoemd.chain(overige.map(|def| (def, None))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Huisregels, Kant, Leesteken, Regels, Woord};
    use crate::diag::{FileNr, Span};

    fn woord(tekst: &str) -> Woord {
        Woord { tekst: tekst.to_string(), span: Span::new(FileNr(0), 0..0) }
    }

    #[test]
    fn a_kind_goes_before_all_kinds_label_by_label() {
        let labels = |paren: &[(&str, &str)]| paren.iter().map(|(k, w)| ((*k).to_string(), woord(w))).collect();
        let alle = Regels {
            labels: labels(&[("raad", "Raad"), ("datum", "Dag")]),
            griffier: Some(Kant::Rechts),
            overwegingen: Some(Leesteken::Komma),
            ..Regels::default()
        };
        let eigen = Regels {
            labels: labels(&[("raad", "Raadsvergadering")]),
            griffier: Some(Kant::Links),
            ..Regels::default()
        };
        let regels = Huisregels { alle, soorten: [("raadsvoorstel".to_string(), eigen)].into() };
        let voorstel = regels.voor("raadsvoorstel");
        assert_eq!(voorstel.labels["raad"].tekst, "Raadsvergadering");
        assert_eq!(voorstel.labels["datum"].tekst, "Dag");
        assert_eq!((voorstel.griffier, voorstel.overwegingen), (Some(Kant::Links), Some(Leesteken::Komma)));
        let brief = regels.voor("informatiebrief");
        assert_eq!((brief.labels["raad"].tekst.as_str(), brief.griffier), ("Raad", Some(Kant::Rechts)));
    }
}
