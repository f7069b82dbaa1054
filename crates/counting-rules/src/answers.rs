//! Facts that a reviewer supplied for reports that lacked them.

use std::collections::HashMap;

use crime::Incident;
use serde_json::{Map, Value};

use crate::{
    reading::{FactRow, Fault, add, from_object, json_object, object, steps, thing},
    schema,
};

/// The word that stands for every report, and in `act *` for every act.
const EVERY: &str = "*";

/// Answers to what could not be decided, by report. What is answered for the report `*` is declared for all: it is used where a report
/// does not say, and is no answer where a report says otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    by_report: HashMap<String, Vec<FactRow>>,
}

impl Answers {
    /// Answers in rows, each with the report it is about. Rows without a value are questions that nobody has answered.
    #[must_use]
    pub fn new(rows: impl IntoIterator<Item = (String, FactRow)>) -> Self {
        let mut by_report: HashMap<String, Vec<FactRow>> = HashMap::new();
        for (report, row) in rows {
            if !row.value.trim().is_empty() {
                by_report.entry(report).or_default().push(row);
            }
        }
        Self { by_report }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_report.is_empty()
    }

    /// What is declared for every report, as it is to be printed.
    #[must_use]
    pub fn declared(&self) -> Vec<String> {
        let rows = self.by_report.get(EVERY).into_iter().flatten();
        rows.map(|row| format!("{} {} = {}", row.about, row.fact, row.value)).collect()
    }

    /// The reports to which there are answers.
    pub fn reports(&self) -> impl Iterator<Item = &str> {
        self.by_report.keys().map(String::as_str).filter(|report| *report != EVERY)
    }

    /// What is declared for every report and cannot be: no such fact, a word that it does not have, or said in two ways.
    ///
    /// ```
    /// use counting_rules::{Answers, FactRow};
    /// let row = FactRow { about: "act *".into(), fact: "contrary_evidence".into(), value: "perhaps".into() };
    /// assert!(Answers::new([("*".to_owned(), row)]).undeclarable()[0].contains("`perhaps`"));
    /// ```
    #[must_use]
    pub fn undeclarable(&self) -> Vec<String> {
        let rows = self.by_report.get(EVERY).map_or(&[][..], Vec::as_slice);
        let mut faults = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let said = format!("declared for every report: {} {}", row.about, row.fact);
            let question = thing(&row.about).and_then(|_| schema::question(&row.about, &row.fact));
            match question {
                None => faults.push(format!("{said}: there is no such fact")),
                Some(question) => {
                    let closed = !question.words.is_empty();
                    if closed
                        && !question.words.iter().any(|word| word.eq_ignore_ascii_case(row.value.trim()))
                    {
                        faults.push(format!(
                            "{said}: `{}` is none of {}",
                            row.value,
                            question.words.join(", ")
                        ));
                    }
                }
            }
            if rows.iter().take(at).any(|other| {
                (&other.about, &other.fact) == (&row.about, &row.fact) && other.value != row.value
            }) {
                faults.push(format!("{said}: said in two ways"));
            }
        }
        faults
    }

    /// A report from a line of JSON, with the answers to it.
    ///
    /// ```
    /// use counting_rules::{Answers, FactRow};
    /// let row = FactRow { about: "act *".into(), fact: "contrary_evidence".into(), value: "no".into() };
    /// let answers = Answers::new([("*".to_owned(), row)]);
    /// let report = answers.json(r#"{ "id": "R1", "acts": [{ "id": "a1" }, { "id": "a2", "contrary_evidence": "yes" }] }"#).unwrap();
    /// assert_eq!(report.acts[0].contrary_evidence, crime::Fact::No);
    /// assert_eq!(report.acts[1].contrary_evidence, crime::Fact::Yes);
    /// ```
    ///
    /// # Errors
    ///
    /// Every [`Fault`], of the report or of an answer.
    pub fn json(&self, line: &str) -> Result<Incident, Vec<Fault>> {
        self.applied(json_object(line)?)
    }

    /// A report from rows of facts, with the answers to it.
    ///
    /// # Errors
    ///
    /// Every [`Fault`], of the report or of an answer.
    pub fn rows(&self, id: &str, rows: &[FactRow]) -> Result<Incident, Vec<Fault>> {
        self.applied(object(id, rows)?)
    }

    fn applied(&self, mut report: Map<String, Value>) -> Result<Incident, Vec<Fault>> {
        let id = report.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        let mut faults = Vec::new();
        for row in self.by_report.get(&id).into_iter().flatten() {
            faults.extend(answer(&mut report, row).err());
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        for row in self.by_report.get(EVERY).into_iter().flatten() {
            declare(&mut report, row);
        }
        from_object(report)
    }
}

