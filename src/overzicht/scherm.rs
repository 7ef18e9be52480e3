//! The matrix on screen: a block per document, a line per gemeente, only the columns that vary.

use super::{Indeling, KOLOMMEN, Matrix, Rij, StukRijen, gesplitst, indeling};

/// Between two columns.
const TUSSEN: usize = 2;
/// Before every line of a block.
const INSPRINGEN: usize = 2;
/// A word longer than this may be cut.
const LANGSTE_WOORD: usize = 20;
/// No screen is narrower than this.
const SMALST: usize = 24;
/// In a cell of something that the document does not have.
const NIETS: &str = "-";

/// The matrix as text that is at most `breedte` columns wide; without a width (a file, a pipe) nothing is broken off.
pub fn scherm(matrix: &Matrix, breedte: Option<usize>) -> String {
    let breedte = breedte.unwrap_or(usize::MAX).max(SMALST);
    let mut blokken: Vec<String> = matrix.stukken.iter().map(|stuk| blok(stuk, breedte)).collect();
    if !matrix.niet_gepland.is_empty() {
        let mut tekst = "Niet in dit overzicht, want er zit een fout in:\n".to_string();
        matrix.niet_gepland.iter().for_each(|map| tekst += &format!("  {map}\n"));
        blokken.push(tekst);
    }
    if blokken.is_empty() {
        return "Er zijn geen stukken.\n".to_string();
    }
    blokken.join("\n")
}

fn blok(stuk: &StukRijen, breedte: usize) -> String {
    let mut tekst = String::new();
    let kop = format!("{} {}: {}", stuk.jaar, stuk.soort, stuk.onderwerp);
    regels(&mut tekst, 0, &breek(&kop, breedte));
    regels(&mut tekst, INSPRINGEN, &breek(&stuk.map, breedte - INSPRINGEN));
    let indeling = indeling(stuk);
    let voor = format!("voor {}", indeling.voor);
    let waarden = indeling.gelijk.iter().map(|(naam, waarde)| format!("{naam}: {waarde}"));
    let samen: Vec<String> = waarden.chain(ontbreekt(&indeling.ontbreekt)).collect();
    naast(&mut tekst, &voor, &samen, breedte);
    if !indeling.wisselend.is_empty() {
        tekst += &tabel(stuk, &indeling, breedte);
    }
    tekst
}

fn ontbreekt(namen: &[&str]) -> Option<String> {
    (!namen.is_empty()).then(|| format!("ontbreekt: {}", namen.join(", ")))
}

/// A line per gemeente, or a list when the columns do not fit.
fn tabel(stuk: &StukRijen, indeling: &Indeling<'_>, breedte: usize) -> String {
    let mut rijen = vec![vec!["gemeente".to_string()]];
    rijen[0].extend(indeling.wisselend.iter().map(|at| KOLOMMEN[*at].to_string()));
    for rij in &stuk.rijen {
        let cellen = indeling.wisselend.iter().map(|at| rij.cellen[*at].tekst());
        let gevuld = cellen.map(|tekst| if tekst.is_empty() { NIETS.to_string() } else { tekst });
        rijen.push(std::iter::once(rij.wie.clone()).chain(gevuld).collect());
    }
    let Some(breedtes) = passend(&rijen, breedte) else { return lijst(stuk, &indeling.wisselend, breedte) };
    rijen.insert(1, breedtes.iter().map(|breedte| "-".repeat(*breedte)).collect());
    let mut tekst = String::new();
    for rij in rijen {
        let cellen: Vec<Vec<String>> = rij.iter().zip(&breedtes).map(|(cel, breedte)| breek(cel, *breedte)).collect();
        for nr in 0..cellen.iter().map(Vec::len).max().unwrap_or_default() {
            let deel = |cel: &Vec<String>| cel.get(nr).cloned().unwrap_or_default();
            let regel: Vec<String> = cellen.iter().zip(&breedtes).map(|(cel, b)| vul(&deel(cel), *b)).collect();
            regels(&mut tekst, INSPRINGEN, &[regel.join(&" ".repeat(TUSSEN))]);
        }
    }
    tekst
}

/// The widths of the columns: takes from the widest until all fit. `None` when words would have to be cut for it.
fn passend(rijen: &[Vec<String>], breedte: usize) -> Option<Vec<usize>> {
    let kolom = |at: usize, meet: &dyn Fn(&str) -> usize| rijen.iter().map(|rij| meet(&rij[at])).max().unwrap_or(0);
    let woord = |tekst: &str| tekst.split(' ').map(lengte).max().unwrap_or(0).min(LANGSTE_WOORD);
    let kolommen = 0..rijen[0].len();
    let mut breedtes: Vec<(usize, usize)> = kolommen.map(|at| (kolom(at, &lengte), kolom(at, &woord))).collect();
    let ruimte = breedte.saturating_sub(INSPRINGEN + TUSSEN * (breedtes.len() - 1));
    while breedtes.iter().map(|(nu, _)| nu).sum::<usize>() > ruimte {
        breedtes.iter_mut().filter(|(nu, minst)| nu > minst).max()?.0 -= 1;
    }
    Some(breedtes.into_iter().map(|(nu, _)| nu).collect())
}

