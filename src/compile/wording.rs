//! What Typst says, in Dutch and under a code of our own.
//!
//! The English original only appears in a hint that says so, and only where nothing better is known.

mod frasen;

use typst::diag::SourceDiagnostic;

use crate::diag::vertaal::technisch;
use crate::diag::{Code, codes};

/// The Dutch of one diagnostic, still without a place.
#[derive(Debug, PartialEq, Eq)]
pub struct Wording {
    /// The rule that is broken.
    pub code: &'static Code,
    /// What is wrong.
    pub message: String,
    /// What can be done.
    pub hints: Vec<String>,
    /// The character that this is about, when it is about one.
    pub teken: Option<char>,
    /// The name that is not known, when it is about one.
    pub naam: Option<String>,
}

/// A diagnostic in Dutch.
pub fn dutch(found: &SourceDiagnostic) -> Wording {
    let (norm, what) = without_standard(&found.message);
    let known = glyphs(what)
        .or_else(|| forbidden(what))
        .or_else(|| references(what))
        .or_else(|| files(what))
        .or_else(|| fonts(what))
        .or_else(|| own_words(what))
        .or_else(|| fixed(what))
        .or_else(|| frase(norm, what));
    let mut wording = known.unwrap_or_else(|| unknown(found, norm, what));
    if wording.code == codes::G606 && wording.hints.is_empty() {
        wording.hints.push("bewaar de afbeelding opnieuw als PNG, JPG of SVG".to_string());
    }
    wording
}

/// Splits "PDF/A-2a, PDF/UA-1 error: ..." into the standards and what they object to.
fn without_standard(message: &str) -> (Option<&str>, &str) {
    match message.split_once(" error: ") {
        Some((norm, what)) if norm.starts_with("PDF/") => (Some(norm), what),
        _ => (None, message),
    }
}

fn wording(code: &'static Code, message: impl Into<String>, hints: &[&str]) -> Option<Wording> {
    let hints = hints.iter().map(ToString::to_string).collect();
    Some(Wording { code, message: message.into(), hints, teken: None, naam: None })
}

/// Text that the font has no shapes for.
fn glyphs(what: &str) -> Option<Wording> {
    let (text, rest) = what.strip_prefix("the text `")?.split_once("` could not be displayed with ")?;
    let font = rest.strip_prefix("font ").unwrap_or(rest).trim_matches(['`', '"']);
    let named: Vec<String> = unquoted(text).chars().map(character).collect();
    let (word, verb) = if named.len() == 1 { ("het teken", "komt") } else { ("de tekens", "komen") };
    let message = format!("{word} {} {verb} niet voor in het lettertype `{font}`", named.join(", "));
    let found = wording(codes::G601, message, &["schrijf het met gewone letters of tekens"])?;
    Some(Wording { teken: unquoted(text).chars().next(), ..found })
}

/// Characters that an archival PDF may not hold.
fn forbidden(what: &str) -> Option<Wording> {
    if what.contains("not mapped to a code point") || what.contains("missing codepoints") {
        return wording(codes::G610, "de tekst bevat een teken zonder Unicode-waarde", &[]);
    }
    let at = what.find("codepoint `")? + "codepoint `".len();
    let (text, _) = what[at..].split_once('`')?;
    let named: Vec<String> = unquoted(text).chars().map(character).collect();
    let message = format!("het teken {} mag niet in een archief-PDF staan", named.join(", "));
    wording(codes::G610, message, &["verwijder het teken; het komt vaak mee bij plakken uit Word of een PDF"])
}

fn references(what: &str) -> Option<Wording> {
    let (label, rest) = what.strip_prefix("label `<")?.split_once(">` ")?;
    if rest.starts_with("does not exist") {
        let message = format!("de verwijzing naar `{label}` leidt nergens heen");
        return wording(codes::G608, message, &["controleer de naam, en of het sjabloon dit onderdeel laat zien"]);
    }
    let message = format!("`{label}` komt meer dan eens voor; een verwijzing ernaar is niet eenduidig");
    rest.starts_with("occurs multiple").then_some(())?;
    wording(codes::G608, message, &["geef elk onderdeel een eigen `id`"])
}

/// Attempts to read what is not there, or what is nobody's business.
fn files(what: &str) -> Option<Wording> {
    if let Some(path) = what.strip_prefix("file not found (searched at ") {
        let path = path.trim_end_matches(')');
        let hint = "sjablonen zien `/stijl/`, de tekst van het document, en afbeeldingen waarvan de naam letterlijk in de bron staat";
        return wording(codes::G609, format!("het bestand `{path}` is er niet"), &[hint]);
    }
    if let Some(package) = what.strip_prefix("package not found (searched for ") {
        let message = format!("het pakket `{}` wordt niet geladen", package.trim_end_matches(')'));
        return wording(codes::G609, message, &["zet wat nodig is in `templates/stijl/`"]);
    }
    if what.contains("would escape the project root") {
        let path = what.split('`').nth(1).map(unquoted).unwrap_or_default();
        return wording(codes::G609, format!("`{path}` ligt buiten het project"), &[]);
    }
    None
}

