//! Texts as YAML that every reader understands as the same text.

/// Words that some readers of YAML take for something else than text.
const WOORDEN: &[&str] = &["true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"];

/// How a text is written: on the line of its key, or as a block below it.
pub enum Geschreven {
    /// Plain or between quotes.
    Regel(String),
    /// A header (`|` or `|-`) and lines to be indented.
    Blok(&'static str, Vec<String>),
}

/// A text; between quotes as soon as YAML could twist it (numbers, dates and `nee` too).
pub fn tekst(tekst: &str) -> Geschreven {
    if is_blok(tekst) {
        let (kop, inhoud) = match tekst.strip_suffix('\n') {
            Some(inhoud) => ("|", inhoud),
            None => ("|-", tekst),
        };
        return Geschreven::Blok(kop, inhoud.split('\n').map(str::to_string).collect());
    }
    Geschreven::Regel(sleutel(tekst))
}

/// The name of a field, or a text on one line.
pub fn sleutel(tekst: &str) -> String {
    if is_kaal(tekst) { tekst.to_string() } else { aangehaald(tekst) }
}

/// Lines that a block shows as they are: nothing that indentation, tabs or odd line ends could change.
fn is_blok(tekst: &str) -> bool {
    let inhoud = tekst.strip_suffix('\n').unwrap_or(tekst);
    let schoon = |regel: &str| !regel.chars().any(vreemd) && (regel.is_empty() || !regel.trim().is_empty());
    tekst.contains('\n')
        && !inhoud.is_empty()
        && !inhoud.ends_with('\n')
        && !inhoud.starts_with([' ', '\n'])
        && inhoud.split('\n').all(schoon)
}

/// A text that stays itself without quotes.
fn is_kaal(tekst: &str) -> bool {
    let letters = tekst.starts_with(char::is_alphabetic);
    let gewoon = |c: char| c.is_alphanumeric() || " -_./(),’‘–'".contains(c);
    letters && tekst.chars().all(gewoon) && !tekst.ends_with(' ') && !WOORDEN.contains(&tekst.to_lowercase().as_str())
}

fn aangehaald(tekst: &str) -> String {
    let mut uit = String::from("\"");
    for teken in tekst.chars() {
        match teken {
            '"' => uit += "\\\"",
            '\\' => uit += "\\\\",
            '\n' => uit += "\\n",
            '\r' => uit += "\\r",
            '\t' => uit += "\\t",
            teken if vreemd(teken) => uit += &format!("\\U{:08X}", u32::from(teken)),
            teken => uit.push(teken),
        }
    }
    uit + "\""
}

/// Characters that cannot be seen, or that some readers take for a line end.
fn vreemd(teken: char) -> bool {
    teken.is_control()
        || matches!(teken, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yaml(text: &str) -> String {
        match tekst(text) {
            Geschreven::Regel(regel) => format!("a: {regel}  # bron.yaml:1\n"),
            Geschreven::Blok(kop, regels) => {
                format!("a: {kop}  # bron.yaml:1\n  {}\nb: c\n", regels.join("\n  "))
            }
        }
    }

    #[test]
    fn every_text_reads_back_as_itself_in_two_readers() {
        for text in [
            "onbekend",
            "nee",
            "No",
            "yes",
            "~",
            "null",
            "00123",
            "1e5",
            "12:30",
            "2021-07-02",
            "0x1F",
            ".5",
            "-1",
            "+1",
            "",
            " ",
            " a ",
            "a: b",
            "a #b",
            "#a",
            "- a",
            "? a",
            "*a*",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a`",
            "|",
            ">",
            "[a]",
            "{{ gemeente.naam }}",
            "{a}",
            "'a'",
            "\"a\"",
            "a\\b",
            "’t Zand",
            "é ë ï",
            "Z/2023/0012345-RIS",
            "een\ntwee",
            "een\ntwee\n",
            "een\n\ntwee\n\n",
            "\neen\ntwee",
            " een\ntwee",
            "een\n  twee",
            "een\n  \ntwee",
            "a\tb",
            "- een\n- twee",
            "# kop\n# kop",
            "een\r\ntwee",
            "a\u{85}b",
            "a\u{2028}b",
            "--- a\n---\nb",
            "een # twee\ndrie",
            "a\u{a0}b",
            "😀",
            "een \ntwee",
            "Geacht college,",
            "Kind- & Gezins",
            "een:",
        ] {
            let mut sources = crate::diag::Sources::default();
            let eigen = crate::load::yaml::parse(yaml(text).as_bytes(), "x.yaml", &mut sources).value;
            let eigen = eigen.and_then(|value| Some(value.get("a")?.value.scalar()?.text.clone()));
            assert_eq!(eigen.as_deref(), Some(text), "{}", yaml(text));
            let ander: serde_yaml::Value = serde_yaml::from_str(&yaml(text)).expect("YAML");
            assert_eq!(ander["a"].as_str(), Some(text), "{}", yaml(text));
        }
    }
}
