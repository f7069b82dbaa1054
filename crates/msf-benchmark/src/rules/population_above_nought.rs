//! A population is above nought.

use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::Row;

use crate::Population;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("population-above-nought"),
    title: "A population above nought",
    says: "A force has people, and households where they are given.",
    basis: Basis::Reasoned { why: "nothing can be divided by nought, and no force area is empty" },
    in_force: InForce::Always,
    exemplar: "a row with 0 people",
    mend: "look the estimate up; leave households empty where they are not known",
};

/// Finds fault with a row without people or with no households. It cannot be used.
#[must_use]
pub fn check(row: &Row<Population>) -> Option<Finding> {
    let Population { force, year, people, households, .. } = &row.value;
    let column = match (people, households) {
        (0, _) => "people",
        (_, Known::Is(0)) => "households",
        (_, Known::Is(_) | Known::NotKnown | Known::NotSupplied) => return None,
    };
    let sentence = format!("{force}: no {column} in mid-{year}, so nothing can be held against it");
    Some(
        Finding::new(&RULE, Severity::Error, force.name(), Some(row.place.at(column)), sentence)
            .with(column, 0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{in_words, population_case::Estimates};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/population-above-nought.toml"), |facts: &Estimates| {
            in_words(facts.rows().iter().find_map(check))
        });
    }
}
