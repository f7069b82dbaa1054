//! Control charts by another package and by hand.

use super::*;
use crate::reference::agree;

const XMR: ChartKind = ChartKind::Individuals(Bounds::None);

fn values(values: &[f64]) -> Vec<Point> {
    values.iter().map(|value| Point::Value(*value)).collect()
}

fn rebase(at: usize) -> Rebase {
    Rebase { at, reason: "the counting rules changed".to_owned() }
}

/// A frozen chart about 10 with sigma 2.66/3 x 1.5 = 1.33: the baseline goes 9 10 11 10 9 11, twice, which has ranges
/// 1 1 1 1 2 | 2 | 1 1 1 1 2 and needs a mean of 1.5, so it is stretched by the ranges that there are: 14 of 11, to be 1.5.
fn frozen(then: &[f64]) -> Chart {
    let stretch = 1.5 * 11.0 / 14.0;
    let mut points: Vec<f64> = [9.0, 10.0, 11.0, 10.0, 9.0, 11.0]
        .repeat(2)
        .into_iter()
        .map(|value: f64| 10.0 + (value - 10.0) * stretch)
        .collect();
    points.extend(then.iter().map(|off| 10.0 + off * 1.33));
    // What follows stands after a gap, so that nothing of the baseline counts for its runs.
    let mut points = values(&points);
    points.insert(12, Point::Missing);
    Chart::of(XMR, &points, &Baseline::First(12), &[]).unwrap()
}

/// The places of the points of each signal, from the first after the gap, with their sides.
fn places(then: &[f64], rule: SignalRule) -> Vec<(Side, Vec<usize>)> {
    let signals = frozen(then).signals(&[rule]);
    signals
        .into_iter()
        .map(|signal| (signal.side, signal.points.iter().map(|at| at - 13).collect()))
        .collect()
}

#[test]
fn centre_and_limits_are_those_of_another_package() {
    let table = include_str!("../../data/charts-qikit.csv");
    let lines: Vec<Vec<&str>> = table.lines().skip(2).map(|line| line.split(',').collect()).collect();
    let mut compared = 0;
    for series in lines.chunk_by(|one, next| one[0] == next[0]) {
        let kind = if series[0][1] == "XmR" { XMR } else { series[0][1].parse().unwrap() };
        let point = |line: &Vec<&str>| {
            let (count, base) = (line[4].parse().unwrap(), line[5].parse().unwrap());
            if matches!(kind, ChartKind::Individuals(_) | ChartKind::Counts) {
                Point::Count(count)
            } else {
                Point::Rate { count, base }
            }
        };
        let points: Vec<Point> = series.iter().map(point).collect();
        let baseline = match series[0][2].parse().unwrap() {
            0 => Baseline::All,
            count => Baseline::First(count),
        };
        let rebases = match series[0][3].parse().unwrap() {
            0 => vec![],
            at => vec![rebase(at)],
        };
        let chart = Chart::of(kind, &points, &baseline, &rebases).unwrap();
        // That package has 3/1.128 where the textbooks print 2.66; everything else agrees to the last digits.
        let tolerance = if kind == XMR { 1.7e-4 } else { 1e-12 };
        for (line, drawn) in series.iter().zip(&chart.points) {
            let [centre, lower, upper] = [6, 7, 8].map(|cell| line[cell].parse::<f64>().unwrap());
            let ours = drawn.control.unwrap();
            assert!(agree(ours.centre, centre, 1e-12), "{line:?}: {ours:?}");
            let reach = upper - centre;
            assert!((ours.upper - upper).abs() <= tolerance * reach.max(1e-3 * upper), "{line:?}: {ours:?}");
            assert!((ours.lower - lower).abs() <= tolerance * reach.max(1e-3 * upper), "{line:?}: {ours:?}");
            compared += 1;
        }
    }
    assert_eq!(compared, 1008);
}

