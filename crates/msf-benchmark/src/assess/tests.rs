//! Hand-made forces, with the arithmetic beside them.

use calendar::Window;
use chrono::NaiveDate;
use crime::Force;
use statistics::{LimitMethod, Standing, Winsorising};
use table::Source;

use super::*;
use crate::{MidYear, Published, known_breaks, read_groups, read_long, read_measures, read_populations};

const PLACES: [&str; 13] = [
    "West Midlands",
    "Merseyside",
    "Greater Manchester",
    "West Yorkshire",
    "Kent",
    "Essex",
    "Dorset",
    "Norfolk",
    "Suffolk",
    "Surrey",
    "Sussex",
    "Cheshire",
    "London, City of",
];

fn measures(multiplier: u32, better: &str) -> Vec<Measure> {
    let text = format!(
        "[[measure]]\nid = \"robbery\"\ntitle = \"Robbery\"\nnumerator = {{ kind = \"classes\", classes = [\"Robbery\"] }}\n\
         denominator = {{ kind = \"people\" }}\nmultiplier = {multiplier}\nbetter = \"{better}\"\nunit = \"offences per so many\"\ndecimals = 2\n"
    );
    read_measures(Source::new("measures.toml", text.as_bytes())).unwrap()
}

fn year(ending: i32) -> Window {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    Window::new(day(ending - 1, 4, 1), day(ending, 3, 31)).unwrap()
}

/// Robbery of each force in the years that end in 2006, 2007 and so on: the limit for recording of April 2015 lies behind them.
fn table(rows: &[(&str, Vec<i64>)]) -> Published {
    let row = |force: &str, ending, value: &i64| {
        format!("\"{force}\",Robbery,{value},{},{}\n", year(ending).first(), year(ending).last())
    };
    let lines: String = rows
        .iter()
        .flat_map(|(force, values)| {
            (2006..).zip(values).map(move |(ending, value)| row(force, ending, value))
        })
        .collect();
    let text = format!("force,class,value,first,last\n{lines}");
    read_long(Source::new("robbery.csv", text.as_bytes())).unwrap()
}

/// A million people in each force in each year.
fn populations() -> crate::Populations {
    let rows = PLACES
        .iter()
        .flat_map(|force| (2000..2020).map(move |year| format!("\"{force}\",{year},1000000,invented\n")));
    let text = format!("force,year,people,source\n{}", rows.collect::<String>());
    read_populations(Source::new("population.csv", text.as_bytes())).unwrap()
}

fn all_alike(years: usize) -> Vec<(&'static str, Vec<i64>)> {
    PLACES.iter().map(|force| (*force, vec![1_000; years])).collect()
}

fn told(rows: &[(&str, Vec<i64>)], focal: &str, measures: &[Measure]) -> Assessment {
    let years = rows.iter().map(|(_, values)| values.len()).max().unwrap();
    let windows: Vec<Window> = (2006..).take(years).map(year).collect();
    let table = [table(rows)];
    let populations = populations();
    let groups = "force,peer,from,to,source\nWest Midlands,Merseyside,2000-01-01,,invented\nWest Midlands,Kent,2000-01-01,,invented\n";
    let groups = read_groups(Source::new("groups.csv", groups.as_bytes())).unwrap();
    let asked = Asked {
        focal: focal.parse().unwrap(),
        windows: &windows,
        measures,
        groups: Some(&groups),
        bases: Bases { populations: Some(&populations), convention: MidYear::BeforePeriod },
        breaks: known_breaks(),
        across: AcrossBreaks::Stop,
        limits: (Confidence::NinetyFive, "99.8%".parse().unwrap()),
        winsorising: Winsorising::None,
        average: (Average::MeanOfRates, FocalForce::In),
        ranks: Some(Draws { draws: 2_000, seed: "a test" }),
    };
    assess(&asked, &Lookup::of(&table)).unwrap()
}

#[test]
fn where_all_are_alike_nobody_is_unusual() {
    let said = told(&all_alike(1), "West Midlands", &measures(1000, "lower"));
    let of = &said.measures[0];
    let funnel = of.between.funnel.as_ref().unwrap();
    // City of London is shown, and makes neither centre nor dispersion.
    assert_eq!((funnel.points, of.between.forces.len()), (12, 13));
    assert_eq!((funnel.method, funnel.beyond_inner, said.beyond_outer), (LimitMethod::Exact, 0, 0));
    // 1,000 of a million people are 1 of 1,000; no difference at all makes phi 0.
    assert!((funnel.centre - 1.0).abs() < 1e-12 && funnel.dispersion.unwrap().phi == 0.0);
    assert_eq!(of.figures.force("West Midlands".parse().unwrap()).unwrap().rate.printed(), "1.00");
    assert_eq!(
        of.sentences.rate,
        "Robbery: 1.00 offences per so many in West Midlands, the 1st of 13 forces from the highest, with 12 others of the same rate."
    );
    // 12 looks at 0.2% each.
    assert!((said.by_chance.expected - 0.024).abs() < 1e-12);
}

