//! An inspection has a coordinator.

use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::Row;

use crate::Inspection;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("inspection-with-coordinator"),
    title: "An inspection has a coordinator",
    says: "Each inspection names the department or post that coordinates it.",
    basis: Basis::Reasoned {
        why: "an inspection that nobody coordinates is prepared by nobody, and its findings reach nobody",
    },
    in_force: InForce::Always,
    exemplar: "an inspection whose coordinator is empty",
    mend: "name the department or post that coordinates it",
};

/// A finding for each inspection without a coordinator.
#[must_use]
pub fn check(inspections: &[Row<Inspection>]) -> Vec<Finding> {
    inspections
        .iter()
        .filter_map(|row| {
            let says = match row.value.coordinator {
                Known::Is(_) => return None,
                Known::NotKnown => "its coordinator is not known",
                Known::NotSupplied => "no coordinator is named",
            };
            let sentence = format!("inspection `{}`: {says}", row.value.name);
            let place = Some(row.place.at("coordinator"));
            Some(
                Finding::new(&RULE, Severity::Warning, &row.value.name, place, sentence)
                    .with("coordinator", &row.value.coordinator),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/inspection-with-coordinator.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
