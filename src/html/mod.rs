//! What every HTML page of griffel shares: escaping, one base style, colours that can be read, a page without scripts.

mod kleur;
mod lezen;

pub use kleur::{Kleuren, contrast_op_wit, kleuren};
pub use lezen::{Gelezen, lees};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The base style: measures, type, tables, light and dark, print.
const BASIS: &str = include_str!("basis.css");

/// A page that needs nothing else.
#[derive(Clone, Copy, Debug)]
pub struct Pagina<'a> {
    /// The title, as plain words.
    pub titel: &'a str,
    /// What this page's style adds to the base style.
    pub stijl: &'a str,
    /// The inside of `<body>`, escaped already.
    pub inhoud: &'a str,
}

impl Pagina<'_> {
    /// The whole page, in the colours of the program itself.
    pub fn html(&self) -> String {
        let stijl = stijl(&kleuren(kleur::GRIFFEL.0, kleur::GRIFFEL.1), self.stijl);
        let Self { titel, inhoud, .. } = self;
        format!(
            "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
             <style>{stijl}</style>\n</head>\n<body>\n{inhoud}</body>\n</html>\n",
            csp(&stijl),
            escape(titel)
        )
    }
}

/// The whole style of a page: its colours, the base, and what is its own.
pub fn stijl(kleuren: &Kleuren, eigen: &str) -> String {
    format!("{}{BASIS}{eigen}", kleuren.css())
}

/// What a browser may do with a page: show pictures that stand in it and this very style, and nothing else.
pub fn csp(stijl: &str) -> String {
    let som = STANDARD.encode(Sha256::digest(stijl.as_bytes()));
    format!("default-src 'none'; img-src data:; style-src 'sha256-{som}'; base-uri 'none'; form-action 'none'")
}

/// A file as part of the page.
pub fn data_uri(naam: &str, bytes: &[u8]) -> String {
    let soort = match naam.rsplit('.').next() {
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "image/jpeg",
    };
    format!("data:{soort};base64,{}", STANDARD.encode(bytes))
}

/// Text that is only text, between tags and in attributes between double quotes; the one place that escapes HTML.
pub fn escape(tekst: &str) -> String {
    let mut uit = String::with_capacity(tekst.len());
    for teken in tekst.chars() {
        match teken {
            '&' => uit += "&amp;",
            '<' => uit += "&lt;",
            '>' => uit += "&gt;",
            '"' => uit += "&quot;",
            '\'' => uit += "&#39;",
            // Not allowed in a page, not even by number.
            teken if verboden(teken) => uit.push('\u{fffd}'),
            teken => uit.push(teken),
        }
    }
    uit
}

/// Control characters, and the code points that are none.
fn verboden(teken: char) -> bool {
    let geen_teken = u32::from(teken) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&teken);
    (teken.is_control() && !matches!(teken, '\n' | '\t')) || geen_teken
}

/// Text as part of an address: the fragment of a link in the same page.
pub fn fragment(label: &str) -> String {
    let mut uit = String::with_capacity(label.len() + 1);
    uit.push('#');
    for byte in label.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => uit.push(char::from(byte)),
            _ => uit += &format!("%{byte:02X}"),
        }
    }
    uit
}

/// The words of markup that griffel wrote, still escaped: for labels in attributes.
pub fn woorden(markup: &str) -> String {
    let mut uit = String::new();
    let mut rest = markup;
    while let Some((voor, na)) = rest.split_once('<') {
        uit += voor;
        rest = na.split_once('>').map_or("", |(_, na)| na);
    }
    uit += rest;
    uit.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_only_text() {
        assert_eq!(escape("<b a=\"1\" c='2'>&amp;\u{1b}"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;\u{fffd}");
    }

    #[test]
    fn a_fragment_has_no_character_with_a_meaning() {
        assert_eq!(fragment("bijlage-a b\"é"), "#bijlage-a%20b%22%C3%A9");
    }

    #[test]
    fn the_words_of_markup_are_what_stands_between_its_tags() {
        assert_eq!(woorden("<p>een <strong>twee</strong>\n &lt;drie&gt;</p>"), "een twee &lt;drie&gt;");
    }

    #[test]
    fn a_browser_is_told_which_style_it_may_use() {
        let pagina = Pagina { titel: "a<b", stijl: "", inhoud: "<main></main>\n" }.html();
        let (_, na) = pagina.split_once("<style>").unwrap();
        let stijl = na.split_once("</style>").unwrap().0;
        assert!(pagina.contains(&format!("content=\"{}\"", csp(stijl))));
        assert!(pagina.contains("<title>a&lt;b</title>"));
        assert!(!stijl.contains('<') && !stijl.contains("url("), "a style asks for nothing from elsewhere");
    }
}
