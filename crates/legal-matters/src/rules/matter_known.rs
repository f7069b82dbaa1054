//! A row that names a matter names one that is listed.

use std::collections::BTreeSet;

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::cell::key;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("matter-known"),
    title: "Matter known",
    says: "A proceeding, a party, a quantity or a contribution belongs to a matter that is listed.",
    basis: Basis::Reasoned {
        why: "a row of a matter that nobody lists would be printed nowhere, and counted nowhere",
    },
    in_force: InForce::Always,
    exemplar: "a party to `bridge`, where only `fire` is listed",
    mend: "list the matter, or correct its name",
};

/// The names of the matters that are listed. Case and punctuation do not matter.
#[derive(Debug, Clone, Default)]
pub struct Listed(BTreeSet<String>);

impl Listed {
    /// These matters.
    #[must_use]
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self(names.into_iter().map(key).collect())
    }

    /// Whether a matter of that name is listed.
    #[must_use]
    pub fn holds(&self, name: &str) -> bool {
        !name.trim().is_empty() && self.0.contains(&key(name))
    }
}

/// What is to be said of a row `record` at `place` that names the matter `name`, if it is not listed.
#[must_use]
pub fn judge(listed: &Listed, name: &str, record: &str, place: &Place) -> Option<Finding> {
    if listed.holds(name) {
        return None;
    }
    let sentence =
        format!("`{record}` belongs to the matter `{name}`, which is not among the matters listed");
    Some(
        Finding::new(&RULE, Severity::Error, record, Some(place.at("matter")), sentence).with("matter", name),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        listed: Vec<String>,
        named: String,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/matter-known.toml"), |facts: &Facts| {
            let listed = Listed::of(facts.listed.iter().map(String::as_str));
            judge(&listed, &facts.named, "a row", &Place::row("parties.csv", 2)).is_none()
        });
    }
}
