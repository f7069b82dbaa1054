//! What a comparison amounts to, told at its end.

use std::{fmt::Write as _, path::Path};

use batch::{
    exit::{Exit, FailOn},
    stdout,
};
use recording_audit::compare::{Dimension, Kind, Settings, Tally};
use rulebook::Severity;

/// Tells the whole on standard output: exact counts, for whoever may read the extracts.
pub fn tell(tally: &Tally, settings: &Settings, out: &Path, files: &[String]) -> Result<(), String> {
    stdout::print(&told(tally, settings, out, files)).map_err(|error| error.to_string())
}

fn told(tally: &Tally, settings: &Settings, out: &Path, files: &[String]) -> String {
    let mut text = String::new();
    let [due_in, recorded_in] = tally.rows;
    let [due_used, recorded_used] = tally.used;
    let [due_rejected, recorded_rejected] = tally.rejected;
    let [due_later, recorded_later] = tally.not_yet;
    // Into memory: it cannot fail.
    let _ = writeln!(
        text,
        "Compared as at {}: {} reports\n  due: {due_in} rows in = {due_used} crimes due + {} without + {due_rejected} rejected + {due_later} not yet known\n  \
         recorded: {recorded_in} rows in = {recorded_used} used + {recorded_rejected} rejected + {recorded_later} not yet known",
        settings.as_at, tally.reports, tally.no_crime
    );
    if recorded_rejected > 0 {
        let _ = writeln!(
            text,
            "  {recorded_rejected} rows of crimes recorded could not be read: a crime that is said not to be recorded may stand on one of them"
        );
    }
    let mut family = |title: &str, whole: u64, kinds: &[Kind]| {
        let _ = writeln!(text, "\n{title}: {whole}");
        for kind in kinds.iter().filter(|kind| tally.total(**kind) > 0) {
            let _ = writeln!(text, "  {:>9}  {}", tally.total(*kind), kind.words());
        }
    };
    family("Crimes due", tally.due, &Kind::OF_DUE);
    family("Of those recorded", tally.sum(&Kind::OF_TIME), &Kind::OF_TIME);
    family("Crimes recorded", recorded_used, &Kind::OF_RECORDED);
    family("Re-classified", tally.sum(&Kind::OF_RECLASSIFIED), &Kind::OF_RECLASSIFIED);
    family("With an outcome", tally.sum(&Kind::OF_OUTCOME), &Kind::OF_OUTCOME);
    if tally.total(Kind::AnotherForce) > 0 {
        let _ = writeln!(text, "\nDue to be recorded by another force: {}", tally.total(Kind::AnotherForce));
    }
    let _ = writeln!(text, "\nBy store: due, not recorded, under another log");
    for (store, counts) in tally.by(Dimension::Store) {
        let of = |kind: Kind| counts.get(kind as usize).copied().unwrap_or_default();
        let due: u64 = Kind::OF_DUE.into_iter().map(of).sum();
        if due > 0 {
            let (missing, elsewhere) = (of(Kind::NotRecorded), of(Kind::UnderAnotherLog));
            let _ = writeln!(text, "  {due:>9} {missing:>9} {elsewhere:>9}  {store}");
        }
    }
    let _ = writeln!(text, "\nFindings by rule (waived)");
    for (rule, (all, waived)) in &tally.findings {
        let _ = writeln!(text, "  {all:>9}  {rule} ({waived})");
    }
    for waiver in &tally.unused_waivers {
        let _ = writeln!(text, "  the waiver of {waiver} waived nothing");
    }
    let findings: Vec<String> = Severity::ALL
        .iter()
        .map(|severity| {
            format!("{} {severity}s", tally.severities.get(severity).copied().unwrap_or_default())
        })
        .collect();
    let _ = writeln!(text, "  not waived: {}", findings.join(", "));
    let _ = writeln!(text, "written: {} ({}, manifest.json)", out.display(), files.join(", "));
    text
}

/// How the run ends: waived findings do not count.
pub fn exit(tally: &Tally, fail_on: FailOn) -> Exit {
    match fail_on {
        FailOn::Never => Exit::Done,
        FailOn::At(least) => {
            let found = tally.severities.iter().any(|(severity, count)| *severity >= least && *count > 0);
            if found { Exit::Found } else { Exit::Done }
        }
    }
}
