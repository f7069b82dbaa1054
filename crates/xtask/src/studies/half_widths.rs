//! What the published half-widths of 34 forces say of the samples behind them, and what they do not.

use document::{
    Block, Cell, Chart, ChartKind, Document, Footnote, Head, Inline, Marking, Row, Section, Table,
    WithInterval,
};
use rulebook::{Figure, FigureId, Rounding, Value, day};
use rust_decimal::{
    Decimal,
    prelude::{FromPrimitive as _, ToPrimitive as _},
};
use serde::{Deserialize, Deserializer, de::Error as _};

/// The figures, as they were published.
pub const DATA: &str = "crates/recording-audit/data/published-rates.csv";

/// The two-sided quantile of the normal distribution at 95%.
const Z: f64 = 1.959_963_984_540_054;

#[derive(Debug, Deserialize)]
struct Published {
    force: String,
    report_year: u16,
    offences: String,
    #[serde(deserialize_with = "as_printed")]
    rate_percent: Decimal,
    #[serde(deserialize_with = "as_printed_or_none")]
    half_width_points: Option<Decimal>,
    reports_examined: Option<u64>,
}

/// A number with as many places as it was printed with: 93.0 is not 93.
fn as_printed<'de, D: Deserializer<'de>>(cell: D) -> Result<Decimal, D::Error> {
    as_printed_or_none(cell)?.ok_or_else(|| D::Error::custom("expected a number"))
}

fn as_printed_or_none<'de, D: Deserializer<'de>>(cell: D) -> Result<Option<Decimal>, D::Error> {
    let text = String::deserialize(cell)?;
    (!text.is_empty()).then(|| text.parse().map_err(D::Error::custom)).transpose()
}

/// A printed number stands for every number that is rounded to it: half a unit of its last place to either side.
fn span(printed: Decimal) -> (f64, f64) {
    let half = Decimal::new(5, printed.scale() + 1);
    ((printed - half).to_f64().unwrap_or(f64::NAN), (printed + half).to_f64().unwrap_or(f64::NAN))
}

/// How many a simple random sample must have so that its 95% interval has a half-width, both as shares.
fn simple_sample(rate: f64, half_width: f64) -> f64 {
    Z * Z * rate * (1.0 - rate) / (half_width * half_width)
}

/// The half-width of a simple random sample.
fn simple_half_width(rate: f64, n: f64) -> f64 {
    Z * (rate * (1.0 - rate) / n).sqrt()
}

/// A size, with the least and the most that the rounding of what was printed allows.
struct Implied {
    size: f64,
    least: f64,
    most: f64,
}

fn implied(rate: Decimal, half_width: Decimal) -> Implied {
    let of = |rate: f64, half: f64| simple_sample(rate / 100.0, half / 100.0);
    let ((low, high), (narrow, wide)) = (span(rate), span(half_width));
    let corners = [of(low, narrow), of(low, wide), of(high, narrow), of(high, wide)];
    Implied {
        size: of(rate.to_f64().unwrap_or(f64::NAN), half_width.to_f64().unwrap_or(f64::NAN)),
        least: corners.iter().copied().fold(f64::INFINITY, f64::min),
        most: corners.iter().copied().fold(0.0, f64::max),
    }
}

/// How far the half-widths and the rates reach.
fn spread(all: &[(&Published, Decimal)]) -> String {
    let reach = |of: fn(&(&Published, Decimal)) -> Decimal| {
        let least = all.iter().map(of).min().unwrap_or_default();
        let most = all.iter().map(of).max().unwrap_or_default();
        format!("{least} to {most}")
    };
    format!(
        "The half-widths reach from {} points, the rates from {}%",
        reach(|(_, half_width)| *half_width),
        reach(|(row, _)| row.rate_percent)
    )
}

