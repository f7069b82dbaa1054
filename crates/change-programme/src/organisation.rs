//! Who holds what: functions and their departments, risks, inspections.

use rulebook::Known;
use serde::Deserialize;
use table::{Column, Layout};

use crate::cells::name;

/// The layout of `organisation/functions.csv`.
pub static FUNCTIONS: Layout = Layout {
    name: "functions",
    what: "one row a function and the department that holds it",
    columns: &[
        Column::required("function", "its name"),
        Column::required("department_before", "the department that held it, `not known` or empty"),
        Column::required("department_now", "the department that holds it"),
        Column::optional("since_as_printed", "since when, in the words of the source, `not known` or empty"),
        Column::optional("responsible", "the post responsible for it, `not known` or empty"),
    ],
};

/// A function of the force.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Function {
    /// Its name.
    #[serde(rename = "function", deserialize_with = "name")]
    pub name: String,
    /// The department that held it.
    pub department_before: Known<String>,
    /// The department that holds it.
    #[serde(deserialize_with = "name")]
    pub department_now: String,
    /// Since when, in the words of the source.
    #[serde(default)]
    pub since_as_printed: Known<String>,
    /// The post responsible for it.
    #[serde(default)]
    pub responsible: Known<String>,
}

impl Function {
    /// Whether it moved from one department to another; as little known as the department before.
    #[must_use]
    pub fn moved(&self) -> Known<bool> {
        self.department_before.clone().map(|before| before != self.department_now)
    }
}

/// The layout of `organisation/risks.csv`.
pub static RISKS: Layout = Layout {
    name: "risks",
    what: "one row a risk of the register",
    columns: &[
        Column::required("risk", "the risk, in words"),
        Column::required("owner", "the post that owns it, `not known` or empty"),
        Column::optional("state", "what is done about it, `not known` or empty"),
        Column::optional("paragraph", "the paragraph of the source, or empty"),
    ],
};

/// A risk of the register.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Risk {
    /// The risk, in words.
    #[serde(deserialize_with = "name")]
    pub risk: String,
    /// The post that owns it.
    pub owner: Known<String>,
    /// What is done about it.
    #[serde(default)]
    pub state: Known<String>,
    /// The paragraph of the source.
    #[serde(default)]
    pub paragraph: String,
}

/// The layout of `organisation/inspections.csv`.
pub static INSPECTIONS: Layout = Layout {
    name: "inspections",
    what: "one row an inspection of the force",
    columns: &[
        Column::required("inspection", "its name"),
        Column::required("body", "who inspects"),
        Column::optional("month_as_printed", "when, in the words of the source, `not known` or empty"),
        Column::required("coordinator", "the department or post that coordinates it, `not known` or empty"),
        Column::optional("state", "where it stands, `not known` or empty"),
    ],
};

/// An inspection of the force.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Inspection {
    /// Its name.
    #[serde(rename = "inspection", deserialize_with = "name")]
    pub name: String,
    /// Who inspects.
    #[serde(deserialize_with = "name")]
    pub body: String,
    /// When, in the words of the source.
    #[serde(default)]
    pub month_as_printed: Known<String>,
    /// The department or post that coordinates it.
    pub coordinator: Known<String>,
    /// Where it stands.
    #[serde(default)]
    pub state: Known<String>,
}
