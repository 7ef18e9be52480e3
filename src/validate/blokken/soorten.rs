//! The readers of typed blocks, one per kind of block.

use super::{Omgeving, samen};
use crate::diag::Note;
use crate::diag::codes::{G254, G257};
use crate::load::node::Node;
use crate::model::tekst::{Begrip, Blok, BlokSoort, Contact, Gebeurtenis, Inline, KaderSoort, Lid, Lijstsoort, Tekst};
use crate::validate::tabel;

/// A reader of one kind of block; it may add blocks before its own.
pub(super) type Lezer = fn(&Omgeving<'_>, &Node<'_>, &mut Tekst) -> Option<BlokSoort>;

/// All kinds of typed block, as authors write them.
pub(super) const SOORTEN: &[(&str, Lezer)] = &[
    ("afbeelding", afbeelding),
    ("alinea", |o, n, _| o.verplichte_regel(n, "tekst").map(BlokSoort::Alinea)),
    ("begrippen", begrippen),
    ("citaat", |o, n, _| {
        let bron = o.regel_veld(n, "bron");
        n.required("tekst").map(|tekst| BlokSoort::Citaat { inhoud: o.tekst(&tekst).blokken, bron })
    }),
    ("contact", contact),
    ("gebeurtenis", gebeurtenis),
    ("kader", kader),
    ("kolommen", |o, n, _| {
        let aantal = n.integer("aantal", 2..=3).unwrap_or(2);
        let inhoud = n.required("inhoud").map(|tekst| o.tekst(&tekst).blokken)?;
        Some(BlokSoort::Kolommen { aantal: u8::try_from(aantal).unwrap_or(2), inhoud })
    }),
    ("kop", kop),
    ("leden", leden),
    ("lijst", lijst),
    ("organigram", organigram),
    ("pagina_einde", |_, _, _| Some(BlokSoort::PaginaEinde)),
    ("scheidingslijn", |_, _, _| Some(BlokSoort::Scheidingslijn)),
    ("tabel", |o, n, _| tabel::tabel(o, n).map(BlokSoort::Tabel)),
    ("themas", |o, n, _| tabel::themas(o, n).map(BlokSoort::Tabel)),
];

fn kop(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let niveau = node.integer("niveau", 1..=4).unwrap_or(1);
    let in_inhoudsopgave = node.bool("in_inhoudsopgave").unwrap_or(true);
    let tekst = omgeving.verplichte_regel(node, "tekst")?;
    Some(BlokSoort::Kop { niveau: u8::try_from(niveau).unwrap_or(1), tekst, in_inhoudsopgave })
}

fn lijst(omgeving: &Omgeving<'_>, node: &Node<'_>, voor: &mut Tekst) -> Option<BlokSoort> {
    let soorten = [
        ("punt", Lijstsoort::Punt),
        ("nummer", Lijstsoort::Nummer),
        ("letter", Lijstsoort::Letter),
        ("streep", Lijstsoort::Streep),
    ];
    let soort = node.choice("soort", &soorten).unwrap_or(Lijstsoort::Punt);
    let start = node.integer("start", 1..=999).and_then(|start| u64::try_from(start).ok());
    let vervolg = node.slug("vervolg_van");
    let mut items = Vec::new();
    for item in node.required("items").map(|items| items.as_list()).unwrap_or_default() {
        items.push(lijst_item(omgeving, &item));
    }
    let start = match vervolg {
        Some(id) => vervolg_start(omgeving, voor, &id.text).or_else(|| {
            let message = format!("er staat hiervoor geen lijst met id `{}`", id.text);
            omgeving.notes.push(Note::at(G257, id.span.clone(), message).hint("Geef de eerdere lijst dit `id`"));
            None
        }),
        None => start,
    };
    Some(BlokSoort::Lijst { soort, start: start.unwrap_or(1), strak: true, items })
}

fn lijst_item(omgeving: &Omgeving<'_>, node: &Node<'_>) -> Vec<Blok> {
    let groep = node.is_map() && !node.has("blok");
    if !groep {
        return omgeving.tekst(node).blokken;
    }
    let mut blokken = omgeving.tekst_veld(node, "tekst");
    blokken.extend(omgeving.tekst_veld(node, "inhoud"));
    let voor = omgeving.doelgroep(node);
    node.finish();
    blokken.iter_mut().for_each(|blok| blok.voor = samen(&blok.voor, &voor));
    blokken
}

/// The number after the last one of an earlier list in the same text.
fn vervolg_start(_: &Omgeving<'_>, voor: &Tekst, id: &str) -> Option<u64> {
    let eerdere = voor.blokken.iter().rev().find(|blok| blok.id.as_deref() == Some(id))?;
    match &eerdere.soort {
        BlokSoort::Lijst { start, items, .. } => Some(start + items.len() as u64),
        _ => None,
    }
}

