//! Sentences made of the figures: what may be said of a force, and no more.

use calendar::Window;
use chrono::NaiveDate;
use rulebook::Figure;
use statistics::{Baseline, ChartSignal, Side, SignalRule, Standing};

use super::{Along, Asked, Between, Charted, ForceRate, MeasureFigures, Peers, PeersOf};
use crate::{Average, Better, FocalForce, Freeze, Measure, left_out_of_centres};

/// What is said of one measure. Each is a whole sentence, or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentences {
    /// The rate, and its place among the forces.
    pub rate: String,
    /// Whether the force is unusual among forces.
    pub across: String,
    /// The force beside its peers, or why that is not said.
    pub peers: String,
    /// What the chart along time shows.
    pub along: String,
    /// The last period against the one before it, if that can be said.
    pub change: Option<String>,
    /// How sure the place in the order is, if that was asked.
    pub rank: Option<String>,
    /// One sentence for a table of many measures.
    pub short: String,
}

impl Sentences {
    pub(super) fn of(
        asked: &Asked<'_>,
        measure: &Measure,
        between: &Between,
        peers: &Peers,
        along: &Along,
        figures: &MeasureFigures,
    ) -> Self {
        let name = asked.focal.name();
        let Some(focal) = between.focal() else {
            let why = between
                .left_out
                .iter()
                .find(|(force, _)| *force == asked.focal)
                .map_or_else(|| "no table has a number for it".to_owned(), |(_, why)| why.to_string());
            let untold = format!("{name}: {} cannot be told: {why}.", measure.title);
            return Self {
                rate: untold.clone(),
                across: untold.clone(),
                peers: untold.clone(),
                along: told_along(measure, along),
                change: None,
                rank: None,
                short: untold,
            };
        };
        Self {
            rate: told_rate(measure, between, focal, figures),
            across: told_across(asked, between, focal, figures),
            peers: told_peers(asked, measure, focal, peers, figures),
            along: told_along(measure, along),
            change: told_change(along, figures),
            rank: told_rank(between, figures),
            short: short(asked, measure, between, focal, along, figures),
        }
    }
}

fn printed(figure: Option<&Figure>) -> String {
    figure.map_or_else(|| "a number that is not known".to_owned(), Figure::printed)
}

/// With its unit behind it.
fn whole(figure: Option<&Figure>) -> String {
    let number = printed(figure);
    match figure.map_or("", |figure| &*figure.unit) {
        "" => number,
        "%" => format!("{number}%"),
        unit => format!("{number} {unit}"),
    }
}

fn rate_of<'f>(figures: &'f MeasureFigures, focal: &ForceRate) -> Option<&'f Figure> {
    figures.force(focal.force).map(|force| &force.rate)
}

fn told_rate(measure: &Measure, between: &Between, focal: &ForceRate, figures: &MeasureFigures) -> String {
    let ties = match between.tied(focal) {
        0 => String::new(),
        1 => ", with one other of the same rate".to_owned(),
        others => format!(", with {others} others of the same rate"),
    };
    let without = match focal.observed.without.as_slice() {
        [] => String::new(),
        missing => format!(" Not in it, since no table has them: {}.", missing.join(", ")),
    };
    format!(
        "{}: {} in {}, the {} of {} forces from the highest{ties}.{without}",
        measure.title,
        whole(rate_of(figures, focal)),
        focal.force.name(),
        ordinal(focal.place),
        figures.of.exact(),
    )
}

fn told_across(asked: &Asked<'_>, between: &Between, focal: &ForceRate, figures: &MeasureFigures) -> String {
    let funnel = match &between.funnel {
        Ok(funnel) => funnel,
        Err(why) => return format!("Whether that is unusual among forces cannot be told: {why}."),
    };
    let Some(placed) = focal.placed else {
        return "Whether that is unusual among forces cannot be told: its count is no whole number."
            .to_owned();
    };
    let (inner, outer) = asked.limits;
    let side = |standing: Standing| if standing == Standing::Above { "above" } else { "below" };
    let all = printed(figures.centre.as_ref());
    let what = match (placed.outer.standing, placed.inner.standing) {
        (beyond @ (Standing::Above | Standing::Below), _) => {
            format!(
                "It is unusual among forces: {} the {outer} limit about the rate of all, {all}.",
                side(beyond)
            )
        }
        (Standing::Within, beyond @ (Standing::Above | Standing::Below)) => {
            format!(
                "It is somewhat apart from most forces: {} the {inner} limit about the rate of all, {all}, and within the {outer} limit.",
                side(beyond)
            )
        }
        (Standing::Within, Standing::Within) => {
            format!(
                "It is within what is usual among forces: between the {inner} limits about the rate of all, {all}."
            )
        }
    };
    let method = match &funnel.dispersion {
        Ok(_) => format!(
            " Forces differ by more than chance has it: φ is {} where chance alone makes about 1; the limits are {}.",
            printed(figures.phi.as_ref()),
            funnel.method
        ),
        Err(why) => format!(" The limits are {}: {why}.", funnel.method),
    };
    let out = left_out_of_centres(focal.force)
        .map(|left| format!(" It is not among the forces that make centre and limits: {}.", left.reason))
        .unwrap_or_default();
    format!("{what}{method}{out}")
}

