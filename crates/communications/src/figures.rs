//! The figures that a paper may print of this room.

use crime::Event;
use rulebook::{Figure, FigureId, Place, Rule, Value};
use table::{Row, Rows, good};

use crate::{
    Agreement, Facts, Partner, Planned,
    cell::counted,
    planned::World,
    rules::{
        agreement_review_not_past, agreement_with_owner, agreement_with_review_date,
        message_in_pre_election_period, message_touches_active_proceeding, planned_message_dated,
    },
};

/// Every figure, in the order of the files.
pub(crate) fn all(facts: &Facts, plan: &[Planned], world: &World<'_>) -> Vec<Figure> {
    let mut figures = vec![
        total("desks", "desks that speak for the force", "desks", facts.desks.as_ref()),
        total("channels", "channels of the desks", "channels", facts.channels.as_ref()),
        total("planned", "items in the communications plan", "items", facts.plan.as_ref()),
    ];
    figures.extend(dated(facts, plan));
    figures.push(periods(world));
    figures.push(restricted(facts, plan, world));
    figures.push(touching(facts, plan, world));
    figures.extend(agreements(facts, world));
    figures
}

/// Whether a table is whole: if not, what to print in place of a total over it.
fn whole<T>(rows: Option<&Rows<T>>) -> Result<(), Value> {
    match rows {
        None => Err(Value::NotSupplied),
        Some(rows) => rows.withheld().map_or(Ok(()), |reason| Err(Value::Withheld(reason))),
    }
}

/// The count, or what stands in its place.
fn count(whole: Result<(), Value>, n: usize) -> Value {
    whole.map_or_else(|instead| instead, |()| Value::Count(n as u64))
}

fn communications(thing: &str, label: &str, value: Value, unit: &'static str) -> Figure {
    Figure::new(FigureId::of(&["communications", thing]), label, value).unit(unit)
}

fn total<T>(thing: &str, label: &str, unit: &'static str, rows: Option<&Rows<T>>) -> Figure {
    let all = good(rows);
    communications(thing, label, count(whole(rows), all.len()), unit)
        .from_cells(all.iter().map(|row| row.place.clone()))
        .working(rows.map_or_else(String::new, |rows| format!("rows of {}", rows.file)))
}

fn dated(facts: &Facts, plan: &[Planned]) -> [Figure; 2] {
    let (with, without): (Vec<&Planned>, Vec<&Planned>) =
        plan.iter().partition(|planned| planned.item.days.is_dated());
    let readings = with.iter().filter(|planned| planned.item.is_reading()).count();
    let figure = |thing: &str, label: &str, items: &[&Planned]| {
        communications(thing, label, count(whole(facts.plan.as_ref()), items.len()), "items")
            .from_cells(items.iter().map(|planned| planned.place.at("first_day")))
            .by(&planned_message_dated::RULE)
    };
    [
        figure("planned-dated", "planned items with at least one day", &with).working(format!(
            "{} of {}; {readings} of them by a reading of vaguer words",
            with.len(),
            counted(plan.len(), "item")
        )),
        figure("planned-undated", "planned items without any day", &without).working(format!(
            "{} of {}",
            without.len(),
            counted(plan.len(), "item")
        )),
    ]
}

/// The periods with how sure their days are. A count of periods is exact however doubtful their days are, so the
/// confidence stands in the working and is no qualifier of the number.
fn each(periods: &[&Row<Event>]) -> String {
    let each: Vec<String> = periods
        .iter()
        .map(|row| format!("{}, {} (confidence {})", row.value.name, row.value.window, row.value.confidence))
        .collect();
    each.join("; ")
}

fn periods(world: &World<'_>) -> Figure {
    communications(
        "pre-election-periods",
        "periods of restricted messages known on the day of the paper",
        count(whole(world.events), world.periods.len()),
        "periods",
    )
    .from_cells(world.periods.iter().map(|row| row.place.clone()))
    .working(each(&world.periods))
    .by(&message_in_pre_election_period::RULE)
}

