//! Images that look intimate and are not genuine, made or asked for.

use crime::{
    Why,
    conduct::{Image, ImageAct},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::sharing_intimate_images,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("purported-intimate-image"),
    title: "88C Purported intimate images of adults",
    says: "Who makes, without consent, an image that looks like an intimate photograph or film of an adult and is none is recorded as 175/09, shared or not; who asks for one, or for something to be put into or left out of one, as 175/10, made or not.",
    basis: edition::rules(
        "pages 68 and 69, 88C Create purported intimate image of an adult and 88C Request creation of an image",
    ),
    in_force: edition::HELD,
    exemplar: "a colleague's photograph run through an application that undresses people, not recorded because nobody else saw it",
    mend: "record the creation of a purported intimate image of an adult",
};

/// Classes an image that was made or asked for. The definition of asking prints no consent; it is read as that of making is. An image
/// of a child that was made is an indecent pseudo-photograph; of one that was asked for these pages do not speak.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what it shows, consent, or the age of the person shown.
pub fn classify(image: &Image, act: ImageAct, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let (at, victim) = case.needed_victim(ask)?;
    if !sharing_intimate_images::intimate(image, case, ask)? {
        ask.follows("no intimate state");
        return incident("the image shows, or would show, no intimate state", &RULE);
    }
    let adult = ask.number(at, "age", &victim.age)? >= 18;
    let made = act == ImageAct::PurportedMade;
    if !adult {
        if made {
            ask.follows("the person shown is a child: an indecent pseudo-photograph of a child");
            return crime("86", "086/02", &RULE);
        }
        return Err(ask.missing(case.of, "", Why::TextSilent));
    }
    if ask.yes(case.of, "what.image.consented", image.consented)? {
        ask.follows("the person shown consented, or there was reason to believe so");
        return incident("the person shown consented, or there was reason to believe so", &RULE);
    }
    ask.follows(if made {
        "made without consent; it need not be shared"
    } else {
        "asked for; it need never be made"
    });
    crime("88C", if made { "175/09" } else { "175/10" }, &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/purported-intimate-image.toml"), classified);
    }
}
