//! What the project says, typed: no I/O, no YAML, no Typst.

pub mod afdruk;
pub mod bekend;
pub mod besluitvorming;
pub mod bijlage;
pub mod datum;
pub mod gemeente;
pub mod gewoon;
pub mod huisregels;
pub mod keuring;
pub mod ondertekening;
pub mod organisatie;
pub mod pdf;
pub mod profiel;
pub mod project;
pub mod publicatie;
pub mod soort;
pub mod stuk;
pub mod tekst;
pub mod tooi;
pub mod veld;
pub mod waardelijst;
