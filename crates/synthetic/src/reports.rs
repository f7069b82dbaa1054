//! Invented reports to the police, in a realistic mix, as the counting rules read them.

use serde_json::{Value, json};

use crate::draw::Draw;

/// How much of each report is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Held {
    /// Every fact on which its decision rests.
    Everything,
    /// What records systems commonly hold, as far as we can tell without having seen one: who reports, people with age and sex, the day, the
    /// place, what was done. Not whether evidence spoke against it, whether the reporter was impaired or in doubt, what was intended, or who
    /// else deals with it; a confirmation of the victim in one report of five where somebody else reports.
    AsRecordsSystems,
}

/// A kind of report, and its share of a thousand.
///
/// The shares are those of the crimes recorded in England and Wales in the year to December 2018 (Home Office open data, offence groups
/// without fraud, rounded), which is a mix of crimes and not of reports: there is no published mix of reports.
pub const SHARES: [(&str, u64); 15] = [
    ("violence without injury", 128),
    ("criminal damage and arson", 111),
    ("other theft", 105),
    ("violence with injury", 105),
    ("vehicle offences", 90),
    ("public order", 85),
    ("stalking and harassment", 79),
    ("shoplifting", 73),
    ("burglary", 83),
    ("sexual offences", 31),
    ("drugs", 28),
    ("miscellaneous, by code", 20),
    ("theft from the person or of a bicycle", 38),
    ("robbery", 16),
    ("weapons", 8),
];

/// `n` invented reports, one JSON object a line. The same seed gives the same bytes.
///
/// Of the reports about a victim, one in ten has a second victim, and one in twelve a second act of the same people.
///
/// ```
/// use synthetic::{Held, reports};
/// let lines: Vec<String> = reports(7, 3, Held::Everything).collect();
/// assert!(lines[0].starts_with(r#"{"acts":["#) && lines[2].contains(r#""id":"synthetic-3""#));
/// ```
pub fn reports(seed: u64, n: u64, held: Held) -> impl Iterator<Item = String> {
    let mut draw = Draw::seeded(seed);
    (1..=n).map(move |number| report(number, &mut draw, held).to_string())
}

fn report(number: u64, draw: &mut Draw, held: Held) -> Value {
    let all = held == Held::Everything;
    let kind = kind(draw);
    let day = draw.between(1, 28);
    let two_victims = draw.below(10) == 0;
    let who = draw.one_of(&[
        "victim",
        "victim",
        "victim",
        "victim",
        "another-person",
        "police",
        "professional",
        "parent-or-carer",
    ]);
    let victims: Vec<Value> = (1..=if two_victims { 2 } else { 1 }).map(|n| victim(n, draw, held)).collect();
    let ids: Vec<&str> = if two_victims { vec!["v1", "v2"] } else { vec!["v1"] };
    let (what, with_victim) = what(kind, draw, all);
    let mut acts = vec![act("a1", &what, if with_victim { &ids } else { &[] }, day, draw, all)];
    if with_victim && draw.below(12) == 0 {
        let (what, _) = self::what("criminal damage and arson", draw, all);
        acts.push(act("a2", &what, &["v1"], day, draw, all));
    }
    let mut report = json!({
        "id": format!("synthetic-{number}"),
        "received": format!("2026-05-{day:02}T{:02}:{:02}:00", draw.below(24), draw.below(60)),
        "force": "West Midlands",
        "reporter": { "who": who },
        "setting": "elsewhere",
        "victims": if with_victim { json!(victims) } else { json!([]) },
        "offenders": [{ "id": "o1", "people": draw.between(1, 3), "age": draw.between(14, 60), "police": "no", "distinct": "yes" }],
        "acts": acts,
    });
    if !with_victim && who == "victim" {
        set(&mut report, &["reporter", "who"], "police");
    }
    if all {
        set(&mut report, &["handled_by"], "this-force");
        set(&mut report, &["reporter", "impaired"], "no");
        set(&mut report, &["reporter", "in_doubt"], "no");
    }
    report
}

/// Says something at a place of a report.
fn set(report: &mut Value, path: &[&str], value: impl Into<Value>) {
    let mut at = report;
    for step in path {
        if !at.is_object() {
            *at = json!({});
        }
        let Some(object) = at.as_object_mut() else { return };
        at = object.entry(*step).or_insert(Value::Null);
    }
    *at = value.into();
}

