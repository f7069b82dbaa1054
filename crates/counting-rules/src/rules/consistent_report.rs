//! A report that does not contradict itself.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use crime::{Act, Conduct, Fact, Incident, Subject, Who};
use rulebook::{Basis, InForce, Known, Rule, RuleId};

use crate::{offences, reading::Fault};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("consistent-report"),
    title: "A report that does not contradict itself",
    says: "Names are unique and lead to entries that are there, days stand in order, ages are possible, and no fact denies another.",
    basis: Basis::Reasoned {
        why: "a decision from facts that deny each other would depend on which of them was read",
    },
    in_force: InForce::Always,
    exemplar: "a victim who confirms the crime and cannot be found",
    mend: "correct the one of the two facts that is wrong",
};

/// The age beyond which nobody has lived, in years.
const OLDEST: u32 = 125;

/// As many entries as a list of a report may have, and as many pairs of act and victim. A report of an ordinary day has a handful; more
/// than this would take minutes to compare with each other.
pub const MOST: usize = 10_000;

/// Every contradiction in a report.
///
/// ```
/// use counting_rules::rules::consistent_report::check;
/// let report = r#"{ "id": "R1", "victims": [{ "id": "v1", "confirms": "yes", "found": "no" }] }"#;
/// let faults = check(&serde_json::from_str(report)?);
/// assert_eq!(faults[0].fact, "victims[0].found");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn check(incident: &Incident) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut say = |of: Subject, fact: &str, read: String, sentence: &str| {
        faults.push(Fault::new(&RULE, of, fact, read, sentence));
    };
    if incident.id.trim().is_empty() {
        say(Subject::Report, "id", incident.id.clone(), "a report has a reference");
    }
    too_many(incident, &mut say);
    names(incident, &mut say);
    people(incident, &mut say);
    let received = incident.received.map(|received| received.date());
    if let (Some(received), Some(recorded)) = (received, incident.recorded_on)
        && recorded < received
    {
        say(Subject::Report, "recorded_on", recorded.to_string(), "recorded before it was received");
    }
    let victims: BTreeSet<&String> = incident.victims.iter().map(|victim| &victim.id).collect();
    for (at, act) in (0_u32..).zip(&incident.acts) {
        one_act(incident, &victims, act, Subject::Act(at), received, &mut say);
    }
    for (at, record) in (0_u32..).zip(&incident.earlier) {
        let of = Subject::Earlier(at);
        known(
            incident.offenders.iter().map(|offender| &offender.id),
            &record.offender,
            of,
            "offender",
            &mut say,
        );
        known(incident.victims.iter().map(|victim| &victim.id), &record.victim, of, "victim", &mut say);
        if let (Some(noticed), Some(received)) = (record.noticed.value(), received)
            && *noticed > received
        {
            say(
                of,
                "noticed",
                noticed.to_string(),
                "an earlier record that came to notice after this report",
            );
        }
    }
    faults
}

/// A thing by its position in its list.
type Listed = fn(u32) -> Subject;

type Say<'a> = dyn FnMut(Subject, &str, String, &str) + 'a;

fn too_many(incident: &Incident, say: &mut Say<'_>) {
    let pairs: usize = incident.acts.iter().map(|act| act.against.len().max(1)).sum();
    for (list, entries) in [
        ("victims", incident.victims.len()),
        ("offenders", incident.offenders.len()),
        ("earlier", incident.earlier.len()),
        ("acts", pairs),
    ] {
        if entries > MOST {
            let sentence =
                "more entries, or pairs of act and victim, than one report may have (10,000): divide it";
            say(Subject::Report, list, entries.to_string(), sentence);
        }
    }
}

fn names(incident: &Incident, say: &mut Say<'_>) {
    let lists: [(Vec<&String>, Listed); 4] = [
        (incident.victims.iter().map(|victim| &victim.id).collect(), Subject::Victim),
        (incident.offenders.iter().map(|offender| &offender.id).collect(), Subject::Offender),
        (incident.acts.iter().map(|act| &act.id).collect(), Subject::Act),
        (incident.earlier.iter().map(|record| &record.id).collect(), Subject::Earlier),
    ];
    for (ids, subject) in lists {
        let mut seen = BTreeSet::new();
        for (at, id) in (0_u32..).zip(ids) {
            if id.trim().is_empty() {
                say(subject(at), "id", id.clone(), "an entry has a name of its own");
            } else if !seen.insert(id) {
                say(subject(at), "id", id.clone(), "another entry of the list has the same name");
            }
        }
    }
}

