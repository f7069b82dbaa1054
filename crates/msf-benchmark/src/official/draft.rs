//! A published table while it is read: names to numbers, cells, and what is found on the way.

use std::{collections::HashMap, hash::Hash, sync::Arc};

use calendar::Window;
use rulebook::{Finding, Place, Severity};

use super::{area, lines::Lines};
use crate::{
    Area, CellValue, Class, Published, PublishedCell, Unit,
    rules::{area_recognised, code_and_name_agree, footnoted_name, nought_without_sign},
};

/// More names than this have no number; no published table comes near.
const MOST: usize = u16::MAX as usize;

/// What is known of a cell besides its value.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    pub area: u16,
    pub class: u16,
    pub window: u16,
    pub column: u16,
    pub unit: Unit,
    pub row: u32,
}

/// A name that is not used, and the lines on which it stands.
#[derive(Debug)]
struct Refused {
    column: String,
    read: String,
    why: Why,
    lines: Lines,
}

#[derive(Debug)]
enum Why {
    /// No area is recognised; these are near.
    Area(Vec<String>),
    /// It is not what the column holds.
    Other(&'static str),
}

/// The number of a name that is not used, for [`Draft::refuse`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RefusedName(usize);

/// A table that is being read.
#[derive(Debug)]
pub(super) struct Draft {
    pub published: Published,
    areas: HashMap<Area, u16>,
    classes: HashMap<Class, u16>,
    windows: HashMap<Window, u16>,
    refused: Vec<Refused>,
    signed_noughts: Lines,
    /// The force of a name that a region bears too, under a number of its own until it is known whether regions stand in the table.
    shared: Option<(u16, String)>,
}

impl Draft {
    pub(super) fn new(file: &str, sheet: Option<&str>) -> Self {
        let published =
            Published { file: Arc::from(file), sheet: sheet.map(Arc::from), ..Published::default() };
        Self {
            published,
            areas: HashMap::new(),
            classes: HashMap::new(),
            windows: HashMap::new(),
            refused: Vec::new(),
            signed_noughts: Lines::default(),
            shared: None,
        }
    }

    pub(super) fn place(&self, row: u32) -> Place {
        let sheet = self.published.sheet.as_deref().map(str::to_owned);
        Place { sheet, ..Place::row(&*self.published.file, u64::from(row)) }
    }

    /// The number of an area by its code and name, at its first row. `column` is where its name stands.
    pub(super) fn area(
        &mut self,
        column: &str,
        code: &str,
        name: &str,
        row: u32,
    ) -> Result<u16, RefusedName> {
        let recognised = match area::recognise(code, name) {
            Ok(recognised) => recognised,
            Err(unrecognised) => return Err(self.refused(column, name, Why::Area(unrecognised.near))),
        };
        let place = self.place(row).at(column);
        if !recognised.marks.is_empty() {
            let finding =
                footnoted_name::check(name.trim(), recognised.area.name(), &recognised.marks, place.clone());
            self.published.findings.push(finding);
        }
        if let Some(by_name) = &recognised.by_name {
            let finding =
                code_and_name_agree::check(code.trim(), recognised.area.name(), by_name.name(), place);
            self.published.findings.push(finding);
        }
        if !recognised.shared_name {
            return self.known_area(recognised.area);
        }
        let areas = &mut self.published.areas;
        let next = u16::try_from(areas.len()).ok().filter(|_| areas.len() < MOST);
        match (&self.shared, next) {
            (Some((number, _)), _) => Ok(*number),
            (None, Some(number)) => {
                areas.push(recognised.area);
                self.shared = Some((number, column.to_owned()));
                Ok(number)
            }
            // There is no room for another area: this one has a number only if it was met before.
            (None, None) => self.known_area(recognised.area),
        }
    }

    /// The number of an area that needs no recognising.
    pub(super) fn known_area(&mut self, area: Area) -> Result<u16, RefusedName> {
        let name = area.name().to_owned();
        numbered(&mut self.areas, &mut self.published.areas, area)
            .ok_or_else(|| self.refused("area", &name, Why::Other("one of the first 65,535 areas")))
    }

    /// The number of a class. `printed` is its name as it stands, with the marks of footnotes.
    pub(super) fn class(
        &mut self,
        code: &str,
        printed: &str,
        wider: Vec<String>,
        place: &Place,
    ) -> Result<u16, RefusedName> {
        let folded = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        let known = |name: &str| crate::headline(name).is_some();
        let name = match crime::without_footnotes(&folded, known) {
            Some((name, marks)) => {
                self.published.findings.push(footnoted_name::check(&folded, &name, &marks, place.clone()));
                name
            }
            None => folded,
        };
        self.plain_class(code, &name, wider)
    }

    /// The number of a class by a name that carries no marks.
    pub(super) fn plain_class(
        &mut self,
        code: &str,
        name: &str,
        wider: Vec<String>,
    ) -> Result<u16, RefusedName> {
        let class = Class { code: (!code.is_empty()).then(|| code.to_owned()), name: name.to_owned() };
        let Some(number) = numbered(&mut self.classes, &mut self.published.classes, class) else {
            return Err(self.refused("class", name, Why::Other("one of the first 65,535 classes")));
        };
        if self.published.wider.len() < self.published.classes.len() {
            self.published.wider.push(wider);
        }
        Ok(number)
    }

