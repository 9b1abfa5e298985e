//! The parser's events to a tree. Colours, sizes and lines in tables say nothing that every format has, and are left out.

use pulldown_latex::event::{
    Content, Dimension, DimensionUnit, EnvironmentFlow, Event, Font, Grouping, ScriptPosition, ScriptType, StateChange,
    Visual,
};
use pulldown_latex::{Parser, Storage};

use super::symbols::{Alphabet, in_alphabet, negated};
use super::tree::Math;
use super::unread::{Unread, bounds, located, told};

/// Reads a formula. `display` says that it stands on a line of its own, where a sum has its bounds above and below.
pub fn read(source: &str, display: bool) -> Result<Math, Unread> {
    if let Some(unread) = bounds(source) {
        return Err(unread);
    }
    let storage = Storage::new();
    let events = Parser::new(source, &storage).collect::<Result<Vec<_>, _>>();
    let events = events.map_err(|fault| located(source, &told(&fault)))?;
    let mut reader = Reader { events: events.into_iter(), display, alphabet: None, depth: 0 };
    let content = reader.group();
    if reader.depth > DEEPEST {
        return Err(Unread { message: "the formula is nested too deep to be read".to_owned(), at: 0..source.len() });
    }
    Ok(row(content))
}

/// How many pieces may stand in each other.
const DEEPEST: usize = 64;

/// Operators that have bounds below and above where there is room.
const BOUNDED: &[&str] =
    &["lim", "max", "min", "sup", "inf", "gcd", "Pr", "det", "limsup", "liminf", "argmax", "argmin"];

struct Reader<'e> {
    events: std::vec::IntoIter<Event<'e>>,
    display: bool,
    alphabet: Option<Alphabet>,
    /// How deep it stands; past `DEEPEST` nothing more is read.
    depth: usize,
}

