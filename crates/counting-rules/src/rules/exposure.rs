//! Exposure.

use crime::conduct::{Display, DisplayAct};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::{breastfeeding_watched, outraging_public_decency, up_skirting, voyeurism},
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("exposure"),
    title: "88E Exposure",
    says: "Who exposes the genitals on purpose, meaning somebody to see them and be alarmed or distressed, has committed exposure, whatever the sex of either; masturbation in public before two or more is outraging public decency instead.",
    basis: edition::rules("page 69, 88E Exposure; subcode from the notifiable offence list 2026/27"),
    in_force: edition::HELD,
    exemplar: "a man exposes himself to a walker on a lonely path so that she is frightened, recorded as public disorder",
    mend: "record exposure",
};

/// Classes what was shown or watched.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what was done, who could see it, what was wanted, or whether there was consent.
pub fn classify(display: &Display, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let act = ask.which(case.of, "what.display.act", &display.act)?;
    match act {
        DisplayAct::Exposure => exposed(display, act, case, ask),
        DisplayAct::Masturbation => {
            ask.follows("masturbation");
            if outraging_public_decency::before_two(display, case, ask)? {
                return crime("66", "066/21", &outraging_public_decency::RULE);
            }
            ask.begin(&RULE, case.of);
            exposed(display, act, case, ask)
        }
        DisplayAct::OtherLewdAct => {
            ask.follows("no exposure of the genitals");
            outraging_public_decency::classify(display, case, ask)
        }
        DisplayAct::PrivateActWatched => {
            ask.follows("somebody was watched or recorded");
            voyeurism::classify(display, case, ask)
        }
        DisplayAct::BeneathClothing => {
            ask.follows("somebody was looked at or recorded beneath the clothing");
            up_skirting::classify(display, case, ask)
        }
        DisplayAct::BreastfeedingWatched => {
            ask.follows("somebody who breastfed was watched or recorded");
            breastfeeding_watched::classify(display, case, ask)
        }
    }
}

fn exposed(display: &Display, act: DisplayAct, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    let purpose = ask.which_if_known(case.of, "what.display.purpose", &display.purpose)?;
    if purpose.is_some_and(crime::conduct::SexualPurpose::to_distress) {
        ask.follows("exposed so that somebody would see it and be alarmed or distressed");
        return crime("88E", "088/09", &RULE);
    }
    ask.follows("it is not shown that alarm or distress was meant: not exposure");
    if act == DisplayAct::Exposure && outraging_public_decency::instead_of_exposure(display, case, ask)? {
        return crime("66", "066/21", &outraging_public_decency::RULE);
    }
    if purpose.is_none() {
        ask.begin(&RULE, case.of);
        return Err(ask
            .missing(case.of, "what.display.purpose", crime::Why::NotKnown)
            .between(["088/09", "no crime"]));
    }
    incident(
        "genitals exposed, and neither alarm or distress meant nor public decency outraged before two",
        &RULE,
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/exposure.toml"), classified);
    }
}
