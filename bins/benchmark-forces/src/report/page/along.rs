//! The force along time: a line that stops where counting changed.

use std::ops::Range;

use calendar::Window;
use document::{
    Beside, Block, Break, Cell, Chart, ChartKind, Control, ControlLimits, ControlPoint, Head, Inline, Row,
    Segment, Signal, Table, sections::Paragraphs,
};
use msf_benchmark::{Charted, OfMeasure};
use rulebook::FigureId;
use rust_decimal::Decimal;
use statistics::{SegmentLimits, SignalRule};

use super::{
    Page, anchor, average_name,
    scale::{Scale, printed},
    words,
};

/// What is shown of it.
pub fn blocks(page: &Page<'_>, of: &OfMeasure, p: &mut Paragraphs) -> Vec<Block> {
    let mut blocks = if of.along.charts.iter().any(|chart| chart.observed.iter().any(Option::is_some)) {
        vec![Block::Chart(chart(page, of))]
    } else {
        vec![p.say("No period has a number, so there is no line.")]
    };
    let breaks: Vec<Vec<Inline>> = breaks(of)
        .into_iter()
        .map(|(_, found)| {
            vec![Inline::text(format!(
                "{}: {} ({}; confidence {})",
                found.id, found.sentence, found.source, found.confidence
            ))]
        })
        .collect();
    if !breaks.is_empty() {
        blocks.push(p.say("What changed, and who says so:"));
        blocks.push(Block::List(breaks));
    }
    if !of.along.absent.is_empty() {
        blocks.push(p.say("Periods without a number:"));
        let each = of.along.absent.iter();
        blocks.push(Block::List(
            each.map(|(window, why)| vec![Inline::text(format!("{}: {why}", words::period(*window)))])
                .collect(),
        ));
    }
    blocks
}

/// Every stretch with the place of its first period among all periods.
fn placed(of: &OfMeasure) -> Vec<(usize, &Charted)> {
    let mut next = 0;
    let place = |chart: &'_ Charted| {
        let first = next;
        next += chart.windows.len();
        first
    };
    let firsts: Vec<usize> = of.along.charts.iter().map(place).collect();
    firsts.into_iter().zip(&of.along.charts).collect()
}

/// The breaks with the place of the first period after each.
fn breaks(of: &OfMeasure) -> Vec<(usize, &msf_benchmark::Break)> {
    let mut found: Vec<(usize, &msf_benchmark::Break)> = Vec::new();
    let mut before: Option<Window> = None;
    for (first, chart) in placed(of) {
        for (at, window) in (first..).zip(&chart.windows) {
            let between = before.map(|before| {
                chart
                    .after
                    .iter()
                    .filter(move |found| found.lies_between(before, *window))
                    .map(move |found| (at, found))
            });
            found.extend(between.into_iter().flatten());
            before = Some(*window);
        }
    }
    found
}

fn chart(page: &Page<'_>, of: &OfMeasure) -> Chart {
    let scale = Scale::of(of);
    let id = format!("{}.along-chart", anchor(of));
    let windows: Vec<Window> =
        of.along.charts.iter().flat_map(|chart| chart.windows.iter().copied()).collect();
    let span = windows.first().zip(windows.last()).map_or_else(String::new, |(first, last)| {
        format!(", {} to {}", words::period(*first), words::period(*last))
    });
    let name = page.assessment.focal.name();
    let title = format!("{}: {name} along time{span}", of.measure.title);
    let beside = (!of.along.peers.is_empty()).then(|| {
        let (average, focal) = page.asked.average;
        let at = |window: &Window| of.along.peers.iter().find(|(of_peers, _)| of_peers == window);
        Beside {
            name: average_name(average, focal).to_owned(),
            hundredths: windows.iter().map(|window| scale.hundredths(at(window)?.1)).collect(),
        }
    });
    let stretches = match of.along.charts.len() {
        1 => "one stretch".to_owned(),
        n => format!("{n} stretches, which do not compare with each other"),
    };
    let description = format!(
        "{} periods of {name} in {stretches}, with the limits of ordinary variation where there are periods enough. In the last: {}.",
        windows.len(),
        words::signals_of(of)
    );
    let as_break = |(before, found): (usize, &msf_benchmark::Break)| Break {
        before,
        what: format!("{} ({})", found.sentence.trim_end_matches('.'), found.source),
    };
    Chart {
        description,
        kind: ChartKind::Control(Box::new(Control {
            value: scale.axis.clone(),
            period: words::kind_of(&windows).to_owned(),
            name: name.to_owned(),
            centre: "mean of the stretch".to_owned(),
            limits: format!("limits of ordinary variation ({} chart)", of.along.kind),
            points: points(of, &scale),
            segments: placed(of)
                .into_iter()
                .flat_map(|(first, chart)| segments(&scale, first, chart))
                .collect(),
            breaks: breaks(of).into_iter().map(as_break).collect(),
            beside,
        })),
        table: table(of, &id, &title),
        id,
        title,
    }
}

