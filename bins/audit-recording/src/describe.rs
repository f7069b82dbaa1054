//! What goes in and comes out, described: schemas and empty tables.

use counting_rules::schema;
use recording_audit::{
    compare::{DUE, RECORDED},
    sample::{FRAME, LAST_AUDIT, REPLACEMENTS},
    score::{COUNTS, EARLIER, JUDGEMENTS, MODERATION, NO_CRIMES},
};

/// The JSON Schema of a report, a decision, a register of rulings or a recorded crime.
pub fn schema(what: &str) -> String {
    let schema = match what {
        "decision" => schema::decision(),
        "rulings" => schema::rulings(),
        "recorded-crime" => schema::recorded_crime(),
        _ => schema::incident(),
    };
    format!("{schema:#}\n")
}

/// An empty table, or a register of rulings to begin with.
pub fn template(what: &str) -> String {
    match what {
        "rulings" => concat!(
            "# The rulings of the Force Crime Registrar. `audit-recording schema rulings` says what each key holds.\n",
            "#\n",
            "# [[ruling]]\n",
            "# id = \"FCR-2026-001\"\n",
            "# on = \"harassment-only\"\n",
            "# incident = \"R1\"          # leave it out for a ruling that holds for every report\n",
            "# from = \"2026-05-01\"\n",
            "# to = \"2027-03-31\"        # leave it out if it has no last day\n",
            "# answer = \"yes\"\n",
            "# registrar = \"Force Crime Registrar\"\n",
            "# reason = \"why\"\n",
        )
        .to_owned(),
        "frame" => FRAME.template(),
        "last-audit" => LAST_AUDIT.template(),
        "replacements" => REPLACEMENTS.template(),
        "due" => DUE.template(),
        "recorded" => RECORDED.template(),
        "waivers" => table::waivers::WAIVERS.template(),
        "judgements" => JUDGEMENTS.template(),
        "moderation" => MODERATION.template(),
        "counts" => COUNTS.template(),
        "earlier" => EARLIER.template(),
        "decisions" => NO_CRIMES.template(),
        _ => "incident,about,fact,value\n".to_owned(),
    }
}
