//! How far two reviewers of the same cases agree.

use crate::{Confidence, Limits, count::float, wilson};

/// How far two reviewers agree.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// How many cases both reviewed.
    pub cases: u64,
    /// Of how many they said the same.
    pub agreed: u64,
    /// The limits of the share on which they agree, by Wilson.
    pub share: Limits,
    /// Agreement beyond chance; `None` if both put every case into one and the same category, where chance alone agrees always.
    pub kappa: Option<Kappa>,
}

/// J. Cohen's kappa: 1 for full agreement, 0 for as much as by chance, below 0 for less.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Kappa {
    /// The estimate.
    pub value: f64,
    /// Its large-sample standard error.
    pub standard_error: f64,
    /// The estimate and so many standard errors either way, cut at -1 and 1; `None` if the standard error is 0, as it is for
    /// full agreement: that two reviewers agreed on all of a few cases does not show that they always would.
    pub limits: Option<Limits>,
}

/// Why a table of judgements cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AgreementError {
    /// A row has not as many cells as there are rows.
    #[error("row {} has {cells} cells, and there are {rows} rows", row + 1)]
    NotSquare {
        /// Which, from 0.
        row: usize,
        /// Its cells.
        cells: usize,
        /// How many rows there are.
        rows: usize,
    },
    /// No case was reviewed twice.
    #[error("no case was reviewed twice")]
    NoCases,
    /// The counts are more than can be added.
    #[error("the counts are too large to add")]
    TooLarge,
}

/// Percent agreement and kappa of a square table: how many cases the first reviewer put into the category of the row and the
/// second into that of the column.
///
/// The variance is that of J. L. Fleiss, J. Cohen and B. S. Everitt, "Large sample standard errors of kappa and weighted
/// kappa", Psychological Bulletin 72 (1969); the interval is the plain one, on the scale of kappa itself.
///
/// # Errors
///
/// [`AgreementError`] for a table that is not square, is empty, or holds too many.
///
/// ```
/// use statistics::{Confidence, agreement};
/// // Recorded rightly, or not: 40 cases by two auditors.
/// let both = agreement(&[vec![25, 3], vec![2, 10]], Confidence::NinetyFive)?;
/// assert_eq!((both.agreed, both.cases), (35, 40));
/// let kappa = both.kappa.ok_or("one category")?;
/// // By hand: 0.875 agreed, 0.5700 by chance (28 × 27 + 12 × 13 of 40²).
/// assert_eq!(format!("{:.4}", kappa.value), "0.7093");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn agreement(table: &[Vec<u64>], confidence: Confidence) -> Result<Agreement, AgreementError> {
    let mut by_second = vec![0_u64; table.len()];
    let mut by_first = Vec::with_capacity(table.len());
    let (mut cases, mut agreed) = (0_u64, 0_u64);
    for (row, cells) in table.iter().enumerate() {
        if cells.len() != table.len() {
            return Err(AgreementError::NotSquare { row, cells: cells.len(), rows: table.len() });
        }
        let mut of_row = 0_u64;
        for (column, (count, of_column)) in cells.iter().zip(&mut by_second).enumerate() {
            of_row = of_row.checked_add(*count).ok_or(AgreementError::TooLarge)?;
            *of_column = of_column.checked_add(*count).ok_or(AgreementError::TooLarge)?;
            agreed += if row == column { *count } else { 0 };
        }
        cases = cases.checked_add(of_row).ok_or(AgreementError::TooLarge)?;
        by_first.push(of_row);
    }
    let share = wilson(agreed, cases, confidence).ok_or(AgreementError::NoCases)?;
    let kappa = kappa(table, &by_first, &by_second, confidence);
    Ok(Agreement { cases, agreed, share, kappa })
}

