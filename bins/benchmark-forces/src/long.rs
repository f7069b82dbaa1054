//! Published tables as one long table of our layout.

use msf_benchmark::{Absence, Area, CellValue, Published, PublishedCell, Unit};

/// The rows of the layout `recorded_crime`, in the order of the tables and their cells.
pub fn long(tables: &[Published]) -> Vec<Vec<String>> {
    tables.iter().flat_map(|table| table.cells.iter().filter_map(|cell| row(table, cell))).collect()
}

fn row(table: &Published, cell: &PublishedCell) -> Option<Vec<String>> {
    let (area, class, window) = (table.area(cell)?, table.class(cell)?, table.window(cell)?);
    let code = match area {
        Area::Force(force) => force.code().to_owned(),
        Area::Partnership { code, .. } | Area::Region { code, .. } => code.clone().unwrap_or_default(),
        Area::Body { .. } => String::new(),
    };
    let value = match cell.value {
        CellValue::Count(count) => count.to_string(),
        CellValue::Number(number) => number.to_string(),
        CellValue::Absent(absence) => absent(absence).to_owned(),
    };
    Some(vec![
        area.name().to_owned(),
        class.name.clone(),
        value,
        code,
        class.code.clone().unwrap_or_default(),
        String::new(),
        window.first().to_string(),
        window.last().to_string(),
        unit(cell.unit).to_owned(),
    ])
}

/// A cell without a number, as the layout writes it.
const fn absent(absence: Absence) -> &'static str {
    match absence {
        Absence::Empty => "",
        Absence::NotAvailable => "..",
        Absence::NotWorkedOut => "-",
        Absence::Suppressed => "[c]",
    }
}

/// A unit, as the layout writes it.
pub const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Offences => "offences",
        Unit::PerThousandPeople => "per 1,000 people",
        Unit::PerThousandHouseholds => "per 1,000 households",
        Unit::PercentChange => "percent change",
        Unit::PercentOf => "percent of",
        Unit::People => "people",
        Unit::Households => "households",
        Unit::Score => "score",
    }
}
