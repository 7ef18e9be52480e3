//! Bundles for publication: a folder and a ZIP each, whole or absent, kept by a manifest of their own.
//!
//! A bundle is written to a folder beside its place and renamed into it, so that nobody sees half of one. What a
//! bundle consists of stands in `publicatie/manifest.json`; a file that somebody else put into a bundle is never
//! removed and never taken along: the bundle stays as it is, with a fault.

#![expect(clippy::disallowed_methods, reason = "renames whole folders below out")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{Bestand, Out, Written};
use crate::compile::sha256;
use crate::diag::codes::{G701, G702, G745};
use crate::diag::{Fatal, Note, Noted};

/// The folder of all bundles, below the out folder.
pub const MAP: &str = "publicatie";
/// Where their manifest lies.
const FILE: &str = "publicatie/manifest.json";
/// Where a bundle is made ready.
const DEEL: &str = "publicatie/.deel";
/// Where the old one goes until the new one stands in its place.
const OUD: &str = "publicatie/.oud";
/// The form of the manifest.
const VORM: u64 = 1;

/// All bundles that lie in the out folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bundels {
    vorm: u64,
    /// One entry each, sorted by folder.
    pub bundels: Vec<BundelEntry>,
}

/// One bundle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundelEntry {
    /// Its folder, below `publicatie`.
    pub map: String,
    /// The same as one file, below `publicatie`.
    pub zip: Option<Bestand>,
    /// Its files, by their path in the bundle.
    pub bestanden: Vec<Bestand>,
}

impl Bundels {
    /// Reads the manifest of the bundles; what cannot be read is an empty one, with a note.
    pub fn read(out: &Out) -> Result<Noted<Self>, Fatal> {
        let Some(bytes) = out.read(FILE)? else { return Ok(Noted::clean(Self::default())) };
        let goed = |gelezen: &Self| {
            let paden = gelezen
                .bundels
                .iter()
                .flat_map(|entry| entry.bestanden.iter().map(|b| b.pad.as_str()).chain([entry.map.as_str()]));
            gelezen.vorm == VORM && paden.into_iter().all(super::out::is_inside)
        };
        match serde_json::from_slice::<Self>(&bytes).ok().filter(goed) {
            Some(gelezen) => Ok(Noted::clean(gelezen)),
            None => {
                let note =
                    Note::without_place(G701, format!("`{FILE}` is niet te lezen; elke bundel wordt opnieuw gemaakt"));
                Ok(Noted { value: Self::default(), notes: vec![note] })
            }
        }
    }

    /// Writes the manifest, sorted by folder.
    pub fn write(&mut self, out: &Out) -> Result<Written, Fatal> {
        self.vorm = VORM;
        self.bundels.sort_by(|a, b| a.map.cmp(&b.map));
        let mut text = serde_json::to_string_pretty(self).expect("text and lists always become JSON");
        text.push('\n');
        out.write(FILE, text.as_bytes())
    }

    /// Puts a bundle in its place: folder and, when it has one, ZIP. Gives whether anything changed; `None` when something in its folder
    /// is not ours, which is noted.
    pub fn zet(
        &mut self,
        out: &Out,
        map: &str,
        bestanden: &[(&str, &[u8])],
        zip: Option<&[u8]>,
        notes: &mut Vec<Note>,
    ) -> Result<Option<Written>, Fatal> {
        if let Some(note) = self.vreemd(out, map)? {
            notes.push(note);
            return Ok(None);
        }
        let zip_pad = zip_pad(map);
        let regel = |pad: &str, bytes: &[u8]| Bestand { pad: pad.to_string(), sha256: sha256(bytes) };
        let entry = BundelEntry {
            map: map.to_string(),
            zip: zip.map(|zip| regel(&zip_pad, zip)),
            bestanden: bestanden.iter().map(|(pad, bytes)| regel(pad, bytes)).collect(),
        };
        let written = if gelijk(out, &entry)? {
            Written::Unchanged
        } else {
            self.vooraf(out, &entry)?;
            // Without its ZIP a bundle is incomplete to the eye too, until the new folder stands.
            if zip.is_some() {
                out.remove(&format!("{MAP}/{zip_pad}"))?;
            }
            let written = vervang(out, map, bestanden)?;
            if let Some(zip) = zip {
                out.write(&format!("{MAP}/{zip_pad}"), zip)?;
            }
            written
        };
        self.bundels.retain(|oud| oud.map != map);
        self.bundels.push(entry);
        Ok(Some(written))
    }

    /// Names the files of a bundle before they lie there, with the old ones: a run that is killed halfway must not leave
    /// a folder that the next one takes for somebody else's.
    fn vooraf(&mut self, out: &Out, entry: &BundelEntry) -> Result<(), Fatal> {
        let at = self.bundels.iter().position(|oud| oud.map == entry.map);
        let mut samen = entry.clone();
        samen.bestanden.extend(at.map(|at| self.bundels.remove(at).bestanden).unwrap_or_default());
        self.bundels.push(samen);
        self.write(out).map(|_| ())
    }

