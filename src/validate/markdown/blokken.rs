//! Paragraphs, headings, lists, tables and quotations.

use std::mem;
use std::ops::Range;

use pulldown_cmark::{Alignment, Event, HeadingLevel, Tag};

use super::inline::{Stand, begint_blok};
use super::{Bouwer, DIEPST};
use crate::diag::codes::{G311, G312, G313, G318, G324, G331, G334, G335, G336};
use crate::model::tekst::{Blok, BlokSoort, Cel, Inline, Kolom, Lijstsoort, Regel, Tabel, Uitlijning};

/// What word processors put before an item; a dash may begin a sentence too.
const BOLLETJES: &[char] = &['•', '·', '▪', '◦', '‣', '●', '○', '■', '\u{f0b7}', '–'];

/// A run of blocks.
#[derive(Default)]
pub(super) struct Reeks {
    pub blokken: Vec<Blok>,
    /// Whether a paragraph in it is set apart by blank lines.
    los: bool,
}

/// A list item with what marks it.
struct Item {
    soort: Lijstsoort,
    nummer: u64,
    merkteken: Range<usize>,
    inhoud: Vec<Blok>,
    bereik: Range<usize>,
}

impl<'a> Bouwer<'a> {
    /// Everything up to the end of the element that has just begun.
    pub(super) fn blokken(&mut self, diepte: usize) -> Reeks {
        let mut reeks = Reeks::default();
        let mut regel = Regel::new();
        let mut regel_bereik = 0..0;
        let mut over = 0_usize;
        while let Some((event, bereik)) = self.volgende() {
            match event {
                Event::Start(tag) if begint_blok(&tag) => {
                    self.sluit_regel(&mut reeks, &mut regel, &regel_bereik);
                    if diepte >= DIEPST && matches!(tag, Tag::List(_) | Tag::Item | Tag::BlockQuote(_)) {
                        self.meld_te_diep(bereik);
                        over += 1;
                    } else {
                        self.element(&mut reeks, &tag, bereik, diepte);
                    }
                }
                Event::End(_) if over > 0 => {
                    self.sluit_regel(&mut reeks, &mut regel, &regel_bereik);
                    over -= 1;
                }
                Event::End(_) => break,
                Event::Rule => {
                    self.sluit_regel(&mut reeks, &mut regel, &regel_bereik);
                    let hint = "gebruik een blok: `- {blok: scheidingslijn}`";
                    self.fout(G313, bereik, "een rij streepjes is geen scheidingslijn", hint);
                }
                // A list item without blank lines holds its words without a paragraph around them.
                event => {
                    let begin = if regel.is_empty() { bereik.start } else { regel_bereik.start };
                    regel_bereik = begin..bereik.end.max(regel_bereik.end);
                    self.deel(&mut regel, (event, bereik), Stand::BEGIN);
                }
            }
        }
        self.sluit_regel(&mut reeks, &mut regel, &regel_bereik);
        reeks
    }

    fn sluit_regel(&mut self, reeks: &mut Reeks, regel: &mut Regel, bereik: &Range<usize>) {
        let regel = mem::take(regel);
        self.alinea(&mut reeks.blokken, regel, bereik.clone());
    }

    /// One block, of which the start has been read.
    fn element(&mut self, reeks: &mut Reeks, tag: &Tag<'a>, bereik: Range<usize>, diepte: usize) {
        match tag {
            Tag::Paragraph => {
                reeks.los = true;
                self.kop_zonder_spatie(&bereik);
                let regel = self.regel(Stand::BEGIN);
                self.alinea(&mut reeks.blokken, regel, bereik);
            }
            Tag::Heading { level, .. } => {
                let kop = self.kop(*level, bereik);
                reeks.blokken.push(kop);
            }
            Tag::BlockQuote(_) => {
                let inhoud = self.blokken(diepte + 1).blokken;
                if inhoud.is_empty() {
                    self.leeg(bereik, "dit citaat is leeg");
                } else {
                    reeks.blokken.push(self.blok(BlokSoort::Citaat { inhoud, bron: None }, bereik));
                }
            }
            Tag::List(_) => self.lijst(&mut reeks.blokken, diepte),
            Tag::Table(uitlijning) => {
                let tabel = self.tabel(uitlijning);
                reeks.blokken.push(self.blok(BlokSoort::Tabel(tabel), bereik));
            }
            _ => {
                self.vreemd_blok(tag, bereik.clone());
                let blok = self.letterlijk(bereik);
                reeks.blokken.push(blok);
            }
        }
    }

