//! Nuisance telephone calls.

use crime::conduct::Message;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::messages_in_a_course_of_conduct::{crime_or_course, nothing_or_course},
    verdict::{Answer, Case},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("nuisance-calls"),
    title: "Nuisance telephone calls",
    says: "A call that is indecent or grossly offensive and leaves the victim anxious or distressed is 8R 008/72; calls that are a nuisance or inconvenience only are an incident of antisocial behaviour; a series that amounts to harassment is harassment.",
    basis: edition::rules("pages 50 and 51, Classification: Nuisance Telephone Calls"),
    in_force: edition::HELD,
    exemplar: "two silent calls that are reported as a nuisance only, recorded as a malicious communication",
    mend: "register an incident of antisocial behaviour, or record harassment if the series amounts to it",
};

/// Calls, or messages, that are only a nuisance.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the course of conduct.
pub(crate) fn classify(message: &Message, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    ask.follows("a nuisance or inconvenience only: no offence needs recording");
    nothing_or_course(message, case, "a nuisance or inconvenience only: antisocial behaviour", &RULE, ask)
}

/// Something indecent or grossly offensive by which the victim is distressed, where that is not shown to be meant.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the call, or the course of conduct.
pub(crate) fn indecent(message: &Message, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if ask.yes(case.of, "what.message.call", message.call)? {
        ask.follows("a call, indecent or grossly offensive, that leaves the victim anxious or distressed");
        return crime_or_course(message, case, "008/72", &RULE, ask);
    }
    ask.follows("no call: the purpose decides, and it is not shown that distress or anxiety was meant");
    nothing_or_course(message, case, "it is not shown that distress or anxiety was meant", &RULE, ask)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/nuisance-calls.toml"), classified);
    }
}
