//! A document that holds one of everything. All of it is invented.

use chrono::NaiveDate;
use rulebook::{FigureId, day};

use crate::{
    Bar, Block, Cell, Chart, ChartKind, Document, Footnote, Head, Heat, HeatCell, Inline, Lane, Mark,
    Marking, Row, Section, Span, SpanKind, Table, WithInterval,
};

pub(super) mod forces;

/// Words that attack whatever prints them.
pub(super) const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "<&>\"'",
    "]]> --> */ }</style></svg>",
    "a\u{0}b\u{b}c\u{1b}d\u{ffff}",
    "",
    "شرطة المنطقة الشمالية \u{202e}gnp.exe",
    "👮🏽\u{200d}♀️ 🚓 emoji 🇬🇧",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Constabulary and Neighbouring Boroughs",
    "{{ 7 * 7 }} {% include 'page.css' %}",
];

pub(super) fn text(words: &str) -> Inline {
    Inline::text(words)
}

fn figure(id: &str, printed: &str, exact: &str) -> Inline {
    Inline::Figure { id: id.parse::<FigureId>().unwrap(), printed: printed.into(), exact: exact.into() }
}

pub(super) fn paragraph(number: u32, text: Vec<Inline>) -> Block {
    Block::Paragraph { number, id: format!("paragraph-{number}"), text }
}

fn row(id: Option<&str>, cells: Vec<Vec<Inline>>) -> Row {
    Row { id: id.map(Into::into), cells: cells.into_iter().map(Cell).collect() }
}

pub(crate) fn rich() -> Document {
    Document {
        title: "Crime recording, change and communications: quarterly report".into(),
        board: "Northshire Police and Crime Board".into(),
        meeting: Some(day(2021, 3, 9)),
        author: "Deputy Chief Constable".into(),
        marking: Marking("OFFICIAL: “example” & not for use".into()),
        as_at: day(2021, 3, 1),
        notice: "Everything in this paper is invented; no force has these numbers.".into(),
        sections: vec![audit(), change(), forces::section(), sources()],
        footnotes: vec![
            Footnote {
                number: 1,
                text: vec![text("The sample was small; it says little of the force as a whole.")],
            },
            Footnote {
                number: 2,
                text: vec![text("Dates were given by the programme office."), Inline::Footnote(1)],
            },
        ],
    }
}

fn audit() -> Section {
    let strata = Table {
        id: "table-strata".into(),
        caption: "Crimes that should have been recorded, and crimes recorded".into(),
        head: vec![
            Head::words("Source of the report"),
            Head::numbers("Examined"),
            Head::numbers("Due"),
            Head::numbers("Recorded"),
            Head::numbers("Share recorded"),
        ],
        rows: vec![
            row(
                Some("figure-audit.calls.share"),
                vec![
                    vec![text("Calls from the public")],
                    vec![figure("audit.calls.examined", "1,204", "1204")],
                    vec![figure("audit.calls.due", "1,180", "1180")],
                    vec![figure("audit.calls.recorded", "1,097", "1097")],
                    vec![figure("audit.calls.share", "93%", "0.92966")],
                ],
            ),
            row(
                None,
                vec![
                    vec![text("Reports by other agencies")],
                    vec![text("60")],
                    vec![text("not known")],
                    vec![text("41")],
                    vec![Inline::AsPrinted("68%".into())],
                ],
            ),
        ],
        notes: vec![vec![
            text("Counts are those of the inspection; the last share is quoted, since "),
            Inline::Emphasis(vec![text("due")]),
            text(" is not known."),
        ]],
    };
    Section {
        id: "audit".into(),
        heading: "Was every crime recorded that should have been?".into(),
        blocks: vec![
            paragraph(
                1,
                vec![
                    text("Of the calls examined, "),
                    figure("audit.calls.share", "93%", "0.92966"),
                    text(" led to the record that was due"),
                    Inline::Footnote(1),
                    text(". The inspection printed "),
                    Inline::AsPrinted("94%".into()),
                    text("; see "),
                    Inline::Reference { target: "table-strata".into(), text: "Table 1".into() },
                    text(" and "),
                    Inline::Reference { target: "paragraph-2".into(), text: "paragraph 2".into() },
                    text("."),
                ],
            ),
            Block::Table(strata),
            Block::Subheading { id: "against-others".into(), text: "Against similar forces".into() },
            paragraph(
                2,
                vec![
                    text("The rate of Northshire is "),
                    Inline::Strong(vec![
                        text("the lowest of the "),
                        figure("forces", "four", "4"),
                        text(" known"),
                    ]),
                    text(
                        ". It is a complete count, so no interval stands beside it. The areas of concern are:",
                    ),
                ],
            ),
            Block::List(vec![
                vec![text("late records of reports by other agencies; and")],
                vec![
                    text("additional verifiable information that nobody wrote down"),
                    Inline::Footnote(1),
                    text("."),
                ],
            ]),
            Block::Chart(rates()),
            Block::Chart(compliance()),
        ],
    }
}

