//! Merge fields in author text: `{{ gemeente.naam }}`, `{{ euro(lokaal.bijdrage) }}`.
//!
//! A closed little language of paths and functions. It has no quotes and no pipes, so that Markdown tables and
//! quotations stay whole. `\{{` is plain text, and so are `{%` and `{#`. Whether a path leads anywhere is seen when
//! the field is filled.

#[cfg(test)]
mod tests;

use std::ops::Range;

use chrono::NaiveDate;

use crate::diag::codes::{G301, G302, G303, G304};
use crate::diag::{Note, Span, kies};
use crate::model::datum::Datum;
use crate::model::tekst::{Uitdrukking, Veld};

/// A function that merge fields may call.
#[derive(Debug, PartialEq, Eq)]
pub struct Functie {
    /// Its name.
    pub naam: &'static str,
    /// Whether it takes several arguments instead of one.
    pub meer: bool,
    /// Whether its arguments are ids of this document (`bijlage(regiovisie)`) instead of values.
    pub van_id: bool,
    /// How it is used.
    pub voorbeeld: &'static str,
}

const fn van_waarde(naam: &'static str, voorbeeld: &'static str) -> Functie {
    Functie { naam, meer: false, van_id: false, voorbeeld }
}

const fn van_id(naam: &'static str, meer: bool, voorbeeld: &'static str) -> Functie {
    Functie { naam, meer, van_id: true, voorbeeld }
}

/// All functions.
pub const FUNCTIES: &[Functie] = &[
    van_waarde("euro", "euro(lokaal.bijdrage)"),
    van_waarde("datum", "datum(vergadering.raad)"),
    van_waarde("datum_kort", "datum_kort(vergadering.raad)"),
    van_waarde("getal", "getal(lokaal.inwoners)"),
    van_waarde("telwoord", "telwoord(aantal(gemeenten))"),
    van_id("bijlage", false, "bijlage(regiovisie)"),
    van_id("bijlagen", true, "bijlagen(regiovisie, begroting)"),
    van_id("beslispunt", false, "beslispunt(vaststellen)"),
    van_id("argument", false, "argument(richting)"),
    van_waarde("aantal", "aantal(gemeenten)"),
    van_waarde("opsomming", "opsomming(gemeenten)"),
    van_waarde("gemeenten_op", "aantal(gemeenten_op(2023-01-01))"),
    van_waarde("hoofdletter", "hoofdletter(afzender.naam)"),
];

/// How deep functions may lie in each other.
const DIEPST: usize = 4;

/// Leads a byte range of the text back to its file.
pub type Plaats<'a> = &'a dyn Fn(Range<usize>) -> Span;

/// A field found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Vondst {
    /// The bytes from `{{` to `}}`, or of what is wrong.
    pub bereik: Range<usize>,
    /// The field; `None` when it is faulty, which is noted.
    pub veld: Option<Veld>,
}

/// All merge fields of a text, in order; every fault is noted.
pub fn velden(bron: &str, plaats: Plaats, notes: &mut Vec<Note>) -> Vec<Vondst> {
    let mut vondsten = Vec::new();
    let mut vanaf = 0;
    while let Some(begin) = bron[vanaf..].find("{{").map(|nr| vanaf + nr) {
        if is_ontsnapt(bron, begin) {
            vanaf = begin + 2;
            continue;
        }
        let vondst = veld_op(bron, begin, plaats, notes);
        vanaf = vondst.bereik.end;
        vondsten.push(vondst);
    }
    vondsten
}

/// Whether the character at `plaats` has an odd number of backslashes before it.
pub(super) fn is_ontsnapt(bron: &str, plaats: usize) -> bool {
    bron.as_bytes()[..plaats].iter().rev().take_while(|b| **b == b'\\').count() % 2 == 1
}

