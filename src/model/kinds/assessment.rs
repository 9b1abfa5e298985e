//! How requirements are assessed.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// How requirements are assessed.
#[derive(Clone, Debug)]
pub struct Assessment<'s> {
    /// The requirements it names.
    pub assesses: Vec<Target>,
    /// How.
    pub methods: Vec<Method>,
    /// What is assessed.
    pub aspects: Vec<Aspect>,
    /// The conformity assessment modules in which it is used.
    pub modules: Vec<Target>,
    /// The level from which it is asked.
    pub level: Option<Target>,
    /// What it is to find out.
    pub objective: Option<Text<'s>>,
    /// What must be at hand.
    pub preparation: Option<Text<'s>>,
    /// The steps, in order.
    pub activities: Vec<Text<'s>>,
    /// When it passes, fails, or stays without result.
    pub verdict: Option<Verdict<'s>>,
    /// What is kept to show the verdict.
    pub evidence: Option<Text<'s>>,
}

impl<'s> Read<'s> for Assessment<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            assesses: reader.targets(entry, "assesses"),
            methods: entry.words("method").iter().filter_map(|word| Method::of(word.text)).collect(),
            aspects: entry.words("aspect").iter().filter_map(|word| Aspect::of(word.text)).collect(),
            modules: reader.targets(entry, "modules"),
            level: reader.target(entry, "level"),
            objective: entry.text("objective"),
            preparation: entry.text("preparation"),
            activities: entry.texts("activity"),
            verdict: entry.first("verdict").map(|verdict| Verdict {
                pass: verdict.text("pass"),
                fail: verdict.text("fail"),
                inconclusive: verdict.text("inconclusive"),
            }),
            evidence: entry.text("evidence"),
        }
    }
}

words! {
    /// How something is assessed.
    pub enum Method {
        /// Reading documents.
        Examine = "examine",
        /// Asking people.
        Interview = "interview",
        /// Exercising the product.
        Test = "test",
        /// Reasoning over design or code.
        Analysis = "analysis",
    }
}
words! {
    /// What is assessed (the three assessments of EN 18031).
    pub enum Aspect {
        /// That the concept is plausible and documented.
        Conceptual = "conceptual",
        /// That nothing is left out.
        Completeness = "completeness",
        /// That the mechanism works.
        Sufficiency = "sufficiency",
    }
}

/// When an assessment passes, fails, or stays without result.
#[derive(Clone, Copy, Debug)]
pub struct Verdict<'s> {
    /// When it passes.
    pub pass: Option<Text<'s>>,
    /// When it fails.
    pub fail: Option<Text<'s>>,
    /// When it stays without result.
    pub inconclusive: Option<Text<'s>>,
}
