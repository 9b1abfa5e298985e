//! Formulas: what a notation becomes, where one that cannot be read is wrong, and that no text makes the reader fall over.

use normc::formula::{Math, read};
use proptest::prelude::*;

/// A tree in a line: what stands in brackets belongs together.
fn shown(math: &Math) -> String {
    let all = |content: &[Math]| content.iter().map(shown).collect::<Vec<_>>().join(" ");
    let maybe = |sign: &str, math: &Option<Box<Math>>| {
        math.as_ref().map_or_else(String::new, |it| format!("{sign}{}", shown(it)))
    };
    match math {
        Math::Row { content } => format!("[{}]", all(content)),
        Math::Identifier { text } | Math::Number { text } | Math::Operator { text } => text.clone(),
        Math::Text { text } => format!("'{text}'"),
        Math::Space { width } => format!("~{width}"),
        Math::Fraction { above, below } => format!("({} / {})", shown(above), shown(below)),
        Math::Root { degree, content } => format!("root{}({})", maybe(":", degree), shown(content)),
        Math::Script { base, lower, upper } => format!("{}{}{}", shown(base), maybe("_", lower), maybe("^", upper)),
        Math::Limits { base, lower, upper } => format!("<{}{}{}>", shown(base), maybe("_", lower), maybe("^", upper)),
        Math::Fenced { open, content, close } => format!("{open}|{}|{close}", shown(content)),
        Math::Table { rows } => format!("{{{}}}", rows.iter().map(|row| all(row)).collect::<Vec<_>>().join("; ")),
    }
}

#[test]
fn notations_become_trees() {
    let expected = [
        (r"E = mc^2", "[E = m c^2]"),
        (r"\frac{n \cdot m}{2^{128}}", "([n \u{22c5} m] / 2^128)"),
        (r"\sum_{i=1}^n p_i \le \max_k r_k", "[<\u{2211}_[i = 1]^n> p_i \u{2264} <max_k> r_k]"),
        (r"\sqrt[3]{x} \ne \sqrt y", "[root:3(x) \u{2260} root(y)]"),
        (r"\log_2 N \text{ bits} \quad \mathrm{cost}", "[log_2 N ' bits' ~1000 'cost']"),
        (r"\left( \frac12 \right]", "(|(1 / 2)|]"),
        (r"\begin{pmatrix} a & b \\ c \end{pmatrix}", "(|{a b; c []}|)"),
        (r"f = \begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}", "[f = {|{1 [x > 0]; 0 'else'}|]"),
        (r"\binom{n}{k} \in \mathbb{N}, \mathbf{v}", "[(|{n; k}|) \u{2208} \u{2115} , \u{1d42f}]"),
        (r"\hat x \not\in A", "[<x^^> \u{2209} A]"),
        ("", "[]"),
    ];
    for (notation, tree) in expected {
        assert_eq!(read(notation, true).map(|math| shown(&math)), Ok(tree.to_owned()), "{notation}");
    }
    assert_eq!(read(r"\sum_i", false).map(|math| shown(&math)), Ok("\u{2211}_i".to_owned()));
}

#[test]
fn what_cannot_be_read_is_wrong_at_its_place() {
    let expected = [
        (r"a + \foo b", r"\foo", r"no command of a formula is called `\foo`"),
        (r"x_1 + y_", "_", "`_` wants something behind it"),
        (r"x^a^b", "^", "this has an upper index already"),
        (r"\frac{1}{2 + x", "{", "what `{` opens is not closed: `}` is missing"),
        (r"a } b", "}", "nothing is open that `}` could close"),
        (r"\def\a{b} \a", r"\def", "a formula of a draft defines no commands"),
        (r"a & b", "&", "`&` stands between the cells of an environment such as `matrix`, `cases` or `aligned`"),
    ];
    for (notation, at, message) in expected {
        let unread = read(notation, true).unwrap_err();
        assert_eq!((&notation[unread.at.clone()], unread.message.as_str()), (at, message), "{notation}");
    }
    assert!(read(&"{".repeat(50), true).is_err());
    assert!(read(&r"\sqrt".repeat(300), true).is_err());
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_fall_over(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        drop(read(&pieces.concat(), true));
    }

    #[test]
    fn no_characters_do_either(text in ".{0,60}") {
        drop(read(&text, false));
    }
}

/// What formulas are made of, and what they are not.
const PIECES: &[&str] = &[
    "a",
    "1",
    ".",
    ",",
    " ",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "^",
    "_",
    "&",
    "\\\\",
    "\\",
    "%",
    "#",
    "$",
    "~",
    "'",
    "\n",
    "é",
    "`",
    "|",
    "=",
    "<",
    "\\frac",
    "\\sqrt",
    "\\sum",
    "\\left",
    "\\right",
    "\\middle",
    "\\begin{matrix}",
    "\\end{matrix}",
    "\\begin{cases}",
    "\\end{cases}",
    "\\begin{array}{cc}",
    "\\end{array}",
    "\\begin{aligned}",
    "\\end{aligned}",
    "\\text",
    "\\mathrm",
    "\\mathbb",
    "\\not",
    "\\limits",
    "\\operatorname",
    "\\hspace",
    "1em",
    "\\kern",
    "\\hline",
    "\\over",
    "\\overset",
    "\\hat",
    "\\binom",
    "\\substack",
    "\\big",
    "\\char",
    "\\relax",
    "\\color{red}",
    "\\def\\a",
    "\\let",
    "\\genfrac",
    "\\displaystyle",
    "\\prime",
    "\\bf",
    "\\phantom",
    "\\xrightarrow",
];
