//! Small invented tables, examined as a whole.

use super::*;
use crate::{Inputs, printed_shares, read};
use rulebook::Method;
use statistics::{best, fits};
use table::Source;

// By hand: 40000 − 1000 = 39000 (2.5%), 80000 − 2400 = 77600 (3%), 52480 − 1260 = 51220, printed with two digits
// exchanged (2.40…%).
const TABLE: &str = "force,initially_recorded,no_crimes,recorded,printed_percent\n\
    Kent Police,52480,1260,52120,2.4%\n\
    Sussex Police,\"40,000\",\"1,000\",39000,2.5%\n\
    Surrey,80000,2400,77600,3.0%\n";
const SETTINGS: &str = "period = \"2030/31\"\nfocal = \"Kent\"\ngroup = \"an invented group\"\n";

fn benchmark(table: &str, settings: &str) -> Answer {
    examine(&facts(table, settings), Rounding::nearest(2))
}

fn facts(table: &str, settings: &str) -> Facts {
    read(&Inputs {
        no_crimes: Some(Source::new("benchmark/no_crimes.csv", table.as_bytes())),
        benchmark: Some(Source::new("benchmark/benchmark.toml", settings.as_bytes())),
        official: None,
    })
    .unwrap()
}

fn printed(answer: &Answer, id: &str) -> String {
    let mut found = answer.figures.iter().filter(|figure| figure.id.as_str() == id);
    let figure = found.next().unwrap_or_else(|| panic!("no figure {id}"));
    assert!(found.next().is_none(), "{id} twice");
    figure.printed()
}

#[test]
fn every_figure_is_there_under_its_name() {
    let answer = benchmark(TABLE, SETTINGS);
    for (id, expected) in [
        ("no-crimes.kent.initially-recorded", "52,480"),
        ("no-crimes.kent.no-crimes", "1,260"),
        ("no-crimes.kent.recorded", "51,220"),
        ("no-crimes.kent.recorded-printed", "52,120"),
        ("no-crimes.kent.rate", "2.40%"),
        ("no-crimes.kent.rate-printed", "2.4%"),
        ("no-crimes.sussex.recorded", "39,000"),
        ("no-crimes.surrey.rate", "3.00%"),
        ("no-crimes.period", "2030/31"),
        ("no-crimes.group", "an invented group"),
        ("no-crimes.source", "not supplied"),
        ("no-crimes.forces", "3"),
        ("no-crimes.lowest", "Kent"),
        ("no-crimes.focal.rate", "2.40%"),
        ("no-crimes.focal.rank", "1"),
        ("no-crimes.focal.recorded", "51,220"),
        ("no-crimes.focal.recorded-printed", "52,120"),
        ("no-crimes.focal.missing", "−900"),
        // 3400 of 120000.
        ("no-crimes.peers.rate", "2.83%"),
    ] {
        assert_eq!(printed(&answer, id), expected, "{id}");
    }
    assert!(answer.figures.iter().all(|figure| figure.interval.is_none()));
    assert_eq!(
        answer.forces[0].recorded.working,
        "51220 instead of the printed 52120 (two neighbouring digits exchanged)"
    );
    assert_eq!(answer.forces[0].recorded.by.unwrap().id.0, "declared-difference");
}

#[test]
fn every_finding_is_there_at_its_place() {
    let found: Vec<String> = benchmark(TABLE, SETTINGS).findings.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(
        found[0].starts_with(
            "benchmark/no_crimes.csv, line 2, column recorded: warning [declared-difference]: Kent:"
        ),
        "{found:#?}"
    );
    assert!(found[1].starts_with("benchmark/no_crimes.csv: note [complete-count-has-no-sampling-interval]"));
}

#[test]
fn equal_rates_share_a_place() {
    let table = "force,initially_recorded,no_crimes,recorded\nKent,300,3,297\nSussex,100,1,99\nSurrey,100,0,100\nEssex,10,1,9\n";
    let answer = benchmark(table, "period = \"y\"\nfocal = \"Sussex\"\n");
    assert_eq!(printed(&answer, "no-crimes.focal.rank"), "2");
    let answer = benchmark(&table.replace("100,0,100", "100,1,99"), "period = \"y\"\nfocal = \"Essex\"\n");
    assert_eq!(printed(&answer, "no-crimes.lowest"), "Kent and Sussex and Surrey");
    assert_eq!(printed(&answer, "no-crimes.focal.rank"), "4");
    assert_eq!(printed(&answer, "no-crimes.focal.missing"), "0");
}

#[test]
fn a_rejected_row_withholds_what_is_said_of_all_forces() {
    for bad in [
        TABLE.replace("Surrey", "Surry"),
        TABLE.replace("Surrey", "Kent Constabulary"),
        TABLE.replace("80000", "-80000"),
    ] {
        let answer = benchmark(&bad, SETTINGS);
        let why = "withheld (1 of 3 rows of benchmark/no_crimes.csv rejected)";
        for id in ["no-crimes.forces", "no-crimes.lowest", "no-crimes.focal.rank", "no-crimes.peers.rate"] {
            assert_eq!(printed(&answer, id), why, "{bad}");
        }
        assert_eq!(printed(&answer, "no-crimes.focal.rate"), "2.40%");
        assert_eq!(answer.forces.len(), 2);
    }
}

