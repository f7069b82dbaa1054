//! Figures on functions, inspections and risks.

use rulebook::{Figure, FigureId, Known};
use table::Row;

use super::{cells, count, total};
use crate::{Facts, Function, Risk, cells::counted, rules::risk_with_owner};

/// All of them.
pub(crate) fn figures(facts: &Facts) -> Vec<Figure> {
    let id = |what: &str| FigureId::of(&["organisation", what]);
    let mut figures = Vec::new();
    if let Some(functions) = &facts.functions {
        let moved: Vec<&Row<Function>> =
            functions.good.iter().filter(|row| row.value.moved() == Known::Is(true)).collect();
        let open = functions.good.iter().filter(|row| !row.value.moved().is_known()).count();
        figures.push(
            Figure::new(
                id("functions-moved"),
                "functions known to have moved to another department",
                total(functions, count(&moved)),
            )
            .unit("functions")
            .working(format!(
                "{} of {}; of {open} the department before is not known",
                moved.len(),
                counted(functions.good.len() as u64, "row")
            ))
            .from_cells(cells(moved, "department_now")),
        );
    }
    if let Some(inspections) = &facts.inspections {
        figures.push(
            Figure::new(
                id("inspections"),
                "inspections listed",
                total(inspections, count(&inspections.good)),
            )
            .unit("inspections")
            .from_cells(cells(&inspections.good, "inspection")),
        );
    }
    if let Some(risks) = &facts.risks {
        let without: Vec<&Row<Risk>> = risks.good.iter().filter(|row| !row.value.owner.is_known()).collect();
        figures.push(
            Figure::new(id("risks"), "risks listed", total(risks, count(&risks.good)))
                .unit("risks")
                .from_cells(cells(&risks.good, "risk")),
        );
        figures.push(
            Figure::new(
                id("risks-without-owner"),
                "risks whose owner is not known",
                total(risks, count(&without)),
            )
            .unit("risks")
            .working(format!("{} of {}", without.len(), counted(risks.good.len() as u64, "row")))
            .from_cells(cells(without, "owner"))
            .by(&risk_with_owner::RULE),
        );
    }
    figures
}
