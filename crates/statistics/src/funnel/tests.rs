//! Funnels against other packages, arithmetic by hand, and what must hold of all.

use super::*;
use crate::reference::{agree, rows};

fn point(observed: u64, base: f64) -> FunnelPoint {
    FunnelPoint { observed, base }
}

fn confidence(text: &str) -> Confidence {
    text.parse().unwrap()
}

#[test]
fn chi_square_limits_are_those_of_another_package() {
    let rows = rows(include_str!("../../data/funnelplotr-poisson-limits.csv"));
    assert_eq!(rows.len(), 3);
    for row in rows {
        let funnel = Funnel::of(FunnelKind::Ratio, &[point(1, row[0])], Centre::Given(row[1])).unwrap();
        for (level, low, high) in [("95%", row[2], row[3]), ("99.8%", row[4], row[5])] {
            let ours = funnel.limits(row[0], confidence(level), LimitMethod::ChiSquare).unwrap();
            // Tolerance: half of the last of the seven digits printed.
            let half = |value: f64| 0.5 * 10_f64.powi(if value < 1.0 { -7 } else { -6 });
            assert!((ours.low - low).abs() <= half(low), "{row:?}: {ours:?}");
            assert!((ours.high - high).abs() <= half(high), "{row:?}: {ours:?}");
        }
    }
}

#[test]
fn exact_limits_by_published_tables() {
    // Poisson, mean 10 (any table): at most 3 has 0.0103, at most 4 0.0293; above 16 0.0270, above 17 0.0143. So at 95% the
    // counts 4 to 17 are within: at least 17 has 0.0270, at least 18 0.0143.
    let funnel = Funnel::of(FunnelKind::Ratio, &[point(10, 10.0)], Centre::Given(1.0)).unwrap();
    let at_95 =
        |observed| funnel.place(&point(observed, 10.0), Confidence::NinetyFive, LimitMethod::Exact).unwrap();
    assert_eq!((at_95(4).limits.low, at_95(4).limits.high), (0.4, 1.7));
    assert_eq!(
        [3, 4, 17, 18].map(|k| at_95(k).standing),
        [Standing::Below, Standing::Within, Standing::Within, Standing::Above]
    );
    // Twice the tail of at most 3.
    assert!((at_95(3).chance - 2.0 * 0.0103).abs() < 1e-4);
    // Binomial of 20 at one half: at most 5 has 0.0207, at most 6 0.0577.
    let funnel = Funnel::of(FunnelKind::Proportion, &[point(6, 20.0)], Centre::Given(0.5)).unwrap();
    let limits = funnel.limits(20.0, Confidence::NinetyFive, LimitMethod::Exact).unwrap();
    assert_eq!((limits.low, limits.high), (0.3, 0.7));
}

#[test]
fn the_multiplier_moves_the_figures_and_never_the_signal() {
    let points = [point(400, 10_000.0), point(80, 1_000.0), point(30, 1_000.0)];
    for kind in
        [FunnelKind::Rate { per: 1.0 }, FunnelKind::Rate { per: 1000.0 }, FunnelKind::Rate { per: 3.0 }]
    {
        let funnel = Funnel::of(kind, &points, Centre::Pooled).unwrap();
        let positions = [0, 1, 2].map(|place| funnel.position(place, Confidence::NinetyNine).unwrap());
        assert_eq!(positions.map(|p| p.standing), [Standing::Within, Standing::Above, Standing::Within]);
        // 510 of 12,000.
        assert!(agree(funnel.centre(), 510.0 / 12_000.0 * kind.per(), 1e-14));
        assert!(agree(positions[1].value, 0.08 * kind.per(), 1e-14));
    }
}

#[test]
fn both_official_averages() {
    let points = [point(10, 100.0), point(90, 300.0)];
    let centre = |centre| Funnel::of(FunnelKind::Rate { per: 100.0 }, &points, centre).unwrap().centre();
    // 100 of 400; and the mean of 10 and 30.
    assert!(agree(centre(Centre::Pooled), 25.0, 1e-14) && agree(centre(Centre::MeanOfValues), 20.0, 1e-14));
    assert!(agree(centre(Centre::Given(22.0)), 22.0, 1e-14));
}

#[test]
fn a_point_against_all_others() {
    // Total 10 over equal bases: at most 2 of 10 heads has 56/1024, doubled 0.109375.
    let funnel = Funnel::of(FunnelKind::Ratio, &[point(2, 5.0), point(8, 5.0)], Centre::Pooled).unwrap();
    let against = funnel.against_others(0).unwrap();
    assert!(agree(against.chance, 0.109_375, 1e-12) && agree(against.others, 1.6, 1e-14), "{against:?}");
    // Fisher's tea: 4 of 4 against 0 of 4 is 1/70, doubled.
    let funnel = Funnel::of(FunnelKind::Proportion, &[point(4, 4.0), point(0, 4.0)], Centre::Pooled).unwrap();
    assert!(agree(funnel.against_others(0).unwrap().chance, 2.0 / 70.0, 1e-12));
    assert_eq!(funnel.against_others(2), None);
    let alone = Funnel::of(FunnelKind::Ratio, &[point(2, 5.0)], Centre::Pooled).unwrap();
    assert_eq!(alone.against_others(0), None);
    assert_eq!(alone.without(0, Centre::Pooled), Err(FunnelError::NoPoints));
}

