//! Every channel and every item belongs to a desk that exists.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};
use table::Rows;

use crate::Desk;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("desk-known"),
    title: "Desk known",
    says: "The desk that a channel or an item of the plan names is one of the desks of the force.",
    basis: Basis::Reasoned { why: "what no desk answers for is released by nobody, or by two" },
    in_force: InForce::Always,
    exemplar: "an item for the `Night desk` where the table of desks has `Press desk` only",
    mend: "correct the name, or add the desk; where it is not known, write `not known`",
};

/// Says so if no desk has this name. `place` is the cell that names it.
#[must_use]
pub fn check(record: &str, place: &Place, desk: &str, desks: &Rows<Desk>) -> Option<Finding> {
    if desks.good.iter().any(|row| row.value.name == desk) {
        return None;
    }
    let names: Vec<&str> = desks.good.iter().map(|row| row.value.name.as_str()).collect();
    let names = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    let rejected = desks.withheld().map(|reason| format!(" ({reason})")).unwrap_or_default();
    let sentence = format!(
        "`{record}` names the desk `{desk}`, which is not in {}: it has {names}{rejected}",
        desks.file
    );
    Some(
        Finding::new(&RULE, Severity::Error, record, Some(place.clone()), sentence)
            .with("desk", desk)
            .with("desks", names),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        desks: String,
        desk: String,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/desk-known.toml"), |facts: &Facts| {
            let desks = given::desks(&facts.desks);
            check("Open day", &Place::row("plan.csv", 2).at("desk"), &facts.desk, &desks)
                .map_or_else(String::new, |finding| finding.to_string())
        });
    }
}
