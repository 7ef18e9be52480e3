//! Tables: the grid is filled exactly once, whatever cells span.

use super::blokken::Omgeving;
use crate::diag::Note;
use crate::diag::codes::{G252, G253};
use crate::load::node::Node;
use crate::load::yaml::Kind;
use crate::model::tekst::{Blok, BlokSoort, Cel, Doelgroep, Inline, Kolom, Regel, Tabel, Uitlijning};

/// A table with spanning cells.
pub fn tabel(omgeving: &Omgeving<'_>, node: &Node<'_>) -> Option<Tabel> {
    let kolommen: Vec<Kolom> = node.list("kolommen").iter().map(kolom).collect();
    let koprijen = node.integer("koprijen", 1..=5).and_then(|n| usize::try_from(n).ok()).unwrap_or(1);
    let kopkolom = node.bool("kopkolom").unwrap_or(false);
    let totaalrij = node.bool("totaalrij").unwrap_or(false);
    let bijschrift = omgeving.regel_veld(node, "bijschrift");
    let samenvatting = node.child("samenvatting").and_then(|s| s.as_long_text()).map(|t| t.text);
    let rijnodes = node.required("rijen").map(|rijen| rijen.as_list()).unwrap_or_default();
    let rijen: Vec<Vec<Cel>> =
        rijnodes.iter().map(|rij| rij.as_list().iter().map(|cel| lees_cel(omgeving, cel)).collect()).collect();
    if rijen.len() <= koprijen {
        node.push(
            Note::at(G253, node.span(), "de tabel heeft geen rij onder de koprij")
                .hint("De eerste rij is de kop; zet daaronder de gegevens"),
        );
        return None;
    }
    let breedte = match kolommen.len() {
        0 => rijen[0].iter().map(|cel| cel.colspan).sum(),
        n => n,
    };
    let heel = raster(&rijen, &rijnodes, breedte, koprijen, node);
    let kolommen = if kolommen.is_empty() {
        vec![Kolom { breedte: None, uitlijning: Uitlijning::Links }; breedte]
    } else {
        kolommen
    };
    heel.then_some(Tabel { kolommen, koprijen, kopkolom, totaalrij, bijschrift, samenvatting, rijen })
}

fn kolom(node: &Node<'_>) -> Kolom {
    let breedte = node.integer("breedte", 1..=100).and_then(|n| u32::try_from(n).ok());
    let keuzes = [("links", Uitlijning::Links), ("rechts", Uitlijning::Rechts), ("midden", Uitlijning::Midden)];
    let uitlijning = node.choice("uitlijning", &keuzes).unwrap_or_default();
    node.finish();
    Kolom { breedte, uitlijning }
}

fn lees_cel(omgeving: &Omgeving<'_>, node: &Node<'_>) -> Cel {
    let mut cel = leeg(node);
    match &node.value().kind {
        Kind::Leeg => {}
        Kind::Map(_) if !node.has("blok") => {
            let maat = |key: &str| node.integer(key, 1..=99).and_then(|n| usize::try_from(n).ok()).unwrap_or(1);
            (cel.colspan, cel.rowspan) = (maat("colspan"), maat("rowspan"));
            let vlag = |key: &str| node.bool(key).unwrap_or(false);
            (cel.kop, cel.vet, cel.cursief) = (vlag("kop"), vlag("vet"), vlag("cursief"));
            let bewust_leeg = vlag("leeg");
            for key in ["tekst", "blokken"] {
                cel.inhoud.extend(node.child(key).map(|tekst| omgeving.tekst(&tekst).blokken).unwrap_or_default());
            }
            node.finish();
            if cel.inhoud.is_empty() && !bewust_leeg {
                node.push(
                    Note::at(G252, node.span(), "deze cel heeft geen `tekst`")
                        .hint("Schrijf `leeg: ja` als de cel leeg hoort te zijn"),
                );
            }
        }
        _ => cel.inhoud = omgeving.tekst(node).blokken,
    }
    cel
}

fn leeg(node: &Node<'_>) -> Cel {
    Cel { inhoud: Vec::new(), colspan: 1, rowspan: 1, kop: false, vet: false, cursief: false, span: node.span() }
}

