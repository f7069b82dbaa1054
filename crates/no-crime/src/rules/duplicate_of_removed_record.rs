//! A duplicate of a record that is itself removed.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::across::{Link, Named, Other, cell};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("duplicate-of-removed-record"),
    title: "A duplicate of a removed record",
    says: "The record that a duplicate repeats is not itself removed, on whatever ground.",
    basis: Basis::Reasoned {
        why: "a crime that only removed records hold is counted nowhere, whatever the edition of the rules; the outcomes guidance of April 2026, page 27, asks for another record that is live",
    },
    in_force: InForce::Always,
    exemplar: "a duplicate of a record that was cancelled a week later as recorded in error",
    mend: "name the record that counts the crime, or restore one of the two",
};

/// Asks of a duplicate whether the record that it names is among the removals, or removed by the table of crimes.
#[must_use]
pub fn check(link: &Link, named: &Named<'_>, removals: &Place) -> Option<Finding> {
    let Link { record, other, .. } = link;
    let how = match Other::of(named)? {
        Other::Removed => {
            named.row.map_or_else(String::new, |row| format!("is itself removed: {}", row.removed_how()))
        }
        standing @ (Other::Cancelled | Other::Transferred) => standing.words().to_owned(),
        Other::Counted | Other::NotAmongCrimes | Other::NotAmongReadable => return None,
    };
    let finding = Finding::new(
        &RULE,
        Severity::Warning,
        record,
        Some(cell(removals, link.line, "other_record")),
        format!("{record}: the record that it repeats, {other}, {how}"),
    )
    .with("other_record", other);
    Some(match named.row {
        Some(row) => finding.with("its ground", row.ground).with("its removal", row.removed),
        None => finding,
    })
}

#[cfg(test)]
mod tests {
    use crate::across::cases::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/duplicate-of-removed-record.toml"), |facts| {
            found(facts, super::RULE.id)
        });
    }
}
