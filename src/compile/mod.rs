//! Typst sources to PDF, in process.
//!
//! The [`Shelf`] holds what all documents share and is built once. Each document gets a sealed
//! [`world`] around its own sources: no disk, no packages, no clock, no network. [`pdf()`] compiles
//! and exports it, and [`trouble`] leads what Typst has to say home to the YAML.

pub mod key;
pub mod pagina;
pub mod pdf;
pub mod shelf;
pub mod trouble;
mod wording;
pub mod world;

#[cfg(test)]
pub(crate) mod proef;

pub use crate::render::bron::{Bron, BronFile};
pub use key::{cache_key, sha256};
pub use pdf::pdf;
pub use shelf::{Bestanden, Shelf};

/// Forgets layout results that two rounds in a row did not need; call it once per batch of
/// documents, after failures too, or memory grows by some 0.6 MB a letter.
pub fn evict() {
    typst::comemo::evict(2);
}

#[cfg(test)]
mod tests {
    #[test]
    fn there_is_one_comemo_or_evicting_would_do_nothing() {
        let lock = include_str!("../../Cargo.lock");
        assert_eq!(lock.matches("name = \"comemo\"").count(), 1);
    }
}
