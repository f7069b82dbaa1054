//! From a JSON line, or rows of facts, to a report; what cannot be used is named with its place.

use crime::{Incident, Subject, outcome::RecordedCrime};
use rulebook::Rule;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::{
    rules::{consistent_report, readable_report},
    schema,
};

/// Something in a report that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The rule that objects.
    pub rule: &'static Rule,
    /// The fact, by its path from the report: `acts[0].what.violence.injury`.
    pub fact: String,
    /// What was read there.
    pub read: String,
    /// What is wrong, in one sentence without a full stop.
    pub sentence: String,
    /// The row of facts, counted from 0, if it came as one.
    pub row: Option<usize>,
}

impl Fault {
    pub(crate) fn new(
        rule: &'static Rule,
        of: Subject,
        fact: &str,
        read: impl Into<String>,
        sentence: impl Into<String>,
    ) -> Self {
        Self { rule, fact: path(of, fact), read: read.into(), sentence: sentence.into(), row: None }
    }

    pub(crate) fn unreadable(fact: String, read: &str, sentence: impl Into<String>) -> Self {
        let shown: String = read.chars().take(80).collect();
        Self { rule: &readable_report::RULE, fact, read: shown, sentence: sentence.into(), row: None }
    }

    pub(crate) fn at(self, row: usize) -> Self {
        Self { row: Some(row), ..self }
    }
}

/// A fact by its path from the report.
#[must_use]
pub fn path(of: Subject, fact: &str) -> String {
    match of {
        Subject::Report => fact.to_owned(),
        Subject::Victim(at) => format!("victims[{at}].{fact}"),
        Subject::Offender(at) => format!("offenders[{at}].{fact}"),
        Subject::Act(at) => format!("acts[{at}].{fact}"),
        Subject::Earlier(at) => format!("earlier[{at}].{fact}"),
    }
}

/// A report from one line of JSON.
///
/// ```
/// let report = counting_rules::from_json(r#"{ "id": "R1", "received": "2026-05-01T14:30:00" }"#).unwrap();
/// assert_eq!(report.id, "R1");
/// let faults = counting_rules::from_json(r#"{ "id": "R1", "setting": "moon" }"#).unwrap_err();
/// assert_eq!(faults[0].fact, "setting");
/// ```
///
/// # Errors
///
/// Every [`Fault`] that makes it unusable: the first that cannot be read, or all contradictions.
pub fn from_json(line: &str) -> Result<Incident, Vec<Fault>> {
    // A list would be read as the fields of a report in their order.
    if !line.trim_start().starts_with('{') {
        return Err(vec![Fault::unreadable(String::new(), line, "a report is a JSON object")]);
    }
    let incident: Incident = match serde_json::from_str(line) {
        Ok(incident) => incident,
        // Read again, slowly, to say where.
        Err(_) => return Err(vec![located::<Incident>(line)]),
    };
    consistent(incident)
}

fn consistent(incident: Incident) -> Result<Incident, Vec<Fault>> {
    let faults = consistent_report::check(&incident);
    if faults.is_empty() { Ok(incident) } else { Err(faults) }
}

/// A recorded crime, to which an outcome is to be given, from one line of JSON.
///
/// ```
/// let crime = counting_rules::crime_from_json(r#"{ "id": "C1", "class": "8N", "disposal": "charge" }"#).unwrap();
/// assert_eq!(crime.id, "C1");
/// assert_eq!(counting_rules::crime_from_json(r#"{ "disposal": "fine" }"#).unwrap_err().fact, "disposal");
/// ```
///
/// # Errors
///
/// The first [`Fault`] that makes it unusable.
pub fn crime_from_json(line: &str) -> Result<RecordedCrime, Fault> {
    // A list would be read as the fields of a crime in their order.
    if !line.trim_start().starts_with('{') {
        return Err(Fault::unreadable(String::new(), line, "a recorded crime is a JSON object"));
    }
    serde_json::from_str(line).map_err(|_| located::<RecordedCrime>(line))
}

