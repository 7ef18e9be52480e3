//! Takes the files out of a ZIP that anybody may have made, in memory.
//!
//! Each file is judged by the central directory: a path that leads outside, a name that comes back, a size that is
//! not the real one. What is wrong is left out and told; nothing is ever written.

use std::collections::BTreeSet;
use std::io::Read as _;

use flate2::{Crc, read::DeflateDecoder};

use super::inlezen::{Inlezing, MOST};
use super::out::is_inside;

/// How the end of the central directory begins.
const EINDE: &[u8] = b"PK\x05\x06";
/// How an entry of it begins.
const REGEL: &[u8] = b"PK\x01\x02";
/// How a file begins.
const BESTAND: &[u8] = b"PK\x03\x04";
/// How much smaller than its content a file may be packed.
const KRIMP: u64 = 200;

/// Whether these bytes are a ZIP.
pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(BESTAND) || bytes.starts_with(EINDE)
}

/// A line of the central directory.
struct Regel<'a> {
    naam: String,
    methode: u16,
    vlaggen: u16,
    crc: u32,
    ingepakt: u64,
    uitgepakt: u64,
    koppeling: bool,
    /// From the start of the file's own head.
    bytes: &'a [u8],
}

/// The files of a ZIP.
pub fn uitpakken(bytes: &[u8]) -> Inlezing {
    let mut inlezing = Inlezing { zip: true, ..Inlezing::default() };
    let Some(regels) = regels(bytes) else {
        inlezing.geweigerd.push((String::new(), "de ZIP is afgebroken of beschadigd".to_string()));
        return inlezing;
    };
    let mut left = MOST;
    // Compared without case: on many disks the second would take the place of the first.
    let mut namen = BTreeSet::new();
    for regel in regels.iter().filter(|regel| !regel.naam.ends_with('/')) {
        let inhoud = if namen.insert(regel.naam.to_lowercase()) {
            regel.veilig().and_then(|()| regel.inhoud(&mut left))
        } else {
            Err("staat er dubbel in")
        };
        match inhoud {
            Ok(inhoud) => {
                inlezing.bestanden.insert(regel.naam.clone(), inhoud);
            }
            Err(reden) => inlezing.geweigerd.push((regel.naam.clone(), reden.to_string())),
        }
    }
    inlezing
}

fn getal(bytes: &[u8], at: usize, count: usize) -> Option<u64> {
    let part = bytes.get(at..at.checked_add(count)?)?;
    Some(part.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

/// The central directory; `None` when it is not whole.
fn regels(bytes: &[u8]) -> Option<Vec<Regel<'_>>> {
    // Behind the end comes a remark of at most 64 KiB.
    let from = bytes.len().saturating_sub(22 + 0xFFFF);
    let end = from + bytes.get(from..)?.windows(4).rposition(|four| four == EINDE)?;
    let count = getal(bytes, end + 10, 2)?;
    let mut at = usize::try_from(getal(bytes, end + 16, 4)?).ok()?;
    let mut regels = Vec::new();
    for _ in 0..count {
        bytes.get(at..)?.starts_with(REGEL).then_some(())?;
        let [naam, extra, remark] = [28, 30, 32].map(|offset| getal(bytes, at + offset, 2).unwrap_or(0) as usize);
        let begin = usize::try_from(getal(bytes, at + 42, 4)?).ok()?;
        regels.push(Regel {
            naam: String::from_utf8_lossy(bytes.get(at + 46..at + 46 + naam)?).into_owned(),
            vlaggen: getal(bytes, at + 8, 2)? as u16,
            methode: getal(bytes, at + 10, 2)? as u16,
            crc: getal(bytes, at + 16, 4)? as u32,
            ingepakt: getal(bytes, at + 20, 4)?,
            uitgepakt: getal(bytes, at + 24, 4)?,
            koppeling: getal(bytes, at + 38, 4)? >> 16 & 0o17_0000 == 0o12_0000,
            bytes: bytes.get(begin..)?,
        });
        at += 46 + naam + extra + remark;
    }
    Some(regels)
}

impl Regel<'_> {
    fn veilig(&self) -> Result<(), &'static str> {
        if !is_inside(&self.naam) || self.naam.contains(char::REPLACEMENT_CHARACTER) {
            return Err("heeft een pad dat naar buiten leidt of niet te lezen is");
        }
        if self.koppeling {
            return Err("is een verwijzing naar een andere plek");
        }
        if self.vlaggen & 1 == 1 {
            return Err("is versleuteld");
        }
        if self.uitgepakt > self.ingepakt.saturating_mul(KRIMP) + 1024 {
            return Err("is uitgepakt veel te groot");
        }
        Ok(())
    }

    fn inhoud(&self, left: &mut u64) -> Result<Vec<u8>, &'static str> {
        const KAPOT: &str = "is beschadigd";
        let head = |at| getal(self.bytes, at, 2).map(|number| number as usize).ok_or(KAPOT);
        let begin = 30 + head(26)? + head(28)?;
        let naam = self.bytes.get(30..30 + head(26)?).ok_or(KAPOT)?;
        if naam != self.naam.as_bytes() {
            return Err("heet in de lijst van de ZIP anders dan bij het bestand zelf");
        }
        let end = usize::try_from(self.ingepakt).ok().and_then(|size| begin.checked_add(size)).ok_or(KAPOT)?;
        let packed = self.bytes.get(begin..end).filter(|_| self.bytes.starts_with(BESTAND)).ok_or(KAPOT)?;
        if self.uitgepakt > *left {
            return Err("maakt het geheel groter dan 2 GiB");
        }
        let mut inhoud = Vec::new();
        match self.methode {
            0 => inhoud.extend_from_slice(packed),
            8 => {
                // One more than was said, to see a file that is longer than it says.
                let mut reader = DeflateDecoder::new(packed).take(self.uitgepakt + 1);
                reader.read_to_end(&mut inhoud).map_err(|_| KAPOT)?;
            }
            _ => return Err("is ingepakt op een manier die griffel niet kent"),
        }
        let mut crc = Crc::new();
        crc.update(&inhoud);
        if inhoud.len() as u64 != self.uitgepakt || crc.sum() != self.crc {
            return Err(KAPOT);
        }
        *left -= self.uitgepakt;
        Ok(inhoud)
    }
}
