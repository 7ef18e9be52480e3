//! The report as one page that needs nothing else: no scripts, no fonts, no pictures.

use super::woorden::{self, Gemerkt};
use super::{Staat, StukVerschil, Verslag, Wijziging};
use crate::html::{Pagina, escape};

/// How the page looks. What went is struck through and what came is underlined, each behind a word that says so.
const STIJL: &str = "\
main{max-width:52rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin-bottom:.25rem}h2{font-size:1.2rem;margin:2.5rem 0 .25rem}h3{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.25rem 0}.map,.bij{color:var(--grijs)}.map{overflow-wrap:anywhere}
ul.w{list-style:none;padding:0;margin:.5rem 0}ul.w>li{border-left:3px solid var(--lijn);padding:.1rem 0 .1rem .75rem;margin:.75rem 0}
.wat{font-weight:600}
del{text-decoration:line-through;background:var(--gloed)}ins{text-decoration:underline;background:var(--tint)}
.merk{font-size:.75rem;color:var(--grijs);text-decoration:none}
@media print{@page{size:A4;margin:18mm}main{margin:0;max-width:none}li{break-inside:avoid}}
";

/// The whole page.
pub fn html(verslag: &Verslag) -> String {
    let titel = woorden::TITEL;
    let mut pagina = format!(
        "<main>\n<h1>{titel}</h1>\n<p>{}</p>\n<p>{}</p>\n",
        escape(&woorden::kop(verslag)),
        escape(&woorden::samenvatting(verslag))
    );
    verslag.stukken.iter().for_each(|stuk| pagina += &deel(stuk));
    pagina += "</main>\n";
    Pagina { titel, stijl: STIJL, inhoud: &pagina }.html()
}

fn deel(stuk: &StukVerschil) -> String {
    let mut tekst = format!(
        "<section>\n<h2>{}</h2>\n<p class=\"map\">Stuk <code>{}</code></p>\n",
        escape(&woorden::stuk(stuk)),
        escape(&stuk.id)
    );
    for groep in &stuk.groepen {
        tekst += &format!("<h3>{}</h3>\n<ul class=\"w\">\n", escape(&woorden::voor(groep)));
        groep.wijzigingen.iter().for_each(|wijziging| tekst += &een(wijziging));
        tekst += "</ul>\n";
    }
    tekst + "</section>\n"
}

fn een(wijziging: &Wijziging) -> String {
    let mut tekst = format!("<li><p class=\"wat\">{}</p>\n", escape(&woorden::wat(wijziging)));
    let stukjes: String = woorden::gemerkt(wijziging).iter().map(stukje).collect();
    if !stukjes.is_empty() {
        tekst += &format!("<p>{stukjes}</p>\n");
    }
    if let Some(voorbeeld) = woorden::voorbeeld(wijziging) {
        tekst += &format!("<p class=\"bij\">{}</p>\n", escape(&voorbeeld));
    }
    tekst + "</li>\n"
}

fn stukje(deel: &Gemerkt<'_>) -> String {
    let tekst = escape(deel.tekst).replace("\n\n", "<br>");
    let merk = deel.merk.map(|merk| format!("<span class=\"merk\">[{merk}:]</span> ")).unwrap_or_default();
    match deel.staat {
        Staat::Gelijk => tekst,
        Staat::Vervallen => format!("{merk}<del>{tekst}</del>"),
        Staat::Toegevoegd => format!("{merk}<ins>{tekst}</ins>"),
    }
}
