//! What Stirling's formula leaves over, and the deviance of a count: the two parts of C. Loader's saddle-point expansion.
//!
//! C. Loader, "Fast and accurate computation of binomial probabilities" (2000).

/// ln Γ(z + 1) less Stirling's (z + ½) ln z − z + ½ ln 2π, for z above 0.
pub(crate) fn remainder(z: f64) -> f64 {
    let (mut z, mut sum) = (z, 0.0);
    // One step up at a time until the series is exact: remainder(z) − remainder(z + 1) = (z + ½) ln(1 + 1/z) − 1.
    while z < 16.0 {
        sum += (z + 0.5) * (1.0 / z).ln_1p() - 1.0;
        z += 1.0;
    }
    // The asymptotic series with Bernoulli numbers; its next term is below 1e-16 from 16 on.
    let w = 1.0 / (z * z);
    sum + (1.0 / 12.0
        - w * (1.0 / 360.0
            - w * (1.0 / 1260.0 - w * (1.0 / 1680.0 - w * (1.0 / 1188.0 - w * 691.0 / 360_360.0)))))
        / z
}

/// x ln(x / m) + m − x, given the difference `d` = x − m, which the caller may know more exactly than by subtracting.
pub(crate) fn deviance(x: f64, m: f64, d: f64) -> f64 {
    if x <= 0.0 {
        return m;
    }
    let v = d / (x + m);
    if v.abs() >= 0.1 {
        return x * (x / m).ln() - d;
    }
    // ln(x / m) = 2 atanh(v), so the deviance is d v + 2 x (v³/3 + v⁵/5 + …), without a difference of near equals.
    let square = v * v;
    let (mut power, mut sum, mut odd) = (2.0 * x * v, d * v, 1.0);
    loop {
        power *= square;
        odd += 2.0;
        let next = sum + power / odd;
        if next.to_bits() == sum.to_bits() || odd > 1000.0 {
            return sum;
        }
        sum = next;
    }
}
