//! A decision as an account that a registrar can read.

use std::fmt::Write as _;

use crime::{Decision, Due, Incident, Step, Subject, Why};
use rulebook::{Basis, Rule};

use crate::{decide::about, rules, schema};

/// The rule of a slug.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules::ALL.iter().copied().find(|rule| rule.id.0 == id)
}

/// A decision with its working, as text: what follows, then every step with the facts it read, and at the end the texts cited.
///
/// ```
/// use counting_rules::{Rulings, Working, account, decide, from_json};
///
/// let incident = from_json(r#"{ "id": "R1", "received": "2026-05-01T14:30:00", "acts": [{ "id": "a1" }] }"#).unwrap();
/// let text = account(&incident, &decide(&incident, &Rulings::default(), Working::Shown));
/// assert!(text.contains("Not decided: act a1, what was done?"), "{text}");
/// ```
#[must_use]
pub fn account(incident: &Incident, decision: &Decision) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "Report {}", decision.incident);
    if let Some(received) = incident.received {
        let _ = writeln!(text, "received {}", received.format("%-d %B %Y, %H:%M"));
    }
    text.push('\n');
    result(decision, &mut text);
    if !decision.trace.is_empty() {
        text.push_str("\nWorking\n");
        working(incident, &decision.trace, &mut text);
    }
    cited(decision, &mut text);
    text
}

fn result(decision: &Decision, text: &mut String) {
    let total = decision.count();
    match (total, decision.undecided.is_empty()) {
        (0, true) => text.push_str("No crime is to be recorded.\n"),
        (1, true) => text.push_str("One crime is to be recorded.\n"),
        (0, false) => text.push_str("It cannot be decided yet.\n"),
        (_, true) => {
            let _ = writeln!(text, "{total} crimes are to be recorded.");
        }
        (1, false) => text.push_str("One crime is to be recorded, and something is not decided.\n"),
        (_, false) => {
            let _ = writeln!(text, "{total} crimes are to be recorded, and something is not decided.");
        }
    }
    for due in &decision.crimes {
        let _ = writeln!(text, "  Record: {}", crime(due));
        if let Some(force) = &due.force {
            let _ = writeln!(text, "    by {}: {}", force.force, force.because);
        }
        if !due.flags.is_empty() {
            let _ = writeln!(text, "    flags: {}", due.flags.join(", "));
        }
        if !due.flags_not_decided.is_empty() {
            let _ =
                writeln!(text, "    flags of which it cannot be told: {}", due.flags_not_decided.join(", "));
        }
    }
    for registered in &decision.registered {
        let whom = registered.victim.as_ref().map(|victim| format!(" (victim {victim})")).unwrap_or_default();
        let to = registered.referred_to.as_ref().map(|to| format!("; refer to {to}")).unwrap_or_default();
        let _ = writeln!(
            text,
            "  Register: {} for act {}{whom}: {}{to}",
            registered.as_what, registered.act, registered.because
        );
    }
    for not in &decision.not_recorded {
        let _ = writeln!(
            text,
            "  Not in addition: {} {} of act {}: {}",
            not.class, not.subcode, not.act, not.because
        );
    }
    for undecided in &decision.undecided {
        let between = if undecided.between.is_empty() {
            String::new()
        } else {
            format!(" (between {})", undecided.between.join(" and "))
        };
        let what = schema::question(&undecided.about, &undecided.fact)
            .map_or_else(|| why(undecided.why, &undecided.fact), |question| lower(&question.text));
        let _ = writeln!(text, "  Not decided: {}, {what}{between}", undecided.about);
    }
    if let Some(deadline) = &decision.deadline
        && (total > 0 || !decision.undecided.is_empty())
    {
        let _ =
            writeln!(text, "  No later than {} ({})", deadline.by.format("%-d %B %Y, %H:%M"), deadline.seen);
        if let Some(other) = deadline.other_reading {
            let _ = writeln!(
                text,
                "    the clocks change in between: by another reading {}",
                other.format("%-d %B %Y, %H:%M")
            );
        }
    }
    for notice in &decision.notices {
        let _ = writeln!(
            text,
            "  Tell {} that act {} is not recorded as a crime, and that they may appeal",
            notice.to, notice.act
        );
    }
}

fn crime(due: &Due) -> String {
    let title = crate::offences::row(&due.class, &due.subcode).map_or("", |offence| offence.title.as_str());
    let count = if due.count == 1 { String::new() } else { format!("{} x ", due.count) };
    let victims = if due.victims.is_empty() {
        String::new()
    } else {
        format!(", victim {}", due.victims.join(" and "))
    };
    let mark = if due.seen == rulebook::Seen::FullText { String::new() } else { format!(" [{}]", due.seen) };
    format!(
        "{count}{} {} {title} (act {}{victims}; counted by {}){mark}",
        due.class, due.subcode, due.act, due.unit
    )
}

fn why(why: Why, what: &str) -> String {
    match why {
        Why::NotSupplied => format!("`{what}` is not supplied"),
        Why::NotKnown => format!("`{what}` is not known, and the text does not say what follows"),
        Why::NoRuling => format!("a ruling of the registrar on `{what}` is needed, and none is held"),
        Why::NoEdition => "no text is held for the day".to_owned(),
        Why::TextSilent => "the text gives no way to decide".to_owned(),
        Why::AnotherAct => {
            "another act of the same people is not decided, and might be counted instead".to_owned()
        }
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn working(incident: &Incident, trace: &[Step], text: &mut String) {
    for (number, step) in (1..).zip(trace) {
        let title = rule(&step.rule).map_or(&*step.rule, |rule| rule.title);
        let mark =
            if step.seen == rulebook::Seen::FullText { String::new() } else { format!(" [{}]", step.seen) };
        let _ = writeln!(text, "{number:>4}. {}: {title}{mark}", about(incident, step.about));
        for read in &step.read {
            let of = if read.of == step.about || read.of == Subject::Report {
                String::new()
            } else {
                format!("{}, ", about(incident, read.of))
            };
            let _ = writeln!(text, "        {of}{}: {}", read.fact, read.value);
        }
        let _ = writeln!(text, "      so: {}", step.follows);
    }
}

/// The texts on which the working rests, each once.
fn cited(decision: &Decision, text: &mut String) {
    let mut ids: Vec<&str> = decision.trace.iter().map(|step| &*step.rule).collect();
    ids.extend(decision.crimes.iter().map(|due| &*due.by));
    ids.sort_unstable();
    ids.dedup();
    let lines: Vec<String> = ids
        .into_iter()
        .filter_map(rule)
        .filter_map(|rule| match &rule.basis {
            Basis::Published(citation) => Some(format!("  {}: {citation}\n", rule.title)),
            Basis::Reasoned { .. } => None,
        })
        .collect();
    if !lines.is_empty() {
        text.push_str("\nTexts\n");
        text.push_str(&lines.concat());
    }
}
