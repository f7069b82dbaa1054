//! What holds of every removal, whatever is known of it.

use crime::{
    Fact,
    removal::{Field, Information, Removal},
};
use proptest::{prelude::*, sample::select};
use rulebook::day;

use crate::{Answer, Verdict, cases::sound, judge};

/// What may stand in a cell beside nothing and `not known`.
fn words(field: Field) -> &'static [&'static str] {
    match field {
        Field::Class => {
            &["8N", "5D", "19C", "19A", "4.1", "N100", "46", "49A", "104", "105", "105A", "105B", "106"]
        }
        Field::Subcode => &["008/06", "008/01", "008/52", "8/52", "053/25"],
        Field::Recorded | Field::InformationAvailable => {
            &["2020-03-31", "2020-04-01T09:00", "2020-04-02", "2026-04-30", "2026-05-01", "2026-05-02T12:00"]
        }
        Field::Removed => &["2010-06-01", "2019-05-01", "2026-06-01T12:00", "2027-03-31"],
        Field::Ground => &["C1", "C2", "C3", "C4", "C5"],
        Field::Role => &["force-crime-registrar", "chief-officer-for-recording", "investigator"],
        Field::RestsOn => &[
            "cctv",
            "withdrawal",
            "paid-before-police",
            "paid-after-police; time-passed",
            "negative-conclusive-grounds",
            "cctv; negative-conclusive-grounds",
            "negative-reasonable-grounds",
        ],
        Field::ReceivingReferenceOf => &["crime", "crime-related-incident"],
        Field::ReceivingForce => &["Kent", "British Transport Police", "Police Scotland"],
        Field::Record | Field::OtherRecord => &["20/1", "20/2"],
        Field::VictimToldAt | Field::OutcomeOn => &["2026-05-20", "2026-06-20T10:00"],
        Field::PolicingUnit
        | Field::DecidedBy
        | Field::Registered
        | Field::ForceHasRegisteredRegistrar
        | Field::RegistrarAdvised
        | Field::Independent
        | Field::Investigator
        | Field::Trained
        | Field::AuditTrail
        | Field::KnownWhenRecorded
        | Field::OriginCheckable
        | Field::ReliabilityCheckable
        | Field::Relevant
        | Field::ShowsNoCrime
        | Field::Compelling
        | Field::Summarised
        | Field::Notes
        | Field::OutsideJurisdiction
        | Field::ReceivingReference
        | Field::VictimTold
        | Field::VictimToldRecorded
        | Field::VictimGivenReference
        | Field::OtherRecordLive
        | Field::SameCrime
        | Field::GenuineMistake
        | Field::MistakeDocumented
        | Field::NoCrimeOnBalance
        | Field::SelfDefenceShown
        | Field::VictimWithdrew
        | Field::PressureConsidered
        | Field::PressureConcern
        | Field::MutilationReport
        | Field::RetentionFactors
        | Field::Outcome
        | Field::RecordedAgainAs => &["yes", "no"],
    }
}

/// What a cell says that supplies nothing.
const NOTHING: &[&str] = &["", "not known"];

/// The facts of proof, each with what speaks for the removal.
const FAVOURABLE: &[(Field, &str)] = &[
    (Field::KnownWhenRecorded, "no"),
    (Field::OriginCheckable, "yes"),
    (Field::ReliabilityCheckable, "yes"),
    (Field::Relevant, "yes"),
    (Field::ShowsNoCrime, "yes"),
    (Field::Compelling, "yes"),
    (Field::Summarised, "yes"),
    (Field::OutsideJurisdiction, "yes"),
    (Field::ReceivingReferenceOf, "crime"),
    (Field::OtherRecordLive, "yes"),
    (Field::SameCrime, "yes"),
    (Field::GenuineMistake, "yes"),
    (Field::MistakeDocumented, "yes"),
    (Field::NoCrimeOnBalance, "yes"),
    (Field::SelfDefenceShown, "yes"),
    (Field::RetentionFactors, "no"),
];

/// A removal that keeps every rule, with a few cells changed: so that many still stand, and many fail by little.
fn any_removal() -> impl Strategy<Value = Removal> {
    let changes = prop::collection::vec(any_cell(), 0..6);
    let crimes = select(
        &[
            ("8N", "008/06"),
            ("8N", "008/52"),
            ("19C", "019/08"),
            ("49A", "053/25"),
            ("106", "036/06"),
            ("105A", "105/01"),
            ("N100", ""),
        ][..],
    );
    let grounds = select(&["C1", "C2", "C3", "C4", "C5"][..]);
    // What somebody relies on matters most to proof, so it is changed often.
    let kinds = prop::option::of(prop::collection::vec(any_kind(), 0..3));
    (grounds, crimes, kinds, changes).prop_map(|(ground, (class, subcode), kinds, changes)| {
        let mut removal = sound(ground);
        removal.set(Field::Class, class).unwrap();
        removal.set(Field::Subcode, subcode).unwrap();
        removal.set(Field::RetentionFactors, "no").unwrap();
        if let Some(kinds) = kinds {
            removal.rests_on = kinds;
        }
        for (field, word) in changes {
            let _ = removal.set(field, word);
        }
        removal
    })
}

