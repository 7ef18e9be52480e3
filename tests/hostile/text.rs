//! What goes in comes out: texts of every kind, through YAML, merge, Typst and PDF, and back through two readers.

use std::process::Command;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::shows::brief;
use crate::support::project::Project;

/// Texts in one document; each is a paragraph of its own.
const PER_DOCUMENT: usize = 200;
/// Documents, so that at least 2,000 texts are read back.
const DOCUMENTS: usize = 11;

/// Words as they are, signs that mean something to YAML, Markdown, Tera and Typst, and letters with accents.
fn text() -> impl Strategy<Value = String> {
    let word = "[a-zA-Zéëïöüáèêçñ]{1,9}";
    let sign = prop_oneof![
        Just("#".to_owned()),
        Just("$x^2$".to_owned()),
        Just("#import \"x\": y".to_owned()),
        Just("#read(\"/etc/passwd\")".to_owned()),
        Just("@wie".to_owned()),
        Just("<label>".to_owned()),
        Just("{% if x %}".to_owned()),
        Just("{# x #}".to_owned()),
        Just("{{ gemeente.naam }}".to_owned()),
        Just("\\u{23}".to_owned()),
        Just("\"; #let x = 1".to_owned()),
        Just("= kop".to_owned()),
        Just("// weg".to_owned()),
        Just("/* weg */".to_owned()),
        Just("~".to_owned()),
        Just("€".to_owned()),
        Just("& < >".to_owned()),
        Just("&amp;".to_owned()),
        Just("[x](y)".to_owned()),
        Just("**x** _y_".to_owned()),
        Just("`x`".to_owned()),
        Just("| a |".to_owned()),
        "[-+=/*_~^:;,.!?%&()@|<>\\[\\]{}#$\\\\]{1,4}",
        "[0-9]{1,6}",
    ];
    prop::collection::vec(prop_oneof![2 => word, 1 => sign], 1..9).prop_map(|parts| parts.join(" "))
}

/// A text as an author writes it who means every sign as itself: Markdown's own signs behind a backslash.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Texts that are printed as they are: without spaces, since lines break anywhere, and with the signs of typography back.
fn bare(text: &str) -> String {
    let same = |c: char| match c {
        '‘' | '’' => '\'',
        '“' | '”' | '„' => '"',
        '–' | '—' | '\u{2010}' | '\u{2011}' => '-',
        '…' => '.',
        c => c,
    };
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}' && *c != '-' && *c != '–').map(same).collect()
}

/// Distinct texts, each between marks that tell where it begins and ends.
fn texts(count: usize) -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let strategy = text();
    let mut one = || strategy.new_tree(&mut runner).expect("a text").current();
    (0..count).map(|nr| format!("Zq{nr}q {} qz{nr}z", one())).collect()
}

/// What stands between the marks of a text.
fn between(all: &str, nr: usize) -> Option<&str> {
    let from = all.find(&format!("Zq{nr}q"))?;
    let end = format!("qz{nr}z");
    let to = all[from..].find(&end)? + from + end.len();
    Some(&all[from..to])
}

/// Texts that are not printed as they were typed.
fn changed(all: &str, texts: &[String], first: usize) -> Vec<String> {
    let all = bare(all);
    let differs = |(nr, text): (usize, &String)| {
        let expected = bare(text);
        let found = between(&all, first + nr).unwrap_or("(nothing)");
        (found != expected).then(|| format!("{expected:?} is printed as {found:?}"))
    };
    texts.iter().enumerate().filter_map(differs).collect()
}

/// Whether `pdftotext` is here; CI says that it must be.
fn pdftotext(path: &std::path::Path) -> Option<String> {
    let output = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(path).arg("-").output();
    match output {
        Ok(output) if output.status.success() => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        _ => {
            let must = std::env::var_os("GRIFFEL_GEEN_OVERSLAAN").is_some_and(|on| on == "1");
            assert!(!must, "pdftotext is not here");
            println!("pdftotext is not here: only our own reader has read the texts back");
            None
        }
    }
}

#[test]
fn two_thousand_texts_come_out_of_the_pdf_as_they_went_in() {
    let all = texts(DOCUMENTS * PER_DOCUMENT);
    let mut project = Project::regio();
    for (nr, part) in all.chunks(PER_DOCUMENT).enumerate() {
        let body: String = part.iter().map(|text| format!("{}\n\n  ", plain(text))).collect();
        let id = format!("proef-{nr:02}");
        let text = brief(&id, body.trim_end()).replace("status: concept", "ontvangers: [ijsselmond]\nstatus: concept");
        project = project.with(&format!("content/2022/{id}/document.yaml"), text);
    }
    let run = project.run(&["build"]);
    assert_eq!(run.code, 0, "{}", &run.all()[..run.all().len().min(3000)]);
    let (mut faults, mut twice) = (Vec::new(), Vec::new());
    for (nr, part) in all.chunks(PER_DOCUMENT).enumerate() {
        let own = format!("_proef-{nr:02}_");
        let path = project.pdfs().into_iter().find(|path| path.contains(&own)).expect("a PDF");
        faults.extend(changed(&project.pdf(&path).text_in_structure_order(), part, nr * PER_DOCUMENT));
        if nr == 0
            && let Some(text) = pdftotext(&project.path(&format!("out/{path}")))
        {
            twice.extend(changed(&text, part, 0));
        }
    }
    println!(
        "{} texts read back from {DOCUMENTS} PDFs, {} changed; pdftotext: {} changed",
        all.len(),
        faults.len(),
        twice.len()
    );
    assert!(faults.is_empty(), "{} of {}\n{}", faults.len(), all.len(), faults[..faults.len().min(20)].join("\n"));
    // Another reader guesses spaces and line ends; a text that runs over a page end has a footer in it.
    assert!(twice.len() * 10 <= PER_DOCUMENT, "{}\n{}", twice.len(), twice[..twice.len().min(20)].join("\n"));
}

#[test]
fn a_text_that_comes_out_otherwise_is_seen() {
    let texts = texts(3);
    let good = texts.join("\n");
    assert_eq!(changed(&good, &texts, 0), Vec::<String>::new());
    assert_eq!(changed(&good.replacen("q ", "q x", 1), &texts, 0).len(), 1);
    assert_eq!(changed("", &texts, 0).len(), 3);
}
