//! What the legal department supplies, read once and checked at the edge.

use rulebook::Finding;
use table::{Layout, ReadError, Row, Rows, Source, settings};

use crate::{
    claim::{CLAIMS, Claim},
    matter::{MATTERS, Matter, PARTIES, Party},
    multiple::{CONTRIBUTORS, Contributor, MULTIPLE_CLAIMS, Quantity},
    order::{ORDERS, Order},
    rules::matter_known::{self, Listed},
    sharing::{ClaimSettings, SHARES, Weight},
};

/// Where each table stands in a folder. `legal/claims.toml` holds the settings of the register.
pub static FILES: &[(&str, &Layout)] = &[
    ("legal/matters.csv", &MATTERS),
    ("legal/parties.csv", &PARTIES),
    ("legal/multiple_claims.csv", &MULTIPLE_CLAIMS),
    ("legal/contributors.csv", &CONTRIBUTORS),
    ("legal/orders.csv", &ORDERS),
    ("legal/claims.csv", &CLAIMS),
    ("legal/shares.csv", &SHARES),
];

/// The layouts of this room.
pub static LAYOUTS: &[&Layout] =
    &[&MATTERS, &PARTIES, &MULTIPLE_CLAIMS, &CONTRIBUTORS, &ORDERS, &CLAIMS, &SHARES];

/// The files as they came. What is `None` was not supplied.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inputs<'a> {
    /// `legal/matters.csv`
    pub matters: Option<Source<'a>>,
    /// `legal/parties.csv`
    pub parties: Option<Source<'a>>,
    /// `legal/multiple_claims.csv`
    pub multiple_claims: Option<Source<'a>>,
    /// `legal/contributors.csv`
    pub contributors: Option<Source<'a>>,
    /// `legal/orders.csv`
    pub orders: Option<Source<'a>>,
    /// `legal/claims.csv`, person-level
    pub claims: Option<Source<'a>>,
    /// `legal/claims.toml`
    pub claim_settings: Option<Source<'a>>,
    /// `legal/shares.csv`
    pub shares: Option<Source<'a>>,
}

/// What was read. A table that is `None` was not supplied, which is not the same as empty.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The matters.
    pub matters: Option<Rows<Matter>>,
    /// Their parties.
    pub parties: Option<Rows<Party>>,
    /// What sources say of many claims.
    pub multiple_claims: Option<Rows<Quantity>>,
    /// Who contributes to the costs.
    pub contributors: Option<Rows<Contributor>>,
    /// Kinds of court order.
    pub orders: Option<Rows<Order>>,
    /// The register of claims.
    pub claims: Option<Rows<Claim>>,
    /// What holds of the register as a whole, and the file it was read from.
    pub claim_settings: Option<(String, ClaimSettings)>,
    /// The weights by which costs are shared.
    pub shares: Option<Rows<Weight>>,
}

/// Reads every file that is supplied. A row of a matter that is not listed is rejected, if matters are listed at all.
///
/// # Errors
///
/// All files that cannot be read, each with its reason.
pub fn read(inputs: &Inputs<'_>) -> Result<Facts, Vec<ReadError>> {
    let mut errors = Vec::new();
    let mut facts = Facts {
        matters: keep(inputs.matters.map(Matter::read), &mut errors),
        parties: keep(inputs.parties.map(Party::read), &mut errors),
        multiple_claims: keep(inputs.multiple_claims.map(Quantity::read), &mut errors),
        contributors: keep(inputs.contributors.map(Contributor::read), &mut errors),
        orders: keep(inputs.orders.map(Order::read), &mut errors),
        claims: keep(inputs.claims.map(Claim::read), &mut errors),
        claim_settings: keep(
            inputs.claim_settings.map(|source| settings(source).map(|read| (source.file.to_owned(), read))),
            &mut errors,
        ),
        shares: keep(inputs.shares.map(Weight::read), &mut errors),
    };
    if !errors.is_empty() {
        return Err(errors);
    }
    if let Some(matters) = &facts.matters {
        let listed = listed(matters);
        reject_unlisted(&mut facts.parties, &listed, |row| (&row.matter, &row.name));
        reject_unlisted(&mut facts.multiple_claims, &listed, |row| (&row.matter, &row.quantity));
        reject_unlisted(&mut facts.contributors, &listed, |row| (&row.matter, &row.force));
    }
    Ok(facts)
}

fn keep<T>(read: Option<Result<T, ReadError>>, errors: &mut Vec<ReadError>) -> Option<T> {
    match read? {
        Ok(rows) => Some(rows),
        Err(error) => {
            errors.push(error);
            None
        }
    }
}

/// The names of the matters.
pub(crate) fn listed(matters: &Rows<Matter>) -> Listed {
    Listed::of(matters.good.iter().map(|row| row.value.name.as_str()))
}

fn reject_unlisted<T>(rows: &mut Option<Rows<T>>, listed: &Listed, names: impl Fn(&T) -> (&str, &str)) {
    if let Some(rows) = rows {
        rows.reject(|Row { place, value }| {
            let (matter, record) = names(value);
            matter_known::judge(listed, matter, record, place)
        });
    }
}

impl Facts {
    /// Every finding made while reading, file by file.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        fn of<T>(rows: Option<&Rows<T>>) -> impl Iterator<Item = &Finding> {
            rows.into_iter().flat_map(Rows::findings)
        }
        of(self.matters.as_ref())
            .chain(of(self.parties.as_ref()))
            .chain(of(self.multiple_claims.as_ref()))
            .chain(of(self.contributors.as_ref()))
            .chain(of(self.orders.as_ref()))
            .chain(of(self.claims.as_ref()))
            .chain(of(self.shares.as_ref()))
            .cloned()
            .collect()
    }
}
