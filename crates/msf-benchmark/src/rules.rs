//! The rules of the room, one module each.

use rulebook::Rule;

pub mod area_recognised;
pub mod cell_once;
pub mod class_continues;
pub mod code_and_name_agree;
pub mod complete_count_has_no_sampling_interval;
pub mod count_not_negative;
pub mod declared_difference;
pub mod focal_force_in_table;
pub mod footnoted_name;
pub mod force_in_every_period;
pub mod force_recognised;
pub mod nought_without_sign;
pub mod percent_scale;
pub mod period_end;
pub mod published_sum;
pub mod releases_disagree;

/// Every rule, in the order in which they are asked.
pub static ALL: &[&Rule] = &[
    &force_recognised::RULE,
    &focal_force_in_table::RULE,
    &declared_difference::RULE,
    &complete_count_has_no_sampling_interval::RULE,
    &area_recognised::RULE,
    &code_and_name_agree::RULE,
    &footnoted_name::RULE,
    &nought_without_sign::RULE,
    &period_end::RULE,
    &force_in_every_period::RULE,
    &class_continues::RULE,
    &cell_once::RULE,
    &count_not_negative::RULE,
    &percent_scale::RULE,
    &published_sum::RULE,
    &releases_disagree::RULE,
];

/// A finding as the case files write it, for tests.
#[cfg(test)]
fn in_words(found: Option<rulebook::Finding>) -> String {
    found.map_or("nothing".to_owned(), |finding| format!("{}: {}", finding.severity, finding.sentence))
}

/// What `rule` finds in an official table, for tests.
#[cfg(test)]
fn found_in(rule: &Rule, text: &str) -> Vec<String> {
    let read = crate::read_official(table::Source::new("table.csv", text.as_bytes())).unwrap();
    for table in &read {
        assert_eq!(table.rows.read, table.rows.answered + table.rows.rejected);
    }
    let findings = read.iter().flat_map(|table| &table.findings);
    let of_rule = findings.filter(|finding| finding.rule.id == rule.id);
    let place =
        |finding: &rulebook::Finding| finding.place.as_ref().map_or_else(String::new, ToString::to_string);
    of_rule.map(|finding| format!("{}: {}: {}", place(finding), finding.severity, finding.sentence)).collect()
}
