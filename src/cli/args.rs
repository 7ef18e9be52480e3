//! The command line, declared; nothing is decided here.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

/// Maakt de formele brieven en raadsstukken van gemeenten en gemeenschappelijke regelingen als PDF.
#[derive(Debug, Parser)]
#[command(name = "griffel", version, propagate_version = true, help_template = HELP)]
#[command(disable_help_subcommand = true, disable_help_flag = true, disable_version_flag = true)]
#[command(override_usage = "griffel OPDRACHT [OPTIES]", subcommand_help_heading = "Opdrachten")]
pub struct Griffel {
    /// Wat griffel moet doen.
    #[command(subcommand)]
    pub command: Command,
    /// What every command knows.
    #[command(flatten)]
    pub altijd: Altijd,
}

/// Clap's own headings are English; a reader of `--help` is not.
const HELP: &str = "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}";

/// Heading above the flags that choose documents.
const KEUZE: &str = "Keuze (zonder keuze: alles)";

/// Heading above the versions to compare.
const VERSIES: &str = "Versies";

/// Help and version, in Dutch.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opties")]
pub struct Altijd {
    /// Toon deze uitleg
    #[arg(short = 'h', long, action = ArgAction::HelpShort, global = true)]
    pub help: Option<bool>,
    /// Toon het versienummer
    #[arg(short = 'V', long, action = ArgAction::Version, global = true)]
    pub version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Maak de PDF's in `out/`
    #[command(help_template = HELP, disable_help_flag = true, disable_version_flag = true)]
    #[command(override_usage = "griffel build [STUK]... [OPTIES]")]
    Build(Build),
    /// Controleer alles zonder iets te schrijven
    #[command(help_template = HELP, disable_help_flag = true, disable_version_flag = true)]
    #[command(override_usage = "griffel check [STUK]... [OPTIES]")]
    Check(Check),
    /// Toon wat elke gemeente van elk stuk krijgt, en wat nog ontbreekt
    #[command(help_template = HELP, disable_help_flag = true, disable_version_flag = true)]
    #[command(override_usage = "griffel matrix [STUK]... [OPTIES]")]
    Matrix(Matrix),
    /// Controleer een bundel, of wat er van een bundel is aangekomen
    #[command(help_template = HELP, disable_help_flag = true, disable_version_flag = true)]
    #[command(override_usage = "griffel verify BUNDEL [OPTIES]")]
    Verify(Verify),
    /// Toon één stuk zoals het voor één gemeente is, met bij elke waarde waar zij vandaan komt
    #[command(help_template = HELP, disable_help_flag = true, disable_version_flag = true)]
    #[command(override_usage = "griffel show STUK [OPTIES]")]
    Show(Show),
    /// Toon wat er tussen twee versies veranderde: woorden, beslispunten, bijlagen
    #[command(help_template = HELP, disable_help_flag = true, disable_version_flag = true)]
    #[command(override_usage = "griffel diff [OUD] [NIEUW] [OPTIES]")]
    Diff(Diff),
    /// Maak van de PDF's in `out/` een bundel per gemeente om te publiceren
    #[command(help_template = HELP, disable_help_flag = true, disable_version_flag = true)]
    #[command(override_usage = "griffel publish [STUK]... [OPTIES]")]
    Publish(Publish),
    /// Leg uit wat een melding betekent, met een voorbeeld
    #[command(help_template = HELP, disable_help_flag = true, disable_version_flag = true)]
    #[command(override_usage = "griffel explain [NUMMER]... [OPTIES]")]
    Explain(Explain),
}

/// `griffel publish`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opties")]
pub struct Publish {
    /// Which documents.
    #[command(flatten)]
    pub keuze: Keuze,
    /// Map waarin de PDF's staan en de bundels komen (standaard `out` in de projectmap)
    #[arg(long, value_name = "MAP")]
    pub out: Option<PathBuf>,
}

