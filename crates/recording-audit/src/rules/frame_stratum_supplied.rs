//! Every record of a frame says to which stratum it belongs.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("frame-stratum-supplied"),
    title: "Every record says to which stratum it belongs",
    says: "A column that makes strata holds a value for every record; records without one make a stratum of their own, called `not supplied`.",
    basis: Basis::Reasoned {
        why: "left out, they could not be drawn; put into another stratum, they would be counted as what they may not be",
    },
    in_force: InForce::Always,
    exemplar: "a report whose column `route` is empty, where routes make the strata",
    mend: "supply the value, or take the stratum `not supplied` for what it is",
};

/// Finds an empty stratum column.
pub(crate) fn check(place: &Place, record: &str, column: &str) -> Finding {
    let sentence =
        format!("{record}: `{column}` is not supplied, so it stands in the stratum `not supplied`");
    Finding::new(&RULE, Severity::Warning, record, Some(place.at(column)), sentence)
}

#[cfg(test)]
mod tests {
    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/frame-stratum-supplied.toml"), |rows: &Vec<String>| {
            crate::sample::cases::findings_of("record,unit", rows, &["unit"], None, None)
        });
    }
}
