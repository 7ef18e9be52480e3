//! `griffel matrix` and `griffel show`: who gets what, what is missing, where a value comes from.

use std::collections::BTreeMap;

use griffel::diag::Sources;
use griffel::load::yaml::{self, Kind, Value};
use griffel::load::{self, Raw};
use griffel::model::project::Project as Region;
use griffel::validate;

use crate::shows::brief;
use crate::support::project::{Project, root};

/// A raadsvoorstel that differs per gemeente, a letter for all together, and a letter full of signs that mean something.
fn project() -> Project {
    let letter = brief("tekens", "Aan {{ gemeente.naam }}.")
        .replace("Brief tekens", "'\\<b>\"A\" & B\\</b>; {{ gemeente.naam }}'")
        .replace("K-tekens", "'=1+1'");
    let samen = brief("samen", "Aan allen.").replace("K-samen", "onbekend");
    Project::regio()
        .with("content/2022/samen/document.yaml", format!("verspreiding: collectief\n{samen}"))
        .with("content/2022/tekens/document.yaml", letter)
        .with("content/2022/voorstel/document.yaml", VOORSTEL)
}

const VOORSTEL: &str = include_str!("voorstel.yaml");

/// A file that is kept beside this one.
fn read(name: &str) -> String {
    std::fs::read_to_string(root().join("tests/overzicht").join(name)).unwrap_or_default()
}

/// Compares with what is kept beside this file; `BIJWERKEN=1` keeps what came out.
fn kept(name: &str, text: &str) {
    if std::env::var_os("BIJWERKEN").is_some() {
        std::fs::write(root().join("tests/overzicht").join(name), text).expect("a file that can be written");
    }
    assert_eq!(read(name), text, "{name}; BIJWERKEN=1 writes what came out; look at it before you commit it");
}

#[test]
fn the_matrix_on_screen_as_csv_and_as_a_page() {
    let project = project();
    let args = ["matrix", "--csv", "uit/overzicht.csv", "--html", "overzicht.html"];
    let run = project.run(&args);
    assert_eq!(run.code, 0, "{}", run.all());
    kept("scherm.txt", &run.stdout);
    kept("overzicht.csv", &project.text("uit/overzicht.csv"));
    kept("overzicht.html", &project.text("overzicht.html"));
    assert_eq!(project.run(&args).stdout, run.stdout);
    assert!(!project.path("out").exists(), "an overview makes no documents");
}

#[test]
fn the_csv_opens_in_dutch_excel_and_runs_nothing() {
    let text = read("overzicht.csv");
    assert!(text.starts_with("\u{feff}jaar;stuk;"));
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(lines.len() > 8 && lines.last() == Some(&""));
    assert!(!text.contains(";=") && !text.contains(";\"=") && text.contains(";'=1+1;"));
}

/// The tags of a page in order; an end tag with its slash.
fn tags(page: &str) -> Vec<(&str, &str)> {
    let found = page.split('<').skip(1).filter_map(|rest| rest.split_once('>'));
    found.map(|(tag, _)| tag.split_once(' ').unwrap_or((tag, ""))).collect()
}

#[test]
fn the_page_is_whole_and_can_be_used_without_seeing_it() {
    let page = &read("overzicht.html");
    let mut open = Vec::new();
    for (tag, attributes) in tags(page).into_iter().skip(1) {
        assert!(
            !["script", "link", "img", "iframe"].contains(&tag)
                && !attributes.contains(" on")
                && !attributes.starts_with("on"),
            "{tag} {attributes}"
        );
        match tag.strip_prefix('/') {
            Some(end) => assert_eq!(open.pop(), Some(end)),
            None if ["meta", "br"].contains(&tag) => {}
            None => open.push(tag),
        }
        assert!(tag != "th" || attributes.starts_with("scope="), "a head cell without a scope");
    }
    assert!(open.is_empty(), "{open:?}");
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"));
    assert_eq!(page.matches("<table>").count(), page.matches("<caption").count());
    assert!(page.contains("&lt;b&gt;”A” &amp; B&lt;/b&gt;") && !page.contains("<b>"));
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for naam in page.split("aria-labelledby=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(ids.contains(&naam), "{naam}");
    }
}

#[test]
fn stages_in_the_wrong_order_are_noted_at_both_places() {
    let project = project();
    let run = project.run(&["matrix"]);
    assert_eq!(run.code, 0, "{}", run.all());
    for (code, places) in [("G451", [":17:13", "10 april 2022"]), ("G453", [":17:13", "25 maart 2022"])] {
        let note = run.stderr.split("\n\n").find(|note| note.contains(code)).unwrap_or_else(|| panic!("{}", run.all()));
        assert!(note.starts_with("waarschuwing") && note.contains(&format!("document.yaml{}", places[0])), "{note}");
        assert!(note.contains(places[1]), "{note}");
    }
    assert_eq!(run.stderr.matches("[G45").count(), 2, "{}", run.stderr);
    project.change("content/2022/voorstel/document.yaml", "datum: 2022-04-10", "datum: 2022-03-01");
    assert!(project.run(&["check"]).stderr.contains("G452"));
}

