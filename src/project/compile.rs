//! The pipeline: every stage called once, in order. Read this first.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::artifact::{Backend, Options};
use crate::catalogue::{self, Catalogue};
use crate::check::{self, Accepted, Config};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{self, Document, House};
use crate::graph::{self, Graph};
use crate::model::standard::Eso;
use crate::model::{self, Model, PackageId, Standard};
use crate::syntax;
use crate::{corpus, export, publish, render};

use super::place::{Disk, Held, Place};
use super::state::PICTURE_LIMIT;
use super::{Workspace, write};

/// A workspace that was checked.
pub struct Checked<'s> {
    /// The model.
    pub model: Model<'s>,
    /// The graph.
    pub graph: Graph,
    /// What was found, in order.
    pub diagnostics: Vec<Diagnostic>,
    /// What was found and is accepted, in order.
    pub accepted: Vec<Accepted>,
}

/// From sources to findings: parse, resolve, link, check.
pub fn check(workspace: &Workspace) -> Checked<'_> {
    check_with(workspace, &workspace.config())
}

/// The same with other settings than those of the manifest.
pub fn check_with<'s>(workspace: &'s Workspace, config: &Config) -> Checked<'s> {
    let (resolved, found) = resolved(workspace);
    check_resolved(workspace, config, resolved, found)
}

