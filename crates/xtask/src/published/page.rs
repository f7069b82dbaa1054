//! The page of the published cases.

use std::{collections::BTreeMap, fmt::Write as _};

use super::{Compared, Judged, told};
use crate::pages::{cell, sentence};

/// The page of those that do not pass, with their reasons.
#[must_use]
pub fn made(results: &[Judged], compared: &[Compared]) -> String {
    let mut page = String::from(
        "<!-- Made by `cargo xtask docs` from the published cases. Change those, not this page. -->\n\n# Published cases that do not pass yet\n\n\
         Every case stands in `crates/counting-rules/cases/published/` with its facts, source and what must follow. The facts were written \
         from the prose by a reader who did not see the answer; what an example presupposes and does not say is in `presumed.csv`, the same \
         for all. A case that fails without a reason, or passes with one, fails the tests.\n\n",
    );
    let _ = write!(page, "```text\n{}```\n", told(results));
    let mut reasons: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
    for result in results.iter().filter(|result| !result.passes()) {
        let reason = result.case.not_yet.as_deref().unwrap_or("no reason is given");
        reasons.entry(reason.split(": ").next().unwrap_or(reason)).or_default().push(result);
    }
    for (reason, results) in reasons {
        let _ = write!(
            page,
            "\n## {}\n\n| Case | Example | Why | What comes out |\n|---|---|---|---|\n",
            sentence(reason)
        );
        for result in results {
            let why = result.case.not_yet.as_deref().unwrap_or_default();
            let why = why.split_once(": ").map_or(why, |(_, why)| why);
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} |",
                result.case.id,
                cell(&result.case.name),
                cell(why),
                cell(&result.wrong.join("; "))
            );
        }
    }
    page.push_str(&notes(results));
    page.push_str(&second_reader(compared));
    page
}

fn second_reader(compared: &[Compared]) -> String {
    let agree = compared.iter().filter(|compared| compared.agree()).count();
    let mut page = format!(
        "\n## As a second reader wrote the facts\n\nOf {} cases that two readers wrote apart, {agree} come to the same verdict: both as published, or neither.\n\n| Case | Why not | What comes out of the second reading |\n|---|---|---|\n",
        compared.len()
    );
    for one in compared.iter().filter(|compared| !compared.agree()) {
        let _ = writeln!(
            page,
            "| {} | {} | {} |",
            one.reading.id,
            cell(one.reading.differs.as_deref().unwrap_or("no reason is given")),
            cell(&one.wrong.join("; "))
        );
    }
    page
}

fn notes(results: &[Judged]) -> String {
    let mut page = String::from(
        "\n## What passes with a note\n\n| Case | Example | What must follow | Note |\n|---|---|---|---|\n",
    );
    for Judged { case, .. } in results.iter().filter(|result| result.passes()) {
        if let Some(note) = &case.note {
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} |",
                case.id,
                cell(&case.name),
                cell(&case.expect.join("; ")),
                cell(note)
            );
        }
    }
    page
}
