//! Versions such as `0.3.0`, by their numbers.

/// Whether the first is a later version than the second. What is no number counts as a word and comes after the numbers.
pub fn newer(one: &str, other: &str) -> bool {
    let parts = |version: &str| -> Vec<(u64, String)> {
        let part =
            |part: &str| part.parse().map_or_else(|_| (u64::MAX, part.to_owned()), |number| (number, String::new()));
        let mut parts: Vec<_> = version.trim().trim_start_matches(['v', 'V']).split('.').map(part).collect();
        // `1.0` is `1.0.0`.
        while parts.last().is_some_and(|(number, _)| *number == 0) {
            parts.pop();
        }
        parts
    };
    parts(one) > parts(other)
}

#[cfg(test)]
mod tests {
    use super::newer;

    #[test]
    fn numbers_count_and_not_digits() {
        assert!(
            newer("0.10.0", "0.9.9") && newer("1.0.1", "1.0") && newer("V2.1.1", "v2.1.0") && newer("1.0.rc", "1.0")
        );
        assert!(!newer("1.0.0", "1.0") && !newer("1.0", "1.0.0") && !newer("0.9", "0.10"));
    }
}
