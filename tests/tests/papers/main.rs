//! The papers of the examples say what they must find by themselves, and only in the right run.
//!
//! Expected values were worked out by hand from the tables of the example; the arithmetic stands beside them.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test: the exceptions of clippy.toml do not reach its helpers"
)]

mod golden;
mod synthetic;
mod written;

use std::fs;

use acceptance::command::Scratch;
use written::{first, later, write};

#[test]
fn item_1_a_digit_lost_in_a_printed_total() {
    for written in [first(), later()] {
        // 167,890 − 3,371 = 164,519. Two other single cells would do: 67,890 − 3,371 = 64,519, and
        // 167,890 − 103,371 = 64,519. Rates: 3,371 / 167,890 = 2.008%, printed 2%; 3,371 / 67,890 = 4.97%, which is 5%;
        // 103,371 / 167,890 = 61.6%.
        written.finds(
            "declared-difference",
            &[(
                "benchmark/no_crimes_2012_13.csv:2:recorded",
                "West Midlands: 167,890 − 3,371 is 164,519, not 64,519; recorded 164,519 fits the printed 2%, and the slip is a \
                 digit lost; also possible by arithmetic alone: initially recorded 67,890 (a digit gained, does not fit the \
                 printed percentage), no crimes 103,371 (several digits, does not fit the printed percentage)",
            )],
        );
        assert_eq!(
            written.values("declared-difference"),
            "initially_recorded: 167890; no_crimes: 3371; recorded: 64519; printed_percent: 2"
        );
        written.tabulates(&["West Midlands: recorded", "‘64,519’", "164,519", "a digit lost", "fits", "yes"]);
        written.tabulates(&[
            "West Midlands: initially recorded",
            "‘167,890’",
            "67,890",
            "a digit gained",
            "contradicts it",
            "no",
        ]);
        written.tabulates(&[
            "West Midlands: no crimes",
            "‘3,371’",
            "103,371",
            "several digits",
            "contradicts it",
            "no",
        ]);
        written.tabulates(&["West Midlands", "167,890", "3,371", "64,519", "164,519", "2.0%", "2%"]);
        assert_eq!(written.figure("no-crimes.west-midlands.recorded").1, "164519");
        assert_eq!(written.figure("no-crimes.west-midlands.recorded-printed").1, "64519");
        // A complete count has no sampling interval, and says why.
        written.finds(
            "complete-count-has-no-sampling-interval",
            &[(
                "benchmark/no_crimes_2012_13.csv::",
                "the rates of the 4 forces are a complete count of the records of the period and printed without an interval: \
                 nothing was sampled; an interval would speak only of a notional longer run of such years, and differences of \
                 recording practice would not be in it",
            )],
        );
    }
}

