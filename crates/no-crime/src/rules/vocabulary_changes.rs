//! A series over a change of vocabulary has a break.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use crime::removal::Wording;
use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::across::Tallies;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("vocabulary-changes"),
    title: "A change of vocabulary is a break",
    says: "Removals from before and after a change of what they are called and of the grounds for them do not make one series.",
    basis: Basis::Reasoned {
        why: "the four grounds for a no crime are not the five for cancelling or transferring a crime, so a rise or fall over the change may be one of words",
    },
    in_force: InForce::Always,
    exemplar: "one table with no crimes of 2010 and cancelled crimes of May 2026",
    mend: "show the two times apart, or mark the break and say what is not known of the time between",
};

/// What removed crimes were called, and for which days that is known; the last day is empty while it is still so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Vocabulary {
    name: &'static str,
    first: NaiveDate,
    last: Option<NaiveDate>,
}

/// Says where the days of the removals lie on both sides of a change, or may do so.
#[must_use]
pub fn check(tallies: &Tallies, removals: &Place) -> Vec<Finding> {
    let Some((first, last)) = tallies.days else { return Vec::new() };
    let vocabularies = dated();
    vocabularies
        .iter()
        .zip(vocabularies.iter().skip(1))
        .filter_map(|(before, after)| {
            let ended = before.last?;
            // Something is removed before the later words are known to be used, and something after the earlier ones are.
            if first >= after.first || last <= ended || first == last {
                return None;
            }
            let lies = if first <= ended && last >= after.first { "lies" } else { "may lie" };
            Some(
                Finding::new(
                    &RULE,
                    Severity::Note,
                    "removals",
                    Some(removals.at("removed")),
                    format!(
                        "removals: they are of {first} to {last}, and a change of vocabulary {lies} between: `{}` are known to {ended}, `{}` from {}, and what was said in between is not known, so a series over it has a break",
                        before.name, after.name, after.first
                    ),
                )
                .with("first removed", first)
                .with("last removed", last),
            )
        })
        .collect()
}

/// Every vocabulary of which a day is known, the earliest first.
fn dated() -> Vec<Vocabulary> {
    let mut found: BTreeMap<&'static str, Vocabulary> = BTreeMap::new();
    for wording in Wording::all() {
        let Ok(first) = wording.known_from.parse::<NaiveDate>() else { continue };
        let last = wording.known_to.parse::<NaiveDate>().ok();
        let name = wording.vocabulary.as_str();
        found
            .entry(name)
            .and_modify(|known| {
                known.first = known.first.min(first);
                known.last = known.last.zip(last).map(|(one, other)| one.max(other));
            })
            .or_insert(Vocabulary { name, first, last });
    }
    let mut vocabularies: Vec<Vocabulary> = found.into_values().collect();
    vocabularies.sort_by_key(|vocabulary| vocabulary.first);
    vocabularies
}

#[cfg(test)]
mod tests {
    use rulebook::day;

    use super::*;
    use crate::across::cases::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/vocabulary-changes.toml"), |facts| found(facts, RULE.id));
    }

    #[test]
    fn two_vocabularies_are_dated() {
        // The rows of `crates/crime/data/removal_grounds.csv` that have days.
        let days: Vec<_> = dated().iter().map(|known| (known.name, known.first, known.last)).collect();
        assert_eq!(
            days,
            [
                ("no crimes", day(2010, 1, 1), Some(day(2011, 3, 1))),
                ("cancelled and transferred crimes", day(2026, 4, 1), None),
            ]
        );
    }
}
