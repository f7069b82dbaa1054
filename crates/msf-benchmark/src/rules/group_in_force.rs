//! Peers are compared only where a group is known for the period.

use calendar::Window;
use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::Group;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("group-in-force"),
    title: "A group in force",
    says: "A force is compared with the peers that it has on every day of the period; where there are none, peers are left out.",
    basis: Basis::Reasoned {
        why: "groups are drawn anew from time to time, and today's group would judge a past year by forces that were then not thought similar",
    },
    in_force: InForce::Always,
    exemplar: "a group from 1 April 2014 on, and a year that ended on 31 March 2014",
    mend: "supply the group that was in force in the period, with its source",
};

/// Notes that `group` has no peer on every day of `period`.
#[must_use]
pub fn check(group: &Group, period: Window, file: &str) -> Option<Finding> {
    if !group.peers.is_empty() {
        return None;
    }
    let part = if group.for_a_part.is_empty() {
        String::new()
    } else {
        let names: Vec<&str> = group.for_a_part.iter().map(|force| force.name()).collect();
        format!(" (for a part of it: {})", names.join(", "))
    };
    let force = group.force;
    let sentence = format!(
        "{force}: no group is known for all of {} to {}{part}, so peers are left out",
        period.first(),
        period.last()
    );
    Some(Finding::new(&RULE, Severity::Note, force.name(), Some(Place::file(file)), sentence))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Groups, rules::group_case::Peers};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/group-in-force.toml"), |facts: &Peers| {
            let rows = table::Rows {
                file: "g.csv".into(),
                good: facts.rows(),
                rejected: Vec::new(),
                notes: Vec::new(),
            };
            let groups = Groups { rows, findings: Vec::new() };
            let day = |text: &str| text.parse().unwrap();
            let year = Window::new(day("2013-04-01"), day("2014-03-31")).unwrap();
            match groups.during("Kent".parse().unwrap(), year) {
                Ok(group) => format!("{} peers", group.peers.len()),
                Err(finding) => format!("{}: {}", finding.severity, finding.sentence),
            }
        });
    }
}
