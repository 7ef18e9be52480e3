//! Walks blocks: which of them this gemeente gets, and which paragraphs are bare words.

use super::vorm::{Gezet, GezetLid, GezetteGebeurtenis, GezetteKnoop};
use super::{Schrijver, Zetter};
use crate::model::tekst::{Blok, BlokSoort, Contact, Gebeurtenis, Knoop, Lid, Lijstsoort, Tabel};

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
    pub(super) fn blok(&mut self, blok: &Blok) -> Schrijver {
        let mut geschreven = self.soort(&blok.soort);
        // What is no word, such as the call itself or the path of an image, leads to the block.
        geschreven.kaart.insert(0, (0..geschreven.source.len(), blok.span.clone()));
        match blok.bijeenhouden {
            true => self.vuller.vorm().blok(&Gezet::Bijeen(geschreven)),
            false => geschreven,
        }
    }

    fn soort(&mut self, soort: &BlokSoort) -> Schrijver {
        let gezet = match soort {
            BlokSoort::Kop { niveau, tekst, in_inhoudsopgave } => {
                Gezet::Kop { niveau: *niveau, in_inhoudsopgave: *in_inhoudsopgave, tekst: self.regel(tekst) }
            }
            BlokSoort::Alinea(regel) => Gezet::Alinea(self.regel(regel)),
            BlokSoort::Lijst { soort, start, strak, items } => return self.lijst(*soort, *start, *strak, items),
            BlokSoort::Tabel(tabel) => self.tabel(tabel),
            BlokSoort::Citaat { inhoud, bron } => {
                let bron = self.misschien(bron.as_ref());
                Gezet::Citaat { inhoud: self.blokken(inhoud, Alinea::KaalAlsEnige), bron }
            }
            BlokSoort::Kader { soort, titel, inhoud } => {
                let titel = self.misschien(titel.as_ref());
                Gezet::Kader { soort: *soort, titel, inhoud: self.blokken(inhoud, Alinea::Heel) }
            }
            BlokSoort::Afbeelding { bestand, alt, bijschrift, breedte } => Gezet::Afbeelding {
                pad: bestand,
                alt: alt.as_deref(),
                bijschrift: self.misschien(bijschrift.as_ref()),
                breedte: breedte.unwrap_or(100),
            },
            BlokSoort::Organigram { alt, boom } => Gezet::Organigram { alt, boom: self.knoop(boom) },
            BlokSoort::Leden(leden) => Gezet::Leden(leden.iter().map(|lid| self.lid(lid)).collect()),
            BlokSoort::Gebeurtenis(gebeurtenis) => self.gebeurtenis(gebeurtenis),
            BlokSoort::Contact(contact) => match self.contact(contact) {
                Some(gezet) => gezet,
                None => return Schrijver::default(),
            },
            BlokSoort::Begrippen(begrippen) => Gezet::Begrippen(
                begrippen
                    .iter()
                    .map(|b| (self.regel(&b.begrip), self.misschien(b.afkorting.as_ref()), self.regel(&b.betekenis)))
                    .collect(),
            ),
            BlokSoort::Kolommen { aantal, inhoud } => {
                Gezet::Kolommen { aantal: *aantal, inhoud: self.blokken(inhoud, Alinea::Heel) }
            }
            BlokSoort::PaginaEinde => Gezet::PaginaEinde,
            BlokSoort::Scheidingslijn => Gezet::Scheidingslijn,
        };
        self.vuller.vorm().blok(&gezet)
    }

    /// Those of the blocks that this gemeente gets.
    fn blokken(&mut self, blokken: &[Blok], alinea: Alinea) -> Schrijver {
        let voor_ons: Vec<&Blok> = blokken.iter().filter(|blok| blok.voor.bevat(self.vuller.gemeente())).collect();
        let mut uit = Schrijver::default();
        for (nummer, blok) in voor_ons.iter().enumerate() {
            let kaal = nummer == 0
                && (alinea == Alinea::KaalVoorop || (alinea == Alinea::KaalAlsEnige && voor_ons.len() == 1));
            match &blok.soort {
                BlokSoort::Alinea(regel) if kaal && !blok.bijeenhouden => {
                    uit.voeg_toe(&self.regel(regel));
                    if voor_ons.len() > 1 {
                        uit.code("\n");
                    }
                }
                _ => uit.voeg_toe(&self.blok(blok)),
            }
        }
        uit
    }

    fn lijst(&mut self, soort: Lijstsoort, start: u64, strak: bool, items: &[Vec<Blok>]) -> Schrijver {
        let gemeente = self.vuller.gemeente();
        let over = |item: &&Vec<Blok>| item.is_empty() || item.iter().any(|blok| blok.voor.bevat(gemeente));
        let items: Vec<&Vec<Blok>> = items.iter().filter(over).collect();
        if items.is_empty() {
            return Schrijver::default();
        }
        let alinea = if strak { Alinea::KaalVoorop } else { Alinea::Heel };
        let items = items.into_iter().map(|item| self.blokken(item, alinea)).collect();
        self.vuller.vorm().blok(&Gezet::Lijst { soort, start, strak, items })
    }

    fn tabel<'t>(&mut self, tabel: &'t Tabel) -> Gezet<'t> {
        let bijschrift = self.misschien(tabel.bijschrift.as_ref());
        let cellen = tabel
            .rijen
            .iter()
            .map(|rij| rij.iter().map(|cel| self.blokken(&cel.inhoud, Alinea::KaalAlsEnige)).collect())
            .collect();
        Gezet::Tabel { tabel, bijschrift, cellen }
    }

    fn knoop(&mut self, knoop: &Knoop) -> GezetteKnoop {
        GezetteKnoop {
            naam: self.regel(&knoop.naam),
            rol: self.misschien(knoop.rol.as_ref()),
            onder: knoop.onder.iter().map(|onder| self.knoop(onder)).collect(),
        }
    }

    fn lid<'t>(&mut self, lid: &'t Lid) -> GezetLid<'t> {
        GezetLid {
            // Names of members are for the internal rendition only.
            naam: self.misschien(lid.naam.as_ref().filter(|_| self.vuller.intern())),
            organisatie: self.regel(&lid.organisatie),
            rol: self.misschien(lid.rol.as_ref()),
            aantal: lid.aantal.as_deref(),
        }
    }

    fn gebeurtenis(&mut self, gebeurtenis: &Gebeurtenis) -> Gezet<'static> {
        Gezet::Gebeurtenis(Box::new(GezetteGebeurtenis {
            titel: self.regel(&gebeurtenis.titel),
            datum: self.regel(&gebeurtenis.datum),
            dagdeel: self.misschien(gebeurtenis.dagdeel.as_ref()),
            organisator: self.misschien(gebeurtenis.organisator.as_ref()),
            links: gebeurtenis.links.iter().map(|link| self.regel(std::slice::from_ref(link))).collect(),
            inhoud: self.blokken(&gebeurtenis.inhoud, Alinea::Heel),
        }))
    }

    fn contact(&mut self, contact: &Contact) -> Option<Gezet<'static>> {
        if !contact.publiek && !self.vuller.intern() {
            return None;
        }
        let rol = self.regel(&contact.rol);
        let delen = [("naam", &contact.naam), ("email", &contact.email), ("telefoon", &contact.telefoon)];
        let delen = delen.into_iter().map(|(naam, deel)| (naam, self.misschien(deel.as_ref())));
        Some(Gezet::Contact(std::iter::once(("rol", Some(rol))).chain(delen).collect()))
    }
}
