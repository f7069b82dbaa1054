//! The workbook of an auditor: a cover that says what to do, what each column holds, and the sheet to be filled in.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use crime::Offence;
use table::workbook::{Cell, Entry, Holds, Line, Sheet, SheetColumn, TableSheet, TextSheet, Workbook};

use crate::{
    sample::{DrawnRecord, SampleManifest, TO_FILL, header, rows},
    score::Judgement,
};

/// The name of the sheet that is filled in.
pub const JUDGEMENT_SHEET: &str = "Judgements";

/// What an auditor may say of a crime, and when to say it.
const JUDGEMENTS: [(Judgement, &str); 5] = [
    (Judgement::Recorded, "the crime was due, and it is recorded"),
    (Judgement::NotRecorded, "the crime was due, and it is not recorded"),
    (Judgement::WithoutBasis, "the crime is recorded, and it was not due"),
    (Judgement::NoCrimeDue, "no crime was due, and none is recorded; this line stands alone"),
    (
        Judgement::CannotBeJudged,
        "the record cannot be found or read; say why in the notes. It is never counted as a no",
    ),
];

/// The national standard from which on crimes are recorded as they are judged here: its first day.
const FIRST_DAY: Option<NaiveDate> = NaiveDate::from_ymd_opt(2002, 4, 1);

/// The workbook of one auditor, the same for the same sample.
#[must_use]
pub fn workbook(manifest: &SampleManifest, drawn: &[DrawnRecord], auditor: &str) -> Workbook {
    let cells = |row: Vec<String>| {
        // The second cell is the number of the line, and those to be filled in are empty.
        row.into_iter()
            .enumerate()
            .map(|(at, text)| match text.parse() {
                _ if text.is_empty() => Cell::Empty,
                Ok(line) if at == 1 => Cell::Count(line),
                Ok(_) | Err(_) => Cell::Text(text),
            })
            .collect()
    };
    let judged = TableSheet {
        name: JUDGEMENT_SHEET.to_owned(),
        caption: format!("Cases of {auditor}, to be judged"),
        columns: columns(manifest),
        rows: rows(manifest, drawn, auditor, manifest.lines).into_iter().map(cells).collect(),
    };
    let title = format!("Recording audit, cases of {auditor}");
    Workbook {
        title: title.clone(),
        author: manifest.program.clone(),
        created: manifest.as_at,
        sheets: vec![
            Sheet::Text(cover(manifest, auditor, title)),
            Sheet::Text(notes(manifest)),
            Sheet::Table(judged),
        ],
    }
}

fn cover(manifest: &SampleManifest, auditor: &str, title: String) -> TextSheet {
    let cases = manifest.judged().filter(|case| case.auditors.iter().any(|name| name == auditor)).count();
    let paragraph = |text: &str| Line::Paragraph(text.to_owned());
    TextSheet {
        name: "Cover".to_owned(),
        lines: vec![
            Line::Heading(title),
            Line::Paragraph(format!(
                "{cases} cases, drawn on {} from {} with the seed `{}`.",
                manifest.as_at, manifest.frame.file, manifest.seed
            )),
            paragraph("This workbook is about people: keep it as your force keeps crime records."),
            Line::Heading("What to do".to_owned()),
            paragraph(
                "1. Find the record of each case in your identity map, a file of its own. Read the whole record.",
            ),
            paragraph(
                "2. Decide which crimes were due when the report was made, by the counting rules of that day, before you look at what was recorded.",
            ),
            paragraph(
                "3. On the sheet `Judgements` fill in one line for each crime of a case. A case has several lines; leave those that you do not need.",
            ),
            paragraph(
                "4. If a case holds more crimes than lines, write the others below the last row with the same case, your name and the next line number; Review, Unprotect Sheet lets you.",
            ),
            paragraph("5. Leave a cell empty if you cannot tell: empty is never taken for no."),
            paragraph("6. Judge alone. Some cases are judged by a second auditor too; neither knows which."),
            paragraph(
                "7. Save the workbook and send it back. Excel, LibreOffice and CSV can all be read; columns may be moved or hidden.",
            ),
        ],
    }
}

