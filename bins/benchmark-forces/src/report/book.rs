//! `summary.xlsx`: the same as the page, for those who reckon on.

use msf_benchmark::{Charted, ForceRate, OfMeasure, PartnershipShare, Peers, Role};
use rulebook::Figure;
use rust_decimal::prelude::ToPrimitive as _;
use table::workbook::{
    Cell, Entry, Holds, Sheet, SheetColumn, TableSheet, Workbook, WorkbookError,
    sheets::{findings_sheet, list_sheet, text, text_sheet},
};

use super::{
    inside::Inside,
    page::{
        Page, among, author, average_name, better, defined, held_by, limits_of_reading, period,
        period_in_full, period_of_line, reason, rule, share_of_chance, signals_of, title,
    },
};

/// The bytes of the workbook.
pub fn bytes(page: &Page<'_>) -> Result<Vec<u8>, WorkbookError> {
    let mut sheets = vec![summary(page), forces(page)];
    sheets.extend(peers(page));
    sheets.push(along(page));
    sheets.extend(page.inside.map(|inside| partnerships(page, inside)));
    sheets.push(definitions(page));
    if !page.asked.breaks.is_empty() {
        sheets.push(breaks(page));
    }
    if !page.found.is_empty() {
        sheets.push(findings_sheet(page.found));
    }
    let own: Vec<&Figure> = page.assessment.figures().filter(|figure| !is_of_another(page, figure)).collect();
    sheets.push(list_sheet("Figures", "The figures of the force, and where they come from", &own));
    Workbook {
        title: title(page),
        author: author(),
        created: page.as_at,
        sheets: [cover(page, &sheets), text_sheet("Notes", "How to read this", limits_of_reading(page))]
            .into_iter()
            .chain(sheets)
            .collect(),
    }
    .bytes()
}

/// A figure of another force: it stands on the sheet of forces, and in `figures.csv` with its origin.
fn is_of_another(page: &Page<'_>, figure: &Figure) -> bool {
    page.assessment.measures.iter().any(|of| {
        of.figures.forces.iter().filter(|force| force.force != page.assessment.focal).any(|force| {
            [Some(&force.numerator), force.base.as_ref(), Some(&force.rate)]
                .into_iter()
                .flatten()
                .any(|other| other.id == figure.id)
        })
    })
}

fn cover(page: &Page<'_>, sheets: &[Sheet]) -> Sheet {
    let window = page.assessment.window;
    let says = [
        page.notice.to_owned(),
        format!("Forces are compared in {} ({}).", period(window), period_in_full(window)),
        format!("Computed as at {}.", page.as_at),
        "Published figures; nothing in it is about a person. The sheet Notes says how to read it.".to_owned(),
        "One table a sheet. The first row of each table is its header. The sheets:".to_owned(),
    ];
    let list = sheets.iter().filter_map(|sheet| match sheet {
        Sheet::Table(table) => Some(format!("{}: {}", table.name, table.caption)),
        Sheet::Text(_) => None,
    });
    text_sheet("Cover", &title(page), says.into_iter().filter(|words| !words.is_empty()).chain(list))
}

fn column(header: &str, width: u16) -> SheetColumn {
    SheetColumn {
        header: header.to_owned(),
        width,
        holds: Holds::Text,
        entry: Entry::Locked,
        help: String::new(),
    }
}

fn sheet(name: &str, caption: String, columns: Vec<SheetColumn>, rows: Vec<Vec<Cell>>) -> Sheet {
    Sheet::Table(TableSheet { name: name.to_owned(), caption, columns, rows })
}

/// A number with the decimals of its measure.
fn number(of: &OfMeasure, value: f64) -> Cell {
    Cell::Number { value, digits: u8::try_from(of.measure.decimals).unwrap_or(u8::MAX) }
}

fn decimal(of: &OfMeasure, value: rust_decimal::Decimal) -> Cell {
    value.to_f64().map_or(Cell::Empty, |value| number(of, value))
}

fn whole(value: rust_decimal::Decimal) -> Cell {
    match value.to_u64() {
        Some(count) if value.fract().is_zero() => Cell::Count(count),
        Some(_) | None => value.to_f64().map_or(Cell::Empty, |value| Cell::Number { value, digits: 1 }),
    }
}

