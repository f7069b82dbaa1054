//! Nought has no sign.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::{Lines, Published};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("nought-without-sign"),
    title: "Nought without sign",
    says: "A cell that reads `-00` is read as nought.",
    basis: Basis::Reasoned {
        why: "the format of a spreadsheet prints nought so; a program may take it for a missing or a negative number",
    },
    in_force: InForce::Always,
    exemplar: "a count of `-00`",
    mend: "nothing, if nought is meant; the publisher can say so",
};

/// One finding for the whole table: the release of a year may hold thousands of such cells, all for one reason, and a finding on each
/// would bury the others. It gives their number and every line, neighbours together, so that nothing is left out.
#[must_use]
pub fn check(published: &Published, lines: &Lines) -> Option<Finding> {
    let first = lines.first()?;
    let place = published.row(first);
    let sentence = match lines.count() {
        1 => "1 cell reads `-00` or alike, and is read as nought".to_owned(),
        count => format!("{count} cells read `-00` or alike, and are read as nought"),
    };
    let finding = Finding::new(&RULE, Severity::Note, &*published.file, Some(place), sentence);
    Some(finding.with("cells", lines.count()).with("rows", lines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/nought-without-sign.toml"), |table: &String| {
            crate::rules::found_in(&RULE, table)
        });
    }
}
