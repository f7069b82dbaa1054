//! Intimate photographs or films of the victim, shared or threatened to be.

use crime::conduct::{Image, ImageShows};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("sharing-intimate-images"),
    title: "88C Sharing, or threatening to share, intimate photographs or film",
    says: "An image that shows or appears to show the victim in an intimate state, shared without consent, is 175/08 whatever the reason, and 088/15 if it was to alarm, distress or humiliate or for anybody's sexual gratification; a threat to share one, meant or careless as to whether it is feared, is 088/15 even if there is no such image.",
    basis: edition::rules("pages 67 and 68, 88C Sharing or threatening to share intimate photograph or film"),
    in_force: edition::HELD,
    exemplar: "a man sends an intimate film of a former partner to her employer to humiliate her, recorded as 175/08",
    mend: "record 088/15",
};

/// Classes an image that was shared.
///
/// # Errors
///
/// [`Missing`], naming what it shows, consent, or what was wanted.
pub fn shared(image: &Image, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if !intimate(image, case, ask)? {
        ask.follows("no intimate state, or one that is ordinarily seen in public");
        return incident("the image shows no intimate state, or what is ordinarily seen in public", &RULE);
    }
    if ask.yes(case.of, "what.image.consented", image.consented)? {
        ask.follows("the person shown consented, or there was reason to believe so");
        return incident("the person shown consented, or there was reason to believe so", &RULE);
    }
    // Why it was shared need not be proved: where that is not known, it is the offence that asks for no reason.
    let purpose = ask.which_if_known(case.of, "what.image.purpose", &image.purpose)?;
    if purpose.is_some_and(|purpose| purpose.to_distress() || purpose.to_gratify()) {
        ask.follows("shared to alarm, distress or humiliate, or for sexual gratification");
        return crime("88C", "088/15", &RULE);
    }
    ask.follows("shared without consent; no reason need be shown");
    crime("88C", "175/08", &RULE)
}

/// Classes a threat to share.
///
/// # Errors
///
/// [`Missing`], naming whether it was meant to be feared.
pub fn threatened(image: &Image, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if ask.yes(case.of, "what.image.fear_meant", image.fear_meant)? {
        ask.follows(
            "a threat meant to be feared, or careless of it; whether there is such an image does not matter",
        );
        return crime("88C", "088/15", &RULE);
    }
    ask.follows("not meant to be feared, nor careless of it");
    incident("the threat was neither meant to be feared nor careless of that", &RULE)
}

/// Whether an image shows an intimate state.
///
/// # Errors
///
/// [`Missing`], naming what it shows.
pub(crate) fn intimate(image: &Image, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    Ok(match ask.which(case.of, "what.image.shows", &image.shows)? {
        ImageShows::Genitals | ImageShows::IntimateState => true,
        ImageShows::OrdinarilySeenInPublic | ImageShows::SomethingElse => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/sharing-intimate-images.toml"), classified);
    }
}
