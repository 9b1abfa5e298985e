//! The texts of deliverables and libraries as rules see them: running words, lists, tables and references, each with its exact place. Every
//! text is read once, before the rules run. Knows no rule.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, Parser, Tag, TagEnd};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::language::Header;
use crate::model::standard::Eso;
use crate::model::{Declaration, Id, Model, Package, Written, markdown, plain_references};
use crate::source::Span;
use crate::syntax::{Content, Text};
use crate::wording::{Number, Style, numbers};

/// What a stretch of a text is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// Running words: neither code nor a quotation.
    Words,
    /// Words in quotation marks, the marks excluded, or a block quotation.
    Quotation,
    /// Code, in a line or in a block.
    Code,
    /// A formula, in a line or on a line of its own.
    Formula,
    /// A paragraph. The words of an item of a list without blank lines are none.
    Paragraph,
    /// A heading.
    Heading,
    /// A list, its depth from 1, and whether it is ordered.
    List {
        /// From 1 for a list that stands in no other.
        depth: usize,
        /// Whether its items are numbered.
        ordered: bool,
    },
    /// An item of a list, and the depth of that list.
    Item(usize),
    /// A table.
    Table,
    /// A picture.
    Picture,
    /// Strong words.
    Strong,
    /// A reference in brackets, the brackets included, and where it leads.
    Reference(Option<Id>),
    /// A link out of the document.
    Link,
}

/// A text with what it consists of.
#[derive(Debug)]
pub struct Prose<'m, 's> {
    /// The declaration it stands in.
    pub declaration: &'m Declaration<'s>,
    /// The property that says it; the keyword of the declaration for what stands in its own head.
    pub property: &'static str,
    /// Whose drafting rules hold for it; `None` in a library, whose texts go into drafts of everyone.
    pub eso: Option<Eso>,
    /// The text as it is written.
    pub text: Text<'s>,
    content: Content<'s>,
    /// What it consists of, in the order of where it begins, what holds before what is held; empty where it is one paragraph of words.
    marks: Box<[(Mark, Range<usize>)]>,
    /// The numbers in its running words; empty where they are not the author's own.
    pub numbers: Box<[Number]>,
    signs: Signs,
}

impl<'s> Prose<'_, 's> {
    /// What it reads.
    pub fn as_str(&self) -> &str {
        self.content.as_str()
    }

    /// Where a stretch of it stands in the source.
    pub fn span(&self, range: Range<usize>) -> Span {
        self.content.source_span(range)
    }

    /// Where the first line of a stretch stands in the source, for what is too long to show.
    pub fn first_line(&self, range: Range<usize>) -> Span {
        let line = self.as_str()[range.clone()].lines().next().unwrap_or("").trim_end().len();
        self.span(range.start..range.start + line)
    }

    /// Whether it is the author's own text, as against the title of a document that others wrote.
    pub fn is_own(&self) -> bool {
        self.declaration.kind() != "reference"
    }

    /// Whether two capitals stand side by side in it.
    pub fn has_capitals(&self) -> bool {
        self.signs.has(Signs::CAPITALS)
    }

    /// Whether a digit or a capital stands behind a blank in it, as where something is called by a number.
    pub fn has_names(&self) -> bool {
        self.signs.has(Signs::NAME)
    }

    /// What it consists of, in order.
    pub fn marks(&self) -> impl Iterator<Item = (Mark, Range<usize>)> {
        let whole = 0..self.as_str().len();
        let simple = [(Mark::Paragraph, whole.clone()), (Mark::Words, whole)];
        let simple = self.marks.is_empty().then_some(simple).into_iter().flatten();
        simple.chain(self.marks.iter().cloned())
    }

    /// The stretches of one sort.
    pub fn all(&self, mark: Mark) -> impl Iterator<Item = Range<usize>> {
        self.marks().filter(move |(it, _)| *it == mark).map(|(_, range)| range)
    }

    /// Its running words, stretch by stretch: without code, quotations and references.
    pub fn words(&self) -> impl Iterator<Item = Range<usize>> {
        self.all(Mark::Words)
    }

    /// Where it refers to declarations.
    pub fn references(&self) -> impl Iterator<Item = (Id, Range<usize>)> {
        self.marks().filter_map(|(mark, range)| match mark {
            Mark::Reference(Some(id)) => Some((id, range)),
            _ => None,
        })
    }
}

/// Every text of the deliverables and libraries.
#[derive(Debug, Default)]
pub struct Texts<'m, 's> {
    /// The texts of each package.
    texts: Vec<Vec<Prose<'m, 's>>>,
    /// Where those stand that are more than one paragraph of words, and those that have numbers: the package's place and the text's.
    marked: Vec<(usize, usize)>,
    numbered: Vec<(usize, usize)>,
}

