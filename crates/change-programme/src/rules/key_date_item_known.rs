//! What is said of an item names an item of the portfolio.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};
use table::Rows;

use super::perhaps_rejected;
use crate::Item;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("key-date-item-known"),
    title: "What is said of an item names an item of the portfolio",
    says: "A key date, a fact or a priority that names an item names one that the portfolio lists.",
    basis: Basis::Reasoned { why: "a date of an item that nobody lists would stand in no table and be lost" },
    in_force: InForce::Always,
    exemplar: "a key date of `Item Z` in a portfolio that lists only `Item A`",
    mend: "correct the name, or add the item to the portfolio",
};

/// Why a row that names `item` at `place` cannot be used.
#[must_use]
pub fn fault(items: &Rows<Item>, item: &str, place: &Place) -> Option<Finding> {
    items.good.iter().all(|row| row.value.name != item).then(|| {
        let sentence = format!("`{item}` is not an item of {}{}", items.file, perhaps_rejected(items));
        Finding::new(&RULE, Severity::Error, item, Some(place.at("item")), sentence).with("item", item)
    })
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/key-date-item-known.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
