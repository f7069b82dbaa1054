//! Files of the folder that the paper does not use are named.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("unread-file"),
    title: "Unread file",
    says: "A table or narrative in the folder that the paper does not use is named.",
    basis: Basis::Reasoned {
        why: "a misspelt or forgotten entry in paper.toml would otherwise be lost in silence",
    },
    in_force: InForce::Always,
    exemplar: "a folder with `audit/starta.csv`, which paper.toml does not name",
    mend: "declare the file in paper.toml, or move it out of the folder",
};

/// One finding for each file of `present` that is not in `used`. Only tables, settings and narratives are looked at.
#[must_use]
pub fn check<'a>(present: impl IntoIterator<Item = &'a str>, used: &[String]) -> Vec<Finding> {
    present
        .into_iter()
        .filter(|file| [".csv", ".toml", ".md"].iter().any(|end| file.ends_with(end)))
        .filter(|file| !file.rsplit('/').next().unwrap_or_default().starts_with("README"))
        .filter(|file| !used.iter().any(|used| used == file))
        .map(|file| {
            let sentence = format!("`{file}` is in the folder, but the paper does not use it");
            Finding::new(&RULE, Severity::Note, file, Some(Place::file(file)), sentence)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        present: Vec<String>,
        used: Vec<String>,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/unread-file.toml"), |facts: &Facts| {
            check(facts.present.iter().map(String::as_str), &facts.used)
                .into_iter()
                .map(|finding| finding.record)
                .collect::<Vec<_>>()
        });
    }
}
