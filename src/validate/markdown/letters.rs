//! Lettered lists, which Markdown does not know.
//!
//! Lines that begin `a.`, `b.`, `c.` in order, at least two at one depth, become `1.` for Markdown: as wide, so that
//! no offset moves. One letter alone stays text, so that a sentence that happens to begin so is not harmed.

/// Rewrites the letters that mark list items and returns their places.
pub(super) fn als_nummers(tekst: &mut String) -> Vec<usize> {
    let mut zoeker = Zoeker::default();
    let mut begin = 0;
    for regel in tekst.split_inclusive('\n') {
        zoeker.regel(regel.as_bytes(), begin);
        begin += regel.len();
    }
    let mut plaatsen = zoeker.klaar();
    plaatsen.sort_unstable();
    for plaats in &plaatsen {
        tekst.replace_range(*plaats..=*plaats, "1");
    }
    plaatsen
}

/// Letters in order at one depth.
struct Reeks {
    kolom: usize,
    volgende: u8,
    plaatsen: Vec<usize>,
}

#[derive(Default)]
struct Zoeker {
    /// Open sequences, the deepest last.
    open: Vec<Reeks>,
    gevonden: Vec<usize>,
    na_witregel: bool,
}

/// A marker at the start of a line.
enum Merkteken {
    /// A bullet, number or quote sign of this many bytes.
    Ander(usize),
    Letter(u8),
}

/// Containers on one line beyond which nobody means a list.
const MEESTE: usize = 16;

impl Zoeker {
    fn regel(&mut self, regel: &[u8], begin: usize) {
        // Quote signs stand at the left of everything and say nothing about depth.
        let mut nr = regel.iter().take_while(|b| b.is_ascii_whitespace() || **b == b'>').count();
        if nr == regel.len() {
            self.na_witregel = true;
            return;
        }
        if self.na_witregel || merkteken(&regel[nr..]).is_some() {
            self.sluit_dieper_dan(nr);
        }
        self.na_witregel = false;
        for _ in 0..MEESTE {
            match merkteken(&regel[nr..]) {
                Some(Merkteken::Letter(letter)) => {
                    self.letter(letter, nr, begin + nr);
                    nr += 2;
                }
                Some(Merkteken::Ander(breedte)) => nr += breedte,
                None => return,
            }
            nr += spaties(&regel[nr..]);
        }
    }

    fn letter(&mut self, letter: u8, kolom: usize, plaats: usize) {
        // A sibling is indented less than the words of the item before it.
        if let Some(reeks) = self.open.last_mut().filter(|reeks| (reeks.kolom..reeks.kolom + 3).contains(&kolom)) {
            if reeks.volgende == letter {
                reeks.volgende += 1;
                reeks.plaatsen.push(plaats);
                return;
            }
            self.sluit();
        }
        self.open.push(Reeks { kolom, volgende: letter + 1, plaatsen: vec![plaats] });
    }

    fn sluit_dieper_dan(&mut self, kolom: usize) {
        while self.open.last().is_some_and(|reeks| reeks.kolom > kolom) {
            self.sluit();
        }
    }

    fn sluit(&mut self) {
        if let Some(reeks) = self.open.pop().filter(|reeks| reeks.plaatsen.len() > 1) {
            self.gevonden.extend(reeks.plaatsen);
        }
    }

    fn klaar(mut self) -> Vec<usize> {
        while !self.open.is_empty() {
            self.sluit();
        }
        self.gevonden
    }
}

fn spaties(regel: &[u8]) -> usize {
    regel.iter().take_while(|b| b.is_ascii_whitespace()).count()
}

fn merkteken(rest: &[u8]) -> Option<Merkteken> {
    let cijfers = rest.iter().take(9).take_while(|b| b.is_ascii_digit()).count();
    match rest {
        [b'>', ..] | [b'-' | b'*' | b'+', b' ', ..] => Some(Merkteken::Ander(1)),
        [letter @ b'a'..=b'z', b'.', b' ', na @ ..] if spaties(na) < na.len() => Some(Merkteken::Letter(*letter)),
        _ if cijfers > 0 && matches!(rest[cijfers..], [b'.' | b')', b' ', ..]) => Some(Merkteken::Ander(cijfers + 1)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn herschreven(tekst: &str) -> String {
        let mut tekst = tekst.to_string();
        als_nummers(&mut tekst);
        tekst
    }

    #[test]
    fn letters_in_order_become_numbers() {
        let tabel = [
            ("a. x\nb. y\nc. z", "1. x\n1. y\n1. z"),
            ("c. x\nd. y", "1. x\n1. y"),
            ("Intro:\na. x\nb. y", "Intro:\n1. x\n1. y"),
            ("1. x\n   a. y\n   b. z\n2. q", "1. x\n   1. y\n   1. z\n2. q"),
            ("1. a. y\n   b. z", "1. 1. y\n   1. z"),
            ("a. x\n   a. y\n   b. z\nb. q", "1. x\n   1. y\n   1. z\n1. q"),
            ("> a. x\n> b. y", "> 1. x\n> 1. y"),
            ("a. lange\nregel\nb. y", "1. lange\nregel\n1. y"),
            ("a. x\n\nTussendoor.\n\nb. y", "1. x\n\nTussendoor.\n\n1. y"),
        ];
        for (bron, verwacht) in tabel {
            assert_eq!(herschreven(bron), verwacht);
        }
    }

    #[test]
    fn a_lone_letter_or_one_out_of_order_stays_text() {
        for bron in ["a. x", "a. x\nc. y", "- a. x\n- b. y", "a.\nb.", "o.a. x", "A. x\nB. y", "1. a. x\n2. b. y"] {
            assert_eq!(herschreven(bron), bron);
        }
    }
}
