//! A records system that asks before it removes a crime: what stands in the way, and whose move it is.
//!
//! `cargo run -p no-crime --example before_removing`

use crime::removal::{Field, Removal, Unreadable};
use no_crime::{Verdict, account, judge};
use rulebook::day;

fn main() {
    // What the decision maker has filled in so far. The removal is dated as it would be saved.
    let typed = r#"{
        "record": "20/0417", "class": "8N", "subcode": "008/06", "recorded": "2026-05-01T16:00", "removed": "2026-06-02T09:00",
        "ground": "C2", "decided_by": "D7", "role": "designated-decision-maker", "independent": "yes", "investigator": "P100",
        "trained": "yes", "audit_trail": "yes", "rests_on": ["victim-untraceable"], "information_available": "2026-05-20",
        "known_when_recorded": "no", "origin_checkable": "yes", "reliability_checkable": "yes", "relevant": "yes",
        "shows_no_crime": "yes", "compelling": "yes", "summarised": "yes", "victim_withdrew": "no"
    }"#;
    let mut removal: Removal = match serde_json::from_str(typed) {
        Ok(removal) => removal,
        Err(error) => return show(&format!("it cannot be read: {error}")),
    };
    let today = day(2026, 6, 2);
    ask(&removal, today);

    // What the others do about it. In the system these come from a form; here from a list.
    show("\nThe camera is looked at, the victim is traced and told, and the record says so.\n");
    let answers = [
        (Field::RestsOn, "cctv; independent-witness"),
        (Field::VictimTold, "yes"),
        (Field::VictimToldAt, "2026-06-01T18:30"),
        (Field::VictimToldRecorded, "yes"),
    ];
    for (field, answer) in answers {
        if let Err(Unreadable { field, text }) = removal.set(field, answer) {
            return show(&format!("`{text}` is no answer to {field}"));
        }
    }
    ask(&removal, today);

    // Kept with the record: this is why it was removed.
    show("");
    show(&account(&judge(&removal, today)));
}

/// Asks, and says what is in the way.
fn ask(removal: &Removal, today: chrono::NaiveDate) {
    let judgement = judge(removal, today);
    if judgement.verdict == Verdict::Stands {
        return show(&format!("{} may be removed.", removal.record));
    }
    show(&format!("You may remove {} when", removal.record));
    for (mover, mend) in judgement.mends() {
        show(&format!("  {} has done this: {mend}", mover.words()));
    }
}

#[expect(clippy::print_stdout, reason = "an example shows what it does")]
fn show(text: &str) {
    println!("{text}");
}
