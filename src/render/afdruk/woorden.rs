//! Generated Typst back to the words that a reader sees.

use typst_syntax::ast::{self, AstNode as _};
use typst_syntax::{SyntaxKind, SyntaxNode, parse};

/// Between two cells of a row.
const CEL: &str = " | ";
/// Arguments whose strings are read out to somebody.
const HOORBAAR: &[&str] = &["alt", "samenvatting", "aantal"];

/// The words of markup: paragraphs, items of lists and rows of tables each between empty lines.
pub fn woorden(markup: &str) -> String {
    let mut lezer = Lezer::default();
    lezer.knoop(&parse(markup));
    lezer.klaar()
}

/// The words that the template itself says: author text is never bare markup, so these are all of them.
pub fn vaste_woorden(markup: &str) -> Vec<String> {
    let mut uit = Vec::new();
    kaal(&parse(markup), &mut uit);
    uit
}

fn kaal(knoop: &SyntaxNode, uit: &mut Vec<String>) {
    if matches!(knoop.kind(), SyntaxKind::Markup) {
        let tekst: String = knoop
            .children()
            .filter(|kind| matches!(kind.kind(), SyntaxKind::Text | SyntaxKind::Space | SyntaxKind::Shorthand))
            .map(|kind| kind.leaf_text().as_str())
            .collect();
        let tekst = tekst.split_whitespace().collect::<Vec<_>>().join(" ");
        if tekst.contains(char::is_alphabetic) && !uit.contains(&tekst) {
            uit.push(tekst);
        }
    }
    knoop.children().for_each(|kind| kaal(kind, uit));
}

/// Collects words.
#[derive(Default)]
struct Lezer {
    tekst: String,
}

impl Lezer {
    /// What follows is a new paragraph.
    fn alinea(&mut self) {
        let over = self.tekst.trim_end().trim_end_matches(CEL.trim()).trim_end().len();
        self.tekst.truncate(over);
        if over > 0 {
            self.tekst.push_str("\n\n");
        }
    }

