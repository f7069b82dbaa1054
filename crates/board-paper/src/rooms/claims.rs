//! A register of claims counted once each, with small numbers left out before anything is printed.

use document::{Cell, Head, Inline, Row, Table};
use legal_matters::{Allocation, ClaimState, InTime, Inputs, Register, examine, read};
use rulebook::{Figure, Value};
use statistics::{Suppressed, SuppressionError, suppress, suppress_list};

use super::{Desk, add_findings};
use crate::material::capital;

pub(super) fn add(desk: &mut Desk<'_>) {
    let inputs = Inputs {
        claims: desk.shelf.input("legal/claims.csv"),
        claim_settings: desk.shelf.input("legal/claims.toml"),
        shares: desk.shelf.input("legal/shares.csv"),
        ..Inputs::default()
    };
    if [inputs.claims, inputs.claim_settings, inputs.shares].iter().all(Option::is_none) {
        return;
    }
    let facts = match read(&inputs) {
        Ok(facts) => facts,
        Err(errors) => return desk.unread(&["claims"], errors),
    };
    let mut answer = examine(&facts, None, desk.as_at);
    if let Some(register) = &answer.register {
        let threshold =
            desk.shelf.is_person_level("legal/claims.csv").then_some(desk.settings.suppression.threshold);
        let hidden = Hidden::of(register, threshold);
        hide(&mut answer.figures, &hidden);
        add_register(desk, register, &hidden, &answer.figures);
        if threshold.is_some() {
            desk.material.person_level.push("claims");
        }
    }
    if let Some(allocation) = &answer.allocation {
        desk.material.table(shares(allocation, &answer.figures));
    }
    let as_at = desk.as_at;
    desk.material.count_known(facts.claims.as_ref(), |claim| claim.presented <= as_at);
    // A few claims presented later are not spoken of at all: so small a number could point at a person.
    let few = |n: usize| (n as u64) < desk.settings.suppression.threshold;
    if let Some(count) = desk.material.counts.last_mut()
        && desk.shelf.is_person_level("legal/claims.csv")
        && facts.claims.is_some()
        && few(count.not_yet_known)
    {
        count.not_yet_known = 0;
    }
    desk.material.count(facts.shares.as_ref());
    desk.material.figures.extend(answer.figures);
    add_findings(desk.material, "claims", answer.findings);
}

/// Which counts are left out. Counts that add up to one another are left out together where one could be worked out.
#[derive(Debug, Default)]
struct Hidden {
    /// `claims.…` figures, by the end of their id.
    figures: Vec<String>,
    /// Cells of the cross table, by time limit and state.
    cells: Vec<(InTime, ClaimState)>,
}

