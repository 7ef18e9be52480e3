//! The whole project as the later stages see it.

use std::collections::BTreeMap;

use super::gemeente::Gemeente;
use super::keuring::Keurwijzer;
use super::organisatie::{Gegevens, Organisatie};
use super::soort::Soort;
use super::stuk::Stuk;
use crate::diag::Span;

/// Settings of the region, from `content/griffel.yaml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Instellingen {
    /// Name of the region.
    pub naam: String,
    /// Id of the organisation that the region's papers come from.
    pub afzender: String,
    /// The address below which the papers of that organisation come to stand.
    pub basis_url: Option<(String, Span)>,
    /// Subjects of all papers of the region, as in the list of themes.
    pub themas: Vec<String>,
    /// Ids of the warnings that keep a document from being `definitief`; `None` is the usual list.
    pub niet_bij_definitief: Option<Vec<&'static str>>,
    /// How the content rules are set.
    pub keurwijzer: Keurwijzer,
}

/// Everything sound that validation found.
#[derive(Clone, Debug, Default)]
pub struct Project {
    /// Settings.
    pub instellingen: Instellingen,
    /// Organisations by id.
    pub organisaties: BTreeMap<String, Organisatie>,
    /// Gemeenten by slug.
    pub gemeenten: BTreeMap<String, Gemeente>,
    /// Kinds by id.
    pub soorten: BTreeMap<String, Soort>,
    /// Documents, ordered by folder.
    pub stukken: Vec<Stuk>,
}

impl Project {
    /// Name, address, look and people of an organisation, or of a gemeente when it is none.
    pub fn gegevens(&self, id: &str) -> Option<&Gegevens> {
        let organisatie = self.organisaties.get(id).map(|o| &o.gegevens);
        organisatie.or_else(|| self.gemeenten.get(id).map(|g| &g.gegevens))
    }
}