fn fonts(what: &str) -> Option<Wording> {
    if let Some(family) = what.strip_prefix("unknown font family: ") {
        return wording(codes::G607, format!("het lettertype `{family}` staat niet in `fonts/`"), &[]);
    }
    what.starts_with("no font could be found").then_some(())?;
    wording(codes::G607, "voor deze tekst staat er geen lettertype in `fonts/`", &[])
}

/// What a template says itself, with `panic` or `assert`: it speaks Dutch.
fn own_words(what: &str) -> Option<Wording> {
    let said = what.strip_prefix("panicked with: ").or_else(|| what.strip_prefix("assertion failed: "))?;
    wording(codes::G613, unquoted(said), &[])
}

/// Fixed phrases; the first that occurs in the message counts.
const FIXED: &[(&str, &Code, &str, &str)] = &[
    (
        "missing alt text",
        codes::G602,
        "een afbeelding heeft geen beschrijving",
        "vul `alt` in, of zet `decoratief: true`",
    ),
    ("the first heading must be", codes::G603, "de eerste kop is niet van niveau 1", ""),
    ("heading title is empty", codes::G604, "een kop heeft geen tekst", "geef de kop een tekst of laat hem weg"),
    ("heading title could not be determined", codes::G604, "de tekst van een kop is niet vast te stellen", ""),
    ("missing document title", codes::G605, "het document heeft geen titel", "vul `onderwerp` in"),
    (
        "missing document date",
        codes::G605,
        "het document heeft geen datum",
        "een sjabloon mag de datum niet op `none` zetten",
    ),
    ("failed to decode image", codes::G606, "een afbeelding is niet te lezen", ""),
    ("failed to process image", codes::G606, "een afbeelding is niet te lezen", ""),
    ("failed to parse SVG", codes::G606, "een SVG-afbeelding is niet te lezen", ""),
    (
        "failed to load linked image",
        codes::G606,
        "een SVG verwijst naar een afbeelding die er niet is",
        "neem de afbeelding in de SVG op",
    ),
    ("unknown image format", codes::G606, "het soort van een afbeelding is onbekend", ""),
    (
        "image contains foreign object",
        codes::G606,
        "een SVG bevat ingevoegde HTML",
        "zet de tekst in de SVG om naar paden",
    ),
    ("16 bit images are not supported", codes::G606, "een afbeelding heeft 16 bits per kleur", ""),
    (
        "embedding PDFs",
        codes::G606,
        "een PDF kan geen afbeelding zijn in een archief-PDF",
        "voeg de PDF toe als bijlage",
    ),
    (
        "failed to load PDF",
        codes::G606,
        "een PDF kan geen afbeelding zijn in een archief-PDF",
        "voeg de PDF toe als bijlage",
    ),
    (
        "contains optional content",
        codes::G606,
        "een PDF kan geen afbeelding zijn in een archief-PDF",
        "voeg de PDF toe als bijlage",
    ),
    ("has smooth scaling", codes::G606, "een afbeelding wordt vloeiend geschaald; dat verbiedt PDF/A", ""),
    ("missing a CMYK profile", codes::G611, "het document gebruikt CMYK-kleuren; PDF/A vraagt om RGB", ""),
    ("cannot combine underline", codes::G611, "tekst is tegelijk onderstreept en doorgehaald", ""),
    ("did not converge", codes::G612, "de opmaak komt niet tot rust", ""),
    (
        "unable to get the current date",
        codes::G616,
        "een sjabloon vraagt naar de datum van vandaag",
        "gebruik een datum uit de inhoud",
    ),
    (
        "maximum grouping depth exceeded",
        codes::G337,
        "een alinea is te lang om te zetten",
        "Verdeel de tekst over meer alinea's",
    ),
    (
        "a PDF string is longer than",
        codes::G337,
        "de titel, het kenmerk of een naam is te lang voor een PDF",
        "Maak het onderwerp, het kenmerk, de naam of de functie korter",
    ),
    ("is too restrictive", codes::G614, "de licentie van een lettertype verbiedt insluiten", ""),
];

