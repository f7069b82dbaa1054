//! The files that are written at the end.

use batch::output::Draft;

use super::{
    Check, mending,
    walk::{Checked, Failed, Job},
    work_list,
};
use std::io::Write as _;

/// Writes them, and gives the names of all files of the set.
pub fn open(
    draft: &mut Draft,
    checked: &Checked,
    _asked: &Check,
    job: &Job<'_>,
) -> Result<Vec<String>, Failed> {
    let mut names =
        ["verdicts.csv", "findings.csv", "findings.jsonl", "work-list.csv"].map(str::to_owned).to_vec();
    let headers = work_list::headers(&job.removals.shape);
    match mending::bytes(&headers, &checked.work_list, job.as_at)? {
        Ok(bytes) => {
            let mut file = draft.file("findings.xlsx", true)?;
            file.write_all(&bytes)?;
            draft.keep(file)?;
            names.push("findings.xlsx".to_owned());
        }
        Err(why) => crate::say(&format!("findings.xlsx is not written: {why}; work-list.csv has them all")),
    }
    Ok(names)
}