/// From sources to a model: parse, resolve. With it what resolving found, and what parsing found, file by file in any order.
pub(super) fn resolved(workspace: &Workspace) -> ((Model<'_>, Vec<Diagnostic>), Vec<Diagnostic>) {
    let found = Mutex::new(Vec::new());
    // Each file is parsed and held against the table in one go.
    let parsed = |file| {
        let (tree, faults) = syntax::parse(file, workspace.sources.file(file).text());
        found.lock().unwrap_or_else(PoisonError::into_inner).extend(faults);
        tree
    };
    let resolved = model::resolve_with(&workspace.sources, parsed);
    (resolved, found.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// From a model to findings: link, check, and findings folded under their causes. `found` is what parsing found.
pub(super) fn check_resolved<'s>(
    workspace: &'s Workspace,
    config: &Config,
    (model, unresolved): (Model<'s>, Vec<Diagnostic>),
    found: Vec<Diagnostic>,
) -> Checked<'s> {
    let graph = graph::link(&model);
    let findings = check::run(&model, &graph, config);

    let mut diagnostics = workspace.diagnostics.clone();
    diagnostics.extend(found);
    diagnostics.extend(unresolved);
    diagnostics.extend(findings.diagnostics);
    diagnostics.sort_by(Diagnostic::order);
    diagnostics.dedup();
    let diagnostics = check::causes::fold(&model, diagnostics);
    Checked { model, graph, diagnostics, accepted: findings.accepted }
}

/// What to build.
#[derive(Clone, Debug, Default)]
pub struct Order {
    /// Names of backends; all that apply where this is empty.
    pub formats: Vec<String>,
    /// Names of packages; all where this is empty.
    pub only: Vec<String>,
    /// The folder that output goes to.
    pub out: PathBuf,
    /// The date of the output; each package's own where there is none.
    pub date: Option<String>,
    /// Whether to build in spite of errors; the drafts then say so.
    pub draft: bool,
    /// Whether drafts number their lines, for comments.
    pub line_numbers: bool,
    /// Whether drafts that can carry other files carry the catalogue.
    pub attach: bool,
    /// The publisher's own template for word processors.
    pub template: Option<Arc<[u8]>>,
    /// Who is named as the author of what changed since the draft before.
    pub author: Option<String>,
    /// The drafts as they were, where drafts are to show what changed.
    pub before: Vec<Document>,
    /// The release of its specification that a backend follows, by the backend's name, where it is not the newest.
    pub releases: BTreeMap<&'static str, String>,
    /// Whether drafts leave the committee: without remarks of the editor, without marks, and with every official text.
    pub submission: bool,
    /// Whose format drafts have, where it is not the one that the deliverable names; they then stand beside those in its own.
    pub format: Option<Eso>,
}

/// A file to write: its path below the output folder, and its bytes.
type File = (PathBuf, Arc<[u8]>);

/// A file that was written.
#[derive(Clone, Debug)]
pub struct Written {
    /// Its path.
    pub path: PathBuf,
    /// Its length in bytes.
    pub bytes: usize,
}

/// What a build came to.
#[derive(Debug, Default)]
pub struct Built {
    /// The files, in order.
    pub written: Vec<Written>,
    /// What the drafts' composition found.
    pub diagnostics: Vec<Diagnostic>,
    /// What is to be known of the publisher's template, in words.
    pub remarks: Vec<String>,
}

/// From findings to files: compose, extract, emit, write. Writes nothing where there are errors and no draft was ordered.
pub fn build(
    workspace: &Workspace,
    checked: &Checked<'_>,
    order: &Order,
    progress: &(dyn Fn(&str) + Sync),
) -> Result<Built, String> {
    let packages = chosen(&checked.model, &order.only)?;
    let is_error = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
    let mut faulty = checked.diagnostics.iter().any(is_error);
    let products: Vec<_> =
        packages.par_iter().map(|package| products(workspace, checked, *package, order, faulty)).collect();
    let products: Vec<_> = products.into_iter().collect::<Result<_, String>>()?;

    let mut built = Built { remarks: remarks(&products, order)?, ..Built::default() };
    built.diagnostics.extend(products.iter().flat_map(|product| product.diagnostics.clone()));
    faulty |= built.diagnostics.iter().any(is_error);
    if faulty && !order.draft {
        return Ok(built);
    }
    let emitted: Vec<_> = products
        .par_iter()
        .map(|product| {
            let files = product.emit(order)?;
            progress(&product.package);
            Ok(files)
        })
        .collect();
    let emitted: Vec<Vec<File>> = emitted.into_iter().collect::<Result<_, String>>()?;
    let whole = whole(checked, products, order, faulty)?;
    for (name, bytes) in emitted.into_iter().flatten().chain(whole) {
        write(&order.out, &name, &bytes)?;
        built.written.push(Written { path: order.out.join(&name), bytes: bytes.len() });
    }
    Ok(built)
}

/// The draft of a package as it stands; nothing where the package is no deliverable.
///
/// # Errors
/// Where a picture or an outline cannot be read.
pub fn draft(workspace: &Workspace, checked: &Checked<'_>, package: PackageId) -> Result<Option<Document>, String> {
    plain_draft(&Disk::at(&workspace.root), (&checked.model, &checked.graph, workspace.house()?), package)
}

/// The draft of a package as nothing else is ordered, its pictures read from where the workspace stands.
pub(super) fn plain_draft(
    place: &dyn Place,
    linked: (&Model<'_>, &Graph, &House),
    package: PackageId,
) -> Result<Option<Document>, String> {
    let model = linked.0;
    let standard = model.package(package).head.and_then(|head| model.body::<Standard<'_>>(head));
    let date = standard.and_then(|standard| standard.date).map(|date| date.to_string());
    let draft = composed(place, linked, package, &options(date))?;
    Ok(draft.map(|(document, _)| document))
}

/// What is to be known of the template, once for each organisation whose drafts are made with it.
fn remarks(products: &[Products], order: &Order) -> Result<Vec<String>, String> {
    let wanted = order.formats.is_empty() || order.formats.iter().any(|name| name == "docx");
    let Some(template) = order.template.as_deref().filter(|_| wanted) else { return Ok(Vec::new()) };
    let documents = products.iter().filter_map(|product| product.document.as_ref());
    let organisations: BTreeSet<_> = documents.map(|document| document.cover.eso.as_str()).collect();
    let remarks: Vec<_> =
        organisations.into_iter().map(|eso| render::template_remarks(template, eso)).collect::<Result<_, _>>()?;
    let mut remarks: Vec<String> = remarks.into_iter().flatten().collect();
    remarks.dedup();
    Ok(remarks)
}

/// The files of the formats that the whole corpus is emitted in; none where only some packages are built.
fn whole(checked: &Checked<'_>, products: Vec<Products>, order: &Order, faulty: bool) -> Result<Vec<File>, String> {
    let asked = |name: &str| order.formats.is_empty() || order.formats.iter().any(|format| format == name);
    let wanted: Vec<_> = publish::BACKENDS.iter().filter(|backend| asked(backend.name)).collect();
    if wanted.is_empty() || !order.only.is_empty() {
        return Ok(Vec::new());
    }
    let date = products.iter().map(|product| product.options.date.clone()).max();
    let Some(options) =
        products.first().map(|product| Options { date: date.unwrap_or_default(), faulty, ..product.options.clone() })
    else {
        return Ok(Vec::new());
    };
    let packages = products.into_iter().map(|product| (product.catalogue, product.document)).collect();
    let corpus = corpus::collect(&checked.model, &checked.graph, packages);
    let mut files = Vec::new();
    for backend in wanted {
        let made =
            (backend.emit)(&corpus, &options).map_err(|error| format!("cannot make {}: {error}", backend.name))?;
        files.extend(made.into_iter().map(|(path, bytes)| (PathBuf::from(path), bytes.into())));
    }
    Ok(files)
}

fn chosen(model: &Model<'_>, only: &[String]) -> Result<Vec<PackageId>, String> {
    if only.is_empty() {
        return Ok(model
            .packages()
            .iter()
            .filter(|package| package.head.is_some())
            .map(|package| package.id)
            .collect());
    }
    let named = |name: &String| {
        model.package_named(name).map(|package| package.id).ok_or_else(|| {
            let near = crate::nearest::nearest(name, model.packages().iter().map(|package| package.name));
            format!(
                "no package is called `{name}`{}",
                near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
            )
        })
    };
    only.iter().map(named).collect()
}

/// The two products of a package: its draft, where it is a deliverable, and its catalogue.
struct Products {
    package: String,
    document: Option<Document>,
    catalogue: Catalogue,
    options: Options,
    diagnostics: Vec<Diagnostic>,
}

fn products(
    workspace: &Workspace,
    checked: &Checked<'_>,
    id: PackageId,
    order: &Order,
    faulty: bool,
) -> Result<Products, String> {
    let (model, graph) = (&checked.model, &checked.graph);
    let house = workspace.house()?;
    let catalogue = catalogue::extract(model, graph, house, id);
    let date = order.date.clone().or_else(|| catalogue.date.clone());
    let plain = options(date);
    let attached = if order.attach { Some(attached(&catalogue, &plain)?) } else { None };
    let options = Options {
        faulty,
        line_numbers: order.line_numbers,
        attached,
        template: order.template.clone(),
        author: order.author.clone(),
        releases: order.releases.clone(),
        submission: order.submission,
        format: order.format,
        ..plain
    };
    let composed = composed(&Disk::at(&workspace.root), (model, graph, house), id, &options)?;
    let (mut document, diagnostics) = composed.map_or((None, Vec::new()), |(document, found)| (Some(document), found));
    if let Some(document) = &mut document {
        let before = order.before.iter().find(|before| before.package == document.package);
        document.before = before.map(|before| Box::new(before.clone()));
    }
    Ok(Products { package: model.package(id).name.to_owned(), document, catalogue, options, diagnostics })
}

/// The catalogue as the file that drafts carry.
fn attached(catalogue: &Catalogue, options: &Options) -> Result<Arc<[u8]>, String> {
    let json = export::BACKENDS.iter().find(|backend| backend.name == "json");
    let json = json.ok_or("no format is called `json`, which drafts carry")?;
    (json.emit)(catalogue, options).map(Arc::from)
}

/// What output of this date is told from outside, where nothing else is ordered.
fn options(date: Option<String>) -> Options {
    Options {
        generator: concat!("normc ", env!("CARGO_PKG_VERSION")).to_owned(),
        date: date.unwrap_or_else(|| "1980-01-01".to_owned()),
        ..Options::default()
    }
}

/// The draft of a package, its pictures read from where the workspace stands.
fn composed(
    place: &dyn Place,
    (model, graph, house): (&Model<'_>, &Graph, &House),
    id: PackageId,
    options: &Options,
) -> Result<Option<(Document, Vec<Diagnostic>)>, String> {
    let pictures = |file: &str| picture(place, model.package(id).folder, file);
    document::compose(model, graph, house, id, options, &pictures)
}

/// The bytes of a picture below a package's folder.
fn picture(place: &dyn Place, folder: &str, file: &str) -> Result<Vec<u8>, String> {
    let parts = || file.split('/').filter(|part| !matches!(*part, "" | "."));
    if file.starts_with('/') || file.contains(['\\', ':']) || parts().any(|part| part == "..") {
        return Err(format!("the picture `{file}` leads out of the package's folder"));
    }
    let path: Vec<_> = folder.split('/').filter(|part| !part.is_empty()).chain(parts()).collect();
    let path = path.join("/");
    let failed = |error: String| format!("cannot read the picture `{file}`: {error}");
    match place.read(&path, PICTURE_LIMIT).map_err(failed)? {
        Held::Bytes(bytes) => Ok(bytes),
        Held::TooLarge => Err(format!("the picture `{file}` is larger than {} MiB", PICTURE_LIMIT >> 20)),
        Held::Link => {
            Err(format!("the picture `{file}` is a symbolic link in the repository, and normc follows none there"))
        }
    }
}

impl Products {
    /// A catalogue is the same in whatever format the draft is, so it stands beside the draft in the deliverable's own only.
    fn emit(&self, order: &Order) -> Result<Vec<File>, String> {
        let mut files = Vec::new();
        if let Some(document) = &self.document {
            self.emit_with(render::BACKENDS, document, order, &mut files)?;
        }
        if order.format.is_none() {
            self.emit_with(export::BACKENDS, &self.catalogue, order, &mut files)?;
        }
        Ok(files)
    }

    fn emit_with<P>(
        &self,
        backends: &[&Backend<P>],
        product: &P,
        order: &Order,
        files: &mut Vec<File>,
    ) -> Result<(), String> {
        for backend in backends {
            let beside = self.options.format.map_or_else(String::new, |eso| format!(".{}", eso.word()));
            let wanted = order.formats.is_empty() || order.formats.iter().any(|name| name == backend.name);
            if wanted && (backend.applies)(product) {
                let bytes = (backend.emit)(product, &self.options)
                    .map_err(|error| format!("cannot make {} of `{}`: {error}", backend.name, self.package))?;
                let folder = PathBuf::from(&self.package);
                let name = format!("{}{beside}.{}", self.package, backend.extension);
                files.push((folder.join(name), bytes.into()));
                files.extend((backend.beside)(product).into_iter().map(|(name, bytes)| (folder.join(name), bytes)));
            }
        }
        Ok(())
    }
}
