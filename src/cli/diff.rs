//! `griffel diff`: what changed between two versions.

use std::io::stdout;
use std::path::Path;
use std::process::ExitCode;

use super::args::Diff;
use super::{failed, schrijf, screen, uitgang};
use crate::diag::Sources;
use crate::pipeline::{self, Mislukt};
use crate::plan::Selectie;
use crate::verschil::{self, Verslag};

/// Shows what changed, and writes it where the user asked.
pub fn run(args: &Diff) -> ExitCode {
    let selectie = Selectie {
        stukken: args.stuk.clone(),
        gemeenten: args.gemeente.clone(),
        jaar: args.jaar,
        soort: args.soort.clone(),
        profiel: args.profiel.into(),
    };
    match pipeline::diff(&args.project, args.oud.as_deref(), args.nieuw.as_deref(), &selectie) {
        Ok(overzicht) => {
            screen::notes(&overzicht.notes, &overzicht.sources);
            let verslag = &overzicht.value;
            let tekst = match args.json {
                true => verschil::json(verslag),
                false => verschil::scherm(verslag, screen::columns()),
            };
            screen::print_to(&mut stdout(), &tekst);
            bestanden(args, verslag).unwrap_or_else(|error| failed(&error))
        }
        Err(error) => failed(&error),
    }
}

/// The files that were asked for; with JSON on the screen nothing else is said there.
fn bestanden(args: &Diff, verslag: &Verslag) -> Result<ExitCode, Mislukt> {
    let geschreven = |path: &Path, bytes: &[u8]| schrijf(path, bytes, !args.json).map_err(Mislukt::Machine);
    if let Some(path) = &args.html {
        geschreven(path, verschil::html(verslag).as_bytes())?;
    }
    let mut notes = Vec::new();
    if let Some(path) = &args.pdf
        && let Some(pdf) = pipeline::diff_pdf(&args.project, verslag)?.into(&mut notes)
    {
        geschreven(path, &pdf)?;
    }
    screen::notes(&notes, &Sources::default());
    Ok(uitgang(&notes))
}
