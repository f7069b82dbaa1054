//! Pictures are read back as XML, and every text is measured again where it stands.

mod forces;

use proptest::prelude::*;
use roxmltree::{Document as Xml, Node};
use rulebook::day;

use super::{words::Font, *};
use crate::{
    Lane, Mark, Span, SpanKind,
    render::{
        fixture::{self, HOSTILE},
        html::templates,
    },
};

fn drawn(picture: &Chart) -> String {
    chart(picture, &templates().unwrap()).unwrap()
}

/// Left, right, top and bottom of a text.
type Frame = (i64, i64, i64, i64);

fn frame(text: Node<'_, '_>) -> Frame {
    let number = |name: &str| text.attribute(name).unwrap().parse::<i64>().unwrap();
    let font = Font { size: number("font-size"), bold: text.attribute("font-weight").is_some() };
    let words: String = text.children().filter(Node::is_text).filter_map(|node| node.text()).collect();
    let (x, y, wide) = (number("x"), number("y"), words::width(&words, font));
    let left = match text.attribute("text-anchor").unwrap() {
        "start" => x,
        "middle" => x - wide / 2,
        "end" => x - wide,
        other => panic!("unknown anchor {other}"),
    };
    // Ascent and descent of the wide font, in parts of its size.
    (left, left + wide, y - font.size * 76 / 100, y + font.size * 24 / 100)
}

/// Reads a picture back: it is named and described, and no text leaves it or touches another.
fn checked(svg: &str) {
    let xml = Xml::parse(svg).unwrap_or_else(|error| panic!("{error}\n{svg}"));
    let root = xml.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let labels: Vec<&str> = root.attribute("aria-labelledby").unwrap().split(' ').collect();
    for (name, id) in ["title", "desc"].into_iter().zip(labels) {
        assert!(root.children().any(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name))
            && node.attribute("id") == Some(id)));
    }
    let size: Vec<i64> = root.attribute("viewBox").unwrap().split(' ').map(|n| n.parse().unwrap()).collect();
    let frames: Vec<(Frame, &str)> = xml
        .descendants()
        .filter(|node| node.tag_name().name() == "text")
        .map(|node| (frame(node), node.text().unwrap_or_default()))
        .collect();
    for (position, (one, words)) in frames.iter().enumerate() {
        let inside = one.0 >= 0 && one.1 <= size[2] && one.2 >= 0 && one.3 <= size[3];
        assert!(inside, "{words:?} leaves the picture: {one:?} in {size:?}\n{svg}");
        for (other, others) in frames.iter().skip(position + 1) {
            let apart = one.1 <= other.0 || other.1 <= one.0 || one.3 <= other.2 || other.3 <= one.2;
            assert!(apart, "{words:?} {one:?} covers {others:?} {other:?}\n{svg}");
        }
    }
}

fn all() -> Vec<Chart> {
    let forces = [fixture::forces::funnel(), fixture::forces::control(), fixture::forces::ranked()];
    [fixture::rates(), fixture::compliance(), fixture::confusions(), fixture::roll_out()]
        .into_iter()
        .chain(forces)
        .collect()
}

#[test]
fn the_charts_of_the_rich_document_are_in_order() {
    for chart in all() {
        checked(&drawn(&chart));
    }
}

#[test]
fn hostile_words_stay_words() {
    for mut chart in all() {
        for words in HOSTILE {
            fixture::fill_chart(&mut chart, words);
            let svg = drawn(&chart);
            checked(&svg);
            assert!(!svg.contains("<script"), "{svg}");
        }
    }
}

#[test]
fn what_is_not_known_is_said_and_not_drawn() {
    let mut chart = fixture::rates();
    if let ChartKind::Bars { bars, .. } = &mut chart.kind {
        for bar in bars {
            (bar.hundredths, bar.printed) = (None, String::new());
        }
    }
    let svg = drawn(&chart);
    checked(&svg);
    assert_eq!(svg.matches(">not known</text>").count(), 4);
    assert!(!svg.contains("class=\"bar\"") && !svg.contains("class=\"focus\""));
    let svg = drawn(&fixture::compliance());
    assert_eq!(svg.matches("class=\"point\"").count(), 2);
    assert!(svg.contains(">not supplied</text>"));
}

#[test]
fn the_bar_that_matters_is_told_by_pattern_and_weight() {
    let svg = drawn(&fixture::rates());
    assert_eq!(svg.matches("fill=\"url(#chart-rates-hatch)\"").count(), 1);
    assert!(svg.contains("font-weight=\"700\">Northshire</text>"));
}

