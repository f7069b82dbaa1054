//! Two releases say the same of one period.

use std::collections::{BTreeMap, BTreeSet};

use calendar::Window;
use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::{Area, CellValue, Class, Published, Totals, Unit};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("releases-disagree"),
    title: "Releases disagree",
    says: "What two releases say of one area, class and period is the same.",
    basis: Basis::Reasoned {
        why: "forces revise what they recorded, so a rate depends on the release it was taken from, and must name it",
    },
    in_force: InForce::Always,
    exemplar: "52 robberies of Kent in one release and 50 in the next",
    mend: "take all figures of a comparison from one release, and name it; the later one holds the revisions",
};

/// A finding on each area and period of which two releases differ: in all offences without fraud (shorter periods are added up to longer ones, so
/// quarters are held against a year), or in a class that both have under the same code and name.
#[must_use]
pub fn check(one: &Published, other: &Published) -> Vec<Finding> {
    let (totals, others) = (Totals::of(one), Totals::of(other));
    let (classes, other_classes) = (by_class(one), by_class(other));
    let mut findings = Vec::new();
    let areas: BTreeSet<&Area> = one.areas.iter().filter(|area| other.areas.contains(area)).collect();
    for area in areas {
        let windows: BTreeSet<Window> = totals.windows(area).chain(others.windows(area)).collect();
        for window in windows {
            let both = (totals.get(area, window), others.get(area, window));
            let total = match both {
                (Some(a), Some(b)) if a != b => Some((a, b)),
                (Some(_) | None, Some(_) | None) => None,
            };
            let differing = differing(&classes, &other_classes, area, window);
            findings.extend(finding(one, other, area, window, total, &differing));
        }
    }
    findings
}

type ByClass<'p> = BTreeMap<(&'p Area, Window), BTreeMap<&'p Class, i64>>;

fn by_class(published: &Published) -> ByClass<'_> {
    let mut sums = ByClass::new();
    for cell in published.cells.iter().filter(|cell| cell.unit == Unit::Offences) {
        let CellValue::Count(count) = cell.value else { continue };
        let (Some(area), Some(window), Some(class)) =
            (published.area(cell), published.window(cell), published.class(cell))
        else {
            continue;
        };
        let sum = sums.entry((area, window)).or_default().entry(class).or_default();
        *sum = sum.saturating_add(count);
    }
    sums
}

/// The classes of which both have a count, and not the same.
fn differing<'p>(
    one: &ByClass<'p>,
    other: &ByClass<'_>,
    area: &Area,
    window: Window,
) -> Vec<(&'p str, i64, i64)> {
    let (Some(one), Some(other)) = (one.get(&(area, window)), other.get(&(area, window))) else {
        return Vec::new();
    };
    let both =
        one.iter().filter_map(|(class, count)| Some((class.name.as_str(), *count, *other.get(class)?)));
    both.filter(|(_, a, b)| a != b).collect()
}

fn finding(
    one: &Published,
    other: &Published,
    area: &Area,
    window: Window,
    total: Option<(i64, i64)>,
    classes: &[(&str, i64, i64)],
) -> Option<Finding> {
    let name = area.name();
    let sentence = match (total, classes) {
        (Some((a, b)), _) => format!(
            "{name} has {a} offences without fraud in {window} by {}, and {b} by {}",
            one.file, other.file
        ),
        (None, [(class, a, b)]) => {
            format!("{name} has {a} of {class} in {window} by {}, and {b} by {}", one.file, other.file)
        }
        (None, []) => return None,
        (None, several) => format!(
            "{name} differs in {} classes in {window} between {} and {}",
            several.len(),
            one.file,
            other.file
        ),
    };
    let mut finding = Finding::new(&RULE, Severity::Warning, name, Some(other.whole()), sentence);
    if let Some((a, b)) = total {
        finding =
            finding.with("one release", a).with("other release", b).with("difference", b.saturating_sub(a));
    }
    Some(classes.iter().fold(finding, |finding, (class, a, b)| finding.with(*class, format!("{a} and {b}"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        one: String,
        other: String,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/releases-disagree.toml"), |facts: &Facts| {
            let read = |name: &str, text: &str| {
                crate::read_official(table::Source::new(name, text.as_bytes())).unwrap().remove(0)
            };
            let found = check(&read("one.csv", &facts.one), &read("other.csv", &facts.other));
            found
                .iter()
                .map(|finding| format!("{}: {}", finding.severity, finding.sentence))
                .collect::<Vec<_>>()
        });
    }
}