impl<'m, 's> Texts<'m, 's> {
    /// Reads the texts of a model.
    pub(super) fn read(model: &'m Model<'s>) -> Self {
        let drafted = |header| matches!(header, Some(Header::Standard | Header::Library));
        let packages: Vec<_> = model.packages().iter().filter(|package| drafted(package.header)).collect();
        let texts: Vec<_> = packages.par_iter().map(|package| of_package(model, package)).collect();
        let places = |wanted: fn(&Prose<'_, '_>) -> bool| {
            let of = |(at, texts): (usize, &Vec<Prose<'m, 's>>)| {
                let wanted = texts.iter().enumerate().filter(move |(_, prose)| wanted(prose));
                wanted.map(move |(text, _)| (at, text)).collect::<Vec<_>>()
            };
            texts.iter().enumerate().flat_map(of).collect::<Vec<_>>()
        };
        let (marked, numbered) = (places(|prose| !prose.marks.is_empty()), places(|prose| !prose.numbers.is_empty()));
        Self { texts, marked, numbered }
    }

    /// Every text, in the order of the source.
    pub fn iter(&self) -> impl Iterator<Item = &Prose<'m, 's>> {
        self.texts.iter().flatten()
    }

    /// The texts that are more than one paragraph of words, in the order of the source: all that have a reference, a list or a table.
    pub fn marked(&self) -> impl Iterator<Item = &Prose<'m, 's>> {
        self.marked.iter().map(|(package, text)| &self.texts[*package][*text])
    }

    /// The texts with numbers in their running words, in the order of the source.
    pub fn numbered(&self) -> impl Iterator<Item = &Prose<'m, 's>> {
        self.numbered.iter().map(|(package, text)| &self.texts[*package][*text])
    }
}

fn of_package<'m, 's>(model: &'m Model<'s>, package: &Package<'s>) -> Vec<Prose<'m, 's>> {
    let (members, eso) = (model.members(package.id), model.eso(package.id));
    let mut texts = Vec::with_capacity(members.iter().map(|member| member.texts.len()).sum());
    texts.extend(members.iter().flat_map(|member| of_declaration(model, member, eso)));
    texts
}

/// What is no sentence of a draft: names and numbers that a property holds, and reasons that normc alone reads.
const UNPRINTED: &[&str] =
    &["allow", "since", "source", "url", "number", "date", "body", "work-item", "version", "file", "short", "extends"];

fn of_declaration<'m, 's>(
    model: &'m Model<'s>,
    declaration: &'m Declaration<'s>,
    eso: Option<Eso>,
) -> impl Iterator<Item = Prose<'m, 's>> {
    let printed = declaration.texts.iter().filter(|written| !UNPRINTED.contains(&written.property));
    printed.map(move |written| read(model, declaration, written, eso))
}

fn read<'m, 's>(
    model: &'m Model<'s>,
    declaration: &'m Declaration<'s>,
    written: &Written<'s>,
    eso: Option<Eso>,
) -> Prose<'m, 's> {
    let content = written.text.content();
    let signs = Signs::of(content.as_str());
    let marks = if signs.is_simple(content.as_str()) {
        Vec::new()
    } else {
        let links = |name: &str| model.lookup(declaration.package, name);
        marks(content.as_str(), &links)
    };
    let (property, text, marks) = (written.property, written.text, marks.into());
    let mut prose = Prose { declaration, property, eso, text, content, marks, numbers: Box::default(), signs };
    if let Some(style) = Style::of(eso).filter(|_| signs.has(Signs::DIGIT) && prose.is_own()) {
        prose.numbers = prose.words().flat_map(|words| numbers(prose.as_str(), words, style)).collect();
    }
    prose
}

/// What signs stand in a text: seen by one look at each of its bytes, so that what needs one of them passes over texts without.
#[derive(Clone, Copy, Debug)]
struct Signs(u8);

impl Signs {
    const BLANK: u8 = 1;
    const DIGIT: u8 = 2;
    /// A capital of ASCII.
    const CAPITAL: u8 = 4;
    /// Two such capitals side by side.
    const CAPITALS: u8 = 8;
    /// A digit or such a capital behind a blank.
    const NAME: u8 = 16;
    /// A byte that can begin something other than words; 0xc2 and 0xe2 begin the quotation marks above ASCII.
    const MARK: u8 = 32;

