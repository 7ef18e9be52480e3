//! Organisations that send and receive: the joint regulation and, through their gemeente, the councils.

use chrono::NaiveDate;

use super::bekend::Bekend;
use super::huisregels::Huisregels;
use super::publicatie::Kanaal;
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

    /// Whether there is a day on which both hold.
    pub fn raakt(&self, ander: &Self) -> bool {
        let voor = |een: &Self, twee: &Self| een.tot.zip(twee.van).is_some_and(|(tot, van)| tot < van);
        !voor(self, ander) && !voor(ander, self)
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

/// In what way someone holds an office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Waarneming {
    /// The regular holder.
    #[default]
    Geen,
    /// Deputy at hand when the holder is away (Gemeentewet art. 77 and 106).
    Loco,
    /// Appointed to stand in while the office is vacant (Gemeentewet art. 78).
    Wnd,
    /// Deputy of the griffier or of the chair (Gemeentewet art. 77 and 107d).
    Plv,
    /// Acting.
    Fungerend,
}

impl Waarneming {
    /// All, with the word that an author writes.
    pub const ALLE: &[(&str, Self)] = &[
        ("geen", Self::Geen),
        ("loco", Self::Loco),
        ("wnd.", Self::Wnd),
        ("plv.", Self::Plv),
        ("fungerend", Self::Fungerend),
    ];

    /// The word that an author writes.
    pub fn sleutel(self) -> &'static str {
        Self::ALLE.iter().find(|(_, soort)| *soort == self).map_or("", |(woord, _)| woord)
    }

    /// Whether this holder signs without being asked for: the regular one, and who fills a vacancy.
    /// A loco or plv. stands ready all the time and signs only when the document says so.
    pub fn tekent_vanzelf(self) -> bool {
        matches!(self, Self::Geen | Self::Wnd | Self::Fungerend)
    }

    /// The office as it is printed: "loco-burgemeester", "wnd. burgemeester", "plaatsvervangend voorzitter".
    pub fn ambt(self, ambt: &str) -> String {
        match self {
            Self::Geen => ambt.to_string(),
            Self::Loco => format!("loco-{ambt}"),
            Self::Plv if ambt == "voorzitter" => format!("plaatsvervangend {ambt}"),
            Self::Wnd | Self::Plv | Self::Fungerend => format!("{} {ambt}", self.sleutel()),
        }
    }
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
    /// In what way.
    pub waarneming: Waarneming,
    /// When.
    pub geldig: Geldigheid,
    /// Where it is said.
    pub span: Span,
}

impl Ambtsdrager {
    /// The name with its form of address, as it is printed.
    pub fn voluit(&self) -> String {
        let titel = self.aanspreektitel.as_ref().map(|t| format!("{t} ")).unwrap_or_default();
        format!("{titel}{}", self.naam)
    }
}

/// What senders have in common, be it a gemeente or a joint regulation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gegevens {
    /// Official name, literal; on days for which another is known, the versions have that one.
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
    /// Where and how it publishes.
    pub kanaal: Kanaal,
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
    /// The same on days on which its name or address was another one.
    pub versies: Vec<(Geldigheid, Self)>,
    /// Where it is said.
    pub span: Span,
}

impl Organisatie {
    /// As it was on this day, with its name and address of then.
    pub fn op(&self, dag: NaiveDate) -> &Self {
        self.versies.iter().find(|(geldig, _)| geldig.op(dag)).map_or(self, |(_, versie)| versie)
    }

    /// Slugs of the members on this day, in the order of the file.
    pub fn leden_op(&self, dag: NaiveDate) -> Vec<&str> {
        self.leden.iter().filter(|lid| lid.geldig.op(dag)).map(|lid| lid.gemeente.as_str()).collect()
    }
}
