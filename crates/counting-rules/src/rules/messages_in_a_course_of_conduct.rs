//! Messages that are part of a course of conduct.

use crime::{
    Conduct, Subject, Text, Why,
    conduct::{Course, Message},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::{conduct_crime_tiers, course_of_conduct},
    verdict::{Answer, Case, Verdict, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("messages-in-a-course-of-conduct"),
    title: "Messages in a course of conduct",
    says: "A message that is part of a course of conduct by the same offender against the same victim need not be recorded as a malicious communication; the conduct crime must be recorded.",
    basis: edition::rules(
        "page 58, Malicious Communications, point a; page 51, a series of nuisance calls; page 60, a message sent more than once",
    ),
    in_force: edition::HELD,
    exemplar: "one of twenty grossly offensive messages in a harassment, recorded as a malicious communication beside it",
    mend: "record the conduct crime and keep the message in its record",
};

/// A message that would be a malicious communication: the crime, unless a conduct crime of the same report holds it. Where an earlier
/// record holds the course, the crime is passed on, and the finished incident rule for conduct crimes decides.
///
/// # Errors
///
/// [`Missing`], naming whether it is part of a course, or the course itself.
pub(crate) fn crime_or_course(
    message: &Message,
    case: &Case<'_>,
    subcode: &'static str,
    by: &'static Rule,
    ask: &mut Ask<'_>,
) -> Answer {
    ask.begin(&RULE, case.of);
    if !ask.yes(case.of, "what.message.part_of_course", message.part_of_course)? {
        ask.follows("part of no course of conduct: recorded by itself");
        return crime("8R", subcode, by);
    }
    match course(case, ask)? {
        Held::ByThisReport(name) => {
            ask.begin(&RULE, case.of);
            ask.follows_with(|| {
                format!("part of the course of conduct of act {name}: that is recorded, and not the message")
            });
            Ok(Verdict::NotRecorded {
                class: "8R",
                subcode,
                because: Text::Owned(format!(
                    "part of the course of conduct of act {name}, which is recorded"
                )),
                by: &RULE,
            })
        }
        Held::ByEarlierRecord => {
            ask.follows("part of a course of conduct that is recorded already: its record decides");
            crime("8R", subcode, by)
        }
        Held::NotAtAll => Err(ask.missing(case.of, "what.course", Why::NotSupplied)),
    }
}

/// A message that is no offence by itself: an incident, unless it is part of a course of conduct, which must then be described.
///
/// # Errors
///
/// [`Missing`], naming whether it is part of a course, or the course itself.
pub(crate) fn nothing_or_course(
    message: &Message,
    case: &Case<'_>,
    because: &'static str,
    by: &'static Rule,
    ask: &mut Ask<'_>,
) -> Answer {
    ask.begin(&RULE, case.of);
    if !ask.yes(case.of, "what.message.part_of_course", message.part_of_course)? {
        ask.follows("part of no course of conduct: no crime");
        return incident(because, by);
    }
    match course(case, ask)? {
        Held::ByThisReport(name) => {
            ask.begin(&RULE, case.of);
            ask.follows_with(|| {
                format!("no crime by itself; part of the course of conduct of act {name}, which is recorded")
            });
            incident("no crime by itself; the course of conduct of which it is part is recorded", &RULE)
        }
        Held::ByEarlierRecord | Held::NotAtAll => Err(ask.missing(case.of, "what.course", Why::NotSupplied)),
    }
}

/// Where the course of conduct stands of which a message is part.
enum Held {
    ByThisReport(String),
    ByEarlierRecord,
    NotAtAll,
}

fn course(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Held, Missing> {
    let by = ask.text(case.of, "by", &case.act.by)?;
    for (at, act) in (0_u32..).zip(&case.incident.acts) {
        let Some(course) = described(&act.what) else { continue };
        let of = Subject::Act(at);
        let same_victim = case.victim.is_none_or(|(_, victim)| act.against.contains(&victim.id));
        if !same_victim || ask.text(of, "by", &act.by)? != by {
            continue;
        }
        ask.follows("the report describes a course of conduct by the same offender towards the same victim");
        let its = Case { act, of, ..*case };
        if let Verdict::Crime(crime) = course_of_conduct::classify(course, &its, ask)?
            && conduct_crime_tiers::tier(crime.subcode).is_some()
        {
            return Ok(Held::ByThisReport(act.id.clone()));
        }
        ask.begin(&RULE, case.of);
    }
    let victim = case.victim.map(|(_, victim)| victim.id.as_str());
    for (at, record) in (0_u32..).zip(&case.incident.earlier) {
        let of = Subject::Earlier(at);
        if conduct_crime_tiers::tier(ask.text(of, "subcode", &record.subcode)?).is_some()
            && Some(ask.text(of, "victim", &record.victim)?) == victim
            && ask.text(of, "offender", &record.offender)? == by
        {
            return Ok(Held::ByEarlierRecord);
        }
    }
    Ok(Held::NotAtAll)
}

fn described(what: &Conduct) -> Option<&Course> {
    if let Conduct::Course(course) = what { Some(course) } else { None }
}

#[cfg(test)]
mod tests {
    use crate::cases::{classified, decision_on};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/messages-in-a-course-of-conduct.toml"), classified);
    }

    #[test]
    fn what_is_missing_of_the_course_is_asked_of_the_act_that_is_the_course() {
        let facts = r#"{ "act": { "message": { "content": "grossly-offensive", "distress": "meant", "part_of_course": "yes" } },
            "victim": {}, "offender": {}, "report": { "acts": [{ "id": "c1", "by": "o1", "against": ["v1"],
                "what": { "course": { "occasions": "two-or-more", "pattern": "fixated", "aggravated": "no" } } }] } }"#;
        let decision = decision_on(&serde_json::from_str(facts).unwrap());
        let asked = decision.undecided.iter().filter(|open| open.fact == "what.course.effect");
        assert_eq!(asked.map(|open| open.about.as_str()).collect::<Vec<_>>(), ["act c1"]);
    }
}