fn restricted(facts: &Facts, plan: &[Planned], world: &World<'_>) -> Figure {
    let items: Vec<&Planned> = plan.iter().filter(|planned| planned.is_restricted()).collect();
    let undated = plan.iter().filter(|planned| !planned.item.days.is_dated()).count();
    let against =
        if world.periods.is_empty() { String::new() } else { format!("; against {}", each(&world.periods)) };
    communications(
        "restricted",
        "planned items with a day in a period of restricted messages",
        count(whole(facts.plan.as_ref()).and_then(|()| whole(world.events)), items.len()),
        "items",
    )
    .from_cells(items.iter().map(|planned| planned.place.at("first_day")))
    .from_cells(world.periods.iter().map(|row| row.place.clone()))
    .working(format!(
        "{} of {}; {undated} without any day cannot be checked{against}",
        items.len(),
        counted(plan.len(), "item")
    ))
    .by(&message_in_pre_election_period::RULE)
}

fn touching(facts: &Facts, plan: &[Planned], world: &World<'_>) -> Figure {
    let items: Vec<&Planned> = plan.iter().filter(|planned| planned.touches_proceeding()).collect();
    let unchecked =
        plan.iter().filter(|planned| !planned.touches_proceeding() && !planned.proceedings_checked()).count();
    communications(
        "touching-proceedings",
        "planned items that speak of a matter with an active proceeding",
        count(whole(facts.plan.as_ref()).and_then(|()| whole(world.proceedings)), items.len()),
        "items",
    )
    .from_cells(items.iter().map(|planned| planned.place.at("matter")))
    .working(format!("{} of {}; {unchecked} cannot be checked", items.len(), counted(plan.len(), "item")))
    .by(&message_touches_active_proceeding::RULE)
}

fn agreements(facts: &Facts, world: &World<'_>) -> Vec<Figure> {
    let all: Vec<&Row<Agreement>> = good(facts.agreements.as_ref()).iter().collect();
    let some = |thing: &str,
                label: &str,
                column: &str,
                rule: Option<&'static Rule>,
                keep: &dyn Fn(&Agreement) -> bool| {
        let kept: Vec<Place> =
            all.iter().filter(|row| keep(&row.value)).map(|row| row.place.at(column)).collect();
        let value = count(whole(facts.agreements.as_ref()), kept.len());
        let mut figure = Figure::new(FigureId::of(&["partnerships", thing]), label, value)
            .unit("agreements")
            .working(format!("{} of {}", kept.len(), counted(all.len(), "agreement")))
            .from_cells(kept);
        figure.by = rule;
        figure
    };
    let mut figures = vec![
        some("agreements", "agreements to share information", "agreement", None, &|_| true),
        some(
            "partners-placeholder",
            "agreements whose partner the source does not name",
            "placeholder",
            None,
            &|agreement| agreement.partner_is == Partner::Placeholder,
        ),
        some(
            "agreements-without-review",
            "agreements without a review day",
            "review",
            Some(&agreement_with_review_date::RULE),
            &|agreement| !agreement.review.is_known(),
        ),
        some(
            "agreements-review-past",
            "agreements whose review day has passed",
            "review",
            Some(&agreement_review_not_past::RULE),
            &|agreement| agreement.review.value().is_some_and(|review| *review < world.as_at),
        ),
        some(
            "agreements-without-owner",
            "agreements without an owner",
            "owner",
            Some(&agreement_with_owner::RULE),
            &|agreement| !agreement.owner.is_known(),
        ),
    ];
    figures.extend(all.iter().map(|row| {
        Figure::new(
            FigureId::of(&["partnerships", &row.value.name, "review"]),
            format!("next review of `{}`", row.value.name),
            row.value.review.into(),
        )
        .from_cells([row.place.at("review")])
        .by(&agreement_with_review_date::RULE)
    }));
    figures
}
