//! The one integration test program: linking Typst once is enough.
#![allow(clippy::disallowed_methods)] // tests read and write files as they like

mod cases;
mod docs;
mod fuzz;
mod hostile;
mod house;
mod interrupted;
mod kinds;
mod lengths;
mod mistakes;
mod overzicht;
mod publicatie;
mod reader;
mod shows;
mod sidecars;
mod sources;
mod support;
mod tweeling;
mod verify;
