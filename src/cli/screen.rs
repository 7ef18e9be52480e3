//! What a person at the terminal sees: progress while it lasts, a table at the end, faults on stderr.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{IsTerminal, Stderr, Stdout, Write, stderr, stdout};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use terminal_size::terminal_size_of;

use super::args::Format;
use crate::diag::{Note, Severity, Sources, machine, show};
use crate::pipeline::{Lot, Uitkomst};

/// Progress of a run; hides itself when stderr is no terminal.
pub struct Progress(ProgressBar);

impl Progress {
    /// One more of `total` is done.
    pub fn step(&self, total: usize, naam: &str) {
        self.0.set_length(total as u64);
        self.0.set_message(naam.to_string());
        self.0.inc(1);
    }

    /// Takes the bar away.
    pub fn finish(self) {
        self.0.finish_and_clear();
    }
}

/// What a command prints on, and the folder in which the paths begin that somebody typed.
pub struct Scherm<'a> {
    map: &'a Path,
    uit: &'a mut dyn Write,
    fout: &'a mut dyn Write,
    /// Whether these are the streams of the process, of which the width and the colours can be asked.
    echt: bool,
}

impl<'a> Scherm<'a> {
    /// The streams of the process, in its own folder.
    pub fn echt(uit: &'a mut Stdout, fout: &'a mut Stderr) -> Self {
        Self { map: Path::new(""), uit, fout, echt: true }
    }

    /// Streams that are kept, for a command that is run in another folder than this process.
    pub fn elders(map: &'a Path, uit: &'a mut Vec<u8>, fout: &'a mut Vec<u8>) -> Self {
        Self { map, uit, fout, echt: false }
    }

    /// Where a path leads that somebody typed.
    pub fn pad(&self, getypt: &Path) -> PathBuf {
        self.map.join(getypt)
    }

    /// Says something on stdout; a closed pipe ends the output, not the run.
    pub fn zeg(&mut self, tekst: &str) {
        let _ = self.uit.write_all(tekst.as_bytes()).and_then(|()| self.uit.flush());
    }

    /// Says something on stderr.
    pub fn klaag(&mut self, tekst: &str) {
        let _ = self.fout.write_all(tekst.as_bytes()).and_then(|()| self.fout.flush());
    }

    /// Progress of a run, without a length; the pipeline tells it.
    pub fn progress(&self) -> Progress {
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}");
        let bar = style.ok().filter(|_| self.echt).map(|style| ProgressBar::new(0).with_style(style));
        Progress(bar.unwrap_or_else(ProgressBar::hidden))
    }

    /// Shows all notes: for people on stderr, for programs on stdout, where then nothing else comes.
    pub fn notes_as(&mut self, notes: &[Note], sources: &Sources, format: Format) {
        let tekst = match format {
            Format::Text => return self.notes(notes, sources),
            Format::Json => machine::json(notes, sources),
            Format::Sarif => machine::sarif(notes, sources),
            Format::Github => machine::github(notes, sources),
        };
        self.zeg(&tekst);
    }

    /// Shows the notes on stderr; tips are only counted, so that they do not hide what must be repaired.
    pub fn notes(&mut self, notes: &[Note], sources: &Sources) {
        let zonder_tips: Vec<Note> = notes.iter().filter(|note| note.severity() != Severity::Tip).cloned().collect();
        self.show_notes(&zonder_tips, notes, sources);
    }

    /// Shows all notes on stderr, tips too.
    pub fn all_notes(&mut self, notes: &[Note], sources: &Sources) {
        self.show_notes(notes, notes, sources);
    }

    fn show_notes(&mut self, shown: &[Note], all: &[Note], sources: &Sources) {
        if all.is_empty() {
            return;
        }
        let stderr = stderr();
        let terminal = self.echt && stderr.is_terminal();
        let width = terminal.then(|| terminal_size_of(&stderr)).flatten();
        let width = width.map_or(WIDTH, |(width, _)| usize::from(width.0));
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let color = color(terminal, |name| set(name).filter(|_| self.echt));
        let text = show::text(shown, sources, show::Options { color, ascii: !terminal, width });
        let more = if shown.len() < all.len() { " (toon tips met --tips)" } else { "" };
        self.klaag(&format!("{text}{}{more}\n", show::summary(all)));
    }

    /// How many columns the terminal has; `None` when the output goes to a file or a pipe.
    pub fn columns(&self) -> Option<usize> {
        let (width, _) = self.echt.then(|| terminal_size_of(stdout())).flatten()?;
        Some(usize::from(width.0).min(WIDEST))
    }
}

