//! The study as a page of Markdown.

use std::fmt::Write as _;

use statistics::{IntervalMethod, WeightedMethod};

use super::{
    Covered,
    design::{Crimes, Design, Rates, Sizes},
    simple,
};

const LEAST: f64 = 94.0;
const MOST: f64 = 96.5;

const HEAD: &str = "\
# How often the intervals cover

This page is made by `cargo xtask coverage`; no number on it is typed by hand. It asks of every interval of `statistics` what
matters to whoever reads it: of many audits of one and the same year, how many intervals at 95% hold the truth?

## Simple random samples

For a sample of a very large whole no chance is needed: every possible count is enumerated with its probability. Over rates from
0.650 to 0.990 in steps of a thousandth, in percent:

";

const GRID: &str = "\
## Samples by strata

Every design is a whole of about 20,000 invented records, made once from the seed and audited again and again, without
replacement. The grid is every combination of

* 3, 6 or 12 strata;
* 30, 100 or 400 records sampled of each;
* strata of equal size, or unequal: each smaller than the one before by the same factor, 64 over as many steps as there are strata
  (a stratum that would be smaller is made a quarter larger than its sample);
* rates of 0.99 in all strata, of 0.95 in all strata, rising in equal steps from 0.65 in the largest to 0.99 in the smallest, or
  falling from 0.99 to 0.65;
* one crime in each report; or one to four (of ten reports six, two, one and one), each recorded or not for itself; or one to four
  where four reports of ten stand or fall as one.

The wanted coverage is 94 to 96.5%. Methods: *score*, the default; *MOVER*, Wilson's limits of the strata combined by their
distances; *effective-n Wilson*, on as many trials as give the estimated variance; *Wald*, the plain weighted interval. Where
reports hold several crimes, all use the variance of the ratio linearised as a whole, and Student's t; *total* is the number of
crimes not recorded in the whole.

";

const WHY: &str = "\
## What follows

**Why not Wald.** It is centred on the estimate, and where a stratum of the sample holds no failure it sees no variance in it.

**Why not MOVER.** Wilson's limits of a stratum lie off centre by z² / 2n, a shift towards one half that is right once. MOVER
combines the strata's distances by their squares, each with its shift: with many strata and few failures in each, the limit on the
side of one half is too far out and the one on the other side too near. More records in each stratum mend it.

**Why not effective-n Wilson.** It rests on the variance estimated from the failures found. With unequal weights, the stratum that
matters most may hold none by chance; the variance then misses its part, and the interval is too narrow exactly then.

**Why the score.** Its variance is that of the value tried, not of the estimate: a stratum without a failure still may have some,
and as much as the value tried makes likely. Where reports hold several crimes, the design effect is estimated once, from all strata
together, since of one stratum alone it would rest on a handful of failures.

**What falls short.** With a handful of failures expected in the whole sample, the number found can take few values, and no interval
without chance covers equally for all truths; the simple samples above show it without any simulation. Where few large reports that
stand or fall as one decide, the design effect itself is uncertain. The designs are listed below; a report on a stratum with fewer
than ten failures expected should say so.

";

/// The page.
#[must_use]
pub fn page(designs: &[Design], covered: &[Covered], seed: u64) -> String {
    let mut page = HEAD.to_owned();
    simple_samples(&mut page);
    page.push_str(GRID);
    let audits = covered.first().map_or(0, |covered| covered.audits);
    let error = (0.95 * 0.05 / f64::from(audits)).sqrt() * 100.0;
    let _ = writeln!(
        page,
        "{} designs, {audits} audits of each; the Monte-Carlo standard error of a coverage of 95% is {error:.2} points. Seed {seed}.\n",
        designs.len(),
    );
    summary(&mut page, designs, covered);
    page.push_str(WHY);
    outside(&mut page, designs, covered);
    every_design(&mut page, designs, covered);
    page
}

fn simple_samples(page: &mut String) {
    page.push_str("| method |");
    for n in simple::SIZES {
        let _ = write!(page, " n = {n}: least | mean |");
    }
    page.push_str("\n|---|");
    page.push_str(&"---:|".repeat(simple::SIZES.len() * 2));
    page.push('\n');
    for method in IntervalMethod::ALL {
        let _ = write!(page, "| {method} |");
        for n in simple::SIZES {
            let found = simple::coverage(method, n);
            let _ = write!(page, " {:.2} | {:.2} |", found.least * 100.0, found.mean * 100.0);
        }
        page.push('\n');
    }
    page.push('\n');
}

