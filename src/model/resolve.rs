//! The stage itself: packages from folders, names from items, declarations from entries.

use std::borrow::{Borrow, Cow};
use std::collections::BTreeMap;

use rayon::prelude::{IndexedParallelIterator, IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::diagnostic::{Diagnostic, Edit};
use crate::edit;
use crate::language::{Header, Scope as NameScope};
use crate::source::{FileId, Sources, Span};
use crate::syntax::{Item, SyntaxTree};

use super::conform::Conformer;
use super::declaration::{Common, Declaration};
use super::entry::{Entry, Word};
use super::kinds::{Body, Level, Levels};
use super::reader::Reader;
use super::scope::{Names, Scope};
use super::{Id, Model, Package, PackageId, Use, is_declared};

/// A folder's items after they were held against the table.
struct Folder<'s> {
    folder: &'s str,
    name: &'s str,
    header: Option<Header>,
    entries: Vec<Entry<'s>>,
    names: Names<'s>,
    /// The keyword of every declaration and where its name stands.
    kinds: Vec<(&'static str, Span)>,
    /// Which of them is the header.
    head: Option<u32>,
    diagnostics: Vec<Diagnostic>,
}

/// `read` makes the tree of a file; a tree is there only as long as its folder is held against the table.
pub(super) fn resolve<F: Send, T: Borrow<SyntaxTree> + Send>(
    sources: &Sources,
    files: impl IntoIterator<Item = (FileId, F)>,
    read: impl Fn(F) -> T + Sync,
) -> (Model<'_>, Vec<Diagnostic>) {
    let mut by_folder: BTreeMap<&str, Vec<F>> = BTreeMap::new();
    for (id, file) in files {
        by_folder.entry(sources.file(id).folder()).or_default().push(file);
    }
    let by_folder: Vec<_> = by_folder.into_iter().collect();
    let conformed = by_folder.into_par_iter().map(|(folder, files)| {
        let trees: Vec<_> = files.into_par_iter().map(&read).collect();
        conform(sources, folder, &trees.iter().map(Borrow::borrow).collect::<Vec<_>>())
    });
    let mut folders: Vec<_> = conformed.collect();
    folders.sort_by_key(|folder| folder.name);

    let mut diagnostics: Vec<_> =
        folders.iter_mut().flat_map(|folder| std::mem::take(&mut folder.diagnostics)).collect();
    let (scope, mut packages) = number(&mut folders, &mut diagnostics);
    let scope = uses(scope, &mut packages, &folders, &mut diagnostics);
    let scales = scales(&folders, &packages, &scope);

    let numbered = packages.par_iter().zip(folders);
    let read: Vec<_> = numbered
        .map(|(package, folder)| members(Reader::new(sources, &scope, &scales, package.id), package, folder.entries))
        .collect();
    let (mut declarations, mut loose) = (Vec::with_capacity(scope.kinds.len()), Vec::new());
    for (members, found) in read {
        loose.extend(members.iter().filter(|member| member.loose).map(|member| member.id));
        declarations.extend(members);
        diagnostics.extend(found);
    }
    let mut by_kind: BTreeMap<&'static str, Vec<Id>> = BTreeMap::new();
    for (at, (kind, _)) in (0..).zip(&scope.kinds) {
        by_kind.entry(kind).or_default().push(Id(at));
    }
    let mut model = Model { sources, packages, declarations, scope, by_kind, loose, ranks: BTreeMap::new() };
    model.ranks = ranks(&model);
    (model, diagnostics)
}

fn conform<'s>(sources: &'s Sources, folder: &'s str, trees: &[&SyntaxTree]) -> Folder<'s> {
    let mut conformer = Conformer { sources, diagnostics: Vec::new() };
    let items = || trees.iter().flat_map(|tree| &tree.items);
    let header_of = |item: &Item| Header::of(sources.slice(item.keyword));
    let mut headers = items().filter(|item| header_of(item).is_some());
    let first = headers.next();
    let header = first.and_then(header_of);
    match first {
        Some(first) => {
            for second in headers {
                conformer.diagnostics.push(
                    Diagnostic::error("second-header", second.keyword, "the package has a second header")
                        .label(first.keyword, "the first header is here")
                        .help("keep one header in a folder, and move what belongs to the other to a folder of its own"),
                );
            }
        }
        // A misspelt header is told as such.
        None if items().any(|item| is_nearly_header(sources.slice(item.keyword))) => {}
        None => conformer.diagnostics.extend(missing_header(folder, trees)),
    }
    let entries: Vec<_> = items().filter_map(|item| conformer.top(item, header)).collect();
    let name = entries
        .iter()
        .find(|entry| Header::of(entry.keyword.word).is_some())
        .and_then(|entry| entry.word_at(0))
        .map_or_else(|| folder.rsplit('/').next().unwrap_or(folder), |word| word.text);
    let (names, kinds, head, diagnostics) = (Names::default(), Vec::new(), None, conformer.diagnostics);
    let mut folder = Folder { folder, name, header, entries, names, kinds, head, diagnostics };
    declare(sources, &mut folder);
    folder
}

fn is_nearly_header(word: &str) -> bool {
    crate::nearest::nearest(word, crate::language::top_level().map(|keyword| keyword.word))
        .is_some_and(|near| Header::of(near).is_some())
}

fn missing_header(folder: &str, trees: &[&SyntaxTree]) -> Option<Diagnostic> {
    let tree = trees.first()?;
    let at = tree.items.first().map_or(Span::new(tree.file, 0, 0), |item| item.keyword);
    let words = Header::ALL.map(|header| format!("`{}`", header.word())).join(", ");
    Some(
        Diagnostic::error("missing-header", at, format!("the folder `{folder}` holds no header, so it is no package"))
            .help(format!("begin one of its files with one of {words}")),
    )
}

/// Counts the declarations of a folder and enters their names.
fn declare(sources: &Sources, folder: &mut Folder<'_>) {
    let mut names = Names { name: folder.name, use_line: use_line(sources, folder), ..Names::default() };
    for entry in &folder.entries {
        let place = declare_entry(entry, None, &mut names, &mut folder.kinds, &mut folder.diagnostics);
        if folder.head.is_none() && Header::of(entry.keyword.word).is_some() {
            folder.head = place;
        }
    }
    folder.names = names;
}

/// Makes packages of the folders and numbers their declarations, one package after the other.
fn number<'s>(folders: &mut [Folder<'s>], diagnostics: &mut Vec<Diagnostic>) -> (Scope<'s>, Vec<Package<'s>>) {
    let mut scope = Scope::default();
    let mut packages: Vec<Package<'s>> = Vec::new();
    for (at, folder) in (0_u32..).zip(folders) {
        let start = u32::try_from(scope.kinds.len()).unwrap_or(u32::MAX);
        scope.kinds.append(&mut folder.kinds);
        let head = folder.head.map(|place| Id(start + place));
        if let Some(twin) = packages.iter().find(|package| package.name == folder.name)
            && let (Some(Id(first)), Some(Id(second))) = (twin.head, head)
        {
            diagnostics.push(duplicate(
                "package",
                folder.name,
                scope.kinds[second as usize].1,
                scope.kinds[first as usize].1,
            ));
        }
        let end = u32::try_from(scope.kinds.len()).unwrap_or(u32::MAX);
        scope.packages.push(Names { start, ..std::mem::take(&mut folder.names) });
        packages.push(Package {
            id: PackageId(at),
            name: folder.name,
            header: folder.header,
            head,
            folder: folder.folder,
            members: start..end,
            uses: Vec::new(),
        });
    }
    (scope, packages)
}

