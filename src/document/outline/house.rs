//! The house of a workspace: the outline of each organisation, a committee's own where it has one, and the official texts that take the place of
//! normc's neutral wording.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::Value;

use crate::model::standard::Eso;
use crate::nearest::nearest;

use super::{Element, Organisation, Outline, read};

/// Official texts, by organisation and slot.
pub type Texts = BTreeMap<String, BTreeMap<String, String>>;

/// The outlines of a workspace, and its official texts.
#[derive(Clone, Debug)]
pub struct House {
    etsi: Outline,
    cen: Outline,
    texts: Texts,
}

impl House {
    /// The outlines that come with normc, without official texts.
    ///
    /// # Errors
    /// Never in a program that passed its tests.
    pub fn built_in() -> Result<&'static Self, String> {
        static BUILT_IN: OnceLock<Result<House, String>> = OnceLock::new();
        let made = || {
            let (etsi, cen) = (Outline::built_in(Eso::Etsi)?, Outline::built_in(Eso::Cen)?);
            Ok(Self { etsi, cen, texts: Texts::new() })
        };
        BUILT_IN.get_or_init(made).as_ref().map_err(Clone::clone)
    }

    /// The outlines that come with normc over these words.
    ///
    /// # Errors
    /// Never in a program that passed its tests.
    pub fn with_words(words: &Value) -> Result<Self, String> {
        let outline = |organisation: Organisation| read::over(organisation, words);
        Ok(Self { etsi: outline(Organisation::Etsi)?, cen: outline(Organisation::Cen)?, texts: Texts::new() })
    }

    /// Puts a committee's outline in the place of the one that comes with normc.
    pub fn set(&mut self, organisation: Organisation, outline: Outline) {
        match organisation {
            Organisation::Etsi => self.etsi = outline,
            Organisation::Cen => self.cen = outline,
        }
    }

    /// The outline of an organisation's drafts.
    pub fn outline(&self, organisation: Organisation) -> &Outline {
        match organisation {
            Organisation::Etsi => &self.etsi,
            Organisation::Cen => &self.cen,
        }
    }

    /// The official text of a slot, where there is one.
    pub fn text(&self, organisation: Organisation, slot: Option<&str>) -> Option<&str> {
        self.texts.get(organisation.word())?.get(slot?).map(String::as_str)
    }

    /// Takes official texts over.
    ///
    /// # Errors
    /// Where there is no such organisation or slot.
    pub fn fill(&mut self, texts: Texts) -> Result<(), String> {
        for (word, slots) in &texts {
            let organisation = Organisation::ALL.into_iter().find(|it| it.word() == word);
            let organisation =
                organisation.ok_or_else(|| format!("`{word}` is no organisation; write `etsi` or `cen`"))?;
            let known = slots_of(self.outline(organisation));
            if let Some(slot) = slots.keys().find(|slot| !known.contains(slot)) {
                let names: Vec<_> = known.iter().map(|known| known.as_str()).collect();
                let help = nearest(slot, names.iter().copied()).map_or_else(
                    || format!("; these are: {}", names.join(", ")),
                    |near| format!("; did you mean `{near}`?"),
                );
                return Err(format!("the outline `{word}` has no slot `{slot}`{help}"));
            }
        }
        self.texts = texts;
        Ok(())
    }
}

/// The slots of an outline, in order.
pub fn slots_of(outline: &Outline) -> Vec<&String> {
    let mut slots: Vec<_> = outline.page_two.iter().filter_map(|block| block.slot.as_ref()).collect();
    in_elements(&outline.elements, &mut slots);
    slots
}

fn in_elements<'o>(elements: &'o [Element], slots: &mut Vec<&'o String>) {
    for element in elements {
        slots.extend(&element.slot);
        in_elements(&element.elements, slots);
    }
}
