//! The scope of a phase is known.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::{Row, Rows};

use super::perhaps_rejected;
use crate::{Phase, Scope, ScopeKind, Unit};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("phase-scope-known"),
    title: "The scope of a phase is known",
    says: "What a phase covers names a phase that is listed and, where it is a unit, a unit of the force.",
    basis: Basis::Reasoned {
        why: "a misspelt unit would count as covered under a name nobody has, and its real name as left out",
    },
    in_force: InForce::Always,
    exemplar: "a row that puts the unit Nrth into phase One, in a force whose only unit is North",
    mend: "correct the name, or add the phase or unit to its own table",
};

/// Why a row of the scope cannot be used. A table that is missing is not held against the row.
#[must_use]
pub fn fault(phases: Option<&Rows<Phase>>, units: Option<&Rows<Unit>>, row: &Row<Scope>) -> Option<Finding> {
    let scope = &row.value;
    let finding = |column: &str, sentence: String| {
        Finding::new(&RULE, Severity::Error, &scope.name, Some(row.place.at(column)), sentence)
            .with("phase", scope.phase)
            .with("name", &scope.name)
    };
    if let Some(phases) = phases.filter(|all| all.good.iter().all(|row| row.value.number != scope.phase)) {
        let sentence =
            format!("phase {} is not listed in {}{}", scope.phase, phases.file, perhaps_rejected(phases));
        return Some(finding("phase", sentence));
    }
    match scope.kind {
        ScopeKind::Function => None,
        ScopeKind::Unit => {
            let units = units.filter(|all| all.good.iter().all(|row| row.value.name != scope.name))?;
            let sentence =
                format!("`{}` is not a unit of {}{}", scope.name, units.file, perhaps_rejected(units));
            Some(finding("name", sentence))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/phase-scope-known.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
