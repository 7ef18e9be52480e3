//! Links: words that say where they lead, and addresses that lead there.

use std::collections::BTreeMap;

use super::{Blad, kort};
use crate::diag::codes::{G831, G832, G833, G834};
use crate::diag::{Note, Span};

/// Words that say nothing to whoever hears only the links of a page.
const LEEG: &[&str] = &[
    "hier",
    "klik hier",
    "lees meer",
    "meer",
    "lees verder",
    "verder",
    "link",
    "deze link",
    "de link",
    "via deze link",
    "download",
    "downloaden",
    "website",
    "deze website",
    "pagina",
    "deze pagina",
    "meer informatie",
    "klik",
    "bekijk",
    "document",
    "pdf",
];

/// The rules for links.
pub fn keur(blad: &Blad<'_>, notes: &mut Vec<Note>) {
    let hosts = bekende_hosts(blad);
    let mut eerder: BTreeMap<String, (&str, Option<Span>)> = BTreeMap::new();
    for passage in &blad.passages {
        for (url, bereik) in &passage.links {
            let woorden = passage.tekst[bereik.clone()].trim().to_lowercase();
            let plek = passage.plek(bereik.clone(), blad.sources);
            if LEEG.contains(&woorden.trim_end_matches('.')) {
                let message = format!("`{}` zegt niet waar de link heen gaat", kort(&passage.tekst[bereik.clone()]));
                let hint = format!("Noem wat de lezer daar vindt, zoals `[de website van de regeling]({url})`");
                notes.push(blad.note(G831, passage, bereik.clone(), message).hint(hint));
            } else if let Some((ander, waar)) = eerder.get(woorden.as_str())
                && ander != url
            {
                let message = format!("`{}` leidt op twee plekken naar iets anders", kort(&woorden));
                let note = blad.note(G833, passage, bereik.clone(), message);
                let note = waar.iter().fold(note, |note, waar| note.also(waar.clone(), *ander));
                notes.push(note.hint("Geef elke link woorden die zeggen waar hij heen gaat"));
            }
            if let (Some(getoond), Some(echt)) = (host(&woorden), host(url))
                && getoond != echt
            {
                let message = format!("er staat `{getoond}`, maar de link gaat naar `{echt}`");
                notes.push(
                    blad.note(G832, passage, bereik.clone(), message)
                        .hint("Maak beide gelijk, of noem de plek bij haar naam"),
                );
            }
            if let Some((getypt, bedoeld)) = host(url).and_then(|host| Some((host.clone(), bijna(&host, &hosts)?))) {
                let message = format!("`{getypt}` lijkt op `{bedoeld}`, maar is het niet");
                notes.push(blad.note(G834, passage, bereik.clone(), message).liever(&getypt, bedoeld));
            }
            eerder.entry(woorden).or_insert((url, plek));
        }
    }
}

/// The host of an address without `www.`; none when the text is no address.
fn host(tekst: &str) -> Option<String> {
    let kaal = tekst.trim().to_lowercase();
    let zonder = kaal.strip_prefix("https://").or_else(|| kaal.strip_prefix("http://")).unwrap_or(&kaal);
    let host = zonder.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    let (_, einde) = host.rsplit_once('.')?;
    let adres = host.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '-');
    (adres && einde.len() >= 2 && einde.chars().all(char::is_alphabetic)).then(|| host.to_string())
}

/// The hosts of the region's own websites.
fn bekende_hosts(blad: &Blad<'_>) -> Vec<String> {
    let organisaties = blad.project.organisaties.values().map(|organisatie| &organisatie.gegevens);
    let gemeenten = blad.project.gemeenten.values().map(|gemeente| &gemeente.gegevens);
    organisaties.chain(gemeenten).filter_map(|gegevens| host(&gegevens.website.as_ref()?.url)).collect()
}

/// The known host that this one is nearly, when it is none itself.
fn bijna<'h>(typed: &str, hosts: &'h [String]) -> Option<&'h str> {
    let kern = |host: &str| host.rsplit_once('.').map_or(0, |(kern, _)| kern.chars().count());
    if hosts.iter().any(|host| host == typed || typed.ends_with(&format!(".{host}"))) || kern(typed) < 8 {
        return None;
    }
    hosts.iter().map(String::as_str).find(|host| strsim::damerau_levenshtein(host, typed) <= 2)
}
