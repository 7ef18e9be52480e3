//! Notes in the manifest, so that a PDF out of the cache still says what compiling it said.

use serde::{Deserialize, Serialize};

use crate::diag::{FileNr, Herstel, Label, Note, Plek, Sources, Span, codes};

/// A note that outlives its run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedNote {
    /// The id of its code.
    pub code: String,
    /// Its message.
    pub message: String,
    /// Its hints.
    pub hints: Vec<String>,
    /// Its places, the main one first.
    pub plaatsen: Vec<Plaats>,
    /// What was typed and what was meant, when it can be repaired.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub herstel: Option<(String, String)>,
    /// The spot on the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plek: Option<SavedPlek>,
}

/// A spot on a page of the PDF that the note is kept with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedPlek {
    /// The page, from 1.
    pub bladzijde: usize,
    /// Left, top, right and bottom in tenths of millimetres.
    pub vak: [i32; 4],
}

/// A place in a text file of the project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plaats {
    /// The path of the file, relative to the project.
    pub bestand: String,
    /// First byte.
    pub van: usize,
    /// The byte after.
    pub tot: usize,
    /// The text that stood there.
    pub citaat: String,
    /// What is to be seen there.
    pub tekst: String,
}

/// Notes as the manifest keeps them.
pub fn save(notes: &[Note], sources: &Sources) -> Vec<SavedNote> {
    notes.iter().map(|note| saved(note, sources)).collect()
}

/// The notes of an earlier run. `None` when one of them no longer fits its file, because text
/// moved or its code is gone: then the document is compiled again.
pub fn replay(saved: &[SavedNote], sources: &Sources) -> Option<Vec<Note>> {
    saved.iter().map(|note| revived(note, sources)).collect()
}

fn saved(note: &Note, sources: &Sources) -> SavedNote {
    let plaats = |label: &Label| Plaats {
        bestand: sources.get(label.span.file).path.clone(),
        van: label.span.start,
        tot: label.span.end,
        citaat: sources.slice(&label.span).to_string(),
        tekst: label.tekst.clone(),
    };
    SavedNote {
        code: note.code.id.to_string(),
        message: note.message.clone(),
        hints: note.hints.clone(),
        plaatsen: note.labels.iter().map(plaats).collect(),
        herstel: note.herstel.as_ref().map(|herstel| (herstel.oud.clone(), herstel.nieuw.clone())),
        plek: note.plek.as_ref().map(|plek| SavedPlek { bladzijde: plek.bladzijde, vak: plek.vak }),
    }
}

fn revived(saved: &SavedNote, sources: &Sources) -> Option<Note> {
    let code = codes::ALL.iter().copied().find(|code| code.id == saved.code)?;
    let labels: Option<Vec<Label>> = saved.plaatsen.iter().map(|plaats| label(plaats, sources)).collect();
    let note = Note::without_place(code, saved.message.clone());
    let herstel = saved.herstel.clone().map(|(oud, nieuw)| Box::new(Herstel { oud, nieuw }));
    let plek = saved.plek.as_ref().map(|SavedPlek { bladzijde, vak }| {
        Box::new(Plek { bladzijde: *bladzijde, vak: *vak, pdf: String::new(), beeld: None })
    });
    Some(Note { labels: labels?, hints: saved.hints.clone(), herstel, plek, ..note })
}

fn label(plaats: &Plaats, sources: &Sources) -> Option<Label> {
    let at = sources.files().iter().position(|file| file.path == plaats.bestand)?;
    let file = FileNr(u32::try_from(at).ok()?);
    let found = sources.get(file).text.get(plaats.van..plaats.tot)?;
    (found == plaats.citaat)
        .then(|| Label { span: Span::new(file, plaats.van..plaats.tot), tekst: plaats.tekst.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_comes_back_as_it_was_as_long_as_its_text_stands_there() {
        let mut sources = Sources::default();
        let file = sources.add("content/2021/brief/document.yaml", "onderwerp: Een ☃\n");
        let note = Note::at(codes::G601, Span::new(file, 11..18), "het teken")
            .liever("Een", "Twee")
            .also(Span::new(file, 0..9), "hier");
        let kept = save(std::slice::from_ref(&note), &sources);
        assert_eq!(replay(&kept, &sources), Some(vec![note]));

        let mut moved = Sources::default();
        moved.add("content/griffel.yaml", "");
        moved.add("content/2021/brief/document.yaml", "# nieuw\nonderwerp: Een ☃\n");
        assert_eq!(replay(&kept, &moved), None);
        assert_eq!(replay(&kept, &Sources::default()), None);
        assert_eq!(replay(&[SavedNote { code: "G000".into(), ..SavedNote::default() }], &sources), None);
    }
}