impl<'e> Reader<'e> {
    /// The pieces up to the end of the group.
    fn group(&mut self) -> Vec<Math> {
        let outside = self.alphabet;
        let mut content = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End => break,
                Event::StateChange(change) => self.change(change),
                event => self.piece(event, &mut content),
            }
        }
        self.alphabet = outside;
        content
    }

    /// Adds a piece. Upright letters that follow each other are one name.
    fn piece(&mut self, event: Event<'e>, content: &mut Vec<Math>) {
        let upright = self.alphabet == Some(Alphabet::Upright);
        let math = self.math(event);
        match (content.last_mut(), math) {
            (Some(Math::Text { text: name }), Math::Text { text }) if upright && text.chars().count() == 1 => {
                name.push_str(&text);
            }
            (_, math) => content.push(math),
        }
    }

    /// The next element, which an index, a fraction or a root has.
    fn element(&mut self) -> Math {
        loop {
            match self.events.next() {
                Some(Event::StateChange(change)) => self.change(change),
                Some(Event::End) | None => return row(Vec::new()),
                Some(event) => return self.math(event),
            }
        }
    }

    fn change(&mut self, change: StateChange) {
        if let StateChange::Font(font) = change {
            self.alphabet = match font {
                Some(Font::UpRight) => Some(Alphabet::Upright),
                Some(Font::Bold | Font::BoldItalic | Font::BoldSymbol) => Some(Alphabet::Bold),
                Some(Font::DoubleStruck) => Some(Alphabet::Double),
                _ => None,
            };
        }
    }

    fn math(&mut self, event: Event<'e>) -> Math {
        if self.depth > DEEPEST {
            return row(Vec::new());
        }
        self.depth += 1;
        let math = match event {
            Event::Content(content) => self.content(content),
            Event::Begin(grouping) => self.grouping(&grouping),
            Event::Visual(visual) => self.visual(visual),
            Event::Script { ty, position } => self.script(ty, position),
            Event::Space { width, .. } => Math::Space { width: width.map_or(0, thousandths) },
            Event::End | Event::StateChange(_) | Event::EnvironmentFlow(_) => row(Vec::new()),
        };
        // Past the deepest it stays, so that whoever asked learns of it.
        if self.depth <= DEEPEST {
            self.depth -= 1;
        }
        math
    }

    fn content(&self, content: Content<'_>) -> Math {
        match content {
            Content::Text(text) => Math::Text { text: text.to_owned() },
            Content::Number(text) => Math::Number { text: text.to_owned() },
            Content::Function(name) if BOUNDED.contains(&name) => Math::Operator { text: name.to_owned() },
            Content::Function(name) => Math::Identifier { text: name.to_owned() },
            Content::Ordinary { content, .. } => self.ordinary(content),
            Content::LargeOp { content, .. }
            | Content::BinaryOp { content, .. }
            | Content::Delimiter { content, .. }
            | Content::Punctuation(content) => Math::Operator { text: content.to_string() },
            Content::Relation { content, .. } => {
                let mut buffer = [0; 8];
                let text = String::from_utf8_lossy(content.encode_utf8_to_buf(&mut buffer)).into_owned();
                Math::Operator { text }
            }
        }
    }

    fn ordinary(&self, sign: char) -> Math {
        let text = in_alphabet(sign, self.alphabet).to_string();
        match sign {
            _ if sign.is_alphabetic() && self.alphabet == Some(Alphabet::Upright) => Math::Text { text },
            _ if sign.is_numeric() => Math::Number { text },
            '\u{221e}' | '\u{2205}' | '\u{2202}' | '\u{2207}' => Math::Identifier { text },
            _ if sign.is_alphabetic() => Math::Identifier { text },
            _ => Math::Operator { text },
        }
    }

    fn grouping(&mut self, grouping: &Grouping) -> Math {
        match grouping {
            Grouping::Normal => row(self.group()),
            Grouping::LeftRight(open, close) => {
                let sign = |bracket: &Option<char>| bracket.map_or_else(String::new, String::from);
                Math::Fenced { open: sign(open), content: Box::new(row(self.group())), close: sign(close) }
            }
            Grouping::Cases { left } => {
                let (open, close) = if *left { ("{", "") } else { ("", "}") };
                let content = Box::new(self.table());
                Math::Fenced { open: open.to_owned(), content, close: close.to_owned() }
            }
            Grouping::Equation { .. } | Grouping::Multline | Grouping::Gather { .. } | Grouping::Gathered => {
                lone_cell(self.table())
            }
            _ => self.table(),
        }
    }

    /// The rows and cells up to the end of an environment.
    fn table(&mut self) -> Math {
        let outside = self.alphabet;
        let (mut rows, mut cells, mut content) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(event) = self.events.next() {
            match event {
                Event::End => break,
                Event::StateChange(change) => self.change(change),
                Event::EnvironmentFlow(EnvironmentFlow::Alignment) => cells.push(row(std::mem::take(&mut content))),
                Event::EnvironmentFlow(EnvironmentFlow::NewLine { .. }) => {
                    cells.push(row(std::mem::take(&mut content)));
                    rows.push(std::mem::take(&mut cells));
                    self.alphabet = outside;
                }
                Event::EnvironmentFlow(EnvironmentFlow::StartLines { .. }) => {}
                event => self.piece(event, &mut content),
            }
        }
        if !content.is_empty() || !cells.is_empty() {
            cells.push(row(content));
            rows.push(cells);
        }
        self.alphabet = outside;
        even(rows)
    }

    fn visual(&mut self, visual: Visual) -> Math {
        match visual {
            Visual::SquareRoot => Math::Root { degree: None, content: Box::new(self.element()) },
            Visual::Root => {
                let content = Box::new(self.element());
                Math::Root { degree: Some(Box::new(self.element())), content }
            }
            Visual::Fraction(line) => {
                let (above, below) = (self.element(), self.element());
                match line {
                    // Two lines without a rule between them, as a binomial coefficient has.
                    Some(Dimension { value: 0.0, .. }) => Math::Table { rows: vec![vec![above], vec![below]] },
                    _ => Math::Fraction { above: Box::new(above), below: Box::new(below) },
                }
            }
            Visual::Negation => match self.element() {
                Math::Operator { text } => Math::Operator { text: negated(&text) },
                Math::Identifier { text } => Math::Identifier { text: format!("{text}\u{338}") },
                other => other,
            },
        }
    }

    fn script(&mut self, ty: ScriptType, position: ScriptPosition) -> Math {
        let base = Box::new(self.element());
        let mut index = || Some(Box::new(self.element()));
        let (lower, upper) = match ty {
            ScriptType::Subscript => (index(), None),
            ScriptType::Superscript => (None, index()),
            ScriptType::SubSuperscript => (index(), index()),
        };
        match position {
            ScriptPosition::AboveBelow => Math::Limits { base, lower, upper },
            ScriptPosition::Movable if self.display => Math::Limits { base, lower, upper },
            ScriptPosition::Movable | ScriptPosition::Right => Math::Script { base, lower, upper },
        }
    }
}

/// Pieces that follow each other; one piece alone is itself.
fn row(mut content: Vec<Math>) -> Math {
    match content.pop() {
        Some(only) if content.is_empty() => only,
        last => {
            content.extend(last);
            Math::Row { content }
        }
    }
}

/// Rows of as many cells each.
fn even(mut rows: Vec<Vec<Math>>) -> Math {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    rows.iter_mut().for_each(|cells| cells.resize(columns, row(Vec::new())));
    Math::Table { rows }
}

/// What an environment of one line holds needs no table.
fn lone_cell(table: Math) -> Math {
    match table {
        Math::Table { mut rows } if rows.len() == 1 && rows[0].len() == 1 => {
            rows.pop().and_then(|mut cells| cells.pop()).unwrap_or_else(|| row(Vec::new()))
        }
        table => table,
    }
}

/// A width in thousandths of the size of the type, which is ten points.
fn thousandths(width: Dimension) -> i32 {
    let per_unit = match width.unit {
        DimensionUnit::Em => 1000.0,
        DimensionUnit::Mu => 1000.0 / 18.0,
        DimensionUnit::Ex => 450.0,
        DimensionUnit::Mm => 283.0,
        DimensionUnit::Cm => 2830.0,
        DimensionUnit::In => 7200.0,
        DimensionUnit::Pc | DimensionUnit::Cc => 1200.0,
        DimensionUnit::Pt | DimensionUnit::Bp | DimensionUnit::Dd => 100.0,
        DimensionUnit::Sp => 0.0,
    };
    // Nothing wider than a page says anything.
    #[expect(clippy::cast_possible_truncation, reason = "it stands between the bounds of the line before")]
    let thousandths = (width.value * per_unit).clamp(-20_000.0, 20_000.0) as i32;
    thousandths
}
