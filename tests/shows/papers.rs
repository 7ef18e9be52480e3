//! Every PDF of the real content, looked at the way a reader and an archive would.

use std::collections::BTreeSet;

use super::{Paper, built, folders, for_every_paper};
use crate::support::pdf::{Claims, Node, Target};

fn unless(holds: bool, fault: impl FnOnce() -> String) -> Vec<String> {
    if holds { Vec::new() } else { vec![fault()] }
}

#[test]
fn fifteen_councils_get_their_papers_in_2021_and_thirteen_from_2023_on() {
    let folders = folders(&built().project);
    let count = |year: &str| folders.get(year).map_or(0, Vec::len);
    assert_eq!((count("2021"), count("2023")), (15, 13));
    let of = |year: &str, who: &str| folders[year].iter().any(|found| found == who);
    for gone in ["brielle", "hellevoetsluis", "westvoorne"] {
        assert!(of("2021", gone) && !of("2023", gone), "{gone}");
    }
    assert!(of("2023", "voorne-aan-zee") && !of("2021", "voorne-aan-zee"));
}

#[test]
fn the_whole_content_gives_at_least_ninety_pdfs() {
    let built = built();
    assert!(built.project.pdfs().len() >= 90, "{}", built.project.pdfs().len());
    assert_eq!(built.project.pdfs().len(), built.papers.len(), "the manifest names every PDF");
    assert!(!built.run.stderr.contains("fout["), "{}", built.run.stderr);
}

#[test]
fn every_kind_is_among_the_papers() {
    let kinds: BTreeSet<&str> = built().papers.iter().map(|paper| paper.entry.soort.as_str()).collect();
    let wanted = ["ab-voorstel", "collegebrief", "informatiebrief", "raadsvoorstel", "regioagenda", "zienswijzebrief"];
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), wanted);
}

#[test]
fn every_pdf_says_what_it_is() {
    for_every_paper(|Paper { entry, pdf }| {
        let mut faults = unless(pdf.title() == entry.onderwerp && !pdf.title().is_empty(), || {
            format!("title {:?} is not {:?}", pdf.title(), entry.onderwerp)
        });
        faults.extend(unless(pdf.lang() == "nl-NL" || pdf.lang() == "nl", || format!("language {:?}", pdf.lang())));
        faults.extend(unless(pdf.shows_title(), || "a viewer shows the file name".to_owned()));
        faults.extend(unless(pdf.dates().created.is_some(), || "no date".to_owned()));
        let claims = Claims { pdfa: Some("2A".into()), pdfua: Some("1".into()) };
        faults.extend(unless(pdf.claims() == claims, || format!("claims {:?}", pdf.claims())));
        faults
    });
}

#[test]
fn the_title_is_the_onderwerp_that_the_author_wrote() {
    let project = &built().project;
    for_every_paper(|Paper { entry, pdf }| {
        let text = project.text(&entry.bron);
        let line = text.lines().find_map(|line| line.strip_prefix("onderwerp: ")).unwrap_or_default();
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let fixed = line.split("{{").next().unwrap_or_default();
        unless(!line.is_empty() && letters(pdf.title()).starts_with(&letters(fixed)), || {
            format!("{:?} is not {line:?}", pdf.title())
        })
    });
}

#[test]
fn the_author_is_an_organisation() {
    let project = &built().project;
    let mut names = BTreeSet::new();
    for folder in ["content/gemeenten", "content/organisaties"] {
        for text in crate::support::project::tree(&project.path(folder)).into_values() {
            let text = String::from_utf8(text).expect("text");
            let name = text.lines().find_map(|line| line.strip_prefix("naam: ")).expect("a name");
            names.extend([name.to_owned(), format!("Gemeente {name}")]);
        }
    }
    for_every_paper(|Paper { pdf, .. }| unless(names.contains(pdf.author()), || format!("author {:?}", pdf.author())));
}

#[test]
fn headings_links_and_figures_have_words() {
    for_every_paper(|Paper { pdf, .. }| {
        let mut faults = Vec::new();
        let headings = pdf.headings();
        faults
            .extend(headings.iter().filter(|(_, text)| text.trim().is_empty()).map(|_| "an empty heading".to_owned()));
        let silent = |figure: &&Node| figure.alt.as_deref().is_none_or(|alt| alt.trim().is_empty());
        faults.extend(pdf.all("Figure").iter().filter(|f| silent(f)).map(|_| "a figure without words".to_owned()));
        for link in pdf.links() {
            faults
                .extend(unless(!link.text.trim().is_empty(), || format!("a link without text on page {}", link.page)));
            faults.extend(unless(link.target != Target::Nowhere, || format!("{:?} leads nowhere", link.text)));
            let said = link.contents.as_deref().is_some_and(|contents| !contents.trim().is_empty());
            faults.extend(unless(said, || format!("{:?} has no description", link.text)));
        }
        faults
    });
}

