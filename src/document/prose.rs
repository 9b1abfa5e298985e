//! Markdown to blocks: paragraphs, lists, tables, code and links. HTML is shown as text; links lead to the web or into the draft.

use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Parser, Tag, TagEnd};

use crate::model::markdown;

use super::block::{Block, Table};
use super::inline::Inline;

/// What a reference in brackets becomes.
pub(super) type Resolve<'r> = dyn Fn(&str) -> Inline + 'r;

/// The blocks of a Markdown text.
pub(super) fn blocks(text: &str, resolve: &Resolve<'_>) -> Vec<Block> {
    let callback = |link: BrokenLink<'_>| Some((CowStr::from(format!("norm:{}", link.reference)), CowStr::from("")));
    let mut reader =
        Reader { events: Parser::new_with_broken_link_callback(text, markdown(), Some(callback)), resolve };
    reader.blocks(None)
}

/// The inlines of a text that is one paragraph; of several, they follow each other.
pub(super) fn inlines(text: &str, resolve: &Resolve<'_>) -> Vec<Inline> {
    let mut out: Vec<Inline> = Vec::new();
    for block in blocks(text, resolve) {
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
        Block::List { items, .. } => {
            for block in items.into_iter().flatten() {
                flatten(block, out);
            }
        }
        _ => {}
    }
}

struct Reader<'t, 'r, I: Iterator<Item = Event<'t>>> {
    events: I,
    resolve: &'r Resolve<'r>,
}

impl<'t, I: Iterator<Item = Event<'t>>> Reader<'t, '_, I> {
    fn blocks(&mut self, end: Option<TagEnd>) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose: Vec<Inline> = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::End(tag) if Some(tag) == end => break,
                Event::Start(Tag::Paragraph) => blocks.push(Block::Paragraph { text: self.inlines(TagEnd::Paragraph) }),
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
                Event::Start(Tag::BlockQuote(kind)) => blocks.extend(self.blocks(Some(TagEnd::BlockQuote(kind)))),
                Event::Start(Tag::Table(_)) => blocks.push(self.table()),
                Event::Start(Tag::HtmlBlock) => {
                    let text = self.plain(TagEnd::HtmlBlock);
                    blocks.push(Block::Paragraph { text: vec![Inline::text(text.trim_end())] });
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
        blocks
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
                        out.push(in_words((self.resolve)(name), own_words.then_some(&content)));
                    }
                    None if is_web(&dest_url) => out.push(Inline::Link { url: dest_url.into_string(), content }),
                    None => out.extend(content),
                }
            }
            Event::Start(Tag::Image { .. }) => {
                let content = self.inlines(TagEnd::Image);
                out.extend(content);
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

fn flush(loose: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
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
