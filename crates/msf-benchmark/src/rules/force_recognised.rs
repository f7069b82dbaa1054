//! A row of the table is a police force.

use crime::Force;
use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};
use table::Row;

use crate::PrintedRow;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("force-recognised"),
    title: "Force recognised",
    says: "Each row names one of the 43 territorial police forces of England and Wales.",
    basis: Basis::Reasoned {
        why: "a force that is guessed, or a total taken for a force, would be ranked among the others",
    },
    in_force: InForce::Always,
    exemplar: "a row for `West Midland`",
    mend: "write the force's name or code as the list of forces has it; leave rows of totals out",
};

/// Finds fault with a row whose force is not recognised. The row is then not used, and the nearest name is given.
#[must_use]
pub fn check(row: &Row<PrintedRow>) -> Option<Finding> {
    fault(&row.value.force, &row.place.at("force"))
}

/// The same of any cell that should name a force.
pub(crate) fn fault(written: &str, place: &Place) -> Option<Finding> {
    let unknown = written.parse::<Force>().err()?;
    let nearest = if unknown.near.is_empty() { "none".to_owned() } else { unknown.near.join(", ") };
    Some(
        Finding::new(&RULE, Severity::Error, written, Some(place.clone()), unknown.to_string())
            .with("force", written)
            .with("nearest", nearest),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::in_words;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/force-recognised.toml"), |facts: &PrintedRow| {
            let row = Row { place: rulebook::Place::row("table.csv", 2), value: facts.clone() };
            in_words(check(&row))
        });
    }
}