#[test]
fn item_2_printed_percentages_by_table() {
    for written in [first(), later()] {
        // Paragraph 13, exact: 328/332 = 98.80, 121/124 = 97.58, 24/30 = 80.00, 25/31 = 80.65, 21/31 = 67.74.
        // Printed 98, 98, 80, 80, 67: cut off 98, 97, 80, 80, 67 fits 4 of 5; nearest 99, 98, 80, 81, 68 fits 2 of 5;
        // up 99, 98, 80, 81, 68 fits 2 of 5. Paragraph 16, exact: 2.008, 1.89, 2.76, 4.56; printed 2, 2, 3, 5: nearest fits all.
        written.finds(
            "printed-percentage",
            &[(
                "audit/strata.csv:3:printed_percent",
                "paragraph 13: Directly recorded crimes is printed as 98%, but cutting off gives 97%; cut off fits 4 of 5, to \
                 the nearest fits 2 of 5, always up fits 2 of 5",
            )],
        );
        assert_eq!(written.values("printed-percentage"), "printed: 98%; expected: 97%; convention: cut off");
        written.finds(
            "tables-round-alike",
            &[(
                "::",
                "the tables are not rounded alike: paragraph 13 fits cutting off (4 of 5), paragraph 16 fits rounding to the \
                 nearest (4 of 4)",
            )],
        );
        for [value, counts, printed, nearest, cut] in [
            ["paragraph 13: Incidents", "328 of 332", "‘98%’", "99%", "98%"],
            ["paragraph 13: Directly recorded crimes", "121 of 124", "‘98%’", "98%", "97%"],
            ["paragraph 13: Rape", "24 of 30", "‘80%’", "80%", "80%"],
            ["paragraph 13: Robbery", "25 of 31", "‘80%’", "81%", "80%"],
            ["paragraph 13: Violence", "21 of 31", "‘67%’", "68%", "67%"],
            ["paragraph 16: West Midlands", "3,371 of 167,890", "‘2%’", "2%", "2%"],
            ["paragraph 16: Merseyside", "1,707 of 90,332", "‘2%’", "2%", "1%"],
            ["paragraph 16: Greater Manchester", "5,035 of 182,188", "‘3%’", "3%", "2%"],
            ["paragraph 16: West Yorkshire", "7,616 of 167,126", "‘5%’", "5%", "4%"],
        ] {
            written.tabulates(&[value, counts, printed, nearest, cut]);
        }
        // Wilson for 24 of 30, z = 1.96: centre (24 + 1.92) / 33.84 = 76.6%, half width 1.96 × √(4.8 + 0.96) / 33.84 = 13.9%.
        written.tabulates(&["Rape", "30", "24", "6", "80.0%", "62.7% to 90.5%", "80%"]);
        written.prints("Interval (Wilson, 95%): Computed as if the 30 decisions were independent of each other and a simple random sample");
        written.prints(
            "The 124 crimes come from 100 records: several crimes of one record are not independent trials",
        );
        written.prints("drawn from dip samples and so is not statistically significant");
        let unsaid = written.text.replace("no trend", "").replace("Emerging Trends", "");
        assert!(!unsaid.contains("trend"), "{}: 24 of 30 is no trend", written.name);
    }
}

#[test]
fn item_3_a_missing_phase_and_units_in_none() {
    for written in [first(), later()] {
        written.finds(
            "phase-numbers-without-gap",
            &[("change/phases.csv:6:phase", "phase Five is missing between Four and Six")],
        );
        // One, Two, Three, Four and Six are five.
        written.finds(
            "announced-phases-listed",
            &[("change/roll_out.toml:3:phases_announced", "6 phases announced, 5 are listed")],
        );
        // Ten units, eight named: Wolverhampton, Walsall; Dudley, Sandwell; Birmingham South, West and Central; Coventry, Solihull.
        written.finds(
            "every-unit-in-a-phase",
            &[
                ("change/units.csv:2:unit", "`Birmingham East` is in no phase"),
                ("change/units.csv:3:unit", "`Birmingham North` is in no phase"),
            ],
        );
        assert_eq!(
            (written.count("roll-out.units"), written.count("roll-out.units-covered")),
            (10, 8),
            "{}",
            written.name
        );
    }
    // Gone live by 1 July 2014: One and Two. By 1 April 2015 all five.
    assert_eq!((first().count("roll-out.phases-live"), later().count("roll-out.phases-live")), (2, 5));
}

#[test]
fn item_4_go_live_days_in_and_near_events() {
    for written in [first(), later()] {
        // June has 30 days, July and August 31. From 2 to 12 June: 10. 16 June is between 12 June and 13 July. 28 July is
        // between 23 July and 3 August, and between 22 July and 2 September, as is 1 September. From 1 to 4 September: 3.
        // All others are more than 14 days away; see the table below.
        written.finds(
            "go-live-near-event",
            &[
                (
                    "change/phases.csv:2:go_live",
                    "phase One goes live on 2 June 2014, 10 days before `World Cup` (12 June 2014 to 13 July 2014; dates at \
                     second hand); only the go-live day is compared, as phases have no end",
                ),
                (
                    "change/phases.csv:3:go_live",
                    "phase Two goes live on 16 June 2014, inside `World Cup` (12 June 2014 to 13 July 2014; dates at second \
                     hand); only the go-live day is compared, as phases have no end",
                ),
                (
                    "change/phases.csv:4:go_live",
                    "phase Three goes live on 28 July 2014, inside `Commonwealth Games, Glasgow` (23 July 2014 to 3 August \
                     2014; dates at second hand); only the go-live day is compared, as phases have no end",
                ),
                (
                    "change/phases.csv:4:go_live",
                    "phase Three goes live on 28 July 2014, inside `School summer holidays` (22 July 2014 to 2 September 2014; \
                     dates not from a primary source); only the go-live day is compared, as phases have no end",
                ),
                (
                    "change/phases.csv:5:go_live",
                    "phase Four goes live on 1 September 2014, 3 days before `NATO Summit, Newport` (4 September 2014 to 5 \
                     September 2014; dates at second hand); only the go-live day is compared, as phases have no end",
                ),
                (
                    "change/phases.csv:5:go_live",
                    "phase Four goes live on 1 September 2014, inside `School summer holidays` (22 July 2014 to 2 September \
                     2014; dates not from a primary source); only the go-live day is compared, as phases have no end",
                ),
            ],
        );
        let severities: Vec<&str> = written
            .findings
            .iter()
            .filter(|row| row["rule"] == "go-live-near-event")
            .map(|row| row["severity"].as_str())
            .collect();
        assert_eq!(severities, ["note", "warning", "warning", "warning", "note", "warning"]);
    }
}