fn told_peers(
    asked: &Asked<'_>,
    measure: &Measure,
    focal: &ForceRate,
    peers: &Peers,
    figures: &MeasureFigures,
) -> String {
    let of = match peers {
        Peers::None { why } => return format!("There is no comparison with peers: {why}."),
        Peers::Of(of) => of,
    };
    let names: Vec<&str> = of.group.peers.iter().map(|peer| peer.name()).collect();
    let Some(chosen) = &of.chosen else {
        return format!(
            "There is no average of its peers ({}): too few of them have a number.",
            names.join(", ")
        );
    };
    let figure = figures.peers.iter().find(|(average, _)| average == chosen).map(|(_, figure)| figure);
    let beside = match focal.observed.rate.cmp(&chosen.rate) {
        std::cmp::Ordering::Greater => "above",
        std::cmp::Ordering::Less => "below",
        std::cmp::Ordering::Equal => "equal to",
    };
    let (average, place) = asked.average;
    let how = match (average, place) {
        (Average::MeanOfRates, FocalForce::In) => "the mean of the rates of its group, itself among them",
        (Average::MeanOfRates, FocalForce::Out) => "the mean of the rates of its peers",
        (Average::Weighted, FocalForce::In) => "the rate of its whole group, itself in it",
        (Average::Weighted, FocalForce::Out) => "the rate of its peers together",
    };
    let better = direction(measure, focal.observed.rate.cmp(&chosen.rate));
    format!(
        "It is {beside} {how}, {}{better}. Its peers are {}.{}",
        printed(figure),
        names.join(", "),
        missing(of)
    )
}

/// Better or worse, only where the measure has a direction.
fn direction(measure: &Measure, beside: std::cmp::Ordering) -> &'static str {
    use std::cmp::Ordering::{Equal, Greater, Less};
    match (measure.better, beside) {
        (Better::None, _) | (Better::Higher | Better::Lower, Equal) => "",
        (Better::Higher, Greater) | (Better::Lower, Less) => ", on the better side of it",
        (Better::Higher, Less) | (Better::Lower, Greater) => ", on the worse side of it",
    }
}

fn missing(of: &PeersOf) -> String {
    if of.missing.is_empty() {
        return String::new();
    }
    let told: Vec<String> =
        of.missing.iter().map(|(force, why)| format!("{} ({why})", force.name())).collect();
    format!(" Without a number: {}.", told.join("; "))
}

fn told_along(measure: &Measure, along: &Along) -> String {
    let Some(last) = along.charts.last() else {
        return format!("{}: there is no series along time.", measure.title);
    };
    let periods = last.windows.len();
    let since = last.windows.first().map(|window| long(window.first())).unwrap_or_default();
    let after = if along.charts.len() > 1 && !last.after.is_empty() {
        let why: Vec<&str> = last.after.iter().map(|found| found.sentence.as_str()).collect();
        format!(" The line begins there, because figures do not compare across this: {}", why.join(" "))
    } else {
        String::new()
    };
    let after = after + &told_charting(measure, last);
    let chart = match &last.chart {
        Ok(chart) => chart,
        Err(why) => {
            return format!("Along time nothing can be said of the periods since {since}: {why}.{after}");
        }
    };
    let drawn = chart.points.last().is_some_and(|point| point.control.is_some());
    if !drawn {
        let few = format!(
            "Along time nothing can be said yet: {periods} periods since {since} are too few for limits, or do not vary."
        );
        return few + &after;
    }
    let now: Vec<String> = along.now().map(signal).collect();
    let what = if now.is_empty() {
        format!("Along time the last of {periods} periods since {since} shows nothing unusual.")
    } else {
        format!(
            "Along time the last of {periods} periods since {since} is part of a signal: {}.",
            now.join("; ")
        )
    };
    what + &after
}

