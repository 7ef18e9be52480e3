//! A bundle as one ZIP, whole or made to do harm.

use std::io::Write as _;

use super::{Files, bundel, compare, verify_zip};

/// A ZIP with these names and contents, stored, with the external attributes given.
fn zip(files: &[(&str, &[u8], u32)]) -> Vec<u8> {
    let (mut bytes, mut list) = (Vec::new(), Vec::new());
    for (naam, content, mode) in files {
        let mut crc = flate2::Crc::new();
        crc.update(content);
        let at = u32::try_from(bytes.len()).expect("small");
        let size = u32::try_from(content.len()).expect("small").to_le_bytes();
        let length = u16::try_from(naam.len()).expect("short").to_le_bytes();
        let middle =
            [&[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0][..], &crc.sum().to_le_bytes(), &size, &size, &length, &[0, 0]]
                .concat();
        bytes.write_all(&[b"PK\x03\x04", &middle[..], naam.as_bytes(), content].concat()).expect("in memory");
        let rest = [&[0; 6][..], &(mode << 16).to_le_bytes(), &at.to_le_bytes(), naam.as_bytes()].concat();
        list.extend([b"PK\x01\x02\x14\x03", &middle[..], &rest].concat());
    }
    let count = u16::try_from(files.len()).expect("few").to_le_bytes();
    let [size, at] = [list.len(), bytes.len()].map(|number| u32::try_from(number).expect("small").to_le_bytes());
    bytes.extend([&list[..], b"PK\x05\x06\0\0\0\0", &count, &count, &size, &at, &[0, 0]].concat());
    bytes
}

fn gezipt(files: &Files) -> Vec<(String, Vec<u8>)> {
    files.iter().map(|(pad, bytes)| (format!("ridderkerk-2021/{pad}"), bytes.clone())).collect()
}

fn maak_zip(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8], u32)> =
        files.iter().map(|(pad, bytes)| (pad.as_str(), bytes.as_slice(), 0o100_644)).collect();
    zip(&parts)
}

#[test]
fn a_zip_is_checked_as_a_folder_is() {
    compare("zip-heel", &verify_zip(&maak_zip(&gezipt(&bundel()))), 0);
}

#[test]
fn a_zip_that_could_do_harm_is_named() {
    let heel = gezipt(&bundel());
    let met = |pad: &str, bytes: &[u8]| {
        let mut files = heel.clone();
        files.push((pad.to_string(), bytes.to_vec()));
        maak_zip(&files)
    };
    compare("zip-pad-naar-buiten", &verify_zip(&met("../../brief.pdf", b"x")), 1);
    compare("zip-vast-pad", &verify_zip(&met("/etc/brief.pdf", b"x")), 1);
    compare("zip-pad-van-windows", &verify_zip(&met("C:\\brief.pdf", b"x")), 1);
    compare("zip-dubbele-naam", &verify_zip(&met("ridderkerk-2021/sha256sums", b"x")), 1);
    compare(
        "zip-hernoemd",
        &verify_zip(&{
            let mut files = heel.clone();
            files[0].0 += ".oud";
            maak_zip(&files)
        }),
        1,
    );
    let mut parts: Vec<(&str, &[u8], u32)> =
        heel.iter().map(|(pad, bytes)| (pad.as_str(), bytes.as_slice(), 0o100_644)).collect();
    parts.push(("ridderkerk-2021/koppeling", b"/etc/passwd", 0o120_777));
    compare("zip-koppeling", &verify_zip(&zip(&parts)), 1);
    let mut bom = met("ridderkerk-2021/bom", b"x");
    let at = bom.windows(4).rposition(|part| part == b"PK\x01\x02").expect("a list");
    bom[at + 24..at + 28].copy_from_slice(&u32::MAX.to_le_bytes());
    compare("zip-bom", &verify_zip(&bom), 1);
    let mut twee = met("ridderkerk-2021/twee-namen", b"x");
    let at = twee.windows(10).position(|part| part == b"twee-namen").expect("its head");
    twee[at] = b'T';
    compare("zip-twee-namen", &verify_zip(&twee), 1);
    let half = met("ridderkerk-2021/half", b"x");
    compare("zip-afgebroken", &verify_zip(&half[..half.len() / 2]), 2);
}
