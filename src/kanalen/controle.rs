//! The report on a bundle, in Dutch: each check, passed or what to look at.

mod vorm;

pub use vorm::{cel, html, markdown};

use super::bundel::{Bijlage, Bundel, Stuk};
use super::{Bestand, Soort, drop, publicatiebank};
use crate::model::waardelijst;
use crate::nl;

/// One line of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regel {
    /// What was looked at.
    pub wat: String,
    /// How it stands.
    pub stand: Stand,
    /// What was found, or what to do.
    pub uitleg: String,
    /// The file in the bundle that the words lead to.
    pub naar: Option<String>,
}

/// How a check stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// In order.
    Goed,
    /// In order, but somebody has to look.
    LetOp,
    /// A fault: there is no bundle.
    Fout,
}

impl Stand {
    /// The word in the report.
    pub fn woord(self) -> &'static str {
        match self {
            Self::Goed => "goed",
            Self::LetOp => "let op",
            Self::Fout => "FOUT",
        }
    }
}

/// A part of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deel {
    /// Its heading.
    pub kop: String,
    /// Its lines.
    pub regels: Vec<Regel>,
}

/// The report on a bundle that was made, as Markdown and as a page. It is published with the bundle, so that it names
/// nothing that is not in it.
pub fn bestanden(bundel: &Bundel, gekeurd: &[(String, usize)]) -> [Bestand; 2] {
    let titel = format!("Controle van {}, {}", bundel.uitgever.label, bundel.jaar);
    let delen = delen(bundel, gekeurd);
    let inleiding = inleiding(bundel, &delen);
    [
        Bestand::tekst("controle.md", markdown(&titel, &inleiding, &delen), Soort::Bundel),
        Bestand::tekst("controle.html", html(&titel, &inleiding, &delen), Soort::Bundel),
    ]
}

/// How much there is, and what is left to do.
fn inleiding(bundel: &Bundel, delen: &[Deel]) -> String {
    let bijlagen: usize = bundel.stukken.iter().map(|stuk| stuk.bijlagen.len()).sum();
    let met = if bijlagen == 0 { String::new() } else { format!(" met {}", tel(bijlagen, "bijlage", "bijlagen")) };
    let staat = if bundel.stukken.len() == 1 && bijlagen == 0 { "staat" } else { "staan" };
    let nog = delen.first().filter(|deel| deel.kop == NOG).map_or(0, |deel| deel.regels.len());
    let rest = match nog {
        0 => "U hoeft niets meer na te kijken.".to_string(),
        _ => format!("Kijk nog naar {}: zie ‘{NOG}’.", tel(nog, "punt", "punten")),
    };
    let niet = match bundel.buiten.len() {
        0 => String::new(),
        buiten => format!(
            " {} van {} {} niet mee.",
            tel(buiten, "stuk", "stukken"),
            bundel.jaar,
            if buiten == 1 { "gaat" } else { "gaan" }
        ),
    };
    format!("{}{met} {staat} klaar.{niet} Er zijn geen fouten. {rest}", tel(bundel.stukken.len(), "stuk", "stukken"))
}

fn tel(aantal: usize, een: &str, meer: &str) -> String {
    format!("{aantal} {}", if aantal == 1 { een } else { meer })
}

/// The heading above what somebody still has to look at.
const NOG: &str = "Wat u nog nakijkt";

/// What was looked at in a bundle; `gekeurd` says how many files were held to which schema.
pub fn delen(bundel: &Bundel, gekeurd: &[(String, usize)]) -> Vec<Deel> {
    let (let_op, goed): (Vec<Regel>, Vec<Regel>) =
        algemeen(bundel, gekeurd).into_iter().partition(|regel| regel.stand == Stand::LetOp);
    let mut delen = vec![Deel { kop: "De bundel".to_string(), regels: goed }];
    delen.extend(bundel.stukken.iter().map(|stuk| Deel { kop: kop(stuk), regels: van_stuk(bundel, stuk) }));
    let nog: Vec<Regel> = let_op.into_iter().chain(nog(&delen[1..])).collect();
    if !nog.is_empty() {
        delen.insert(0, Deel { kop: NOG.to_string(), regels: nog });
    }
    delen
}

/// What a reader calls a document: what it is, its subject, its reference.
fn kop(stuk: &Stuk) -> String {
    let kenmerk = stuk.kenmerk.as_ref().map(|kenmerk| format!(" ({kenmerk})")).unwrap_or_default();
    format!("{}: {}{kenmerk}", stuk.wat, stuk.titel)
}

/// All that somebody has to look at, the same for several documents once.
fn nog(delen: &[Deel]) -> Vec<Regel> {
    let mut samen: Vec<(Regel, Vec<&str>)> = Vec::new();
    for deel in delen {
        for regel in deel.regels.iter().filter(|regel| regel.stand == Stand::LetOp) {
            match samen.iter_mut().find(|(eerder, _)| eerder == regel) {
                Some((_, koppen)) => koppen.push(&deel.kop),
                None => samen.push((regel.clone(), vec![&deel.kop])),
            }
        }
    }
    let met_koppen = |(regel, koppen): (Regel, Vec<&str>)| {
        let uitleg = format!("{} – bij {}", regel.uitleg, koppen.join("; "));
        Regel { uitleg, ..regel }
    };
    samen.into_iter().map(met_koppen).collect()
}