#[test]
fn a_focal_force_without_a_row_is_an_error_and_its_figures_are_withheld() {
    let answer = benchmark(TABLE, &SETTINGS.replace("Kent", "Essex"));
    assert!(answer.findings.iter().any(|f| f.rule.id.0 == "focal-force-in-table"));
    for id in ["rate", "recorded", "recorded-printed", "missing", "rank"] {
        let figure = printed(&answer, &format!("no-crimes.focal.{id}"));
        assert_eq!(figure, "withheld (the focal force is not in the table)");
    }
    assert_eq!(printed(&answer, "no-crimes.forces"), "3");
}

#[test]
fn where_no_repair_is_best_the_cells_in_doubt_are_withheld() {
    // 150 − 10 is 140, not 40: recorded 140 lost a digit, or initially recorded 50 gained one; no percentage tells.
    let table = "force,initially_recorded,no_crimes,recorded\nKent,150,10,40\nSussex,100,1,99\n";
    let answer = benchmark(table, SETTINGS);
    for id in ["kent.recorded", "kent.initially-recorded", "kent.rate", "focal.missing"] {
        let figure = printed(&answer, &format!("no-crimes.{id}"));
        assert!(figure.starts_with("withheld (the printed counts contradict each other"), "{id}: {figure}");
    }
    assert_eq!(printed(&answer, "no-crimes.kent.recorded-printed"), "40");
    assert_eq!(printed(&answer, "no-crimes.focal.rank"), "withheld (the rate of Kent cannot be told)");
}

#[test]
fn the_published_table_fits_rounding_to_the_nearest() {
    // Paragraph 16 of the board paper of 1 July 2014, as printed. By hand: 2.008, 1.890, 2.764, 4.557 percent.
    let table = "force,initially_recorded,no_crimes,recorded,printed_percent\n\
        West Midlands Police,167890,3371,64519,2%\nMerseyside Police,90332,1707,88625,2%\n\
        Greater Manchester Police,182188,5035,177153,3%\nWest Yorkshire Police,167126,7616,159510,5%\n";
    let fits = fits(&printed_shares(&facts(table, SETTINGS)));
    let best = best(&fits).unwrap();
    assert_eq!((best.method, best.fits, best.of), (Method::Nearest, 4, 4));
}

#[test]
fn all_files_that_cannot_be_read_are_named_at_once() {
    let errors = read(&Inputs {
        no_crimes: Some(Source::new("n.csv", b"force\n")),
        benchmark: Some(Source::new("b.toml", b"period = 1\n")),
        official: None,
    })
    .unwrap_err();
    assert_eq!(errors.len(), 2);
}

#[test]
fn what_is_not_supplied_gives_nothing() {
    let answer = examine(&read(&Inputs::default()).unwrap(), Rounding::nearest(0));
    assert!(answer.figures.is_empty() && answer.findings.is_empty());
}

#[test]
fn paragraph_16_differs_from_the_official_totals_by_definition() {
    // The Home Office's rolling years, year ending March 2013, sums of all offences but fraud.
    let official = "force,recorded\nE23000014,168770\nMerseyside,89836\nGreater Manchester,180396\nWest Yorkshire,162438\n";
    let table = "force,initially_recorded,no_crimes,recorded,printed_percent\nWest Midlands Police,167890,3371,64519,2%\n\
        Merseyside Police,90332,1707,88625,2%\nGreater Manchester Police,182188,5035,177153,3%\n\
        West Yorkshire Police,167126,7616,159510,5%\n";
    let read = read(&Inputs {
        no_crimes: Some(Source::new("benchmark/no_crimes.csv", table.as_bytes())),
        benchmark: None,
        official: Some(Source::new("benchmark/official_totals.csv", official.as_bytes())),
    });
    let answer = examine(&read.unwrap(), Rounding::nearest(1));
    // 168,770 less 164,519, and not less the 64,519 that is printed.
    assert_eq!(printed(&answer, "no-crimes.west-midlands.short-of-official"), "4,251");
    let by_definition =
        answer.findings.iter().filter(|found| found.rule.id == crate::rules::differs_by_definition::RULE.id);
    assert_eq!(by_definition.count(), 1);
    assert!(
        !answer.findings.iter().any(|found| found.rule.id == crate::rules::agrees_with_reference::RULE.id)
    );
}

#[test]
fn four_forces_stand_against_the_others_by_chance_alone() {
    let table = "force,initially_recorded,no_crimes,recorded\nWest Midlands,167890,3371,164519\nMerseyside,90332,1707,88625\n\
        Greater Manchester,182188,5035,177153\nWest Yorkshire,167126,7616,159510\n";
    let answer =
        examine(&facts(table, "period = \"2012/13\"\nfocal = \"West Midlands\"\n"), Rounding::nearest(1));
    // 14,358 of 439,646 is 3.2658%. SciPy 1.17.1: the least k with binom.cdf(k, 167890, p) >= 0.001 is 5,259, the largest with
    // binom.sf(k - 1, 167890, p) >= 0.001 is 5,709: 3.13% and 3.40%.
    assert_eq!(printed(&answer, "no-crimes.west-midlands.others"), "3.3%");
    assert_eq!(printed(&answer, "no-crimes.west-midlands.limits"), "3.13% to 3.40%");
    let places: Vec<String> = answer.among.iter().map(|force| force.place.printed()).collect();
    assert_eq!(places, ["below", "below", "below", "above"]);
    let dispersion =
        answer.figures.iter().find(|figure| figure.id.as_str() == "no-crimes.dispersion").unwrap();
    assert!(matches!(&dispersion.value, rulebook::Value::Withheld(why) if why.contains("4 points")));
}