/// Where a line `use` goes in a package: after the last one, or after its header.
fn use_line(sources: &Sources, folder: &Folder<'_>) -> Option<Edit> {
    let last = folder.entries.iter().rfind(|entry| entry.keyword.word == "use");
    let header = || folder.entries.iter().find(|entry| Header::of(entry.keyword.word).is_some());
    let before = last.or_else(header)?;
    Some(edit::after(sources, before.span, "", last.is_none()))
}

fn declare_entry<'s>(
    entry: &Entry<'s>,
    parent: Option<&str>,
    names: &mut Names<'s>,
    kinds: &mut Vec<(&'static str, Span)>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<u32> {
    if !is_declared(entry.keyword) {
        return None;
    }
    let at = u32::try_from(kinds.len()).unwrap_or(u32::MAX);
    kinds.push((entry.keyword.word, place(entry)));
    let name = declared_name(entry, parent);
    if let Some((word, name)) = declared_word(entry).zip(name.clone()) {
        // A header's name is the package's; it is no name inside the package.
        if Header::of(entry.keyword.word).is_none() {
            if let Some(first) = names.declared.get(&name) {
                diagnostics.push(duplicate(entry.keyword.word, &name, word.span, kinds[*first as usize].1));
            } else {
                names.declared.insert(name, at);
            }
        }
    }
    for child in &entry.children {
        declare_entry(child, name.as_deref(), names, kinds, diagnostics);
    }
    Some(at)
}

fn declared_word<'s>(entry: &Entry<'s>) -> Option<Word<'s>> {
    (entry.keyword.scope != NameScope::Unnamed).then(|| entry.word_at(0)).flatten()
}

fn declared_name<'s>(entry: &Entry<'s>, parent: Option<&str>) -> Option<Cow<'s, str>> {
    let word = declared_word(entry)?;
    Some(match (entry.keyword.scope, parent) {
        (NameScope::Parent, Some(parent)) => Cow::Owned(format!("{parent}.{}", word.text)),
        _ => Cow::Borrowed(word.text),
    })
}

fn place(entry: &Entry<'_>) -> Span {
    declared_word(entry).map_or(entry.word, |word| word.span)
}

