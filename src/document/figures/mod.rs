//! Figures that normc draws from what is declared: how threats, objectives and requirements hang together, and what use cases are made of.

mod architecture;
mod map;
mod svg;

pub(super) use architecture::architecture;
pub(super) use map::map;

use super::block::{Block, Figure};
use super::compose::Composer;
use super::outline::fill;
use svg::Picture;

/// What a page leaves for a picture, in points.
const PAGE: f32 = 590.0;

/// A figure of a picture. Where several stand for one, `at` says which of how many it is.
fn figure(
    composer: &Composer<'_, '_>,
    (id, caption): (&str, &str),
    (at, of): (usize, usize),
    picture: &Picture,
    alt: String,
) -> Block {
    let (number, count) = ((at + 1).to_string(), of.to_string());
    let values = [("caption", caption), ("at", number.as_str()), ("of", count.as_str())];
    let caption = if of > 1 { fill(&composer.drawings().part, &values) } else { caption.to_owned() };
    Block::Figure(Figure {
        id: if of > 1 { format!("fig-{id}-{number}") } else { format!("fig-{id}") },
        label: String::new(),
        title: caption.clone(),
        caption,
        format: "svg".to_owned(),
        alt,
        bytes: picture.svg().into_bytes().into(),
    })
}

/// Groups of things, each of which a page can hold, where the picture of a group tells how high it is.
fn grouped<T>(things: impl IntoIterator<Item = T>, picture: impl Fn(&[T]) -> Picture) -> Vec<Vec<T>> {
    let mut groups: Vec<Vec<T>> = Vec::new();
    for thing in things {
        let mut group = groups.pop().unwrap_or_default();
        let before = group.len();
        group.push(thing);
        if before > 0 && picture(&group).height() > PAGE {
            let last = group.split_off(before);
            groups.push(group);
            group = last;
        }
        groups.push(group);
    }
    groups
}

/// Where a thing stands in a list, at whose end it is put where it does not stand there yet.
fn place<T: PartialEq>(all: &mut Vec<T>, thing: T) -> usize {
    all.iter().position(|other| *other == thing).unwrap_or_else(|| {
        all.push(thing);
        all.len() - 1
    })
}
