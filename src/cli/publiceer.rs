//! `griffel publish`: bundles for publication, out of the PDFs that lie in the out folder.

use super::args::Publish;
use super::screen::Scherm;
use super::{GEBRUIK, failed, selectie, uitgang, uitvoermap};
use crate::pipeline::{self, Jaarlot, Publicatieverslag, Uitgavelot, VERSLAG};

/// Makes the bundles and tells what became of each.
pub fn run(args: &Publish, scherm: &mut Scherm<'_>) -> u8 {
    let out = uitvoermap(args.out.as_deref(), &args.keuze, scherm);
    let selectie = selectie(&args.keuze.stukken, &args.keuze.kring);
    if selectie.profiel.is_intern() {
        scherm.klaag("fout: een interne uitgave wordt niet gepubliceerd\nhulp: laat `--profiel intern` weg\n");
        return GEBRUIK;
    }
    match pipeline::publiceer(&scherm.pad(&args.keuze.kring.project), &selectie, &out) {
        Ok(verslag) => {
            scherm.notes(&verslag.notes, &verslag.sources);
            scherm.zeg(&tekst(&verslag));
            uitgang(&verslag.notes)
        }
        Err(error) => failed(&error, scherm),
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
