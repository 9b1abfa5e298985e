//! Formulas as OMML, the elements that word processors have for them.

use crate::formula::Math;
use crate::ooxml::Xml;

/// Writes a formula.
pub(super) fn formula(xml: &mut Xml, math: &Math) {
    xml.open("m:oMath", &[]);
    piece(xml, math);
    xml.close("m:oMath");
}

fn piece(xml: &mut Xml, math: &Math) {
    match math {
        Math::Row { content } => content.iter().for_each(|inner| piece(xml, inner)),
        Math::Identifier { text } => run(xml, text, if text.chars().count() > 1 { Some("p") } else { None }),
        Math::Number { text } | Math::Operator { text } => {
            run(xml, text, text.starts_with(char::is_alphabetic).then_some("p"));
        }
        Math::Text { text } => words(xml, text),
        Math::Space { width } => words(xml, space(*width)),
        Math::Fraction { above, below } => within(xml, "m:f", |xml| {
            part(xml, "m:num", above);
            part(xml, "m:den", below);
        }),
        Math::Root { degree, content } => within(xml, "m:rad", |xml| {
            if degree.is_none() {
                properties(xml, "m:radPr", &[("m:degHide", "1")]);
            }
            match degree {
                Some(degree) => part(xml, "m:deg", degree),
                None => xml.empty("m:deg", &[]),
            }
            part(xml, "m:e", content);
        }),
        Math::Script { base, lower, upper } => script(xml, base, lower.as_deref(), upper.as_deref()),
        Math::Limits { base, lower, upper } => limits(xml, base, lower.as_deref(), upper.as_deref()),
        Math::Fenced { open, content, close } => within(xml, "m:d", |xml| {
            properties(xml, "m:dPr", &[("m:begChr", open), ("m:endChr", close)]);
            part(xml, "m:e", content);
        }),
        Math::Table { rows } => table(xml, rows),
    }
}

fn within(xml: &mut Xml, name: &str, content: impl FnOnce(&mut Xml)) {
    xml.open(name, &[]);
    content(xml);
    xml.close(name);
}

fn part(xml: &mut Xml, name: &str, math: &Math) {
    within(xml, name, |xml| piece(xml, math));
}

fn properties(xml: &mut Xml, name: &str, values: &[(&str, &str)]) {
    within(xml, name, |xml| values.iter().for_each(|(name, value)| xml.empty(name, &[("m:val", value)])));
}

fn run(xml: &mut Xml, text: &str, style: Option<&str>) {
    within(xml, "m:r", |xml| {
        if let Some(style) = style {
            properties(xml, "m:rPr", &[("m:sty", style)]);
        }
        xml.leaf("m:t", &[("xml:space", "preserve")], text);
    });
}

fn words(xml: &mut Xml, text: &str) {
    within(xml, "m:r", |xml| {
        within(xml, "m:rPr", |xml| xml.empty("m:nor", &[]));
        xml.leaf("m:t", &[("xml:space", "preserve")], text);
    });
}

/// The space of Unicode that is nearest to a width in thousandths of the size.
fn space(width: i32) -> &'static str {
    match width {
        ..=0 => "",
        1..=200 => "\u{2009}",
        201..=300 => "\u{2005}",
        301..=750 => "\u{2002}",
        751..=1500 => "\u{2003}",
        _ => "\u{2003}\u{2003}",
    }
}

fn script(xml: &mut Xml, base: &Math, lower: Option<&Math>, upper: Option<&Math>) {
    let name = match (lower, upper) {
        (Some(_), Some(_)) => "m:sSubSup",
        (Some(_), None) => "m:sSub",
        (None, Some(_)) => "m:sSup",
        (None, None) => return piece(xml, base),
    };
    within(xml, name, |xml| {
        part(xml, "m:e", base);
        if let Some(lower) = lower {
            part(xml, "m:sub", lower);
        }
        if let Some(upper) = upper {
            part(xml, "m:sup", upper);
        }
    });
}

fn limits(xml: &mut Xml, base: &Math, lower: Option<&Math>, upper: Option<&Math>) {
    match (lower, upper) {
        (_, Some(upper)) => within(xml, "m:limUpp", |xml| {
            within(xml, "m:e", |xml| limits(xml, base, lower, None));
            part(xml, "m:lim", upper);
        }),
        (Some(lower), None) => within(xml, "m:limLow", |xml| {
            part(xml, "m:e", base);
            part(xml, "m:lim", lower);
        }),
        (None, None) => piece(xml, base),
    }
}

fn table(xml: &mut Xml, rows: &[Vec<Math>]) {
    within(xml, "m:m", |xml| {
        for row in rows {
            within(xml, "m:mr", |xml| row.iter().for_each(|cell| part(xml, "m:e", cell)));
        }
    });
}
