//! Files that are too much: refused, or made, in linear time and bounded memory.

use super::{GOED, KWAAD, bounded, letter, project, refused};
use crate::support::project::Project;

#[test]
fn fifty_megabytes_of_yaml_are_refused_and_named() {
    let line = "  Dit is een regel die er heel vaak staat.\n";
    let text = letter("kwaad", &format!("Begin.\n{}", line.repeat(50 * 1024 * 1024 / line.len())));
    refused(&project().with(KWAAD, text), &["G103"]);
}

#[test]
fn a_file_beyond_what_is_read_at_all_costs_only_its_document() {
    let project = project().with(KWAAD, letter("kwaad", "Tekst."));
    let file = std::fs::File::create(project.path("content/2022/kwaad/document.yaml")).expect("a file");
    file.set_len(200 << 20).expect("a file full of nothing");
    let run = refused(&project, &["G137"]);
    assert!(run.stderr.contains("groter dan 64 MB"), "{}", run.stderr);
}

#[test]
fn a_hundred_thousand_brackets_and_a_billion_laughs_are_refused() {
    for open in ["[", "{", "- ", "? ", "a: {b: [", "\"", "&a [", "!!x "] {
        let text = letter("kwaad", "Tekst.").replace("onderwerp: ", &format!("onderwerp: {}", open.repeat(100_000)));
        let (run, took) = bounded(&project().with(KWAAD, text), &["check"]);
        let start: String = run.all().chars().take(2000).collect();
        assert!(run.code == 1 && took.as_secs() < 20, "{open}: {took:?}\n{start}");
    }
    let mut laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (nr, letter) in ('b'..='j').enumerate() {
        let before = char::from(b'a' + nr as u8);
        laughs += &format!("{letter}: &{letter} [{}]\n", vec![format!("*{before}"); 9].join(", "));
    }
    refused(&project().with(KWAAD, laughs), &["G107"]);
}

#[test]
fn brackets_in_a_text_are_only_text() {
    // A word of five thousand signs that nothing may break runs off the paper, and that is what is told; never that it is code.
    for sign in ["\\[", "(", "\\*", "\\#", "\\<", "\\$", "=", "\""] {
        let project = project().with(KWAAD, letter("kwaad", &format!("Tekst {} einde.", sign.repeat(5_000))));
        let (run, took) = bounded(&project, &["build"]);
        let start: String = run.all().chars().take(2000).collect();
        let too_wide = run.code == 1 && run.stderr.matches("fout[").count() == run.stderr.matches("fout[G634]").count();
        assert!((run.code == 0 || too_wide) && took.as_secs() < 60, "{sign}: {took:?}\n{start}");
    }
}

#[test]
fn what_is_longer_than_a_pdf_can_hold_is_told_as_that() {
    let dates = "2 juli 2022 ".repeat(2_000);
    let lang = "A-1 ".repeat(600);
    refused(&project().with(KWAAD, letter("kwaad", &dates)), &["G337"]);
    let text = letter("kwaad", "Tekst.").replace("datum:", &format!("zaaknummer: {lang}\ndatum:"));
    assert!(text.contains(&lang), "{text}");
    refused(&project().with(KWAAD, text), &["G337"]);
}

/// A table of deviations for gemeenten that do not exist, but for one.
fn table(rows: usize) -> Project {
    let mut text = "gemeente;inhoud;kenmerk\nijsselmond;Tekst uit de tabel.;K-9\n".to_owned();
    for nr in 0..rows {
        text += &format!("verzonnen-{nr:05};\"Tekst; met \"\"aanhaling\"\" {nr}\";K-{nr}\n");
    }
    Project::regio().with(GOED, letter("goed", "Tekst.")).with("content/2022/goed/lokaal.csv", text)
}

#[test]
fn a_table_of_twenty_thousand_rows_is_read_in_linear_time() {
    let time = |rows: usize| {
        let project = table(rows);
        let best = (0..2).map(|_| bounded(&project, &["check", "--format", "json"]).1).min().expect("a time");
        let (run, _) = bounded(&project, &["check", "--format", "json"]);
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert_eq!(run.stdout.matches("\"G231\"").count(), 100, "as many as a person can use");
        best
    };
    let (half, whole) = (time(10_000), time(20_000));
    println!("lokaal.csv: 10,000 rows in {half:?}, 20,000 rows in {whole:?}");
    assert!(whole.as_secs() < 60, "{whole:?}");
    assert!(whole.as_secs_f64() < 4.0 * half.as_secs_f64() + 0.5, "{half:?} and {whole:?}: not linear");
}

#[test]
fn twice_the_text_takes_about_twice_the_time() {
    let paragraph =
        "Een *zin* met **vet**, een {{ gemeente.naam }}, een [adres](https://www.example.org) en (haakjes) \\#1.\n\n  ";
    let time = |count: usize| {
        let project = project().with(KWAAD, letter("kwaad", paragraph.repeat(count).trim_end()));
        let (run, took) = bounded(&project, &["check"]);
        let start: String = run.all().chars().take(2000).collect();
        assert_eq!(run.code, 0, "{start}");
        took
    };
    let (half, whole) = (time(1_000), time(2_000));
    println!("1,000 paragraphs in {half:?}, 2,000 in {whole:?}");
    assert!(whole.as_secs_f64() < 4.0 * half.as_secs_f64() + 1.0, "{half:?} and {whole:?}: not linear");
}