impl Hidden {
    /// None is hidden without a threshold: the register is published.
    ///
    /// The three sorts, the kinds of duplicates and the cross table are hidden each by itself. The total of the kinds and
    /// that of the cross table are sorts: if one of the two must go for what is under it, all that is under it goes
    /// instead, and if that is not enough, every count.
    fn of(register: &Register, threshold: Option<u64>) -> Self {
        let mut hidden = Self::default();
        let Some(threshold) = threshold else { return hidden };
        let counts = &register.counts;
        let sorts = ["distinct", "duplicates", "undecided"];
        let parts = suppress_list(&[counts.distinct, counts.duplicates, counts.undecided], threshold);
        let kinds: Vec<u64> = register.kinds.iter().map(|(_, n)| *n).collect();
        let of_kinds = suppress_list(&kinds, threshold);
        let rows: Vec<Vec<u64>> = InTime::ALL.iter().map(|time| row(register, *time)).collect();
        let crossed = if register.states_withheld.is_none() {
            suppress(&rows, threshold)
        } else {
            times_alone(&rows, threshold)
        };
        let (Ok(parts), Ok(of_kinds), Ok(crossed)) = (parts, of_kinds, crossed) else {
            hidden.figures.push(String::new());
            return hidden;
        };
        let part = |index: usize| parts.cells.get(index).copied().unwrap_or(true);
        // A total beside nothing else tells no more than that, unless it is as small as the numbers under it are many.
        let tells = |total: u64, cells: usize| total <= cells as u64;
        let cells = rows.iter().map(Vec::len).sum();
        if (of_kinds.total && !part(1) && tells(counts.duplicates, kinds.len()))
            || (crossed.grand_total && !part(0) && tells(counts.distinct, cells))
        {
            hidden.figures.push(String::new());
            return hidden;
        }
        hidden.figures.extend(
            sorts.iter().zip(&parts.cells).filter(|(_, small)| **small).map(|(sort, _)| (*sort).to_owned()),
        );
        if parts.total {
            hidden.figures.push("in".to_owned());
        }
        if part(0) || part(2) {
            hidden.figures.extend(["distinct-at-least".to_owned(), "distinct-at-most".to_owned()]);
        }
        let all_kinds = part(1) || of_kinds.total;
        for ((kind, _), small) in register.kinds.iter().zip(&of_kinds.cells) {
            if *small || all_kinds {
                hidden.figures.push(format!("duplicates.{}", rulebook::FigureId::of(&[&kind.to_string()])));
            }
        }
        let everything = part(0) || crossed.grand_total;
        for (time, (cells, total)) in InTime::ALL.iter().zip(crossed.cells.iter().zip(&crossed.row_totals)) {
            if *total || everything {
                hidden.figures.push(of_time(*time).to_owned());
            }
            for (state, small) in ClaimState::ALL.iter().zip(cells) {
                if *small || everything {
                    hidden.cells.push((*time, *state));
                }
            }
        }
        for (state, total) in ClaimState::ALL.iter().zip(&crossed.column_totals) {
            if *total || everything {
                hidden.figures.push(state.to_string());
            }
        }
        hidden
    }

    fn hides(&self, figure: &Figure) -> bool {
        let Some(name) = figure.id.as_str().strip_prefix("claims.") else { return false };
        self.figures.iter().any(|hidden| hidden == name)
            || (self.figures.iter().any(String::is_empty) && matches!(figure.value, Value::Count(_)))
    }
}

const fn of_time(time: InTime) -> &'static str {
    match time {
        InTime::Yes => "in-time",
        InTime::No => "out-of-time",
        InTime::NotDecided => "time-not-decided",
    }
}

fn row(register: &Register, time: InTime) -> Vec<u64> {
    ClaimState::ALL
        .iter()
        .map(|state| {
            let pair = register.timing_by_state.iter().find(|(t, s, _)| (*t, *s) == (time, *state));
            pair.map_or(0, |(_, _, n)| *n)
        })
        .collect()
}

/// The cross table of which only the row totals and their sum are printed: a list.
fn times_alone(rows: &[Vec<u64>], threshold: u64) -> Result<Suppressed, SuppressionError> {
    let totals: Vec<u64> = rows.iter().map(|row| row.iter().sum()).collect();
    let list = suppress_list(&totals, threshold)?;
    Ok(Suppressed {
        cells: rows.iter().map(|row| vec![false; row.len()]).collect(),
        row_totals: list.cells,
        column_totals: vec![false; ClaimState::ALL.len()],
        grand_total: list.total,
    })
}

/// Takes the value out of every hidden figure, unless it is withheld already, and with it the arithmetic that would tell it, wherever it stands.
fn hide(figures: &mut [Figure], hidden: &Hidden) {
    let any = !hidden.figures.is_empty();
    for figure in figures {
        if hidden.hides(figure) && !matches!(figure.value, Value::Withheld(_)) {
            figure.value = Value::Suppressed;
        }
        if any
            && figure.id.as_str().starts_with("claims.")
            && matches!(figure.value, Value::Count(_) | Value::Suppressed)
        {
            figure.working.clear();
        }
    }
}

fn add_register(desk: &mut Desk<'_>, register: &Register, hidden: &Hidden, figures: &[Figure]) {
    desk.material.table(counts(figures));
    desk.material.table(duplicates(register, figures));
    desk.material.table(timing(register, hidden, figures));
}

/// The figure `claims.<name>` as a cell.
fn cell(figures: &[Figure], name: &str) -> Cell {
    let id = format!("claims.{name}");
    figures.iter().find(|figure| figure.id.as_str() == id).map_or_else(Cell::default, Cell::from)
}

