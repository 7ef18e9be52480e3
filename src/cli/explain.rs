//! `griffel explain`: what a code means, why, and how to do it right.

use super::args::Explain;
use super::screen::Scherm;
use super::{GEBRUIK, GOED};
use crate::diag::{codes, uitleg};

/// Explains the codes, or lists them all when none is named.
pub fn run(args: &Explain, scherm: &mut Scherm<'_>) -> u8 {
    if args.alle {
        let alle: Vec<String> = codes::ALL.iter().map(|code| uitleg::scherm(code)).collect();
        scherm.zeg(&alle.join("\n"));
        return GOED;
    }
    if args.codes.is_empty() {
        scherm.zeg(&uitleg::lijst());
        return GOED;
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
    scherm.zeg(&texts.join("\n"));
    scherm.klaag(&faults);
    if faults.is_empty() { GOED } else { GEBRUIK }
}
