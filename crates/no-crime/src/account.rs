//! The account of one removal, to be read by a person.

use std::fmt::Write as _;

use crime::removal::{Field, Removal};
use rulebook::Known;

use crate::{Answer, Judgement, Step};

/// Every rule that was asked of a removal, the facts it read, what it said, by which text, and what would mend it. Nothing is cut.
///
/// ```
/// use crime::removal::Removal;
/// use no_crime::{account, judge};
/// use rulebook::day;
///
/// let removal: Removal = serde_json::from_str(
///     r#"{"record": "20/1", "ground": "C3", "removed": "2026-06-02", "recorded": "2026-05-01", "other_record": "20/1"}"#,
/// )?;
/// let text = account(&judge(&removal, day(2026, 6, 30)));
/// assert!(text.starts_with("20/1, removed as duplicate, or part of a crime already recorded (C3): does not stand\n"));
/// assert!(text.contains("Whose move"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn account(judgement: &Judgement<'_>) -> String {
    let removal = judgement.removal;
    let mut text = String::new();
    let class = match &removal.class {
        Known::Is(class) => format!(", of class {class}"),
        Known::NotKnown | Known::NotSupplied => String::new(),
    };
    let ground = match removal.ground {
        Known::Is(ground) => format!("removed as {} ({})", ground.words(), ground.code()),
        Known::NotKnown | Known::NotSupplied => "removed, and the ground is not known".to_owned(),
    };
    // Into memory: it cannot fail.
    let _ = writeln!(text, "{}{class}, {ground}: {}", removal.record, judgement.verdict);
    if let Some(other) = judgement.other_reading {
        let _ = writeln!(text, "  (by the other of two readings: {other}; the stricter one is the safe one)");
    }
    for (number, step) in judgement.steps.iter().enumerate() {
        let _ = writeln!(text, "\n{}. {} [{}]", number + 1, step.rule.title, step.rule.id);
        told(step, removal, &mut text);
        let _ = writeln!(text, "   {}", step.rule.basis);
    }
    let mends = judgement.mends();
    if mends.is_empty() {
        let _ = writeln!(text, "\nNothing is to be mended.");
    } else {
        let _ = writeln!(text, "\nWhose move, and what is to be done:");
        for (mover, mend) in mends {
            let _ = writeln!(text, "  {}: {mend}", mover.words());
        }
    }
    text
}

fn told(step: &Step, removal: &Removal, text: &mut String) {
    let (words, read): (String, Vec<Field>) = match &step.answer {
        Answer::NotAsked => return,
        Answer::Met { because, read } => (format!("kept: {because}"), read.to_vec()),
        Answer::Broken(objection) => (format!("broken: {}", objection.sentence), objection.read.to_vec()),
        Answer::CannotBeTold { missing, otherwise, .. } => {
            let names: Vec<&str> = missing.iter().map(|field| field.name()).collect();
            let other =
                otherwise.map(|why| format!("; by the other reading kept: {why}")).unwrap_or_default();
            (format!("cannot be told without {}{other}", names.join(", ")), missing.clone())
        }
        Answer::ReadingsDiffer { safe, other } => (
            format!("two readings. By the stricter: {}. By the other: {other}", safe.sentence),
            safe.read.to_vec(),
        ),
        Answer::Signal(objection) => {
            (format!("worth a look, and no verdict: {}", objection.sentence), objection.read.to_vec())
        }
        Answer::NotHeld(objection) => {
            (format!("not covered: {}", objection.sentence), objection.read.to_vec())
        }
    };
    let _ = writeln!(text, "   {words}");
    for field in read {
        let _ = writeln!(text, "     {field}: {}", removal.value(field));
    }
}