    /// Takes a bundle away, file by file; what somebody has changed or added stays, with a note.
    pub fn haal_weg(&mut self, out: &Out, map: &str, notes: &mut Vec<Note>) -> Result<bool, Fatal> {
        let Some(at) = self.bundels.iter().position(|entry| entry.map == map) else { return Ok(false) };
        let entry = self.bundels.remove(at);
        let paden = entry.bestanden.iter().map(|bestand| (format!("{MAP}/{map}/{}", bestand.pad), &bestand.sha256));
        let zip = entry.zip.iter().map(|bestand| (format!("{MAP}/{}", bestand.pad), &bestand.sha256));
        let mut eigen: BTreeMap<String, Vec<&String>> = BTreeMap::new();
        for (pad, sha256) in paden.chain(zip) {
            eigen.entry(pad).or_default().push(sha256);
        }
        for (pad, sha256) in eigen {
            match out.sha256(&pad)? {
                Some(found) if sha256.contains(&&found) => out.remove(&pad)?,
                Some(_) => notes.push(
                    Note::without_place(G702, format!("`{pad}` hoort nergens meer bij, maar blijft staan: het bestand is veranderd sinds griffel het schreef"))
                        .hint("Verwijder het zelf als het weg mag"),
                ),
                None => {}
            }
        }
        Ok(true)
    }

    /// A fault when a file in the folder of a bundle is not one that griffel wrote there.
    fn vreemd(&self, out: &Out, map: &str) -> Result<Option<Note>, Fatal> {
        let eigen: BTreeSet<&str> = self
            .bundels
            .iter()
            .filter(|entry| entry.map == map)
            .flat_map(|entry| entry.bestanden.iter().map(|bestand| bestand.pad.as_str()))
            .collect();
        let gevonden = bestanden_in(out, &format!("{MAP}/{map}"))?;
        Ok(gevonden.iter().find(|pad| !eigen.contains(pad.as_str())).map(|pad| {
            let message = format!("`{MAP}/{map}/{pad}` is niet van griffel, dus deze bundel wordt niet vervangen");
            Note::without_place(G745, message).hint("Haal het bestand daar weg, of verwijder de hele map")
        }))
    }
}

/// Beside the folder: `ridderkerk/ridderkerk-2021.zip`.
fn zip_pad(map: &str) -> String {
    let (boven, _) = map.split_once('/').unwrap_or((map, ""));
    format!("{boven}/{}.zip", map.replace('/', "-"))
}

/// Whether the bundle lies there already, to the byte.
fn gelijk(out: &Out, entry: &BundelEntry) -> Result<bool, Fatal> {
    let zip = entry.zip.iter().map(|bestand| (format!("{MAP}/{}", bestand.pad), &bestand.sha256));
    let paden = entry.bestanden.iter().map(|bestand| (format!("{MAP}/{}/{}", entry.map, bestand.pad), &bestand.sha256));
    for (pad, sha256) in paden.chain(zip) {
        if out.sha256(&pad)?.as_ref() != Some(sha256) {
            return Ok(false);
        }
    }
    Ok(bestanden_in(out, &format!("{MAP}/{}", entry.map))?.len() == entry.bestanden.len())
}

/// Writes the whole folder beside its place and puts it there by renaming.
fn vervang(out: &Out, map: &str, bestanden: &[(&str, &[u8])]) -> Result<Written, Fatal> {
    ruim_op(out)?;
    for (pad, bytes) in bestanden {
        out.write(&format!("{DEEL}/{pad}"), bytes)?;
    }
    let doel = out.checked(&format!("{MAP}/{map}"))?;
    let [deel, oud] = [out.checked(DEEL)?, out.checked(OUD)?];
    let stap = |van: &Path, naar: &Path| {
        fs::rename(van, naar)
            .map_err(|error| Fatal::io("op zijn plaats zetten", out.typed().join(MAP).join(map), &error))
    };
    let bestond = doel.is_dir();
    if bestond {
        stap(&doel, &oud)?;
    } else if let Some(boven) = doel.parent() {
        fs::create_dir_all(boven).map_err(|error| Fatal::io("map maken", out.typed().join(MAP), &error))?;
    }
    stap(&deel, &doel)?;
    wis(out, OUD)?;
    Ok(if bestond { Written::Changed } else { Written::Made })
}

/// Removes a folder of our own making, left by this run or by one that was killed.
fn wis(out: &Out, map: &str) -> Result<(), Fatal> {
    for pad in bestanden_in(out, map)? {
        out.remove(&format!("{map}/{pad}"))?;
    }
    match fs::remove_dir_all(out.checked(map)?) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Fatal::io("verwijderen", out.typed().join(map), &error))
        }
        _ => Ok(()),
    }
}

/// Removes what a killed run left of a bundle that it was making.
pub fn ruim_op(out: &Out) -> Result<(), Fatal> {
    wis(out, DEEL).and_then(|()| wis(out, OUD))
}

/// The files below a folder, by path relative to it; a link is a file.
fn bestanden_in(out: &Out, map: &str) -> Result<Vec<String>, Fatal> {
    let mut gevonden = Vec::new();
    let mut mappen = vec![String::new()];
    while let Some(onder) = mappen.pop() {
        let pad = out.checked(map)?.join(&onder);
        let Ok(entries) = fs::read_dir(&pad) else { continue };
        for entry in entries {
            let entry = entry.map_err(|error| Fatal::io("lezen", out.typed().join(map), &error))?;
            let naam = format!("{onder}{}", entry.file_name().to_string_lossy());
            match entry.file_type() {
                Ok(soort) if soort.is_dir() => mappen.push(format!("{naam}/")),
                _ => gevonden.push(naam),
            }
        }
    }
    gevonden.sort();
    Ok(gevonden)
}
