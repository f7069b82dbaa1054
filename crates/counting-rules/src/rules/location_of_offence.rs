//! Where an offence is located, and so which force records it.

use crime::{Jurisdiction, Reach, RecordingForce, Why};
use rulebook::{Known, Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    recording::Instead,
    rules::{
        agreed_recording_force, british_transport_police, crimes_in_more_than_one_force, crimes_in_the_air,
        internet_and_mobile_offences, scotland_and_northern_ireland, suspect_outside_england_and_wales,
    },
    verdict::{Case, Classified},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("location-of-offence"),
    title: "Location of offence",
    says: "A crime is located where the suspects clearly were; if that is not known, where the victim clearly was; then where the victim normally lives; for a body, at the place of business in question.",
    basis: edition::rules("page 15, Crimes within England and Wales"),
    in_force: edition::HELD,
    exemplar: "a threat shouted from Staffordshire at somebody in West Mercia, recorded by West Mercia",
    mend: "record it in the area where the suspects were, or transfer it there",
};

/// Whose ground a crime is located on, and by which principle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Whose ground.
    pub at: Jurisdiction,
    /// The principle.
    pub because: &'static str,
}

/// What the principles lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// A place.
    At(Place),
    /// An aircraft that arrived from abroad; whether it is registered in Britain.
    Arriving {
        /// Whether it is.
        british: bool,
    },
}

/// Who records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Records {
    /// The force of a place.
    By(Place),
    /// The force that received the report, for a reason.
    Receiver(&'static str),
    /// Nobody in England and Wales.
    Nobody(Instead),
}

