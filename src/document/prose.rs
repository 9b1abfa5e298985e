//! Markdown to blocks: paragraphs, lists, tables, code, formulas, notes, footnotes and links. HTML is shown as text; links lead to the web
//! or into the draft.

use std::collections::BTreeMap;

use pulldown_cmark::{BlockQuoteKind, BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use crate::formula;
use crate::model::markdown;

use super::block::{Block, Definition, Figure, Table};
use super::inline::Inline;
use super::walk;

/// What stands outside of a text and is needed to read it.
pub(super) struct Around<'r> {
    /// What a reference in brackets becomes.
    pub(super) reference: &'r dyn Fn(&str) -> Inline,
    /// A number with the signs of the organisation.
    pub(super) number: &'r dyn Fn(&str) -> String,
    /// The picture of a file, by its path, caption and text alternative; nothing where it cannot be had.
    pub(super) picture: &'r dyn Fn(&str, &str, &str) -> Option<Figure>,
}

/// The blocks of a Markdown text.
pub(super) fn blocks(text: &str, around: &Around<'_>) -> Vec<Block> {
    let callback = |link: BrokenLink<'_>| Some((CowStr::from(format!("norm:{}", link.reference)), CowStr::from("")));
    let events = Parser::new_with_broken_link_callback(text, markdown(), Some(callback));
    let mut reader = Reader { events, around, footnotes: BTreeMap::new(), pictures: Vec::new() };
    let mut blocks = reader.blocks(None);
    if !reader.footnotes.is_empty() {
        fill_in(&mut blocks, &reader.footnotes);
    }
    blocks
}

/// The blocks of a Markdown text that stands in no draft: footnotes are read where they are called, in brackets, and pictures are left out.
pub fn by_itself(text: &str) -> Vec<Block> {
    let reference = |name: &str| Inline::text(name);
    let around = Around { reference: &reference, number: &str::to_owned, picture: &|_, _, _| None };
    let mut blocks = blocks(text, &around);
    walk::in_blocks(&mut blocks, &mut |inline| {
        if let Inline::Footnote { text, .. } = inline {
            let content = [vec![Inline::text(" (")], std::mem::take(text), vec![Inline::text(")")]].concat();
            *inline = Inline::Emphasis { content };
        }
    });
    blocks
}

/// Gives each call of a footnote what the footnote says.
fn fill_in(blocks: &mut [Block], footnotes: &BTreeMap<String, Vec<Inline>>) {
    walk::in_blocks(blocks, &mut |inline| {
        if let Inline::Footnote { id, text, .. } = inline
            && let Some(found) = footnotes.get(id)
        {
            text.clone_from(found);
        }
    });
}

/// The inlines of a text that is one paragraph; of several, they follow each other.
pub(super) fn inlines(text: &str, around: &Around<'_>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for block in blocks(text, around) {
        flatten(block, &mut out);
    }
    out
}

fn flatten(block: Block, out: &mut Vec<Inline>) {
    let mut part = |text: Vec<Inline>| {
        if !out.is_empty() {
            out.push(Inline::Break);
        }
        out.extend(text);
    };
    match block {
        Block::Paragraph { text } | Block::Label { text } => part(text),
        Block::Code { text, .. } => part(vec![Inline::Code { text }]),
        Block::Formula { math, source, .. } => part(vec![Inline::Formula { math, source }]),
        Block::List { items, .. } => {
            for block in items.into_iter().flatten() {
                flatten(block, out);
            }
        }
        Block::Note { blocks, .. } | Block::Warning { blocks, .. } => {
            for block in blocks {
                flatten(block, out);
            }
        }
        Block::Definitions { entries } => {
            for entry in entries {
                part([vec![Inline::text(format!("{}: ", entry.term))], entry.text].concat());
            }
        }
        _ => {}
    }
}

struct Reader<'t, 'r, I: Iterator<Item = Event<'t>>> {
    events: I,
    around: &'r Around<'r>,
    /// What the footnotes say, by their labels.
    footnotes: BTreeMap<String, Vec<Inline>>,
    /// Pictures of the paragraph that is being read; they stand behind it.
    pictures: Vec<Block>,
}

