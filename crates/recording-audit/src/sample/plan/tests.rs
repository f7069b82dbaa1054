//! Sizes against the tables of textbooks, and what makes no sense.

use super::*;

fn design(target: Target, of: Of) -> Design {
    Design {
        target,
        of,
        allocation: Allocation::Proportional,
        minimum: 0,
        confidence: Confidence::NinetyFive,
        expected: Decimal::from(50),
        reserve: Decimal::from(20),
    }
}

fn parts(strata: &[(&str, u64)], design: &Design) -> Vec<(u64, u64)> {
    let populations = strata.iter().map(|(name, population)| ((*name).to_owned(), *population)).collect();
    let parts = planned(&populations, &BTreeMap::new(), design).unwrap();
    parts.iter().map(|part| (part.size, part.reserve)).collect()
}

#[test]
fn a_margin_for_each_stratum_is_the_table_that_everybody_knows() {
    // n0 = 1.96² × 0.25 / 0.05² = 384.15; of 10,000: 384.15 / (1 + 383.15 / 10,000) = 369.98; of 500: 217.5.
    let each = design(Target::Margin(Decimal::from(5)), Of::EachStratum);
    assert_eq!(parts(&[("a", 10_000), ("b", 500)], &each), [(370, 74), (218, 44)]);
}

#[test]
fn a_rate_below_five_percent_by_the_auditors_tables() {
    // The numbers that audit textbooks print for 95% and no error: 59 exact, 60 by reliability factor (3.0 / 0.05).
    let by = |method| {
        let target = Target::Attribute { tolerable: Decimal::from(5), accepted: 0, method };
        parts(&[("a", 100_000)], &design(target, Of::Whole))[0].0
    };
    assert_eq!((by(AttributeMethod::Binomial), by(AttributeMethod::ReliabilityFactor)), (59, 60));
}

#[test]
fn a_reserve_is_rounded_up_and_never_more_than_there_is() {
    let size = design(Target::Size(9), Of::EachStratum);
    assert_eq!(parts(&[("a", 100), ("b", 10), ("c", 5)], &size), [(9, 2), (9, 1), (5, 0)]);
}

#[test]
fn the_last_audit_draws_more_where_less_was_sure() {
    let populations = BTreeMap::from([("sure".to_owned(), 1_000), ("unsure".to_owned(), 1_000)]);
    let last = BTreeMap::from([
        ("sure".to_owned(), LastAudit { due: 96, recorded: 96 }),
        ("unsure".to_owned(), LastAudit { due: 96, recorded: 48 }),
    ]);
    let neyman = Design { allocation: Allocation::Neyman, ..design(Target::Size(640), Of::Whole) };
    let parts = planned(&populations, &last, &neyman).unwrap();
    // 98 of 100: root of 0.98 × 0.02 = 0.14; 50 of 100: 0.5. So 640 × 0.14 / 0.64 = 140, and 500.
    assert_eq!((parts[0].size, parts[1].size), (140, 500));
    assert_eq!(parts[0].expected, "98.00% (96 of 96 in the last audit, two of each added)");
}

#[test]
fn what_makes_no_sense_is_refused() {
    let refused = |populations: &[(&str, u64)], design: &Design| {
        let populations = populations.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect();
        planned(&populations, &BTreeMap::new(), design).unwrap_err()
    };
    let margin = |margin: i64| design(Target::Margin(Decimal::from(margin)), Of::Whole);
    assert_eq!(refused(&[], &margin(5)), PlanError::NoRecords);
    let alike = refused(&[("Rape", 10), ("rape", 10)], &margin(5));
    assert_eq!(alike, PlanError::SameName { one: "Rape".to_owned(), other: "rape".to_owned() });
    assert_eq!(refused(&[("All", 10)], &margin(5)), PlanError::NamedAll { name: "All".to_owned() });
    for wrong in [0, -1, 100] {
        let value = Decimal::from(wrong);
        assert_eq!(
            refused(&[("a", 10)], &margin(wrong)),
            PlanError::NoPercentage { what: "a margin", value }
        );
    }
    let target =
        Target::Attribute { tolerable: Decimal::from(5), accepted: 0, method: AttributeMethod::Binomial };
    let equal = Design { allocation: Allocation::Equal, ..design(target, Of::Whole) };
    assert_eq!(refused(&[("a", 1_000)], &equal), PlanError::NotInProportion);
    assert!(matches!(
        refused(&[("a", 10)], &design(Target::Size(11), Of::Whole)),
        PlanError::Allocation(AllocationError::TooMany { wanted: 11, population: 10 })
    ));
}

#[test]
fn a_plan_is_written_and_read_back_and_a_size_changed_by_hand_is_checked() {
    let each = design(Target::Size(10), Of::EachStratum);
    let populations = BTreeMap::from([("a \"b\" | c".to_owned(), 100)]);
    let strata = planned(&populations, &BTreeMap::new(), &each).unwrap();
    let plan = Plan {
        program: "x 1".to_owned(),
        as_at: rulebook::day(2026, 4, 1),
        wanted: each.wanted(),
        confidence: each.confidence.to_string(),
        expected_margin: margin_of_all(&strata, &BTreeMap::new(), &each),
        strata_columns: vec!["unit".to_owned()],
        repeated_lines: vec![3, 9],
        frame: FrameFile { file: "f.csv".to_owned(), bytes: 1, sha256: "0".to_owned(), rows: 100 },
        filter: Filter { from: None, to: Some(rulebook::day(2026, 3, 31)) },
        strata,
    };
    let text = toml::to_string(&plan).unwrap();
    assert_eq!(Plan::read(Source::new("plan.toml", text.as_bytes())), Ok(plan));
    let more = text.replace("size = 10", "size = 99");
    let error = Plan::read(Source::new("plan.toml", more.as_bytes())).unwrap_err().to_string();
    assert_eq!(
        error,
        "plan.toml: stratum `a \"b\" | c`: 99 drawn and 2 in reserve are more than its 100 records"
    );
}