fn kind(draw: &mut Draw) -> &'static str {
    let mut at = draw.below(SHARES.iter().map(|(_, share)| share).sum());
    for (kind, share) in SHARES {
        if at < share {
            return kind;
        }
        at -= share;
    }
    "other theft"
}

fn victim(number: u64, draw: &mut Draw, held: Held) -> Value {
    let mut victim = json!({
        "id": format!("v{number}"), "kind": "person", "age": draw.between(5, 90), "sex": draw.one_of(&["female", "male"]),
        "unit": "the synthetic household", "serving": if draw.below(30) == 0 { "constable" } else { "neither" },
    });
    let confirms = draw.below(10);
    let asked = draw.below(5) == 0;
    if held == Held::Everything || asked {
        set(&mut victim, &["found"], "yes");
        set(&mut victim, &["confirms"], if confirms == 0 { "no" } else { "yes" });
    }
    victim
}

fn act(id: &str, what: &Value, against: &[&str], day: u64, draw: &mut Draw, all: bool) -> Value {
    let mut act = json!({
        "id": id, "by": "o1", "against": against, "day": format!("2026-05-{:02}", draw.between(1, day)), "what": what,
        "location": { "suspect_at": "West Midlands" },
    });
    if all {
        set(&mut act, &["in_course_of"], "none");
        set(&mut act, &["contrary_evidence"], if draw.below(25) == 0 { "yes" } else { "no" });
        set(&mut act, &["on_balance"], "yes");
        set(&mut act, &["points_to_prove"], "yes");
        set(&mut act, &["necessary"], if draw.below(4) == 0 { "yes" } else { "no" });
        set(&mut act, &["attempted"], if draw.below(12) == 0 { "yes" } else { "no" });
        for (flag, likely) in [("online", 8), ("alcohol", 6)] {
            set(&mut act, &["circumstances", flag], if draw.below(likely) == 0 { "yes" } else { "no" });
        }
    }
    act
}

/// What was done, and whether to a victim. What only `all` has is what records systems seldom hold.
fn what(kind: &str, draw: &mut Draw, all: bool) -> (Value, bool) {
    let aggravated = if draw.below(30) == 0 { "yes" } else { "no" };
    match kind {
        "violence without injury" => (violence("none", aggravated, draw, all), true),
        "violence with injury" => {
            let injury =
                draw.one_of(&["less-than-serious", "less-than-serious", "less-than-serious", "serious"]);
            (violence(injury, aggravated, draw, all), true)
        }
        "criminal damage and arson" => {
            let property = draw.one_of(&["vehicle", "vehicle", "home", "business-building", "other"]);
            let mut damage = json!({
                "done": draw.one_of(&["damaged", "damaged", "damaged", "damaged", "burnt"]), "property": property,
                "value": draw.between(20, 6000), "aggravated": aggravated,
            });
            if all {
                set(&mut damage, &["easily_rectified"], "no");
                set(&mut damage, &["whose"], "another");
                set(&mut damage, &["entry_point"], "no");
            }
            (json!({ "damage": damage }), true)
        }
        "other theft" => {
            (taking("other", draw.one_of(&["elsewhere", "elsewhere", "dwelling"]), draw, all), true)
        }
        "theft from the person or of a bicycle" => {
            let (taken, from) =
                if draw.below(2) == 0 { ("other", "person") } else { ("pedal-cycle", "elsewhere") };
            (taking(taken, from, draw, all), true)
        }
        "shoplifting" => (taking("other", "shop", draw, all), true),
        "vehicle offences" => {
            let (taken, from) =
                if draw.below(3) == 0 { ("motor-vehicle", "elsewhere") } else { ("other", "motor-vehicle") };
            (taking(taken, from, draw, all), true)
        }
        "robbery" => {
            let mut what = taking("other", "person", draw, all);
            set(&mut what, &["taking", "force"], "to-steal");
            set(&mut what, &["taking", "robbed_of"], draw.one_of(&["individual", "individual", "business"]));
            (what, true)
        }
        "burglary" => (burglary(draw, all), true),
        "public order" => {
            let effect = draw.one_of(&["violence-feared", "distress-meant", "distress-likely"]);
            let mut disorder =
                json!({ "behaviour": "threatening", "effect": effect, "aggravated": aggravated });
            if all {
                set(&mut disorder, &["inside_dwelling"], "no");
                set(&mut disorder, &["because_of_sex"], "no");
                set(&mut disorder, &["continuing"], "no");
                set(&mut disorder, &["evidence"], "no");
            }
            (json!({ "disorder": disorder }), true)
        }
        "stalking and harassment" => {
            let mut course = json!({ "occasions": "two-or-more", "aggravated": aggravated });
            if all {
                set(
                    &mut course,
                    &["pattern"],
                    draw.one_of(&["fixated", "controlling", "alarming", "alarming"]),
                );
                set(&mut course, &["relationship"], draw.one_of(&["partners", "former-partners", "none"]));
                set(&mut course, &["serious_effect"], "yes");
                set(&mut course, &["ought_to_know"], "yes");
                set(&mut course, &["effect"], draw.one_of(&["fear-of-violence", "serious-alarm", "less"]));
            }
            (json!({ "course": course }), true)
        }
        "sexual offences" => {
            let mut sexual = json!({ "act": draw.one_of(&["penile-penetration", "touching", "touching"]) });
            if all {
                set(&mut sexual, &["consent"], "unwilling");
                set(&mut sexual, &["penetrated_by"], 1);
                set(&mut sexual, &["reported_as_rape"], "yes");
            }
            (json!({ "sexual": sexual }), true)
        }
        "drugs" => {
            let mut drugs = json!({ "dealing": draw.one_of(&["possession", "possession", "supply"]), "drug": draw.one_of(&["cannabis", "cannabis", "cocaine"]) });
            if all {
                set(&mut drugs, &["identified_by"], "test");
            }
            (json!({ "drugs": drugs }), false)
        }
        "weapons" => {
            let mut weapon = json!({ "kind": "blade", "act": "held", "place": "public" });
            if all {
                set(&mut weapon, &["used_in"], "none");
            }
            (json!({ "weapon": weapon }), false)
        }
        _ => (json!({ "given": { "subcode": draw.one_of(&["079/01", "033/00", "066/39"]) } }), false),
    }
}

