//! A bundle as one file: names sorted, times from the content, nothing compressed, so that the same bundle gives the
//! same bytes everywhere.

use std::io::{Cursor, Write as _};

use chrono::{Datelike as _, NaiveDate};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Bestand;
use crate::diag::vertaal::technisch;

/// The files below a folder of that name.
///
/// # Errors
/// When the format cannot hold them, for instance beyond 4 GiB.
pub fn zip(map: &str, dag: NaiveDate, bestanden: &[Bestand]) -> Result<Vec<u8>, String> {
    // The format begins in 1980.
    let jaar = u16::try_from(dag.year()).unwrap_or_default().clamp(1980, 2107);
    let [maand, dag] = [dag.month(), dag.day()].map(|getal| u8::try_from(getal).unwrap_or(1));
    let tijd = DateTime::from_date_and_time(jaar, maand, dag, 0, 0, 0).unwrap_or_default();
    let opties = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(tijd)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut alle = || {
        for bestand in bestanden {
            zip.start_file(format!("{map}/{}", bestand.pad), opties)?;
            zip.write_all(&bestand.bytes)?;
        }
        Ok::<(), zip::result::ZipError>(())
    };
    let technisch = |fout: zip::result::ZipError| technisch("de ZIP-bibliotheek", &fout.to_string());
    alle().map_err(technisch)?;
    zip.finish().map(Cursor::into_inner).map_err(technisch)
}
