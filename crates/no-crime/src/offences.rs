//! What the list of offences says of the class of a removed crime.

use std::sync::LazyLock;

use crime::{
    Against, Offence,
    removal::{Field, Removal},
};
use rustc_hash::FxHashMap;

/// What the list says of a class, or of a class with a subcode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Listed {
    /// The group: `Violence against the person`.
    pub group: &'static str,
    /// Whether it is rape, or homicide: murder, manslaughter, corporate manslaughter or infanticide.
    pub rape_or_homicide: bool,
    /// Whether every row is against the state, so that there is no victim.
    pub against_the_state: bool,
    /// Whether every row is female genital mutilation, or the failure to protect from it (class 8N).
    pub mutilation: bool,
}

static OF_CLASS: LazyLock<FxHashMap<&'static str, Listed>> =
    LazyLock::new(|| brought_together(|offence| offence.class.as_str()));

static OF_SUBCODE: LazyLock<FxHashMap<(&'static str, &'static str), Listed>> =
    LazyLock::new(|| brought_together(|offence| (offence.class.as_str(), offence.subcode.as_str())));

fn brought_together<K: Eq + std::hash::Hash>(key: impl Fn(&'static Offence) -> K) -> FxHashMap<K, Listed> {
    let mut listed: FxHashMap<K, Listed> = FxHashMap::default();
    for offence in Offence::all() {
        let row = Listed {
            group: &offence.group,
            rape_or_homicide: matches!(offence.subgroup.as_str(), "Rape" | "Homicide"),
            against_the_state: offence.against == Against::State,
            // The order is no mutilation, though its title names it.
            mutilation: offence.act.starts_with("Female Genital Mutilation Act") && offence.class == "8N",
        };
        listed
            .entry(key(offence))
            .and_modify(|all| {
                all.against_the_state &= row.against_the_state;
                all.mutilation &= row.mutilation;
            })
            .or_insert(row);
    }
    listed
}

/// Whether the class tells what the crime is. One that is missing, or that the list does not have, might be any: `4.1` is how some write
/// manslaughter, and `19A` was rape once. What begins with `N` stands beside the list: reported incidents, and fraud that is not the force's.
pub(crate) fn class_tells(removal: &Removal) -> bool {
    removal.class.value().is_some_and(|class| OF_CLASS.contains_key(class.as_str()) || class.starts_with('N'))
}

/// Whether a removed crime is female genital mutilation.
///
/// # Errors
///
/// The fact that does not tell: the class, or of class 8N the subcode.
pub(crate) fn mutilation(removal: &Removal) -> Result<bool, Field> {
    if !class_tells(removal) {
        return Err(Field::Class);
    }
    if removal.class.value().is_none_or(|class| class != "8N") {
        return Ok(false);
    }
    let subcode = removal.subcode.value().map_or("", String::as_str);
    OF_SUBCODE.get(&("8N", subcode)).map(|listed| listed.mutilation).ok_or(Field::Subcode)
}

/// What the list says of a removed crime: of its class with its subcode, or else of its class. Nothing, if it lists neither.
pub(crate) fn listed(removal: &Removal) -> Option<Listed> {
    let class = removal.class.value()?;
    let by_subcode =
        removal.subcode.value().and_then(|subcode| OF_SUBCODE.get(&(class.as_str(), subcode.as_str())));
    by_subcode.or_else(|| OF_CLASS.get(class.as_str())).copied()
}
