//! Messages that are rude and no more.

use crime::conduct::Message;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::messages_in_a_course_of_conduct::nothing_or_course,
    verdict::{Answer, Case},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("freedom-of-speech"),
    title: "Freedom of speech",
    says: "To be rude, impolite or offensive is not unlawful unless the message is grossly offensive; where no crime is recorded for that reason the rationale is written down and the one who reports is told.",
    basis: edition::rules("page 59, Malicious Communications, freedom of speech"),
    in_force: edition::HELD,
    exemplar: "a rude comment under a post, which nobody in the street would call grossly offensive, recorded as a malicious communication",
    mend: "record no crime, document why, and tell the one who reported",
};

/// A message that is rude and no more.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the course of conduct.
pub(crate) fn classify(message: &Message, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    ask.follows("rude or offensive at most, and not grossly: not unlawful by itself");
    nothing_or_course(
        message,
        case,
        "rude or offensive, not grossly: freedom of speech; the rationale must be documented",
        &RULE,
        ask,
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/freedom-of-speech.toml"), classified);
    }
}
