//! Every character of a string or text is reported where it stands in the source, whatever escapes and indents come before it.

use normc::source::{FileId, Position, Sources, Span};
use normc::syntax::Text;
use proptest::prelude::*;

/// What a person would count: the line and column of the first occurrence of a word.
fn counted(source: &str, word: &str) -> Position {
    let (number, line) = (1..).zip(source.lines()).find(|(_, line)| line.contains(word)).unwrap();
    let before = &line[..line.find(word).unwrap()];
    Position { line: number, column: u32::try_from(before.chars().count() + 1).unwrap() }
}

/// Whether every character of the text's content leads to its own place in the source.
fn every_character_is_at_its_place(raw: &str, offset: u32) {
    let end = offset + u32::try_from(raw.len()).unwrap();
    let text = Text::new(raw, Span::new(FileId(0), offset, end));
    let content = text.content();
    let mut last = offset;
    for (at, c) in content.as_str().char_indices() {
        let span = content.source_span(at..at + c.len_utf8());
        assert!(span.start >= last && span.end <= end, "{c:?} at {at} of {raw:?} leads to {span:?}");
        last = span.start;
        let rest = &raw[(span.start - offset) as usize..];
        let written = match c {
            '\n' => rest.starts_with('\n') || rest.starts_with("\r\n") || rest.starts_with("\\n"),
            '"' | '\\' => rest.starts_with(c) || rest.strip_prefix('\\').is_some_and(|rest| rest.starts_with(c)),
            _ => rest.starts_with(c),
        };
        assert!(written, "{c:?} at {at} of {raw:?} leads to {rest:?}");
    }
}

/// Words of a text: letters of one to four bytes, Markdown's own characters, quotes and backslashes.
fn word() -> impl Strategy<Value = String> {
    "[a-z éß–€😀*_`#>|(){}<&\\\\\"'!-]{0,12}"
}

/// An escaped string of one line.
fn string() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z éß–€😀*_`#|(){}<&'!-]{1,8}",
        Just("\\\"".to_owned()),
        Just("\\\\".to_owned()),
        Just("\\n".to_owned())
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Lines of a text, each with an indent of its own on top of the common one.
fn lines() -> impl Strategy<Value = Vec<String>> {
    let line = (prop::sample::select(vec!["", "  ", "    ", "\t"]), word());
    prop::collection::vec(line.prop_map(|(indent, word)| format!("{indent}{}", word.replace('"', "'"))), 1..8)
}

fn text(lines: &[String], indent: &str, ending: &str) -> String {
    let lines: String = lines.iter().map(|line| format!("{indent}{line}{ending}")).collect();
    format!("\"\"\"{ending}{lines}{indent}\"\"\"")
}

/// A package whose term has this definition.
fn package(definition: &str) -> String {
    format!("library p \"Package\"\nterm one \"one\" {{\n  definition {definition}\n}}\n")
}

/// Where the workspace of this one file says that the name leads nowhere.
fn reported(source: &str, name: &str) -> Vec<Position> {
    let mut sources = Sources::default();
    let file = sources.add("p/p.norm", source);
    let (tree, broken) = normc::syntax::parse(file, source);
    assert!(broken.is_empty(), "{}", normc::diagnostic::terminal(&sources, &broken, false));
    let (_, found) = normc::model::resolve(&sources, &[tree]);
    let about = found.iter().filter(|it| it.rule == "unknown-name" && it.message.contains(&format!("`{name}`")));
    about
        .map(|diagnostic| {
            assert_eq!(sources.slice(diagnostic.primary.span), name);
            sources.file(file).position(diagnostic.primary.span.start)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_strings(string in string(), offset in 0_u32..1000) {
        every_character_is_at_its_place(&format!("\"{string}\""), offset);
    }

    #[test]
    fn of_texts(
        lines in lines(),
        indent in prop::sample::select(vec!["", "  ", "\t", "      "]),
        ending in prop::sample::select(vec!["\n", "\r\n"]),
        offset in 0_u32..1000,
    ) {
        every_character_is_at_its_place(&text(&lines, indent, ending), offset);
    }

    #[test]
    fn of_broken_references_in_strings(before in "([a-zéß€😀][a-z éß€😀]{0,11})?", escapes in 0_usize..4, after in "[a-z ]{0,5}") {
        let escapes = ["\\\"", "\\\\\\\\ ", "\\n"].into_iter().cycle().take(escapes).collect::<String>();
        let source = package(&format!("\"{before}{escapes}[NO-SUCH]{after}\""));
        prop_assert_eq!(reported(&source, "NO-SUCH"), vec![counted(&source, "NO-SUCH")], "{}", source);
    }

    #[test]
    fn of_broken_references_in_texts(
        lines in prop::collection::vec("[a-zé€😀]{1,6}( [a-zé€😀]{1,6}){0,4}", 1..6),
        nth in 0_usize..6,
        indent in prop::sample::select(vec!["", "  ", "\t", "      "]),
        ending in prop::sample::select(vec!["\n", "\r\n"]),
        form in prop::sample::select(vec![
            "[NO-SUCH]", "*[NO-SUCH]*", "[see it][NO-SUCH]", "[NO-SUCH][]", "**é [NO-SUCH]**", "`[code]` [NO-SUCH]", "\\[ [NO-SUCH]",
        ]),
    ) {
        let mut lines = lines;
        let nth = nth % lines.len();
        lines[nth] = format!("{} {form} more", lines[nth]);
        let source = package(&text(&lines, indent, ending));
        prop_assert_eq!(reported(&source, "NO-SUCH"), vec![counted(&source, "NO-SUCH")], "{}", source);
    }
}

#[test]
fn in_lists_tables_and_quotes() {
    let source = package(
        "\"\"\"\n    Für die *Prüfung*:\n\n    - one\n      - two [N-1]\n    - three\n      [N-2]\n\n    | a | b |\n    | - | - |\n    | ü | [N-3] |\n\n    > quoted\n    > [N-4]\n\n    1. first\n\n       [N-5] and [N-5 is][N-6]\n\n    A note[^1].\n\n    [^1]: see [N-7]\n    \"\"\"",
    );
    for name in ["N-1", "N-2", "N-3", "N-4", "N-5", "N-6", "N-7"] {
        assert_eq!(reported(&source, name), [counted(&source, name)], "{name}");
    }
}

#[test]
fn of_two_on_one_line_in_a_string() {
    let source = package(r#""é \"x\" [N-1] and \\\\[N-2]\n[N-3] [N-1b]""#);
    for name in ["N-1", "N-2", "N-3", "N-1b"] {
        assert_eq!(reported(&source, name), [counted(&source, name)], "{name}");
    }
}
