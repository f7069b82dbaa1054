//! A peer is a peer once on a day, from a first day to a later last one.

use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::Row;

use crate::Membership;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("group-dates-agree"),
    title: "Dates of a group agree",
    says: "A row of a group ends no earlier than it begins, and two rows of the same force and peer share no day.",
    basis: Basis::Reasoned {
        why: "two rows for one day would count one peer twice, or say on one source what another source ended",
    },
    in_force: InForce::Always,
    exemplar: "Kent and Essex from 1 January to 31 December 2013, and again from 31 December 2013",
    mend: "end the earlier row on the eve of the later, as the sources have it",
};

/// Finds fault with a row that ends before it begins. It cannot be used.
#[must_use]
pub fn reversed(row: &Row<Membership>) -> Option<Finding> {
    let Membership { force, peer, from, to, .. } = &row.value;
    let Known::Is(last) = to else { return None };
    (last < from).then(|| {
        let sentence = format!("{force} and {peer}: the last day {last} is before the first day {from}");
        Finding::new(&RULE, Severity::Error, force.name(), Some(row.place.at("to")), sentence)
            .with("from", from)
            .with("to", last)
    })
}

/// Warns of every two rows of the same force and peer that share a day. Both are used, the peer counting once.
#[must_use]
pub fn check(rows: &[Row<Membership>]) -> Vec<Finding> {
    let mut sorted: Vec<&Row<Membership>> = rows.iter().collect();
    sorted.sort_by_key(|row| (row.value.force, row.value.peer, row.value.from, row.place.row));
    let pairs = sorted.iter().zip(sorted.iter().skip(1));
    pairs.filter_map(|(earlier, later)| overlapping(earlier, later)).collect()
}

fn overlapping(earlier: &Row<Membership>, later: &Row<Membership>) -> Option<Finding> {
    let (one, other) = (&earlier.value, &later.value);
    if (one.force, one.peer) != (other.force, other.peer) || other.from > one.last() {
        return None;
    }
    let until = match one.to {
        Known::Is(day) => format!("runs to {day}"),
        Known::NotKnown => "has an end that is not known".to_owned(),
        Known::NotSupplied => "has no end".to_owned(),
    };
    let line = earlier.place.row.unwrap_or_default();
    let sentence = format!(
        "{} and {}: begins again on {} while the row on line {line} {until}",
        other.force, other.peer, other.from
    );
    let finding =
        Finding::new(&RULE, Severity::Warning, other.force.name(), Some(later.place.at("from")), sentence);
    Some(finding.with("from", other.from).with("earlier row", line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{group_case::Peers, in_words};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/group-dates-agree.toml"), |facts: &Peers| {
            let rows = facts.rows();
            in_words(rows.iter().find_map(reversed).or_else(|| check(&rows).into_iter().next()))
        });
    }
}
