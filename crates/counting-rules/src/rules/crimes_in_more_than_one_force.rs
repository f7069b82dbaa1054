//! Crimes in more than one force.

use std::borrow::Cow;

use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{finished_incident, location_of_offence::Place, one_crime_per_victim::named},
    verdict::Case,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("crimes-in-more-than-one-force"),
    title: "Crimes in more than one force",
    says: "A crime that reaches into several force areas is recorded by the force that first became aware of it; of a series by one suspect against one victim in several areas one crime is recorded, by the force of the most recent principal crime; crimes of different suspects or victims are recorded each by its own force.",
    basis: edition::rules("page 16, Crimes in more than one force"),
    in_force: edition::HELD,
    exemplar: "three robberies of one courier by one man, in three force areas, recorded by the force of the first",
    mend: "record one crime, in the area of the most recent of the principal crimes",
};

/// The force that first became aware of a crime that reaches into several areas.
///
/// # Errors
///
/// [`Missing`], naming that force.
pub fn first_aware(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Place, Missing> {
    ask.follows("where the suspects were is not known, and it reaches into several force areas");
    ask.begin(&RULE, case.of);
    let at = ask.which(case.of, "location.first_aware", &case.act.location.first_aware)?;
    ask.follows("the force that first became aware records it");
    Ok(Place { at, because: "it reaches into several force areas, and this force became aware of it first" })
}

/// Every matter that a crime stands for: those it covers, and what was not counted in addition because it is the same offence of the same
/// relationship, reported at once. In the order of acts and victims.
pub(crate) fn series<'c, 'm, 'a>(
    covered: &'c [&'m Matter<'a>],
    matters: &'m [Matter<'a>],
) -> Cow<'c, [&'m Matter<'a>]> {
    let mut series = Cow::Borrowed(covered);
    for matter in matters {
        let merged = matter.dropped.as_ref().is_some_and(|by| by.by.id == finished_incident::RULE.id);
        let same = |other: &&Matter<'a>| {
            other.crime.class == matter.crime.class
                && other.crime.subcode == matter.crime.subcode
                && other.victim_id() == matter.victim_id()
                && other.report == matter.report
                && named(&other.case.act.by) == named(&matter.case.act.by)
        };
        if merged && covered.iter().any(same) {
            series.to_mut().push(matter);
        }
    }
    if let Cow::Owned(series) = &mut series {
        series.sort_by_key(|matter| (matter.act(), matter.victim_id()));
    }
    series
}

/// The place of the most recent of them; how recent matters only if they were done in several force areas.
///
/// # Errors
///
/// [`Missing`], naming the day of one of them.
pub(crate) fn most_recent(
    places: &[(&Matter<'_>, Place)],
    ask: &mut Ask<'_>,
) -> Result<Option<Place>, Missing> {
    let Some((first, place)) = places.first() else { return Ok(None) };
    if places.iter().all(|(_, other)| other.at == place.at) {
        return Ok(Some(*place));
    }
    ask.begin(&RULE, first.case.of);
    let mut days = Vec::with_capacity(places.len());
    for (matter, place) in places {
        let act = matter.case.act;
        let day = match act.last_day.value() {
            Some(_) => ask.day(matter.case.of, "last_day", &act.last_day)?,
            None => ask.day(matter.case.of, "day", &act.day)?,
        };
        days.push((day, *place));
    }
    let last = days.iter().map(|(day, _)| *day).max();
    let mut latest = days.into_iter().filter(|(day, _)| Some(*day) == last).map(|(_, place)| place.at);
    let at = latest.next().unwrap_or(place.at);
    if let Some(other) = latest.find(|other| *other != at) {
        // Which of two on the last day came last, nobody says.
        return Err(ask
            .missing(first.case.of, "day", crime::Why::NotKnown)
            .between([at.name(), other.name()]));
    }
    ask.follows("a series in several force areas: the force of the most recent principal crime records it");
    Ok(Some(Place { at, because: "the most recent principal crime of the series was done there" }))
}

#[cfg(test)]
mod tests {
    use crate::cases::located;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/crimes-in-more-than-one-force.toml"), located);
    }
}