fn summary(page: &Page<'_>) -> Sheet {
    let columns = vec![
        column("measure", 28),
        column("rate", 12),
        column("unit", 20),
        column("place, 1 for the highest", 14),
        column("forces", 10),
        column("places that chance leaves", 16),
        column("average of the peers", 14),
        column("rate of all forces", 14),
        column("φ", 12),
        column("among forces", 26),
        column("chance of its position, raised for the number of measures", 20),
        column("along time", 30),
        column("direction", 20),
        column("in one sentence", 56),
    ];
    let row = |of: &OfMeasure| {
        let focal = of.between.focal();
        let funnel = of.between.funnel.as_ref().ok();
        let chosen = match &of.peers {
            Peers::None { .. } => None,
            Peers::Of(peers) => peers.chosen.as_ref(),
        };
        let rank = match &of.between.rank {
            Some(Ok(found)) => {
                let (first, last) = found.rank.interval;
                text(&format!("{first} to {last}"))
            }
            Some(Err(why)) => text(&format!("not told: {why}")),
            None => text("not asked"),
        };
        vec![
            text(&of.measure.title),
            focal.map_or_else(|| text("not told"), |force| decimal(of, force.observed.rate)),
            text(&of.measure.unit),
            focal.map_or(Cell::Empty, |force| Cell::Count(force.place as u64)),
            Cell::Count(of.between.forces.len() as u64),
            rank,
            chosen.map_or_else(|| text("none"), |average| decimal(of, average.rate)),
            funnel.map_or_else(|| text("none"), |funnel| number(of, funnel.centre)),
            funnel
                .and_then(|funnel| funnel.dispersion.as_ref().ok())
                .map_or_else(|| text("none"), |dispersion| Cell::Number { value: dispersion.phi, digits: 1 }),
            text(&focal.map_or_else(|| "not told".to_owned(), |force| among(page, force.placed.as_ref()))),
            of.adjusted_chance.map_or_else(|| text("none"), |chance| text(&share_of_chance(chance))),
            text(&signals_of(of)),
            text(better(of.measure.better)),
            text(&of.sentences.short),
        ]
    };
    let caption =
        format!("All measures of {} in {}", page.assessment.focal.name(), period(page.assessment.window));
    sheet("Summary", caption, columns, page.assessment.measures.iter().map(row).collect())
}

fn forces(page: &Page<'_>) -> Sheet {
    let (inner, outer) = page.asked.limits;
    let columns = vec![
        column("measure", 28),
        column("force", 20),
        column("code", 14),
        column("who", 18),
        column("place", 10),
        column("counted", 14),
        column("held against", 16),
        column("of what", 20),
        column("rate", 12),
        column(&format!("{inner} interval from"), 14),
        column(&format!("{inner} interval to"), 14),
        column(&format!("{outer} limit, lower"), 14),
        column(&format!("{outer} limit, upper"), 14),
        column("among forces", 26),
        column("why there is no number, or why it is out of the centre", 36),
    ];
    let who = |role: Role| match role {
        Role::Focal => "the force itself",
        Role::Peer => "peer",
        Role::Other => "other",
    };
    let row = |of: &OfMeasure, force: &ForceRate| {
        let limits = force.placed.map(|placed| placed.outer.limits);
        vec![
            text(&of.measure.title),
            text(force.force.name()),
            text(force.force.code()),
            text(who(force.role)),
            Cell::Count(force.place as u64),
            whole(force.observed.numerator),
            if of.measure.is_score() { Cell::Empty } else { whole(force.observed.base) },
            text(held_by(of)),
            decimal(of, force.observed.rate),
            force.interval.map_or(Cell::Empty, |(low, _)| decimal(of, low)),
            force.interval.map_or(Cell::Empty, |(_, high)| decimal(of, high)),
            limits.map_or(Cell::Empty, |limits| number(of, limits.low)),
            limits.map_or(Cell::Empty, |limits| number(of, limits.high)),
            text(&among(page, force.placed.as_ref())),
            force.out_of_centre.map_or(Cell::Empty, |out| text(out.reason)),
        ]
    };
    let none = |of: &OfMeasure, (force, why): &(crime::Force, msf_benchmark::Why)| {
        let mut cells = vec![text(&of.measure.title), text(force.name()), text(force.code())];
        cells.resize(14, Cell::Empty);
        cells.push(text(&why.to_string()));
        cells
    };
    let rows = page.assessment.measures.iter().flat_map(|of| {
        let told = of.between.forces.iter().map(|force| row(of, force));
        told.chain(of.between.left_out.iter().map(|out| none(of, out))).collect::<Vec<_>>()
    });
    let caption = format!("Every force in every measure, {}", period(page.assessment.window));
    sheet("Forces", caption, columns, rows.collect())
}

/// Both averages in every measure; no sheet without a group.
fn peers(page: &Page<'_>) -> Option<Sheet> {
    let columns = vec![
        column("measure", 28),
        column("average", 34),
        column("rate", 12),
        column("forces in it", 16),
        column("who they are", 40),
        column("who uses it", 50),
        column("who published the group", 50),
    ];
    let rows: Vec<Vec<Cell>> = page
        .assessment
        .measures
        .iter()
        .flat_map(|of| match &of.peers {
            Peers::None { .. } => Vec::new(),
            Peers::Of(peers) => peers
                .averages
                .iter()
                .map(|average| {
                    let names: Vec<&str> = average.forces.iter().map(|force| force.name()).collect();
                    vec![
                        text(&of.measure.title),
                        text(average_name(average.average, average.focal)),
                        decimal(of, average.rate),
                        Cell::Count(average.forces.len() as u64),
                        text(&names.join("; ")),
                        text(average.average.used_by(average.focal)),
                        text(&peers.group.sources.join("; ")),
                    ]
                })
                .collect(),
        })
        .collect();
    (!rows.is_empty()).then(|| sheet("Peers", "Averages of the group".to_owned(), columns, rows))
}

