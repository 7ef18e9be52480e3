//! How large a PDF is once it is unpacked, measured before anything reads it: a small file may hold a bomb, and objects
//! may lie so deep in each other that a reader runs out of stack.

mod pakkers;

use std::io::Read;

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gevaar {
    /// It is locked, with or without a password to open it.
    Versleuteld,
    /// Its objects lie deeper in each other than in any real file.
    TeDiep,
    /// It unpacks to more than anything real does, or takes too long to read.
    TeGroot,
    /// Its reader gave up.
    Kapot,
}

/// The most that one stream may unpack to, in bytes; a page scanned in colour at 600 dpi is some 100 MB.
const STROOM: u64 = 256 << 20;
/// The most that all streams together may unpack to.
const SAMEN: u64 = 2 << 30;
/// How deep arrays and dictionaries may lie in each other; those of real files stay below twenty.
const DIEPTE: usize = 200;
/// Ways of packing that make what was packed larger or smaller; two of them on one stream is how bombs are made.
const INPAKKERS: [&[u8]; 3] = [b"FlateDecode", b"LZWDecode", b"RunLengthDecode"];

/// Whether a file can be read safely: not encrypted, not too deep, not too large.
pub fn check(bytes: &[u8]) -> Result<(), Gevaar> {
    let mut samen = 0;
    let mut rest = bytes;
    while let Some(begin) = zoek(rest, b"stream") {
        let (kop, na) = (&rest[..begin], &rest[begin + b"stream".len()..]);
        onderzoek(kop)?;
        let data = na.strip_prefix(b"\r\n").or_else(|| na.strip_prefix(b"\n")).unwrap_or(na);
        let einde = zoek(data, b"endstream").unwrap_or(data.len());
        samen += uitgepakt(kop, &data[..einde])?;
        if samen > SAMEN {
            return Err(Gevaar::TeGroot);
        }
        rest = data.get(einde + b"endstream".len()..).unwrap_or_default();
    }
    onderzoek(rest)
}

/// What stands outside streams: objects in plain sight, among them the dictionary that says how the file is locked.
fn onderzoek(objecten: &[u8]) -> Result<(), Gevaar> {
    let mut over = objecten;
    while !over.is_empty() {
        let einde = zoek(over, b"endobj").map_or(over.len(), |begin| begin + b"endobj".len());
        Diepte::default().neem(&over[..einde])?;
        over = &over[einde..];
    }
    let mut rest = objecten;
    while let Some(begin) = zoek(rest, b"/Encrypt") {
        rest = &rest[begin + b"/Encrypt".len()..];
        // Not the start of a longer name.
        if rest.first().is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'<') {
            return Err(Gevaar::Versleuteld);
        }
    }
    Ok(())
}

/// How many bytes a stream unpacks to; the dictionary before it says how it is packed.
fn uitgepakt(kop: &[u8], data: &[u8]) -> Result<u64, Gevaar> {
    let begin = kop.windows(4).rposition(|woord| woord == b" obj").unwrap_or(0);
    let woordenboek = &kop[begin..];
    let heeft = |naam: &[u8]| zoek(woordenboek, naam).is_some();
    let keer: usize = INPAKKERS.iter().map(|naam| aantal(woordenboek, naam)).sum();
    if keer > 1 {
        return Err(Gevaar::TeGroot);
    }
    // A name can be written with codes (`/#46lateDecode`), so what is not packed by name is tried too.
    let verhuld = woordenboek.contains(&b'#');
    let letters = if heeft(b"ASCII85") {
        Some(pakkers::uit_85(data))
    } else if heeft(b"ASCIIHex") {
        Some(pakkers::uit_hex(data))
    } else {
        None
    };
    let data = letters.as_deref().unwrap_or(data);
    let oud = heeft(b"LZW") || heeft(b"RunLength");
    let mut totaal = 0;
    if oud || verhuld {
        totaal = pakkers::lzw(data, STROOM)?.max(pakkers::herhaald(data, STROOM)?);
    }
    if oud && heeft(b"/First") {
        // Objects are packed since PDF 1.5, when nobody used these any more; how deep they lie is not looked into.
        return Err(Gevaar::TeDiep);
    }
    let objecten = heeft(b"/First") || verhuld;
    Ok(match meet(flate2::read::ZlibDecoder::new(data), objecten)? {
        0 => totaal.max(meet(flate2::read::DeflateDecoder::new(data), objecten)?),
        zlib => totaal.max(zlib),
    })
}

/// Unpacks to nowhere. What does not unpack is no bomb; whether it matters is for the reader to say.
fn meet(bron: impl Read, objecten: bool) -> Result<u64, Gevaar> {
    let mut bron = bron.take(STROOM + 1);
    let (mut totaal, mut diepte) = (0, Diepte::default());
    let mut buffer = vec![0; 64 << 10];
    while let Ok(gelezen @ 1..) = bron.read(&mut buffer) {
        totaal += gelezen as u64;
        if objecten {
            diepte.neem(&buffer[..gelezen])?;
        }
    }
    if totaal > STROOM { Err(Gevaar::TeGroot) } else { Ok(totaal) }
}

/// How deep what was read so far lies.
#[derive(Default)]
struct Diepte(usize);

impl Diepte {
    fn neem(&mut self, bytes: &[u8]) -> Result<(), Gevaar> {
        for byte in bytes {
            match byte {
                b'[' | b'<' => self.0 += 1,
                b']' | b'>' => self.0 = self.0.saturating_sub(1),
                _ => {}
            }
            // A dictionary opens with two signs.
            if self.0 > 2 * DIEPTE {
                return Err(Gevaar::TeDiep);
            }
        }
        Ok(())
    }
}

fn aantal(tekst: &[u8], woord: &[u8]) -> usize {
    let (mut rest, mut keer) = (tekst, 0);
    while let Some(begin) = zoek(rest, woord) {
        rest = &rest[begin + woord.len()..];
        keer += 1;
    }
    keer
}

fn zoek(tekst: &[u8], woord: &[u8]) -> Option<usize> {
    memchr::memmem::find(tekst, woord)
}
