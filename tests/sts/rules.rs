//! What publishers' checkers ask of a file beyond the schema, each rule in our own words with where it comes from: CCMC's Schematron by the
//! identifiers of its assertions, sts4i's NISOSTS_lib, or both. Beside each stands a piece that breaks it.

use std::collections::BTreeSet;

use crate::xml::Node;

/// A rule.
pub(crate) struct Rule {
    /// Where it comes from.
    pub(crate) source: &'static str,
    /// What it asks.
    pub(crate) says: &'static str,
    /// Whether an element, inside these, breaks it.
    pub(crate) broken: fn(&Node, &[&Node]) -> bool,
    /// What breaks it.
    pub(crate) bad: &'static str,
}

macro_rules! rules {
    ($($source:literal, $says:literal, $broken:expr, $bad:literal;)*) => {
        /// Every rule.
        pub(crate) const RULES: &[Rule] = &[$(Rule { source: $source, says: $says, broken: $broken, bad: $bad },)*];
    };
}

rules! {
    "NISOSTS_lib", "metadata stand in std-meta", |node, _| matches!(&*node.name, "reg-meta" | "iso-meta" | "nat-meta"), "<front><reg-meta/></front>";
    "CCMC META_1", "metadata say who may do what", |node, _| is(node, "std-meta") && !node.has("permissions"), "<std-meta/>";
    "CCMC META_2", "there is a title in the language of the content",
        |node, _| is(node, "std-meta") && node.named("content-language").any(|it| !node.named("title-wrap").any(|title| title.attribute("xml:lang") == it.text())),
        "<std-meta><title-wrap xml:lang='fr'/><content-language>en</content-language></std-meta>";
    "NISOSTS_lib", "there is one language of the content", |node, _| is(node, "std-meta") && node.named("content-language").count() != 1, "<std-meta/>";
    "NISOSTS_lib", "a date of release says one", |node, _| is(node, "release-date") && node.text().trim().is_empty(), "<release-date/>";
    "NISOSTS_lib", "metadata have no footnotes", |node, around| is(node, "fn") && inside(around, "std-meta"), "<std-meta><fn id='fn_1'/></std-meta>";
    "CCMC FRONT_2", "there is one foreword at most", |node, _| is(node, "front") && of_type(node, "foreword") > 1, "<front><sec sec-type='foreword'/><sec sec-type='foreword'/></front>";
    "CCMC FRONT_3", "there is one introduction at most", |node, _| is(node, "front") && of_type(node, "intro") > 1, "<front><sec sec-type='intro'/><sec sec-type='intro'/></front>";
    "CCMC FRONT_5", "sections in front are of the types that stand there",
        |node, around| is(node, "sec") && inside(around, "front") && !matches!(node.attribute("sec-type"), "" | "intro" | "foreword" | "abstract"), "<front><sec sec-type='scope'/></front>";
    "CCMC BODY_1", "one section is the scope", |node, _| is(node, "body") && of_type(node, "scope") != 1, "<body><sec/></body>";
    "CCMC BODY_2", "one section at most has the normative references", |node, _| is(node, "body") && of_type(node, "norm-refs") > 1, "<body><sec sec-type='norm-refs'><sec sec-type='norm-refs'/></sec></body>";
    "CCMC BACK_1", "there is one bibliography at most", |node, _| is(node, "back") && node.named("ref-list").count() > 1, "<back><ref-list content-type='bibl'/><ref-list content-type='bibl'/></back>";
    "CCMC SEC_1", "every section has an identity", |node, _| matches!(&*node.name, "sec" | "term-sec") && node.attribute("id").is_empty(), "<sec/>";
    "CCMC SEC_2", "the types of sections are those that are known",
        |node, _| matches!(&*node.name, "sec" | "term-sec") && !matches!(node.attribute("sec-type"), "" | "intro" | "foreword" | "abstract" | "scope" | "norm-refs" | "terms"), "<sec id='sec_1' sec-type='annex'/>";
    "CCMC SEC_3", "normative references stand in no ordinary list", |node, around| is(node, "std") && inside(around, "list") && around.iter().any(|it| it.attribute("sec-type") == "norm-refs"), "<sec sec-type='norm-refs'><list><std/></list></sec>";
    "CCMC SEC_4", "a standard among the normative references has a title", |node, around| is(node, "std") && around.iter().any(|it| it.attribute("sec-type") == "norm-refs") && !node.has("title"), "<sec sec-type='norm-refs'><ref><std/></ref></sec>";
    "CCMC SEC_5", "the identity of an annex begins with sec_", |node, _| is(node, "app") && !follows(node, "sec_", "._"), "<app id='anx-A'/>";
    "CCMC SEC_5", "the identity of a numbered section is sec_ and its number", |node, _| is(node, "sec") && node.named("label").any(|label| format!("sec_{}", label.text()) != node.attribute("id")), "<sec id='sec_2'><label>1</label></sec>";
    "CCMC SEC_6", "an annex has a label", |node, _| is(node, "app") && node.named("label").count() != 1, "<app/>";
    "CCMC SEC_7", "an annex has a title", |node, _| is(node, "app") && node.named("title").count() != 1, "<app/>";
    "NISOSTS_lib", "an annex says what it is", |node, _| is(node, "app") && !node.has("annex-type"), "<app/>";
    "NISOSTS_lib", "the type of an annex is one that the databases know", |node, _| is(node, "app") && !matches!(node.attribute("content-type"), "norm-annex" | "inform-annex" | "bibl"), "<app content-type='informative'/>";
    "CCMC FN_1, FN_2", "the identity of a footnote is fn_ and a number", |node, around| is(node, "fn") && !inside(around, "table-wrap") && !follows(node, "fn_", ""), "<p><fn id='foot'/></p>";
    "CCMC FN_3", "the identity of a footnote of a table begins with table-fn_", |node, around| is(node, "fn") && inside(around, "table-wrap") && !follows(node, "table-fn_", "."), "<table-wrap><fn id='fn_1'/></table-wrap>";
    "CCMC NOTE_1", "notes and examples have a label", |node, _| is_note(node) && !node.has("label"), "<non-normative-note/>";
    "CCMC NOTE_2", "notes are warnings or nothing special", |node, _| is_note(node) && !matches!(node.attribute("content-type"), "" | "warning" | "important" | "caution" | "danger"), "<non-normative-note content-type='editor'><label>NOTE</label></non-normative-note>";
    "CCMC TAB_1", "the identity of a numbered table begins with tab_", |node, _| is(node, "table-wrap") && node.has("label") && !follows(node, "tab_", ".-_"), "<table-wrap id='t1'><label>Table 1</label></table-wrap>";
    "CCMC TAB_2, TAB_3", "cells span at least one row or column", |node, _| matches!(&*node.name, "td" | "th") && ["colspan", "rowspan"].iter().any(|it| node.attribute(it).parse::<u32>().map_or(!node.attribute(it).is_empty(), |span| span == 0)), "<td colspan='0'/>";
    "CCMC TAB_5", "each row has as many cells as the others", |node, _| is(node, "table") && widths(node).len() > 1, "<table><thead><tr><th/></tr></thead><tbody><tr><td/><td/></tr></tbody></table>";
    "CCMC FOR_1", "the identity of a numbered formula begins with formula_", |node, _| is(node, "disp-formula") && node.has("label") && !follows(node, "formula_", ".-_"), "<disp-formula id='f1'><label>(1)</label></disp-formula>";
    "CCMC FOR_2", "a formula without a number has no identity", |node, _| is(node, "disp-formula") && node.has("label") == node.attribute("id").is_empty(), "<disp-formula><label>(1)</label></disp-formula>";
    "CCMC MML_1", "the identity of MathML begins with mml_", |node, _| is(node, "mml:math") && !follows(node, "mml_", ".-_"), "<mml:math/>";
    "CCMC FIG_1", "the identity of a figure begins with fig_", |node, _| is(node, "fig") && !follows(node, "fig_", ".-_"), "<fig id='f1'><label>Figure 1</label></fig>";
    "CCMC FIG_2", "a figure has a label", |node, _| is(node, "fig") && !node.has("label"), "<fig id='fig_1'/>";
    "CCMC FIG_3", "a figure has a title", |node, _| is(node, "fig") && !node.named("caption").any(|it| it.has("title")), "<fig id='fig_1'/>";
    "CCMC FIG_4", "a figure has a picture", |node, _| is(node, "fig") && !node.has("graphic"), "<fig id='fig_1'/>";
    "CCMC GRP_1", "the name of a picture begins with the identity of its figure", |node, around| is(node, "graphic") && around.last().is_some_and(|it| is(it, "fig") && !node.attribute("xlink:href").starts_with(it.attribute("id"))), "<fig id='fig_1'><graphic xlink:href='a.svg'/></fig>";
    "CCMC GRP_2", "a picture is not referred to as PNG", |node, _| is(node, "graphic") && node.attribute("xlink:href").to_lowercase().ends_with(".png"), "<fig id='fig_1'><graphic xlink:href='fig_1.png'/></fig>";
    "CCMC TBX_1", "the identity of an entry begins with term_", |node, _| is(node, "tbx:termEntry") && !follows(node, "term_", "."), "<tbx:termEntry id='t'/>";
    "CCMC TBX_3", "an entry has one preferred term", |node, _| is(node, "tbx:langSet") && preferred(node) != 1, "<tbx:langSet/>";
    "CCMC XREF_1, XREF_2", "a cross-reference says what it leads to", |node, _| is(node, "xref") && (node.attribute("rid").is_empty() || node.attribute("ref-type").is_empty()), "<xref rid='a'>1</xref>";
    "CCMC XREF_3", "a cross-reference has words", |node, _| is(node, "xref") && node.text().trim().is_empty(), "<xref ref-type='sec' rid='a'/>";
    "CCMC SREF_1", "an entry of references names one standard", |node, _| is(node, "ref") && node.named("std").count() > 1, "<ref><std/><std/></ref>";
    "CCMC LBL_1", "a label does not end in punctuation", |node, around| is(node, "label") && around.last().is_some_and(|it| matches!(&*it.name, "sec" | "fig" | "table-wrap" | "app" | "term-sec")) && node.text().ends_with([' ', '-', '\u{2014}', '.', ':']), "<fig id='fig_1'><label>Figure 1:</label></fig>";
    "CCMC LST_1", "a list has a type", |node, _| is(node, "list") && node.attribute("list-type").is_empty(), "<list/>";
    "CCMC LST_2", "a list stands outside of paragraphs", |node, around| is(node, "list") && around.last().is_some_and(|it| is(it, "p")) && !inside(around, "fn"), "<p><list list-type='bullet'/></p>";
    "CCMC LST_3", "the items of a list with bullets have them", |node, around| is(node, "list-item") && in_list(around, "bullet") && !node.named("label").any(|it| matches!(&*it.text(), "\u{2014}" | "\u{2013}" | "-" | "\u{2022}")), "<list list-type='bullet'><list-item/></list>";
    "CCMC LST_4", "the items of a simple list have no label", |node, around| is(node, "list-item") && in_list(around, "simple") && node.has("label"), "<list list-type='simple'><list-item><label>1</label></list-item></list>";
    "CCMC BIB_1", "a list of references in the back is the bibliography", |node, around| is(node, "ref-list") && around.last().is_some_and(|it| is(it, "back")) && node.attribute("content-type") != "bibl", "<back><ref-list content-type='other'/></back>";
    "CCMC BIB_2", "the bibliography stands in the back", |node, around| node.attribute("content-type") == "bibl" && is(node, "ref-list") && !around.last().is_some_and(|it| is(it, "back")), "<sec><ref-list content-type='bibl' id='sec_bibl'/></sec>";
    "CCMC BIB_3", "the bibliography has an identity", |node, _| is(node, "ref-list") && node.attribute("content-type") == "bibl" && node.attribute("id").is_empty(), "<back><ref-list content-type='bibl'/></back>";
    "NISOSTS_lib", "identities stand once", |node, around| around.is_empty() && ids(node).1, "<sec id='a'><sec id='a'/></sec>";
    "NISOSTS_lib", "cross-references lead somewhere", |node, around| around.is_empty() && leads_nowhere(node), "<p><xref ref-type='sec' rid='sec_1'>1</xref></p>";
}