    const TABLE: [u8; 256] = {
        let mut table = [0; 256];
        let marks = b"\xc2\xe2\"*_`[<&\\!|#~>$\n";
        let mut at = 0;
        while at < marks.len() {
            table[marks[at] as usize] = Self::MARK;
            at += 1;
        }
        table[b' ' as usize] = Self::BLANK;
        at = 0;
        while at < 26 {
            table[at + b'A' as usize] = Self::CAPITAL;
            if at < 10 {
                table[at + b'0' as usize] = Self::DIGIT;
            }
            at += 1;
        }
        table
    };

    fn of(text: &str) -> Self {
        let (mut all, mut before) = (0, 0);
        for byte in text.bytes() {
            let sign = Self::TABLE[usize::from(byte)];
            all |= sign | (before & sign & Self::CAPITAL) << 1;
            if before == Self::BLANK && sign & (Self::CAPITAL | Self::DIGIT) != 0 {
                all |= Self::NAME;
            }
            before = sign;
        }
        Self(all)
    }

    const fn has(self, sign: u8) -> bool {
        self.0 & sign != 0
    }

    /// Whether a text is one paragraph of words, which most are. It may say so less often than is true.
    fn is_simple(self, text: &str) -> bool {
        // A list or a block of code can begin in the first line.
        !self.has(Self::MARK) && text.starts_with(|c: char| c.is_alphabetic())
    }
}

fn marks(text: &str, lookup: &dyn Fn(&str) -> Option<Id>) -> Vec<(Mark, Range<usize>)> {
    if let Some(names) = plain_references(text) {
        return without_quotations(text, of_paragraph(text, &names, lookup));
    }
    let mut marks = Marks { lookup, marks: Vec::new(), depth: 0, quoted: 0 };
    let callback = |link: BrokenLink<'_>| Some((CowStr::from(link.reference.to_string()), CowStr::from("norm")));
    let parser = Parser::new_with_broken_link_callback(text, markdown(), Some(callback));
    for (event, range) in parser.into_offset_iter() {
        marks.event(&event, range);
    }
    without_quotations(text, marks.marks)
}

/// What a paragraph of words with names in brackets consists of.
fn of_paragraph(text: &str, names: &[Range<usize>], lookup: &dyn Fn(&str) -> Option<Id>) -> Vec<(Mark, Range<usize>)> {
    let mut marks = vec![(Mark::Paragraph, 0..text.len())];
    let mut at = 0;
    for name in names {
        marks.push((Mark::Words, at..name.start - 1));
        marks.push((Mark::Reference(lookup(&text[name.clone()])), name.start - 1..name.end + 1));
        at = name.end + 1;
    }
    marks.push((Mark::Words, at..text.len()));
    marks
}

struct Marks<'t> {
    lookup: &'t dyn Fn(&str) -> Option<Id>,
    marks: Vec<(Mark, Range<usize>)>,
    depth: usize,
    quoted: usize,
}

impl Marks<'_> {
    fn event(&mut self, event: &Event<'_>, range: Range<usize>) {
        let mark = match event {
            Event::Text(_) | Event::Html(_) | Event::InlineHtml(_) => self.words(&range),
            Event::Code(_) => Some(Mark::Code),
            Event::InlineMath(_) | Event::DisplayMath(_) => Some(Mark::Formula),
            Event::Start(tag) => self.start(tag),
            Event::End(end) => {
                self.end(*end);
                None
            }
            _ => None,
        };
        self.marks.extend(mark.map(|mark| (mark, range)));
    }

    /// Words inside code, a reference or a quotation are no running words.
    fn words(&self, range: &Range<usize>) -> Option<Mark> {
        let within = |(mark, outer): &(Mark, Range<usize>)| {
            matches!(mark, Mark::Code | Mark::Reference(_)) && outer.start <= range.start && range.end <= outer.end
        };
        let inside = self.marks.iter().rev().take(8).any(within);
        (!inside).then_some(if self.quoted > 0 { Mark::Quotation } else { Mark::Words })
    }

    fn start(&mut self, tag: &Tag<'_>) -> Option<Mark> {
        Some(match tag {
            Tag::Paragraph => Mark::Paragraph,
            Tag::Heading { .. } => Mark::Heading,
            Tag::List(start) => {
                self.depth += 1;
                Mark::List { depth: self.depth, ordered: start.is_some() }
            }
            Tag::Item => Mark::Item(self.depth),
            Tag::CodeBlock(_) => Mark::Code,
            Tag::Table(_) => Mark::Table,
            Tag::Image { .. } => Mark::Picture,
            Tag::Strong => Mark::Strong,
            // Notes and warnings are the deliverable's own words.
            Tag::BlockQuote(None) => {
                self.quoted += 1;
                return None;
            }
            Tag::Link { dest_url, title, .. } if &**title == "norm" => Mark::Reference((self.lookup)(dest_url)),
            Tag::Link { .. } => Mark::Link,
            _ => return None,
        })
    }

    const fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::List(_) => self.depth -= 1,
            TagEnd::BlockQuote(None) => self.quoted -= 1,
            _ => {}
        }
    }
}

