//! What all documents share: fonts, the Typst library, `stijl` and images. Built once per run.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use typst::foundations::Bytes;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Features, Library, LibraryExt};

use super::key::{Digest, sha256};
use crate::diag::{FileNr, Note, Noted, codes};
use crate::load::{Raw, RawSoort};

/// Files by path; what they hold is shared with whoever read them.
pub type Bestanden = BTreeMap<String, Arc<[u8]>>;

/// An image with its digest.
struct Beeld {
    bytes: Bytes,
    sha256: String,
}

/// Everything a document may use beside its own sources, in memory.
pub struct Shelf {
    pub(super) library: LazyHash<Library>,
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
    stijl: HashMap<FileId, Source>,
    font_files: BTreeMap<String, Bytes>,
    stijl_files: BTreeMap<String, String>,
    beelden: BTreeMap<String, Beeld>,
    digest: String,
    /// The templates as people wrote them, by path under `templates`; only to lead faults home.
    geschreven: BTreeMap<String, (FileNr, String)>,
}

impl Shelf {
    /// Fills the shelf: `fonts` by path, `stijl` as (`/stijl/basis.typ`, text), `beelden` by virtual path
    /// (`/beeld/logo.svg`). What cannot be used is noted and left out.
    pub fn new(fonts: &Bestanden, stijl: &[(String, String)], beelden: &Bestanden) -> Noted<Self> {
        let mut notes = Vec::new();
        let font_files: BTreeMap<_, _> =
            fonts.iter().map(|(path, bytes)| (path.clone(), Bytes::new(Arc::clone(bytes)))).collect();
        let fonts = read_fonts(&font_files, &mut notes);
        let stijl_files: BTreeMap<_, _> = stijl.iter().cloned().collect();
        let stijl = stijl_files
            .iter()
            .filter_map(|(path, text)| virtual_file(path).map(|id| (id, Source::new(id, text.clone()))))
            .collect();
        let value = Self {
            library: LazyHash::new(library()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            stijl,
            digest: shared_digest(&font_files, &stijl_files),
            font_files,
            stijl_files,
            beelden: read_beelden(beelden, &mut notes),
            geschreven: BTreeMap::new(),
        };
        Noted { value, notes }
    }

    /// The shelf of a project; it knows the templates as people wrote them, so that faults lead there.
    pub fn van(raw: &Raw) -> Noted<Self> {
        let text = |nr: &FileNr| raw.sources.get(*nr).text.clone();
        let stijl: Vec<(String, String)> = raw.stijl.iter().map(|(path, nr)| (path.clone(), text(nr))).collect();
        let van_soort = |(soort, bron): (&String, &RawSoort)| -> Vec<(String, FileNr)> {
            bron.sjablonen.iter().map(|(naam, nr)| (format!("{soort}/{naam}"), *nr)).collect()
        };
        let gedeeld = raw.delen.iter().chain(&raw.stijl);
        let gedeeld = gedeeld.map(|(path, nr)| (path.trim_start_matches('/').to_string(), *nr));
        let geschreven = raw.soorten.iter().flat_map(van_soort).chain(gedeeld);
        let noted = Self::new(&raw.fonts, &stijl, &raw.beelden);
        let geschreven = geschreven.map(|(path, nr)| (path, (nr, text(&nr)))).collect();
        Noted { value: Self { geschreven, ..noted.value }, notes: noted.notes }
    }

    /// A file that designers wrote, by path under `templates`.
    pub(super) fn bestand(&self, path: &str) -> Option<(FileNr, &str)> {
        self.geschreven.get(path).map(|(nr, text)| (*nr, text.as_str()))
    }

    /// The parts that templates include.
    pub(super) fn delen(&self) -> impl Iterator<Item = (FileNr, &str)> {
        let delen = self.geschreven.iter().filter(|(path, _)| path.starts_with("delen/"));
        delen.map(|(_, (nr, text))| (*nr, text.as_str()))
    }

    /// The font files by their path.
    pub fn font_files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.font_files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The style modules by their virtual path.
    pub fn stijl_files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.stijl_files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The images that a document with these sources can see: those whose path stands literally in
    /// one of them, or in a style module. The world serves no others, so that a change to an image
    /// concerns exactly the documents that name it.
    pub fn visible<'a>(&'a self, texts: &[&str]) -> Vec<&'a str> {
        let named = |path: &str| {
            texts.iter().any(|text| text.contains(path)) || self.stijl_files.values().any(|text| text.contains(path))
        };
        self.beelden.keys().map(String::as_str).filter(|path| named(path)).collect()
    }

    /// The bytes of an image.
    pub fn beeld(&self, path: &str) -> Option<&[u8]> {
        self.beelden.get(path).map(|beeld| beeld.bytes.as_slice())
    }

    /// The SHA-256 of an image.
    pub fn beeld_sha256(&self, path: &str) -> Option<&str> {
        self.beelden.get(path).map(|beeld| beeld.sha256.as_str())
    }

    /// One digest over all fonts and style modules.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    pub(super) fn stijl(&self, id: FileId) -> Option<&Source> {
        self.stijl.get(&id)
    }

    pub(super) fn beeld_bytes(&self, path: &str) -> Option<Bytes> {
        self.beelden.get(path).map(|beeld| beeld.bytes.clone())
    }
}

