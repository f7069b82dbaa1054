//! The tails of a gamma distribution of large shape near its mean, in a number of steps that does not grow.
//!
//! N. M. Temme, "The asymptotic expansion of the incomplete gamma functions" (SIAM Journal on Mathematical Analysis 10, 1979);
//! NIST Digital Library of Mathematical Functions, 8.12(i). The other ways take as many steps as the root of the shape.

use std::f64::consts::TAU;

use crate::{beta::Tails, normal, stirling::deviance};

/// From this shape on the five terms by 1/a leave less than 1e-15.
const LEAST_SHAPE: f64 = 200.0;

/// The coefficients d(k, n) of DLMF 8.12.12: one row for each power of 1/a, one number for each power of η. They are found
/// from its recurrences in fractions, and are enough for |η| up to 0.11.
const COEFFICIENTS: [&[f64]; 5] = [
    &[
        -1.0 / 3.0,
        1.0 / 12.0,
        -2.0 / 135.0,
        1.157_407_407_407_407_3e-3,
        3.527_336_860_670_194e-4,
        -1.787_551_440_329_218e-4,
        3.919_263_178_522_438e-5,
        -2.185_448_510_679_992e-6,
        -1.854_062_210_715_16e-6,
        8.296_711_340_953_087e-7,
        -1.766_595_273_682_608e-7,
        6.707_853_543_401_498e-9,
        1.026_180_978_424_031e-8,
    ],
    &[
        -1.851_851_851_851_852e-3,
        -3.472_222_222_222_222e-3,
        2.645_502_645_502_645_5e-3,
        -9.902_263_374_485_596e-4,
        2.057_613_168_724_28e-4,
        -4.018_775_720_164_609e-7,
        -1.809_855_033_448_997_7e-5,
        7.649_160_916_081_11e-6,
        -1.612_090_089_456_344_6e-6,
    ],
    &[
        4.133_597_883_597_883e-3,
        -2.681_327_160_493_827e-3,
        7.716_049_382_716_049e-4,
        2.009_387_860_082_304_7e-6,
        -1.073_665_322_636_516e-4,
        5.292_344_882_912_012_5e-5,
        -1.276_063_518_861_872_8e-5,
    ],
    &[
        6.494_341_563_786_008e-4,
        2.294_720_936_213_992e-4,
        -4.691_894_943_952_557e-4,
        2.677_206_320_628_388e-4,
        -7.561_801_671_883_977e-5,
    ],
    &[-8.618_882_909_167_117e-4, 7.840_392_217_200_666e-4, -2.990_724_803_031_902e-4],
];

/// Whether the expansion is good here: a large shape, and not farther than a tenth from the mean.
pub(super) fn holds(a: f64, x: f64) -> bool {
    a >= LEAST_SHAPE && (x - a).abs() <= 0.1 * a
}

/// Both tails.
pub(super) fn tails(a: f64, x: f64) -> Tails {
    let half_square = deviance(a, x, a - x);
    let away = (2.0 * half_square).sqrt();
    let eta = if x < a { -away } else { away } / a.sqrt();
    let polynomial = |row: &&[f64]| row.iter().rev().fold(0.0, |sum, coefficient| sum * eta + coefficient);
    let correction = COEFFICIENTS.iter().rev().fold(0.0, |sum, row| sum / a + polynomial(row));
    let correction = (-half_square).exp() / (TAU * a).sqrt() * correction;
    let near = normal::upper_tail(away);
    if x < a {
        let lower = near - correction;
        Tails { lower, upper: 1.0 - lower }
    } else {
        let upper = near + correction;
        Tails { lower: 1.0 - upper, upper }
    }
}
