//! How large packed data is once it is unpacked, for the ways of packing that no crate measures without unpacking.

use super::Gevaar;

/// Clears the table of LZW, and ends the data.
const LEEG: usize = 256;
const EINDE: usize = 257;
/// The most entries that the table of LZW has.
const VOL: usize = 4096;

/// Measures LZW: only how long each entry of the table is. `EarlyChange` decides when codes become wider; whoever makes
/// a bomb chooses, so both are tried.
pub fn lzw(data: &[u8], hoogstens: u64) -> Result<u64, Gevaar> {
    let lengten = [lzw_met(data, 1, hoogstens), lzw_met(data, 0, hoogstens)];
    let totaal = lengten.into_iter().max().unwrap_or_default();
    if totaal > hoogstens { Err(Gevaar::TeGroot) } else { Ok(totaal) }
}

/// The bytes that LZW yields, up to the limit, with codes that become wider so many entries early.
fn lzw_met(data: &[u8], vroeg: usize, hoogstens: u64) -> u64 {
    let mut lengten: Vec<u64> = vec![1; EINDE + 1];
    let (mut totaal, mut vorige, mut breedte) = (0, None, 9);
    let (mut bits, mut aantal) = (0u32, 0);
    for byte in data {
        bits = bits << 8 | u32::from(*byte);
        aantal += 8;
        if aantal < breedte {
            continue;
        }
        aantal -= breedte;
        let code = (bits >> aantal) as usize & ((1 << breedte) - 1);
        bits &= (1 << aantal) - 1;
        if code == EINDE || totaal > hoogstens {
            break;
        }
        if code == LEEG {
            lengten.truncate(EINDE + 1);
            (vorige, breedte) = (None, 9);
            continue;
        }
        // The entry that is just being made is the one before with its own first byte behind it.
        let Some(lengte) = lengten.get(code).copied().or_else(|| vorige.map(|vorige: u64| vorige + 1)) else { break };
        totaal += lengte;
        if let Some(vorige) = vorige.filter(|_| lengten.len() < VOL) {
            lengten.push(vorige + 1);
        }
        vorige = Some(lengte);
        breedte = match lengten.len() + vroeg {
            0..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
    }
    totaal
}

/// Measures run lengths: a byte below 128 announces that many bytes and one, a byte above it one byte repeated.
pub fn herhaald(data: &[u8], hoogstens: u64) -> Result<u64, Gevaar> {
    let (mut totaal, mut rest) = (0, data);
    while let [lengte, na @ ..] = rest {
        let (letterlijk, uit) = match lengte {
            128 => break,
            ..128 => (usize::from(*lengte) + 1, u64::from(*lengte) + 1),
            _ => (1, 257 - u64::from(*lengte)),
        };
        totaal += uit;
        rest = na.get(letterlijk..).unwrap_or_default();
    }
    if totaal > hoogstens { Err(Gevaar::TeGroot) } else { Ok(totaal) }
}

/// The bytes behind letters of base 85, up to the end or to what is none.
pub fn uit_85(data: &[u8]) -> Vec<u8> {
    let mut uit = Vec::with_capacity(data.len() / 5 * 4);
    let (mut groep, mut aantal) = (0u32, 0);
    for byte in data.iter().filter(|byte| !byte.is_ascii_whitespace()) {
        match byte {
            b'z' if aantal == 0 => uit.extend([0; 4]),
            b'!'..=b'u' => {
                groep = groep.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                aantal += 1;
                if aantal == 5 {
                    uit.extend(groep.to_be_bytes());
                    (groep, aantal) = (0, 0);
                }
            }
            _ => break,
        }
    }
    // A last group that is not full stands for one byte less than it has letters.
    if aantal > 1 {
        let vol = (aantal..5).fold(groep, |groep, _| groep.wrapping_mul(85).wrapping_add(84));
        uit.extend(&vol.to_be_bytes()[..aantal - 1]);
    }
    uit
}

/// The bytes behind hexadecimal digits, up to the end or to what is none.
pub fn uit_hex(data: &[u8]) -> Vec<u8> {
    let cijfers = data.iter().filter(|byte| !byte.is_ascii_whitespace());
    let cijfers: Vec<u8> =
        cijfers.map_while(|byte| char::from(*byte).to_digit(16)).map(|cijfer| cijfer as u8).collect();
    cijfers.chunks(2).map(|paar| paar[0] << 4 | paar.get(1).copied().unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUIM: u64 = 1 << 30;

    #[test]
    fn the_example_of_the_pdf_standard_is_measured() {
        // ISO 32000-1, 7.4.4.2: these nine bytes stand for `45 45 45 45 45 65 45 45 45 66`.
        let voorbeeld = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        assert_eq!(lzw(&voorbeeld, RUIM), Ok(10));
        assert_eq!(lzw(&voorbeeld, 9), Err(Gevaar::TeGroot));
        assert_eq!(lzw(b"", RUIM), Ok(0));
    }

    #[test]
    fn run_lengths_are_measured() {
        assert_eq!(herhaald(&[2, b'a', b'b', b'c', 255, b'd', 128, 129, b'e'], RUIM), Ok(5));
        assert_eq!(herhaald(&[129, b'e'], 127), Err(Gevaar::TeGroot));
        assert_eq!(herhaald(&[127, b'a'], RUIM), Ok(128));
    }

    #[test]
    fn letters_become_bytes() {
        assert_eq!(uit_85(b"87cUR\nD]i,\"Ebo7~>"), b"Hello World"[..].to_vec());
        assert_eq!(uit_85(b"z!!~>"), [0; 5]);
        assert_eq!(uit_hex(b"48 65 6c6C 6>zz"), b"Hell`");
    }
}
