//! The finished incident rule for conduct crimes.

use crime::{Conduct, EarlierRecord, Subject, Why};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{conduct_crime_tiers::tier, principal_crime::name, principal_crime_table::rank},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("finished-incident-for-conduct"),
    title: "The finished incident rule for conduct crimes",
    says: "What continues a recorded course of conduct is added to its record, messages of class 008/72 and 138/52 too, unless the offender has been dealt with, a court has convicted, acquitted or made an order, or three months have passed since the last incident; other crimes afterwards are recorded in addition.",
    basis: edition::rules(
        "pages 57 and 58, Finished incident rule for conduct crime; page 52, Breaches of Orders, for what ends a course of conduct",
    ),
    in_force: edition::HELD,
    exemplar: "two more unwanted calls a week after a stalking was recorded, recorded as a second stalking",
    mend: "add the continuation to the record; decide anew once the offender is dealt with or three months have passed",
};

/// How many months without an incident end a course of conduct.
const MONTHS: u32 = 3;

/// Whether a matter continues the conduct crime of an earlier record, if that is one; nothing, if this rule does not speak of it.
///
/// The three months do not count the day of the last incident: after one on 12 January, 12 April is the last day on which another
/// continues it. Dealing with the offender is read to end the course for messages as well, of which the text names the months only; an
/// exceptional break, which it allows for a new conduct crime only, does not help a message.
///
/// # Errors
///
/// [`Missing`], naming what the earlier record or the act lacks.
pub fn continues(
    matter: &Matter<'_>,
    record: &EarlierRecord,
    of: Subject,
    ask: &mut Ask<'_>,
) -> Result<Option<bool>, Missing> {
    ask.begin(&RULE, matter.case.of);
    if tier(ask.text(of, "subcode", &record.subcode)?).is_none() {
        return Ok(None);
    }
    let conduct = tier(matter.crime.subcode).is_some();
    if !conduct && !message_that_may_continue(matter) {
        ask.follows("neither a conduct crime nor a message of 008/72 or 138/52: recorded in addition, like any other crime");
        return Ok(None);
    }
    if !conduct && !part_of_course(matter, ask)? {
        ask.follows("a message that does not continue the course of conduct: new");
        return Ok(Some(false));
    }
    if ask.yes(of, "dealt_with", record.dealt_with)? {
        ask.follows("the offender was dealt with, or a court has ended the course: a new decision");
        return Ok(Some(false));
    }
    let last = ask.day(of, "last_incident", &record.last_incident)?;
    let day = ask.day(matter.case.of, "day", &matter.case.act.day)?;
    let Some(until) = calendar::months::after(last, MONTHS) else {
        return Err(ask.missing(of, "last_incident", Why::NotKnown));
    };
    if day <= until {
        ask.follows_with(|| format!("within three months of the last incident, until {until}: it continues"));
        return Ok(Some(true));
    }
    if conduct && ask.yes(of, "exceptional_break", record.exceptional_break)? {
        ask.follows(
            "more than three months have passed, and exceptional circumstances explain it: it continues",
        );
        return Ok(Some(true));
    }
    ask.follows("more than three months have passed since the last incident: a new decision");
    Ok(Some(false))
}

/// What is said of a matter that continues a record; where it is graver, that the record must be looked at again.
#[must_use]
pub fn because(matter: &Matter<'_>, record: &EarlierRecord) -> String {
    let recorded = record.subcode.value().map_or("", String::as_str);
    let graver = match (gravity(matter.crime.subcode), gravity(recorded)) {
        (Some(now), Some(then)) => now < then,
        _ => false,
    };
    let review = if graver {
        format!("; it has escalated to {}: review whether the record is to be reclassified", name(matter))
    } else {
        String::new()
    };
    format!("continues the course of conduct recorded as {}{review}", record.id)
}

/// The step of gravity of a conduct crime, and its place in the look-up table within the step.
fn gravity(subcode: &str) -> Option<(u8, u32)> {
    let place = ["8L", "8M", "8Q", "8U"].into_iter().find_map(|class| rank(class, subcode))?;
    Some((tier(subcode)?, place))
}

fn message_that_may_continue(matter: &Matter<'_>) -> bool {
    matches!(matter.crime.subcode, "008/72" | "138/52")
}

/// Whether a message is clearly a continuation.
fn part_of_course(matter: &Matter<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    if let Conduct::Message(message) = &matter.case.act.what {
        ask.yes(matter.case.of, "what.message.part_of_course", message.part_of_course)
    } else {
        Err(ask.missing(matter.case.of, "what.message.part_of_course", Why::NotSupplied))
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::{decided, with_facts_and_place};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/finished-incident-for-conduct.toml"), decided);
    }

    #[test]
    fn what_continues_a_record_says_so_and_whether_it_has_escalated() {
        let continues = "continues the course of conduct recorded as C7";
        let escalated = "continues the course of conduct recorded as C7; it has escalated to 8Q 008/65: review whether the record is to be reclassified";
        // Step 5 of the five is the least grave; within it stalking (195/12) stands above harassment (195/94) in the look-up table.
        for (recorded, effect, said) in [
            ("195/12", "fear-of-violence", escalated),
            ("195/94", "fear-of-violence", escalated),
            ("195/12", "less", continues),
            ("008/65", "fear-of-violence", continues),
            ("008/65", "less", continues),
            ("008/58", "fear-of-violence", continues),
        ] {
            let facts = r#"{ "id": "R1", "received": "2026-05-01T12:00:00", "victims": [{ "id": "v1" }],
                "offenders": [{ "id": "o1", "people": 1 }],
                "earlier": [{ "id": "C7", "subcode": "RECORDED", "offender": "o1", "victim": "v1", "dealt_with": "no",
                    "last_incident": "2026-04-12" }],
                "acts": [{ "id": "a1", "by": "o1", "against": ["v1"], "day": "2026-04-19",
                    "what": { "course": { "occasions": "two-or-more", "pattern": "fixated", "aggravated": "no", "effect": "EFFECT" } } }] }"#;
            let facts = facts.replace("RECORDED", recorded).replace("EFFECT", effect);
            let report = with_facts_and_place(&serde_json::from_str(&facts).unwrap());
            let decision = crate::decide(&report, &crate::Rulings::default(), crate::Working::Left);
            assert_eq!(decision.not_recorded[0].because, said, "{recorded}, {effect}");
        }
    }
}
