//! How the page of a scored audit begins: what was scored, and the answer in sentences.

use document::{
    Block, Cell, Head, Inline, Row, Section, Table,
    sections::{Named, Paragraphs, capital, counts_table},
};
use recording_audit::score::Rates;
use rulebook::Figure;

use super::{From, Page, all_of, count_of, measures::names, parts};

/// The counts of cases, in the order of a table, with their heads.
const OF_CASES: [(&str, &str); 5] = [
    ("drawn", "To be judged"),
    ("examined", "Count"),
    ("not-judged", "Not judged yet"),
    ("not-decided", "Not decided"),
    ("cannot-be-judged", "Cannot be judged"),
];

/// The counts of crimes, in the order of a table, with their heads.
const OF_CRIMES: [(&str, &str); 4] = [
    ("examined", "Records examined"),
    ("due", "Crimes due"),
    ("recorded", "Recorded"),
    ("missing", "Not recorded"),
];

/// What was scored: the cases of a sample, or counts with their sources.
pub fn scored(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let blocks = match page.from {
        From::Counts => {
            let says = "Counts that somebody published were scored as they are. Which records were looked at, and who judged them, they do not say.";
            let mut blocks =
                vec![p.say(says), table(page, "scored-crimes", "Counts as published", &OF_CRIMES)];
            let sources = sources(page);
            if !sources.is_empty() {
                blocks.push(p.say("Who says so:"));
                blocks.push(Block::List(sources));
            }
            blocks
        }
        From::Judgements { .. } => {
            let mut blocks = vec![
                p.say(page.answer.scored.as_str()),
                table(page, "scored-cases", "Cases of the sample", &OF_CASES),
                p.say("A case counts that its auditor judged, that two judged alike, or that a moderator decided. The others are taken to be like them."),
            ];
            let work: Vec<(&str, &Figure)> =
                page.answer.work.iter().map(|figure| (own(figure), figure)).collect();
            blocks.push(counts_table(
                Named { id: "work", title: "What was done with the cases" },
                "What",
                "Cases",
                &work,
            ));
            blocks.push(table(
                page,
                "scored-crimes",
                "Crimes of the cases that count",
                &OF_CRIMES.map(
                    |(what, head)| if what == "examined" { (what, "Cases that count") } else { (what, head) },
                ),
            ));
            blocks.push(p.say(page.rows));
            blocks
        }
    };
    Section { id: "scored".to_owned(), heading: "What was scored".to_owned(), blocks }
}

/// The label of a figure without that of which it is told.
pub fn own(figure: &Figure) -> &str {
    figure.label.split_once(": ").map_or(figure.label.as_str(), |(_, own)| own)
}

/// Some counts of each stratum, those over all strata first.
fn table(page: &Page<'_>, id: &str, caption: &str, counts: &[(&str, &str)]) -> Block {
    let row = |(name, rates): (String, &Rates)| {
        let cell =
            |(what, _): &(&str, &str)| count_of(rates, what).map_or_else(|| Cell::from("–"), Cell::from);
        Row::new([Cell::from(name)].into_iter().chain(counts.iter().map(cell)))
    };
    // Counts are those of the sample, whatever the rates are weighted by.
    let all = all_of(page.from, &page.answer.rates).into_iter();
    let all = all.map(|part| match page.from {
        From::Counts => (part.name, part.rates),
        From::Judgements { .. } => ("all strata".to_owned(), part.rates),
    });
    let rows = all
        .chain(parts(&page.answer.rates).into_iter().map(|part| (part.name, part.rates)))
        .map(row)
        .collect();
    let head = [Head::words(capital(names(page.from)))];
    let heads = counts.iter().map(|(_, head)| Head::numbers(*head));
    Block::Table(Table {
        id: id.to_owned(),
        caption: caption.to_owned(),
        head: head.into_iter().chain(heads).collect(),
        rows,
        notes: Vec::new(),
    })
}

/// Who says so, each source once, with of what.
fn sources(page: &Page<'_>) -> Vec<Vec<Inline>> {
    let mut said: Vec<String> = Vec::new();
    let of_strata = page.answer.rates.iter().filter(|rates| rates.stratum.is_none());
    for rates in of_strata.chain(&page.answer.no_crimes) {
        for source in &rates.sources {
            let of = rates.force.as_ref().map_or_else(String::new, |force| format!("{force}: "));
            let line = format!("{of}{source}");
            if !said.contains(&line) {
                said.push(line);
            }
        }
    }
    said.into_iter().map(|line| vec![Inline::Text(line)]).collect()
}

/// The answer in sentences: over all strata, with what follows from it; of counts also by stratum, for there are few.
pub fn in_short(page: &Page<'_>, p: &mut Paragraphs) -> Section {
    let answer = page.answer;
    let all = all_of(page.from, &answer.rates);
    let of_all: Vec<String> = all.iter().flat_map(|part| part.rates.sentences()).collect();
    let mut blocks = Vec::new();
    let mut say = |words: &str, said: Vec<String>| {
        if !said.is_empty() {
            blocks.extend([p.say(words), lines(said)]);
        }
    };
    match page.from {
        From::Counts => {
            say("Of each stratum by itself:", of_strata(page));
            say("Of forces with several strata, added up as they are, without weights:", of_all);
        }
        From::Judgements { .. } => say("Of all records, each stratum weighted by its records:", of_all),
    }
    say("What follows from the share of crimes recorded:", answer.verdicts.clone());
    Section { id: "in-short".to_owned(), heading: "In short".to_owned(), blocks }
}

/// The sentences of each stratum of a sample.
pub fn by_stratum(page: &Page<'_>, p: &mut Paragraphs) -> Option<Section> {
    match page.from {
        From::Counts => None,
        From::Judgements { .. } => Some(Section {
            id: "by-stratum".to_owned(),
            heading: "Each stratum in words".to_owned(),
            blocks: vec![p.say("The same as in the pictures, stratum by stratum:"), lines(of_strata(page))],
        }),
    }
}

fn of_strata(page: &Page<'_>) -> Vec<String> {
    let strata = parts(&page.answer.rates).into_iter().map(|part| part.rates);
    strata.chain(&page.answer.no_crimes).flat_map(Rates::sentences).collect()
}

fn lines(said: Vec<String>) -> Block {
    Block::List(said.into_iter().map(|said| vec![Inline::Text(said)]).collect())
}
