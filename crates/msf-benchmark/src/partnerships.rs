//! The same comparison within a force: what share of its crime each community safety partnership has in one class.
//!
//! The tables of partnerships are published without populations, so what is compared is a proportion of all crime but fraud.

use calendar::Window;
use crime::Force;
use rulebook::Place;
use rust_decimal::Decimal;
use statistics::{
    Centre, Confidence, Dispersion, DispersionError, Funnel, FunnelKind, FunnelPoint, LimitMethod, Position,
    Winsorising,
};

use crate::{Area, CellValue, Published, TOTAL, Unit, headline};

/// The partnerships of a force, in one class and period.
#[derive(Debug, Clone, PartialEq)]
pub struct Partnerships {
    /// The force.
    pub force: Force,
    /// The period.
    pub window: Window,
    /// The class, by its headline name.
    pub class: &'static str,
    /// The partnerships, the largest share first; of the same share, in the order of their names.
    pub shares: Vec<PartnershipShare>,
    /// Rows that belong to no partnership, as "Unassigned Kent", and partnerships without a number: they are in no share and in no limit.
    pub left_out: Vec<String>,
    /// The share of all partnerships together, from 0 to 1; none where there is no funnel.
    pub centre: Option<f64>,
    /// How much more they differ than chance has it; it is not said of fewer than ten.
    pub dispersion: Result<Dispersion, DispersionError>,
    /// How the limits are made.
    pub method: LimitMethod,
}

/// One partnership.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnershipShare {
    /// Its name.
    pub name: String,
    /// Its code.
    pub code: String,
    /// Offences of the class.
    pub part: u64,
    /// All offences but fraud; above nought.
    pub whole: u64,
    /// The part of the whole, from 0 to 1.
    pub share: Decimal,
    /// Where it stands against inner and outer limits, from 0 to 1; none where there is no funnel.
    pub placed: Option<(Position, Position)>,
    /// The cells of the part and of the whole.
    pub places: [Place; 2],
}

/// Why partnerships cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PartnershipError {
    /// No class is known by this name.
    #[error("`{0}` is no class of the published tables at headline level")]
    UnknownClass(String),
    /// The table has no partnership of the force in the period.
    #[error("the table has no community safety partnership of {force} from {} to {}", window.first(), window.last())]
    None {
        /// The force.
        force: Force,
        /// The period.
        window: Window,
    },
}

/// Compares the partnerships of a force. `limits` are the inner and the outer ones.
///
/// # Errors
///
/// [`PartnershipError`] for an unknown class, or if the table has no partnership of the force in the period.
///
/// ```
/// use calendar::Window;
/// use msf_benchmark::partnerships;
/// # use msf_benchmark::{Area, CellValue, Class, Published, PublishedCell, TOTAL, Unit};
/// # let window = Window::new(rulebook::day(2024, 7, 1), rulebook::day(2025, 6, 30))?;
/// # let force: crime::Force = "Kent".parse()?;
/// # let area = |code: &str, name: &str| Area::Partnership { force, code: Some(code.into()), name: name.into() };
/// # let class = |name: &str| Class { code: None, name: name.into() };
/// # let cell = |area, class, count| PublishedCell { area, class, window: 0, column: 0, unit: Unit::Offences, value: CellValue::Count(count), row: 1 };
/// # let table = Published {
/// #     areas: vec![area("E22000001", "Ashford"), area("E22000002", "Dover"), area("E22000003", "Swale")],
/// #     classes: vec![class(TOTAL), class("Robbery")],
/// #     windows: vec![window],
/// #     cells: vec![cell(0, 0, 1000), cell(0, 1, 10), cell(1, 0, 1000), cell(1, 1, 60), cell(2, 0, 2000), cell(2, 1, 20)],
/// #     ..Published::default()
/// # };
/// // Robbery is 10 of 1,000 in Ashford, 60 of 1,000 in Dover and 20 of 2,000 in Swale; 90 of 4,000 in all.
/// let found = partnerships(&table, force, window, "Robbery", ("95%".parse()?, "99.8%".parse()?))?;
/// assert_eq!((found.shares[0].name.as_str(), found.shares[0].share.to_string().as_str()), ("Dover", "0.06"));
/// assert_eq!(found.centre, Some(0.0225));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn partnerships(
    table: &Published,
    force: Force,
    window: Window,
    class: &str,
    (inner, outer): (Confidence, Confidence),
) -> Result<Partnerships, PartnershipError> {
    let class = headline(class).ok_or_else(|| PartnershipError::UnknownClass(class.to_owned()))?;
    let (mut shares, mut left_out) = (Vec::new(), Vec::new());
    for (at, area) in table.areas.iter().enumerate() {
        let Area::Partnership { force: of, code, name } = area else { continue };
        if *of != force {
            continue;
        }
        let (Some((part, of_part)), Some((whole, of_whole))) =
            (count(table, at, class, window), count(table, at, TOTAL, window))
        else {
            left_out.push(format!("{name} (no count)"));
            continue;
        };
        match code {
            Some(code) if whole > 0 && part <= whole => shares.push(PartnershipShare {
                name: name.clone(),
                code: code.clone(),
                part,
                whole,
                share: Decimal::from(part) / Decimal::from(whole),
                placed: None,
                places: [of_part, of_whole],
            }),
            Some(_) => left_out.push(format!("{name} ({part} of {whole})")),
            None => left_out.push(name.clone()),
        }
    }
    if shares.is_empty() {
        return Err(PartnershipError::None { force, window });
    }
    shares.sort_by(|one, other| other.share.cmp(&one.share).then_with(|| one.name.cmp(&other.name)));
    let points: Vec<FunnelPoint> =
        shares.iter().map(|share| FunnelPoint { observed: share.part, base: float(share.whole) }).collect();
    let funnel = (points.len() >= 3)
        .then(|| Funnel::of(FunnelKind::Proportion, &points, Centre::Pooled).ok())
        .flatten();
    let few = DispersionError::TooFewPoints { points: points.len() };
    let dispersion = funnel.as_ref().map_or(Err(few), |funnel| funnel.dispersion(Winsorising::None));
    let method = dispersion.map_or(LimitMethod::Exact, Dispersion::headline);
    if let Some(funnel) = &funnel {
        for (at, share) in shares.iter_mut().enumerate() {
            let place = |confidence| funnel.position_by(at, confidence, method);
            share.placed = place(inner).zip(place(outer));
        }
    }
    let centre = funnel.as_ref().map(Funnel::centre);
    Ok(Partnerships { force, window, class, shares, left_out, centre, dispersion, method })
}

