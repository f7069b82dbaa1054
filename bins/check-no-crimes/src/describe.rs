//! Rules, grounds and tables, described.

use std::fmt::Write as _;

use crime::removal::{Ground, REMOVALS, Removal, Wording};
use no_crime::across::CRIMES;
use rulebook::Rule;
use table::waivers::WAIVERS;

/// The rules on removals and those of reading a table, each with its room.
fn all() -> impl Iterator<Item = (&'static str, &'static Rule)> {
    let rooms = [("no-crime", no_crime::rules::ALL), ("table", table::rules::ALL)];
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
        .ok_or_else(|| {
            let near = table::nearest(id, all().map(|(_, rule)| rule.id.0));
            let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            format!("no rule `{id}`{near} (`check-no-crimes rules` lists them)")
        })
}

/// The grounds, and what each was called when.
pub fn grounds() -> String {
    let mut text = String::new();
    for ground in Ground::all() {
        // Into memory: it cannot fail.
        let _ = writeln!(text, "{} {} ({ground})", ground.code(), ground.words());
        for wording in Wording::all().filter(|wording| wording.ground == ground.to_string()) {
            let day = |day: &str| if day.is_empty() { "not known".to_owned() } else { day.to_owned() };
            let until = if wording.known_to.is_empty() && !wording.known_from.is_empty() {
                "still".to_owned()
            } else {
                day(&wording.known_to)
            };
            let _ = writeln!(
                text,
                "    `{}` among {}: from {}, until {until}; {} ({})",
                wording.word,
                wording.vocabulary,
                day(&wording.known_from),
                wording.source,
                wording.seen
            );
        }
    }
    text.push_str(
        "\nBetween the days that are known a series breaks: when the letters C1 to C5 began, and when self-defence became a ground, is not held.\n",
    );
    text
}

/// An empty table.
pub fn template(what: &str) -> String {
    match what {
        "crimes" => CRIMES.template(),
        "waivers" => WAIVERS.template(),
        _ => REMOVALS.template(),
    }
}

/// The JSON Schema of one removal.
pub fn schema() -> String {
    format!("{:#}\n", schemars::schema_for!(Removal).as_value())
}
