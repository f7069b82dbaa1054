//! Figures that another command computed and the folder carries: of an audit that was scored, of a comparison, and of removals that were judged.

use rulebook::Rule;
use table::read_figures;

use super::{Desk, add_findings};
use crate::rules::{carried_figure_agrees, of_all_rooms};

/// Where they stand in a folder.
pub(super) const FILES: [&str; 3] =
    ["audit/figures.csv", "audit/comparison-figures.csv", "audit/removals-figures.csv"];

/// Adds them, once the rooms have computed theirs.
pub(super) fn add(desk: &mut Desk<'_>) {
    let rule_of = |slug: &str| -> Option<&'static Rule> {
        of_all_rooms().into_iter().map(|(_, rule)| rule).find(|rule| rule.id.0 == slug)
    };
    for file in FILES {
        let Some(source) = desk.shelf.input(file) else { continue };
        let rows = match read_figures(source, rule_of) {
            Ok(rows) => rows,
            Err(error) => {
                desk.unread(&["audit"], vec![error]);
                continue;
            }
        };
        let material = &mut *desk.material;
        material.count(Some(&rows));
        let mut findings: Vec<_> = rows.findings().cloned().collect();
        for row in rows.good {
            match material.figure(row.value.id.as_str()) {
                Some(computed) => {
                    findings.extend(carried_figure_agrees::check(&row.place, &row.value, computed));
                }
                None => material.figures.push(row.value),
            }
        }
        add_findings(material, "audit", findings);
    }
}
