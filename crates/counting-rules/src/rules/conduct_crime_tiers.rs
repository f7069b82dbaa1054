//! Conduct crimes over other crimes.

use crime::{Offence, Subject, Why};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    offences,
    rules::{
        maximum_sentence::weeks,
        principal_crime::{Prevails, name},
        principal_crime_table::rank,
    },
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("conduct-crime-tiers"),
    title: "Conduct crimes over other crimes",
    says: "Five steps of conduct crimes each prevail over other harassment and over other crimes up to a printed limit; what no step lists is decided by the look-up table where that prints both, and else by the registrar.",
    basis: edition::rules(
        "pages 55 to 57, Principal Crime for Stalking, Harassment, Controlling or Coercive Behaviour; page 14, Principal crime look-up table",
    ),
    in_force: edition::HELD,
    exemplar: "a year of stalking with fear of violence, in the course of which the victim's arm was broken without intent, recorded as wounding",
    mend: "record the conduct crime where its step prevails; else the other; where it is unclear, ask the registrar",
};

/// The question that is left to the registrar: which of the two is recorded, by its subcode, or `both`.
const QUESTION: &str = "principal-conduct-crime";

/// The step of a conduct crime, 1 the gravest; nothing, if it is none.
#[must_use]
pub fn tier(subcode: &str) -> Option<u8> {
    match subcode {
        "008/58" => Some(1),
        "008/65" | "008/66" | "008/30" => Some(2),
        "008/67" => Some(3),
        "008/56" => Some(4),
        "195/12" | "195/94" => Some(5),
        _ => None,
    }
}

/// What a step says of another offence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// The conduct crime prevails.
    Over,
    /// The step does not list it, and the look-up table or, of sexual offences, the longer sentence makes clear which is recorded.
    Clear,
    /// The step does not list it, and nothing printed makes it clear.
    Unclear,
}

/// Whether a conduct crime prevails over another crime; nothing, where neither or both are conduct crimes, or the general rules decide.
///
/// # Errors
///
/// [`Missing`] where the text leaves it to the registrar and no ruling is held.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    match (tier(one.crime.subcode), tier(other.crime.subcode)) {
        (Some(step), None) => compare(one, step, other, ask),
        (None, Some(step)) => Ok(compare(other, step, one, ask)?.map(Prevails::turned)),
        (Some(_), Some(_)) | (None, None) => Ok(None),
    }
}

fn compare(
    conduct: &Matter<'_>,
    step: u8,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    ask.begin(&RULE, conduct.case.of);
    match says(conduct, step, other) {
        Says::Over => {
            ask.follows_with(|| {
                format!("{} is in step {step}, which prevails over {}", name(conduct), name(other))
            });
            Ok(Some(Prevails::First))
        }
        Says::Clear => {
            ask.follows_with(|| {
                format!(
                    "step {step} does not put {} over {}: the general rules decide",
                    name(conduct),
                    name(other)
                )
            });
            Ok(None)
        }
        Says::Unclear => match ask.ruling(QUESTION).map(|ruling| ruling.answer.trim()) {
            Some("both") => {
                ask.follows("ruled: each is recorded");
                Ok(Some(Prevails::Both))
            }
            Some(answer) if answer == conduct.crime.subcode => {
                ask.follows("ruled: the conduct crime");
                Ok(Some(Prevails::First))
            }
            Some(answer) if answer == other.crime.subcode => {
                ask.follows("ruled: the other crime");
                Ok(Some(Prevails::Second))
            }
            Some(_) | None => Err(ask
                .missing(Subject::Report, QUESTION, Why::NoRuling)
                .between([name(conduct), name(other)])),
        },
    }
}

