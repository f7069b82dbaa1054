//! A table of areas as the ONS prints it: titles above, several header rows, notes below.

use table::printed::{CellKind, Row, Sheet};

use super::{
    OfficialError,
    draft::{At, Draft, RefusedName},
    examined,
    heading::{self, Heading},
    long::read_as,
    names,
    number::Printed,
    period,
};
use crate::{Area, CellValue, Published};

/// A column of figures, with the numbers of what it holds.
struct Column {
    at: usize,
    class: Result<u16, RefusedName>,
    window: Result<u16, RefusedName>,
    number: u16,
    unit: crate::Unit,
}

/// The table of a sheet; nothing, if it holds none.
pub(super) fn read(file: &str, sheet: &Sheet) -> Result<Option<Published>, OfficialError> {
    let Some(heading) = heading::of(sheet).filter(|heading| !heading.figures.is_empty()) else {
        return Ok(None);
    };
    let mut draft = Draft::new(file, sheet.name.as_deref());
    let columns = columns(&mut draft, &heading, sheet)?;
    let mut areas = names::Column::new();
    for row in sheet.rows.iter().filter(|row| row.number > heading.last) {
        let named = !row.text(heading.name).is_empty();
        let code = heading.code.map(|code| row.text(code)).unwrap_or_default();
        let figures = columns.iter().any(|column| row.cell(column.at).is_some());
        // Sources and notes stand below the table, in its first column.
        if named && (figures || !code.is_empty()) {
            take(&mut draft, &heading, &columns, row, &mut areas);
        }
    }
    Ok(Some(examined(draft.finish())))
}

fn columns(draft: &mut Draft, heading: &Heading, sheet: &Sheet) -> Result<Vec<Column>, OfficialError> {
    let row = u32::try_from(heading.row).unwrap_or(u32::MAX);
    let mut above = sheet.rows.iter().take_while(|row| row.number < heading.row).flat_map(|row| &row.cells);
    let title = above.find_map(|cell| period::year_ending(&cell.text));
    let mut columns = Vec::new();
    for figures in &heading.figures {
        let Some(period) = figures.window.or(title) else {
            return Err(OfficialError::NoPeriod { place: draft.place(row) });
        };
        let place = draft.place(row).at(&figures.printed);
        let class = draft.class("", &figures.class, Vec::new(), &place);
        let window =
            draft.window(&figures.printed, &figures.printed, Some(period), "one of the first 65,535 periods");
        let number = u16::try_from(draft.published.columns.len()).unwrap_or(u16::MAX);
        draft.published.columns.push(figures.printed.clone());
        columns.push(Column { at: figures.at, class, window, number, unit: figures.unit });
    }
    Ok(columns)
}

fn take(draft: &mut Draft, heading: &Heading, columns: &[Column], row: &Row, areas: &mut names::Column<4>) {
    draft.published.rows.read += 1;
    let number = u32::try_from(row.number).unwrap_or(u32::MAX);
    let code = heading.code.map(|code| row.text(code)).unwrap_or_default();
    let name = row.text(heading.name);
    let (part_code, part) =
        heading.partnership.map_or(("", ""), |(code, name)| (row.text(code), row.text(name)));
    let area = areas.found([code, name, part_code, part], || {
        let area = draft.area(&heading.names, code, name, number)?;
        if part.is_empty() {
            return Ok(area);
        }
        let Some(force) = draft.published.areas.get(usize::from(area)).and_then(Area::force) else {
            return Ok(area);
        };
        let code = (!part_code.is_empty()).then(|| part_code.to_owned());
        draft.known_area(Area::Partnership { force, code, name: part.to_owned() })
    });
    let area = match area {
        Ok(area) => area,
        Err(refused) => return draft.refuse(refused, number),
    };
    // The row is used whole or not at all.
    let mut values = Vec::with_capacity(columns.len());
    for column in columns {
        let cell = row.cell(column.at);
        let text = cell.map_or("", |cell| cell.text.as_str());
        let (read, expected) = read_as(column.unit, text);
        let broken = cell.is_some_and(|cell| cell.kind == CellKind::Broken && text != "#N/A");
        let Some(read) = read.filter(|_| !broken) else {
            let header = draft.published.columns.get(usize::from(column.number)).cloned();
            return draft.reject(number, header.as_deref(), text, expected);
        };
        values.push(read);
    }
    for (column, read) in columns.iter().zip(values) {
        let (Ok(class), Ok(window)) = (column.class, column.window) else { continue };
        let at = At { area, class, window, column: column.number, unit: column.unit, row: number };
        match read {
            Printed::Value(value) => draft.cell(at, value),
            Printed::Percent(percent) => draft.cell(at, CellValue::Number(percent)),
            Printed::SignedNought => {
                draft.cell(at, CellValue::Count(0));
                draft.signed_nought(number);
            }
        }
    }
    draft.published.rows.answered += 1;
}
