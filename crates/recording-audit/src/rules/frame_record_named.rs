//! Every row of a frame names its record.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("frame-record-named"),
    title: "Every row of a frame names its record",
    says: "A row of the frame can be read and gives the reference of its record.",
    basis: Basis::Reasoned {
        why: "a record that cannot be named cannot be drawn, so a rate would speak of records that had no chance to be looked at",
    },
    in_force: InForce::Always,
    exemplar: "a row whose column `record` is empty",
    mend: "give every row its reference, or take out what is no record; then plan again",
};

/// Finds a row without a reference.
pub(crate) fn check(place: &Place) -> Finding {
    let sentence = "the row names no record: it cannot be drawn";
    Finding::new(&RULE, Severity::Error, "", Some(place.at("record")), sentence)
}

/// Finds a row that cannot be read, and says why.
pub(crate) fn unreadable(place: &Place, fault: &str) -> Finding {
    let sentence = format!("{fault}: the record cannot be drawn");
    Finding::new(&RULE, Severity::Error, "", Some(place.clone()), sentence).with("fault", fault)
}

#[cfg(test)]
mod tests {
    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/frame-record-named.toml"), |rows: &Vec<String>| {
            crate::sample::cases::findings_of("record,unit", rows, &["unit"], None, None)
        });
    }
}
