//! A name carries no mark of a footnote.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("footnoted-name"),
    title: "Footnoted name",
    says: "A name that carries the marks of footnotes is read without them, if it is known without them.",
    basis: Basis::Reasoned {
        why: "a mark glued to a name makes another name of it, and the note it points to may limit what the figures mean",
    },
    in_force: InForce::Always,
    exemplar: "a row for `Northumbria7`",
    mend: "nothing in the table; read the notes that the marks point to before the figures are used",
};

/// The finding on a name as it was `read`, which is `name` with `marks`.
#[must_use]
pub fn check(read: &str, name: &str, marks: &str, place: Place) -> Finding {
    let sentence = format!("`{read}` is read as {name}; `{marks}` points to notes");
    Finding::new(&RULE, Severity::Note, name, Some(place), sentence).with("read", read).with("marks", marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/footnoted-name.toml"), |table: &String| {
            crate::rules::found_in(&RULE, table)
        });
    }
}
