//! A site of the whole corpus: pages that need no server, and no script but for the search. minijinja escapes every text.

mod entry;
mod lists;
mod places;
mod search;
mod shelf;

use minijinja::value::Serde;
use minijinja::{Environment, Value, context};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::artifact::{Collection, Options, Part};
use crate::corpus::Corpus;
use crate::coverage;
use crate::document::Block;
use crate::render::html::{self, Crumb, told};

use places::Places;
use shelf::Shelf;

/// The site.
pub(super) const BACKEND: Collection<Corpus> = Collection {
    name: "site",
    media_type: "text/html",
    follows: "HTML (WHATWG), pages of the whole corpus without a server, WCAG 2.2 AA",
    emit,
};

/// The folder of the site.
const FOLDER: &str = "site";

const TEMPLATES: &[(&str, &str)] = &[
    ("matrices.html", include_str!("../../../templates/html/matrices.html")),
    ("frame.html", include_str!("../../../templates/site/frame.html")),
    ("parts.html", include_str!("../../../templates/site/parts.html")),
    ("index.html", include_str!("../../../templates/site/index.html")),
    ("package.html", include_str!("../../../templates/site/package.html")),
    ("kind.html", include_str!("../../../templates/site/kind.html")),
    ("coverage.html", include_str!("../../../templates/site/coverage.html")),
    ("requirements.html", include_str!("../../../templates/site/requirements.html")),
    ("essentials.html", include_str!("../../../templates/site/essentials.html")),
    ("threats.html", include_str!("../../../templates/site/threats.html")),
    ("terms.html", include_str!("../../../templates/site/terms.html")),
    ("search.html", include_str!("../../../templates/site/search.html")),
];

const STYLE: &str = concat!(
    include_str!("../../../templates/site/site.css"),
    include_str!("../../../templates/html/matrices.css"),
    include_str!("../../../templates/html/columns.css"),
);

fn emit(corpus: &Corpus, options: &Options) -> Result<Vec<Part>, String> {
    let places = Places::of(corpus);
    let shelves: Vec<_> = corpus.packages.par_iter().map(|volume| Shelf::of(&places, volume)).collect();
    let terms = lists::terms(corpus, &places);
    let said = shelves.iter().flat_map(|shelf| shelf.head.iter().chain(shelf.kinds.iter().flat_map(|it| &it.entries)));
    let blocks = said.flat_map(|entry| entry.said.iter().map(|said| &*said.blocks));
    let writer = Writer::new(options, blocks.chain(terms.iter().map(|row| &*row.definition)))?;

    let mut parts = vec![
        writer.page("index.html", "index.html", "Start", &[], context! { groups => Serde(shelf::groups(&shelves)) })?,
        writer.page("requirements.html", "requirements.html", "Requirements", &[], {
            context! { rows => Serde(lists::requirements(corpus, &places)) }
        })?,
        writer.page("essentials.html", "essentials.html", "Essential requirements", &[], {
            context! { acts => Serde(lists::acts(corpus, &places)) }
        })?,
        writer.page("threats.html", "threats.html", "Threats", &[], {
            context! { rows => Serde(lists::threats(corpus, &places)) }
        })?,
        writer.page("terms.html", "terms.html", "Terms", &[], context! { rows => Serde(&terms) })?,
        writer.page("search.html", "search.html", "Search", &[], context! { script => true })?,
        file("site.css", STYLE),
        file("search.js", include_str!("../../../templates/site/search.js")),
        file("search-index.js", &search::index(corpus, &places)),
    ];
    let made: Vec<_> = shelves.par_iter().map(|shelf| package(&writer, shelf)).collect();
    for pages in made {
        parts.extend(pages?);
    }
    Ok(parts)
}

fn file(name: &str, text: &str) -> Part {
    (format!("{FOLDER}/{name}"), text.as_bytes().to_vec())
}

/// The pages of a package.
fn package(writer: &Writer<'_>, shelf: &Shelf<'_>) -> Result<Vec<Part>, String> {
    let name = &shelf.volume.catalogue.package;
    let path = |file: &str| format!("{name}/{file}.html");
    let above = [crumb("../index.html", "Start"), crumb("index.html", &shelf.link.text)];
    let mut parts = vec![writer.page(
        "package.html",
        &path("index"),
        &shelf.link.text,
        &above[..1],
        context! { shelf => Serde(shelf) },
    )?];
    for kind in &shelf.kinds {
        let shown = context! { shelf => Serde(&shelf.head_line()), kind => Serde(kind) };
        parts.push(writer.page("kind.html", &path(kind.word), &kind.heading, &above, shown)?);
    }
    if let Some(coverage) = &shelf.volume.coverage {
        let shown = Serde(coverage::shown(std::slice::from_ref(coverage)));
        parts.push(writer.page(
            "coverage.html",
            &path("coverage"),
            "Coverage",
            &above,
            context! { coverages => shown },
        )?);
    }
    if let Some(document) = &shelf.volume.document {
        parts.push((format!("{FOLDER}/{}", path("draft")), html::page(document, writer.options, &above)?));
    }
    Ok(parts)
}

fn crumb(href: &str, text: &str) -> Crumb {
    Crumb { href: href.to_owned(), text: text.to_owned() }
}

/// What every page is made with.
struct Writer<'o> {
    environment: Environment<'static>,
    options: &'o Options,
}

impl<'o> Writer<'o> {
    fn new<'b>(options: &'o Options, blocks: impl Iterator<Item = &'b [Block]>) -> Result<Self, String> {
        let mut environment = html::environment(html::formulas(blocks))?;
        for (name, text) in TEMPLATES {
            environment.add_template(name, text).map_err(told)?;
        }
        Ok(Self { environment, options })
    }

    /// A page, by its template, its path below the site's folder and its title.
    fn page(&self, template: &str, path: &str, title: &str, above: &[Crumb], shown: Value) -> Result<Part, String> {
        let frame = context! {
            root => if path.contains('/') { "../" } else { "" },
            here => path,
            title => title,
            above => Serde(above),
            generator => &self.options.generator,
            date => &self.options.date,
            faulty => self.options.faulty,
        };
        let page = self.environment.get_template(template).map_err(told)?;
        let text = page.render(context! { ..shown, ..frame }).map_err(told)?;
        Ok((format!("{FOLDER}/{path}"), text.into_bytes()))
    }
}
