//! All that a version of a document prints, as passages, texts and tables.

use super::passage::{Passage, Rol, Zicht};
use crate::model::bekend::Bekend;
use crate::model::bijlage::Herkomst;
use crate::model::stuk::{Argument, Beslispunt, Inhoud, SectieInhoud};
use crate::model::tekst::{Blok, BlokSoort, Inline, Knoop, Regel, Tabel};
use crate::model::veld::{Veldwaarde, Waarde};

/// What a document says.
#[derive(Debug, Default)]
pub struct Gelezen<'a> {
    /// Its lines.
    pub passages: Vec<Passage<'a>>,
    /// Its runs of blocks.
    pub teksten: Vec<&'a [Blok]>,
    /// Its tables.
    pub tabellen: Vec<&'a Tabel>,
    /// Its dates outside the text, by the path of their field.
    veld: usize,
}

/// Reads a version of a document.
pub fn lees(inhoud: &Inhoud) -> Gelezen<'_> {
    let mut gelezen = Gelezen::default();
    gelezen.regel(Rol::Onderwerp, Zicht::Gewoon, &inhoud.onderwerp);
    gelezen.misschien(Rol::KorteTitel, inhoud.korte_titel.as_ref());
    for sectie in &inhoud.secties {
        gelezen.veld += 1;
        match &sectie.inhoud {
            SectieInhoud::Tekst(tekst) => gelezen.tekst(&tekst.blokken, Zicht::Gewoon),
            SectieInhoud::Nvt(reden) => gelezen.misschien(Rol::Overig, reden.as_ref()),
        }
    }
    inhoud.beslispunten.iter().for_each(|punt| gelezen.punt(punt, Rol::Beslispunt));
    for bijlage in &inhoud.bijlagen {
        gelezen.veld += 1;
        gelezen.regel(Rol::Bijlage, Zicht::Gewoon, &bijlage.titel);
        if let Herkomst::Vindplaats(Bekend::Bekend(waar)) = &bijlage.herkomst {
            gelezen.regel(Rol::Overig, Zicht::Gewoon, waar);
        }
    }
    for noot in inhoud.noten.values() {
        gelezen.veld += 1;
        gelezen.regel(Rol::Noot, Zicht::Gewoon, &noot.tekst);
    }
    for feit in inhoud.waarden.values() {
        gelezen.veld += 1;
        if let Bekend::Bekend(tekst) = &feit.waarde {
            gelezen.passages.push(Passage::van_tekst(Rol::Overig, Zicht::Gewoon, gelezen.veld, tekst, &feit.span));
        }
    }
    gelezen.velden(&inhoud.velden, Zicht::Gewoon);
    gelezen
}

impl<'a> Gelezen<'a> {
    fn regel(&mut self, rol: Rol, zicht: Zicht, regel: &'a Regel) {
        self.passages.push(Passage::van_regel(rol, zicht, self.veld, regel));
    }

    fn misschien(&mut self, rol: Rol, regel: Option<&'a Regel>) {
        regel.into_iter().for_each(|regel| self.regel(rol, Zicht::Gewoon, regel));
    }

    fn punt(&mut self, punt: &'a Beslispunt, rol: Rol) {
        self.veld += 1;
        self.regel(rol, Zicht::Gewoon, &punt.tekst);
        punt.sub.iter().for_each(|sub| self.punt(sub, Rol::Subpunt));
        punt.argumenten.iter().chain(&punt.kanttekeningen).for_each(|argument| self.argument(argument));
    }

    fn argument(&mut self, argument: &'a Argument) {
        self.veld += 1;
        self.regel(Rol::Stelling, Zicht::Gewoon, &argument.stelling);
        self.tekst(&argument.toelichting.blokken, Zicht::Gewoon);
    }

    fn tekst(&mut self, blokken: &'a [Blok], zicht: Zicht) {
        self.teksten.push(blokken);
        self.blokken(blokken, Rol::Alinea, zicht);
    }

    fn blokken(&mut self, blokken: &'a [Blok], rol: Rol, zicht: Zicht) {
        for blok in blokken {
            self.blok(&blok.soort, rol, zicht);
        }
    }

