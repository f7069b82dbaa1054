//! Transfers in a circle.

use crime::removal::Ground;
use rulebook::{Basis, Finding, InForce, Known, Place, Rule, RuleId, Severity};

use crate::across::{CameFrom, Link, Named, Naming, Sent, cell};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("transfer-in-a-circle"),
    title: "Transfers in a circle",
    says: "A crime that was passed to another force is looked at if it came back, and the more so if it was then passed on again.",
    basis: Basis::Reasoned {
        why: "a crime that forces pass to and fro may be counted by none of them, and its victim is told a new number each time",
    },
    in_force: InForce::Always,
    exemplar: "a crime passed to a force that sends it back, recorded again, and passed on a second time",
    mend: "agree with the other force whose crime it is, and let one record stand",
};

/// Says of a transfer that it was recorded again and then transferred again.
#[must_use]
pub fn check(link: &Link, named: &Named<'_>, removals: &Place) -> Option<Finding> {
    let again = named.row.filter(|_| both_transferred(link, named))?;
    let Link { record, other, .. } = link;
    Some(
        Finding::new(
            &RULE,
            Severity::Warning,
            record,
            Some(cell(removals, link.line, "recorded_again_as")),
            format!(
                "{record}: it was passed to {} and recorded again as {other}, which was passed on in its turn, to {} (a signal, not a verdict)",
                force(&link.receiving_force),
                force(&again.receiving_force),
            ),
        )
        .with("receiving_force", &link.receiving_force)
        .with("recorded_again_as", other)
        .with("its receiving_force", &again.receiving_force),
    )
}

/// Says of a transfer that a crime of the force came from the very number under which the other force held it.
#[must_use]
pub(crate) fn sent_back(sent: &Sent, came: Option<&CameFrom>, removals: &Place) -> Option<Finding> {
    let came = came?;
    let Sent { record, reference, .. } = sent;
    let which = match came.rows {
        1 => format!("{} was recorded from that number", came.first),
        rows => format!("{rows} rows of crimes name that number, the first of them {}", came.first),
    };
    Some(
        Finding::new(
            &RULE,
            Severity::Note,
            record,
            Some(cell(removals, sent.line, "receiving_reference")),
            format!(
                "{record}: it was passed to {} as {reference} and may have come back: {which} (a signal, not a verdict)",
                force(&sent.force)
            ),
        )
        .with("receiving_reference", reference)
        .with("transferred_from of", &came.first),
    )
}

/// Whether both the removal and the one under which it was recorded again are transfers.
pub(super) fn both_transferred(link: &Link, named: &Named<'_>) -> bool {
    let transferred = |ground| ground == Known::Is(Ground::Transferred);
    link.naming == Naming::RecordedAgain
        && link.record != link.other
        && transferred(link.ground)
        && named.row.is_some_and(|row| transferred(row.ground))
}

fn force(force: &Known<impl AsRef<str>>) -> &str {
    force.value().map_or("another force", AsRef::as_ref)
}

#[cfg(test)]
mod tests {
    use crate::across::cases::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/transfer-in-a-circle.toml"), |facts| {
            found(facts, super::RULE.id)
        });
    }
}
