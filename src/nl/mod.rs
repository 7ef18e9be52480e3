//! Dutch notation: strings in, strings out.

pub mod aanhalingstekens;
pub mod bedrag;
pub mod datum;
pub mod getal;
pub mod naam;
pub mod opsomming;
pub mod slug;
pub mod zinnen;

/// The space that keeps two words on one line.
pub const NBSP: char = '\u{a0}';
