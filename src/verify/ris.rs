//! Reads `ris.csv` back: semicolons, quotes, and the names of the columns in the first line.

use std::collections::BTreeMap;

/// The lines by column; `None` when a quote is never closed, a line is longer or shorter than the first, or the first
/// does not name the file.
pub fn lees(bytes: &[u8]) -> Option<Vec<BTreeMap<String, String>>> {
    let tekst = std::str::from_utf8(bytes).ok()?;
    let mut regels = regels(tekst.trim_start_matches('\u{feff}'))?.into_iter();
    let koppen = regels.next().filter(|koppen| koppen.iter().any(|kop| kop == "bestandsnaam"))?;
    let regel = |cellen: Vec<String>| {
        let cellen = cellen.iter().map(|cel| zonder_apostrof(cel));
        (cellen.len() == koppen.len()).then(|| koppen.iter().cloned().zip(cellen).collect::<BTreeMap<_, _>>())
    };
    regels.map(regel).collect()
}

/// What looks like a formula has an apostrophe before it, for a spreadsheet; the value is what comes after.
fn zonder_apostrof(cel: &str) -> String {
    let rest = cel.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '\t', '\r']));
    rest.unwrap_or(cel).to_string()
}

fn regels(tekst: &str) -> Option<Vec<Vec<String>>> {
    let (mut regels, mut cellen, mut cel, mut binnen) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = tekst.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if binnen && letters.peek() == Some(&'"') => cel.extend(letters.next()),
            '"' => binnen = !binnen,
            ';' if !binnen => cellen.push(std::mem::take(&mut cel)),
            '\r' if !binnen && letters.peek() == Some(&'\n') => {}
            '\n' if !binnen => {
                cellen.push(std::mem::take(&mut cel));
                regels.push(std::mem::take(&mut cellen));
            }
            _ => cel.push(letter),
        }
    }
    if !cel.is_empty() || !cellen.is_empty() {
        cellen.push(cel);
        regels.push(cellen);
    }
    (!binnen).then_some(regels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_by_its_columns() {
        let regels = lees("\u{feff}bestandsnaam;titel\r\na.pdf;\"Plan; met \"\"tekens\"\"\nen meer\"\r\n".as_bytes());
        let regels = regels.expect("a list");
        assert_eq!(regels.len(), 1);
        assert_eq!(regels[0]["titel"], "Plan; met \"tekens\"\nen meer");
        assert_eq!(lees(b"bestandsnaam;titel\na;'=1\n").expect("a list")[0]["titel"], "=1");
        for kapot in ["bestandsnaam;titel\na.pdf\n", "bestandsnaam\n\"a.pdf\n", "naam\na.pdf\n", "", "\u{0}"] {
            assert_eq!(lees(kapot.as_bytes()), None, "{kapot:?}");
        }
        assert_eq!(lees(b"bestandsnaam\n\xff\n"), None);
    }
}
