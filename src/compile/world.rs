//! The sealed world of one document: its own sources and the shelf, and nothing else.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use typst::Library;
use typst::World;
use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use super::shelf::virtual_file;
use super::{Bron, Shelf};

/// What Typst sees of the machine while it compiles one document.
pub struct DocWorld<'a> {
    shelf: &'a Shelf,
    main: FileId,
    sources: HashMap<FileId, Source>,
    beelden: BTreeSet<&'a str>,
}

impl<'a> DocWorld<'a> {
    /// A world around the sources of one document; `None` when it has none, or an impossible path.
    pub fn new(shelf: &'a Shelf, bron: &Bron) -> Option<Self> {
        let main = virtual_file(&bron.files.first()?.path)?;
        let mut sources = HashMap::with_capacity(bron.files.len());
        for file in &bron.files {
            let id = virtual_file(&file.path)?;
            sources.insert(id, Source::new(id, file.text.clone()));
        }
        let texts: Vec<&str> = bron.files.iter().map(|file| file.text.as_str()).collect();
        Some(Self { shelf, main, sources, beelden: shelf.visible(&texts).into_iter().collect() })
    }

    /// The images that this document can see.
    pub fn beelden(&self) -> impl Iterator<Item = &str> {
        self.beelden.iter().copied()
    }

    fn find(&self, id: FileId) -> FileResult<&Source> {
        if let VirtualRoot::Package(package) = id.get().root() {
            return Err(FileError::Package(PackageError::NotFound(package.clone())));
        }
        let found = self.sources.get(&id).or_else(|| self.shelf.stijl(id));
        found.ok_or_else(|| FileError::NotFound(PathBuf::from(id.get().vpath().get_with_slash())))
    }
}

impl World for DocWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.shelf.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shelf.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.find(id).cloned()
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = id.get().vpath().get_with_slash();
        let here = matches!(id.get().root(), VirtualRoot::Project);
        if here
            && self.beelden.contains(path)
            && let Some(bytes) = self.shelf.beeld_bytes(path)
        {
            return Ok(bytes);
        }
        self.find(id).map(|source| Bytes::from_string(source.clone()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shelf.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