#[test]
fn headings_never_skip_a_level() {
    for_every_paper(|Paper { pdf, .. }| {
        let mut before = 0;
        let mut faults = Vec::new();
        for (level, text) in pdf.headings() {
            faults.extend(unless(level <= before + 1, || format!("{text:?} jumps from level {before} to {level}")));
            before = level;
        }
        faults
    });
}

#[test]
fn every_table_has_header_cells_with_a_scope() {
    let rows = std::cell::Cell::new(0);
    for_every_paper(|Paper { pdf, .. }| {
        let mut faults = Vec::new();
        for table in pdf.all("Table") {
            let heads = table.all("TH");
            faults.extend(unless(!heads.is_empty(), || "a table without header cells".to_owned()));
            let row = heads.iter().filter(|head| head.attribute("Scope").is_some_and(|scope| scope.contains("Row")));
            rows.set(rows.get() + row.count());
            let deaf = heads.iter().filter(|head| head.attribute("Scope").is_none()).count();
            faults.extend(unless(deaf == 0, || format!("{deaf} header cells without a scope")));
        }
        faults
    });
    let tables: usize = built().papers.iter().map(|paper| paper.pdf.all("Table").len()).sum();
    assert!(tables > 20 && rows.get() > 20, "{tables} tables with {} cells that head a row", rows.get());
}

#[test]
fn bookmarks_are_the_headings() {
    for_every_paper(|Paper { pdf, .. }| {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let headings: Vec<_> = pdf.headings().into_iter().map(|(level, text)| (level, words(&text))).collect();
        let marks: Vec<_> = pdf.outline().iter().map(|mark| (mark.level, words(&mark.title))).collect();
        let lost = pdf.outline().iter().filter(|mark| mark.page.is_none()).count();
        let differs = headings.iter().zip(&marks).find(|(heading, mark)| heading != mark);
        let mut faults = unless(headings.len() == marks.len() && differs.is_none(), || {
            format!("{} headings, {} bookmarks, first difference {differs:?}", headings.len(), marks.len())
        });
        faults.extend(unless(lost == 0, || format!("{lost} bookmarks lead nowhere")));
        faults
    });
    let of = |soort: &'static str| built().papers.iter().filter(move |paper| paper.entry.uitvoer == soort);
    let numbered =
        of("raadsvoorstel").flat_map(|paper| paper.pdf.outline()).filter(|mark| mark.title.starts_with("1.1"));
    assert!(numbered.count() > 20, "arguments have their number among the bookmarks");
}

#[test]
fn all_text_is_in_the_structure_tree() {
    for_every_paper(|Paper { pdf, .. }| {
        let lost = pdf.text_outside_tree();
        unless(lost.is_empty(), || format!("outside the tree: {lost:?}"))
    });
}

#[test]
fn every_page_of_a_letter_says_which_it_is_of_how_many() {
    let letters = ["collegebrief", "informatiebrief", "zienswijzebrief"];
    let mut seen = 0;
    for_every_paper(|Paper { entry, pdf }| {
        if !letters.contains(&entry.soort.as_str()) {
            return Vec::new();
        }
        let number = |nr: usize| format!("pagina {nr} van {}", pdf.pages());
        let wrong = (1..=pdf.pages()).filter(|nr| !pdf.page_text(*nr).footer.contains(&number(*nr)));
        wrong.map(|nr| format!("page {nr} does not say so: {:?}", pdf.page_text(nr).footer)).collect()
    });
    seen += built().papers.iter().filter(|paper| letters.contains(&paper.entry.soort.as_str())).count();
    assert!(seen >= 40, "{seen} letters");
}

#[test]
fn a_concept_says_so_on_every_page_and_in_its_name() {
    for_every_paper(|Paper { entry, pdf }| {
        let concept = entry.status == "concept";
        let mut faults = unless(entry.pad.ends_with("_concept.pdf") == concept, || "the name is wrong".to_owned());
        if !concept {
            return faults;
        }
        let first = pdf.page_text(1).body.to_lowercase();
        faults.extend(unless(first.contains("concept"), || "page 1 does not say so in its body".to_owned()));
        let silent = |nr: &usize| {
            let page = pdf.page_text(*nr);
            !format!("{} {} {}", page.header, page.body, page.footer).to_lowercase().contains("concept")
        };
        faults.extend((2..=pdf.pages()).filter(silent).map(|nr| format!("page {nr} does not say so")));
        faults
    });
}

#[test]
fn what_is_not_known_is_a_blank_that_the_summary_lists() {
    let built = built();
    assert!(built.run.stdout.contains("Nog niet bekend"), "{}", built.run.stdout);
    for_every_paper(|Paper { entry, pdf }| {
        let blank = pdf.text_in_structure_order().contains("nog niet bekend");
        unless(!blank || entry.status == "concept", || "a blank in a finished document".to_owned())
    });
    let blanks = built.papers.iter().filter(|p| p.pdf.text_in_structure_order().contains("nog niet bekend")).count();
    assert!(blanks > 20, "{blanks}");
}
