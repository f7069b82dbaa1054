//! Where each force of a short table stands by chance alone: against the others together, since four forces say nothing of how
//! much forces differ.

use crime::Force;
use rulebook::{Figure, FigureId, Value};
use statistics::{Centre, Confidence, Funnel, FunnelKind, FunnelPoint, LimitMethod, Standing, Winsorising};

use crate::ForceFigures;

/// Where one force stands among the others of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmongFew {
    /// The force.
    pub force: Force,
    /// `no-crimes.<force>.others`: the rate of the others together.
    pub others: Figure,
    /// `no-crimes.<force>.limits`: between which its rate would lie in 998 years of 1,000 by chance alone, had it the rate of the others.
    pub limits: Figure,
    /// `no-crimes.<force>.place`: `below`, `within` or `above` these limits.
    pub place: Figure,
}

/// Each force of which a rate can be told, and what can be said of how much the forces differ beyond chance.
/// Where a row of the table is rejected, `withheld` says so instead: the others are then not all the others.
pub(crate) fn among_few(forces: &[ForceFigures], withheld: Option<&str>) -> (Vec<AmongFew>, Option<Figure>) {
    let told: Vec<(&ForceFigures, u64, u64)> = forces
        .iter()
        .filter_map(|figures| {
            let Value::Share { part, whole } = figures.rate.value else { return None };
            (whole > 0).then_some((figures, part, whole))
        })
        .collect();
    // A base of a table is far below 2^53, from where on floats are no counts; what is not makes no funnel.
    let points: Option<Vec<FunnelPoint>> = told
        .iter()
        .map(|(_, part, whole)| {
            Some(FunnelPoint { observed: *part, base: u32::try_from(*whole).ok()?.into() })
        })
        .collect();
    let Some(funnel) =
        points.and_then(|points| Funnel::of(FunnelKind::Proportion, &points, Centre::Pooled).ok())
    else {
        return (Vec::new(), None);
    };
    let among = told.iter().enumerate().filter_map(|(at, (figures, ..))| {
        let others = told.iter().enumerate().filter(|(other, _)| *other != at);
        one(&funnel, at, figures, others.map(|(_, (figures, part, whole))| (*figures, *part, *whole)))
    });
    let (mut among, mut dispersion) = (among.collect::<Vec<_>>(), dispersion(&funnel));
    if let Some(reason) = withheld {
        let told =
            among.iter_mut().flat_map(|force| [&mut force.others, &mut force.limits, &mut force.place]);
        for figure in told.chain([&mut dispersion]) {
            figure.value = Value::Withheld(reason.to_owned());
            figure.working.clear();
        }
    }
    (among, Some(dispersion))
}

fn one<'f>(
    funnel: &Funnel,
    at: usize,
    figures: &ForceFigures,
    others: impl Iterator<Item = (&'f ForceFigures, u64, u64)>,
) -> Option<AmongFew> {
    let outer: Confidence = "99.8%".parse().ok()?;
    let point = funnel.points().get(at)?;
    let place = funnel.without(at, Centre::Pooled).ok()?.place(point, outer, LimitMethod::Exact)?;
    let (mut part, mut whole, mut origin) = (0_u64, 0_u64, Vec::new());
    for (other, removed, recorded) in others {
        part = part.checked_add(removed)?;
        whole = whole.checked_add(recorded)?;
        origin.extend(other.rate.origin.iter().cloned());
    }
    let name = figures.force.to_string();
    let figure = |what: &str, label: &str, value: Value| {
        Figure::new(FigureId::of(&["no-crimes", &name, what]), format!("{name}: {label}"), value)
    };
    let percent = |limit: f64| limit * 100.0;
    let limits = format!("{:.2}% to {:.2}%", percent(place.limits.low), percent(place.limits.high));
    let standing = match place.standing {
        Standing::Below => "below",
        Standing::Within => "within",
        Standing::Above => "above",
    };
    let working = "exact binomial tails of 0.1% on either side, at the rate of the other forces together";
    let all = || figures.rate.origin.iter().chain(&origin).cloned();
    Some(AmongFew {
        force: figures.force,
        others: figure(
            "others",
            "\"no crime\" rate of the other forces together",
            Value::Share { part, whole },
        )
        .working(format!("{part} of {whole}"))
        .rounded(figures.rate.rounding)
        .from_cells(origin.clone()),
        limits: figure("limits", "limits of chance alone for its \"no crime\" rate", Value::Words(limits))
            .working(working)
            .from_cells(all()),
        place: figure("place", "its \"no crime\" rate by these limits", Value::Words(standing.to_owned()))
            .working(working)
            .from_cells(all()),
    })
}

/// φ, or why it is not told.
fn dispersion(funnel: &Funnel) -> Figure {
    let value = match funnel.dispersion(Winsorising::None) {
        Ok(dispersion) => Value::Words(format!("{:.1}", dispersion.phi)),
        Err(refused) => Value::Withheld(refused.to_string()),
    };
    let label = "how much more the forces differ than chance alone has it (φ)";
    Figure::new(FigureId::of(&["no-crimes", "dispersion"]), label, value)
}
