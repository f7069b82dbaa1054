//! Flashing images.

use crime::conduct::{Message, MessageViewer};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::messages_in_a_course_of_conduct::nothing_or_course,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("flashing-images"),
    title: "Flashing images",
    says: "Flashing images sent electronically, or shown on a device, are 5E 005/29 if meant to harm somebody with epilepsy whom the sender knew of or suspected, or, of images sent, whose viewing was foreseeable, unless there is a reasonable excuse or an exemption.",
    basis: edition::rules("page 40, Sending or showing flashing images electronically with intent to harm"),
    in_force: edition::HELD,
    exemplar: "flashing images posted under the name of an epilepsy charity in the hope of a seizure, to nobody in particular, recorded as no crime",
    mend: "record 5E 005/29: it is enough that somebody with epilepsy was foreseeably among the viewers, and that harm was meant",
};

/// Classes flashing images that were sent, forwarded, shared or shown.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the viewer, how it was done, intent, excuse, or the course of conduct.
pub(crate) fn classify(message: &Message, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let reached = match ask.which(case.of, "what.message.viewer", &message.viewer)? {
        MessageViewer::KnownOrSuspected => true,
        MessageViewer::Foreseeable => !ask.yes(case.of, "what.message.shown", message.shown)?,
        MessageViewer::Neither => false,
    };
    let short = if !reached {
        Some("nobody with epilepsy was known, suspected or, of images sent, foreseeable")
    } else if !ask.yes(case.of, "what.message.harm_meant", message.harm_meant)? {
        Some("no seizure, alarm or distress was meant")
    } else if ask.yes(case.of, "what.message.excused", message.excused)? {
        Some("there is a reasonable excuse or an exemption")
    } else {
        None
    };
    if let Some(because) = short {
        ask.follows(because);
        return nothing_or_course(message, case, because, &RULE, ask);
    }
    ask.follows("meant to harm somebody with epilepsy, without excuse or exemption; forwarding and sharing count as sending");
    crime("5E", "005/29", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/flashing-images.toml"), classified);
    }
}
