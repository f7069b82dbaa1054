//! The costs of many claims, shared among those who bear them.

use std::collections::BTreeSet;

use rulebook::{Figure, FigureId, Finding, Known, Place, Rounding, Severity, Value};
use rust_decimal::Decimal;
use table::Rows;

use crate::{
    rules::shares_sum_to_the_pool::{self as rule, NotShared, share},
    sharing::{ClaimSettings, Weight},
};

/// The part of one force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The force.
    pub force: String,
    /// What is counted, in words.
    pub basis: String,
    /// How many of it.
    pub weight: Known<u64>,
    /// Its part in pounds; `None` if the pool could not be shared.
    pub amount: Option<Decimal>,
    /// Where its weight was read.
    pub place: Place,
}

/// The costs shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// The sum to be shared, in pounds.
    pub pool: Known<Decimal>,
    /// What each bears, in the order of the file.
    pub shares: Vec<Share>,
    /// Why nothing is shared, if nothing is.
    pub withheld: Option<String>,
}

/// Shares the pool by weight.
pub(crate) fn allocate(
    weights: &Rows<Weight>,
    settings: Option<(&str, &ClaimSettings)>,
) -> (Allocation, Vec<Figure>, Vec<Finding>) {
    let pool = settings.map_or(Known::NotSupplied, |(_, settings)| settings.pool);
    let (amounts, withheld) = match amounts(weights, &pool) {
        Ok(amounts) => (amounts, None),
        Err(reason) => (Vec::new(), Some(reason)),
    };
    let shares: Vec<Share> = weights
        .good
        .iter()
        .enumerate()
        .map(|(index, row)| Share {
            force: row.value.force.clone(),
            basis: row.value.basis.clone(),
            weight: row.value.weight,
            amount: amounts.get(index).copied(),
            place: row.place.at("weight"),
        })
        .collect();
    let allocation = Allocation { pool, shares, withheld };
    let pool_place = settings.map(|(file, _)| Place::file(file));
    let figures = figures(&allocation, pool_place);
    let findings = findings(weights, &allocation);
    (allocation, figures, findings)
}

fn amounts(weights: &Rows<Weight>, pool: &Known<Decimal>) -> Result<Vec<Decimal>, String> {
    if let Some(reason) = weights.withheld() {
        return Err(reason);
    }
    let pool = match pool {
        Known::Is(pool) => *pool,
        Known::NotKnown => return Err(NotShared::NoPool("not known").to_string()),
        Known::NotSupplied => return Err(NotShared::NoPool("not supplied").to_string()),
    };
    let given: Vec<(&str, Known<u64>)> =
        weights.good.iter().map(|row| (row.value.force.as_str(), row.value.weight)).collect();
    share(pool, &given).map_err(|reason| reason.to_string())
}

fn figures(allocation: &Allocation, pool_place: Option<Place>) -> Vec<Figure> {
    let money = |id: &[&str], label: String, value: Value| {
        Figure::new(FigureId::of(id), label, value).rounded(Rounding::nearest(2))
    };
    let pool = match allocation.pool {
        Known::Is(pool) => Value::Money(pool),
        Known::NotKnown => Value::NotKnown,
        Known::NotSupplied => Value::NotSupplied,
    };
    let total: Decimal = allocation.shares.iter().filter_map(|share| share.amount).sum();
    let shared = allocation.withheld.clone().map_or(Value::Money(total), Value::Withheld);
    let cells: Vec<Place> = allocation.shares.iter().map(|share| share.place.clone()).collect();
    let mut figures = vec![
        money(&["claims", "pool"], "costs to be shared".into(), pool).from_cells(pool_place),
        money(&["claims", "shared"], "sum of all shares".into(), shared)
            .working(match allocation.shares.len() {
                1 => "sum of 1 share".to_owned(),
                n => format!("sum of {n} shares"),
            })
            .from_cells(cells)
            .by(&rule::RULE),
    ];
    for share in &allocation.shares {
        let value = match (share.amount, share.weight) {
            (Some(amount), _) => Value::Money(amount),
            (None, Known::NotKnown) => Value::NotKnown,
            (None, Known::NotSupplied) => Value::NotSupplied,
            (None, Known::Is(_)) => Value::Withheld(allocation.withheld.clone().unwrap_or_default()),
        };
        figures.push(
            money(&["claims", "share", &share.force], format!("share of {}", share.force), value)
                .working(format!("pool by {}: weight {}", share.basis, share.weight))
                .from_cells([share.place.clone()])
                .by(&rule::RULE),
        );
    }
    figures
}

fn findings(weights: &Rows<Weight>, allocation: &Allocation) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(reason) = &allocation.withheld {
        let sentence = format!("the costs are not shared: {reason}");
        let place = Some(Place::file(&weights.file));
        findings.push(
            Finding::new(&rule::RULE, Severity::Warning, &weights.file, place, sentence)
                .with("pool", allocation.pool)
                .with("forces", allocation.shares.len()),
        );
    }
    let bases: BTreeSet<&str> = allocation.shares.iter().map(|share| share.basis.as_str()).collect();
    if bases.len() > 1 {
        let named = bases.into_iter().collect::<Vec<_>>().join("; ");
        let sentence = format!("the weights of one pool count different things: {named}");
        let place = Some(Place::file(&weights.file).at("basis"));
        findings.push(
            Finding::new(&rule::RULE, Severity::Warning, &weights.file, place, sentence).with("bases", named),
        );
    }
    findings
}
