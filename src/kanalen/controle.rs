//! The report on a bundle, in Dutch: each check, passed or what to look at.

use super::bundel::{Bundel, Stuk};
use super::{Bestand, Soort, drop};
use crate::html::{Pagina, escape};
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

/// The report on a bundle that was made, as Markdown and as a page.
pub fn bestanden(bundel: &Bundel, gekeurd: &[(String, usize)]) -> [Bestand; 2] {
    let titel = format!("Controle van {}, {}", bundel.uitgever.label, bundel.jaar);
    let delen = delen(bundel, gekeurd);
    [
        Bestand::tekst("controle.md", markdown(&titel, &delen), Soort::Bundel),
        Bestand::tekst("controle.html", html(&titel, &delen), Soort::Bundel),
    ]
}

/// What was looked at in a bundle; `gekeurd` says how many files were held to which schema.
pub fn delen(bundel: &Bundel, gekeurd: &[(String, usize)]) -> Vec<Deel> {
    let mut delen = vec![Deel { kop: "De bundel".to_string(), regels: algemeen(bundel, gekeurd) }];
    delen.extend(bundel.stukken.iter().map(|stuk| Deel { kop: stuk.pad(), regels: van_stuk(bundel, stuk) }));
    if !bundel.buiten.is_empty() {
        let regels = bundel.buiten.iter().map(|een| let_op(&een.naam, format!("gaat niet mee: {}", een.reden)));
        delen.push(Deel { kop: "Wat niet meegaat".to_string(), regels: regels.collect() });
    }
    delen
}

fn algemeen(bundel: &Bundel, gekeurd: &[(String, usize)]) -> Vec<Regel> {
    let meer = if bundel.stukken.len() == 1 { "stuk" } else { "stukken" };
    let mut regels = vec![
        goed("alle stukken zijn openbaar en af", format!("{} {meer}", bundel.stukken.len())),
        goed("elke PDF en elke bijlage hoort bij de inhoud van nu", "controlegetallen gelijk aan het manifest"),
        goed("de uitgever staat in het register", format!("{} ({})", bundel.uitgever.label, bundel.uitgever.code())),
        goed("elk woord komt uit zijn lijst", waardelijst::bron()),
    ];
    regels.extend(
        gekeurd
            .iter()
            .map(|(norm, aantal)| goed("metagegevens voldoen aan het schema", format!("{norm}: {aantal} bestanden"))),
    );
    let host = bundel.basis.trim_start_matches("https://").split('/').next().unwrap_or_default();
    regels.push(match host.ends_with(".example") {
        true => let_op(
            "het adres van de stukken",
            format!("{} bestaat niet: vul bij ‘basis_url’ het echte adres in", bundel.basis),
        ),
        false => goed("het adres van de stukken", bundel.basis.clone()),
    });
    regels.push(let_op("robots.txt", "neem de regels van robots-regels.txt over in de robots.txt van het domein, en meld het domein aan in het Register van Overheidsorganisaties"));
    regels
}

fn van_stuk(bundel: &Bundel, stuk: &Stuk) -> Vec<Regel> {
    let (handeling, dag) = stuk.handeling;
    let lang = nl::datum::lang;
    let mut regels = vec![
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
        None => regels.push(let_op("kenmerk", format!("het stuk heeft er geen; overal staat {}", stuk.identificatie))),
    }
    match stuk.gepubliceerd {
        Some(dag) => regels.push(goed("publicatiedatum niet voor de vaststelling", lang(dag))),
        None => regels.push(let_op(
            "publicatiedatum",
            "niet opgegeven; het veld ‘datum’ onder ‘publicatie’ zet hem in de metagegevens",
        )),
    }
    regels.extend(stuk.bijlagen.iter().map(|een| goed("bijlage", format!("{}: {}", een.titel, een.pad))));
    let elders = |titel: &String| let_op("bijlage", format!("{titel}: hiervan gaat geen bestand mee"));
    regels.extend(stuk.elders.iter().map(elders));
    if stuk.bekendmaking.is_some() {
        regels.push(goed("kanaal", "ook klaargezet voor DROP (officielebekendmakingen.nl)"));
        let open = drop::open(bundel, stuk);
        if !open.is_empty() {
            regels.push(let_op("invoerblad voor DROP", format!("door de gemeente in te vullen: {}", open.join(", "))));
        }
    }
    regels
}

fn goed(wat: &str, uitleg: impl Into<String>) -> Regel {
    Regel { wat: wat.to_string(), stand: Stand::Goed, uitleg: uitleg.into() }
}

fn let_op(wat: &str, uitleg: impl Into<String>) -> Regel {
    Regel { wat: wat.to_string(), stand: Stand::LetOp, uitleg: uitleg.into() }
}

/// The report as Markdown.
pub fn markdown(titel: &str, delen: &[Deel]) -> String {
    let mut tekst = format!("# {titel}\n");
    for deel in delen {
        tekst += &format!("\n## {}\n\n| | wat | uitkomst |\n|---|---|---|\n", cel(&deel.kop));
        for regel in &deel.regels {
            tekst += &format!("| {} | {} | {} |\n", regel.stand.woord(), cel(&regel.wat), cel(&regel.uitleg));
        }
    }
    tekst
}

/// Text in a cell of a Markdown table: on one line, and nothing in it is a sign of Markdown or HTML.
pub fn cel(tekst: &str) -> String {
    let mut uit = String::with_capacity(tekst.len());
    for letter in tekst.chars() {
        match letter {
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '#' => uit.extend(['\\', letter]),
            '<' => uit.push_str("&lt;"),
            '&' => uit.push_str("&amp;"),
            '\n' | '\r' | '\t' => uit.push(' '),
            _ => uit.push(letter),
        }
    }
    uit
}

/// How the page looks; on a narrow screen a table scrolls in its own frame.
const STIJL: &str = "\
main{max-width:70rem;margin:2rem auto;padding:0 1rem}
h2{overflow-wrap:anywhere}table{width:100%}
th,td{overflow-wrap:anywhere}th:first-child,td:first-child{width:4.5rem}tbody th{min-width:9rem}
.let,.fout{font-weight:700}
.let{background:var(--tint)}.fout{background:var(--gloed)}
@media print{main{margin:0;max-width:none;padding:0}}
";

/// The report as a page that needs nothing else.
pub fn html(titel: &str, delen: &[Deel]) -> String {
    let mut pagina = format!("<main>\n<h1>{}</h1>\n", escape(titel));
    for (nr, deel) in delen.iter().enumerate() {
        let kop = escape(&deel.kop);
        pagina += &format!(
            "<h2 id=\"deel-{nr}\">{kop}</h2>\n<div class=\"kader-tabel\" role=\"region\" aria-labelledby=\"deel-{nr}\" tabindex=\"0\">\n<table>\n<thead><tr><th scope=\"col\">stand</th><th scope=\"col\">wat</th><th scope=\"col\">uitkomst</th></tr></thead>\n<tbody>\n"
        );
        for regel in &deel.regels {
            let klasse = match regel.stand {
                Stand::Goed => "goed",
                Stand::LetOp => "let",
                Stand::Fout => "fout",
            };
            let (wat, uitleg) = (escape(&regel.wat), escape(&regel.uitleg));
            let stand = regel.stand.woord();
            pagina +=
                &format!("<tr><td class=\"{klasse}\">{stand}</td><th scope=\"row\">{wat}</th><td>{uitleg}</td></tr>\n");
        }
        pagina += "</tbody>\n</table>\n</div>\n";
    }
    pagina += "</main>\n";
    Pagina { titel, stijl: STIJL, inhoud: &pagina }.html()
}