fn along(page: &Page<'_>) -> Sheet {
    let columns = vec![
        column("measure", 28),
        column("period", 18),
        column("first day", 14),
        column("last day", 14),
        column("stretch", 12),
        column("rate", 12),
        column("centre", 12),
        column("lower limit", 16),
        column("upper limit", 16),
        column("average of the peers", 14),
        column("signals", 34),
        column("why there are no limits, or no number", 40),
    ];
    let rows = page.assessment.measures.iter().flat_map(|of| {
        let each = (1..).zip(&of.along.charts);
        each.flat_map(|(stretch, chart)| {
            (0..chart.windows.len()).filter_map(move |at| period_row(of, stretch, chart, at))
        })
        .collect::<Vec<_>>()
    });
    sheet("Time", format!("{} along time", page.assessment.focal.name()), columns, rows.collect())
}

fn period_row(of: &OfMeasure, stretch: u64, chart: &Charted, at: usize) -> Option<Vec<Cell>> {
    let window = *chart.windows.get(at)?;
    let observed = chart.observed.get(at)?.as_ref();
    let control = chart.chart.as_ref().ok().and_then(|made| made.points.get(at)?.control);
    let average = of.along.peers.iter().find(|(of_peers, _)| *of_peers == window);
    let figure = of.figures.along.iter().find(|(of_figure, _)| *of_figure == window);
    let signals = chart.signals.iter().filter(|signal| signal.points.contains(&at));
    let mut signals: Vec<&str> = signals.map(|signal| rule(signal.rule)).collect();
    signals.dedup();
    let absent = of.along.absent.iter().find(|(of_absent, _)| *of_absent == window);
    let why = absent.map(|(_, why)| why.to_string()).or_else(|| reason(chart));
    let limit = |limit: Option<f64>| limit.map_or(Cell::Empty, |limit| number(of, limit));
    Some(vec![
        text(&of.measure.title),
        text(&period_of_line(window, figure.map(|(_, figure)| figure))),
        Cell::Day(window.first()),
        Cell::Day(window.last()),
        Cell::Count(stretch),
        observed.map_or_else(|| text("none"), |observed| decimal(of, observed.rate)),
        limit(control.map(|control| control.centre)),
        limit(control.map(|control| control.lower)),
        limit(control.map(|control| control.upper)),
        average.map_or(Cell::Empty, |(_, rate)| decimal(of, *rate)),
        text(&signals.join("; ")),
        why.map_or(Cell::Empty, |why| text(&why)),
    ])
}

fn partnerships(page: &Page<'_>, inside: &Inside) -> Sheet {
    let (confidence, _) = page.asked.limits;
    let columns = vec![
        column("class", 28),
        column("first day", 14),
        column("last day", 14),
        column("partnership", 28),
        column("code", 14),
        column("counted", 12),
        column("of all crime but fraud", 14),
        column("percent", 12),
        column(&format!("{confidence} interval, percent"), 20),
        column("among those of the force", 30),
    ];
    let rows = inside.classes.iter().flat_map(|of| {
        let row = |(share, figure): (&PartnershipShare, &Figure)| {
            let percent = (share.share * rust_decimal::Decimal::ONE_HUNDRED).to_f64();
            vec![
                text(of.found.class),
                Cell::Day(of.found.window.first()),
                Cell::Day(of.found.window.last()),
                text(&share.name),
                text(&share.code),
                Cell::Count(share.part),
                Cell::Count(share.whole),
                percent.map_or(Cell::Empty, |value| Cell::Number { value, digits: 1 }),
                text(&figure.interval_printed().unwrap_or_default()),
                text(&super::page::inside::among(page, share)),
            ]
        };
        of.found.shares.iter().zip(&of.figures).map(row).collect::<Vec<_>>()
    });
    let caption = format!("Community safety partnerships of {}", page.assessment.focal.name());
    sheet("Partnerships", caption, columns, rows.collect())
}

fn definitions(page: &Page<'_>) -> Sheet {
    let columns = vec![column("measure", 28), column("id", 30), column("what it is", 90)];
    let rows = page.assessment.measures.iter().flat_map(|of| {
        let row = |words: String| vec![text(&of.measure.title), text(&of.measure.id), text(&words)];
        defined(page, of).into_iter().map(row).collect::<Vec<_>>()
    });
    sheet("Definitions", "What each measure counts, and of what".to_owned(), columns, rows.collect())
}

fn breaks(page: &Page<'_>) -> Sheet {
    let columns = vec![
        column("break", 26),
        column("earliest day", 16),
        column("latest day", 16),
        column("what changed", 60),
        column("who says so", 60),
        column("confidence", 14),
    ];
    let row = |found: &msf_benchmark::Break| {
        vec![
            text(&found.id),
            found.earliest.map_or_else(|| text("not known"), Cell::Day),
            Cell::Day(found.latest),
            text(&found.sentence),
            text(&found.source),
            text(&found.confidence.to_string()),
        ]
    };
    let rows = page.asked.breaks.iter().map(row).collect();
    sheet("Breaks", "Days from which something is counted in another way".to_owned(), columns, rows)
}
