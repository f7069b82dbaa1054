//! Tests of measures.

use super::*;
use crate::known_breaks;

fn faults(text: &str) -> Vec<String> {
    let read = read_measures(Source::new("m.toml", text.as_bytes()));
    read.err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

fn measure(numerator: &str, denominator: &str, more: &str) -> String {
    format!(
        "[[measure]]\nid = \"x\"\ntitle = \"X\"\nunit = \"u\"\nbetter = \"none\"\nnumerator = {numerator}\n\
         denominator = {denominator}\n{more}\n"
    )
}

#[test]
fn the_template_is_right() {
    let measures = read_measures(Source::new("m.toml", MEASURES.as_bytes())).unwrap();
    assert_eq!(measures.len(), 4);
    assert!(measures[2].is_proportion() && measures[3].is_score());
    assert_eq!(measures[0].place.row, Some(17));
}

#[test]
fn faults_name_their_line_and_what_mends_them() {
    let people = "{ kind = \"people\" }";
    assert_eq!(
        faults(&measure("{ kind = \"classes\", classes = [] }", people, "multiplier = 0")),
        [
            "m.toml, line 6: the numerator names no class; name at least one, or use { kind = \"total\" }",
            "m.toml, line 8: a multiplier of 0 cannot be used; use 1 to 1,000,000,000, such as 1000",
        ]
    );
    let twice = "{ kind = \"classes\", classes = [\"8N\", \"8n\"] }";
    assert_eq!(
        faults(&measure(twice, people, "")),
        ["m.toml, line 6: the numerator names `8n` twice; name it once, or it is counted twice"]
    );
    let fraud = "{ kind = \"classes\", classes = [\"Fraud offences\"] }";
    assert_eq!(
        faults(&measure(fraud, "{ kind = \"total\" }", "")),
        [
            "m.toml, line 7: the numerator has fraud and the denominator does not; write `fraud = \"included\"` in the denominator"
        ]
    );
    assert_eq!(faults(&measure(fraud, "{ kind = \"total\", fraud = \"included\" }", "")), [""; 0]);
    let one = "{ kind = \"classes\", classes = [\"8N\"] }";
    assert_eq!(
        faults(&measure(one, "{ kind = \"classes\", classes = [\"8L\"] }", "")),
        [
            "m.toml, line 7: the numerator has `8N` and the denominator does not; add it to the classes of the denominator"
        ]
    );
    assert_eq!(faults(&measure("{ kind = \"score\" }", people, "")).len(), 1);
    assert_eq!(faults(&measure(one, "{ kind = \"nothing\" }", "")).len(), 1);
    assert_eq!(
        faults(&measure(one, people, "across = [{ break = \"burglary-2017\", reason = \" \" }]")).len(),
        1
    );
}

#[test]
fn an_unknown_key_and_an_unknown_direction_are_refused_with_their_line() {
    let people = "{ kind = \"people\" }";
    let total = "{ kind = \"total\" }";
    assert!(faults(&measure(total, people, "colour = \"red\""))[0].starts_with("m.toml, line 8"));
    assert!(faults("[[measure]]\nid = \"x\"\nbetter = \"worse\"\n")[0].contains("line"));
    assert_eq!(faults(""), ["m.toml: no measure is defined; begin one with `[[measure]]`"]);
    let both = measure(total, people, "") + &measure(total, people, "");
    assert_eq!(
        faults(&both),
        ["m.toml, line 10: `x` is already the id on line 2; give this measure another"]
    );
}

#[test]
fn a_measure_stops_at_its_breaks_but_for_those_it_says_do_not_touch_it() {
    let measures = read_measures(Source::new("m.toml", MEASURES.as_bytes())).unwrap();
    let ids = |measure: &Measure| -> Vec<&str> {
        let found = measure.breaks(known_breaks(), "Kent".parse().unwrap());
        found.iter().map(|found| found.id.as_str()).collect()
    };
    // All classes are touched by the limit of 2015; burglary of every kind by no other break until 2023.
    assert_eq!(ids(&measures[1]), ["recording-within-24-hours", "burglary-2023"]);
    assert_eq!(
        ids(&measures[0]),
        ["recording-within-24-hours", "conduct-crimes-2018-total", "conduct-crimes-2023-total"]
    );
    assert!(ids(&measures[3]).is_empty());
}

#[test]
fn a_chart_that_cannot_be_made_as_said_is_a_fault_of_its_line() {
    let (one, people) = ("{ kind = \"classes\", classes = [\"8N\"] }", "{ kind = \"people\" }");
    let chart = |denominator: &str, chart: &str| {
        faults(&measure(one, denominator, &format!("chart = {{ {chart} }}")))
    };
    let said = |chart: &str| vec![format!("m.toml, line 8: chart: {chart}")];
    assert_eq!(
        chart(people, "kind = \"p'\""),
        said("a p' chart does not fit: it is of shares, and this measure is a rate; write \"u'\" or \"XmR\"")
    );
    assert_eq!(
        chart("{ kind = \"total\" }", "kind = \"u\""),
        said("a u chart does not fit: it is of rates, and this measure is a share; write \"p'\" or \"XmR\"")
    );
    assert_eq!(
        chart(people, "kind = \"c\""),
        said(
            "a c chart does not fit: it is of bare counts, and this measure is held against something; write \"u'\" or \"XmR\""
        )
    );
    assert_eq!(
        chart(people, "kind = \"np\""),
        said("`np` is no kind of control chart: `XmR`, `c`, `u`, `p`, `u'` or `p'`")
    );
    assert!(chart(people, "signals = [\"run of 5\"]")[0].contains("`run of 5` is no signal"));
    assert_eq!(
        chart(people, "baseline = { from = \"2015-04-01\", to = \"2014-03-31\", reason = \"x\" }"),
        said("the baseline ends on 2014-03-31, before it begins on 2015-04-01")
    );
    assert_eq!(
        chart(people, "rebase = [{ on = \"2015-04-01\", reason = \"\" }]"),
        said("no reason is given why limits begin anew on 2015-04-01; give one, for it is printed")
    );
    assert_eq!(
        chart(
            people,
            "rebase = [{ on = \"2015-04-01\", reason = \"x\" }, { on = \"2014-04-01\", reason = \"y\" }]"
        ),
        said(
            "limits begin anew on 2014-04-01, which does not come after the day before it; put the days in order"
        )
    );
    assert_eq!(chart(people, "kind = \"U'\", signals = []"), [""; 0]);
    let score = measure("{ kind = \"score\" }", "{ kind = \"nothing\" }", "chart = { kind = \"u\" }");
    assert_eq!(
        faults(&score),
        said("a u chart does not fit: a score has no counts behind it; write \"XmR\"")
    );
}
