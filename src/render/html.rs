//! HTML: one page that needs nothing else, readable without a script. minijinja escapes every text.

use minijinja::value::Serde;
use minijinja::{Environment, context};

use crate::artifact::{Backend, Options, alone};
use crate::document::{Block, Clause, Document};

/// The draft as a web page.
pub(super) const BACKEND: Backend<Document> = Backend {
    name: "html",
    extension: "html",
    media_type: "text/html",
    follows: "HTML (WHATWG), one self-contained page, WCAG 2.2 AA",
    applies: |_| true,
    emit,
    beside: alone,
};

fn emit(document: &Document, options: &Options) -> Result<Vec<u8>, String> {
    let document = &*document.marked();
    let mut environment = Environment::new();
    environment.add_template("draft.html", include_str!("../../templates/html/draft.html")).map_err(told)?;
    environment.add_template("blocks.html", include_str!("../../templates/html/blocks.html")).map_err(told)?;
    environment.add_filter("picture", picture(document));
    let page = environment.get_template("draft.html").map_err(told)?;
    let style = include_str!("../../templates/html/style.css");
    let text = page
        .render(context! { doc => Serde(document), generator => &options.generator, style => style })
        .map_err(told)?;
    Ok(text.into_bytes())
}

/// The address that holds a figure's bytes.
fn picture(document: &Document) -> impl Fn(String) -> String + Send + Sync + 'static {
    let mut addresses = std::collections::BTreeMap::new();
    collect(&document.clauses, &mut addresses);
    move |id: String| addresses.get(&id).cloned().unwrap_or_default()
}

fn collect(clauses: &[Clause], addresses: &mut std::collections::BTreeMap<String, String>) {
    for clause in clauses {
        in_blocks(&clause.blocks, addresses);
        collect(&clause.clauses, addresses);
    }
}

fn in_blocks(blocks: &[Block], addresses: &mut std::collections::BTreeMap<String, String>) {
    for block in blocks {
        if let Block::Figure(figure) = block {
            let kind = if figure.format == "svg" { "svg+xml" } else { "png" };
            addresses.insert(figure.id.clone(), format!("data:image/{kind};base64,{}", base64(&figure.bytes)));
        }
        if let Block::Marked { blocks, .. } = block {
            in_blocks(blocks, addresses);
        }
    }
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

fn told(error: minijinja::Error) -> String {
    format!("{error:#}")
}