    /// The number of a period; `holds` is what the column holds, where the text says none.
    pub(super) fn window(
        &mut self,
        column: &str,
        read: &str,
        window: Option<Window>,
        holds: &'static str,
    ) -> Result<u16, RefusedName> {
        window
            .and_then(|window| numbered(&mut self.windows, &mut self.published.windows, window))
            .ok_or_else(|| self.refused(column, read, Why::Other(holds)))
    }

    fn refused(&mut self, column: &str, read: &str, why: Why) -> RefusedName {
        self.refused.push(Refused {
            column: column.to_owned(),
            read: read.trim().to_owned(),
            why,
            lines: Lines::default(),
        });
        RefusedName(self.refused.len() - 1)
    }

    /// Leaves out a row because of a name that is not used.
    pub(super) fn refuse(&mut self, name: RefusedName, row: u32) {
        self.published.rows.rejected += 1;
        if let Some(refused) = self.refused.get_mut(name.0) {
            refused.lines.add(row);
        }
    }

    /// Leaves out a row because it cannot be read.
    pub(super) fn reject(&mut self, row: u32, column: Option<&str>, read: &str, expected: &str) {
        self.published.rows.rejected += 1;
        let finding = self.unreadable(row, column, read, expected);
        self.published.findings.push(finding);
    }

    fn unreadable(&self, row: u32, column: Option<&str>, read: &str, expected: &str) -> Finding {
        let place = self.place(row);
        let place = column.map_or_else(|| place.clone(), |column| place.at(column));
        let (rule, sentence) = if read.starts_with('#') && read.ends_with(['!', '?', 'A']) {
            (
                &table::rules::CELL_WITHOUT_ERROR,
                format!("`{read}` is an error of a spreadsheet, not {expected}"),
            )
        } else if column.is_some() {
            (&table::rules::READABLE_ROW, format!("`{read}` is not {expected}"))
        } else {
            (&table::rules::READABLE_ROW, expected.to_owned())
        };
        Finding::new(rule, Severity::Error, format!("row {row}"), Some(place), sentence).with("read", read)
    }

    #[inline]
    pub(super) fn cell(&mut self, at: At, value: CellValue) {
        let At { area, class, window, column, unit, row } = at;
        self.published.cells.push(PublishedCell { area, class, window, column, unit, value, row });
    }

    #[cold]
    pub(super) fn signed_nought(&mut self, row: u32) {
        self.signed_noughts.add(row);
    }

    /// The table as it was read, with what was found in single names; what the whole of it shows is looked for by the rules.
    pub(super) fn finish(mut self) -> Published {
        self.leave_out_shared();
        let named = |refused: &Refused| {
            (
                self.place(refused.lines.first().unwrap_or_default()).at(&refused.column),
                refused.lines.to_string(),
            )
        };
        let mut findings = Vec::new();
        for refused in self.refused.iter().filter(|refused| refused.lines.count() > 0) {
            let (place, lines) = named(refused);
            findings.push(match &refused.why {
                Why::Area(near) => area_recognised::check(&refused.read, near, place, &lines),
                Why::Other(holds) => {
                    let sentence = format!("`{}` is not {holds}", refused.read);
                    Finding::new(
                        &table::rules::READABLE_ROW,
                        Severity::Error,
                        &refused.read,
                        Some(place),
                        sentence,
                    )
                    .with("rows", lines)
                }
            });
        }
        findings.extend(nought_without_sign::check(&self.published, &self.signed_noughts));
        self.published.findings.extend(findings);
        self.published
    }

    /// Where regions stand among the forces without codes, a name that both bear tells neither.
    fn leave_out_shared(&mut self) {
        let regions = self.published.areas.iter().any(|area| matches!(area, Area::Region { .. }));
        let Some((shared, column)) = self.shared.take() else { return };
        let Some(area) = self.published.areas.get(usize::from(shared)).cloned() else { return };
        let Some(force) = area.force() else { return };
        if !regions {
            // The same force may stand elsewhere under its code.
            if let Some(number) = self.areas.get(&area) {
                self.published
                    .cells
                    .iter_mut()
                    .filter(|cell| cell.area == shared)
                    .for_each(|cell| cell.area = *number);
            }
            return;
        }
        let mut lines = Lines::default();
        let mut last = None;
        self.published.cells.retain(|cell| {
            if cell.area == shared && last != Some(cell.row) {
                lines.add(cell.row);
                last = Some(cell.row);
            }
            cell.area != shared
        });
        self.published.rows.answered = self.published.rows.answered.saturating_sub(lines.count());
        self.published.rows.rejected += lines.count();
        let place = self.place(lines.first().unwrap_or_default()).at(column);
        let finding = area_recognised::shared(force.name(), &area::both(force), place, &lines.to_string());
        self.published.findings.push(finding);
    }
}

fn numbered<T: Clone + Eq + Hash>(numbers: &mut HashMap<T, u16>, list: &mut Vec<T>, value: T) -> Option<u16> {
    if let Some(number) = numbers.get(&value) {
        return Some(*number);
    }
    let number = u16::try_from(list.len()).ok().filter(|_| list.len() < MOST)?;
    list.push(value.clone());
    numbers.insert(value, number);
    Some(number)
}
