//! The report as Typst sources, for the same archival and accessible PDF as the letters.

use chrono::{Datelike as _, NaiveDate};

use super::woorden::{self, Gemerkt};
use super::{Staat, StukVerschil, Verslag, Wijziging};
use crate::render::bron::{Bron, BronFile};
use crate::render::escape::{literal, markup};

/// The sources. A file for the archive bears a day; it is that of the youngest document in the report.
pub fn bron(verslag: &Verslag) -> (Bron, NaiveDate) {
    let dag = dag(verslag);
    let datum = format!("datetime(year: {}, month: {}, day: {})", dag.year(), dag.month(), dag.day());
    let mut text = format!(
        "#import \"/stijl/wijzigingen.typ\": *\n#show: wijzigingsoverzicht.with(titel: {}, datum: {datum})\n\
         #par[{}]\n#par[{}]\n",
        literal(woorden::TITEL),
        markup(&woorden::kop(verslag)),
        markup(&woorden::samenvatting(verslag)),
    );
    verslag.stukken.iter().for_each(|stuk| text += &deel(stuk));
    let main = BronFile { path: "/main.typ".to_string(), text, kaart: Vec::new() };
    let bron = Bron {
        files: vec![main],
        titel: woorden::TITEL.to_string(),
        ident: format!("wijzigingen/{}/{}", verslag.oud, verslag.nieuw),
        owner: None,
        template: String::new(),
        hoogstens: None,
    };
    (bron, dag)
}

/// `2021/ridderkerk/2021-07-02_...pdf` bears its day; one that is known in part gives its first.
fn dag(verslag: &Verslag) -> NaiveDate {
    let dag = |pad: &String| {
        let mut delen = pad.rsplit('/').next()?.split('_').next()?.split('-').map(|deel| deel.parse::<u32>().ok());
        let jaar = i32::try_from(delen.next()??).ok()?;
        let (maand, dag) = (delen.next().flatten().unwrap_or(1), delen.next().flatten().unwrap_or(1));
        NaiveDate::from_ymd_opt(jaar, maand, dag)
    };
    let eerste = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default();
    verslag.stukken.iter().flat_map(|stuk| &stuk.pdfs).filter_map(dag).max().unwrap_or(eerste)
}

fn deel(stuk: &StukVerschil) -> String {
    let mut text = format!("#heading(level: 1)[{}]\n", markup(&woorden::stuk(stuk)));
    for groep in &stuk.groepen {
        text += &format!("#heading(level: 2)[{}]\n", markup(&woorden::voor(groep)));
        groep.wijzigingen.iter().for_each(|wijziging| text += &een(wijziging));
    }
    text
}

fn een(wijziging: &Wijziging) -> String {
    let mut text = format!("#wijziging([{}]", markup(&woorden::wat(wijziging)));
    let stukjes: String = woorden::gemerkt(wijziging).iter().map(stukje).collect();
    if !stukjes.is_empty() {
        text += &format!(", tekst: [{stukjes}]");
    }
    if let Some(voorbeeld) = woorden::voorbeeld(wijziging) {
        text += &format!(", bij: [{}]", markup(&voorbeeld));
    }
    text + ")\n"
}

fn stukje(deel: &Gemerkt<'_>) -> String {
    let alineas: Vec<String> = deel.tekst.split("\n\n").map(markup).collect();
    let tekst = alineas.join("#linebreak();");
    let merk = deel.merk.map_or_else(String::new, |_| "(gemerkt: true)".to_string());
    match deel.staat {
        Staat::Gelijk => tekst,
        Staat::Vervallen => format!("#vervallen{merk}[{tekst}];"),
        Staat::Toegevoegd => format!("#toegevoegd{merk}[{tekst}];"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_that_of_the_youngest_document() {
        let met = |pdfs: &[&str]| Verslag {
            stukken: vec![StukVerschil {
                jaar: 2021,
                id: "x".into(),
                uitvoer: "y".into(),
                onderwerp: "z".into(),
                pdfs: pdfs.iter().map(ToString::to_string).collect(),
                groepen: Vec::new(),
            }],
            ..Verslag::default()
        };
        let op = |jaar, maand, dag| NaiveDate::from_ymd_opt(jaar, maand, dag).expect("a day");
        assert_eq!(dag(&met(&["2021/a/2021-07-02_brief.pdf", "2022/a/2022-03_x.pdf"])), op(2022, 3, 1));
        assert_eq!(dag(&met(&["2021/a/2021_brief.pdf"])), op(2021, 1, 1));
        assert_eq!(dag(&met(&[])), op(2000, 1, 1));
    }
}
