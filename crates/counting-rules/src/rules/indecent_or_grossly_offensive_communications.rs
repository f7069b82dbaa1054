//! Indecent or grossly offensive messages.

use crime::conduct::{Message, MessageDistress};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::{
        messages_in_a_course_of_conduct::{crime_or_course, nothing_or_course},
        nuisance_calls,
    },
    verdict::{Answer, Case},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("indecent-or-grossly-offensive-communications"),
    title: "Indecent or grossly offensive messages",
    says: "A message that the average person in the street would call indecent or grossly offensive is 8R 008/72 if one of its purposes was to cause distress or anxiety to the one who gets it or to whom it was meant to become known.",
    basis: edition::rules(
        "pages 59 and 60, points c, e and f and Send indecent or grossly offensive communication; page 70, the comparison with pictures of genitals",
    ),
    in_force: edition::HELD,
    exemplar: "a grossly offensive joke in a group of friends, meant to amuse them, recorded as a malicious communication",
    mend: "ask whether distress or anxiety was one of the purposes; record 008/72 only then, or for a call that caused it",
};

/// Classes an indecent or grossly offensive message.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming distress, the call, or the course of conduct.
pub(crate) fn classify(message: &Message, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.message.distress", &message.distress)? {
        MessageDistress::Meant => {
            ask.follows("indecent or grossly offensive, and distress or anxiety was one of the purposes");
            crime_or_course(message, case, "008/72", &RULE, ask)
        }
        MessageDistress::Suffered => {
            ask.follows("the purpose is not shown; of a call the rule asks only what was suffered");
            nuisance_calls::indecent(message, case, ask)
        }
        MessageDistress::Neither => {
            ask.follows("distress or anxiety was neither meant nor suffered");
            nothing_or_course(message, case, "no distress or anxiety was meant or suffered", &RULE, ask)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(
            include_str!("../../cases/indecent-or-grossly-offensive-communications.toml"),
            classified,
        );
    }
}
