//! Every example of the manuals in a project of its own, and made for real.

use std::collections::BTreeSet;
use std::path::Path;

use griffel::diag::Note;
use griffel::pipeline::{self, Opdracht};
use griffel::plan::Selectie;

use crate::support::project::BIJLAGE;

use super::{Blok, none, root, yaml_blokken};

/// What examples of single fields are laid over.
const BRIEF: &str = "soort: collegebrief
id: voorbeeld
onderwerp: Voorbeeld
kenmerk: \"24U0000001\"
datum: 2024-03-14
status: concept
ontvangers: [ridderkerk, schiedam]
inhoud: Dit is een voorbeeld.
noten: {visie: De regiovisie is vastgesteld in 2021.}
bijlagen:
  - {id: regiovisie, titel: Regiovisie, vindplaats: de website}
  - {id: begroting, titel: Begroting, vindplaats: de website}
lokaal:
  ridderkerk: {waarden: {bijdrage: \"12500\", inwoners: \"47000\", contract: \"2024-05-01\", thema: inclusief onderwijs}}
  schiedam: {waarden: {bijdrage: \"1250,50\", inwoners: \"80000\", contract: \"2024-06-01\", thema: datamonitoring}}
";

/// The same for fields that only a raadsvoorstel has.
const RAADSVOORSTEL: &str = "soort: raadsvoorstel
id: voorbeeld
onderwerp: Voorbeeld
zaaknummer: onbekend
datum: 2024-03-14
status: concept
ontvangers: [ridderkerk, schiedam]
vergadering: {raad: 2024-04-18}
collegebesluit: 2024-03-12
beslispunten:
  - id: vaststellen
    tekst: Het werkplan vast te stellen.
    argumenten:
      - {id: richting, stelling: Het plan geeft richting, toelichting: Dat is nodig.}
secties:
  inleiding: De aanleiding.
  beoogd_effect: Het effect.
  financien: {nvt: ja}
  juridisch: {nvt: ja}
  duurzaamheid: {nvt: ja}
  communicatie: {nvt: ja}
bijlagen:
  - {id: regiovisie, titel: Regiovisie, vindplaats: de website}
";

const KAART: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";

/// The document that an example stands for; `None` when it is a file of another kind.
fn document(nr: usize, blok: &Blok) -> Option<String> {
    let basis = match blok.soort.as_str() {
        "" | "fout" => BRIEF,
        "raadsvoorstel" => RAADSVOORSTEL,
        _ => return None,
    };
    if blok.tekst.lines().any(|line| line.starts_with("soort:")) {
        return Some(blok.tekst.clone());
    }
    // One letter for all has no local values.
    let samen = blok.tekst.contains("verspreiding: collectief");
    let basis = if samen { basis.split("lokaal:").next().unwrap_or(basis) } else { basis };
    let velden = match blok.tekst.lines().find(|line| !line.starts_with('#') && !line.is_empty()) {
        Some(first) if first.starts_with("- ") => {
            let items: Vec<String> = blok.tekst.lines().map(|line| format!("  {line}")).collect();
            format!("inhoud:\n{}\n", items.join("\n"))
        }
        _ => blok.tekst.clone(),
    };
    // A note that the example does not point to would be a warning of its own.
    let noot = "noten: {visie: De regiovisie is vastgesteld in 2021.}\n";
    let basis = if velden.contains("[^visie]") { basis.to_string() } else { basis.replace(noot, "") };
    let text = over(&basis, &velden).replace("id: voorbeeld\n", &format!("id: vb-{nr}\n"));
    Some(text.replace("kenmerk: \"24U0000001\"\n", &format!("kenmerk: VB-{nr}\n")))
}

/// The fields of `nieuw` in place of those of the same name, or after them.
fn over(basis: &str, nieuw: &str) -> String {
    let key =
        |line: &str| (!line.starts_with([' ', '-', '#'])).then(|| line.split(':').next().unwrap_or("").to_string());
    let keys: BTreeSet<String> = nieuw.lines().filter_map(key).collect();
    let mut keep = true;
    let mut text = String::new();
    for line in basis.lines() {
        keep = key(line).map_or(keep, |key| !keys.contains(&key));
        if keep {
            text += &format!("{line}\n");
        }
    }
    text + nieuw
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a readable folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// A project with each example in a folder of its own.
fn project(map: &Path, blokken: &[Blok]) {
    for folder in ["templates", "fonts", "content/gemeenten", "content/organisaties"] {
        copy(&root().join(folder), &map.join(folder));
    }
    std::fs::copy(root().join("content/griffel.yaml"), map.join("content/griffel.yaml")).expect("the settings");
    for (nr, blok) in blokken.iter().enumerate() {
        let folder = match blok.soort.as_str() {
            "gemeente" => map.join(format!("content/gemeenten/vb-{nr}.yaml")),
            "organisatie" => map.join(format!("content/organisaties/vb-{nr}.yaml")),
            _ => map.join(format!("content/{}/vb-{nr}", jaar(&blok.tekst))),
        };
        if folder.extension().is_some() {
            std::fs::write(folder, &blok.tekst).expect("written");
            continue;
        }
        let Some(text) = document(nr, blok) else { continue };
        for (path, bytes) in [
            ("document.yaml", text.as_bytes()),
            ("bijlagen/regiovisie.pdf", BIJLAGE),
            ("beeld/kaart.svg", KAART.as_bytes()),
        ] {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().expect("below the project")).expect("a folder");
            std::fs::write(path, bytes).expect("written");
        }
    }
}

/// The year of a whole document; fields alone are laid over a letter of 2024.
fn jaar(text: &str) -> &str {
    let datum = text.lines().find_map(|line| line.strip_prefix("datum: "));
    let datum = datum.filter(|_| text.lines().any(|line| line.starts_with("soort:")));
    datum.and_then(|datum| datum.get(..4)).filter(|jaar| jaar.bytes().all(|b| b.is_ascii_digit())).unwrap_or("2024")
}

#[test]
fn every_example_can_be_made_and_every_wrong_one_cannot() {
    let blokken = yaml_blokken();
    let map = tempfile::tempdir().expect("a temporary folder");
    project(map.path(), &blokken);
    let opdracht = Opdracht {
        merken: None,
        project: map.path().to_path_buf(),
        selectie: Selectie::default(),
        threads: 2,
        streng: false,
        schrijven: None,
    };
    let verslag = pipeline::run(&opdracht, &|_, _| {}).expect("the examples can be read");
    let fouten = |nr: usize| -> Vec<&Note> {
        let names = [format!("/vb-{nr}/"), format!("/vb-{nr}.yaml")];
        let here = |note: &&Note| {
            note.labels
                .iter()
                .any(|label| names.iter().any(|naam| verslag.sources.get(label.span.file).path.contains(naam)))
        };
        verslag.notes.iter().filter(|note| note.is_fout()).filter(here).collect()
    };
    let elsewhere = verslag.notes.iter().filter(|note| note.is_fout() && note.labels.is_empty());
    let mut faults: Vec<String> = elsewhere.map(|note| note.message.clone()).collect();
    for (nr, blok) in blokken.iter().enumerate() {
        let found = fouten(nr);
        if blok.soort == "fout" && found.is_empty() {
            faults.push(format!("{}: this example is no fault", blok.plaats));
        } else if blok.soort != "fout" {
            let line = |note: &&Note| {
                let place =
                    note.labels.first().map(|label| verslag.sources.line_column(&label.span).0).unwrap_or_default();
                format!(
                    "{}: {} {} (line {place} of the document; {})",
                    blok.plaats,
                    note.code.id,
                    note.message,
                    note.hints.join("; ")
                )
            };
            faults.extend(found.iter().map(line));
        }
    }
    none(faults);
}