/// The study, from the text of [`DATA`].
///
/// # Errors
///
/// If the table cannot be read, or does not hold what the study speaks of.
pub fn half_widths(csv: &str) -> Result<Document, String> {
    let rows: Vec<Published> = csv::Reader::from_reader(csv.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|error| format!("{DATA}: {error}"))?;
    let mut all: Vec<(&Published, Decimal)> = rows
        .iter()
        .filter(|row| row.offences == "all")
        .filter_map(|row| Some((row, row.half_width_points?)))
        .collect();
    all.sort_by(|(one, _), (other, _)| {
        other.rate_percent.cmp(&one.rate_percent).then(one.force.cmp(&other.force))
    });
    let (known, half_width, reports) = all
        .iter()
        .find_map(|(row, half_width)| Some((*row, *half_width, row.reports_examined?)))
        .ok_or(format!("{DATA}: no force says how many reports were examined"))?;
    Ok(Document {
        title: "The published half-widths of the crime data integrity inspections".into(),
        board: String::new(),
        meeting: None,
        author: "made anew from the published figures whenever the pages of this project are made".into(),
        marking: Marking("OFFICIAL: published figures".into()),
        as_at: day(2026, 11, 25),
        notice: String::new(),
        sections: vec![
            question(&all, reports, known),
            follows(&all, known, half_width, reports),
            does_not_follow(&all),
            table(&all),
        ],
        footnotes: vec![Footnote {
            number: 1,
            text: vec![Inline::text(
                "The pages at hand give a rate and a half-width. That the half-width is one of 95%, and by the normal approximation, is how such figures are usually made; no page at hand says it.",
            )],
        }],
    })
}

fn paragraph(number: u32, text: Vec<Inline>) -> Block {
    Block::Paragraph { number, id: format!("paragraph-{number}"), text }
}

fn words(text: impl Into<String>) -> Inline {
    Inline::text(text)
}

/// A computed number, rounded to so many places.
fn number(id: &str, label: &str, value: f64, places: u32, working: String) -> Inline {
    let value = Decimal::from_f64(value).map_or(Value::NotKnown, Value::Number);
    let figure = Figure::new(FigureId::of(&["half-widths", id]), label, value);
    Inline::figure(&figure.rounded(Rounding::nearest(places)).working(working))
}

fn printed(text: &impl ToString) -> Inline {
    Inline::AsPrinted(text.to_string())
}

fn count(id: &str, label: &str, many: usize) -> Inline {
    let many = u64::try_from(many).unwrap_or(u64::MAX);
    Inline::figure(&Figure::new(FigureId::of(&["half-widths", id]), label, Value::Count(many)))
}

fn question(all: &[(&Published, Decimal)], reports: u64, known: &Published) -> Section {
    Section {
        id: "question".into(),
        heading: "The question".into(),
        blocks: vec![paragraph(
            1,
            vec![
                words("Between 2016 and 2020 the inspectorate published, for "),
                count("forces", "forces with a rate for all offences and a half-width", all.len()),
                words(
                    " forces, the share of crimes that were recorded of those that should have been, each with a half-width",
                ),
                Inline::Footnote(1),
                words(". How many cases stood behind each? For one force a newspaper printed it: "),
                printed(&reports),
                words(format!(
                    " reports, in {}. It is a number of reports, not of crimes due: one report may hold none, one or several crimes.",
                    known.force
                )),
            ],
        )],
    }
}

