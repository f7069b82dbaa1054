//! A decision as rows of a table, and what is missing as a sheet of questions.

use crime::{Decision, Due, Undecided, Why};

use crate::schema;

/// The columns of [`rows`].
pub const HEADER: [&str; 16] = [
    "incident", "what", "act", "class", "subcode", "count", "unit", "victims", "offender", "day", "force",
    "flags", "because", "by", "text", "deadline",
];

/// A decision as rows: one for each crime, thing registered, thing not recorded, thing not decided, and person to be told; `nothing`, if there
/// is none of these, so that every report has a row.
#[must_use]
pub fn rows(decision: &Decision) -> Vec<[String; 16]> {
    let deadline = decision.deadline.as_ref().map(|deadline| deadline.by.to_string()).unwrap_or_default();
    let row = |what: &str| {
        let mut row: [String; 16] = std::array::from_fn(|_| String::new());
        let [incident, kind, ..] = &mut row;
        incident.clone_from(&decision.incident);
        what.clone_into(kind);
        row
    };
    let mut rows = Vec::new();
    for due in &decision.crimes {
        rows.push(crime(due, row("crime"), &deadline));
    }
    for registered in &decision.registered {
        let mut row = row("registered");
        let [_, _, act, class, _, count, _, victims, _, _, force, _, because, by, ..] = &mut row;
        act.clone_from(&registered.act);
        *class = registered.as_what.to_string();
        *count = registered.count.to_string();
        *victims = registered.victim.clone().unwrap_or_default();
        *force = registered.referred_to.as_deref().map(|to| format!("refer to {to}")).unwrap_or_default();
        *because = registered.because.to_string();
        *by = registered.by.to_string();
        rows.push(row);
    }
    for not in &decision.not_recorded {
        let mut row = row("not recorded");
        let [_, _, act, class, subcode, _, _, victims, _, _, _, _, because, by, ..] = &mut row;
        act.clone_from(&not.act);
        *class = not.class.to_string();
        *subcode = not.subcode.to_string();
        *victims = not.victim.clone().unwrap_or_default();
        *because = not.because.to_string();
        *by = not.by.to_string();
        rows.push(row);
    }
    for undecided in &decision.undecided {
        let mut row = row("not decided");
        let [_, _, act, class, _, _, _, _, _, _, _, _, because, by, ..] = &mut row;
        act.clone_from(&undecided.about);
        *class = undecided.between.join("; ");
        format!("{} {}", reason(undecided.why), undecided.fact).trim_end().clone_into(because);
        *by = undecided.by.to_string();
        rows.push(row);
    }
    for notice in &decision.notices {
        let mut row = row("to be told");
        let [_, _, act, _, _, _, _, victims, _, _, _, _, because, by, ..] = &mut row;
        act.clone_from(&notice.act);
        *victims = notice.to.to_string();
        "no crime is recorded; there is a right to appeal".clone_into(because);
        *by = notice.by.to_string();
        rows.push(row);
    }
    if rows.is_empty() {
        rows.push(row("nothing"));
    }
    rows
}

fn crime(due: &Due, mut row: [String; 16], deadline: &str) -> [String; 16] {
    let [
        _,
        _,
        act,
        class,
        subcode,
        count,
        unit,
        victims,
        offender,
        day,
        force,
        flags,
        because,
        by,
        text,
        last,
    ] = &mut row;
    act.clone_from(&due.act);
    *class = due.class.to_string();
    *subcode = due.subcode.to_string();
    *count = due.count.to_string();
    *unit = due.unit.to_string();
    *victims = due.victims.join("; ");
    *offender = due.offender.clone().unwrap_or_default();
    *day = due.day.map(|day| day.to_string()).unwrap_or_default();
    *force = due.force.as_ref().map(|force| force.force.to_string()).unwrap_or_default();
    *flags = due.flags.join("; ");
    *because = due.force.as_ref().map(|force| force.because.to_string()).unwrap_or_default();
    *by = due.by.to_string();
    *text = due.seen.to_string();
    deadline.clone_into(last);
    row
}

/// Why something is not decided, in words.
#[must_use]
pub const fn reason(why: Why) -> &'static str {
    match why {
        Why::NotSupplied => "not supplied:",
        Why::NotKnown => "not known, and the text does not say what follows:",
        Why::NoRuling => "no ruling of the registrar is held:",
        Why::NoEdition => "no text is held for the day",
        Why::TextSilent => "the text gives no way to decide",
        Why::AnotherAct => "another act of the same people is not decided",
    }
}

/// The columns of [`question`]. The first four are those of a table of facts, so that the filled sheet can be read back.
pub const QUESTIONS: [&str; 8] = ["incident", "about", "fact", "value", "question", "answers", "why", "rule"];

/// What is missing as a row of a sheet of questions, with an empty value to be filled; nothing, where no fact would help.
#[must_use]
pub fn question(decision: &Decision, undecided: &Undecided) -> Option<[String; 8]> {
    let asked = schema::question(&undecided.about, &undecided.fact)?;
    let answers = if asked.words.is_empty() { String::new() } else { asked.words.join(", ") };
    Some([
        decision.incident.clone(),
        undecided.about.clone(),
        undecided.fact.to_string(),
        String::new(),
        asked.text,
        answers,
        reason(undecided.why).trim_end_matches(':').to_owned(),
        undecided.by.to_string(),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Rulings, Working, decide, from_json};

    #[test]
    fn a_report_of_nothing_has_a_row() {
        let decision = Decision { incident: "R1".to_owned(), ..Decision::default() };
        let [row] = rows(&decision).try_into().unwrap();
        assert_eq!(row[..2], ["R1", "nothing"].map(str::to_owned));
    }

    #[test]
    fn what_is_missing_is_a_question_that_can_be_answered() {
        let report = r#"{ "id": "R1", "received": "2026-05-01T09:00:00", "acts": [{ "id": "a1", "what": { "given": {} } }] }"#;
        let decision = decide(&from_json(report).unwrap(), &Rulings::default(), Working::Left);
        let [row] = rows(&decision).try_into().unwrap();
        assert_eq!(row[..3], ["R1", "not decided", "act a1"].map(str::to_owned));
        let question = question(&decision, &decision.undecided[0]).unwrap();
        assert_eq!(question[..4], ["R1", "act a1", "what.given.subcode", ""].map(str::to_owned));
        assert!(question[4].ends_with(')'), "{question:?}");
    }
}
