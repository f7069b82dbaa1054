//! Changes that others worked out.

use super::*;
use crate::score::{read_counts, score_counts};
use rulebook::day;

fn held(counts: (u64, u64), earlier: &str, settings: &Settings) -> Result<Answer, EarlierError> {
    let text =
        format!("stratum,records_examined,crimes_due,crimes_recorded\nCalls,90,{},{}\n", counts.1, counts.0);
    let rows = read_counts(Source::new("counts.csv", text.as_bytes())).unwrap();
    let mut answer = score_counts(&rows, None, settings);
    let text = format!("force,stratum,what,part,whole,share,low,high,method\n{earlier}\n");
    let earlier = read_earlier(Source::new("summary-rates.csv", text.as_bytes())).unwrap();
    answer.held_against(&earlier, settings)?;
    Ok(answer)
}

fn told(answer: &Answer) -> (String, String, String) {
    let figure = answer.figure("audit.all.change").unwrap();
    let method = figure.interval.as_ref().map_or_else(String::new, |interval| interval.method.clone());
    (figure.printed(), figure.interval_printed().unwrap_or_default(), method)
}

#[test]
fn counts_are_compared_as_newcombe_published_it() {
    let settings = Settings::new(day(2026, 6, 1));
    let answer = held((56, 70), ",all,compliance,48,80,0.6,,,\"Wilson, 95%\"", &settings).unwrap();
    // R. G. Newcombe 1998, example (a), method 10: 56 of 70 and 48 of 80 give 0.0524 to 0.3339.
    let expected = ("20.0".to_owned(), "5.2 to 33.4".to_owned(), "Newcombe, 95%".to_owned());
    assert_eq!(told(&answer), expected);
    let said = answer.verdicts.last().unwrap();
    assert!(
        said.contains("are 80.0%, and were 60.0%") && said.ends_with("it is higher than it was."),
        "{said}"
    );
}

#[test]
fn estimates_are_compared_by_their_limits_and_only_of_one_confidence() {
    let settings = Settings::new(day(2026, 6, 1));
    // 48 of 80 by Wilson: 0.6, 0.4904 to 0.7004. Earlier 0.65 (0.60 to 0.72), by hand: -0.05 less the root of 0.1096² + 0.07²,
    // which is 0.1300, and plus that of 0.1004² + 0.05², which is 0.1122.
    let answer = held((48, 80), ",all,compliance,,,0.65,0.60,0.72,\"score, 95%\"", &settings).unwrap();
    let expected = ("−5.0".to_owned(), "−18.0 to 6.2".to_owned(), "MOVER, 95%".to_owned());
    assert_eq!(told(&answer), expected);
    assert!(answer.verdicts.last().unwrap().ends_with("the two samples do not show that it changed."));
    let error = held((48, 80), ",all,compliance,,,0.65,0.60,0.72,\"score, 90%\"", &settings).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("summary-rates.csv, line 2, column method: the earlier limits are `score, 90%`")
    );
}

#[test]
fn an_earlier_rate_that_is_left_out_leaves_the_change_open() {
    let settings = Settings::new(day(2026, 6, 1));
    for earlier in [",all,compliance,,,,,,", ",North,compliance,1,2,0.5,,,\"Wilson, 95%\""] {
        let answer = held((48, 80), earlier, &settings).unwrap();
        assert_eq!(told(&answer).0, "not supplied", "{earlier}");
        assert!(answer.verdicts.last().unwrap().contains("cannot be told"));
    }
    // A share beyond 1 is a row that cannot be read.
    let answer = held((48, 80), ",all,compliance,,,1.5,0.60,0.72,\"score, 95%\"", &settings).unwrap();
    assert!(answer.findings.iter().any(|found| found.rule.id.0 == "readable-row"));
}