fn follows(all: &[(&Published, Decimal)], known: &Published, half_width: Decimal, reports: u64) -> Section {
    let rate = known.rate_percent.to_f64().unwrap_or(f64::NAN) / 100.0;
    let half = half_width.to_f64().unwrap_or(f64::NAN);
    let n = reports.to_f64().unwrap_or(f64::NAN);
    let simple = 100.0 * simple_half_width(rate, n);
    let equal = implied(known.rate_percent, half_width);
    Section {
        id: "follows".into(),
        heading: "What follows".into(),
        blocks: vec![
            paragraph(
                2,
                vec![
                    words(format!("{}: ", known.force)),
                    printed(&format!("{}%", known.rate_percent)),
                    words(" with a half-width of "),
                    printed(&half_width),
                    words(" points. A simple random sample of as many crimes as there were reports has "),
                    number(
                        "simple",
                        "half-width of a simple random sample, in points",
                        simple,
                        2,
                        format!("{Z} x sqrt(rate x (1 - rate) / {reports})"),
                    ),
                    words(" points. The published one is "),
                    number(
                        "ratio",
                        "published half-width over that of a simple sample",
                        half / simple,
                        3,
                        format!("{half} / {simple}"),
                    ),
                    words(" times as wide, a variance of "),
                    number(
                        "variance",
                        "the square of the ratio",
                        (half / simple).powi(2),
                        3,
                        "the ratio squared".into(),
                    ),
                    words(if equal.most < n {
                        " times the simple one. The rounding of the two printed numbers does not explain it."
                    } else {
                        " times the simple one, which the rounding of the two printed numbers may explain."
                    }),
                ],
            ),
            paragraph(
                3,
                vec![
                    words("The same half-width is that of a simple random sample of "),
                    number(
                        "equal",
                        "crimes in a simple sample of the same half-width",
                        equal.size,
                        0,
                        "z squared x rate x (1 - rate) / half-width squared".into(),
                    ),
                    words(" crimes ("),
                    number(
                        "equal-least",
                        "the least that rounding allows",
                        equal.least,
                        0,
                        "with the rate and half-width at the ends of what is rounded to them".into(),
                    ),
                    words(" to "),
                    number(
                        "equal-most",
                        "the most that rounding allows",
                        equal.most,
                        0,
                        "with the rate and half-width at the ends of what is rounded to them".into(),
                    ),
                    words(
                        " by rounding). So there are two explanations, and the figures cannot tell them apart: a sample drawn by offence group and put together with weights, each crime then worth less than one of a simple sample; or reports that held ",
                    ),
                    number(
                        "per-report",
                        "crimes due for each report examined that make the sample a simple one",
                        equal.size / n,
                        2,
                        format!("{} / {reports}", equal.size),
                    ),
                    words(" crimes due each on average, because some held none."),
                ],
            ),
            for_all(all),
        ],
    }
}

fn for_all(all: &[(&Published, Decimal)]) -> Block {
    let sizes: Vec<f64> = all.iter().map(|(row, half)| implied(row.rate_percent, *half).size).collect();
    let least = sizes.iter().copied().fold(f64::INFINITY, f64::min);
    let most = sizes.iter().copied().fold(0.0, f64::max);
    paragraph(
        4,
        vec![
            words("For all forces together: the half-widths are those of simple random samples of "),
            number("least", "the smallest", least, 0, "of the table".into()),
            words(" to "),
            number("most", "the largest", most, 0, "of the table".into()),
            words(" crimes. This is an effective size: what the precision is worth, whatever was drawn."),
        ],
    )
}

fn does_not_follow(all: &[(&Published, Decimal)]) -> Section {
    let unknown = all.iter().filter(|(row, _)| row.reports_examined.is_none()).count();
    Section {
        id: "does-not-follow".into(),
        heading: "What does not follow".into(),
        blocks: vec![
            paragraph(
                5,
                vec![
                    words("How many reports were examined in the other "),
                    count("unknown", "forces of which no number of reports is at hand", unknown),
                    words(
                        " forces: not known. How much a design by strata, or several crimes in one report, widens an interval there: not known either, for it needs both the size drawn and the half-width. One force is no ground to carry a factor over to others.",
                    ),
                ],
            ),
            paragraph(
                6,
                vec![words(
                    "That an audit of one's own of that size will be as precise. The precision depends on the rate, on the strata and on how many crimes a report holds: it has to be computed from those.",
                )],
            ),
        ],
    }
}

