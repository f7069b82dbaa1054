//! Whose figures they are, from the code and the name that a table gives.

use crime::{Force, RecordingBody, without_footnotes};

use crate::Area;

/// Regions and countries, as the code and the name under which official tables print them.
const REGIONS: [(&str, &str); 12] = [
    ("K04000001", "England and Wales"),
    ("E92000001", "England"),
    ("W92000004", "Wales"),
    ("E12000001", "North East"),
    ("E12000002", "North West"),
    ("E12000003", "Yorkshire and The Humber"),
    ("E12000004", "East Midlands"),
    ("E12000005", "West Midlands"),
    ("E12000006", "East"),
    ("E12000007", "London"),
    ("E12000008", "South East"),
    ("E12000009", "South West"),
];

/// An area that was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Recognised {
    /// The area.
    pub area: Area,
    /// The marks of footnotes that its name carries; empty, if none.
    pub marks: String,
    /// The area that its name says, where that is not the one of its code.
    pub by_name: Option<Area>,
    /// Whether a bare name decided that bears a force and a region alike: `West Midlands`.
    pub shared_name: bool,
}

/// A name in which no area is recognised, with the nearest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unrecognised {
    /// The nearest names.
    pub near: Vec<String>,
}

/// The area of a row: by its code, if it has one, else by its name.
pub(super) fn recognise(code: &str, name: &str) -> Result<Recognised, Unrecognised> {
    let code = code.trim();
    let named = by_name(name);
    let Some(area) = by_code(code, name) else {
        return match named {
            Some((area, marks)) => {
                let shared_name = area.force().is_some_and(|force| region_named(force.name()).is_some());
                Ok(Recognised { area, marks, by_name: None, shared_name })
            }
            None => Err(Unrecognised { near: near(name) }),
        };
    };
    let marks = marks_of(name, &area);
    let by_name = named.map(|(named, _)| named).filter(|named| !agree(&area, named));
    Ok(Recognised { area, marks, by_name, shared_name: false })
}

fn by_code(code: &str, name: &str) -> Option<Area> {
    if let Some(force) = Force::all().find(|force| force.code() == code) {
        return Some(Area::Force(force));
    }
    let known = REGIONS.iter().find(|(known, _)| *known == code).map(|(_, name)| (*name).to_owned());
    // Codes of regions and countries begin so; one that we do not list goes by its own name.
    let other = ["E12", "E92", "W92", "K04", "K02"].iter().any(|start| code.starts_with(start));
    let name = known
        .or_else(|| (other && code.len() == 9 && !name.trim().is_empty()).then(|| name.trim().to_owned()))?;
    Some(Area::Region { code: Some(code.to_owned()), name })
}

/// The area of a bare name, and the marks of footnotes on it.
fn by_name(name: &str) -> Option<(Area, String)> {
    let name = name.trim();
    if let Some(area) = exactly(name) {
        return Some((area, String::new()));
    }
    let (bare, marks) = without_footnotes(name, |rest| exactly(rest).is_some())?;
    Some((exactly(&bare)?, marks))
}

fn exactly(name: &str) -> Option<Area> {
    if let Ok(force) = name.parse::<Force>() {
        return Some(Area::Force(force));
    }
    if let Some(body) = RecordingBody::named(name) {
        return Some(Area::Body { name: body.name().to_owned() });
    }
    let of = name.strip_suffix(" region").or_else(|| name.strip_suffix(" (region)")).unwrap_or(name);
    if let Some((code, name)) = region_named(of) {
        return Some(Area::Region { code: Some(code.to_owned()), name: name.to_owned() });
    }
    // A part of a region is a sum too, and another one: `England (excluding ...)`.
    let (whole, _) = name.split_once(" (excluding ")?;
    region_named(whole)?;
    Some(Area::Region { code: None, name: name.to_owned() })
}

fn region_named(name: &str) -> Option<(&'static str, &'static str)> {
    REGIONS.iter().find(|(_, known)| known.eq_ignore_ascii_case(name)).copied()
}

fn marks_of(name: &str, area: &Area) -> String {
    let same = |rest: &str| exactly(rest).is_some_and(|named| agree(area, &named));
    without_footnotes(name, same).map(|(_, marks)| marks).unwrap_or_default()
}

/// Whether a name says the area of a code. The region and the force of one name agree with it both.
fn agree(coded: &Area, named: &Area) -> bool {
    coded == named || coded.name().eq_ignore_ascii_case(named.name())
}

fn near(name: &str) -> Vec<String> {
    let forces = name.parse::<Force>().err().map(|unknown| unknown.near).unwrap_or_default();
    let regions = REGIONS.iter().map(|(_, name)| *name);
    let region = table::nearest(name, regions).filter(|region| !forces.contains(region));
    forces.into_iter().chain(region).map(str::to_owned).collect()
}

/// What a name means that a force and a region share, for a reader who has to choose.
pub(super) fn both(force: Force) -> Vec<String> {
    let region = region_named(force.name()).map(|(code, name)| format!("the region {name} ({code})"));
    [format!("the force {} ({})", force.name(), force.code())].into_iter().chain(region).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(code: &str, name: &str) -> Area {
        recognise(code, name).unwrap().area
    }

    #[test]
    fn the_code_tells_the_region_from_the_force() {
        assert_eq!(area("E23000014", "West Midlands").force().unwrap().code(), "E23000014");
        assert!(matches!(area("E12000005", "West Midlands "), Area::Region { .. }));
        let bare = recognise("", "West Midlands").unwrap();
        assert!(bare.shared_name && bare.area.force().is_some());
        assert!(!recognise("", "West Midlands Police").unwrap().area.name().is_empty());
        assert!(matches!(area("", "West Midlands region"), Area::Region { .. }));
    }

    #[test]
    fn marks_are_taken_off_known_names() {
        for (code, name, marks) in [
            ("K04000001", "ENGLAND AND WALES7,8", "7,8"),
            ("E23000007", "Northumbria7", "7"),
            ("E12000002", "North West5", "5"),
            ("", "British Transport Police(2006)", "(2006)"),
            ("E23000012", "Humberside [note 4]", "[note 4]"),
            ("E23000034", "London, City of", ""),
        ] {
            assert_eq!(recognise(code, name).unwrap().marks, marks, "{name}");
        }
    }

    #[test]
    fn a_name_that_contradicts_its_code_is_told() {
        let surrey = recognise("E23000032", "Surrey").unwrap();
        assert_eq!((surrey.area.name(), surrey.by_name.unwrap().name()), ("Kent", "Surrey"));
        assert_eq!(recognise("E23000036", "Avon & Somerset9").unwrap().by_name, None);
    }

    #[test]
    fn what_is_not_known_has_neighbours() {
        assert_eq!(recognise("", "Lancaster").unwrap_err().near, ["Lancashire"]);
        assert_eq!(recognise("E99999999", "Nowhere").unwrap_err().near, [""; 0]);
        assert!(matches!(
            area("", "England (excluding Greater Manchester Police)"),
            Area::Region { code: None, .. }
        ));
        assert_eq!(area("", "Action Fraud"), Area::Body { name: "Action Fraud".to_owned() });
    }
}