/// Lays the cells in the grid and notes every row that is too long, too short, or pushed out of the table.
fn raster(rijen: &[Vec<Cel>], nodes: &[Node<'_>], breedte: usize, koprijen: usize, node: &Node<'_>) -> bool {
    // How many more rows each column is still covered from above.
    let mut bedekt = vec![0usize; breedte];
    // The cell that covers each column from above.
    let mut van_boven: Vec<Option<&Cel>> = vec![None; breedte];
    let mut goed = true;
    for (nr, (rij, plaats)) in rijen.iter().zip(nodes).enumerate() {
        let vrij = bedekt.iter().filter(|over| **over == 0).count();
        let gevuld: usize = rij.iter().map(|cel| cel.colspan).sum();
        if gevuld != vrij {
            let message = format!("rij {} heeft {gevuld} cellen, maar hier passen er {vrij}", nr + 1);
            let note = Note::at(G252, plaats.span(), message);
            let boven = van_boven.iter().zip(&bedekt).find_map(|(cel, over)| cel.filter(|_| *over > 0));
            let note = match (boven, nodes.first().filter(|_| nr > 0)) {
                (Some(cel), _) => note.also(cel.span.clone(), "deze cel komt van boven"),
                (None, Some(kop)) => note.also(kop.span(), format!("de koprij, voor {breedte} kolommen")),
                (None, None) => note,
            };
            node.push(note.hint("Tel `colspan` mee, en cellen die met `rowspan` van boven komen"));
            goed = false;
        }
        let mut kolom = 0;
        let mut nieuw: Vec<usize> = bedekt.iter().map(|over| over.saturating_sub(1)).collect();
        for cel in rij {
            while bedekt.get(kolom).is_some_and(|over| *over > 0) {
                kolom += 1;
            }
            let einde = (kolom + cel.colspan).min(breedte);
            if kolom < einde && bedekt[kolom..einde].iter().any(|over| *over > 0) {
                let note = Note::at(G252, cel.span.clone(), "deze cel loopt over een cel heen die van boven komt");
                let geraakt = (kolom..einde).find(|kolom| bedekt[*kolom] > 0).and_then(|kolom| van_boven[kolom]);
                node.push(geraakt.into_iter().fold(note, |note, ander| note.also(ander.span.clone(), "deze cel")));
                goed = false;
            }
            let grens = if nr < koprijen { koprijen } else { rijen.len() };
            if nr + cel.rowspan > grens {
                node.push(Note::at(G252, cel.span.clone(), "deze cel loopt met `rowspan` voorbij de laatste rij"));
                goed = false;
            }
            nieuw[kolom.min(breedte)..einde].fill(cel.rowspan - 1);
            van_boven[kolom.min(breedte)..einde].fill(Some(cel));
            kolom = einde;
        }
        bedekt = nieuw;
    }
    goed
}

/// The table "topic x gemeente": joint topics name their gemeenten in one row, separate ones share a topic cell.
pub fn themas(omgeving: &Omgeving<'_>, node: &Node<'_>) -> Option<Tabel> {
    let koppen = [("kop_onderwerp", "Onderwerp"), ("kop_gemeente", "Gemeente")];
    let kop = koppen.map(|(key, woord)| {
        let regel =
            omgeving.regel_veld(node, key).unwrap_or_else(|| vec![Inline::Tekst(woord.to_string(), node.span())]);
        Cel { inhoud: vec![alinea(regel, node)], ..leeg(node) }
    });
    let mut rijen = vec![kop.to_vec()];
    for rij in node.required("rijen").map(|rijen| rijen.as_list()).unwrap_or_default() {
        let onderwerp = omgeving.verplichte_regel(&rij, "onderwerp");
        let gemeenten: Vec<String> = rij.list("gemeenten").iter().filter_map(|g| omgeving.gemeente(g)).collect();
        let los = rij.choice("vorm", &[("los", true), ("gezamenlijk", false)]).unwrap_or(true);
        rij.finish();
        let Some(onderwerp) = onderwerp else { continue };
        if gemeenten.is_empty() {
            rij.push(
                Note::at(G253, rij.span(), "bij dit onderwerp staat geen gemeente")
                    .hint("Noem de gemeenten bij `gemeenten: [...]`"),
            );
            continue;
        }
        let namen: Vec<String> = gemeenten.iter().map(|slug| omgeving.gemeenten[slug].gegevens.naam.clone()).collect();
        let vakken = if los { namen } else { vec![crate::nl::opsomming::en(&namen)] };
        for (nr, vak) in vakken.iter().enumerate() {
            let vak = Cel { inhoud: vec![alinea(vec![Inline::Tekst(vak.clone(), rij.span())], &rij)], ..leeg(&rij) };
            let titel =
                Cel { inhoud: vec![alinea(onderwerp.clone(), &rij)], rowspan: vakken.len(), kop: true, ..leeg(&rij) };
            rijen.push(if nr == 0 { vec![titel, vak] } else { vec![vak] });
        }
    }
    let kolom = |deel| Kolom { breedte: Some(deel), uitlijning: Uitlijning::Links };
    Some(Tabel {
        kolommen: vec![kolom(3), kolom(2)],
        koprijen: 1,
        kopkolom: true,
        totaalrij: false,
        bijschrift: omgeving.regel_veld(node, "bijschrift"),
        samenvatting: node.text("samenvatting").map(|t| t.text),
        rijen,
    })
}

fn alinea(regel: Regel, node: &Node<'_>) -> Blok {
    Blok {
        soort: BlokSoort::Alinea(regel),
        span: node.span(),
        id: None,
        voor: Doelgroep::default(),
        bijeenhouden: false,
    }
}