pub(super) fn rates() -> Chart {
    let bar = |label: &str, hundredths, printed: &str, focus| Bar {
        label: label.into(),
        figure: FigureId::of(&["rate", label]),
        hundredths,
        printed: printed.into(),
        focus,
    };
    Chart {
        id: "chart-rates".into(),
        title: "Cancelled crimes of all crimes first recorded, four forces".into(),
        description: "Northshire cancelled the smallest share, 2.0%; Southmoor the largest known, 4.6%."
            .into(),
        kind: ChartKind::Bars {
            axis: "cancelled crimes as a percentage of crimes first recorded".into(),
            bars: vec![
                bar("Northshire", Some(201), "2.0%", true),
                bar("Eastborough and the Isles", Some(276), "2.8%", false),
                bar("Southmoor", Some(456), "4.6%", false),
                bar("Westvale", None, "not known", false),
            ],
        },
        table: Table {
            id: "chart-rates-data".into(),
            caption: "Cancelled crimes by force".into(),
            head: vec![Head::words("Force"), Head::numbers("Rate")],
            rows: vec![
                Row::new(["Northshire".into(), "2.0%".into()]),
                Row::new(["Eastborough and the Isles".into(), "2.8%".into()]),
                Row::new(["Southmoor".into(), "4.6%".into()]),
                Row::new(["Westvale".into(), "not known".into()]),
            ],
            notes: vec![vec![text("Published tables of 2020/21.")]],
        },
    }
}

pub(super) fn confusions() -> Chart {
    let cell = |row, column, heat| HeatCell { row, column, heat };
    Chart {
        id: "chart-confusions".into(),
        title: "What was recorded in place of what was due".into(),
        description: "Most often violence was recorded as public order.".into(),
        kind: ChartKind::HeatMap {
            rows: "group due".into(),
            columns: "group recorded".into(),
            of: "crimes".into(),
            names: ["Violence against the person", "Public order offences", "Theft offences"]
                .map(Into::into)
                .into(),
            cells: vec![
                cell(0, 0, Heat::Count(12)),
                cell(0, 1, Heat::Count(1_234)),
                cell(1, 0, Heat::Count(150)),
                cell(1, 2, Heat::LeftOut),
                cell(2, 1, Heat::LeftOut),
            ],
        },
        table: Table {
            id: "chart-confusions-data".into(),
            caption: "Groups due and recorded".into(),
            head: vec![Head::words("Due"), Head::words("Recorded"), Head::numbers("Crimes")],
            rows: vec![Row::new([
                "Violence against the person".into(),
                "Public order offences".into(),
                "1,234".into(),
            ])],
            notes: vec![],
        },
    }
}

