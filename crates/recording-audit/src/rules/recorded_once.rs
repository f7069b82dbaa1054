//! A crime is recorded once.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::compare::{
    distance::victims,
    rows::{Recorded, Status},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("recorded-once"),
    title: "A crime is recorded once",
    says: "Of one report, two crimes of the same class with the same victims, and without another day or offender, are one crime recorded twice, unless two are due.",
    basis: Basis::Reasoned {
        why: "a crime recorded twice counts one wrong as two; without a victim to know it by, nothing is said",
    },
    in_force: InForce::Always,
    exemplar: "one crime due, and two recorded of the same class with the same victim",
    mend: "cancel the later record as a duplicate and put its facts into the earlier",
};

/// Whether a record repeats another.
pub(crate) fn repeats(one: &Recorded<'_>, other: &Recorded<'_>) -> bool {
    let alike = |one: &str, other: &str| one.is_empty() || other.is_empty() || one == other;
    let same_day = one.day.zip(other.day).is_none_or(|(one, other)| one == other);
    other.status == Status::Recorded
        && one.class.eq_ignore_ascii_case(other.class)
        && alike(one.subcode, other.subcode)
        && alike(one.offender, other.offender)
        && same_day
        && !one.victims.is_empty()
        && victims(one.victims, other.victims) == 0
}

/// Says that a crime repeats another.
pub(crate) fn check(crime: &Recorded<'_>, earlier: &Recorded<'_>, place: &Place) -> Finding {
    let sentence =
        format!("{} repeats {}, and nothing is due for it in addition", crime.crime, earlier.crime);
    Finding::new(&RULE, Severity::Warning, crime.crime, Some(place.at("crime")), sentence)
        .with("incident", crime.incident)
        .with("repeats", earlier.crime)
        .with("on line", earlier.record.line)
        .with("class", crime.class)
        .with("victims", crime.victims)
}

#[cfg(test)]
mod tests {
    use crate::compare::cases::compared;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/recorded-once.toml"), compared);
    }
}
