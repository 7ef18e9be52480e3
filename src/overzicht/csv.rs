//! The matrix as CSV that a double click opens well in Dutch Excel.

use super::{KOLOMMEN, Matrix};

/// Without it Excel takes the file for Windows-1252 and shows `Ã©` for `é`.
const BOM: &str = "\u{feff}";
/// With Dutch regional settings the comma is the decimal sign, and Excel divides columns at semicolons.
const TUSSEN: &str = ";";

/// A line per document and gemeente, all columns, so that filters and sorting work.
pub fn csv(matrix: &Matrix) -> String {
    let kop = ["jaar", "stuk", "soort", "onderwerp", "gemeente"].into_iter().chain(KOLOMMEN);
    let mut tekst = BOM.to_string() + &regel(kop.map(str::to_string));
    for stuk in &matrix.stukken {
        for rij in &stuk.rijen {
            let vast = [stuk.jaar.to_string(), stuk.id.clone(), stuk.soort.clone(), stuk.onderwerp.clone()];
            let cellen = rij.cellen.iter().map(super::Cel::tekst);
            tekst += &regel(vast.into_iter().chain([rij.wie.clone()]).chain(cellen));
        }
    }
    for map in &matrix.niet_gepland {
        tekst += &regel(["", map, "", "FOUT: niet te lezen"].map(str::to_string));
    }
    tekst
}

/// One line, for a spreadsheet with Dutch settings.
pub fn regel(cellen: impl IntoIterator<Item = String>) -> String {
    cellen.into_iter().map(|cel| veld(&cel)).collect::<Vec<_>>().join(TUSSEN) + "\r\n"
}

/// A cell. A number with zeros before it loses them in Excel, which no CSV can prevent without a formula. What begins as a formula gets an apostrophe before it, so that a spreadsheet shows it and never runs it
/// (CWE-1236); such a cell is therefore not literally the value.
fn veld(tekst: &str) -> String {
    let formule = tekst.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let tekst = if formule { format!("'{tekst}") } else { tekst.to_string() };
    if tekst.contains([';', '"', '\n', '\r']) { format!("\"{}\"", tekst.replace('"', "\"\"")) } else { tekst }
}

#[cfg(test)]
mod tests {
    use super::veld;

    #[test]
    fn a_cell_is_never_a_formula() {
        for (tekst, cel) in [
            ("=1+1", "'=1+1"),
            ("+31", "'+31"),
            ("-", "'-"),
            ("@SOM(A1)", "'@SOM(A1)"),
            ("\t=1", "'\t=1"),
            ("=A1;\"x\"", "\"'=A1;\"\"x\"\"\""),
            ("21U0011310", "21U0011310"),
            ("a;b", "\"a;b\""),
            ("een\ntwee", "\"een\ntwee\""),
        ] {
            assert_eq!(veld(tekst), cel);
        }
    }
}
