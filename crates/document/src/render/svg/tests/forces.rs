//! Charts that compare forces, read back.

use proptest::prelude::*;
use roxmltree::Document as Xml;

use super::{checked, drawn, fixture::forces};
use crate::{
    CentreLine, Chart, ChartKind, DrawnAs, Funnel, FunnelPoint, Limits, Position, Reach, Spacing, Standing,
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

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
        checked(&drawn(&Chart { kind: ChartKind::Funnel(funnel), ..forces::funnel() }));
    }
}
