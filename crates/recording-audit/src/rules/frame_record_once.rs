//! A record stands once in a frame.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("frame-record-once"),
    title: "A record stands once in a frame",
    says: "A record that stands on several rows of the frame counts once, on the first of them.",
    basis: Basis::Reasoned {
        why: "a record with two rows would have twice the chance of any other to be drawn, and a stratum would seem larger than it is",
    },
    in_force: InForce::Always,
    exemplar: "two rows of the report I1",
    mend: "take each record into the extract once; see whether the first row is the right one",
};

/// The finding about a record that stands on several lines.
#[must_use]
pub fn check(file: &str, record: &str, lines: &[u64]) -> Option<Finding> {
    let second = lines.get(1)?;
    let list: Vec<String> = lines.iter().map(u64::to_string).collect();
    let list = list.join(", ");
    let sentence = format!("{record} stands in lines {list}: it counts once, on the first");
    let place = Place::row(file, *second).at("record");
    Some(Finding::new(&RULE, Severity::Error, record, Some(place), sentence).with("lines", list))
}

#[cfg(test)]
mod tests {
    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/frame-record-once.toml"), |lines: &Vec<u64>| {
            super::check("frame.csv", "I1", lines).map_or("nothing".to_owned(), |finding| finding.to_string())
        });
    }
}
