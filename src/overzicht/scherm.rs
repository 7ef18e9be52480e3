//! The matrix on screen: a block per document, a line per gemeente, only the columns that vary.

use super::{Indeling, KOLOMMEN, Matrix, StukRijen, indeling};

/// Between two columns.
const TUSSEN: usize = 2;
/// Before every line of a block.
const INSPRINGEN: usize = 2;
/// No column gets narrower than this; what then still does not fit is shown as a list.
const SMALST: usize = 12;
/// In a cell of something that the document does not have.
const NIETS: &str = "-";

/// The matrix as text that is at most `breedte` columns wide; without a width (a file, a pipe) nothing is broken off.
pub fn scherm(matrix: &Matrix, breedte: Option<usize>) -> String {
    let breedte = breedte.unwrap_or(usize::MAX).max(2 * SMALST);
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
    let rand = INSPRINGEN + lengte(&voor) + TUSSEN;
    for (nr, (naam, cel)) in indeling.gelijk.iter().enumerate() {
        let waarde = breek(&format!("{naam}: {}", cel.tekst()), breedte.saturating_sub(rand).max(SMALST));
        let begin = if nr == 0 { voor.as_str() } else { "" };
        naast(&mut tekst, &[(begin.to_string(), rand - INSPRINGEN - TUSSEN)], &waarde);
    }
    if !indeling.wisselend.is_empty() {
        tekst += &tabel(stuk, &indeling, breedte);
    }
    tekst
}

/// A line per gemeente, or a list per gemeente when the columns do not fit.
fn tabel(stuk: &StukRijen, indeling: &Indeling<'_>, breedte: usize) -> String {
    let mut rijen = vec![vec!["gemeente".to_string()]];
    rijen[0].extend(indeling.wisselend.iter().map(|at| KOLOMMEN[*at].to_string()));
    for rij in &stuk.rijen {
        let cellen = indeling.wisselend.iter().map(|at| rij.cellen[*at].tekst());
        let gevuld = cellen.map(|tekst| if tekst.is_empty() { NIETS.to_string() } else { tekst });
        rijen.push(std::iter::once(rij.wie.clone()).chain(gevuld).collect());
    }
    let mut breedtes: Vec<usize> =
        (0..rijen[0].len()).map(|at| rijen.iter().map(|rij| lengte(&rij[at])).max().unwrap_or_default()).collect();
    if !passend(&mut breedtes, breedte) {
        return lijst(&rijen, breedte);
    }
    let streep = breedtes.iter().map(|breedte| "-".repeat(*breedte)).collect();
    rijen.insert(1, streep);
    let mut tekst = String::new();
    for rij in rijen {
        let cellen: Vec<Vec<String>> = rij.iter().zip(&breedtes).map(|(cel, breedte)| breek(cel, *breedte)).collect();
        let hoog = cellen.iter().map(Vec::len).max().unwrap_or_default();
        for nr in 0..hoog {
            let regel: Vec<String> = cellen
                .iter()
                .zip(&breedtes)
                .map(|(cel, breedte)| vul(cel.get(nr).map_or("", String::as_str), *breedte))
                .collect();
            regels(&mut tekst, INSPRINGEN, &[regel.join(&" ".repeat(TUSSEN))]);
        }
    }
    tekst
}

/// Takes from the widest column until all fit; `false` when that is not to be had.
fn passend(breedtes: &mut [usize], breedte: usize) -> bool {
    let ruimte = breedte.saturating_sub(INSPRINGEN + TUSSEN * (breedtes.len() - 1));
    let mut nodig: usize = breedtes.iter().sum();
    while nodig > ruimte {
        match breedtes.iter_mut().max() {
            Some(breedste) if *breedste > SMALST => *breedste -= 1,
            _ => return false,
        }
        nodig -= 1;
    }
    true
}

fn lijst(rijen: &[Vec<String>], breedte: usize) -> String {
    let mut tekst = String::new();
    for rij in &rijen[1..] {
        regels(&mut tekst, INSPRINGEN, &breek(&rij[0], breedte - INSPRINGEN));
        for (naam, cel) in rijen[0].iter().zip(rij).skip(1).filter(|(_, cel)| *cel != NIETS) {
            regels(&mut tekst, 2 * INSPRINGEN, &breek(&format!("{naam}: {cel}"), breedte - 2 * INSPRINGEN));
        }
    }
    tekst
}

/// Lines beside what stands before the first of them.
fn naast(tekst: &mut String, voor: &[(String, usize)], waarde: &[String]) {
    for (nr, regel) in waarde.iter().enumerate() {
        let begin: String = voor
            .iter()
            .map(|(begin, breedte)| vul(if nr == 0 { begin } else { "" }, *breedte) + &" ".repeat(TUSSEN))
            .collect();
        regels(tekst, INSPRINGEN, &[begin + regel]);
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
        let plat = |tekst: &str| tekst.split_whitespace().filter(|w| !w.starts_with("--")).map(str::to_owned).collect();
        let heel: std::collections::BTreeSet<String> = plat(&scherm(&matrix(), None));
        for breedte in [30, 40, 50, 60, 80, 120] {
            let tekst = scherm(&matrix(), Some(breedte));
            assert!(tekst.lines().all(|regel| lengte(regel) <= breedte), "{breedte}:\n{tekst}");
            let woorden: std::collections::BTreeSet<String> = plat(&tekst);
            let kwijt: Vec<&String> = heel.iter().filter(|w| !tekst.contains(w.as_str())).collect();
            assert!(kwijt.is_empty() || breedte < 60, "{breedte}: {kwijt:?} {woorden:?}\n{tekst}");
        }
    }

    #[test]
    fn a_narrow_screen_gets_a_list_per_gemeente() {
        let tekst = scherm(&matrix(), Some(30));
        assert!(tekst.contains("\n  Oostdam\n    zaaknummer: ontbreekt:\n"), "{tekst}");
    }

    #[test]
    fn content_can_do_nothing_to_the_terminal() {
        assert!(scherm(&matrix(), None).contains("12·[31m"));
    }
}
