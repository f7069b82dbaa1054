//! A group holds up to seven peers.

use std::collections::BTreeMap;

use crime::Force;
use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::Membership;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("group-of-seven"),
    title: "Up to seven peers",
    says: "On each day a force has up to seven peers.",
    basis: Basis::Reasoned {
        why: "HMIC says so of the groups of its Crime and Policing Comparator (About the data, read in part; the day of the page is not \
              known); a longer list is two groups, or a group and those it replaced",
    },
    in_force: InForce::Always,
    exemplar: "eight peers of one force from the same day on",
    mend: "hold the rows against the published group; end those that were replaced",
};

/// Warns of each force that has more than seven peers on the first day of one of them. All are used.
#[must_use]
pub fn check(rows: &[Row<Membership>]) -> Vec<Finding> {
    let mut first: BTreeMap<Force, Finding> = BTreeMap::new();
    for row in rows {
        let Membership { force, from, .. } = &row.value;
        let mut peers: Vec<Force> = rows
            .iter()
            .filter(|other| other.value.force == *force && other.value.covers(*from))
            .map(|other| other.value.peer)
            .collect();
        peers.sort_unstable();
        peers.dedup();
        if peers.len() > 7 && !first.contains_key(force) {
            let sentence =
                format!("{force} has {} peers on {from}; a published group has up to seven", peers.len());
            let finding =
                Finding::new(&RULE, Severity::Warning, force.name(), Some(row.place.at("peer")), sentence)
                    .with("peers", peers.len())
                    .with("day", from);
            first.insert(*force, finding);
        }
    }
    first.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{group_case::Peers, in_words};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/group-of-seven.toml"), |facts: &Peers| {
            in_words(check(&facts.rows()).into_iter().next())
        });
    }
}
