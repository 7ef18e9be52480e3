//! Footnotes: the first mark on the page carries the text, later marks point to it.

use std::collections::BTreeMap;

use super::bouwer::Bouwer;
use super::bron::BronFile;
use super::tekst;
use crate::plan::Job;

/// Gives every note its text at its first mark. Which mark comes first is only known now that the template has
/// put everything in its place, so all marks were written as "later" ones.
pub fn plaats(files: &mut [BronFile], bouwer: &mut Bouwer<'_>, job: &Job<'_>) {
    for (id, noot) in &job.inhoud.noten {
        let later = tekst::nootcijfer(id);
        // Each note that is placed makes its file longer, so the pieces are measured anew.
        let eerste = volgorde(files)
            .iter()
            .find_map(|(file, from, to)| files[*file].text[*from..*to].find(&later).map(|at| (*file, from + at)));
        // A gemeente may not get the block with the mark.
        let Some((file, at)) = eerste else { continue };
        let geschreven = tekst::noot(id, &noot.tekst, &bouwer.invuller, &mut bouwer.notes);
        vervang(&mut files[file], at, later.len(), &geschreven);
    }
}

/// Puts the text in the place of the mark and moves what comes after.
fn vervang(file: &mut BronFile, at: usize, len: usize, nieuw: &tekst::Schrijver) {
    file.text.replace_range(at..at + len, &nieuw.source);
    let groei = nieuw.source.len();
    for (range, _) in &mut file.kaart {
        if range.start >= at + len {
            *range = range.start - len + groei..range.end - len + groei;
        } else if range.end > at {
            range.end = range.end + groei - len;
        }
    }
    file.kaart.extend(nieuw.kaart.iter().map(|(range, span)| (range.start + at..range.end + at, span.clone())));
}

/// All generated text in page order, as (file, from, to): the main source with each include in its place.
fn volgorde(files: &[BronFile]) -> Vec<(usize, usize, usize)> {
    let paths: BTreeMap<&str, usize> = files.iter().enumerate().map(|(nr, file)| (file.path.as_str(), nr)).collect();
    let Some(main) = files.first() else { return Vec::new() };
    let mut delen = Vec::new();
    let mut from = 0;
    for (at, include) in main.text.match_indices("#include \"") {
        let begin = at + include.len();
        let Some(len) = main.text[begin..].find('"') else { continue };
        delen.push((0, from, at));
        from = at;
        if let Some(nr) = paths.get(&main.text[begin..begin + len]) {
            delen.push((*nr, 0, files[*nr].text.len()));
        }
    }
    delen.push((0, from, main.text.len()));
    delen
}
