//! Text as HTML: elements that say what things are, and author text between them that is only text.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Schrijver;
use super::vorm::{Gezet, GezetLid, GezetteGebeurtenis, GezetteKnoop, Naar, Nadruk, Vorm};
use crate::diag::Span;
use crate::html::{data_uri, escape, fragment, woorden};
use crate::model::tekst::{Cel, KaderSoort, Lijstsoort, Tabel, Uitlijning};

/// Width of the text in CSS pixels; a picture of 100% is this wide, where there is room.
const TEKSTBREEDTE: u32 = 640;

/// Writes HTML, with these pictures by their virtual paths.
#[derive(Clone, Copy)]
pub struct Html<'a> {
    /// Pictures by virtual path.
    pub beelden: &'a BTreeMap<String, Arc<[u8]>>,
}

impl Html<'_> {
    /// A picture as part of the page.
    pub fn beeld(&self, pad: &str) -> String {
        self.beelden.get(pad).map_or_else(String::new, |bytes| data_uri(pad, bytes))
    }
}

impl Vorm for Html<'_> {
    fn invoer(&self) -> Option<&'static str> {
        None
    }

    fn woorden(&self, woorden: &str, _: Option<&Span>) -> Schrijver {
        Schrijver::van(&escape(woorden))
    }

    fn blank(&self, naam: &str, _: Option<&Span>) -> Schrijver {
        Schrijver::van(&format!("{OPEN_BEGIN}{}{OPEN_MIDDEN}{OPEN_EIND}", escape(naam)))
    }

    fn regeleinde(&self) -> Schrijver {
        Schrijver::van("<br>\n")
    }

    fn nootcijfer(&self, id: &str) -> Schrijver {
        Schrijver::van(&format!("<a data-noot=\"{}\"></a>", escape(id)))
    }

    fn nadruk(&self, nadruk: Nadruk, binnen: &Schrijver) -> Schrijver {
        let element = match nadruk {
            Nadruk::Vet => "strong",
            Nadruk::Cursief => "em",
            Nadruk::Superscript => "sup",
        };
        in_element(element, "", binnen)
    }

    fn link(&self, naar: Naar<'_>, tekst: &Schrijver) -> Schrijver {
        let naar = match naar {
            Naar::Adres(url, _) => escape(url),
            Naar::Label(label) => fragment(label),
        };
        in_element("a", &format!(" href=\"{naar}\""), tekst)
    }

    fn blok(&self, blok: &Gezet<'_>) -> Schrijver {
        let tekst = match blok {
            Gezet::Bijeen(inhoud) => format!("<div class=\"bijeen\">\n{}</div>\n", inhoud.source),
            Gezet::Kop { niveau, in_inhoudsopgave, tekst } => {
                let buiten = if *in_inhoudsopgave { "" } else { " class=\"buiten\"" };
                format!("<h{niveau}{buiten}>{}</h{niveau}>\n", tekst.source)
            }
            Gezet::Alinea(regel) => format!("<p>{}</p>\n", regel.source),
            Gezet::Lijst { soort, start, items, .. } => lijst(*soort, *start, items),
            Gezet::Tabel { tabel, bijschrift, cellen } => zet_tabel(tabel, bijschrift.as_ref(), cellen),
            Gezet::Citaat { inhoud, bron } => {
                let bron = bron.as_ref().map(|bron| format!("<figcaption>– {}</figcaption>\n", bron.source));
                format!(
                    "<figure class=\"citaat\">\n<blockquote>{}</blockquote>\n{}</figure>\n",
                    inhoud.source,
                    bron.unwrap_or_default()
                )
            }
            Gezet::Kader { soort, titel, inhoud } => zet_kader(*soort, titel.as_ref(), inhoud),
            Gezet::Afbeelding { pad, alt, bijschrift, breedte } => {
                self.afbeelding(pad, *alt, bijschrift.as_ref(), *breedte)
            }
            Gezet::Organigram { alt, boom } => format!(
                "<figure class=\"organigram\">\n<figcaption>{}</figcaption>\n<ul>\n{}</ul>\n</figure>\n",
                escape(alt),
                knoop(boom)
            ),
            Gezet::Leden(leden) => zet_leden(leden),
            Gezet::Gebeurtenis(gebeurtenis) => zet_gebeurtenis(gebeurtenis),
            Gezet::Contact(delen) => zet_contact(delen),
            Gezet::Begrippen(begrippen) => zet_begrippen(begrippen),
            Gezet::Kolommen { aantal, inhoud } => {
                format!("<div class=\"kolommen kolommen-{aantal}\">\n{}</div>\n", inhoud.source)
            }
            Gezet::PaginaEinde => "<div class=\"pagina-einde\"></div>\n".to_string(),
            Gezet::Scheidingslijn => "<hr>\n".to_string(),
        };
        Schrijver::van(&tekst)
    }
}