/// Takes what stands in quotation marks out of the running words. A mark that nothing closes in its stretch quotes nothing.
fn without_quotations(text: &str, marks: Vec<(Mark, Range<usize>)>) -> Vec<(Mark, Range<usize>)> {
    let mut out = Vec::with_capacity(marks.len());
    for (mark, range) in marks {
        if mark != Mark::Words {
            out.push((mark, range));
            continue;
        }
        let mut at = range.start;
        while let Some((open, close, after)) = quotation(text, at..range.end) {
            out.push((Mark::Words, at..open));
            out.push((Mark::Quotation, open..close));
            at = after;
        }
        out.push((Mark::Words, at..range.end));
    }
    out.retain(|(mark, range)| *mark != Mark::Words || !range.is_empty());
    out
}

/// The first quotation in a stretch, marks excluded, and where its closing mark ends.
fn quotation(text: &str, range: Range<usize>) -> Option<(usize, usize, usize)> {
    let is_open = |c: char| matches!(c, '"' | '\u{201c}' | '\u{201e}' | '\u{ab}');
    let stretch = &text[range.clone()];
    let (open, mark) = stretch.char_indices().find(|(_, c)| is_open(*c))?;
    let closes: &[char] = match mark {
        '"' => &['"'],
        '\u{ab}' => &['\u{bb}'],
        _ => &['\u{201d}', '\u{201c}'],
    };
    let inside = open + mark.len_utf8();
    let close = inside + stretch[inside..].find(closes)?;
    let after = close + stretch[close..].chars().next().map_or(0, char::len_utf8);
    Some((range.start + inside, range.start + close, range.start + after))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a text consists of, in a line.
    fn shown(text: &str) -> String {
        let found = if Signs::of(text).is_simple(text) {
            vec![(Mark::Paragraph, 0..text.len()), (Mark::Words, 0..text.len())]
        } else {
            marks(text, &|name| (name == "R-1").then_some(Id(1)))
        };
        let shown = found.iter().map(|(mark, range)| format!("{mark:?} {:?}", &text[range.clone()]));
        shown.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn words_exclude_code_quotations_and_references() {
        assert_eq!(shown("one two"), r#"Paragraph "one two"; Words "one two""#);
        let shown = shown("a `b` \"c\" [d][R-1] e");
        assert_eq!(
            shown,
            r#"Paragraph "a `b` \"c\" [d][R-1] e"; Words "a "; Code "`b`"; Words " \""; Quotation "c"; Words " "; "#
                .to_owned()
                + r#"Reference(Some(Id(1))) "[d][R-1]"; Words " e""#
        );
    }

    #[test]
    fn signs_are_those_of_the_text() {
        let shown = |text: &str| {
            let signs = Signs::of(text);
            (signs.has(Signs::DIGIT), signs.has(Signs::CAPITALS), signs.has(Signs::NAME), signs.is_simple(text))
        };
        assert_eq!(shown("Plain words, of one sort."), (false, false, false, true));
        assert_eq!(shown("In clause 5."), (true, false, true, true));
        assert_eq!(shown("by TLS"), (false, true, true, true));
        assert_eq!(shown("TLS1 “x”"), (true, true, false, false));
        assert!(!shown("- a list").3 && !shown("a [name]").3 && !shown("4 words").3);
    }

    #[test]
    fn a_plain_paragraph_consists_of_what_markdown_says() {
        let lookup = |name: &str| (name == "R-1").then_some(Id(1));
        for text in ["Of [R-1] \"and [x]\", after {limit}", "x [R-1]", "x [a]."] {
            let names = plain_references(text).unwrap();
            let parser = marks(&format!("{text}\n"), &lookup);
            let whole = |(mark, range): (Mark, Range<usize>)| (mark, range.start..range.end.min(text.len()));
            let parser: Vec<_> = parser.into_iter().map(whole).collect();
            assert_eq!(without_quotations(text, of_paragraph(text, &names, &lookup)), parser);
        }
    }

    #[test]
    fn lists_know_their_depth() {
        let text = "- a\n  1. b\n- c";
        let found = marks(text, &|_| None);
        let lists: Vec<_> = found.iter().filter(|(mark, _)| matches!(mark, Mark::List { .. })).collect();
        assert_eq!(lists[0].0, Mark::List { depth: 1, ordered: false });
        assert_eq!(lists[1].0, Mark::List { depth: 2, ordered: true });
        assert_eq!(found.iter().filter(|(mark, _)| matches!(mark, Mark::Item(_))).count(), 3);
    }
}