#[test]
fn bars_are_as_long_as_their_values() {
    let svg = drawn(&fixture::rates());
    let xml = Xml::parse(&svg).unwrap();
    let lengths: Vec<i64> = xml
        .descendants()
        .filter(|node| matches!(node.attribute("class"), Some("bar" | "focus")))
        .map(|node| node.attribute("width").unwrap().parse().unwrap())
        .collect();
    // 2.01, 2.76 and 4.56 on one axis: each length over its value is the same, within one unit of rounding.
    let [a, b, c] = lengths[..] else { panic!("{lengths:?}") };
    assert!((a * 276 - b * 201).abs() <= 276 + 201, "{lengths:?}");
    assert!((a * 456 - c * 201).abs() <= 456 + 201, "{lengths:?}");
}

#[test]
fn an_empty_lane_says_why() {
    assert!(drawn(&fixture::roll_out()).contains(">no dates supplied</text>"));
}

#[test]
fn what_lies_beyond_the_axis_is_named_with_its_day() {
    let svg = drawn(&fixture::roll_out());
    assert!(svg.contains("class=\"beyond\""));
    assert!(svg.contains("Closure of the programme (1 February 2022)"), "{svg}");
}

#[test]
fn the_day_of_the_reader_is_drawn_only_on_the_axis() {
    let mut chart = fixture::roll_out();
    assert!(drawn(&chart).contains(">as at 1 March 2021</text>"));
    if let ChartKind::Timeline { as_at, .. } = &mut chart.kind {
        *as_at = day(2020, 1, 1);
    }
    assert!(!drawn(&chart).contains("as at"));
}

#[test]
fn charts_of_nothing_are_drawn() {
    let nothing = [
        ChartKind::Bars { axis: String::new(), bars: vec![] },
        ChartKind::Intervals { axis: String::new(), from: 0, apart: 0, points: vec![] },
        ChartKind::HeatMap {
            rows: String::new(),
            columns: String::new(),
            of: String::new(),
            names: vec![],
            cells: vec![],
        },
        ChartKind::Timeline {
            from: day(2021, 1, 1),
            to: day(2021, 1, 1),
            as_at: day(2021, 1, 1),
            lanes: vec![],
        },
    ];
    for kind in nothing {
        checked(&drawn(&Chart { kind, ..fixture::rates() }));
    }
}

#[test]
fn what_all_come_to_together_stands_above_a_line() {
    let mut chart = fixture::compliance();
    let of = |chart: &Chart| {
        let svg = drawn(chart);
        checked(&svg);
        let xml = Xml::parse(&svg).unwrap();
        let y =
            |node: roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap().parse::<i64>().unwrap();
        let across = xml
            .descendants()
            .find(|node| node.attribute("class") == Some("zero") && node.attribute("x1") == Some("0"));
        let points: Vec<i64> = xml
            .descendants()
            .filter(|node| node.attribute("class") == Some("point"))
            .map(|node| y(node, "cy"))
            .collect();
        (across.map(|line| y(line, "y1")), points)
    };
    assert_eq!(of(&chart).0, None);
    if let ChartKind::Intervals { apart, .. } = &mut chart.kind {
        *apart = 1;
    }
    let (line, points) = of(&chart);
    assert!(points[0] < line.unwrap() && line.unwrap() < points[1], "{line:?} {points:?}");
    if let ChartKind::Intervals { apart, .. } = &mut chart.kind {
        *apart = 3;
    }
    assert_eq!(of(&chart).0, None, "there is nothing below");
}

#[test]
fn an_axis_that_does_not_begin_at_nought_says_so() {
    let mut chart = fixture::compliance();
    assert!(!drawn(&chart).contains("the axis begins"));
    if let ChartKind::Intervals { from, .. } = &mut chart.kind {
        *from = 60;
    }
    let svg = drawn(&chart);
    checked(&svg);
    assert!(svg.contains(">the axis begins at 60%, not at 0%</text>"), "{svg}");
}

#[test]
fn a_cell_holds_its_number_and_says_whose_it_is() {
    let svg = drawn(&fixture::confusions());
    assert!(svg.contains(">1,234</text>"), "{svg}");
    let says = "group due Violence against the person, group recorded Public order offences: 1,234 crimes";
    assert!(svg.contains(&format!("<title>{says}</title>")), "{svg}");
    // Two cells are left out, and one swatch says what that looks like.
    assert_eq!(svg.matches("class=\"left-out\"").count(), 3);
    assert_eq!(svg.matches("fill=\"url(#chart-confusions-hatch)\"").count(), 3);
    assert_eq!(svg.matches(">left out</text>").count(), 2);
    // 150 is an eighth of 1,234, and 12 less than a sixteenth: light words are only on the darkest.
    assert_eq!(svg.matches("class=\"on-dark\"").count(), 1);
}