/// Adds one answer. The thing it is about must be there, and must not say otherwise.
fn answer(report: &mut Map<String, Value>, row: &FactRow) -> Result<(), Fault> {
    if let Some((Some(list), id)) = thing(&row.about)
        && !names(report, list).iter().any(|name| name == id)
    {
        let fact = format!("{} {}", row.about, row.fact);
        return Err(Fault::unreadable(
            fact,
            &row.value,
            "an answer about something that the report does not have",
        ));
    }
    add(report, row)
}

/// Adds a declared fact wherever it is not said and fits.
fn declare(report: &mut Map<String, Value>, row: &FactRow) {
    let abouts: Vec<String> = match thing(&row.about) {
        Some((Some(list), EVERY)) => {
            let kind = row.about.split(' ').next().unwrap_or_default();
            names(report, list).into_iter().map(|name| format!("{kind} {name}")).collect()
        }
        Some(_) | None => vec![row.about.clone()],
    };
    for about in abouts {
        if !says(report, &about, &row.fact) {
            // A fact of another kind of act than this one does not fit, and is not said of it.
            let _ = add(report, &FactRow { about, ..row.clone() });
        }
    }
}

/// The names of the entries of a list.
fn names(report: &Map<String, Value>, list: &str) -> Vec<String> {
    let entries = report.get(list).and_then(Value::as_array).into_iter().flatten();
    entries.filter_map(|entry| entry.get("id").and_then(Value::as_str)).map(str::to_owned).collect()
}

/// Whether a report says anything of a fact.
fn says(report: &Map<String, Value>, about: &str, fact: &str) -> bool {
    let Some((list, id)) = thing(about) else { return false };
    let target = match list {
        None => Some(report),
        Some(list) => report
            .get(list)
            .and_then(Value::as_array)
            .and_then(|entries| {
                entries.iter().find(|entry| entry.get("id").and_then(Value::as_str) == Some(id))
            })
            .and_then(Value::as_object),
    };
    let [first, rest @ ..] = &steps(fact)[..] else { return false };
    let at = rest.iter().fold(target.and_then(|target| target.get(*first)), |at, step| at?.get(*step));
    at.is_some_and(|value| !value.is_null() && value.as_str() != Some(""))
}

#[cfg(test)]
mod tests {
    use crime::Fact;

    use super::*;

    fn row(about: &str, fact: &str, value: &str) -> FactRow {
        FactRow { about: about.into(), fact: fact.into(), value: value.into() }
    }

    const REPORT: &str = r#"{
        "id": "R1", "reporter": { "who": "victim" }, "victims": [{ "id": "v1" }],
        "acts": [{ "id": "a1", "what": { "violence": {} } }, { "id": "a2", "what": { "given": { "subcode": "033/00" } } }]
    }"#;

    #[test]
    fn an_answer_supplies_what_was_missing() {
        let answers = Answers::new([
            ("R1".to_owned(), row("act a1", "what.violence.strangled", "no")),
            ("R1".to_owned(), row("act a1", "contrary_evidence", "")),
            ("R2".to_owned(), row("act a1", "contrary_evidence", "yes")),
        ]);
        let report = answers.json(REPORT).unwrap();
        let crime::Conduct::Violence(violence) = &report.acts[0].what else { panic!("another kind") };
        assert_eq!(violence.strangled, Fact::No);
        assert_eq!(report.acts[0].contrary_evidence, Fact::NotSupplied);
    }

    #[test]
    fn an_answer_that_does_not_fit_is_a_fault() {
        let said = |about: &str, fact: &str, value: &str| {
            let answers = Answers::new([("R1".to_owned(), row(about, fact, value))]);
            answers
                .json(REPORT)
                .unwrap_err()
                .iter()
                .map(|fault| fault.sentence.clone())
                .collect::<Vec<_>>()
                .join("; ")
        };
        assert!(said("act a9", "contrary_evidence", "no").contains("does not have"));
        assert!(said("report", "reporter.who", "police").contains("said otherwise before"));
        assert!(said("act a1", "what.violence.injury", "grave").contains("grave"));
    }

    #[test]
    fn what_is_declared_fills_gaps_only_where_it_fits() {
        let answers = Answers::new([
            ("*".to_owned(), row("act *", "what.violence.aggravated", "no")),
            ("*".to_owned(), row("report", "reporter.who", "police")),
            ("*".to_owned(), row("report", "setting", "elsewhere")),
        ]);
        let report = answers.json(REPORT).unwrap();
        let crime::Conduct::Violence(violence) = &report.acts[0].what else { panic!("another kind") };
        assert_eq!(violence.aggravated, Fact::No);
        assert!(matches!(report.acts[1].what, crime::Conduct::Given(_)));
        assert_eq!(report.reporter.who, rulebook::Known::Is(crime::Who::Victim));
        assert_eq!(report.setting, rulebook::Known::Is(crime::Setting::Elsewhere));
        assert_eq!(answers.declared().len(), 3);
    }
}
