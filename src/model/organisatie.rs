//! Organisations that send and receive: the joint regulation and, through their gemeente, the councils.

use chrono::NaiveDate;

use super::bekend::Bekend;
use super::huisregels::Huisregels;
use crate::diag::Span;

/// The days on which something holds; open ends are `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Geldigheid {
    /// First day, when known.
    pub van: Option<NaiveDate>,
    /// Last day, when it has one.
    pub tot: Option<NaiveDate>,
}

impl Geldigheid {
    /// Whether it holds on this day.
    pub fn op(&self, dag: NaiveDate) -> bool {
        self.van.is_none_or(|van| van <= dag) && self.tot.is_none_or(|tot| dag <= tot)
    }
}

/// A postal address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postadres {
    /// "p/a Gemeente Rotterdam"
    pub pa: Option<String>,
    /// "Jeugd en Onderwijs"
    pub afdeling: Option<String>,
    /// Number of the post office box.
    pub postbus: String,
    /// "3000 KS"
    pub postcode: String,
    /// Town as officially written.
    pub plaats: String,
}

/// A web address with the words to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Website {
    /// What is printed.
    pub tekst: String,
    /// Where it leads.
    pub url: String,
}

/// How an organisation's papers look: data, never a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Huisstijl {
    /// Accent colour, `#rrggbb`.
    pub kleur: String,
    /// Warm signal colour, `#rrggbb`.
    pub signaal: String,
    /// Logo file in the project's content, with its text alternative.
    pub logo: Option<(String, String)>,
    /// Line under the name in the letterhead.
    pub onderschrift: Option<String>,
}

/// Who holds an office, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ambtsdrager {
    /// The office: secretaris, burgemeester, griffier, voorzitter, ...
    pub ambt: String,
    /// Name as it is printed, without form of address.
    pub naam: String,
    /// "dhr." or "mw.", when known.
    pub aanspreektitel: Option<String>,
    /// When.
    pub geldig: Geldigheid,
    /// Where it is said.
    pub span: Span,
}

/// What senders have in common, be it a gemeente or a joint regulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gegevens {
    /// Official name, literal.
    pub naam: String,
    /// Postal address.
    pub postadres: Bekend<Postadres>,
    /// Website.
    pub website: Option<Website>,
    /// Look.
    pub huisstijl: Huisstijl,
    /// How it names, words and orders its papers.
    pub huisregels: Huisregels,
    /// Office holders.
    pub ambtsdragers: Vec<Ambtsdrager>,
    /// The place that stands before the date of signing, when that is known.
    pub plaats_ondertekening: Bekend<String>,
}

impl Gegevens {
    /// Everyone who holds this office on this day.
    pub fn ambtsdragers_op(&self, ambt: &str, dag: NaiveDate) -> Vec<&Ambtsdrager> {
        self.ambtsdragers.iter().filter(|a| a.ambt == ambt && a.geldig.op(dag)).collect()
    }
}

/// Membership of a joint regulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lidmaatschap {
    /// Slug of the gemeente.
    pub gemeente: String,
    /// When.
    pub geldig: Geldigheid,
    /// Where it is said.
    pub span: Span,
}

/// A joint regulation (Wet gemeenschappelijke regelingen) or another organisation that sends papers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisatie {
    /// The file's name without its ending.
    pub id: String,
    /// Name, address, look, people.
    pub gegevens: Gegevens,
    /// "GRJR"
    pub afkorting: Option<String>,
    /// Names of its bodies by id (`dagelijks-bestuur`).
    pub organen: Vec<(String, String)>,
    /// Its members over time.
    pub leden: Vec<Lidmaatschap>,
    /// Where it is said.
    pub span: Span,
}

impl Organisatie {
    /// Slugs of the members on this day, in the order of the file.
    pub fn leden_op(&self, dag: NaiveDate) -> Vec<&str> {
        self.leden.iter().filter(|lid| lid.geldig.op(dag)).map(|lid| lid.gemeente.as_str()).collect()
    }
}