#[test]
fn a_moving_range_chart_by_hand() {
    // 4 6 5 8 5 8: mean 6, ranges 2 1 3 3 3, 12 in all, 2.4 in the mean; 2.66 x 2.4 = 6.384, 3.267 x 2.4 = 7.8408.
    let points = values(&[4.0, 6.0, 5.0, 8.0, 5.0, 8.0]);
    let chart = Chart::of(ChartKind::Individuals(Bounds::AtLeastZero), &points, &Baseline::All, &[]).unwrap();
    let SegmentLimits::Drawn(line) = chart.segments[0].standing else { panic!("{chart:?}") };
    let Spread::Ranges { mean, upper } = line.spread else { panic!("{line:?}") };
    assert!(agree(mean, 2.4, 1e-15) && agree(upper, 7.8408, 1e-14) && line.is_on_trial());
    let control = chart.points[0].control.unwrap();
    assert!(control.lower == 0.0 && agree(control.upper, 12.384, 1e-14), "{control:?}");
    let ranges: Vec<Option<f64>> = chart.points.iter().map(|point| point.moving_range).collect();
    assert_eq!(ranges, [None, Some(2.0), Some(1.0), Some(3.0), Some(3.0), Some(3.0)]);
}

#[test]
fn how_much_counts_vary_is_always_told() {
    // Counts 1 9 1 9 1 9: centre 5, each 4/root 5 off: squares 16/5 each, 96/5 over 5 is 3.84; ranges of z are 8/root 5.
    let points: Vec<Point> = [1, 9, 1, 9, 1, 9].map(Point::Count).into();
    let chart = Chart::of(ChartKind::Counts, &points, &Baseline::All, &[]).unwrap();
    let SegmentLimits::Drawn(Line { spread: Spread::Counts { sigma_z, phi }, .. }) =
        chart.segments[0].standing
    else {
        panic!("{chart:?}")
    };
    assert!(agree(phi, 3.84, 1e-14) && agree(sigma_z.unwrap(), 8.0 / 5.0_f64.sqrt() / 1.128, 1e-14));
}

#[test]
fn rates_drawn_as_single_values_weigh_the_same() {
    // 10 of 10, then 10 of 100, and so on: the mean is 0.55, the pooled rate would be 0.18.
    let points: Vec<Point> =
        [10.0, 100.0].repeat(4).into_iter().map(|base| Point::Rate { count: 10, base }).collect();
    let chart = Chart::of(XMR, &points, &Baseline::All, &[]).unwrap();
    assert!(agree(chart.points[0].control.unwrap().centre, 0.55, 1e-14), "{chart:?}");
}

#[test]
fn a_point_that_rounding_puts_beside_the_centre_is_on_it() {
    // The mean of these is 0.2, which in floats is a little less than the last seven.
    let mut points = values(&[0.3, 0.1].repeat(7));
    points.push(Point::Missing);
    points.extend(values(&[0.2; 7]));
    let chart = Chart::of(XMR, &points, &Baseline::First(14), &[]).unwrap();
    assert!(chart.signals(&SignalRule::ALL).is_empty(), "{chart:?}");
}

#[test]
fn nothing_is_reckoned_across_a_gap() {
    // Without the gap the ranges would be 1 1 7 1 1; with it they are 1 1 and 1 1.
    let mut points = values(&[1.0, 2.0, 1.0, 8.0, 9.0, 8.0]);
    points.insert(3, Point::Missing);
    let chart = Chart::of(XMR, &points, &Baseline::All, &[]).unwrap();
    let control = chart.points[0].control.unwrap();
    assert!(agree(control.upper - control.centre, 2.66, 1e-14), "{control:?}");
    assert_eq!(
        (chart.points[3].value, chart.points[3].control, chart.points[4].moving_range),
        (None, None, None)
    );
    // Six points with a gap after each have no range at all.
    let apart: Vec<Point> = (0..6_u64).flat_map(|count| [Point::Count(count), Point::Missing]).collect();
    let chart = Chart::of(XMR, &apart, &Baseline::All, &[]).unwrap();
    assert_eq!(chart.segments[0].standing, SegmentLimits::TooFew { points: 6, pairs: 0 });
}

#[test]
fn too_few_points_and_points_that_do_not_vary_are_said_and_not_drawn() {
    let short = Chart::of(XMR, &values(&[1.0, 2.0, 3.0, 4.0, 900.0]), &Baseline::All, &[]).unwrap();
    assert_eq!(short.segments[0].standing, SegmentLimits::TooFew { points: 5, pairs: 4 });
    let flat = Chart::of(XMR, &values(&[3.0; 8]), &Baseline::All, &[]).unwrap();
    assert_eq!(flat.segments[0].standing, SegmentLimits::NoVariation { centre: 3.0, points: 8 });
    let none: Vec<Point> = [0; 8].map(|count| Point::Rate { count, base: 100.0 }).into();
    for kind in [ChartKind::Rates, ChartKind::Proportions, ChartKind::RatesPrime, ChartKind::ProportionsPrime]
    {
        let chart = Chart::of(kind, &none, &Baseline::All, &[]).unwrap();
        assert_eq!(chart.segments[0].standing, SegmentLimits::NoVariation { centre: 0.0, points: 8 });
        assert!(chart.points[0].control.is_none() && chart.signals(&SignalRule::ALL).is_empty());
    }
    let empty = Chart::of(XMR, &[], &Baseline::All, &[]).unwrap();
    assert_eq!(empty.segments[0].standing, SegmentLimits::TooFew { points: 0, pairs: 0 });
}

