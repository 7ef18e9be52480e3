//! The matrix as one page that needs nothing else: no scripts, no fonts, no pictures.

use super::{Cel, Deel, KOLOMMEN, Matrix, StukRijen, indeling};

/// How the page looks; a wide table scrolls in its own frame, and on paper every sheet repeats the head of its table.
const STIJL: &str = "\
:root{color-scheme:light}
body{font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;margin:2rem auto;padding:0 1rem;max-width:90rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin:2.5rem 0 .25rem}
p{margin:.25rem 0}.map{color:#4a4a4a;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.5rem 0}dt{font-weight:600}dd{margin:0}
.kader{overflow-x:auto}.kader:focus-visible{outline:3px solid #1f3a5f}
table{border-collapse:collapse;margin:.5rem 0}
caption{text-align:left;font-weight:600;padding:.25rem 0}
th,td{border:1px solid #767676;padding:.25rem .5rem;text-align:left;vertical-align:top}
thead th{background:#ececec}
.ontbreekt,.fout{font-weight:700}
@media print{@page{size:A4 landscape;margin:12mm}body{font-size:9pt;margin:0;max-width:none}.kader{overflow:visible}\
thead{display:table-header-group}tr,h2,dl{break-inside:avoid}h2,.map,dl,caption{break-after:avoid}}
";

/// The whole page.
pub fn html(matrix: &Matrix) -> String {
    let titel = escape(format!("Overzicht van stukken {}", matrix.regio).trim_end());
    let mut pagina = format!(
        "<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{titel}</title>\n\
         <style>\n{STIJL}</style>\n</head>\n<body>\n<main>\n<h1>{titel}</h1>\n\
         <p>Wat nog niet bekend is, staat er als <strong class=\"ontbreekt\">ontbreekt</strong> met de naam erbij. \
         Een leeg vak hoort niet bij het stuk.</p>\n"
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
    pagina + "</main>\n</body>\n</html>\n"
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
        "<div class=\"kader\" role=\"region\" aria-labelledby=\"tabel-{nr}\" tabindex=\"0\">\n<table>\n\
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

/// Text that is only text, between tags and in attributes between double quotes; the one place that escapes HTML.
pub fn escape(tekst: &str) -> String {
    let mut uit = String::with_capacity(tekst.len());
    for teken in tekst.chars() {
        match teken {
            '&' => uit += "&amp;",
            '<' => uit += "&lt;",
            '>' => uit += "&gt;",
            '"' => uit += "&quot;",
            '\'' => uit += "&#39;",
            // Not allowed in a page, not even by number.
            teken if teken.is_control() && teken != '\n' => uit.push('\u{fffd}'),
            teken => uit.push(teken),
        }
    }
    uit
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn text_is_only_text() {
        assert_eq!(escape("<b a=\"1\" c='2'>&amp;\u{1b}"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;\u{fffd}");
    }
}
