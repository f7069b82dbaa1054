//! Who decides nearly everything in a unit.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::across::Tallies;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("decider-of-nearly-all"),
    title: "One person decides nearly all removals of a unit",
    says: "Where one person decided more than nine in ten of at least twenty removals of a unit, somebody looks at them.",
    basis: Basis::Reasoned {
        why: "a decision on removal is to be independent of the investigation, and one habit or one mistake of a person who decides nearly everything is then in every record; the two limits are ours",
    },
    in_force: InForce::Always,
    exemplar: "a unit in which one decision maker removed 19 of 20 crimes",
    mend: "draw a sample of that unit's removals for somebody else to review; it may be how the force divides the work",
};

/// Of fewer removals nothing is said: of a handful one person often decides all.
pub const AT_LEAST: u64 = 20;

/// What is more than this share, in tenths, is nearly everything.
pub const TENTHS: u64 = 9;

/// Looks in each unit for a decider of nearly everything. Removals of which the unit or the decider is not given are left out on both sides.
#[must_use]
pub fn check(tallies: &Tallies, removals: &Place) -> Vec<Finding> {
    tallies
        .decided
        .iter()
        .filter_map(|(unit, deciders)| {
            let all: u64 = deciders.values().sum();
            let (decider, decided) = deciders.iter().max_by_key(|(_, decided)| **decided)?;
            // Widened, so that no count is too large to be multiplied.
            let nearly = u128::from(*decided) * 10 > u128::from(all) * u128::from(TENTHS);
            (all >= AT_LEAST && nearly).then(|| {
                Finding::new(
                    &RULE,
                    Severity::Note,
                    unit,
                    Some(removals.at("decided_by")),
                    format!(
                        "{unit}: {decider} decided {decided} of the {all} removals whose decider is given (a signal, not a verdict)"
                    ),
                )
                .with("decided_by", decider)
                .with("decided", decided)
                .with("removals", all)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::across::cases::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/decider-of-nearly-all.toml"), |facts| {
            found(facts, super::RULE.id)
        });
    }
}