#[test]
fn freeze_and_rebase_work_together() {
    let mut points: Vec<f64> = [1.0, 3.0].repeat(5);
    points.extend([21.0, 23.0].repeat(3));
    points.push(40.0);
    let chart = Chart::of(XMR, &values(&points), &Baseline::First(6), &[rebase(10)]).unwrap();
    let centres: Vec<f64> = chart.points.iter().map(|point| point.control.unwrap().centre).collect();
    assert_eq!((centres[0], centres[9], centres[10], centres[16]), (2.0, 2.0, 22.0, 22.0));
    assert_eq!(chart.segments[1].reason.as_deref(), Some("the counting rules changed"));
    assert_eq!((chart.segments[1].points.clone(), chart.points[10].moving_range), (10..17, None));
    // A range holds for its own segment; the other one uses all that it has: (3 x 44 + 40) / 7.
    let ranged = Chart::of(XMR, &values(&points), &Baseline::Points(2..8), &[rebase(10)]).unwrap();
    assert!(agree(ranged.points[16].control.unwrap().centre, 172.0 / 7.0, 1e-15));
}

#[test]
fn what_is_no_chart_is_refused() {
    let points = values(&[1.0; 9]);
    let refused =
        |baseline: Baseline, rebases: &[Rebase]| Chart::of(XMR, &points, &baseline, rebases).unwrap_err();
    let silent = Rebase { at: 3, reason: " ".to_owned() };
    assert_eq!(refused(Baseline::All, &[silent]), ChartError::NoReason { at: 3 });
    for (rebases, at) in [(vec![rebase(0)], 0), (vec![rebase(9)], 9), (vec![rebase(5), rebase(5)], 5)] {
        assert_eq!(refused(Baseline::All, &rebases), ChartError::RebaseOutOfPlace { at });
    }
    assert_eq!(refused(Baseline::First(0), &[]), ChartError::BaselineOutOfPlace);
    assert_eq!(refused(Baseline::Points(4..10), &[]), ChartError::BaselineOutOfPlace);
    assert_eq!(refused(Baseline::Points(2..7), &[rebase(5)]), ChartError::BaselineAcrossRebase { at: 5 });
    let of = |kind, point| Chart::of(kind, &[Point::Missing, point], &Baseline::All, &[]).unwrap_err();
    let rate = |count, base| Point::Rate { count, base };
    let (u, p) = (ChartKind::Rates, ChartKind::Proportions);
    assert_eq!(of(XMR, Point::Value(f64::NAN)), ChartError::NoNumber { at: 1 });
    assert_eq!(of(u, rate(1, f64::INFINITY)), ChartError::NoNumber { at: 1 });
    assert_eq!(of(u, rate(1, 0.0)), ChartError::NoBase { at: 1, kind: u });
    assert_eq!(of(u, Point::Count(1)), ChartError::NoBase { at: 1, kind: u });
    assert_eq!(of(p, Point::Value(0.5)), ChartError::NoCount { at: 1, kind: p });
    assert_eq!(of(p, rate(3, 2.0)), ChartError::AboveOne { at: 1 });
    assert_eq!(of(ChartKind::Counts, rate(3, 2.0)), ChartError::BaseUnused { at: 1 });
    let shares = ChartKind::Individuals(Bounds::ZeroToOne);
    assert_eq!(of(shares, Point::Value(98.0)), ChartError::OutOfBounds { at: 1 });
}

#[test]
fn points_outside_the_limits() {
    let found = places(&[2.9, 3.1, -3.1, 0.0], SignalRule::Astronomical);
    assert_eq!(found, [(Side::Up, vec![1]), (Side::Down, vec![2])]);
}