fn fixed(what: &str) -> Option<Wording> {
    if let Some((from, to)) = what.strip_prefix("skipped from heading level ").and_then(|rest| rest.split_once(" to "))
    {
        let message = format!("na een kop van niveau {from} volgt er een van niveau {to}");
        return wording(codes::G603, message, &["laat geen niveau weg"]);
    }
    let (_, code, message, hint) = FIXED.iter().find(|(phrase, ..)| what.contains(phrase))?;
    wording(code, *message, if hint.is_empty() { &[] } else { std::slice::from_ref(hint) })
}

/// What designers run into, by pattern; with the name that was most likely meant when one is unknown.
fn frase(norm: Option<&str>, what: &str) -> Option<Wording> {
    let (message, hint) = frasen::dutch(what)?;
    let hints = Some(hint).filter(|hint| !hint.is_empty()).into_iter().collect();
    let naam = what.strip_prefix("unknown variable: ").map(str::to_string);
    let code = if norm.is_some() { codes::G611 } else { codes::G613 };
    Some(Wording { code, message, hints, teken: None, naam })
}

fn unknown(found: &SourceDiagnostic, norm: Option<&str>, what: &str) -> Wording {
    let (code, message) = match norm {
        Some(norm) => (codes::G611, format!("het document voldoet niet aan {norm}")),
        None => (codes::G613, "er zit een fout in een sjabloon".to_string()),
    };
    let useful = |hint: &&str| !hint.contains("--root") && !hint.contains("report this");
    let more: String =
        found.hints.iter().map(|hint| hint.v.as_str()).filter(useful).map(|hint| format!(" ({hint})")).collect();
    let hints =
        vec!["Laat dit zien aan wie de sjablonen beheert".to_string(), technisch("Typst", &format!("{what}{more}"))];
    Wording { code, message, hints, teken: None, naam: None }
}

/// A character as a reader can recognise and look it up.
fn character(c: char) -> String {
    let number = format!("U+{:04X}", u32::from(c));
    let visible = !c.is_control() && !c.is_whitespace() && !('\u{e000}'..='\u{f8ff}').contains(&c);
    if visible { format!("`{c}` ({number})") } else { number }
}

/// The text behind a Typst string literal: quotes off, escapes resolved.
fn unquoted(literal: &str) -> String {
    let inner = literal.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(literal);
    let mut text = String::new();
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some((digits, after)) = rest.strip_prefix("u{").and_then(|rest| rest.split_once('}')) {
            text.extend(u32::from_str_radix(digits, 16).ok().and_then(char::from_u32));
            rest = after;
        } else if let Some(c) = rest.chars().next() {
            text.push(match c {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                other => other,
            });
            rest = &rest[c.len_utf8()..];
        }
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use typst::syntax::Span;

    fn said(message: &str) -> Wording {
        dutch(&SourceDiagnostic::error(Span::detached(), message))
    }

    #[test]
    fn a_missing_glyph_names_the_character() {
        let wording =
            said("PDF/A-2a, PDF/UA-1 error: the text `\"☃\"` could not be displayed with font `\"Source Sans 3\"`");
        assert_eq!(wording.code, codes::G601);
        assert_eq!(wording.message, "het teken `☃` (U+2603) komt niet voor in het lettertype `Source Sans 3`");
    }

    #[test]
    fn an_invisible_character_is_named_by_its_number_only() {
        let wording = said("PDF/A-2a error: the text contains the codepoint `\"\\u{e000}\"`");
        assert_eq!(wording.message, "het teken U+E000 mag niet in een archief-PDF staan");
        assert_eq!(wording.code, codes::G610);
    }

    #[test]
    fn a_layout_that_never_settles_is_told() {
        let wording = said("document did not converge within five attempts");
        assert_eq!((wording.code, wording.message.as_str()), (codes::G612, "de opmaak komt niet tot rust"));
    }

    #[test]
    fn what_is_not_known_keeps_the_english_in_a_hint() {
        let wording = said("PDF/UA-1 error: the moon is blue");
        assert_eq!(wording.code, codes::G611);
        assert_eq!(wording.message, "het document voldoet niet aan PDF/UA-1");
        assert_eq!(wording.hints[1], "Technische melding van Typst, in het Engels: the moon is blue");
        let wording = said("the moon is blue");
        assert_eq!((wording.code, wording.message.as_str()), (codes::G613, "er zit een fout in een sjabloon"));
        assert_eq!(wording.hints.len(), 2);
    }

    #[test]
    fn a_template_that_panics_speaks_for_itself() {
        assert_eq!(said("panicked with: \"kolommen ontbreken\"").message, "kolommen ontbreken");
        assert_eq!(said("assertion failed: te breed").message, "te breed");
    }

    #[test]
    fn escapes_in_a_literal_are_resolved() {
        assert_eq!(unquoted(r#""a\"b\\c\u{2603}d\n""#), "a\"b\\c☃d\n");
    }
}
