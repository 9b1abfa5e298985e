//! Assurance that does not rise with the level.
//!
//! # What it checks
//! From one level to the next, assurance falls neither in depth nor in attack potential nor in vulnerability analysis, and it rises somewhere; and the lowest assurance validates only, or has a `rationale`.
//! # Why
//! Request M/606, Annex II, section 2.3, paragraph 4 (OB-126, OB-127): use cases of lower risk may be limited to validation, those of higher risk face increasingly higher verification.
//! # Bad
//! ```norm
//! assurance AS-1 "Verified" { for lib:low; depth verification; rationale "A vault is quickly tried." }
//! assurance AS-2 "Validated" { for lib:high; depth validation }  //~ falling-assurance
//! ```
//! # Good
//! ```norm
//! assurance AS-1 "Validated" { for lib:low; depth validation }
//! assurance AS-2 "Verified" { for lib:high; depth verification; attack-potential moderate }
//! ```
//! # How to fix
//! Raise the assurance of the higher level, or lower that of the lower one.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Assurance, Declaration, UseCase, assurance::Depth};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "falling-assurance",
    severity: Severity::Error,
    kinds: &["assurance", "level", "use-case"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, _) in model.standards() {
        let rank = |assurance: &Assurance<'_>| {
            let level = |id| model.body::<UseCase<'_>>(id).map_or(Some(id), |it| it.level.map(|level| level.id));
            let ranks = assurance.scope.iter().filter_map(|target| model.level_rank(level(target.id)?));
            ranks.max()
        };
        let assurances = model.of::<Assurance<'_>>(package.id);
        let mut ranked: Vec<_> =
            assurances.filter_map(|(declaration, it)| Some((rank(it)?, declaration, it))).collect();
        ranked.sort_by_key(|(rank, declaration, _)| (*rank, declaration.id));
        for pair in ranked.windows(2).filter(|pair| pair[0].0 < pair[1].0) {
            compare(context, (pair[0].1, pair[0].2), (pair[1].1, pair[1].2));
        }
        if let Some((_, declaration, lowest)) = ranked.first().filter(|_| ranked.len() > 1)
            && lowest.depth == Some(Depth::Verification)
            && declaration.common.rationale.is_none()
        {
            let message = format!("the lowest assurance, `{}`, is more than validation", declaration.name);
            let help = "write `depth validation`, or say by `rationale` why it is not enough where the risk is lowest";
            context.report(declaration.at, message, help);
        }
    }
}

type Entry<'c, 's> = (&'c Declaration<'s>, &'c Assurance<'s>);

fn compare<'s>(context: &mut Context<'_, 's>, lower: Entry<'_, 's>, higher: Entry<'_, 's>) {
    let (low, high) = (lower.1.rigour(), higher.1.rigour());
    let falls = low.iter().zip(&high).any(|(low, high)| high < low);
    if falls || low == high {
        let (names, what) =
            ((&lower.0.name, &higher.0.name), if falls { "asks for less than" } else { "asks for no more than" });
        let message = format!("`{}` is for a higher level and {what} `{}`", names.1, names.0);
        let help = "raise its `depth`, `attack-potential` or `vulnerability-analysis`; it falls in none of them";
        context.report(higher.0.at, message, help).label(lower.0.at, "for a lower level");
    }
}
