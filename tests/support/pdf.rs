//! A PDF reader for tests: title, bookmarks, links, attachments, and above all the text in the order of the
//! structure tree, which is what a screen reader says.
//!
//! Everything is read once by [`Pdf::open`] into plain owned values; a file that cannot be read is a failed test.

mod facts;
mod flow;
mod show;
mod tree;

use std::collections::HashMap;

pub use facts::{Attachment, Bookmark, Link, Target};
pub use griffel::pdf::{Claims, Dates};
pub use tree::{Kid, Node};

use flow::Flow;
use griffel::pdf::Facts;
use griffel::pdf::content::{self, Owner, Run};
use griffel::pdf::objects::{self, Objects};

/// One PDF, read whole.
pub struct Pdf {
    facts: Facts,
    pages: Vec<Vec<Run>>,
    tree: Vec<Node>,
    outline: Vec<Bookmark>,
    links: Vec<Link>,
    attachments: Vec<Attachment>,
}

/// The text of one page, apart by what it is.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct PageText {
    /// Real content, in the order in which it is painted.
    pub body: String,
    pub header: String,
    pub footer: String,
    /// Any other artifact that holds text, such as a watermark.
    pub artifacts: String,
}

impl Pdf {
    /// Reads a PDF; panics with the reason when it is none.
    pub fn open(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes: Vec<u8> = bytes.into();
        assert!(bytes.starts_with(b"%PDF-"), "these bytes are no PDF");
        let file = hayro_syntax::Pdf::new(bytes).unwrap_or_else(|e| panic!("the PDF cannot be read: {e:?}"));
        let objects = Objects::new(&file);
        let pages: Vec<Vec<Run>> = file.pages().iter().map(|page| content::runs(page, &objects)).collect();
        let page_numbers = objects.page_numbers();
        let tree = tree::read(&objects, &page_numbers);
        let mut links = facts::links(&objects, &page_numbers);
        let pdf = Self {
            facts: griffel::pdf::facts(&objects, &file),
            outline: facts::outline(&objects, &page_numbers),
            attachments: facts::attachments(&objects),
            links: Vec::new(),
            pages,
            tree,
        };
        for link in &mut links {
            link.text =
                pdf.tree.iter().find_map(|n| n.holder_of(link.object)).map(|n| pdf.text_of(n)).unwrap_or_default();
        }
        Self { links, ..pdf }
    }

    pub fn title(&self) -> &str {
        &self.facts.title
    }

    pub fn author(&self) -> &str {
        &self.facts.author
    }

    /// The language of the whole document, for example `nl-NL`; empty when none is named.
    pub fn lang(&self) -> &str {
        &self.facts.lang
    }

    pub fn keywords(&self) -> &[String] {
        &self.facts.keywords
    }

    pub fn dates(&self) -> &Dates {
        &self.facts.dates
    }

    /// The XMP packet as text.
    pub fn xmp(&self) -> &str {
        &self.facts.xmp
    }

    /// What the XMP packet says that the file conforms to.
    pub fn claims(&self) -> Claims {
        Claims::of(&self.facts.xmp)
    }

    /// Whether a viewer is told to show the title instead of the file name.
    pub fn shows_title(&self) -> bool {
        self.facts.shows_title
    }

    /// The number of pages.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    pub fn outline(&self) -> &[Bookmark] {
        &self.outline
    }

    pub fn links(&self) -> &[Link] {
        &self.links
    }

    pub fn attachments(&self) -> &[Attachment] {
        &self.attachments
    }

    /// The top of the structure tree, normally one `Document`.
    pub fn tree(&self) -> &[Node] {
        &self.tree
    }

    /// All elements with this tag, in reading order.
    pub fn all(&self, tag: &str) -> Vec<&Node> {
        self.tree.iter().flat_map(|n| n.all(tag)).collect()
    }

    /// The headings with their level and text, in reading order.
    pub fn headings(&self) -> Vec<(u8, String)> {
        let level = |n: &Node| n.role.strip_prefix('H').and_then(|l| l.parse::<u8>().ok());
        let nodes = self.tree.iter().flat_map(Node::walk);
        nodes.filter_map(|n| level(n).map(|l| (l, self.text_of(n)))).collect()
    }

    /// The text of one element in reading order, on as few lines as it has blocks.
    pub fn text_of(&self, node: &Node) -> String {
        let mut flow = Flow::new(true);
        flow.node(node, None, &self.by_place());
        flow.finish()
    }

    /// The whole text in the order of the structure tree: a line for each block, cells parted by a tab, words joined
    /// again that were hyphenated. The mark of a footnote reads `[1]`; its note follows the block that it belongs to.
    pub fn text_in_structure_order(&self) -> String {
        self.flowed(true)
    }

    /// The words of the whole text in the order of the structure tree, without the marks of footnotes.
    pub fn words(&self) -> Vec<String> {
        self.flowed(false).split_whitespace().map(str::to_owned).collect()
    }

    /// The structure tree as indented text: tag, what is said about it, and the text of its leaves.
    pub fn tag_tree(&self) -> String {
        show::tree(&self.tree, &self.by_place())
    }

    /// The text of page `n`, counted from 1.
    pub fn page_text(&self, n: usize) -> PageText {
        let part = |wanted: fn(&Owner) -> bool| flow::lines(self.pages[n - 1].iter().filter(|r| wanted(&r.owner)));
        PageText {
            body: part(|o| !matches!(o, Owner::Artifact(_))),
            header: part(|o| matches!(o, Owner::Artifact(kind) if kind == "Header")),
            footer: part(|o| matches!(o, Owner::Artifact(kind) if kind == "Footer")),
            artifacts: part(|o| matches!(o, Owner::Artifact(kind) if kind != "Header" && kind != "Footer")),
        }
    }

    /// Text that is painted, is no artifact, and is reached by no element of the tree: a screen reader never says it.
    pub fn text_outside_tree(&self) -> Vec<String> {
        let known: Vec<(usize, i32)> = self.tree.iter().flat_map(Node::walk).flat_map(Node::places).collect();
        let lost = |page: usize, run: &Run| match run.owner {
            Owner::Artifact(_) => false,
            Owner::Marked(id) => !known.contains(&(page, id)),
            Owner::Nobody => true,
        };
        let pages = self.pages.iter().enumerate();
        pages.flat_map(|(p, runs)| runs.iter().filter(move |r| lost(p, r))).map(|r| r.text.clone()).collect()
    }

    fn flowed(&self, marks: bool) -> String {
        let places = self.by_place();
        let mut flow = Flow::new(marks);
        self.tree.iter().for_each(|node| flow.node(node, None, &places));
        flow.finish()
    }

    /// The runs of each marked place, in the order of painting.
    fn by_place(&self) -> Places<'_> {
        let mut places = Places::new();
        for (page, runs) in self.pages.iter().enumerate() {
            for run in runs {
                if let Owner::Marked(id) = run.owner {
                    places.entry((page, id)).or_default().push(run);
                }
            }
        }
        places
    }
}

/// Page (from 0) and marked-content identifier, with what is painted there.
type Places<'a> = HashMap<(usize, i32), Vec<&'a Run>>;
