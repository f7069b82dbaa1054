//! Charts that compare forces, read back.

use proptest::prelude::*;
use roxmltree::Document as Xml;

use super::{checked, drawn, fixture::forces};
use crate::{
    Beside, Break, CentreLine, Chart, ChartKind, Control, ControlLimits, ControlPoint, DrawnAs, Funnel,
    FunnelPoint, Limits, Position, Ranked, RankedRow, Reach, Segment, Signal, Spacing, Standing,
};

fn count(svg: &str, words: &str) -> usize {
    svg.matches(words).count()
}

fn texts(svg: &str) -> Vec<String> {
    let xml = Xml::parse(svg).unwrap();
    let texts = xml.descendants().filter(|node| node.tag_name().name() == "text");
    texts.map(|node| node.text().unwrap_or_default().to_owned()).collect()
}

#[test]
fn names_stand_beside_points_that_matter_and_no_other() {
    let svg = drawn(&forces::funnel());
    let texts = texts(&svg);
    let times = |words: &str| texts.iter().filter(|text| *text == words).count();
    // The one in focus is named in the key as well.
    assert_eq!(times("Northshire"), 2);
    for named in ["Southmoor", "Eastborough and the Isles", "Westvale"] {
        assert_eq!(times(named), 1, "{named}\n{svg}");
    }
    for other in ["Lowfen", "Highfell", "Midwold"] {
        assert_eq!(times(other), 0, "{other}");
        assert!(svg.contains(&format!("<title>{other}: ")), "{other}");
    }
    assert_eq!(times("not drawn: Farholm, not known"), 1);
}

#[test]
fn marks_are_told_apart_by_shape_and_named_in_words() {
    let svg = drawn(&forces::funnel());
    let texts = texts(&svg);
    // Each once in the field and once in the key; the focus and one peer once more beside a small triangle there.
    assert_eq!(count(&svg, "class=\"spot-focus\""), 3);
    assert_eq!(count(&svg, "class=\"spot-peer\""), 2 + 1 + 1);
    for words in [
        "a peer",
        "above: 99.8% limits",
        "above: 95% limits",
        "within the limits",
        "not judged",
        "with a small triangle, above: 99.8% limits",
        "with a small triangle, below: 99.8% limits",
        "all forces: 88.0",
        "99.8% limits, widened for over-dispersion",
    ] {
        assert!(texts.iter().any(|text| text == words), "{words}: {texts:?}");
    }
}

#[test]
fn limits_lie_around_the_centre_and_are_cut_at_the_field() {
    let svg = drawn(&forces::funnel());
    assert!(svg.contains("clip-path=\"url(#chart-funnel-plot)\""));
    assert!(svg.contains(">this axis begins at 60, not at 0</text>"), "{svg}");
}

#[test]
fn no_line_is_drawn_across_a_break_or_a_gap() {
    let svg = drawn(&forces::control());
    let xml = Xml::parse(&svg).unwrap();
    let of = |class: &str| -> Vec<usize> {
        let curves = xml.descendants().filter(|node| node.attribute("class") == Some(class));
        let field = curves.filter(|node| node.parent().unwrap().attribute("clip-path").is_some());
        field.map(|node| node.attribute("d").unwrap().matches(['M', 'L']).count()).collect()
    };
    // Eight years: three, a gap, one alone, a break, two, a break, one alone.
    assert_eq!(of("values"), [3, 2]);
    // The average has no gap before the first break, and a gap after it.
    assert_eq!(of("beside"), [5]);
    // Two segments have a centre; of their limits one pair is level and one has a step a year.
    assert_eq!(of("centre"), [2, 2]);
    assert_eq!(of("limit-dashed"), [2, 2, 4, 4]);
}

#[test]
fn breaks_and_notes_are_told_in_words() {
    let svg = drawn(&forces::control());
    let texts = texts(&svg);
    for words in [
        "B1",
        "B2, B3",
        "B1, before 2014/15: an inspection changed how crimes are recorded",
        "B2, before 2016/17: new classes of crime (invented order of 2016)",
        "B3, before 2016/17: a region joined the force",
        "2009/10 to 2013/14: the baseline, fixed in 2014",
        "2016/17: one year is too few for limits",
        "not drawn: 2012/13, not supplied",
        "A: outside the limits",
        "S: in a run on one side of the centre",
        "T: in a run that rises or falls",
        "2: one of two of three near a limit",
        "average of the peers",
    ] {
        assert!(texts.iter().any(|text| text == words), "{words}: {texts:?}");
    }
    // Two are in a trend, one of them outside the limits as well, which decides its shape.
    assert_eq!(texts.iter().filter(|text| *text == "AT").count(), 1);
    assert!(svg.contains("<title>2011/12: 73.0; outside the limits; in a run that rises or falls</title>"));
}

