//! The words that page and workbook share.

use calendar::Window;
use chrono::{Datelike as _, Months};
use document::sections::grouped;
use msf_benchmark::{
    AcrossBreaks, Average, Better, Charted, DERIVED, Denominator, FocalForce, ForceRate, Fraud, MidYear,
    Numerator, OfMeasure, Placed,
};
use statistics::{SignalRule, Standing};

use super::Page;

/// What page and workbook are called.
pub fn title(page: &Page<'_>) -> String {
    format!("{} beside the police forces of England and Wales", page.assessment.focal.name())
}

/// A period in a word or two: `2017/18`, `Apr–Jun 2017`, or its days.
pub fn period(window: Window) -> String {
    let (first, last) = (window.first(), window.last());
    let months = |n| first.day() == 1 && first.checked_add_months(Months::new(n)) == last.succ_opt();
    if months(12) && first.month() == 4 {
        format!("{}/{:02}", first.year(), last.year() % 100)
    } else if months(12) && first.month() == 1 {
        first.year().to_string()
    } else if months(12) {
        format!("year to {}", last.format("%b %Y"))
    } else if months(3) {
        format!("{}–{}", first.format("%b"), last.format("%b %Y"))
    } else {
        period_in_full(window)
    }
}

/// A period by its days.
pub fn period_in_full(window: Window) -> String {
    window.to_string()
}

/// A period of a line; quarters that nobody published are marked.
pub fn period_of_line(window: Window, figure: Option<&rulebook::Figure>) -> String {
    let derived = figure.is_some_and(|figure| figure.origin.iter().any(|place| place.file == DERIVED));
    if derived { format!("{} (derived)", period(window)) } else { period(window) }
}

/// What the periods of a line are.
pub fn kind_of(windows: &[Window]) -> &'static str {
    let financial = windows.iter().all(|window| period(*window).contains('/'));
    if financial { "years to 31 March" } else { "periods that do not overlap" }
}

/// A place among so many: `3 of 42`.
pub fn place(of: &OfMeasure, force: &ForceRate) -> String {
    format!("{} of {}", force.place, of.between.forces.len())
}

/// Where a force stands among all, by words and by a shape.
pub fn among(page: &Page<'_>, placed: Option<&Placed>) -> String {
    standing(page, placed.map(|placed| (placed.inner.standing, placed.outer.standing)))
}

/// Where something stands by the inner and the outer limits.
pub fn standing(page: &Page<'_>, placed: Option<(Standing, Standing)>) -> String {
    let (inner, outer) = page.asked.limits;
    let Some((by_inner, by_outer)) = placed else { return "not judged".to_owned() };
    match (by_outer, by_inner) {
        (Standing::Above, _) => format!("▲ unusually high: above the {outer} limit"),
        (Standing::Below, _) => format!("▼ unusually low: below the {outer} limit"),
        (Standing::Within, Standing::Above) => format!("△ somewhat high: above the {inner} limit"),
        (Standing::Within, Standing::Below) => format!("▽ somewhat low: below the {inner} limit"),
        (Standing::Within, Standing::Within) => "○ usual: within the limits".to_owned(),
    }
}

/// What the last period shows along time.
pub fn signals_of(of: &OfMeasure) -> String {
    let Some(last) = of.along.charts.last() else { return "no series".to_owned() };
    let mut now: Vec<&str> = of.along.now().map(|signal| rule(signal.rule)).collect();
    now.dedup();
    if !now.is_empty() {
        return format!("◆ {}", now.join("; "));
    }
    match reason(last) {
        Some(why) => format!("not told: {why}"),
        None => "○ nothing unusual".to_owned(),
    }
}

/// A signal along time.
pub const fn rule(rule: SignalRule) -> &'static str {
    match rule {
        SignalRule::Astronomical => "outside the limits",
        SignalRule::Shift(_) => "a run on one side of the centre",
        SignalRule::Trend(_) => "a run that rises or falls",
        SignalRule::TwoOfThree => "two of three near a limit",
    }
}

