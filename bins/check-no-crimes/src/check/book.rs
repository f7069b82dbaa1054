//! `summary.xlsx`: the same as the page, for those who reckon on.

use rulebook::Rated;
use table::workbook::{
    Sheet, Workbook, WorkbookError,
    sheets::{figures_sheet, findings_sheet, rates_sheet, text_sheet},
};

use super::report::{Page, TITLE, author, limits_of_reading};

/// The bytes of the workbook.
pub fn bytes(page: &Page<'_>) -> Result<Vec<u8>, WorkbookError> {
    let all = [("all".to_owned(), Rated { name: "all", figure: &page.answer.all.validity })];
    let groups = page.answer.breakdowns.iter().flat_map(|by| {
        let name = by.dimension.words();
        by.groups
            .iter()
            .map(move |group| (name.to_owned(), Rated { name: &group.name, figure: &group.validity }))
    });
    let rates: Vec<(String, Rated<'_>)> = all.into_iter().chain(groups).collect();
    let caption = "Removals that stand, of those that could be judged";
    let mut sheets = vec![rates_sheet("Shares", caption, &rates), figures_sheet(page.figures)];
    if !page.found.is_empty() {
        sheets.push(findings_sheet(page.found));
    }
    let notes = limits_of_reading(page.threshold, page.figures);
    Workbook {
        title: TITLE.to_owned(),
        author: author(),
        created: page.as_at,
        sheets: [cover(page, &sheets), text_sheet("Notes", "Notes", notes)]
            .into_iter()
            .chain(sheets)
            .collect(),
    }
    .bytes()
}

fn cover(page: &Page<'_>, sheets: &[Sheet]) -> Sheet {
    let says = [
        page.notice.to_owned(),
        format!("Computed as at {}.", page.as_at),
        page.rows.to_owned(),
        "Nothing in it is about a person. The sheet Notes says how to read it and what is left out."
            .to_owned(),
        "One table a sheet. The first row of each table is its header. The sheets:".to_owned(),
    ];
    let list = sheets.iter().filter_map(|sheet| match sheet {
        Sheet::Table(table) => Some(format!("{}: {}", table.name, table.caption)),
        Sheet::Text(_) => None,
    });
    let says = says.into_iter().filter(|words| !words.is_empty());
    text_sheet("Cover", TITLE, says.chain(list))
}
