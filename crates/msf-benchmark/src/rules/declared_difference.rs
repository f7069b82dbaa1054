//! What was recorded at first, less what was struck out, is what remains.

use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use rust_decimal::Decimal;
use table::Row;

use super::grouped;
use crate::{Cell, ForceCounts, PercentFit, Reconciled, Repair};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("declared-difference"),
    title: "Declared difference",
    says: "Crimes initially recorded, less those struck out as \"no crime\", are the crimes that remain recorded.",
    basis: Basis::Reasoned { why: "the table prints all three, and the third is defined by the other two" },
    in_force: InForce::Always,
    exemplar: "10 initially recorded, 1 no crime, 8 recorded",
    mend: "look up the three counts in the source; the finding lists every single cell whose change would mend the row",
};

/// Warns of a row whose three counts do not agree, with every single-cell repair and the one to use, if one is best.
#[must_use]
pub fn check(row: &Row<ForceCounts>) -> Option<Finding> {
    let counts = &row.value;
    let reconciled = Reconciled::of(counts);
    let (verdict, cell) = match &reconciled {
        Reconciled::Holds => return None,
        Reconciled::Repaired { by, others } => (repaired(by, others, counts.printed_percent), by.cell),
        Reconciled::Undecided { leading, others } => {
            (undecided(leading, others, counts.printed_percent), Cell::Recorded)
        }
    };
    let ForceCounts { force, initially_recorded, no_crimes, recorded, printed_percent } = counts;
    let sentence = format!(
        "{force}: {} − {} is {}, not {}; {verdict}",
        grouped(*initially_recorded),
        grouped(*no_crimes),
        difference(*initially_recorded, *no_crimes),
        grouped(*recorded)
    );
    Some(
        Finding::new(
            &RULE,
            Severity::Warning,
            force.to_string(),
            Some(row.place.at(cell.column())),
            sentence,
        )
        .with("initially_recorded", initially_recorded)
        .with("no_crimes", no_crimes)
        .with("recorded", recorded)
        .with("printed_percent", printed_percent),
    )
}

fn repaired(by: &Repair, others: &[Repair], percent: Known<Decimal>) -> String {
    let fit = match (by.percent, percent) {
        (PercentFit::Fits, Known::Is(percent)) => format!(" fits the printed {percent}%,"),
        (PercentFit::Fits | PercentFit::CannotTell | PercentFit::Contradicts, _) => {
            " mends the row (no percentage is printed to test it),".to_owned()
        }
    };
    let chosen = format!("{} {}{fit} and the slip is {}", by.cell, grouped(by.repaired), by.slip);
    if others.is_empty() {
        chosen
    } else {
        format!("{chosen}; also possible by arithmetic alone: {}", list(others))
    }
}

fn undecided(leading: &[Repair], others: &[Repair], percent: Known<Decimal>) -> String {
    if leading.is_empty() {
        return "no change of one cell mends it".to_owned();
    }
    let contradicted = leading.iter().all(|repair| repair.percent == PercentFit::Contradicts);
    let open = match percent {
        Known::Is(percent) if contradicted => {
            format!(
                "no change of one cell also fits the printed {percent}%, so none is chosen: {}",
                list(leading)
            )
        }
        Known::Is(_) | Known::NotKnown | Known::NotSupplied => {
            format!("nothing decides between these repairs, so none is chosen: {}", list(leading))
        }
    };
    if others.is_empty() { open } else { format!("{open}; less likely: {}", list(others)) }
}

fn list(repairs: &[Repair]) -> String {
    let one = |repair: &Repair| {
        let fit = match repair.percent {
            PercentFit::Fits => ", fits the printed percentage",
            PercentFit::CannotTell => "",
            PercentFit::Contradicts => ", does not fit the printed percentage",
        };
        format!("{} {} ({}{fit})", repair.cell, grouped(repair.repaired), repair.slip)
    };
    repairs.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn difference(from: u64, less: u64) -> String {
    if from >= less { grouped(from - less) } else { format!("−{}", grouped(less - from)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PrintedRow, repairs, rules::in_words};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/declared-difference.toml"), |facts: &PrintedRow| {
            in_words(check(&row(facts)))
        });
    }

    fn row(facts: &PrintedRow) -> Row<ForceCounts> {
        let PrintedRow { force, initially_recorded, no_crimes, recorded, printed_percent } = facts.clone();
        let force = force.parse().unwrap();
        Row {
            place: rulebook::Place::row("table.csv", 2),
            value: ForceCounts { force, initially_recorded, no_crimes, recorded, printed_percent },
        }
    }

    fn counts(initially_recorded: u64, no_crimes: u64, recorded: u64) -> ForceCounts {
        let force = "Kent".parse().unwrap();
        ForceCounts { force, initially_recorded, no_crimes, recorded, printed_percent: Known::NotSupplied }
    }

    #[test]
    fn counts_at_the_end_of_the_range_are_answered() {
        let row = Row { place: rulebook::Place::row("t.csv", 2), value: counts(0, u64::MAX, u64::MAX) };
        let sentence = check(&row).unwrap().sentence;
        let largest = "18,446,744,073,709,551,615";
        let expected =
            format!("Kent: 0 − {largest} is −{largest}, not {largest}; no change of one cell mends it");
        assert_eq!(sentence, expected);
        let in_use = Reconciled::of(&row.value).in_use(&row.value);
        assert_eq!((in_use.initially_recorded, in_use.no_crimes, in_use.recorded), (None, None, None));
    }

    proptest::proptest! {
        #[test]
        fn every_repair_mends_the_row(a in 0..200_000_u64, b in 0..200_000_u64, c in 0..200_000_u64) {
            let found = repairs(&counts(a, b, c));
            proptest::prop_assert_eq!(found.is_empty(), a.checked_sub(b) == Some(c));
            for repair in found {
                let (a, b, c) = match repair.cell {
                    Cell::Recorded => (a, b, repair.repaired),
                    Cell::InitiallyRecorded => (repair.repaired, b, c),
                    Cell::NoCrimes => (a, repair.repaired, c),
                };
                proptest::prop_assert_eq!(a.checked_sub(b), Some(c));
            }
        }

        #[test]
        fn a_lost_digit_is_never_repaired_wrongly(a in 10_000..300_000_u64, per_mille in 5..200_u64, at in 0..6_usize) {
            let no_crimes = a * per_mille / 1000;
            let right = a - no_crimes;
            let mut digits = right.to_string();
            digits.remove(at % digits.len());
            let slipped = ForceCounts {
                printed_percent: Known::Is((Decimal::from(no_crimes * 100) / Decimal::from(a)).round_dp(1)),
                ..counts(a, no_crimes, digits.parse().unwrap())
            };
            match Reconciled::of(&slipped) {
                Reconciled::Repaired { by, .. } => proptest::prop_assert_eq!((by.cell, by.repaired), (Cell::Recorded, right)),
                Reconciled::Undecided { .. } => {}
                Reconciled::Holds => proptest::prop_assert!(false, "the row does not hold"),
            }
        }
    }
}
