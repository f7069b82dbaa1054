//! What can be said of units only when everything is counted.

use recording_audit::{compare::MergeError, rules::reclassified_more_than_others};

use super::walk::{Done, Findings, Job};

/// Adds the findings about units.
pub fn told(mut done: Done, job: &Job<'_>) -> Result<Done, MergeError> {
    let mut out = Findings::new(job.scratch, "units")?;
    for finding in reclassified_more_than_others::check(&done.tally) {
        out.add(&finding, job.waivers)?;
    }
    out.end()?;
    done.tally.add(&out.tally);
    done.findings.push(out);
    Ok(done)
}