/// A blank: its name stands in an element of its own, since beside a label it is not said twice.
pub const OPEN_BEGIN: &str = "<span class=\"open\"><span>";
/// Between the name of a blank and its words.
const OPEN_MIDDEN: &str = " </span>";
/// The words of a blank.
pub const OPEN_EIND: &str = "nog niet bekend</span>";

fn in_element(element: &str, attributen: &str, binnen: &Schrijver) -> Schrijver {
    Schrijver::van(&format!("<{element}{attributen}>{}</{element}>", binnen.source))
}

fn lijst(soort: Lijstsoort, start: u64, items: &[Schrijver]) -> String {
    let start = if start == 1 { String::new() } else { format!(" start=\"{start}\"") };
    let (element, attributen) = match soort {
        Lijstsoort::Punt => ("ul", String::new()),
        Lijstsoort::Streep => ("ul", " class=\"streep\"".to_string()),
        Lijstsoort::Nummer => ("ol", start),
        Lijstsoort::Letter => ("ol", format!(" type=\"a\"{start}")),
    };
    let items: String = items.iter().map(|item| format!("<li>{}</li>\n", item.source)).collect();
    format!("<{element}{attributen}>\n{items}</{element}>\n")
}

/// A table in a frame that can be reached with the keyboard, so that a wide one can be scrolled without a mouse.
fn raam(bijschrift: &str, samenvatting: Option<&str>, inhoud: &str) -> String {
    let naam = if bijschrift.is_empty() { "Tabel".to_string() } else { format!("Tabel: {}", woorden(bijschrift)) };
    let samenvatting = samenvatting.map(|tekst| format!("\n<span class=\"samenvatting\">{}</span>", escape(tekst)));
    let kop = format!("{bijschrift}{}", samenvatting.unwrap_or_default());
    let kop = if kop.is_empty() { kop } else { format!("<caption>{kop}</caption>\n") };
    format!(
        "<div class=\"kader-tabel\" role=\"group\" aria-label=\"{naam}\" tabindex=\"0\">\n<table>\n{kop}{inhoud}</table>\n</div>\n"
    )
}

fn zet_tabel(tabel: &Tabel, bijschrift: Option<&Schrijver>, cellen: &[Vec<Schrijver>]) -> String {
    let koprijen = tabel.koprijen.max(1);
    let mut bezet = vec![0; tabel.kolommen.len()];
    let mut inhoud = "<thead>\n".to_string();
    for (nr, (rij, inhouden)) in tabel.rijen.iter().zip(cellen).enumerate() {
        if nr == koprijen {
            inhoud += "</thead>\n<tbody>\n";
        }
        let totaal = tabel.totaalrij && nr + 1 == tabel.rijen.len();
        inhoud += if totaal { "<tr class=\"totaal\">" } else { "<tr>" };
        let mut kolom = 0;
        for (cel, tekst) in rij.iter().zip(inhouden) {
            while bezet.get(kolom).is_some_and(|rijen| *rijen > 0) {
                kolom += 1;
            }
            inhoud += &zet_cel(tabel, cel, nr < koprijen, kolom, &tekst.source);
            bezet.iter_mut().skip(kolom).take(cel.colspan).for_each(|rijen| *rijen = cel.rowspan);
            kolom += cel.colspan;
        }
        bezet.iter_mut().for_each(|rijen: &mut usize| *rijen = rijen.saturating_sub(1));
        inhoud += "</tr>\n";
    }
    inhoud += if tabel.rijen.len() <= koprijen { "</thead>\n" } else { "</tbody>\n" };
    raam(bijschrift.map_or("", |b| b.source.as_str()), tabel.samenvatting.as_deref(), &inhoud)
}