pub(super) fn compliance() -> Chart {
    let point = |label: &str, hundredths, printed: &str| WithInterval {
        label: label.into(),
        figure: FigureId::of(&["share", label]),
        hundredths,
        printed: printed.into(),
    };
    Chart {
        id: "chart-compliance".into(),
        title: "Share recorded as it should be, with 95% Wilson intervals".into(),
        description: "Calls stand at 93%, within two points; agencies at 68%, within twelve.".into(),
        kind: ChartKind::Intervals {
            axis: "per cent of the crimes that should have been recorded".into(),
            from: 0,
            apart: 0,
            points: vec![
                point("Calls from the public", Some((9297, 9136, 9429)), "93% (91.4% to 94.3%)"),
                point("Reports by other agencies", Some((6833, 5579, 7869)), "68% (55.8% to 78.7%)"),
                point("Front counters", None, "not supplied"),
            ],
        },
        table: Table {
            id: "chart-compliance-data".into(),
            caption: "Share recorded, with its interval".into(),
            head: vec![Head::words("Source"), Head::numbers("Share"), Head::numbers("Interval")],
            rows: vec![Row::new(["Calls from the public".into(), "93%".into(), "91.4% to 94.3%".into()])],
            notes: vec![],
        },
    }
}

fn change() -> Section {
    Section {
        id: "change".into(),
        heading: "Where the programmes stand".into(),
        blocks: vec![
            paragraph(
                3,
                vec![
                    text("The roll-out has "),
                    figure("change.phases", "five phases", "5"),
                    text(", of which one falls inside an event"),
                    Inline::Footnote(2),
                    text(". "),
                    Inline::Emphasis(vec![text("Units that no phase names are not in the picture.")]),
                ],
            ),
            Block::Chart(roll_out()),
            Block::Table(Table {
                id: "table-phases".into(),
                caption: "Phases of the roll-out".into(),
                head: vec![Head::words("Phase"), Head::words("Goes live"), Head::words("Units")],
                rows: vec![
                    Row::new(["One".into(), "6 April 2021".into(), "Harbour; Old Town".into()]),
                    Row::new(["Two".into(), "not known".into(), "Moor".into()]),
                ],
                notes: vec![],
            }),
        ],
    }
}

fn span(first: NaiveDate, last: NaiveDate, label: &str, kind: SpanKind) -> Span {
    Span { first, last, label: label.into(), kind }
}

pub(super) fn roll_out() -> Chart {
    let lane = |label: &str, spans, marks: Vec<(NaiveDate, &str)>| Lane {
        label: label.into(),
        spans,
        marks: marks.into_iter().map(|(day, label)| Mark { day, label: label.into() }).collect(),
        empty: "no dates supplied".into(),
    };
    Chart {
        id: "chart-roll-out".into(),
        title: "The roll-out and what falls into it".into(),
        description: "Five phases from April to November 2021; the third goes live during the regatta."
            .into(),
        kind: ChartKind::Timeline {
            from: day(2021, 2, 1),
            to: day(2021, 12, 31),
            as_at: day(2021, 3, 1),
            lanes: vec![
                lane(
                    "Roll-out",
                    vec![span(day(2021, 2, 15), day(2021, 4, 5), "Training", SpanKind::Work)],
                    vec![
                        (day(2021, 4, 6), "Phase One"),
                        (day(2021, 5, 11), "Phase Two"),
                        (day(2021, 6, 15), "Phase Three"),
                        (day(2021, 9, 7), "Phase Four, Harbour and Old Town"),
                        (day(2021, 11, 30), "Phase Six"),
                        (day(2022, 2, 1), "Closure of the programme"),
                    ],
                ),
                lane(
                    "Events that need officers",
                    vec![
                        span(day(2021, 6, 10), day(2021, 6, 20), "Northshire Regatta", SpanKind::Event),
                        span(day(2021, 12, 1), day(2022, 1, 6), "Winter markets", SpanKind::Event),
                    ],
                    vec![],
                ),
                lane(
                    "What may be said",
                    vec![
                        span(
                            day(2021, 3, 22),
                            day(2021, 5, 6),
                            "Pre-election period, county",
                            SpanKind::Restriction,
                        ),
                        span(
                            day(2021, 2, 1),
                            day(2021, 12, 31),
                            "Inquest into the ferry",
                            SpanKind::Restriction,
                        ),
                    ],
                    vec![],
                ),
                lane("Procurement of the records system", vec![], vec![]),
            ],
        },
        table: Table {
            id: "chart-roll-out-data".into(),
            caption: "Dates of the roll-out".into(),
            head: vec![Head::words("What"), Head::words("First day"), Head::words("Last day")],
            rows: vec![Row::new(["Training".into(), "15 February 2021".into(), "5 April 2021".into()])],
            notes: vec![],
        },
    }
}

