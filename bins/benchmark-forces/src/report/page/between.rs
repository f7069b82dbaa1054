//! The forces in their order, with an interval each.

use document::{
    Block, Cell, CentreLine, Chart, ChartKind, Head, Ranked, RankedRow, Row, Table, sections::Paragraphs,
};
use msf_benchmark::{ForceRate, OfMeasure, Role};
use rulebook::{FigureId, interval_head};

use super::{
    Page, anchor,
    funnel::{is_drawn, standing},
    scale::{Scale, printed},
    words,
};

/// What is shown of them.
pub fn blocks(page: &Page<'_>, of: &OfMeasure, p: &mut Paragraphs) -> Vec<Block> {
    if of.between.forces.is_empty() {
        return vec![p.say("No force has a number in this period, so there is no order.")];
    }
    vec![Block::Chart(chart(page, of))]
}

fn chart(page: &Page<'_>, of: &OfMeasure) -> Chart {
    let scale = Scale::of(of);
    let id = format!("{}.order", anchor(of));
    let title = format!("{}: the forces in order, {}", of.measure.title, words::period(of.between.window));
    let (inner, _) = page.asked.limits;
    let axis = if of.measure.is_score() {
        scale.axis.clone()
    } else {
        format!("{}, with {inner} intervals", scale.axis)
    };
    let left_out = of.between.forces.iter().filter(|force| !is_drawn(force)).filter_map(|force| {
        let rate = of.figures.force(force.force)?.rate.printed();
        let why = force.out_of_centre.map(|out| out.reason).unwrap_or_default();
        Some(format!("{} ({rate}) is not drawn: {why}. The table holds it.", force.force.name()))
    });
    let rated = |force: Option<&ForceRate>| {
        let force = force?;
        Some(format!("{}, {}", force.force.name(), of.figures.force(force.force)?.rate.printed()))
    };
    let own = of.between.focal().map(|force| {
        let rate = of.figures.force(force.force).map(|figures| figures.rate.printed()).unwrap_or_default();
        format!(" {} has {rate}, place {}.", force.force.name(), words::place(of, force))
    });
    let description = format!(
        "The forces from the highest rate to the lowest, each a point. The highest is that of {}; the lowest that of {}.{}",
        rated(of.between.forces.first()).unwrap_or_default(),
        rated(of.between.forces.last()).unwrap_or_default(),
        own.unwrap_or_default()
    );
    let funnel = of.between.funnel.as_ref().ok();
    Chart {
        description,
        kind: ChartKind::Ranked(Box::new(Ranked {
            axis,
            centre: funnel.and_then(|funnel| {
                let name = format!("all forces: {}", printed(funnel.centre, of.measure.decimals));
                Some(CentreLine { name, hundredths: scale.of_estimate(funnel.centre)? })
            }),
            rows: of
                .between
                .forces
                .iter()
                .filter(|force| is_drawn(force))
                .map(|force| row(of, &scale, force))
                .collect(),
            left_out: left_out.collect(),
        })),
        table: table(of, &id, &title),
        id,
        title,
    }
}

fn row(of: &OfMeasure, scale: &Scale, force: &ForceRate) -> RankedRow {
    let figure = of.figures.force(force.force).map(|figures| &figures.rate);
    RankedRow {
        label: force.force.name().to_owned(),
        figure: figure.map_or_else(|| FigureId::of(&["benchmark"]), |figure| figure.id.clone()),
        hundredths: scale.hundredths(force.observed.rate),
        interval: force
            .interval
            .and_then(|(low, high)| Some((scale.hundredths(low)?, scale.hundredths(high)?))),
        printed: figure.map(rulebook::Figure::printed).unwrap_or_default(),
        standing: standing(force.role),
    }
}

fn table(of: &OfMeasure, id: &str, title: &str) -> Table {
    let rates = || of.figures.forces.iter().map(|figures| &figures.rate);
    let who = |role: Role| match role {
        Role::Focal => "the force itself",
        Role::Peer => "peer",
        Role::Other => "",
    };
    let row = |force: &ForceRate| {
        let figures = of.figures.force(force.force);
        Row::new([
            Cell::from(force.force.name()),
            Cell::from(force.place.to_string()),
            Cell::from(who(force.role)),
            figures.map_or_else(Cell::default, |figures| Cell::from(&figures.numerator)),
            figures.map_or_else(Cell::default, |figures| Cell::from(&figures.rate)),
            Cell::from(
                figures.and_then(|figures| figures.rate.interval_printed()).unwrap_or_else(|| "–".to_owned()),
            ),
        ])
    };
    Table {
        id: format!("{id}-data"),
        caption: title.to_owned(),
        head: vec![
            Head::words("Force"),
            Head::numbers("Place"),
            Head::words("Who"),
            Head::numbers("Counted"),
            Head::numbers("Rate"),
            Head::numbers(interval_head(rates())),
        ],
        rows: of.between.forces.iter().map(row).collect(),
        notes: document::sections::notes_on_intervals(rates()),
    }
}