/// What the step of a conduct crime says of another crime.
///
/// Steps 1 to 4 prevail over "all offences up to and including 8N". That is read from the look-up table: what stands there in or
/// below the highest place of class 8N (17) is up to 8N, and what stands above is not. Of offences that
/// the table does not print, class 8N itself, other 8L, property crimes (over which violence generally prevails) and those of no more
/// than the five years of 8N are up to it; longer ones are left to the registrar. So are, for step 4, the offences of five years or
/// more that the table prints below 8N and still above the conduct crime itself: step and table say the opposite. Sexual offences
/// follow the printed sentences alone; over those the longer sentence decides. Step 5 has a list of its own.
fn says(conduct: &Matter<'_>, step: u8, other: &Matter<'_>) -> Says {
    let (class, subcode) = (other.crime.class, other.crime.subcode);
    let Some(row) = offences::row(class, subcode) else { return Says::Unclear };
    let place = rank(class, subcode);
    let listed = match step {
        5 => listed_in_the_fifth(class, subcode, row),
        _ if class == "8L" => true,
        4 if subcode == "008/01" => false,
        4 if sentence(row).is_some_and(|sentence| sentence < years(5)) => true,
        4 if class != "8N" && above_the_fourth(place) => return Says::Unclear,
        _ if row.group == "Sexual offences" => sentence(row).is_some_and(|sentence| match step {
            1 => sentence < years(14),
            2 | 3 => sentence <= years(10),
            _ => false,
        }),
        _ => up_to_8n(class, place, row),
    };
    if listed {
        return Says::Over;
    }
    let graver = || match (
        sentence(row),
        offences::row(conduct.crime.class, conduct.crime.subcode).and_then(sentence),
    ) {
        (Some(other), Some(own)) => other > own,
        _ => false,
    };
    if place.is_some() || (step != 5 && row.group == "Sexual offences" && graver()) {
        Says::Clear
    } else {
        Says::Unclear
    }
}

/// Whether the table prints an offence below 8N and still above the conduct crime of step 4.
fn above_the_fourth(place: Option<u32>) -> bool {
    match (place, rank("8N", "008/77"), rank("8M", "008/56")) {
        (Some(place), Some(highest), Some(own)) => highest < place && place < own,
        _ => false,
    }
}

fn up_to_8n(class: &str, place: Option<u32>, row: &Offence) -> bool {
    match (place, rank("8N", "008/01")) {
        _ if class == "8N" => true,
        (Some(place), Some(highest)) => place >= highest,
        _ => property(row) || sentence(row).is_some_and(|sentence| sentence <= years(5)),
    }
}

fn property(row: &Offence) -> bool {
    matches!(row.group.as_str(), "Theft" | "Burglary" | "Vehicle offences" | "Arson and criminal damage")
}

/// Theft (of and from vehicles too, blackmail not), damage short of arson and of endangering life, public order, assault without
/// injury, actual bodily harm, the rest of 8N without 008/01 and 008/77, malicious communications without 005/28.
fn listed_in_the_fifth(class: &str, subcode: &str, row: &Offence) -> bool {
    match class {
        "35" => false,
        "45" | "48" | "105A" | "105B" | "104" => true,
        "8N" => subcode != "008/01" && subcode != "008/77",
        "8S" | "8T" => subcode == "008/06",
        "8R" => subcode != "005/28",
        _ => match row.group.as_str() {
            "Theft" | "Public order offences" => true,
            "Arson and criminal damage" => row.subgroup == "Criminal damage" && subcode != "057/00",
            _ => false,
        },
    }
}

/// The sentence of a row, in weeks.
fn sentence(row: &Offence) -> Option<u32> {
    weeks(&row.max_sentence)
}

const fn years(number: u32) -> u32 {
    number * 52
}

#[cfg(test)]
mod tests {
    use crime::Incident;
    use serde::Deserialize;

    use super::*;
    use crate::{
        Rulings, Working,
        cases::{summary, with_facts_and_place},
    };

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        report: Incident,
        #[serde(default)]
        rulings: Rulings,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/conduct-crime-tiers.toml"), |facts: &Facts| {
            summary(&crate::decide(&with_facts_and_place(&facts.report), &facts.rulings, Working::Shown))
        });
    }

    #[test]
    fn every_conduct_crime_is_listed_and_printed() {
        for (class, subcode) in [
            ("8M", "008/58"),
            ("8Q", "008/65"),
            ("8Q", "008/66"),
            ("8L", "008/30"),
            ("8U", "008/67"),
            ("8M", "008/56"),
            ("8Q", "195/12"),
            ("8L", "195/94"),
        ] {
            assert!(tier(subcode).is_some(), "{subcode}");
            assert!(offences::row(class, subcode).is_some(), "{class} {subcode}");
            assert!(rank(class, subcode).is_some(), "{class} {subcode}");
        }
    }
}
