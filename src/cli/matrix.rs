//! `griffel matrix`: what each gemeente gets of each document, and what is still missing.

use std::io::stdout;
use std::process::ExitCode;

use super::args::Matrix;
use super::{failed, schrijf, screen, selectie, uitgang};
use crate::overzicht;
use crate::pipeline::{self, Mislukt};

/// Shows the matrix, and writes it where the user asked.
pub fn run(args: Matrix) -> ExitCode {
    let selectie = selectie(&args.keuze);
    let overzicht = match pipeline::matrix(&args.keuze.project, &selectie) {
        Ok(overzicht) => overzicht,
        Err(error) => return failed(&error),
    };
    let matrix = &overzicht.value;
    screen::notes(&overzicht.notes, &overzicht.sources);
    screen::print_to(&mut stdout(), &overzicht::scherm(matrix, screen::columns()));
    let bestanden = [(args.html.as_deref(), overzicht::html(matrix)), (args.csv.as_deref(), overzicht::csv(matrix))];
    for (path, tekst) in bestanden {
        if let Some(path) = path
            && let Err(fatal) = schrijf(path, tekst.as_bytes(), true)
        {
            return failed(&Mislukt::Machine(fatal));
        }
    }
    uitgang(&overzicht.notes)
}
