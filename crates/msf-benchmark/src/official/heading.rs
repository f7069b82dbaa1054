//! What the header rows of a printed table say of each of its columns: a row of names, one of groups above it, one of units below it.

use calendar::Window;
use table::printed::{Row, Sheet};

use super::period;
use crate::Unit;

/// How far down a header is looked for.
const HEAD: usize = 40;

const CODES: [&str; 3] = ["area code", "area codes", "police force area code"];
const NAMES: [&str; 3] = ["area name", "area names", "police force area name"];

/// Headers that carry marks of footnotes and are no headline classes.
const PRINTED: [&str; 10] = [
    "Assault with injury and assault with intent to cause serious harm",
    "Attempted murder",
    "Rape and sexual assault",
    "Threats to kill",
    "Total of selected serious offences",
    "involving a knife",
    "Percentage change",
    "Rate per 1,000 population",
    "Numbers",
    "Selected offences",
];

/// Which column holds what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// The row of names, by its number in the sheet.
    pub row: u64,
    /// The row of which the first row of figures stands below.
    pub last: u64,
    /// Where the code of an area stands, if the table has codes.
    pub code: Option<usize>,
    /// Where its name stands.
    pub name: usize,
    /// The header of the names.
    pub names: String,
    /// Where code and name of a partnership stand, if there are any.
    pub partnership: Option<(usize, usize)>,
    /// The columns of figures.
    pub figures: Vec<Figures>,
}

/// A column of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figures {
    /// Where it stands.
    pub at: usize,
    /// Its header, in one line.
    pub printed: String,
    /// The class of offence, with the marks of footnotes.
    pub class: String,
    /// What it measures.
    pub unit: Unit,
    /// The period, if the column says it; else that of the title.
    pub window: Option<Window>,
}

/// The header of a sheet; nothing, if it holds no table of areas.
pub(super) fn of(sheet: &Sheet) -> Option<Heading> {
    let is = |row: &Row, names: &[&str]| {
        let found =
            row.cells.iter().find(|cell| names.contains(&one_line(&cell.text).to_lowercase().as_str()));
        found.map(|cell| cell.column)
    };
    let (at, header, name) =
        sheet.rows.iter().take(HEAD).enumerate().find_map(|(at, row)| Some((at, row, is(row, &NAMES)?)))?;
    let above =
        at.checked_sub(1).and_then(|at| sheet.rows.get(at)).filter(|row| row.number + 1 == header.number);
    let below = sheet.rows.get(at + 1).filter(|row| {
        row.number == header.number + 1
            && row.text(name).is_empty()
            && row.cells.iter().any(|cell| measure(&one_line(&cell.text)).is_some())
    });
    let code = is(header, &CODES);
    let partnership = is(header, &["community safety partnership code"])
        .zip(is(header, &["community safety partnership name"]));
    let described = |column: usize| {
        let name = one_line(header.text(column)).to_lowercase();
        Some(column) == code
            || NAMES.contains(&name.as_str())
            || name.starts_with("community safety partnership")
            || name.starts_with("local authority")
    };
    let first = name.max(code.unwrap_or_default());
    let last = [Some(header), above]
        .into_iter()
        .flatten()
        .filter_map(|row| row.cells.last())
        .map(|cell| cell.column)
        .max()?;
    let figures = (first + 1..=last)
        .filter(|column| !described(*column))
        .filter_map(|column| figures(column, header, above, below))
        .collect();
    Some(Heading {
        row: header.number,
        last: below.map_or(header.number, |row| row.number),
        code,
        name,
        names: one_line(header.text(name)),
        partnership,
        figures,
    })
}

