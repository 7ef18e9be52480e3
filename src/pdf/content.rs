//! The text of a page as it is painted: runs of letters with their place and with whose text it is.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Dict, Name, Object, Stream, String as PdfString};
use hayro_syntax::page::{Page, Resources};

use super::font::Font;
use super::objects::{Objects, text};

/// Whose text a run is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// An artifact, with its kind: `Header`, `Footer`, or empty.
    Artifact(String),
    /// The structure element that holds this marked-content identifier.
    Marked(i32),
    /// Nobody's: a screen reader never says it.
    Nobody,
}

/// Letters painted in one go.
#[derive(Debug, Clone)]
pub struct Run {
    /// Whose text it is.
    pub owner: Owner,
    /// The letters.
    pub text: String,
    /// Where it starts, in points from the left.
    pub x: f32,
    /// Where it ends.
    pub end: f32,
    /// Where it stands, in points from below.
    pub y: f32,
    /// The size of the letters.
    pub size: f32,
}

/// All runs of a page in the order of painting.
pub fn runs<'a>(page: &'a Page<'a>, objects: &Objects<'a>) -> Vec<Run> {
    let mut painter = Painter {
        objects: *objects,
        state: State::default(),
        stack: Vec::new(),
        marks: Vec::new(),
        runs: Vec::new(),
        forms: 0,
    };
    painter.paint(page.operations(), page.resources());
    painter.runs
}

/// An affine matrix as in PDF: `x' = a x + c y + e`, `y' = b x + d y + f`.
#[derive(Clone, Copy)]
struct Matrix([f32; 6]);

impl Matrix {
    const ONE: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First `self`, then `next`.
    fn then(self, next: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, next.0);
        Self([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])
    }

    fn shift(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    fn point(self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }
}

#[derive(Clone)]
struct State {
    page: Matrix,
    text: Matrix,
    line: Matrix,
    leading: f32,
    letter_space: f32,
    size: f32,
    font: Rc<Font>,
}

impl Default for State {
    fn default() -> Self {
        let one = Matrix::ONE;
        Self { page: one, text: one, line: one, leading: 0.0, letter_space: 0.0, size: 1.0, font: Rc::default() }
    }
}

/// One open marked-content sequence.
struct Mark {
    owner: Option<Owner>,
    /// Text that replaces what is painted inside.
    actual: Option<String>,
}

struct Painter<'a> {
    objects: Objects<'a>,
    state: State,
    stack: Vec<State>,
    marks: Vec<Mark>,
    runs: Vec<Run>,
    /// How many forms we are inside of.
    forms: usize,
}

/// Forms inside forms, beyond which a file only wants to keep us busy.
const FORM_DEPTH: usize = 16;

impl<'a> Painter<'a> {
    fn paint(&mut self, mut operations: UntypedIter<'_>, resources: &Resources<'a>) {
        let mut fonts: HashMap<String, Rc<Font>> = HashMap::new();
        while let Some(operation) = operations.next() {
            let operands: Vec<&Object<'_>> = operation.operands().collect();
            match (&**operation.operator, operands.as_slice()) {
                (b"Tf", [Object::Name(name), Object::Number(size)]) => {
                    let load =
                        || Rc::new(resources.get_font(name).map(|f| Font::read(&f, &self.objects)).unwrap_or_default());
                    self.state.font = Rc::clone(fonts.entry(name.as_str().to_owned()).or_insert_with(load));
                    self.state.size = size.as_f32();
                }
                (b"BMC" | b"BDC", [Object::Name(tag), properties @ ..]) => {
                    self.open(tag, properties.first(), resources);
                }
                (b"EMC", _) => drop(self.marks.pop()),
                (b"Do", [Object::Name(name)]) => self.form(name, resources),
                (operator, _) => self.simple(operator, &operands),
            }
        }
    }

