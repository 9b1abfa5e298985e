//! What is said across each page of a draft that is not fit to be published, as the outline has it.

use crate::artifact::Options;

use super::compose::Composer;
use super::outline::{Element, NeutralPlace, Organisation};

/// What stands across each page: that there are open findings, else that wording of normc stands where official text belongs, else the stage.
/// Nothing on a draft that leaves the committee.
pub(super) fn watermark(composer: &Composer<'_, '_>, options: &Options) -> Option<String> {
    let marks = &composer.outline.marks;
    if options.submission {
        return None;
    }
    if options.faulty {
        return Some(marks.findings.clone());
    }
    if marks.neutral.place == NeutralPlace::Watermark && !neutral(composer).is_empty() {
        return Some(marks.neutral.text.clone());
    }
    let stage = composer.standard.stage.map_or("", |stage| stage.word());
    marks.stages.get(stage).filter(|text| !text.is_empty()).cloned()
}

/// The slots of the draft that still have normc's neutral wording.
pub(super) fn neutral(composer: &Composer<'_, '_>) -> Vec<String> {
    let outline = composer.outline;
    let blocks = outline.page_two.iter().filter(|block| block.placeholder).filter_map(|block| block.slot.clone());
    let mut slots: Vec<_> = blocks.collect();
    in_elements(composer, &outline.elements, &mut slots);
    slots.retain(|slot| composer.house.text(Organisation::of(composer.eso), Some(slot)).is_none());
    slots
}

fn in_elements(composer: &Composer<'_, '_>, elements: &[Element], slots: &mut Vec<String>) {
    for element in elements.iter().filter(|element| element.is_for(composer.sort)) {
        slots.extend(element.slot.clone().filter(|_| element.placeholder));
        in_elements(composer, &element.elements, slots);
    }
}
