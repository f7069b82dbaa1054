//! False messages.

use crime::conduct::Message;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::messages_in_a_course_of_conduct::{crime_or_course, nothing_or_course},
    verdict::{Answer, Case},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("false-communications"),
    title: "False messages",
    says: "A message with false information is 8R 138/52 if the sender knew or believed it to be false, meant to cause more than trivial psychological or physical harm to somebody likely to come upon it, and had no reasonable excuse.",
    basis: edition::rules(
        "page 59, point d, and page 60, Send False Communication with intent to cause harm",
    ),
    in_force: edition::HELD,
    exemplar: "a false rumour passed on by somebody who took it for true, recorded as a false communication",
    mend: "be sure that the sender knew it to be false and meant harm; record nothing otherwise",
};

/// Classes a false message.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming knowledge, intent, excuse, or the course of conduct.
pub(crate) fn classify(message: &Message, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let short = if !ask.yes(case.of, "what.message.known_false", message.known_false)? {
        Some("the sender did not know or believe it to be false")
    } else if !ask.yes(case.of, "what.message.harm_meant", message.harm_meant)? {
        Some("no harm, or only trivial harm, was meant")
    } else if ask.yes(case.of, "what.message.excused", message.excused)? {
        Some("there is a reasonable excuse")
    } else {
        None
    };
    if let Some(because) = short {
        ask.follows(because);
        return nothing_or_course(message, case, because, &RULE, ask);
    }
    ask.follows("known to be false, meant to harm, and without a reasonable excuse");
    crime_or_course(message, case, "138/52", &RULE, ask)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/false-communications.toml"), classified);
    }
}