/// The Typst library, with the cells that head a row of a table; a feature of 0.15 that later versions have without
/// asking. The style does without where it is not there.
fn library() -> Library {
    Library::builder().with_features(Features::from_iter([Feature::A11yExtras])).build()
}

/// The id of a virtual path. Each different path leaks a 16-bit id for the life of the process, so
/// callers keep to a small, fixed set.
pub(super) fn virtual_file(path: &str) -> Option<FileId> {
    VirtualPath::new(path).ok().map(|path| RootedPath::new(VirtualRoot::Project, path).intern())
}

fn read_fonts(files: &BTreeMap<String, Bytes>, notes: &mut Vec<Note>) -> Vec<Font> {
    let mut fonts = Vec::new();
    for (path, bytes) in files {
        let before = fonts.len();
        fonts.extend(Font::iter(bytes.clone()));
        if fonts.len() == before {
            let message = format!("`{path}` is geen lettertype dat te lezen is");
            notes.push(Note::without_place(codes::G614, message).hint("Zet er een geldig .ttf- of .otf-bestand neer"));
        }
    }
    fonts
}

fn read_beelden(beelden: &Bestanden, notes: &mut Vec<Note>) -> BTreeMap<String, Beeld> {
    let mut read = BTreeMap::new();
    for (path, bytes) in beelden {
        // Other characters are escaped in generated sources, where `visible` would not find them.
        let plain = path.chars().all(|c| c.is_alphanumeric() || "/._- ".contains(c));
        if plain && virtual_file(path).is_some() {
            read.insert(path.clone(), Beeld { sha256: sha256(bytes), bytes: Bytes::new(Arc::clone(bytes)) });
        } else {
            let name = path.rsplit('/').next().unwrap_or(path);
            let message = format!("de bestandsnaam `{name}` bevat een teken dat niet kan");
            notes.push(Note::without_place(codes::G615, message).hint("Geef het bestand een eenvoudiger naam"));
        }
    }
    read
}

fn shared_digest(fonts: &BTreeMap<String, Bytes>, stijl: &BTreeMap<String, String>) -> String {
    let mut digest = Digest::new();
    for bytes in fonts.values() {
        digest.add("font", bytes);
    }
    for (path, text) in stijl {
        digest.add(path, text.as_bytes());
    }
    digest.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bestanden(files: &[(&str, &[u8])]) -> Bestanden {
        files.iter().map(|(path, bytes)| ((*path).to_string(), Arc::from(*bytes))).collect()
    }

    #[test]
    fn a_file_that_is_no_font_is_noted() {
        let noted = Shelf::new(&bestanden(&[("fonts/kapot.ttf", b"geen lettertype")]), &[], &Bestanden::new());
        assert_eq!(noted.notes.len(), 1);
        assert_eq!(noted.notes[0].code, codes::G614);
        assert!(noted.notes[0].message.contains("fonts/kapot.ttf"));
    }

    #[test]
    fn an_image_name_with_code_in_it_is_refused() {
        let beelden = bestanden(&[("/beeld/a#b.svg", b""), ("/beeld/wapen é.svg", b"")]);
        let noted = Shelf::new(&Bestanden::new(), &[], &beelden);
        assert_eq!(noted.notes.iter().map(|note| note.code).collect::<Vec<_>>(), [codes::G615]);
        assert!(noted.value.beeld("/beeld/wapen é.svg").is_some());
    }

    #[test]
    fn only_named_images_are_visible() {
        let beelden = bestanden(&["/beeld/a.svg", "/beeld/b.svg", "/beeld/c.svg"].map(|path| (path, &b""[..])));
        let stijl = [("/stijl/basis.typ".to_string(), "#image(\"/beeld/c.svg\")".to_string())];
        let shelf = Shelf::new(&Bestanden::new(), &stijl, &beelden).value;
        assert_eq!(shelf.visible(&["#image(\"/beeld/a.svg\")"]), ["/beeld/a.svg", "/beeld/c.svg"]);
    }

    #[test]
    fn the_order_of_the_input_does_not_change_the_digest() {
        let a = ("/stijl/a.typ".to_string(), "a".to_string());
        let b = ("/stijl/b.typ".to_string(), "b".to_string());
        let of = |stijl: &[(String, String)]| Shelf::new(&Bestanden::new(), stijl, &Bestanden::new()).value;
        let (one, two) = (of(&[a.clone(), b.clone()]), of(&[b, a]));
        assert_eq!(one.digest(), two.digest());
    }
}
