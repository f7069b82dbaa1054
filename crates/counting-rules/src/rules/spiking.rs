//! Spiking.

use crime::conduct::{Spiking, SpikingPurpose};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("spiking"),
    title: "Spiking",
    says: "What is given to somebody covertly is classed by what the suspect intended: to endanger life or harm seriously, to injure or annoy, to make sexual activity possible, or to commit another crime; where that is not known, as done to injure or annoy.",
    basis: edition::rules("pages 45 and 46, Spiking Offences"),
    in_force: edition::HELD,
    exemplar: "a drug put into a drink, nobody knows why, and no crime is recorded",
    mend: "record 8N 008/02, and re-classify it when the intention is known",
};

/// Classes what was given covertly to one victim. An intention that is not known after enquiry is one that the text names.
///
/// For another crime (robbery, for example) the class is our reading of the list of notifiable offences, which has the overpowering of
/// somebody in order to commit an indictable offence; what was then done to the victim is an act of its own.
///
/// # Errors
///
/// [`Missing`](crate::Missing) if nobody says what was intended, or that it is not known.
pub fn classify(spiking: &Spiking, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which_if_known(case.of, "what.spiking.purpose", &spiking.purpose)? {
        Some(SpikingPurpose::SeriousHarm) => {
            ask.follows("to endanger life or cause really serious harm: section 23");
            crime("5E", "005/10", &RULE)
        }
        Some(SpikingPurpose::InjureOrAnnoy) => {
            ask.follows("to injure, aggrieve or annoy: section 24");
            crime("8N", "008/02", &RULE)
        }
        Some(SpikingPurpose::SexualActivity) => {
            ask.follows("so that sexual activity may take place: administering a substance with intent");
            crime("88C", "088/05", &RULE)
        }
        Some(SpikingPurpose::AnotherCrime) => {
            ask.follows("to commit another crime against the person: overpowering somebody to commit an indictable offence");
            crime("5E", "005/05", &RULE)
        }
        None => {
            ask.follows("the intention is not known: recorded as done to injure or annoy");
            crime("8N", "008/02", &RULE)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/spiking.toml"), classified);
    }
}
