//! Pictures of boxes and lines in columns, as SVG: black on white and grey, so that they print, and shapes rather than colours tell things apart.
//! The same boxes always give the same bytes.

use std::fmt::Write;

/// What a box looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// A rectangle.
    Plain,
    /// With round corners.
    Round,
    /// With a thick left edge.
    Marked,
    /// With a broken outline.
    Outside,
}

/// A box with text.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// What stands in it in bold.
    pub(super) name: String,
    /// What stands below.
    pub(super) text: String,
    pub(super) shape: Shape,
}

/// Boxes in columns, and lines between boxes of neighbouring columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Picture {
    /// Headings of the columns.
    pub(super) heads: Vec<String>,
    /// The boxes of each column, from top to bottom.
    pub(super) columns: Vec<Vec<Node>>,
    /// From a box of a column to one of the next: column, box, box.
    pub(super) lines: Vec<(usize, usize, usize)>,
}

/// Sizes in points. The picture is as wide as the text of a page.
const WIDTH: f32 = 470.0;
const EDGE: f32 = 1.0;
const GAP: f32 = 46.0;
const TYPE: f32 = 9.0;
const LINE: f32 = 11.5;
const PAD: f32 = 5.0;
const BETWEEN: f32 = 9.0;
const HEAD: f32 = 20.0;

/// A box with its place.
struct Placed {
    top: f32,
    lines: Vec<String>,
}

impl Placed {
    fn height(&self) -> f32 {
        height(self.lines.len())
    }

    fn middle(&self) -> f32 {
        self.top + self.height() / 2.0
    }
}

fn height(lines: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a box has a few lines")]
    let lines = lines as f32;
    lines * LINE + 2.0 * PAD
}