fn figures(at: usize, header: &Row, above: Option<&Row>, below: Option<&Row>) -> Option<Figures> {
    // A group or unit stands in the first of its columns, and holds for those to its right.
    let spread = |row: Option<&Row>| {
        let cells = row.map(|row| row.cells.as_slice()).unwrap_or_default();
        cells.iter().rev().find(|cell| cell.column <= at).map(|cell| one_line(&cell.text)).unwrap_or_default()
    };
    let own = one_line(header.text(at));
    let text = if own.is_empty() { one_line(above?.cell(at)?.text.as_str()) } else { own };
    let (group, unit) = (spread(above), spread(below));
    let plain = |class: &str, unit| Figures {
        at,
        printed: text.clone(),
        class: class.to_owned(),
        unit,
        window: None,
    };
    if group.starts_with("% change") && period::months_between(&text).is_some() {
        return Some(plain(
            &format!("Selected offences involving a knife, compared with {text}"),
            Unit::PercentChange,
        ));
    }
    let figures = match measure(&text) {
        Some(unit @ (Unit::People | Unit::Households)) => {
            Figures { window: period::mid_year(&text), ..plain(&text, unit) }
        }
        Some(unit @ (Unit::Offences | Unit::PercentOf)) if !group.is_empty() => {
            let what = text.find("involving").and_then(|from| text.get(from..)).map(bare).unwrap_or_default();
            let window = period::months_between(&group);
            let group = if window.is_some() { "Selected offences".to_owned() } else { bare(&group) };
            let printed = format!("{group}: {text}");
            Figures { printed, window, ..plain(format!("{group} {what}").trim_end(), unit) }
        }
        Some(Unit::PerThousandHouseholds) => {
            let (before, behind) = text.split_once("(households)").unwrap_or((&text, ""));
            plain(&format!("{}{}", before.trim_end(), behind.trim_start()), Unit::PerThousandHouseholds)
        }
        Some(_) | None => plain(&text, measure(&unit).unwrap_or(Unit::Offences)),
    };
    Some(figures)
}

/// What a header says it measures, if it says so.
fn measure(text: &str) -> Option<Unit> {
    let lower = text.to_lowercase();
    let starts = |words: &[&str]| words.iter().any(|word| lower.starts_with(word));
    Some(if starts(&["population figures"]) {
        Unit::People
    } else if starts(&["household figures"]) {
        Unit::Households
    } else if lower.contains("(households)") {
        Unit::PerThousandHouseholds
    } else if starts(&["rate per 1,000 population"]) {
        Unit::PerThousandPeople
    } else if starts(&["percentage change", "% change"]) {
        Unit::PercentChange
    } else if lower.starts_with('%') {
        Unit::PercentOf
    } else if starts(&["number"]) {
        Unit::Offences
    } else {
        return None;
    })
}

/// A known header without the marks of footnotes; any other as it is.
fn bare(text: &str) -> String {
    let known = |name: &str| {
        crate::headline(name).is_some() || PRINTED.iter().any(|printed| printed.eq_ignore_ascii_case(name))
    };
    crime::without_footnotes(text, known).map_or_else(|| text.to_owned(), |(name, _)| name)
}

/// A header in one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use table::{Source, printed};

    use super::*;

    fn heading(text: &str) -> Heading {
        of(&printed::sheets(Source::new("t.csv", text.as_bytes())).unwrap().remove(0)).unwrap()
    }

    #[test]
    fn names_groups_and_units_stand_in_three_rows() {
        let heading = heading(
            "a title,,,,\n,,,Victim-based crime,\nArea Code,Area Name,Population figures (mid-2017)3,Homicide,Residential burglary (households) 6\n\
             ,,,\"Rate per 1,000 population\",\nE23000032,Kent,1,2,3\n",
        );
        assert_eq!((heading.row, heading.last, heading.code, heading.name), (3, 4, Some(0), 1));
        let units: Vec<Unit> = heading.figures.iter().map(|figures| figures.unit).collect();
        assert_eq!(units, [Unit::People, Unit::PerThousandPeople, Unit::PerThousandHouseholds]);
        assert_eq!(heading.figures[2].class, "Residential burglary6");
        assert_eq!(heading.figures[0].window.unwrap().last(), rulebook::day(2017, 6, 30));
    }

    #[test]
    fn a_group_above_pairs_of_columns_is_the_class_or_the_period() {
        let heading = heading(
            ",,Homicide5,,\"Apr '10 to Mar '11\",\nArea Code,Area Name,Number of offences involving a knife6,% involving a knife,\
             Number of selected offences involving a knife3,% involving a knife\n",
        );
        let said: Vec<(&str, Unit, bool)> =
            heading.figures.iter().map(|it| (it.class.as_str(), it.unit, it.window.is_some())).collect();
        assert_eq!(
            said,
            [
                ("Homicide involving a knife", Unit::Offences, false),
                ("Homicide involving a knife", Unit::PercentOf, false),
                ("Selected offences involving a knife", Unit::Offences, true),
                ("Selected offences involving a knife", Unit::PercentOf, true),
            ]
        );
    }

    #[test]
    fn notes_are_no_table() {
        let notes = printed::sheets(Source::new("t.csv", b"Notes,\n1,two\n")).unwrap();
        assert_eq!(of(&notes[0]), None);
    }
}