fn burglary(draw: &mut Draw, all: bool) -> Value {
    let premises = draw.one_of(&["house", "house", "house", "outbuilding", "business"]);
    let mut entry = json!({ "premises": premises, "purpose": "steal" });
    if all {
        set(&mut entry, &["way"], draw.one_of(&["trespass", "trespass", "trespass", "distraction"]));
        set(&mut entry, &["weapon"], "no");
    }
    json!({ "entry": entry })
}

fn violence(injury: &str, aggravated: &str, draw: &mut Draw, all: bool) -> Value {
    let mut violence = json!({ "injury": injury, "aggravated": aggravated });
    if all {
        set(
            &mut violence,
            &["intent"],
            draw.one_of(&["less", "less", "less", "less", "less", "less", "less", "serious-harm"]),
        );
        set(&mut violence, &["strangled"], if draw.below(20) == 0 { "yes" } else { "no" });
    }
    json!({ "violence": violence })
}

fn taking(taken: &str, from: &str, draw: &mut Draw, all: bool) -> Value {
    let mut taking = json!({ "taken": taken, "from": from });
    if all {
        set(&mut taking, &["force"], "none");
        set(&mut taking, &["by_employee"], if draw.below(30) == 0 { "yes" } else { "no" });
        set(&mut taking, &["keeping"], "for-good");
        set(&mut taking, &["vehicle_outcome"], draw.one_of(&["nothing", "nothing", "damage"]));
        set(&mut taking, &["damage_under_5000"], "yes");
    }
    json!({ "taking": taking })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_reports() {
        let of = |seed| reports(seed, 200, Held::Everything).collect::<Vec<_>>();
        assert_eq!(of(1), of(1));
        assert_ne!(of(1), of(2));
    }

    #[test]
    fn shares_are_of_a_thousand() {
        assert_eq!(SHARES.iter().map(|(_, share)| share).sum::<u64>(), 1000);
    }

    #[test]
    fn every_report_says_that_it_is_synthetic() {
        assert!(reports(3, 500, Held::AsRecordsSystems).all(|line| line.contains("\"id\":\"synthetic-")));
    }
}