impl Picture {
    /// The width of a box.
    fn column_width(&self) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a picture has a few columns")]
        let columns = self.columns.len().max(1) as f32;
        (WIDTH - 2.0 * EDGE - (columns - 1.0) * GAP) / columns
    }

    /// How high its highest column is, in points.
    pub(super) fn height(&self) -> f32 {
        self.columns.iter().map(|nodes| self.height_of(nodes)).fold(0.0, f32::max)
    }

    fn height_of(&self, nodes: &[Node]) -> f32 {
        nodes.iter().map(|node| height(lines_of(node, self.column_width()).len()) + BETWEEN).sum()
    }

    /// The picture as SVG.
    pub(super) fn svg(&self) -> String {
        let placed = self.placed();
        let bottom = placed.iter().flatten().map(|it| it.top + it.height()).fold(HEAD, f32::max) + 2.0;
        let mut out = String::new();
        let _ = write!(
            out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}pt\" height=\"{bottom}pt\" viewBox=\"0 0 {WIDTH} {bottom}\" \
             font-family=\"'Liberation Sans', Arial, Helvetica, sans-serif\" font-size=\"{TYPE}\" fill=\"#000\">\
             <rect width=\"{WIDTH}\" height=\"{bottom}\" fill=\"#fff\"/>"
        );
        self.write_heads(&mut out);
        self.write_lines(&mut out, &placed);
        for (column, (nodes, placed)) in self.columns.iter().zip(&placed).enumerate() {
            nodes.iter().zip(placed).for_each(|(node, at)| self.write_box(&mut out, column, node, at));
        }
        out.push_str("</svg>\n");
        out
    }

    /// Each column in the middle of the height of the highest.
    fn placed(&self) -> Vec<Vec<Placed>> {
        let width = self.column_width();
        let heights: Vec<f32> = self.columns.iter().map(|nodes| self.height_of(nodes)).collect();
        let highest = self.height();
        let of_column = |(nodes, height): (&Vec<Node>, &f32)| {
            let mut top = HEAD + (highest - height) / 2.0;
            let place = |node: &Node| {
                let placed = Placed { top, lines: lines_of(node, width) };
                top += placed.height() + BETWEEN;
                placed
            };
            nodes.iter().map(place).collect()
        };
        self.columns.iter().zip(&heights).map(of_column).collect()
    }

    fn left(&self, column: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a picture has a few columns")]
        let column = column as f32;
        EDGE + column * (self.column_width() + GAP)
    }

    fn write_heads(&self, out: &mut String) {
        for (column, head) in self.heads.iter().enumerate() {
            let x = self.left(column) + self.column_width() / 2.0;
            let _ = write!(
                out,
                "<text x=\"{x:.1}\" y=\"10\" text-anchor=\"middle\" font-weight=\"bold\">{}</text>",
                escaped(head)
            );
        }
    }

    fn write_lines(&self, out: &mut String, placed: &[Vec<Placed>]) {
        out.push_str("<g fill=\"none\" stroke=\"#404040\" stroke-width=\"0.8\">");
        for (column, from, to) in &self.lines {
            let (Some(from), Some(to)) = (
                placed.get(*column).and_then(|nodes| nodes.get(*from)),
                placed.get(column + 1).and_then(|nodes| nodes.get(*to)),
            ) else {
                continue;
            };
            let (x, end) = (self.left(*column) + self.column_width(), self.left(column + 1));
            let (y, last, half) = (from.middle(), to.middle(), (x + end) / 2.0);
            let _ = write!(out, "<path d=\"M{x:.1} {y:.1}C{half:.1} {y:.1} {half:.1} {last:.1} {end:.1} {last:.1}\"/>");
        }
        out.push_str("</g>");
    }

    fn write_box(&self, out: &mut String, column: usize, node: &Node, at: &Placed) {
        let (x, y, width, height) = (self.left(column), at.top, self.column_width(), at.height());
        let (fill, more) = match node.shape {
            Shape::Plain => ("#fff", ""),
            Shape::Round => ("#f0f0f0", " rx=\"7\""),
            Shape::Marked => ("#fff", " stroke-width=\"0.8\""),
            Shape::Outside => ("#fff", " stroke-dasharray=\"3 2\""),
        };
        let _ = write!(
            out,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{fill}\" stroke=\"#000\"{more}/>"
        );
        if node.shape == Shape::Marked {
            let _ = write!(out, "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"3\" height=\"{height:.1}\"/>");
        }
        let names = wrapped(&node.name, width - 2.0 * PAD - 3.0, true).len();
        let mut baseline = y + PAD + TYPE;
        for (line, text) in at.lines.iter().enumerate() {
            let weight = if line < names { " font-weight=\"bold\"" } else { "" };
            let _ =
                write!(out, "<text x=\"{:.1}\" y=\"{baseline:.1}\"{weight}>{}</text>", x + PAD + 2.0, escaped(text));
            baseline += LINE;
        }
    }
}

fn lines_of(node: &Node, width: f32) -> Vec<String> {
    let room = width - 2.0 * PAD - 3.0;
    let mut lines = wrapped(&node.name, room, true);
    lines.extend(wrapped(&node.text, room, false));
    lines
}

/// A text in lines that fit. A word that is longer than a line stands on a line of its own.
fn wrapped(text: &str, room: f32, bold: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(line, bold) + width(word, bold) + 2.6 <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The width of a text in points, by the widths of the letters of a sans-serif type.
fn width(text: &str, bold: bool) -> f32 {
    let letter = |c: char| match c {
        'i' | 'j' | 'l' | '\'' | '.' | ',' | ':' | ';' | 'I' => 0.28,
        'f' | 't' | 'r' | '-' | '(' | ')' | ' ' | '/' => 0.34,
        'm' | 'w' | 'M' | 'W' => 0.86,
        c if c.is_uppercase() => 0.7,
        _ => 0.56,
    };
    text.chars().map(letter).sum::<f32>() * TYPE * if bold { 1.06 } else { 1.0 }
}

/// Text inside SVG.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
