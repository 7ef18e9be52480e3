//! What a PDF says about itself: title, dates, claims.

use hayro_syntax::metadata::Metadata;
use hayro_syntax::object::DateTime;

use super::objects::{Objects, text_bytes};

/// Facts about the document as a whole.
#[derive(Debug, Default)]
pub struct Facts {
    /// The title.
    pub title: String,
    /// The title in the XMP packet.
    pub xmp_title: Option<String>,
    /// Who made it.
    pub author: String,
    /// The language of the whole, such as `nl-NL`; empty when none is named.
    pub lang: String,
    /// The keywords, one by one.
    pub keywords: Vec<String>,
    /// When it was made.
    pub dates: Dates,
    /// The XMP packet as text; empty when there is none.
    pub xmp: String,
    /// Whether a viewer shows the title instead of the file name.
    pub shows_title: bool,
}

/// When the PDF says it was made and changed, as `2021-07-02T00:00:00`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// When it was made.
    pub created: Option<String>,
    /// When it was changed.
    pub changed: Option<String>,
}

/// What the XMP packet claims.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Claims {
    /// PDF/A part and level, for example `2A`.
    pub pdfa: Option<String>,
    /// PDF/UA part, for example `1`.
    pub pdfua: Option<String>,
}

/// What this file says about itself.
pub fn read(objects: &Objects<'_>, file: &hayro_syntax::Pdf) -> Facts {
    let root = objects.root();
    let xmp = objects.stream(&root, "Metadata").and_then(|s| s.decoded().ok().map(|d| d.into_owned()));
    let xmp = xmp.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let info: &Metadata = file.metadata();
    let preferences = objects.dict(&root, "ViewerPreferences");
    Facts {
        title: info_text(info.title.as_ref()),
        xmp_title: between(&xmp, "<dc:title>", "</dc:title>").and_then(|alt| between(alt, "\">", "<")).map(unescape),
        author: info_text(info.author.as_ref()),
        lang: objects.text(&root, "Lang").unwrap_or_default(),
        keywords: keywords(&xmp, &info_text(info.keywords.as_ref())),
        dates: Dates { created: info.creation_date.map(iso), changed: info.modification_date.map(iso) },
        shows_title: preferences.and_then(|p| p.get::<bool>("DisplayDocTitle")).unwrap_or(false),
        xmp,
    }
}

fn info_text(bytes: Option<&Vec<u8>>) -> String {
    bytes.map(|b| text_bytes(b)).unwrap_or_default()
}

fn iso(d: DateTime) -> String {
    format!("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", d.year, d.month, d.day, d.hour, d.minute, d.second)
}

/// One by one from XMP; from the information dictionary when XMP has none.
fn keywords(xmp: &str, info: &str) -> Vec<String> {
    let bag = between(xmp, "<dc:subject>", "</dc:subject>").unwrap_or_default();
    let items = bag.split("<rdf:li").skip(1).filter_map(|item| between(item, ">", "</rdf:li>"));
    let listed: Vec<String> = items.map(unescape).collect();
    if !listed.is_empty() || info.is_empty() { listed } else { info.split(", ").map(str::to_owned).collect() }
}

impl Claims {
    /// The claims in this packet.
    pub fn of(xmp: &str) -> Self {
        let value = |name: &str| {
            let element = between(xmp, &format!("<{name}>"), &format!("</{name}>"));
            element.or_else(|| between(xmp, &format!("{name}=\""), "\"")).map(str::to_owned)
        };
        let level = value("pdfaid:conformance").unwrap_or_default();
        Self { pdfa: value("pdfaid:part").map(|part| part + &level), pdfua: value("pdfuaid:part") }
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}

fn unescape(xml: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(xml.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}
