//! Every claim that went in comes out once.

use rulebook::{Basis, InForce, Rule, RuleId};
use serde::Deserialize;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("claims-reconcile"),
    title: "Claims reconcile",
    says: "Rows are claims counted, rejected or not yet presented; claims are distinct, duplicate or undecided; each distinct claim is in time, out of time or not decided, and stayed, proceeding or withdrawn.",
    basis: Basis::Reasoned {
        why: "a claim that falls out of a count, or into it twice, is a liability lost or invented",
    },
    in_force: InForce::Always,
    exemplar: "10 claims: 8 distinct, 1 duplicate, none undecided",
    mend: "correct the rejected rows; a difference that stays is a fault of this program: report it",
};

/// How many claims there are of each sort. All but the first four are counts of claims that are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Rows of the register.
    pub rows: u64,
    /// Rows that could not be read.
    pub rejected: u64,
    /// Claims presented after the day as at which is counted.
    pub not_yet_presented: u64,
    /// Claims that went in.
    pub claims_in: u64,
    /// Claims that are counted.
    pub distinct: u64,
    /// Further claims of a liability that is counted.
    pub duplicates: u64,
    /// Claims of which it cannot be told.
    pub undecided: u64,
    /// Distinct claims in time.
    pub in_time: u64,
    /// Distinct claims out of time.
    pub out_of_time: u64,
    /// Distinct claims whose timing is not decided.
    pub time_not_decided: u64,
    /// Distinct claims stayed.
    pub stayed: u64,
    /// Distinct claims that go on.
    pub proceeding: u64,
    /// Distinct claims withdrawn.
    pub withdrawn: u64,
}

/// Every sum that is not what its parts make, in words; empty if all agree.
#[must_use]
pub fn differences(counts: &Counts) -> Vec<String> {
    let sums = [
        (
            "rows",
            counts.rows,
            vec![
                ("claims in", counts.claims_in),
                ("rejected", counts.rejected),
                ("not yet presented", counts.not_yet_presented),
            ],
        ),
        (
            "claims in",
            counts.claims_in,
            vec![
                ("distinct", counts.distinct),
                ("duplicates", counts.duplicates),
                ("undecided", counts.undecided),
            ],
        ),
        (
            "distinct",
            counts.distinct,
            vec![
                ("in time", counts.in_time),
                ("out of time", counts.out_of_time),
                ("time not decided", counts.time_not_decided),
            ],
        ),
        (
            "distinct",
            counts.distinct,
            vec![
                ("stayed", counts.stayed),
                ("proceeding", counts.proceeding),
                ("withdrawn", counts.withdrawn),
            ],
        ),
    ];
    sums.iter()
        .filter(|(_, whole, parts)| *whole != parts.iter().map(|(_, part)| part).sum::<u64>())
        .map(|(name, whole, parts)| {
            let named: Vec<String> = parts.iter().map(|(name, part)| format!("{name} {part}")).collect();
            let sum: u64 = parts.iter().map(|(_, part)| part).sum();
            format!("{name} {whole} is not {} = {sum}", named.join(" + "))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/claims-reconcile.toml"), differences);
    }
}
