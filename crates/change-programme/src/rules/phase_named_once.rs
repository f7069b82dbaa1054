//! A phase is named once.

use std::collections::BTreeMap;

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};
use table::Rows;

use crate::{Phase, PhaseNumber};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("phase-named-once"),
    title: "A phase is named once",
    says: "No two rows name the same phase, however its number is written.",
    basis: Basis::Reasoned {
        why: "with two go-live days nobody knows which one holds, and one of them may belong to another phase",
    },
    in_force: InForce::Always,
    exemplar: "phase Two on one line and phase 2 on the next",
    mend: "remove the row, or give it the number that was meant",
};

/// Rejects every row that names a phase which an earlier row already names.
pub fn reject(phases: &mut Rows<Phase>) {
    let mut first: BTreeMap<PhaseNumber, Place> = BTreeMap::new();
    phases.reject(|row| {
        let number = row.value.number;
        let Some(earlier) = first.get(&number) else {
            first.insert(number, row.place.clone());
            return None;
        };
        let line = earlier.row.unwrap_or_default();
        let sentence = format!("phase {number} is named twice: already on line {line}");
        let record = format!("phase {number}");
        Some(
            Finding::new(&RULE, Severity::Error, record, Some(row.place.at("phase")), sentence)
                .with("phase", number)
                .with("first line", line),
        )
    });
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/phase-named-once.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
