//! Removes what griffel made and the content no longer asks for.

use std::collections::{BTreeMap, BTreeSet};

use super::{Bestand, Manifest, Out};
use crate::diag::{Note, Noted, codes};

/// Removes the files that `previous` owned, or that a killed run left, and nothing in `next` owns, and gives their
/// paths. A file that somebody has changed since stays, with a note.
pub fn remove_orphans(out: &Out, previous: &Manifest, gestrand: &[Bestand], next: &Manifest) -> Noted<Vec<String>> {
    let kept: BTreeSet<&str> = next.stukken.iter().flat_map(|entry| entry.files()).map(|(pad, _)| pad).collect();
    let left_behind = gestrand.iter().map(|bestand| (bestand.pad.as_str(), bestand.sha256.as_str()));
    let mut owned: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (pad, sha256) in previous.stukken.iter().flat_map(|entry| entry.files()).chain(left_behind) {
        owned.entry(pad).or_default().push(sha256);
    }
    let mut removed = Vec::new();
    let mut notes = Vec::new();
    for (pad, sha256) in owned.into_iter().filter(|(pad, _)| !kept.contains(pad)) {
        let ours = match out.sha256(pad) {
            Ok(None) => continue,
            Ok(Some(found)) => sha256.contains(&found.as_str()),
            Err(_) => false,
        };
        match ours.then(|| out.remove(pad)) {
            Some(Ok(())) => removed.push(pad.to_string()),
            Some(Err(fatal)) => notes.push(left(pad, &fatal.message)),
            None => notes.push(left(pad, "het bestand is veranderd sinds griffel het schreef")),
        }
    }
    Noted { value: removed, notes }
}

fn left(pad: &str, why: &str) -> Note {
    Note::without_place(codes::G702, format!("`{pad}` hoort nergens meer bij, maar blijft staan: {why}"))
        .hint("Verwijder het zelf als het weg mag")
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests prepare an out folder by hand")]
mod tests {
    use super::*;
    use crate::compile::sha256;
    use crate::publish::{Bijlage, Entry};

    fn write(out: &Out, pad: &str, bijlage: Option<&str>) -> Entry {
        let bijlagen = bijlage.map(|pad| {
            out.write(pad, b"bijlage").expect("written");
            Bijlage { pad: pad.into(), sha256: sha256(b"bijlage"), ..Bijlage::default() }
        });
        out.write(pad, pad.as_bytes()).expect("written");
        let bijlagen = bijlagen.into_iter().collect();
        Entry { pad: pad.into(), sha256: sha256(pad.as_bytes()), bijlagen, ..Entry::default() }
    }

    #[test]
    fn only_own_unchanged_orphans_go() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = Out::open(folder.path()).expect("an out folder");
        let blijft = write(&out, "2021/blijft.pdf", Some("2021/gedeeld.pdf"));
        let weg = write(&out, "2020/weg.pdf", Some("2021/gedeeld.pdf"));
        let gewijzigd = write(&out, "2020/x/gewijzigd.pdf", Some("2020/y/los.pdf"));
        out.write("2020/x/gewijzigd.pdf", b"met de hand").expect("written");
        out.write("2020/van-een-ander.pdf", b"?").expect("written");
        let gone = Entry { pad: "2020/al-weg.pdf".into(), ..Entry::default() };
        let previous = Manifest { stukken: vec![blijft.clone(), weg, gewijzigd, gone] };
        let los = Bestand { pad: "2020/gestrand.pdf".into(), sha256: sha256(b"los") };
        out.write(&los.pad, b"los").expect("written");
        let noted = remove_orphans(&out, &previous, &[los], &Manifest { stukken: vec![blijft] });

        assert_eq!(noted.value, ["2020/gestrand.pdf", "2020/weg.pdf", "2020/y/los.pdf"]);
        assert_eq!(noted.notes.len(), 1);
        assert_eq!(noted.notes[0].code, codes::G702);
        for pad in ["2021/blijft.pdf", "2021/gedeeld.pdf", "2020/x/gewijzigd.pdf", "2020/van-een-ander.pdf"] {
            assert!(folder.path().join(pad).exists(), "{pad}");
        }
        assert!(!folder.path().join("2020/y").exists());
    }

    #[cfg(unix)]
    #[test]
    fn an_orphan_behind_a_link_stays() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let out = Out::open(&folder.path().join("uit")).expect("an out folder");
        std::fs::create_dir(folder.path().join("elders")).expect("made");
        std::fs::write(folder.path().join("elders/a.pdf"), "a").expect("written");
        std::os::unix::fs::symlink(folder.path().join("elders"), folder.path().join("uit/map")).expect("linked");
        let entry = Entry { pad: "map/a.pdf".into(), sha256: sha256(b"a"), ..Entry::default() };
        let noted = remove_orphans(&out, &Manifest { stukken: vec![entry] }, &[], &Manifest::default());
        assert_eq!(noted.value, Vec::<String>::new());
        assert_eq!(noted.notes[0].code, codes::G702);
        assert!(folder.path().join("elders/a.pdf").exists());
    }
}
