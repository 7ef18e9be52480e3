//! Paragraphs, headings, lists, tables, quotations and call-outs.

use super::Zetter;
use crate::model::tekst::{Blok, BlokSoort, Cel, KaderSoort, Lijstsoort, Regel, Tabel, Uitlijning};
use crate::render::escape;

/// How the only paragraph of a place is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alinea {
    /// As a paragraph.
    Heel,
    /// As bare words: in the cell of a table, in a quotation.
    KaalAlsEnige,
    /// As bare words also when a list follows: in a tight list.
    KaalVoorop,
}

impl Zetter<'_> {
    /// One block for whoever gets it.
    pub(super) fn blok(&mut self, blok: &Blok) {
        if blok.bijeenhouden {
            self.uit.code("#bijeen[\n");
        }
        let (begin, nummer) = (self.uit.source.len(), self.uit.kaart.len());
        self.soort(&blok.soort);
        // What is no word, such as the call itself or the path of an image, leads to the block.
        self.uit.kaart.insert(nummer, (begin..self.uit.source.len(), blok.span.clone()));
        if blok.bijeenhouden {
            self.uit.code("]\n");
        }
    }

    fn soort(&mut self, soort: &BlokSoort) {
        match soort {
            BlokSoort::Kop { niveau, tekst, in_inhoudsopgave } => self.kop(*niveau, tekst, *in_inhoudsopgave),
            BlokSoort::Alinea(regel) => self.met_inhoud("#par", |zetter| zetter.regel(regel)),
            BlokSoort::Lijst { soort, start, strak, items } => self.lijst(*soort, *start, *strak, items),
            BlokSoort::Tabel(tabel) => self.tabel(tabel),
            BlokSoort::Citaat { inhoud, bron } => {
                self.uit.code("#citaat(bron: ");
                self.inhoud_of_niets(bron.as_ref());
                self.met_inhoud(")", |zetter| zetter.blokken(inhoud, Alinea::KaalAlsEnige));
            }
            BlokSoort::Kader { soort, titel, inhoud } => {
                self.uit.code(&format!("#kader(soort: \"{}\", titel: ", kadersoort(*soort)));
                self.inhoud_of_niets(titel.as_ref());
                self.met_inhoud(")", |zetter| zetter.blokken(inhoud, Alinea::Heel));
            }
            BlokSoort::Afbeelding { bestand, alt, bijschrift, breedte } => {
                self.afbeelding(bestand, alt.as_deref(), bijschrift.as_ref(), breedte.unwrap_or(100));
            }
            BlokSoort::Organigram { alt, boom } => self.organigram(alt, boom),
            BlokSoort::Leden(leden) => self.leden(leden),
            BlokSoort::Gebeurtenis(gebeurtenis) => self.gebeurtenis(gebeurtenis),
            BlokSoort::Contact(contact) => self.contact(contact),
            BlokSoort::Begrippen(begrippen) => self.begrippen(begrippen),
            BlokSoort::Kolommen { aantal, inhoud } => {
                self.met_inhoud(&format!("#kolommen({aantal})"), |zetter| zetter.blokken(inhoud, Alinea::Heel));
            }
            BlokSoort::PaginaEinde => self.uit.code("#pagina-einde()\n"),
            BlokSoort::Scheidingslijn => self.uit.code("#scheidingslijn()\n"),
        }
    }

    /// A call with content, on a line of its own.
    pub(super) fn met_inhoud(&mut self, begin: &str, inhoud: impl FnOnce(&mut Self)) {
        self.uit.code(begin);
        self.uit.code("[");
        inhoud(self);
        self.uit.code("]\n");
    }

    /// Blocks as paragraphs.
    pub(super) fn alineas(&mut self, blokken: &[Blok]) {
        self.blokken(blokken, Alinea::Heel);
    }

    /// Those of the blocks that this gemeente gets.
    fn blokken(&mut self, blokken: &[Blok], alinea: Alinea) {
        let voor_ons: Vec<&Blok> = blokken.iter().filter(|blok| blok.voor.bevat(self.vuller.gemeente())).collect();
        for (nummer, blok) in voor_ons.iter().enumerate() {
            let kaal = nummer == 0
                && (alinea == Alinea::KaalVoorop || (alinea == Alinea::KaalAlsEnige && voor_ons.len() == 1));
            match &blok.soort {
                BlokSoort::Alinea(regel) if kaal && !blok.bijeenhouden => {
                    self.regel(regel);
                    if voor_ons.len() > 1 {
                        self.uit.code("\n");
                    }
                }
                _ => self.blok(blok),
            }
        }
    }

    fn kop(&mut self, niveau: u8, tekst: &Regel, in_inhoudsopgave: bool) {
        let buiten = if in_inhoudsopgave { "" } else { ", outlined: false" };
        self.met_inhoud(&format!("#heading(level: {niveau}{buiten})"), |zetter| zetter.regel(tekst));
    }

    fn lijst(&mut self, soort: Lijstsoort, start: u64, strak: bool, items: &[Vec<Blok>]) {
        let gemeente = self.vuller.gemeente();
        let over = |item: &&Vec<Blok>| item.is_empty() || item.iter().any(|blok| blok.voor.bevat(gemeente));
        let items: Vec<&Vec<Blok>> = items.iter().filter(over).collect();
        if items.is_empty() {
            return;
        }
        let merk = match soort {
            Lijstsoort::Punt => format!("#list(tight: {strak}"),
            Lijstsoort::Streep => format!("#list(tight: {strak}, marker: [#\"–\";]"),
            Lijstsoort::Nummer => format!("#enum(tight: {strak}, start: {start}, numbering: \"1.\""),
            Lijstsoort::Letter => format!("#enum(tight: {strak}, start: {start}, numbering: \"a.\""),
        };
        self.uit.code(&merk);
        let alinea = if strak { Alinea::KaalVoorop } else { Alinea::Heel };
        for item in items {
            self.uit.code(", [");
            self.blokken(item, alinea);
            self.uit.code("]");
        }
        self.uit.code(")\n");
    }

    fn tabel(&mut self, tabel: &Tabel) {
        let breedten: String = tabel
            .kolommen
            .iter()
            .map(|kolom| kolom.breedte.map_or_else(|| "auto,".to_string(), |breedte| format!("{breedte},")))
            .collect();
        let kanten: String = tabel.kolommen.iter().map(|kolom| format!("\"{}\",", kant(kolom.uitlijning))).collect();
        let Tabel { koprijen, kopkolom, totaalrij, .. } = tabel;
        self.uit.code(&format!("#tabel(kolommen: ({breedten}), uitlijning: ({kanten}), "));
        self.uit.code(&format!("koprijen: {koprijen}, kopkolom: {kopkolom}, totaal: {totaalrij}, bijschrift: "));
        self.inhoud_of_niets(tabel.bijschrift.as_ref());
        let samenvatting = tabel.samenvatting.as_deref().map_or_else(|| "none".to_string(), escape::literal);
        self.uit.code(&format!(", samenvatting: {samenvatting}, rijen: (\n"));
        for rij in &tabel.rijen {
            self.uit.code("  (");
            for cel in rij {
                self.cel(cel);
                self.uit.code(", ");
            }
            self.uit.code("),\n");
        }
        self.uit.code("))\n");
    }

    fn cel(&mut self, cel: &Cel) {
        let getal = |naam: &str, waarde: usize| (waarde != 1).then(|| format!("{naam}: {waarde}"));
        let vlag = |naam: &str, staat: bool| staat.then(|| format!("{naam}: true"));
        let argumenten: Vec<String> = [
            getal("colspan", cel.colspan),
            getal("rowspan", cel.rowspan),
            vlag("kop", cel.kop),
            vlag("vet", cel.vet),
            vlag("cursief", cel.cursief),
            vlag("leeg", cel.inhoud.is_empty()),
        ]
        .into_iter()
        .flatten()
        .collect();
        self.uit.code(&format!("cel({})[", argumenten.join(", ")));
        self.blokken(&cel.inhoud, Alinea::KaalAlsEnige);
        self.uit.code("]");
    }

    fn afbeelding(&mut self, bestand: &str, alt: Option<&str>, bijschrift: Option<&Regel>, breedte: u8) {
        let pad = escape::literal(&self.vuller.beeld(bestand));
        let alt = alt.map_or_else(|| "none".to_string(), escape::literal);
        self.uit.code(&format!("#afbeelding({pad}, alt: {alt}, bijschrift: "));
        self.inhoud_of_niets(bijschrift);
        self.uit.code(&format!(", breedte: {breedte}%)\n"));
    }
}

fn kadersoort(soort: KaderSoort) -> &'static str {
    match soort {
        KaderSoort::LetOp => "let-op",
        KaderSoort::Samenvatting => "samenvatting",
        KaderSoort::Motto => "motto",
    }
}

fn kant(uitlijning: Uitlijning) -> &'static str {
    match uitlijning {
        Uitlijning::Links => "links",
        Uitlijning::Rechts => "rechts",
        Uitlijning::Midden => "midden",
    }
}
