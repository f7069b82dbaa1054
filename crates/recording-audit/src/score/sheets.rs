//! The sheets of auditors and of moderators, read line by line.

use crime::Offence;
use rulebook::{Finding, Place, Severity};
use serde::Deserialize;
use table::{Column, Layout, ReadError, Row, Rows, Source, rules::READABLE_ROW};

use crate::{
    sample::JUDGEMENT_SHEET,
    score::{Judgement, Line, NoCrime, VictimTold},
};
use calendar::moment::{Moment, missing, moment};

const JUDGEMENT: &str =
    "`recorded`, `not recorded`, `recorded without basis`, `no crime due` or `cannot be judged`";
const CLASS_DUE: &str = "a class of the list of offences that was due, as `8N`, or empty";
const CLASS_RECORDED: &str = "a class of the list of offences, under which it is recorded, as `8N`, or empty";
const RECEIVED: &str = "the moment at which the report was received, as `2026-05-01T14:30`, or empty";
const RECORDED: &str = "the moment at which the crime was recorded, as `2026-05-01T16:00`, or empty";
const TOLD: &str = "`yes`, `no`, `no victim` or empty";
const NO_CRIME: &str = "`right` or `wrong` where a recorded crime was cancelled, or empty";

/// The layout of the sheets that auditors fill.
pub static JUDGEMENTS: Layout = Layout {
    name: "judgements",
    what: "one row a crime of a case, and one at least for every case: what an auditor says of it",
    columns: &[
        Column::required("case", "the key of the case, as the sample names it"),
        Column::optional("line", "a whole number from 1: which crime of the case; empty is 1"),
        Column::required("auditor", "who judges"),
        Column::optional("stratum", "the stratum of the case, as the sample names it, or empty"),
        Column::optional("sample", "the mark of the sample, as its sheets have it, or empty"),
        Column::required("judgement", JUDGEMENT),
        Column::optional("class_due", CLASS_DUE),
        Column::optional("class_recorded", CLASS_RECORDED),
        Column::optional("received", RECEIVED),
        Column::optional("recorded", RECORDED),
        Column::optional("victim_told", TOLD),
        Column::optional("no_crime", NO_CRIME),
        Column::optional("notes", "anything"),
    ],
};

/// The layout of the decisions on cases of which two auditors said different things.
pub static MODERATION: Layout = Layout {
    name: "moderation",
    what: "one row a crime of a case on which two auditors disagree: the judgement that stands, who decided, and why",
    columns: &[
        Column::required("case", "the key of the case, as the sample names it"),
        Column::optional("line", "a whole number from 1: which crime of the case; empty is 1"),
        Column::required("judgement", JUDGEMENT),
        Column::optional("class_due", CLASS_DUE),
        Column::optional("class_recorded", CLASS_RECORDED),
        Column::optional("received", RECEIVED),
        Column::optional("recorded", RECORDED),
        Column::optional("victim_told", TOLD),
        Column::optional("no_crime", NO_CRIME),
        Column::required("decided_by", "the post that decided"),
        Column::required("why", "why it decided so"),
    ],
};

/// The cells of a row, as they stand.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Cells {
    case: String,
    line: String,
    auditor: String,
    stratum: String,
    sample: String,
    judgement: String,
    class_due: String,
    class_recorded: String,
    received: String,
    recorded: String,
    victim_told: String,
    no_crime: String,
    notes: String,
    decided_by: String,
    why: String,
}

/// What a row of a sheet says.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub place: Place,
    pub case: String,
    /// The auditor, or the post that moderated.
    pub by: String,
    /// The stratum, if the row names one.
    pub stratum: String,
    /// The mark of the sample, if the row has one.
    pub sample: String,
    /// The line, or nothing where the case is not judged yet.
    pub line: Option<Line>,
}

/// A row that cannot be used, with its case, if it names one; the case of a torn row is not sure.
#[derive(Debug, Clone)]
pub(crate) struct Rejected {
    pub case: String,
    pub finding: Finding,
}

/// Sheets of auditors, or of moderators, one after the other.
#[derive(Debug, Clone, Default)]
pub struct Sheets {
    /// The files, in order.
    pub(crate) files: Vec<String>,
    pub(crate) said: Vec<Said>,
    pub(crate) rejected: Vec<Rejected>,
    pub(crate) notes: Vec<Finding>,
    /// Rows read, rows without a judgement on a further line among them.
    pub(crate) rows: usize,
    pub(crate) passed_over: usize,
}

impl Sheets {
    /// Adds a sheet of an auditor, with the columns of [`JUDGEMENTS`]; of a workbook with several such sheets that called `Judgements`.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if it cannot be read as a table at all.
    pub fn add_judgements(&mut self, source: Source<'_>) -> Result<(), ReadError> {
        let rows = match table::read(&JUDGEMENTS, source) {
            // The auditor's own notes may have the same columns; the sheet that we made is the one that is meant.
            Err(several @ ReadError::SeveralSheets { .. }) => {
                table::read(&JUDGEMENTS, source.sheet(JUDGEMENT_SHEET)).map_err(|_| several)?
            }
            read => read?,
        };
        self.add(&JUDGEMENTS, rows);
        Ok(())
    }

