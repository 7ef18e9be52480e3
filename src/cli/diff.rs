//! `griffel diff`: what changed between two versions.

use super::args::Diff;
use super::screen::Scherm;
use super::{failed, schrijf, selectie, uitgang};
use crate::diag::Sources;
use crate::pipeline::{self, Mislukt};
use crate::verschil::{self, Verslag};

/// Shows what changed, and writes it where the user asked.
pub fn run(args: &Diff, scherm: &mut Scherm<'_>) -> u8 {
    let selectie = selectie(&args.stuk, &args.kring);
    match pipeline::diff(&scherm.pad(&args.kring.project), args.oud.as_deref(), args.nieuw.as_deref(), &selectie) {
        Ok(overzicht) => {
            scherm.notes(&overzicht.notes, &overzicht.sources);
            let verslag = &overzicht.value;
            let tekst = match args.json {
                true => verschil::json(verslag),
                false => verschil::scherm(verslag, scherm.columns()),
            };
            scherm.zeg(&tekst);
            bestanden(args, verslag, scherm).unwrap_or_else(|error| failed(&error, scherm))
        }
        Err(error) => failed(&error, scherm),
    }
}

/// The files that were asked for; with JSON on the screen nothing else is said there.
fn bestanden(args: &Diff, verslag: &Verslag, scherm: &mut Scherm<'_>) -> Result<u8, Mislukt> {
    let zeg_het = !args.json;
    if let Some(path) = &args.html {
        schrijf(path, verschil::html(verslag).as_bytes(), zeg_het, scherm)?;
    }
    let mut notes = Vec::new();
    if let Some(path) = &args.pdf
        && let Some(pdf) = pipeline::diff_pdf(&scherm.pad(&args.kring.project), verslag)?.into(&mut notes)
    {
        schrijf(path, &pdf, zeg_het, scherm)?;
    }
    scherm.notes(&notes, &Sources::default());
    Ok(uitgang(&notes))
}
