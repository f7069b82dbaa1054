//! Which rounding convention printed a table of percentages.

use rulebook::{Method, Place, Rounding};
use rust_decimal::Decimal;

/// A percentage as somebody printed it, with the counts it was computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedShare {
    /// The row it stands in, by name.
    pub record: String,
    /// The cell it stands in.
    pub place: Place,
    /// The cells of the part and the whole.
    pub counts: Vec<Place>,
    /// The part.
    pub part: u64,
    /// The whole.
    pub whole: u64,
    /// What is printed, in percent; its scale is the number of decimal places printed.
    pub printed: Decimal,
}

impl PrintedShare {
    /// What `method` prints for these counts, with as many places as were printed; none of a whole of zero.
    #[must_use]
    pub fn by(&self, method: Method) -> Option<Decimal> {
        // Multiplied first, so that an exact percentage stays exact and 1 of 3 loses nothing before the rounding.
        let percent =
            (Decimal::from(self.part) * Decimal::ONE_HUNDRED).checked_div(Decimal::from(self.whole))?;
        Some(Rounding { method, places: self.printed.scale() }.round(percent))
    }
}

/// How well one convention explains a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The convention.
    pub method: Method,
    /// How many printed percentages it gives.
    pub fits: usize,
    /// Of how many.
    pub of: usize,
    /// The ones it does not give.
    pub against: Vec<Contradiction>,
}

/// A printed percentage that a convention does not give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The row it stands in, by name.
    pub record: String,
    /// The cell it stands in.
    pub place: Place,
    /// The part.
    pub part: u64,
    /// The whole.
    pub whole: u64,
    /// What is printed, in percent.
    pub printed: Decimal,
    /// What the convention gives, in percent.
    pub by_method: Decimal,
}

/// How well each convention explains the table: the best first, those that are equal in the order of [`Method::ALL`].
///
/// A percentage of a whole of zero says nothing of a convention and is left out of `of`.
#[must_use]
pub fn fits(shares: &[PrintedShare]) -> Vec<Fit> {
    let mut all: Vec<Fit> = Method::ALL.into_iter().map(|method| fit(method, shares)).collect();
    // The sort is stable: equals keep their order.
    all.sort_by_key(|fit| std::cmp::Reverse(fit.fits));
    all
}

fn fit(method: Method, shares: &[PrintedShare]) -> Fit {
    let mut fit = Fit { method, fits: 0, of: 0, against: Vec::new() };
    for share in shares {
        let Some(by_method) = share.by(method) else { continue };
        fit.of += 1;
        if by_method == share.printed {
            fit.fits += 1;
        } else {
            fit.against.push(Contradiction {
                record: share.record.clone(),
                place: share.place.clone(),
                part: share.part,
                whole: share.whole,
                printed: share.printed,
                by_method,
            });
        }
    }
    fit
}

/// The convention that explains more of the table than any other; none if two are equal, or if none explains anything.
#[must_use]
pub fn best(fits: &[Fit]) -> Option<&Fit> {
    let most = fits.iter().map(|fit| fit.fits).max().filter(|most| *most > 0)?;
    let mut leading = fits.iter().filter(|fit| fit.fits == most);
    let first = leading.next()?;
    leading.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[(u64, u64, &str)]) -> Vec<PrintedShare> {
        let share = |(line, (part, whole, printed)): (usize, &(u64, u64, &str))| PrintedShare {
            counts: Vec::new(),
            record: format!("row {line}"),
            place: Place::row("table.csv", line as u64 + 2).at("printed_percent"),
            part: *part,
            whole: *whole,
            printed: printed.parse().unwrap(),
        };
        rows.iter().enumerate().map(share).collect()
    }

    fn counts(rows: &[(u64, u64, &str)]) -> Vec<(Method, usize, usize)> {
        fits(&table(rows)).iter().map(|fit| (fit.method, fit.fits, fit.of)).collect()
    }

    // Paragraph 13 of the board paper of 1 July 2014; by hand: 98.795, 97.581, 80 exactly, 80.645, 67.742.
    const PARAGRAPH_13: [(u64, u64, &str); 5] =
        [(328, 332, "98"), (121, 124, "98"), (24, 30, "80"), (25, 31, "80"), (21, 31, "67")];

    #[test]
    fn a_table_that_was_cut_off_but_for_one_value() {
        let fits = fits(&table(&PARAGRAPH_13));
        let counted: Vec<_> = fits.iter().map(|fit| (fit.method, fit.fits, fit.of)).collect();
        assert_eq!(counted, [(Method::CutOff, 4, 5), (Method::Nearest, 2, 5), (Method::Up, 2, 5)]);
        let best = best(&fits).unwrap();
        assert_eq!(best.method, Method::CutOff);
        assert_eq!(best.against.len(), 1);
        assert_eq!((best.against[0].part, best.against[0].by_method), (121, Decimal::from(97)));
    }

    #[test]
    fn exact_percentages_tell_nothing_and_none_is_chosen() {
        let fits = fits(&table(&[(1, 4, "25"), (1, 2, "50")]));
        assert!(fits.iter().all(|fit| fit.fits == 2));
        assert_eq!(best(&fits), None);
        assert_eq!(fits.iter().map(|fit| fit.method).collect::<Vec<_>>(), Method::ALL);
    }

    #[test]
    fn what_nothing_explains_is_explained_by_nothing() {
        assert_eq!(best(&fits(&table(&[(1, 3, "40")]))), None);
        assert_eq!(best(&fits(&[])), None);
    }

    #[test]
    fn the_places_printed_are_the_places_compared() {
        // 2 of 3 is 66.666… percent.
        assert_eq!(counts(&[(2, 3, "66.7"), (2, 3, "67")])[0], (Method::Nearest, 2, 2));
        assert_eq!(counts(&[(2, 3, "66.6"), (2, 3, "66.66")])[0], (Method::CutOff, 2, 2));
        assert_eq!(counts(&[(1, 2, "50.0"), (1, 3, "33.3"), (0, 0, "0")])[0].2, 2);
    }

    proptest::proptest! {
        #[test]
        fn a_convention_fits_what_it_printed(
            rows in proptest::collection::vec((0..500_u64, 1..500_u64), 0..8),
            method in proptest::sample::select(&Method::ALL[..]),
            places in 0..3_u32,
        ) {
            let mut table = table(&rows.iter().map(|(part, whole)| (*part, *whole, "0")).collect::<Vec<_>>());
            for share in &mut table {
                share.printed.rescale(places);
                share.printed = share.by(method).unwrap();
            }
            let fit = fits(&table).into_iter().find(|fit| fit.method == method).unwrap();
            proptest::prop_assert_eq!((fit.fits, fit.against.len()), (rows.len(), 0));
        }
    }
}
