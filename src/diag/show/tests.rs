use super::*;
use crate::diag::codes::{G109, G121, G201};
use crate::diag::{FileNr, Span};

const PLAIN: Options = Options { color: false, ascii: true, width: 80 };

fn sources(text: &str) -> (Sources, FileNr) {
    let mut sources = Sources::default();
    let file = sources.add("content/a.yaml", text);
    (sources, file)
}

#[test]
fn a_note_shows_both_places_the_hint_and_the_rule() {
    let (sources, file) = sources("één: 1\r\nb: 2\r\néén: 3\r\n");
    let note = Note::at(G109, Span::new(file, 16..21), "`één` staat hier twee keer")
        .also(Span::new(file, 0..5), "hier staat het ook al")
        .hint("Verwijder een van de twee");
    let expected = "\
fout[G109]: `één` staat hier twee keer
 --> content/a.yaml:3:1
  |
1 | één: 1
  | --- hier staat het ook al
2 | b: 2
3 | één: 3
  | ^^^
  |
  = hulp: Verwijder een van de twee
  = regel: Een veld staat maar één keer in dezelfde groep.

";
    assert_eq!(text(&[note], &sources, PLAIN), expected);
}

#[test]
fn places_far_apart_and_in_other_files_are_shown_apart() {
    let (mut sources, file) = sources(&format!("a: 1\n{}a: 2\n", "# x\n".repeat(40)));
    let other = sources.add("content/b.yaml", "c: 3\n");
    let note = Note::at(G109, Span::new(file, 165..166), "x")
        .also(Span::new(file, 0..1), "y")
        .also(Span::new(other, 3..4), "z");
    let shown = text(&[note], &sources, PLAIN);
    for place in ["--> content/a.yaml:42:1", "::: content/a.yaml:1:1", "::: content/b.yaml:1:4"] {
        assert!(shown.contains(place), "{place} in\n{shown}");
    }
}

#[test]
fn a_long_line_is_trimmed_around_its_place() {
    let (sources, file) = sources(&format!("a: {}fout{}", "woord ".repeat(200), " woord".repeat(200)));
    let shown = text(&[Note::at(G201, Span::new(file, 1203..1207), "x")], &sources, PLAIN);
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
    assert!(shown.contains("fout woord") && shown.contains("^^^^"), "{shown}");
}

#[test]
fn no_english_of_the_library_reaches_the_reader() {
    let (sources, file) = sources("a: 1\n");
    let notes = [
        Note::at(G121, Span::new(file, 0..5), "x").hint("doe dit"),
        Note::at(G201, Span::new(file, 5..5), "y"),
        Note::without_place(G201, "z").hint("doe dat"),
    ];
    for color in [false, true] {
        let shown = text(&notes, &sources, Options { color, ascii: false, width: 80 });
        for english in ["error", "warning", "help", "note", "info"] {
            assert!(!shown.contains(english), "{english} in\n{shown}");
        }
        assert_eq!(shown.contains('\u{1b}'), color);
    }
}

#[test]
fn an_escape_sequence_in_content_never_reaches_the_screen() {
    let (sources, file) = sources("a: \u{1b}[2J\u{9b}x\n");
    let note = Note::at(G201, Span::new(file, 3..4), "`\u{1b}[2J`")
        .hint("\u{1b}[2J\u{9b}")
        .also(Span::new(file, 0..1), "\u{1b}[2J");
    assert!(!text(&[note], &sources, PLAIN).contains(['\u{1b}', '\u{9b}']));
}

#[test]
fn the_summary_counts_in_dutch() {
    let (fout, waarschuwing) = (Note::without_place(G201, "x"), Note::without_place(G121, "y"));
    let table: [(&[&Note], &str); 4] = [
        (&[], "geen meldingen"),
        (&[&fout], "1 fout"),
        (&[&fout, &waarschuwing, &fout, &fout], "3 fouten, 1 waarschuwing"),
        (&[&waarschuwing, &waarschuwing], "2 waarschuwingen"),
    ];
    for (notes, expected) in table {
        assert_eq!(summary(&notes.iter().map(|note| (*note).clone()).collect::<Vec<_>>()), expected);
    }
}