fn duplicate(kind: &str, name: &str, second: Span, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-name", second, format!("the name `{name}` is declared twice"))
        .here(format!("declared again here as {}", crate::language::one_of(&[kind])))
        .label(first, "first declared here")
        .help("give one of the two another name; references mean the first")
}

/// Makes used and extended packages visible.
fn uses<'s>(
    mut scope: Scope<'s>,
    packages: &mut [Package<'s>],
    folders: &[Folder<'s>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Scope<'s> {
    for (package, folder) in packages.iter_mut().zip(folders) {
        for entry in &folder.entries {
            if entry.keyword.word == "use" {
                let Some(name) = entry.word_at(0) else { continue };
                let alias = entry.word_at(1).map_or(name.text, |alias| alias.text);
                package.uses.extend(use_of(&scope, name, alias, false, diagnostics));
            }
            if entry.keyword.word == "standard" {
                for name in entry.all("extends").flat_map(|line| line.words_at(0)) {
                    package.uses.extend(use_of(&scope, *name, name.text, true, diagnostics));
                }
            }
            for answers in entry
                .children
                .iter()
                .filter(|child| entry.keyword.word == "programme" && child.keyword.word == "answers")
            {
                if let Some(name) = answers.word_at(0) {
                    package.uses.extend(use_of(&scope, name, name.text, true, diagnostics));
                }
            }
        }
    }
    for package in packages.iter() {
        scope.packages[package.id.0 as usize].visible =
            package.uses.iter().map(|used| (used.alias, used.package)).collect();
    }
    scope
}

fn use_of<'s>(
    scope: &Scope<'s>,
    name: Word<'s>,
    alias: &'s str,
    extends: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Use<'s>> {
    let package = scope.package(name.text);
    if package.is_none() {
        diagnostics.push(scope.missing_package(name.text, name.span));
    }
    Some(Use { alias, package: package?, span: name.span, extends })
}

/// The scale of every risk factor, which conditions need before any declaration is read.
fn scales<'s>(folders: &[Folder<'s>], packages: &[Package<'s>], scope: &Scope<'s>) -> BTreeMap<Id, Vec<Word<'s>>> {
    let mut scales = BTreeMap::new();
    for (package, folder) in packages.iter().zip(folders) {
        for entry in folder.entries.iter().filter(|entry| entry.keyword.word == "risk-factor") {
            let id = entry.word_at(0).and_then(|name| scope.lookup(package.id, None, name.text));
            if let Some(id) = id {
                scales.insert(id, entry.first("values").map_or_else(Vec::new, |values| values.words_at(0).to_vec()));
            }
        }
    }
    scales
}

fn members<'s>(
    mut reader: Reader<'_, 's>,
    package: &Package<'s>,
    entries: Vec<Entry<'s>>,
) -> (Vec<Declaration<'s>>, Vec<Diagnostic>) {
    let mut members = Vec::with_capacity(package.members.len());
    for entry in entries {
        read_entry(&entry, None, &mut reader, package, &mut members);
    }
    (members, reader.diagnostics)
}

fn read_entry<'s>(
    entry: &Entry<'s>,
    parent: Option<(Id, &str)>,
    reader: &mut Reader<'_, 's>,
    package: &Package<'s>,
    members: &mut Vec<Declaration<'s>>,
) {
    if !is_declared(entry.keyword) {
        return;
    }
    let id = Id(package.members.start + u32::try_from(members.len()).unwrap_or(u32::MAX));
    let name = declared_name(entry, parent.map(|(_, name)| name)).unwrap_or_default().into_owned();
    let title_slot =
        entry.keyword.slots.iter().position(|slot| matches!(slot.argument, crate::language::Argument::Title));
    let before = reader.diagnostics.len();
    let (links, texts) = reader.links(entry);
    let loose = entry.loose || reader.diagnostics.len() > before;
    members.push(Declaration {
        id,
        package: package.id,
        keyword: entry.keyword,
        name: name.clone(),
        title: title_slot.and_then(|slot| entry.text_at(slot)),
        span: entry.span,
        at: place(entry),
        parent: parent.map(|(id, _)| id),
        common: Common::read(entry, reader),
        body: Body::read(entry, reader),
        links,
        texts,
        loose,
        broken: entry.loose,
    });
    for child in &entry.children {
        read_entry(child, Some((id, &name)), reader, package, members);
    }
}

/// The rank of every level in its package's order. Where an order names one twice, the first counts.
fn ranks(model: &Model<'_>) -> BTreeMap<Id, usize> {
    let mut orders: BTreeMap<(PackageId, &str), usize> = BTreeMap::new();
    for (declaration, levels) in model.all::<Levels<'_>>() {
        for (rank, word) in levels.order.iter().enumerate() {
            orders.entry((declaration.package, word.text)).or_insert(rank);
        }
    }
    let levels = model.all::<Level<'_>>().map(|(declaration, _)| declaration);
    levels.filter_map(|level| Some((level.id, *orders.get(&(level.package, level.name.as_str()))?))).collect()
}
