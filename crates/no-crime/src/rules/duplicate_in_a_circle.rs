//! Duplicates in a circle.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::across::{Circle, cell};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("duplicate-in-a-circle"),
    title: "Duplicates in a circle",
    says: "Of records that repeat each other one stays; where each is removed as a duplicate of the next, and the last of the first, none of them counts the crime.",
    basis: Basis::Reasoned {
        why: "a crime that only removed records hold is counted nowhere, whatever the edition of the rules; the outcomes guidance of April 2026, page 27, asks for another record that is live",
    },
    in_force: InForce::Always,
    exemplar: "two records, each cancelled as a duplicate of the other",
    mend: "restore one of them, and let the others name it",
};

/// So many records of a circle are named in each of its findings; of a longer circle each finding names the next.
const NAMED_TOGETHER: usize = 8;

/// Says of each record of a circle that it stands in it.
#[must_use]
pub fn check(circle: &Circle, removals: &Place) -> Vec<Finding> {
    let records = &circle.records;
    let Some((_, first)) = records.first() else { return Vec::new() };
    let round = if records.len() <= NAMED_TOGETHER {
        let names: Vec<&str> = records.iter().map(|(_, record)| record.as_str()).collect();
        names.join(", ")
    } else {
        // Named in full in each finding, a long circle would fill a disk.
        format!("the first by number is {first}")
    };
    let others = records.iter().skip(1).chain(records.first());
    records
        .iter()
        .zip(others)
        .map(|((line, record), (_, other))| {
            let sentence = if record == other {
                format!("{record}: it is removed as a duplicate of itself, so no live record counts the crime")
            } else {
                format!(
                    "{record}: it is removed as a duplicate of {other}, in a circle of {} removed records ({round}), none of which is live",
                    records.len()
                )
            };
            Finding::new(
                &RULE,
                Severity::Warning,
                record,
                Some(cell(removals, *line, "other_record")),
                sentence,
            )
            .with("other_record", other)
            .with("records in the circle", records.len())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::across::cases::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/duplicate-in-a-circle.toml"), |facts| {
            found(facts, super::RULE.id)
        });
    }
}
