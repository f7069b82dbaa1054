//! A re-classification names who approved it.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::compare::{classes::Direction, layouts::recorded, rows::Recorded};
use calendar::moment::missing;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("reclassification-with-approver"),
    title: "A re-classification names its approver",
    says: "A crime that was re-classified names who approved it. Every re-classification is a note with its way, up or down by the longest sentences of the list of offences, and how long after recording it was made.",
    basis: Basis::Reasoned {
        why: "a crime made into a lesser one is the quiet way to a lower count; who approved it and how late is the first that an inspector asks",
    },
    in_force: InForce::Always,
    exemplar: "a robbery re-classified as theft without the post that approved it",
    mend: "put the post that approved it, its day and its reason into the record; `re-classification` says who may",
};

/// Says of a re-classified crime which way it went, who approved it and how late.
pub(crate) fn check(crime: &Recorded<'_>, direction: Direction, place: &Place) -> Finding {
    let from = crime.record.get(recorded::FIRST_CLASS);
    let by = crime.record.get(recorded::RECLASSIFIED_BY);
    let way = match direction {
        Direction::Up => "up",
        Direction::Down => "down",
        Direction::Level => "to the same longest sentence",
        Direction::NotKnown => "in no order that the list knows",
    };
    let days = crime.reclassified.zip(crime.at).map(|(then, first)| then.day() - first.day());
    let late = days.map_or_else(|| "not supplied".to_owned(), |days| days.to_string());
    let (severity, approved) = if missing(by) {
        (Severity::Warning, "and nobody is named who approved it".to_owned())
    } else {
        (Severity::Note, format!("approved by {by}"))
    };
    let sentence =
        format!("{} was re-classified from {from} to {}, {way}, {approved}", crime.crime, crime.class);
    Finding::new(&RULE, severity, crime.crime, Some(place.at("reclassified_by")), sentence)
        .with("from", from)
        .with("to", crime.class)
        .with("way", way)
        .with("approved by", if missing(by) { "not supplied" } else { by })
        .with("days after recording", late)
        .with("unit", crime.record.get(recorded::POLICING_UNIT))
}

#[cfg(test)]
mod tests {
    use crate::compare::cases::compared;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/reclassification-with-approver.toml"), compared);
    }
}
