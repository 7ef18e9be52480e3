//! A report in two forms with the same words: Markdown, and a page that needs nothing else.

use super::{Deel, Regel, Stand};
use crate::html::{Pagina, escape};

/// The report as Markdown.
pub fn markdown(titel: &str, inleiding: &str, delen: &[Deel]) -> String {
    let mut tekst = format!("# {}\n\n{}\n", cel(titel), cel(inleiding));
    for deel in delen {
        tekst += &format!("\n## {}\n\n| | wat | uitkomst |\n|---|---|---|\n", cel(&deel.kop));
        for regel in &deel.regels {
            let uitleg = match &regel.naar {
                Some(naar) => format!("[{}]({naar})", cel(&regel.uitleg)),
                None => cel(&regel.uitleg),
            };
            tekst += &format!("| {} | {} | {uitleg} |\n", regel.stand.woord(), cel(&regel.wat));
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
th,td{overflow-wrap:anywhere}th:first-child,td:first-child{width:4.5rem}tbody th{min-width:9rem}td:last-child{min-width:15rem}
.let,.fout{font-weight:700}
.let{background:var(--tint)}.fout{background:var(--gloed)}
@media print{main{margin:0;max-width:none;padding:0}}
";

/// The report as a page that needs nothing else.
pub fn html(titel: &str, inleiding: &str, delen: &[Deel]) -> String {
    let mut pagina = format!("<main>\n<h1>{}</h1>\n<p>{}</p>\n", escape(titel), escape(inleiding));
    for (nr, deel) in delen.iter().enumerate() {
        let kop = escape(&deel.kop);
        pagina += &format!(
            "<h2 id=\"deel-{nr}\">{kop}</h2>\n<div class=\"kader-tabel\" role=\"region\" aria-labelledby=\"deel-{nr}\" tabindex=\"0\">\n<table>\n<thead><tr><th scope=\"col\">stand</th><th scope=\"col\">wat</th><th scope=\"col\">uitkomst</th></tr></thead>\n<tbody>\n"
        );
        pagina.extend(deel.regels.iter().map(rij));
        pagina += "</tbody>\n</table>\n</div>\n";
    }
    pagina += "</main>\n";
    Pagina { titel, stijl: STIJL, inhoud: &pagina }.html()
}

fn rij(regel: &Regel) -> String {
    let klasse = match regel.stand {
        Stand::Goed => "goed",
        Stand::LetOp => "let",
        Stand::Fout => "fout",
    };
    let (wat, uitleg) = (escape(&regel.wat), escape(&regel.uitleg));
    let uitleg = match &regel.naar {
        Some(naar) => format!("<a href=\"{}\">{uitleg}</a>", escape(naar)),
        None => uitleg.to_string(),
    };
    let stand = regel.stand.woord();
    format!("<tr><td class=\"{klasse}\">{stand}</td><th scope=\"row\">{wat}</th><td>{uitleg}</td></tr>\n")
}
