//! One control: a requirement, threat, objective or essential requirement.

use serde_json::{Map, Value, json};

use crate::catalogue::{AssessmentFields, Control, Item, Parameter, uuid};
use crate::model::placeholders;

use super::text::{control_id, line, literal, markup, markup_line, token};
use super::{Index, insert, insert_some, own};

/// The name space of NIST's assessment methods.
const RMF: &str = "http://csrc.nist.gov/ns/rmf";

/// The relation type of a link, where a relation becomes one.
pub(super) fn link_relation(relation: &str) -> Option<&'static str> {
    Some(match relation {
        "serves" | "achieves" => "required",
        "counters" | "reduces" => "mitigates",
        "covers" | "cites" | "source" | "adopts" => "reference",
        "refines" | "requires" => "related",
        _ => return None,
    })
}

pub(super) fn control(item: &Item, index: &Index<'_>) -> Value {
    let id = control_id(&item.id);
    let requirement = item.requirement.as_ref();
    let mut control = Map::new();
    control.insert("id".to_owned(), json!(id));
    control.insert("class".to_owned(), json!(item.kind));
    control
        .insert("title".to_owned(), json!(markup_line(if item.title.is_empty() { &item.name } else { &item.title })));
    insert(
        &mut control,
        "params",
        requirement.map_or_else(Vec::new, |it| it.parameters.iter().map(|p| parameter(p, &id)).collect()),
    );
    insert(&mut control, "props", props(item));
    insert(&mut control, "links", links(item, index));
    insert(&mut control, "parts", parts(item, &id, index));
    Value::Object(control)
}

fn props(item: &Item) -> Vec<Value> {
    let mut props = vec![
        json!({ "name": "label", "value": line(item.number.as_ref().unwrap_or(&item.name)) }),
        json!({ "name": "sort-id", "value": token(item.number.as_ref().unwrap_or(&item.name)) }),
    ];
    props.push(own("norm-id", &item.id));
    props.push(own("content-hash", &item.hash));
    if let Some(Control { verb, level, when, .. }) = &item.requirement {
        props.extend(verb.iter().map(|verb| own("modality", verb)));
        props.extend(level.iter().map(|level| own("security-level", level)));
        props.extend(when.iter().map(|when| own("applicability", when)));
    }
    for name in ["official", "group", "applies", "on", "likelihood", "impact", "when"] {
        props.extend(item.properties.get(name).into_iter().flatten().map(|value| own(name, value)));
    }
    props
}

fn links(item: &Item, index: &Index<'_>) -> Vec<Value> {
    let mut links: Vec<Value> = Vec::new();
    for (relation, to) in index.relations.get(item.id.as_str()).into_iter().flatten() {
        let Some(rel) = link_relation(relation) else { continue };
        let href = if index.is_control(to) { format!("#{}", control_id(to)) } else { format!("#{}", uuid(to)) };
        let link = json!({ "href": href, "rel": rel, "text": format!("{relation} {to}") });
        if !links.contains(&link) {
            links.push(link);
        }
    }
    links
}

fn parameter(parameter: &Parameter, control: &str) -> Value {
    let mut param = Map::new();
    param.insert("id".to_owned(), json!(parameter_id(control, &parameter.name)));
    param.insert("props".to_owned(), json!([own("type", &parameter.kind)]));
    param.insert(
        "label".to_owned(),
        json!(markup_line(if parameter.label.is_empty() { &parameter.name } else { &parameter.label })),
    );
    if let Some(allowed) = &parameter.allowed {
        param.insert("constraints".to_owned(), json!([{ "description": markup(allowed) }]));
    }
    // A parameter has values or a selection, never both.
    if parameter.options.is_empty() {
        insert_some(&mut param, "values", parameter.default.as_ref().map(|default| json!([line(default)])));
    } else {
        let choices: Vec<_> = parameter
            .options
            .iter()
            .map(|it| markup_line(if it.label.is_empty() { &it.name } else { &it.label }))
            .collect();
        param.insert("select".to_owned(), json!({ "how-many": "one-or-more", "choice": choices }));
    }
    Value::Object(param)
}

fn parameter_id(control: &str, name: &str) -> String {
    format!("{control}_prm_{}", token(name).to_lowercase())
}

