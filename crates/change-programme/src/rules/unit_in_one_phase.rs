//! A unit is in one phase.

use std::collections::BTreeMap;

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::{Scope, ScopeKind, cells::listed};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("unit-in-one-phase"),
    title: "A unit is in one phase",
    says: "No unit is covered by two phases of a roll-out.",
    basis: Basis::Reasoned { why: "a unit can go live once; two phases leave open when it does" },
    in_force: InForce::Always,
    exemplar: "a unit in phase One and in phase Two",
    mend: "leave the unit in the phase in which it goes live, or say what changes in each",
};

/// A finding for each unit that two or more phases cover, at the last row that names it.
#[must_use]
pub fn check(scope: &[Row<Scope>]) -> Vec<Finding> {
    let mut phases_of: BTreeMap<&str, Vec<&Row<Scope>>> = BTreeMap::new();
    for row in scope.iter().filter(|row| row.value.kind == ScopeKind::Unit) {
        phases_of.entry(&row.value.name).or_default().push(row);
    }
    phases_of
        .into_iter()
        .filter(|(_, rows)| rows.len() > 1)
        .map(|(unit, rows)| {
            let phases = listed(&rows.iter().map(|row| row.value.phase).collect::<Vec<_>>());
            let place = rows.last().map(|row| row.place.at("name"));
            let sentence = format!("`{unit}` is in {} phases: {phases}", rows.len());
            Finding::new(&RULE, Severity::Warning, unit, place, sentence).with("phases", phases)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/unit-in-one-phase.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
