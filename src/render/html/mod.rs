//! HTML: one page that needs nothing else, readable without a script. minijinja escapes every text, and what the page may load is nothing.

mod gather;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minijinja::value::Serde;
use minijinja::{Environment, Value, context};

use crate::artifact::{Backend, Options, alone};
use crate::digest;
use crate::document::{Block, Document};

use gather::{Formulas, Gathered};

/// The draft as a web page.
pub(super) const BACKEND: Backend<Document> = Backend {
    name: "html",
    extension: "html",
    media_type: "text/html",
    follows: "HTML (WHATWG), one self-contained page, WCAG 2.2 AA",
    applies: |_| true,
    emit: |document, options| page(document, options, &[]),
    beside: alone,
};

/// A place above a page, to which its breadcrumbs lead.
#[derive(Clone, Debug, serde::Serialize)]
pub(crate) struct Crumb {
    /// Where, relative to the page.
    pub(crate) href: String,
    /// What it is called.
    pub(crate) text: String,
}

/// The page of a draft; `above` leads back to where it is one page of several.
pub(crate) fn page(document: &Document, options: &Options, above: &[Crumb]) -> Result<Vec<u8>, String> {
    let document = &*document.marked();
    let gathered = Gathered::from(document);
    let footnotes: Value = Serde(&gathered.footnotes).into();
    let Gathered { pictures, cards, formulas, .. } = gathered;
    let mut environment = environment(formulas)?;
    let draft = include_str!("../../../templates/html/draft.html");
    environment.add_template("draft.html", draft).map_err(told)?;
    environment.add_filter("picture", move |id: &str| pictures.get(id).cloned().unwrap_or_default());
    environment.add_filter("card", move |target: &str| cards.get(target).cloned().unwrap_or_default());
    let style =
        concat!(include_str!("../../../templates/html/style.css"), include_str!("../../../templates/html/columns.css"));
    let page = environment.get_template("draft.html").map_err(told)?;
    let text = page.render(context! {
        doc => Serde(document),
        generator => &options.generator,
        style => style,
        style_hash => hash(style),
        footnotes => footnotes,
        above => Serde(above),
    });
    Ok(text.map_err(told)?.into_bytes())
}

/// Templates that show blocks with these formulas; without pictures and cards, which the page of a draft adds.
pub(crate) fn environment(formulas: Formulas) -> Result<Environment<'static>, String> {
    let mut environment = Environment::new();
    environment.add_template("blocks.html", include_str!("../../../templates/html/blocks.html")).map_err(told)?;
    environment.add_filter("picture", |_: &str| "");
    environment.add_filter("card", |_: &str| "");
    // MathML is markup, made by a writer of XML that escapes what is in it.
    environment.add_filter("formula", move |source: &str, display: bool| {
        Value::from_safe_string(formulas.get(&(display, source.to_owned())).cloned().unwrap_or_default())
    });
    environment.add_filter("share", |width: u32, widths: Vec<u32>| {
        let sum: u32 = widths.iter().sum();
        (width * 100 + sum / 2) / sum.max(1)
    });
    Ok(environment)
}

/// The formulas of blocks that stand in no draft.
pub(crate) fn formulas<'d>(blocks: impl IntoIterator<Item = &'d [Block]>) -> Formulas {
    let mut gathered = Gathered::default();
    blocks.into_iter().for_each(|blocks| gathered.blocks(blocks));
    gathered.formulas
}

/// How a Content Security Policy names a style or a script that stands in the page itself.
pub(crate) fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(digest::bytes(text)))
}

/// What went wrong with a template.
#[allow(clippy::needless_pass_by_value, reason = "errors are mapped by it")]
pub(crate) fn told(error: minijinja::Error) -> String {
    format!("{error:#}")
}