#[test]
fn item_4_distances_and_weekdays() {
    for written in [first(), later()] {
        // Days from the nearer end, month by month: 13 July to 28 July is 15; to 1 September 18 + 31 + 1 = 50; to 3 November
        // 18 + 31 + 30 + 31 + 3 = 113; and so on.
        let (n, after) = ("days before", "days after");
        for (event, when, sure, distances) in [
            (
                "World Cup",
                "12 June 2014 to 13 July 2014",
                "medium",
                [
                    format!("10 {n}"),
                    "inside".to_owned(),
                    format!("15 {after}"),
                    format!("50 {after}"),
                    format!("113 {after}"),
                ],
            ),
            (
                "Commonwealth Games, Glasgow",
                "23 July 2014 to 3 August 2014",
                "medium",
                [
                    format!("51 {n}"),
                    format!("37 {n}"),
                    "inside".to_owned(),
                    format!("29 {after}"),
                    format!("92 {after}"),
                ],
            ),
            (
                "NATO Summit, Newport",
                "4 September 2014 to 5 September 2014",
                "medium",
                [
                    format!("94 {n}"),
                    format!("80 {n}"),
                    format!("38 {n}"),
                    format!("3 {n}"),
                    format!("59 {after}"),
                ],
            ),
            (
                "Conservative Party Conference, Birmingham",
                "28 September 2014 to 1 October 2014",
                "low",
                [
                    format!("118 {n}"),
                    format!("104 {n}"),
                    format!("62 {n}"),
                    format!("27 {n}"),
                    format!("33 {after}"),
                ],
            ),
            (
                "School summer holidays",
                "22 July 2014 to 2 September 2014",
                "low",
                [
                    format!("50 {n}"),
                    format!("36 {n}"),
                    "inside".to_owned(),
                    "inside".to_owned(),
                    format!("62 {after}"),
                ],
            ),
        ] {
            let [one, two, three, four, six] = &distances;
            written.tabulates(&[event, when, sure, one, two, three, four, six]);
        }
        // 1 January 2014 was a Wednesday; 2 June is 152 = 21 × 7 + 5 days later, a Monday; the others follow 14, 56, 91 and
        // 154 days after it, all multiples of 7.
        written.finds("weekday-matches-day", &[]);
        assert_eq!(
            (written.count("roll-out.weekdays-right"), written.count("roll-out.weekdays-printed")),
            (5, 5)
        );
    }
}

#[test]
fn item_4_a_wrong_weekday() {
    let folder = Scratch::new().unwrap();
    let force = folder.copy_of("west-midlands-2014").unwrap();
    let phases = force.join("change/phases.csv");
    let text = fs::read_to_string(&phases).unwrap().replace("2014-06-02,Monday", "2014-06-02,Tuesday");
    fs::write(&phases, text).unwrap();
    let written = write(&force, "2014-07-01", "a wrong weekday");
    let sentence = "phase One: 2 June 2014 is a Monday, not a Tuesday as printed";
    written.finds("weekday-matches-day", &[("change/phases.csv:2:weekday", sentence)]);
    written.prints("Monday (printed wrong)");
    assert_eq!(
        (written.count("roll-out.weekdays-right"), written.count("roll-out.weekdays-printed")),
        (4, 5)
    );
}