#[test]
fn a_choice_shows_only_that() {
    let project = project();
    let run = project.run(&["matrix", "voorstel", "--gemeente", "oostdam"]);
    assert!(run.stdout.contains("voor Oostdam") && !run.stdout.contains("IJsselmond"), "{}", run.all());
    assert_eq!(project.run(&["matrix", "tekens"]).stderr, "", "the faults of others are not shown");
    let run = project.run(&["matrix", "--soort", "raadsbesluit"]);
    assert!(run.stdout.contains("C. de Vries") && !run.stdout.contains("Zijlstra"), "{}", run.all());
    assert_eq!(project.run(&["matrix", "voorstle"]).code, 2);
    assert_eq!(project.run(&["matrix", "--html", "content/griffel.yaml/x.html"]).code, 3);
}

#[test]
fn a_document_with_a_fault_is_in_the_matrix_and_says_so() {
    let project = project();
    project.change("content/2022/tekens/document.yaml", "gemeente.naam }}.", "gemeente.nam }}.");
    project.change("content/2022/samen/document.yaml", "datum: 2022-03-01", "dtum: 2022-03-01");
    let run = project.run(&["matrix"]);
    assert_eq!(run.code, 1, "{}", run.all());
    assert!(run.stdout.contains("status: Concept; FOUT: wordt niet gemaakt"), "{}", run.stdout);
    assert!(run.stdout.contains("want er zit een fout in:\n  content/2022/samen\n"), "{}", run.stdout);
}

#[test]
fn the_real_content_of_both_years_has_a_row_for_every_gemeente() {
    let project = Project::real();
    for (jaar, count) in [("2021", 15), ("2023", 13)] {
        let run = project.run(&["matrix", "--jaar", jaar, "--csv", "o.csv", "--html", "o.html"]);
        assert_eq!(run.code, 0, "{}", run.all());
        let csv = project.text("o.csv");
        let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
        for line in csv.lines().skip(1) {
            *rows.entry(line.split(';').nth(1).expect("a document")).or_default() += 1;
        }
        assert!(rows.len() >= 3 && rows.values().all(|rows| *rows == 1 || *rows == count), "{rows:?}");
        assert!(rows.values().any(|rows| *rows == count) && project.text("o.html").contains("ontbreekt"), "{rows:?}");
    }
}

#[test]
fn one_document_is_shown_with_where_each_value_comes_from() {
    let project = project();
    let run = project.run(&["show", "voorstel", "--gemeente", "ijsselmond"]);
    assert_eq!(run.code, 0, "{}", run.all());
    kept("getoond.yaml", &run.stdout);
    let samen = project.run(&["show", "samen"]);
    assert!(samen.code == 0 && samen.stdout.contains("voor alle gemeenten samen\n"), "{}", samen.all());
}

#[test]
fn what_cannot_be_shown_is_refused_with_what_can() {
    let project = project();
    project.write(
        "content/2023/voorstel/document.yaml",
        VOORSTEL
            .replace("2022", "2023")
            .replace("K-2", "K-3")
            .replace("oostdam", "nieuwdam")
            .replace("  westdam: {waarden: {bijdrage: 99}}\n", ""),
    );
    for (args, code, meant) in [
        (vec!["show"], 2, "`STUK` ontbreekt"),
        (vec!["show", "teken"], 2, "bedoelde u `tekens`?"),
        (vec!["show", "tekens"], 2, "kies met `--gemeente` uit"),
        (vec!["show", "tekens", "--gemeente", "oosdam"], 2, "bedoelde u `oostdam`?"),
        (vec!["show", "samen", "--gemeente", "oostdam"], 2, "is er niet voor `oostdam`; wel: grjr"),
        (vec!["show", "voorstel", "--gemeente", "oostdam"], 2, "content/2022/voorstel, content/2023/voorstel"),
    ] {
        let run = project.run(&args);
        assert_eq!(run.code, code, "{args:?}: {}", run.all());
        assert!(run.stderr.contains(meant) && run.stdout.is_empty(), "{args:?}: {}", run.all());
    }
    assert_eq!(project.run(&["show", "2022/voorstel", "--gemeente", "oostdam"]).code, 0);
}

#[test]
fn a_fault_in_a_merge_field_is_shown_beside_it() {
    let project = project();
    project.change("content/2022/tekens/document.yaml", "gemeente.naam }}.", "gemeente.nam }}.");
    let run = project.run(&["show", "tekens", "--gemeente", "oostdam"]);
    assert_eq!(run.code, 1, "{}", run.all());
    assert!(run.stdout.contains("# {{ gemeente.nam }}: (fout: het veld `gemeente.nam` bestaat niet)"), "{}", run.all());
    assert!(
        run.stdout.contains("# {{ gemeente.naam }}: Oostdam  # content/2022/tekens/document.yaml:3"),
        "{}",
        run.all()
    );
}

