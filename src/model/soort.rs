//! A kind of document: declared in a folder under `templates/`, read by serde, no Rust per kind.

use serde::Deserialize;

use super::publicatie::Indeling;

/// What `soort.yaml` says.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Soort {
    /// The folder's name; filled in after reading.
    #[serde(skip)]
    pub id: String,
    /// Printed name: "Raadsvoorstel".
    pub naam: String,
    /// Which face of the house style it wears; for people and tools that list kinds.
    pub gezicht: Gezicht,
    /// To whom such a document goes.
    pub ontvanger: Ontvanger,
    /// One PDF per gemeente or one for all.
    pub verspreiding: Verspreiding,
    /// Default sender: an organisation's id, or `gemeente`.
    pub afzender: String,
    /// Fields of this kind beyond the envelope.
    #[serde(default)]
    pub velden: Vec<VeldDef>,
    /// Which parts of the envelope it needs, may have or cannot have.
    #[serde(default)]
    pub envelop: Envelop,
    /// Sections in their order.
    #[serde(default)]
    pub secties: Vec<SectieDef>,
    /// Who signs when the document does not say so.
    #[serde(default)]
    pub ondertekening: Option<OndertekeningDef>,
    /// How many pages each of its PDFs may have.
    #[serde(default)]
    pub paginas: Option<Paginas>,
    /// The PDFs that one document gives.
    pub uitvoer: Vec<Uitvoer>,
    /// Publication category (Woo), resource id in the value list.
    #[serde(default)]
    pub informatiecategorie: Option<String>,
    /// How its papers are classified when they are published.
    #[serde(default)]
    pub publicatie: Indeling,
}

impl Soort {
    /// Whether one of its outputs is a besluit of the raad.
    pub fn geeft_besluit(&self) -> bool {
        self.uitvoer.iter().any(Uitvoer::is_besluit)
    }
}

/// The faces of the house style.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Gezicht {
    /// Letter after NEN 1026.
    Brief,
    /// Proposal with sections and beslispunten.
    Voorstel,
    /// Report with cover and contents.
    Rapport,
}

/// Which body of a gemeente, or who else, a kind is addressed to.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Ontvanger {
    /// The college van burgemeester en wethouders.
    College,
    /// The gemeenteraad.
    Raad,
    /// The board of the joint regulation.
    Bestuur,
    /// Everyone.
    Openbaar,
}

/// One PDF per gemeente, or one for all.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Verspreiding {
    /// Each gemeente its own PDF.
    PerGemeente,
    /// One PDF.
    Collectief,
}

/// Whether a part of the envelope is needed.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Nodig {
    /// Missing is a fault.
    Verplicht,
    /// May be absent.
    #[default]
    Optioneel,
    /// Present is a fault.
    Geen,
}

/// What a kind says of the envelope's parts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Envelop {
    /// The reference of the sender.
    pub kenmerk: Nodig,
    /// The case number.
    pub zaaknummer: Nodig,
    /// The points to decide.
    pub beslispunten: Nodig,
    /// Annexes.
    pub bijlagen: Nodig,
    /// Meeting dates.
    pub vergadering: Nodig,
    /// Signatures.
    pub ondertekening: Nodig,
    /// Sections.
    pub secties: Nodig,
}

/// A section of a kind.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectieDef {
    /// Key in the document.
    pub sleutel: String,
    /// Heading as printed.
    pub kop: String,
    /// Whether it must be there.
    #[serde(default)]
    pub verplicht: bool,
    /// What happens with an empty or n.v.t. section.
    #[serde(default)]
    pub leeg: Leeg,
}

/// Treatment of a section that has nothing to say.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Leeg {
    /// Left out.
    #[default]
    Weglaten,
    /// Printed with "Niet van toepassing."
    Nvt,
    /// A fault.
    Fout,
}

/// Who signs by default.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OndertekeningDef {
    /// The body that signs: college, raad, dagelijks-bestuur, ...
    pub orgaan: String,
    /// The offices, left to right.
    #[serde(default)]
    pub ambten: Vec<String>,
    /// Closing phrase.
    #[serde(default)]
    pub slotgroet: Option<String>,
}

/// One PDF that a document gives.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uitvoer {
    /// Its name, part of the file name.
    pub naam: String,
    /// Template file in the kind's folder.
    pub sjabloon: String,
    /// Printed name, when it differs from the kind's.
    #[serde(default)]
    pub titel: Option<String>,
    /// Who signs this output, when it differs from the kind's.
    #[serde(default)]
    pub ondertekening: Option<OndertekeningDef>,
    /// How many pages it may have, when that differs from the kind's.
    #[serde(default)]
    pub paginas: Option<Paginas>,
    /// How this output is classified, where it differs from the kind.
    #[serde(default)]
    pub publicatie: Indeling,
}

impl Uitvoer {
    /// Whether it is a besluit of the raad.
    pub fn is_besluit(&self) -> bool {
        self.ondertekening.as_ref().is_some_and(|def| def.orgaan == "raad")
    }
}

/// A limit to the number of pages.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Paginas {
    /// At most this many.
    pub hoogstens: std::num::NonZeroU16,
}

/// A declared field.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VeldDef {
    /// Key in the document.
    pub naam: String,
    /// Type out of the closed set.
    #[serde(rename = "type")]
    pub soort: VeldType,
    /// Whether it must be there.
    #[serde(default)]
    pub verplicht: bool,
    /// Value when the document does not give one; only for `regel` and `keuze`.
    #[serde(default)]
    pub standaard: Option<String>,
    /// Choices of a `keuze`.
    #[serde(default)]
    pub keuzes: Vec<String>,
    /// Fields of a `groep`, or of the items of a `lijst`.
    #[serde(default)]
    pub velden: Vec<VeldDef>,
    /// Type of the items of a `lijst` without `velden`.
    #[serde(default)]
    pub van: Option<VeldType>,
    /// What a blank is called when the value is not known yet; without it the name of the field.
    #[serde(default)]
    pub etiket: Option<String>,
    /// What the writer should know, for the manual.
    #[serde(default)]
    pub uitleg: Option<String>,
}

/// The closed set of field types; a new one is Rust, a new field is not.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum VeldType {
    /// One line of rich text.
    Regel,
    /// Rich text with blocks.
    Tekst,
    /// A date, whole or in part.
    Datum,
    /// An amount in euros.
    Bedrag,
    /// A whole number.
    Getal,
    /// ja or nee.
    JaNee,
    /// One of a list of words.
    Keuze,
    /// A gemeente by slug.
    Gemeente,
    /// Several gemeenten by slug.
    Gemeenten,
    /// Fields together.
    Groep,
    /// Several of the same.
    Lijst,
}

impl VeldType {
    /// The word that an author sees in messages.
    pub fn woord(self) -> &'static str {
        match self {
            Self::Regel => "één regel tekst",
            Self::Tekst => "tekst",
            Self::Datum => "een datum",
            Self::Bedrag => "een bedrag",
            Self::Getal => "een getal",
            Self::JaNee => "ja of nee",
            Self::Keuze => "een keuze",
            Self::Gemeente => "een gemeente",
            Self::Gemeenten => "een lijst van gemeenten",
            Self::Groep => "een groep velden",
            Self::Lijst => "een lijst",
        }
    }
}
