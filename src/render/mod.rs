//! Merges each job through Tera into Typst sources.

pub mod bron;
pub mod escape;
pub mod tekst;