fn kappa(table: &[Vec<u64>], by_first: &[u64], by_second: &[u64], confidence: Confidence) -> Option<Kappa> {
    let total: u64 = by_first.iter().sum();
    if by_first.iter().zip(by_second).any(|(first, second)| *first == total && *second == total) {
        return None;
    }
    let n = float(total);
    let part = |count: &u64| float(*count) / n;
    let agreed: f64 = table.iter().enumerate().filter_map(|(at, cells)| cells.get(at)).map(part).sum();
    let by_chance: f64 =
        by_first.iter().zip(by_second).map(|(first, second)| part(first) * part(second)).sum();
    let value = (agreed - by_chance) / (1.0 - by_chance);
    let mut sum = 0.0;
    for (row, cells) in table.iter().enumerate() {
        for (column, count) in cells.iter().enumerate() {
            // The second reviewer's share of the row's category and the first reviewer's share of the column's.
            let crossed = part(by_second.get(row)?) + part(by_first.get(column)?);
            let same = if row == column { 1.0 - by_chance } else { 0.0 };
            let term = same - crossed * (1.0 - agreed);
            sum += part(count) * term * term;
        }
    }
    let off = agreed * by_chance - 2.0 * by_chance + agreed;
    let variance = (sum - off * off) / (n * (1.0 - by_chance).powi(4));
    // Of full agreement it is 0; what rounding leaves is no variance.
    let standard_error = if agreed < 1.0 { variance.max(0.0).sqrt() } else { 0.0 };
    let limits = (standard_error > 0.0).then(|| {
        let half = confidence.quantile() * standard_error;
        Limits { low: (value - half).max(-1.0), high: (value + half).min(1.0) }
    });
    Some(Kappa { value, standard_error, limits })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(table: &[&[u64]]) -> Agreement {
        let table: Vec<Vec<u64>> = table.iter().map(|row| row.to_vec()).collect();
        agreement(&table, Confidence::NinetyFive).unwrap()
    }

    #[test]
    fn the_example_of_1969() {
        // Fleiss, Cohen and Everitt, table 1: 200 cases; kappa .429 and variance .002885 as printed.
        let kappa = of(&[&[106, 10, 4], &[22, 28, 10], &[2, 12, 6]]).kappa.unwrap();
        assert!((kappa.value - 0.429).abs() < 0.0005, "{kappa:?}");
        assert!((kappa.standard_error.powi(2) - 0.002_885).abs() < 0.5e-6, "{kappa:?}");
    }

    #[test]
    fn statsmodels_gives_the_same() {
        // statsmodels 0.15.0, stats.inter_rater.cohens_kappa: kappa, std_kappa, kappa_low, kappa_upp.
        type Row<'a> = (&'a [&'a [u64]], [f64; 4]);
        let tables: [Row<'_>; 4] = [
            (
                &[&[45, 15], &[25, 15]],
                [
                    0.130_434_782_608_695_64,
                    0.098_661_537_623_439_6,
                    -0.062_938_277_792_589_65,
                    0.323_807_843_009_980_7,
                ],
            ),
            (
                &[&[25, 35], &[5, 35]],
                [
                    0.259_259_259_259_259_27,
                    0.077_159_731_744_445_72,
                    0.108_028_963_983_373_67,
                    0.410_489_554_535_144_8,
                ],
            ),
            (
                &[&[88, 14, 18], &[10, 40, 10], &[2, 6, 12]],
                [
                    0.491_525_423_728_813_47,
                    0.051_001_815_576_077_86,
                    0.391_563_702_053_546_9,
                    0.591_487_145_404_08,
                ],
            ),
            (
                &[&[20, 5], &[10, 15]],
                [0.4, 0.126_996_062_931_100_33, 0.151_092_290_476_661, 0.648_907_709_523_338_9],
            ),
        ];
        for (table, [value, error, low, high]) in tables {
            let kappa = of(table).kappa.unwrap();
            let limits = kappa.limits.unwrap();
            let gaps =
                [kappa.value - value, kappa.standard_error - error, limits.low - low, limits.high - high];
            assert!(gaps.iter().all(|gap| gap.abs() < 1e-12), "{table:?}: {kappa:?}");
        }
    }

    #[test]
    fn full_agreement_has_no_interval_and_one_category_no_kappa() {
        let full = of(&[&[7, 0], &[0, 3]]);
        let kappa = full.kappa.unwrap();
        assert_eq!((kappa.value, kappa.limits), (1.0, None));
        assert!(full.share.low < 0.8, "{full:?}");
        let one = of(&[&[9, 0], &[0, 0]]);
        assert_eq!((one.agreed, one.kappa), (9, None));
        // Each used one category, not the same one: never agreed, and chance would not have either.
        assert!(of(&[&[0, 9], &[0, 0]]).kappa.unwrap().value.abs() < 1e-15);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let fault = |table: &[Vec<u64>]| agreement(table, Confidence::Ninety).unwrap_err();
        assert_eq!(fault(&[]), AgreementError::NoCases);
        assert_eq!(fault(&[vec![0, 0], vec![0, 0]]), AgreementError::NoCases);
        assert_eq!(fault(&[vec![1, 2], vec![3]]), AgreementError::NotSquare { row: 1, cells: 1, rows: 2 });
        assert_eq!(fault(&[vec![u64::MAX, 1], vec![0, 0]]), AgreementError::TooLarge);
    }
}
