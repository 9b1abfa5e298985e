//! How a package stands to a standardisation request: what it answers there, and which obligations therefore bind it. Judges nothing.

use std::collections::BTreeSet;

use super::category::Class;
use super::item::ItemRole;
use super::request::Edition;
use super::{Category, Id, Item, Model, Obligation, PackageId, Programme, Request};

/// How a package stands to one request.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The request.
    pub request: PackageId,
    /// The items that the package answers; none for a programme, which answers all.
    pub items: Vec<Id>,
    /// Whether the package is the work programme, or stands for the one that is lacking.
    pub programme: bool,
    roles: BTreeSet<ItemRole>,
    classes: BTreeSet<Class>,
}

/// Why an obligation does not bind a package.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unbound {
    /// It binds the work programme.
    Programme,
    /// It binds deliverables, and the package is the programme.
    Deliverables,
    /// It binds the deliverables of some items only.
    Items,
    /// It binds deliverables of another role.
    Role(&'static str),
    /// It binds deliverables for products that a third party always assesses.
    ThirdParty(Option<Class>),
    /// It binds deliverables for critical products.
    Critical(Option<Class>),
}

impl Unbound {
    /// The reason, as the end of "it does not bind the package, because …".
    pub fn in_words(self) -> String {
        let class = |class: Option<Class>| {
            class.map_or_else(
                || "this one is for products of every class".to_owned(),
                |class| format!("this one is for a category of class {}", class.word()),
            )
        };
        match self {
            Self::Programme => "it binds the work programme".to_owned(),
            Self::Deliverables => "it binds deliverables".to_owned(),
            Self::Items => "it binds the deliverables of other items".to_owned(),
            Self::Role(role) => format!("it binds deliverables of items with the role {role}"),
            Self::ThirdParty(of) => {
                format!("it binds deliverables for products that a third party assesses in any case, and {}", class(of))
            }
            Self::Critical(of) => format!("it binds deliverables for critical products, and {}", class(of)),
        }
    }
}

impl<'s> Model<'s> {
    /// How a package stands to the requests that it answers; with an edition, to that edition of them instead, items being matched by number.
    pub fn standings(&self, package: PackageId, edition: Option<Edition>) -> Vec<Standing> {
        let Some(head) = self.package(package).head else { return Vec::new() };
        if let Some(request) = self.body::<Programme<'s>>(head).and_then(|programme| programme.answers) {
            return self
                .edition_of(request, edition)
                .map(|request| self.standing_of_programme(request))
                .into_iter()
                .collect();
        }
        let answers = self.body::<super::Standard<'s>>(head).map_or(&[][..], |standard| &standard.answers);
        let requests: BTreeSet<_> = answers.iter().map(|item| self.get(item.id).package).collect();
        let standing = |request| {
            let edition = self.edition_of(request, edition)?;
            let own = answers.iter().map(|item| item.id).filter(|item| self.get(*item).package == request);
            let items = own.filter_map(|item| self.lookup(edition, &self.get(item).name));
            Some(self.standing(edition, head, items.collect()))
        };
        requests.into_iter().filter_map(standing).collect()
    }

    /// How a work programme stands to a request.
    pub fn standing_of_programme(&self, request: PackageId) -> Standing {
        Standing { request, items: Vec::new(), programme: true, roles: BTreeSet::new(), classes: BTreeSet::new() }
    }

    fn standing(&self, request: PackageId, head: Id, items: Vec<Id>) -> Standing {
        let bodies = || items.iter().filter_map(|item| self.body::<Item<'s>>(*item));
        let scope = self.body::<super::Standard<'s>>(head).map_or(&[][..], |standard| &standard.category);
        let categories = bodies().flat_map(|item| &item.category).chain(scope);
        let classes = categories.filter_map(|target| self.body::<Category<'s>>(target.id)?.class).collect();
        let roles = bodies().filter_map(|item| item.role).collect();
        Standing { request, items, programme: false, roles, classes }
    }

    /// The request itself, or the edition of it that is asked for: the one that it replaces or that replaces it, over any number of steps.
    pub fn edition_of(&self, request: PackageId, edition: Option<Edition>) -> Option<PackageId> {
        match edition {
            None => Some(request),
            Some(edition) => self.editions(request).into_iter().find(|package| self.edition(*package) == Some(edition)),
        }
    }

    /// The edition that a request is.
    pub fn edition(&self, request: PackageId) -> Option<Edition> {
        self.body::<Request<'s>>(self.package(request).head?)?.edition
    }

    /// The editions of a request, itself among them.
    pub fn editions(&self, request: PackageId) -> BTreeSet<PackageId> {
        let replaces = |head: Id| Some((self.get(head).package, self.body::<Request<'s>>(head)?.replaces?));
        let pairs: Vec<_> = self.packages().iter().filter_map(|package| replaces(package.head?)).collect();
        let mut editions = BTreeSet::from([request]);
        loop {
            let known = editions.len();
            for (newer, older) in &pairs {
                if editions.contains(newer) || editions.contains(older) {
                    editions.extend([*newer, *older]);
                }
            }
            if editions.len() == known {
                return editions;
            }
        }
    }
}

impl Standing {
    /// Why an obligation of the request does not bind the package; `None` where it does.
    pub fn unbound(&self, obligation: &Obligation<'_>) -> Option<Unbound> {
        if !obligation.items.is_empty() && !obligation.items.iter().any(|item| self.items.contains(&item.id)) {
            let programme = if self.programme { Unbound::Deliverables } else { Unbound::Items };
            return Some(programme);
        }
        let mut reasons = obligation.on.iter().map(|word| self.unbound_by(word.text));
        let first = reasons.next()?;
        if reasons.any(|reason| reason.is_none()) { None } else { first }
    }

    fn unbound_by(&self, on: &str) -> Option<Unbound> {
        let (binds, reason) = match on {
            "programme" => (self.programme, Unbound::Programme),
            _ if self.programme => (false, Unbound::Deliverables),
            "horizontal" => (self.roles.contains(&ItemRole::Horizontal), Unbound::Role("horizontal")),
            "vertical" => (self.roles.contains(&ItemRole::Vertical), Unbound::Role("vertical")),
            "vulnerability-handling" => {
                (self.roles.contains(&ItemRole::VulnerabilityHandling), Unbound::Role("vulnerability-handling"))
            }
            "third-party" => (self.is_assessed_by_third_party(), Unbound::ThirdParty(self.class())),
            "critical" => (self.classes.contains(&Class::Critical), Unbound::Critical(self.class())),
            _ => (true, Unbound::Items),
        };
        (!binds).then_some(reason)
    }

    /// Whether products in scope need a third party whatever standards they apply: important ones of class II, and critical ones. Those of class
    /// I need one only where no harmonised standard is applied in full (CRA, Article 32(2)).
    fn is_assessed_by_third_party(&self) -> bool {
        self.class().is_some_and(|class| class >= Class::ImportantTwo)
    }

    /// The highest class of a product in scope.
    fn class(&self) -> Option<Class> {
        self.classes.iter().next_back().copied()
    }
}
