//! XML that leaves the house, judged on its own: by the official schemas, and by what they leave unsaid.
//!
//! Nothing here makes XML. A sidecar of ours and one from elsewhere are read the same way.

pub mod gaten;
pub mod schema;

pub use schema::Soort;

/// One thing that is wrong in an XML file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// The elements that lead there: `urlset/url[2]/loc`.
    pub path: String,
    /// What is wrong, in Dutch, without a full stop.
    pub message: String,
}

/// All that is wrong with a file of this kind: first by its schema, and when it holds to that, by the gaps.
pub fn check(soort: Soort, bytes: &[u8]) -> Vec<Breach> {
    let breaches = schema::check(soort, bytes);
    if breaches.is_empty() { gaten::check(soort, bytes) } else { breaches }
}