fn located<T: DeserializeOwned>(line: &str) -> Fault {
    let mut deserializer = serde_json::Deserializer::from_str(line);
    match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
        Err(error) => {
            let path = error.path().to_string();
            let sentence = plain(&error.inner().to_string(), &path);
            Fault::unreadable(if path == "." || path == "?" { String::new() } else { path }, line, sentence)
        }
        // The object ends and something follows it.
        Ok(_) => Fault::unreadable(String::new(), line, "more follows after the end of the object"),
    }
}

/// What serde says, without the place, which stands beside it, and without the list of all fields, which the schema has.
fn plain(message: &str, path: &str) -> String {
    let message = message.split(" at line ").next().unwrap_or(message);
    if let Some(read) = message.strip_suffix("Matching variant not found") {
        return match words(path) {
            Some(words) => format!("{read}none of the words that this fact may have: {}", words.join(", ")),
            None => format!("{read}none of the words that this fact may have, which the schema lists"),
        };
    }
    match message.find(", expected one of ") {
        Some(at) if message.starts_with("unknown") => message.get(..at).unwrap_or(message).to_owned(),
        Some(_) | None => message.to_owned(),
    }
}

/// The words of a fact of a report, by its path: `acts[0].what.violence.injury`.
fn words(path: &str) -> Option<Vec<String>> {
    let of_list =
        [("victims[", "victim"), ("offenders[", "offender"), ("acts[", "act"), ("earlier[", "earlier")]
            .into_iter()
            .find(|(list, _)| path.starts_with(list));
    let (about, fact) = match of_list {
        Some((_, about)) => (about, path.split_once("].")?.1),
        None => ("report", path),
    };
    schema::question(about, fact).map(|question| question.words).filter(|words| !words.is_empty())
}

/// One fact of a report as a row: `act a1`, `what.violence.injury`, `serious`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactRow {
    /// The thing it is a fact of: `report`, `victim v1`, `offender o1`, `act a1`, `earlier C9`.
    pub about: String,
    /// The fact, by its path below that thing.
    pub fact: String,
    /// Its value, in the words of the schema; several, as of `against`, apart by `;`.
    pub value: String,
}

/// A report from rows of facts, all of one report. An empty value is not supplied.
///
/// ```
/// use counting_rules::{FactRow, from_rows};
/// let row = |about: &str, fact: &str, value: &str| FactRow { about: about.into(), fact: fact.into(), value: value.into() };
/// let rows = [row("victim v1", "age", "40"), row("act a1", "against", "v1"), row("act a1", "what.violence.injury", "none")];
/// let report = from_rows("R1", &rows).unwrap();
/// assert_eq!(report.acts[0].against, ["v1"]);
/// ```
///
/// # Errors
///
/// Every [`Fault`], each with its row if it lies in one.
pub fn from_rows(id: &str, rows: &[FactRow]) -> Result<Incident, Vec<Fault>> {
    from_object(object(id, rows)?)
}

/// A report as a JSON object, from rows of facts.
pub(crate) fn object(id: &str, rows: &[FactRow]) -> Result<Map<String, Value>, Vec<Fault>> {
    let mut report = Map::new();
    report.insert("id".to_owned(), id.into());
    let mut faults = Vec::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.value.trim().is_empty()) {
        if let Err(fault) = add(&mut report, row) {
            faults.push(fault.at(at));
        }
    }
    if faults.is_empty() { Ok(report) } else { Err(faults) }
}

/// A report from a JSON object.
pub(crate) fn from_object(report: Map<String, Value>) -> Result<Incident, Vec<Fault>> {
    match serde_path_to_error::deserialize::<_, Incident>(Value::Object(report)) {
        Ok(incident) => consistent(incident),
        Err(error) => {
            let path = error.path().to_string();
            let sentence = plain(&error.inner().to_string(), &path);
            Err(vec![Fault::unreadable(path, "", sentence)])
        }
    }
}

/// A line of JSON as an object.
pub(crate) fn json_object(line: &str) -> Result<Map<String, Value>, Vec<Fault>> {
    serde_json::from_str(line).map_err(|_| vec![located::<Incident>(line)])
}

