//! What is estimated for all records, how far auditors agree, and what follows: the change and the grade.

use document::{
    Block, Cell, Head, Row, Section, Table,
    sections::{Named, Paragraphs, counts_table, grouped, notes_on_intervals},
};
use rulebook::{Figure, interval_head};

use super::{From, Page, all_of, count_of, opening::own, parts};

/// The last parts of the names of the figures on how disagreements were settled.
pub const OF_WORK: [&str; 5] = ["by-two", "alike", "differently", "moderated", "undecided"];

/// Figures with their intervals, each under a name.
fn with_intervals(named: Named<'_>, what: &str, of: &str, rows: &[(String, &Figure)]) -> Block {
    let figures = || rows.iter().map(|(_, figure)| *figure);
    let row = |(name, figure): &(String, &Figure)| {
        let interval = figure.interval_printed().unwrap_or_else(|| "–".to_owned());
        Row::new([Cell::from(name.as_str()), Cell::from(*figure), Cell::from(interval)])
    };
    Block::Table(Table {
        id: named.id.to_owned(),
        caption: named.title.to_owned(),
        head: vec![Head::words(what), Head::numbers(of), Head::numbers(interval_head(figures()))],
        rows: rows.iter().map(row).collect(),
        notes: notes_on_intervals(figures()),
    })
}

/// How many crimes are missing among all records, for the period and, where its records are given, for the year.
pub fn unrecorded(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let rates = &page.answer.rates;
    let mut rows: Vec<(String, &Figure)> = Vec::new();
    for part in all_of(page.from, rates).into_iter().chain(parts(rates)) {
        let figure = |what| count_of(part.rates, what);
        rows.extend(figure("unrecorded").map(|figure| (part.name.clone(), figure)));
        let year = figure("unrecorded-in-year");
        rows.extend(year.map(|figure| (format!("{}, carried over to the year", part.name), figure)));
    }
    let mut blocks = Vec::new();
    match page.from {
        From::Counts => blocks.push(p.say(
            "Not computed: it needs a random sample, how many records there are, and how many crimes each record held, which counts do not give.",
        )),
        From::Judgements { .. } => {
            let label = rows.first().map_or("", |(_, figure)| own(figure));
            blocks.push(p.say(format!(
                "An estimate of the {label}, from the crimes missing in the sample. It speaks of that period and of no other; for a year it is told \
                 only where the records of the year are given, and holds only if the rest of the year was like the period."
            )));
            let named = Named { id: "unrecorded", title: "Crimes due and not recorded among all records" };
            blocks.push(with_intervals(named, "Of", "Crimes", &rows));
        }
    }
    Section { id: "of-unrecorded".to_owned(), heading: "Crimes unrecorded in the period".to_owned(), blocks }
}

/// How far two auditors agree, and what became of the cases on which they do not.
pub fn agreement(page: &Page<'_>, p: &mut Paragraphs) -> Option<Section> {
    let answer = page.answer;
    if page.from == From::Counts {
        return None;
    }
    let mut blocks = Vec::new();
    if answer.agreement.is_empty() {
        blocks.push(p.say("No case was judged by two auditors, so nobody can say how far they would agree."));
    } else {
        blocks.push(p.say(
            "From first judgements, before any moderation. Kappa is the agreement beyond what chance would give: 0 for none, 1 for full.",
        ));
        let shown = |figure: &Figure| figure.interval_printed().unwrap_or_else(|| "–".to_owned());
        let row = |of: &recording_audit::score::Agreed| {
            Row::new([
                Cell::from(of.on),
                Cell::from(grouped(of.cases)),
                Cell::from(&of.percent),
                Cell::from(shown(&of.percent)),
                Cell::from(&of.kappa),
                Cell::from(shown(&of.kappa)),
            ])
        };
        let figures = || answer.agreement.iter().flat_map(|of| [&of.percent, &of.kappa]);
        let interval = interval_head(figures());
        blocks.push(Block::Table(Table {
            id: "agreement".to_owned(),
            caption: "How far two auditors of a case agree".to_owned(),
            head: vec![
                Head::words("On the"),
                Head::numbers("Cases"),
                Head::numbers("Agree"),
                Head::numbers(interval.clone()),
                Head::numbers("Kappa"),
                Head::numbers(interval),
            ],
            rows: answer.agreement.iter().map(row).collect(),
            notes: notes_on_intervals(figures()),
        }));
        blocks.push(p.say(
            "Cases of which two auditors said different things count as a moderator decided, and not at all until one does. A case differs also if only a \
             moment, the word on the victim or that on a cancellation does.",
        ));
        let rows: Vec<(&str, &Figure)> = OF_WORK
            .into_iter()
            .filter_map(|what| {
                answer.work.iter().find(|figure| figure.id.as_str().ends_with(&format!(".{what}")))
            })
            .map(|figure| (own(figure), figure))
            .collect();
        blocks.push(counts_table(
            Named { id: "moderated", title: "How disagreements were settled" },
            "What",
            "Cases",
            &rows,
        ));
    }
    Some(Section { id: "of-agreement".to_owned(), heading: "Agreement of auditors".to_owned(), blocks })
}

/// The figures that end so, each with its own label.
fn ending<'a>(page: &Page<'a>, what: &str) -> Vec<(String, &'a Figure)> {
    let figures = page.figures.iter().filter(|figure| figure.id.as_str().rsplit('.').next() == Some(what));
    figures.map(|figure| (figure.label.clone(), figure)).collect()
}

/// The change since an earlier audit, if one was given.
pub fn change(page: &Page<'_>, p: &mut Paragraphs) -> Option<Section> {
    let rows = ending(page, "change");
    if rows.is_empty() {
        return None;
    }
    let says = p.say("The share of crimes recorded, less that of the earlier audit, in percentage points. If the interval holds 0, the two samples do not show that it changed.");
    let named = Named { id: "change", title: "Change since the earlier audit" };
    let table = with_intervals(named, "What", "Percentage points", &rows);
    Some(Section {
        id: "of-change".to_owned(),
        heading: "Change since the earlier audit".to_owned(),
        blocks: vec![says, table],
    })
}

/// The grade and the thresholds it rests on, with who says so; or that there is none.
pub fn grade(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let mut blocks = Vec::new();
    let rows = ending(page, "grade");
    match page.grades {
        Some(set) if !rows.is_empty() => {
            blocks.push(p.say("Grades are given by the thresholds that the user supplied and by no others. Where an interval spans several grades the margin does not decide between them."));
            let rows: Vec<(&str, &Figure)> = rows.iter().map(|(name, figure)| (name.as_str(), *figure)).collect();
            blocks.push(counts_table(Named { id: "grade", title: "Grade of the share of crimes recorded" }, "Of", "Grade", &rows));
            let row = |grade: &recording_audit::score::Grade| {
                Row::new([Cell::from(grade.name.as_str()), Cell::from(format!("{}%", grade.at_least.normalize()))])
            };
            blocks.push(Block::Table(Table {
                id: "thresholds".to_owned(),
                caption: format!("Thresholds from {}, by {}", set.from, set.source),
                head: vec![Head::words("Grade"), Head::numbers("From")],
                rows: set.grade.iter().rev().map(row).collect(),
                notes: Vec::new(),
            }));
        }
        Some(_) | None => blocks.push(p.say("No grade: no thresholds were supplied that hold on the last day of the audit's period. None comes with the program.")),
    }
    Section { id: "of-grade".to_owned(), heading: "Grade".to_owned(), blocks }
}
