//! Rectangles on a page, in points from its top left corner.

/// Millimetres in a point.
const MM: f64 = 25.4 / 72.0;

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Vak {
    /// Left.
    pub x0: f64,
    /// Top.
    pub y0: f64,
    /// Right.
    pub x1: f64,
    /// Bottom.
    pub y1: f64,
}

impl Vak {
    /// The smallest one around points; around none it is empty.
    pub fn om(punten: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let mut punten = punten.into_iter();
        let Some((x, y)) = punten.next() else { return Self::default() };
        punten.fold(Self { x0: x, y0: y, x1: x, y1: y }, |vak, (x, y)| Self {
            x0: vak.x0.min(x),
            y0: vak.y0.min(y),
            x1: vak.x1.max(x),
            y1: vak.y1.max(y),
        })
    }

    /// The smallest one around others; around none it is empty.
    pub fn rond<'a>(vakken: impl IntoIterator<Item = &'a Vak>) -> Self {
        Self::om(vakken.into_iter().flat_map(|vak| [(vak.x0, vak.y0), (vak.x1, vak.y1)]))
    }

    /// How far this one sticks out of `om`, on the side where that is most.
    pub fn buiten(&self, om: &Vak) -> f64 {
        [om.x0 - self.x0, om.y0 - self.y0, self.x1 - om.x1, self.y1 - om.y1].into_iter().fold(0.0, f64::max)
    }

    /// As wide and as high as both have in common; negative when they lie apart.
    pub fn samen(&self, ander: &Vak) -> (f64, f64) {
        (self.x1.min(ander.x1) - self.x0.max(ander.x0), self.y1.min(ander.y1) - self.y0.max(ander.y0))
    }

    /// The part of this one that lies in `om`.
    pub fn binnen(&self, om: &Self) -> Self {
        let x = |x: f64| x.clamp(om.x0, om.x1);
        let y = |y: f64| y.clamp(om.y0, om.y1);
        Self { x0: x(self.x0), y0: y(self.y0), x1: x(self.x1), y1: y(self.y1) }
    }

    /// Smaller by `maat` on every side.
    pub fn krimp(&self, maat: f64) -> Self {
        Self { x0: self.x0 + maat, y0: self.y0 + maat, x1: self.x1 - maat, y1: self.y1 - maat }
    }

    /// In tenths of millimetres: left, top, right, bottom.
    pub fn tienden(&self) -> [i32; 4] {
        [self.x0, self.y0, self.x1, self.y1].map(|punt| {
            // A page is some thousands of these; what does not fit in is clipped, which is fine for a mark.
            #[expect(clippy::cast_possible_truncation, reason = "rounded, and clipped by the cast")]
            let tiende = (punt * MM * 10.0).round() as i32;
            tiende
        })
    }

    /// Where on the paper it lies, in words.
    pub fn waar(&self, papier: &Vak) -> &'static str {
        let derde =
            |midden: f64, lengte: f64| if midden < lengte / 3.0 { 0 } else { 1 + usize::from(midden > lengte / 1.5) };
        let rij = derde(f64::midpoint(self.y0, self.y1), papier.y1);
        let kolom = derde(f64::midpoint(self.x0, self.x1), papier.x1);
        WAAR[rij][kolom]
    }
}

/// Words for the nine parts of a page.
const WAAR: [[&str; 3]; 3] = [
    ["linksboven", "bovenaan", "rechtsboven"],
    ["links in het midden", "in het midden", "rechts in het midden"],
    ["linksonder", "onderaan", "rechtsonder"],
];

/// Points from millimetres.
pub fn punten(mm: f64) -> f64 {
    mm / MM
}

/// A length as people measure it: `4,2 mm`.
pub fn in_mm(punten: f64) -> String {
    format!("{:.1} mm", punten * MM).replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_in_words() {
        let papier = Vak { x0: 0.0, y0: 0.0, x1: 600.0, y1: 900.0 };
        let waar = |x: f64, y: f64| Vak { x0: x, y0: y, x1: x + 10.0, y1: y + 10.0 }.waar(&papier);
        assert_eq!((waar(10.0, 10.0), waar(300.0, 10.0), waar(590.0, 10.0)), ("linksboven", "bovenaan", "rechtsboven"));
        assert_eq!((waar(10.0, 450.0), waar(300.0, 450.0)), ("links in het midden", "in het midden"));
        assert_eq!(
            (waar(10.0, 890.0), waar(300.0, 890.0), waar(590.0, 890.0)),
            ("linksonder", "onderaan", "rechtsonder")
        );
    }

    #[test]
    fn sticking_out_counts_on_the_worst_side() {
        let om = Vak { x0: 0.0, y0: 0.0, x1: 100.0, y1: 100.0 };
        assert!((Vak { x0: -3.0, y0: 5.0, x1: 107.0, y1: 90.0 }.buiten(&om) - 7.0).abs() < 1e-9);
        assert!(om.buiten(&om).abs() < 1e-9);
        assert_eq!(in_mm(punten(4.2)), "4,2 mm");
        assert_eq!(Vak { x0: 72.0, y0: 0.0, x1: 144.0, y1: 36.0 }.tienden(), [254, 0, 508, 127]);
    }
}
