//! Wording: what the texts of deliverables say, word by word, by the lexicon of the organisation in whose format the draft is. Judges nothing:
//! a word is a fact, and the rules of the group `wording` say where it may stand.

mod lexicon;

pub use lexicon::{Actor, Constraint, Exemptions, Force, Lexicon, OnlyIn, Replaced, SelfReference, Verbs};
