//! The register is what it says it is.

use std::collections::BTreeMap;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn kinds(register: &Claims) -> BTreeMap<&'static str, usize> {
    let mut kinds = BTreeMap::new();
    for claim in &register.truth {
        let kind = match claim.counted {
            Counted::Distinct => "distinct",
            Counted::Duplicate { kind, .. } => kind,
            Counted::Undecided { .. } => "undecided",
        };
        *kinds.entry(kind).or_default() += 1;
    }
    kinds
}

#[test]
fn there_are_497_claims_of_every_making() {
    for seed in [0, 1, EXAMPLE_SEED] {
        let register = claims(seed);
        assert_eq!(
            kinds(&register).into_iter().collect::<Vec<_>>(),
            [
                ("distinct", 427),
                ("in two multiples", 13),
                ("reissued later", 15),
                ("relodged unchanged", 14),
                ("typing variant", 16),
                ("undecided", 12),
            ]
        );
        let late = register.truth.iter().filter(|claim| claim.presented > claim.last_day).count();
        assert!(late > 400, "most are out of time: {late}");
        assert!(register.truth.iter().all(|claim| claim.presented < day("2014-04-02")));
        let on = |days: i64| {
            let distance = |claim: &&TrueClaim| (claim.presented - claim.last_day).num_days() == days;
            register.truth.iter().filter(distance).count()
        };
        assert!(on(0) >= 6 && on(1) >= 6, "the edges of the limit are there");
    }
}

#[test]
fn every_row_says_that_it_is_synthetic() {
    let register = claims(EXAMPLE_SEED);
    for table in [&register.register_csv, &register.shares_csv] {
        assert!(table.starts_with("synthetic,"));
        assert!(table.lines().skip(1).all(|line| line.starts_with("yes,") && line.contains("ynthetic")));
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    assert_eq!(claims(3), claims(3));
    assert_ne!(claims(3).register_csv, claims(4).register_csv);
}

/// The committed example is only worth something if every machine makes it again, byte for byte.
#[test]
fn the_example_stays_as_it_is() {
    // FNV-1a over 64 bits, computed of the committed files by a Python script of three lines.
    let fingerprint = |text: &str| {
        text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
    };
    let example = claims(EXAMPLE_SEED);
    assert_eq!(fingerprint(&example.register_csv), 0x1d7e_f100_36bd_9605);
    assert_eq!(fingerprint(&example.shares_csv), 0x9a3b_c3d8_a6e4_6991);
    assert_eq!(fingerprint(&example.settings_toml), 0xa349_3a31_af90_3f8e);
}
