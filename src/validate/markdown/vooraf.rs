//! What is found before Markdown looks: merge fields, note marks, bare addresses, superscript.
//!
//! Each find is covered by as many neutral bytes as it has itself, so that Markdown cannot touch it and every offset
//! stays true. Text is always taken from the original, never from the covered copy.

use std::ops::Range;

use super::adres;
use crate::diag::codes::{G305, G314, G341};
use crate::diag::{Note, Span};
use crate::model::tekst::Veld;
use crate::validate::veld::{self, Plaats};

/// What stands under a cover.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ding {
    /// A merge field.
    Veld(Veld),
    /// A mark for the note with this id.
    Noot(String),
    /// A bare address: where it leads and which part of it is read.
    Adres { url: String, zichtbaar: Range<usize> },
    /// Raised text, without its carets.
    Superscript(Range<usize>),
    /// Something faulty, which prints as typed.
    Letterlijk,
}

/// A find and its bytes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Vondst {
    pub bereik: Range<usize>,
    pub ding: Ding,
}

/// The covered copy, byte for byte as long as the original.
pub(super) struct Vooraf {
    pub tekst: String,
    pub vondsten: Vec<Vondst>,
    /// Where a letter stood that is a list marker (now a 1).
    pub letters: Vec<usize>,
}

impl Vooraf {
    /// The finds that begin in a range.
    pub fn in_bereik(&self, bereik: &Range<usize>) -> &[Vondst] {
        let van = self.vondsten.partition_point(|vondst| vondst.bereik.start < bereik.start);
        let tot = self.vondsten.partition_point(|vondst| vondst.bereik.start < bereik.end);
        &self.vondsten[van..tot.max(van)]
    }
}

/// Covers everything that Markdown must not see.
pub(super) fn bedek(bron: &str, plaats: Plaats, notes: &mut Vec<Note>) -> Vooraf {
    let mut zoeker =
        Zoeker { bron, bytes: bron.as_bytes(), kopie: bron.as_bytes().to_vec(), vondsten: Vec::new(), plaats, notes };
    zoeker.zoek();
    // Covers are whole characters over whole characters; should that ever fail, Markdown sees the original.
    let tekst = String::from_utf8(zoeker.kopie).unwrap_or_else(|_| bron.to_string());
    Vooraf { tekst, vondsten: zoeker.vondsten, letters: Vec::new() }
}

struct Zoeker<'a> {
    bron: &'a str,
    bytes: &'a [u8],
    kopie: Vec<u8>,
    vondsten: Vec<Vondst>,
    plaats: Plaats<'a>,
    notes: &'a mut Vec<Note>,
}

