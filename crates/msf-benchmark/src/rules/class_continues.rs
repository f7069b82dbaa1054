//! A class of offence is there in every period.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::{Published, Unit};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("class-continues"),
    title: "Class continues",
    says: "A class that a table names has figures in all of its periods.",
    basis: Basis::Reasoned {
        why: "a class that begins or ends has others beside it that changed their meaning, and no line joins the two sides",
    },
    in_force: InForce::Always,
    exemplar: "a table that has Residential burglary from 2018 on and Robbery from 2017 on",
    mend: "compare within the periods of the class, or sum it with the class from which it came; look for the change of counting rules",
};

/// A finding on each class that is missing in some of the periods, with the periods in which it begins and ends.
#[must_use]
pub fn check(published: &Published) -> Vec<Finding> {
    let (classes, windows) = (published.classes.len(), published.windows.len());
    let mut seen = vec![false; classes.saturating_mul(windows)];
    // A change is of two periods, and stands in one column.
    for cell in published.cells.iter().filter(|cell| cell.unit != Unit::PercentChange) {
        if let Some(seen) = seen.get_mut(usize::from(cell.class) * windows + usize::from(cell.window)) {
            *seen = true;
        }
    }
    let has = |class: usize, window: usize| seen.get(class * windows + window).copied().unwrap_or_default();
    // In time, not in the order of the file; single days are no periods.
    let mut order: Vec<usize> = (0..windows)
        .filter(|window| published.windows.get(*window).is_some_and(|window| window.days() > 1))
        .filter(|window| (0..classes).any(|class| has(class, *window)))
        .collect();
    order.sort_by_key(|window| published.windows.get(*window).map(|window| (window.last(), window.first())));
    let mut findings = Vec::new();
    for (number, class) in published.classes.iter().enumerate() {
        let there: Vec<usize> =
            (0..order.len()).filter(|at| order.get(*at).is_some_and(|window| has(number, *window))).collect();
        let (Some(first), Some(last)) = (there.first(), there.last()) else { continue };
        if there.len() == order.len() {
            continue;
        }
        let window = |at: &usize| {
            order
                .get(*at)
                .and_then(|window| published.windows.get(*window))
                .map(ToString::to_string)
                .unwrap_or_default()
        };
        let mut parts = Vec::new();
        if *first > 0 {
            parts.push(format!("begins with {}", window(first)));
        }
        if last + 1 < order.len() {
            parts.push(format!("ends with {}", window(last)));
        }
        let gaps = last + 1 - first - there.len();
        if gaps > 0 {
            parts.push(format!("is missing in {gaps} of the periods between"));
        }
        let sentence =
            format!("{} {}; it has {} of {} periods", class.name, parts.join(", "), there.len(), order.len());
        findings.push(Finding::new(&RULE, Severity::Warning, &class.name, Some(published.whole()), sentence));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/class-continues.toml"), |table: &String| {
            crate::rules::found_in(&RULE, table)
        });
    }
}