/// `griffel build`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opties")]
pub struct Build {
    /// Which documents.
    #[command(flatten)]
    pub keuze: Keuze,
    /// Map waarin de PDF's komen (standaard `out` in de projectmap)
    #[arg(long, value_name = "MAP")]
    pub out: Option<PathBuf>,
    /// Schrijf met `typ` ook de Typst-bronnen, één map per stuk, onder `typ/` in de uitvoermap
    #[arg(long, value_name = "VORM", hide_possible_values = true)]
    pub emit: Option<Emit>,
    /// Maak alles opnieuw, ook wat niet is veranderd
    #[arg(long)]
    pub force: bool,
    /// How much work at once.
    #[command(flatten)]
    pub werk: Werk,
    /// How notes are shown and weighed.
    #[command(flatten)]
    pub melden: Melden,
}

/// `griffel check`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opties")]
pub struct Check {
    /// Which documents.
    #[command(flatten)]
    pub keuze: Keuze,
    /// How much work at once.
    #[command(flatten)]
    pub werk: Werk,
    /// How notes are shown and weighed.
    #[command(flatten)]
    pub melden: Melden,
}

/// `griffel matrix`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opties")]
pub struct Matrix {
    /// Which documents.
    #[command(flatten)]
    pub keuze: Keuze,
    /// Schrijf het overzicht ook als webpagina
    #[arg(long, value_name = "BESTAND")]
    pub html: Option<PathBuf>,
    /// Schrijf het overzicht ook als tabel voor Excel
    #[arg(long, value_name = "BESTAND")]
    pub csv: Option<PathBuf>,
}

/// `griffel verify`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opties")]
pub struct Verify {
    /// De map of het ZIP-bestand van een of meer bundels
    #[arg(help_heading = "Keuze", value_name = "BUNDEL")]
    pub bundel: PathBuf,
    /// Streep af wat is aangekomen: een map met opgehaalde bestanden, een ZIP of een opgeslagen sitemap
    #[arg(long, value_name = "MAP")]
    pub aankomst: Option<PathBuf>,
    /// Schrijf de afgestreepte lijst ook als bestand, bijvoorbeeld `aankomst.md`
    #[arg(long, value_name = "BESTAND", requires = "aankomst")]
    pub lijst: Option<PathBuf>,
    /// Hoe de uitslag eruitziet: `text` (standaard), of voor programma's `json`
    #[arg(long, value_name = "VORM", value_enum, default_value_t = Uitslag::Text)]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    pub format: Uitslag,
}

/// How the outcome of a check is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Uitslag {
    /// Voor mensen
    Text,
    /// In JSON
    Json,
}

/// `griffel show`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opties")]
pub struct Show {
    /// Het stuk, bij zijn id of zijn map
    #[arg(help_heading = "Keuze", value_name = "STUK")]
    pub stuk: String,
    /// Voor welke gemeente (niet nodig bij een stuk voor alle gemeenten samen)
    #[arg(help_heading = "Keuze", long, value_name = "NAAM")]
    pub gemeente: Option<String>,
    /// Voor wie: `publiek` (standaard), of `intern` met ook namen en nummers van personen
    #[arg(long, value_name = "WIE", value_enum, default_value_t = Profiel::Publiek)]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    pub profiel: Profiel,
    /// De projectmap (standaard de map waarin u staat)
    #[arg(long, value_name = "MAP", default_value = ".", hide_default_value = true)]
    pub project: PathBuf,
}

/// `griffel diff`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opties")]
pub struct Diff {
    /// De versie van eerst: een versie in git, een uitvoermap of een projectmap (standaard de laatste versie in git)
    #[arg(help_heading = VERSIES, value_name = "OUD", display_order = 1)]
    pub oud: Option<String>,
    /// De versie van nu, op dezelfde manieren (standaard wat er nu in de projectmap staat)
    #[arg(help_heading = VERSIES, value_name = "NIEUW", display_order = 2)]
    pub nieuw: Option<String>,
    /// Alleen dit stuk, bij zijn id of zijn map (mag vaker)
    #[arg(help_heading = KEUZE, long, value_name = "STUK")]
    pub stuk: Vec<String>,
    /// Among which.
    #[command(flatten)]
    pub kring: Kring,
    /// Toon de wijzigingen als JSON, voor andere programma's
    #[arg(long)]
    pub json: bool,
    /// Schrijf het wijzigingsoverzicht ook als webpagina
    #[arg(long, value_name = "BESTAND")]
    pub html: Option<PathBuf>,
    /// Schrijf het wijzigingsoverzicht ook als PDF
    #[arg(long, value_name = "BESTAND")]
    pub pdf: Option<PathBuf>,
}

