//! The nearest valid name to a mistaken one, for "did you mean".

/// The candidate nearest to `word`, where one is near enough: at most a third of its letters differ. Of one or two letters none may differ.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let lower = word.to_lowercase();
    let length = word.chars().count();
    let bound = length / 3;
    candidates
        .into_iter()
        // A distance is at least the difference in length; a huge word is compared with nothing.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= bound)
        .map(|candidate| (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= bound && *candidate != word)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn names_the_nearest_or_nothing() {
        let words = ["requirement", "residual", "reference"];
        assert_eq!(nearest("requirment", words), Some("requirement"));
        assert_eq!(nearest("r-kdf", ["R-KDF"]), Some("R-KDF"));
        assert_eq!(nearest("banana", words), None);
        assert_eq!(nearest("q", ["p", "Q"]), Some("Q"));
        assert_eq!(nearest("q", ["p"]), None);
    }
}
