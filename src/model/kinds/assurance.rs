//! How far evaluation goes.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// How far evaluation goes in some use cases, or at some levels.
#[derive(Clone, Debug)]
pub struct Assurance<'s> {
    /// The use cases and levels.
    pub scope: Vec<Target>,
    /// Whether claims are validated or verified.
    pub depth: Option<Depth>,
    /// The attacker that evaluation assumes.
    pub attack_potential: Option<Word<'s>>,
    /// The component of Common Criteria.
    pub vulnerability_analysis: Option<Word<'s>>,
    /// What is done.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Assurance<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            scope: reader.targets(entry, "for"),
            depth: entry.word("depth").and_then(|word| Depth::of(word.text)),
            attack_potential: entry.word("attack-potential"),
            vulnerability_analysis: entry.word("vulnerability-analysis"),
            text: entry.text("text"),
        }
    }
}

impl Assurance<'_> {
    /// How strict it is, for comparing: depth, attack potential, vulnerability analysis. What is not said counts least.
    pub fn rigour(&self) -> [usize; 3] {
        let rank = |word: Option<Word<'_>>, scale: &[&str]| {
            word.and_then(|word| scale.iter().position(|step| *step == word.text)).map_or(0, |at| at + 1)
        };
        [
            self.depth.map_or(0, |depth| depth as usize),
            rank(self.attack_potential, &["basic", "enhanced-basic", "moderate", "high", "beyond-high"]),
            rank(self.vulnerability_analysis, &["AVA_VAN.1", "AVA_VAN.2", "AVA_VAN.3", "AVA_VAN.4", "AVA_VAN.5"]),
        ]
    }
}

words! {
    /// What evaluation does with the manufacturer's claims.
    pub enum Depth {
        /// Looks whether they are there and hang together.
        Validation = "validation",
        /// Tries them on the product.
        Verification = "verification",
    }
}
