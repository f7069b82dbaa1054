//! What is wrong with recorded crimes is told of no more crimes than were recorded.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::score::Counts;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("part-of-recorded"),
    title: "Part of what was recorded",
    says: "Of the crimes recorded at most all stand under a wrong class, and at most all were recorded late.",
    basis: Basis::Reasoned {
        why: "what is wrong with some of the crimes recorded is told of a part of them",
    },
    in_force: InForce::Always,
    exemplar: "1 crime recorded, 2 of them late",
    mend: "look up both counts; one is wrong, or they stand in each other's column",
};

/// Finds fault with a row in which a part is more than the crimes recorded, or is given where their number is not. The row is
/// then not used.
#[must_use]
pub fn check(row: &Row<Counts>) -> Option<Finding> {
    let counts = &row.value;
    let parts = [
        ("wrongly_classified", "under a wrong class", counts.wrongly_classified),
        ("late", "recorded late", counts.late),
    ];
    let (column, what, part) =
        parts.into_iter().find(|(_, _, part)| part.value() > counts.crimes_recorded.value())?;
    let (name, recorded) = (counts.name(), counts.crimes_recorded);
    let sentence = format!("{name}: {part} said to be {what}, of crimes recorded: {recorded}");
    Some(
        Finding::new(&RULE, Severity::Error, name, Some(row.place.at(column)), sentence)
            .with("crimes_recorded", recorded)
            .with(column, part),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{in_words, row};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/part-of-recorded.toml"), |facts: &Counts| {
            in_words(check(&row(facts)))
        });
    }
}