/// `griffel explain`.
#[derive(Debug, Args)]
#[command(next_help_heading = "Opties")]
pub struct Explain {
    /// Het nummer van de melding, zoals `G353` (zonder nummer: een lijst van alle regels)
    #[arg(help_heading = "Keuze", value_name = "NUMMER")]
    pub codes: Vec<String>,
    /// Leg alle meldingen uit
    #[arg(long)]
    pub alle: bool,
}

/// What to make: everything when nothing is named.
#[derive(Debug, Args)]
pub struct Keuze {
    /// Stukken, bij hun id of hun map
    #[arg(help_heading = KEUZE, value_name = "STUK")]
    pub stukken: Vec<String>,
    /// Among which.
    #[command(flatten)]
    pub kring: Kring,
}

/// Among which documents a choice is made, whatever way the documents themselves are named.
#[derive(Debug, Args)]
pub struct Kring {
    /// Alleen voor deze gemeente (mag vaker)
    #[arg(help_heading = KEUZE, long, value_name = "NAAM")]
    pub gemeente: Vec<String>,
    /// Alleen stukken uit dit jaar
    #[arg(help_heading = KEUZE, long, value_name = "JJJJ")]
    pub jaar: Option<i32>,
    /// Alleen stukken van deze soort
    #[arg(help_heading = KEUZE, long, value_name = "SOORT")]
    pub soort: Option<String>,
    /// Voor wie: `publiek` (standaard), of `intern` met ook namen en nummers van personen
    #[arg(help_heading = KEUZE, long, value_name = "WIE", value_enum, default_value_t = Profiel::Publiek)]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    pub profiel: Profiel,
    /// De projectmap (standaard de map waarin u staat)
    #[arg(help_heading = KEUZE, long, value_name = "MAP", default_value = ".", hide_default_value = true)]
    pub project: PathBuf,
}

/// How much work at once.
#[derive(Debug, Args)]
pub struct Werk {
    /// Aantal stukken dat tegelijk wordt gemaakt (standaard het aantal processorkernen)
    #[arg(long, value_name = "AANTAL", value_parser = clap::value_parser!(u16).range(1..=64))]
    pub jobs: Option<u16>,
}

/// How notes are shown and weighed.
#[derive(Clone, Debug, Args)]
pub struct Melden {
    /// Hoe de meldingen eruitzien: `text` (standaard), of voor programma's `json`, `sarif` of `github`
    #[arg(long, value_name = "VORM", value_enum, default_value_t = Format::Text)]
    #[arg(hide_possible_values = true, hide_default_value = true)]
    pub format: Format,
    /// Een waarschuwing telt als fout: het stuk wordt niet gemaakt
    #[arg(long)]
    pub strict: bool,
    /// Schrijf bij elke melding over een bladzijde een beeld met de plek gemarkeerd (standaard in `out/gemarkeerd`)
    #[arg(long, value_name = "MAP", num_args = 0..=1, require_equals = true)]
    pub mark: Option<Option<PathBuf>>,
    /// Toon ook de tips: adviezen over taal en vorm die niets tegenhouden
    #[arg(long)]
    pub tips: bool,
}

/// How notes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Voor mensen
    Text,
    /// Eén lijst in JSON
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Opdrachten voor GitHub Actions
    Github,
}

/// For whom a rendition is meant.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Profiel {
    /// Voor iedereen
    Publiek,
    /// Voor de eigen organisatie
    Intern,
}

impl From<Profiel> for crate::model::profiel::Profiel {
    fn from(profiel: Profiel) -> Self {
        match profiel {
            Profiel::Publiek => Self::Publiek,
            Profiel::Intern => Self::Intern,
        }
    }
}

/// What `--emit` can write.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Emit {
    /// Typst-bronnen die u met het gewone programma Typst kunt maken
    Typ,
}
