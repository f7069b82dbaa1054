//! Messages, by what they convey.

use crime::conduct::{Message, MessageContent};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::{
        encouraging_serious_self_harm, false_communications, flashing_images, freedom_of_speech,
        indecent_or_grossly_offensive_communications,
        lesser_threats::{self, Lesser},
        messages_in_a_course_of_conduct, nuisance_calls,
        sending_threatening_communications::{self, Said},
    },
    verdict::{Answer, Case, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("malicious-communications"),
    title: "Malicious communications",
    says: "What a message conveys decides what it is: a threat of death or serious harm 005/28, something indecent or grossly offensive 008/72, something false 138/52; a threat short of that may be another offence; one crime for each who receives it.",
    basis: edition::rules(
        "pages 58 to 61, Malicious Communications; with the note that the threatening and false messages left 008/72 on 31 January 2024",
    ),
    in_force: edition::HELD,
    exemplar: "a false message, meant to harm, recorded as 008/72",
    mend: "ask what the message conveys, and record the offence of that kind of message",
};

/// Classes a message.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what the message conveys, and what decides for that kind of message.
pub fn classify(message: &Message, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let content = ask.which(case.of, "what.message.content", &message.content)?;
    ask.follows_with(|| format!("it is of the kind {content}"));
    match content {
        MessageContent::Threat => threat(message, case, ask),
        MessageContent::FlashingImages => flashing_images::classify(message, case, ask),
        MessageContent::SelfHarm => encouraging_serious_self_harm::classify(message, case, ask),
        MessageContent::Indecent | MessageContent::GrosslyOffensive => {
            indecent_or_grossly_offensive_communications::classify(message, case, ask)
        }
        MessageContent::False => false_communications::classify(message, case, ask),
        MessageContent::Rude => freedom_of_speech::classify(message, case, ask),
        MessageContent::Nuisance => nuisance_calls::classify(message, case, ask),
    }
}

fn threat(message: &Message, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    let said = Said {
        threatened: ("what.message.threatened", &message.threatened),
        feared: ("what.message.feared", &message.feared),
    };
    if let Some(crime) = sending_threatening_communications::meets(&said, case, ask)? {
        return Ok(Verdict::Crime(crime));
    }
    let lesser = Lesser {
        dwelling: None,
        effect: ("what.message.effect", &message.effect),
        aggravated: ("what.message.aggravated", message.aggravated),
    };
    match lesser_threats::class(&lesser, case, ask)? {
        Some(crime) => Ok(Verdict::Crime(crime)),
        None => messages_in_a_course_of_conduct::nothing_or_course(
            message,
            case,
            "a threat that makes out no notifiable offence",
            &sending_threatening_communications::RULE,
            ask,
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/malicious-communications.toml"), classified);
    }
}
