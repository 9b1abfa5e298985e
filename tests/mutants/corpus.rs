//! The shipped corpus as something to damage: places found in its model and its trees, and edits of its texts.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use normc::diagnostic::Diagnostic;
use normc::graph::Graph;
use normc::lock::{self, Lock};
use normc::model::{Declaration, Id, Kind, Model, Relation, Requirement, Standard};
use normc::project::{self, Checked, Workspace};
use normc::source::{FileId, Span};
use normc::syntax::{self, Item, SyntaxTree};

/// The shipped corpus with its own manifest.
pub(crate) fn shipped() -> Workspace {
    project::load(crate::support::root()).unwrap()
}

/// The corpus with what is known of it.
pub(crate) struct Corpus<'c> {
    pub(crate) workspace: &'c Workspace,
    pub(crate) model: &'c Model<'c>,
    pub(crate) graph: &'c Graph,
    trees: Vec<SyntaxTree>,
}

/// Where a finding is expected.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// Where this stood before the edits.
    Old(Span),
    /// In what an edit puts in: the edit, and how many bytes into its text.
    New(usize, usize),
}

/// Bytes of a file, and what takes their place.
#[derive(Clone, Debug)]
pub(crate) struct Edit {
    file: FileId,
    range: Range<usize>,
    text: String,
}

/// A defect: the edits that make it, and the findings that it must give.
#[derive(Clone, Debug)]
pub(crate) struct Mutant {
    edits: Vec<Edit>,
    expected: Vec<(&'static str, Place)>,
    /// Whether everything was reviewed before the defect came in. Otherwise nothing was, or each change of a horizontal would be found twice.
    reviewed: bool,
}

/// A finding, by rule and line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Found {
    rule: String,
    path: String,
    line: u32,
    message: String,
}

impl Found {
    pub(crate) fn of(workspace: &Workspace, finding: &Diagnostic) -> Self {
        Self::at(workspace, finding.rule, finding.primary.span.file, finding.primary.span.start, &finding.message)
    }

    fn at(workspace: &Workspace, rule: &str, file: FileId, offset: u32, message: &str) -> Self {
        let file = workspace.sources.file(file);
        let (path, line) = (file.path().to_owned(), file.position(offset).line);
        Self { rule: rule.to_owned(), path, line, message: message.to_owned() }
    }

    /// Whether both are of one rule at one line.
    pub(crate) fn is(&self, other: &Self) -> bool {
        (&self.rule, &self.path, self.line) == (&other.rule, &other.path, other.line)
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.path, self.line, self.rule, self.message)
    }
}

impl Mutant {
    /// A defect that one rule reports where `at` stood.
    pub(crate) fn new(edits: Vec<Edit>, rule: &'static str, at: Span) -> Self {
        Self { edits, expected: vec![(rule, Place::Old(at))], reviewed: false }
    }

    /// A defect that one rule reports in each of several places.
    pub(crate) fn everywhere(edits: Vec<Edit>, rule: &'static str, places: impl Iterator<Item = Span>) -> Self {
        Self {
            expected: places.map(|at| (rule, Place::Old(at))).collect(),
            ..Self::new(edits, rule, Span::new(FileId(0), 0, 0))
        }
    }

    /// The same, with a finding of another rule that cannot be had apart from it.
    pub(crate) fn and(mut self, rule: &'static str, at: Span) -> Self {
        self.expected.push((rule, Place::Old(at)));
        self
    }

    /// Whether anything has to be found.
    pub(crate) fn is_noticed(&self) -> bool {
        !self.expected.is_empty()
    }

    /// A defect that one rule reports in what is put in: in the first edit, where `word` stands in its text.
    pub(crate) fn inside(edits: Vec<Edit>, rule: &'static str, word: &str) -> Self {
        let at = edits[0].text.find(word).unwrap_or_else(|| panic!("`{word}` is not put in"));
        Self { edits, expected: vec![(rule, Place::New(0, at))], reviewed: false }
    }

    /// The same after everything was reviewed.
    pub(crate) fn reviewed(self) -> Self {
        Self { reviewed: true, ..self }
    }

