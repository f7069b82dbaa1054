//! The funnel of a measure: every force against the size of what its rate is held against.

use document::{
    Block, Cell, CentreLine, Chart, ChartKind, DrawnAs, Funnel, FunnelPoint, Head, Limits, Position, Reach,
    Row, Spacing, Table, sections::Paragraphs,
};
use msf_benchmark::{Curve, ForceRate, FunnelOf, OfMeasure, Placed, Role};
use rust_decimal::{Decimal, prelude::ToPrimitive as _};
use statistics::Standing;

use super::{
    Page, among, anchor, held_by,
    scale::{Scale, printed},
    words,
};

/// What is shown of it.
pub fn blocks(page: &Page<'_>, of: &OfMeasure, funnel: &FunnelOf, p: &mut Paragraphs) -> Vec<Block> {
    let mut blocks = vec![Block::Chart(chart(page, of, funnel))];
    let (_, outer) = page.asked.limits;
    let exact = of.between.forces.iter().filter(|force| {
        force.out_of_centre.is_none()
            && force.placed.is_some_and(|placed| placed.exact.standing != Standing::Within)
    });
    let mut said = format!(
        "Centre and limits are made from {} forces. Beyond the {outer} limits lie {} of them. Beyond limits for chance alone it would be {}.",
        funnel.points,
        funnel.beyond_outer,
        exact.count()
    );
    let apart = of.between.focal().and_then(|force| force.placed);
    let apart = apart.is_some_and(|placed| placed.inner.standing != Standing::Within);
    if let (Some(chance), true) = (of.adjusted_chance, apart) {
        said.push_str(&format!(
            " Under these limits a force lies as far out as this one with a chance of {}, raised for the number of measures that are looked at.",
            words::share_of_chance(chance)
        ));
    }
    blocks.push(p.say(said));
    if funnel.small_counts {
        blocks.push(p.say(
            "Somewhere fewer than 50 are expected: limits drawn from chi-square, as other packages do, would mislead there, and are not used.",
        ));
    }
    blocks
}

/// The force is drawn, and a force that stays out of the centre only if the page is about it: it would press all others together.
pub fn is_drawn(force: &ForceRate) -> bool {
    force.out_of_centre.is_none() || force.role == Role::Focal
}

fn chart(page: &Page<'_>, of: &OfMeasure, funnel: &FunnelOf) -> Chart {
    let scale = Scale::of(&of.measure);
    let drawn: Vec<&ForceRate> = of.between.forces.iter().filter(|force| is_drawn(force)).collect();
    let bases = || drawn.iter().map(|force| force.observed.base);
    let far = bases()
        .min()
        .zip(bases().max())
        .is_some_and(|(least, most)| least.checked_mul(Decimal::from(8)).is_some_and(|eight| most > eight));
    // What lies later is drawn above: the force itself last.
    let order = |role: Role| match role {
        Role::Other => 0_u8,
        Role::Peer => 1,
        Role::Focal => 2,
    };
    let mut sorted = drawn.clone();
    sorted.sort_by_key(|force| order(force.role));
    let id = format!("{}-funnel", anchor(of));
    let title = format!("{}: {} between forces", of.measure.title, words::period(of.between.window));
    let centre = printed(funnel.centre, of.measure.decimals);
    Chart {
        description: description(page, of, funnel, &centre),
        kind: ChartKind::Funnel(Box::new(Funnel {
            base: held_by(of).to_owned(),
            rate: scale.axis.clone(),
            spacing: if far { Spacing::Logarithmic } else { Spacing::Linear },
            centre: scale
                .of_estimate(funnel.centre)
                .map(|hundredths| CentreLine { name: format!("all forces: {centre}"), hundredths }),
            limits: funnel.curves.iter().map(|curve| limits(page, &scale, funnel, curve)).collect(),
            points: sorted.into_iter().map(|force| point(of, &scale, force)).collect(),
        })),
        table: table(page, of, &id, &title),
        id,
        title,
    }
}

fn description(page: &Page<'_>, of: &OfMeasure, funnel: &FunnelOf, centre: &str) -> String {
    let name = page.assessment.focal.name();
    let own = of.between.focal().and_then(|force| {
        let rate = &of.figures.force(force.force)?.rate;
        Some(format!(" {name} has {}: {}.", rate.printed(), among(page, force.placed.as_ref())))
    });
    let out: Vec<&str> =
        of.between.forces.iter().filter(|force| !is_drawn(force)).map(|force| force.force.name()).collect();
    let out = if out.is_empty() {
        String::new()
    } else {
        format!(" Not drawn, since it would press all others together, and in the table: {}.", out.join(", "))
    };
    format!(
        "Each force is a point: {} across, {} upwards. The line in the middle is the rate of all, {centre}; the limits about it narrow as forces grow. {} of {} lie beyond the outer \
         limits.{}{out}",
        held_by(of),
        of.measure.unit,
        funnel.beyond_outer,
        funnel.points,
        own.unwrap_or_default()
    )
}