#[test]
fn item_5_messages_and_the_by_election_once_it_is_known() {
    // Confirmed on 4 July 2014: on 1 July nobody knew.
    first().finds("message-in-pre-election-period", &[]);
    for trace in [
        "by-election",
        "pcc-by-election-2014",
        "21 August",
        "2014-08-21",
        "25 July",
        "2014-07-25",
        "4 July 2014",
        "2014-07-04",
    ] {
        first().says_nowhere(trace);
    }
    assert_eq!(first().count("communications.pre-election-periods"), 0);
    // 22 July to 2 September: 10 + 31 + 2 = 43 days; 25 July to 21 August: 7 + 21 = 28 of them.
    // 1 August to 30 September: 31 + 30 = 61 days; 1 to 21 August: 21 of them.
    later().finds(
        "message-in-pre-election-period",
        &[
            (
                "communications/plan.csv:2:first_day",
                "`Domestic abuse campaign` is planned for 22 July 2014 to 2 September 2014 (`during the summer holidays`, read \
                 as: the school summer holidays, about 22 July to 2 September 2014; they differ from council to council), and up \
                 to 28 of its 43 days fall in the period of restricted messages `By-election of the Police and Crime \
                 Commissioner`, 25 July 2014 to 21 August 2014. The period begins on 25 July 2014 at the latest, so earlier days \
                 may be caught too. Confidence in these days is medium",
            ),
            (
                "communications/plan.csv:7:first_day",
                "`Building of the Perry Barr custody site` is planned for 1 August 2014 to 30 September 2014 (`late summer \
                 2014`, read as: some day from 1 August to 30 September 2014), and up to 21 of its 61 days fall in the period of \
                 restricted messages `By-election of the Police and Crime Commissioner`, 25 July 2014 to 21 August 2014. The \
                 period begins on 25 July 2014 at the latest, so earlier days may be caught too. Confidence in these days is \
                 medium",
            ),
        ],
    );
    later()
        .tabulates(&["By-election of the Police and Crime Commissioner", "25 July 2014 to 21 August 2014"]);
    assert_eq!(later().count("communications.pre-election-periods"), 1);
    // An item of the plan that speaks of the inquests, whose hearings go on.
    for (written, day) in [(first(), "1 July 2014"), (later(), "1 April 2015")] {
        let active = format!(
            "`The Hillsborough inquests` speaks of the matter of `The Hillsborough inquests` (Coroner, sitting at Warrington), \
             which is active on {day}, the day of this paper, as the item has no day of its own (no last day of the proceeding \
             is known, so it is taken to go on)"
        );
        let not_before_a_court = |what: &str| {
            format!(
                "`The Hillsborough inquests` speaks of the matter of {what}, an investigation that is not before a court: it is not \
                 active in the sense of the Contempt of Court Act 1981, but an arrest or a charge would make it so"
            )
        };
        let body = "Independent Police Complaints Commission";
        written.finds(
            "message-touches-active-proceeding",
            &[
                ("communications/plan.csv:8:matter", &active),
                ("communications/plan.csv:8:matter", &not_before_a_court("`Operation Resolve`")),
                (
                    "communications/plan.csv:8:matter",
                    &not_before_a_court(&format!("`{body} inquiry` ({body})")),
                ),
            ],
        );
    }
}

