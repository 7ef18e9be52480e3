//! The words of a page and of a PDF, made comparable: page numbers, hyphens and blanks are matters of paper.

use crate::support::html::{Element, Kind};
use crate::support::pdf::{Kid, Node, Pdf};

/// Elements that stand inside a line of text.
const IN_DE_REGEL: &[&str] = &["a", "b", "em", "i", "img", "span", "strong", "sub", "sup"];

/// The text of a PDF in the order of its structure tree, without notes and the page numbers in its list of contents.
pub fn zonder_noten(pdf: &Pdf) -> String {
    let lezen = |node: &Node| pdf.text_of(&gesnoeid(node));
    pdf.tree().iter().map(lezen).collect::<Vec<_>>().join("\n")
}

fn gesnoeid(node: &Node) -> Node {
    let mut kids: Vec<Kid> = node
        .kids
        .iter()
        .filter_map(|kid| match kid {
            Kid::Node(kind) if kind.tag == "Note" => None,
            Kid::Node(kind) => Some(Kid::Node(gesnoeid(kind))),
            anders => Some(anders.clone()),
        })
        .collect();
    // A line of the contents: number, title, page.
    let is_regel =
        node.tag == "Div" && kids.len() == 3 && kids.iter().all(|kid| matches!(kid, Kid::Node(n) if n.tag == "Div"));
    if is_regel {
        kids.pop();
    }
    Node { kids, ..node.clone() }
}

/// The notes of a PDF in their order, each with its mark.
pub fn noten(pdf: &Pdf) -> String {
    pdf.all("Note").iter().map(|noot| pdf.text_of(noot)).collect::<Vec<_>>().join("\n")
}

/// Words without what only paper needs.
pub fn uit_pdf(tekst: &str) -> Vec<String> {
    gelijk(tekst).split_whitespace().map(str::to_owned).collect()
}

/// Blanks of all widths are one blank, and what is not seen is not there.
pub fn gelijk(tekst: &str) -> String {
    let zichtbaar: String = tekst.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{2060}' | '\u{200b}')).collect();
    zichtbaar.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a page as they are read, without what only a page has.
pub fn uit_html(pagina: &Element) -> Vec<String> {
    uit_pdf(&pagina.met(&["body"]).into_iter().map(van).collect::<String>())
}

/// The words of the notes at the end of a page, each with its mark.
pub fn noten_uit_html(pagina: &Element) -> Vec<String> {
    let plek = pagina.met(&["section"]).into_iter().filter(|sectie| sectie.heeft("noten"));
    let noten = plek.flat_map(|sectie| sectie.met(&["li"]));
    let tekst = noten.enumerate().map(|(nr, noot)| format!("[{}] {}", nr + 1, inhoud(noot)));
    uit_pdf(&tekst.collect::<Vec<_>>().join("\n"))
}

/// The text of one element.
pub fn van(element: &Element) -> String {
    let mut uit = String::new();
    lees(element, Some(0), &mut uit);
    uit
}

fn inhoud(element: &Element) -> String {
    let mut uit = String::new();
    kinderen(element, Some(0), &mut uit);
    uit
}

/// `diepte` is how deep in lists with dots; `None` in a list without marks.
fn lees(element: &Element, diepte: Option<usize>, uit: &mut String) {
    let naam = element.naam.as_str();
    if element.heeft("hulp") || element.heeft("noten") || naam == "style" {
        return;
    }
    let los = !IN_DE_REGEL.contains(&naam);
    if los {
        uit.push('\n');
    }
    match naam {
        "img" => uit.push_str(element.attr("alt").unwrap_or_default()),
        "sup" if element.heeft("nootcijfer") => *uit += &format!("[{}]", inhoud(element).trim()),
        "figure" if element.heeft("organigram") => {
            // Who listens to the PDF hears the description instead of the boxes.
            element.met(&["figcaption"]).iter().take(1).for_each(|alt| kinderen(alt, diepte, uit));
        }
        "nav" => kinderen(element, None, uit),
        "ul" | "ol" => lijst(element, diepte, uit),
        _ => kinderen(element, diepte, uit),
    }
    if los {
        uit.push('\n');
    }
}

fn kinderen(element: &Element, diepte: Option<usize>, uit: &mut String) {
    for kind in &element.kinderen {
        match kind {
            Kind::Tekst(tekst) => uit.push_str(tekst),
            Kind::Element(element) => lees(element, diepte, uit),
        }
    }
}

/// Items with the mark that a reader sees before them.
fn lijst(element: &Element, diepte: Option<usize>, uit: &mut String) {
    let getal = |naam: &str, van: &Element| van.attr(naam).and_then(|start| start.parse::<usize>().ok());
    let mut nummer = getal("start", element).unwrap_or(1);
    for item in element.elementen() {
        nummer = getal("value", item).unwrap_or(nummer);
        let merk = match (element.naam.as_str(), element.attr("type"), diepte) {
            (_, _, None) => String::new(),
            ("ul", _, Some(diepte)) if element.heeft("streep") || diepte % 2 == 1 => "–".to_owned(),
            ("ul", ..) => "•".to_owned(),
            (_, Some("a"), _) => format!("{}.", char::from(b'a' + u8::try_from(nummer - 1).expect("few items"))),
            (_, Some("i"), _) => format!("{}.", ["i", "ii", "iii", "iv", "v"][nummer - 1]),
            _ => format!("{nummer}."),
        };
        *uit += &format!("\n{merk} ");
        kinderen(item, diepte.map(|diepte| diepte + usize::from(element.naam == "ul")), uit);
        nummer += 1;
    }
}