impl<'t, I: Iterator<Item = Event<'t>>> Reader<'t, '_, I> {
    fn blocks(&mut self, end: Option<TagEnd>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose: Vec<Inline> = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(tag) if Some(tag) == end => break,
                Event::Start(Tag::Paragraph) => self.paragraph(&mut blocks),
                Event::Start(Tag::Heading { level, .. }) => {
                    blocks.push(Block::Label { text: self.inlines(TagEnd::Heading(level)) });
                }
                Event::Start(Tag::List(start)) => {
                    flush(&mut loose, &mut blocks);
                    blocks.push(self.list(start));
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    let language = match kind {
                        CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or("").to_owned(),
                        CodeBlockKind::Indented => String::new(),
                    };
                    blocks.push(Block::Code { language, text: self.plain(TagEnd::CodeBlock) });
                }
                Event::Start(Tag::BlockQuote(kind)) => {
                    let inside = self.blocks(Some(TagEnd::BlockQuote(kind)));
                    blocks.extend(quoted(kind, inside));
                }
                Event::Start(Tag::Table(_)) => blocks.push(self.table()),
                Event::Start(Tag::DefinitionList) => blocks.push(self.definitions()),
                Event::Start(Tag::FootnoteDefinition(label)) => self.footnote(label.into_string()),
                Event::Start(Tag::HtmlBlock) => {
                    let text = self.plain(TagEnd::HtmlBlock);
                    blocks.push(Block::Paragraph { text: vec![Inline::text(text.trim_end())] });
                }
                Event::DisplayMath(source) => {
                    flush(&mut loose, &mut blocks);
                    blocks.push(self.display(&source));
                }
                Event::Rule | Event::Start(_) | Event::End(_)
                    if !matches!(
                        event,
                        Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
                    ) => {}
                other => self.inline(other, &mut loose),
            }
        }
        flush(&mut loose, &mut blocks);
        blocks.append(&mut self.pictures);
        blocks
    }

    /// A paragraph; a formula on a line of its own parts it, and its pictures stand behind it.
    fn paragraph(&mut self, blocks: &mut Vec<Block>) {
        let mut text: Vec<Inline> = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(TagEnd::Paragraph) => break,
                Event::DisplayMath(source) => {
                    flush(&mut text, blocks);
                    blocks.push(self.display(&source));
                }
                other => self.inline(other, &mut text),
            }
        }
        flush(&mut text, blocks);
        blocks.append(&mut self.pictures);
    }

    /// A formula on a line of its own; one that cannot be read, which a rule reports, stands as it is written.
    fn display(&self, source: &str) -> Block {
        let source = source.trim();
        match self.math(source, true) {
            Some(math) => Block::Formula { id: String::new(), label: String::new(), math, source: source.to_owned() },
            None => Block::Code { language: "latex".to_owned(), text: source.to_owned() },
        }
    }

    fn math(&self, source: &str, display: bool) -> Option<formula::Math> {
        formula::read(source, display).ok().map(|math| math.with_numbers(self.around.number))
    }

    fn footnote(&mut self, label: String) {
        let mut text = Vec::new();
        for block in self.blocks(Some(TagEnd::FootnoteDefinition)) {
            flatten(block, &mut text);
        }
        // A footnote calls no footnotes.
        text.retain(|inline| !matches!(inline, Inline::Footnote { .. }));
        self.footnotes.entry(label).or_insert(text);
    }

    fn definitions(&mut self) -> Block {
        let mut entries: Vec<Definition> = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(TagEnd::DefinitionList) => break,
                Event::Start(Tag::DefinitionListTitle) => {
                    let term = self.inlines(TagEnd::DefinitionListTitle);
                    let term = term.iter().map(Inline::words).collect();
                    entries.push(Definition { id: String::new(), term, text: Vec::new() });
                }
                Event::Start(Tag::DefinitionListDefinition) => {
                    let blocks = self.blocks(Some(TagEnd::DefinitionListDefinition));
                    let Some(entry) = entries.last_mut() else { continue };
                    blocks.into_iter().for_each(|block| flatten(block, &mut entry.text));
                }
                _ => {}
            }
        }
        Block::Definitions { entries }
    }

    fn list(&mut self, start: Option<u64>) -> Block {
        let end = TagEnd::List(start.is_some());
        let mut items = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(tag) if tag == end => break,
                Event::Start(Tag::Item) => items.push(self.blocks(Some(TagEnd::Item))),
                _ => {}
            }
        }
        Block::List { start, items }
    }

    fn table(&mut self) -> Block {
        let (mut head, mut rows, mut row) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => row.push(self.inlines(TagEnd::TableCell)),
                Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut row).into()),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table(Table {
            id: String::new(),
            label: String::new(),
            title: String::new(),
            caption: String::new(),
            widths: vec![1; head.len()],
            head,
            rows,
            row_headers: false,
            wide: false,
            notes: Vec::new(),
        })
    }

    fn inlines(&mut self, end: TagEnd) -> Vec<Inline> {
        let mut out = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(tag) if tag == end => break,
                other => self.inline(other, &mut out),
            }
        }
        out
    }

    fn inline(&mut self, event: Event<'t>, out: &mut Vec<Inline>) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => push_text(&text, out),
            Event::SoftBreak => push_text(" ", out),
            Event::HardBreak => out.push(Inline::Break),
            Event::Code(text) => out.push(Inline::Code { text: text.into_string() }),
            Event::InlineMath(source) | Event::DisplayMath(source) => out.push(match self.math(&source, false) {
                Some(math) => Inline::Formula { math, source: source.into_string() },
                None => Inline::Code { text: source.into_string() },
            }),
            // Its number comes with those of the draft, its text when all of this text is read.
            Event::FootnoteReference(label) => {
                out.push(Inline::Footnote { id: label.into_string(), number: String::new(), text: Vec::new() });
            }
            Event::Start(Tag::Emphasis) => {
                let content = self.inlines(TagEnd::Emphasis);
                out.push(Inline::Emphasis { content });
            }
            Event::Start(Tag::Strong) => {
                let content = self.inlines(TagEnd::Strong);
                out.push(Inline::Strong { content });
            }
            Event::Start(Tag::Link { dest_url, link_type, .. }) => {
                let content = self.inlines(TagEnd::Link);
                match dest_url.strip_prefix("norm:") {
                    Some(name) => {
                        let own_words = link_type == LinkType::ReferenceUnknown;
                        out.push(in_words((self.around.reference)(name), own_words.then_some(&content)));
                    }
                    None if is_web(&dest_url) => out.push(Inline::Link { url: dest_url.into_string(), content }),
                    None => out.extend(content),
                }
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                let content = self.inlines(TagEnd::Image);
                let alt: String = content.iter().map(Inline::words).collect();
                let caption = if title.is_empty() { &*alt } else { &*title };
                match (self.around.picture)(&dest_url, caption, &alt) {
                    Some(figure) => self.pictures.push(Block::Figure(figure)),
                    None => out.extend(content),
                }
            }
            _ => {}
        }
    }

    fn plain(&mut self, end: TagEnd) -> String {
        let mut out = String::new();
        for event in self.events.by_ref() {
            match event {
                Event::End(tag) if tag == end => break,
                Event::Text(text) | Event::Html(text) => out.push_str(&text),
                _ => {}
            }
        }
        out
    }
}

