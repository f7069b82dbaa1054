//! A rate from a sample that is not random says little about the whole.

use crime::inspection::{InspectionFile, said_to_be_random};
use rulebook::{Basis, Finding, InForce, Known, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("sample-is-not-random"),
    title: "The sample is not random",
    says: "A rate from a sample that was not drawn at random is printed with that warning.",
    basis: Basis::Reasoned {
        why: "only a random draw lets the part speak for the whole; a dip sample takes what lies near to hand",
    },
    in_force: InForce::Always,
    exemplar: "sampling = \"dip sample\"",
    mend: "nothing in the figures; say in the paper how the records were chosen, and quote no trend",
};

/// Notes an inspection whose sample was not drawn at random, that gives a warning of its own, or that does not say how
/// it chose.
#[must_use]
pub fn check(file: &InspectionFile) -> Option<Finding> {
    let inspection = &file.value;
    let chosen = match &inspection.sampling {
        Known::Is(words) if said_to_be_random(words) => None,
        Known::Is(words) => Some(format!("{} describes its sample as: {words}", inspection.body)),
        Known::NotKnown => Some(format!("how {} chose its records is not known", inspection.body)),
        Known::NotSupplied => Some(format!("how {} chose its records is not supplied", inspection.body)),
    };
    let warned = inspection.caveat.value().map(|caveat| {
        let caveat = caveat.trim_end_matches('.');
        match &inspection.caveat_source {
            Known::Is(source) => format!("it warns itself: {caveat} ({source})"),
            Known::NotKnown | Known::NotSupplied => format!("it warns itself: {caveat}"),
        }
    });
    let place = if chosen.is_some() { &file.places.sampling } else { &file.places.caveat };
    let said = match (chosen, warned) {
        (Some(chosen), Some(warned)) => format!("{chosen}, and {warned}"),
        (Some(chosen), None) => chosen,
        (None, Some(warned)) => format!("{} drew at random, but {warned}", inspection.body),
        (None, None) => return None,
    };
    let sentence = format!("{said}; no rate of this audit may be read as a rate of the whole force");
    Some(
        Finding::new(&RULE, Severity::Note, &inspection.body, Some(place.clone()), sentence)
            .with("sampling", &inspection.sampling)
            .with("caveat", &inspection.caveat),
    )
}

/// Notes counts of which it is not said that their records were drawn at random.
pub(crate) fn of_counts(whose: &str, sampling: &Known<String>, place: &Place) -> Option<Finding> {
    let chosen = match sampling {
        Known::Is(words) if said_to_be_random(words) => return None,
        Known::Is(words) => format!("the records are described as: {words}"),
        Known::NotKnown => "how the records were chosen is not known".to_owned(),
        Known::NotSupplied => "how the records were chosen is not supplied".to_owned(),
    };
    let sentence =
        format!("{whose}: {chosen}; no rate of these counts may be read as a rate of the whole force");
    Some(Finding::new(&RULE, Severity::Note, whose, Some(place.clone()), sentence).with("sampling", sampling))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::in_words;
    use table::Source;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/sample-is-not-random.toml"), |facts: &String| {
            let source = Source::new("i.toml", facts.as_bytes());
            in_words(check(&InspectionFile::read(source).unwrap()))
        });
    }
}