fn is(node: &Node, name: &str) -> bool {
    node.name == name
}

fn is_note(node: &Node) -> bool {
    matches!(&*node.name, "non-normative-note" | "non-normative-example")
}

fn inside(around: &[&Node], name: &str) -> bool {
    around.iter().any(|node| is(node, name))
}

fn in_list(around: &[&Node], sort: &str) -> bool {
    around.last().is_some_and(|node| is(node, "list") && node.attribute("list-type") == sort)
}

/// How many sections in it have this type.
fn of_type(node: &Node, sort: &str) -> usize {
    let mut count = 0;
    node.walk(&mut Vec::new(), &mut |node, _| {
        count += usize::from(is(node, "sec") && node.attribute("sec-type") == sort);
    });
    count
}

/// Whether its identity is the prefix, then letters, digits and these.
fn follows(node: &Node, prefix: &str, others: &str) -> bool {
    let rest = node.attribute("id").strip_prefix(prefix).unwrap_or("");
    !rest.is_empty() && rest.chars().all(|c| c.is_alphanumeric() || others.contains(c))
}

/// The numbers of cells that rows of a table have.
fn widths(table: &Node) -> BTreeSet<usize> {
    table.nodes().flat_map(|part| part.named("tr")).map(|row| row.nodes().count()).collect()
}

fn preferred(set: &Node) -> usize {
    let standing = set.named("tbx:tig").flat_map(|tig| tig.named("tbx:normativeAuthorization"));
    standing.filter(|it| it.attribute("value") == "preferredTerm").count()
}

/// The identities in it, and whether one stands twice.
fn ids(root: &Node) -> (BTreeSet<&str>, bool) {
    let (mut found, mut twice) = (BTreeSet::new(), false);
    root.walk(&mut Vec::new(), &mut |node, _| {
        twice |= node.attributes.get("id").is_some_and(|id| !found.insert(id.as_str()));
    });
    (found, twice)
}

fn leads_nowhere(root: &Node) -> bool {
    let ids = ids(root).0;
    let mut nowhere = false;
    root.walk(&mut Vec::new(), &mut |node, _| {
        let targets = [node.attributes.get("rid"), node.attributes.get("target")];
        nowhere |= targets.into_iter().flatten().any(|id| !ids.contains(id.as_str()));
    });
    nowhere
}