impl Zoeker<'_> {
    fn zoek(&mut self) {
        let mut nr = 0;
        while let Some(byte) = self.bytes.get(nr) {
            let rest = &self.bytes[nr..];
            nr = match byte {
                b'\\' if rest.starts_with(b"\\{{") => nr + 3,
                b'\\' => nr + 2,
                b'{' if rest.starts_with(b"{{") => self.veld(nr),
                b'[' if rest.starts_with(b"[^") => self.noot(nr),
                b']' if rest.starts_with(b"](") => self.linkdoel(nr + 2),
                b'<' => self.punthaak(nr),
                b'^' => self.superscript(nr),
                b'*' => self.ster(nr),
                b'@' => self.email(nr),
                b'h' | b'H' | b'w' | b'W' => self.webadres(nr),
                _ => nr + 1,
            };
        }
    }

    fn span(&self, bereik: Range<usize>) -> Span {
        (self.plaats)(bereik)
    }

    /// Records a find; its cover looks to Markdown like a word, or like punctuation.
    fn vondst(&mut self, bereik: Range<usize>, ding: Ding, als_woord: bool) -> usize {
        let (begin, vulling) = if als_woord { ("\u{e000}", b'x') } else { ("‡", b',') };
        let kopie = &mut self.kopie[bereik.clone()];
        kopie.fill(vulling);
        if let Some(eerste) = kopie.get_mut(..begin.len()) {
            eerste.copy_from_slice(begin.as_bytes());
        }
        let einde = bereik.end;
        self.vondsten.push(Vondst { bereik, ding });
        einde
    }

    fn veld(&mut self, nr: usize) -> usize {
        let gevonden = veld::veld_op(self.bron, nr, self.plaats, self.notes);
        let ding = gevonden.veld.map_or(Ding::Letterlijk, Ding::Veld);
        self.vondst(gevonden.bereik, ding, true)
    }

    /// `[^id]`, when it closes on the same line.
    fn noot(&mut self, nr: usize) -> usize {
        let rest = &self.bytes[nr + 2..];
        let Some(lengte) = rest.iter().position(|b| matches!(b, b']' | b'[' | b'\n')).filter(|n| rest[*n] == b']')
        else {
            return nr + 2;
        };
        let bereik = nr..nr + lengte + 3;
        let id = &self.bron[nr + 2..nr + 2 + lengte];
        if self.bytes.get(bereik.end) == Some(&b':') && self.op_regelbegin(nr) {
            let message = format!("de tekst van noot `{id}` staat tussen de alinea's");
            let note = Note::at(G314, self.span(nr..bereik.end + 1), message);
            self.notes.push(note.hint(format!("Zet haar onder `noten`, als `{id}: ...`")));
            return self.vondst(bereik, Ding::Letterlijk, false);
        }
        if !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_') {
            return self.vondst(bereik, Ding::Noot(id.to_string()), false);
        }
        let note = Note::at(G341, self.span(bereik.clone()), format!("`[^{id}]` verwijst niet naar een noot"));
        self.notes
            .push(note.hint("Zet de tekst van de noot onder `noten` en schrijf hier alleen het id, als in `[^bron]`"));
        self.vondst(bereik, Ding::Letterlijk, false)
    }

    fn op_regelbegin(&self, nr: usize) -> bool {
        let regel = self.bron[..nr].trim_end_matches([' ', '>']);
        regel.is_empty() || regel.ends_with('\n')
    }

    /// The target of a link or image stays as it is, only fields in it are found.
    fn linkdoel(&mut self, nr: usize) -> usize {
        let mut hier = nr + self.bytes[nr..].iter().take_while(|b| **b == b' ').count();
        let mut open = 0_usize;
        while let Some(byte) = self.bytes.get(hier) {
            match byte {
                b'{' if self.bytes[hier..].starts_with(b"{{") => {
                    hier = self.veld(hier);
                    continue;
                }
                b'\\' => hier += 1,
                b'(' => open += 1,
                b')' if open == 0 => return hier,
                b')' => open -= 1,
                byte if byte.is_ascii_whitespace() => return hier,
                _ => {}
            }
            hier += 1;
        }
        hier
    }

    /// `<https://...>` is an address, `<b>` is HTML and left for Markdown to find, `<naam>` is plain text.
    fn punthaak(&mut self, nr: usize) -> usize {
        let rest = &self.bron[nr + 1..];
        if let Some(lengte) =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>')).filter(|n| rest[*n..].starts_with('>'))
            && let Some(url) = adres::tussen_haken(&rest[..lengte])
        {
            let ding = Ding::Adres { url, zichtbaar: nr + 1..nr + 1 + lengte };
            return self.vondst(nr..nr + lengte + 2, ding, true);
        }
        if !is_html(rest) {
            self.kopie[nr] = b',';
        }
        nr + 1
    }

    /// Between digits an asterisk multiplies.
    fn ster(&mut self, nr: usize) -> usize {
        let cijfer = |nr: Option<usize>| nr.and_then(|nr| self.bytes.get(nr)).is_some_and(u8::is_ascii_digit);
        if cijfer(nr.checked_sub(1)) && cijfer(nr.checked_add(1)) {
            self.kopie[nr] = b',';
        }
        nr + 1
    }

    fn superscript(&mut self, nr: usize) -> usize {
        let binnen = &self.bron[nr + 1..];
        let lengte = binnen.find(|c: char| !(c.is_alphanumeric() || ",.+-–−=()/".contains(c))).unwrap_or(0);
        if lengte == 0 || !binnen[lengte..].starts_with('^') {
            return nr + 1;
        }
        self.vondst(nr..nr + lengte + 2, Ding::Superscript(nr + 1..nr + 1 + lengte), true)
    }

    fn email(&mut self, nr: usize) -> usize {
        let grens = self.vondsten.last().map_or(0, |vondst| vondst.bereik.end);
        let Some(bereik) = adres::email_om(self.bron, nr, grens) else { return nr + 1 };
        let ding = Ding::Adres { url: format!("mailto:{}", &self.bron[bereik.clone()]), zichtbaar: bereik.clone() };
        self.vondst(bereik, ding, true)
    }

    fn webadres(&mut self, nr: usize) -> usize {
        let woordgrens = self.bron[..nr].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        let Some(kaal) = adres::web_op(&self.bron[nr..]).filter(|_| woordgrens) else { return nr + 1 };
        let einde = nr + kaal.ruw;
        let loopt_door = kaal.lengte == kaal.ruw || kaal.url.is_none();
        if loopt_door && self.bytes[einde..].starts_with(b"{{") {
            let note = Note::at(G305, self.span(einde..einde + 2), "een samenvoegveld kan niet in een adres staan");
            self.notes.push(note.hint("Schrijf het adres voluit, of vraag om een waarde als `gemeente.website`"));
        }
        let Some(url) = kaal.url else { return einde.max(nr + 1) };
        let bereik = nr..nr + kaal.lengte;
        self.vondst(bereik.clone(), Ding::Adres { url, zichtbaar: bereik }, true)
    }
}

/// Names of HTML elements; whatever else stands between angle brackets is plain text.
const HTML: &str = " a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption \
    center cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure \
    font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend \
    li link main map mark marquee math menu meta meter nav noframes noscript object ol optgroup option output p param \
    picture pre progress q rp rt ruby s samp script search section select slot small source span strike strong style sub \
    summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr ";

/// Whether this, after `<`, begins an HTML tag, comment or instruction.
fn is_html(rest: &str) -> bool {
    if rest.starts_with('!') || rest.starts_with('?') {
        return rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '-' || c == '[');
    }
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let lengte = rest.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
    let naam = rest[..lengte].to_ascii_lowercase();
    let vervolg = rest[lengte..].chars().next();
    lengte > 0
        && vervolg.is_none_or(|c| c.is_whitespace() || c == '>' || c == '/')
        && HTML.contains(&format!(" {naam} "))
}