/// Adds a row to a report that is a JSON object. A fact that stands already stays, if it is the same.
pub(crate) fn add(report: &mut Map<String, Value>, row: &FactRow) -> Result<(), Fault> {
    let fault =
        |sentence: String| Fault::unreadable(format!("{} {}", row.about, row.fact), &row.value, sentence);
    let value = typed(row).map_err(fault)?;
    let (list, id) = thing(&row.about).ok_or_else(|| {
        fault("expected `report`, or `victim`, `offender`, `act` or `earlier` and a name".to_owned())
    })?;
    let target = match list {
        None => Some(report),
        Some(list) => entry(report, list, id),
    };
    match target {
        Some(target) => put(target, &steps(&row.fact), value).map_err(fault),
        None => Err(fault("does not fit what stands before it".to_owned())),
    }
}

/// The steps of a path.
pub(crate) fn steps(fact: &str) -> Vec<&str> {
    fact.trim().split('.').collect()
}

/// The list and the name that `act a1` means; no list for the report itself.
pub(crate) fn thing(about: &str) -> Option<(Option<&'static str>, &str)> {
    let about = about.trim();
    if about == "report" {
        return Some((None, ""));
    }
    let (kind, id) = about.split_once(' ')?;
    let list = match kind {
        "victim" => "victims",
        "offender" => "offenders",
        "act" => "acts",
        "earlier" => "earlier",
        _ => return None,
    };
    Some((Some(list), id.trim()))
}

/// The entry of a list by its name; a new one, if it is not there yet.
fn entry<'a>(report: &'a mut Map<String, Value>, list: &str, id: &str) -> Option<&'a mut Map<String, Value>> {
    let entries = report.entry(list).or_insert_with(|| Value::Array(Vec::new())).as_array_mut()?;
    let at = entries.iter().position(|entry| entry.get("id").and_then(Value::as_str) == Some(id));
    let at = at.unwrap_or_else(|| {
        entries.push(serde_json::json!({ "id": id }));
        entries.len() - 1
    });
    entries.get_mut(at)?.as_object_mut()
}

/// Puts a value at a path, unless another stands there.
fn put(target: &mut Map<String, Value>, steps: &[&str], value: Value) -> Result<(), String> {
    let [step, rest @ ..] = steps else { return Err("a fact has a name".to_owned()) };
    if *step == "what"
        && let (Some(kind), Some(Value::Object(what))) = (rest.first(), target.get("what"))
        && !what.is_empty()
        && !what.contains_key(*kind)
    {
        let other = what.keys().next().map_or("", String::as_str);
        return Err(format!("the act is `{other}` already, and is of one kind"));
    }
    if rest.is_empty() {
        return match target.get(*step) {
            None => {
                target.insert((*step).to_owned(), value);
                Ok(())
            }
            Some(other) if *other == value => Ok(()),
            // The kind of an act whose facts stand already.
            Some(Value::Object(other))
                if value.as_object().is_some_and(|kind| kind.keys().eq(other.keys())) =>
            {
                Ok(())
            }
            Some(other) => Err(format!("said otherwise before: {other}")),
        };
    }
    match target.entry(*step).or_insert_with(|| Value::Object(Map::new())) {
        Value::Object(inner) => put(inner, rest, value),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            Err("does not fit what stands before it".to_owned())
        }
    }
}

/// The value of a row as the schema has it: a word, or a list of words; the kind of an act as an object of that kind.
fn typed(row: &FactRow) -> Result<Value, String> {
    let text = row.value.trim();
    let steps = steps(&row.fact);
    if steps == ["id"] {
        return Err(
            "the name of a thing stands in the column `about`, that of the report in `incident`".to_owned()
        );
    }
    let mut tries = vec![Value::from(text)];
    if steps == ["what"] {
        tries.push(serde_json::json!({ text: {} }));
    }
    tries.push(text.split(';').map(str::trim).filter(|word| !word.is_empty()).collect());
    let mut first = None;
    for value in tries {
        match fits(row, &steps, &value) {
            Ok(()) => return Ok(value),
            Err(message) => first.get_or_insert(message),
        };
    }
    Err(first.unwrap_or_default())
}