/// Why a stretch has no limits, if it has none.
pub fn reason(charted: &Charted) -> Option<String> {
    use statistics::SegmentLimits;
    match &charted.chart {
        Err(why) => Some(why.to_string()),
        Ok(chart) => match chart.segments.last()?.standing {
            SegmentLimits::Drawn(_) => None,
            SegmentLimits::TooFew { points, .. } => {
                let since = if charted.after.is_empty() { "" } else { " since the last break" };
                let periods = if points == 1 { "period" } else { "periods" };
                Some(format!("{points} {periods}{since}; limits need {}", statistics::FEWEST_POINTS))
            }
            SegmentLimits::NoVariation { .. } => Some("its values do not vary".to_owned()),
        },
    }
}

/// Which direction is better.
pub const fn better(better: Better) -> &'static str {
    match better {
        Better::Higher => "more is better",
        Better::Lower => "less is better",
        Better::None => "neither more nor less is better",
    }
}

/// What an average of peers is.
pub const fn average_name(average: Average, focal: FocalForce) -> &'static str {
    match (average, focal) {
        (Average::MeanOfRates, FocalForce::In) => "mean of the rates of the group, the force itself in it",
        (Average::MeanOfRates, FocalForce::Out) => "mean of the rates of its peers",
        (Average::Weighted, FocalForce::In) => "rate of the whole group, the force itself in it",
        (Average::Weighted, FocalForce::Out) => "rate of its peers together",
    }
}

/// A chance; a very small one says so instead of printing noughts.
pub fn share_of_chance(chance: f64) -> String {
    if chance < 0.001 {
        "below 0.001".to_owned()
    } else if chance > 0.999 {
        "above 0.999".to_owned()
    } else {
        format!("{chance:.3}")
    }
}

/// What a rate is held by: people, households, offences.
pub const fn held_by(of: &OfMeasure) -> &'static str {
    match of.measure.denominator {
        Denominator::People => "people who live in the area",
        Denominator::Households => "households in the area",
        Denominator::Classes { .. } | Denominator::Total { .. } => "offences that it is a share of",
        Denominator::Nothing => "nothing",
    }
}

/// What is counted, of what, and what must be known of it.
pub fn defined(page: &Page<'_>, of: &OfMeasure) -> Vec<String> {
    let measure = &of.measure;
    let fraud = |fraud: Fraud| match fraud {
        Fraud::Excluded => "all recorded offences but fraud",
        Fraud::Included => "all recorded offences, fraud among them",
    };
    let counted = match &measure.numerator {
        Numerator::Classes { classes, .. } => format!("offences of: {}", classes.join("; ")),
        Numerator::Total { fraud: with } => fraud(*with).to_owned(),
        Numerator::Score => "a published score, which is not worked out here".to_owned(),
    };
    let held = match &measure.denominator {
        Denominator::People => "the people of the force area".to_owned(),
        Denominator::Households => "the households of the force area".to_owned(),
        Denominator::Classes { classes, .. } => format!("offences of: {}", classes.join("; ")),
        Denominator::Total { fraud: with } => fraud(*with).to_owned(),
        Denominator::Nothing => String::new(),
    };
    let mut said = vec![format!("Counted: {counted}.")];
    if !held.is_empty() {
        said.push(format!("Held against: {held}; printed for {} of them.", grouped(measure.multiplier)));
    }
    if let Some(year) = of.between.focal().and_then(|force| force.observed.base_year) {
        let which = match page.asked.bases.convention {
            MidYear::BeforePeriod => "the last one before the period begins",
            MidYear::WithinPeriod => "the last one that lies within the period",
        };
        said.push(format!(
            "The estimate of {} of mid-{year} serves {}: {which}.",
            held_by(of),
            period(of.between.window)
        ));
    }
    let direction = better(measure.better);
    said.push(format!("Direction: {direction}. Unit: {}. It is defined at {}.", measure.unit, measure.place));
    said.extend(measure.note.as_ref().map(|note| format!("Note: {note}")));
    said.extend(measure.across.iter().map(|across| {
        format!("The line goes on across {}: {}.", across.id, across.reason.trim_end_matches('.'))
    }));
    let signals: Vec<String> = measure.charting.signals.iter().map(ToString::to_string).collect();
    said.push(format!(
        "Along time it is a {} chart; signals looked for: {}.",
        measure.charting.kind,
        if signals.is_empty() { "none".to_owned() } else { signals.join(", ") }
    ));
    match &page.asked.across {
        AcrossBreaks::Stop => {}
        AcrossBreaks::GoOn { reason } => {
            said.push(format!(
                "Lines were told to go on across every break, for this reason: {}.",
                reason.trim_end_matches('.')
            ));
        }
    }
    said
}

