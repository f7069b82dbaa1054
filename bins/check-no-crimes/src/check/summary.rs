//! What a check amounts to, told at its end.

use std::{fmt::Write as _, path::Path};

use batch::stdout;
use chrono::NaiveDate;
use no_crime::Verdict;
use rulebook::Severity;

use super::walk::Checked;

/// Tells the whole on standard output: exact counts, for whoever may read the extract.
pub fn tell(checked: &Checked, as_at: NaiveDate, out: &Path, files: &[String]) -> Result<(), String> {
    stdout::print(&told(checked, as_at, out, files)).map_err(|error| error.to_string())
}

fn told(checked: &Checked, as_at: NaiveDate, out: &Path, files: &[String]) -> String {
    let mut text = String::new();
    let counts = checked.tally.total();
    let judged = counts.removed();
    // Into memory: it cannot fail.
    let _ = writeln!(
        text,
        "Checked as at {as_at}: {} rows in = {judged} verdicts + {} rejected",
        checked.rows, checked.rejected
    );
    if let Some((rows, rejected)) = checked.crimes {
        let _ =
            writeln!(text, "  all crimes: {rows} rows in = {} used + {rejected} rejected", rows - rejected);
    }
    for (verdict, n) in Verdict::all().zip(counts.verdicts()) {
        let _ = writeln!(text, "  {n:>9}  {verdict}");
    }
    if counts.readings_differ > 0 {
        let _ = writeln!(
            text,
            "  of {} the verdict is that of the stricter of two readings, and another by the other",
            counts.readings_differ
        );
    }
    let _ = writeln!(text, "\nFindings by rule (waived)");
    for ((rule, severity), (all, waived)) in &checked.findings {
        let _ = writeln!(text, "  {all:>9}  {rule}, {severity} ({waived})");
    }
    for waiver in &checked.unused {
        let _ = writeln!(text, "  the waiver of {waiver} waived nothing");
    }
    let not_waived: Vec<String> = Severity::ALL
        .iter()
        .map(|severity| {
            let of = checked.findings.iter().filter(|((_, found), _)| found == severity);
            format!("{} {severity}s", of.map(|(_, (all, waived))| all - waived).sum::<u64>())
        })
        .collect();
    let _ = writeln!(text, "  not waived: {}", not_waived.join(", "));
    let _ = writeln!(text, "written: {} ({}, manifest.json)", out.display(), files.join(", "));
    text
}