fn zet_cel(tabel: &Tabel, cel: &Cel, in_kop: bool, kolom: usize, inhoud: &str) -> String {
    let is_rijkop = !in_kop && (tabel.kopkolom || cel.kop) && kolom == 0;
    // An empty header says nothing about its column.
    let is_kop = (in_kop || is_rijkop || cel.kop) && !cel.inhoud.is_empty();
    let bereik = match (is_kop, is_rijkop) {
        (false, _) => "",
        (true, true) if cel.rowspan > 1 => " scope=\"rowgroup\"",
        (true, true) => " scope=\"row\"",
        (true, false) if cel.colspan > 1 => " scope=\"colgroup\"",
        (true, false) => " scope=\"col\"",
    };
    let over = |naam: &str, aantal: usize| if aantal == 1 { String::new() } else { format!(" {naam}=\"{aantal}\"") };
    let kant = match tabel.kolommen.get(kolom).map(|kolom| kolom.uitlijning) {
        Some(Uitlijning::Rechts) => Some("rechts"),
        Some(Uitlijning::Midden) => Some("midden"),
        _ => None,
    };
    let klassen = [kant, cel.vet.then_some("vet"), cel.cursief.then_some("cursief")];
    let klassen: Vec<&str> = klassen.into_iter().flatten().collect();
    let klasse = if klassen.is_empty() { String::new() } else { format!(" class=\"{}\"", klassen.join(" ")) };
    let (colspan, rowspan) = (over("colspan", cel.colspan), over("rowspan", cel.rowspan));
    let element = if is_kop { "th" } else { "td" };
    format!("<{element}{bereik}{colspan}{rowspan}{klasse}>{inhoud}</{element}>")
}

fn zet_kader(soort: KaderSoort, titel: Option<&Schrijver>, inhoud: &Schrijver) -> String {
    let (klasse, woord) = match soort {
        KaderSoort::LetOp => ("let-op", Some("Let op")),
        KaderSoort::Samenvatting => ("samenvatting", Some("Samenvatting")),
        KaderSoort::Motto => ("motto", None),
    };
    let titel = titel.map(|titel| titel.source.as_str()).or(woord);
    let titel = titel.map(|titel| format!("<p class=\"kadertitel\">{titel}</p>\n")).unwrap_or_default();
    format!("<div class=\"kader {klasse}\" role=\"note\">\n{titel}{}</div>\n", inhoud.source)
}

impl Html<'_> {
    /// Without a text alternative a picture is decoration, and has no caption either.
    fn afbeelding(&self, pad: &str, alt: Option<&str>, bijschrift: Option<&Schrijver>, breedte: u8) -> String {
        let bron = self.beeld(pad);
        let breed = TEKSTBREEDTE * u32::from(breedte) / 100;
        let beeld = format!("<img src=\"{bron}\" alt=\"{}\" width=\"{breed}\">", escape(alt.unwrap_or_default()));
        let onder = bijschrift.filter(|_| alt.is_some());
        let onder = onder.map(|onder| format!("<figcaption>{}</figcaption>\n", onder.source)).unwrap_or_default();
        // Read first, as in the PDF, and seen below the picture.
        format!("<figure class=\"beeld\">{onder}{beeld}</figure>\n")
    }
}