#[test]
fn rows_are_told_apart_and_none_is_lost() {
    let svg = drawn(&forces::ranked());
    let texts = texts(&svg);
    assert!(svg.contains("font-weight=\"700\">Northshire</text>"), "{svg}");
    for words in [
        "Farholm",
        "not known",
        "101.2 (100.0 to 102.4)",
        "in focus, in bold",
        "a peer",
        "the interval",
        "all forces: 88.0",
        "Harbour Town is left out: few people live where many work.",
        "the axis begins at 60, not at 0",
    ] {
        assert!(texts.iter().any(|text| text == words), "{words}: {texts:?}");
    }
    // In the rows and once in the key: one in focus, two peers, one other with a value.
    for (class, times) in [("spot-focus", 2), ("spot-peer", 3), ("spot", 2), ("range-focus", 1), ("range", 3)]
    {
        assert_eq!(count(&svg, &format!("class=\"{class}\"")), times, "{class}");
    }
}

#[test]
fn a_place_along_the_axis_follows_the_value() {
    let svg = drawn(&forces::ranked());
    let xml = Xml::parse(&svg).unwrap();
    let x = |says: &str| -> i64 {
        let mut mark = xml.descendants().filter(|node| {
            node.attribute("class").is_some_and(|class| class.starts_with("spot"))
                && node.children().any(|child| child.text().is_some_and(|text| text.starts_with(says)))
        });
        let d = mark.next_back().unwrap().attribute("d").unwrap();
        d.trim_start_matches('M').split(' ').next().unwrap().parse().unwrap()
    };
    // 70.0, 87.9 and 120.0: the steps between them are 17.9 and 32.1, within a unit of rounding at each end.
    let (low, middle, high) = (x("Eastborough"), x("Southmoor"), x("Westvale"));
    assert!(((middle - low) * 321 - (high - middle) * 179).abs() <= 321 + 179, "{low} {middle} {high}");
}

#[test]
fn forty_three_rows_stand_on_one_page() {
    let Chart { kind: ChartKind::Ranked(mut ranked), .. } = forces::ranked() else { panic!("ranked") };
    let row = ranked.rows[0].clone();
    ranked.rows = (1..=43).map(|n| RankedRow { label: format!("Force number {n}"), ..row.clone() }).collect();
    let svg = drawn(&Chart { kind: ChartKind::Ranked(ranked), ..forces::ranked() });
    checked(&svg);
    assert_eq!(texts(&svg).iter().filter(|text| text.starts_with("Force number ")).count(), 43);
    let xml = Xml::parse(&svg).unwrap();
    let height: i64 =
        xml.root_element().attribute("viewBox").unwrap().split(' ').next_back().unwrap().parse().unwrap();
    // A4 less the margins of the page is 174 mm by 257 mm; the picture is 720 wide, and its caption takes 15 mm.
    assert!(height * 174 <= 720 * (257 - 15), "{height}");
}

#[test]
fn charts_of_nothing_are_drawn() {
    let nothing = String::new;
    let kinds = [
        ChartKind::Funnel(Box::new(Funnel {
            base: nothing(),
            rate: nothing(),
            spacing: Spacing::Logarithmic,
            centre: None,
            limits: vec![],
            points: vec![],
        })),
        ChartKind::Control(Box::new(Control {
            value: nothing(),
            period: nothing(),
            name: nothing(),
            centre: nothing(),
            limits: nothing(),
            points: vec![],
            segments: vec![],
            breaks: vec![],
            beside: None,
        })),
        ChartKind::Ranked(Box::new(Ranked { axis: nothing(), centre: None, rows: vec![], left_out: vec![] })),
    ];
    for kind in kinds {
        checked(&drawn(&Chart { kind, ..forces::funnel() }));
    }
}

fn a_position() -> impl Strategy<Value = Position> {
    let reach = || prop_oneof![Just(Reach::Inner), Just(Reach::Outer)];
    prop_oneof![
        Just(Position::NotJudged),
        Just(Position::Inside),
        reach().prop_map(Position::Above),
        reach().prop_map(Position::Below),
    ]
}

fn a_standing() -> impl Strategy<Value = Standing> {
    prop_oneof![Just(Standing::Focus), Just(Standing::Peer), Just(Standing::Other)]
}

fn a_value() -> impl Strategy<Value = i64> {
    prop_oneof![any::<i64>(), 6_000..13_000_i64, -300..300_i64]
}

