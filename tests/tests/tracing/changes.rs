//! A change of any input number changes every place that prints it.
//!
//! Every numeric cell and every day of the 2014 folder is changed by a little, one at a time, and the paper composed anew.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt, thread,
};

use board_paper::Files;
use chrono::{Days, NaiveDate};
use roxmltree::Document;
use rulebook::{Figure, FigureId, Place, Value};

use crate::{
    figures_or_quotes,
    made::{Made, check_figures, check_renderings, drawn, folder, lines_of_page, make, prose, words},
};

const FOLDER: &str = "west-midlands-2014";
const AS_AT: &str = "2014-07-01";

/// A cell of a table, or the value behind a key of a TOML file, that holds a number, a percentage or a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Cell {
    file: String,
    row: u64,
    column: String,
    text: String,
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}, {} = {}", self.file, self.row, self.column, self.text)
    }
}

impl Cell {
    /// Whether a figure that names this place was read from this cell. A line of a TOML file holds one value only.
    fn is_named_by(&self, place: &Place) -> bool {
        let column = place.column.as_deref();
        place.file == self.file
            && place.row == Some(self.row)
            && (column == Some(&self.column) || (column.is_none() && self.file.ends_with(".toml")))
    }

    /// Whether a figure that names this place may change with this cell: it names the cell, its row or its file.
    fn lies_in(&self, place: &Place) -> bool {
        place.file == self.file
            && place.row.is_none_or(|row| row == self.row)
            && place.column.as_ref().is_none_or(|column| *column == self.column)
    }

    /// Small changes, the smallest first.
    fn changes(&self) -> Vec<String> {
        if let Ok(day) = self.text.parse::<NaiveDate>() {
            return [day + Days::new(1), day - Days::new(1)].map(|day| day.to_string()).to_vec();
        }
        let (number, sign) = self.text.strip_suffix('%').map_or((self.text.as_str(), ""), |n| (n, "%"));
        let number: u64 = number.parse().unwrap();
        [Some(number + 1), number.checked_sub(1)]
            .into_iter()
            .flatten()
            .map(|n| format!("{n}{sign}"))
            .collect()
    }
}

