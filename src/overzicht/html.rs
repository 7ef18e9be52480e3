//! The matrix as one page that needs nothing else: no scripts, no fonts, no pictures.

use super::{Cel, Deel, KOLOMMEN, Matrix, StukRijen, indeling};
use crate::html::{Pagina, escape};

/// How the page looks; a wide table scrolls in its own frame, and on paper every sheet repeats the head of its table.
const STIJL: &str = "\
main{max-width:90rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin:2.5rem 0 .25rem}
p{margin:.25rem 0}.map{color:var(--grijs);overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.1rem 1rem;margin:.5rem 0}dt{font-weight:600}dd{margin:0}
th,td{border:1px solid var(--lijn)}
.ontbreekt,.fout{font-weight:700}
@media(max-width:30rem){dl{grid-template-columns:minmax(0,1fr)}}
@media print{@page{size:A4 landscape;margin:12mm}body{font-size:9pt}main{margin:0;max-width:none}dl{break-inside:avoid}.map,dl{break-after:avoid}}
";

/// The whole page.
pub fn html(matrix: &Matrix) -> String {
    let titel = format!("Overzicht van stukken {}", matrix.regio);
    let titel = titel.trim_end();
    let mut pagina = format!(
        "<main>\n<h1>{}</h1>\n\
         <p>Wat nog niet bekend is, staat er als <strong class=\"ontbreekt\">ontbreekt</strong> met de naam erbij. \
         Een leeg vak hoort niet bij het stuk.</p>\n",
        escape(titel)
    );
    for (nr, stuk) in matrix.stukken.iter().enumerate() {
        pagina += &deel(stuk, nr + 1);
    }
    if matrix.stukken.is_empty() {
        pagina += "<p>Er zijn geen stukken.</p>\n";
    }
    if !matrix.niet_gepland.is_empty() {
        pagina += "<h2>Niet in dit overzicht, want er zit een fout in</h2>\n<ul>\n";
        matrix.niet_gepland.iter().for_each(|map| pagina += &format!("<li>{}</li>\n", escape(map)));
        pagina += "</ul>\n";
    }
    pagina += "</main>\n";
    Pagina { titel, stijl: STIJL, inhoud: &pagina }.html()
}

/// A document: what is the same for all, and a table of what varies.
fn deel(stuk: &StukRijen, nr: usize) -> String {
    let kop = escape(&format!("{} {}: {}", stuk.jaar, stuk.soort, stuk.onderwerp));
    let mut tekst = format!(
        "<section aria-labelledby=\"stuk-{nr}\">\n<h2 id=\"stuk-{nr}\">{kop}</h2>\n<p class=\"map\">{}</p>\n",
        escape(&stuk.map)
    );
    let indeling = indeling(stuk);
    if !indeling.gelijk.is_empty() || !indeling.ontbreekt.is_empty() {
        tekst += &format!("<p>Voor {}:</p>\n<dl>\n", escape(&indeling.voor));
        for (naam, waarde) in &indeling.gelijk {
            tekst += &format!("<dt>{}</dt><dd>{}</dd>\n", escape(naam), escape(waarde));
        }
        if !indeling.ontbreekt.is_empty() {
            let namen = escape(&indeling.ontbreekt.join(", "));
            tekst += &format!("<dt class=\"ontbreekt\">ontbreekt</dt><dd><strong>{namen}</strong></dd>\n");
        }
        tekst += "</dl>\n";
    }
    if !indeling.wisselend.is_empty() {
        tekst += &tabel(stuk, &indeling.wisselend, nr);
    }
    tekst + "</section>\n"
}

/// A frame that can be reached with the keyboard, so that a wide table can be scrolled without a mouse.
fn tabel(stuk: &StukRijen, kolommen: &[usize], nr: usize) -> String {
    let mut tekst = format!(
        "<div class=\"kader-tabel\" role=\"region\" aria-labelledby=\"tabel-{nr}\" tabindex=\"0\">\n<table>\n\
         <caption id=\"tabel-{nr}\">Per gemeente: {}</caption>\n<thead>\n<tr><th scope=\"col\">gemeente</th>",
        escape(&stuk.onderwerp)
    );
    kolommen.iter().for_each(|at| tekst += &format!("<th scope=\"col\">{}</th>", escape(KOLOMMEN[*at])));
    tekst += "</tr>\n</thead>\n<tbody>\n";
    for rij in &stuk.rijen {
        tekst += &format!("<tr><th scope=\"row\">{}</th>", escape(&rij.wie));
        kolommen.iter().for_each(|at| tekst += &format!("<td>{}</td>", cel(&rij.cellen[*at])));
        tekst += "</tr>\n";
    }
    tekst + "</tbody>\n</table>\n</div>\n"
}

/// The parts of a cell, each on its line.
fn cel(cel: &Cel) -> String {
    let delen = cel.0.iter().map(|deel| {
        let tekst = escape(&deel.tekst());
        match deel {
            Deel::Waarde(_) => tekst,
            Deel::Ontbreekt(_) => format!("<strong class=\"ontbreekt\">{tekst}</strong>"),
            Deel::Fout(_) => format!("<strong class=\"fout\">{tekst}</strong>"),
        }
    });
    delen.collect::<Vec<_>>().join("<br>")
}
