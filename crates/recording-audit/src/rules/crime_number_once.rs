//! A crime number stands once.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("crime-number-once"),
    title: "A crime number stands once",
    says: "In a table of crimes recorded every crime number stands on one row.",
    basis: Basis::Reasoned { why: "a crime on two rows is counted twice, and may hide one that is missing" },
    in_force: InForce::Always,
    exemplar: "two rows with the crime number C1",
    mend: "take each crime into the extract once, as it stands today",
};

/// The finding about a crime number that stands on several lines of a file.
#[must_use]
pub fn check(file: &str, crime: &str, lines: &[u64]) -> Option<Finding> {
    let second = lines.get(1)?;
    let list: Vec<String> = lines.iter().map(u64::to_string).collect();
    let list = list.join(", ");
    let sentence =
        format!("crime {crime} stands in lines {list}: whatever is said of it may be counted twice");
    let place = Place::row(file, *second).at("crime");
    Some(Finding::new(&RULE, Severity::Error, crime, Some(place), sentence).with("lines", list))
}

#[cfg(test)]
mod tests {
    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/crime-number-once.toml"), |lines: &Vec<u64>| {
            super::check("crimes.csv", "C1", lines)
                .map_or("nothing".to_owned(), |finding| finding.to_string())
        });
    }
}
