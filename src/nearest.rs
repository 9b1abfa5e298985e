//! The nearest valid name to a mistaken one, for "did you mean".

/// The candidate nearest to a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Near<'c> {
    /// The candidate.
    pub name: &'c str,
    /// Whether the word can only be a slip of the pen for it: no other candidate is as near, hardly a letter differs, and none that tells
    /// one name from its neighbour, as the digit in `R-1` and the letter in `R-a` do.
    pub certain: bool,
}

/// The candidate nearest to `word`, where one is near enough: at most a third of its letters differ. Of one or two letters none may differ.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    near(word, candidates).map(|near| near.name)
}

/// The same, with how sure that is.
pub fn near<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<Near<'c>> {
    let lower = word.to_lowercase();
    let length = word.chars().count();
    let bound = length / 3;
    let mut found: Vec<_> = candidates
        .into_iter()
        // A distance is at least the difference in length; a huge word is compared with nothing.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= bound)
        .map(|candidate| (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= bound && *candidate != word)
        .collect();
    found.sort_unstable();
    found.dedup();
    let (distance, name) = *found.first()?;
    let alone = found.get(1).is_none_or(|(second, _)| *second > distance);
    Some(Near { name, certain: alone && distance <= 1.max(length / 6) && is_slip(&lower, &name.to_lowercase()) })
}

/// Whether two names differ only inside parts of at least three letters, and in no digit.
fn is_slip(one: &str, other: &str) -> bool {
    let digits = |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>();
    let parts = |name: &str| name.split(['-', '.', '_']).map(str::to_owned).collect::<Vec<_>>();
    let (ones, others) = (parts(one), parts(other));
    let is_long = |part: &String| part.chars().count() >= 3;
    digits(one) == digits(other)
        && ones.len() == others.len()
        && ones.iter().zip(&others).all(|(one, other)| one == other || (is_long(one) && is_long(other)))
}

#[cfg(test)]
mod tests {
    use super::{near, nearest};

    #[test]
    fn names_the_nearest_or_nothing() {
        let words = ["requirement", "residual", "reference"];
        assert_eq!(nearest("requirment", words), Some("requirement"));
        assert_eq!(nearest("r-kdf", ["R-KDF"]), Some("R-KDF"));
        assert_eq!(nearest("banana", words), None);
        assert_eq!(nearest("q", ["p", "Q"]), Some("Q"));
        assert_eq!(nearest("q", ["p"]), None);
    }

    #[test]
    fn is_certain_of_slips_only() {
        let certain = |word: &str, candidates: &[&'static str]| near(word, candidates.iter().copied()).unwrap().certain;
        assert!(certain("R-KFD", &["R-KDF", "R-LOG"]));
        assert!(certain("dat", &["data", "code"]));
        assert!(certain("r-1", &["R-1", "R-2"]));
        // As near to two.
        assert!(!certain("T-REAX", &["T-READ", "T-REAL"]));
        // Names of their own.
        assert!(!certain("R-LOG-2", &["R-LOG-1"]));
        assert!(!certain("R-b", &["R-a"]));
        // Too much differs.
        assert!(!certain("keeper-of", &["keepers"]));
    }
}
