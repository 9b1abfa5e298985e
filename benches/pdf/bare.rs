//! A draft written out as typst's own markup, as somebody would who has no program that writes drafts.

use std::fmt::Write;

use normc::document::{Block, Clause, ClauseKind, Document, Field, Inline, Table};

/// The markup: the template's rules of style, then the content.
pub(super) fn markup(document: &Document) -> String {
    let template = include_str!("../../templates/draft.typ");
    let style = template.split("#for (i, node) in doc.clauses").next().unwrap();
    let mut out = style.to_owned();
    for (at, node) in document.clauses.iter().enumerate() {
        if at == document.contents_before {
            out += "#heading(level: 1, outlined: false)[Contents]\n#outline(title: none, depth: 3, indent: auto)\n#pagebreak(weak: true)\n";
        }
        clause(node, &mut out);
    }
    out
}

fn clause(clause_: &Clause, out: &mut String) {
    if clause_.page_break {
        *out += "#pagebreak(weak: true)\n";
    }
    let (number, title) = (string(&clause_.number), string(&clause_.title));
    let heading = match clause_.kind {
        ClauseKind::NormativeAnnex | ClauseKind::InformativeAnnex => format!("[Annex #{number}#linebreak()#{title}]"),
        _ if clause_.number.is_empty() => title,
        _ => format!("[#box(width: 18mm, {number})#{title}]"),
    };
    let (level, outlined, id) = (clause_.level, clause_.in_contents, string(&clause_.id));
    let _ = writeln!(out, "#[#heading(level: {level}, outlined: {outlined}, {heading})#label({id})]");
    let _ = writeln!(out, "#{}", blocks(&clause_.blocks));
    clause_.clauses.iter().for_each(|inner| clause(inner, out));
}

