//! A crime that is due is recorded.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::compare::{Side, layouts::due, rows::Due};
use calendar::moment::missing;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("due-crime-recorded"),
    title: "A crime that is due is recorded",
    says: "For every crime that a decision or an auditor says is due of a report, a crime is recorded once its limit has passed.",
    basis: Basis::Reasoned {
        why: "the share of crimes due that are recorded is what an inspection measures; each one missing is a victim without a record",
    },
    in_force: InForce::Always,
    exemplar: "a report of which one crime is due, and nothing is recorded",
    mend: "record the crime; if the decision is wrong, correct the facts on which it rests and decide again",
};

/// Says that a crime due has no record.
pub(crate) fn check(due: &Due<'_>, store: &str, place: &Place, side: Side) -> Finding {
    let act = due.record.get(due::ACT);
    let of_act = if act.is_empty() { String::new() } else { format!(" ({act})") };
    let from = if missing(store) { String::new() } else { format!(", from {store}") };
    // A row that could not be read is not taken for none.
    let found = match side {
        Side::DueOfUnread => {
            "is due; whether it is recorded cannot be told, for a row of this report could not be read"
        }
        Side::Due | Side::Recorded | Side::NoIncident => "is due and not recorded",
    };
    let sentence = format!("{}{of_act}{from}: a crime of class {} {found}", due.incident, due.class);
    let finding = Finding::new(&RULE, Severity::Warning, due.incident, Some(place.at("class")), sentence)
        .with("class due", due.class)
        .with("subcode due", due.subcode)
        .with("victims", due.victims)
        .with("store", if missing(store) { "not supplied" } else { store });
    match due.deadline {
        Some(deadline) => finding.with("deadline", deadline),
        None => finding.with("deadline", "not supplied"),
    }
}

#[cfg(test)]
mod tests {
    use crate::compare::cases::compared;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/due-crime-recorded.toml"), compared);
    }
}
