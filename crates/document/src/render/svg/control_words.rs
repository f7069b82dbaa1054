//! What a control chart says in letters, in its key and in sentences below it.

use super::{key::Sample, marks::Form};
use crate::{Control, ControlLimits, Segment, Signal, render::plain::one_line};

const SIGNALS: [Signal; 4] = [Signal::Outside, Signal::Shift, Signal::Trend, Signal::TwoOfThree];

const fn letter(signal: Signal) -> &'static str {
    match signal {
        Signal::Outside => "A",
        Signal::Shift => "S",
        Signal::Trend => "T",
        Signal::TwoOfThree => "2",
    }
}

const fn meaning(signal: Signal) -> &'static str {
    match signal {
        Signal::Outside => "outside the limits",
        Signal::Shift => "in a run on one side of the centre",
        Signal::Trend => "in a run that rises or falls",
        Signal::TwoOfThree => "one of two of three near a limit",
    }
}

const fn shape(signal: Signal) -> Form {
    match signal {
        Signal::Outside => Form::Diamond,
        Signal::Shift => Form::Square,
        Signal::Trend => Form::Up,
        Signal::TwoOfThree => Form::Bars,
    }
}

/// The shape of a point, by its first signal.
pub(super) fn form(signals: &[Signal]) -> Form {
    signals.iter().min().map_or(Form::Dot, |signal| shape(*signal))
}

/// The letters of a point, each once, in one order.
pub(super) fn letters(signals: &[Signal]) -> String {
    SIGNALS.iter().filter(|signal| signals.contains(signal)).map(|signal| letter(*signal)).collect()
}

/// What they mean, in the same order.
pub(super) fn meanings(signals: &[Signal]) -> String {
    let meant = SIGNALS.iter().filter(|signal| signals.contains(signal)).map(|signal| meaning(*signal));
    meant.collect::<Vec<_>>().join("; ")
}

/// What the key says, of what is there.
pub(super) fn entries(control: &Control) -> Vec<(Sample, String)> {
    let mut entries = vec![(Sample::Series, one_line(&control.name))];
    if control.segments.iter().any(|segment| segment.centre.is_some()) {
        entries.push((Sample::Line("centre"), one_line(&control.centre)));
    }
    if control.segments.iter().any(|segment| segment.limits != ControlLimits::None) {
        entries.push((Sample::Line("limit-dashed"), one_line(&control.limits)));
    }
    if let Some(beside) = &control.beside {
        entries.push((Sample::Line("beside"), one_line(&beside.name)));
    }
    if control.breaks.iter().any(|one| (1..control.points.len()).contains(&one.before)) {
        entries.push((Sample::Line("break"), "a break: what is counted changes, as told below".to_owned()));
    }
    let drawn = || control.points.iter().filter(|point| point.hundredths.is_some());
    for signal in SIGNALS {
        if drawn().any(|point| point.signals.contains(&signal)) {
            entries.push((Sample::Mark(shape(signal)), format!("{}: {}", letter(signal), meaning(signal))));
        }
    }
    entries
}

/// Breaks, notes of segments and periods without a value, a sentence each.
pub(super) fn said(control: &Control) -> Vec<String> {
    let mut said = Vec::new();
    let label = |at: usize| control.points.get(at).map(|point| one_line(&point.label));
    for (number, one) in (1..).zip(&control.breaks) {
        let number: u32 = number;
        let what = one_line(&one.what);
        said.push(match label(one.before) {
            Some(period) if one.before > 0 => format!("B{number}, before {period}: {what}"),
            Some(_) => format!("B{number}, before the first period: {what}"),
            None => format!("B{number}, after the last period: {what}"),
        });
    }
    for segment in control.segments.iter().filter(|segment| !segment.note.trim().is_empty()) {
        said.push(format!("{}: {}", spoken(segment, control), one_line(&segment.note)));
    }
    let missing = control.points.iter().filter(|point| point.hundredths.is_none());
    for point in missing {
        let printed = if point.printed.trim().is_empty() { "not known" } else { &point.printed };
        said.push(format!("not drawn: {}, {}", one_line(&point.label), one_line(printed)));
    }
    said
}

/// From which period to which a segment goes.
fn spoken(segment: &Segment, control: &Control) -> String {
    let end = segment.last.min(control.points.len().saturating_sub(1));
    let label = |at: usize| control.points.get(at).map(|point| one_line(&point.label)).unwrap_or_default();
    match (label(segment.first), label(end)) {
        (first, _) if segment.first == end => first,
        (first, last) => format!("{first} to {last}"),
    }
}
