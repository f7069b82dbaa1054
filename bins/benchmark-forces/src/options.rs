//! Options that are read as numbers with a meaning: limits, shares.

use rust_decimal::{Decimal, prelude::ToPrimitive as _};
use statistics::{Confidence, WinsorisedShare, Winsorising};

/// The inner and the outer limits.
#[derive(Debug, Clone, Copy)]
pub struct Limits(pub Confidence, pub Confidence);

/// Reads `95,99.8`.
pub fn limits(text: &str) -> Result<Limits, String> {
    let expected = || format!("`{text}`: expected two percentages, the smaller first, as 95,99.8");
    let (inner, outer) = text.split_once(',').ok_or_else(expected)?;
    let percent = |text: &str| text.trim().trim_end_matches('%').parse::<Decimal>().map_err(|_| expected());
    let (inner, outer) = (percent(inner)?, percent(outer)?);
    if inner >= outer {
        return Err(expected());
    }
    let confidence = |percent| Confidence::of_percent(percent).map_err(|error| error.to_string());
    Ok(Limits(confidence(inner)?, confidence(outer)?))
}

/// Reads `1%` or `0.01`. A bare number of 1 or more could be meant either way and is refused.
pub fn share(text: &str) -> Result<Decimal, String> {
    let wrong = || format!("`{text}`: expected a share below 100%, as 1% or 0.01");
    let share = match text.trim().strip_suffix('%') {
        Some(percent) => percent
            .trim()
            .parse::<Decimal>()
            .ok()
            .and_then(|percent| percent.checked_div(Decimal::ONE_HUNDRED))
            .ok_or_else(wrong)?,
        None => text.trim().parse::<Decimal>().map_err(|_| wrong())?,
    };
    if share.is_sign_negative() || share >= Decimal::ONE { Err(wrong()) } else { Ok(share) }
}

/// Reads the share that is winsorised at each end, corrected for the bias that this makes.
pub fn winsorise(text: &str) -> Result<Winsorising, String> {
    let share = share(text)?.to_f64().and_then(WinsorisedShare::of);
    share
        .map(Winsorising::Corrected)
        .ok_or_else(|| format!("`{text}`: expected a share above 0% and below 50%, as 10%"))
}
