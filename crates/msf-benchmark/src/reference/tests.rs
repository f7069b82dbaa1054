//! Tests of tables against a reference.

use super::*;

fn table(rows: &[(i64, Option<i64>)]) -> Vec<Beside> {
    rows.iter()
        .enumerate()
        .map(|(at, (printed, reference))| Beside {
            name: format!("row {at}"),
            printed: (*printed).into(),
            reference: reference.map(Into::into),
            place: Place::row("t.csv", at as u64 + 2),
        })
        .collect()
}

fn five_percent() -> Tolerance {
    Tolerance::new(Decimal::new(5, 2)).unwrap()
}

#[test]
fn three_that_fit_the_next_name_are_not_called_shifted() {
    let rows = table(&[(20, Some(10)), (30, Some(20)), (40, Some(30)), (99, Some(40))]);
    let found = against_reference(&rows, Tolerance::NONE);
    assert_eq!((found.shifted.len(), found.off.len()), (0, 4));
}

#[test]
fn values_that_slid_down_are_those_of_names_further_up() {
    let rows = table(&[
        (1, Some(10)),
        (2, Some(20)),
        (10, Some(30)),
        (20, Some(40)),
        (30, Some(50)),
        (40, Some(60)),
    ]);
    let found = against_reference(&rows, Tolerance::NONE);
    assert_eq!(found.shifted, [Shift { rows: 2..=5, by: -2 }]);
}

#[test]
fn a_name_without_reference_is_said_and_breaks_no_run() {
    let rows = table(&[(5, None), (7, Some(0)), (100, Some(104)), (100, Some(106))]);
    let found = against_reference(&rows, five_percent());
    assert_eq!((found.not_compared.clone(), found.agree.clone()), (vec![0, 1], vec![2]));
    assert_eq!(found.off.len(), 1);
}

#[test]
fn a_single_stroke_is_named() {
    let rows = table(&[(64_519, Some(164_519)), (12, Some(98_765))]);
    let found = against_reference(&rows, Tolerance::NONE);
    let slips: Vec<Option<Slip>> = found.off.iter().map(|off| off.slip).collect();
    assert_eq!(slips, [Some(Slip::DigitLost), None]);
}

#[test]
fn numbers_at_the_end_of_the_range_are_answered() {
    let mut rows = table(&[(1, Some(1)), (1, Some(1))]);
    rows[0].printed = Decimal::MAX;
    rows[1].reference = Some(Decimal::MIN);
    assert_eq!(against_reference(&rows, Tolerance::NONE).agree.len(), 0);
}

proptest::proptest! {
    #[test]
    fn every_row_is_told_once(rows in proptest::collection::vec((0..60_i64, proptest::option::of(0..60_i64)), 0..40)) {
        let rows = table(&rows);
        let found = against_reference(&rows, five_percent());
        let mut told = [found.agree.clone(), found.not_compared.clone()].concat();
        told.extend(found.off.iter().map(|off| off.row));
        told.extend(found.shifted.iter().flat_map(|shift| shift.rows.clone()));
        told.sort_unstable();
        proptest::prop_assert_eq!(told, (0..rows.len()).collect::<Vec<_>>());
    }
}

/// The public table whose populations are shifted, against the estimates derived by local authority.
#[test]
fn the_misaligned_table_is_shifted_by_one_from_city_of_london_on() {
    // Name, its population of 2010 in the public table, mid-2010 in the derived estimates: the stretch around the fault.
    let rows = table(&[
        (1_623_200, Some(1_590_358)), // Avon and Somerset
        (614_800, Some(608_578)),     // Bedfordshire
        (789_700, Some(796_661)),     // Cambridgeshire
        (1_009_300, Some(1_024_715)), // Cheshire
        (563_500, Some(7_338)),       // City of London
        (494_400, Some(555_725)),     // Cleveland
        (1_010_600, Some(500_165)),   // Cumbria
        (1_680_400, Some(1_014_983)), // Derbyshire
        (715_000, Some(1_661_600)),   // Devon and Cornwall
        (611_600, Some(738_077)),     // Dorset
        (506_100, Some(615_656)),     // Durham
        (1_738_000, Some(513_073)),   // Dyfed-Powys
        (593_500, Some(1_717_620)),   // Essex
        (2_629_400, Some(594_097)),   // Gloucestershire
        (561_400, Some(2_661_841)),   // Greater Manchester
        (1_884_200, Some(574_778)),   // Gwent
        (1_107_500, Some(1_886_496)), // Hampshire
        (921_200, Some(1_107_641)),   // Hertfordshire
        (1_684_100, Some(915_263)),   // Humberside
        (1_449_300, Some(1_714_643)), // Kent
        (993_900, Some(1_457_298)),   // Lancashire
        (703_000, Some(1_008_874)),   // Leicestershire
        (11_700, Some(711_805)),      // Lincolnshire
        (1_353_400, Some(1_375_902)), // Merseyside
    ]);
    let found = against_reference(&rows, five_percent());
    assert_eq!(found.shifted, [Shift { rows: 4..=21, by: 1 }]);
    // What is left beside Lincolnshire is City of London's, by an older estimate.
    assert_eq!(found.off.iter().map(|off| off.row).collect::<Vec<_>>(), [22]);
    assert_eq!(found.agree, [0, 1, 2, 3, 23]);
}