fn table(all: &[(&Published, Decimal)]) -> Section {
    let mut rows = Vec::new();
    let mut points = Vec::new();
    for (at, (row, half_width)) in all.iter().enumerate() {
        let implied = implied(row.rate_percent, *half_width);
        let examined = row.reports_examined.map_or("n not known".to_owned(), |n| n.to_string());
        let name = format!("{} {}", row.force, row.report_year);
        rows.push(Row::new([
            Cell::from(row.force.as_str()),
            Cell::from(row.report_year.to_string()),
            Cell(vec![printed(&format!("{}%", row.rate_percent))]),
            Cell(vec![printed(&half_width)]),
            Cell(vec![number(&format!("implied-{at}"), &name, implied.size, 0, "as in paragraph 3".into())]),
            Cell(vec![
                number(&format!("least-{at}"), &name, implied.least, 0, "as in paragraph 3".into()),
                words(" to "),
                number(&format!("most-{at}"), &name, implied.most, 0, "as in paragraph 3".into()),
            ]),
            if row.reports_examined.is_some() {
                Cell(vec![printed(&examined)])
            } else {
                Cell::from(examined.as_str())
            },
        ]));
        let hundredths = |percent: Decimal| (percent * Decimal::ONE_HUNDRED).round().to_i64();
        let place = hundredths(row.rate_percent)
            .zip(hundredths(row.rate_percent - half_width))
            .zip(hundredths((row.rate_percent + half_width).min(Decimal::ONE_HUNDRED)))
            .map(|((rate, low), high)| (rate, low, high));
        points.push(WithInterval {
            label: name.clone(),
            figure: FigureId::of(&["half-widths", &format!("implied-{at}")]),
            hundredths: place,
            printed: format!(
                "{}% ± {half_width}, {}",
                row.rate_percent,
                if row.reports_examined.is_some() { format!("{examined} reports") } else { examined }
            ),
        });
    }
    let table = Table {
        id: "table-half-widths".into(),
        caption: "Recorded of what should have been, all offences, as published, and the simple sample of the same precision".into(),
        head: vec![
            Head::words("Force"),
            Head::numbers("Report"),
            Head::numbers("Rate"),
            Head::numbers("Half-width, points"),
            Head::numbers("Simple sample of the same half-width"),
            Head::numbers("By rounding"),
            Head::numbers("Reports examined"),
        ],
        rows,
        notes: vec![vec![words(format!("Source: {DATA}, which names the page of each."))]],
    };
    let chart = Chart {
        id: "chart-half-widths".into(),
        title: "Recorded of what should have been, with the published half-widths".into(),
        description: format!(
            "One line for each of the forces, from the highest rate to the lowest: a point for the rate and a bar of the half-width to either side. {}.",
            spread(all)
        ),
        kind: ChartKind::Intervals {
            axis: "crimes recorded, as a percentage of those that should have been".into(),
            from: 0,
            apart: 0,
            points,
        },
        table,
    };
    Section { id: "forces".into(), heading: "The forces".into(), blocks: vec![Block::Chart(chart)] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_force_whose_reports_are_known_is_wider_than_a_simple_sample() {
        // By hand: 1.96 x sqrt(0.9272 x 0.0728 / 1211) = 0.01463; 1.56 / 1.463 = 1.066.
        let simple = 100.0 * simple_half_width(0.9272, 1211.0);
        assert!((simple - 1.463).abs() < 0.001, "{simple}");
        assert!((1.56 / simple - 1.066).abs() < 0.001);
        // By hand: 1.96^2 x 0.9272 x 0.0728 / 0.0156^2 = 1065.
        let implied = implied(Decimal::new(9272, 2), Decimal::new(156, 2));
        assert!((implied.size - 1065.0).abs() < 1.0, "{}", implied.size);
        assert!(implied.least < implied.size && implied.size < implied.most);
    }

    #[test]
    fn a_zero_that_was_printed_narrows_what_it_may_stand_for() {
        let csv = "force,report_year,offences,rate_percent,half_width_points,reports_examined\nA,2018,all,93.0,1.48,100\nB,2018,all,90,,\n";
        let rows: Vec<Published> =
            csv::Reader::from_reader(csv.as_bytes()).deserialize().collect::<Result<_, _>>().unwrap();
        let (low, high) = span(rows[0].rate_percent);
        assert!((low - 92.95).abs() < 1e-9 && (high - 93.05).abs() < 1e-9, "{low} {high}");
        assert_eq!(rows[1].half_width_points, None);
    }
}
