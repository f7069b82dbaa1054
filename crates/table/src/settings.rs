//! Settings in TOML, with unknown keys refused and faults located.

use rulebook::Place;
use serde::de::DeserializeOwned;

use crate::{ReadError, Source};

/// Reads a TOML file into `T`; give `T` `#[serde(deny_unknown_fields)]`.
///
/// # Errors
///
/// [`ReadError::Settings`] with line and column, or what [`Source::text`] says.
pub fn settings<T: DeserializeOwned>(source: Source<'_>) -> Result<T, ReadError> {
    let text = source.text()?;
    toml::from_str(text).map_err(|error| {
        let place = error.span().map_or_else(
            || Place::file(source.file),
            |span| {
                let before = text.get(..span.start).unwrap_or(text);
                let line = before.matches('\n').count() as u64 + 1;
                let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
                Place::row(source.file, line).at(column.to_string())
            },
        );
        let message = error.message().replace('\n', "; ");
        // The parser of a value says what is wrong, and not what it read.
        let read = error.span().and_then(|span| text.get(span)).filter(|read| !read.contains('\n'));
        let message = match read {
            Some(read) if !read.is_empty() && !message.contains(read) => format!("{read}: {message}"),
            _ => message,
        };
        ReadError::Settings { place, message }
    })
}

/// Where a TOML file sets `key`: the first line that begins with it, or the whole file if none does.
#[must_use]
pub fn setting_place(source: Source<'_>, key: &str) -> Place {
    let sets = |line: &str| {
        line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    let found = source.text().ok().and_then(|text| text.lines().position(sets));
    found.map_or_else(|| Place::file(source.file), |line| Place::row(source.file, line as u64 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_is_found_by_its_key() {
        let source = Source::new("paper.toml", b"titled = 1\n  title = \"x\"\n");
        assert_eq!(setting_place(source, "title"), Place::row("paper.toml", 2));
        assert_eq!(setting_place(source, "board"), Place::file("paper.toml"));
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only the refusal is looked at")]
    struct Paper {
        title: String,
    }

    #[test]
    fn an_unknown_key_is_refused_with_its_place() {
        let error = settings::<Paper>(Source::new("paper.toml", b"title = \"x\"\ntitel = 1\n")).unwrap_err();
        assert!(
            error.to_string().starts_with("paper.toml, line 2, column 1: unknown field `titel`"),
            "{error}"
        );
    }
}
