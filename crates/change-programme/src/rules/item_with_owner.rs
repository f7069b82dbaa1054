//! An item has an owner.

use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::Row;

use crate::Item;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("item-with-owner"),
    title: "An item has an owner",
    says: "Each programme and project names the post that owns it.",
    basis: Basis::Reasoned { why: "without an owner nobody answers for the item to the board" },
    in_force: InForce::Always,
    exemplar: "a project whose owner is empty",
    mend: "name the post that owns it",
};

/// A finding for each item without an owner.
#[must_use]
pub fn check(items: &[Row<Item>]) -> Vec<Finding> {
    items
        .iter()
        .filter_map(|row| {
            let says = match row.value.owner {
                Known::Is(_) => return None,
                Known::NotKnown => "its owner is not known",
                Known::NotSupplied => "no owner is named",
            };
            let sentence = format!("item `{}`: {says}", row.value.name);
            let place = Some(row.place.at("owner"));
            Some(
                Finding::new(&RULE, Severity::Note, &row.value.name, place, sentence)
                    .with("owner", &row.value.owner),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/item-with-owner.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
