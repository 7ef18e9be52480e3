//! After the meeting, on the real content: what one raad amends changes its own besluit and nothing else.

use std::collections::BTreeSet;

use super::manifest;
use crate::support::project::Project;

const LOKAAL: &str = "content/2023/wensen-regioagenda/lokaal/schiedam.yaml";

/// What a besluit needs to be finished; the numbers, days and names are invented.
const VOORAF: &str = "\
zaaknummer: VERZONNEN-1
collegebesluit: 2023-09-19
vergadering: {raad: 2023-11-14, commissie: {naam: Verzonnen, datum: 2023-10-31}}
ondertekening:
  uitvoer:
    raadsbesluit:
      door: [{naam: A. Verzonnen, functies: [griffier]}, {naam: B. Verzonnen, functies: [voorzitter]}]
";

const BESLUIT: &str = "\
besluitvorming:
  datum: 2023-11-14
  uitkomst: gewijzigd-vastgesteld
  amendementen:
    - nummer: A1
      titel: Elk halfjaar bericht
      indiener: een verzonnen fractie
      vervang:
        lokaal: {tekst: \"de raad elk halfjaar te melden wat het lokale onderwerp oplevert: {{ lokaal.thema }}; en\"}
      voeg_toe:
        - {id: kosten, onder: wensen, tekst: de raad daarbij de kosten te melden.}
        - {id: kennis, voor: zienswijze, tekst: Kennis te nemen van de Regioagenda 2023/2024.}
";

#[test]
fn an_amendment_in_one_of_thirteen_councils_changes_one_raadsbesluit_and_nothing_else() {
    let project = Project::real().with(LOKAAL, VOORAF);
    let build = || {
        let run = project.run(&["build", "wensen-regioagenda"]);
        assert_eq!(run.code, 0, "{}", run.all());
        (project.out(), manifest(&project))
    };
    let (before, papers) = build();
    let count = |uitvoer: &str| papers.iter().filter(|paper| paper.uitvoer == uitvoer).count();
    assert_eq!((count("raadsvoorstel"), count("raadsbesluit")), (13, 13));

    project.write(LOKAAL, format!("{VOORAF}{BESLUIT}"));
    let (after, papers) = build();
    // Copies of annexes are called after the besluit that they go with.
    let own = |path: &&String| path.contains("schiedam/bijlagen/") && path.contains("_raadsbesluit_");
    let served = |path: &&String| !path.starts_with('.') && *path != "manifest.json" && !own(path);
    let paths: BTreeSet<&String> = before.keys().chain(after.keys()).filter(served).collect();
    let changed: Vec<&str> =
        paths.into_iter().filter(|path| before.get(*path) != after.get(*path)).map(String::as_str).collect();
    let besluit = "2023/schiedam/2023-11-14_raadsbesluit_wensen-regioagenda_schiedam_gewijzigd-vastgesteld.pdf";
    assert_eq!(changed, [besluit, "2023/schiedam/2023_raadsbesluit_wensen-regioagenda_schiedam_concept.pdf"]);
    assert!(!after.contains_key(changed[1]), "the draft of the besluit is still there");

    let of_schiedam = papers.iter().filter(|paper| paper.gemeente.as_deref() == Some("schiedam"));
    let status: Vec<(&str, &str)> = of_schiedam
        .filter(|paper| paper.soort == "raadsvoorstel")
        .map(|paper| (paper.uitvoer.as_str(), paper.status.as_str()))
        .collect();
    assert_eq!(status, [("raadsbesluit", "gewijzigd-vastgesteld"), ("raadsvoorstel", "concept")]);

    let text = project.pdf(besluit).text_in_structure_order();
    let after_each_other = [
        "Gewijzigd raadsbesluit",
        "1. Kennis te nemen van de Regioagenda 2023/2024.",
        "2. Over de Regioagenda 2023/2024",
        "b. de raad elk halfjaar te melden wat het lokale onderwerp oplevert: een vergelijking van regionale",
        "c. de raad daarbij de kosten te melden.",
        "Aldus vastgesteld in de openbare vergadering van 14 november 2023.",
        "Overzicht van de wijzigingen",
        "Amendement A1: Elk halfjaar bericht",
        "Beslispunt 1 is nieuw",
        "Beslispunt 3b (was 2b) is gewijzigd",
        "Voorgesteld",
        "de raad eind 2024 te melden",
        "Vastgesteld",
        "de raad elk halfjaar te melden",
        "Beslispunt 3c is nieuw",
        "1 is nu 2 en 2 is nu 3",
    ];
    let mut rest = text.as_str();
    for words in after_each_other {
        let at = rest.find(words).unwrap_or_else(|| panic!("{words:?} does not come next in:\n{text}"));
        rest = &rest[at + words.len()..];
    }

    let matrix = project.run(&["matrix", "wensen-regioagenda"]);
    let rows: Vec<&str> = matrix.stdout.lines().filter(|line| line.contains("raadsbesluit: gewijzigd")).collect();
    assert_eq!(rows.len(), 1, "{}", matrix.all());
    assert!(rows[0].contains("Schiedam") && rows[0].contains("vastgesteld op 14-11-2023 (A1)"), "{}", rows[0]);
}