fn people(incident: &Incident, say: &mut Say<'_>) {
    for (at, victim) in (0_u32..).zip(&incident.victims) {
        age(victim.age, Subject::Victim(at), say);
        if victim.confirms == Fact::Yes && victim.found == Fact::No {
            say(Subject::Victim(at), "found", "no".to_owned(), "the victim confirms it and cannot be found");
        }
    }
    for (at, offender) in (0_u32..).zip(&incident.offenders) {
        age(offender.age, Subject::Offender(at), say);
        if offender.people == Known::Is(0) {
            say(
                Subject::Offender(at),
                "people",
                "0".to_owned(),
                "an offender or group has at least one person",
            );
        }
    }
    if incident.reporter.who == Known::Is(Who::Victim)
        && incident.victims.is_empty()
        && !incident.acts.is_empty()
    {
        say(
            Subject::Report,
            "reporter.who",
            Who::Victim.to_string(),
            "the victim reports, and the report has no victim",
        );
    }
}

fn age(age: Known<u32>, of: Subject, say: &mut Say<'_>) {
    if let Known::Is(years) = age
        && years > OLDEST
    {
        say(of, "age", years.to_string(), "older than anybody has been");
    }
}

fn one_act(
    incident: &Incident,
    victims: &BTreeSet<&String>,
    act: &Act,
    of: Subject,
    received: Option<NaiveDate>,
    say: &mut Say<'_>,
) {
    known(incident.offenders.iter().map(|offender| &offender.id), &act.by, of, "by", say);
    let mut seen = BTreeSet::new();
    for id in &act.against {
        if !victims.contains(id) {
            say(of, "against", id.clone(), "no victim of the report has this name");
        } else if !seen.insert(id) {
            say(of, "against", id.clone(), "the same victim twice");
        }
    }
    if act.in_course_of != Known::Is("none".to_owned()) {
        known(incident.acts.iter().map(|act| &act.id), &act.in_course_of, of, "in_course_of", say);
    }
    if act.in_course_of.value() == Some(&act.id) {
        say(of, "in_course_of", act.id.clone(), "an act is not done in the course of itself");
    }
    let reported: Option<NaiveDateTime> = act.reported.or(incident.received);
    if let (Some(first), Some(last)) = (act.day.value(), act.last_day.value())
        && last < first
    {
        say(of, "last_day", last.to_string(), "the last day is before the first");
    }
    for (fact, day) in [("day", act.day), ("last_day", act.last_day)] {
        if let (Some(day), Some(reported)) = (day.value(), reported)
            && *day > reported.date()
        {
            say(of, fact, day.to_string(), "after the day on which it was reported");
        }
    }
    if let (Some(reported), Some(received)) = (act.reported, received)
        && reported.date() > received
    {
        say(of, "reported", reported.to_string(), "after the report was received");
    }
    if let Conduct::Given(given) = &act.what
        && let Some(subcode) = given.subcode.value()
        && offences::of_subcode(subcode).is_empty()
    {
        say(of, "what.given.subcode", subcode.clone(), "the list of notifiable offences has no such subcode");
    }
}

/// Says so if a name leads nowhere.
fn known<'a>(
    mut names: impl Iterator<Item = &'a String>,
    name: &Known<String>,
    of: Subject,
    fact: &str,
    say: &mut Say<'_>,
) {
    if let Some(name) = name.value()
        && !names.any(|known| known == name)
    {
        say(of, fact, name.clone(), "no entry of the report has this name");
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, check};
    use crime::{Act, Incident, Victim};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/consistent-report.toml"), |incident: &Incident| {
            check(incident)
                .iter()
                .map(|fault| format!("{}: {}", fault.fact, fault.sentence))
                .collect::<Vec<_>>()
                .join("; ")
        });
    }

    #[test]
    fn a_report_may_have_so_many_pairs_and_no_more() {
        let report = |pairs: usize| {
            let victims = (0..pairs).map(|n| Victim { id: format!("v{n}"), ..Victim::default() });
            let victims: Vec<Victim> = victims.collect();
            let against = victims.iter().map(|victim| victim.id.clone()).collect();
            let acts = vec![Act { id: "a1".to_owned(), against, ..Act::default() }];
            Incident { id: "R1".to_owned(), victims, acts, ..Incident::default() }
        };
        assert!(check(&report(MOST)).is_empty());
        let faults = check(&report(MOST + 1));
        let said: Vec<&str> = faults.iter().map(|fault| fault.fact.as_str()).collect();
        assert_eq!(said, ["victims", "acts"]);
    }
}