    fn blok(&mut self, soort: &'a BlokSoort, rol: Rol, zicht: Zicht) {
        match soort {
            BlokSoort::Kop { tekst, .. } => self.regel(Rol::Kop, zicht, tekst),
            BlokSoort::Alinea(regel) => self.regel(rol, zicht, regel),
            BlokSoort::Lijst { items, .. } => items.iter().for_each(|item| self.blokken(item, Rol::Item, zicht)),
            BlokSoort::Tabel(tabel) => self.tabel(tabel, zicht),
            BlokSoort::Citaat { inhoud, bron } => {
                self.blokken(inhoud, Rol::Overig, zicht);
                self.misschien(Rol::Overig, bron.as_ref());
            }
            BlokSoort::Kader { titel, inhoud, .. } => {
                self.misschien(Rol::Kop, titel.as_ref());
                self.blokken(inhoud, rol, zicht);
            }
            BlokSoort::Afbeelding { bijschrift, .. } => self.misschien(Rol::Overig, bijschrift.as_ref()),
            BlokSoort::Organigram { boom, .. } => self.knoop(boom),
            BlokSoort::Kolommen { inhoud, .. } => self.blokken(inhoud, rol, zicht),
            BlokSoort::PaginaEinde | BlokSoort::Scheidingslijn => {}
            rest => self.lijstjes(rest, zicht),
        }
    }

    /// Blocks that are made of small fields.
    fn lijstjes(&mut self, soort: &'a BlokSoort, zicht: Zicht) {
        match soort {
            BlokSoort::Leden(leden) => {
                for lid in leden {
                    lid.naam.iter().for_each(|naam| self.regel(Rol::Overig, Zicht::Intern, naam));
                    self.regel(Rol::Overig, zicht, &lid.organisatie);
                    self.misschien(Rol::Overig, lid.rol.as_ref());
                }
            }
            BlokSoort::Gebeurtenis(gebeurtenis) => {
                self.regel(Rol::Overig, zicht, &gebeurtenis.titel);
                self.regel(Rol::Overig, zicht, &gebeurtenis.datum);
                self.misschien(Rol::Overig, gebeurtenis.organisator.as_ref());
                self.blokken(&gebeurtenis.inhoud, Rol::Alinea, zicht);
                self.regel(Rol::Overig, zicht, &gebeurtenis.links);
            }
            BlokSoort::Contact(contact) => {
                let zicht = if contact.publiek { Zicht::Bewust } else { Zicht::Intern };
                let delen =
                    [Some(&contact.rol), contact.naam.as_ref(), contact.email.as_ref(), contact.telefoon.as_ref()];
                delen.into_iter().flatten().for_each(|deel| self.regel(Rol::Overig, zicht, deel));
            }
            BlokSoort::Begrippen(begrippen) => {
                for begrip in begrippen {
                    self.regel(Rol::Begrip, zicht, &begrip.begrip);
                    self.misschien(Rol::Begrip, begrip.afkorting.as_ref());
                    self.regel(Rol::Alinea, zicht, &begrip.betekenis);
                }
            }
            _ => {}
        }
    }

    fn tabel(&mut self, tabel: &'a Tabel, zicht: Zicht) {
        self.tabellen.push(tabel);
        self.misschien(Rol::Overig, tabel.bijschrift.as_ref());
        tabel.rijen.iter().flatten().for_each(|cel| self.blokken(&cel.inhoud, Rol::Cel, zicht));
    }

    fn knoop(&mut self, knoop: &'a Knoop) {
        self.regel(Rol::Overig, Zicht::Gewoon, &knoop.naam);
        self.misschien(Rol::Overig, knoop.rol.as_ref());
        knoop.onder.iter().for_each(|onder| self.knoop(onder));
    }

    fn velden(&mut self, velden: &'a [Veldwaarde], zicht: Zicht) {
        for veld in velden {
            self.veld += 1;
            // A contact person is printed for everyone only when the writer says so.
            let zicht = match (&veld.waarde, veld.naam.as_str()) {
                (Waarde::Groep(binnen), "behandeling") => contact(binnen),
                _ => zicht,
            };
            self.waarde(&veld.waarde, zicht);
        }
    }

    fn waarde(&mut self, waarde: &'a Waarde, zicht: Zicht) {
        match waarde {
            Waarde::Regel(regel) => self.regel(Rol::Overig, zicht, regel),
            Waarde::Tekst(tekst) => self.tekst(&tekst.blokken, zicht),
            Waarde::Groep(velden) => self.velden(velden, zicht),
            Waarde::Lijst(waarden) => waarden.iter().for_each(|waarde| self.waarde(waarde, zicht)),
            _ => {}
        }
    }
}

fn contact(velden: &[Veldwaarde]) -> Zicht {
    let publiek = velden.iter().any(|veld| veld.naam == "publiek" && veld.waarde == Waarde::JaNee(true));
    if publiek { Zicht::Bewust } else { Zicht::Intern }
}

/// Whether a line has nothing to read.
pub fn is_leeg(regel: &Regel) -> bool {
    regel.iter().all(|deel| match deel {
        Inline::Tekst(tekst, _) => tekst.trim().is_empty(),
        Inline::Vet(binnen) | Inline::Cursief(binnen) | Inline::Superscript(binnen) => is_leeg(binnen),
        Inline::Regeleinde => true,
        _ => false,
    })
}