/// What the figures do and do not say, a paragraph each.
pub fn limits_of_reading(page: &Page<'_>) -> Vec<String> {
    let (inner, outer) = page.asked.limits;
    let found = page.assessment;
    let funnels = found.measures.iter().filter_map(|of| of.between.funnel.as_ref().ok());
    let looks: usize = funnels.map(|funnel| funnel.points).sum();
    vec![
        "Recorded crime is a count of what was recorded, complete and no sample. It is not all crime: more of it may be more crime, or better recording."
            .to_owned(),
        format!(
            "A force is called unusual among forces if its rate lies beyond the {outer} limits about the rate of all forces together, and somewhat apart \
             beyond the {inner} limits. That says where it lies, and neither why nor whose doing it is."
        ),
        "Whole forces differ by more than chance: they police different places. The limits are widened for that. φ says by how much: about 1 if chance \
         were all, and thousands for total crime. It is estimated from all forces and never from a group of peers. Where it is above 10 the \
         limits are those of additive random effects: forces are taken to differ among themselves, and chance comes on top. The limits for chance alone \
         are drawn beside them for comparison; most forces lie outside of those."
            .to_owned(),
        format!(
            "How many would stand out by chance: of {looks} positions that were looked at in these measures, {} lie beyond the {outer} limits; if forces differed as the \
             limits take them to, chance alone would put about {:.1} there. Measures that share records are not independent of each other.",
            found.beyond_outer, found.by_chance.expected
        ),
        "Places in an order are printed because they are asked for. Most neighbours in it are too close to be told apart, so a place by itself says little."
            .to_owned(),
        "Along time a force is held against its own past, within a stretch in which counting did not change. The line stops at every break that touches the measure, and \
         limits are drawn for each stretch by itself. A signal is something that ordinary variation rarely shows: a period outside the limits, a run on one side of the \
         centre, a run that rises or falls, two of three periods near a limit. It is a reason to look, and not the cause."
            .to_owned(),
        "Peers are those that a published group names on the days of the period. There are two official averages, and both are printed, each with the body that uses \
         it. City of London stays out of centres, dispersion and averages: few people live there for the many who come."
            .to_owned(),
        "Direction: a measure says itself whether more or less of it is better, or neither. Where it says neither, no sentence calls a number better or worse."
            .to_owned(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_named_as_they_are_spoken_of() {
        let named = |first: &str, last: &str| {
            period(Window::new(first.parse().unwrap(), last.parse().unwrap()).unwrap())
        };
        assert_eq!(named("2017-04-01", "2018-03-31"), "2017/18");
        assert_eq!(named("1999-04-01", "2000-03-31"), "1999/00");
        assert_eq!(named("2017-01-01", "2017-12-31"), "2017");
        assert_eq!(named("2017-10-01", "2018-09-30"), "year to Sep 2018");
        assert_eq!(named("2017-04-01", "2017-06-30"), "Apr–Jun 2017");
        assert_eq!(named("2017-04-01", "2017-06-29"), "1 April 2017 to 29 June 2017");
    }
}
