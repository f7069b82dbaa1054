//! A photograph or film of genitals sent, and what the sending is otherwise.

use crime::conduct::{Image, ImageAct, ImageShows};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::{purported_intimate_image, sexting_by_children, sharing_intimate_images},
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("photograph-or-film-of-genitals"),
    title: "88E Sending a photograph or film of genitals",
    says: "An image of anybody's genitals sent, given or shown to alarm, distress or humiliate, or for gratification without caring whether it does, is 088/14; otherwise an indecent image meant to distress is a malicious communication, and an indecent image of a child not meant to is an obscene publication.",
    basis: edition::rules(
        "page 70, 88E Sending etc photograph or film of genitals, and the comparison with Obscene Publications and Malicious Communications",
    ),
    in_force: edition::HELD,
    exemplar: "a picture of his genitals sent to a stranger on a train to shock her, recorded as a malicious communication",
    mend: "record the sending of a photograph or film of genitals",
};

/// Classes what was done with an image.
///
/// # Errors
///
/// [`Missing`], naming what was done, what it shows, what was wanted, or what the rule of the act asks.
pub fn classify(image: &Image, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let act = ask.which(case.of, "what.image.act", &image.act)?;
    match act {
        ImageAct::SentToVictim => sent(image, case, ask),
        ImageAct::Shared => {
            ask.follows("an image of the victim, shared with others");
            sharing_intimate_images::shared(image, case, ask)
        }
        ImageAct::SharingThreatened => {
            ask.follows("the sharing of an image of the victim, threatened");
            sharing_intimate_images::threatened(image, case, ask)
        }
        ImageAct::PurportedMade | ImageAct::PurportedRequested => {
            ask.follows("an image that is not genuine");
            purported_intimate_image::classify(image, act, case, ask)
        }
        ImageAct::OwnImageByChild => {
            ask.follows("an image of the one who took or sent it, a child");
            sexting_by_children::classify(image, case, ask)
        }
    }
}

fn sent(image: &Image, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    let shows = ask.which(case.of, "what.image.shows", &image.shows)?;
    let purpose = ask.which(case.of, "what.image.purpose", &image.purpose)?;
    if shows == ImageShows::Genitals {
        if purpose.to_distress() {
            ask.follows("genitals, sent to alarm, distress or humiliate");
            return crime("88E", "088/14", &RULE);
        }
        if purpose.to_gratify() && ask.yes(case.of, "what.image.reckless", image.reckless)? {
            ask.follows(
                "genitals, sent for gratification without caring whether it alarms, distresses or humiliates",
            );
            return crime("88E", "088/14", &RULE);
        }
    }
    if purpose.to_distress() && offensive(image, case, ask)? {
        ask.follows("not of genitals, but indecent or grossly offensive and meant to distress");
        return crime("8R", "008/72", &RULE);
    }
    if ask.yes(case.of, "what.image.of_child", image.of_child)? {
        ask.follows("an indecent image of a child");
        return crime("86", "086/02", &RULE);
    }
    ask.follows(
        "neither genitals sent for such a purpose, nor a malicious communication, nor an image of a child",
    );
    incident("an image was sent that is none of the offences between which the rules distinguish", &RULE)
}

fn offensive(image: &Image, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.yes(case.of, "what.image.offensive", image.offensive)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/photograph-or-film-of-genitals.toml"), classified);
    }
}