/// A reference in the words that the text gives it: `[the request][m606]`.
fn in_words(reference: Inline, words: Option<&Vec<Inline>>) -> Inline {
    let Some(words) = words else { return reference };
    let words = words.iter().map(Inline::words).collect::<String>();
    match reference {
        Inline::Reference { target, title, .. } => Inline::Reference { target, text: words, title },
        _ => Inline::text(words),
    }
}

/// What a block quotation says: a note or a warning where it says so, else itself.
fn quoted(kind: Option<BlockQuoteKind>, blocks: Vec<Block>) -> Vec<Block> {
    let label = String::new();
    match kind {
        Some(BlockQuoteKind::Note | BlockQuoteKind::Tip) => vec![Block::Note { label, blocks }],
        Some(BlockQuoteKind::Warning | BlockQuoteKind::Caution | BlockQuoteKind::Important) => {
            vec![Block::Warning { label, blocks }]
        }
        None => blocks,
    }
}

fn flush(loose: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    // What stands around a formula or a picture on lines of their own can be nothing but blanks.
    if loose.iter().all(|inline| matches!(inline, Inline::Text { text } if text.trim().is_empty())) {
        loose.clear();
    }
    if !loose.is_empty() {
        blocks.push(Block::Paragraph { text: std::mem::take(loose) });
    }
}

fn push_text(text: &str, out: &mut Vec<Inline>) {
    if let Some(Inline::Text { text: last }) = out.last_mut() {
        last.push_str(text);
    } else {
        out.push(Inline::text(text));
    }
}

/// Whether an address leads to the web or to a mailbox, and nowhere else.
pub(super) fn is_web(url: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| url.to_ascii_lowercase().starts_with(scheme))
}
