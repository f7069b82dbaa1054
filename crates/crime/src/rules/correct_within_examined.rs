//! No more correct decisions than were examined.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("correct-within-examined"),
    title: "Correct within examined",
    says: "Of the decisions examined at most all are correct.",
    basis: Basis::Reasoned { why: "what is correct is a part of what was examined" },
    in_force: InForce::Always,
    exemplar: "1 decision examined, 2 correct",
    mend: "look up both counts; one is wrong, or they stand in each other's column",
};

/// Finds fault with a row that has more correct decisions than examined ones. The row is then not used.
///
/// `offence` names the row, `place` is where it stands.
#[must_use]
pub fn check(offence: &str, examined: u64, correct: u64, place: &Place) -> Option<Finding> {
    if correct <= examined {
        return None;
    }
    let sentence = format!("{offence}: {correct} said to be correct of only {examined} examined");
    Some(
        Finding::new(&RULE, Severity::Error, offence, Some(place.at("correct")), sentence)
            .with("examined", examined)
            .with("correct", correct),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::in_words;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        offence: String,
        #[serde(deserialize_with = "table::count")]
        examined: u64,
        #[serde(deserialize_with = "table::count")]
        correct: u64,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/correct-within-examined.toml"), |facts: &Facts| {
            let place = Place::row("audit/no_crime_decisions.csv", 2);
            in_words(check(&facts.offence, facts.examined, facts.correct, &place))
        });
    }
}