/// What is registered instead of a crime that nobody in England and Wales records. Where nobody can say where it was done, nothing: it is
/// a crime, and what is missing is told with its force.
///
/// # Errors
///
/// [`Missing`], if it was done elsewhere and it cannot be told whether it is recorded here all the same.
pub fn instead(crime: &Classified, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Instead>, Missing> {
    if has_places_of_its_own(crime) {
        return Ok(None);
    }
    let Ok(found) = found(case, ask) else { return Ok(None) };
    match records(found, crime, case, ask)? {
        Records::By(_) | Records::Receiver(_) => Ok(None),
        Records::Nobody(instead) => Ok(Some(instead)),
    }
}

/// The force that records a crime, from the matters that it covers, in the order of acts and victims; nothing for fraud, which has location rules of its own.
///
/// # Errors
///
/// [`Missing`], naming the fact without which the force cannot be told.
pub fn force(
    covered: &[&Matter<'_>],
    matters: &[Matter<'_>],
    ask: &mut Ask<'_>,
) -> Result<Option<RecordingForce>, Missing> {
    let series = crimes_in_more_than_one_force::series(covered, matters);
    let mut places = Vec::with_capacity(series.len());
    for matter in series.iter().copied() {
        if has_places_of_its_own(&matter.crime) {
            continue;
        }
        let found = found(&matter.case, ask)?;
        let place = match records(found, &matter.crime, &matter.case, ask)? {
            Records::By(place) => place,
            Records::Receiver(because) => {
                let at = ask.which(crime::Subject::Report, "force", &matter.case.incident.force)?;
                ask.follows("the force that received the report records it");
                Place { at, because }
            }
            Records::Nobody(_) => continue,
        };
        places.push((matter, place));
    }
    let place = crimes_in_more_than_one_force::most_recent(&places, ask)?;
    Ok(place.map(|place| RecordingForce { force: Known::Is(place.at), because: place.because.into() }))
}

/// Fraud and computer misuse, whose section says where they are located.
fn has_places_of_its_own(crime: &Classified) -> bool {
    crime.class.starts_with("NFIB")
}

/// Where the principles, in their order, locate an act; an agreement of both forces goes before them.
fn found(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Found, Missing> {
    if let Some(place) = agreed_recording_force::agreed(case, ask)? {
        return Ok(Found::At(place));
    }
    let location = &case.act.location;
    ask.begin(&RULE, case.of);
    if let Some(at) = ask.which_if_known(case.of, "location.suspect_at", &location.suspect_at)? {
        return Ok(Found::At(british_transport_police::place(at, case, ask).unwrap_or_else(|| {
            ask.follows("the first principle: where the suspects were");
            Place { at, because: "the suspects were there" }
        })));
    }
    match ask.which(case.of, "location.reach", &location.reach)? {
        Reach::OnePlace => {
            ask.follows("where the suspects were is not known: the next principle applies");
            of_victim(case, ask).map(Found::At)
        }
        Reach::Device => internet_and_mobile_offences::place(case, ask).map(Found::At),
        Reach::SeveralForces => crimes_in_more_than_one_force::first_aware(case, ask).map(Found::At),
        Reach::InternalFlight | Reach::DepartingFlight | Reach::BritishAircraftAbroad => {
            crimes_in_the_air::place(case, ask).map(Found::At)
        }
        arriving @ (Reach::ArrivingFlight | Reach::ArrivingBritishAircraft) => {
            ask.follows(
                "where the suspects were is not known, and it was done on a flight that arrived from abroad",
            );
            Ok(Found::Arriving { british: arriving == Reach::ArrivingBritishAircraft })
        }
    }
}

/// Who records what is located somewhere.
fn records(found: Found, crime: &Classified, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Records, Missing> {
    let place = match found {
        Found::At(place) => place,
        Found::Arriving { british } => return crimes_in_the_air::arriving(british, case, ask),
    };
    match place.at {
        Jurisdiction::Force(_) | Jurisdiction::BritishTransportPolice => Ok(Records::By(place)),
        Jurisdiction::Scotland | Jurisdiction::NorthernIreland => {
            scotland_and_northern_ireland::records(place.at, case, ask)
        }
        Jurisdiction::OutsideUk => suspect_outside_england_and_wales::records(crime, case, ask),
    }
}

/// The second principle, then the third or fourth.
fn of_victim(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Place, Missing> {
    ask.begin(&RULE, case.of);
    if case.victim.is_none() {
        return Err(ask.missing(case.of, "", Why::TextSilent));
    }
    if let Some(at) = ask.which_if_known(case.of, "location.victim_at", &case.act.location.victim_at)? {
        return Ok(british_transport_police::place(at, case, ask).unwrap_or_else(|| {
            ask.follows("the second principle: where the victim was");
            Place { at, because: "the victim was there, and where the suspects were is not known" }
        }));
    }
    home(
        case,
        ask,
        "the third or fourth principle: where the victim lives, or has the place of business in question",
    )
}

/// The home of the victim. One outside England and Wales is no place for a crime of which nobody says that it was done there.
pub(crate) fn home(case: &Case<'_>, ask: &mut Ask<'_>, follows: &'static str) -> Result<Place, Missing> {
    let (victim_at, victim) = case.needed_victim(ask)?;
    let at = ask.which(victim_at, "home", &victim.home)?;
    if !at.in_england_and_wales() {
        return Err(ask.missing(case.of, "", Why::TextSilent));
    }
    ask.follows(follows);
    Ok(Place {
        at,
        because: "the victim's home or place of business is there, and no place of the offence is known",
    })
}

#[cfg(test)]
mod tests {
    use crate::cases::{Ruled, located, undecided_without_a_place};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/location-of-offence.toml"), located);
    }

    #[test]
    fn withdrawing_a_place_never_decides_what_was_not_decided() {
        for cases in [
            include_str!("../../cases/location-of-offence.toml"),
            include_str!("../../cases/internet-and-mobile-offences.toml"),
            include_str!("../../cases/scotland-and-northern-ireland.toml"),
            include_str!("../../cases/suspect-outside-england-and-wales.toml"),
            include_str!("../../cases/crimes-in-the-air.toml"),
            include_str!("../../cases/crimes-in-more-than-one-force.toml"),
        ] {
            for case in casebook::load::<Ruled, String>(cases).unwrap() {
                let open = undecided_without_a_place(&case.facts);
                let (_, base) = &open[0];
                for (name, without) in &open {
                    assert!(!base || *without, "{} is decided without {name}", case.id);
                }
            }
        }
    }
}
