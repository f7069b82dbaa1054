//! Every force, every measure, every year and quarter: interval, place in the funnel, control chart with signals. It is what `cargo xtask bench
//! forces` times: `every_report DATA POPULATION MEASURES OUT [DRAWS]`; with DRAWS only the ranks of the last year are drawn, so often.

#![expect(clippy::disallowed_methods, reason = "a program, no part of the library")]

use std::{error::Error, fmt::Write as _, fs, thread};

use calendar::Window;
use crime::Force;
use msf_benchmark::{
    Bases, Lookup, Measure, MidYear, Series, Share, YearEnding, left_out_of_centres, non_overlapping,
    read_measures, read_official, read_populations, series,
};
use rust_decimal::prelude::ToPrimitive as _;
use statistics::{
    ADDITIVE_ABOVE, Baseline, Bounds, Centre, Chart, ChartKind, Confidence, Funnel, FunnelKind, FunnelPoint,
    LimitMethod, Point, RankModel, RankPlan, RankSpread, RateMethod, SignalRule, Winsorising, ranks,
};
use table::Source;

type Failed = Box<dyn Error + Send + Sync>;

/// Rates are per so many people.
const PER: f64 = 1_000.0;

fn main() -> Result<(), Failed> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [data, population, measures, out, draws @ ..] = words.as_slice() else {
        return Err("every_report DATA POPULATION MEASURES OUT [DRAWS]".into());
    };
    let (data, population) = (fs::read(data)?, fs::read(population)?);
    let tables = read_official(Source::new("data.csv", &data))?;
    let populations = read_populations(Source::new("population.csv", &population))?;
    let measures = fs::read(measures)?;
    let measures =
        read_measures(Source::new("measures.toml", &measures)).map_err(|errors| format!("{errors:?}"))?;
    let lookup = Lookup::of(&tables);
    let windows = lookup.windows();
    let years = non_overlapping(&windows, YearEnding::March);
    let quarters: Vec<Window> = windows.iter().copied().filter(|window| !years.contains(window)).collect();
    let bases = Bases { populations: Some(&populations), convention: MidYear::BeforePeriod };
    let draws: Option<u32> = draws.first().map(|draws| draws.parse()).transpose()?;
    let answer = |measure: &Measure| -> Result<String, Failed> {
        let mut out = String::new();
        if let Some(draws) = draws {
            let last = years.last().ok_or("no year")?;
            ranked(&series(measure, &lookup, bases, std::slice::from_ref(last)), *last, draws, &mut out)?;
            return Ok(out);
        }
        for periods in [&years, &quarters] {
            let found = series(measure, &lookup, bases, periods);
            for period in periods {
                across(&found, *period, &mut out)?;
            }
            for force in lookup.forces() {
                along(&found, force, &mut out)?;
            }
        }
        Ok(out)
    };
    // Two threads, each with every second measure; what they write is put together in the order of the measures.
    let (even, odd) = thread::scope(|scope| {
        let odd = scope.spawn(|| measures.iter().skip(1).step_by(2).map(answer).collect::<Vec<_>>());
        let even: Vec<_> = measures.iter().step_by(2).map(answer).collect();
        (even, odd.join())
    });
    let mut odd = odd.map_err(|_| "a thread stopped")?.into_iter();
    let mut text = "measure,force,period,rate,low,high,phi,lower,upper,standing\n".to_owned();
    for even in even {
        text.push_str(&even?);
        text.push_str(&odd.next().transpose()?.unwrap_or_default());
    }
    fs::write(out, text)?;
    Ok(())
}

fn point(share: &Share) -> Option<FunnelPoint> {
    Some(FunnelPoint { observed: share.numerator.to_u64()?, base: share.base.to_f64()? })
}

/// All forces of one period: rate, exact interval, and place in the funnel by the limits that make the headline.
fn across(series: &Series, period: Window, out: &mut String) -> Result<(), Failed> {
    let shares = series.across(period);
    let in_centre =
        shares.iter().filter(|share| left_out_of_centres(share.force).is_none()).filter_map(point);
    let points: Vec<FunnelPoint> = in_centre.collect();
    let funnel = Funnel::of(FunnelKind::Rate { per: PER }, &points, Centre::Pooled)?;
    let dispersion = funnel.dispersion(Winsorising::None)?;
    let method =
        if dispersion.phi > ADDITIVE_ABOVE { LimitMethod::Additive(dispersion) } else { LimitMethod::Exact };
    let outer: Confidence = "99.8%".parse()?;
    for share in &shares {
        let point = point(share).ok_or("no count")?;
        let interval = RateMethod::Exact
            .rate(point.observed, point.base, PER, Confidence::NinetyFive)
            .ok_or("no interval")?;
        let place = funnel.place(&point, outer, method).ok_or("no place")?;
        writeln!(
            out,
            "{},{},{},{},{},{},{},{},{},{:?}",
            series.measure,
            share.force.name(),
            period.last(),
            place.value,
            interval.low,
            interval.high,
            dispersion.phi,
            place.limits.low,
            place.limits.high,
            place.standing
        )?;
    }
    Ok(())
}

/// One force along time: `XmR` with its signals.
fn along(series: &Series, force: Force, out: &mut String) -> Result<(), Failed> {
    let points: Vec<Point> = series
        .along(force)
        .iter()
        .map(|(_, share)| match share.numerator.to_u64().zip(share.base.to_f64()) {
            Some((count, base)) => Point::Rate { count, base: base / PER },
            None => Point::Missing,
        })
        .collect();
    let chart = Chart::of(ChartKind::Individuals(Bounds::AtLeastZero), &points, &Baseline::All, &[])?;
    let signals = chart.signals(&SignalRule::USUAL);
    let control = chart.points.iter().find_map(|point| point.control);
    let (lower, upper) = control.map_or((0.0, 0.0), |control| (control.lower, control.upper));
    let outside = signals.iter().filter(|signal| signal.rule == SignalRule::Astronomical).count();
    writeln!(
        out,
        "{},{},along {},,,,{},{lower},{upper},{outside}",
        series.measure,
        force.name(),
        points.len(),
        signals.len()
    )?;
    Ok(())
}

/// The ranks of a period with the probability of each, by simulation.
fn ranked(series: &Series, period: Window, draws: u32, out: &mut String) -> Result<(), Failed> {
    let shares = series.across(period);
    let units: Vec<(u64, f64)> =
        shares.iter().filter_map(point).map(|point| (point.observed, point.base)).collect();
    let confidence = Confidence::NinetyFive;
    let plan = RankPlan {
        model: RankModel::Rates,
        spread: RankSpread::Unknown,
        draws,
        seed: &series.measure,
        confidence,
    };
    for (share, rank) in shares.iter().zip(ranks(&units, &plan)?.units) {
        writeln!(out, "{},{},{},{}", series.measure, share.force.name(), rank.observed, rank.highest)?;
    }
    Ok(())
}
