//! From painted runs to running text: where a line ends, where a blank was only a gap, where a word was hyphenated.

use super::Places;
use super::content::Run;
use super::tree::{Kid, Node};

/// Elements that stand inside a line of text.
const INLINE: [&str; 13] = [
    "Span",
    "Link",
    "Reference",
    "Lbl",
    "Quote",
    "Code",
    "Formula",
    "Annot",
    "BibEntry",
    "Ruby",
    "Warichu",
    "NonStruct",
    "Private",
];

/// Typst puts one before the page number in a list of contents.
const WORD_JOINER: char = '\u{2060}';

/// What is owed before the next text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Blank,
    Tab,
    Line,
}

/// Running text in the making.
pub struct Flow<'a> {
    out: String,
    gap: Gap,
    last: Option<&'a Run>,
    /// Whether the marks of footnotes are written.
    marks: bool,
    /// Inside a table cell and after a label, blocks do not start a new line.
    cells: usize,
    labelled: bool,
    /// Notes that wait for the end of the block which refers to them.
    notes: Vec<&'a Node>,
}

impl<'a> Flow<'a> {
    pub fn new(marks: bool) -> Self {
        Self { out: String::new(), gap: Gap::None, last: None, marks, cells: 0, labelled: false, notes: Vec::new() }
    }

    pub fn finish(self) -> String {
        self.out.trim().to_owned()
    }

    /// Adds an element and all below it.
    pub fn node(&mut self, node: &'a Node, parent: Option<&'a Node>, places: &Places<'a>) {
        let parent_role = parent.map_or("", |p| p.role.as_str());
        match node.role.as_str() {
            "Note" if parent.is_some() => self.notes.push(node),
            "Lbl" if parent_role == "Note" => self.label(node, true, places),
            // Typst wraps the mark of a note in a link; other labels are the number or bullet of the thing itself.
            "Lbl" if parent_role != "LI" && !node.all("Link").is_empty() => self.mark(node, places),
            "Lbl" => self.label(node, false, places),
            "TD" | "TH" => {
                self.owe(if self.at_line_start() { Gap::None } else { Gap::Tab });
                self.cells += 1;
                self.content(node, places);
                self.cells -= 1;
                self.owe(Gap::Tab);
            }
            role if INLINE.contains(&role) => self.content(node, places),
            _ => {
                self.owe(Gap::Line);
                self.content(node, places);
                self.owe(Gap::Line);
                self.waiting_notes(places);
            }
        }
    }

    fn content(&mut self, node: &'a Node, places: &Places<'a>) {
        if let Some(instead) = node.actual_text.as_ref().or(node.alt.as_ref().filter(|_| node.role != "Link")) {
            self.text(instead);
            self.last = None;
            return;
        }
        for kid in &node.kids {
            match kid {
                Kid::Node(child) => self.node(child, Some(node), places),
                Kid::Content(page, id) => {
                    places.get(&(*page, *id)).into_iter().flatten().for_each(|run| self.run(run));
                }
                Kid::Object(_) => {}
            }
        }
    }

    /// The mark in the text that refers to a note.
    fn mark(&mut self, node: &'a Node, places: &Places<'a>) {
        let mut number = Flow::new(true);
        number.content(node, places);
        if self.marks {
            self.text(&format!("[{}]", number.finish()));
        }
        self.last = None;
    }

    /// The number or bullet before a list item, a note, a line of the contents.
    fn label(&mut self, node: &'a Node, of_note: bool, places: &Places<'a>) {
        if of_note {
            self.mark(node, places);
        } else {
            self.content(node, places);
        }
        self.last = None;
        self.owe(Gap::Blank);
        self.labelled = true;
    }

    fn waiting_notes(&mut self, places: &Places<'a>) {
        if self.cells > 0 {
            return;
        }
        for note in std::mem::take(&mut self.notes) {
            self.owe(Gap::Line);
            self.content(note, places);
            self.owe(Gap::Line);
        }
    }

    /// Asks for a separation before the next text; the greatest wish wins.
    fn owe(&mut self, gap: Gap) {
        let inside = self.labelled || (self.cells > 0 && gap == Gap::Line);
        self.gap = self.gap.max(if inside { gap.min(Gap::Blank) } else { gap });
        if gap != Gap::None {
            self.last = None;
        }
    }

    fn at_line_start(&self) -> bool {
        self.out.is_empty() || self.gap == Gap::Line
    }

    /// A painted run; its place tells what stands between it and the one before.
    pub fn run(&mut self, run: &'a Run) {
        if let Some(last) = self.last {
            self.between(last, run);
        }
        self.text(&run.text);
        self.last = Some(run);
    }

    fn between(&mut self, last: &Run, next: &Run) {
        let em = last.size.max(next.size);
        let moved = (last.y - next.y).abs();
        let new_line = moved > 0.9 * em || (moved > 0.1 * em && next.x < last.end - 0.1 * em);
        if new_line {
            // Typst keeps the blank at the end of a line: without one, the line was broken inside a word or by hand.
            if self.out.ends_with('\u{AD}') {
                self.out.pop();
            } else if !self.out.ends_with(|c: char| c.is_whitespace() || "-–—/".contains(c)) {
                self.gap = self.gap.max(if self.cells > 0 { Gap::Blank } else { Gap::Line });
            }
        } else if next.x - last.end > 0.15 * em {
            self.gap = self.gap.max(Gap::Blank);
        }
    }

    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let gap = std::mem::replace(&mut self.gap, Gap::None);
        self.labelled = false;
        let blank_before = self.out.is_empty() || self.out.ends_with(char::is_whitespace);
        match gap {
            Gap::Line if !self.out.is_empty() => {
                self.out.truncate(self.out.trim_end().len());
                self.out.push('\n');
            }
            Gap::Tab if !self.out.is_empty() => self.out.push('\t'),
            Gap::Blank if !blank_before && !text.starts_with(char::is_whitespace) => self.out.push(' '),
            _ => {}
        }
        for letter in text.chars().filter(|c| *c != WORD_JOINER) {
            if letter != ' ' || !self.out.ends_with(' ') {
                self.out.push(letter);
            }
        }
    }
}

/// Runs without a tree: line by line as painted.
pub fn lines<'a>(runs: impl Iterator<Item = &'a Run>) -> String {
    let mut flow = Flow::new(true);
    runs.for_each(|run| flow.run(run));
    flow.finish()
}
