//! Every unit is in a phase.

use std::collections::BTreeSet;

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::{Row, Rows};

use super::undecided;
use crate::{Scope, ScopeKind, Unit};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("every-unit-in-a-phase"),
    title: "Every unit is in a phase",
    says: "Each unit of the force is covered by a phase of the roll-out.",
    basis: Basis::Reasoned {
        why: "a unit in no phase is not told when its work changes, or whether it does",
    },
    in_force: InForce::Always,
    exemplar: "a force of two units whose only phase covers one of them",
    mend: "name the phase that covers the unit, or say that it stays as it is",
};

/// The units that no phase covers, in the order of the table of units.
#[must_use]
pub fn uncovered<'a>(units: &'a [Row<Unit>], scope: &[Row<Scope>]) -> Vec<&'a Row<Unit>> {
    let covered: BTreeSet<&str> = scope
        .iter()
        .filter(|row| row.value.kind == ScopeKind::Unit)
        .map(|row| row.value.name.as_str())
        .collect();
    units.iter().filter(|unit| !covered.contains(unit.value.name.as_str())).collect()
}

/// A finding for each unit in no phase, or one that it cannot be decided because a row was rejected.
///
/// A rejected unit is not looked at; a rejected row of the scope could cover any unit.
#[must_use]
pub fn check(units: &Rows<Unit>, scope: &Rows<Scope>) -> Vec<Finding> {
    if let Some(reason) = scope.withheld() {
        return vec![undecided(&RULE, &scope.file, "whether every unit is in a phase", &reason)];
    }
    uncovered(&units.good, &scope.good)
        .into_iter()
        .map(|unit| {
            let sentence = format!("`{}` is in no phase", unit.value.name);
            let place = Some(unit.place.at("unit"));
            Finding::new(&RULE, Severity::Warning, &unit.value.name, place, sentence)
                .with("unit", &unit.value.name)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/every-unit-in-a-phase.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