fn limits() -> impl Strategy<Value = Limits> {
    let drawn = prop_oneof![Just(DrawnAs::Solid), Just(DrawnAs::Dashed), Just(DrawnAs::Band)];
    let reach = prop_oneof![Just(None), Just(Some(Reach::Inner)), Just(Some(Reach::Outer))];
    let corners = || prop::collection::vec((any::<u64>(), a_value()), 0..5);
    (".{0,60}", drawn, reach, corners(), corners()).prop_map(|(name, drawn, reach, lower, upper)| Limits {
        name,
        drawn,
        reach,
        lower,
        upper,
    })
}

fn a_segment() -> impl Strategy<Value = Segment> {
    let limits = prop_oneof![
        Just(ControlLimits::None),
        (a_value(), a_value()).prop_map(|(lower, upper)| ControlLimits::Same(lower, upper)),
        prop::collection::vec((a_value(), a_value()), 0..9).prop_map(ControlLimits::Each),
    ];
    let places = prop_oneof![0..30_usize, any::<usize>()];
    (0..30_usize, places, prop::option::of(a_value()), limits, ".{0,400}")
        .prop_map(|(first, last, centre, limits, note)| Segment { first, last, centre, limits, note })
}

fn signals() -> impl Strategy<Value = Vec<Signal>> {
    let signal = prop_oneof![
        Just(Signal::Outside),
        Just(Signal::Shift),
        Just(Signal::Trend),
        Just(Signal::TwoOfThree)
    ];
    prop::collection::vec(signal, 0..3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_ranking_is_untidy(
        axis in ".{0,300}",
        centre in prop::option::of((".{0,60}", a_value())),
        rows in prop::collection::vec(
            (".{0,80}", prop::option::of(a_value()), prop::option::of((a_value(), a_value())), ".{0,60}", a_standing()), 0..50,
        ),
        left_out in prop::collection::vec(".{0,400}", 0..3),
    ) {
        let rows = rows.into_iter().map(|(label, hundredths, interval, printed, standing)| RankedRow {
            label, figure: rulebook::FigureId::of(&["a"]), hundredths, interval, printed, standing,
        }).collect();
        let centre = centre.map(|(name, hundredths)| CentreLine { name, hundredths });
        let ranked = Ranked { axis, centre, rows, left_out };
        checked(&drawn(&Chart { kind: ChartKind::Ranked(Box::new(ranked)), ..forces::ranked() }));
    }

    #[test]
    fn no_control_chart_is_untidy(
        words in (".{0,200}", ".{0,200}", ".{0,100}", ".{0,100}"),
        points in prop::collection::vec((".{0,30}", prop::option::of(a_value()), ".{0,30}", signals()), 0..70),
        segments in prop::collection::vec(a_segment(), 0..4),
        breaks in prop::collection::vec((prop_oneof![0..70_usize, any::<usize>()], ".{0,400}"), 0..12),
        beside in prop::option::of((".{0,60}", prop::collection::vec(prop::option::of(a_value()), 0..80))),
    ) {
        let points = points.into_iter().map(|(label, hundredths, printed, signals)| ControlPoint {
            label, figure: rulebook::FigureId::of(&["a"]), hundredths, printed, signals,
        }).collect();
        let control = Control {
            value: words.0,
            period: words.1,
            name: words.2.clone(),
            centre: words.2,
            limits: words.3,
            points,
            segments,
            breaks: breaks.into_iter().map(|(before, what)| Break { before, what }).collect(),
            beside: beside.map(|(name, hundredths)| Beside { name, hundredths }),
        };
        checked(&drawn(&Chart { kind: ChartKind::Control(Box::new(control)), ..forces::control() }));
    }

    #[test]
    fn no_funnel_is_untidy(
        words in (".{0,200}", ".{0,200}"),
        logarithmic in any::<bool>(),
        centre in prop::option::of((".{0,60}", a_value())),
        limits in prop::collection::vec(limits(), 0..4),
        points in prop::collection::vec(
            (".{0,60}", prop::option::of(prop_oneof![any::<u64>(), 400_000..9_000_000_u64]), prop::option::of(a_value()), a_standing(), a_position()),
            0..60,
        ),
    ) {
        let points = points.into_iter().map(|(label, base, hundredths, standing, position)| FunnelPoint {
            printed: label.clone(), label, figure: rulebook::FigureId::of(&["a"]), base, hundredths, standing, position,
        }).collect();
        let funnel = Funnel {
            base: words.0,
            rate: words.1,
            spacing: if logarithmic { Spacing::Logarithmic } else { Spacing::Linear },
            centre: centre.map(|(name, hundredths)| CentreLine { name, hundredths }),
            limits,
            points,
        };
        checked(&drawn(&Chart { kind: ChartKind::Funnel(Box::new(funnel)), ..forces::funnel() }));
    }
}
