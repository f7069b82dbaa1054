//! What a table of ours looks like: its columns, and what each holds.

/// The description of a table, used to read it, to explain what is wrong with it, and to write an empty one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// The name by which people ask for it: `strata`.
    pub name: &'static str,
    /// What one row is.
    pub what: &'static str,
    /// The columns, in the order of the template. A file may hold them in any order.
    pub columns: &'static [Column],
}

/// One column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The header, in lower case with underscores.
    pub name: &'static str,
    /// Whether the table can be read without it.
    pub need: Need,
    /// What a cell holds, so that "`-3` is not …" reads as a sentence.
    pub holds: &'static str,
}

/// Whether a column must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Without it the table cannot be read.
    Required,
    /// Without it every cell counts as not supplied.
    Optional,
}

impl Column {
    /// A column without which the table cannot be read.
    #[must_use]
    pub const fn required(name: &'static str, holds: &'static str) -> Self {
        Self { name, need: Need::Required, holds }
    }

    /// A column that may be absent.
    #[must_use]
    pub const fn optional(name: &'static str, holds: &'static str) -> Self {
        Self { name, need: Need::Optional, holds }
    }
}

impl Layout {
    /// The header line of an empty table, ready to be filled.
    #[must_use]
    pub fn template(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name).collect();
        names.join(",") + "\n"
    }

    /// The column of this name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }
}

/// The JSON Schema of one row, for programs that write our tables. Every cell is a string, as in CSV.
#[must_use]
pub fn schema(layout: &Layout) -> String {
    let properties: serde_json::Map<String, serde_json::Value> = layout
        .columns
        .iter()
        .map(|column| {
            (column.name.to_owned(), serde_json::json!({ "type": "string", "description": column.holds }))
        })
        .collect();
    let required: Vec<&str> = layout
        .columns
        .iter()
        .filter(|column| column.need == Need::Required)
        .map(|column| column.name)
        .collect();
    let schema = serde_json::json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": layout.name,
        "description": layout.what,
        "type": "object",
        "properties": properties,
        "required": required,
    });
    format!("{schema:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_requires_what_the_layout_requires() {
        static UNITS: Layout = Layout {
            name: "units",
            what: "one row a unit",
            columns: &[Column::required("unit", "its name"), Column::optional("since", "a day")],
        };
        let schema: serde_json::Value = serde_json::from_str(&schema(&UNITS)).unwrap();
        assert_eq!(schema["required"], serde_json::json!(["unit"]));
        assert_eq!(schema["properties"]["since"]["description"], "a day");
    }
}