fn kader(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let soorten =
        [("let-op", KaderSoort::LetOp), ("samenvatting", KaderSoort::Samenvatting), ("motto", KaderSoort::Motto)];
    let soort = node.choice("soort", &soorten).unwrap_or(KaderSoort::LetOp);
    let titel = omgeving.regel_veld(node, "titel");
    let inhoud = node.required("tekst").map(|tekst| omgeving.tekst(&tekst).blokken)?;
    Some(BlokSoort::Kader { soort, titel, inhoud })
}

fn afbeelding(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let bestand = node.required("bestand").and_then(|pad| pad.as_path());
    let decoratief = node.bool("decoratief").unwrap_or(false);
    let alt = node.text("alt").map(|t| t.text);
    let bijschrift = omgeving.regel_veld(node, "bijschrift");
    let breedte = node.text("breedte").and_then(|t| t.text.trim_end_matches('%').parse().ok());
    if alt.is_none() && !decoratief {
        omgeving.notes.push(
            Note::at(G254, node.span(), "de afbeelding heeft geen `alt`")
                .hint("Schrijf bij `alt` wat er te zien is, of `decoratief: ja` als het beeld niets zegt"),
        );
    }
    let bestand = bestand?;
    let beeld = omgeving.beeld(&bestand.text);
    if beeld.is_none() {
        omgeving.notes.push(omgeving.geen_beeld(&bestand.text, bestand.span));
    }
    Some(BlokSoort::Afbeelding { bestand: beeld?, alt: alt.filter(|_| !decoratief), bijschrift, breedte })
}

fn organigram(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let alt = node.required("alt").and_then(|alt| alt.as_long_text());
    let boom = node.required("boom").and_then(|boom| omgeving.knoop(&boom));
    Some(BlokSoort::Organigram { alt: alt?.text.split_whitespace().collect::<Vec<_>>().join(" "), boom: boom? })
}

fn leden(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let mut leden = Vec::new();
    for lid in node.required("leden")?.as_list() {
        let naam = omgeving.regel_veld(&lid, "naam");
        let organisatie = omgeving.verplichte_regel(&lid, "organisatie");
        let rol = omgeving.regel_veld(&lid, "rol");
        let aantal = lid.integer("aantal", 1..=9999).map(|n| n.to_string());
        lid.finish();
        leden.extend(organisatie.map(|organisatie| Lid { naam, organisatie, rol, aantal }));
    }
    Some(BlokSoort::Leden(leden))
}

fn gebeurtenis(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let (titel, datum) = (omgeving.verplichte_regel(node, "titel"), omgeving.verplichte_regel(node, "datum"));
    let dagdeel = omgeving.regel_veld(node, "dagdeel");
    let organisator = omgeving.regel_veld(node, "organisator");
    let inhoud = omgeving.tekst_veld(node, "tekst");
    let mut links = Vec::new();
    for link in node.list("links") {
        let (tekst, url) = (omgeving.verplichte_regel(&link, "tekst"), link.required("url").and_then(|u| u.as_url()));
        link.finish();
        if let (Some(tekst), Some(url)) = (tekst, url) {
            links.push(Inline::Link { url: url.text, tekst, span: url.span });
        }
    }
    Some(BlokSoort::Gebeurtenis(Gebeurtenis { titel: titel?, datum: datum?, dagdeel, organisator, inhoud, links }))
}

fn contact(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let rol = omgeving.verplichte_regel(node, "rol");
    let naam = omgeving.regel_veld(node, "naam");
    let email = omgeving.regel_veld(node, "email");
    let telefoon = omgeving.regel_veld(node, "telefoon");
    let publiek = node.bool("publiek").unwrap_or(false);
    Some(BlokSoort::Contact(Contact { rol: rol?, naam, email, telefoon, publiek }))
}

fn begrippen(omgeving: &Omgeving<'_>, node: &Node<'_>, _: &mut Tekst) -> Option<BlokSoort> {
    let mut begrippen = Vec::new();
    for begrip in node.required("begrippen")?.as_list() {
        let woord = omgeving.verplichte_regel(&begrip, "begrip");
        let afkorting = omgeving.regel_veld(&begrip, "afkorting");
        let betekenis = omgeving.verplichte_regel(&begrip, "betekenis");
        begrip.finish();
        if let (Some(woord), Some(betekenis)) = (woord, betekenis) {
            begrippen.push(Begrip { begrip: woord, afkorting, betekenis });
        }
    }
    Some(BlokSoort::Begrippen(begrippen))
}