    /// The corpus with the defect.
    pub(crate) fn applied_to(&self, corpus: &Corpus<'_>) -> Workspace {
        let mut workspace = shipped();
        let lock = if self.reviewed { lock::recorded(corpus.model, corpus.graph) } else { Lock::default() };
        workspace.lock = Arc::new(lock);
        let mut edits: Vec<_> = self.edits.iter().collect();
        edits.sort_by_key(|edit| std::cmp::Reverse((edit.file, edit.range.start)));
        for edit in edits {
            let mut text = workspace.sources.file(edit.file).text().to_owned();
            text.replace_range(edit.range.clone(), &edit.text);
            workspace.sources.replace(edit.file, text);
        }
        assert_eq!(workspace.sources.len(), corpus.workspace.sources.len());
        workspace
    }

    /// The findings that it must give, in the corpus that has the defect.
    pub(crate) fn expected(&self, workspace: &Workspace) -> Vec<Found> {
        let at = |(rule, place): &(&'static str, Place)| {
            let (file, offset) = self.moved(*place);
            Found::at(workspace, rule, file, u32::try_from(offset).unwrap(), "")
        };
        self.expected.iter().map(at).collect()
    }

    /// Where a place is after the edits.
    fn moved(&self, place: Place) -> (FileId, usize) {
        let (file, old, inside) = match place {
            Place::Old(span) => (span.file, span.start as usize, 0),
            Place::New(edit, inside) => (self.edits[edit].file, self.edits[edit].range.start, inside),
        };
        let before =
            self.edits.iter().filter(|edit| edit.file == file && edit.range.start < old && edit.range.end <= old);
        let (added, removed) =
            before.fold((0, 0), |(added, removed), edit| (added + edit.text.len(), removed + edit.range.len()));
        (file, old + added - removed + inside)
    }

    /// The edits, for a person.
    pub(crate) fn shown(&self, corpus: &Corpus<'_>) -> String {
        let one = |edit: &Edit| {
            let file = corpus.workspace.sources.file(edit.file);
            let line = file.position(u32::try_from(edit.range.start).unwrap()).line;
            format!("  {}:{line}: {:?} -> {:?}", file.path(), &file.text()[edit.range.clone()], edit.text)
        };
        self.edits.iter().map(one).collect::<Vec<_>>().join("\n")
    }
}

impl<'c> Corpus<'c> {
    pub(crate) fn new(workspace: &'c Workspace, checked: &'c Checked<'c>) -> Self {
        let trees = workspace.sources.iter().map(|(id, file)| syntax::parse(id, file.text()).0).collect();
        Self { workspace, model: &checked.model, graph: &checked.graph, trees }
    }

