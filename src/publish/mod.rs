//! Writes what has changed, whole or not at all, and keeps the manifest.
//!
//! Everything goes through [`Out`], which never leaves its own folder. What an earlier run made and
//! nobody makes any more is removed by [`Manifest`], file by file, never by wildcard; what a killed run left is known from [`bezig`].

pub mod afdruk;
pub mod bezig;
pub mod bijlagen;
pub mod bundels;
pub mod gemarkeerd;
pub mod inlezen;
pub mod lock;
pub mod los;
pub mod manifest;
pub mod notes;
pub mod orphans;
pub mod out;
pub mod typ;
mod uitpakken;

pub use crate::compile::sha256;
pub use bijlagen::bijlage;
pub use bundels::{BundelEntry, Bundels};
pub use gemarkeerd::gemarkeerd;
pub use inlezen::{Inlezing, inlezen};
pub use lock::Guard;
pub use los::los;
pub use manifest::{Bestand, Bijlage, Entry, Lot, Manifest, intact, is_uitvoermap};
pub use orphans::remove_orphans;
pub use out::{Out, Written};
pub use typ::emit_typ;
