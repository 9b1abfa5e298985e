//! Characters of formulas: what is negated by a character of its own, and letters of other alphabets.

/// The relation that says the opposite; a stroke through the sign where there is no character for it.
pub(super) fn negated(sign: &str) -> String {
    const PAIRS: &[(&str, &str)] = &[
        ("=", "\u{2260}"),
        ("<", "\u{226e}"),
        (">", "\u{226f}"),
        ("\u{2264}", "\u{2270}"),
        ("\u{2265}", "\u{2271}"),
        ("\u{2208}", "\u{2209}"),
        ("\u{220b}", "\u{220c}"),
        ("\u{2203}", "\u{2204}"),
        ("\u{2261}", "\u{2262}"),
        ("\u{2248}", "\u{2249}"),
        ("\u{223c}", "\u{2241}"),
        ("\u{2282}", "\u{2284}"),
        ("\u{2286}", "\u{2288}"),
        ("\u{2223}", "\u{2224}"),
        ("\u{2225}", "\u{2226}"),
    ];
    let pair = PAIRS.iter().find(|(one, _)| *one == sign);
    pair.map_or_else(|| format!("{sign}\u{338}"), |(_, other)| (*other).to_owned())
}

/// An alphabet of formulas besides the italic one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Alphabet {
    /// As in words.
    Upright,
    /// Bold.
    Bold,
    /// With double strokes, as for sets of numbers.
    Double,
}

/// A letter in an alphabet; itself where the alphabet has no character for it.
pub(super) fn in_alphabet(letter: char, alphabet: Option<Alphabet>) -> char {
    let (capital, small) = match alphabet {
        Some(Alphabet::Bold) => (0x1d400, 0x1d41a),
        Some(Alphabet::Double) => match letter {
            'C' => return '\u{2102}',
            'H' => return '\u{210d}',
            'N' => return '\u{2115}',
            'P' => return '\u{2119}',
            'Q' => return '\u{211a}',
            'R' => return '\u{211d}',
            'Z' => return '\u{2124}',
            _ => (0x1d538, 0x1d552),
        },
        _ => return letter,
    };
    let moved = match letter {
        'A'..='Z' => capital + (u32::from(letter) - u32::from('A')),
        'a'..='z' => small + (u32::from(letter) - u32::from('a')),
        _ => return letter,
    };
    char::from_u32(moved).unwrap_or(letter)
}