    /// Operators that need nothing but the state.
    fn simple(&mut self, operator: &[u8], operands: &[&Object<'_>]) {
        let numbers: Vec<f32> =
            operands.iter().filter_map(|o| if let Object::Number(n) = o { Some(n.as_f32()) } else { None }).collect();
        match (operator, operands, numbers.as_slice()) {
            (b"q", ..) => self.stack.push(self.state.clone()),
            (b"Q", ..) => self.state = self.stack.pop().unwrap_or_default(),
            (b"cm", _, &[a, b, c, d, e, f]) => self.state.page = Matrix([a, b, c, d, e, f]).then(self.state.page),
            (b"BT", ..) => self.set_line(Matrix::ONE),
            (b"Tm", _, &[a, b, c, d, e, f]) => self.set_line(Matrix([a, b, c, d, e, f])),
            (b"Td", _, &[x, y]) => self.set_line(Matrix::shift(x, y).then(self.state.line)),
            (b"TD", _, &[x, y]) => {
                self.state.leading = -y;
                self.set_line(Matrix::shift(x, y).then(self.state.line));
            }
            (b"T*", ..) => self.set_line(Matrix::shift(0.0, -self.state.leading).then(self.state.line)),
            (b"TL", _, &[leading]) => self.state.leading = leading,
            (b"Tc", _, &[space]) => self.state.letter_space = space,
            (b"Tj", [Object::String(shown)], _) => self.show(&[Object::String(shown.clone())]),
            (b"TJ", [Object::Array(parts)], _) => self.show(&parts.iter::<Object<'_>>().collect::<Vec<_>>()),
            (b"'" | b"\"", [.., Object::String(shown)], _) => {
                self.set_line(Matrix::shift(0.0, -self.state.leading).then(self.state.line));
                self.show(&[Object::String(shown.clone())]);
            }
            _ => {}
        }
    }

    fn set_line(&mut self, line: Matrix) {
        self.state.line = line;
        self.state.text = line;
    }

    fn open(&mut self, tag: &Name<'_>, properties: Option<&&Object<'_>>, resources: &Resources<'a>) {
        match properties {
            Some(Object::Dict(dict)) => self.mark(tag, Some(dict)),
            Some(Object::Name(name)) => self.mark(tag, resources.properties.get::<Dict<'a>>(&**name).as_ref()),
            _ => self.mark(tag, None),
        }
    }

    fn mark(&mut self, tag: &Name<'_>, dict: Option<&Dict<'_>>) {
        let id = dict.and_then(|d| d.get::<i32>("MCID"));
        let kind =
            || dict.and_then(|d| d.get::<Name<'_>>("Subtype")).map(|n| n.as_str().to_owned()).unwrap_or_default();
        let owner = match (tag.as_str(), id) {
            ("Artifact", _) => Some(Owner::Artifact(kind())),
            (_, Some(id)) => Some(Owner::Marked(id)),
            _ => None,
        };
        let actual = dict.and_then(|d| d.get::<PdfString<'_>>("ActualText")).map(|s| text(&s));
        self.marks.push(Mark { owner, actual });
    }

    fn form(&mut self, name: &Name<'_>, resources: &Resources<'a>) {
        let Some(stream) = resources.get_x_object(name) else { return };
        let is_form = stream.dict().get::<Name<'_>>("Subtype").is_some_and(|n| n.as_str() == "Form");
        if !is_form || self.forms == FORM_DEPTH {
            return;
        }
        let Ok(content) = stream.decoded() else { return };
        let before = self.state.clone();
        if let Some(matrix) = form_matrix(&stream) {
            self.state.page = matrix.then(self.state.page);
        }
        let own = stream.dict().get::<Dict<'a>>("Resources").unwrap_or_default();
        self.forms += 1;
        self.paint(UntypedIter::new(&content), &Resources::from_parent(own, resources.clone()));
        self.forms -= 1;
        self.state = before;
    }

    /// Shows strings with the shifts between them as one run.
    fn show(&mut self, parts: &[Object<'_>]) {
        let (mut letters, mut width) = (String::new(), 0.0);
        let size = self.state.size;
        for part in parts {
            match part {
                Object::String(shown) => {
                    let (decoded, thousandths, count) = self.state.font.decode(shown.as_bytes());
                    letters.push_str(&decoded);
                    width += thousandths / 1000.0 * size + self.state.letter_space * count as f32;
                }
                Object::Number(shift) => width -= shift.as_f32() / 1000.0 * size,
                _ => {}
            }
        }
        let matrix = self.state.text.then(self.state.page);
        self.state.text = Matrix::shift(width, 0.0).then(self.state.text);
        if let Some(actual) = self.marks.iter_mut().find_map(|m| m.actual.as_mut()) {
            letters = std::mem::take(actual); // said once, however many runs it stands for
        }
        let ((x, y), (end, _), (side, top)) =
            (matrix.point(0.0, 0.0), matrix.point(width, 0.0), matrix.point(0.0, size));
        let owner = self.marks.iter().rev().find_map(|m| m.owner.clone()).unwrap_or(Owner::Nobody);
        self.runs.push(Run { owner, text: letters, x, end, y, size: (top - y).hypot(side - x) });
    }
}

fn form_matrix(stream: &Stream<'_>) -> Option<Matrix> {
    let numbers: Vec<f32> = stream.dict().get::<hayro_syntax::object::Array<'_>>("Matrix")?.iter::<f32>().collect();
    Some(Matrix(numbers.try_into().ok()?))
}
