//! `griffel matrix`: what each gemeente gets of each document, and what is still missing.

use super::args::Matrix;
use super::screen::Scherm;
use super::{failed, schrijf, selectie, uitgang};
use crate::overzicht;
use crate::pipeline::{self, Mislukt};

/// Shows the matrix, and writes it where the user asked.
pub fn run(args: &Matrix, scherm: &mut Scherm<'_>) -> u8 {
    let selectie = selectie(&args.keuze.stukken, &args.keuze.kring);
    let overzicht = match pipeline::matrix(&scherm.pad(&args.keuze.kring.project), &selectie) {
        Ok(overzicht) => overzicht,
        Err(error) => return failed(&error, scherm),
    };
    let matrix = &overzicht.value;
    scherm.notes(&overzicht.notes, &overzicht.sources);
    scherm.zeg(&overzicht::scherm(matrix, scherm.columns()));
    let bestanden = [(args.html.as_deref(), overzicht::html(matrix)), (args.csv.as_deref(), overzicht::csv(matrix))];
    for (path, tekst) in bestanden {
        if let Some(path) = path
            && let Err(fatal) = schrijf(path, tekst.as_bytes(), true, scherm)
        {
            return failed(&Mislukt::Machine(fatal), scherm);
        }
    }
    uitgang(&overzicht.notes)
}