    /// One blank between words, however the source is laid out.
    fn klaar(mut self) -> String {
        self.alinea();
        let alineas = self.tekst.split("\n\n").map(|alinea| alinea.split(wit).filter(|w| !w.is_empty()));
        let alineas = alineas.map(|woorden| woorden.collect::<Vec<_>>().join(" "));
        alineas.filter(|alinea| !alinea.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    fn knoop(&mut self, knoop: &SyntaxNode) {
        match knoop.kind() {
            SyntaxKind::Text | SyntaxKind::Shorthand => self.tekst.push_str(knoop.leaf_text()),
            SyntaxKind::Space | SyntaxKind::Linebreak => self.tekst.push(' '),
            SyntaxKind::Parbreak => self.alinea(),
            SyntaxKind::Str => self.letters(knoop),
            SyntaxKind::FuncCall => self.aanroep(knoop),
            SyntaxKind::ModuleImport | SyntaxKind::ModuleInclude | SyntaxKind::Label => {}
            _ => knoop.children().for_each(|kind| self.knoop(kind)),
        }
    }

    fn letters(&mut self, knoop: &SyntaxNode) {
        if let Some(letters) = knoop.cast::<ast::Str<'_>>() {
            self.tekst.push_str(&letters.get());
        }
    }

    fn aanroep(&mut self, knoop: &SyntaxNode) {
        let Some(aanroep) = knoop.cast::<ast::FuncCall<'_>>() else { return };
        let naam = aanroep.callee().to_untyped().full_text();
        let Some(args) = knoop.children().find(|kind| kind.kind() == SyntaxKind::Args) else { return };
        match naam.as_str() {
            "strong" | "emph" | "super" | "text" => self.inhoud(args),
            "linebreak" => self.tekst.push(' '),
            // The words of a note stand apart, by its id.
            "footnote" => {}
            "blank" => {
                args.children().filter(|kind| kind.kind() == SyntaxKind::Str).for_each(|kind| self.letters(kind));
                self.tekst.push_str(" nog niet bekend");
            }
            "link" => self.link(args),
            "cel" => {
                self.inhoud(args);
                self.tekst.push_str(CEL);
            }
            _ => {
                self.alinea();
                args.children().for_each(|kind| self.argument(kind));
                self.alinea();
            }
        }
    }

    /// What stands between the square brackets of a call.
    fn inhoud(&mut self, args: &SyntaxNode) {
        args.children().filter(|kind| kind.kind() == SyntaxKind::ContentBlock).for_each(|kind| self.knoop(kind));
    }

    /// The words of a link, and where it leads when the words do not say so themselves.
    fn link(&mut self, args: &SyntaxNode) {
        let begin = self.tekst.len();
        self.inhoud(args);
        let Some(adres) = args.children().find_map(|kind| kind.cast::<ast::Str<'_>>()) else { return };
        let adres = adres.get();
        let kaal = |tekst: &str| {
            let zonder = tekst.trim_start_matches("https://").trim_start_matches("http://");
            zonder.trim_start_matches("mailto:").trim_start_matches("www.").trim_end_matches('/').to_string()
        };
        if kaal(&self.tekst[begin..]) != kaal(&adres) {
            self.tekst.push_str(&format!(" ({adres})"));
        }
    }

    /// An argument of a call that is a block: contents are words, strings only under some names.
    fn argument(&mut self, knoop: &SyntaxNode) {
        match knoop.kind() {
            SyntaxKind::ContentBlock => {
                self.alinea();
                self.knoop(knoop);
                self.alinea();
            }
            SyntaxKind::FuncCall => self.aanroep(knoop),
            SyntaxKind::Named => self.benoemd(knoop),
            SyntaxKind::Dict => self.groep(knoop),
            SyntaxKind::Array | SyntaxKind::Parenthesized => {
                knoop.children().for_each(|kind| self.argument(kind));
                self.alinea();
            }
            _ => {}
        }
    }

    fn benoemd(&mut self, knoop: &SyntaxNode) {
        let Some(benoemd) = knoop.cast::<ast::Named<'_>>() else { return };
        let waarde = benoemd.expr().to_untyped();
        match waarde.kind() {
            SyntaxKind::Str if HOORBAAR.contains(&benoemd.name().as_str()) => {
                self.alinea();
                self.letters(waarde);
                self.alinea();
            }
            // The mark of a list item is no word.
            _ if benoemd.name().as_str() == "marker" => {}
            _ => self.argument(waarde),
        }
    }

    /// The fields of one row: a member, a term, a box of an organisation chart.
    fn groep(&mut self, knoop: &SyntaxNode) {
        self.alinea();
        for benoemd in knoop.children().filter_map(|kind| kind.cast::<ast::Named<'_>>()) {
            let waarde = benoemd.expr().to_untyped();
            match waarde.kind() {
                SyntaxKind::ContentBlock => {
                    self.knoop(waarde);
                    self.tekst.push_str(CEL);
                }
                SyntaxKind::Str => {
                    self.letters(waarde);
                    self.tekst.push_str(CEL);
                }
                _ => self.argument(waarde),
            }
        }
        self.alinea();
    }
}

/// A blank that may fall away or become a line end; one that keeps words together is part of them.
fn wit(teken: char) -> bool {
    teken.is_whitespace() && teken != '\u{a0}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_out_as_they_are_read() {
        let tabel = [
            ("#\"Een zin.\"; #strong[#\"Vet\";]; slot", "Een zin. Vet slot"),
            ("#par[#\"Eén.\";]\n#par[#\"Twee\";#linebreak();#\"drie\";#footnote(<noot-a>);]\n", "Eén.\n\nTwee drie"),
            ("#enum(tight: true, start: 1, numbering: \"1.\", [#\"a\";], [#par[#\"b\";]\n])", "a\n\nb"),
            ("#list(tight: true, marker: [#\"–\";], [#\"a\";\n#list(tight: true, [#\"b\";])\n])", "a\n\nb"),
            (
                "#tabel(kolommen: (auto,1,), uitlijning: (\"links\",), bijschrift: [#\"Kosten\";], samenvatting: \
                 \"Per jaar\", rijen: (\n  (cel(kop: true)[#\"A\";], cel()[#\"1\";], ),\n  (cel()[#\"B\";], ),\n))",
                "Kosten\n\nPer jaar\n\nA | 1\n\nB",
            ),
            ("#blank(\"kenmerk\");", "kenmerk nog niet bekend"),
            (
                "#link(\"https://www.x.nl/\")[#\"x.nl\";]; en #link(\"https://y.nl\")[#\"hier\";];",
                "x.nl en hier (https://y.nl)",
            ),
            ("#link(<bijlage-a>)[#\"bijlage 1\";];", "bijlage 1"),
            ("#kader(soort: \"let-op\", titel: [#\"Let op\";])[#par[#\"Ja\";]\n]", "Let op\n\nJa"),
            ("#leden(\n  (naam: none, organisatie: [#\"X\";], rol: [#\"lid\";], aantal: \"2\"),\n)", "X | lid | 2"),
            ("#afbeelding(\"/beeld/a.svg\", alt: \"Een kaart\", bijschrift: none, breedte: 100%)", "Een kaart"),
            (
                "#organigram(alt: \"Boom\", boom: (naam: [#\"AB\";], onder: ((naam: [#\"DB\";], onder: ()),)))",
                "Boom\n\nAB\n\nDB",
            ),
            ("#\"a\\u{5b}b\\u{a0}c\";", "a[b\u{a0}c"),
            ("", ""),
        ];
        for (markup, verwacht) in tabel {
            assert_eq!(woorden(markup), verwacht, "{markup}");
        }
    }

    #[test]
    fn the_words_of_a_template_are_those_outside_strings() {
        let bron = "#kop(titel: [Concept-raadsbesluit], naam: [#\"Ridderkerk\";], x: [versie #\"2\";], y: \"z\")\n";
        assert_eq!(vaste_woorden(bron), ["Concept-raadsbesluit", "versie"]);
    }
}
