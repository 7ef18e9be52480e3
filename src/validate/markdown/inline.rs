//! The inside of a line: text, marks, links.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use super::vooraf::{Ding, Vondst};
use super::{Beeld, Bouwer, DIEPST, Gebeurtenis, adres};
use crate::diag::Span;
use crate::diag::codes::{G305, G311, G312, G315, G316, G319, G321, G322, G323, G325};
use crate::model::tekst::{Inline, Regel};

/// Where in a line we are.
#[derive(Clone, Copy)]
pub(super) struct Stand {
    /// How many marks are open.
    pub diepte: usize,
    /// Whether a link is open, in which no other link may lie.
    pub in_link: bool,
}

impl Stand {
    pub const BEGIN: Self = Self { diepte: 0, in_link: false };

    fn dieper(self) -> Self {
        Self { diepte: self.diepte + 1, ..self }
    }
}

impl<'a> Bouwer<'a> {
    /// Everything up to the end of the element that has just begun.
    pub(super) fn regel(&mut self, stand: Stand) -> Regel {
        let mut regel = Regel::new();
        // Text that closes an element whose marks are printed or skipped instead of understood.
        let mut over: Vec<&'static str> = Vec::new();
        while let Some((event, bereik)) = self.volgende() {
            match event {
                Event::End(_) => match over.pop() {
                    Some(slot) => self.voeg_toe(&mut regel, slot, bereik.end - slot.len()..bereik.end),
                    None => break,
                },
                Event::Start(Tag::Strikethrough) => over.push(self.golf(&mut regel, bereik)),
                Event::Start(_) if stand.diepte >= DIEPST => {
                    self.meld_te_diep(bereik);
                    over.push("");
                }
                event => self.deel(&mut regel, (event, bereik), stand),
            }
        }
        regel
    }

    /// One event within a line.
    pub(super) fn deel(&mut self, regel: &mut Regel, (event, bereik): Gebeurtenis<'a>, stand: Stand) {
        match event {
            Event::Text(woorden) => self.woorden(regel, &woorden, bereik, stand),
            Event::SoftBreak => self.voeg_toe(regel, " ", bereik),
            // Two spaces at the end of a line are invisible to who reads the source, so only `\` breaks.
            Event::HardBreak if self.typed(&bereik).starts_with('\\') => regel.push(Inline::Regeleinde),
            Event::HardBreak => self.voeg_toe(regel, " ", bereik),
            Event::Start(Tag::Strong) => {
                let binnen = self.regel(stand.dieper());
                regel.push(Inline::Vet(binnen));
            }
            Event::Start(Tag::Emphasis) => {
                let binnen = self.regel(stand.dieper());
                regel.push(Inline::Cursief(binnen));
            }
            Event::Start(Tag::Strikethrough) => self.los_golfje(regel, bereik, stand),
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                self.link(regel, link_type, &dest_url, &title, bereik, stand);
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => self.beeld(regel, &dest_url, &title, bereik),
            vreemd => self.vreemd(regel, &vreemd, bereik),
        }
    }

    /// What the subset does not have, printed as typed.
    fn vreemd(&mut self, regel: &mut Regel, event: &Event, bereik: Range<usize>) {
        let typed = self.typed(&bereik);
        match event {
            Event::Code(_) => {
                let hint = "laat de accenten grave weg, of schrijf \\` voor het teken zelf";
                self.fout(G312, bereik.clone(), "een brief kent geen programmacode", hint);
            }
            Event::TaskListMarker(_) => {
                let hint = "laat `[ ]` weg, of schrijf `\\[ \\]` voor de haakjes zelf";
                self.fout(G316, bereik.clone(), "een brief kent geen afvinklijstjes", hint);
            }
            // Whoever takes away `<b>` sees `</b>`.
            _ if typed.starts_with("</") && self.notes.iter().any(|note| note.code == G311) => {}
            _ => {
                let hint = "gebruik `**vet**`, `*cursief*` of een blok; schrijf `\\<` voor het teken zelf";
                self.fout(G311, bereik.clone(), format!("`{}` is HTML", typed.trim()), hint);
            }
        }
        self.voeg_toe(regel, typed, bereik);
    }

