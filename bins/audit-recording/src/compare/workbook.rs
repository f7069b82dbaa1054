//! The workbook of a comparison: the same as its page, for those who reckon on.

use document::sections::without_people;
use recording_audit::compare::Dimension;
use rulebook::Rated;
use table::workbook::{
    Sheet, Workbook, WorkbookError,
    sheets::{figures_sheet, findings_sheet, rates_sheet, summary_sheet, text_sheet},
};

use super::report::{Page, TITLE, author, limits_of_reading, of_rules, title_of};

/// The bytes of `summary.xlsx`.
pub fn bytes(page: &Page<'_>) -> Result<Vec<u8>, WorkbookError> {
    let (mut tables, mut left_out) = (Vec::new(), Vec::new());
    for (name, rows) in page.tables {
        let words = if name == "wrong_class" { 4 } else { 1 };
        match summary_sheet(&name.replace('_', " "), &title_of(name), words, rows) {
            Some(Ok(sheet)) => tables.push(sheet),
            Some(Err(why)) => left_out.push(why),
            None => {}
        }
    }
    let mut sheets = vec![figures_sheet(page.figures)];
    let rates = rates(page);
    if !rates.is_empty() {
        let caption = "Crimes recorded, of those recorded and those not, with intervals";
        sheets.push(rates_sheet("Rates", caption, &rates));
    }
    sheets.extend(tables);
    let found = of_rules(page);
    if found.is_empty() {
        left_out.push("No rule found anything.".to_owned());
    } else {
        sheets.push(findings_sheet(&found));
    }
    let notes = text_sheet("Notes", "Notes", limits_of_reading(page).into_iter().chain(left_out));
    let cover = cover(page, &sheets);
    let workbook = Workbook {
        title: TITLE.to_owned(),
        author: author(),
        created: page.settings.as_at,
        sheets: [cover, notes].into_iter().chain(sheets).collect(),
    };
    workbook.bytes()
}

fn rates<'a>(page: &Page<'a>) -> Vec<(String, Rated<'a>)> {
    let rates =
        page.rates.iter().flat_map(|(dimension, rates)| rates.iter().map(move |rate| (dimension, rate)));
    rates
        .map(|(dimension, rate)| (words(*dimension), Rated { name: &rate.name, figure: &rate.figure }))
        .collect()
}

fn words(dimension: Dimension) -> String {
    dimension.name().replace('_', " ")
}

fn cover(page: &Page<'_>, sheets: &[Sheet]) -> Sheet {
    let force = page.settings.force.as_ref().map(|force| format!("Force: {force}."));
    let day = format!("Computed as at {}: what became known later is not used.", page.settings.as_at);
    let says = [
        day,
        "Crimes that are due from what was reported, held against the crimes recorded, record by record and both ways.".to_owned(),
        format!("Marking: {}.", without_people(page.shown.threshold)),
        "It holds only what may leave the force: small counts are left out, and no record is in it. The sheet Notes says how to read it.".to_owned(),
        "One table a sheet. The first row of each table is its header. The sheets:".to_owned(),
    ];
    let list = sheets.iter().filter_map(|sheet| match sheet {
        Sheet::Table(table) => Some(format!("{}: {}", table.name, table.caption)),
        Sheet::Text(_) => None,
    });
    text_sheet("Cover", TITLE, force.into_iter().chain(says).chain(list))
}
