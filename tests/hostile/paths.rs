//! Tricks in every field that holds a path, and links and pipes in the folder itself.

#![cfg(unix)]

use std::os::unix::fs::symlink;
use std::process::Command;

use super::{KWAAD, letter, project, refused};

/// Paths that lead away, or that some system takes for something else.
const TRICKS: &[&str] = &[
    "../goed/document.yaml",
    "bijlagen/../../goed/document.yaml",
    "/etc/passwd",
    "//etc/passwd",
    "./bijlagen/a.svg",
    "bijlagen//a.svg",
    "bijlagen/./a.svg",
    "bijlagen\\a.svg",
    "C:\\a.svg",
    "C:a.svg",
    "c:/a.svg",
    "\\\\server\\map\\a.svg",
    "//server/map/a.svg",
    "file:///etc/passwd",
    "https://voorbeeld.example/a.svg",
    "bijlagen/a.svg/",
    "bijlagen/a.svg.",
    "bijlagen/CON.svg",
    "nul",
    "bijlagen/a.svg:stroom",
    "bijlagen／a.svg",
    "bijlagen∕a.svg",
    "․․/a.svg",
    "~/a.svg",
    "$HOME/a.svg",
    "*.svg",
];

const SVG: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";

#[test]
fn no_path_field_leads_out_of_its_folder() {
    let long = format!("{}.svg", "a/".repeat(3000));
    let mut project = project();
    let mut folders = Vec::new();
    for (nr, trick) in TRICKS.iter().copied().chain([long.as_str()]).enumerate() {
        let quoted = serde_json::to_string(trick).expect("a string");
        let fields = [
            ("bijlage", format!("bijlagen: [{{id: a, titel: A, bestand: {quoted}}}]\ninhoud: Tekst.\n")),
            ("blok", format!("inhoud:\n  - {{blok: afbeelding, alt: een beeld, bestand: {quoted}}}\n")),
            ("markdown", format!("inhoud: |\n  ![een beeld]({trick})\n")),
        ];
        for (field, yaml) in fields {
            let id = format!("kwaad-{field}-{nr:02}");
            let folder = format!("content/2022/{id}");
            let text = letter(&id, "Tekst.").split("inhoud:").next().unwrap_or_default().to_owned() + &yaml;
            project =
                project.with(&format!("{folder}/document.yaml"), text).with(&format!("{folder}/bijlagen/a.svg"), SVG);
            folders.push((format!("{folder}/document.yaml"), trick.to_owned()));
        }
    }
    let run = project.run(&["build", "--format", "json"]);
    assert_eq!(run.code, 1);
    // A refusal stands at its place; none of these paths may be followed.
    let faults: Vec<&str> = run.stdout.lines().filter(|line| line.contains("\"severity\":\"fout\"")).collect();
    let told = |folder: &str| faults.iter().any(|line| line.contains(folder));
    let wrong: Vec<_> = folders.iter().filter(|(folder, _)| !told(folder)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
    assert!(project.pdfs().len() == 1 && project.pdfs()[0].contains("_goed_"), "{:?}", project.pdfs());
}

#[test]
fn a_number_zero_in_a_path_is_refused() {
    let field = "bijlagen: [{id: a, titel: A, bestand: \"bijlagen/a.svg\\0.pdf\"}]\ninhoud:";
    refused(&project().with(KWAAD, letter("kwaad", "Tekst.").replace("inhoud:", field)), &["G104", "G210"]);
}

#[test]
fn a_loop_of_links_and_a_pipe_are_refused_without_waiting() {
    let project = project().with(KWAAD, letter("kwaad", "![x](lus/a.svg)"));
    symlink("..", project.path("content/2022/kwaad/lus")).expect("a link");
    symlink("zelf", project.path("content/2022/kwaad/zelf")).expect("a link");
    let pipe = Command::new("mkfifo").arg(project.path("content/2022/kwaad/pijp.pdf")).status().expect("mkfifo");
    assert!(pipe.success());
    let run = refused(&project, &["G134"]);
    assert!(run.stderr.contains("`content/2022/kwaad/lus` is een verwijzing"), "{}", run.stderr);
    assert!(run.stderr.contains("pijp.pdf` is niet te lezen: het is geen gewoon bestand"), "{}", run.stderr);
}

#[test]
fn typst_and_tera_in_a_text_are_printed_and_never_run() {
    let tricks = "\\#import \"/stijl/brief.typ\": \\* en \\#read(\"/etc/passwd\") en {% include \"delen/x\" %} en \\#panic() einde.";
    let project = project().with(KWAAD, letter("kwaad", tricks));
    let run = project.build();
    let text = project.one(&["_kwaad_"]).text_in_structure_order();
    for part in ["#import", "#read(", "/etc/passwd", "{% include", "#panic() einde."] {
        assert!(text.contains(part), "{part}\n{text}\n{}", run.all());
    }
    assert!(!text.contains("root:"), "{text}");
}