/// The one count of an area in a class; nothing if there is none, if there are two that differ, or if it is below nought.
fn count(table: &Published, area: usize, class: &str, window: Window) -> Option<(u64, Place)> {
    let mut found: Option<(u64, Place)> = None;
    for cell in
        table.cells.iter().filter(|cell| usize::from(cell.area) == area && cell.unit == Unit::Offences)
    {
        let named = table.class(cell).and_then(|of| headline(&of.name));
        if named != Some(class) || table.window(cell) != Some(window) {
            continue;
        }
        let CellValue::Count(count) = cell.value else { return None };
        let count = u64::try_from(count).ok()?;
        match &found {
            Some((before, _)) if *before != count => return None,
            Some(_) => {}
            None => found = Some((count, table.place(cell))),
        }
    }
    found
}

/// Exact up to 2^53.
fn float(count: u64) -> f64 {
    use rust_decimal::prelude::ToPrimitive as _;
    count.to_f64().unwrap_or(f64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Class, PublishedCell};

    fn table() -> Published {
        let window = Window::new(rulebook::day(2024, 7, 1), rulebook::day(2025, 6, 30)).unwrap();
        let force: Force = "Kent".parse().unwrap();
        let area = |code: Option<&str>, name: &str| Area::Partnership {
            force,
            code: code.map(str::to_owned),
            name: name.to_owned(),
        };
        let class = |name: &str| Class { code: None, name: name.to_owned() };
        let cell = |area, class, value| PublishedCell {
            area,
            class,
            window: 0,
            column: 0,
            unit: Unit::Offences,
            value: CellValue::Count(value),
            row: 1,
        };
        let counts = [(1_000, 10), (1_000, 60), (2_000, 20), (50, 5), (100, -1)];
        let cells = (0..).zip(counts).flat_map(|(at, (whole, part))| [cell(at, 0, whole), cell(at, 1, part)]);
        Published {
            areas: vec![
                area(Some("A"), "Ashford"),
                area(Some("D"), "Dover"),
                area(Some("S"), "Swale"),
                area(None, "Unassigned Kent"),
                area(Some("T"), "Thanet"),
            ],
            classes: vec![class(TOTAL), class("Robbery")],
            windows: vec![window],
            cells: cells.collect(),
            ..Published::default()
        }
    }

    #[test]
    fn what_belongs_to_no_partnership_is_named_and_moves_no_limit() {
        let table = table();
        let limits = ("95%".parse().unwrap(), "99.8%".parse().unwrap());
        let found =
            partnerships(&table, "Kent".parse().unwrap(), table.windows[0], "Robbery", limits).unwrap();
        assert_eq!(found.left_out, ["Unassigned Kent", "Thanet (no count)"]);
        // 10 + 60 + 20 of 4,000.
        assert_eq!(found.centre, Some(0.0225));
        assert_eq!(found.dispersion, Err(DispersionError::TooFewPoints { points: 3 }));
        let beyond: Vec<(&str, bool)> = found
            .shares
            .iter()
            .map(|share| {
                (share.name.as_str(), share.placed.unwrap().1.standing == statistics::Standing::Above)
            })
            .collect();
        assert_eq!(beyond, [("Dover", true), ("Ashford", false), ("Swale", false)]);
    }

    #[test]
    fn another_force_or_class_is_refused() {
        let table = table();
        let limits = (Confidence::NinetyFive, Confidence::NinetyNine);
        let asked = |force: &str, class| {
            partnerships(&table, force.parse().unwrap(), table.windows[0], class, limits)
        };
        assert!(matches!(asked("Essex", "Robbery"), Err(PartnershipError::None { .. })));
        assert_eq!(asked("Kent", "Perjury"), Err(PartnershipError::UnknownClass("Perjury".to_owned())));
    }
}