fn algemeen(bundel: &Bundel, gekeurd: &[(String, usize)]) -> Vec<Regel> {
    let mut regels = vec![
        goed("alle stukken zijn openbaar en af", tel(bundel.stukken.len(), "stuk", "stukken")),
        goed(
            "elke PDF en elke bijlage hoort bij de inhoud van nu",
            "elk bestand is nog precies zoals griffel het maakte",
        ),
        goed("de uitgever staat in het register", format!("{} ({})", bundel.uitgever.label, bundel.uitgever.code())),
        goed("categorieën en soorten komen uit de landelijke lijsten", waardelijst::bron()),
    ];
    regels.extend(gekeurd.iter().map(|(norm, aantal)| {
        goed("metagegevens voldoen aan het schema", format!("{norm}: {}", tel(*aantal, "bestand", "bestanden")))
    }));
    let host = bundel.basis.trim_start_matches("https://").split('/').next().unwrap_or_default();
    regels.push(match host.ends_with(".example") {
        true => let_op(
            "het adres van de stukken",
            format!("{} is een voorbeeld en bestaat niet: vul bij ‘basis_url’ het echte adres in", bundel.basis),
        ),
        false => goed("het adres van de stukken", bundel.basis.clone()),
    });
    if !bundel.buiten.is_empty() {
        let uitleg = format!(
            "{}; welke dat zijn en waarom, staat in publicatie-controle.html naast de map ‘publicatie’. Zet die lijst niet op een website",
            bundel.buiten.len()
        );
        regels.push(let_op("stukken die niet meegaan", uitleg));
    }
    regels.push(let_op("robots.txt", "neem de regels van robots-regels.txt over in de robots.txt van het domein, en meld het domein aan in het Register van Overheidsorganisaties"));
    regels
}

fn van_stuk(bundel: &Bundel, stuk: &Stuk) -> Vec<Regel> {
    let (handeling, dag) = stuk.handeling;
    let lang = nl::datum::lang;
    let link = |wat: &str, pad: &str| Regel { naar: Some(pad.to_string()), ..goed(wat, pad) };
    let mut regels = vec![
        link("PDF", &stuk.pad()),
        link("webpagina", &format!("{}.html", stuk.naam)),
        goed("titel", stuk.titel.clone()),
        goed("datum", lang(stuk.datum)),
        goed("handeling", format!("{}, {}", handeling.label, lang(dag))),
        goed("informatiecategorie", format!("{} ({})", stuk.categorie.label, stuk.categorie.code())),
        goed("documentsoort", stuk.documentsoort.label.clone()),
        goed("verantwoordelijk op die datum", stuk.verantwoordelijke.label),
        goed("adres", bundel.url(&stuk.pad())),
        goed("controlegetal", stuk.pdf.sha256.clone()),
    ];
    match &stuk.kenmerk {
        Some(kenmerk) => regels.push(goed("kenmerk", kenmerk.clone())),
        None => regels.push(let_op(
            "kenmerk",
            format!("het stuk heeft er geen; in de metagegevens staat {}", stuk.identificatie),
        )),
    }
    match stuk.gepubliceerd {
        Some(dag) => regels.push(goed("publicatiedatum niet voor de vaststelling", lang(dag))),
        None => regels.push(goed(
            "publicatiedatum",
            "niet opgegeven, en dat mag; het veld ‘datum’ onder ‘publicatie’ zet hem in de metagegevens",
        )),
    }
    let nummers = [&stuk.kenmerk, &stuk.zaaknummer].into_iter().flatten();
    regels.extend(nummers.filter(|nummer| !publicatiebank::past(nummer)).map(|nummer| {
        let_op(
            "publicatiebank",
            format!("{nummer} is langer dan 40 tekens en staat daarom niet in het bestand voor de publicatiebank"),
        )
    }));
    let bijlage = |een: &Bijlage| Regel { uitleg: een.titel.clone(), ..link("bijlage", &een.pad) };
    regels.extend(stuk.bijlagen.iter().map(bijlage));
    let elders = |titel: &String| let_op("bijlage", format!("{titel}: hiervan gaat geen bestand mee"));
    regels.extend(stuk.elders.iter().map(elders));
    const KANALEN: &str = "website en overheid.nl, publicatiebank, raadsinformatiesysteem, archief";
    if stuk.bekendmaking.is_none() {
        regels.push(goed("klaargezet voor", KANALEN));
        regels.extend(stuk.geen_drop.map(|reden| let_op("bekendmaking", reden)));
    } else {
        regels.push(goed("klaargezet voor", format!("{KANALEN}, en DROP (officielebekendmakingen.nl)")));
        if stuk.bekendmaking.as_ref().is_some_and(|besluit| besluit.noten) {
            regels.push(let_op("tekst voor DROP", "de noten staan er niet in: neem ze zelf over uit de PDF"));
        }
        let open = drop::open(bundel, stuk);
        if !open.is_empty() {
            regels.push(let_op("invoerblad voor DROP", format!("door de gemeente in te vullen: {}", open.join(", "))));
        }
    }
    regels
}

fn goed(wat: &str, uitleg: impl Into<String>) -> Regel {
    Regel { wat: wat.to_string(), stand: Stand::Goed, uitleg: uitleg.into(), naar: None }
}

fn let_op(wat: &str, uitleg: impl Into<String>) -> Regel {
    Regel { wat: wat.to_string(), stand: Stand::LetOp, uitleg: uitleg.into(), naar: None }
}