/// Whether to use colours: `NO_COLOR` forbids them, `CLICOLOR_FORCE` asks for them, else a terminal that can show them.
fn color(terminal: bool, var: impl Fn(&str) -> Option<OsString>) -> bool {
    let is = |name: &str, value: &str| var(name).is_some_and(|set| set == value);
    if var("NO_COLOR").is_some() {
        return false;
    }
    let forced = var("CLICOLOR_FORCE").is_some_and(|set| set != "0");
    forced || (terminal && !is("TERM", "dumb") && !is("CLICOLOR", "0"))
}

/// Columns of a note where no terminal says how wide it is; longer source lines are cut around the place.
const WIDTH: usize = 120;

/// Columns beyond which a wider terminal does not help a reader.
const WIDEST: usize = 240;

/// The table as text: a row per year and gemeente, a column per lot.
pub fn table(uitkomsten: &[Uitkomst], check_only: bool) -> String {
    let mut rows: BTreeMap<(i32, String), [usize; 4]> = BTreeMap::new();
    for uitkomst in uitkomsten {
        let row = rows.entry((uitkomst.jaar, uitkomst.wie.clone())).or_default();
        match uitkomst.lot {
            Lot::Gemaakt => row[0] += 1,
            Lot::Ongewijzigd => row[1] += 1,
            Lot::Mislukt { verouderd } => {
                row[2] += 1;
                row[3] += usize::from(verouderd);
            }
        }
    }
    let first = if check_only { "in orde" } else { "gemaakt" };
    let wide = rows.keys().map(|(_, wie)| wie.chars().count()).max().unwrap_or(0).max(9);
    let mut text = format!("jaar  {:wide$}  {first:>8}  ongewijzigd  mislukt\n", "gemeente");
    let mut total = [0; 4];
    for ((jaar, wie), row) in &rows {
        for (sum, add) in total.iter_mut().zip(row) {
            *sum += add;
        }
        text += &line(&jaar.to_string(), wie, row, wide);
    }
    text += &line("", "totaal", &total, wide);
    text
}

fn line(jaar: &str, wie: &str, row: &[usize; 4], wide: usize) -> String {
    let oud = if row[3] > 0 { format!("  ({} VEROUDERD)", row[3]) } else { String::new() };
    format!("{jaar:4}  {wie:wide$}  {:>8}  {:>11}  {:>7}{oud}\n", row[0], row[1], row[2])
}

/// What is still open, grouped: the same blanks in the same document are one line.
pub fn open(uitkomsten: &[Uitkomst]) -> String {
    let mut per: BTreeMap<(&str, &str, String), Vec<&str>> = BTreeMap::new();
    for uitkomst in uitkomsten.iter().filter(|u| !u.open.is_empty()) {
        let key = (uitkomst.stuk.as_str(), uitkomst.uitvoer.as_str(), uitkomst.open.join(", "));
        per.entry(key).or_default().push(&uitkomst.wie);
    }
    if per.is_empty() {
        return String::new();
    }
    let mut text = String::from("\nNog niet bekend (staat als leeg vak in de PDF):\n");
    for ((stuk, uitvoer, velden), wie) in per {
        let voor = if wie.len() > 3 { format!("{} exemplaren", wie.len()) } else { wie.join(", ") };
        text += &format!("  {stuk} ({uitvoer}), {voor}: {velden}\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_follow_the_terminal_unless_the_user_says_otherwise() {
        let with = |terminal: bool, vars: &[(&str, &str)]| {
            let find = |name: &str| vars.iter().find(|(set, _)| *set == name).map(|(_, value)| OsString::from(value));
            color(terminal, find)
        };
        assert!(with(true, &[("TERM", "xterm")]));
        assert!(!with(false, &[]));
        assert!(with(false, &[("CLICOLOR_FORCE", "1")]));
        assert!(!with(false, &[("CLICOLOR_FORCE", "0")]));
        assert!(!with(true, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
        assert!(!with(true, &[("TERM", "dumb")]));
        assert!(!with(true, &[("CLICOLOR", "0")]));
    }
}
