//! A unit makes crimes into lesser ones no more often than the others.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use rust_decimal::Decimal;
use statistics::{Confidence, newcombe};

use crate::compare::{Dimension, Kind, Tally};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("reclassified-more-than-others"),
    title: "A unit makes crimes into lesser ones no more often than the others",
    says: "Of the crimes that a unit recorded, the share re-classified down, by the longest sentences of the list of offences, is not above that of all other units together by more than chance explains: the interval of the difference (Newcombe), at 95% for all units together, holds nought.",
    basis: Basis::Reasoned {
        why: "one re-classification is a decision about one crime; a unit that makes many more than the others may have a habit, or crimes of another kind, and either has to be looked at",
    },
    in_force: InForce::Always,
    exemplar: "a unit that re-classified 40 of 400 crimes down, where the others did so with 60 of 6,000",
    mend: "read the re-classifications of the unit, which are in the findings, with who approved them; if its crimes are of another kind, say so",
};

/// The fewest crimes of a unit of which something is said.
const LEAST: u64 = 30;

/// Every unit that stands out. A record is the name of the unit.
#[must_use]
pub fn check(tally: &Tally) -> Vec<Finding> {
    let units: Vec<(&str, u64, u64)> = tally
        .by(Dimension::PolicingUnit)
        .into_iter()
        .map(|(unit, counts)| {
            let of = |kind: Kind| counts.get(kind as usize).copied().unwrap_or_default();
            (unit, of(Kind::ReclassifiedDown), Kind::OF_RECORDED.into_iter().map(of).sum())
        })
        .filter(|(_, down, recorded)| down <= recorded)
        .collect();
    let (all_down, all) = units.iter().fold((0, 0), |(down, all), (_, d, n)| (down + d, all + n));
    let told = units.iter().filter(|(_, _, recorded)| *recorded >= LEAST).count();
    let Some(confidence) = of_each(told) else { return Vec::new() };
    units
        .iter()
        .filter(|(_, _, recorded)| *recorded >= LEAST && all - recorded >= LEAST)
        .filter_map(|(unit, down, recorded)| {
            let others = (all_down - down, all - recorded);
            let difference = newcombe((*down, *recorded), others, confidence)?;
            (difference.limits.low > 0.0).then(|| {
                let points = |share: f64| format!("{:.1}", share * 100.0);
                let sentence = format!(
                    "{unit}: {down} of {recorded} crimes were re-classified down, by the other units {} of {}: {} percentage points more ({} to {}, Newcombe, {confidence} for each of {told} units)",
                    others.0,
                    others.1,
                    points(difference.value),
                    points(difference.limits.low),
                    points(difference.limits.high)
                );
                Finding::new(&RULE, Severity::Warning, *unit, None, sentence)
                    .with("re-classified down", down)
                    .with("recorded", recorded)
                    .with("re-classified down elsewhere", others.0)
                    .with("recorded elsewhere", others.1)
            })
        })
        .collect()
}

/// How sure each of so many intervals has to be, so that all of them together are 95% sure (C. E. Bonferroni).
fn of_each(units: usize) -> Option<Confidence> {
    let units = Decimal::from(units);
    let risk = Decimal::from(5).checked_div(units)?.round_dp(3);
    Confidence::of_percent(Decimal::ONE_HUNDRED - risk).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A unit, how many of its crimes were re-classified down, and how many it recorded.
    type Unit = (String, u64, u64);

    #[test]
    fn worked_examples() {
        casebook::check(
            include_str!("../../cases/reclassified-more-than-others.toml"),
            |units: &Vec<Unit>| {
                let mut tally = Tally::default();
                for (unit, down, recorded) in units {
                    let at = tally.at(["", unit, "", "", ""]);
                    (0..*recorded).for_each(|_| tally.count(at, Kind::Matched));
                    (0..*down).for_each(|_| tally.count(at, Kind::ReclassifiedDown));
                }
                check(&tally).iter().map(ToString::to_string).collect::<Vec<_>>()
            },
        );
    }
}
