//! What a person at the terminal sees: progress while it lasts, a table at the end, faults on stderr.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{IsTerminal, Write};

use indicatif::{ProgressBar, ProgressStyle};

use super::args::Format;
use crate::diag::{Note, Severity, Sources, machine, show};
use crate::pipeline::{Lot, Uitkomst};

/// Progress of a run; hides itself when stderr is no terminal.
pub struct Progress(ProgressBar);

impl Progress {
    /// Starts without a length; the pipeline tells it.
    pub fn new() -> Self {
        let bar = ProgressBar::new(0);
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}");
        Self(style.map_or_else(|_| ProgressBar::hidden(), |style| bar.with_style(style)))
    }

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

/// Shows all notes: for people on stderr, for programs on stdout, where then nothing else comes.
pub fn notes_as(notes: &[Note], sources: &Sources, format: Format) {
    let text = match format {
        Format::Text => return self::notes(notes, sources),
        Format::Json => machine::json(notes, sources),
        Format::Sarif => machine::sarif(notes, sources),
        Format::Github => machine::github(notes, sources),
    };
    print_to(&mut std::io::stdout(), &text);
}

/// Shows the notes on stderr; tips are only counted, so that they do not hide what must be repaired.
pub fn notes(notes: &[Note], sources: &Sources) {
    let zonder_tips: Vec<Note> = notes.iter().filter(|note| note.severity() != Severity::Tip).cloned().collect();
    show_notes(&zonder_tips, notes, sources);
}

/// Shows all notes on stderr, tips too.
pub fn all_notes(notes: &[Note], sources: &Sources) {
    show_notes(notes, notes, sources);
}

fn show_notes(shown: &[Note], all: &[Note], sources: &Sources) {
    if all.is_empty() {
        return;
    }
    let stderr = std::io::stderr();
    let terminal = stderr.is_terminal();
    let width = terminal_size::terminal_size_of(&stderr).map_or(WIDTH, |(width, _)| usize::from(width.0));
    let color = color(terminal, |name| std::env::var_os(name).filter(|value| !value.is_empty()));
    let text = show::text(shown, sources, show::Options { color, ascii: !terminal, width });
    let more = if shown.len() < all.len() { " (toon tips met --tips)" } else { "" };
    print_to(&mut std::io::stderr(), &format!("{text}{}{more}\n", show::summary(all)));
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

/// How many columns the terminal has; `None` when the output goes to a file or a pipe.
pub fn columns() -> Option<usize> {
    let (width, _) = terminal_size::terminal_size_of(std::io::stdout())?;
    Some(usize::from(width.0).min(WIDEST))
}

/// Columns beyond which a wider terminal does not help a reader.
const WIDEST: usize = 240;

/// Shows the table of what was made per gemeente, on stdout.
pub fn table(uitkomsten: &[Uitkomst], check_only: bool) {
    print_to(&mut std::io::stdout(), &table_text(uitkomsten, check_only));
}

/// The table as text: a row per year and gemeente, a column per lot.
pub fn table_text(uitkomsten: &[Uitkomst], check_only: bool) -> String {
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

/// Shows what is still open per document, on stdout.
pub fn open(uitkomsten: &[Uitkomst]) {
    print_to(&mut std::io::stdout(), &open_text(uitkomsten));
}

/// What is still open, grouped: the same blanks in the same document are one line.
pub fn open_text(uitkomsten: &[Uitkomst]) -> String {
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

/// Writes to a stream; a closed pipe ends the output, not the run.
pub fn print_to(out: &mut dyn Write, text: &str) {
    let _ = out.write_all(text.as_bytes());
    let _ = out.flush();
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