#[test]
fn item_6_the_act_as_known_on_the_day() {
    let announced = "no commencement day appointed for Part 1, October 2014 unconfirmed";
    let in_force = "in force 23 March 2015, not October 2014";
    let place = "legal/provisions.csv:2:provision";
    first().finds("commencement-as-announced", &[(place, &format!("Part 1 (injunctions): {announced}"))]);
    later().finds("commencement-as-announced", &[(place, &format!("Part 1 (injunctions): {in_force}"))]);
    for (written, answer, order) in [
        (first(), announced, "order: no order made"),
        (
            later(),
            in_force,
            "order: SI 2015/373, Commencement Order No. 8, as made 24 February 2015, article 4(a)",
        ),
    ] {
        assert_eq!(written.figure("act.part-1.sentence").1, answer);
        written.prints(&format!("stood as follows on the day for which this report was computed: {answer}."));
        assert!(written.values("commencement-as-announced").contains(order), "{order}");
    }
    // The orders were made on 24 September 2014 and 24 February 2015: on 1 July 2014 nobody knew of them.
    for trace in [
        "23 March",
        "2015-03-23",
        "2015/373",
        "24 February",
        "in force since 20 October",
        "2014-10-20",
        "2014/2590",
        "8 March 2015",
    ] {
        first().says_nowhere(trace);
    }
    later().says_nowhere(announced);
    later().says_nowhere("unconfirmed");
    first().tabulates(&["Part 1", "injunctions", "no commencement day appointed", "no order made"]);
    later().tabulates(&[
        "Part 1",
        "injunctions",
        "in force since 23 March 2015",
        "SI 2015/373, Commencement Order No. 8, as made 24 February 2015, article 4(a) (read in part)",
    ]);
}

#[test]
fn item_7_what_nobody_owns_reviews_or_counts() {
    let note = |subject: &str| format!("{subject}: whether there is an action is not known");
    for written in [first(), later()] {
        let actions = [
            (2, note("theme \"Leadership and governance\"")),
            (3, note("theme \"Systems and processes\"")),
            (4, note("theme \"People and skills\"")),
            (
                5,
                note(
                    "area of concern \"Recording of crime, and use of categories that are not crimes, in the Public Protection Units\"",
                ),
            ),
            // Line 6 has an action and an owner.
            (
                7,
                note(
                    "area of concern \"Possible under-recording of making off without payment and of shoplifting\"",
                ),
            ),
            (
                8,
                note(
                    "area of concern \"Rape recorded late, though no lack of integrity was found in its reporting\"",
                ),
            ),
        ];
        finds_in(written, "action-with-owner", "audit/improvements.csv", "action", &actions);
        let trust = |n: u32| {
            format!(
                "`Mental Health Trust {n} information exchange` with Mental Health Trust {n} (placeholder)"
            )
        };
        let agreements = [
            (2, "`Public Health England data sharing` with Public Health England".to_owned()),
            (3, "`Troubled Families information sharing` with Partner agencies (not named)".to_owned()),
            (4, trust(1)),
            (5, trust(2)),
            (6, trust(3)),
            (7, trust(4)),
            (8, "`Street triage` with Partners in street triage (not named)".to_owned()),
        ]
        .map(|(line, which)| (line, format!("{which}: its review day is not known")));
        finds_in(written, "agreement-with-review-date", "partnerships/agreements.csv", "review", &agreements);
        let priorities = [
            (2, "Carry on delivering the projects that are in flight"),
            (3, "Review the benefits of every current project and programme"),
            // Line 4 names the procurement of the Innovation and Integration Partner.
            (5, "Change the structure of the Business Transformation Team"),
        ]
        .map(|(line, which)| {
            (line, format!("priority `{which}`: it is not known which project it belongs to"))
        });
        finds_in(written, "priority-with-project", "change/priorities.csv", "item", &priorities);
        // 3 + 13 = 16; items.csv has 16 rows, of which 4 are named, and gives the kind of none.
        let count = |declared: &str, kind: &str| {
            format!(
                "{declared} {kind} declared; of 16 items listed, 0 known to be {kind} and 16 of unknown kind (12 placeholders): the \
                 list does not bear the number out; the total of 16 matches only with the 12 placeholders"
            )
        };
        written.finds(
            "declared-count-borne-out",
            &[
                ("change/portfolio.toml:2:programmes_declared", &count("3", "programmes")),
                ("change/portfolio.toml:3:projects_declared", &count("13", "projects")),
            ],
        );
    }
}

/// Findings of a rule in one column, by their lines.
fn finds_in(written: &written::Written, rule: &str, file: &str, column: &str, expected: &[(u32, String)]) {
    let places: Vec<String> = expected.iter().map(|(line, _)| format!("{file}:{line}:{column}")).collect();
    let sentences = expected.iter().map(|(_, sentence)| sentence.as_str());
    written.finds(rule, &places.iter().map(String::as_str).zip(sentences).collect::<Vec<_>>());
}