fn notes(manifest: &SampleManifest) -> TextSheet {
    let mut lines = vec![Line::Heading("What the columns hold".to_owned())];
    lines.push(Line::Paragraph("case: the key of the case. line: which crime of the case. auditor: you. stratum: where it was drawn. sample: the mark of this sample.".to_owned()));
    if !manifest.shown.is_empty() {
        let shown: Vec<String> = manifest.shown.iter().map(|name| format!("frame_{name}")).collect();
        lines.push(Line::Paragraph(format!("{}: as the frame gives it.", shown.join(", "))));
    }
    lines.extend(TO_FILL.iter().map(|column| Line::Paragraph(format!("{column}: {}", help(column)))));
    lines.push(Line::Heading("The judgements".to_owned()));
    lines.extend(JUDGEMENTS.iter().map(|(word, means)| Line::Paragraph(format!("{word}: {means}."))));
    TextSheet { name: "Notes".to_owned(), lines }
}

fn columns(manifest: &SampleManifest) -> Vec<SheetColumn> {
    header(&manifest.shown)
        .into_iter()
        .map(|name| {
            let fill = TO_FILL.contains(&name.as_str());
            SheetColumn {
                width: width(&name),
                holds: if fill { holds(&name, manifest.as_at) } else { Holds::Text },
                entry: if fill { Entry::Fill } else { Entry::Locked },
                help: if fill { help(&name).to_owned() } else { String::new() },
                header: name,
            }
        })
        .collect()
}

fn holds(column: &str, as_at: NaiveDate) -> Holds {
    let words = |words: &[&str]| Holds::List(words.iter().map(|word| (*word).to_owned()).collect());
    match column {
        "judgement" => Holds::List(Judgement::ALL.iter().map(ToString::to_string).collect()),
        "class_due" | "class_recorded" => Holds::List(classes()),
        "received" | "recorded" => moments(as_at),
        "victim_told" => words(&["yes", "no", "no victim"]),
        "no_crime" => words(&["right", "wrong"]),
        _ => Holds::Text,
    }
}

/// Nothing before the standard, and nothing that lies a year after the draw.
fn moments(as_at: NaiveDate) -> Holds {
    let last = as_at.checked_add_days(Days::new(366)).unwrap_or(as_at);
    let end = NaiveTime::from_hms_opt(23, 59, 0).unwrap_or_default();
    Holds::Moment {
        from: NaiveDateTime::new(FIRST_DAY.unwrap_or(as_at), NaiveTime::MIN),
        to: NaiveDateTime::new(last, end),
    }
}

/// The classes of the list of offences, each once.
fn classes() -> Vec<String> {
    let classes: BTreeSet<String> = Offence::all().map(|offence| offence.class.clone()).collect();
    classes.into_iter().collect()
}

fn width(column: &str) -> u16 {
    match column {
        "case" | "line" | "auditor" => 10,
        "notes" => 40,
        "judgement" | "stratum" => 24,
        _ => 18,
    }
}