#[test]
fn one_that_is_apart_is_unusual_and_its_side_is_better_only_if_the_measure_says_so() {
    let mut rows = all_alike(1);
    // 100 above 1,000 is 3.1 standard deviations of a count: beyond 99.8% (3.09) of the others' rate, and φ stays near 1.
    rows[0].1 = vec![1_150];
    for (better, word) in [("lower", "worse side"), ("higher", "better side"), ("none", "above the mean")] {
        let said = told(&rows, "West Midlands", &measures(1000, better));
        let of = &said.measures[0];
        let placed = of.between.focal().unwrap().placed.unwrap();
        assert_eq!(placed.beyond_outer(), Some(Standing::Above));
        assert_eq!(said.beyond_outer, 1);
        assert!(
            of.sentences.across.starts_with("It is unusual among forces: above the 99.8% limit"),
            "{}",
            of.sentences.across
        );
        assert!(of.sentences.peers.contains(word), "{}", of.sentences.peers);
        assert_eq!(of.sentences.peers.contains("worse"), better == "lower");
        // (1.15 + 1 + 1) / 3 = 1.05; 1 without it; 3,150 of 3 million; 2,000 of 2 million.
        let averages: Vec<String> = of.figures.peers.iter().map(|(_, figure)| figure.printed()).collect();
        assert_eq!(averages, ["1.05", "1.00", "1.05", "1.00"]);
        for text in [&of.sentences.across, &of.sentences.peers, &of.sentences.short] {
            assert!(!text.contains("significant") && !text.contains(" real"), "{text}");
        }
    }
}

#[test]
fn the_multiplier_and_the_order_of_rows_change_nobody_s_place() {
    let mut rows = all_alike(1);
    for (at, row) in rows.iter_mut().enumerate() {
        row.1 = vec![900 + 37 * i64::try_from(at).unwrap()];
    }
    let one = told(&rows, "Kent", &measures(1000, "none"));
    let other = told(&rows, "Kent", &measures(100_000, "none"));
    rows.reverse();
    let reversed = told(&rows, "Kent", &measures(1000, "none"));
    let places = |said: &Assessment| -> Vec<(Force, usize, Option<Standing>)> {
        let forces = &said.measures[0].between.forces;
        forces
            .iter()
            .map(|force| (force.force, force.place, force.placed.map(|placed| placed.outer.standing)))
            .collect()
    };
    assert_eq!(places(&one), places(&other));
    assert_eq!(places(&one), places(&reversed));
    assert_eq!(one.measures[0].sentences, reversed.measures[0].sentences);
}

#[test]
fn a_force_without_a_number_is_told_with_the_reason() {
    let mut rows = all_alike(2);
    rows[4].1 = vec![1_000];
    let said = told(&rows, "Kent", &measures(1000, "none"));
    let of = &said.measures[0];
    assert!(of.between.focal().is_none());
    assert!(of.sentences.short.contains("cannot be told"), "{}", of.sentences.short);
    assert!(of.sentences.peers.contains("cannot be told"), "{}", of.sentences.peers);
    assert_eq!(of.between.left_out.len(), 1);
}

#[test]
fn periods_that_overlap_make_no_chart() {
    let windows = [year(2010), Window::new(year(2010).first(), year(2011).last()).unwrap()];
    let measures = measures(1000, "none");
    let asked = Asked {
        focal: "Kent".parse().unwrap(),
        windows: &windows,
        measures: &measures,
        groups: None,
        bases: Bases { populations: None, convention: MidYear::BeforePeriod },
        breaks: &[],
        across: AcrossBreaks::Stop,
        limits: (Confidence::NinetyFive, Confidence::NinetyNine),
        winsorising: Winsorising::None,
        average: (Average::Weighted, FocalForce::Out),
        ranks: None,
    };
    let refused = assess(&asked, &Lookup::of(&[])).unwrap_err();
    assert!(matches!(refused, AssessError::Overlap { .. }));
    assert_eq!(
        assess(&Asked { windows: &[], ..asked.clone() }, &Lookup::of(&[])),
        Err(AssessError::NoPeriod)
    );
    // Without groups and populations it says so.
    let said = assess(&Asked { windows: &windows[..1], ..asked }, &Lookup::of(&[])).unwrap();
    assert!(
        matches!(&said.measures[0].peers, Peers::None { why } if why.contains("no peer groups were supplied"))
    );
}

#[test]
fn along_time_a_jump_is_a_signal_and_limits_need_points() {
    let mut rows = all_alike(8);
    // Mean 1,000.5 (in thousandths 1.0005), moving ranges 10 each: limits at about 26.6 either side; 1,200 lies far outside even so.
    rows[4].1 = vec![1_000, 1_010, 1_000, 1_010, 1_000, 1_010, 1_000, 1_400];
    let said = told(&rows, "Kent", &measures(1000, "none"));
    let along = &said.measures[0].along;
    assert_eq!(
        along.charts.len(),
        1,
        "{:?}",
        along.charts.iter().map(|chart| &chart.after).collect::<Vec<_>>()
    );
    assert!(along.now().next().is_some());
    assert!(
        said.measures[0].sentences.along.contains("part of a signal"),
        "{}",
        said.measures[0].sentences.along
    );
    // 1,400 by 1,000: 1.4 times.
    assert_eq!(said.measures[0].figures.ratio.as_ref().unwrap().printed(), "1.400");
    let few = told(&all_alike(3), "Kent", &measures(1000, "none"));
    assert!(few.measures[0].sentences.along.contains("too few"), "{}", few.measures[0].sentences.along);
}
