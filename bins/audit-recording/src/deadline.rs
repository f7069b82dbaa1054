//! By when a crime must be recorded, as text; and the rules by name.

use chrono::NaiveDateTime;
use counting_rules::rules::{self, recording_deadline::deadline};
use rulebook::Rule;

/// A moment as people type it.
pub fn moment(text: &str) -> Result<NaiveDateTime, String> {
    ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .ok_or_else(|| "expected a moment as 2026-05-01T14:30".to_owned())
}

/// The deadline with its working.
pub fn of(received: NaiveDateTime) -> Result<String, String> {
    let deadline = deadline(received).map_err(|error| error.to_string())?;
    let at = |moment: NaiveDateTime| moment.format("%Y-%m-%d %H:%M").to_string();
    let mut lines = vec![
        format!("no later than {}", at(deadline.safe())),
        format!("  {} hours after receipt at {}", deadline.edition.hours, at(received)),
        format!("  {}", deadline.edition.citation),
    ];
    if deadline.by_the_clock != deadline.as_they_pass {
        lines.push(format!(
            "  the clocks change in between: {} by the clock, {} as hours pass; the earlier is safe",
            at(deadline.by_the_clock),
            at(deadline.as_they_pass)
        ));
    }
    Ok(lines.join("\n") + "\n")
}

/// The counting rules, those of an audit and those of reading a table, each with its room.
fn all() -> impl Iterator<Item = (&'static str, &'static Rule)> {
    let rooms = [
        ("counting-rules", rules::ALL),
        ("recording-audit", recording_audit::rules::ALL),
        ("crime", crime::rules::ALL),
        ("table", table::rules::ALL),
    ];
    rooms.into_iter().flat_map(|(room, rules)| rules.iter().map(move |rule| (room, *rule)))
}

/// Every rule, one line each.
pub fn rules() -> String {
    all().map(|(_, rule)| format!("{:<36} {}\n", rule.id, rule.title)).collect::<Vec<_>>().concat()
}

/// One rule.
pub fn explain(id: &str) -> Result<String, String> {
    let rule = all().find(|(_, rule)| rule.id.0 == id);
    rule.map(|(room, rule)| format!("{}\nWorked examples: docs/rules/{id}.md\n", rule.explained(room)))
        .ok_or_else(|| format!("no rule `{id}`; `audit-recording rules` lists them"))
}
