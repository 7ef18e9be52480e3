//! The report in Dutch: the same words on screen, in the page and in the PDF.

use super::{Groep, Soort, Staat, StukVerschil, Stukje, Verslag, Wijziging};
use crate::nl::opsomming;

/// The name of the report.
pub const TITEL: &str = "Wijzigingsoverzicht";

/// What is compared with what.
pub fn kop(verslag: &Verslag) -> String {
    format!("Van {} naar {}", verslag.oud, verslag.nieuw)
}

/// How much changed in all.
pub fn samenvatting(verslag: &Verslag) -> String {
    let anders: usize = verslag.stukken.iter().map(|stuk| stuk.pdfs.len()).sum();
    match (anders, verslag.ongewijzigd) {
        (0, gelijk) => format!("Er is niets veranderd ({}).", hoeveel(gelijk, "PDF", "PDF's")),
        (anders, gelijk) => {
            let werkwoord = if anders == 1 { "is" } else { "zijn" };
            format!("{} {werkwoord} anders dan eerst; {gelijk} gelijk gebleven.", hoeveel(anders, "PDF", "PDF's"))
        }
    }
}

fn hoeveel(aantal: usize, een: &str, meer: &str) -> String {
    format!("{aantal} {}", if aantal == 1 { een } else { meer })
}

/// The head above one output of one document.
pub fn stuk(stuk: &StukVerschil) -> String {
    format!("{} {}: {}", stuk.jaar, stuk.uitvoer, stuk.onderwerp)
}

/// For whom changes are.
pub fn voor(groep: &Groep) -> String {
    let namen: Vec<&str> = groep.voor.iter().map(|wie| wie.naam.as_str()).collect();
    let allen = if groep.allen { "alle " } else { "" };
    match namen.as_slice() {
        [een] => format!("Voor {een}"),
        [een, ander] if groep.allen => format!("Voor beide gemeenten: {een} en {ander}"),
        meer => format!("Voor {allen}{} gemeenten: {}", meer.len(), opsomming::en(meer)),
    }
}

/// What happened, with the place.
pub fn wat(wijziging: &Wijziging) -> String {
    let plaats = &wijziging.plaats;
    match wijziging.soort {
        Soort::Gewijzigd => format!("{plaats}, gewijzigd"),
        Soort::Toegevoegd => format!("{plaats}, toegevoegd"),
        Soort::Vervallen => format!("{plaats}, vervallen"),
        Soort::Verplaatst => van_naar(wijziging, "verplaatst"),
        Soort::Vernummerd => van_naar(wijziging, "vernummerd"),
        Soort::BestandVervangen => format!("{plaats}, het bestand heeft een andere inhoud"),
        Soort::Opmaak => "dezelfde woorden, andere opmaak of andere gegevens in het bestand".to_string(),
        Soort::Onbekend => "anders dan eerst; welke woorden is niet bewaard".to_string(),
        Soort::NieuwStuk => "nieuw stuk".to_string(),
        Soort::StukVervallen => "stuk vervallen".to_string(),
    }
}

/// An item under another number is one sentence.
fn van_naar(wijziging: &Wijziging, woord: &str) -> String {
    match wijziging.stukjes.as_slice() {
        [van, naar] => format!("{woord}: {} is nu {}", van.tekst, naar.tekst),
        _ => format!("{}, {woord}", wijziging.plaats),
    }
}

/// Whose words are shown, when those of the others differ a little.
pub fn voorbeeld(wijziging: &Wijziging) -> Option<String> {
    let naam = wijziging.voorbeeld.as_ref()?;
    Some(format!("In de woorden van {naam}; bij de anderen verschilt wat eromheen staat."))
}

/// Words with the mark before them.
pub struct Gemerkt<'a> {
    /// What became of them.
    pub staat: Staat,
    /// The word that says so; none for what stayed, and none when the head above has said it already.
    pub merk: Option<&'static str>,
    /// The words.
    pub tekst: &'a str,
}

/// The words under the head, with their marks. Blanks stand outside marks, and between two marks there is one.
pub fn gemerkt(wijziging: &Wijziging) -> Vec<Gemerkt<'_>> {
    if matches!(wijziging.soort, Soort::Verplaatst | Soort::Vernummerd) {
        return Vec::new();
    }
    stukjes(&wijziging.stukjes)
}

fn stukjes(stukjes: &[Stukje]) -> Vec<Gemerkt<'_>> {
    let blank = |tekst| Gemerkt { staat: Staat::Gelijk, merk: None, tekst };
    if let [heel] = stukjes {
        return vec![Gemerkt { staat: heel.staat, merk: None, tekst: heel.tekst.as_str() }];
    }
    let mut uit: Vec<Gemerkt<'_>> = Vec::new();
    for stukje in stukjes {
        let Some(merk) = merk(stukje.staat) else {
            uit.push(blank(&stukje.tekst));
            continue;
        };
        let tekst = stukje.tekst.trim();
        let voor = stukje.tekst.len() - stukje.tekst.trim_start().len();
        if voor > 0 || uit.last().is_some_and(|eerder| eerder.merk.is_some()) {
            uit.push(blank(" "));
        }
        uit.push(Gemerkt { staat: stukje.staat, merk: Some(merk), tekst });
        if stukje.tekst.ends_with(' ') {
            uit.push(blank(" "));
        }
    }
    uit
}

fn merk(staat: Staat) -> Option<&'static str> {
    match staat {
        Staat::Gelijk => None,
        Staat::Vervallen => Some("vervallen"),
        Staat::Toegevoegd => Some("toegevoegd"),
    }
}
