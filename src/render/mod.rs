//! Merges each job through Tera into Typst sources.

pub mod escape;
pub mod tekst;
