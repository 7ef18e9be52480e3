//! What lies between the YAML and the PDF: the tree of the YAML, the Typst sources, the cost of a second letter.

mod cache;
pub mod positions;
mod yaml;
