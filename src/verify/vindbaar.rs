//! Whether overheid.nl finds everything: robots.txt names the indexes, an index its sitemap, a sitemap the files.

use super::feiten::{Feiten, laatste};
use super::{Bestanden, Controle};
use crate::diag::codes;
use crate::xml::teksten;

const TERUG: &str = "Zet dit bestand uit de oorspronkelijke bundel terug";

/// Every file stands in a sitemap, every sitemap in an index, every index in the lines for robots.txt.
pub fn controle(controle: &mut Controle, bestanden: &Bestanden, alle: &[Feiten]) {
    let met = |begin: &str| -> Vec<(&String, &Vec<u8>)> {
        bestanden.iter().filter(|(pad, _)| laatste(pad).starts_with(begin)).collect()
    };
    let [sitemaps, indexen] = ["sitemap-", "sitemapindex-"].map(met);
    let locs = |bestanden: &[(&String, &Vec<u8>)]| -> Vec<String> {
        bestanden.iter().flat_map(|(_, bytes)| teksten(bytes, &["loc"])).collect()
    };
    let robots = bestanden.get("robots-regels.txt").map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let robots: Option<Vec<String>> = robots
        .map(|tekst| tekst.lines().filter_map(|regel| regel.strip_prefix("Sitemap: ")).map(str::to_string).collect());
    let namen = |bestanden: &[(&String, &Vec<u8>)]| -> Vec<String> {
        bestanden.iter().map(|(pad, _)| laatste(pad).to_string()).collect()
    };
    let schakels = [
        (
            alle.iter().map(|een| een.naam().to_string()).collect(),
            locs(&sitemaps),
            "in geen enkele sitemap",
            !sitemaps.is_empty(),
        ),
        (namen(&sitemaps), locs(&indexen), "in geen enkel overzicht van sitemaps", !indexen.is_empty()),
        (namen(&indexen), robots.clone().unwrap_or_default(), "niet in `robots-regels.txt`", robots.is_some()),
    ];
    for (namen, genoemd, waar, er) in schakels {
        for naam in namen.iter().filter(|_| er) {
            controle.aantal += 1;
            if !genoemd.iter().any(|loc| laatste(loc) == naam) {
                let wat = format!("dit bestand staat {waar}, dus overheid.nl vindt het niet");
                controle.fout(codes::G781, naam, wat, TERUG);
            }
        }
    }
    for regel in robots.iter().flatten().filter(|regel| !bestanden.contains_key(laatste(regel))) {
        let wat = format!("hier staat `{regel}`, en dat bestand is er niet");
        controle.fout(codes::G781, "robots-regels.txt", wat, TERUG);
    }
}