fn percent(count: u32, audits: u32) -> f64 {
    f64::from(count) / f64::from(audits) * 100.0
}

/// The names of the columns and, for each design, their coverage; none for a total where records hold one crime.
fn columns(covered: &[Covered]) -> Vec<(String, Vec<Option<f64>>)> {
    let mut columns = Vec::new();
    for (at, method) in WeightedMethod::ALL.into_iter().enumerate() {
        let values = covered
            .iter()
            .map(|found| found.share.get(at).map(|count| percent(*count, found.audits)))
            .collect();
        columns.push((method.to_string(), values));
    }
    let totals = covered.iter().map(|found| found.total.map(|count| percent(count, found.audits))).collect();
    columns.push(("total".to_owned(), totals));
    columns
}

fn summary(page: &mut String, designs: &[Design], covered: &[Covered]) {
    page.push_str("| reports | method | designs | 94 to 96.5% | below | above | least | mean | most |\n|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
    for crimes in [Crimes::One, Crimes::Independent, Crimes::Together] {
        for (name, values) in columns(covered) {
            let of: Vec<f64> = designs
                .iter()
                .zip(&values)
                .filter(|(design, _)| design.crimes == crimes)
                .filter_map(|(_, value)| *value)
                .collect();
            if of.is_empty() {
                continue;
            }
            let below = of.iter().filter(|value| **value < LEAST).count();
            let above = of.iter().filter(|value| **value > MOST).count();
            let inside = of.len() - below - above;
            let least = of.iter().copied().fold(f64::INFINITY, f64::min);
            let most = of.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let mean = of.iter().sum::<f64>() / of.iter().map(|_| 1.0).sum::<f64>();
            let _ = writeln!(
                page,
                "| {} | {name} | {} | {inside} | {below} | {above} | {least:.2} | {mean:.2} | {most:.2} |",
                held(crimes),
                of.len()
            );
        }
    }
    page.push('\n');
}

fn outside(page: &mut String, designs: &[Design], covered: &[Covered]) {
    page.push_str("## Designs on which the default is outside 94 to 96.5%\n\n");
    let scores = columns(covered).into_iter().next().map(|(_, values)| values).unwrap_or_default();
    let outside: Vec<(&Design, f64)> = designs
        .iter()
        .zip(scores)
        .filter_map(|(design, score)| Some((design, score?)))
        .filter(|(_, score)| !(LEAST..=MOST).contains(score))
        .collect();
    if outside.is_empty() {
        page.push_str("None.\n\n");
        return;
    }
    page.push_str(
        "| reports | strata | sampled of each | sizes | rates | score |\n|---|---:|---:|---|---|---:|\n",
    );
    for (design, score) in outside {
        let _ = writeln!(page, "| {} | {score:.2} |", named(design));
    }
    page.push('\n');
}

fn every_design(page: &mut String, designs: &[Design], covered: &[Covered]) {
    page.push_str("## Every design\n\n| reports | strata | sampled of each | sizes | rates |");
    let columns = columns(covered);
    for (name, _) in &columns {
        let _ = write!(page, " {name} |");
    }
    page.push_str("\n|---|---:|---:|---|---|");
    page.push_str(&"---:|".repeat(columns.len()));
    page.push('\n');
    for (at, design) in designs.iter().enumerate() {
        let _ = write!(page, "| {} |", named(design));
        for (_, values) in &columns {
            match values.get(at).copied().flatten() {
                Some(value) => {
                    let _ = write!(page, " {value:.2} |");
                }
                None => page.push_str(" – |"),
            }
        }
        page.push('\n');
    }
}

fn named(design: &Design) -> String {
    let sizes = match design.sizes {
        Sizes::Equal => "equal",
        Sizes::Unequal => "unequal",
    };
    let rates = match design.rates {
        Rates::Same(hundredths) => format!("0.{hundredths}"),
        Rates::Rising => "0.65 to 0.99".to_owned(),
        Rates::Falling => "0.99 to 0.65".to_owned(),
    };
    format!("{} | {} | {} | {sizes} | {rates}", held(design.crimes), design.strata, design.sampled)
}

const fn held(crimes: Crimes) -> &'static str {
    match crimes {
        Crimes::One => "one crime",
        Crimes::Independent => "one to four, each for itself",
        Crimes::Together => "one to four, often as one",
    }
}
