//! A break says what it touches, whose figures, and in which order its days stand.

use crime::Force;
use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::Row;

use crate::{BreakRow, Kind};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("break-is-whole"),
    title: "A break is whole",
    says: "A break of classes or terms names them, its forces are known, and its earliest day is not after its latest.",
    basis: Basis::Reasoned { why: "a break that touches nothing would let every line run on across it" },
    in_force: InForce::Always,
    exemplar: "a break of classes that names none",
    mend: "name the classes by code and by the names that tables use; give the two days in their order",
};

/// Finds fault with a break that cannot be used.
#[must_use]
pub fn check(row: &Row<BreakRow>) -> Option<Finding> {
    let BreakRow { id, touches, what, forces, earliest, latest, .. } = &row.value;
    let fault = |column: &str, sentence: String| {
        Some(Finding::new(&RULE, Severity::Error, id, Some(row.place.at(column)), sentence))
    };
    let names = BreakRow::several(what).count();
    match touches {
        Kind::Classes | Kind::Terms if names == 0 => {
            return fault("what", format!("{id}: names no class or term that it touches"));
        }
        Kind::All | Kind::Totals if names > 0 => {
            return fault("what", format!("{id}: touches all or totals and names classes as well"));
        }
        Kind::Classes | Kind::Terms | Kind::All | Kind::Totals => {}
    }
    if forces.trim() != "all" {
        if BreakRow::several(forces).count() == 0 {
            return fault("forces", format!("{id}: names no force; write `all` for all"));
        }
        let unknown = BreakRow::several(forces).find_map(|name| name.parse::<Force>().err());
        if let Some(unknown) = unknown {
            return fault("forces", format!("{id}: {unknown}"));
        }
    }
    match earliest {
        Known::Is(earliest) if earliest > latest => {
            fault("earliest", format!("{id}: the earliest day {earliest} is after the latest {latest}"))
        }
        Known::Is(_) | Known::NotKnown | Known::NotSupplied => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::in_words;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/break-is-whole.toml"), |facts: &BreakRow| {
            let row = Row { place: rulebook::Place::row("breaks.csv", 2), value: facts.clone() };
            in_words(check(&row))
        });
    }
}