    pub(crate) fn text(&self, span: Span) -> &'c str {
        self.workspace.sources.slice(span)
    }

    /// Every declaration of a kind, with its item.
    pub(crate) fn all<K: Kind<'c> + 'c>(&self) -> impl Iterator<Item = (&'c Declaration<'c>, &'c K, &Item)> {
        self.model.all::<K>().filter_map(|(declaration, body)| Some((declaration, body, self.item(declaration)?)))
    }

    /// Every declaration of a keyword in a deliverable, with its item.
    pub(crate) fn in_deliverables(&self, keyword: &'static str) -> impl Iterator<Item = (&'c Declaration<'c>, &Item)> {
        let standards = self.model.standards().flat_map(|(package, _)| self.model.members(package.id));
        let of_keyword = standards.filter(move |declaration| declaration.kind() == keyword);
        of_keyword.filter_map(|declaration| Some((declaration, self.item(declaration)?)))
    }

    /// The header of the package that a declaration stands in.
    pub(crate) fn head(&self, declaration: &Declaration<'_>) -> Span {
        let head = self.model.package(declaration.package).head.unwrap_or(declaration.id);
        self.model.get(head).at
    }

    /// The lines of a property all taken out; `None` where there is none.
    pub(crate) fn without(&self, item: &Item, word: &'static str) -> Option<Vec<Edit>> {
        let lines: Vec<_> = self.lines(item, word).map(|line| self.remove(line)).collect();
        (!lines.is_empty()).then_some(lines)
    }

    /// Mutants that have a line more in each requirement, in which `wrong` is found.
    pub(crate) fn inserted(&self, line: &str, wrong: &str, rule: &'static str) -> Vec<Mutant> {
        let all = self.all::<Requirement<'_>>();
        all.filter_map(|(_, _, item)| Some(Mutant::inside(vec![self.insert(item, line)?], rule, wrong))).collect()
    }

    /// Mutants that have an item more at the end of the file of each deliverable's header, in which `wrong` is found.
    pub(crate) fn appended(&self, text: &str, wrong: &str, rule: &'static str) -> Vec<Mutant> {
        let heads = self.all::<Standard<'_>>();
        heads.map(|(head, _, _)| Mutant::inside(vec![self.append(head.span.file, text)], rule, wrong)).collect()
    }

    /// The item of a declaration.
    pub(crate) fn item(&self, declaration: &Declaration<'_>) -> Option<&Item> {
        fn find(items: &[Item], span: Span) -> Option<&Item> {
            let around = items.iter().find(|item| item.span.start <= span.start && span.end <= item.span.end)?;
            if around.span == span { Some(around) } else { find(&around.block.as_ref()?.items, span) }
        }
        find(&self.trees[declaration.span.file.0 as usize].items, declaration.span)
    }

    /// The lines of a property in an item's block.
    pub(crate) fn lines<'i>(&self, item: &'i Item, word: &'static str) -> impl Iterator<Item = &'i Item> {
        let text = |line: &&Item| self.text(line.keyword) == word;
        item.block.iter().flat_map(|block| &block.items).filter(text).collect::<Vec<_>>().into_iter()
    }

    /// The one line of a property.
    pub(crate) fn line<'i>(&self, item: &'i Item, word: &'static str) -> Option<&'i Item> {
        self.lines(item, word).next()
    }

    /// How many declarations refer to this one by a relation.
    pub(crate) fn count(&self, to: Id, relation: Relation) -> usize {
        self.graph.origins(to, relation).count()
    }

    /// Takes an item out, with its line break where it stands alone on its lines.
    pub(crate) fn remove(&self, item: &Item) -> Edit {
        let text = self.workspace.sources.file(item.span.file).text();
        let range = item.span.range();
        let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let rest = &text[range.end..];
        let end = rest.find('\n').map_or(text.len(), |at| range.end + at + 1);
        let alone = text[start..range.start].trim().is_empty() && text[range.end..end].trim().is_empty();
        if alone {
            return Edit { file: item.span.file, range: start..end, text: String::new() };
        }
        let semicolon = rest.starts_with(';');
        Edit { file: item.span.file, range: range.start..range.end + usize::from(semicolon), text: String::new() }
    }

    /// Takes one argument out of a list, with its comma; the whole line where it is the only one.
    pub(crate) fn remove_reference(&self, line: &Item, reference: Span) -> Edit {
        let at = line.arguments.iter().position(|argument| argument.span == reference);
        let Some(at) = at.filter(|_| line.arguments.len() > 1) else { return self.remove(line) };
        let range = match line.arguments.get(at + 1) {
            Some(next) => reference.range().start..next.span.range().start,
            None => line.arguments[at - 1].span.range().end..reference.range().end,
        };
        Edit { file: line.span.file, range, text: String::new() }
    }

    /// Puts other text where something stands.
    pub(crate) fn replace(&self, span: Span, text: impl Into<String>) -> Edit {
        Edit { file: span.file, range: span.range(), text: text.into() }
    }

    /// Puts a line at the beginning of an item's block.
    pub(crate) fn insert(&self, item: &Item, line: &str) -> Option<Edit> {
        let inner = item.block.as_ref()?.items.first()?;
        let start = inner.span.range().start;
        Some(Edit { file: inner.span.file, range: start..start, text: format!("{line}\n  ") })
    }

    /// Puts items at the end of the file that a place is in.
    pub(crate) fn append(&self, file: FileId, text: &str) -> Edit {
        let end = self.workspace.sources.file(file).text().len();
        Edit { file, range: end..end, text: format!("\n{text}\n") }
    }
}
