//! Removed and recorded again.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::across::{Link, Named, Naming, Other, cell};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("recorded-again"),
    title: "Removed and recorded again",
    says: "A crime that was removed and recorded again is looked at, and the more so if it was then removed again.",
    basis: Basis::Reasoned {
        why: "a crime that comes back under a new number was removed too soon, or moved in time; one that is removed twice is counted by neither record",
    },
    in_force: InForce::Always,
    exemplar: "a crime cancelled in June, recorded again in July and cancelled again in August",
    mend: "look at both records together, and restore the first instead of recording again",
};

/// Says of a removal that it was recorded again, and what became of the new record.
///
/// Two transfers are left to [`transfer_in_a_circle`](super::transfer_in_a_circle).
#[must_use]
pub fn check(link: &Link, named: &Named<'_>, removals: &Place) -> Option<Finding> {
    if link.naming != Naming::RecordedAgain || super::transfer_in_a_circle::both_transferred(link, named) {
        return None;
    }
    let Link { record, other, .. } = link;
    let removed_twice = |how: &str| {
        (
            Severity::Warning,
            format!("it was removed and recorded again as {other}, which {how}: it was removed twice"),
        )
    };
    let (severity, said) = if record == other {
        (Severity::Note, "it names its own number as the one under which it was recorded again".to_owned())
    } else {
        match (Other::of(named), named.row) {
            (Some(Other::Removed), Some(row)) => {
                removed_twice(&format!("is itself removed: {}", row.removed_how()))
            }
            (Some(standing @ (Other::Removed | Other::Cancelled | Other::Transferred)), _) => {
                removed_twice(standing.words())
            }
            (Some(missing @ (Other::NotAmongCrimes | Other::NotAmongReadable)), _) => (
                Severity::Note,
                format!("it was removed and recorded again as {other}, which {}", missing.words()),
            ),
            (Some(Other::Counted) | None, _) => {
                (Severity::Note, format!("it was removed and recorded again as {other}"))
            }
        }
    };
    let finding = Finding::new(
        &RULE,
        severity,
        record,
        Some(cell(removals, link.line, "recorded_again_as")),
        format!("{record}: {said} (a signal, not a verdict)"),
    )
    .with("ground", link.ground)
    .with("recorded_again_as", other);
    Some(match named.row {
        Some(row) => finding.with("its ground", row.ground),
        None => finding,
    })
}

#[cfg(test)]
mod tests {
    use crate::across::cases::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/recorded-again.toml"), |facts| {
            found(facts, super::RULE.id)
        });
    }
}
