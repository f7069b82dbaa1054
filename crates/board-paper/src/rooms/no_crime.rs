//! The decisions that a recorded crime was no crime, as the inspection judged them.

use document::{Cell, Head, Row, Table};
use no_crime::decisions::{Answer, Inputs, examine, printed_shares, read};

use super::{
    Desk, add_findings,
    audit::{self, Audited},
};

/// Asks the room, after the audit whose inspection it goes on from.
pub(super) fn add(desk: &mut Desk<'_>, audited: Option<Audited>) {
    let facts = match read(&Inputs { decisions: desk.shelf.input("audit/no_crime_decisions.csv") }) {
        Ok(facts) => facts,
        Err(errors) => return desk.unread(&["audit"], errors),
    };
    let Some(mut audited) = audited else { return };
    let answer = examine(&facts, audited.facts.inspection.as_ref(), desk.settings.rounding.into());
    let material = &mut *desk.material;
    material.count(facts.decisions.as_ref());
    material.count(audited.facts.improvements.as_ref());
    material.lay_out(facts.decisions.as_ref(), printed_shares(&facts));
    material.table(decisions(&answer));
    let found_right = answer.decisions.iter();
    audited.found_right.extend(
        found_right.map(|row| (format!("{}: no-crime decision correct", row.offence), row.rate.clone())),
    );
    material.chart(audit::compliance(&audited.found_right));
    material.figures.extend(answer.figures);
    material.figures.extend(audited.improving);
    add_findings(material, "audit", answer.findings);
}

fn decisions(answer: &Answer) -> Table {
    Table {
        id: "audit-no-crime-decisions".to_owned(),
        caption: "No-crime decisions examined and found correct, by offence".to_owned(),
        head: vec![
            Head::words("Offence"),
            Head::numbers("Decisions examined"),
            Head::numbers("Correct"),
            Head::numbers("Wrong"),
            Head::numbers("Correct, share"),
            Head::numbers("95% interval"),
            Head::numbers("As printed"),
        ],
        rows: answer
            .decisions
            .iter()
            .map(|row| {
                Row::new([
                    Cell::from(row.offence.as_str()),
                    Cell::from(&row.examined),
                    Cell::from(&row.correct),
                    Cell::from(&row.wrong),
                    Cell::from(&row.rate),
                    audit::interval(&row.rate),
                    Cell::from(&row.printed),
                ])
            })
            .collect(),
        notes: audit::meanings(answer.decisions.iter().map(|row| &row.rate)),
    }
}
