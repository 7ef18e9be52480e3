//! What a project says about the rules for its content: which hold, and the words that the rules look for.

use std::collections::BTreeMap;

use crate::diag::{Severity, Span};

/// The settings of the content rules, from `content/griffel.yaml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keurwijzer {
    /// Codes of which the project changed the severity; `None` is switched off.
    pub regels: BTreeMap<String, Option<Severity>>,
    /// Abbreviations with what they stand for.
    pub afkortingen: BTreeMap<String, String>,
    /// Wrong spellings with the right one and where that is said.
    pub termen: BTreeMap<String, (String, Span)>,
    /// Words that are hard to read with plainer ones, beside those that griffel knows.
    pub gewone_taal: BTreeMap<String, String>,
    /// A sentence has at most this many words.
    pub zin: usize,
    /// The sentences of a document have at most this many words on average.
    pub gemiddelde: usize,
    /// A paragraph has at most this many words.
    pub alinea: usize,
}

impl Default for Keurwijzer {
    fn default() -> Self {
        Self {
            regels: BTreeMap::new(),
            afkortingen: BTreeMap::new(),
            termen: BTreeMap::new(),
            gewone_taal: BTreeMap::new(),
            zin: 25,
            gemiddelde: 15,
            alinea: 120,
        }
    }
}

/// A note that a document allows, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toegestaan {
    /// The code of the rule.
    pub code: String,
    /// The words that it is about; without them every place in the document.
    pub bij: Option<String>,
    /// Where it stands.
    pub span: Span,
}
