//! The workbook of a scored audit: the same as its page, for those who reckon on.

use recording_audit::score::Measure;
use rulebook::{Figure, Rated, meanings};
use table::workbook::{
    Sheet, Workbook, WorkbookError,
    sheets::{figures_sheet, findings_sheet, list_sheet, rates_sheet, summary_sheet, text_sheet},
};

use super::report::{
    From, OF_WORK, Page, TITLE, all_of, author, is_asked, limits_of_reading, marking, of_rules, parts, rated,
};
use crate::report::class_rows;

/// The bytes of `summary.xlsx`.
pub fn bytes(page: &Page<'_>) -> Result<Vec<u8>, WorkbookError> {
    let answer = page.answer;
    let mut notes = limits_of_reading(page);
    let mut sheets = Vec::new();
    let (all, strata, offences) =
        (all_of(page.from, &answer.rates), parts(&answer.rates), parts(&answer.no_crimes));
    let asked = Measure::ALL.into_iter().filter(|measure| is_asked(page, *measure));
    let of_measure = |measure: Measure| {
        let decisions = if measure == Measure::NoCrimeRight { &offences[..] } else { &[] };
        let rates = [rated(&all, measure), rated(&strata, measure), rated(decisions, measure)];
        let told = |rate: &Rated<'_>| super::report::is_value(rate.figure);
        rates
            .into_iter()
            .flatten()
            .filter(told)
            .map(move |rate| (measure.label().to_owned(), rate))
            .collect::<Vec<_>>()
    };
    let rates: Vec<(String, Rated<'_>)> = asked.flat_map(of_measure).collect();
    if rates.is_empty() {
        notes.push("No rate can be told.".to_owned());
    } else {
        sheets.push(rates_sheet("Rates", "Rates with their intervals, all records first", &rates));
    }
    let verdicts: Vec<&Figure> = page.figures.iter().filter(|figure| is_verdict(figure)).collect();
    if !verdicts.is_empty() {
        let caption = "Crimes unrecorded, agreement of auditors, change and grade";
        sheets.push(list_sheet("Estimates and agreement", caption, &verdicts));
    }
    let classes = class_rows(&answer.confusion);
    if classes.len() > 1 {
        let caption = "Classes due, and recorded in their place, where the count is shown";
        sheets.extend(summary_sheet("Wrong class", caption, 4, &classes).and_then(Result::ok));
    }
    sheets.push(figures_sheet(page.figures));
    let found = of_rules(page);
    if found.is_empty() {
        notes.push("No rule found anything.".to_owned());
    } else {
        sheets.push(findings_sheet(&found));
    }
    notes.extend(answer.untold.iter().cloned());
    notes.extend(meanings(page.figures.iter()));
    let workbook = Workbook {
        title: TITLE.to_owned(),
        author: author(),
        created: page.settings.as_at,
        sheets: [cover(page, &sheets), text_sheet("Notes", "Notes", notes)]
            .into_iter()
            .chain(sheets)
            .collect(),
    };
    workbook.bytes()
}

/// Whether a figure is an estimate for all records, one of agreement or of its moderation, a change or a grade.
fn is_verdict(figure: &Figure) -> bool {
    let id = figure.id.as_str();
    let last = id.rsplit('.').next().unwrap_or_default();
    let of_all = [
        "unrecorded",
        "unrecorded-in-year",
        "percent",
        "kappa",
        "class-percent",
        "class-kappa",
        "change",
        "grade",
    ];
    of_all.contains(&last) || (id.starts_with("audit.all.") && OF_WORK.contains(&last))
}

fn cover(page: &Page<'_>, sheets: &[Sheet]) -> Sheet {
    let what = match page.from {
        From::Counts => {
            "Counts that somebody published, scored with intervals, and what they cannot tell.".to_owned()
        }
        From::Judgements { .. } => page.answer.scored.clone(),
    };
    let says = [
        format!("Computed as at {}.", page.settings.as_at),
        what,
        format!("Marking: {}. Nothing in it is about a person.", marking(page.from)),
        "The sheet Notes says how to read it, how it was computed and what is left out.".to_owned(),
    ];
    let all = all_of(page.from, &page.answer.rates);
    let said = all.iter().flat_map(|part| part.rates.sentences()).chain(page.answer.verdicts.iter().cloned());
    let list = sheets.iter().filter_map(|sheet| match sheet {
        Sheet::Table(table) => Some(format!("{}: {}", table.name, table.caption)),
        Sheet::Text(_) => None,
    });
    let sheets = ["One table a sheet. The first row of each table is its header. The sheets:".to_owned()];
    text_sheet("Cover", TITLE, says.into_iter().chain(said).chain(sheets).chain(list))
}
