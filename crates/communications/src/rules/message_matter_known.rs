//! The matter of an item can be looked up.

use crime::Proceeding;
use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::Row;

use crate::{Item, Matter};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("message-matter-known"),
    title: "Matter of a message known",
    says: "An item says which legal matter it speaks of, or `none`; and a proceeding is supplied for the matter it names.",
    basis: Basis::Reasoned {
        why: "whether a message touches an active proceeding can be told only if somebody says what it is about",
    },
    in_force: InForce::Always,
    exemplar: "a message about a fire where no proceeding of the matter `fire` is supplied",
    mend: "name the matter as the table of proceedings does, add its proceedings, or write `none`",
};

/// Says so if the item cannot be checked against `proceedings`, those known on the day of the paper.
#[must_use]
pub fn check(row: &Row<Item>, proceedings: &[&Proceeding]) -> Option<Finding> {
    let item = &row.value;
    let sentence = match &item.matter {
        Known::Is(Matter::None) => return None,
        Known::Is(Matter::Named(name)) if proceedings.iter().any(|proceeding| proceeding.is_of(name)) => {
            return None;
        }
        Known::Is(Matter::Named(name)) => {
            format!(
                "`{}` speaks of `{name}`, for which no proceeding is supplied: it cannot be checked",
                item.name
            )
        }
        Known::NotKnown => {
            format!("it is not known of which legal matter `{}` speaks: it cannot be checked", item.name)
        }
        Known::NotSupplied => {
            format!("nobody has said whether `{}` speaks of a legal matter: it cannot be checked", item.name)
        }
    };
    Some(
        Finding::new(&RULE, Severity::Note, &item.name, Some(row.place.at("matter")), sentence)
            .with("matter", &item.matter),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given;
    use serde::Deserialize;
    use table::Source;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        matter: String,
        proceeding_of: String,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/message-matter-known.toml"), |facts: &Facts| {
            let plan = given::plan(&format!("Memorial,,,,,,{},\n", facts.matter));
            let text = format!(
                "matter,proceeding,kind,forum,active_from,active_to,known_from,next_step,next_as_printed,source\n{},Hearing,civil,Court,,,2000-01-01,,,invented\n",
                facts.proceeding_of
            );
            let proceedings = Proceeding::read(Source::new("proceedings.csv", text.as_bytes())).unwrap();
            let known: Vec<&Proceeding> = proceedings.good.iter().map(|row| &row.value).collect();
            check(&plan.good[0], &known).map_or_else(String::new, |finding| finding.sentence)
        });
    }
}