    /// `#Kop`: meant as a heading, read as words.
    fn kop_zonder_spatie(&mut self, bereik: &Range<usize>) {
        let woord = self.typed(bereik).split_whitespace().next().unwrap_or("");
        let rest = woord.trim_start_matches('#');
        let hekjes = &woord[..woord.len() - rest.len()];
        if (1..=4).contains(&hekjes.len()) && rest.starts_with(char::is_alphabetic) {
            let hint = format!("schrijf `{hekjes} {rest}`; is het geen kop, schrijf dan `\\{woord}`");
            let range = bereik.start..bereik.start + woord.len();
            self.fout(G318, range, format!("tussen `{hekjes}` en `{rest}` staat geen spatie"), &hint);
        }
    }

    /// Code and HTML: a fault, and nothing in it is read.
    fn vreemd_blok(&mut self, tag: &Tag<'a>, bereik: Range<usize>) {
        let mut open = 1_usize;
        while open > 0 {
            match self.volgende() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) | None => open -= 1,
                Some(_) => {}
            }
        }
        if matches!(tag, Tag::CodeBlock(_)) {
            let hint = "haal de spaties of accenten grave voor de tekst weg";
            self.fout(G312, bereik, "deze alinea leest als programmacode", hint);
        } else {
            let hint = "gebruik Markdown of een blok; schrijf `\\<` voor het teken zelf";
            self.fout(G311, bereik, "hier staat HTML", hint);
        }
    }

    fn leeg(&mut self, bereik: Range<usize>, message: &str) {
        self.fout(G335, bereik, message, "schrijf er iets in, of haal het teken weg");
    }

    /// A paragraph, or the image that is all it holds.
    fn alinea(&mut self, blokken: &mut Vec<Blok>, regel: Regel, bereik: Range<usize>) {
        if let Some((bestand, alt, _)) = self.enig_beeld(&regel) {
            let soort = BlokSoort::Afbeelding { bestand, alt: Some(alt), bijschrift: None, breedte: None };
            blokken.push(self.blok(soort, bereik));
        } else if !regel.is_empty() {
            self.geen_beelden();
            self.bolletjes(&bereik);
            blokken.push(self.blok(BlokSoort::Alinea(regel), bereik));
        }
    }

    /// The marks of a word processor at the start of lines: letters to Markdown, a list to the writer.
    fn bolletjes(&mut self, bereik: &Range<usize>) {
        let bereik = self.kern(bereik.clone());
        let typed = self.typed(&bereik);
        let teken = |regel: &str| {
            let regel = regel.trim_start();
            let teken = regel.chars().next().filter(|teken| BOLLETJES.contains(teken))?;
            regel[teken.len_utf8()..].starts_with([' ', '\t', '\u{a0}']).then_some(teken)
        };
        let aantal = typed.lines().filter(|regel| teken(regel).is_some()).count();
        let Some(eerste) = teken(typed).filter(|teken| *teken != '–' || aantal > 1) else { return };
        let plek = bereik.start..bereik.start + eerste.len_utf8();
        let message = format!("`{eerste}` maakt hier geen opsomming: de regels komen achter elkaar te staan");
        self.fout(G336, plek, message, "begin elk punt met `- ` of met een nummer (`1. `)");
    }

    /// Images of a line that holds more than one image.
    fn geen_beelden(&mut self) {
        for beeld in mem::take(&mut self.beelden) {
            let message = format!("afbeelding `{}` staat midden in de tekst", beeld.bestand);
            let hint = "zet witregels om de afbeelding";
            self.notes.push(crate::diag::Note::at(G324, beeld.span, message).hint(hint));
        }
    }

    fn kop(&mut self, niveau: HeadingLevel, bereik: Range<usize>) -> Blok {
        let tekst = self.regel(Stand::BEGIN);
        self.geen_beelden();
        let kern = self.kern(bereik);
        let niveau = niveau as u8;
        if self.typed(&kern).contains('\n') {
            let hint = "schrijf `## ` voor de kop, of een witregel voor de streepjes";
            self.fout(G318, kern.clone(), "een regel streepjes maakt van deze alinea een kop", hint);
        } else if niveau > 4 {
            let message = format!("een kop van niveau {niveau} bestaat niet");
            self.fout(G318, kern.clone(), message, "gebruik hooguit vier hekjes");
        } else if tekst.is_empty() {
            self.fout(G318, kern.clone(), "deze kop heeft geen woorden", "schrijf `\\#` voor het teken zelf");
        }
        self.blok(BlokSoort::Kop { niveau: niveau.min(4), tekst, in_inhoudsopgave: true }, kern)
    }

    /// One Markdown list, which is several lists when its marks change from figures to letters.
    fn lijst(&mut self, blokken: &mut Vec<Blok>, diepte: usize) {
        let mut lijsten: Vec<Vec<Item>> = Vec::new();
        let mut strak = true;
        while let Some((Event::Start(Tag::Item), bereik)) = self.volgende() {
            let reeks = self.blokken(diepte + 1);
            strak &= !reeks.los;
            let item = Item { inhoud: reeks.blokken, ..self.item(bereik) };
            match lijsten.last_mut() {
                Some(lijst) if lijst.last().is_some_and(|vorig| vorig.soort == item.soort) => lijst.push(item),
                _ => lijsten.push(vec![item]),
            }
        }
        let gedeeld = lijsten.len() > 1;
        for items in lijsten {
            // A blank line makes Markdown's whole list loose, here only the part that it stands in.
            let strak = strak || (gedeeld && !self.heeft_witregel(&items));
            self.sluit_lijst(blokken, items, strak);
        }
    }

    fn heeft_witregel(&self, items: &[Item]) -> bool {
        let (Some(eerste), Some(laatste)) = (items.first(), items.last()) else { return false };
        let typed = self.typed(&(eerste.bereik.start..laatste.bereik.end));
        typed.lines().any(|regel| regel.trim_matches([' ', '\t', '>']).is_empty())
    }

    /// What marks an item, as typed.
    fn item(&self, bereik: Range<usize>) -> Item {
        let bereik = self.kern(bereik);
        let typed = self.typed(&bereik);
        let cijfers = typed.bytes().take_while(u8::is_ascii_digit).count();
        let (soort, nummer) = if self.vooraf.letters.binary_search(&bereik.start).is_ok() {
            (Lijstsoort::Letter, u64::from(typed.bytes().next().unwrap_or(b'a').saturating_sub(b'a')) + 1)
        } else if cijfers > 0 {
            (Lijstsoort::Nummer, typed[..cijfers].parse().unwrap_or(1))
        } else {
            (Lijstsoort::Punt, 1)
        };
        let breed = if soort == Lijstsoort::Punt { 1 } else { cijfers.max(1) + 1 };
        let merkteken = bereik.start..bereik.end.min(bereik.start + breed);
        Item { soort, nummer, merkteken, inhoud: Vec::new(), bereik }
    }

    fn sluit_lijst(&mut self, blokken: &mut Vec<Blok>, items: Vec<Item>, strak: bool) {
        let (Some(eerste), Some(laatste)) = (items.first(), items.last()) else { return };
        let (soort, start, bereik) = (eerste.soort, eerste.nummer, eerste.bereik.start..laatste.bereik.end);
        // A lone mark with nothing behind it is a word: "-" in a cell, "2021." in a line of its own.
        if items.len() == 1 && eerste.inhoud.is_empty() {
            blokken.push(self.letterlijk(bereik));
            return;
        }
        for item in items.iter().filter(|item| item.inhoud.is_empty()) {
            self.leeg(item.merkteken.clone(), "dit punt van de lijst is leeg");
        }
        if soort == Lijstsoort::Nummer {
            self.let_op_nummers(&items, start);
        }
        let items = items.into_iter().map(|item| item.inhoud).collect();
        blokken.push(self.blok(BlokSoort::Lijst { soort, start, strak, items }, bereik));
    }

    /// Printed numbers run on from the first; a reader of the source must not be surprised. All equal is a habit.
    fn let_op_nummers(&mut self, items: &[Item], start: u64) {
        if items.iter().all(|item| item.nummer == start) {
            return;
        }
        for (nr, (verwacht, item)) in (start..).zip(items).enumerate() {
            if item.nummer != verwacht {
                let message = format!("nummer {} wordt afgedrukt als {verwacht}", item.nummer);
                let vorige = items.get(nr.wrapping_sub(1)).map_or(0..0, |vorige| vorige.merkteken.clone());
                self.fout_naast(
                    G334,
                    (item.merkteken.clone(), message),
                    (vorige, "het nummer ervoor"),
                    "nummer door, of begin na een alinea een nieuwe lijst",
                );
            }
        }
    }

    fn tabel(&mut self, uitlijning: &[Alignment]) -> Tabel {
        let kolommen: Vec<Kolom> =
            uitlijning.iter().map(|kant| Kolom { breedte: None, uitlijning: kant_van(*kant) }).collect();
        let (mut rijen, mut kop) = (Vec::new(), None);
        while let Some((Event::Start(Tag::TableHead | Tag::TableRow), bereik)) = self.volgende() {
            let kop = kop.get_or_insert_with(|| bereik.clone()).clone();
            rijen.push(self.rij(bereik, kop, kolommen.len()));
        }
        Tabel { kolommen, koprijen: 1, kopkolom: false, totaalrij: false, bijschrift: None, samenvatting: None, rijen }
    }

    fn rij(&mut self, bereik: Range<usize>, kop: Range<usize>, breedte: usize) -> Vec<Cel> {
        let mut cellen = Vec::new();
        while let Some((Event::Start(Tag::TableCell), cel)) = self.volgende() {
            let regel = self.regel(Stand::BEGIN);
            self.geen_beelden();
            cellen.push(self.cel(regel, cel));
        }
        let typed = aantal_cellen(self.vooraf.tekst.get(bereik.clone()).unwrap_or(""));
        if typed != breedte {
            let cellen = if typed == 1 { "cel" } else { "cellen" };
            let message = format!("deze rij heeft {typed} {cellen} en de kop {breedte}");
            let hint = "schrijf `| |` voor een lege cel, en een witregel na de tabel";
            self.fout_naast(G331, (bereik.clone(), message), (kop, "de kop"), hint);
        }
        cellen
    }

    fn cel(&self, regel: Regel, bereik: Range<usize>) -> Cel {
        let span = self.span(self.kern(bereik.clone()));
        let leeg = regel.iter().all(|deel| matches!(deel, Inline::Tekst(tekst, _) if tekst.trim().is_empty()));
        let inhoud = if leeg { Vec::new() } else { vec![self.blok(BlokSoort::Alinea(regel), bereik)] };
        Cel { inhoud, colspan: 1, rowspan: 1, kop: false, vet: false, cursief: false, span }
    }
}

fn kant_van(kant: Alignment) -> Uitlijning {
    match kant {
        Alignment::Left | Alignment::None => Uitlijning::Links,
        Alignment::Right => Uitlijning::Rechts,
        Alignment::Center => Uitlijning::Midden,
    }
}

/// How many cells a row of a table has as typed; Markdown drops what is too much and fills what is too little.
fn aantal_cellen(rij: &str) -> usize {
    let rij = rij.trim();
    let mut strepen = 0;
    let mut ontsnapt = false;
    for byte in rij.bytes() {
        strepen += usize::from(byte == b'|' && !ontsnapt);
        ontsnapt = byte == b'\\' && !ontsnapt;
    }
    let sluit = rij.len() > 1 && rij.ends_with('|') && !rij.ends_with("\\|");
    1 + strepen - usize::from(rij.starts_with('|')) - usize::from(sluit)
}
