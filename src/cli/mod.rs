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
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use crate::diag::{Fatal, Note, Sources};
use crate::pipeline::{self, Opdracht, Verslag};
use crate::plan::Selectie;
use crate::publish;
use args::{Build, Command, Format, Griffel, Keuze, Melden, Werk};

/// Faults in the content.
const FOUT: u8 = 1;
/// A wrong command line.
const GEBRUIK: u8 = 2;
/// The machine failed.
const MACHINE: u8 = 3;

/// Runs the program: exit code 0 fine, 1 faults in the content, 2 wrong command line, 3 the machine failed.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let griffel = match Griffel::try_parse_from(args) {
        Ok(griffel) => griffel,
        // Help and version come as an "error" that belongs on stdout.
        Err(asked) if !asked.use_stderr() => {
            screen::print_to(&mut stdout(), &asked.to_string());
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            screen::print_to(&mut stderr(), &gebruik::uitleg(&error));
            return ExitCode::from(GEBRUIK);
        }
    };
    let (opdracht, melden, check_only) = match griffel.command {
        Command::Build(build) => (build_opdracht(&build), build.melden, false),
        Command::Check(check) => (samen(&check.keuze, &check.werk, &check.melden, None), check.melden, true),
        Command::Matrix(args) => return matrix::run(args),
        Command::Show(args) => return show::run(&args),
        Command::Verify(args) => return verify::run(&args),
        Command::Diff(args) => return diff::run(&args),
        Command::Publish(args) => return publiceer::run(args),
        Command::Explain(args) => return explain::run(&args),
    };
    let progress = screen::Progress::new();
    let result = pipeline::run(&opdracht, &|total, naam| progress.step(total, naam));
    progress.finish();
    match result {
        Ok(verslag) => report(&verslag, &melden, check_only),
        Err(error) => failed_as(&error, melden.format),
    }
}

fn build_opdracht(build: &Build) -> Opdracht {
    let out = build.out.clone().unwrap_or_else(|| build.keuze.project.join("out"));
    let schrijven = pipeline::Schrijven { out, force: build.force, emit_typ: build.emit.is_some() };
    samen(&build.keuze, &build.werk, &build.melden, Some(schrijven))
}

fn samen(keuze: &Keuze, werk: &Werk, melden: &Melden, schrijven: Option<pipeline::Schrijven>) -> Opdracht {
    let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let out = schrijven.as_ref().map_or_else(|| keuze.project.join("out"), |schrijven| schrijven.out.clone());
    let merken = melden.mark.clone().map(|map| map.unwrap_or_else(|| out.join("gemarkeerd")));
    Opdracht {
        merken,
        project: keuze.project.clone(),
        selectie: selectie(keuze),
        threads: werk.jobs.map_or(cores, usize::from),
        streng: melden.strict,
        schrijven,
    }
}

fn selectie(keuze: &Keuze) -> Selectie {
    Selectie {
        stukken: keuze.stukken.clone(),
        gemeenten: keuze.gemeente.clone(),
        jaar: keuze.jaar,
        soort: keuze.soort.clone(),
        profiel: keuze.profiel.into(),
    }
}

fn report(verslag: &Verslag, melden: &Melden, check_only: bool) -> ExitCode {
    match melden.format {
        Format::Text if melden.tips => screen::all_notes(&verslag.notes, &verslag.sources),
        format => screen::notes_as(&verslag.notes, &verslag.sources, format),
    }
    if melden.format == Format::Text {
        screen::table(&verslag.uitkomsten, check_only);
        screen::open(&verslag.uitkomsten);
    }
    uitgang(&verslag.notes)
}

/// Writes a file where the user wants it.
fn schrijf(path: &Path, bytes: &[u8], zeg_het: bool) -> Result<(), Fatal> {
    publish::los(path, bytes)?;
    if zeg_het {
        screen::print_to(&mut stdout(), &format!("\nGeschreven: {}\n", path.display()));
    }
    Ok(())
}

/// The exit code of a run that came to its end.
fn uitgang(notes: &[Note]) -> ExitCode {
    if notes.iter().any(Note::is_fout) { ExitCode::from(FOUT) } else { ExitCode::SUCCESS }
}

fn failed(error: &pipeline::Mislukt) -> ExitCode {
    failed_as(error, Format::Text)
}

fn failed_as(error: &pipeline::Mislukt, format: Format) -> ExitCode {
    let (message, code) = match error {
        pipeline::Mislukt::Selectie { fout, notes, sources } => {
            // A document with a fault may be the very one that was asked for.
            screen::notes_as(notes, sources, format);
            (&fout.0, if notes.iter().any(Note::is_fout) { FOUT } else { GEBRUIK })
        }
        pipeline::Mislukt::Machine(fatal) => {
            screen::notes_as(&[fatal.note()], &Sources::default(), format);
            return ExitCode::from(MACHINE);
        }
    };
    screen::print_to(&mut stderr(), &format!("fout: {message}\n"));
    ExitCode::from(code)
}
