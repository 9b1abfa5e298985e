//! Short forms in running text: words in capitals that could abbreviate something.

use std::ops::Range;

/// The words of a stretch that are written in capitals: two letters at least, with or without the `s` of a plural, which is left out.
///
/// Parts of identifiers such as `UC-1`, `I-2c` or `R_KDF`, Roman figures and words with digits are none. Of `CWE-916` the letters are one, of
/// `AES-GCM` both are.
pub fn short_forms(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Most stretches have none, which bytes tell sooner than words.
    let bytes = &text.as_bytes()[range.clone()];
    if !bytes.windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase)) {
        return found;
    }
    let mut at = range.start;
    for word in text[range.clone()].split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/'))) {
        let begin = at;
        at += word.len() + text[at + word.len()..range.end].chars().next().map_or(0, char::len_utf8);
        let mut inside = begin;
        for part in word.split(['-', '_', '.', '/']) {
            let start = inside;
            inside += part.len() + 1;
            let stem = part.strip_suffix('s').unwrap_or(part);
            if is_short_form(stem) && !is_identifier(word) {
                found.push(start..start + stem.len());
            }
        }
    }
    found
}

fn is_short_form(word: &str) -> bool {
    let capitals = word.len() >= 2 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    capitals && !word.bytes().all(|byte| b"IVXLCDM".contains(&byte))
}

/// Whether a word with hyphens, points or underscores names a thing: a part has letters and digits, a letter stands alone, or a small number
/// counts.
fn is_identifier(word: &str) -> bool {
    let mut parts = word.split(['-', '.', '/']);
    let odd = |part: &str| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        digits > 0 && digits < part.len() || part.len() == 1 || digits == part.len() && digits > 0 && digits < 3
    };
    word.contains('_') || word.contains(['-', '.']) && parts.any(odd)
}

#[cfg(test)]
mod tests {
    use super::short_forms;

    #[test]
    fn short_forms_are_words_in_capitals() {
        let found = |text: &str| {
            short_forms(text, 0..text.len()).into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("The TLS handshake, CVEs and AES-GCM; (CWE-916)."), ["TLS", "CVE", "AES", "GCM", "CWE"]);
        assert!(found("Part II of UC-1, R_KDF, REQ-PM-01, SHA256, iOS, A and I-2c").is_empty());
    }
}