fn string(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn inlines(all: &[Inline]) -> String {
    format!("[{}]", all.iter().map(|it| format!("#({});", inline(it))).collect::<String>())
}

fn inline(inline: &Inline) -> String {
    match inline {
        Inline::Text { text } => string(text),
        Inline::Code { text } => format!("text(font: look.code-font, size: 0.9em, {})", string(text)),
        Inline::Emphasis { content } => format!("emph{}", inlines(content)),
        Inline::Strong { content } => format!("strong{}", inlines(content)),
        Inline::Reference { target, text, .. } => format!("link(label({}), {})", string(target), string(text)),
        Inline::Link { url, content } => format!("link({}){}", string(url), inlines(content)),
        Inline::Anchor { id } => format!("[#metadata(none)#label({})]", string(id)),
        Inline::Break => "linebreak()".to_owned(),
        // The corpus of benches has none of these.
        Inline::Formula { .. } | Inline::Footnote { .. } | Inline::Marked { .. } => "[]".to_owned(),
    }
}

fn blocks(all: &[Block]) -> String {
    let next = |at: usize| matches!(all.get(at + 1), Some(Block::Table(_) | Block::Figure(_)));
    let made = all.iter().enumerate().map(|(at, it)| block(it, next(at)));
    format!("{{{}}}", made.collect::<Vec<_>>().join(";"))
}

fn hanging(label: &str, content: &[Block]) -> String {
    let (label, content) = (string(label), blocks(content));
    format!("block(inset: (left: look.note-indent), grid(columns: (20mm, 1fr), {label}, {content}))")
}

fn block(it: &Block, introduces: bool) -> String {
    match it {
        Block::Paragraph { text } if introduces => format!("block(sticky: true, par({}))", inlines(text)),
        Block::Paragraph { text } => format!("par({})", inlines(text)),
        Block::Label { text } => format!("block(sticky: true, strong({}))", inlines(text)),
        Block::List { start, items } => {
            let items: Vec<_> = items.iter().map(|item| blocks(item)).collect();
            match start {
                Some(start) => format!("enum(start: {start}, {})", items.join(", ")),
                None => format!("list({})", items.join(", ")),
            }
        }
        Block::Note { label, blocks } | Block::Example { label, blocks } => hanging(label, blocks),
        Block::EditorsNote { label, blocks: inside } => format!(
            "block(width: 100%, inset: 2mm, stroke: 0.5pt + look.mark, text(fill: look.mark, {{emph({}); parbreak(); {}}}))",
            string(label),
            blocks(inside)
        ),
        Block::Table(made) => table(made),
        Block::Figure(figure) => format!(
            "[#figure(kind: image, supplement: none, numbering: none, caption: {}, image({}, alt: {}))#label({})]",
            string(&figure.caption),
            string(&format!("{}.{}", figure.id, figure.format)),
            string(&figure.alt),
            string(&figure.id)
        ),
        Block::Term { id, term, definition, notes, .. } => format!(
            "{{block[#metadata(none)#label({})#strong({}) #{}];{}}}",
            string(id),
            string(term),
            inlines(definition),
            blocks(notes)
        ),
        Block::Definitions { entries } => {
            let entry = |(id, term, text): (&str, &str, &[Inline])| {
                format!("[#metadata(none)#label({})#{}], {}", string(id), string(term), inlines(text))
            };
            let entries: Vec<_> = entries.iter().map(|it| entry((&it.id, &it.term, &it.text))).collect();
            format!("grid(columns: (30mm, 1fr), column-gutter: 2mm, row-gutter: 0.8em, {})", entries.join(", "))
        }
        Block::Reference { id, label, text, .. } => format!(
            "block(grid(columns: (14mm, 1fr), [#metadata(none)#label({})#{}], {}))",
            string(id),
            string(label),
            inlines(text)
        ),
        Block::Requirement { id, number, title, applicability, blocks: inside, relations, .. } => {
            let mut out = format!(
                "block(sticky: true, below: 0.7em, text(font: look.heading-font, weight: \"bold\", size: 9.5pt)\
                 [#metadata(none)#label({})#box({})#h(4mm)#{}]);",
                string(id),
                string(number),
                string(title)
            );
            if !applicability.is_empty() {
                let _ = write!(out, "block(sticky: true, below: 0.7em, emph({}));", inlines(applicability));
            }
            out += &blocks(inside);
            out += ";set text(size: 8.5pt, fill: luma(70));set par(spacing: 0.5em);";
            out.extend(relations.iter().map(|it| format!("par({});", field(it))));
            format!(
                "block(width: 100%, breakable: false, above: 1.4em, below: 1.2em, inset: (left: 3mm, y: 1mm), \
                 stroke: (left: 1.2pt + look.accent), {{{out}}})"
            )
        }
        Block::Assessment { id, number, title, fields, .. } => {
            let fields: Vec<_> =
                fields.iter().map(|it| format!("strong({}), {}", string(&it.label), blocks(&it.blocks))).collect();
            format!(
                "{{set text(font: look.table-font, size: 9pt);set par(spacing: 0.6em);block(above: 1.4em, below: 1.4em, breakable: false, \
                 table(columns: (28mm, 1fr), stroke: 0.5pt + luma(90), inset: (x: 1.5mm, y: 1.2mm), align: left + top, \
                 table.header(table.cell(colspan: 2, fill: luma(225), align: left)[#metadata(none)#label({})#strong[#box({})#h(4mm)#{}]]), {}))}}",
                string(id),
                string(number),
                string(title),
                fields.join(", ")
            )
        }
        // The corpus of benches has none of these.
        Block::Warning { .. }
        | Block::Formula { .. }
        | Block::Listing { .. }
        | Block::Marked { .. }
        | Block::Code { .. } => "[]".to_owned(),
    }
}

fn field(field: &Field) -> String {
    let content = match field.blocks.as_slice() {
        [Block::Paragraph { text }] => inlines(text),
        content => blocks(content),
    };
    format!("{{strong({});{content}}}", string(&format!("{}: ", field.label)))
}

fn table(it: &Table) -> String {
    let cell = |cell: &Vec<Inline>| format!("table.cell(breakable: false, {})", inlines(cell));
    let cells: Vec<_> = it.rows.iter().flat_map(|row| &row.cells).map(cell).collect();
    let head =
        |cell: &Vec<Inline>| format!("table.cell(fill: luma(225), align: center + horizon, strong({}))", inlines(cell));
    let heads: Vec<_> = it.head.iter().map(head).collect();
    let widths: String = it.widths.iter().map(|width| format!("{width}fr,")).collect();
    let table = format!(
        "{{set text(font: look.table-font, size: 9pt);set par(spacing: 0.6em);table(columns: ({widths}), stroke: 0.5pt + luma(90), \
         inset: (x: 1.5mm, y: 1.2mm), align: left + top, table.header({}), {})}}",
        heads.join(", "),
        cells.join(", ")
    );
    let figure = match it.caption.as_str() {
        "" => table,
        caption => format!(
            "[#figure(kind: table, supplement: none, numbering: none, caption: {}, {table})#label({})]",
            string(caption),
            string(&it.id)
        ),
    };
    let figure = if it.wide { format!("page(flipped: true, {figure})") } else { figure };
    format!("{{{figure};{}}}", blocks(&it.notes))
}
