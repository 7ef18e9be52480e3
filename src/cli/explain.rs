//! `griffel explain`: what a code means, why, and how to do it right.

use std::io::{stderr, stdout};
use std::process::ExitCode;

use super::args::Explain;
use super::{GEBRUIK, screen};
use crate::diag::{codes, uitleg};

/// Explains the codes, or lists them all when none is named.
pub fn run(args: &Explain) -> ExitCode {
    if args.alle {
        let alle: Vec<String> = codes::ALL.iter().map(|code| uitleg::scherm(code)).collect();
        screen::print_to(&mut stdout(), &alle.join("\n"));
        return ExitCode::SUCCESS;
    }
    if args.codes.is_empty() {
        screen::print_to(&mut stdout(), &uitleg::lijst());
        return ExitCode::SUCCESS;
    }
    let mut texts = Vec::new();
    let mut faults = String::new();
    for typed in &args.codes {
        match codes::zoek(typed) {
            Ok(code) => texts.push(uitleg::scherm(code)),
            Err(bedoeld) => {
                let hulp = bedoeld.map_or_else(
                    || "`griffel explain` toont alle nummers".to_string(),
                    |code| format!("Bedoelde u `{}`?", code.id),
                );
                faults += &format!("fout: `{typed}` is geen nummer van een melding\nhulp: {hulp}\n");
            }
        }
    }
    screen::print_to(&mut stdout(), &texts.join("\n"));
    screen::print_to(&mut stderr(), &faults);
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(GEBRUIK) }
}
