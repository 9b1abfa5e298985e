//! The relations between declarations: one for each property (or keyword) that refers to something.

macro_rules! relations {
    ($($name:ident $word:literal $forward:literal $backward:literal;)*) => {
        /// What one declaration has to do with another. Each is written in the source by the word of the same name.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Relation {
            $(
                #[doc = $forward]
                $name,
            )*
        }

        impl Relation {
            /// Every relation.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The relation that a property or an unnamed keyword states.
            pub fn of(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$name),)*
                    _ => None,
                }
            }

            /// The word that states it in a source.
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }

            /// How it reads from the declaration that states it: `R-KDF` *covers* `I-2e`.
            pub const fn forward(self) -> &'static str {
                match self {
                    $(Self::$name => $forward,)*
                }
            }

            /// How it reads from the other end: `I-2e` *is covered by* `R-KDF`.
            pub const fn backward(self) -> &'static str {
                match self {
                    $(Self::$name => $backward,)*
                }
            }
        }
    };
}

relations! {
    Answers "answers" "answers" "is answered by";
    Category "category" "is about" "is the category of";
    Categories "categories" "touches" "is touched by";
    Addresses "addresses" "addresses" "is addressed by";
    ReplacedBy "replaced-by" "is replaced by" "replaces";
    SupersededBy "superseded-by" "is superseded by" "supersedes";
    Supports "supports" "supports" "is supported by";
    With "with" "goes with" "goes with";
    Requires "requires" "requires" "is required by";
    Excludes "excludes" "excludes" "is excluded by";
    Users "users" "is used by" "uses";
    Level "level" "binds from" "is the level of";
    Factor "factor" "sets" "is set by";
    Targets "targets" "targets" "is targeted by";
    RatedIn "risk" "is rated in" "rates";
    BasedOn "based-on" "is a case of" "has the case";
    Cites "cites" "cites" "is cited by";
    Counters "counters" "counters" "is countered by";
    Enforces "enforces" "enforces" "is enforced by";
    Upholds "upholds" "upholds" "is upheld by";
    Achieves "achieves" "achieves" "is achieved by";
    Serves "serves" "serves" "is served by";
    Selects "selects" "selects" "is selected by";
    Leaves "residual" "leaves" "is left by";
    Family "family" "belongs to" "holds";
    Covers "covers" "covers" "is covered by";
    Refines "refines" "refines" "is refined by";
    Reduces "reduces" "reduces" "is reduced by";
    Assesses "assesses" "assesses" "is assessed by";
    Modules "modules" "is used in" "uses";
    Adopts "adopts" "adopts" "is adopted by";
    Deviates "deviates" "deviates from" "is deviated from by";
    Omits "omits" "omits" "is omitted by";
    NotApplicable "not-applicable" "finds not applicable" "is found not applicable by";
    BuildsOn "builds-on" "builds on" "is built on by";
    For "for" "is for" "has";
    Decides "decides" "decides" "is decided by";
    Guides "guidance" "guides" "is guided by";
    Rewords "editorial" "puts into other words" "is put into other words by";
    Source "source" "comes from" "is the source of";
    Maps "maps" "maps to" "is mapped by";
    PartOf "of" "is part of" "has the part";
    Reviews "reviews" "reviews" "is reviewed by";
    BindsOnly "items" "binds only" "is bound by";
    Concerns "concerns" "concerns" "is the concern of";
    Shows "shows" "shows" "is shown by";
    Plans "item" "plans" "is planned by";
    DevelopedBy "body" "is developed by" "develops";
    Conditioned "when" "depends on" "conditions";
    Mentions "mentions" "mentions" "is mentioned by";
}

#[cfg(test)]
mod tests {
    use super::Relation;
    use crate::language::{self, Argument, Keyword, Scope};

    fn refers(argument: Argument) -> bool {
        match argument {
            Argument::Refer(_) | Argument::Refers(_) => true,
            Argument::Clause(_, then) => refers(*then),
            _ => false,
        }
    }

    fn check(keyword: &'static Keyword) {
        if keyword.slots.iter().any(|slot| refers(slot.argument)) && keyword.scope == Scope::Unnamed {
            assert!(Relation::of(keyword.word).is_some(), "`{}` refers to something but is no relation", keyword.word);
        }
        keyword.all_children().for_each(check);
    }

    #[test]
    fn every_keyword_that_refers_is_a_relation() {
        language::top_level().for_each(check);
    }

    #[test]
    fn words_and_relations_agree() {
        for relation in Relation::ALL {
            assert_eq!(Relation::of(relation.word()), Some(*relation));
        }
    }
}