fn help(column: &str) -> &'static str {
    match column {
        "judgement" => "What is to be said of this crime; of a case without crimes, on its first line.",
        "class_due" => "The class that was due, as 8N.",
        "class_recorded" => {
            "The class under which it stands, as 8N. Leave it empty if the crime is not recorded."
        }
        "received" => "When the report was received, day and time, local time.",
        "recorded" => "When the crime was recorded, day and time, local time.",
        "victim_told" => {
            "Whether the victim was told that a crime is recorded, or that none is. Empty if you cannot tell."
        }
        "no_crime" => "Only if the crime was recorded and then cancelled: was that right?",
        _ => "Whatever another reader has to know. Name nobody.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{DrawnRow, SampledCase, Use};
    use table::{Column, Layout, Source};

    static JUDGED: Layout = Layout {
        name: "judged",
        what: "for this test",
        columns: &[Column::required("case", "its key"), Column::required("line", "which")],
    };

    #[derive(serde::Deserialize)]
    struct Judged {
        case: String,
        line: String,
    }

    fn sample() -> (SampleManifest, Vec<DrawnRecord>) {
        let case = |case: &str| SampledCase {
            case: case.to_owned(),
            stratum: "=a".to_owned(),
            rank: 1,
            used: Use::Drawn,
            reason: None,
            replaces: None,
            auditors: vec!["A".to_owned()],
        };
        let drawn = |case: &str, record: &str| DrawnRecord {
            case: case.to_owned(),
            record: record.to_owned(),
            row: DrawnRow { line: 2, shown: vec!["=HYPERLINK(\"x\")".to_owned()] },
        };
        let manifest = SampleManifest {
            cases: vec![case("C2"), case("C1")],
            shown: vec!["text".to_owned()],
            lines: 2,
            ..crate::sample::cases::no_manifest()
        };
        (manifest, vec![drawn("C2", "I-SECRET-2"), drawn("C1", "I-SECRET-1")])
    }

    #[test]
    fn a_workbook_reads_back_and_names_no_record() {
        let (manifest, drawn) = sample();
        let made = workbook(&manifest, &drawn, "A");
        let bytes = made.bytes().unwrap();
        assert_eq!(bytes, workbook(&manifest, &drawn, "A").bytes().unwrap());
        assert!(!format!("{made:?}").contains("SECRET"));
        let rows = table::read::<Judged>(&JUDGED, Source::new("a.xlsx", &bytes)).unwrap();
        let keys: Vec<String> =
            rows.good.iter().map(|row| format!("{} {}", row.value.case, row.value.line)).collect();
        assert_eq!(keys, ["C1 1", "C1 2", "C2 1", "C2 2"]);
        assert_eq!(rows.rejected, []);
        assert_eq!(rows.good[0].place.sheet.as_deref(), Some(JUDGEMENT_SHEET));
    }

    #[test]
    fn of_several_sheets_with_the_columns_the_one_that_was_given_out_is_scored() {
        let (manifest, drawn) = sample();
        let mut made = workbook(&manifest, &drawn, "A");
        let Some(Sheet::Table(judged)) = made.sheets.last() else { panic!("no table") };
        let kept = TableSheet { name: "My copy".to_owned(), ..judged.clone() };
        made.sheets.insert(0, Sheet::Table(kept));
        let bytes = made.bytes().unwrap();
        let mut sheets = crate::score::Sheets::default();
        sheets.add_judgements(Source::new("a.xlsx", &bytes)).unwrap();
        // Two cases of two lines each, of which the first line is there to be judged.
        assert_eq!(sheets.rows(), [4, 2, 0, 2]);
        // Where none of them has our name, nobody can tell which is meant.
        made.sheets.retain(|sheet| !matches!(sheet, Sheet::Table(table) if table.name == JUDGEMENT_SHEET));
        let Some(Sheet::Table(copy)) = made.sheets.first().cloned() else { panic!("no table") };
        made.sheets.push(Sheet::Table(TableSheet { name: "Another".to_owned(), ..copy }));
        let bytes = made.bytes().unwrap();
        let error = sheets.add_judgements(Source::new("a.xlsx", &bytes)).unwrap_err().to_string();
        assert!(error.contains("`My copy`, `Another`"), "{error}");
    }

    #[test]
    fn what_must_not_change_is_locked_and_every_class_of_the_list_is_offered() {
        let columns = columns(&sample().0);
        let locked: Vec<&str> = columns
            .iter()
            .filter(|column| column.entry == Entry::Locked)
            .map(|column| column.header.as_str())
            .collect();
        assert_eq!(locked, ["case", "line", "auditor", "stratum", "sample", "frame_text"]);
        for offence in Offence::all() {
            assert!(classes().contains(&offence.class));
        }
        assert!(columns.iter().all(|column| column.help.chars().count() <= 255));
    }
}
