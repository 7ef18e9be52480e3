//! Reads a laid-out document into pages of things with places: what a rule needs, without Typst's frames.

use std::collections::HashMap;

use typst::foundations::{Content, Dict, Label, Smart, StyleChain, Value};
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::{Abs, Frame, FrameItem, GroupItem, PlaceElem, Point, Size, Transform};
use typst::model::{FootnoteEntry, HeadingElem, ParElem, TableCell, TableElem};
use typst::pdf::{ArtifactElem, TableCellKind};
use typst::syntax::Span;
use typst::text::TextItem;
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

use super::maat::Vak;

/// A laid-out document.
#[derive(Debug, Default)]
pub struct Document {
    /// The pages, in order.
    pub bladen: Vec<Blad>,
    /// The window of the envelope, when the style names one.
    pub venster: Option<Vak>,
}

/// One page.
#[derive(Debug, Default)]
pub struct Blad {
    /// The paper.
    pub papier: Vak,
    /// Where text belongs, when the style says so.
    pub zetspiegel: Option<Vak>,
    /// What is printed on it, in reading order.
    pub dingen: Vec<Ding>,
}

/// A piece of text or an image on a page.
#[derive(Clone, Debug)]
pub struct Ding {
    /// Its place, for text from the top to the bottom of its line.
    pub vak: Vak,
    /// The part of `vak` where small letters have their ink.
    pub inkt: Vak,
    /// Its words; `None` for an image.
    pub tekst: Option<String>,
    /// Where it stands in the sources; words of several origins may be set in one go.
    pub spans: Vec<Span>,
    /// What it is part of.
    pub deel: Deel,
}

/// What a thing is part of, each by the number of the innermost element of that sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Deel {
    /// Headers, footers and decoration.
    pub versiering: bool,
    /// Placed by the style at a spot of its own, out of the flow.
    pub geplaatst: bool,
    /// A note at the foot of the page.
    pub noot: bool,
    /// The address in the window.
    pub adres: Option<usize>,
    /// A closing phrase with its signatures.
    pub ondertekening: Option<usize>,
    /// A heading.
    pub kop: Option<usize>,
    /// A paragraph.
    pub alinea: Option<usize>,
    /// A table.
    pub tabel: Option<usize>,
    /// A cell of a table.
    pub cel: Option<Cel>,
}

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cel {
    /// Its number.
    pub nr: usize,
    /// Part of the header.
    pub kop: bool,
    /// In one row only.
    pub enkel: bool,
}

impl Ding {
    /// Whether it is part of the text that flows from page to page.
    pub fn loopt(&self) -> bool {
        !self.deel.versiering && !self.deel.geplaatst && !self.deel.noot
    }
}

/// Reads all pages.
pub fn lees(document: &PagedDocument) -> Document {
    let mut lezer = Lezer::default();
    for page in document.pages() {
        let size = page.frame.size();
        let papier = Vak { x0: 0.0, y0: 0.0, x1: size.x.to_pt(), y1: size.y.to_pt() };
        lezer.blad = Blad { papier, ..Blad::default() };
        lezer.frame(&page.frame, Transform::identity());
        lezer.uit.bladen.push(std::mem::take(&mut lezer.blad));
    }
    lezer.uit
}

/// The names by which the style tells what is what.
struct Namen {
    zetspiegel: Option<Label>,
    venster: Option<Label>,
    adres: Option<Label>,
    ondertekening: Option<Label>,
}

impl Default for Namen {
    fn default() -> Self {
        let label = |naam: &str| Label::new(PicoStr::intern(naam));
        Self {
            zetspiegel: label("zetspiegel"),
            venster: label("venster"),
            adres: label("adres"),
            ondertekening: label("ondertekening"),
        }
    }
}

/// An element that counts.
type Zet = fn(&mut Deel, usize);

#[derive(Default)]
struct Lezer {
    namen: Namen,
    uit: Document,
    blad: Blad,
    /// The elements that are open now, the innermost last, each with what is inside it.
    open: Vec<(Location, Deel)>,
    /// What was open in each element, for parts of it that lie elsewhere: notes, the rest of a cell.
    gezien: HashMap<Location, Vec<(Location, Deel)>>,
    nummers: HashMap<Location, usize>,
    /// What lies outside it is cut off.
    schaar: Option<Vak>,
}