fn is_number_or_day(text: &str) -> bool {
    let number = text.strip_suffix('%').unwrap_or(text);
    text.parse::<NaiveDate>().is_ok()
        || (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Every cell that holds a number, a percentage or a day, in the inputs; `paper.toml` says how the paper looks and is none.
fn cells(files: &Files) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (file, bytes) in files {
        let mut add = |row: u64, column: &str, text: &str| {
            // A paragraph of the source is a reference, not a number.
            if is_number_or_day(text) && column != "paragraph" {
                let (file, column, text) = (file.clone(), column.to_owned(), text.to_owned());
                cells.push(Cell { file, row, column, text });
            }
        };
        if file.ends_with(".csv") {
            let mut reader = csv::Reader::from_reader(bytes.as_slice());
            let header = reader.headers().unwrap().clone();
            for record in reader.records().map(Result::unwrap) {
                for (column, text) in header.iter().zip(&record) {
                    add(record.position().unwrap().line(), column, text);
                }
            }
        } else if file.ends_with(".toml") && file != "paper.toml" {
            for (row, line) in (1..).zip(str::from_utf8(bytes).unwrap().lines()) {
                if let Some((key, value)) = line.split_once(" = ") {
                    add(row, key, value.trim_matches('"'));
                }
            }
        }
    }
    cells
}

/// The folder with these cells changed.
fn with(files: &Files, changes: &[(&Cell, String)]) -> Files {
    let mut files = files.clone();
    for (cell, text) in changes {
        let bytes = &files[&cell.file];
        let changed = if cell.file.ends_with(".csv") {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
            let mut writer = csv::Writer::from_writer(Vec::new());
            let mut column = None;
            for record in reader.records().map(Result::unwrap) {
                column = column.or_else(|| record.iter().position(|name| name == cell.column));
                let here = record.position().unwrap().line() == cell.row;
                let new = |(at, old)| if here && Some(at) == column { text.as_str() } else { old };
                writer.write_record(record.iter().enumerate().map(new)).unwrap();
            }
            writer.into_inner().unwrap()
        } else {
            let lines: Vec<String> = (1..)
                .zip(str::from_utf8(bytes).unwrap().lines())
                .map(
                    |(row, line)| {
                        if row == cell.row { line.replace(&cell.text, text) } else { line.to_owned() }
                    },
                )
                .collect();
            lines.join("\n").into_bytes()
        };
        assert_ne!(*bytes, changed, "{cell}");
        files.insert(cell.file.clone(), changed);
    }
    files
}

/// A cell with its new text, and what must change with it so that the row still agrees with itself.
///
/// Crimes initially recorded less those struck out are the crimes that remain: a change of one alone is a contradiction,
/// which is found and withholds the row. A row that contradicts itself as printed (the first) needs no companion.
fn together<'a>(cell: &'a Cell, to: &str, cells: &'a [Cell]) -> Vec<(&'a Cell, String)> {
    let mut changes = vec![(cell, to.to_owned())];
    let companion = match (cell.file.as_str(), cell.column.as_str()) {
        ("benchmark/no_crimes_2012_13.csv", "initially_recorded" | "no_crimes") => "recorded",
        ("benchmark/no_crimes_2012_13.csv", "recorded") => "initially_recorded",
        _ => return changes,
    };
    let beside = |column: &str| {
        cells
            .iter()
            .find(|other| (&other.file, other.row) == (&cell.file, cell.row) && other.column == column)
            .unwrap()
    };
    let count = |text: &str| text.parse::<i64>().unwrap();
    let of = |column: &str| count(&beside(column).text);
    if of("initially_recorded") - of("no_crimes") == of("recorded") {
        let step = count(to) - count(&cell.text);
        let step = if cell.column == "no_crimes" { -step } else { step };
        changes.push((beside(companion), (of(companion) + step).to_string()));
    }
    changes
}

#[test]
fn a_change_of_any_number_changes_every_place_that_prints_it() {
    let files = folder(FOLDER);
    let before = make(&files, AS_AT).unwrap();
    let cells = cells(&files);
    let parts: Vec<Followed<'_>> = thread::scope(|scope| {
        let halves = cells.chunks(cells.len().div_ceil(2));
        let threads: Vec<_> = halves.map(|half| scope.spawn(|| follow(&before, half, &cells))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let not_declared = parts.iter().flat_map(|part| part.not_declared.clone()).collect();
    // Each would be a fault of the figure's origin.
    assert_eq!(BTreeSet::new(), not_declared, "right: figures that move, and do not name why");
    // audit: 3 + 2 + 2 + 2 cells of strata.csv, 3 × 3 of decisions; benchmark: 4 × 4 and 4 of official_totals.csv; phases: 5; portfolio.toml: 3;
    // roll_out.toml: 3; windows.csv: 5 × 2; matters.csv: 1; multiple_claims.csv: 3; orders.csv: 1;
    // key_dates.csv: 4 × 2; proceedings.csv: 1.
    let followed: usize = parts.iter().map(|part| part.cells).sum();
    assert_eq!(followed, 9 + 9 + 16 + 4 + 5 + 3 + 3 + 10 + 1 + 3 + 1 + 8 + 1);
    let looked_for: usize = parts.iter().map(|part| part.looked_for).sum();
    assert!(looked_for > 100, "{looked_for} numbers were looked for after their change");
    check_unmoved(&files, &before, &parts.iter().flat_map(|part| part.unmoved.clone()).collect::<Vec<_>>());
}

/// What came of changing cells.
#[derive(Default)]
struct Followed<'a> {
    /// Cells whose change moved a figure that names them.
    cells: usize,
    /// Numbers and days that figures said before, looked for after.
    looked_for: usize,
    /// Cells whose change moved none.
    unmoved: Vec<&'a Cell>,
    /// Figures that moved without naming why: figure, file, column.
    not_declared: BTreeSet<(&'a str, &'a str, &'a str)>,
}

fn follow<'a>(before: &'a Made, some: &'a [Cell], cells: &'a [Cell]) -> Followed<'a> {
    let mut came = Followed::default();
    for cell in some {
        let Some((changes, after)) = moved(before, cell, cells) else {
            came.unmoved.push(cell);
            continue;
        };
        came.cells += 1;
        let run = format!("{cell} is now {}", changes[0].1);
        let page = after.parse();
        check_figures(&run, &after, &page);
        check_renderings(&run, &after, &page);
        let said = Said::by(&after, &page);
        for figure in before.paper.figures.iter().filter(|figure| differs(before, &after, figure)) {
            let forms = forms(figure, &before.figures[figure.id.as_str()]);
            came.looked_for += forms.len();
            assert_eq!(said.left_over(&forms), None, "{run}: {} was {forms:?}", figure.id);
            let may_follow = |place: &Place| changes.iter().any(|(cell, _)| cell.lies_in(place));
            if !figure.origin.iter().any(may_follow) {
                came.not_declared.insert((general(figure.id.as_str()), &cell.file, &cell.column));
            }
        }
    }
    came
}