#[test]
fn over_dispersion_by_hand() {
    // Ten points of base 100 about 1: s² = 0.01. Five at 1.2 and five at 0.8: every z is ±2, φ = 4. Equal weights w = 100:
    // τ² = (10 × 4 − 9) / (1000 − 100) = 31/900.
    let points: Vec<FunnelPoint> = (0..10).map(|n| point(if n % 2 == 0 { 120 } else { 80 }, 100.0)).collect();
    let funnel = Funnel::of(FunnelKind::Ratio, &points, Centre::Given(1.0)).unwrap();
    let plain = funnel.dispersion(Winsorising::None).unwrap();
    assert!(agree(plain.phi, 4.0, 1e-12) && agree(plain.tau_squared, 31.0 / 900.0, 1e-12), "{plain:?}");
    assert_eq!(plain.headline(), LimitMethod::Exact);
    // Nothing is moved by winsorising; divided by 0.678655 φ is 5.894013; the corrected τ² gives 0.04 / (0.01 + τ²) = 0.678655.
    let ten = WinsorisedShare::TEN_PERCENT;
    let divided = funnel.dispersion(Winsorising::Divided(ten)).unwrap();
    assert!(agree(divided.phi_used, 5.894_013, 1e-6) && agree(divided.phi, 4.0, 1e-12));
    let corrected = funnel.dispersion(Winsorising::Corrected(ten)).unwrap();
    assert!(agree(corrected.tau_squared, 0.04 / 0.678_654_558_952_874_5 - 0.01, 1e-10));
    // 1 ± 1.959964 √(0.01 + 31/900) = 1 ± 0.413197; multiplicative 1 ± 1.959964 × 0.1 × 2.
    let half = |method| 1.0 - funnel.limits(100.0, Confidence::NinetyFive, method).unwrap().low;
    assert!((half(LimitMethod::Additive(plain)) - 0.413_197).abs() < 1e-6);
    assert!((half(LimitMethod::Multiplicative(plain)) - 0.391_993).abs() < 1e-6);
    // Per 1,000 everything is a thousand times as large, τ² a million times.
    let rate = Funnel::of(FunnelKind::Rate { per: 1000.0 }, &points, Centre::Given(1000.0)).unwrap();
    assert!(agree(rate.dispersion(Winsorising::None).unwrap().tau_squared, 31e6 / 900.0, 1e-12));
}

#[test]
fn a_group_of_four_is_refused() {
    let points = [point(5, 10.0); 4];
    let funnel = Funnel::of(FunnelKind::Ratio, &points, Centre::Pooled).unwrap();
    assert_eq!(funnel.dispersion(Winsorising::None), Err(DispersionError::TooFewPoints { points: 4 }));
}

#[test]
fn what_is_no_funnel_is_refused() {
    let of = |kind, point| Funnel::of(kind, &[point], Centre::Pooled);
    assert_eq!(Funnel::of(FunnelKind::Ratio, &[], Centre::Pooled), Err(FunnelError::NoPoints));
    for base in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(matches!(of(FunnelKind::Ratio, point(1, base)), Err(FunnelError::NoBase { place: 0, .. })));
    }
    assert!(matches!(of(FunnelKind::Proportion, point(3, 2.0)), Err(FunnelError::NoProportion { .. })));
    assert!(matches!(of(FunnelKind::Proportion, point(1, 2.5)), Err(FunnelError::NoProportion { .. })));
    assert_eq!(of(FunnelKind::Rate { per: 0.0 }, point(1, 2.0)), Err(FunnelError::NoUnit { per: 0.0 }));
    assert_eq!(of(FunnelKind::Ratio, point(0, 2.0)), Err(FunnelError::NoRoom { centre: 0.0 }));
    assert_eq!(of(FunnelKind::Proportion, point(2, 2.0)), Err(FunnelError::NoRoom { centre: 1.0 }));
    let funnel = of(FunnelKind::Ratio, point(1, 2.0)).unwrap();
    assert_eq!(funnel.limits(0.0, Confidence::Ninety, LimitMethod::Exact), None);
    assert!(funnel.curve((0.0, 1.0), 5, Confidence::Ninety, LimitMethod::Exact).is_empty());
    let curve = funnel.curve((1.0, 9.0), 3, Confidence::Ninety, LimitMethod::Exact);
    assert_eq!(curve.iter().map(|(base, _)| *base).collect::<Vec<_>>(), [1.0, 4.0, 9.0]);
}

proptest::proptest! {
    #[test]
    fn a_signal_is_a_point_outside_the_limits(
        observed in 0..3_000_u64, base in 1..5_000_u32, centre in 0.001..0.9_f64, percent in 1..1000_u32,
    ) {
        let confidence = Confidence::of_percent(rust_decimal::Decimal::new(percent.into(), 1)).unwrap();
        let observed = observed.min(base.into());
        for kind in [FunnelKind::Proportion, FunnelKind::Ratio, FunnelKind::Rate { per: 7.0 }] {
            let point = point(observed, base.into());
            let funnel = Funnel::of(kind, &[point], Centre::Given(centre * kind.per())).unwrap();
            let position = funnel.position(0, confidence).unwrap();
            let expected = if position.value < position.limits.low {
                Standing::Below
            } else if position.value > position.limits.high {
                Standing::Above
            } else {
                Standing::Within
            };
            proptest::prop_assert_eq!(position.standing, expected, "{:?}", position);
            proptest::prop_assert_eq!(position.standing != Standing::Within, position.chance < confidence.risk());
        }
    }
}
