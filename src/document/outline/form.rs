//! Forms: texts of an outline in which `{name}` stands for what the draft puts there. Each form says in Rust which names it knows; the check of
//! outlines reads that.

use super::super::block::Cell;
use super::super::inline::Inline;

/// A form that an outline gives, and the names that may stand in it.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Its key in the outline, as Rust writes it.
    pub key: &'static str,
    /// The names that stand in it between braces; one behind a `?` may be left out.
    pub names: &'static [&'static str],
}

impl Form {
    /// Its key as the outline writes it.
    pub fn key(&self) -> String {
        self.key.replace('_', "-")
    }
}

/// A struct of forms with the names that may stand in each.
macro_rules! forms {
    ($(#[$doc:meta])* $visibility:vis struct $type:ident { $($(#[$attribute:meta])* $key:ident: $kind:ty [$($name:literal)*],)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, serde::Deserialize, schemars::JsonSchema)]
        #[serde(rename_all = "kebab-case", deny_unknown_fields)]
        $visibility struct $type { $($(#[$attribute])* pub $key: $kind,)* }

        impl $type {
            /// Each form, and the names that it knows.
            pub const FORMS: &[$crate::document::outline::form::Form] =
                &[$($crate::document::outline::form::Form { key: stringify!($key), names: &[$($name),*] },)*];
        }
    };
}
pub(super) use forms;

/// A piece of a form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Piece<'t> {
    /// What stands as it is.
    Text(&'t str),
    /// What stands for something: the name between braces.
    Name(&'t str),
}

/// The pieces of a form, in order. A brace that nothing closes is text.
pub fn pieces(form: &str) -> Vec<Piece<'_>> {
    let (mut pieces, mut rest) = (Vec::new(), form);
    while let Some((before, (name, after))) =
        rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        pieces.extend([Piece::Text(before), Piece::Name(name)]);
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    pieces.retain(|piece| *piece != Piece::Text(""));
    pieces
}

/// A form with texts in place of names; what has no text stays as it is.
pub(in crate::document) fn fill(form: &str, values: &[(&str, &str)]) -> String {
    let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
    let text = |piece: Piece<'_>| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Name(name) => value(name).map_or_else(|| format!("{{{name}}}"), str::to_owned),
    };
    pieces(form).into_iter().map(text).collect()
}

/// A form with running text in place of names.
pub(in crate::document) fn say(form: &str, values: &[(&str, &Cell)]) -> Cell {
    let mut out = Cell::new();
    for piece in pieces(form) {
        match piece {
            Piece::Text(text) => out.push(Inline::text(text)),
            Piece::Name(name) => match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => out.extend(value.iter().cloned()),
                None => out.push(reference(name).unwrap_or_else(|| Inline::text(format!("{{{name}}}")))),
            },
        }
    }
    out
}

/// What `{ref:…}` becomes: a cross-reference to the clause of an element, whose words come with its number.
fn reference(name: &str) -> Option<Inline> {
    let target = format!("cl-{}", name.strip_prefix("ref:")?);
    Some(Inline::Reference { target, text: String::new(), title: String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_not_read_as_a_form() {
        assert_eq!(fill("{a} and {b}: {c", &[("a", "{b}"), ("b", "2")]), "{b} and 2: {c");
        assert_eq!(pieces("{n}."), [Piece::Name("n"), Piece::Text(".")]);
        assert!(pieces("").is_empty());
    }
}