/// The paper with a cell changed by the smallest valid amount that moves a figure which names it.
fn moved<'a>(before: &Made, cell: &'a Cell, cells: &'a [Cell]) -> Option<(Vec<(&'a Cell, String)>, Made)> {
    let named: Vec<&Figure> = before
        .paper
        .figures
        .iter()
        .filter(|figure| figure.origin.iter().any(|place| cell.is_named_by(place)))
        .collect();
    if named.is_empty() {
        return None;
    }
    cell.changes().into_iter().find_map(|to| {
        let changes = together(cell, &to, cells);
        let after = valid(&with(&before.inputs, &changes))?;
        named.iter().any(|figure| differs(before, &after, figure)).then_some((changes, after))
    })
}

/// The paper of a folder in which no row is rejected.
fn valid(files: &Files) -> Option<Made> {
    let made = make(files, AS_AT).ok()?;
    made.paper.counts.iter().all(|count| count.rejected == 0).then_some(made)
}

/// What a change of a cell does that moves no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Follows {
    /// The lines of the paper that print the day print the new one, and no other line changes.
    Line,
    /// A new finding names the number.
    Finding,
    /// The row counts, or no longer counts, if and only if the day passes the day of the paper.
    Known,
    /// Nothing: what is in the row is not known on the day of the paper, or is not compared with anything yet.
    Nothing,
}

/// Cells whose change moves no figure: how many in which column, what follows them instead, and why.
const UNMOVED: [(&str, &str, usize, Follows, &str); 10] = [
    (
        "audit/inspection.toml",
        "printed_no_crimes_examined",
        1,
        Follows::Finding,
        "a total held against a sum",
    ),
    ("audit/inspection.toml", "printed_reports_examined", 1, Follows::Finding, "a total held against a sum"),
    (
        "communications/plan.csv",
        "first_day",
        4,
        Follows::Line,
        "figures count items with a day, whichever it is",
    ),
    (
        "communications/plan.csv",
        "last_day",
        4,
        Follows::Line,
        "printed in a table as a day, without a figure",
    ),
    ("events/windows.csv", "first_day", 1, Follows::Nothing, "the by-election is not known on 1 July 2014"),
    ("events/windows.csv", "known_from", 6, Follows::Known, "decides whether the row is used"),
    ("events/windows.csv", "last_day", 1, Follows::Nothing, "the by-election is not known on 1 July 2014"),
    ("legal/proceedings.csv", "known_from", 5, Follows::Known, "decides whether the row is used"),
    ("legal/provisions.csv", "announced_first", 1, Follows::Nothing, "no order yet to hold it against"),
    ("legal/provisions.csv", "announced_last", 1, Follows::Nothing, "no order yet to hold it against"),
];

