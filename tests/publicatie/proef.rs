//! A project of which everything may be published: the examples of all kinds, for two councils that exist.

use std::collections::BTreeMap;

use crate::support::project::{Project, Run, root};

/// A gemeente with its true code and invented people.
fn gemeente(naam: &str, code: &str) -> String {
    let ambt = |ambt: &str| format!("  - {{ambt: {ambt}, naam: V. Voorbeeld, van: onbekend}}\n");
    format!(
        "naam: {naam}\ncode: {code}\npostadres: {{postbus: \"1\", postcode: 1234 AB, plaats: {naam}}}\n\
         geldig_van: onbekend\nplaats_ondertekening: {naam}\nbasis_url: https://stukken.{}.example/raad\nambtsdragers:\n{}{}{}",
        naam.to_lowercase(),
        ambt("secretaris"),
        ambt("burgemeester"),
        ambt("griffier")
    )
}

/// The examples as documents of 2024 that are final, with an annex from elsewhere and one of our own.
pub fn project() -> Project {
    let project = Project::real();
    for jaar in ["2021", "2023"] {
        project.remove(&format!("content/{jaar}"));
    }
    project.write("content/gemeenten/ridderkerk.yaml", gemeente("Ridderkerk", "GM0597"));
    project.write("content/gemeenten/rotterdam.yaml", gemeente("Rotterdam", "GM0599"));
    for entry in std::fs::read_dir(root().join("templates")).expect("kinds").flatten() {
        let Ok(tekst) = std::fs::read_to_string(entry.path().join("voorbeeld.yaml")) else { continue };
        let soort = entry.file_name().to_string_lossy().into_owned();
        let tekst = tekst
            .replace("\nstatus: concept", "\nstatus: definitief")
            .replace("[voorbeeld]", "[ridderkerk, rotterdam]");
        project.write(&format!("content/2024/{soort}/document.yaml"), tekst);
    }
    let brief = "content/2024/informatiebrief/document.yaml";
    let bijlagen = "\nbijlagen:\n  - {id: plan, titel: Plan; met \"tekens\" & <meer>, bestand: bijlagen/plan.pdf}\n  - {id: cijfers, titel: Cijfers, bestand: bijlagen/cijfers.xlsx}\n  - {id: agenda, titel: De regioagenda, stuk: voorbeeld-regioagenda}\n";
    project.change(brief, "\nbijlagen:\n", bijlagen);
    project.write("content/2024/informatiebrief/bijlagen/plan.pdf", crate::support::project::BIJLAGE);
    project.write("content/2024/informatiebrief/bijlagen/cijfers.xlsx", "een rekenblad");
    let voorstel = "content/2024/raadsvoorstel/document.yaml";
    let tekst = project.text(voorstel);
    let opgave = "besluitvorming: {datum: 2024-04-18, uitkomst: vastgesteld}\npublicatie:\n  datum: 2024-03-20\n  datum_besluit: 2024-04-25\n  trefwoorden: [jeugdhulp, '=1+1']\n  bekendmaking: {citeertitel: Voorbeeldbesluit, rubriek: onbekend}\n";
    project.write(voorstel, format!("{tekst}\n{opgave}"));
    project
}

/// The same, with the PDFs and the bundles.
pub fn gepubliceerd() -> Project {
    let project = project();
    goed(&project.run(&["build"]));
    goed(&project.run(&["publish"]));
    project
}

/// A run that must go well.
pub fn goed(run: &Run) {
    assert_eq!(run.code, 0, "{}", run.all());
}

/// The files of a bundle.
pub fn bundel(project: &Project, map: &str) -> BTreeMap<String, Vec<u8>> {
    crate::support::project::tree(&project.path(&format!("out/publicatie/{map}")))
}
