//! A force reports in every period in which others do.

use std::collections::BTreeSet;

use crime::Force;
use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::{Area, Published};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("force-in-every-period"),
    title: "A force in every period",
    says: "A force that a table names has figures in every period in which others have, and a table of most forces names all.",
    basis: Basis::Reasoned {
        why: "an average or a rank without a force is another average, and a gap in time is taken for a fall",
    },
    in_force: InForce::Always,
    exemplar: "a table that has Kent and Sussex in 2017 and Kent alone in 2018",
    mend: "supply the missing rows; else leave the force or the period out of comparisons",
};

/// A finding on each force and each period in which it has no cell while others have; on each of the 43 forces that a table of more than half of
/// them does not name; and a note on other bodies, which begin and end.
#[must_use]
pub fn check(published: &Published) -> Vec<Finding> {
    let (areas, windows) = (published.areas.len(), published.windows.len());
    let mut seen = vec![false; areas.saturating_mul(windows)];
    for cell in &published.cells {
        if let Some(seen) = seen.get_mut(usize::from(cell.area) * windows + usize::from(cell.window)) {
            *seen = true;
        }
    }
    let has = |area: usize, window: usize| seen.get(area * windows + window).copied().unwrap_or_default();
    let counted: Vec<usize> =
        (0..windows).filter(|window| (0..areas).any(|area| has(area, *window))).collect();
    let place = || Some(published.whole());
    let mut findings = Vec::new();
    for (number, area) in published.areas.iter().enumerate() {
        let severity = match area {
            Area::Force(_) => Severity::Warning,
            Area::Body { .. } => Severity::Note,
            Area::Partnership { .. } | Area::Region { .. } => continue,
        };
        let missing: Vec<String> = counted
            .iter()
            .filter(|window| !has(number, **window))
            .filter_map(|window| published.windows.get(*window))
            .map(ToString::to_string)
            .collect();
        // An area of which nothing was used has been told already.
        if missing.is_empty() || missing.len() == counted.len() {
            continue;
        }
        let sentence =
            format!("{} has no figures in {} of {} periods", area.name(), missing.len(), counted.len());
        findings.push(
            Finding::new(&RULE, severity, area.name(), place(), sentence).with("periods", missing.join("; ")),
        );
    }
    let named: BTreeSet<Force> = published.areas.iter().filter_map(Area::of_force).collect();
    if named.len() * 2 > Force::all().count() {
        findings.extend(Force::all().filter(|force| !named.contains(force)).map(|force| {
            let sentence =
                format!("{force} is not in the table, which names {} of the 43 forces", named.len());
            Finding::new(&RULE, Severity::Warning, force.name(), place(), sentence)
        }));
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/force-in-every-period.toml"), |table: &String| {
            crate::rules::found_in(&RULE, table)
        });
    }

    #[test]
    fn a_table_of_most_forces_names_all() {
        let rows: Vec<String> =
            Force::all().skip(1).map(|force| format!("{},Robbery,2018,1,offences", force.code())).collect();
        let rows = rows.join("\n");
        let found = crate::rules::found_in(&RULE, &format!("force,class,year,value,unit\n{rows}"));
        assert_eq!(
            found,
            ["table.csv: warning: Avon and Somerset is not in the table, which names 42 of the 43 forces"]
        );
    }
}
