//! What the Force Crime Registrar has ruled, where the text leaves a decision to the registrar.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One ruling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ruling {
    /// Its own reference.
    pub id: String,
    /// The question it answers, by the name under which a rule asks: `principal-conduct-crime`.
    pub on: String,
    /// The report it is about; without one it holds for every report.
    #[serde(default)]
    pub incident: Option<String>,
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// The last day on which it holds, if it has one.
    #[serde(default)]
    pub to: Option<NaiveDate>,
    /// The answer, in the words that the rule expects.
    pub answer: String,
    /// Who ruled.
    pub registrar: String,
    /// Why.
    pub reason: String,
}

/// The register of rulings.
///
/// ```
/// use counting_rules::{Ruling, Rulings};
/// use rulebook::day;
///
/// let ruling = Ruling {
///     id: "FCR-12".into(), on: "harassment-only".into(), incident: Some("R1".into()),
///     from: day(2026, 5, 1), to: None, answer: "yes".into(), registrar: "FCR".into(), reason: "a boundary dispute".into(),
/// };
/// let rulings = Rulings { ruling: vec![ruling] };
/// assert!(rulings.on("harassment-only", "R1", day(2026, 5, 2)).is_some());
/// assert!(rulings.on("harassment-only", "R2", day(2026, 5, 2)).is_none());
/// assert!(rulings.on("harassment-only", "R1", day(2026, 4, 30)).is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Rulings {
    /// The rulings, in any order.
    pub ruling: Vec<Ruling>,
}

/// What is left to the registrar, by the name under which a rule asks, with the answers that the rule knows; none, where any subcode is
/// one.
pub const QUESTIONS: [(&str, &[&str]); 14] = [
    ("abroad-without-interaction", &["record", "do not record"]),
    ("british-aircraft-arriving", &["record", "do not record"]),
    ("code-of-a-child-death", &["child", "cause"]),
    ("handling-an-abducted-pet", &["yes", "no"]),
    ("harassment-only", &["yes", "no"]),
    ("offence-abroad", &["record", "do not record"]),
    ("other-authority", &["record", "do not record"]),
    ("pet-abduction-and-burglary", &["burglary", "pet-abduction", "both"]),
    ("pet-taken-by-force", &["robbery", "pet-abduction"]),
    ("principal-conduct-crime", &[]),
    ("prison-crime", &["record", "do not record"]),
    ("rape-outside-the-uk", &["record", "do not record"]),
    ("threat-to-kill-or-message", &["3B", "003/01", "8R", "005/28"]),
    ("willing-child-under-13", &["assault", "activity"]),
];

impl Rulings {
    /// What is wrong with the register: a question that no rule asks, or an answer that its rule does not know. Neither would ever be
    /// applied, and nobody would be told.
    ///
    /// ```
    /// use counting_rules::{Ruling, Rulings};
    /// use rulebook::day;
    ///
    /// let ruling = Ruling {
    ///     id: "FCR-12".into(), on: "prison-crime".into(), incident: None, from: day(2026, 5, 1), to: None,
    ///     answer: "perhaps".into(), registrar: "FCR".into(), reason: "none".into(),
    /// };
    /// let faults = Rulings { ruling: vec![ruling] }.faults();
    /// assert_eq!(faults, ["ruling FCR-12 on `prison-crime`: `perhaps` is none of record, do not record"]);
    /// ```
    #[must_use]
    pub fn faults(&self) -> Vec<String> {
        let fault = |ruling: &Ruling| {
            let Ruling { id, on, answer, .. } = ruling;
            let Some((_, answers)) = QUESTIONS.iter().find(|(question, _)| question == on) else {
                return Some(format!("ruling {id} on `{on}`: no rule asks that"));
            };
            (!answers.is_empty() && !answers.contains(&answer.trim()))
                .then(|| format!("ruling {id} on `{on}`: `{answer}` is none of {}", answers.join(", ")))
        };
        self.ruling.iter().filter_map(fault).collect()
    }

    /// The ruling on a question that holds for a report on a day: one about the report before one about all; of several, the latest.
    #[must_use]
    pub fn on(&self, question: &str, incident: &str, day: NaiveDate) -> Option<&Ruling> {
        let holds = |ruling: &&Ruling| {
            ruling.on == question && ruling.from <= day && ruling.to.is_none_or(|last| day <= last)
        };
        let latest = |incident: Option<&str>| {
            self.ruling
                .iter()
                .filter(holds)
                .filter(|ruling| ruling.incident.as_deref() == incident)
                .max_by_key(|ruling| ruling.from)
        };
        latest(Some(incident)).or_else(|| latest(None))
    }
}
