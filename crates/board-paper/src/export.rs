//! Figures and findings as tables for machines.

use std::collections::BTreeMap;

use rulebook::{Basis, Figure, FigureId, Finding};

/// `figures.csv`: every figure with its origin and where the paper prints it.
pub(crate) fn figures(figures: &[Figure], printed_in: &BTreeMap<FigureId, Vec<String>>) -> Vec<u8> {
    table::figures(figures, |id| printed_in.get(id).map_or_else(String::new, |places| places.join("; ")))
}

/// `findings.csv`: every finding with its rule, place, values, citation and what mends it.
pub(crate) fn findings(findings: &[(&'static str, Vec<Finding>)]) -> Vec<u8> {
    let header = [
        "room", "severity", "rule", "record", "file", "sheet", "row", "column", "values", "finding",
        "citation", "how_read", "mend",
    ];
    let rows: Vec<Vec<String>> = findings
        .iter()
        .flat_map(|(room, findings)| findings.iter().map(move |finding| (room, finding)))
        .map(|(room, finding)| {
            let place = finding.place.as_ref();
            let values: Vec<String> =
                finding.values.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            vec![
                (*room).to_owned(),
                finding.severity.to_string(),
                finding.rule.id.to_string(),
                finding.record.clone(),
                place.map_or_else(String::new, |place| place.file.clone()),
                place.and_then(|place| place.sheet.clone()).unwrap_or_default(),
                place.and_then(|place| place.row).map_or_else(String::new, |row| row.to_string()),
                place.and_then(|place| place.column.clone()).unwrap_or_default(),
                values.join("; "),
                finding.sentence.clone(),
                finding.rule.basis.to_string(),
                match &finding.rule.basis {
                    Basis::Published(citation) => citation.seen.to_string(),
                    Basis::Reasoned { .. } => String::new(),
                },
                finding.rule.mend.to_owned(),
            ]
        })
        .collect();
    table::write(&header, &rows).unwrap_or_default()
}
