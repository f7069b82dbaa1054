//! Rules, tables and settings, described.

use msf_benchmark::{BREAKS, DECLARATION, GROUPS, MEASURES, POPULATIONS, RECORDED_CRIME};
use rulebook::Rule;
use table::Layout;

/// The tables that the command reads by our layouts.
const TABLES: [&Layout; 4] = [&RECORDED_CRIME, &GROUPS, &POPULATIONS, &BREAKS];

/// The settings that it reads, each with one to copy.
const SETTINGS: [(&str, &str); 2] = [("measures", MEASURES), ("declared", DECLARATION)];

/// The rules of the room and those of reading a table, each with its room.
fn all() -> impl Iterator<Item = (&'static str, &'static Rule)> {
    let rooms = [("msf-benchmark", msf_benchmark::rules::ALL), ("table", table::rules::ALL)];
    rooms.into_iter().flat_map(|(room, rules)| rules.iter().map(move |rule| (room, *rule)))
}

/// Every rule, one line each.
pub fn rules() -> String {
    all().map(|(_, rule)| format!("{:<44} {}\n", rule.id, rule.title)).collect::<Vec<_>>().concat()
}

/// One rule.
pub fn explain(id: &str) -> Result<String, String> {
    let rule = all().find(|(_, rule)| rule.id.0 == id);
    rule.map(|(room, rule)| format!("{}\nWorked examples: docs/rules/{id}.md\n", rule.explained(room)))
        .ok_or_else(|| {
            let near = table::nearest(id, all().map(|(_, rule)| rule.id.0));
            let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            format!("no rule `{id}`{near} (`benchmark-forces rules` lists them)")
        })
}

/// An empty table, or settings to copy.
pub fn template(what: &str) -> Result<String, String> {
    let settings = SETTINGS.iter().find(|(name, _)| *name == what).map(|(_, text)| (*text).to_owned());
    settings.or_else(|| layout(what).map(Layout::template)).ok_or_else(|| {
        let names = TABLES.iter().map(|layout| layout.name).chain(SETTINGS.iter().map(|(name, _)| *name));
        format!("no template `{what}`; there are: {}", names.collect::<Vec<_>>().join(", "))
    })
}

/// The JSON Schema of one row.
pub fn schema(what: &str) -> Result<String, String> {
    layout(what).map(table::schema).ok_or_else(|| {
        let names = TABLES.iter().map(|layout| layout.name);
        format!("no table `{what}`; there are: {}", names.collect::<Vec<_>>().join(", "))
    })
}

fn layout(what: &str) -> Option<&'static Layout> {
    TABLES.into_iter().find(|layout| layout.name == what)
}
