//! Where modern slavery was done.

use crime::{
    Why,
    conduct::{Exploitation, SlaveryPlace},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Case, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("modern-slavery-place"),
    title: "Modern slavery abroad",
    says: "Modern slavery that was done outside the United Kingdom only, without a link of offender, victim or place to it, need not be recorded as a crime; the intelligence is kept and shared.",
    basis: edition::rules("pages 48 and 49, 106 Modern Slavery, on exploitation overseas"),
    in_force: edition::HELD,
    exemplar: "a woman held in servitude abroad, by people abroad who have no link to this country, recorded as a crime here",
    mend: "record and share the intelligence, and no crime",
};

/// Where it was done; nothing, if a referral does not say.
///
/// Abroad with links to this country is left undecided: page 48 says of referrals that nothing done wholly overseas need be recorded, and
/// also that this holds where there are no links.
///
/// # Errors
///
/// [`Missing`], naming the place, or if it is abroad with links.
pub fn place(
    exploitation: &Exploitation,
    referred: bool,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<SlaveryPlace>, Missing> {
    ask.begin(&RULE, case.of);
    let place = if referred {
        ask.which_if_known(case.of, "what.exploitation.place", &exploitation.place)?
    } else {
        Some(ask.which(case.of, "what.exploitation.place", &exploitation.place)?)
    };
    if place == Some(SlaveryPlace::AbroadWithLinks) {
        return Err(ask.missing(case.of, "", Why::TextSilent).between(["106", "intelligence record"]));
    }
    ask.follows(match place {
        Some(SlaveryPlace::AbroadOnly) => "outside the United Kingdom only, without a link to it",
        Some(_) => "not only abroad",
        None => "the place is not known",
    });
    Ok(place)
}

/// What is registered if it was done abroad only.
#[must_use]
pub fn intelligence() -> Verdict {
    Verdict::Register {
        as_what: INTELLIGENCE,
        because: "done outside the United Kingdom only, without a link to it".into(),
        referred_to: Some("forces in the United Kingdom and law enforcement abroad".into()),
        by: &RULE,
    }
}

/// The word for an intelligence record.
pub const INTELLIGENCE: &str = "intelligence record";

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/modern-slavery-place.toml"), classified);
    }
}
