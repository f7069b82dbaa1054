//! Who judges which case, and which cases are judged twice.

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive as _};
use statistics::Draw;

use crate::sample::SampledCase;

/// Why cases cannot be shared out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SharingError {
    /// Nobody judges them.
    #[error("no auditor is named")]
    NoAuditor,
    /// An auditor without a name.
    #[error("an auditor has no name: is there a comma too many?")]
    NoName,
    /// Two auditors of one name.
    #[error("two auditors are called `{name}`, as names of files go")]
    Twice {
        /// The name.
        name: String,
    },
    /// A case cannot be reviewed twice by one person.
    #[error("a second review needs a second auditor")]
    OneAuditor,
    /// A share that is none.
    #[error("{percent}% of the cases cannot be reviewed twice: it must lie between 0 and 100")]
    NoShare {
        /// The share.
        percent: Decimal,
    },
}

/// Gives every case that is judged to an auditor in turn, in the order of the keys, and `double` percent of them, rounded up, to the next auditor as
/// well. Which cases those are the seed decides.
///
/// # Errors
///
/// [`SharingError`].
pub fn share_out(
    cases: &mut [SampledCase],
    auditors: &[String],
    double: Decimal,
    seed: &str,
) -> Result<(), SharingError> {
    if auditors.iter().any(|name| name.trim().is_empty()) {
        return Err(SharingError::NoName);
    }
    let mut names: Vec<String> = auditors.iter().map(|name| file_name(name)).collect();
    names.sort_unstable();
    if let Some([name, _]) = names.array_windows().find(|[one, other]| one == other) {
        return Err(SharingError::Twice { name: name.clone() });
    }
    if auditors.is_empty() {
        return Err(SharingError::NoAuditor);
    }
    if double < Decimal::ZERO || double > Decimal::ONE_HUNDRED {
        return Err(SharingError::NoShare { percent: double });
    }
    if auditors.len() == 1 && double > Decimal::ZERO {
        return Err(SharingError::OneAuditor);
    }
    let mut judged: Vec<&mut SampledCase> = cases.iter_mut().filter(|case| case.used.is_judged()).collect();
    judged.sort_by(|one, other| one.case.cmp(&other.case));
    for (case, auditor) in judged.iter_mut().zip(auditors.iter().cycle()) {
        case.auditors = vec![auditor.clone()];
    }
    let exact = Decimal::from(judged.len()) * double / Decimal::ONE_HUNDRED;
    let twice =
        exact.round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity).to_usize().unwrap_or_default();
    let order = Draw::new(seed, "second review", 0);
    judged.sort_by_key(|case| order.priority(&case.case));
    // Second reviewers take turns of their own; one who has the case already passes it on.
    let mut turn = auditors.iter().cycle().peekable();
    for case in judged.into_iter().take(twice) {
        if turn.peek().is_some_and(|next| case.auditors.contains(next)) {
            turn.next();
        }
        case.auditors.extend(turn.next().cloned());
    }
    Ok(())
}

/// The name of an auditor as part of the name of a file: letters, digits and hyphens.
#[must_use]
pub fn file_name(auditor: &str) -> String {
    rulebook::FigureId::of(&[auditor]).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Use;

    fn cases(n: u64) -> Vec<SampledCase> {
        (1..=n)
            .map(|rank| SampledCase {
                case: format!("C{rank:03}"),
                stratum: "a".to_owned(),
                rank,
                used: if rank % 10 == 0 { Use::Reserve } else { Use::Drawn },
                reason: None,
                replaces: None,
                auditors: Vec::new(),
            })
            .collect()
    }

    fn shared(n: u64, auditors: &[&str], double: i64) -> Result<Vec<SampledCase>, SharingError> {
        let auditors: Vec<String> = auditors.iter().map(|name| (*name).to_owned()).collect();
        let mut cases = cases(n);
        share_out(&mut cases, &auditors, Decimal::from(double), "a seed")?;
        Ok(cases)
    }

    #[test]
    fn everybody_gets_about_as_many_and_no_case_twice() {
        let cases = shared(100, &["A", "B", "C"], 20).unwrap();
        let of = |auditor: &str| {
            cases.iter().filter(|case| case.auditors.iter().any(|name| name == auditor)).count()
        };
        // 90 are judged, 30 by each; 18 once more, 6 by each, give or take one who had to pass.
        assert_eq!(of("A") + of("B") + of("C"), 108);
        for auditor in ["A", "B", "C"] {
            assert!((34..=38).contains(&of(auditor)), "{auditor}: {}", of(auditor));
        }
        for case in &cases {
            match case.auditors.as_slice() {
                [one, other] => assert_ne!(one, other),
                [_] => assert!(case.used.is_judged()),
                others => assert!(others.is_empty() && !case.used.is_judged()),
            }
        }
        assert_eq!(
            shared(100, &["A", "B"], 100).unwrap().iter().filter(|case| case.auditors.len() == 2).count(),
            90
        );
        assert_eq!(
            shared(11, &["A", "B"], 1).unwrap().iter().filter(|case| case.auditors.len() == 2).count(),
            1
        );
    }

    #[test]
    fn what_cannot_be_shared_out_is_refused() {
        assert_eq!(shared(3, &[], 0), Err(SharingError::NoAuditor));
        assert_eq!(shared(3, &["A", " "], 0), Err(SharingError::NoName));
        assert_eq!(shared(3, &["A"], 5), Err(SharingError::OneAuditor));
        assert_eq!(shared(3, &["A B", "a-b"], 0), Err(SharingError::Twice { name: "a-b".to_owned() }));
        assert_eq!(shared(3, &["A", "B"], 101), Err(SharingError::NoShare { percent: Decimal::from(101) }));
    }
}
