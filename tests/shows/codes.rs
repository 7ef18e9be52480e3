//! Rules that no case of its own shows: one small change to a good letter, and the code with the line it is about.

use serde_json::Value;

use super::brief;
use crate::support::project::Project;

const BRIEF: &str = "content/2022/een/document.yaml";
const VOORSTEL: &str = "content/2022/voorstel/document.yaml";
const SOORT: &str = "templates/collegebrief/soort.yaml";
const SJABLOON: &str = "templates/collegebrief/document.typ.tera";
const GRJR: &str = "content/organisaties/grjr.yaml";

const PUNTEN: &str = "soort: raadsvoorstel
id: voorstel
onderwerp: De dijk
zaaknummer: \"1\"
datum: 2022-03-01
status: concept
ontvangers: [ijsselmond]
beslispunten:
  - {id: een, tekst: De dijk vast te stellen.}
secties:
  inleiding: De dijk is laag.
";

fn good() -> Project {
    Project::regio().with(BRIEF, brief("een", "Tekst."))
}

/// The notes as `code file:line`.
fn found(project: &Project) -> Vec<String> {
    let run = project.run(&["check", "--format", "json"]);
    let all: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|e| panic!("{e}: {}", run.all()));
    let show = |note: &Value| {
        let place = &note["places"][0];
        let file = place["file"].as_str().unwrap_or_default();
        format!("{} {file}:{}", note["code"].as_str().unwrap_or_default(), place["line"])
    };
    all.as_array().expect("an array").iter().map(show).collect()
}

/// What a row must give: the code at the first line that holds `at`, or without a place when `at` is empty.
fn fault(project: &Project, name: &str, code: &str, path: &str, at: &str) -> Option<String> {
    let line = project.text(path).lines().position(|line| line.contains(at)).map_or(0, |nr| nr + 1);
    let wanted = if at.is_empty() { format!("{code} :null") } else { format!("{code} {path}:{line}") };
    let got = found(project);
    (!got.contains(&wanted)).then(|| format!("{name}: {wanted} is not among {got:?}"))
}

