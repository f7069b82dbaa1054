//! A priority belongs to a project.

use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::Row;

use crate::Priority;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("priority-with-project"),
    title: "A priority belongs to a project",
    says: "Each priority names the programme or project of the portfolio that will deliver it.",
    basis: Basis::Reasoned { why: "a priority that no project carries has nobody to deliver it and no date" },
    in_force: InForce::Always,
    exemplar: "a priority whose item is empty",
    mend: "name the item that delivers it, or start one",
};

/// A finding for each priority without an item.
#[must_use]
pub fn check(priorities: &[Row<Priority>]) -> Vec<Finding> {
    priorities
        .iter()
        .filter_map(|row| {
            let says = match row.value.item {
                Known::Is(_) => return None,
                Known::NotKnown => "it is not known which project it belongs to",
                Known::NotSupplied => "no project is named for it",
            };
            let sentence = format!("priority `{}`: {says}", row.value.priority);
            let place = Some(row.place.at("item"));
            Some(
                Finding::new(&RULE, Severity::Warning, &row.value.priority, place, sentence)
                    .with("item", &row.value.item),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/priority-with-project.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
