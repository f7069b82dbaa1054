//! Encouraging or assisting serious self-harm.

use crime::conduct::Message;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::messages_in_a_course_of_conduct::nothing_or_course,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("encouraging-serious-self-harm"),
    title: "Encouraging or assisting serious self-harm",
    says: "Whoever by any means does what can encourage or assist serious self-harm, and means to, commits 5E 005/30, whether or not anybody is harmed, whoever made the content and whoever receives it; a provider who merely gives the means does not.",
    basis: edition::rules("pages 40 and 41, Encouraging or assisting serious self-harm"),
    in_force: edition::HELD,
    exemplar: "a forwarded message that urges an unknown reader to stop eating, meant so, and not recorded because nobody was harmed",
    mend: "record 5E 005/30: the harm need not happen, and the reader need not be known",
};

/// Classes what can encourage or assist serious self-harm.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming intent, excuse, or the course of conduct.
pub(crate) fn classify(message: &Message, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let short = if !ask.yes(case.of, "what.message.harm_meant", message.harm_meant)? {
        Some("it was not meant to encourage or assist serious self-harm")
    } else if ask.yes(case.of, "what.message.excused", message.excused)? {
        Some("an internet provider who merely gives the means does not commit it")
    } else {
        None
    };
    if let Some(because) = short {
        ask.follows(because);
        return nothing_or_course(message, case, because, &RULE, ask);
    }
    ask.follows("meant to encourage or assist serious self-harm; whether it happened, and who received it, does not matter");
    crime("5E", "005/30", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/encouraging-serious-self-harm.toml"), classified);
    }
}
