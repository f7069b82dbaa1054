//! The files that are written at the end: what may leave the force, and the work list as a workbook.

use std::io::Write as _;

use batch::{manifest::InputFile, output::Draft};
use no_crime::{
    rules,
    tally::{Answer, Coverage},
};
use rulebook::{Figure, FigureId, OfRule, Place, Rule, Value};

use super::{
    Check, book, mending, report,
    walk::{Checked, Failed, Job},
    work_list,
};

/// Writes them, and gives the names of all files of the set.
pub fn open(
    draft: &mut Draft,
    checked: &Checked,
    asked: &Check,
    job: &Job<'_>,
    inputs: &[InputFile],
) -> Result<Vec<String>, Failed> {
    let mut names =
        ["verdicts.csv", "findings.csv", "findings.jsonl", "work-list.csv"].map(str::to_owned).to_vec();
    let mut write = |name: &str, bytes: &[u8], about_people: bool, draft: &mut Draft| -> Result<(), Failed> {
        let mut file = draft.file(name, about_people)?;
        file.write_all(bytes)?;
        draft.keep(file)?;
        names.push(name.to_owned());
        Ok(())
    };
    let headers = work_list::headers(&job.removals.shape);
    match mending::bytes(&headers, &checked.work_list, job.as_at)? {
        Ok(bytes) => write("findings.xlsx", &bytes, true, draft)?,
        Err(why) => {
            batch::stderr::say(&format!("findings.xlsx is not written: {why}; work-list.csv has them all"));
        }
    }
    let answer = checked.tally.answer().map_err(|error| Failed::told(&error))?;
    let mut open = answer.for_others(asked.threshold);
    withhold(&mut open, checked.rejected - checked.repeated);
    let found = found(checked, &open, asked.threshold);
    let mut figures = open.figures();
    figures.extend(rows(checked, asked.threshold));
    figures.extend(found.iter().flat_map(|(_, findings, waived)| [findings.clone(), waived.clone()]));
    let origin = Place::file(&job.removals.manifest.file);
    for figure in &mut figures {
        figure.origin = vec![origin.clone()];
    }
    write("figures.csv", &table::figures(&figures, |_| String::new()), false, draft)?;
    let mut outputs = names.clone();
    outputs.extend(["report.html", "summary.xlsx", "manifest.json"].map(str::to_owned));
    let of_rules: Vec<OfRule<'_>> = found
        .iter()
        .map(|(rule, findings, waived)| OfRule { rule, findings, waived: Some(waived) })
        .collect();
    let page = report::Page {
        as_at: job.as_at,
        answer: &open,
        threshold: asked.threshold,
        figures: &figures,
        found: &of_rules,
        rows: &told(checked, asked.threshold, job.settings.coverage),
        notice: notice(job),
        inputs,
        outputs: &outputs,
    };
    let html = document::render::html::page(&report::compose(&page)).map_err(|error| Failed::told(&error))?;
    let workbook = book::bytes(&page)?;
    for (name, bytes) in [("report.html", html.as_bytes()), ("summary.xlsx", &workbook)] {
        let mut file = draft.file(name, false)?;
        file.write_all(bytes)?;
        draft.keep(file)?;
    }
    Ok(outputs.into_iter().filter(|name| name != "manifest.json").collect())
}

/// The rate of removals is a total over the table: where a row could not be read, it is not known.
fn withhold(answer: &mut Answer, unread: u64) {
    if unread == 0 {
        return;
    }
    let groups = answer.breakdowns.iter_mut().flat_map(|by| &mut by.groups);
    for rate in [&mut answer.all].into_iter().chain(groups).filter_map(|group| group.rate.as_mut()) {
        if rate.value != Value::Suppressed {
            rate.value = Value::Withheld(format!("{unread} rows could not be read"));
            rate.working.clear();
        }
    }
}

/// Whether so few were judged that their number is left out: with the rows it could be worked out.
fn few(checked: &Checked, threshold: u64) -> bool {
    let judged: u64 = checked.tally.total().removed();
    judged > 0 && judged < threshold
}

/// Rows in, judged and rejected.
fn rows(checked: &Checked, threshold: u64) -> [Figure; 2] {
    let figure = |what: &str, label: &str, n| {
        let value = if few(checked, threshold) { Value::Suppressed } else { Value::Count(n) };
        Figure::new(FigureId::of(&["no-crime", "rows", what]), label, value).unit("rows")
    };
    [
        figure("in", "Rows of the extract", checked.rows),
        figure(
            "rejected",
            "Rows that were rejected: they could not be read, or repeat a number",
            checked.rejected,
        ),
    ]
}

fn told(checked: &Checked, threshold: u64, coverage: Coverage) -> String {
    let judged: u64 = checked.tally.total().removed();
    let what = match coverage {
        Coverage::Census => {
            "The rows are taken for all removals of their time: what the extract leaves out is not known."
                .to_owned()
        }
        Coverage::Sample { population: Some(population) } => {
            format!("The rows are taken for a random sample of {population} removals.")
        }
        Coverage::Sample { population: None } => "The rows are taken for a random sample.".to_owned(),
    };
    if few(checked, threshold) {
        return format!("So few removals were judged that the number of rows is left out. {what}");
    }
    format!("{} rows in = {judged} verdicts + {} rejected. {what}", checked.rows, checked.rejected)
}

/// A table of invented records says so in a column; so does the page.
fn notice(job: &Job<'_>) -> &'static str {
    if job.removals.shape.names().iter().any(|name| name == "synthetic") {
        "Computed from records that are invented: synthetic, of no force."
    } else {
        ""
    }
}

/// How many findings each rule made, and how many of them are waived; small counts are left out.
fn found(checked: &Checked, open: &Answer, threshold: u64) -> Vec<(&'static Rule, Figure, Figure)> {
    // Where how many do not stand, or cannot be told, is hidden, what the rules found would tell it: every objection is a removal.
    let told = [&open.all.does_not_stand, &open.all.cannot_be_told, &open.all.not_covered];
    let untold = told.iter().any(|figure| figure.value == Value::Suppressed);
    let all = rules::ALL.iter().chain(table::rules::ALL).copied();
    all.filter_map(|rule| {
        let of = checked.findings.iter().filter(|((id, _), _)| *id == rule.id.0);
        let (n, waived) = of.fold((0, 0), |sum, (_, counts)| (sum.0 + counts.0, sum.1 + counts.1));
        // What is left over when the waived are taken off must not be small either.
        let small = |n: u64| untold || n > 0 && n < threshold;
        let hidden = small(n) || small(waived) || small(n - waived);
        let value = |n: u64, hidden: bool| if hidden { Value::Suppressed } else { Value::Count(n) };
        let figure = |what: &str, label: String, value| {
            Figure::new(FigureId::of(&["no-crime", "findings", rule.id.0, what]), label, value)
                .unit("findings")
        };
        (n > 0).then(|| {
            (
                rule,
                figure("all", format!("{}: findings", rule.title), value(n, small(n))),
                figure("waived", format!("{}: findings that are waived", rule.title), value(waived, hidden)),
            )
        })
    })
    .collect()
}
