//! Runs worked examples that are kept as data, and reports every wrong one at once. For tests only.
//!
//! A case file is TOML, one file a rule, with one `[[case]]` for each example:
//!
//! ```toml
//! [[case]]
//! id = "WEEKDAY-1"
//! name = "1 July 2014 was a Tuesday"
//! source = "any almanac"
//! exemplar = true
//! facts = { day = "2014-07-01" }
//! expect = "Tuesday"
//! ```
//!
//! `exemplar` marks the smallest facts in which the rule decides. A case without a source does not load.

use std::{collections::BTreeSet, fmt::Debug};

use serde::{Deserialize, de::DeserializeOwned};

/// One worked example.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case<F, E> {
    /// The research's name for it, or ours; unique in the file.
    pub id: String,
    /// The example in a sentence.
    pub name: String,
    /// Where the expected answer comes from.
    pub source: String,
    /// Whether these are the smallest facts in which the rule decides.
    #[serde(default)]
    pub exemplar: bool,
    /// What is known.
    pub facts: F,
    /// What the rule must answer.
    pub expect: E,
}

/// A case file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cases<F, E> {
    /// The cases, in the order of the file.
    pub case: Vec<Case<F, E>>,
}

/// Why a case file did not load.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file is not what a case file should be.
    #[error(transparent)]
    Toml(#[from] toml::de::Error),
    /// A case names no source.
    #[error("case `{0}` names no source")]
    NoSource(String),
    /// Two cases share an id.
    #[error("two cases are called `{0}`")]
    Repeated(String),
    /// No case is there at all.
    #[error("no case")]
    Empty,
}

/// Reads a case file and checks that each case has a name of its own and a source.
///
/// # Errors
///
/// [`Error`], with the id of the case at fault.
pub fn load<F: DeserializeOwned, E: DeserializeOwned>(text: &str) -> Result<Vec<Case<F, E>>, Error> {
    let cases: Cases<F, E> = toml::from_str(text)?;
    let mut seen = BTreeSet::new();
    for case in &cases.case {
        if case.source.trim().is_empty() || case.name.trim().is_empty() {
            return Err(Error::NoSource(case.id.clone()));
        }
        if !seen.insert(&case.id) {
            return Err(Error::Repeated(case.id.clone()));
        }
    }
    if cases.case.is_empty() { Err(Error::Empty) } else { Ok(cases.case) }
}

/// Runs every case and fails once, with all that are wrong.
///
/// # Panics
///
/// If the file does not load, or any case is answered otherwise than expected: this is a test helper.
#[expect(clippy::panic, reason = "a failed case must fail the test that calls this")]
pub fn check<F, A>(text: &str, answer: impl Fn(&F) -> A)
where
    F: DeserializeOwned,
    A: DeserializeOwned + PartialEq + Debug,
{
    let cases = match load::<F, A>(text) {
        Ok(cases) => cases,
        Err(error) => panic!("the case file does not load: {error}"),
    };
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let got = answer(&case.facts);
            (got != case.expect).then(|| {
                format!(
                    "{} ({})\n  expected {:?}\n  got      {got:?}\n  source   {}",
                    case.id, case.name, case.expect, case.source
                )
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} cases wrong:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOUBLE: &str = r#"
        [[case]]
        id = "A"
        name = "two is four"
        source = "arithmetic"
        facts = 2
        expect = 4
    "#;

    #[test]
    fn right_answers_pass() {
        check(DOUBLE, |n: &i64| n * 2);
    }

    #[test]
    #[should_panic(expected = "1 of 1 cases wrong")]
    fn wrong_answers_are_reported() {
        check(DOUBLE, |n: &i64| n * 3);
    }

    #[test]
    fn a_case_without_a_source_does_not_load() {
        let text = DOUBLE.replace("arithmetic", " ");
        assert!(matches!(load::<i64, i64>(&text), Err(Error::NoSource(id)) if id == "A"));
    }

    #[test]
    fn no_case_is_no_test() {
        assert!(matches!(load::<i64, i64>("case = []"), Err(Error::Empty)));
    }
}
