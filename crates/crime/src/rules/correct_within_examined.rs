//! No more correct decisions than were examined.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::Decision;

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
#[must_use]
pub fn check(row: &Row<Decision>) -> Option<Finding> {
    let Decision { offence, examined, correct, .. } = &row.value;
    if correct <= examined {
        return None;
    }
    let sentence = format!("{offence}: {correct} said to be correct of only {examined} examined");
    Some(
        Finding::new(&RULE, Severity::Error, offence, Some(row.place.at("correct")), sentence)
            .with("examined", examined)
            .with("correct", correct),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{in_words, row};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/correct-within-examined.toml"), |facts: &Decision| {
            in_words(check(&row(facts)))
        });
    }
}
