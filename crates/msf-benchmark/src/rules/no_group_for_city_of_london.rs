//! City of London has no group and is in none.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::{Membership, left_out_of_centres};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("no-group-for-city-of-london"),
    title: "No group for City of London",
    says: "For City of London no similar force could be identified, so it has no group and is a peer of none.",
    basis: Basis::Reasoned {
        why: "HMIC says so of the groups of its Crime and Policing Comparator (About the data, read in part; the day of the page is not \
              known)",
    },
    in_force: InForce::Always,
    exemplar: "a row with `City of London` as force",
    mend: "compare City of London with its own past only",
};

/// Warns of each row that gives City of London a peer, or makes it one. As a peer it stays out of averages.
#[must_use]
pub fn check(rows: &[Row<Membership>]) -> Vec<Finding> {
    rows.iter().filter_map(fault).collect()
}

fn fault(row: &Row<Membership>) -> Option<Finding> {
    let Membership { force, peer, .. } = &row.value;
    let (column, sentence) = if left_out_of_centres(*force).is_some() {
        ("force", format!("{force} is given {peer} as a peer; no similar force could be identified for it"))
    } else if left_out_of_centres(*peer).is_some() {
        ("peer", format!("{peer} is named as a peer of {force}; it stays out of the averages"))
    } else {
        return None;
    };
    Some(Finding::new(&RULE, Severity::Warning, force.name(), Some(row.place.at(column)), sentence))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{group_case::Peers, in_words};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/no-group-for-city-of-london.toml"), |facts: &Peers| {
            in_words(check(&facts.rows()).into_iter().next())
        });
    }
}