fn parts(item: &Item, id: &str, index: &Index<'_>) -> Vec<Value> {
    let mut parts = vec![json!({ "id": format!("{id}_smt"), "name": "statement", "prose": statement(item, id) })];
    let texts = |name: &str| item.properties.get(name).into_iter().flatten();
    for (name, part) in [("rationale", "guidance"), ("note", "guidance"), ("example", "example")] {
        for (at, text) in (1..).zip(texts(name)) {
            parts.push(json!({ "id": format!("{id}_{name}.{at}"), "name": part, "prose": markup(text) }));
        }
    }
    for assessment in index.assessments.get(item.id.as_str()).into_iter().flatten() {
        if let Some(fields) = &assessment.assessment {
            parts.extend(assessment_parts(assessment, fields, id));
        }
    }
    parts
}

fn statement(item: &Item, id: &str) -> String {
    if let Some(requirement) = &item.requirement {
        // What the requirement declares is inserted; what it takes over from a parent stands as its value.
        let own = |name: &str| requirement.parameters.iter().any(|parameter| parameter.name == name);
        let all_own = placeholders(&requirement.statement).iter().all(|(name, _)| own(name));
        return if all_own { with_inserts(&requirement.statement, id) } else { markup(&requirement.resolved) };
    }
    let first = |name: &str| item.properties.get(name).and_then(|texts| texts.first());
    markup(first("text").or_else(|| first("agent")).unwrap_or(&item.title))
}

fn with_inserts(statement: &str, id: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for (name, range) in placeholders(statement) {
        out.push_str(&literal(&statement[at..range.start - 1]));
        out.push_str(&format!("{{{{ insert: param, {} }}}}", parameter_id(id, name)));
        at = range.end + 1;
    }
    out.push_str(&literal(&statement[at..]));
    out.trim().to_owned()
}

fn assessment_parts(item: &Item, fields: &AssessmentFields, control: &str) -> Vec<Value> {
    let id = control_id(&item.id);
    let aspects = fields.aspects.iter().map(|aspect| own("aspect", aspect));
    let mut objective = Map::new();
    objective.insert("id".to_owned(), json!(format!("{control}_obj.{id}")));
    objective.insert("name".to_owned(), json!("assessment-objective"));
    objective.insert("title".to_owned(), json!(markup_line(&item.title)));
    insert(&mut objective, "props", std::iter::once(own("norm-id", &item.id)).chain(aspects).collect());
    objective.insert("prose".to_owned(), json!(markup(fields.objective.as_deref().unwrap_or(&item.title))));
    objective.insert("links".to_owned(), json!([{ "href": format!("#{control}_smt"), "rel": "assessment-for" }]));
    let mut parts = vec![Value::Object(objective)];
    for method in &fields.methods {
        // NIST knows three methods; analysis is an examination of design or code.
        let value = match method.as_str() {
            "interview" => "INTERVIEW",
            "test" => "TEST",
            _ => "EXAMINE",
        };
        parts.push(json!({
            "id": format!("{control}_asm.{id}.{method}"),
            "name": "assessment-method",
            "props": [{ "name": "method", "ns": RMF, "value": value }, own("method", method)],
            "parts": [{ "id": format!("{control}_asm.{id}.{method}.objects"), "name": "assessment-objects", "prose": markup(&steps(fields)) }],
        }));
    }
    parts
}

/// Preparation, activities, verdict and evidence as Markdown.
fn steps(fields: &AssessmentFields) -> String {
    let mut out = String::new();
    let mut field = |label: &str, text: &Option<String>| {
        if let Some(text) = text {
            out.push_str(&format!("**{label}:** {text}\n\n"));
        }
    };
    field("Preparation", &fields.preparation);
    let activities: String =
        (1..).zip(&fields.activities).map(|(at, step)| format!("{at}. {}\n", line(step))).collect();
    field("Activities", &(!activities.is_empty()).then(|| format!("\n\n{}", activities.trim_end())));
    field("Pass", &fields.pass);
    field("Fail", &fields.fail);
    field("Inconclusive", &fields.inconclusive);
    field("Evidence", &fields.evidence);
    out
}
