//! Damage at random to what was published: always named, and never a panic.

use std::collections::BTreeMap;

use griffel::publish::inlezen;
use griffel::verify::nagaan;

use super::{PUBLICATIE, onder, van_map};
use crate::fuzz::mutate::Chance;

/// Bytes that something happened to: some are others, or the end is gone.
fn beschadig(bytes: &mut Vec<u8>, chance: &mut Chance) {
    if chance.below(3) == 0 {
        bytes.truncate(chance.below(bytes.len()));
    } else {
        for _ in 0..=chance.below(8) {
            let at = chance.below(bytes.len());
            bytes[at] ^= 1 << chance.below(8);
        }
    }
}

#[test]
fn damage_at_random_is_always_named_and_never_stops_the_check() {
    let heel = onder("grjr/2024");
    let mut chance = Chance(0x0BAD_2024);
    let paden: Vec<&String> = heel.keys().collect();
    let mut soorten: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..150 {
        let pad = paden[chance.below(paden.len())];
        let mut files = heel.clone();
        beschadig(files.get_mut(pad).expect("there"), &mut chance);
        if files == heel {
            continue;
        }
        *soorten.entry(pad.rsplit('.').next().unwrap_or_default()).or_default() += 1;
        let rapporten = nagaan(&van_map(&files));
        let genoemd =
            rapporten.iter().flat_map(|rapport| &rapport.controles).flat_map(|controle| &controle.bevindingen);
        let genoemd =
            genoemd.filter(|een| een.pad == *pad || een.wat.contains(pad.as_str()) || pad == "SHA256SUMS").count();
        assert!(genoemd > 0, "{pad} is damaged and nothing says so");
    }
    assert!(
        ["pdf", "xml", "json", "html", "SHA256SUMS"].iter().all(|soort| soorten.contains_key(soort)),
        "{soorten:?}"
    );
}

#[test]
fn a_damaged_zip_names_what_is_damaged_or_is_no_bundle_at_all() {
    let zip = &PUBLICATIE["grjr/grjr-2024.zip"];
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("bundel.zip");
    let lees = |bytes: &[u8]| {
        std::fs::write(&path, bytes).expect("a file");
        inlezen(&path).unwrap_or_else(|fout| panic!("{}", fout.message))
    };
    let heel = lees(zip);
    let mut chance = Chance(0x0BAD_0421);
    let mut stuk = 0;
    for nr in 0..80 {
        let mut bytes = zip.clone();
        if nr % 2 == 0 {
            // The list at the end says where all files are.
            let begin = bytes.windows(4).position(|four| four == b"PK\x01\x02").expect("a list");
            let at = begin + chance.below(bytes.len() - begin);
            bytes[at] ^= 1 << chance.below(8);
        } else {
            beschadig(&mut bytes, &mut chance);
        }
        let inlezing = lees(&bytes);
        let rapporten = nagaan(&inlezing);
        let anders = heel.bestanden.iter().filter(|(pad, bytes)| inlezing.bestanden.get(*pad) != Some(bytes));
        let gezegd: String = rapporten
            .iter()
            .flat_map(|rapport| &rapport.controles)
            .flat_map(|controle| &controle.bevindingen)
            .map(|een| format!("{} {}\n", een.pad, een.wat))
            .collect();
        for (pad, _) in anders {
            stuk += 1;
            // Without a list of checksums nothing is a bundle, and the command says so.
            let naam = pad.split_once('/').expect("a folder").1;
            let sommen = naam == "SHA256SUMS" && !gezegd.is_empty();
            assert!(
                rapporten.is_empty() || sommen || gezegd.contains(naam),
                "{nr}: {pad} differs and nothing says so\n{gezegd}"
            );
        }
    }
    assert!(stuk > 60, "only {stuk} files were damaged");
}
