//! Announced phases are listed.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Rows;

use super::undecided;
use crate::{Phase, RollOut, Settings, cells::counted};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("announced-phases-listed"),
    title: "Announced phases are listed",
    says: "As many phases are listed as are announced.",
    basis: Basis::Reasoned { why: "a paper that announces six phases and lists five contradicts itself" },
    in_force: InForce::Always,
    exemplar: "two phases announced, one listed",
    mend: "list the phases left out, or correct the number announced",
};

/// A finding if the numbers differ, or one that it cannot be decided because a row was rejected.
#[must_use]
pub fn check(roll_out: &Settings<RollOut>, phases: &Rows<Phase>) -> Option<Finding> {
    if let Some(reason) = phases.withheld() {
        let question = "whether all announced phases are listed";
        return Some(undecided(&RULE, &phases.file, question, &reason));
    }
    let announced = roll_out.value.phases_announced;
    let listed = phases.good.len() as u64;
    (announced != listed).then(|| {
        let is = if listed == 1 { "is" } else { "are" };
        let sentence = format!("{} announced, {listed} {is} listed", counted(announced, "phase"));
        let place = Some(roll_out.place("phases_announced"));
        Finding::new(&RULE, Severity::Warning, &roll_out.value.name, place, sentence)
            .with("announced", announced)
            .with("listed", listed)
    })
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/announced-phases-listed.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
