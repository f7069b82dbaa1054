//! No more records examined than there are.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::score::Counts;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("examined-within-population"),
    title: "Examined within the population",
    says: "Of the records of a stratum at most all were examined.",
    basis: Basis::Reasoned { why: "a sample without replacement is a part of what it was drawn from" },
    in_force: InForce::Always,
    exemplar: "2 records examined of a stratum that has 1",
    mend: "look up both counts; one is wrong, or they stand in each other's column",
};

/// Finds fault with a row that has more records examined than there are. The row is then not used.
#[must_use]
pub fn check(row: &Row<Counts>) -> Option<Finding> {
    let Counts { records_examined, population, .. } = &row.value;
    let population = population.value().filter(|population| *population < records_examined)?;
    let name = row.value.name();
    let sentence = format!("{name}: {records_examined} records said to be examined of only {population}");
    Some(
        Finding::new(&RULE, Severity::Error, name, Some(row.place.at("population")), sentence)
            .with("records_examined", records_examined)
            .with("population", population),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{in_words, row};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/examined-within-population.toml"), |facts: &Counts| {
            in_words(check(&row(facts)))
        });
    }
}
