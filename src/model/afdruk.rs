//! The words that one PDF prints, part by part: what two versions of it are compared by.

use serde::{Deserialize, Serialize};

/// Everything that one PDF says, in page order as far as the template tells it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Afdruk {
    /// The parts.
    pub delen: Vec<Deel>,
}

/// One part: a field, a section, a point to decide, an annex, a note.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deel {
    /// What it stays through all versions: the path of its field, items of lists by their id.
    pub sleutel: String,
    /// What a reader calls it: `beslispunt 2`, `sectie Inleiding`.
    pub plaats: String,
    /// Its number, when it is an item that is numbered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nummer: Option<String>,
    /// Its words; an empty line between paragraphs, items and rows.
    pub tekst: String,
}
