//! A row of the table of removals, as facts.

use crime::removal::{Field, Information, Removal, Role, Unreadable};
use rulebook::{Finding, Place, Severity};
use table::{extract::Record, rules::READABLE_ROW};

/// Reads a row of [`crime::removal::REMOVALS`]. The notes stay behind: nothing is decided by them, and they may be long.
///
/// # Errors
///
/// [`Unreadable`], for the first cell that does not say what its column asks for; a row without a record number is one.
pub fn removal(row: &Record) -> Result<Removal, Unreadable> {
    read(row, |field| field == Field::Notes)
}

/// As [`removal()`], without some words that are not needed beside other records and cannot be wrong.
///
/// # Errors
///
/// As [`removal()`], of the same rows.
pub fn removal_beside_others(row: &Record) -> Result<Removal, Unreadable> {
    read(row, |field| {
        matches!(field, Field::Notes | Field::Class | Field::Subcode | Field::Investigator | Field::Outcome)
    })
}

fn read(row: &Record, stays_behind: impl Fn(Field) -> bool) -> Result<Removal, Unreadable> {
    let mut removal = Removal::default();
    for (column, field) in Field::all().enumerate() {
        let cell = row.get(column);
        if !cell.is_empty() && !stays_behind(field) {
            removal.set(field, cell)?;
        }
    }
    if removal.record.is_empty() {
        return Err(Unreadable { field: Field::Record, text: String::new() });
    }
    Ok(removal)
}

/// What is said of a row with such a cell.
#[must_use]
pub fn rejected(unreadable: &Unreadable, record: &str, place: &Place) -> Finding {
    let record = if record.is_empty() { "(no number)" } else { record };
    let list = |names: Vec<&str>| format!("; it is one of {}", names.join(", "));
    let near = if unreadable.field == Field::RestsOn {
        list(Information::all().map(Into::into).collect())
    } else if unreadable.field == Field::Role {
        list(Role::all().map(Into::into).collect())
    } else {
        String::new()
    };
    Finding::new(
        &READABLE_ROW,
        Severity::Error,
        record,
        Some(place.at(unreadable.field.name())),
        format!("{unreadable}{near}"),
    )
    .with(unreadable.field.name(), &unreadable.text)
}
