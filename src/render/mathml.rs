//! MathML: a formula as the elements that readers of it know, of MathML 3 and of the core that browsers show. No element is a string here: the
//! names are prefixed where a document has its own, as STS has.

use crate::document::Math;

use super::xml::{Attributes, Xml};

const NAMESPACE: &str = "http://www.w3.org/1998/Math/MathML";

/// How a formula stands in its document.
pub(super) struct Form<'f> {
    /// What stands before the names of elements: `mml:`, or nothing, where the element names its namespace itself.
    pub(super) prefix: &'static str,
    /// Its identity; none where this is empty.
    pub(super) id: &'f str,
    /// Whether it stands on a line of its own.
    pub(super) display: bool,
    /// What it says, for those who cannot see it.
    pub(super) alternative: &'f str,
}

/// A formula as markup that can stand in a web page. Every text in it is escaped.
pub(super) fn html(math: &Math, display: bool, alternative: &str) -> String {
    let mut xml = Xml::fragment();
    write(&mut xml, math, &Form { prefix: "", id: "", display, alternative });
    String::from_utf8(xml.finish()).unwrap_or_default()
}

/// Writes a formula.
pub(super) fn write(xml: &mut Xml, math: &Math, form: &Form<'_>) {
    let mut attributes = Vec::new();
    if form.prefix.is_empty() {
        attributes.push(("xmlns", NAMESPACE));
    }
    if !form.id.is_empty() {
        attributes.push(("id", form.id));
    }
    attributes.push(("display", if form.display { "block" } else { "inline" }));
    if !form.alternative.is_empty() {
        attributes.push(("alttext", form.alternative));
    }
    let mut pen = Pen { xml, prefix: form.prefix };
    pen.element("math", &attributes, |pen| pen.math(math));
}

struct Pen<'x> {
    xml: &'x mut Xml,
    prefix: &'static str,
}

impl Pen<'_> {
    fn element(&mut self, name: &str, attributes: Attributes<'_>, content: impl FnOnce(&mut Self)) {
        let name = format!("{}{name}", self.prefix);
        self.xml.open_inline(&name, attributes);
        content(self);
        self.xml.close_inline(&name);
    }

    fn token(&mut self, name: &str, text: &str) {
        self.element(name, &[], |pen| pen.xml.text(text));
    }

    /// An element around several pieces, each of which is one element.
    fn around(&mut self, name: &str, pieces: &[&Math]) {
        self.element(name, &[], |pen| pieces.iter().for_each(|piece| pen.math(piece)));
    }

    /// One element.
    fn math(&mut self, math: &Math) {
        match math {
            Math::Row { content } => self.around("mrow", &content.iter().collect::<Vec<_>>()),
            Math::Identifier { text } => self.token("mi", text),
            Math::Number { text } => self.token("mn", text),
            Math::Operator { text } => self.token("mo", text),
            Math::Text { text } => self.token("mtext", text),
            Math::Space { width } => {
                let width = ems(*width);
                self.element("mspace", &[("width", &width)], |_| {});
            }
            Math::Fraction { above, below } => self.around("mfrac", &[above, below]),
            Math::Root { degree: None, content } => self.around("msqrt", &[content]),
            Math::Root { degree: Some(degree), content } => self.around("mroot", &[content, degree]),
            Math::Script { base, lower, upper } => {
                self.attached(base, lower.as_deref(), upper.as_deref(), ["msub", "msup", "msubsup"]);
            }
            Math::Limits { base, lower, upper } => {
                self.attached(base, lower.as_deref(), upper.as_deref(), ["munder", "mover", "munderover"]);
            }
            Math::Fenced { open, content, close } => self.element("mrow", &[], |pen| {
                pen.bracket(open);
                pen.math(content);
                pen.bracket(close);
            }),
            Math::Table { rows } => self.element("mtable", &[], |pen| rows.iter().for_each(|row| pen.row(row))),
        }
    }

    fn attached(&mut self, base: &Math, lower: Option<&Math>, upper: Option<&Math>, names: [&str; 3]) {
        match (lower, upper) {
            (None, None) => self.math(base),
            (Some(lower), None) => self.around(names[0], &[base, lower]),
            (None, Some(upper)) => self.around(names[1], &[base, upper]),
            (Some(lower), Some(upper)) => self.around(names[2], &[base, lower, upper]),
        }
    }

    fn bracket(&mut self, text: &str) {
        if !text.is_empty() {
            self.element("mo", &[("fence", "true"), ("stretchy", "true")], |pen| pen.xml.text(text));
        }
    }

    fn row(&mut self, cells: &[Math]) {
        self.element("mtr", &[], |pen| cells.iter().for_each(|cell| pen.around("mtd", &[cell])));
    }
}

/// Thousandths of the size of the type as MathML writes a length.
fn ems(thousandths: i32) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let thousandths = thousandths.unsigned_abs();
    format!("{sign}{}.{:03}em", thousandths / 1000, thousandths % 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identifier(text: &str) -> Box<Math> {
        Box::new(Math::Identifier { text: text.to_owned() })
    }

    #[test]
    fn pieces_become_elements_and_text_is_escaped() {
        let limits = Math::Limits { base: identifier("max"), lower: Some(identifier("i")), upper: None };
        let root = Math::Root { degree: None, content: identifier("x") };
        let fenced = Math::Fenced { open: "(".to_owned(), content: identifier("y"), close: String::new() };
        let table = Math::Table { rows: vec![vec![Math::Space { width: -167 }]] };
        let relation = Math::Operator { text: "<".to_owned() };
        let math = Math::Row { content: vec![limits, relation, root, fenced, table] };
        assert_eq!(
            html(&math, true, "a < \"b\""),
            "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\" alttext=\"a &lt; &quot;b&quot;\"><mrow>\
             <munder><mi>max</mi><mi>i</mi></munder><mo>&lt;</mo><msqrt><mi>x</mi></msqrt>\
             <mrow><mo fence=\"true\" stretchy=\"true\">(</mo><mi>y</mi></mrow>\
             <mtable><mtr><mtd><mspace width=\"-0.167em\"></mspace></mtd></mtr></mtable></mrow></math>"
        );
    }

    #[test]
    fn names_have_the_prefix_of_the_document() {
        let mut xml = Xml::fragment();
        let script = Math::Script { base: identifier("x"), lower: Some(identifier("i")), upper: Some(identifier("n")) };
        write(&mut xml, &script, &Form { prefix: "mml:", id: "mml_1", display: false, alternative: "" });
        let text = String::from_utf8(xml.finish()).unwrap();
        assert_eq!(
            text,
            "<mml:math id=\"mml_1\" display=\"inline\"><mml:msubsup><mml:mi>x</mml:mi><mml:mi>i</mml:mi><mml:mi>n</mml:mi>\
             </mml:msubsup></mml:math>"
        );
    }
}
