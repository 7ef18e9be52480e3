//! Blocks drawn from data: organisation charts, members, events, contacts, terms.

use super::Zetter;
use crate::model::tekst::{Begrip, Contact, Gebeurtenis, Knoop, Lid, Regel};
use crate::render::escape;

impl Zetter<'_> {
    pub(super) fn organigram(&mut self, alt: &str, boom: &Knoop) {
        self.uit.code(&format!("#organigram(alt: {}, boom: ", escape::literal(alt)));
        self.knoop(boom);
        self.uit.code(")\n");
    }

    fn knoop(&mut self, knoop: &Knoop) {
        self.uit.code("(naam: ");
        self.inhoud(&knoop.naam);
        self.veld_van("rol", knoop.rol.as_ref());
        self.uit.code(", onder: (");
        for onder in &knoop.onder {
            self.knoop(onder);
            self.uit.code(",");
        }
        self.uit.code("))");
    }

    pub(super) fn leden(&mut self, leden: &[Lid]) {
        self.uit.code("#leden(\n");
        for lid in leden {
            self.uit.code("  (naam: ");
            // Names of members are for the internal rendition only.
            self.inhoud_of_niets(lid.naam.as_ref().filter(|_| self.vuller.intern()));
            self.veld_van("organisatie", Some(&lid.organisatie));
            self.veld_van("rol", lid.rol.as_ref());
            let aantal = lid.aantal.as_deref().map_or_else(|| "none".to_string(), escape::literal);
            self.uit.code(&format!(", aantal: {aantal}),\n"));
        }
        self.uit.code(")\n");
    }

    pub(super) fn gebeurtenis(&mut self, gebeurtenis: &Gebeurtenis) {
        self.uit.code("#gebeurtenis(titel: ");
        self.inhoud(&gebeurtenis.titel);
        self.veld_van("datum", Some(&gebeurtenis.datum));
        self.veld_van("dagdeel", gebeurtenis.dagdeel.as_ref());
        self.veld_van("organisator", gebeurtenis.organisator.as_ref());
        self.uit.code(", links: (");
        for link in &gebeurtenis.links {
            self.inhoud(&vec![link.clone()]);
            self.uit.code(",");
        }
        self.met_inhoud("))", |zetter| zetter.alineas(&gebeurtenis.inhoud));
    }

    pub(super) fn contact(&mut self, contact: &Contact) {
        if !contact.publiek && !self.vuller.intern() {
            return;
        }
        self.uit.code("#contact(rol: ");
        self.inhoud(&contact.rol);
        self.veld_van("naam", contact.naam.as_ref());
        self.veld_van("email", contact.email.as_ref());
        self.veld_van("telefoon", contact.telefoon.as_ref());
        self.uit.code(")\n");
    }

    pub(super) fn begrippen(&mut self, begrippen: &[Begrip]) {
        self.uit.code("#begrippen((\n");
        for begrip in begrippen {
            self.uit.code("  (begrip: ");
            self.inhoud(&begrip.begrip);
            self.veld_van("afkorting", begrip.afkorting.as_ref());
            self.veld_van("betekenis", Some(&begrip.betekenis));
            self.uit.code("),\n");
        }
        self.uit.code("))\n");
    }

    fn veld_van(&mut self, naam: &str, regel: Option<&Regel>) {
        self.uit.code(&format!(", {naam}: "));
        self.inhoud_of_niets(regel);
    }
}
