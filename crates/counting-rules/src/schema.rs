//! The JSON Schema of what goes in and comes out, and the question that belongs to each fact.

use std::sync::LazyLock;

use crime::{Decision, Incident, outcome::RecordedCrime};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::Value;

use crate::Rulings;

/// The version of the layouts. It changes when a report that could be read before no longer can, or reads otherwise.
pub const VERSION: u32 = 1;

/// The JSON Schema of a report.
#[must_use]
pub fn incident() -> &'static Value {
    static SCHEMA: LazyLock<Value> = LazyLock::new(|| schema::<Incident>("incident"));
    &SCHEMA
}

/// The JSON Schema of a decision.
#[must_use]
pub fn decision() -> &'static Value {
    static SCHEMA: LazyLock<Value> = LazyLock::new(|| schema::<Decision>("decision"));
    &SCHEMA
}

/// The JSON Schema of a register of rulings.
#[must_use]
pub fn rulings() -> &'static Value {
    static SCHEMA: LazyLock<Value> = LazyLock::new(|| schema::<Rulings>("rulings"));
    &SCHEMA
}

/// The JSON Schema of a recorded crime, to which an outcome is to be given.
#[must_use]
pub fn recorded_crime() -> &'static Value {
    static SCHEMA: LazyLock<Value> = LazyLock::new(|| schema::<RecordedCrime>("recorded-crime"));
    &SCHEMA
}

fn schema<T: JsonSchema>(name: &str) -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value();
    if let Some(root) = schema.as_object_mut() {
        root.insert("$id".to_owned(), format!("urn:registrar:{name}:{VERSION}").into());
    }
    schema
}

/// What is asked of a reviewer about a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub text: String,
    /// The words that answer it; none, if it is answered by a number, a day, a name or another text.
    pub words: Vec<String>,
}

/// The question that belongs to a fact of a thing: of `act a1` or just `act`, `what.violence.injury`.
///
/// ```
/// let question = counting_rules::schema::question("act a1", "what.violence.injury").unwrap();
/// assert_eq!(question.text, "What injury was there?");
/// assert_eq!(question.words, ["none", "mental", "less-than-serious", "serious", "not known"]);
/// ```
#[must_use]
pub fn question(about: &str, fact: &str) -> Option<Question> {
    let root = incident();
    let list = match about.split_whitespace().next()? {
        "report" => None,
        "victim" => Some("victims"),
        "offender" => Some("offenders"),
        "act" => Some("acts"),
        "earlier" => Some("earlier"),
        _ => return None,
    };
    let mut at = root;
    if let Some(list) = list {
        at = resolved(root, property(root, at, list)?.get("items")?);
    }
    let mut last = at;
    for step in fact.split('.') {
        last = property(root, at, step)?;
        at = resolved(root, last);
    }
    let text = last.get("description").or(at.get("description"))?.as_str()?;
    let mut words = Vec::new();
    collect(root, last, &mut words);
    Some(Question { text: text.split_whitespace().collect::<Vec<_>>().join(" "), words })
}

/// Every fact of a report with its question: the kind of thing (`report`, `act`), the path below it, the question.
#[must_use]
pub fn questions() -> Vec<(&'static str, String, Question)> {
    let root = incident();
    let mut all = Vec::new();
    for kind in ["report", "victim", "offender", "act", "earlier"] {
        let list = match kind {
            "report" => None,
            "victim" => Some("victims"),
            "offender" => Some("offenders"),
            "act" => Some("acts"),
            _ => Some("earlier"),
        };
        let thing = match list {
            None => Some(root),
            Some(list) => property(root, root, list)
                .and_then(|list| list.get("items"))
                .map(|items| resolved(root, items)),
        };
        if let Some(thing) = thing {
            walk(root, kind, thing, "", &mut all);
        }
    }
    all
}

fn walk(
    root: &Value,
    kind: &'static str,
    schema: &Value,
    at: &str,
    all: &mut Vec<(&'static str, String, Question)>,
) {
    let mut below: Vec<(&String, &Value)> =
        schema.get("properties").and_then(Value::as_object).into_iter().flatten().collect();
    for key in ["oneOf", "anyOf"] {
        for choice in schema.get(key).and_then(Value::as_array).into_iter().flatten() {
            below.extend(
                resolved(root, choice).get("properties").and_then(Value::as_object).into_iter().flatten(),
            );
        }
    }
    for (name, property) in below {
        let path = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
        if path == "id" || property.get("items").is_some_and(|items| items.get("$ref").is_some()) {
            continue;
        }
        let inner = resolved(root, property);
        if inner.get("properties").is_some() || name == "what" {
            walk(root, kind, inner, &path, all);
        } else if let Some(question) = question(kind, &path) {
            all.push((kind, path, question));
        }
    }
}

/// The schema that a reference leads to.
fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let Some(reference) = schema.get("$ref").and_then(Value::as_str) else { return schema };
    reference.strip_prefix('#').and_then(|pointer| root.pointer(pointer)).unwrap_or(schema)
}

/// A property of an object, or of one of the objects that it may be.
fn property<'a>(root: &'a Value, schema: &'a Value, name: &str) -> Option<&'a Value> {
    if let Some(property) = schema.get("properties").and_then(|properties| properties.get(name)) {
        return Some(property);
    }
    let choices = ["oneOf", "anyOf"].iter().find_map(|key| schema.get(*key)?.as_array())?;
    choices.iter().find_map(|choice| property(root, resolved(root, choice), name))
}

/// The words of a closed list, without those that stand for nothing.
fn collect(root: &Value, schema: &Value, words: &mut Vec<String>) {
    let schema = resolved(root, schema);
    if let Some(word) = schema.get("const").and_then(Value::as_str) {
        words.push(word.to_owned());
    }
    for word in schema.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
        words.push(word.to_owned());
    }
    for key in ["anyOf", "oneOf"] {
        for choice in schema.get(key).and_then(Value::as_array).into_iter().flatten() {
            collect(root, choice, words);
        }
    }
    // A number, day or name that may also be not known is no closed list.
    if words == &["not known"] {
        words.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_of_every_kind_have_their_question() {
        for (about, fact) in [
            ("report", "reporter.who"),
            ("report", "setting"),
            ("victim v1", "age"),
            ("offender o1", "people"),
            ("act a1", "contrary_evidence"),
            ("earlier C1", "noticed"),
            ("act a1", "what"),
        ] {
            let question = question(about, fact);
            assert!(
                question.as_ref().is_some_and(|question| question.text.ends_with(['?', ')'])),
                "{about} {fact}: {question:?}"
            );
        }
        assert_eq!(question("victim v1", "age").unwrap().words, Vec::<String>::new());
        assert_eq!(question("act a1", "contrary_evidence").unwrap().words, ["yes", "no", "not known"]);
        assert_eq!(question("act a1", "colour"), None);
    }

    #[test]
    fn the_schema_names_its_version() {
        for (schema, name) in [(incident(), "incident"), (decision(), "decision"), (rulings(), "rulings")] {
            assert_eq!(schema["$id"], format!("urn:registrar:{name}:{VERSION}"));
        }
    }
}
