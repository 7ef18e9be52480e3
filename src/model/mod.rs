//! What the project says, typed: no I/O, no YAML, no Typst.

pub mod bekend;
pub mod tekst;