fn knoop(boom: &GezetteKnoop) -> String {
    let rol = boom.rol.as_ref().map(|rol| format!("<br>{}", rol.source)).unwrap_or_default();
    let onder: String = boom.onder.iter().map(knoop).collect();
    let onder = if onder.is_empty() { onder } else { format!("\n<ul>\n{onder}</ul>\n") };
    format!("<li><span><strong>{}</strong>{rol}</span>{onder}</li>\n", boom.naam.source)
}

/// Only columns in which something stands.
fn zet_leden(leden: &[GezetLid<'_>]) -> String {
    let kolommen: [(&str, Vec<Option<String>>); 4] = [
        ("Naam", leden.iter().map(|lid| lid.naam.as_ref().map(|naam| naam.source.clone())).collect()),
        ("Organisatie", leden.iter().map(|lid| Some(lid.organisatie.source.clone())).collect()),
        ("Rol", leden.iter().map(|lid| lid.rol.as_ref().map(|rol| rol.source.clone())).collect()),
        ("Aantal", leden.iter().map(|lid| lid.aantal.map(escape)).collect()),
    ];
    let kolommen: Vec<_> = kolommen.into_iter().filter(|(_, cellen)| cellen.iter().any(Option::is_some)).collect();
    let kop: String = kolommen.iter().map(|(naam, _)| format!("<th scope=\"col\">{naam}</th>")).collect();
    let rij = |nr: usize| -> String {
        let cellen = kolommen.iter().map(|(naam, cellen)| {
            let klasse = if *naam == "Aantal" { " class=\"rechts\"" } else { "" };
            format!("<td{klasse}>{}</td>", cellen[nr].as_deref().unwrap_or("–"))
        });
        format!("<tr>{}</tr>\n", cellen.collect::<String>())
    };
    let rijen: String = (0..leden.len()).map(rij).collect();
    raam("", None, &format!("<thead>\n<tr>{kop}</tr>\n</thead>\n<tbody>\n{rijen}</tbody>\n"))
}

fn zet_gebeurtenis(gebeurtenis: &GezetteGebeurtenis) -> String {
    let GezetteGebeurtenis { titel, datum, dagdeel, organisator, links, inhoud } = gebeurtenis;
    let dagdeel = dagdeel.as_ref().map(|dagdeel| format!(", {}", dagdeel.source)).unwrap_or_default();
    let door = organisator.as_ref().map(|wie| format!("<p>Organisatie: {}</p>\n", wie.source)).unwrap_or_default();
    let links = if links.is_empty() { String::new() } else { lijst(Lijstsoort::Punt, 1, links) };
    format!(
        "<div class=\"gebeurtenis\">\n<p><strong>{}</strong></p>\n<p>{}{dagdeel}</p>\n{door}{}{links}</div>\n",
        titel.source, datum.source, inhoud.source
    )
}

fn zet_contact(delen: &[(&'static str, Option<Schrijver>)]) -> String {
    let regels = delen.iter().filter_map(|(naam, deel)| {
        let tekst = &deel.as_ref()?.source;
        Some(if *naam == "rol" { format!("<strong>{tekst}</strong>") } else { tekst.clone() })
    });
    format!("<p class=\"contact\">{}</p>\n", regels.collect::<Vec<_>>().join("<br>\n"))
}

fn zet_begrippen(begrippen: &[(Schrijver, Option<Schrijver>, Schrijver)]) -> String {
    let regel = |(begrip, afkorting, betekenis): &(Schrijver, Option<Schrijver>, Schrijver)| {
        let kort = afkorting.as_ref().map(|kort| format!(" ({})", kort.source)).unwrap_or_default();
        format!("<dt>{}{kort}</dt>\n<dd>{}</dd>\n", begrip.source, betekenis.source)
    };
    format!("<dl>\n{}</dl>\n", begrippen.iter().map(regel).collect::<String>())
}
