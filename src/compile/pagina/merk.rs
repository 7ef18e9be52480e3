//! A page as an image with one spot marked: a red frame with its number, so that colour alone says nothing.

use typst::layout::{Abs, Frame, FrameItem, Point, Size};
use typst::syntax::Span;
use typst::utils::Scalar;
use typst::visualize::{Color, FixedStroke, Geometry, Shape};
use typst_layout::{Page, PagedDocument};
use typst_render::RenderOptions;

use super::maat::punten;
use crate::compile::world::DocWorld;
use crate::compile::{Bron, Shelf};
use crate::diag::Plek;

/// Pixels per point: a page of A4 is some 900 pixels wide, enough to read it.
const SCHAAL: f64 = 1.25;
/// Grey around the paper, so that what falls off it shows.
const RAND: f64 = 40.0;
/// White between the spot and its frame.
const LUCHT: f64 = 3.0;
/// Width of the frame.
const LIJN: f64 = 2.0;
/// A dot of a figure.
const STIP: f64 = 2.5;

/// The figures as dots, five rows of three.
const CIJFERS: [[u8; 5]; 10] = [
    [0b111, 0b101, 0b101, 0b101, 0b111],
    [0b010, 0b110, 0b010, 0b010, 0b111],
    [0b111, 0b001, 0b111, 0b100, 0b111],
    [0b111, 0b001, 0b111, 0b001, 0b111],
    [0b101, 0b101, 0b111, 0b001, 0b001],
    [0b111, 0b100, 0b111, 0b001, 0b111],
    [0b111, 0b100, 0b111, 0b101, 0b111],
    [0b111, 0b001, 0b010, 0b010, 0b010],
    [0b111, 0b101, 0b111, 0b101, 0b111],
    [0b111, 0b101, 0b111, 0b001, 0b111],
];

/// Lays the document out and draws the page of each place as a PNG, each with its own number; a place that is not in
/// the document gives none.
pub fn beelden(shelf: &Shelf, bron: &Bron, plekken: &[(usize, &Plek)]) -> Vec<Option<Vec<u8>>> {
    let document = DocWorld::new(shelf, bron).and_then(|world| typst::compile::<PagedDocument>(&world).output.ok());
    let teken = |(nummer, plek): &(usize, &Plek)| {
        let page = document.as_ref()?.pages().get(plek.bladzijde.checked_sub(1)?)?;
        gemerkt(page, plek.vak, *nummer)
    };
    plekken.iter().map(teken).collect()
}

fn gemerkt(page: &Page, vak: [i32; 4], nummer: usize) -> Option<Vec<u8>> {
    let papier = page.frame.size();
    let vel = Size::new(papier.x + Abs::pt(2.0 * RAND), papier.y + Abs::pt(2.0 * RAND));
    let mut frame = Frame::hard(vel);
    let hoek = Point::splat(Abs::pt(RAND));
    frame.push(Point::zero(), shape(Geometry::Rect(vel).filled(Color::from_u8(0xdd, 0xdd, 0xdd, 0xff))));
    frame.push(hoek, shape(Geometry::Rect(papier).filled(page.fill_or_white()?)));
    frame.push_frame(hoek, page.frame.clone());
    merk(&mut frame, vak, nummer);
    let blad = Page { frame, fill: page.fill.clone(), ..page.clone() };
    let options = RenderOptions { pixel_per_pt: Scalar::new(SCHAAL), ..RenderOptions::default() };
    typst_render::render(&blad, &options).encode_png().ok()
}

/// The frame around the spot, and its number in a flag on top of it.
fn merk(frame: &mut Frame, vak: [i32; 4], nummer: usize) {
    let rood = Color::from_u8(0xc8, 0x10, 0x2e, 0xff);
    let [x0, y0, x1, y1] = vak.map(|tiende| punten(f64::from(tiende) / 10.0) + RAND);
    // Within the image, also when the spot is not.
    let binnen = |waarde: f64, lengte: Abs| waarde.clamp(LIJN, lengte.to_pt() - LIJN);
    let (breed, hoog) = (frame.width(), frame.height());
    let (x0, x1) = (binnen(x0 - LUCHT, breed), binnen(x1 + LUCHT, breed));
    let (y0, y1) = (binnen(y0 - LUCHT, hoog), binnen(y1 + LUCHT, hoog));
    let rand = FixedStroke::from_pair(rood.clone(), Abs::pt(LIJN));
    frame.push(punt(x0, y0), shape(Geometry::Rect(maat(x1 - x0, y1 - y0)).stroked(rand)));

    let cijfers: Vec<u8> = nummer.to_string().bytes().map(|cijfer| cijfer - b'0').collect();
    let (vlag_breed, vlag_hoog) = (vlag(cijfers.len()), 7.0 * STIP);
    let links = x0.min(breed.to_pt() - vlag_breed - LIJN).max(0.0) - LIJN / 2.0;
    let boven = (y0 - vlag_hoog).max(0.0);
    frame.push(punt(links, boven), shape(Geometry::Rect(maat(vlag_breed, vlag_hoog)).filled(rood)));
    for (plaats, cijfer) in cijfers.iter().enumerate() {
        for (stip_x, stip_y) in stippen(*cijfer) {
            let x = links + vlag(plaats) + f64::from(stip_x) * STIP;
            let y = boven + STIP + f64::from(stip_y) * STIP;
            frame.push(punt(x, y), shape(Geometry::Rect(maat(STIP, STIP)).filled(Color::WHITE)));
        }
    }
}

/// How wide a flag with so many figures is; also where the next one starts.
fn vlag(cijfers: usize) -> f64 {
    (0..cijfers).fold(STIP, |breed, _| breed + 4.0 * STIP)
}

/// The dots of a figure, as columns and rows.
fn stippen(cijfer: u8) -> impl Iterator<Item = (u8, u8)> {
    let rijen = CIJFERS[usize::from(cijfer % 10)];
    (0..5u8).zip(rijen).flat_map(|(y, rij)| (0..3u8).filter(move |x| rij & (0b100 >> x) != 0).map(move |x| (x, y)))
}

fn shape(shape: Shape) -> FrameItem {
    FrameItem::Shape(shape, Span::detached())
}

fn punt(x: f64, y: f64) -> Point {
    Point::new(Abs::pt(x), Abs::pt(y))
}

fn maat(breed: f64, hoog: f64) -> Size {
    Size::new(Abs::pt(breed), Abs::pt(hoog))
}