fn points(of: &OfMeasure, scale: &Scale) -> Vec<ControlPoint> {
    let one = |chart: &Charted, at: usize, window: Window| {
        let figure =
            of.figures.along.iter().find(|(of_figure, _)| *of_figure == window).map(|(_, figure)| figure);
        let rate = chart.observed.get(at).and_then(Option::as_ref).map(|observed| observed.rate);
        ControlPoint {
            label: words::period_of_line(window, figure),
            figure: figure.map_or_else(
                || FigureId::of(&["benchmark", &of.measure.id, "none"]),
                |figure| figure.id.clone(),
            ),
            hundredths: rate.and_then(|rate| scale.hundredths(rate)),
            printed: figure.map_or_else(|| "no number".to_owned(), rulebook::Figure::printed),
            signals: signals(chart, at),
        }
    };
    let each = |chart: &Charted| {
        (0_usize..).zip(&chart.windows).map(|(at, window)| one(chart, at, *window)).collect::<Vec<_>>()
    };
    of.along.charts.iter().flat_map(each).collect()
}

fn signals(chart: &Charted, at: usize) -> Vec<Signal> {
    let mut found: Vec<Signal> = chart
        .signals
        .iter()
        .filter(|signal| signal.points.contains(&at))
        .map(|signal| match signal.rule {
            SignalRule::Astronomical => Signal::Outside,
            SignalRule::Shift(_) => Signal::Shift,
            SignalRule::Trend(_) => Signal::Trend,
            SignalRule::TwoOfThree => Signal::TwoOfThree,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn segments(scale: &Scale, first: usize, chart: &Charted) -> Vec<Segment> {
    let last = chart.windows.len().saturating_sub(1);
    let bare =
        |note: String| Segment { first, last: first + last, centre: None, limits: ControlLimits::None, note };
    let made = match &chart.chart {
        Err(why) => return vec![bare(format!("no limits: {why}"))],
        Ok(made) => made,
    };
    made.segments
        .iter()
        .map(|segment| {
            let Range { start, end } = segment.points.clone();
            let (centre, note) = match segment.standing {
                SegmentLimits::Drawn(line) if line.is_on_trial() => (
                    Some(line.centre),
                    format!(
                        "limits from {} periods are on trial until there are {}",
                        line.points,
                        statistics::SETTLED_POINTS
                    ),
                ),
                SegmentLimits::Drawn(line) => (Some(line.centre), String::new()),
                SegmentLimits::TooFew { points, .. } => (
                    None,
                    format!(
                        "no limits: periods with a number: {points}; limits need {}",
                        statistics::FEWEST_POINTS
                    ),
                ),
                SegmentLimits::NoVariation { centre, .. } => {
                    (Some(centre), "no limits: the values do not vary".to_owned())
                }
            };
            let controls = made.points.get(start..end).unwrap_or_default().iter().map(|point| {
                let control = point.control?;
                Some((scale.of_estimate(control.lower)?, scale.of_estimate(control.upper)?))
            });
            Segment {
                first: first + start,
                last: first + end.saturating_sub(1).max(start),
                centre: centre.and_then(|centre| scale.of_estimate(centre)),
                limits: limits(&controls.collect::<Vec<_>>()),
                note: [segment.reason.clone().unwrap_or_default(), note]
                    .into_iter()
                    .filter(|words| !words.is_empty())
                    .collect::<Vec<_>>()
                    .join("; "),
            }
        })
        .collect()
}

/// The limits of a stretch: one pair if all are alike. Where a period has no number its limits are those of the period before.
fn limits(controls: &[Option<(i64, i64)>]) -> ControlLimits {
    let Some(first) = controls.iter().flatten().next().copied() else { return ControlLimits::None };
    if controls.iter().flatten().all(|pair| *pair == first) {
        return ControlLimits::Same(first.0, first.1);
    }
    let mut last = first;
    let each = controls.iter().map(|pair| {
        last = pair.unwrap_or(last);
        last
    });
    ControlLimits::Each(each.collect())
}

fn table(of: &OfMeasure, id: &str, title: &str) -> Table {
    let decimals = of.measure.decimals;
    let letters = |chart: &Charted, at: usize| {
        let found = signals(chart, at);
        let words: Vec<&str> = found.iter().map(|signal| letter(*signal)).collect();
        words.join("; ")
    };
    let row = |number: usize, chart: &Charted, at: usize, window: Window| {
        let figure =
            of.figures.along.iter().find(|(of_figure, _)| *of_figure == window).map(|(_, figure)| figure);
        let control = chart.chart.as_ref().ok().and_then(|made| made.points.get(at)?.control);
        let dash = || "–".to_owned();
        let peers = of.along.peers.iter().find(|(of_peers, _)| *of_peers == window);
        Row::new([
            Cell::from(words::period_of_line(window, figure)),
            Cell::from(number.to_string()),
            figure.map_or_else(|| Cell::from(dash()), Cell::from),
            Cell::from(control.map_or_else(dash, |control| printed(control.centre, decimals))),
            Cell::from(control.map_or_else(dash, |control| {
                format!("{} to {}", printed(control.lower, decimals), printed(control.upper, decimals))
            })),
            Cell::from(letters(chart, at)),
            Cell::from(
                peers.map_or_else(dash, |(_, rate): &(Window, Decimal)| rate.round_dp(decimals).to_string()),
            ),
        ])
    };
    let rows = (1..).zip(&of.along.charts).flat_map(|(number, chart)| {
        (0..).zip(&chart.windows).map(|(at, window)| row(number, chart, at, *window)).collect::<Vec<_>>()
    });
    Table {
        id: format!("{id}-data"),
        caption: title.to_owned(),
        head: vec![
            Head::words("Period"),
            Head::numbers("Stretch"),
            Head::numbers("Rate"),
            Head::numbers("Centre"),
            Head::numbers("Limits"),
            Head::words("Signals"),
            Head::numbers("Peers"),
        ],
        rows: rows.collect(),
        notes: notes(of),
    }
}

fn notes(of: &OfMeasure) -> Vec<Vec<Inline>> {
    let derived = of
        .figures
        .along
        .iter()
        .any(|(window, figure)| words::period_of_line(*window, Some(figure)) != words::period(*window));
    let mut notes = vec![format!("Rate: {}.", of.measure.unit)];
    notes.extend(derived.then(|| {
        "Derived: nobody published this quarter; it is worked out of years that overlap and of quarters that were published.".to_owned()
    }));
    notes.into_iter().map(|note| vec![Inline::Text(note)]).collect()
}

/// A signal in a table.
const fn letter(signal: Signal) -> &'static str {
    match signal {
        Signal::Outside => "A: outside the limits",
        Signal::Shift => "S: in a run on one side",
        Signal::Trend => "T: in a run that rises or falls",
        Signal::TwoOfThree => "2: one of two of three near a limit",
    }
}
