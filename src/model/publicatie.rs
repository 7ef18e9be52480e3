//! How a document is published: under which values of which lists, by whom and where.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::bekend::Bekend;
use crate::diag::Span;

/// How something is classified. The document goes before the gemeente, the gemeente before the output, the output
/// before the kind; what one leaves out is decided by the next. Values are labels or codes of the value lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Indeling {
    /// Category of the Woo.
    pub informatiecategorie: Option<String>,
    /// Kind of document.
    pub documentsoort: Option<String>,
    /// Kind of document once it has been adopted.
    pub na_vaststelling: Option<String>,
    /// What was done with it: ondertekening, ontvangst or vaststelling.
    pub handeling: Option<String>,
    /// In whose bundle it stands.
    pub uitgever: Option<Uitgever>,
    /// How long an archive keeps it.
    pub waardering: Option<Waardering>,
}

impl Indeling {
    /// This one, with what it leaves out taken from `onder`.
    #[must_use]
    pub fn over(&self, onder: &Self) -> Self {
        let kies = |boven: &Option<String>, onder: &Option<String>| boven.clone().or_else(|| onder.clone());
        Self {
            informatiecategorie: kies(&self.informatiecategorie, &onder.informatiecategorie),
            documentsoort: kies(&self.documentsoort, &onder.documentsoort),
            na_vaststelling: kies(&self.na_vaststelling, &onder.na_vaststelling),
            handeling: kies(&self.handeling, &onder.handeling),
            uitgever: self.uitgever.or(onder.uitgever),
            waardering: self.waardering.or(onder.waardering),
        }
    }
}

/// In whose bundle a document stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Uitgever {
    /// Whose folder it stands in: the gemeente that it is for.
    #[default]
    Gemeente,
    /// Who sends it.
    Afzender,
}

impl Uitgever {
    /// All, with the word that an author writes.
    pub const ALLE: &[(&str, Self)] = &[("gemeente", Self::Gemeente), ("afzender", Self::Afzender)];
}

/// How long an archive keeps it: the closed list of MDTO.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Waardering {
    /// For good.
    B,
    /// For some time.
    V,
    /// The archivist decides.
    #[default]
    N,
}

impl Waardering {
    /// All, with the letter that an author writes.
    pub const ALLE: &[(&str, Self)] = &[("B", Self::B), ("V", Self::V), ("N", Self::N)];

    /// Code and label of the list.
    pub fn begrip(self) -> (&'static str, &'static str) {
        match self {
            Self::B => ("B", "Blijvend te bewaren"),
            Self::V => ("V", "Tijdelijk te bewaren"),
            Self::N => ("N", "Nader te bepalen"),
        }
    }
}

/// What a document says of its own publication.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publicatie {
    /// Never published: `publicatie: nee`.
    pub nooit: bool,
    /// How it is classified.
    pub indeling: Indeling,
    /// The day on which it is published, with its place.
    pub datum: Option<(NaiveDate, Span)>,
    /// The day on which the decision on it is published, once the raad has taken it.
    pub datum_besluit: Option<(NaiveDate, Span)>,
    /// What it is about, in one sentence.
    pub omschrijving: Option<String>,
    /// Words to find it by.
    pub trefwoorden: Vec<String>,
    /// What it needs to be announced as a decision of general application.
    pub bekendmaking: Option<Bekendmaking>,
}

/// What the announcement of a decision of general application (through DROP) asks for beyond the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bekendmaking {
    /// The short name to cite it by.
    pub citeertitel: Option<Bekend<String>>,
    /// When it enters into force.
    pub inwerkingtreding: Option<Bekend<NaiveDate>>,
    /// On which law it rests.
    pub grondslag: Option<Bekend<String>>,
    /// Under which heading of the sheet it comes: a legal choice, never made here.
    pub rubriek: Option<Bekend<String>>,
    /// Where it stands.
    pub span: Span,
}

/// Where and how an organisation publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kanaal {
    /// The address below which its files come to stand.
    pub basis_url: Option<(String, Span)>,
    /// Its identifier or code in TOOI.
    pub tooi: Option<(String, Span)>,
    /// How it classifies documents, by kind or output.
    pub indelingen: BTreeMap<String, Indeling>,
    /// Where the organisation says its name.
    pub span: Span,
}

impl Kanaal {
    /// That of an organisation that says nothing of it.
    pub fn leeg(span: Span) -> Self {
        Self { basis_url: None, tooi: None, indelingen: BTreeMap::new(), span }
    }
}