fn any_field() -> impl Strategy<Value = Field> {
    select(Field::all().collect::<Vec<_>>())
}

fn any_cell() -> impl Strategy<Value = (Field, &'static str)> {
    any_field().prop_flat_map(|field| {
        let word = prop_oneof![4 => select(words(field)), 1 => select(NOTHING)];
        (Just(field), word)
    })
}

fn any_kind() -> impl Strategy<Value = Information> {
    select(Information::all().collect::<Vec<_>>())
}

/// Whether a fact denies what another says: a removal that rests on a withdrawal, and a victim who did not withdraw; whoever decided and
/// investigated, and is independent; a report of mutilation, and a class that is none. Without the one, the other is believed.
fn contradicts_itself(removal: &Removal) -> bool {
    let withdrawal = |kind: &Information| matches!(kind, Information::Withdrawal | Information::Retraction);
    let withdrew = removal.rests_on.iter().any(withdrawal) && removal.victim_withdrew == Fact::No;
    withdrew
        || removal.mutilation_report == Fact::Yes
        || removal.decided_by.is_known() && removal.decided_by == removal.investigator
}

fn verdict(removal: &Removal) -> Verdict {
    judge(removal, day(2027, 3, 31)).verdict
}

/// The verdict by the reading that is not the safe one.
fn otherwise(removal: &Removal) -> Verdict {
    let judgement = judge(removal, day(2027, 3, 31));
    judgement.other_reading.unwrap_or(judgement.verdict)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    /// Not supplied and not known are never taken for what would help, by either reading.
    #[test]
    fn a_fact_that_is_taken_away_never_makes_a_removal_stand(removal in any_removal()) {
        prop_assume!(!contradicts_itself(&removal));
        let (by_the_safe, by_the_other) = (verdict(&removal), otherwise(&removal));
        for field in Field::all() {
            for word in NOTHING {
                if field == Field::Record && !word.is_empty() {
                    // Of a number these are not words for nothing.
                    continue;
                }
                let mut poorer = removal.clone();
                // Not every column can say that it is not known.
                let _ = poorer.set(field, word);
                if by_the_safe != Verdict::Stands {
                    prop_assert_ne!(verdict(&poorer), Verdict::Stands, "without {}: {:?}", field, removal);
                }
                if by_the_other != Verdict::Stands {
                    prop_assert_ne!(otherwise(&poorer), Verdict::Stands, "without {}: {:?}", field, removal);
                }
            }
        }
    }

    /// More proof never turns a removal that stands into one that does not. One kind brings a question with it: a decision on modern slavery
    /// leaves a crime of modern slavery to be kept if other factors warrant it, so it is left out here.
    #[test]
    fn more_proof_never_hurts(removal in any_removal(), kind in any_kind(), fact in select(FAVOURABLE)) {
        if verdict(&removal) != Verdict::Stands {
            return Ok(());
        }
        let mut richer = removal.clone();
        if kind.can_be_proof() && kind != Information::NegativeConclusiveGrounds {
            richer.rests_on.push(kind);
        }
        let (field, word) = fact;
        richer.set(field, word).unwrap();
        prop_assert_eq!(verdict(&richer), Verdict::Stands, "{} and {}: {:?}", kind, field, removal);
    }

    /// Every fact on which a removal stands is there, and so is the fact that a kept rule has read.
    #[test]
    fn what_a_kept_rule_has_read_is_there(removal in any_removal()) {
        let judgement = judge(&removal, day(2027, 3, 31));
        for step in &judgement.steps {
            if let Answer::Met { read, .. } = step.answer {
                for field in read {
                    let value = removal.value(*field);
                    prop_assert!(
                        value != "not supplied" && value != "not known",
                        "{} read `{}`: {:?}", step.rule.id, field, removal
                    );
                }
            }
        }
    }

    /// Words that nobody checks decide nothing.
    #[test]
    fn notes_change_nothing(removal in any_removal(), notes in ".{0,40}") {
        let mut noted = removal.clone();
        noted.set(Field::Notes, &notes).unwrap();
        let (one, other) = (judge(&removal, day(2027, 3, 31)), judge(&noted, day(2027, 3, 31)));
        prop_assert_eq!(one.verdict, other.verdict);
        prop_assert_eq!(one.other_reading, other.other_reading);
        prop_assert_eq!(one.steps, other.steps);
    }

    /// The safe reading is the stricter one: what stands by it stands by the other.
    #[test]
    fn what_stands_by_the_safe_reading_stands_by_the_other(removal in any_removal()) {
        if verdict(&removal) == Verdict::Stands {
            prop_assert_eq!(otherwise(&removal), Verdict::Stands);
        }
    }
}

#[test]
fn the_facts_are_such_as_rules_ask_for() {
    for (field, word) in FAVOURABLE {
        for ground in ["C1", "C2", "C3", "C4", "C5"] {
            let value = sound(ground).value(*field).into_owned();
            assert!(value == *word || value == "not supplied", "{field} of {ground}: {value}");
        }
    }
}