fn signal(signal: &ChartSignal) -> String {
    let side = match signal.side {
        Side::Up => "above",
        Side::Down => "below",
    };
    match signal.rule {
        SignalRule::Astronomical => format!("it lies {side} the limits"),
        SignalRule::Shift(_) => format!("{} periods in a row lie {side} the centre", signal.points.len()),
        SignalRule::Trend(_) => {
            let way = if signal.side == Side::Up { "rising" } else { "falling" };
            format!("{} periods in a row are {way}", signal.points.len())
        }
        SignalRule::TwoOfThree => format!("two of three periods lie far {side} the centre"),
    }
}

fn told_change(along: &Along, figures: &MeasureFigures) -> Option<String> {
    let (before, change) = along.change?;
    let beyond = change.limits.low > 1.0 || change.limits.high < 1.0;
    let chance = if beyond {
        "more than chance alone commonly moves such counts"
    } else {
        "no more than chance alone commonly moves such counts"
    };
    Some(format!(
        "It is {} times the rate of the period to {}: {chance}. At the scale of a force that is a low bar.",
        printed(figures.ratio.as_ref()),
        long(before.last())
    ))
}

/// What the definition says of the limits, where it is not as usual.
fn told_charting(measure: &Measure, last: &Charted) -> String {
    let charting = &measure.charting;
    let frozen = charting.baseline.as_ref().map(|Freeze { from, to, reason }| {
        let (from, to) = (long(*from), long(*to));
        match charting.baseline_of(&last.windows) {
            Baseline::Points(_) => format!(" Limits are made of the periods from {from} to {to}: {reason}."),
            Baseline::All | Baseline::First(_) => {
                format!(" Limits were to be made of the periods from {from} to {to}, and this line has none: they are made of all.")
            }
        }
    });
    let anew = charting.rebases_of(&last.windows).into_iter().map(|rebase| {
        let on = last.windows.get(rebase.at).map(|window| long(window.first())).unwrap_or_default();
        format!(" Centre and limits begin anew on {on}: {}.", rebase.reason)
    });
    frozen.into_iter().chain(anew).collect()
}

/// `1 April 2013`.
fn long(day: NaiveDate) -> String {
    Window::day(day).to_string()
}

fn told_rank(between: &Between, figures: &MeasureFigures) -> Option<String> {
    match between.rank.as_ref()? {
        Err(why) => Some(format!("How sure its place is cannot be told: {why}.")),
        Ok(found) => {
            let of = |at: usize| whole(figures.ranks.get(at));
            let (first, last) = found.rank.interval;
            Some(format!(
                "Had the same causes been at work again, chance alone could have put it anywhere from place {first} to place {last} of {}; the \
                 probability that its underlying rate is the highest is {}, the lowest {}, among the highest quarter {}.",
                found.forces,
                of(0),
                of(1),
                of(2)
            ))
        }
    }
}

fn short(
    asked: &Asked<'_>,
    measure: &Measure,
    between: &Between,
    focal: &ForceRate,
    along: &Along,
    figures: &MeasureFigures,
) -> String {
    let (_, outer) = asked.limits;
    let across = match focal.placed.map(|placed| placed.outer.standing) {
        Some(Standing::Above) => format!("unusually high among forces (above the {outer} limit)"),
        Some(Standing::Below) => format!("unusually low among forces (below the {outer} limit)"),
        Some(Standing::Within) => format!("not unusual among forces (within the {outer} limits)"),
        None => "no funnel".to_owned(),
    };
    let drawn =
        along.charts.last().and_then(|last| last.chart.as_ref().ok()?.points.last()?.control).is_some();
    let time = match (drawn, along.now().next()) {
        (false, _) => "too few periods that compare to tell of time",
        (true, Some(_)) => "a signal along time",
        (true, None) => "no signal along time",
    };
    format!(
        "{}: {}, {} of {}; {across}; {time}.",
        measure.title,
        whole(rate_of(figures, focal)),
        ordinal(focal.place),
        between.forces.len()
    )
}

/// `1st`, `22nd`, `13th`.
fn ordinal(place: usize) -> String {
    let end = match (place % 10, place % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{place}{end}")
}
