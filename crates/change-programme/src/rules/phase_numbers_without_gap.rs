//! Phase numbers without a gap.

use std::collections::BTreeMap;

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};
use table::{Row, Rows};

use super::undecided;
use crate::{Phase, PhaseNumber};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("phase-numbers-without-gap"),
    title: "Phase numbers without a gap",
    says: "Between the first and the last phase listed, every number is listed.",
    basis: Basis::Reasoned {
        why: "a reader cannot tell a phase that was dropped from one that was forgotten",
    },
    in_force: InForce::Always,
    exemplar: "a roll-out that lists phases One and Three",
    mend: "list the missing phase, or say that it was dropped and number the others anew",
};

/// A number that no phase has, with its neighbours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The missing number.
    pub missing: PhaseNumber,
    /// The phase listed before it.
    pub before: PhaseNumber,
    /// The phase listed after it.
    pub after: PhaseNumber,
    /// Where the phase after it stands.
    pub place: Place,
}

/// The numbers missing between the first phase listed and the last, in order.
#[must_use]
pub fn gaps(phases: &[Row<Phase>]) -> Vec<Gap> {
    let listed: BTreeMap<PhaseNumber, &Place> =
        phases.iter().map(|row| (row.value.number, &row.place)).collect();
    listed
        .iter()
        .zip(listed.iter().skip(1))
        .flat_map(|((before, _), (after, place))| {
            before.up_to(*after).map(|missing| Gap {
                missing,
                before: *before,
                after: *after,
                place: (*place).clone(),
            })
        })
        .collect()
}

/// A finding for each missing number, or one that it cannot be decided because a row was rejected.
#[must_use]
pub fn check(phases: &Rows<Phase>) -> Vec<Finding> {
    if let Some(reason) = phases.withheld() {
        return vec![undecided(&RULE, &phases.file, "whether a phase is missing", &reason)];
    }
    gaps(&phases.good)
        .into_iter()
        .map(|gap| {
            let sentence =
                format!("phase {} is missing between {} and {}", gap.missing, gap.before, gap.after);
            let record = format!("phase {}", gap.missing);
            Finding::new(&RULE, Severity::Warning, record, Some(gap.place.at("phase")), sentence)
                .with("phase before", gap.before)
                .with("phase after", gap.after)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/phase-numbers-without-gap.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
