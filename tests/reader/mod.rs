//! The PDF reader of the tests is itself tested, on a sample that holds every construct of a letter. What is expected
//! here was held against what poppler (`pdfinfo -struct-text`) reads from the same file.

use crate::support::pdf::{Bookmark, Claims, Dates, PageText, Pdf, Target};

const MONSTER: &[u8] = include_bytes!("../support/monster/monster.pdf");
const WITH_ATTACHMENT: &[u8] = include_bytes!("../support/monster/bijlage.pdf");

fn monster() -> Pdf {
    Pdf::open(MONSTER)
}

#[test]
fn facts_about_the_document() {
    let pdf = monster();
    assert_eq!(pdf.title(), "Monsterbrief: café, coöperatie & €");
    assert_eq!(pdf.author(), "Regio Voorbeeld");
    assert_eq!(pdf.lang(), "nl-NL");
    assert_eq!(pdf.keywords(), ["kenmerk VB-001", "jeugd"]);
    let day = Some("2021-07-02T00:00:00".to_owned());
    assert_eq!(pdf.dates(), &Dates { created: day.clone(), changed: day });
    assert_eq!(pdf.claims(), Claims { pdfa: Some("2A".into()), pdfua: Some("1".into()) });
    assert!(pdf.xmp().contains("<dc:title>"));
    assert!(pdf.shows_title());
    assert_eq!(pdf.pages(), 3);
}

#[test]
fn bookmarks_and_headings() {
    let pdf = monster();
    let mark = |level, title: &str, page| Bookmark { level, title: title.to_owned(), page: Some(page) };
    assert_eq!(pdf.outline(), [mark(1, "1 Inleiding", 1), mark(2, "1.1 Besluit", 1), mark(1, "2 Financiën", 2)]);
    let headings = [(1, "1 Inleiding"), (2, "1.1 Besluit"), (1, "2 Financiën"), (1, "Inhoudsopgave")];
    assert_eq!(pdf.headings(), headings.map(|(level, text)| (level, text.to_owned())));
}

#[test]
fn text_in_structure_order() {
    assert_eq!(monster().text_in_structure_order() + "\n", include_str!("../support/monster/monster.text.txt"));
}

#[test]
fn words_leave_out_the_marks_of_notes() {
    let words = monster().words().join(" ");
    assert!(words.contains("de vastgestelde begroting. Zie ook de regiovisie"), "{words}");
    assert!(words.contains("per m2. De begroting van 2021"), "{words}");
}

#[test]
fn tag_tree() {
    assert_eq!(monster().tag_tree(), include_str!("../support/monster/monster.tags.txt"));
}

#[test]
fn elements_can_be_asked_for() {
    let pdf = monster();
    let heads: Vec<_> = pdf.all("TH").into_iter().map(|th| (th.attribute("Scope"), pdf.text_of(th))).collect();
    assert_eq!(heads, ["Gemeente", "2021", "2022"].map(|text| (Some("Column"), text.to_owned())));
    assert_eq!(pdf.all("Table")[0].all("TR").len(), 4);
    assert_eq!(pdf.all("Figure")[0].alt.as_deref(), Some("Een blauw vlak dat het samenwerkingsgebied voorstelt"));
    assert_eq!(pdf.tree().len(), 1);
    assert_eq!(pdf.tree()[0].tag, "Document");
    let strong = pdf.all("Strong")[0];
    assert_eq!((strong.role.as_str(), pdf.text_of(strong).as_str()), ("Span", "vastgestelde"));
}

#[test]
fn links_with_their_text_and_description() {
    let pdf = monster();
    let links: Vec<_> =
        pdf.links().iter().map(|l| (l.page, l.target.clone(), l.contents.as_deref(), l.text.as_str())).collect();
    let address = "https://example.org/een/heel/lang/adres/dat/breekt";
    let url = |s: &str| Target::Url(s.to_owned());
    assert_eq!(links.len(), 8);
    assert_eq!(
        links[1],
        (1, url("https://example.org/regiovisie"), Some("https://example.org/regiovisie"), "de regiovisie")
    );
    assert_eq!(links[2], (1, Target::Page(2), Some("Hoofdstuk 2"), "paragraaf 2"));
    assert_eq!(links[5], (3, url(address), Some(address), address), "an address broken over two lines");
}

#[test]
fn pages_part_content_from_artifacts() {
    let pdf = monster();
    let page = pdf.page_text(2);
    assert_eq!(page.header, "Kenmerk VB-001 Concept");
    assert_eq!(page.footer, "pagina 2 van 3");
    assert_eq!(page.artifacts, "Sierlijk streepje");
    assert!(page.body.starts_with("b. De raad te informeren.\n2 Financiën\nGemeente"), "{}", page.body);
    assert!(pdf.text_outside_tree().is_empty());
    assert_eq!(Pdf::open(WITH_ATTACHMENT).page_text(1), PageText { body: "Kop".into(), ..PageText::default() });
}

#[test]
fn attachments() {
    let pdf = Pdf::open(WITH_ATTACHMENT);
    let file = &pdf.attachments()[0];
    assert_eq!(pdf.attachments().len(), 1);
    assert_eq!(file.name, "gegevens.csv");
    assert_eq!(file.description.as_deref(), Some("De cijfers, ook los"));
    assert_eq!(file.mime.as_deref(), Some("text/csv"));
    assert_eq!(file.relationship.as_deref(), Some("Data"));
    assert_eq!(file.data, b"naam;aantal\nRidderkerk;2\n");
    assert!(monster().attachments().is_empty());
    assert_eq!(pdf.dates().created.as_deref(), Some("2020-02-29T00:00:00"));
    assert_eq!(pdf.author(), "Anna & Co, Bram");
}

#[test]
#[should_panic(expected = "no PDF")]
fn anything_else_is_refused() {
    Pdf::open(b"hallo".as_slice());
}
