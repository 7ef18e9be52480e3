//! Explains a code to a writer: why the rule is there, and how it looks when it goes wrong and right.
//!
//! The texts are data: `uitleg/G101.md` and its neighbours, one file for each code, compiled in.

use std::fmt::Write as _;

use super::{Code, codes};

/// An example, to be shown as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voorbeeld {
    /// What it is written in: `yaml`, `csv`, `tera`, `typst` or `text`.
    pub taal: &'static str,
    /// The example itself.
    pub tekst: &'static str,
}

/// The explanation of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uitleg {
    /// Why the rule is there, in one paragraph.
    pub waarom: &'static str,
    /// What breaks the rule.
    pub fout: Voorbeeld,
    /// What keeps it.
    pub goed: Voorbeeld,
}

/// Reads the explanation of a code; nothing when its file has another form.
pub fn lees(code: &Code) -> Option<Uitleg> {
    let (waarom, rest) = code.uitleg.split_once("\n\n```")?;
    let (fout, rest) = voorbeeld(rest, "fout")?;
    let (goed, rest) = voorbeeld(rest.strip_prefix("\n```")?, "goed")?;
    rest.is_empty().then_some(Uitleg { waarom: waarom.trim(), fout, goed })
}

/// The example at the start of `text`, just behind its opening fence, and what comes after it.
fn voorbeeld(text: &'static str, soort: &str) -> Option<(Voorbeeld, &'static str)> {
    let (kop, rest) = text.split_once('\n')?;
    let taal = kop.strip_suffix(soort)?.strip_suffix(' ')?;
    let (tekst, rest) = rest.split_once("\n```\n")?;
    Some((Voorbeeld { taal, tekst }, rest))
}

/// One code, for the screen.
pub fn scherm(code: &Code) -> String {
    let mut text = format!("{} ({})\n{}\n", code.id, code.severity.woord(), code.regel);
    if let Some(uitleg) = lees(code) {
        let _ = write!(text, "\n{}\n", uitleg.waarom);
        for (kop, voorbeeld) in [("Niet goed", uitleg.fout), ("Wel goed", uitleg.goed)] {
            let _ = writeln!(text, "\n{kop}:\n");
            for line in voorbeeld.tekst.lines() {
                text += if line.is_empty() { "" } else { "    " };
                text += line;
                text.push('\n');
            }
        }
    }
    text
}

/// All codes with their rules, a line each, for the screen.
pub fn lijst() -> String {
    let line = |code: &&Code| format!("{}  {:12}  {}\n", code.id, code.severity.woord(), code.regel);
    codes::ALL.iter().map(line).collect()
}

/// What the sections of the manual of codes are about, by the digit after `G`.
const HOOFDSTUKKEN: [(char, &str); 8] = [
    ('1', "Bestanden en YAML"),
    ('2', "Velden en opbouw"),
    ('3', "Tekst"),
    ('4', "Ontvangers, datums, personen en inhoud"),
    ('5', "Soorten en sjablonen"),
    ('6', "De PDF"),
    ('7', "De uitvoermap"),
    ('8', "Wat er in een stuk staat"),
];

/// All codes with their explanations: the file `docs/meldingen.md`.
pub fn handboek() -> String {
    let mut text = String::from(
        "# Meldingen van griffel\n\nAlle regels waar griffel op let, met waarom en een voorbeeld. \
         In een opdrachtvenster toont `griffel explain G353` hetzelfde. \
         Een `fout` houdt alleen het stuk tegen waar hij in staat; een `waarschuwing` en een `tip` houden niets tegen.\n\n\
         Dit bestand is gemaakt uit griffel zelf; wie iets wil verbeteren, doet dat in `src/diag/uitleg`.\n",
    );
    for (cijfer, kop) in HOOFDSTUKKEN {
        let _ = write!(text, "\n## {kop}\n");
        for code in codes::ALL.iter().filter(|code| code.id.chars().nth(1) == Some(cijfer)) {
            hoofdstuk(&mut text, code);
        }
    }
    text
}

fn hoofdstuk(text: &mut String, code: &Code) {
    let _ = write!(text, "\n### {}\n\n**{}** ({})\n", code.id, code.regel, code.severity.woord());
    let Some(uitleg) = lees(code) else { return };
    let _ = write!(text, "\n{}\n", uitleg.waarom);
    for (kop, voorbeeld) in [("Niet goed", uitleg.fout), ("Wel goed", uitleg.goed)] {
        let _ = write!(text, "\n{kop}:\n\n```{}\n{}\n```\n", voorbeeld.taal, voorbeeld.tekst);
    }
}

#[cfg(test)]
mod tests;