/// What varies, without columns; gemeenten of which all is equal are named together.
fn lijst(stuk: &StukRijen, kolommen: &[usize], breedte: usize) -> String {
    let mut groepen: Vec<(&Rij, Vec<&str>)> = Vec::new();
    for rij in &stuk.rijen {
        match groepen.iter_mut().find(|(eerste, _)| eerste.cellen == rij.cellen) {
            Some((_, namen)) => namen.push(&rij.wie),
            None => groepen.push((rij, vec![&rij.wie])),
        }
    }
    let mut tekst = String::new();
    for (rij, namen) in groepen {
        regels(&mut tekst, INSPRINGEN, &breek(&namen.join(", "), breedte - INSPRINGEN));
        let (waarden, open) = gesplitst(rij, kolommen);
        let waarden = waarden.iter().map(|(naam, waarde)| format!("{naam}: {waarde}"));
        for regel in waarden.chain(ontbreekt(&open)) {
            regels(&mut tekst, 2 * INSPRINGEN, &breek(&regel, breedte - 2 * INSPRINGEN));
        }
    }
    tekst
}

/// Lines beside what stands before the first of them; below it when there is no room beside it.
fn naast(tekst: &mut String, voor: &str, onder: &[String], breedte: usize) {
    let mut rand = INSPRINGEN + lengte(voor) + TUSSEN;
    let past = rand + LANGSTE_WOORD <= breedte;
    if !past {
        rand = 2 * INSPRINGEN;
        regels(tekst, INSPRINGEN, &breek(voor, breedte - INSPRINGEN));
    }
    let alle = onder.iter().flat_map(|regel| breek(regel, breedte - rand));
    for (nr, regel) in alle.enumerate() {
        let begin = if past && nr == 0 { voor } else { "" };
        regels(tekst, INSPRINGEN, &[vul(begin, rand - INSPRINGEN) + &regel]);
    }
}

fn regels(tekst: &mut String, voor: usize, regels: &[String]) {
    for regel in regels {
        *tekst += format!("{}{regel}", " ".repeat(voor)).trim_end();
        tekst.push('\n');
    }
}

fn lengte(tekst: &str) -> usize {
    tekst.chars().count()
}

fn vul(tekst: &str, breedte: usize) -> String {
    format!("{tekst}{}", " ".repeat(breedte.saturating_sub(lengte(tekst))))
}

/// The words of a text over lines; a word that is longer than a line is cut. Nothing in it can do anything to a terminal.
fn breek(tekst: &str, breedte: usize) -> Vec<String> {
    let veilig = tekst.replace(|c: char| c.is_control() && c != '\n', "·");
    let mut regels = vec![String::new()];
    for woord in veilig.split([' ', '\n']).filter(|woord| !woord.is_empty()) {
        let vol = regels.last().map_or(0, |regel| lengte(regel));
        if vol > 0 && vol + 1 + lengte(woord) > breedte {
            regels.push(String::new());
        }
        let letters: Vec<char> = woord.chars().collect();
        for (nr, stuk) in letters.chunks(breedte).enumerate() {
            if nr > 0 {
                regels.push(String::new());
            }
            if let Some(regel) = regels.last_mut() {
                if !regel.is_empty() {
                    regel.push(' ');
                }
                regel.extend(stuk);
            }
        }
    }
    regels
}

#[cfg(test)]
mod tests {
    use super::super::{Cel, Deel, Rij};
    use super::*;

    fn matrix() -> Matrix {
        let rij = |wie: &str, zaaknummer: Cel| {
            let mut cellen: [Cel; KOLOMMEN.len()] = Default::default();
            cellen[0] = Cel::waarde("K-1");
            cellen[1] = zaaknummer;
            cellen[6] = Cel(vec![Deel::Waarde(format!("mw. A. van den Berg-'t Hart van {wie} (secretaris)"))]);
            Rij { wie: wie.to_string(), cellen }
        };
        let stuk = StukRijen {
            jaar: 2022,
            id: "brief".to_string(),
            map: "content/2022/brief".to_string(),
            soort: "Brief".to_string(),
            onderwerp: "Een onderwerp dat over het scherm heen loopt als het smal is".to_string(),
            rijen: vec![rij("IJsselmond", Cel::waarde("12\u{1b}[31m")), rij("Oostdam", Cel::ontbreekt("zaaknummer"))],
        };
        Matrix { regio: "Regio".to_string(), stukken: vec![stuk], niet_gepland: Vec::new() }
    }

    #[test]
    fn no_line_is_wider_than_the_screen_and_no_word_is_lost() {
        for breedte in [24, 30, 40, 50, 60, 80, 120] {
            let tekst = scherm(&matrix(), Some(breedte));
            assert!(tekst.lines().all(|regel| lengte(regel) <= breedte), "{breedte}:\n{tekst}");
            for woord in ["smal", "Berg-'t", "ontbreekt:", "Oostdam", "(secretaris)", "12·[31m", "K-1"] {
                assert!(tekst.contains(woord), "{breedte}: {woord}\n{tekst}");
            }
        }
    }

    #[test]
    fn a_narrow_screen_gets_a_list() {
        let tekst = scherm(&matrix(), Some(32));
        assert!(tekst.contains("\n  Oostdam\n    ondertekening: mw. A. van\n"), "{tekst}");
        assert!(tekst.contains("\n    ontbreekt: zaaknummer\n"), "{tekst}");
    }

    #[test]
    fn content_can_do_nothing_to_the_terminal() {
        assert!(!scherm(&matrix(), None).contains('\u{1b}'));
    }
}
