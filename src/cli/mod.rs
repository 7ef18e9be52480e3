//! The command line: the only part that prints or looks at the clock.

mod args;
mod diff;
mod explain;
mod gebruik;
mod matrix;
mod publiceer;
mod screen;
mod show;
mod verify;

use std::ffi::OsString;
use std::io::{stderr, stdout};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use crate::diag::{Fatal, Note, Sources};
use crate::pipeline::{self, Opdracht, Verslag};
use crate::plan::Selectie;
use crate::publish;
use args::{Build, Check, Command, Format, Griffel, Keuze, Kring, Melden, Werk};
use screen::Scherm;

/// All is well.
const GOED: u8 = 0;
/// Faults in the content.
const FOUT: u8 = 1;
/// A wrong command line.
const GEBRUIK: u8 = 2;
/// The machine failed.
const MACHINE: u8 = 3;

/// Runs the program: exit code 0 fine, 1 faults in the content, 2 wrong command line, 3 the machine failed.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    ExitCode::from(opdracht(args, &mut Scherm::echt(&mut stdout(), &mut stderr())))
}

/// What a command run in another folder left.
#[derive(Debug)]
pub struct Afloop {
    /// The exit code.
    pub code: u8,
    /// What it said on stdout.
    pub uit: Vec<u8>,
    /// What it said on stderr.
    pub fout: Vec<u8>,
}

/// Runs the program as if it stood in the folder `map`, and keeps what it says; for who calls it from a program of his
/// own. Paths in the arguments begin in `map`, except the two versions of `diff`.
pub fn run_in(map: &Path, args: impl IntoIterator<Item = OsString>) -> Afloop {
    let (mut uit, mut fout) = (Vec::new(), Vec::new());
    let code = opdracht(args, &mut Scherm::elders(map, &mut uit, &mut fout));
    Afloop { code, uit, fout }
}

fn opdracht(args: impl IntoIterator<Item = OsString>, scherm: &mut Scherm<'_>) -> u8 {
    let griffel = match Griffel::try_parse_from(args) {
        Ok(griffel) => griffel,
        // Help and version come as an "error" that belongs on stdout.
        Err(asked) if !asked.use_stderr() => {
            scherm.zeg(&asked.to_string());
            return GOED;
        }
        Err(error) => {
            scherm.klaag(&gebruik::uitleg(&error));
            return GEBRUIK;
        }
    };
    match griffel.command {
        Command::Build(args) => build(&args, scherm),
        Command::Check(args) => check(&args, scherm),
        Command::Matrix(args) => matrix::run(&args, scherm),
        Command::Show(args) => show::run(&args, scherm),
        Command::Verify(args) => verify::run(&args, scherm),
        Command::Diff(args) => diff::run(&args, scherm),
        Command::Publish(args) => publiceer::run(&args, scherm),
        Command::Explain(args) => explain::run(&args, scherm),
    }
}

/// The out folder that was asked for.
fn uitvoermap(out: Option<&Path>, keuze: &Keuze, scherm: &Scherm<'_>) -> PathBuf {
    scherm.pad(&out.map_or_else(|| keuze.kring.project.join("out"), Path::to_path_buf))
}

fn build(args: &Build, scherm: &mut Scherm<'_>) -> u8 {
    let out = uitvoermap(args.out.as_deref(), &args.keuze, scherm);
    let schrijven = pipeline::Schrijven { out, force: args.force, emit_typ: args.emit.is_some() };
    maak(&samen(&args.keuze, &args.werk, &args.melden, Some(schrijven), scherm), &args.melden, scherm)
}

fn check(args: &Check, scherm: &mut Scherm<'_>) -> u8 {
    maak(&samen(&args.keuze, &args.werk, &args.melden, None, scherm), &args.melden, scherm)
}

/// Runs the stages and tells what came of it.
fn maak(opdracht: &Opdracht, melden: &Melden, scherm: &mut Scherm<'_>) -> u8 {
    let progress = scherm.progress();
    let result = pipeline::run(opdracht, &|total, naam| progress.step(total, naam));
    progress.finish();
    match result {
        Ok(verslag) => report(&verslag, melden, opdracht.schrijven.is_none(), scherm),
        Err(error) => failed_as(&error, melden.format, scherm),
    }
}

fn samen(
    keuze: &Keuze,
    werk: &Werk,
    melden: &Melden,
    schrijven: Option<pipeline::Schrijven>,
    scherm: &Scherm<'_>,
) -> Opdracht {
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let out = schrijven.as_ref().map_or_else(|| uitvoermap(None, keuze, scherm), |schrijven| schrijven.out.clone());
    let merken = melden.mark.as_ref();
    let merken = merken.map(|map| map.as_ref().map_or_else(|| out.join("gemarkeerd"), |map| scherm.pad(map)));
    Opdracht {
        merken,
        project: scherm.pad(&keuze.kring.project),
        selectie: selectie(&keuze.stukken, &keuze.kring),
        threads: werk.jobs.map_or(cores, usize::from),
        streng: melden.strict,
        schrijven,
    }
}

fn selectie(stukken: &[String], kring: &Kring) -> Selectie {
    Selectie {
        stukken: stukken.to_vec(),
        gemeenten: kring.gemeente.clone(),
        jaar: kring.jaar,
        soort: kring.soort.clone(),
        profiel: kring.profiel.into(),
    }
}

fn report(verslag: &Verslag, melden: &Melden, check_only: bool, scherm: &mut Scherm<'_>) -> u8 {
    match melden.format {
        Format::Text if melden.tips => scherm.all_notes(&verslag.notes, &verslag.sources),
        format => scherm.notes_as(&verslag.notes, &verslag.sources, format),
    }
    if melden.format == Format::Text {
        scherm.zeg(&screen::table(&verslag.uitkomsten, check_only));
        scherm.zeg(&screen::open(&verslag.uitkomsten));
    }
    uitgang(&verslag.notes)
}

/// Writes a file where the user wants it.
fn schrijf(path: &Path, bytes: &[u8], zeg_het: bool, scherm: &mut Scherm<'_>) -> Result<(), Fatal> {
    publish::los(&scherm.pad(path), bytes)?;
    if zeg_het {
        scherm.zeg(&format!("\nGeschreven: {}\n", path.display()));
    }
    Ok(())
}

/// The exit code of a run that came to its end.
fn uitgang(notes: &[Note]) -> u8 {
    if notes.iter().any(Note::is_fout) { FOUT } else { GOED }
}

fn failed(error: &pipeline::Mislukt, scherm: &mut Scherm<'_>) -> u8 {
    failed_as(error, Format::Text, scherm)
}

fn failed_as(error: &pipeline::Mislukt, format: Format, scherm: &mut Scherm<'_>) -> u8 {
    let (message, code) = match error {
        pipeline::Mislukt::Selectie { fout, notes, sources } => {
            // A document with a fault may be the very one that was asked for.
            scherm.notes_as(notes, sources, format);
            (&fout.0, if notes.iter().any(Note::is_fout) { FOUT } else { GEBRUIK })
        }
        pipeline::Mislukt::Machine(fatal) => {
            scherm.notes_as(&[fatal.note()], &Sources::default(), format);
            return MACHINE;
        }
    };
    scherm.klaag(&format!("fout: {message}\n"));
    if code == FOUT {
        scherm.klaag("hulp: Kijk eerst naar de fouten hierboven: een stuk dat niet te lezen is, kent griffel niet\n");
    }
    code
}
