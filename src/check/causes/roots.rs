//! What each finding keeps normc from reading, and which findings may follow from that.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::language;
use crate::model::{Declaration, Id, Model, PackageId};
use crate::nearest::nearest;
use crate::source::{FileId, Span};

use super::super::rules;

/// Findings, and where and in what they stand.
pub(super) struct Roots<'m, 's> {
    model: &'m Model<'s>,
    findings: &'m [Diagnostic],
    /// The first finding of an early stage in each declaration.
    within: BTreeMap<Id, usize>,
    /// The first finding that may have lost a declaration of a kind in a package.
    unread: BTreeMap<(&'static str, PackageId), usize>,
    /// Names that stand in lines that could not be read, by package.
    lost: BTreeMap<(PackageId, &'m str), usize>,
    /// Declarations that may have been meant by a name that leads nowhere, and those that are not taken over; by the place of their names.
    beside: BTreeMap<Span, usize>,
    /// What those refer to, so that it is missed with them.
    brought: BTreeMap<Id, usize>,
    /// Findings that a name is declared twice, by both places.
    twice: BTreeMap<Span, usize>,
    /// The first finding of an early stage in each line that could not be read.
    early: BTreeMap<(FileId, u32), usize>,
    /// The first finding in and behind each item in which a brace or quotes are missing, and whether it is quotes.
    blurred: BTreeMap<Option<Id>, (usize, bool)>,
    /// The first finding that a package has no header, or none that can be read.
    headless: BTreeMap<PackageId, usize>,
    /// The first finding that may have lost a header of a kind, in whatever package.
    headers: BTreeMap<&'static str, usize>,
    /// Each declaration by the place of its name.
    at: BTreeMap<Span, Id>,
    /// What each package uses or is used by, itself included.
    related: Vec<BTreeSet<PackageId>>,
}

impl<'m, 's> Roots<'m, 's> {
    pub(super) fn of(model: &'m Model<'s>, findings: &'m [Diagnostic]) -> Self {
        let mut roots = Self {
            model,
            findings,
            within: BTreeMap::new(),
            unread: BTreeMap::new(),
            lost: BTreeMap::new(),
            beside: BTreeMap::new(),
            brought: BTreeMap::new(),
            twice: BTreeMap::new(),
            early: BTreeMap::new(),
            blurred: BTreeMap::new(),
            headless: BTreeMap::new(),
            headers: BTreeMap::new(),
            at: model.declarations().iter().map(|declaration| (declaration.at, declaration.id)).collect(),
            related: related(model),
        };
        // A property may be missing because its line could not be read, so such findings come last.
        let (missing, rest): (Vec<_>, Vec<_>) =
            findings.iter().enumerate().partition(|(_, finding)| finding.ties.misses.is_some());
        rest.into_iter().chain(missing).for_each(|(at, finding)| roots.enter(at, finding));
        roots.enter_blurred();
        roots
    }

    fn enter(&mut self, at: usize, finding: &'m Diagnostic) {
        if let Some(lack) = &finding.ties.lack {
            lack.near.iter().for_each(|near| self.miss(*near, at));
            if let Some(package) = self.model.package_named(&lack.package) {
                lack.kinds.iter().for_each(|kind| first(&mut self.unread, (kind, package.id), at));
                if let Some(used) = lack.name.strip_prefix(USE) {
                    self.relate(package.id, used);
                    first(&mut self.unread, ("use", package.id), at);
                }
            }
        }
        finding.ties.without.iter().for_each(|without| self.miss(*without, at));
        if !is_early(finding) {
            return;
        }
        let place = finding.primary.span;
        if finding.ties.lack.is_none() {
            let line = self.line_of(place);
            first(&mut self.early, line, at);
        }
        match finding.rule {
            "duplicate-name" => {
                let places = finding.labels.iter().chain([&finding.primary]);
                places.for_each(|label| first(&mut self.twice, label.span, at));
                return;
            }
            "missing-header" => {
                language::Header::ALL.iter().for_each(|header| first(&mut self.headers, header.word(), at));
                self.package(place).iter().for_each(|package| first(&mut self.headless, *package, at));
            }
            _ => {}
        }
        for span in finding.places() {
            self.stands_at(at, span, finding);
        }
    }

    /// Enters the items in which quotes or a brace are missing, so that what stands behind may be read wrongly.
    fn enter_blurred(&mut self) {
        let quotes = |finding: &Diagnostic| self.model.sources.slice(finding.primary.span) == "\"\"\"";
        let mut blurred: BTreeMap<Option<Id>, bool> = BTreeMap::new();
        for finding in self.findings.iter().filter(|finding| quotes(finding) || finding.message == OPEN_BRACE) {
            *blurred.entry(self.stretch(finding.primary.span)).or_default() |= quotes(finding);
        }
        for (at, finding) in self.findings.iter().enumerate().filter(|_| !blurred.is_empty()) {
            let stretch = self.stretch(finding.primary.span);
            let quotes = blurred.get(&stretch);
            if quotes.is_some_and(|quotes| is_blurred(finding, *quotes) || finding.message == OPEN_BRACE) {
                first(&mut self.blurred, stretch, (at, quotes == Some(&true)));
            }
        }
    }

    /// The last item at top level that begins before a place.
    fn stretch(&self, span: Span) -> Option<Id> {
        let last = self.last_before(span)?;
        std::iter::successors(Some(last), |it| it.parent.map(|id| self.model.get(id))).last().map(|it| it.id)
    }

    /// Enters a declaration that does not count, by the place of its name, and all that it refers to.
    fn miss(&mut self, place: Span, at: usize) {
        first(&mut self.beside, place, at);
        let Some(declaration) = self.at.get(&place).map(|id| self.model.get(*id)) else { return };
        for link in &declaration.links {
            first(&mut self.brought, link.target, at);
            self.model.get(link.target).parent.iter().for_each(|whole| first(&mut self.brought, *whole, at));
        }
    }

    /// Enters what could not be read because of a finding at this place.
    fn stands_at(&mut self, at: usize, span: Span, finding: &'m Diagnostic) {
        let Some(package) = self.package(span) else { return };
        let around = self.around(span);
        if let Some(declaration) = around {
            let whole = std::iter::successors(Some(declaration), |inner| inner.parent.map(|id| self.model.get(id)));
            for declaration in whole {
                first(&mut self.within, declaration.id, at);
            }
            self.lose(declaration.kind(), package, at);
        }
        let line = self.line(span);
        let mut words = line.split([' ', '\t', ',', '(', ')', '{', '}', ';']).filter(|word| !word.is_empty());
        if finding.ties.lack.is_some() {
            self.unused(at, package, words.next(), finding);
            return;
        }
        let Some(keyword) = words.next().and_then(keyword) else { return };
        if around.is_none() && language::Header::of(keyword).is_some() {
            first(&mut self.headless, package, at);
        }
        self.lose(keyword, package, at);
        for name in words.take_while(|word| !word.starts_with('"')) {
            first(&mut self.lost, (package, name), at);
            self.relate(package, name);
        }
    }

    /// Enters a line that would make a package visible, but names none that there is.
    fn unused(&mut self, at: usize, package: PackageId, word: Option<&str>, finding: &'m Diagnostic) {
        if finding.rule != "unknown-package" || !matches!(word, Some("use" | "extends" | "answers")) {
            return;
        }
        first(&mut self.unread, ("use", package), at);
        for edit in finding.fixes.iter().flat_map(|fix| &fix.edits) {
            first(&mut self.lost, (package, edit.replacement.as_str()), at);
            self.relate(package, &edit.replacement);
        }
    }

    fn lose(&mut self, kind: &'static str, package: PackageId, at: usize) {
        first(&mut self.unread, (kind, package), at);
        if language::Header::of(kind).is_some() {
            first(&mut self.headers, kind, at);
        }
    }

    /// A package that another would use if its line could be read.
    fn relate(&mut self, package: PackageId, name: &str) {
        if let Some(used) = self.model.package_named(name) {
            self.related[package.0 as usize].insert(used.id);
            self.related[used.id.0 as usize].insert(package);
        }
    }

    /// The finding from which this one may follow.
    pub(super) fn cause(&self, at: usize) -> Option<usize> {
        let finding = &self.findings[at];
        let blurred = || {
            let (cause, quotes) = self.blurred.get(&self.stretch(finding.primary.span))?;
            is_blurred(finding, *quotes).then_some(*cause)
        };
        let cause = self.lost_name(finding).or_else(|| self.missing(at, finding)).or_else(blurred);
        let cause = cause.filter(|cause| *cause != at)?;
        let root = &self.findings[cause];
        // A missing property is a cause; that its line could not be read was thought of before it was reported.
        let may = finding.ties.misses.is_none() || !is_early(finding);
        (may && root.severity >= finding.severity).then_some(cause)
    }

    /// Why what is referred to is not there: its line could not be read, or says another name.
    fn lost_name(&self, finding: &Diagnostic) -> Option<usize> {
        let lack = finding.ties.lack.as_ref()?;
        let Some(package) = self.model.package_named(&lack.package) else {
            return self.headless.values().next().copied().filter(|_| lack.name.is_empty());
        };
        let used = lack.name.strip_prefix(USE);
        let whole = lack.name.split('.').next();
        let mut names = [used, Some(lack.name.as_str()), whole].into_iter().flatten();
        let lost = names.find_map(|name| self.lost.get(&(package.id, name)));
        let programme = || self.unread.get(&("programme", package.id));
        let headless = used.and_then(|_| self.headless.get(&package.id).or_else(programme));
        lost.or(headless).or_else(|| self.twice.get(&lack.near?)).copied()
    }

    /// Why something is missing: it may stand in what could not be read.
    fn missing(&self, at: usize, finding: &Diagnostic) -> Option<usize> {
        let around = self.around(finding.primary.span);
        let Some(kinds) = finding.ties.misses else {
            let place = finding.primary.span;
            let broken = around.filter(|it| it.broken && it.at == place);
            let cause = broken.and_then(|declaration| self.within.get(&declaration.id));
            return cause.or_else(|| self.early.get(&self.line_of(place))).copied().filter(|_| !is_early(finding));
        };
        let mut whole = std::iter::successors(around, |inner| inner.parent.map(|id| self.model.get(id)));
        let other = |cause: &&usize| **cause != at;
        let within = whole.find_map(|declaration| self.within.get(&declaration.id)).filter(other);
        let places = || finding.labels.iter().chain([&finding.primary]).map(|label| label.span);
        let by_place = |span: Span| {
            let told = |id: &Id| {
                let it = self.model.get(*id);
                kinds.is_empty() || kinds.contains(&it.kind())
            };
            let told = self.at.get(&span).filter(|id| told(id));
            let declaration = told.and_then(|id| self.within.get(id)).filter(other);
            self.beside
                .get(&span)
                .filter(other)
                .or(declaration)
                .or_else(|| self.at.get(&span).and_then(|id| self.brought.get(id)).filter(other))
        };
        within.or_else(|| places().find_map(by_place)).copied().or_else(|| self.of_kinds(finding, kinds))
    }

    fn of_kinds(&self, finding: &Diagnostic, kinds: &[&'static str]) -> Option<usize> {
        let package = self.package(finding.primary.span)?;
        let related = self.related[package.0 as usize].iter();
        let candidates = std::iter::once(&package).chain(related);
        let unread = |package: &PackageId| kinds.iter().find_map(|kind| self.unread.get(&(*kind, *package)));
        let header = || kinds.iter().find_map(|kind| self.headers.get(kind));
        candidates.into_iter().find_map(unread).or_else(header).copied()
    }

    fn package(&self, span: Span) -> Option<PackageId> {
        let folder = self.model.sources.file(span.file).folder();
        self.model.packages().iter().find(|package| package.folder == folder).map(|package| package.id)
    }

    /// The innermost declaration around a place.
    fn around(&self, span: Span) -> Option<&'m Declaration<'s>> {
        let last = self.last_before(span)?;
        let mut inner = std::iter::successors(Some(last), |it| it.parent.map(|id| self.model.get(id)));
        inner.find(|it| span.end <= it.span.end)
    }

    /// The declaration that begins last before a place in its file: the order of a package's declarations is that of its files and places.
    fn last_before(&self, span: Span) -> Option<&'m Declaration<'s>> {
        let members = self.model.members(self.package(span)?);
        let before = members.partition_point(|it| (it.span.file, it.span.start) <= (span.file, span.start));
        members[..before].last().filter(|last| last.span.file == span.file)
    }

    fn line_of(&self, span: Span) -> (FileId, u32) {
        (span.file, self.model.sources.file(span.file).position(span.start).line)
    }

    fn line(&self, span: Span) -> &'m str {
        let file = self.model.sources.file(span.file);
        let start = file.line_start(file.position(span.start).line);
        file.text()[start..].lines().next().unwrap_or_default()
    }
}

/// Whether a finding is of a stage before the rules, so that something could not be read.
fn is_early(finding: &Diagnostic) -> bool {
    let is_reported = |entry: &rules::Entry| entry.rule.check.is_none();
    match finding.rule {
        // A value that leads nowhere, like a name.
        "unknown-value" => true,
        "idle-allow" => false,
        rule => rules::rule(rule).is_some_and(is_reported),
    }
}

/// How the line begins that is missing where a package is not in use.
const USE: &str = "use ";

/// What the parser says of a brace that is not closed.
const OPEN_BRACE: &str = "this brace is not closed";

/// Whether a finding may only be there because a brace, or quotes, are missing before it.
fn is_blurred(finding: &Diagnostic, quotes: bool) -> bool {
    match finding.rule {
        "misplaced-keyword" => true,
        "syntax-error" => quotes && finding.message != OPEN_BRACE,
        "unknown-keyword" => quotes && finding.fixes.is_empty(),
        _ => false,
    }
}

/// The keyword that a word is, or that it was meant to be. Of properties two matter: they name packages, as `use` does.
fn keyword(word: &str) -> Option<&'static str> {
    const PACKAGES: [&str; 2] = ["extends", "answers"];
    let known = || language::top_level().map(|keyword| keyword.word).chain(PACKAGES);
    if let Some(property) = PACKAGES.into_iter().find(|property| *property == word) {
        return Some(property);
    }
    language::keyword(word).map(|keyword| keyword.word).or_else(|| nearest(word, known()))
}

fn first<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, at: V) {
    map.entry(key).or_insert(at);
}

/// For each package what it uses, by way of others too, and what uses it.
fn related(model: &Model<'_>) -> Vec<BTreeSet<PackageId>> {
    let mut related: Vec<_> = model.packages().iter().map(|package| reached(model, package.id)).collect();
    for (at, used) in related.clone().into_iter().enumerate() {
        let user = model.packages()[at].id;
        for package in used {
            related[package.0 as usize].insert(user);
        }
    }
    related
}

fn reached(model: &Model<'_>, from: PackageId) -> BTreeSet<PackageId> {
    let (mut reached, mut open) = (BTreeSet::from([from]), vec![from]);
    while let Some(package) = open.pop() {
        let next = model.package(package).uses.iter().map(|used| used.package);
        open.extend(next.filter(|package| reached.insert(*package)));
    }
    reached
}
