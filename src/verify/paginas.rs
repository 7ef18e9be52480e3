//! Whether every link of the web pages leads somewhere: to a file that was given too, or to a place in a page.

use std::collections::BTreeSet;

use super::{Bestanden, Controle};
use crate::diag::codes;
use crate::html;

/// Follows the links of all pages of the bundle in `map`. A link that leads out of what was given cannot be judged.
pub fn controle(map: &str, bestanden: &Bestanden, alles: &Bestanden) -> Controle {
    let mut controle = Controle::new("links op de webpagina's");
    for (pad, bytes) in bestanden.iter().filter(|(pad, _)| pad.ends_with(".html")) {
        let Some(pagina) = html::lees(bytes) else {
            controle.fout(codes::G787, pad, "dit is geen webpagina, of het bestand is beschadigd", TERUG);
            continue;
        };
        let hier = if map.is_empty() { pad.clone() } else { format!("{map}/{pad}") };
        for link in pagina.links.iter().collect::<BTreeSet<_>>() {
            let Some((doel, plek)) = binnen(&hier, link) else { continue };
            controle.aantal += 1;
            let gelezen = if doel == hier { Some(pagina.clone()) } else { None };
            let wat = match alles.get(&doel) {
                None => format!("een link wijst naar `{link}`, en dat bestand is er niet"),
                Some(bytes) if !plek.is_empty() => {
                    let gelezen = gelezen.or_else(|| html::lees(bytes)).unwrap_or_default();
                    if gelezen.plekken.contains(plek) {
                        continue;
                    }
                    format!("een link wijst naar `{link}`, en die plek is er niet")
                }
                Some(_) => continue,
            };
            controle.fout(codes::G781, pad, wat, TERUG);
        }
    }
    controle
}

const TERUG: &str = "Zet het bestand uit de oorspronkelijke bundel terug";

/// The path and the place in it that a link of the file `hier` leads to; `None` when it leads to another website, or to
/// a folder above what was given.
fn binnen<'l>(hier: &str, link: &'l str) -> Option<(String, &'l str)> {
    let (pad, plek) = link.split_once('#').unwrap_or((link, ""));
    if pad.is_empty() {
        return Some((hier.to_string(), plek));
    }
    // `https:`, `mailto:`, `data:`, and addresses that begin at the root of a website.
    if pad.starts_with('/') || pad.split('/').next().is_some_and(|eerste| eerste.contains(':')) {
        return None;
    }
    let mut delen: Vec<&str> = hier.split('/').collect();
    delen.pop();
    for deel in pad.split('/') {
        match deel {
            "." => {}
            ".." => drop(delen.pop()?),
            _ => delen.push(deel),
        }
    }
    Some((delen.join("/"), plek))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_followed_as_far_as_what_was_given_reaches() {
        let binnen = |hier, link| binnen(hier, link).map(|(pad, plek)| format!("{pad}|{plek}"));
        assert_eq!(binnen("2021/index.html", "../ridderkerk/2021/a.pdf").as_deref(), Some("ridderkerk/2021/a.pdf|"));
        assert_eq!(binnen("a.html", "bijlagen/b.pdf#p").as_deref(), Some("bijlagen/b.pdf|p"));
        assert_eq!(binnen("x/a.html", "#kop").as_deref(), Some("x/a.html|kop"));
        for elders in ["../b.pdf", "https://x.example/a", "mailto:a@b.example", "//x.example/a", "/a.pdf"] {
            assert_eq!(binnen("a.html", elders), None, "{elders}");
        }
    }
}
