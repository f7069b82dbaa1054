//! The force that the paper is about stands in the table.

use crime::Force;
use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("focal-force-in-table"),
    title: "The focal force is in the table",
    says: "The force that the paper compares with others has a row of its own that can be used.",
    basis: Basis::Reasoned { why: "without it there is nothing to compare" },
    in_force: InForce::Always,
    exemplar: "focal force Kent, a table of Sussex alone",
    mend: "correct the name of the focal force, or supply its row",
};

/// The focal force, if `focal` names one that is among the usable rows of `file`; else what is wrong.
///
/// # Errors
///
/// A finding at `place`, where the focal force is named.
pub fn check(focal: &str, place: &Place, file: &str, forces: &[Force]) -> Result<Force, Box<Finding>> {
    let fault = |sentence: String| {
        let names: Vec<String> = forces.iter().map(ToString::to_string).collect();
        Box::new(
            Finding::new(&RULE, Severity::Error, focal, Some(place.clone()), sentence)
                .with("focal", focal)
                .with("forces in the table", names.join(", ")),
        )
    };
    let force: Force = focal.parse().map_err(|unknown: crime::UnknownForce| fault(unknown.to_string()))?;
    if forces.contains(&force) {
        Ok(force)
    } else {
        Err(fault(format!("the focal force {force} has no usable row in {file}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::in_words;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        focal: String,
        forces: Vec<String>,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/focal-force-in-table.toml"), |facts: &Facts| {
            let forces: Vec<Force> = facts.forces.iter().map(|name| name.parse().unwrap()).collect();
            let found = check(&facts.focal, &Place::file("benchmark.toml"), "no_crimes.csv", &forces);
            in_words(found.err().map(|finding| *finding))
        });
    }
}