fn check_unmoved(files: &Files, before: &Made, unmoved: &[&Cell]) {
    let mut columns: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for cell in unmoved {
        *columns.entry((&cell.file, &cell.column)).or_default() += 1;
    }
    let listed = UNMOVED.map(|(file, column, cells, ..)| ((file, column), cells));
    assert_eq!(columns, BTreeMap::from(listed), "left: the cells whose change moves no figure");
    let old = lines(before);
    for cell in unmoved {
        let (_, _, _, follows, why) =
            UNMOVED.iter().find(|(file, column, ..)| (*file, *column) == (&cell.file, &cell.column)).unwrap();
        let (to, after) = cell
            .changes()
            .into_iter()
            .find_map(|to| Some((to.clone(), valid(&with(files, &[(cell, to)]))?)))
            .unwrap_or_else(|| panic!("{cell}: no valid change"));
        let run = format!("{cell} is now {to} ({why})");
        let new = lines(&after);
        let is_same = before.page == after.page && before.findings == after.findings;
        let all_say = |lines: &BTreeSet<String>, others: &BTreeSet<String>, text: &str| {
            lines.difference(others).count() > 0
                && lines.difference(others).all(|line| line.contains(&long(text.parse().unwrap())))
        };
        match follows {
            Follows::Line => {
                assert!(all_say(&new, &old, &to), "{run}: {:?}", new.difference(&old));
                assert!(all_say(&old, &new, &cell.text), "{run}: {:?}", old.difference(&new));
            }
            Follows::Finding => {
                let found = after.findings.lines().filter(|line| !before.findings.contains(line));
                let named = |line: &str| line.contains(",declared-total,") && stands_in(&to, line);
                assert_eq!(found.filter(|line| named(line)).count(), 1, "{run}");
            }
            // Days written as YYYY-MM-DD stand in the order of time.
            Follows::Known => {
                assert_eq!((cell.text.as_str() <= AS_AT) == (to.as_str() <= AS_AT), is_same, "{run}");
            }
            Follows::Nothing => assert!(is_same, "{run}: {:?}", new.difference(&old)),
        }
    }
}

fn lines(made: &Made) -> BTreeSet<String> {
    lines_of_page(&made.parse()).into_iter().collect()
}

/// `1 July 2014`.
fn long(day: NaiveDate) -> String {
    Figure::new(FigureId::of(&["day"]), "", Value::Day(day)).printed()
}

fn differs(before: &Made, after: &Made, figure: &Figure) -> bool {
    let said = |made: &Made| {
        made.figures
            .get(figure.id.as_str())
            .map(|row| (row["printed"].clone(), row["exact"].clone(), row["interval"].clone()))
    };
    said(before) != said(after)
}

/// A family of figures: `printed-percentages.paragraph-13.cut-off` is one of `printed-percentages`.
fn general(id: &str) -> &str {
    if id.starts_with("printed-percentages.") { "printed-percentages" } else { id }
}

/// What a figure said and could still be said by: the forms in which its number or day is written.
///
/// Small numbers are left out: they stand everywhere.
fn forms(figure: &Figure, row: &BTreeMap<String, String>) -> Vec<String> {
    if let Value::Day(day) = &figure.value {
        return vec![row["printed"].replace(" (as reported)", ""), day.to_string()];
    }
    format!("{} {}", row["printed"], row["interval"])
        .split_whitespace()
        .filter(|word| word.bytes().filter(u8::is_ascii_digit).count() > 2)
        .map(str::to_owned)
        .collect()
}

