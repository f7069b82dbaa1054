//! A commencement day that was announced is held against the orders.

use calendar::Window;
use rulebook::{Basis, InForce, Rule, RuleId, Severity};

use super::commencement_of_the_2014_act::State;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("commencement-as-announced"),
    title: "Commencement as announced",
    says: "The days announced for a provision are those that a commencement order appoints.",
    basis: Basis::Reasoned {
        why: "powers used before their first day are void, and training or forms for the wrong day are wasted",
    },
    in_force: InForce::Always,
    exemplar: "a paper that announces Part 1 for October 2014, when the order appoints 23 March 2015",
    mend: "plan by the day that an order appoints; while there is none, say so",
};

/// What the orders say of an announcement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// How much it matters.
    pub severity: Severity,
    /// The verdict in words, after the name of the provision.
    pub words: String,
}

/// Holds an announcement against how `provision` stands. `as_printed` is the announcement in the words of its source.
///
/// ```
/// use calendar::Window;
/// use legal_matters::rules::{commencement_as_announced::judge, commencement_of_the_2014_act::State};
/// use rulebook::day;
///
/// let october = Window::new(day(2014, 10, 1), day(2014, 10, 31))?;
/// let verdict = judge("Part 1", State::InForce { since: day(2015, 3, 23) }, october, "October 2014");
/// assert_eq!(verdict.words, "in force 23 March 2015, not October 2014");
/// # Ok::<(), calendar::InvertedWindow>(())
/// ```
#[must_use]
pub fn judge(provision: &str, state: State, announced: Window, as_printed: &str) -> Verdict {
    let (severity, words) = match state {
        State::NoDayAppointed { partly_since: None } => {
            (Severity::Warning, format!("{state} for {provision}, {as_printed} unconfirmed"))
        }
        State::NoDayAppointed { partly_since: Some(_) } => {
            (Severity::Warning, format!("{state}, {as_printed} unconfirmed"))
        }
        State::Appointed { day, .. } if announced.contains(day) => {
            (Severity::Note, format!("{state}, as announced ({as_printed})"))
        }
        State::Appointed { .. } => (Severity::Warning, format!("{state}, not {as_printed}")),
        State::InForce { since } if announced.contains(since) => {
            (Severity::Note, format!("in force {}, as announced ({as_printed})", Window::day(since)))
        }
        State::InForce { since } => {
            (Severity::Warning, format!("in force {}, not {as_printed}", Window::day(since)))
        }
    };
    Verdict { severity, words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::commencement_of_the_2014_act::standing;
    use chrono::NaiveDate;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        provision: String,
        as_at: NaiveDate,
        first: NaiveDate,
        last: NaiveDate,
        as_printed: String,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/commencement-as-announced.toml"), |facts: &Facts| {
            let state = standing(&facts.provision, facts.as_at).unwrap().state;
            let verdict = judge(
                &facts.provision,
                state,
                Window::new(facts.first, facts.last).unwrap(),
                &facts.as_printed,
            );
            format!("{}: {}", verdict.severity, verdict.words)
        });
    }
}
