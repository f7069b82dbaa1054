//! Functions that moved, the risk register and the inspections.

use change_programme::Answer;
use document::{Cell, Head, Row, Table};

use crate::rooms::Desk;

pub(super) fn add(desk: &mut Desk<'_>, answer: &Answer) {
    desk.material.table(functions(answer));
    desk.material.table(risks(answer));
    desk.material.table(inspections(answer));
}

fn functions(answer: &Answer) -> Table {
    Table {
        id: "functions".to_owned(),
        caption: "Functions and the departments that hold them".to_owned(),
        head: ["Function", "Department before", "Department now", "Since", "Responsible"]
            .map(Head::words)
            .to_vec(),
        rows: answer
            .functions
            .iter()
            .map(|row| {
                let function = &row.value;
                Row::new([
                    Cell::from(function.name.as_str()),
                    Cell::from(function.department_before.to_string()),
                    Cell::from(function.department_now.as_str()),
                    Cell::from(function.since_as_printed.to_string()),
                    Cell::from(function.responsible.to_string()),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

fn risks(answer: &Answer) -> Table {
    Table {
        id: "risks".to_owned(),
        caption: "Risks read from the report".to_owned(),
        head: ["Risk", "Owner", "State", "Paragraph of the source"].map(Head::words).to_vec(),
        rows: answer
            .risks
            .iter()
            .map(|row| {
                Row::new([
                    Cell::from(row.value.risk.as_str()),
                    Cell::from(row.value.owner.to_string()),
                    Cell::from(row.value.state.to_string()),
                    Cell::from(row.value.paragraph.as_str()),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

fn inspections(answer: &Answer) -> Table {
    Table {
        id: "inspections".to_owned(),
        caption: "Inspections of the force".to_owned(),
        head: ["Inspection", "By", "When", "Coordinated by", "State"].map(Head::words).to_vec(),
        rows: answer
            .inspections
            .iter()
            .map(|row| {
                let inspection = &row.value;
                Row::new([
                    Cell::from(inspection.name.as_str()),
                    Cell::from(inspection.body.as_str()),
                    Cell::from(inspection.month_as_printed.to_string()),
                    Cell::from(inspection.coordinator.to_string()),
                    Cell::from(inspection.state.to_string()),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}
