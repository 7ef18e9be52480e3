//! `griffel show`: one document as it is for one gemeente.

use std::io::stdout;
use std::process::ExitCode;

use super::args::Show;
use super::{failed, screen, uitgang};
use crate::pipeline;

/// Shows the document as YAML.
pub fn run(args: &Show) -> ExitCode {
    match pipeline::show(&args.project, &args.stuk, args.gemeente.as_deref(), args.profiel.into()) {
        Ok(overzicht) => {
            screen::notes(&overzicht.notes, &overzicht.sources);
            screen::print_to(&mut stdout(), &overzicht.value);
            uitgang(&overzicht.notes)
        }
        Err(error) => failed(&error),
    }
}