/// The field that begins at `begin`.
pub(super) fn veld_op(bron: &str, begin: usize, plaats: Plaats, notes: &mut Vec<Note>) -> Vondst {
    let accolades = bron[begin..].bytes().take_while(|b| *b == b'{').count();
    let binnen = begin + accolades;
    let rest = &bron[binnen..];
    // A field ends in its own paragraph, and never beyond the start of another field.
    let grens = rest.as_bytes().windows(2).position(|twee| matches!(twee, b"}}" | b"{{" | b"\n\n"));
    let Some(einde) = grens.filter(|nr| rest[*nr..].starts_with("}}")).map(|nr| binnen + nr) else {
        let bereik = begin..binnen;
        let hint = "schrijf `}}` aan het eind, of `\\{{` als u accolades bedoelt";
        notes.push(Note::at(G301, plaats(bereik.clone()), "samenvoegveld `{{` wordt niet gesloten").hint(hint));
        return Vondst { bereik, veld: None };
    };
    let bereik = begin..einde + 2;
    let mut lezer = Lezer { bron: &bron[..einde], nr: begin + 2, plaats, diepte: 0 };
    let veld = match lezer.geheel() {
        Ok(uitdrukking) => Some(Veld { uitdrukking, span: plaats(bereik.clone()) }),
        Err(note) => {
            notes.push(*note);
            None
        }
    };
    Vondst { bereik, veld }
}

type Gelezen<T> = Result<T, Box<Note>>;

/// Reads one expression.
struct Lezer<'a> {
    /// The text up to the closing braces.
    bron: &'a str,
    nr: usize,
    plaats: Plaats<'a>,
    diepte: usize,
}

impl Lezer<'_> {
    fn geheel(&mut self) -> Gelezen<Uitdrukking> {
        let uitdrukking = self.uitdrukking()?;
        self.witruimte();
        if self.nr < self.bron.len() { Err(self.onverwacht()) } else { Ok(uitdrukking) }
    }

    fn uitdrukking(&mut self) -> Gelezen<Uitdrukking> {
        self.witruimte();
        let begin = self.nr;
        if let Some(dag) = self.dag()? {
            return Ok(Uitdrukking::Dag(dag, (self.plaats)(begin..self.nr)));
        }
        let mut namen = vec![self.naam()?];
        if self.neem('(') {
            return self.functie(&namen[0], begin);
        }
        while self.neem('.') {
            namen.push(self.naam()?);
        }
        Ok(Uitdrukking::Pad(namen, (self.plaats)(begin..self.nr)))
    }

    /// A day as an argument: 2023-01-01.
    fn dag(&mut self) -> Gelezen<Option<NaiveDate>> {
        let rest = &self.bron[self.nr..];
        let lengte = rest.find(|c: char| !(c.is_ascii_digit() || c == '-')).unwrap_or(rest.len());
        if self.diepte == 0 || !rest[..lengte].contains('-') {
            return Ok(None);
        }
        match Datum::lees(&rest[..lengte]) {
            Ok(Datum::Dag(dag)) => {
                self.nr += lengte;
                Ok(Some(dag))
            }
            gelezen => {
                let reden =
                    gelezen.err().flatten().unwrap_or_else(|| format!("`{}` is geen hele datum", &rest[..lengte]));
                let hier = (self.plaats)(self.nr..self.nr + lengte);
                Err(Box::new(Note::at(G304, hier, reden).hint("schrijf jaar-maand-dag: `2023-01-01`")))
            }
        }
    }

    fn functie(&mut self, naam: &str, begin: usize) -> Gelezen<Uitdrukking> {
        let hier = (self.plaats)(begin..begin + naam.len());
        let functie = FUNCTIES.iter().find(|f| f.naam == naam).ok_or_else(|| onbekend(naam, hier.clone()))?;
        self.diepte += 1;
        let argumenten = if self.diepte > DIEPST { Err(self.onverwacht()) } else { self.argumenten() }?;
        self.diepte -= 1;
        let span = (self.plaats)(begin..self.nr);
        if argumenten.is_empty() || (argumenten.len() > 1 && !functie.meer) {
            return Err(Box::new(verkeerd_aantal(functie, argumenten.len(), span)));
        }
        if let Some(fout) = argumenten.iter().find(|argument| functie.van_id && !is_id(argument)) {
            let message = format!("`{naam}` krijgt een id, geen pad of functie");
            return Err(Box::new(Note::at(G303, plek(fout).clone(), message).hint(voorbeeld(functie))));
        }
        Ok(Uitdrukking::Functie { naam: naam.to_string(), argumenten, span })
    }

    /// What stands between the brackets, and the closing bracket.
    fn argumenten(&mut self) -> Gelezen<Vec<Uitdrukking>> {
        let mut argumenten = Vec::new();
        self.witruimte();
        if self.neem(')') {
            return Ok(argumenten);
        }
        loop {
            argumenten.push(self.uitdrukking()?);
            self.witruimte();
            if self.neem(')') {
                return Ok(argumenten);
            }
            if !self.neem(',') {
                return Err(self.onverwacht());
            }
        }
    }

    fn naam(&mut self) -> Gelezen<String> {
        let rest = &self.bron[self.nr..];
        let einde = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(rest.len());
        let naam = &rest[..einde];
        if naam.is_empty() || naam.starts_with('-') || naam.chars().all(|c| c.is_numeric()) {
            return Err(self.onverwacht());
        }
        self.nr += einde;
        Ok(naam.to_string())
    }

    fn witruimte(&mut self) {
        let rest = &self.bron[self.nr..];
        self.nr += rest.len() - rest.trim_start().len();
    }

    fn neem(&mut self, teken: char) -> bool {
        let er = self.bron[self.nr..].starts_with(teken);
        if er {
            self.nr += teken.len_utf8();
        }
        er
    }

    /// What stands here does not belong in a field.
    fn onverwacht(&self) -> Box<Note> {
        let rest = &self.bron[self.nr..];
        let Some(teken) = rest.chars().next() else {
            let message = "in dit samenvoegveld ontbreekt iets voor `}}`";
            return Box::new(Note::at(G304, (self.plaats)(self.nr..self.nr + 2), message).hint(VORM));
        };
        let (message, hint) = match teken {
            '"' | '\'' | '“' | '”' | '‘' | '’' => {
                ("aanhalingstekens horen niet in een samenvoegveld".to_string(), VORM)
            }
            '|' => (
                "een samenvoegveld heeft geen filters met `|`".to_string(),
                "schrijf een functie: `{{ hoofdletter(x) }}`",
            ),
            _ if teken.is_numeric() => {
                ("een getal hoort niet in een samenvoegveld".to_string(), "schrijf het getal in de tekst")
            }
            _ if self.diepte > DIEPST => ("functies liggen hier te diep in elkaar".to_string(), VORM),
            _ => (format!("`{teken}` hoort niet in een samenvoegveld"), VORM),
        };
        let einde = self.nr + teken.len_utf8();
        Box::new(Note::at(G304, (self.plaats)(self.nr..einde), message).hint(hint))
    }
}