fn sources() -> Section {
    let link = |url: &str, words: &str| Inline::Link { url: url.into(), text: words.into() };
    Section {
        id: "sources".into(),
        heading: "Sources".into(),
        blocks: vec![paragraph(
            4,
            vec![
                text("Published at "),
                link("https://example.org/?a=1&b=2", "the board's own site"),
                text(", "),
                link("https://example.org/", "https://example.org/"),
                text(" and never at "),
                link("javascript:alert(1)", "this place"),
                text("."),
            ],
        )],
    }
}

/// The rich document with the same words in every place that holds words.
pub(super) fn filled_with(words: &str) -> Document {
    let mut document = rich();
    let fill = |place: &mut String| words.clone_into(place);
    fill(&mut document.title);
    fill(&mut document.board);
    fill(&mut document.author);
    fill(&mut document.marking.0);
    fill(&mut document.notice);
    for section in &mut document.sections {
        fill(&mut section.heading);
        for block in &mut section.blocks {
            match block {
                Block::Subheading { text, .. } => fill(text),
                Block::Paragraph { text, .. } => fill_words(text, words),
                Block::List(items) => items.iter_mut().for_each(|item| fill_words(item, words)),
                Block::Table(table) => fill_table(table, words),
                Block::Chart(chart) => fill_chart(chart, words),
            }
        }
    }
    document.footnotes.iter_mut().for_each(|note| fill_words(&mut note.text, words));
    document
}

fn fill_words(inlines: &mut [Inline], words: &str) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::AsPrinted(text) | Inline::Reference { text, .. } => {
                words.clone_into(text);
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) => fill_words(inner, words),
            Inline::Figure { printed: text, exact: other, .. } | Inline::Link { url: other, text } => {
                words.clone_into(text);
                words.clone_into(other);
            }
            Inline::Footnote(_) => {}
        }
    }
}

fn fill_table(table: &mut Table, words: &str) {
    words.clone_into(&mut table.caption);
    table.head.iter_mut().for_each(|head| words.clone_into(&mut head.text));
    table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| fill_words(&mut cell.0, words));
    table.notes.iter_mut().for_each(|note| fill_words(note, words));
}

/// The chart with the same words in every place that holds words.
pub(super) fn fill_chart(chart: &mut Chart, words: &str) {
    let fill = |place: &mut String| words.clone_into(place);
    fill(&mut chart.title);
    fill(&mut chart.description);
    fill_table(&mut chart.table, words);
    match &mut chart.kind {
        ChartKind::Bars { axis, bars } => {
            fill(axis);
            for bar in bars {
                fill(&mut bar.label);
                fill(&mut bar.printed);
            }
        }
        ChartKind::Intervals { axis, points, .. } => {
            fill(axis);
            for point in points {
                fill(&mut point.label);
                fill(&mut point.printed);
            }
        }
        ChartKind::HeatMap { rows, columns, of, names, .. } => {
            [rows, columns, of].into_iter().chain(names).for_each(fill);
        }
        ChartKind::Funnel(funnel) => forces::fill_funnel(funnel, words),
        ChartKind::Control(control) => forces::fill_control(control, words),
        ChartKind::Ranked(ranked) => forces::fill_ranked(ranked, words),
        ChartKind::Timeline { lanes, .. } => lanes.iter_mut().for_each(|lane| {
            fill(&mut lane.label);
            fill(&mut lane.empty);
            lane.spans.iter_mut().for_each(|span| fill(&mut span.label));
            lane.marks.iter_mut().for_each(|mark| fill(&mut mark.label));
        }),
    }
}