    /// Opens `~x~`, which is plain text, or `~~x~~`, which is a fault; gives what closes it.
    fn golf(&mut self, regel: &mut Regel, bereik: Range<usize>) -> &'static str {
        if self.typed(&bereik).starts_with("~~") {
            let hint = "haal de tekst weg, of schrijf `\\~` voor het teken zelf";
            self.fout(G315, bereik.clone(), "doorhalen kan niet in een brief", hint);
            self.voeg_toe(regel, "~~", bereik.start..bereik.start + 2);
            return "~~";
        }
        self.voeg_toe(regel, "~", bereik.start..bereik.start + 1);
        "~"
    }

    /// A struck-out stretch outside the loop of [`Self::regel`]: the words flow into the same line.
    fn los_golfje(&mut self, regel: &mut Regel, bereik: Range<usize>, stand: Stand) {
        let slot = self.golf(regel, bereik.clone());
        for deel in self.regel(stand) {
            regel.push(deel);
        }
        self.voeg_toe(regel, slot, bereik.end - slot.len()..bereik.end);
    }

    /// Text, with what was covered in it.
    fn woorden(&mut self, regel: &mut Regel, woorden: &CowStr<'a>, bereik: Range<usize>, stand: Stand) {
        if self.vooraf.tekst.get(bereik.clone()) != Some(&**woorden) {
            return self.vertaald(regel, woorden, bereik);
        }
        let vooraf = self.vooraf;
        let mut hier = bereik.start;
        for vondst in vooraf.in_bereik(&bereik) {
            self.voeg_toe(regel, self.typed(&(hier..vondst.bereik.start)), hier..vondst.bereik.start);
            self.ding(regel, vondst, stand);
            hier = vondst.bereik.end;
        }
        if hier < bereik.end {
            self.voeg_toe(regel, self.typed(&(hier..bereik.end)), hier..bereik.end);
        }
    }

    /// Text that Markdown reads otherwise than it was typed: `&eacute;`.
    fn vertaald(&mut self, regel: &mut Regel, woorden: &str, bereik: Range<usize>) {
        let typed = self.typed(&bereik);
        if typed.starts_with('&') && typed.len() > 1 {
            let hint = match woorden.trim() {
                "" => "schrijf een gewone spatie".to_string(),
                teken => format!("schrijf het teken zelf: `{teken}`"),
            };
            self.fout(G319, bereik.clone(), format!("`{typed}` is HTML"), &hint);
            return self.voeg_toe(regel, typed, bereik);
        }
        self.voeg_toe(regel, woorden, bereik);
    }

    fn ding(&mut self, regel: &mut Regel, vondst: &Vondst, stand: Stand) {
        let span = self.span(vondst.bereik.clone());
        match &vondst.ding {
            Ding::Veld(veld) => regel.push(Inline::Veld(veld.clone())),
            Ding::Noot(id) => regel.push(Inline::Noot { id: id.clone(), span }),
            Ding::Adres { url, zichtbaar } if !stand.in_link => {
                let tekst = vec![Inline::Tekst(self.typed(zichtbaar).to_string(), self.span(zichtbaar.clone()))];
                regel.push(Inline::Link { url: url.clone(), tekst, span });
            }
            Ding::Superscript(binnen) => {
                let tekst = Inline::Tekst(self.typed(binnen).to_string(), self.span(binnen.clone()));
                regel.push(Inline::Superscript(vec![tekst]));
            }
            Ding::Adres { .. } | Ding::Letterlijk => {
                self.voeg_toe(regel, self.typed(&vondst.bereik), vondst.bereik.clone())
            }
        }
    }

    /// Adds text, to the leaf before it when that is text too.
    pub(super) fn voeg_toe(&self, regel: &mut Regel, tekst: &str, bereik: Range<usize>) {
        if tekst.is_empty() {
            return;
        }
        let nieuw = self.span(bereik);
        match regel.last_mut() {
            Some(Inline::Tekst(vorig, span)) if span.file == nieuw.file => {
                vorig.push_str(tekst);
                span.end = span.end.max(nieuw.end);
            }
            _ => regel.push(Inline::Tekst(tekst.to_string(), nieuw)),
        }
    }

    fn link(
        &mut self,
        regel: &mut Regel,
        soort: LinkType,
        doel: &str,
        titel: &str,
        bereik: Range<usize>,
        stand: Stand,
    ) {
        let tekst = self.regel(Stand { in_link: true, ..stand.dieper() });
        self.geen_titel(titel, &bereik);
        let met_veld = matches!(soort, LinkType::Inline) && self.veld_in_doel(&bereik);
        let span = self.span(bereik.clone());
        if !tekst.iter().any(is_leesbaar) {
            let hint = "zet tussen de vierkante haken waar de link heen gaat";
            self.fout(G322, bereik, "deze link heeft geen woorden", hint);
            return;
        }
        match adres::doel(doel) {
            Some(url) if !met_veld => regel.push(Inline::Link { url, tekst, span }),
            _ => {
                if !met_veld {
                    let hint = "schrijf een adres als `https://www.ridderkerk.nl`, of `\\[` voor een vierkant haakje";
                    self.fout(G321, bereik, format!("`{doel}` is geen webadres en geen e-mailadres"), hint);
                }
                regel.extend(tekst);
            }
        }
    }

    fn geen_titel(&mut self, titel: &str, bereik: &Range<usize>) {
        if !titel.is_empty() {
            let hint = "zet deze woorden in de tekst zelf";
            self.fout(G325, bereik.clone(), format!("de titel `{titel}` zou niet te lezen zijn"), hint);
        }
    }

    /// Whether a merge field stands in the target of a link or image; that is noted.
    fn veld_in_doel(&mut self, bereik: &Range<usize>) -> bool {
        let vooraf = self.vooraf;
        let doel = self.typed(bereik).rfind("](").map_or(bereik.end, |nr| bereik.start + nr);
        let Some(veld) = vooraf.in_bereik(&(doel..bereik.end)).first() else { return false };
        let hint = "schrijf het adres voluit, of vraag om een waarde als `gemeente.website`";
        self.fout(G305, veld.bereik.clone(), "een samenvoegveld kan niet in een adres staan", hint);
        true
    }

    /// An image stands in its line as its alternative text, until the line is known to hold nothing else.
    fn beeld(&mut self, regel: &mut Regel, bestand: &str, titel: &str, bereik: Range<usize>) {
        let span = self.span(bereik.clone());
        let mut alt = String::new();
        let mut open = 1_usize;
        while open > 0 {
            match self.volgende() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some((Event::SoftBreak | Event::HardBreak, _)) => alt.push(' '),
                Some((Event::Text(_) | Event::Code(_) | Event::InlineHtml(_), deel)) => {
                    alt.push_str(self.typed(&deel));
                    self.geen_veld_in_alt(&deel);
                }
                Some(_) => {}
                None => break,
            }
        }
        self.geen_titel(titel, &bereik);
        self.veld_in_doel(&bereik);
        if alt.trim().is_empty() || bestand.is_empty() {
            let hint = "schrijf `![wat er te zien is](beeld.png)`; voor een versiering is er `{blok: afbeelding, decoratief: true}`";
            self.fout(G323, bereik, "deze afbeelding heeft geen alternatieve tekst of geen bestand", hint);
        }
        regel.push(Inline::Tekst(alt.clone(), span.clone()));
        self.beelden.push(Beeld { bestand: bestand.to_string(), alt, span });
    }

    fn geen_veld_in_alt(&mut self, bereik: &Range<usize>) {
        let vooraf = self.vooraf;
        for vondst in
            vooraf.in_bereik(bereik).iter().filter(|vondst| matches!(vondst.ding, Ding::Veld(_) | Ding::Noot(_)))
        {
            let hint = "beschrijf met gewone woorden wat er te zien is";
            self.fout(G305, vondst.bereik.clone(), "dit kan niet in de tekst bij een afbeelding", hint);
        }
    }

    /// Whether a line is nothing but this image.
    pub(super) fn enig_beeld(&mut self, regel: &Regel) -> Option<(String, String, Span)> {
        match (regel.as_slice(), self.beelden.as_slice()) {
            ([Inline::Tekst(_, span)], [beeld]) if *span == beeld.span => {
                self.beelden.pop().map(|beeld| (beeld.bestand, beeld.alt, beeld.span))
            }
            _ => None,
        }
    }
}

/// Whether there is something to read in this.
fn is_leesbaar(deel: &Inline) -> bool {
    match deel {
        Inline::Tekst(tekst, _) => !tekst.trim().is_empty(),
        Inline::Vet(binnen) | Inline::Cursief(binnen) | Inline::Superscript(binnen) => binnen.iter().any(is_leesbaar),
        Inline::Link { tekst, .. } => tekst.iter().any(is_leesbaar),
        Inline::Veld(_) => true,
        Inline::Noot { .. } | Inline::Onbekend { .. } | Inline::Regeleinde => false,
    }
}

/// Whether an event ends a line in a list item that has no paragraphs of its own.
pub(super) fn begint_blok(tag: &Tag) -> bool {
    !matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}