#[test]
fn a_square_too_large_to_read_says_what_is_not_drawn() {
    let mut chart = fixture::confusions();
    if let ChartKind::HeatMap { names, cells, .. } = &mut chart.kind {
        *names = (0..40).map(|n| format!("a group with a long name, number {n}")).collect();
        *cells = (0..1600)
            .map(|n| crate::HeatCell { row: n / 40, column: n % 40, heat: crate::Heat::Count(n as u64) })
            .collect();
    }
    let svg = drawn(&chart);
    checked(&svg);
    assert!(
        svg.contains(">all others</text>") && svg.contains(" of 40 names are drawn, those with most;"),
        "{svg}"
    );
}

fn a_day() -> impl Strategy<Value = chrono::NaiveDate> {
    (-900_i64..4000).prop_map(|days| day(2013, 1, 1) + chrono::Duration::days(days))
}

fn a_lane() -> impl Strategy<Value = Lane> {
    let kind = prop_oneof![Just(SpanKind::Work), Just(SpanKind::Event), Just(SpanKind::Restriction)];
    let span = (a_day(), a_day(), ".{0,60}", kind).prop_map(|(first, last, label, kind)| Span {
        first,
        last,
        label,
        kind,
    });
    let mark = (a_day(), ".{0,60}").prop_map(|(day, label)| Mark { day, label });
    (".{0,60}", prop::collection::vec(span, 0..5), prop::collection::vec(mark, 0..8), ".{0,30}")
        .prop_map(|(label, spans, marks, empty)| Lane { label, spans, marks, empty })
}

proptest! {
    #[test]
    fn no_timeline_is_untidy(
        from in a_day(), to in a_day(), as_at in a_day(), lanes in prop::collection::vec(a_lane(), 0..4),
    ) {
        checked(&drawn(&Chart { kind: ChartKind::Timeline { from, to, as_at, lanes }, ..fixture::roll_out() }));
    }

    #[test]
    fn no_bars_are_untidy(axis in ".{0,300}", rows in prop::collection::vec((".{0,80}", any::<Option<i64>>(), ".{0,60}", any::<bool>()), 0..8)) {
        let bars = rows.into_iter().map(|(label, hundredths, printed, focus)| crate::Bar {
            label, figure: rulebook::FigureId::of(&["a"]), hundredths, printed, focus,
        }).collect();
        checked(&drawn(&Chart { kind: ChartKind::Bars { axis, bars }, ..fixture::rates() }));
    }

    #[test]
    fn no_heat_map_is_untidy(
        words in ".{0,80}", of in ".{0,200}",
        names in prop::collection::vec(".{0,80}", 0..30),
        cells in prop::collection::vec((0_usize..32, 0_usize..32, any::<Option<u64>>(), 0_u32..64), 0..60),
    ) {
        let cells = cells.into_iter().map(|(row, column, count, small)| crate::HeatCell {
            row, column, heat: count.map_or(crate::Heat::LeftOut, |count| crate::Heat::Count(count >> small)),
        }).collect();
        let kind = ChartKind::HeatMap { rows: words.clone(), columns: words, of, names, cells };
        let svg = drawn(&Chart { kind, ..fixture::confusions() });
        checked(&svg);
        // A number is never cut: what cannot be written in full is not drawn.
        let xml = Xml::parse(&svg).unwrap();
        for text in xml.descendants().filter(|node| matches!(node.attribute("class"), Some("value" | "on-dark"))) {
            prop_assert!(!text.text().unwrap_or_default().contains('…'), "{}", svg);
        }
    }

    #[test]
    fn no_intervals_are_untidy(from in any::<u8>(), apart in 0..10_usize, rows in prop::collection::vec((".{0,80}", any::<Option<(i64, i64, i64)>>(), ".{0,60}"), 0..8)) {
        let points = rows.into_iter().map(|(label, hundredths, printed)| crate::WithInterval {
            label, figure: rulebook::FigureId::of(&["a"]), hundredths, printed,
        }).collect();
        let kind = ChartKind::Intervals { axis: "per cent".into(), from, apart, points };
        checked(&drawn(&Chart { kind, ..fixture::compliance() }));
    }
}
