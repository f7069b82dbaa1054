//! A row of an official table is of an area that is known.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("area-recognised"),
    title: "Area recognised",
    says: "Each row of an official table is of a force, a partnership, a region, or a body that records crimes; its code decides, else its name.",
    basis: Basis::Reasoned {
        why: "a row that is guessed would be counted for somebody else, and a force and a region may share a name",
    },
    in_force: InForce::Always,
    exemplar: "a row for `West Midland`",
    mend: "give the area its code, or write its name as the list of forces has it",
};

/// The finding on the rows of a name in which no area is recognised; they are not used. `near` are the nearest names, `rows` the lines.
#[must_use]
pub fn check(name: &str, near: &[String], place: Place, rows: &str) -> Finding {
    let quoted: Vec<String> = near.iter().map(|name| format!("`{name}`")).collect();
    let hint =
        if near.is_empty() { String::new() } else { format!("; the nearest are {}", quoted.join(", ")) };
    let hint = if near.len() == 1 { hint.replace("nearest are", "nearest is") } else { hint };
    let sentence = format!("`{name}` is no force, region or recording body that is known{hint}");
    Finding::new(&RULE, Severity::Error, name, Some(place), sentence)
        .with("nearest", if near.is_empty() { "none".to_owned() } else { near.join(", ") })
        .with("rows", rows)
}

/// The finding on the rows of a name that a force and a region share, in a table where both kinds stand without codes.
#[must_use]
pub fn shared(name: &str, candidates: &[String], place: Place, rows: &str) -> Finding {
    let sentence =
        format!("`{name}` stands among forces and regions without a code: {}", candidates.join(" or "));
    Finding::new(&RULE, Severity::Error, name, Some(place), sentence)
        .with("candidates", candidates.join(", "))
        .with("rows", rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/area-recognised.toml"), |table: &String| {
            crate::rules::found_in(&RULE, table)
        });
    }
}