/// Whether a value can be read at its place, in a report that has nothing else.
fn fits(row: &FactRow, steps: &[&str], value: &Value) -> Result<(), String> {
    let mut report = Map::new();
    let target = match thing(&row.about) {
        None => {
            return Err(
                "expected `report`, or `victim`, `offender`, `act` or `earlier` and a name".to_owned()
            );
        }
        Some((None, _)) => Some(&mut report),
        Some((Some(list), id)) => entry(&mut report, list, id),
    };
    if let Some(target) = target {
        put(target, steps, value.clone())?;
    }
    serde_path_to_error::deserialize::<_, Incident>(Value::Object(report))
        .map(|_| ())
        .map_err(|error| plain(&error.inner().to_string(), &error.path().to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(about: &str, fact: &str, value: &str) -> FactRow {
        FactRow { about: about.into(), fact: fact.into(), value: value.into() }
    }

    fn fault(rows: &[FactRow]) -> String {
        let faults = from_rows("R1", rows).unwrap_err();
        faults
            .iter()
            .map(|fault| format!("{:?} {}: {}", fault.row, fault.fact, fault.sentence))
            .collect::<Vec<_>>()
            .join("; ")
    }

    #[test]
    fn rows_and_json_give_the_same_report() {
        let rows = [
            row("report", "received", "2026-05-01T14:30:00"),
            row("report", "reporter.who", "victim"),
            row("victim v1", "age", "40"),
            row("victim v1", "confirms", "yes"),
            row("victim v2", "unit", ""),
            row("victim v2", "confirms", "not known"),
            row("act a1", "what", "violence"),
            row("act a1", "what.violence.injury", "less-than-serious"),
            row("act a1", "against", "v1; v2"),
        ];
        let json = r#"{
            "id": "R1", "received": "2026-05-01T14:30:00", "reporter": { "who": "victim" },
            "victims": [{ "id": "v1", "age": 40, "confirms": true }, { "id": "v2", "confirms": "not known" }],
            "acts": [{ "id": "a1", "what": { "violence": { "injury": "less-than-serious" } }, "against": ["v1", "v2"] }]
        }"#;
        assert_eq!(from_rows("R1", &rows).unwrap(), from_json(json).unwrap());
    }

    #[test]
    fn every_bad_row_is_named() {
        let rows = [
            row("act a1", "what.violence.injury", "grave"),
            row("victim v1", "age", "-3"),
            row("victim v1", "colour", "blue"),
            row("thing t1", "age", "3"),
            row("report", "setting", "school-in-hours"),
        ];
        let said = fault(&rows);
        for expected in [
            "Some(0) act a1 what.violence.injury: `grave`",
            "Some(1) victim v1 age",
            "Some(2) victim v1 colour: unknown field `colour`",
            "Some(3) thing t1 age: expected `report`",
        ] {
            assert!(said.contains(expected), "{said}");
        }
        assert!(!said.contains("Some(4)"), "{said}");
    }

    #[test]
    fn an_act_is_of_one_kind_and_a_fact_has_one_value() {
        let kinds =
            [row("act a1", "what.violence.injury", "none"), row("act a1", "what.given.subcode", "033/00")];
        assert!(fault(&kinds).contains("the act is `violence` already"), "{}", fault(&kinds));
        let values = [row("victim v1", "age", "40"), row("victim v1", "age", "41")];
        assert!(fault(&values).contains("said otherwise before: \"40\""), "{}", fault(&values));
        assert!(from_rows("R1", &[row("victim v1", "age", "40"), row("victim v1", "age", "40")]).is_ok());
    }

    #[test]
    fn what_follows_the_end_of_a_report_is_named() {
        let faults = from_json(r#"{ "id": "R1" } { "id": "R2" }"#).unwrap_err();
        assert!(
            faults[0].sentence.starts_with("trailing characters")
                || faults[0].sentence.starts_with("more follows"),
            "{faults:?}"
        );
    }
}
