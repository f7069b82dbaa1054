//! A plan as `TaskJuggler` 3 reads it, and the times that it gives: for tests and the bench that hold ours beside them.

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path, process::Command};

use calendar::{Moment, WorkingHours};
use change_programme::schedule::{Lag, Plan, Span, Task, Work};
use chrono::NaiveDate;

/// Whether the command is there.
#[must_use]
pub fn is_there() -> bool {
    Command::new("tj3").arg("--version").output().is_ok_and(|done| done.status.success())
}

/// The plan in its language, for a report of all tasks in `times.csv`. Hours are those of [`WorkingHours::office`]; what a plan closes is not
/// written, but the leave of people is. A day before which a task may not begin becomes a milestone of that day, which comes before the task.
#[must_use]
pub fn project(plan: &Plan, days: usize) -> String {
    let first = plan.line.first();
    let mut text = format!(
        "project plan \"Plan\" {first} +{days}d {{\n  timezone \"UTC\"\n  timingresolution 60min\n  dailyworkinghours 8\n  yearlyworkingdays 260\n  \
         workinghours mon - fri 9:00 - 17:00\n  workinghours sat, sun off\n  timeformat \"%Y-%m-%dT%H:%M\"\n}}\n"
    );
    // Writing to a string never fails.
    for (at, person) in plan.people.iter().enumerate() {
        let _ = write!(text, "resource r{at} \"{at}\" {{");
        for day in first.iter_days().take(days) {
            let Some(from) = plan.line.hour_of(day) else { continue };
            let worked = person.line.worked_before(from + 24) - person.line.worked_before(from);
            if worked == 0 && WorkingHours::office().hours_of(day) > 0 {
                let _ = write!(text, " leaves annual {day} +1d");
            }
        }
        text.push_str(" }\n");
    }
    let moment = |hour: usize| plan.line.moment(hour).to_string().replacen(' ', "-", 1);
    for (at, task) in plan.tasks.iter().enumerate() {
        let mut after: Vec<String> = task.after.iter().map(|link| depends(link.task, link.lag)).collect();
        if task.not_before > 0 {
            let _ = writeln!(text, "task d{at} \"\" {{ milestone start {} }}", moment(task.not_before));
            after.push(format!("!d{at}"));
        }
        let begins =
            if after.is_empty() { format!("start {first}") } else { format!("depends {}", after.join(", ")) };
        let _ = writeln!(
            text,
            "task t{at} \"\" {{ {begins} {} priority {} }}",
            work(task),
            task.priority.clamp(1, 1000)
        );
    }
    text.push_str("taskreport times \"times\" { formats csv columns id, start, end sorttasks id.up }\n");
    text
}

fn depends(task: usize, lag: Lag) -> String {
    match lag {
        Lag::Worked(0) | Lag::Elapsed(0) => format!("!t{task}"),
        Lag::Worked(hours) => format!("!t{task} {{ gaplength {hours}h }}"),
        Lag::Elapsed(hours) => format!("!t{task} {{ gapduration {hours}h }}"),
    }
}

fn work(task: &Task) -> String {
    match task.work {
        Work::Milestone => "milestone".to_owned(),
        Work::Elapsed { hours } => format!("duration {hours}h"),
        Work::Fixed { hours } => format!("length {hours}h"),
        Work::Effort { hours } => {
            let people: Vec<String> =
                task.people.iter().map(|booking| format!("r{}", booking.person)).collect();
            format!("effort {hours}h allocate {}", people.join(", "))
        }
    }
}

/// Runs it in a folder, and reads the times of the tasks in the order of the plan.
///
/// # Errors
///
/// In words: the command is not there, says no, or writes no times.
pub fn times(folder: &Path, plan: &Plan, days: usize) -> Result<Vec<Span>, String> {
    fs::write(folder.join("plan.tjp"), project(plan, days)).map_err(|error| error.to_string())?;
    let done = Command::new("tj3").args(["--silent", "plan.tjp"]).current_dir(folder).output();
    let done = done.map_err(|error| format!("tj3: {error}"))?;
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).into_owned());
    }
    let text = fs::read_to_string(folder.join("times.csv")).map_err(|error| error.to_string())?;
    let mut found = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(';').map(|cell| cell.trim_matches('"')).collect();
        let [id, begin, end] = cells.as_slice() else { return Err(format!("`{line}`")) };
        // What is only a day to begin from has no place in the plan.
        if let Some(at) = id.strip_prefix('t').and_then(|at| at.parse::<usize>().ok()) {
            let hour =
                |text: &str| hour(plan.line.first(), text).ok_or_else(|| format!("`{text}` is no moment"));
            found.insert(at, Span { begin: hour(begin)?, end: hour(end)? });
        }
    }
    if found.len() == plan.tasks.len() {
        Ok(found.into_values().collect())
    } else {
        Err(format!("{} of {} tasks have times", found.len(), plan.tasks.len()))
    }
}

/// The hour of a moment, from midnight of the first day on.
fn hour(first: NaiveDate, text: &str) -> Option<usize> {
    let moment = text.parse::<Moment>().ok()?;
    let midnight = first.and_hms_opt(0, 0, 0)?.and_utc().timestamp();
    usize::try_from(moment.seconds.checked_sub(midnight)?.checked_div(60 * 60)?).ok()
}