/// The texts of a tree by their path, without the deviations.
fn flat(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match &value.kind {
        Kind::Scalar(scalar) => found.push((path.to_string(), scalar.text.clone())),
        Kind::List(items) => {
            found.push((path.to_string(), format!("[{}]", items.len())));
            items.iter().enumerate().for_each(|(nr, item)| flat(item, &format!("{path}/{nr}"), found));
        }
        Kind::Map(entries) => {
            for entry in entries.iter().filter(|entry| !path.is_empty() || entry.key.text != "lokaal") {
                found.push((format!("{path}/{}", entry.key.text), "{}".to_string()));
                flat(&entry.value, &format!("{path}/{}", entry.key.text), found);
            }
        }
        Kind::Leeg | Kind::Onleesbaar => found.push((path.to_string(), "~".to_string())),
    }
}

fn texts(value: &Value) -> Vec<(String, String)> {
    let mut found = Vec::new();
    flat(value, "", &mut found);
    found
}

/// The project read and validated.
fn understood(project: &Project) -> (Raw, Region) {
    let raw = load::load(project.root()).expect("a project").value;
    let region = validate::validate(&raw).value;
    (raw, region)
}

/// What `show` prints says the same as the tree that the document is made of.
fn reads_back(project: &Project, raw: &(Raw, Region), map: &str, gemeente: Option<&str>) -> usize {
    let args: Vec<&str> =
        ["show", map].into_iter().chain(gemeente.into_iter().flat_map(|g| ["--gemeente", g])).collect();
    let run = project.run(&args);
    assert_eq!(run.code, 0, "{args:?}: {}", run.all());
    let read = yaml::parse(run.stdout.as_bytes(), map, &mut Sources::default());
    assert!(read.notes.is_empty(), "{args:?}: {:?}", read.notes);
    let tree = validate::opgelost(&raw.0, &raw.1, map, gemeente).expect("a document that can be read");
    let (shown, meant) = (texts(&read.value.expect("YAML")), texts(&tree));
    for (shown, meant) in shown.iter().zip(&meant) {
        assert_eq!(shown, meant, "{args:?}");
    }
    assert_eq!(shown.len(), meant.len(), "{args:?}");
    let other: serde_yaml::Value = serde_yaml::from_str(&run.stdout).expect("YAML for other readers");
    assert!(other.is_mapping(), "{args:?}");
    shown.len()
}

#[test]
fn values_from_a_file_or_a_table_of_deviations_name_it() {
    let project = project()
        .with("content/2022/tekens/lokaal/oostdam.yaml", "# eigen\nuw_kenmerk: O-7\n")
        .with("content/2022/tekens/lokaal.csv", "gemeente;versie\r\noostdam;0,2\r\nwestdam;0,3\r\n");
    let run = project.run(&["show", "tekens", "--gemeente", "oostdam"]);
    assert_eq!(run.code, 0, "{}", run.all());
    for line in [
        "uw_kenmerk: O-7  # content/2022/tekens/lokaal/oostdam.yaml:2 lokaal\n",
        "versie: \"0,2\"  # content/2022/tekens/lokaal.csv:2 lokaal\n",
        "status: concept  # content/2022/tekens/document.yaml:6\n",
    ] {
        assert!(run.stdout.contains(line), "{line}{}", run.all());
    }
    reads_back(&project, &understood(&project), "content/2022/tekens", Some("oostdam"));
    let lists = "bijlagen:\n  laat_weg: [advies]\n  voeg_toe:\n    - {voor: visie, id: kaart, titel: Kaart, vindplaats: hier}\n";
    project.write("content/2022/voorstel/lokaal/oostdam.yaml", lists);
    let run = project.run(&["show", "voorstel", "--gemeente", "oostdam"]);
    assert_eq!(run.code, 0, "{}", run.all());
    let kaart = "  - id: kaart  # content/2022/voorstel/lokaal/oostdam.yaml:4 lokaal\n";
    assert!(run.stdout.contains(kaart) && !run.stdout.contains("id: advies"), "{}", run.all());
    assert!(run.stdout.contains("# {{ bijlage(visie) }}: bijlage\u{a0}2  "), "{}", run.all());
    reads_back(&project, &understood(&project), "content/2022/voorstel", Some("oostdam"));
}

#[test]
fn what_is_shown_reads_back_as_the_document() {
    let project = project();
    let raw = understood(&project);
    reads_back(&project, &raw, "content/2022/samen", None);
    for gemeente in ["ijsselmond", "oostdam"] {
        reads_back(&project, &raw, "content/2022/tekens", Some(gemeente));
        reads_back(&project, &raw, "content/2022/voorstel", Some(gemeente));
    }
    let project = Project::real();
    let raw = understood(&project);
    let of = |map: &str, gemeente| reads_back(&project, &raw, map, gemeente);
    assert!(of("content/2023/regioagenda", None) > 500);
    of("content/2021/programmateam", None);
    of("content/2021/regiovisie", Some("ridderkerk"));
    of("content/2021/vaststelling-regiovisie", Some("brielle"));
    of("content/2023/wensen-regioagenda", Some("schiedam"));
}
