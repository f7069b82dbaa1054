//! A crime is recorded under the class that is due.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::compare::{
    Settings,
    layouts::recorded,
    rows::{Due, Recorded},
};
use calendar::moment::missing;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("recorded-as-due"),
    title: "Recorded under the class that is due",
    says: "A crime stands under the class that is due of its report; the crime that stands for it is found by victim, class, offender and day, among all of the report at once.",
    basis: Basis::Reasoned {
        why: "a crime under a wrong class is counted where it does not belong, and may be investigated as something less",
    },
    in_force: InForce::Always,
    exemplar: "class 8N is due of a report, and its one crime is recorded as 105A",
    mend: "re-classify the crime, with the approval of the registrar or a designated decision maker, or correct the decision",
};

/// Finds fault with a crime of another class than is due. Nothing is said of the subcode alone.
pub(crate) fn check(due: &Due<'_>, crime: &Recorded<'_>, settings: &Settings) -> Option<Finding> {
    if due.class.eq_ignore_ascii_case(crime.class) {
        return None;
    }
    let group = |class: &str| settings.classes.group(class).unwrap_or("not in the list of offences");
    let first = crime.record.get(recorded::FIRST_CLASS);
    let was_right = if first.eq_ignore_ascii_case(due.class) { ", as it was first recorded" } else { "" };
    let sentence = format!(
        "{} is recorded as {}; due of {} is {}{was_right}",
        crime.crime, crime.class, due.incident, due.class
    );
    let place = settings.place(crime.record).at("class");
    Some(
        Finding::new(&RULE, Severity::Warning, crime.crime, Some(place), sentence)
            .with("incident", due.incident)
            .with("class due", due.class)
            .with("group due", group(due.class))
            .with("class recorded", crime.class)
            .with("group recorded", group(crime.class))
            .with("first recorded as", if missing(first) { "not supplied" } else { first })
            .with("due on", settings.place(due.record)),
    )
}

#[cfg(test)]
mod tests {
    use crate::compare::cases::compared;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/recorded-as-due.toml"), compared);
    }
}
