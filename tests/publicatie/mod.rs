//! `griffel publish`: bundles that are whole, true to the content, and the same each time.

mod fouten;
mod jaar;
pub mod proef;
mod samen;
mod waarden;

use crate::support::project::{Project, Run};

/// The real content, with the letter of 2021 to Ridderkerk made.
fn made() -> Project {
    let project = Project::real();
    let run = project.run(&["build", "vaststelling-regiovisie", "--gemeente", "ridderkerk"]);
    assert_eq!(run.code, 0, "{}", run.all());
    project
}

fn publish(project: &Project) -> Run {
    project.run(&["publish", "vaststelling-regiovisie", "--gemeente", "ridderkerk"])
}

const PDF: &str = "2021-07-02_collegebrief_vaststelling-regiovisie_ridderkerk.pdf";

#[test]
fn a_bundle_holds_the_pdf_and_its_checksum_and_nothing_changes_the_second_time() {
    let project = made();
    let run = publish(&project);
    assert_eq!(run.code, 0, "{}", run.all());
    assert!(run.stdout.contains("gemaakt"), "{}", run.stdout);
    let first = project.out();
    let bundel = "publicatie/ridderkerk/2021";
    assert_eq!(first[&format!("{bundel}/{PDF}")], first[&format!("2021/ridderkerk/{PDF}")]);
    let pagina = project.text(&format!("out/{bundel}/{}", PDF.replace(".pdf", ".html")));
    assert!(pagina.contains(&format!("href=\"{PDF}\"")), "the page leads to its PDF");
    for naar in pagina.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let elders = naar.starts_with('#') || naar.contains(':');
        assert!(elders || first.contains_key(&format!("{bundel}/{naar}")), "{naar} is not in the bundle");
    }
    let sums = project.text(&format!("out/{bundel}/SHA256SUMS"));
    let sum = griffel::compile::sha256(&first[&format!("{bundel}/{PDF}")]);
    assert!(sums.contains(&format!("{sum}  {PDF}\n")), "{sums}");
    let again = publish(&project);
    assert!(again.stdout.contains("ongewijzigd"), "{}", again.stdout);
    assert_eq!(project.out(), first);
    assert_eq!(publish(&made()).code, 0);
}

#[test]
fn an_internal_rendition_is_refused() {
    let run = made().run(&["publish", "--profiel", "intern"]);
    assert_eq!(run.code, 2, "{}", run.all());
    let whole = "fout: een interne uitgave wordt niet gepubliceerd\nhulp: laat `--profiel intern` weg\n";
    assert_eq!((run.stderr.as_str(), run.stdout.as_str()), (whole, ""));
}
