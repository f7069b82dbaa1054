//! Pet abduction.

use chrono::NaiveDate;
use crime::{
    Why,
    conduct::{Keeping, PetPlace, Taken, Taking, TakingForce},
};
use rulebook::{Rule, RuleId, day};

use crate::{
    Ask, Missing, edition,
    rules::{robbery, robbery_of_business_or_personal_property},
    verdict::{Case, Classified, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("pet-abduction"),
    title: "Pet abduction",
    says: "A dog taken or detained, or a cat taken, in England is pet abduction, a crime of its own outside the Theft Act, unless taker, keeper and animal had lived in one household; in Wales it is recorded under other law, and where force was used the registrar considers whether it is robbery.",
    basis: edition::rules(
        "pages 82 and 83, 49 Pet Abduction; first day from the notifiable offence list 2026/27",
    ),
    in_force: edition::HELD,
    exemplar: "a dog tied up outside a shop in England and taken, recorded as theft because nobody knows why it was taken",
    mend: "record pet abduction; in Wales, or before 24 August 2024, the theft",
};

/// The first day of the Act, as the list has it.
pub const FIRST: NaiveDate = day(2024, 8, 24);

/// What a dog or cat taken is; nothing, if it is to be classed as the theft of any other thing. The day of the act decides whether the
/// Act was in force. The exemption of those who lived together must be known to apply: the printed example knows nothing of the taker.
///
/// # Errors
///
/// [`Missing`], naming the country, the day, whether a cat was only detained, the common household, or the force.
pub fn classify(
    taken: Taken,
    taking: &Taking,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Verdict>, Missing> {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.taking.pet_place", &taking.pet_place)? {
        PetPlace::EnglandOrNorthernIreland => {}
        PetPlace::Wales | PetPlace::Elsewhere => {
            ask.follows("not where the Act is in force: other law, the theft of a thing");
            return Ok(None);
        }
    }
    if ask.day(case.of, "day", &case.act.day)? < FIRST {
        ask.follows("before the Act: the theft of a thing");
        return Ok(None);
    }
    let outside =
        if taken == Taken::Cat && ask.yes(case.of, "what.taking.pet_detained", taking.pet_detained)? {
            Some("a cat that is only detained: the Act has the taking of a cat only")
        } else if ask.fact(case.of, "what.taking.lived_together", taking.lived_together)? == Some(true) {
            Some("those who had lived with the animal in one household are exempt")
        } else {
            None
        };
    if let Some(why) = outside {
        // The Act does not say that it cannot be a theft.
        if ask.which_if_known(case.of, "what.taking.keeping", &taking.keeping)? == Some(Keeping::ForGood) {
            ask.follows("outside the Act, but stolen from its owner: the theft of a thing");
            return Ok(None);
        }
        ask.follows(why);
        return Ok(Some(Verdict::Incident { because: why.into(), by: &RULE }));
    }
    ask.follows("a pet taken within the Act, whatever the taker meant to do with it");
    let force = robbery::force(taking, case, ask)?;
    if matches!(force, TakingForce::ToSteal | TakingForce::ToEscape) {
        ask.begin(&RULE, case.of);
        match ask.ruling("pet-taken-by-force").map(|ruling| ruling.answer.as_str()) {
            Some("robbery") => {
                ask.follows("ruled to be robbery");
                return robbery_of_business_or_personal_property::classify(taking, case, ask).map(Some);
            }
            Some("pet-abduction") => ask.follows("ruled to be pet abduction"),
            Some(_) | None => {
                return Err(ask.missing(case.of, "", Why::NoRuling).between(["robbery", "49 049/03"]));
            }
        }
    }
    Ok(Some(Verdict::Crime(Classified::new("49", "049/03", &RULE))))
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/pet-abduction.toml"), classified);
    }
}
