//! `griffel show`: one document as it is for one gemeente.

use super::args::Show;
use super::screen::Scherm;
use super::{failed, uitgang};
use crate::pipeline;

/// Shows the document as YAML.
pub fn run(args: &Show, scherm: &mut Scherm<'_>) -> u8 {
    match pipeline::show(&scherm.pad(&args.project), &args.stuk, args.gemeente.as_deref(), args.profiel.into()) {
        Ok(overzicht) => {
            scherm.notes(&overzicht.notes, &overzicht.sources);
            scherm.zeg(&overzicht.value);
            uitgang(&overzicht.notes)
        }
        Err(error) => failed(&error, scherm),
    }
}
