//! Gemeenten that merge, on the real content: who gets a paper before and after 1 January 2023.

use super::{brief, manifest};
use crate::support::project::Project;

const BRIEF: &str = "content/2022/fusie/document.yaml";
const DRIE: [&str; 3] = ["brielle", "hellevoetsluis", "westvoorne"];

/// The real gemeenten with one letter to the three.
fn project(datum: &str) -> Project {
    let project = Project::real();
    project.remove("content/2021");
    project.remove("content/2023");
    let tekst = "Aan {{ opsomming(gemeenten) }}; de regeling had {{ telwoord(gemeenten_op(2022-11-09)) }} leden en \
                 heeft er nu {{ aantal(gemeenten_op(2023-01-02)) }}.";
    let naar = "ontvangers: [brielle, hellevoetsluis, westvoorne]\ninhoud:";
    let brief = brief("fusie", tekst).replace("datum: 2022-03-01", &format!("datum: {datum}")).replace("inhoud:", naar);
    project.with(&BRIEF.replace("2022", &datum[..4]), brief)
}

#[test]
fn before_the_merger_the_three_get_it() {
    let project = project("2022-11-09");
    project.build();
    let kregen: Vec<String> = manifest(&project).into_iter().filter_map(|entry| entry.gemeente).collect();
    assert_eq!(kregen, DRIE);
    let text = project.one(&["westvoorne"]).text_in_structure_order();
    assert!(text.contains("Aan Brielle, Hellevoetsluis en Westvoorne"), "{text}");
    assert!(text.contains("had vijftien leden en heeft er nu 13."), "{text}");
}

#[test]
fn after_the_merger_they_are_refused_with_the_name_of_the_successor() {
    let project = project("2023-01-02");
    let run = project.run(&["build"]);
    assert_eq!((run.code, project.pdfs()), (1, vec![]), "{}", run.all());
    assert_eq!(run.stderr.matches("fout[G404]").count(), 3, "{}", run.stderr);
    assert_eq!(run.stderr.matches("De opvolger is Voorne aan Zee: schrijf `voorne-aan-zee`").count(), 3);
    for gemeente in ["Brielle", "Hellevoetsluis", "Westvoorne"] {
        assert!(run.stderr.contains(&format!("de gemeente {gemeente} bestaat sinds 1 januari 2023 niet meer")));
    }
}