#[test]
fn a_shift_is_not_broken_by_a_point_on_the_centre_and_not_made_by_it() {
    let on_centre = [0.1, 0.2, 0.1, 0.0, 0.2, 0.1, 0.2];
    assert_eq!(places(&on_centre, SignalRule::Shift(ShiftLength::Six)), [(Side::Up, vec![0, 1, 2, 4, 5, 6])]);
    assert_eq!(places(&on_centre, SignalRule::Shift(ShiftLength::Seven)), []);
    let longer = [-0.1, -0.2, -0.1, -0.3, -0.2, -0.1, -0.2, -0.1, -0.2, 0.1];
    assert_eq!(
        places(&longer, SignalRule::Shift(ShiftLength::Eight)),
        [(Side::Down, vec![0, 1, 2, 3, 4, 5, 6, 7, 8])]
    );
}

#[test]
fn a_trend_counts_its_first_point_and_of_equal_ones_the_first() {
    let rising = [0.0, 0.1, 0.2, 0.2, 0.3, 0.4, 0.5, 0.4];
    assert_eq!(places(&rising, SignalRule::Trend(TrendLength::Six)), [(Side::Up, vec![0, 1, 2, 4, 5, 6])]);
    assert_eq!(places(&rising, SignalRule::Trend(TrendLength::Seven)), []);
    let falling = [1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4];
    assert_eq!(
        places(&falling, SignalRule::Trend(TrendLength::Seven)),
        [(Side::Down, vec![0, 1, 2, 3, 4, 5, 6])]
    );
}

#[test]
fn two_of_three_are_on_the_same_side() {
    let far = [2.5, 0.0, 2.5, 0.0, 0.0, 2.5, -2.5, 0.0, -3.5];
    assert_eq!(places(&far, SignalRule::TwoOfThree), [(Side::Up, vec![0, 2]), (Side::Down, vec![6, 8])]);
    assert_eq!(places(&[2.1, 0.0, 0.0, 2.1, 1.9, 1.9, 2.1], SignalRule::TwoOfThree), []);
}

#[test]
fn no_signal_runs_across_a_gap_or_a_border() {
    let mut points = values(&[1.0, 3.0].repeat(6));
    points.extend([3.0, 3.1, 3.2, 3.3].map(Point::Value));
    let chart = |points: &[Point], rebases: &[Rebase]| {
        let chart = Chart::of(XMR, points, &Baseline::Points(0..12), rebases).unwrap();
        chart.signals(&[SignalRule::Shift(ShiftLength::Six)])
    };
    points.extend([3.0, 3.1].map(Point::Value));
    // The last point of the baseline lies above as well: seven in all.
    assert_eq!(chart(&points, &[]).len(), 1);
    assert_eq!(chart(&points, &[rebase(14)]), []);
    points.insert(14, Point::Missing);
    assert_eq!(chart(&points, &[]), []);
}

#[test]
fn names_of_rules_read_back() {
    for rule in SignalRule::ALL {
        assert_eq!(rule.to_string().parse(), Ok(rule));
    }
    assert!("shift of 9".parse::<SignalRule>().is_err());
}

proptest::proptest! {
    #[test]
    fn whatever_is_given_every_point_is_drawn_once_and_limits_hold_the_centre(
        counts in proptest::collection::vec((0..50_u64, 0..200_u32), 0..60), at in 1..60_usize, first in 1..20_usize,
    ) {
        let points: Vec<Point> = counts
            .iter()
            .map(|(count, base)| if *base < 50 { Point::Missing } else { Point::Rate { count: *count, base: f64::from(*base) } })
            .collect();
        let rebases = if at < points.len() { vec![rebase(at)] } else { vec![] };
        for kind in [XMR, ChartKind::Rates, ChartKind::Proportions, ChartKind::RatesPrime, ChartKind::ProportionsPrime] {
            let chart = Chart::of(kind, &points, &Baseline::First(first), &rebases).unwrap();
            proptest::prop_assert_eq!(chart.points.len(), points.len());
            let controls = chart.points.iter().filter_map(|point| point.control);
            for control in controls {
                proptest::prop_assert!(control.sigma > 0.0 && control.lower <= control.centre && control.centre <= control.upper);
            }
            for signal in chart.signals(&SignalRule::ALL) {
                proptest::prop_assert!(signal.points.iter().all(|at| chart.points[*at].value.is_some()));
            }
        }
    }
}