const VORM: &str = "een samenvoegveld is een pad als `gemeente.naam` of een functie als `euro(lokaal.bijdrage)`";

fn is_id(argument: &Uitdrukking) -> bool {
    matches!(argument, Uitdrukking::Pad(namen, _) if namen.len() == 1)
}

fn plek(uitdrukking: &Uitdrukking) -> &Span {
    match uitdrukking {
        Uitdrukking::Pad(_, span) | Uitdrukking::Functie { span, .. } | Uitdrukking::Dag(_, span) => span,
    }
}

fn voorbeeld(functie: &Functie) -> String {
    format!("schrijf het zo: `{{{{ {} }}}}`", functie.voorbeeld)
}

fn onbekend(naam: &str, hier: Span) -> Box<Note> {
    let note = Note::at(G302, hier, format!("functie `{naam}` bestaat niet"));
    let namen = || FUNCTIES.iter().map(|functie| functie.naam);
    Box::new(note.bedoeld(naam, namen(), kies("Kies uit", naam, namen(), "alle functies staan in de handleiding")))
}

fn verkeerd_aantal(functie: &Functie, gekregen: usize, hier: Span) -> Note {
    let verwacht = if functie.meer { "minstens een argument" } else { "een argument" };
    let gekregen = match gekregen {
        0 => "geen".to_string(),
        n => n.to_string(),
    };
    let message = format!("`{}` krijgt {verwacht}, hier staan er {gekregen}", functie.naam);
    Note::at(G303, hier, message).hint(voorbeeld(functie))
}