    /// Adds a sheet of a moderator, with the columns of [`MODERATION`]; rows in which nothing is decided are passed over.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if it cannot be read as a table at all.
    pub fn add_moderation(&mut self, source: Source<'_>) -> Result<(), ReadError> {
        self.add(&MODERATION, table::read(&MODERATION, source)?);
        Ok(())
    }

    fn add(&mut self, layout: &'static Layout, rows: Rows<Cells>) {
        self.rows += rows.rows_in();
        self.files.push(rows.file);
        self.notes.extend(rows.notes);
        let torn = rows.rejected.into_iter();
        self.rejected.extend(torn.map(|finding| Rejected { case: finding.record.clone(), finding }));
        for row in rows.good {
            match said(layout, &row) {
                Ok(Some(said)) => self.said.push(said),
                Ok(None) => self.passed_over += 1,
                Err(finding) => {
                    let case = row.value.case;
                    self.rejected.push(Rejected { case, finding: *finding });
                }
            }
        }
    }

    /// How many rows there were, can be used, were rejected, and were passed over because nothing was filled in: all that can be said
    /// without the sample, which rejects more of them ([`Answer::rows`](crate::score::Answer::rows)).
    #[must_use]
    pub fn rows(&self) -> [usize; 4] {
        [self.rows, self.rows - self.rejected.len() - self.passed_over, self.rejected.len(), self.passed_over]
    }
}

/// What a row says; nothing for a further line that nobody filled in.
fn said(layout: &'static Layout, row: &Row<Cells>) -> Result<Option<Said>, Box<Finding>> {
    let cells = &row.value;
    let moderated = layout.name == MODERATION.name;
    let fault = |column: &'static str, read: &str| {
        let expected = layout.column(column).map_or("what this column holds", |column| column.holds);
        let sentence = match read {
            "" => format!("empty: expected {expected}"),
            read => format!("`{read}` is not {expected}"),
        };
        let finding =
            Finding::new(&READABLE_ROW, Severity::Error, &cells.case, Some(row.place.at(column)), sentence);
        Box::new(finding.with(column, read).with("expected", expected))
    };
    let number = match cells.line.as_str() {
        "" => 1,
        text => text.parse().ok().filter(|line| *line > 0).ok_or_else(|| fault("line", text))?,
    };
    let nothing = [
        &cells.judgement,
        &cells.class_due,
        &cells.class_recorded,
        &cells.received,
        &cells.recorded,
        &cells.victim_told,
        &cells.no_crime,
        &cells.notes,
    ]
    .into_iter()
    .all(String::is_empty);
    let undecided = [&cells.judgement, &cells.decided_by, &cells.why].into_iter().all(String::is_empty);
    // A disagreement that nobody has decided yet; or a line that was prepared and not needed.
    if if moderated { undecided } else { nothing && (number > 1 || cells.case.is_empty()) } {
        return Ok(None);
    }
    if cells.case.is_empty() {
        return Err(fault("case", ""));
    }
    let by = if moderated { &cells.decided_by } else { &cells.auditor };
    let said = |line| Said {
        place: row.place.clone(),
        case: cells.case.clone(),
        by: by.clone(),
        stratum: cells.stratum.clone(),
        sample: cells.sample.clone(),
        line,
    };
    if cells.judgement.is_empty() && number == 1 && !moderated {
        return Ok(Some(said(None)));
    }
    let judgement: Judgement = cells.judgement.parse().map_err(|_| fault("judgement", &cells.judgement))?;
    let class = |column, text: &str| match text {
        _ if missing(text) => Ok(String::new()),
        _ if Offence::of(text).any(|offence| offence.class.eq_ignore_ascii_case(text)) => {
            Ok(text.to_ascii_uppercase())
        }
        _ => Err(fault(column, text)),
    };
    let at = |column, text: &str| -> Result<Option<Moment>, Box<Finding>> {
        moment(text).map_err(|_| fault(column, text))
    };
    let line = Line {
        place: row.place.clone(),
        case: cells.case.clone(),
        line: number,
        by: by.clone(),
        judgement,
        class_due: class("class_due", &cells.class_due)?,
        class_recorded: class("class_recorded", &cells.class_recorded)?,
        received: at("received", &cells.received)?,
        recorded: at("recorded", &cells.recorded)?,
        victim_told: match cells.victim_told.to_ascii_lowercase().as_str() {
            "" | "not known" => VictimTold::NotSupplied,
            "yes" => VictimTold::Yes,
            "no" => VictimTold::No,
            "no victim" => VictimTold::NoVictim,
            _ => return Err(fault("victim_told", &cells.victim_told)),
        },
        no_crime: match cells.no_crime.to_ascii_lowercase().as_str() {
            "" | "not known" => NoCrime::NotSupplied,
            "right" => NoCrime::Right,
            "wrong" => NoCrime::Wrong,
            _ => return Err(fault("no_crime", &cells.no_crime)),
        },
        notes: if moderated { cells.why.clone() } else { cells.notes.clone() },
    };
    Ok(Some(said(Some(line))))
}

#[cfg(test)]
mod tests;
