//! What a table prints as a sum is the sum of its parts.

use std::collections::HashMap;

use crime::{Force, RecordingBody};
use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::{
    Area, CellValue, Published, PublishedCell, Unit, headline,
    headline::{parts, wholes},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("published-sum"),
    title: "Published sum",
    says: "A region is the sum of its forces, a force of its partnerships, and a class of offence of the classes into which the table divides it.",
    basis: Basis::Reasoned {
        why: "where it is not, one of the figures is wrong, or they are not about the same thing",
    },
    in_force: InForce::Always,
    exemplar: "a table with 10 burglaries, of which 4 residential and 5 not",
    mend: "look in the notes of the table; else ask the publisher which figure is wrong",
};

/// The counts of one period, by area and class.
type Counts<'p> = HashMap<(u16, u16), (i64, &'p PublishedCell)>;

/// A finding on each count that is not the sum of its parts. Only sums of which every part stands in the table are held against it.
#[must_use]
pub fn check(published: &Published) -> Vec<Finding> {
    let names: Vec<Option<&str>> = published.classes.iter().map(|class| headline(&class.name)).collect();
    let sums = |area: &Area| matches!(area, Area::Region { .. } | Area::Partnership { .. });
    let divided: Vec<(u16, Vec<u16>)> = wholes().filter_map(|whole| class_parts(&names, whole)).collect();
    if divided.is_empty() && !published.areas.iter().any(sums) {
        return Vec::new();
    }
    let mut periods: HashMap<u16, Counts<'_>> = HashMap::new();
    for cell in published.cells.iter().filter(|cell| cell.unit == Unit::Offences) {
        if let CellValue::Count(count) = cell.value {
            let counts = periods.entry(cell.window).or_default();
            let held = counts.entry((cell.area, cell.class)).or_insert((0, cell));
            held.0 = held.0.saturating_add(count);
        }
    }
    let areas = area_parts(published);
    let mut findings = Vec::new();
    for counts in periods.values() {
        for (&(area, class), &(printed, cell)) in counts {
            let sum = |parts: &mut dyn Iterator<Item = (u16, u16)>| -> Option<i64> {
                parts.map(|part| counts.get(&part).map(|(count, _)| *count)).sum()
            };
            if let Some((_, parts, kind)) = areas.iter().find(|(whole, ..)| *whole == area) {
                let sum = sum(&mut parts.iter().map(|part| (*part, class)));
                findings.extend(differs(published, cell, printed, sum, kind));
            }
            if let Some((_, parts)) = divided.iter().find(|(whole, _)| *whole == class) {
                let sum = sum(&mut parts.iter().map(|part| (area, *part)));
                findings.extend(differs(published, cell, printed, sum, "its classes"));
            }
        }
    }
    findings.sort_by(|a, b| (&a.place, &a.sentence).cmp(&(&b.place, &b.sentence)));
    findings
}

fn differs(
    published: &Published,
    cell: &PublishedCell,
    printed: i64,
    sum: Option<i64>,
    of: &str,
) -> Option<Finding> {
    let sum = sum.filter(|sum| *sum != printed)?;
    let (area, class, window) = published.names(cell);
    let sentence = format!("{area} has {printed} of {class} in {window}; {of} come to {sum}");
    Some(
        Finding::new(&RULE, Severity::Warning, area, Some(published.place(cell)), sentence)
            .with("printed", printed)
            .with("sum", sum)
            .with("difference", printed.saturating_sub(sum)),
    )
}

/// The number of a class and those of its parts, if the table has all of them.
fn class_parts(names: &[Option<&str>], whole: &str) -> Option<(u16, Vec<u16>)> {
    let number = |name: &str| {
        names.iter().position(|known| *known == Some(name)).and_then(|at| u16::try_from(at).ok())
    };
    Some((number(whole)?, parts(whole).map(number).collect::<Option<_>>()?))
}

/// The areas that are sums of others, their parts, and what these are called.
fn area_parts(published: &Published) -> Vec<(u16, Vec<u16>, &'static str)> {
    let number = |wanted: &Area| {
        published.areas.iter().position(|area| area == wanted).and_then(|at| u16::try_from(at).ok())
    };
    let of_forces = |within: &dyn Fn(Force) -> bool| -> Option<Vec<u16>> {
        Force::all().filter(|force| within(*force)).map(|force| number(&Area::Force(force))).collect()
    };
    let transport = RecordingBody::named("British Transport Police")
        .map(|body| Area::Body { name: body.name().to_owned() });
    let mut sums = Vec::new();
    for (at, area) in published.areas.iter().enumerate() {
        let Ok(at) = u16::try_from(at) else { continue };
        let parts = match area {
            Area::Region { name, code } if code.is_some() => match name.as_str() {
                // The transport police work in both countries and belong to neither, so the sum of both is the one that holds them.
                "England and Wales" => of_forces(&|_| true)
                    .map(|forces| forces.into_iter().chain(transport.as_ref().and_then(number)).collect()),
                "England" => of_forces(&|force| force.region() != "Wales"),
                region => of_forces(&|force| force.region() == region)
                    .filter(|forces: &Vec<u16>| !forces.is_empty()),
            },
            Area::Force(force) => {
                let partnerships = published.areas.iter().enumerate();
                let within = partnerships
                    .filter(|(_, area)| matches!(area, Area::Partnership { force: of, .. } if of == force));
                let parts: Vec<u16> = within.filter_map(|(at, _)| u16::try_from(at).ok()).collect();
                (!parts.is_empty()).then_some(parts)
            }
            Area::Region { .. } | Area::Partnership { .. } | Area::Body { .. } => None,
        };
        let kind = if area.force().is_some() { "its partnerships" } else { "its forces" };
        sums.extend(parts.map(|parts| (at, parts, kind)));
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/published-sum.toml"), |table: &String| {
            crate::rules::found_in(&RULE, table)
        });
    }
}
