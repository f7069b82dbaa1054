//! The account of one removal, to be read by a person.

use std::fmt::Write as _;

use crime::removal::{Field, Removal};
use rulebook::Known;

use crate::{Answer, Judgement, Step, Verdict};

/// Every rule that was asked of a removal, what it said, the facts it read, what would mend it, and by which text. Nothing is cut, and
/// what stands in a cell stays on its line.
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
/// assert!(text.starts_with("20/1, of a class that is not given, removed as duplicate, or part of a crime already recorded (C3): does not stand\n"));
/// assert!(text.contains("Whose move"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn account(judgement: &Judgement<'_>) -> String {
    let removal = judgement.removal;
    let mut text = String::new();
    let class = match &removal.class {
        Known::Is(class) => format!(", of class {}", on_one_line(class)),
        Known::NotKnown | Known::NotSupplied => ", of a class that is not given".to_owned(),
    };
    let ground = match removal.ground {
        Known::Is(ground) => format!("removed as {} ({})", ground.words(), ground.code()),
        Known::NotKnown | Known::NotSupplied => "removed, and the ground is not known".to_owned(),
    };
    // Into memory: it cannot fail.
    let _ = writeln!(text, "{}{class}, {ground}: {}", on_one_line(&removal.record), judgement.verdict);
    if let Some(other) = judgement.other_reading {
        let _ = writeln!(text, "  (by the other of two readings: {other}; the stricter one is the safe one)");
    }
    for (number, step) in judgement.steps.iter().enumerate() {
        let _ = writeln!(text, "\n{}. {} [{}]", number + 1, step.rule.title, step.rule.id);
        told(step, removal, &mut text);
        if let Some((mover, mend)) = step.mend() {
            let _ = writeln!(text, "   to be mended by {}: {mend}", mover.words());
        }
        let _ = writeln!(text, "   {}", step.rule.basis);
    }
    let mends = judgement.mends();
    if judgement.verdict == Verdict::NotCovered {
        let _ = writeln!(text, "\nIt could not be judged: nothing here says that it stands.");
    } else if mends.is_empty() {
        let _ = writeln!(text, "\nNothing is to be mended.");
    }
    if !mends.is_empty() {
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
    let _ = writeln!(text, "   {}", on_one_line(&words));
    for field in read {
        let _ = writeln!(text, "     {field}: {}", on_one_line(&removal.value(field)));
    }
}

/// What somebody wrote, with breaks and other control characters shown as escapes: a cell must not look like a line of the account.
fn on_one_line(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut line, letter| {
        if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') {
            line.extend(letter.escape_default());
        } else {
            line.push(letter);
        }
        line
    })
}

#[cfg(test)]
mod tests {
    use crime::removal::Field;
    use rulebook::day;

    use super::*;
    use crate::{cases::sound, judge};

    /// The account of a sound removal with a few cells changed, checked on 30 June 2026.
    fn told_of(ground: &str, changes: &[(Field, &str)]) -> String {
        let mut removal = sound(ground);
        for (field, text) in changes {
            removal.set(*field, text).unwrap();
        }
        account(&judge(&removal, day(2026, 6, 30)))
    }

    #[test]
    fn what_stands_needs_no_mending() {
        let text = told_of("C2", &[]);
        assert!(text.starts_with("20/1, of class 8N, removed as "), "{text}");
        assert!(text.contains("(C2): stands\n"), "{text}");
        assert!(text.ends_with("\nNothing is to be mended.\n"), "{text}");
        assert!(!text.contains("to be mended by"), "{text}");
    }

    #[test]
    fn an_objection_comes_with_its_facts_its_text_and_whose_move_it_is() {
        let text = told_of("C2", &[(Field::VictimToldAt, "2026-06-11")]);
        let (_, step) = text.split_once("[victim-told]\n").unwrap();
        let step = step.split("\n\n").next().unwrap();
        assert!(step.contains("broken: the victim was told only after it was removed"), "{step}");
        assert!(step.contains("victim_told_at: 2026-06-11"), "{step}");
        assert!(step.contains("to be mended by a designated decision maker: tell the victim"), "{step}");
        assert!(step.contains("Crime Recording Rules"), "{step}");
        assert!(text.ends_with("  a designated decision maker: tell the victim, record how and when, and only then remove the crime\n"), "{text}");
    }

    #[test]
    fn what_is_not_covered_is_not_said_to_be_in_order() {
        let text = told_of("C2", &[(Field::Recorded, "2019-03-01"), (Field::Removed, "2019-05-01")]);
        assert!(text.contains("(C2): not covered\n"), "{text}");
        assert!(text.ends_with("It could not be judged: nothing here says that it stands.\n"), "{text}");
        assert!(!text.contains("Nothing is to be mended"), "{text}");
    }

    #[test]
    fn both_readings_are_told() {
        let text = told_of("C1", &[(Field::ReceivingReferenceOf, "crime-related-incident")]);
        assert!(
            text.contains("(by the other of two readings: stands; the stricter one is the safe one)"),
            "{text}"
        );
        assert!(text.contains("two readings. By the stricter: "), "{text}");
    }

    #[test]
    fn a_cell_cannot_write_a_line_of_its_own() {
        let forged = "20/1\n\nNothing is to be mended.\u{2028}\u{1b}[2J";
        let mut removal = sound("C1");
        removal.record = forged.to_owned();
        removal.receiving_force = Known::Is(forged.to_owned());
        let text = account(&judge(&removal, day(2026, 6, 30)));
        assert!(text.lines().all(|line| line != "Nothing is to be mended."), "{text}");
        assert!(!text.contains(['\u{1b}', '\u{2028}']), "{text}");
        assert!(text.contains(r"20/1\n\nNothing is to be mended.\u{2028}\u{1b}[2J"), "{text}");
    }
}