impl Lezer {
    fn frame(&mut self, frame: &Frame, ts: Transform) {
        for (pos, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let ts = ts.pre_concat(Transform::translate(pos.x, pos.y)).pre_concat(group.transform);
                    let buiten = self.schaar;
                    if group.clip.is_some() {
                        let schaar = vak(Point::zero(), group.frame.size(), ts);
                        self.schaar = Some(buiten.map_or(schaar, |buiten| schaar.binnen(&buiten)));
                    }
                    self.groep(group, ts);
                    self.schaar = buiten;
                }
                FrameItem::Text(text) => self.tekst(text, *pos, ts),
                FrameItem::Image(_, size, span) => {
                    let vak = self.geknipt(vak(*pos, *size, ts));
                    let deel = self.deel();
                    self.blad.dingen.push(Ding { vak, inkt: vak, tekst: None, spans: vec![*span], deel });
                }
                FrameItem::Tag(Tag::Start(content, _)) => self.begin(content),
                FrameItem::Tag(Tag::End(location, ..)) => self.open.retain(|(open, _)| open != location),
                FrameItem::Shape(..) | FrameItem::Link(..) => {}
            }
        }
    }

    fn groep(&mut self, group: &GroupItem, ts: Transform) {
        let Some(parent) = &group.parent else { return self.frame(&group.frame, ts) };
        // What lies apart from its parent belongs to the parent, not to what is around it here.
        let binnen = self.gezien.get(&parent.location).cloned().unwrap_or_default();
        let buiten = std::mem::replace(&mut self.open, binnen);
        self.frame(&group.frame, ts);
        self.open = buiten;
    }

    /// What of a place is to be seen.
    fn geknipt(&self, vak: Vak) -> Vak {
        self.schaar.map_or(vak, |schaar| vak.binnen(&schaar))
    }

    fn deel(&self) -> Deel {
        self.open.last().map(|(_, deel)| *deel).unwrap_or_default()
    }

    fn tekst(&mut self, text: &TextItem, pos: Point, ts: Transform) {
        let wit = text
            .glyphs
            .iter()
            .rev()
            .take_while(|glyph| text.text.get(glyph.range()).is_some_and(|letters| letters.trim().is_empty()));
        let wit: Abs = wit.map(|glyph| glyph.x_advance.at(text.size)).sum();
        if text.text.trim().is_empty() {
            return;
        }
        let mut spans: Vec<Span> = text.glyphs.iter().map(|glyph| glyph.span.0).collect();
        spans.dedup();
        let strook = |boven: f64, onder: f64| {
            let hoek = Point::new(pos.x, pos.y - text.size * boven);
            self.geknipt(vak(hoek, Size::new(text.width() - wit, text.size * (boven + onder)), ts))
        };
        let deel = self.deel();
        self.blad.dingen.push(Ding {
            vak: strook(0.76, 0.24),
            inkt: strook(0.48, 0.0),
            tekst: Some(text.text.trim().to_string()),
            spans,
            deel,
        });
    }

    fn begin(&mut self, content: &Content) {
        let Some(location) = content.location() else { return };
        if let Some(metadata) = content.to_packed::<MetadataElem>() {
            return self.maten(content.label(), &metadata.value);
        }
        let mut deel = self.deel();
        if let Some(zet) = self.zet(content) {
            let nieuw = self.nummers.len();
            zet(&mut deel, *self.nummers.entry(location).or_insert(nieuw));
        } else if let Some(cell) = content.to_packed::<TableCell>() {
            let nieuw = self.nummers.len();
            let nr = *self.nummers.entry(location).or_insert(nieuw);
            let chain = StyleChain::default();
            let kop = matches!(cell.kind.get(chain), Smart::Custom(TableCellKind::Header(..)));
            deel.cel = Some(Cel { nr, kop, enkel: cell.rowspan.get(chain).get() == 1 });
        } else {
            return;
        }
        self.open.push((location, deel));
        self.gezien.insert(location, self.open.clone());
    }

    fn zet(&self, content: &Content) -> Option<Zet> {
        let label = content.label();
        let zet: Zet = if label.is_some() && label == self.namen.adres {
            |deel, nr| deel.adres = Some(nr)
        } else if label.is_some() && label == self.namen.ondertekening {
            |deel, nr| deel.ondertekening = Some(nr)
        } else if content.is::<ParElem>() {
            |deel, nr| deel.alinea = Some(nr)
        } else if content.is::<HeadingElem>() {
            |deel, nr| deel.kop = Some(nr)
        } else if content.is::<TableElem>() {
            |deel, nr| deel.tabel = Some(nr)
        } else if content.is::<ArtifactElem>() {
            |deel, _| deel.versiering = true
        } else if content.is::<PlaceElem>() {
            |deel, _| deel.geplaatst = true
        } else if content.is::<FootnoteEntry>() {
            |deel, _| deel.noot = true
        } else {
            return None;
        };
        Some(zet)
    }

    /// Measures that the style gives, in points.
    fn maten(&mut self, label: Option<Label>, value: &Value) {
        let (Some(label), Value::Dict(maten)) = (label, value) else { return };
        if Some(label) == self.namen.zetspiegel {
            let Vak { x1, y1, .. } = self.blad.papier;
            self.blad.zetspiegel = kanten(maten, ["links", "boven", "rechts", "onder"])
                .map(|[links, boven, rechts, onder]| Vak { x0: links, y0: boven, x1: x1 - rechts, y1: y1 - onder });
        } else if Some(label) == self.namen.venster {
            self.uit.venster = kanten(maten, ["links", "boven", "breedte", "hoogte"])
                .map(|[x0, y0, breed, hoog]| Vak { x0, y0, x1: x0 + breed, y1: y0 + hoog });
        }
    }
}

/// The four numbers of these names.
fn kanten(maten: &Dict, namen: [&str; 4]) -> Option<[f64; 4]> {
    let mut uit = [0.0; 4];
    for (plek, naam) in uit.iter_mut().zip(namen) {
        *plek = match maten.get(naam).ok()? {
            Value::Float(getal) => *getal,
            _ => return None,
        };
    }
    Some(uit)
}

/// A rectangle after turning and moving: the smallest upright one around it.
fn vak(hoek: Point, size: Size, ts: Transform) -> Vak {
    let hoeken = [(Abs::zero(), Abs::zero()), (size.x, Abs::zero()), (Abs::zero(), size.y), (size.x, size.y)];
    let punten = hoeken.map(|(x, y)| Point::new(hoek.x + x, hoek.y + y).transform(ts));
    Vak::om(punten.map(|punt| (punt.x.to_pt(), punt.y.to_pt())))
}
