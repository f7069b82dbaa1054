//! What was published of no crimes between 2010 and 2014 comes out of its counts again, or is said not to.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use crime::removal::Rate;
use no_crime::decisions::{Inputs, examine, read};
use rulebook::{Figure, FigureId, Method, Rounding};
use serde::Deserialize;
use table::Source;

#[derive(Debug, Deserialize)]
struct Published {
    what: String,
    force: String,
    offence: String,
    period: String,
    part: u64,
    whole: u64,
    printed_percent: Option<String>,
}

fn published(what: &str) -> Vec<Published> {
    csv::Reader::from_reader(include_str!("../data/published.csv").as_bytes())
        .deserialize()
        .map(Result::unwrap)
        .filter(|row: &Published| row.what == what)
        .collect()
}

fn printed(row: &Published, method: Method, places: u32) -> String {
    let rate = Rate::new(row.part, row.whole).unwrap();
    Figure::new(FigureId::of(&["rate"]), Rate::OF_NO_CRIMES, rate.value())
        .rounded(Rounding { method, places })
        .printed()
}

#[test]
fn rates_of_removal() {
    // By hand: 3371/167890 = 2.0079, 1707/90332 = 1.8897, 5035/182188 = 2.7636, 7616/167126 = 4.5570 percent,
    // 36/110 = 32.727, 23/101 = 22.772, 32/212 = 15.094.
    let expected = [
        ("West Midlands", "2012/13", "2.01%"),
        ("Merseyside", "2012/13", "1.89%"),
        ("Greater Manchester", "2012/13", "2.76%"),
        ("West Yorkshire", "2012/13", "4.56%"),
        ("Lincolnshire", "1 April 2012 to 31 March 2013", "32.73%"),
        ("Lincolnshire", "1 April 2013 to 28 January 2014", "22.77%"),
        ("Cheshire", "2010", "15.09%"),
    ];
    let rows = published("removed");
    let found: Vec<_> = rows
        .iter()
        .map(|row| (row.force.as_str(), row.period.as_str(), printed(row, Method::Nearest, 2)))
        .collect();
    assert_eq!(found, expected.map(|(force, period, rate)| (force, period, rate.to_owned())));
}

#[test]
fn one_printed_rate_does_not_round_from_its_counts() {
    let contradicted: Vec<_> = published("removed")
        .into_iter()
        .filter(|row| {
            let expected = row.printed_percent.as_ref().map(|percent| format!("{percent}%"));
            expected.is_some_and(|expected| printed(row, Method::Nearest, 0) != expected)
        })
        .collect();
    // 36 of 110 is 32.7%, printed 33. 23 of 101 is 22.8% and printed 22: to the nearest that is 23, so it was cut off, or a count is wrong.
    let [row] = contradicted.as_slice() else { panic!("{contradicted:?}") };
    assert_eq!((row.part, row.whole), (23, 101));
    assert_eq!(
        (printed(row, Method::Nearest, 0), printed(row, Method::CutOff, 0)),
        ("23%".into(), "22%".into())
    );
}

#[test]
fn decisions_examined() {
    // By hand, in percent: 24/30 = 80, 25/31 = 80.645, 21/31 = 67.742, 47/84 = 55.952, 42/71 = 59.155, 16/30 = 53.333.
    // Limits: Wilson's formula worked out in Python with z = 1.959963984540054.
    let expected = [
        ("West Midlands", "rape", "80.0%", "62.7% to 90.5%"),
        ("West Midlands", "robbery", "80.6%", "63.7% to 90.8%"),
        ("West Midlands", "violence", "67.7%", "50.1% to 81.4%"),
        ("Cleveland", "rape, robbery and violence", "56.0%", "45.3% to 66.1%"),
        ("Cheshire", "rape, robbery and violence", "59.2%", "47.5% to 69.8%"),
        ("Cheshire", "rape", "53.3%", "36.1% to 69.8%"),
    ];
    let rows = published("correct");
    assert_eq!(rows.len(), expected.len());
    for (row, (force, offence, share, limits)) in rows.iter().zip(expected) {
        let table = format!("offence,examined,correct\n\"{}\",{},{}\n", row.offence, row.whole, row.part);
        let decisions = Some(Source::new("audit/no_crime_decisions.csv", table.as_bytes()));
        let answer = examine(&read(&Inputs { decisions }).unwrap(), None, Rounding::nearest(1));
        let [found] = answer.decisions.as_slice() else { panic!("{answer:?}") };
        assert_eq!((row.force.as_str(), found.offence.as_str()), (force, offence));
        assert_eq!(found.rate.printed(), share, "{force}, {offence}");
        assert_eq!(found.rate.interval_printed().as_deref(), Some(limits), "{force}, {offence}");
    }
}

#[test]
fn the_board_paper_cut_its_percentages_of_decisions_off() {
    for row in published("correct").iter().filter(|row| row.printed_percent.is_some()) {
        // 80, 80.645 and 67.742 percent are printed as 80, 80 and 67.
        let percent = row.printed_percent.as_ref().unwrap();
        assert_eq!(printed(row, Method::CutOff, 0), format!("{percent}%"), "{}", row.offence);
    }
}
