//! Account: what a request asks of each deliverable and of the work programme, and how each of it stands. Reads findings, makes none.

mod html;
mod state;
mod table;

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::{Accepted, Config};
use crate::diagnostic::Diagnostic;
use crate::model::request::Edition;
use crate::model::{Id, Model, Obligation, Package, PackageId, Programme, Request, Standing};

pub use html::html;
pub use state::{Because, Finding, State};
pub use table::table;

/// What checking a workspace gave, from which the states of obligations are read.
#[derive(Clone, Copy)]
pub struct Evidence<'f> {
    /// What stands.
    pub diagnostics: &'f [Diagnostic],
    /// What the sources accept.
    pub accepted: &'f [Accepted],
    /// What the workspace says about rules.
    pub config: &'f Config,
}

/// What one package owes to one request, obligation by obligation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Account {
    /// The package; none where the workspace lacks the work programme that the request asks for.
    pub package: Option<String>,
    /// Its title.
    pub title: String,
    /// The package of the request.
    pub request: String,
    /// The official reference of the request.
    pub official: String,
    /// Whether that is a draft or adopted.
    pub edition: Option<String>,
    /// The requested items that the package answers there.
    pub items: Vec<String>,
    /// The obligations, in the order of the request.
    pub obligations: Vec<Entry>,
    /// What would be worth doing first.
    pub hint: Option<String>,
}

/// An obligation and its state.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Entry {
    /// Its name in the request.
    pub id: String,
    /// Where it stands in the request.
    pub official: String,
    /// How strongly it binds: `shall`, `should`, `may` or `expected`.
    pub strength: String,
    /// What is asked, paraphrased.
    pub text: String,
    /// The rules that enforce it.
    pub checked_by: Vec<String>,
    /// How it stands.
    #[serde(flatten)]
    pub state: State,
}

/// The accounts of the workspace: of one package, or of every deliverable and work programme; with an edition, as if they answered that one.
pub fn accounts(
    model: &Model<'_>,
    evidence: Evidence<'_>,
    only: Option<PackageId>,
    edition: Option<Edition>,
) -> Vec<Account> {
    let packages = model.packages().iter().filter(|package| only.is_none_or(|only| only == package.id));
    let mut accounts: Vec<_> = packages
        .flat_map(|package| model.standings(package.id, edition).into_iter().map(move |standing| (package, standing)))
        .map(|(package, standing)| account(model, evidence, Some(package), &standing))
        .collect();
    if only.is_none() {
        accounts.extend(lacking(model, edition).map(|request| {
            let standing = model.standing_of_programme(request);
            account(model, evidence, None, &standing)
        }));
    }
    accounts
}

/// The requests in force that ask something of a work programme while the workspace has none that answers them.
fn lacking<'m>(model: &'m Model<'_>, edition: Option<Edition>) -> impl Iterator<Item = PackageId> + 'm {
    let answered = |request: PackageId| {
        model
            .all::<Programme<'_>>()
            .any(|(_, programme)| programme.answers.is_some_and(|answered| model.editions(answered).contains(&request)))
    };
    let asks = |request: PackageId| {
        model.of::<Obligation<'_>>(request).any(|(_, it)| it.on.iter().any(|word| word.text == "programme"))
    };
    let requests = model.all::<Request<'_>>().map(|(head, _)| head.package);
    let in_force = requests.filter(move |request| model.is_in_force(*request) && !answered(*request));
    in_force.filter_map(move |request| model.edition_of(request, edition)).filter(move |request| asks(*request))
}

fn account(model: &Model<'_>, evidence: Evidence<'_>, package: Option<&Package<'_>>, standing: &Standing) -> Account {
    let request = model.package(standing.request);
    let head = request.head.and_then(|head| model.body::<Request<'_>>(head));
    let title = package.and_then(|package| package.head).map(|head| model.get(head).label());
    let judge = state::Judge::new(model, evidence, package, standing);
    Account {
        package: package.map(|package| package.name.to_owned()),
        title: title.unwrap_or_else(|| "Work programme".to_owned()),
        request: request.name.to_owned(),
        official: head.and_then(|head| head.official).map_or_else(String::new, |text| plain(model, request.id, text)),
        edition: head.and_then(|head| head.edition).map(|edition| edition.word().to_owned()),
        items: standing.items.iter().map(|item| model.get(*item).name.clone()).collect(),
        obligations: model
            .of::<Obligation<'_>>(request.id)
            .map(|(declaration, obligation)| {
                entry(model, declaration.id, obligation, judge.state(declaration.id, obligation))
            })
            .collect(),
        hint: package.is_none().then(|| {
            format!(
                "write a package with the header `programme` that `answers {}`, so that these can be checked",
                request.name
            )
        }),
    }
}

fn entry(model: &Model<'_>, id: Id, obligation: &Obligation<'_>, state: State) -> Entry {
    let declaration = model.get(id);
    let text = |text: Option<crate::syntax::Text<'_>>| {
        text.map_or_else(String::new, |text| plain(model, declaration.package, text))
    };
    Entry {
        id: declaration.name.clone(),
        official: text(obligation.official),
        strength: obligation.strength.map_or_else(String::new, |word| word.text.to_owned()),
        text: text(obligation.text),
        checked_by: obligation.checked_by.iter().map(|word| word.text.to_owned()).collect(),
        state,
    }
}

/// A text on one line, with its references in words.
fn plain(model: &Model<'_>, package: PackageId, text: crate::syntax::Text<'_>) -> String {
    model.without_references(package, text).split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Account {
    /// Whether something is violated that the request demands, as against recommends.
    pub fn is_in_breach(&self) -> bool {
        self.obligations.iter().any(|entry| entry.strength == "shall" && entry.state.is_violated())
    }

    /// How many obligations are in each state, in the order of [`State::WORDS`].
    pub fn counts(&self) -> Vec<(&'static str, usize)> {
        let count = |word: &str| self.obligations.iter().filter(|entry| entry.state.word() == word).count();
        State::WORDS.iter().map(|word| (*word, count(word))).filter(|(_, count)| *count > 0).collect()
    }
}

/// The accounts as JSON.
pub fn json(accounts: &[Account]) -> String {
    // Values of the standard library always serialise.
    serde_json::to_string_pretty(accounts).unwrap_or_default() + "\n"
}

/// The JSON Schema of [`json`].
pub fn schema() -> schemars::Schema {
    crate::schema::of::<Vec<Account>>("urn:normc:obligations:1.0.0")
}