/// A paper as one text, and what can back a number in it: its figures and its inputs. Of the prose only
/// quotations do.
struct Said {
    outputs: String,
    backing: String,
}

impl Said {
    fn by(made: &Made, page: &Document<'_>) -> Self {
        // The axis of a percentage runs from 0 to 100, whatever the figures say.
        let mut markdown = made.markdown.replace("from 0 to 100", "");
        for (_, sentence) in TYPED_DAYS {
            markdown = markdown.replace(sentence, "");
        }
        let figures = made
            .figures
            .values()
            .flat_map(|row| ["label", "printed", "exact", "interval"].map(|column| row[column].as_str()));
        let input = |(file, bytes): (&String, &Vec<u8>)| {
            let text = str::from_utf8(bytes).unwrap();
            if file.starts_with("narrative/") {
                let quotes = text.split("{as-printed:").skip(1).filter_map(|rest| rest.split('}').next());
                return quotes.collect::<Vec<_>>().join("\n");
            }
            // A comma between cells does not group digits.
            if file.ends_with(".csv") { text.replace(',', "\n") } else { text.to_owned() }
        };
        let inputs: Vec<String> = made.inputs.iter().map(input).collect();
        let backing: Vec<&str> = figures.chain(inputs.iter().map(String::as_str)).collect();
        Self {
            outputs: [drawn(page).as_str(), &markdown, &made.findings].join("\n"),
            backing: backing.join("\n"),
        }
    }

    /// A line that still says what the figure said before, though nothing backs it any more.
    fn left_over(&self, forms: &[String]) -> Option<&str> {
        let is_day = forms.iter().any(|form| form.parse::<NaiveDate>().is_ok());
        let backed = |form: &String| stands_in(form, &self.backing);
        let unbacked: Vec<&String> = if is_day && forms.iter().any(backed) {
            Vec::new()
        } else {
            forms.iter().filter(|form| !backed(form)).collect()
        };
        let form = unbacked.into_iter().find(|form| stands_in(form, &self.outputs))?;
        self.outputs.lines().find(|line| stands_in(form, line))
    }
}

/// Whether a text holds a number or day as a whole, not as a part of a longer one.
fn stands_in(form: &str, text: &str) -> bool {
    text.match_indices(form).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + form.len()..].chars();
        let (next, second) = (after.next(), after.next());
        let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let longer = matches!(next, Some(',' | '.')) && joins(second);
        !(joins(before) || matches!(before, Some(',' | '.')) || joins(next) || longer || next == Some('%'))
    })
}

/// Days that a person typed into the prose although an input holds the same day: a change of that cell leaves them behind.
const TYPED_DAYS: [(&str, &str); 2] = [
    // Names of documents: they do not move.
    (
        "1 July 2014",
        "The report of 1 July 2014, from which the figures are taken, is called the published report",
    ),
    ("30 June 2014", "By a statement of the force of 30 June 2014"),
];

#[test]
fn no_day_of_an_input_is_typed_into_the_prose() {
    let files = folder(FOLDER);
    let made = make(&files, AS_AT).unwrap();
    let days: BTreeSet<String> =
        cells(&files).iter().filter_map(|cell| cell.text.parse().ok()).map(long).collect();
    assert!(days.contains("2 June 2014") && days.len() > 20, "{days:?}");
    let page = made.parse();
    let mut found = Vec::new();
    for (_, node) in prose(&page) {
        let text = words(node, &figures_or_quotes);
        for day in days.iter().filter(|day| stands_in(day, &text)) {
            let known = TYPED_DAYS.iter().find(|(typed, sentence)| typed == day && text.contains(sentence));
            found.push(*known.unwrap_or_else(|| panic!("{day} is typed in: {text}")));
        }
    }
    found.sort_unstable();
    let mut expected = TYPED_DAYS;
    expected.sort_unstable();
    assert_eq!(found, expected, "a day that is typed no longer is still listed");
}