#[test]
fn a_small_change_to_a_letter_gives_its_code_at_its_line() {
    let inhoud = "inhoud: |\n  Tekst.";
    let rows: &[(&str, &str, &str, &str)] = &[
        ("G120", "kenmerk: K-een", "kenmerk: [\"K\" 1]", "kenmerk"),
        ("G235", "soort: collegebrief", "soort: ansichtkaart", "soort"),
        ("G237", "inhoud: |", "beslispunten: [{tekst: Iets.}]\ninhoud: |", "beslispunten"),
        (
            "G241",
            inhoud,
            "bijlagen: [{id: a, titel: A, vindplaats: x},\n  {id: a, titel: B, vindplaats: x}]\ninhoud: x",
            "titel: B",
        ),
        ("G242", inhoud, "bijlagen:\n  - {id: a, titel: A}\ninhoud: x", "{id: a"),
        ("G251", inhoud, "inhoud:\n  - {blok: plaatje}", "plaatje"),
        ("G253", inhoud, "inhoud:\n  - blok: tabel\n    rijen: [[A, B]]", "blok: tabel"),
        ("G256", inhoud, "inhoud:\n  - {blok: standaardtekst, id: groetjes}", "groetjes"),
        ("G257", inhoud, "inhoud:\n  - {blok: lijst, soort: nummer, vervolg_van: weg, items: [x]}", "vervolg_van"),
        ("G355", inhoud, "verspreiding: collectief\ninhoud: |\n  Aan {{ gemeente.naam }}.", "{{"),
        ("G407", inhoud, "afzender: gemeente\nverspreiding: collectief\ninhoud: x", "gemeente"),
        ("G408", inhoud, "afzender: grjrr\ninhoud: x", "grjrr"),
        ("G409", inhoud, "ontvangers: geen\ninhoud: x", "ontvangers"),
        ("G507", inhoud, "collegebesluit: 2022-02-01\ninhoud: x", "collegebesluit"),
    ];
    let faults = rows.iter().filter_map(|(code, from, to, at)| {
        let project = good();
        project.change(BRIEF, from, to);
        fault(&project, code, code, BRIEF, at)
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn lists_may_not_lie_endlessly_deep() {
    let project = good();
    let diep: String = (0..60).map(|nr| format!("  {}- x\n", "  ".repeat(nr))).collect();
    project.change(BRIEF, "  Tekst.", diep.trim_end());
    assert!(found(&project).iter().any(|note| note.starts_with("G332 ")), "{:?}", found(&project));
}

#[test]
fn a_part_of_a_point_has_no_arguments() {
    let text = PUNTEN.replace(
        "De dijk vast te stellen.}",
        "\"Geld te geven voor:\",\n     sub: [{tekst: zand., argumenten: [{stelling: Zand is nodig}]}]}",
    );
    let project = Project::regio().with(VOORSTEL, text);
    assert_eq!(fault(&project, "argument", "G244", VOORSTEL, "argumenten"), None);
}

#[test]
fn the_files_of_the_project_have_rules_too() {
    let rows: &[(&str, &str, &str, &str, &str)] = &[
        ("G136", "content/griffel.yaml", "naam: Regio Waterland", "naam: [", ""),
        ("G232", "content/gemeenten/oostdam.yaml", "opvolger: nieuwdam", "opvolger: verdwenen", "verdwenen"),
        ("G234", GRJR, "kleur: \"#14515c\"", "kleur: \"#ffff00\"", "kleur"),
        ("G504", SOORT, "type: tekst", "type: teks", "type: teks"),
        ("G505", SJABLOON, "{{ inhoud }}", "{% if inhud %}{{ inhoud }}{% endif %}", "inhud"),
        ("G506", SOORT, "velden:\n", "velden:\n  - {naam: vergeten, type: tekst}\n", "vergeten"),
    ];
    let mut faults = Vec::new();
    for (code, path, from, to, at) in rows {
        let project = good();
        project.change(path, from, to);
        faults.extend(fault(&project, code, code, path, at));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn who_gets_a_letter_must_be_certain() {
    let project = good();
    project.change(GRJR, "gemeente: nieuwdam, van: 2023-01-01", "gemeente: nieuwdam, van: 2022-06-01");
    project.change(BRIEF, "datum: 2022-03-01", "datum: 2022");
    assert_eq!(fault(&project, "in de loop van het jaar", "G402", BRIEF, "datum"), None);
    let project = good();
    project.remove(GRJR);
    assert_eq!(fault(&project, "geen organisatie", "G401", BRIEF, "datum"), None);
}

#[test]
fn a_template_in_another_encoding_is_refused() {
    let project = good().with("templates/delen/kopie.typ.tera", b"caf\xe9".as_slice());
    assert!(found(&project).iter().any(|note| note.starts_with("G131 ")), "{:?}", found(&project));
}

#[cfg(unix)]
#[test]
fn a_file_whose_name_is_no_text_is_refused() {
    use std::os::unix::ffi::OsStrExt;
    let project = good();
    let name = std::ffi::OsStr::from_bytes(b"b\xe9.pdf");
    std::fs::write(project.path("content/2022/een").join(name), "x").expect("a file");
    assert!(found(&project).iter().any(|note| note.starts_with("G135 ")), "{:?}", found(&project));
}

#[test]
fn an_amount_is_a_bare_number() {
    let project = good();
    project.change(SOORT, "velden:\n", "velden:\n  - {naam: kosten, type: bedrag}\n");
    project.change(SJABLOON, "{{ inhoud }}", "{{ inhoud }}{% if kosten %}{{ kosten }}{% endif %}");
    project.change(BRIEF, "inhoud: |", "kosten: € 12,-\ninhoud: |");
    assert_eq!(fault(&project, "bedrag", "G258", BRIEF, "kosten"), None);
}

#[test]
fn a_paper_whose_annex_could_not_be_made_says_so() {
    let project = good().with("content/2022/twee/document.yaml", brief("twee", "Tekst ☃."));
    project.change(BRIEF, "inhoud: |", "bijlagen: [{id: a, titel: A, stuk: twee}]\ninhoud: |");
    let run = project.run(&["build"]);
    assert!(run.stderr.contains("fout[G424]"), "{}", run.all());
}

#[test]
fn a_file_that_cannot_be_read_costs_only_its_own_document() {
    let project = good().with("content/2022/twee/document.yaml", "");
    let file = std::fs::File::create(project.path("content/2022/twee/document.yaml")).expect("a file");
    file.set_len(65 << 20).expect("a long file");
    assert_eq!(found(&project), ["G137 content/2022/twee/document.yaml:1"]);
    assert_eq!(project.run(&["build"]).code, 1);
    assert_eq!(project.pdfs().len(), 4, "the other letter is made");
}

#[test]
fn a_folder_in_the_place_of_a_document_and_a_second_file_are_told() {
    let project = good().with("content/2022/twee/document.yaml/tekst.txt", "x");
    let run = project.run(&["check"]);
    assert!(
        run.stderr.contains("fout[G133]: in de map `content/2022/twee` staat geen `document.yaml`"),
        "{}",
        run.all()
    );
    assert!(run.stderr.contains("Wat zo heet, is een map"), "{}", run.all());
    let project = good().with("content/2022/een/document.yml", brief("een", "Anders."));
    let run = project.run(&["check"]);
    assert!(run.stderr.contains("fout[G132]: `content/2022/een/document.yml` hoort hier niet"), "{}", run.all());
}
