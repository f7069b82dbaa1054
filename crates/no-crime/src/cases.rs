//! Worked examples: a removal that keeps every rule, and what is changed in it.

use std::collections::BTreeMap;

use crime::removal::{Field, Removal};
use rulebook::day;
use serde::Deserialize;

use crate::{Answer, Judgement, Verdict, judge};

/// The facts of a case: the ground of a removal that keeps every rule, and the columns that are changed in it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// `C1` to `C5`: the removal to begin with.
    sound: String,
    /// What is changed, by column; an empty cell is not supplied.
    #[serde(default)]
    but: BTreeMap<String, String>,
}

/// What is expected: the verdict, the other reading's if it differs, and each rule that is not simply kept, as `rule: broken`.
#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    verdict: String,
    #[serde(default)]
    otherwise: String,
    #[serde(default)]
    because: Vec<String>,
}

/// The facts of a removal that keeps every rule, by ground.
pub fn sound(ground: &str) -> Removal {
    let mut removal = Removal::default();
    let common = [
        (Field::Record, "20/1"),
        (Field::Class, "8N"),
        (Field::Subcode, "008/06"),
        (Field::PolicingUnit, "North"),
        (Field::Recorded, "2026-05-01T16:00"),
        (Field::Removed, "2026-06-10T09:00"),
        (Field::Ground, ground),
        (Field::DecidedBy, "D7"),
        (Field::Role, "designated-decision-maker"),
        (Field::Independent, "yes"),
        (Field::Investigator, "P100"),
        (Field::Trained, "yes"),
        (Field::AuditTrail, "yes"),
        (Field::VictimWithdrew, "no"),
    ];
    let information = [
        (Field::RestsOn, "cctv"),
        (Field::InformationAvailable, "2026-05-20"),
        (Field::KnownWhenRecorded, "no"),
        (Field::OriginCheckable, "yes"),
        (Field::ReliabilityCheckable, "yes"),
        (Field::Relevant, "yes"),
        (Field::Summarised, "yes"),
    ];
    let told = [
        (Field::VictimTold, "yes"),
        (Field::VictimToldAt, "2026-06-08T11:00"),
        (Field::VictimToldRecorded, "yes"),
    ];
    let transferred = [
        (Field::OutsideJurisdiction, "yes"),
        (Field::ReceivingForce, "Kent"),
        (Field::ReceivingReference, "46/200"),
        (Field::ReceivingReferenceOf, "crime"),
        (Field::VictimGivenReference, "yes"),
    ];
    let no_crime = [(Field::ShowsNoCrime, "yes"), (Field::Compelling, "yes")];
    let duplicate =
        [(Field::OtherRecord, "20/2"), (Field::OtherRecordLive, "yes"), (Field::SameCrime, "yes")];
    let error =
        [(Field::GenuineMistake, "yes"), (Field::MistakeDocumented, "yes"), (Field::NoCrimeOnBalance, "yes")];
    let self_defence = [(Field::SelfDefenceShown, "yes")];
    let parts: &[&[(Field, &str)]] = match ground {
        "C1" => &[&common, &information, &told, &transferred],
        "C2" => &[&common, &information, &told, &no_crime],
        "C3" => &[&common, &duplicate],
        "C4" => &[&common, &error],
        "C5" => &[&common, &information, &told, &self_defence],
        other => panic!("there is no sound removal on `{other}`"),
    };
    for (field, text) in parts.iter().copied().flatten() {
        removal.set(*field, text).unwrap();
    }
    removal
}

/// Judges a case on 31 March 2027, the last day of the rules that are held.
pub fn judged(facts: &Facts) -> Expected {
    let mut removal = sound(&facts.sound);
    for (column, text) in &facts.but {
        let field: Field = column.parse().unwrap_or_else(|_| panic!("there is no column `{column}`"));
        removal.set(field, text).unwrap();
    }
    told(&judge(&removal, day(2027, 3, 31)))
}

fn told(judgement: &Judgement<'_>) -> Expected {
    let because = judgement.steps.iter().filter_map(|step| {
        let word = match &step.answer {
            Answer::NotAsked | Answer::Met { .. } => return None,
            Answer::Broken(_) => "broken".to_owned(),
            Answer::CannotBeTold { missing, otherwise, .. } => {
                let names: Vec<&str> = missing.iter().map(|field| field.name()).collect();
                let by = if otherwise.is_some() { " by one reading" } else { "" };
                format!("cannot be told{by} without {}", names.join(", "))
            }
            Answer::ReadingsDiffer { .. } => "readings differ".to_owned(),
            Answer::Signal(_) => "signal".to_owned(),
            Answer::NotHeld(_) => "not held".to_owned(),
        };
        Some(format!("{}: {word}", step.rule.id))
    });
    Expected {
        verdict: judgement.verdict.to_string(),
        otherwise: judgement.other_reading.map(|verdict| verdict.to_string()).unwrap_or_default(),
        because: because.collect(),
    }
}

#[test]
fn what_is_sound_stands() {
    for ground in ["C1", "C2", "C3", "C4", "C5"] {
        let removal = sound(ground);
        let judgement = judge(&removal, day(2027, 3, 31));
        assert_eq!(judgement.verdict, Verdict::Stands, "{ground}: {:?}", told(&judgement));
        assert_eq!(told(&judgement).because, Vec::<String>::new(), "{ground}");
    }
}