fn limits(page: &Page<'_>, scale: &Scale, funnel: &FunnelOf, curve: &Curve) -> Limits {
    let (inner, _) = page.asked.limits;
    let headline = curve.method == funnel.method;
    let is_inner = curve.confidence == inner;
    let corner = |limit: fn(&statistics::Limits) -> f64| {
        curve
            .points
            .iter()
            .filter_map(|(base, limits)| {
                let base = Decimal::try_from(*base).ok()?.round().to_u64()?;
                Some((base, scale.of_estimate(limit(limits))?))
            })
            .collect()
    };
    Limits {
        name: if headline {
            format!("{} limits", curve.confidence)
        } else {
            format!("{} limits for chance alone, for comparison", curve.confidence)
        },
        drawn: match (headline, is_inner) {
            (true, true) => DrawnAs::Dashed,
            (true, false) => DrawnAs::Solid,
            (false, _) => DrawnAs::Band,
        },
        reach: headline.then_some(if is_inner { Reach::Inner } else { Reach::Outer }),
        lower: corner(|limits| limits.low),
        upper: corner(|limits| limits.high),
    }
}

/// Whom a force stands for in a picture.
pub const fn standing(role: Role) -> document::Standing {
    match role {
        Role::Focal => document::Standing::Focus,
        Role::Peer => document::Standing::Peer,
        Role::Other => document::Standing::Other,
    }
}

fn point(of: &OfMeasure, scale: &Scale, force: &ForceRate) -> FunnelPoint {
    let figure = of.figures.force(force.force).map(|figures| &figures.rate);
    FunnelPoint {
        label: force.force.name().to_owned(),
        figure: figure.map_or_else(|| rulebook::FigureId::of(&["benchmark"]), |figure| figure.id.clone()),
        base: force.observed.base.round().to_u64(),
        hundredths: scale.hundredths(force.observed.rate),
        printed: figure.map(rulebook::Figure::printed).unwrap_or_default(),
        standing: standing(force.role),
        position: position(force.placed.as_ref()),
    }
}

fn position(placed: Option<&Placed>) -> Position {
    let Some(placed) = placed else { return Position::NotJudged };
    match (placed.outer.standing, placed.inner.standing) {
        (Standing::Above, _) => Position::Above(Reach::Outer),
        (Standing::Below, _) => Position::Below(Reach::Outer),
        (Standing::Within, Standing::Above) => Position::Above(Reach::Inner),
        (Standing::Within, Standing::Below) => Position::Below(Reach::Inner),
        (Standing::Within, Standing::Within) => Position::Inside,
    }
}

fn table(page: &Page<'_>, of: &OfMeasure, id: &str, title: &str) -> Table {
    let (_, outer) = page.asked.limits;
    let decimals = of.measure.decimals;
    let row = |force: &ForceRate| {
        let figures = of.figures.force(force.force);
        let limits = force.placed.as_ref().map_or_else(
            || "–".to_owned(),
            |placed| {
                let limits = placed.outer.limits;
                format!("{} to {}", printed(limits.low, decimals), printed(limits.high, decimals))
            },
        );
        let side = |standing: Option<Standing>| match standing {
            None => "–",
            Some(Standing::Within) => "within",
            Some(Standing::Above) => "above",
            Some(Standing::Below) => "below",
        };
        Row::new([
            Cell::from(force.force.name()),
            figures.and_then(|figures| figures.base.as_ref()).map_or_else(Cell::default, Cell::from),
            figures.map_or_else(Cell::default, |figures| Cell::from(&figures.rate)),
            Cell::from(limits),
            Cell::from(among(page, force.placed.as_ref())),
            Cell::from(side(force.placed.map(|placed| placed.exact.standing))),
            Cell::from(side(force.placed.and_then(|placed| placed.without_it).map(|placed| placed.standing))),
        ])
    };
    Table {
        id: format!("{id}-data"),
        caption: title.to_owned(),
        head: vec![
            Head::words("Force"),
            Head::numbers(document::sections::capital(held_by(of))),
            Head::numbers("Rate"),
            Head::numbers(format!("{outer} limits")),
            Head::words("Among forces"),
            Head::words("If chance were all"),
            Head::words("Against the others alone"),
        ],
        rows: of.between.forces.iter().map(row).collect(),
        notes: Vec::new(),
    }
}