fn counts(figures: &[Figure]) -> Table {
    let rows = [
        ("Claims in", "in"),
        ("Distinct", "distinct"),
        ("Duplicates", "duplicates"),
        ("Undecided", "undecided"),
        ("Distinct, if every undecided one repeats another", "distinct-at-least"),
        ("Distinct, if none does", "distinct-at-most"),
    ];
    Table {
        id: "claims-count".to_owned(),
        caption: "Claims counted once each".to_owned(),
        head: vec![Head::words("What"), Head::numbers("Claims")],
        rows: rows.map(|(what, name)| Row::new([Cell::from(what), cell(figures, name)])).to_vec(),
        notes: vec![vec![Inline::text("Claims in = distinct + duplicates + undecided.")]],
    }
}

fn duplicates(register: &Register, figures: &[Figure]) -> Table {
    Table {
        id: "claims-duplicates".to_owned(),
        caption: "Duplicates by kind".to_owned(),
        head: vec![Head::words("Kind"), Head::numbers("Claims")],
        rows: register
            .kinds
            .iter()
            .map(|(kind, _)| {
                let name = format!("duplicates.{}", rulebook::FigureId::of(&[&kind.to_string()]));
                Row::new([Cell::from(capital(&kind.to_string())), cell(figures, &name)])
            })
            .collect(),
        notes: Vec::new(),
    }
}

fn timing(register: &Register, hidden: &Hidden, figures: &[Figure]) -> Table {
    let mut head = vec![Head::words("Time limit")];
    head.extend(ClaimState::ALL.iter().map(|state| Head::numbers(capital(&state.to_string()))));
    head.push(Head::numbers("All"));
    let shown = |time: InTime, state: ClaimState, n: u64| {
        if register.states_withheld.is_some() {
            "withheld".to_owned()
        } else if hidden.cells.contains(&(time, state)) || hidden.figures.iter().any(String::is_empty) {
            "suppressed".to_owned()
        } else {
            n.to_string()
        }
    };
    let mut rows: Vec<Row> = InTime::ALL
        .iter()
        .map(|time| {
            let mut cells = vec![Cell::from(capital(&time.to_string()))];
            let counts = row(register, *time);
            cells.extend(
                ClaimState::ALL.iter().zip(counts).map(|(state, n)| Cell::from(shown(*time, *state, n))),
            );
            cells.push(cell(figures, of_time(*time)));
            Row::new(cells)
        })
        .collect();
    let mut all = vec![Cell::from("All")];
    all.extend(ClaimState::ALL.iter().map(|state| cell(figures, &state.to_string())));
    all.push(cell(figures, "distinct"));
    rows.push(Row::new(all));
    Table {
        id: "claims-timing".to_owned(),
        caption: "Distinct claims by time limit and state".to_owned(),
        head,
        rows,
        notes: std::iter::once(
            "Suppressed: a number small enough to point at a person, or one from which such a number could be worked out."
                .to_owned(),
        )
        .chain(register.states_withheld.as_ref().map(|reason| format!("Withheld: {reason}.")))
        .map(|note| vec![Inline::text(note)])
        .collect(),
    }
}

fn shares(allocation: &Allocation, figures: &[Figure]) -> Table {
    let mut rows: Vec<Row> = allocation
        .shares
        .iter()
        .map(|share| {
            let id = rulebook::FigureId::of(&["claims", "share", &share.force]);
            let figure = figures.iter().find(|figure| figure.id == id);
            Row::new([
                Cell::from(share.force.as_str()),
                Cell::from(share.basis.as_str()),
                Cell::from(share.weight.to_string()),
                figure.map_or_else(|| Cell::from("not shared"), Cell::from),
            ])
        })
        .collect();
    rows.push(Row::new([Cell::from("All"), Cell::default(), Cell::default(), cell(figures, "shared")]));
    Table {
        id: "claims-shares".to_owned(),
        caption: "Costs shared to the penny".to_owned(),
        head: vec![
            Head::words("Force"),
            Head::words("Basis"),
            Head::numbers("Weight"),
            Head::numbers("Share of the costs"),
        ],
        rows,
        notes: allocation.withheld.iter().map(|reason| vec![Inline::text(reason.as_str())]).collect(),
    }
}

#[cfg(test)]
mod tests;
