//! `griffel publish`: bundles for publication, out of the PDFs that lie in the out folder.

use std::io::{stderr, stdout};
use std::process::ExitCode;

use super::args::Publish;
use super::{GEBRUIK, failed, screen, selectie, uitgang};
use crate::pipeline::{self, Jaarlot, Publicatieverslag, Uitgavelot, VERSLAG};

/// Makes the bundles and tells what became of each.
pub fn run(args: Publish) -> ExitCode {
    let out = args.out.unwrap_or_else(|| args.keuze.project.join("out"));
    let selectie = selectie(&args.keuze);
    if selectie.profiel.is_intern() {
        let message = "fout: een interne uitgave wordt niet gepubliceerd\nhulp: laat `--profiel intern` weg\n";
        screen::print_to(&mut stderr(), message);
        return ExitCode::from(GEBRUIK);
    }
    match pipeline::publiceer(&args.keuze.project, &selectie, &out) {
        Ok(verslag) => {
            screen::notes(&verslag.notes, &verslag.sources);
            screen::print_to(&mut stdout(), &tekst(&verslag));
            uitgang(&verslag.notes)
        }
        Err(error) => failed(&error),
    }
}

/// A row per bundle, and a line per year.
fn tekst(verslag: &Publicatieverslag) -> String {
    let wide = verslag.bundels.iter().map(|bundel| bundel.wie.chars().count()).max().unwrap_or(0).max(9);
    let mut tekst = format!("jaar  {:wide$}  stukken  niet mee  bundel\n", "uitgever");
    for bundel in &verslag.bundels {
        let lot = match bundel.lot {
            Uitgavelot::Gemaakt => "gemaakt",
            Uitgavelot::Ongewijzigd => "ongewijzigd",
            Uitgavelot::Leeg => "geen: niets is definitief of vastgesteld",
            Uitgavelot::Mislukt => "GEEN: er zit een fout in",
        };
        let (stukken, buiten) = (bundel.stukken, bundel.buiten.len());
        tekst += &format!("{:4}  {:wide$}  {stukken:>7}  {buiten:>8}  {lot}\n", bundel.jaar, bundel.wie);
    }
    for een in &verslag.jaren {
        let jaar = een.jaar;
        let lot = match een.lot {
            Jaarlot::Gemaakt => format!("gemaakt: publicatie/{jaar}/index.html"),
            Jaarlot::Ongewijzigd => "ongewijzigd".to_string(),
            Jaarlot::Deel => format!("niet gemaakt, dat kan alleen met het hele jaar: `griffel publish --jaar {jaar}`"),
            Jaarlot::Leeg => "geen: van dit jaar is niets gepubliceerd".to_string(),
            Jaarlot::Mislukt => "GEEN: er zit een fout in".to_string(),
        };
        tekst += &format!("overzicht van {jaar}: {lot}\n");
    }
    tekst +=
        &format!("lees eerst {VERSLAG}: wat goed is, wat niet meegaat en waarom (voor uzelf, niet voor de website)\n");
    tekst
}
