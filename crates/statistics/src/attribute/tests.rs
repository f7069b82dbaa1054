//! Attribute sampling against searches by another program.

use super::*;
use crate::reference::agree;

fn percent(text: &str) -> Confidence {
    text.parse().unwrap()
}

#[test]
fn sizes_are_those_of_an_exact_search() {
    let mut compared = 0;
    for line in include_str!("../../data/attribute-sizes.csv").lines().skip(2) {
        let cells: Vec<&str> = line.split(',').collect();
        let (rate, accepted) = (cells[0].parse().unwrap(), cells[2].parse().unwrap());
        let size =
            |method, population| attribute_sample_size(method, rate, accepted, population, percent(cells[1]));
        assert_eq!(size(AttributeMethod::Binomial, 0).unwrap().to_string(), cells[3], "{line}");
        assert_eq!(size(AttributeMethod::ReliabilityFactor, 0).unwrap().to_string(), cells[4], "{line}");
        for (population, expected) in [(100, cells[5]), (500, cells[6]), (3000, cells[7])] {
            match size(AttributeMethod::Hypergeometric, population) {
                Ok(found) => assert_eq!(found.to_string(), expected, "{line}"),
                Err(AttributeError::AlwaysAccepted { .. }) => assert_eq!(expected, "", "{line}"),
                Err(other) => panic!("{line}: {other}"),
            }
            compared += 1;
        }
    }
    assert_eq!(compared, 180);
}

#[test]
fn pairs_that_auditors_know() {
    // 95%: the exact number, and that of the reliability factors 3.00 and 4.75.
    for (rate, accepted, exact, factor) in [("0.05", 0, 59, 60), ("0.05", 1, 93, 95), ("0.1", 0, 29, 30)] {
        let size = |method| {
            attribute_sample_size(method, rate.parse().unwrap(), accepted, 0, Confidence::NinetyFive)
        };
        assert_eq!(size(AttributeMethod::Binomial), Ok(exact));
        assert_eq!(size(AttributeMethod::ReliabilityFactor), Ok(factor));
    }
}

#[test]
fn limits_are_those_of_another_program() {
    let mut compared = 0;
    for line in include_str!("../../data/attribute-limits.csv").lines().skip(2) {
        let cells: Vec<&str> = line.split(',').collect();
        let [population, sampled, found] = [0, 1, 2].map(|cell: usize| cells[cell].parse::<u64>().unwrap());
        let limit =
            |method| attribute_upper_limit(method, found, sampled, population, percent(cells[3])).unwrap();
        // Tolerance: as far as SciPy agrees with tables of 50 digits at these sizes.
        assert!(agree(limit(AttributeMethod::Binomial), cells[4].parse().unwrap(), 1e-11), "{line}");
        assert!(agree(limit(AttributeMethod::ReliabilityFactor), cells[5].parse().unwrap(), 1e-11), "{line}");
        let errors: f64 = cells[6].parse().unwrap();
        let ours = limit(AttributeMethod::Hypergeometric) * float(population);
        assert!((ours - errors).abs() < 1e-9, "{line}: {ours}");
        compared += 1;
    }
    assert_eq!(compared, 28);
}

#[test]
fn a_sample_of_that_size_is_enough_and_one_fewer_is_not() {
    let five_percent = "0.05".parse().unwrap();
    for method in AttributeMethod::ALL {
        let size = attribute_sample_size(method, five_percent, 2, 800, Confidence::Ninety).unwrap();
        let limit = |sampled| attribute_upper_limit(method, 2, sampled, 800, Confidence::Ninety).unwrap();
        assert!(
            limit(size) <= 0.05 && limit(size - 1) >= 0.05,
            "{method}: {} {}",
            limit(size),
            limit(size - 1)
        );
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let size = |rate: &str, accepted, population| {
        attribute_sample_size(
            AttributeMethod::Hypergeometric,
            rate.parse().unwrap(),
            accepted,
            population,
            Confidence::NinetyFive,
        )
    };
    assert_eq!(size("0", 0, 10), Err(AttributeError::NoRate { rate: Decimal::ZERO }));
    assert_eq!(size("1", 0, 10), Err(AttributeError::NoRate { rate: Decimal::ONE }));
    assert_eq!(
        size("0.05", 1, 20),
        Err(AttributeError::AlwaysAccepted { accepted: 1, population: 20, errors: 1 })
    );
    assert_eq!(
        size("0.05", 0, 0),
        Err(AttributeError::AlwaysAccepted { accepted: 0, population: 0, errors: 0 })
    );
    let tiny = "0.0000000001".parse().unwrap();
    for method in [AttributeMethod::Binomial, AttributeMethod::ReliabilityFactor] {
        let size = attribute_sample_size(method, tiny, 0, 0, Confidence::NinetyFive);
        assert_eq!(size, Err(AttributeError::TooMany));
        assert_eq!(attribute_upper_limit(method, 5, 5, 0, Confidence::NinetyFive), Ok(1.0));
    }
    for (found, sampled, population) in [(0, 0, 10), (3, 2, 10), (0, 11, 10)] {
        let limit = attribute_upper_limit(
            AttributeMethod::Hypergeometric,
            found,
            sampled,
            population,
            Confidence::Ninety,
        );
        assert_eq!(limit, Err(AttributeError::NoSample { found, sampled, population }));
    }
}
